"""Quantities of a text: numbers, money, percentages, dates and ordinals with their place and unit."""

import re
from decimal import Decimal
from typing import Literal

import msgspec

from bench.text.document import Document

QuantityKind = Literal[
    "count", "money", "percent", "ordinal", "year", "decade", "date", "weekday", "month", "time", "duration",
    "measure", "range", "fraction", "score", "age", "name",
]  # fmt: skip


class Quantity(msgspec.Struct, frozen=True):
    """One quantity: exact value, unit, kind, and its half-open place in the repaired text."""

    kind: QuantityKind
    value: Decimal
    unit: str
    start: int
    end: int
    text: str


_SMALL = {
    word: index
    for index, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * (i + 2)
    for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_ORDINALS = {
    word: i + 1
    for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())
}
_SCALE = {
    "hundred": 2,
    "thousand": 3,
    "k": 3,
    "million": 6,
    "m": 6,
    "bn": 9,
    "billion": 9,
    "trillion": 12,
    "tn": 12,
}
_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_CURRENCY = {"$": "USD", "£": "GBP", "€": "EUR"}
_DIGITS = re.compile(
    r"(?<![\w.,-])([$£€] ?)?(\d+(?:,\d{3})*(?:\.\d+)?)(?:(st|nd|rd|th)\b|[ -]?(hundred|thousand|million|billion|"
    r"trillion|bn|tn|m|k)\b)?( ?%| per ?cent\b)?"
)
_WORDS = re.compile(
    rf"\b(?:{'|'.join([*_TENS, *_SMALL])})(?:-(?:{'|'.join(_SMALL)}))?\b( (?:hundred|thousand|million|billion))?"
)
_NAMED = re.compile(rf"\b(?:{'|'.join(_MONTHS + _DAYS + list(_ORDINALS))})\b")


def quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of `document`, in order of place."""
    text, found = document.lower, []
    for match in _DIGITS.finditer(text):
        currency, digits, ordinal, scale, percent = match.groups()
        value = Decimal(digits.replace(",", "")) * Decimal(10) ** _SCALE.get(scale or "", 0)
        kind: QuantityKind = "count"
        unit = ""
        if currency:
            kind, unit = "money", _CURRENCY[currency.strip()]
        elif percent:
            kind, unit = "percent", "%"
        elif ordinal:
            kind = "ordinal"
        elif not scale and 1700 <= value <= 2100 and "," not in digits and "." not in digits:
            kind = "year"
        found.append(
            Quantity(
                kind, value, unit, match.start(), match.end(), document.text[match.start() : match.end()]
            )
        )
    for match in _WORDS.finditer(text):
        words = re.split(r"[- ]", match.group())
        if words == ["one"] or words == ["zero"]:
            continue
        total = Decimal(sum(_SMALL.get(word, _TENS.get(word, 0)) for word in words))
        total *= Decimal(10) ** _SCALE.get(words[-1], 0)
        found.append(
            Quantity(
                "count", total, "", match.start(), match.end(), document.text[match.start() : match.end()]
            )
        )
    for match in _NAMED.finditer(text):
        word, surface = match.group(), document.text[match.start() : match.end()]
        if word in _MONTHS:
            if word not in ("may", "march") or surface[0].isupper():
                found.append(
                    Quantity(
                        "month", Decimal(_MONTHS.index(word) + 1), "", match.start(), match.end(), surface
                    )
                )
        elif word in _DAYS:
            found.append(
                Quantity("weekday", Decimal(_DAYS.index(word)), "", match.start(), match.end(), surface)
            )
        elif word not in ("first", "second"):
            found.append(
                Quantity("ordinal", Decimal(_ORDINALS[word]), "", match.start(), match.end(), surface)
            )
    return tuple(sorted(found, key=lambda q: q.start))
