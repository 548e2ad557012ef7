"""Figures of a text found by its article's fact sheet, and other figures to put in their place."""

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from bench.records import FactSheet, NumberFact

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion"
).split()
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH_ENDS = tuple(_MONTHS)
_CYCLES = (_NUMBER_WORDS[:12], _NUMBER_WORDS[12:20], _NUMBER_WORDS[20:27], _NUMBER_WORDS[27:],
           _ORDINAL_WORDS, _WEEKDAYS, _MONTHS)  # fmt: skip
_EXCHANGE = {word.lower(): cycle for cycle in _CYCLES for word in cycle}
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_SCALES = ((10**9, r"(?:bn|billion)"), (10**6, r"(?:m|mn|million)"))
_UNCOUNTED = frozenset({"year", "time", "age", "weekday", "month", "date", "decade", "ordinal", "score"})


class Figure(NamedTuple):
    """One figure of a text: where it stands and where its scale word ends, and the sheet's row for it."""

    start: int
    end: int
    scaled_end: int
    fact: NumberFact

    def of(self, text: str) -> str:
        """Return the figure as the text has it, without its scale word."""
        return text[self.start : self.end]

    def scale(self, text: str) -> str:
        """Return the scale word with the space before it, "" where there is none."""
        return text[self.end : self.scaled_end]

    @property
    def counted(self) -> bool:
        """Whether it is an amount or a count, not a place in time or in an order."""
        return self.fact.unit not in _UNCOUNTED


def number_place(text: str, fact: NumberFact) -> tuple[int, int] | None:
    """Return where the number of `fact` stands in `text`, found through its quote."""
    at = text.find(fact.quote)
    if at < 0:
        return None
    value = re.sub(r"\D", "", str(fact.value if fact.value is not None else fact.low)).rstrip("0")
    runs = list(_DIGITS.finditer(fact.quote))
    for run in runs:
        if value and re.sub(r"\D", "", run.group()).rstrip("0") == value:
            return at + run.start(), at + run.end()
    if runs:
        return at + runs[0].start(), at + runs[0].end()
    for word in _WORD.finditer(fact.quote):
        known = word.group().lower() in _EXCHANGE
        if known and (word.group() not in ("second", "may", "march") or fact.unit == "ordinal"):
            return at + word.start(), at + word.end()
    return None


def other_number(surface: str, rng: random.Random) -> str:
    """Return another number of the same shape as `surface`, a run of digits or a number word."""
    cycle = _EXCHANGE.get(surface.lower())
    if cycle is None:
        return other_digits(surface, rng)
    other = rng.choice([word for word in cycle if word.lower() != surface.lower()])
    return other.capitalize() if surface[0].isupper() else other


def other_digits(surface: str, rng: random.Random) -> str:
    """Return `surface` with its most telling digit changed: the last of a year, else the first."""
    year = re.fullmatch(r"(?:19|20)\d\d", surface)
    at = 3 if year else next(i for i, char in enumerate(surface) if char.isdigit())
    digits = "123456789" if at == 0 else "0123456789"
    return surface[:at] + rng.choice([d for d in digits if d != surface[at]]) + surface[at + 1 :]


def figures(text: str, sheet: FactSheet) -> list[Figure]:
    """Return the sheet's figures that stand in a text, in order; where rows share a value, the key one.

    A figure is looked for as it may be spelt, not as anything extracts it.
    """
    found: dict[int, Figure] = {}
    for fact in sorted(sheet.numbers, key=lambda fact: not fact.key):
        for pattern in _spellings(fact):
            for match in re.finditer(pattern, text):
                figure = Figure(match.start(1), match.end(1), match.end(), fact)
                found.setdefault(figure.start, figure)
    ordered = sorted(found.values(), key=lambda figure: (figure.start, -figure.scaled_end))
    kept: list[Figure] = []
    for figure in ordered:
        if (not kept or figure.start >= kept[-1].scaled_end) and not _in_date(text, figure):
            kept.append(figure)
    return kept


def _in_date(text: str, figure: Figure) -> bool:
    """Return whether a short figure is the day of a date, whatever else in the sheet has its value."""
    behind, before = text[figure.end : figure.end + 4].strip(), text[: figure.start].rstrip()
    day = len(figure.of(text)) <= 2 and figure.of(text).isdigit()
    return day and (any(m.startswith(behind[:3]) for m in _MONTHS if behind) or before.endswith(_MONTH_ENDS))


def _spellings(fact: NumberFact) -> Iterator[str]:
    """Yield patterns of the ways a value is spelt; group 1 is the figure without its scale word."""
    value = fact.value if fact.value is not None else fact.low
    text = str(value)
    if fact.unit in ("weekday", "month") and not text.isdigit():
        name = _MONTHS[int(text[5:7]) - 1] if re.fullmatch(r"\d{4}-\d\d", text) else text
        if name in (*_WEEKDAYS, *_MONTHS):
            yield rf"\b({name})\b"
        return
    if not re.fullmatch(r"\d+(?:\.\d+)?", text):
        return
    whole = int(text) if text.isdigit() else None
    if fact.unit == "ordinal":
        if whole is not None and 1 < whole <= 10 and whole != 2:
            yield rf"\b({_ORDINAL_WORDS[whole - 1]})\b"
        return
    for size, scale in _SCALES:
        if float(text) >= size:
            short = f"{float(text) / size:.6f}".rstrip("0").rstrip(".")
            yield rf"(?<![\d.,])({re.escape(short)})[ -]?{scale}\b"
    plain = text if whole is None or fact.unit == "year" or whole < 1000 else f"{whole:,}"
    if fact.unit != "date":
        yield rf"(?<![\w.,:])({re.escape(plain)})(?!\w|[.,:]\d)"
    if whole is not None and 1 < whole <= 12 and fact.unit not in ("year", "time"):
        yield rf"\b({_NUMBER_WORDS[whole - 1]})\b(?!-)"


def word_of(value: int) -> str:
    """Return the word for a number from 1 to 12."""
    return _NUMBER_WORDS[value - 1]


def value_of(word: str) -> int | None:
    """Return the number from 1 to 12 that a word stands for, None for other words."""
    small = _NUMBER_WORDS[:12]
    return small.index(word.lower()) + 1 if word.lower() in small else None


def stated(evidence: str) -> frozenset[str]:
    """Return every run of digits and every number word of an article, without separators."""
    runs = {re.sub(r"\D", "", match.group()) for match in _DIGITS.finditer(evidence)}
    words = {word.group().lower() for word in _WORD.finditer(evidence)} & _EXCHANGE.keys()
    return frozenset(runs | words)
