"""Quantities of a text: every number, amount, date and time with its value, unit, kind and bound."""

from decimal import Decimal

import msgspec

from bench.facts import amounts, dates, designations
from bench.facts.modifiers import modifier
from bench.facts.number_words import (
    DENOMINATORS,
    GROUPS,
    ORDINAL_SCALES,
    ORDINAL_TENS,
    ORDINALS,
    STARTS,
    VAGUE,
)
from bench.facts.quantity import Quantity, QuantityKind
from bench.facts.tape import Tape
from bench.facts.units import SINGULAR_TIME, is_money, units
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
        "a",
        "an",
        "several",
        "both",
        "twice",
    ]
) - {"score", "scores"}
_TIMES = frozenset([*dates.WEEKDAYS, *dates.SEASONS, *dates.DECADE_WORDS, *dates.NOON])
_STARTING = _WORDS | _TIMES
_AFTER_ARTICLE = frozenset([*GROUPS, "hundred", "thousand", "million", "billion", "trillion", "few", "further", "lakh",
                            "crore", *DENOMINATORS])  # fmt: skip
_RANGE_JOINTS = frozenset({"-", "\u2013", "\u2014", "to", "or", "and"})
_NOT_FIRST = frozenset(
    "lady ladies minister class aid hand name names degree foot floor of and glance sight thing place instance "
    "family responders responder world nations amendment".split()
)
_NOT_SECOND = frozenset("hand thoughts thought nature guess opinion chance to".split())
_ONE_IDIOMS = frozenset(
    "of another day time who that which to thing way such by man's 's or and would could can has".split()
)
_ONE_BEFORE = frozenset(
    "no any every some each the this that which only an another loved number square".split()
)


def quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of `document`, in order of place."""
    return read_quantities(Tape(document))


def read_quantities(tape: Tape) -> tuple[Quantity, ...]:
    """Return the quantities of a text that is already on tape, in order of place."""
    found = _months(tape)
    taken = {index for quantity in found for index in range(quantity.first, quantity.last)}
    position = 0
    for index, word in enumerate(tape.words):
        if index < position or not (word[0].isdigit() or word in _STARTING or word in amounts.GLYPHS):
            continue
        if index in taken or (end := designations.idiom(tape, index)) > index:
            position = max(position, end if index not in taken else index + 1)
            continue
        read = _read(tape, index, taken)
        found += read
        if read:
            position = max(quantity.last for quantity in read)
    found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def _months(tape: Tape) -> list[Quantity]:
    """Read the dates around month names first, since their days stand before them."""
    found: list[Quantity] = []
    behind = 0
    for index, word in enumerate(tape.words):
        if word in _MONTHS and index >= behind and (quantity := dates.read_month(tape, index)):
            found.append(quantity)
            behind = quantity.last
    return found


def _read(tape: Tape, index: int, taken: set[int]) -> list[Quantity]:
    """Read what stands at `index`; nothing where it is no quantity after all."""
    word = tape.words[index]
    if (clock := dates.read_clock_words(tape, index)):
        return [clock]
    if word in _TIMES:
        one = _time_word(tape, index, word)
        return [one] if one else []
    if word[0].isdigit():
        if _numbers_a_line(tape, index):
            return []
        one = _fixed_form(tape, index)
        if one:
            return [one]
    elif word in ("a", "an") and tape.word(index + 1) not in _AFTER_ARTICLE:
        return _article_span(tape, index)
    elif fraction := amounts.read_fraction(tape, index):
        return [_bounded(tape, fraction)]
    elif word not in ("a", "an") and (name := designations.named(tape, index, index + 1)):
        return [name]
    return _amounts(tape, index, taken)


def _article_span(tape: Tape, index: int) -> list[Quantity]:
    """Read "a decade", "a year": one unit of time, a figure in earnest only with a bound ("less than a year")."""
    unit = units().words.get(tape.word(index + 1))
    if unit not in SINGULAR_TIME or unit == "second":
        return []
    one = _made(tape, "duration", Decimal(1), index, index + 2, unit, weak=True)
    return [_bounded(tape, one)]


def _time_word(tape: Tape, index: int, word: str) -> Quantity | None:
    if word in dates.WEEKDAYS:
        return dates.read_weekday(tape, index)
    if word in dates.NOON:
        return dates.read_noon(tape, index)
    return dates.read_season(tape, index) if word in dates.SEASONS else dates.read_decade_word(tape, index)


def _fixed_form(tape: Tape, index: int) -> Quantity | None:
    """Read digits whose shape says what they are: names, times, dates, decades, fractions, years, scores."""
    word = tape.words[index]
    money = amounts.currency_before(tape, index) is not None
    if not money:
        form = (
            designations.glued_name(tape, index)
            or dates.read_time(tape, index)
            or dates.read_numeric_date(tape, index)
            or dates.read_decade(tape, index)
            or _chain(tape, index)
            or designations.phone(tape, index)
        )
        if form:
            return form
        if (
            len(word) == 4
            and word.isdigit()
            and (years := amounts.read_years(tape, index))
            and _stays_year(tape, years)
        ):
            return years
        if fraction := amounts.read_fraction(tape, index):
            return _bounded(tape, fraction)
        if (short := _short_year(tape, index)) or (short := amounts.read_score(tape, index)):
            return short
        if name := _named(tape, index):
            return name
    return None


def _named(tape: Tape, index: int) -> Quantity | None:
    """Read a number that ends a name, where no scale or unit follows it."""
    amount = amounts.read_digits(tape, index, False)
    if amount is None or amount.scaled or amounts.read_unit(tape, amount.end, amount.value, False):
        return None
    return designations.named(tape, index, index + 1)


def _chain(tape: Tape, index: int) -> Quantity | None:
    """Read digits joined by colons that are no clock time: "2:15:30", "1:58.4"."""
    parts, end = [tape.words[index]], index + 1
    while (
        tape.word(end) == ":" and tape.glued(end) and tape.glued(end + 1) and tape.word(end + 1)[0].isdigit()
    ):
        parts.append(tape.words[end + 1])
        end += 2
    if len(parts) < 2:
        return None
    numbers = tuple(int(part.replace(".", "").replace(",", "")) for part in parts)
    return Quantity(
        "score", Decimal(numbers[0]), tape.starts[index], tape.ends[end - 1], index, end, ":", parts=numbers
    )


def _short_year(tape: Tape, index: int) -> Quantity | None:
    """Read "'98" as 1998."""
    word = tape.words[index]
    if (
        len(word) == 2
        and word.isdigit()
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
    if after in _RANGE_JOINTS and tape.word(years.last + 1) in units().words:
        return False
    unit = amounts.read_unit(tape, years.last, years.value, False)
    if unit is None:
        return True
    return unit.unit == "m" and not tape.glued(years.last)


def _amounts(tape: Tape, index: int, taken: set[int]) -> list[Quantity]:
    """Read the amount at `index`, with a second one where a range or a list shares its unit or scale."""
    one = _amount(tape, index)
    if one is None:
        return []
    if one.unit in _PARTS and (whole := _compound(tape, one)):
        return [_finished(tape, whole)]
    joint = tape.word(one.last)
    following = one.last + 1
    if joint in ("-", "\u2013") and tape.word(following) == "-":
        following += 1
    if (
        joint in _RANGE_JOINTS
        and following not in taken
        and one.kind in ("count", "money", "percent", "measure", "duration")
    ):
        if tape.word(following) in ("$", "\u00a3", "\u20ac"):
            following += 1
        word = tape.word(following)
        if word and (word[0].isdigit() or word in STARTS) and not dates.likely_year(word):
            other = _amount(tape, following)
            if other and other.last > following and (pair := _paired(tape, one, other, joint)):
                return pair
    return [_finished(tape, one)]


# Units that a second, smaller figure may follow: "two hours and 48 minutes", "5ft 10in", "8 minutes 22.15".
_PARTS = {
    "hour": {"minute": 60}, "minute": {"second": 60}, "foot": {"inch": 12}, "year": {"month": 12}, "lb": {"ounce": 16},
    "stone": {"lb": 14, "pound": 14}, "day": {"hour": 24}, "week": {"day": 7},
}  # fmt: skip


def _compound(tape: Tape, one: Quantity) -> Quantity | None:
    """Join "two hours and 48 minutes" to one quantity of the smaller unit."""
    at = one.last + 1 if tape.word(one.last) in ("and", ",", "-") else one.last
    word = tape.word(at)
    if not word or not (word[0].isdigit() or word in STARTS):
        return None
    other = _amount(tape, at)
    smaller = _PARTS[one.unit]
    if other is None or one.value != one.value.to_integral_value():
        return None
    unit, bare = other.unit, other.kind == "count" and at == one.last and one.unit in ("foot", "minute")
    if bare:
        unit = next(iter(smaller))
    if unit not in smaller or other.value >= smaller[unit]:
        return None
    value = one.value * smaller[unit] + other.value
    kind = other.kind if other.kind == "age" else one.kind
    return msgspec.structs.replace(
        one, kind=kind, value=value, unit=unit, end=other.end, last=other.last
    )


def _paired(tape: Tape, one: Quantity, other: Quantity, joint: str) -> list[Quantity] | None:
    """Join two amounts to a range, or give the first the unit and scale of the second."""
    bare = not one.unit and one.kind == "count"
    if other.kind == "age" and bare:
        one = msgspec.structs.replace(one, kind="age", unit=other.unit)
    elif bare and (other.unit or other.kind != "count"):
        one = msgspec.structs.replace(one, kind=other.kind, unit=other.unit)
    elif one.kind == "money" and other.kind == "count":
        other = msgspec.structs.replace(other, kind="money", unit=one.unit)
    if one.kind != other.kind or one.unit != other.unit:
        return None
    low = one.value
    if low < 1000 <= other.value and low * _scale_of(other.value) < other.value and "-" not in (joint[:0]):
        low *= _scale_of(other.value)
    before = tape.word(one.first - 1)
    same_scale = low < other.value and other.value <= low * 20
    if joint == "and" and before != "between":
        return None if not bare or not other.unit else [_finished(tape, one), _finished(tape, other)]
    if not same_scale or (joint == "to" and before == "from"):
        return [_finished(tape, one), _finished(tape, other)] if joint in ("to", "or") else None
    joined = msgspec.structs.replace(one, value=low, high=other.value, end=other.end, last=other.last)
    return [_finished(tape, joined)]


def _scale_of(value: Decimal) -> int:
    """Return the scale that a large value was probably written with."""
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value >= scale and value % (scale // 1000) == 0:
            return scale
    return 1


def _amount(tape: Tape, index: int) -> Quantity | None:
    """Read one amount: currency, sign, number, scale, ordinal ending, unit."""
    word, first = tape.words[index], index
    currency = amounts.currency_before(tape, index) if word[0].isdigit() else None
    if word in amounts.GLYPHS:
        read: amounts.Amount | None = amounts.Amount(Decimal(amounts.GLYPHS[word]), index + 1)
    elif word[0].isdigit():
        read = amounts.read_digits(tape, index, currency is not None)
    else:
        read = amounts.read_words(tape, index)
    if read is None:
        return None
    value, end = read.value, read.end
    if word[0].isdigit() and tape.glued(end) and tape.word(end) in ("st", "nd", "rd", "th"):
        return _made(tape, "ordinal", value, first, end + 1)
    if read.ordinal:
        return _ordinal(tape, index, read)
    unit = None
    if currency:
        code, first = currency
        kind: QuantityKind = "money"
        unit_name = code
        if tape.word(end) in ("dollars", "pounds", "euros", "usd", "us", "dollar", "euro", "pound"):
            end += 1
    else:
        unit = amounts.read_unit(tape, end, value, read.scaled)
        kind, unit_name = (unit.kind, unit.unit) if unit else ("count", "")
        if unit:
            value, end = value * unit.factor, unit.end
    if kind == "count" and amounts.appositive_age(tape, first, end, value):
        kind, unit_name = "age", "year"
    if unit and unit.kind in ("percent", "measure") and _negative(tape, first):
        value, first = -value, first - 1
    if kind == "count" and not unit and designations.ordered(tape, index):
        kind = "ordinal"
    if word == "one" and kind == "count" and value == 1 and _idle_one(tape, index, end):
        return None
    if word in ("both", "twice"):
        return None
    high = read.vague_high
    made = _made(
        tape, kind, value, first, end, unit_name, high, weak=(word == "one" and value == 1) or tape.word(end - 1) == "couple",
        vague=high is not None,
    )  # fmt: skip
    if kind == "count" and tape.word(end - 1) == "m" and tape.glued(end - 1):
        # "5.68m" may be metres as well as millions.
        return msgspec.structs.replace(made, name="m")
    return made


_IDIOMATIC = frozenset({("third", "party"), ("third", "parties"), ("third", "world"), ("fifth", "amendment")})


def _ordinal(tape: Tape, index: int, read: amounts.Amount) -> Quantity | None:
    """Read an ordinal word; "first lady", "at first", "second-hand" and "a split second" are none."""
    word, before, after = tape.words[index], tape.word(index - 1), tape.word(read.end)
    if read.value <= 2 and read.end == index + 1:
        if after == "-":
            after = tape.word(read.end + 1)
        if word == "first" and (after in _NOT_FIRST or before in ("at", "from")):
            return None
        idle = before in ("split", "per", "every", "a", "one") and not after.isalpha()
        if word == "second" and (after in _NOT_SECOND or idle):
            return None
        return _made(tape, "ordinal", read.value, index, read.end, weak=True)
    if (word, after if after != "-" else tape.word(read.end + 1)) in _IDIOMATIC:
        return None
    return _made(tape, "ordinal", read.value, index, read.end)


def _idle_one(tape: Tape, index: int, end: int) -> bool:
    """Whether "one" is a pronoun or part of an idiom rather than a count."""
    before, after = tape.word(index - 1), tape.word(end)
    if after == "-" and tape.word(end + 1).isalpha():
        return tape.word(end + 1) in ("off", "sided", "way", "time", "another")
    return before in _ONE_BEFORE or after in _ONE_IDIOMS


def _numbers_a_line(tape: Tape, index: int) -> bool:
    """Whether the number at `index` only numbers a point of a list: "1. ...", "2) ..." at a line's start."""
    after = tape.word(index + 1)
    if after not in (".", ")") or not tape.glued(index + 1) or tape.glued(index + 2) or len(tape.words[index]) > 2:
        return False
    start = tape.starts[index]
    before = tape.document.text[max(0, start - 3) : start].rstrip(" (*")
    return start == 0 or before.endswith("\n") or (not before.strip() and index == 0) or before.endswith(":")


def _negative(tape: Tape, first: int) -> bool:
    """Whether a minus sign or the word stands before a measure."""
    sign = tape.word(first - 1)
    return sign == "minus" or (sign == "-" and tape.glued(first) and not tape.glued(first - 1))


def _made(
    tape: Tape, kind: QuantityKind, value: Decimal, first: int, last: int, unit: str = "",
    high: Decimal | None = None, weak: bool = False, vague: bool = False,
) -> Quantity:  # fmt: skip
    return Quantity(
        kind, value, tape.starts[first], tape.ends[last - 1], first, last, unit, high, weak=weak, vague=vague
    )


def _finished(tape: Tape, quantity: Quantity) -> Quantity:
    return _bounded(tape, quantity) if quantity.kind not in ("ordinal", "age") or quantity.unit else quantity


def _bounded(tape: Tape, quantity: Quantity) -> Quantity:
    """Return `quantity` with the bound or hedge that stands beside it."""
    found = modifier(tape, quantity.first, quantity.last)
    if found == "more than" and quantity.kind == "duration" and tape.word(quantity.first - 1) == "over":
        # "over two years" says how long something took.
        found = ""
    return msgspec.structs.replace(quantity, modifier=found) if found else quantity


def is_currency(unit: str) -> bool:
    """Whether a quantity's unit is a currency."""
    return is_money(unit)
