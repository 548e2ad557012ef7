"""Quantities of a text: every number, amount, date and time with its value, unit, kind and bound."""

from decimal import Decimal
from functools import cache

import msgspec

from bench.facts.quantities import dates, decades, designations, times
from bench.facts.quantities.amount_forms import read_fraction, read_years
from bench.facts.quantities.amount_units import currency_before, read_unit
from bench.facts.quantities.amounts import GLYPHS, and_part, read_digits
from bench.facts.quantities.joined_amounts import RANGE_JOINTS, in_parts, read_amounts
from bench.facts.quantities.lent import with_lent_units
from bench.facts.quantities.modifiers import bounded
from bench.facts.quantities.number_words import (
    AGED,
    DENOMINATORS,
    GROUPS,
    ORDINAL_SCALES,
    ORDINAL_TENS,
    ORDINALS,
    SCALES,
    STARTS,
    VAGUE,
)
from bench.facts.quantities.quantity import Modifier, Quantity, QuantityKind
from bench.facts.quantities.scores import read_score, read_told_score
from bench.facts.quantities.single_amounts import made
from bench.facts.quantities.units import SINGULAR_TIME, units
from bench.facts.tape import Tape
from bench.text.document import Document

__all__ = ["Quantity", "QuantityKind", "quantities", "read_quantities"]

_MONTHS = frozenset([*dates.MONTHS, *dates.SHORT_MONTHS])
_WORDS = frozenset(
    [
        *STARTS,
        *ORDINALS,
        *ORDINAL_TENS,
        *ORDINAL_SCALES,
        *VAGUE,
        *GROUPS,
        "half",
        "quarter",
        "a",
        "an",
        "several",
        "both",
        "twice",
    ]
) - {"score", "scores"}
_TIMES = frozenset(
    [*dates.WEEKDAYS, *dates.SHORT_WEEKDAYS, *decades.SEASONS, *decades.DECADE_WORDS, *AGED, *times.NOON]
)
_STARTING = _WORDS | _TIMES | GLYPHS.keys()
_ARTICLES = frozenset(["a", "an"])
_AFTER_ARTICLE = frozenset([*GROUPS, *SCALES, *DENOMINATORS, "few", "further"])


def quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of `document`, in order of place."""
    return read_quantities(Tape(document))


def read_quantities(tape: Tape) -> tuple[Quantity, ...]:
    """Return the quantities of a text that is already on tape, in order of place."""
    found = _months(tape)
    taken = {index for quantity in found for index in range(quantity.first, quantity.last)}
    position = 0
    begins = tape.places_of.keys() & _STARTING
    begins.update(word for word in tape.places_of if word[0].isdecimal())
    for index in tape.places(begins):
        word = tape.words[index]
        if index < position or (word in _ARTICLES and tape.word(index + 1) not in _telling_after_article()):
            continue
        if index in taken or (end := designations.idiom(tape, index)) > index:
            position = max(position, end if index not in taken else index + 1)
            continue
        read = _read(tape, index, taken)
        found += read
        if read:
            position = max(quantity.last for quantity in read)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(with_lent_units(tape, found))


@cache
def _telling_after_article() -> frozenset[str]:
    """Return the words behind "a" or "an" that can make a quantity of the two."""
    return _AFTER_ARTICLE | _HALVED | units().words.keys() | {"quarter", "pound", "dollar", "euro"}


def _months(tape: Tape) -> list[Quantity]:
    """Read the dates around month names first, since their days stand before them."""
    found: list[Quantity] = []
    behind = 0
    for index in tape.places(_MONTHS):
        if index >= behind and (quantity := dates.read_month(tape, index)):
            found.append(quantity)
            behind = quantity.last
    return found


def _read(tape: Tape, index: int, taken: set[int]) -> list[Quantity]:
    """Read what stands at `index`; nothing where it is no quantity after all."""
    word = tape.words[index]
    if clock := times.read_clock_words(tape, index) or decades.read_decade_words(tape, index):
        return [_timed(tape, clock)]
    if score := read_told_score(tape, index):
        return [score]
    if word in _TIMES:
        one = _time_word(tape, index, word)
        return [_timed(tape, one) if one.kind == "time" else one] if one else []
    if word[0].isdecimal():
        if _numbers_a_line(tape, index):
            return []
        one = _fixed_form(tape, index)
        if one:
            return [_timed(tape, one) if one.kind == "time" else one]
    elif word in ("a", "an") and tape.word(index + 1) not in _AFTER_ARTICLE:
        return _article_span(tape, index)
    elif fraction := read_fraction(tape, index):
        return [bounded(tape, fraction)]
    elif word not in ("a", "an") and (name := designations.named(tape, index, index + 1)):
        return [name]
    return read_amounts(tape, index, taken)


def _timed(tape: Tape, time: Quantity) -> Quantity:
    """Return a time with its bound: "before half past eight" is a little earlier."""
    found = bounded(tape, time)
    beside = _BESIDE_TIME.get(tape.word(time.first - 1))
    return msgspec.structs.replace(found, modifier=beside) if beside and not found.modifier else found


_BESIDE_TIME: dict[str, Modifier] = {"before": "nearly", "by": "nearly", "after": "more than"}


def _article_span(tape: Tape, index: int) -> list[Quantity]:
    """Read "a decade", a figure only with a bound ("less than a year"), "a mile and a half"."""
    measured = read_unit(tape, index + 1, Decimal(1)) if tape.word(index + 2) == "and" else None
    if measured and (part := and_part(tape, measured.end)):
        value = measured.factor * (1 + part[0])
        told = bounded(tape, made(tape, measured.kind, value, index, part[1], measured.unit))
        # Eleven days are told as a week and a half.
        return [msgspec.structs.replace(told, modifier=told.modifier or "about", name="part")]
    if tape.word(index + 1) in _HALVED and tape.words[index + 2 : index + 5] == ["and", "a", "half"]:
        return [bounded(tape, made(tape, "count", Decimal("1.5"), index, index + 5))]
    unit = units().words.get(tape.word(index + 1))
    if unit not in SINGULAR_TIME or unit == "second":
        return []
    one = made(tape, "duration", Decimal(1), index, index + 2, unit, weak=True)
    if whole := in_parts(tape, one):
        # "An hour and ten minutes".
        one = msgspec.structs.replace(whole, weak=False)
    return [bounded(tape, one)]


_HALVED = frozenset("point goal game length lap page seat step place share".split())
"""Things besides units of which one and a half are told: "by a point and a half"."""


def _time_word(tape: Tape, index: int, word: str) -> Quantity | None:
    if word in dates.WEEKDAYS:
        return dates.read_weekday(tape, index)
    if word in dates.SHORT_WEEKDAYS:
        return dates.read_short_weekday(tape, index)
    if word in times.NOON:
        return times.read_noon(tape, index)
    return (
        decades.read_season(tape, index) if word in decades.SEASONS else decades.read_decade_word(tape, index)
    )


def _fixed_form(tape: Tape, index: int) -> Quantity | None:
    """Read digits whose shape says what they are: names, times, dates, decades, fractions, years, scores."""
    word = tape.words[index]
    money = currency_before(tape, index) is not None
    if not money:
        form = (
            designations.glued_name(tape, index)
            or times.read_time(tape, index)
            or dates.read_numeric_date(tape, index)
            or decades.read_decade(tape, index)
            or _chain(tape, index)
            or designations.phone(tape, index)
        )
        if form:
            return form
        if (
            len(word) == 4
            and word.isdecimal()
            and (years := read_years(tape, index))
            and _stays_year(tape, years)
        ):
            return years
        if fraction := read_fraction(tape, index):
            return bounded(tape, fraction)
        if (short := _short_year(tape, index)) or (short := read_score(tape, index)):
            return short
        if name := _named(tape, index):
            return name
    return None


def _named(tape: Tape, index: int) -> Quantity | None:
    """Read a number that ends a name, where no scale or unit follows it."""
    amount = read_digits(tape, index, False)
    if amount is None or amount.scaled or read_unit(tape, amount.end, amount.value):
        return None
    return designations.named(tape, index, index + 1)


def _chain(tape: Tape, index: int) -> Quantity | None:
    """Read digits joined by colons that are no clock time: "2:15:30", "1:58.4"."""
    parts, end = [tape.words[index]], index + 1
    if tape.word(end) != ":":
        return None
    glued = tape.glued(end)
    # A tokeniser sets the signs of "6:48:20" free.
    while (
        tape.word(end) == ":"
        and tape.glued(end) == tape.glued(end + 1) == glued
        and tape.word(end + 1)[:1].isdecimal()
    ):
        parts.append(tape.words[end + 1])
        end += 2
    if len(parts) < 2 or (len(parts) == 2 and not glued):
        return None
    if len(parts) == 3 or "." in parts[-1]:
        return _lap(tape, index, end, parts)
    if any("." in part for part in parts):
        return None
    numbers = tuple(int(part.replace(",", "")) for part in parts)
    return Quantity(
        "score", Decimal(numbers[0]), tape.starts[index], tape.ends[end - 1], index, end, ":", parts=numbers
    )


def _lap(tape: Tape, index: int, end: int, parts: list[str]) -> Quantity | None:
    """Return "2:15:30" or "8:22.15" as a duration in seconds."""
    if len(parts) > 3 or any(part.count(".") > 1 or "," in part for part in parts):
        return None
    seconds = Decimal(0)
    for part in parts:
        seconds = seconds * 60 + Decimal(part)
    return Quantity("duration", seconds, tape.starts[index], tape.ends[end - 1], index, end, "second")


def _short_year(tape: Tape, index: int) -> Quantity | None:
    """Read "'98" as 1998."""
    word = tape.words[index]
    if (
        len(word) == 2
        and word.isdecimal()
        and tape.word(index - 1) == "'"
        and tape.glued(index)
        and not tape.glued(index - 1)
    ):
        value = int(word) + (2000 if int(word) < 40 else 1900)
        return Quantity(
            "year", Decimal(value), tape.starts[index - 1], tape.ends[index], index - 1, index + 1
        )
    return None


def _stays_year(tape: Tape, years: Quantity) -> bool:
    """Whether four digits are a year, given what stands behind them."""
    if years.high is not None:
        return True
    after = tape.word(years.last)
    if after in RANGE_JOINTS and tape.word(years.last + 1) in units().words:
        return False
    unit = read_unit(tape, years.last, years.value)
    if unit is None:
        return True
    return unit.unit == "m" and not tape.glued(years.last)


def _numbers_a_line(tape: Tape, index: int) -> bool:
    """Whether the number at `index` only numbers a point of a list: "1. ...", "2) ..." at a line's start."""
    after = tape.word(index + 1)
    if (
        after not in (".", ")")
        or not tape.glued(index + 1)
        or tape.glued(index + 2)
        or len(tape.words[index]) > 2
    ):
        return False
    start = tape.starts[index]
    before = tape.document.text[max(0, start - 3) : start].rstrip(" (*")
    return start == 0 or before.endswith("\n") or (not before.strip() and index == 0) or before.endswith(":")
