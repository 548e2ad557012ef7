"""Amounts that share a unit or scale, ranges, and amounts of two units: "$10-12 million", "5ft 10in"."""

from decimal import Decimal

import msgspec

from bench.facts.quantities import dates
from bench.facts.quantities.amount_forms import counts_on
from bench.facts.quantities.amount_units import BEHIND
from bench.facts.quantities.measure_units import Unit
from bench.facts.quantities.modifiers import bounded
from bench.facts.quantities.number_words import SCALES, STARTS, TENS
from bench.facts.quantities.quantity import Quantity, QuantityKind
from bench.facts.quantities.single_amounts import made, read_amount
from bench.facts.quantities.units import SINGULAR_TIME, same_unit, units
from bench.facts.tape import Tape

RANGE_JOINTS = frozenset({"-", "\u2013", "\u2014", "to", "or", "and"})


def read_amounts(tape: Tape, index: int, taken: set[int]) -> list[Quantity]:
    """Read the amount at `index`, with a second one where a range or a list shares its unit or scale."""
    one = read_amount(tape, index)
    if one is None:
        return []
    if one.kind == "count" and (scale := _scale_before_bracket(tape, index)):
        one = msgspec.structs.replace(one, value=one.value * scale)
    if whole := in_parts(tape, one):
        return [_finished(tape, whole)]
    if (end := _listed(tape, one)) and end not in taken and (last := read_amount(tape, end)):
        return [_finished(tape, _like(tape, one, last))]
    if whole := _of_whole(tape, one):
        return [_finished(tape, _like(tape, one, whole))]
    if other := _set_against(tape, one):
        return [_finished(tape, _like(tape, one, other))]
    joint = tape.word(one.last)
    following = one.last + 1
    if joint in ("-", "\u2013") and tape.word(following) == "-":
        following += 1
    if (
        joint in RANGE_JOINTS
        and following not in taken
        and one.kind in ("count", "money", "percent", "measure", "duration", "age")
    ):
        if tape.word(following) in ("$", "\u00a3", "\u20ac"):
            following += 1
        word = tape.word(following)
        if word and (word[0].isdecimal() or word in STARTS) and not dates.likely_year(word):
            other = read_amount(tape, following)
            if other and other.last > following and (pair := _paired(tape, one, other, joint)):
                return pair
    return [_finished(tape, one)]


# Units that a second, smaller figure may follow: "two hours and 48 minutes", "5ft 10in", "8 minutes 22.15".
_PARTS = {
    "hour": {"minute": 60}, "minute": {"second": 60}, "foot": {"inch": 12}, "year": {"month": 12},
    "lb": {"ounce": 16},
    "stone": {"lb": 14, "pound": 14}, "pound": {"ounce": 16}, "day": {"hour": 24}, "week": {"day": 7},
}  # fmt: skip


def in_parts(tape: Tape, one: Quantity) -> Quantity | None:
    """Join an amount with what is told behind it in smaller units, "2 hours, 9 minutes and 47 seconds"."""
    whole = _coins(tape, one) if one.kind == "money" else None
    while one.unit in _PARTS and (joined := _compound(tape, one)):
        whole = one = joined
    return whole


def _compound(tape: Tape, one: Quantity) -> Quantity | None:
    """Join "two hours and 48 minutes" to one quantity of the smaller unit."""
    at = one.last + 1 if tape.word(one.last) in ("and", ",", "-") else one.last
    word = tape.word(at)
    if not word or not (word[0].isdecimal() or word in STARTS) or (one.weak and tape.word(at - 1) == ","):
        # "Most of a day, 19 hours".
        return None
    other = _minutes(tape, at) if one.unit == "hour" else None
    other = other or read_amount(tape, at)
    smaller = _PARTS[one.unit]
    if other is None or one.value != one.value.to_integral_value():
        return None
    unit, bare = other.unit, other.kind == "count" and at == one.last and one.unit in ("foot", "minute")
    if bare:
        unit = next(iter(smaller))
    if unit not in smaller or other.value >= smaller[unit]:
        return None
    value = one.value * smaller[unit] + other.value
    kind = other.kind if other.kind == "age" or one.unit == "pound" else one.kind
    return msgspec.structs.replace(
        one, kind=kind, value=value, unit=unit, end=other.end, last=other.last, weak=False
    )


def _coins(tape: Tape, one: Quantity) -> Quantity | None:
    """Join "three euros and forty cents", "two pounds 50" where nothing is counted behind."""
    at = one.last + (tape.word(one.last) in ("and", ","))
    word = tape.word(at)
    if one.value % 1 or not word or not (word[0].isdecimal() or word in STARTS):
        return None
    other = read_amount(tape, at)
    if other is None or other.high is not None:
        return None
    value = other.value
    if other.kind == "count" and at == one.last and tape.word(one.last - 1).isalpha():
        behind = tape.word(other.last)
        told = value < 100 and (len(word) == 2 or word in TENS) and (behind in BEHIND or not behind.isalpha())
        value = value / 100 if told else Decimal(1)
    elif other.kind != "money" or not (same_unit(one.unit, other.unit) or other.unit == "cent"):
        return None
    if not 0 < value < 1:
        return None
    return msgspec.structs.replace(one, value=one.value + value, end=other.end, last=other.last)


def _minutes(tape: Tape, at: int) -> Quantity | None:
    """Read the minutes of "2h 48m", where the letter alone would be million."""
    word = tape.words[at]
    if tape.word(at + 1) != "m" or not word.isdecimal() or int(word) >= 60:
        return None
    return made(tape, "duration", Decimal(word), at, at + 2, "minute")


def _listed(tape: Tape, one: Quantity) -> int:
    """Return where the last figure of "11, 14 and 20 million" begins, asked of the first; 0 where none is."""
    if one.last != one.first + 1 or one.kind != "count" or not _plain(tape.words[one.first]):
        return 0
    at = one.last
    while tape.word(at) == "," and _plain(tape.word(at + 1)) and at < one.last + _LONGEST:
        at += 2
    at += tape.word(at) == ","
    listed = at > one.last and tape.word(at) in ("and", "or") and tape.word(at + 1)[:1].isdecimal()
    return at + 1 if listed else 0


_LONGEST = 12


def _scale_before_bracket(tape: Tape, at: int) -> int:
    """Return the scale that a change in brackets shares with its figure, else 0: "19.8 billion (+2.9)"."""
    signed = tape.word(at - 1) in _SIGNS and tape.word(at - 2) == "("
    return SCALES.get(tape.word(at - 3), 0) if signed and tape.word(at + 1) in (")", ",", ";") else 0


_SIGNS = frozenset({"+", "-", "\u2212", "\u2013", "up", "down"})


def _of_whole(tape: Tape, one: Quantity) -> Quantity | None:
    """Return the figure of which a bare one is a part with the same scale: "48 of the 60 thousand"."""
    at = one.last + 2 if tape.word(one.last + 1) == "the" else one.last + 1
    if one.kind != "count" or one.unit or tape.word(one.last) != "of" or not _plain(tape.words[one.first]):
        return None
    if not _plain(tape.word(at)) or int(tape.word(at)) <= one.value:
        return None
    whole = read_amount(tape, at) if tape.word(at + 1) != "-" else None
    shared = tape.word(at + 1) in _SHARED_SCALES or (whole and whole.kind in ("duration", "measure"))
    return whole if shared else None


_SHARED_SCALES = frozenset({"thousand", "million", "billion", "m", "bn", "k"})


_AGAINST = (
    ("instead", "of"), ("rather", "than"), ("compared", "with"), ("compared", "to"), ("as", "against"),
    ("up", "from"), ("down", "from"), ("against",), ("versus",), ("vs",), ("not",),
)  # fmt: skip
_FIRST_AGAINST = frozenset(words[0] for words in _AGAINST)


def _set_against(tape: Tape, one: Quantity) -> Quantity | None:
    """Return the figure with a unit that a bare one is set against: "19.90 instead of 17.90 euros"."""
    at = one.last + (tape.word(one.last) == ",")
    if tape.word(at) not in _FIRST_AGAINST or one.kind != "count" or one.unit or one.last != one.first + 1:
        return None
    for words in _AGAINST:
        behind = at + len(words)
        if tuple(tape.words[at:behind]) == words and tape.word(behind)[:1].isdecimal():
            other = read_amount(tape, behind)
            return (
                other
                if other and other.unit and one.value < other.value * _ALIKE < _ALIKE**2 * one.value
                else None
            )
    return None


_ALIKE = 20
"""How many times larger one of two figures of one unit may be."""


def _plain(word: str) -> bool:
    return word.isdecimal() and len(word) <= 3


def _like(tape: Tape, one: Quantity, other: Quantity) -> Quantity:
    """Return a bare figure with the unit and the scale of the one it shares them with."""
    if other.kind not in ("count", "money", "percent", "measure", "duration"):
        return one
    words = tape.words[other.first : other.last]
    scale = next((SCALES[word] for word in words if word in SCALES and word != "hundred"), 1)
    return msgspec.structs.replace(one, kind=other.kind, unit=other.unit, value=one.value * scale)


def _paired(tape: Tape, one: Quantity, other: Quantity, joint: str) -> list[Quantity] | None:
    """Join two amounts to a range, or give the first the unit and scale of the second."""
    bare = not one.unit and one.kind == "count"
    if other.kind == "age" and bare:
        one = msgspec.structs.replace(one, kind="age", unit=other.unit)
    elif bare and (other.unit or other.kind != "count"):
        one = msgspec.structs.replace(one, kind=other.kind, unit=other.unit)
    elif one.kind == "age" and other.kind == "count" and not other.unit and joint != "and":
        # "Aged 18 to 55".
        other = msgspec.structs.replace(other, kind="age", unit=one.unit)
    elif one.kind == "money" and other.kind == "count" and not counts_on(tape.word(other.last)):
        # Not of "190,000 euros to 14 patients".
        other = msgspec.structs.replace(other, kind="money", unit=one.unit)
    if one.kind != other.kind or one.unit != other.unit:
        return None
    low = one.value
    if low < 1000 <= other.value and low * _scale_of(other.value) < other.value and "-" not in (joint[:0]):
        low *= _scale_of(other.value)
    words_before = map(tape.word, range(one.first - 1, one.first - 4, -1))
    before = next((word for word in words_before if word not in _HEDGES), "")
    number = tape.words[one.first]
    moved = joint == "to" and before == "from" and _plain(number.replace(".", "", 1))
    if moved or (joint in ("to", "and") and before != "between" and _plain(number)):
        # "From 14 to 20 million".
        one = _like(tape, one, other) if one.last == one.first + 1 else one
    same_scale = low < other.value and other.value <= low * 20
    if joint == "and" and before != "between":
        shared = other.unit or one.value >= 1000
        return [_finished(tape, one), _finished(tape, other)] if bare and shared else None
    # "By 5 cents to 40 cents" tells a change and where it led to, "by 20 to 30 per cent" one of that size.
    # So does "by 1.2 million to 3.6 million".
    far = bare and (low * _FAR <= other.value or one.last > one.first + 1)
    parted = before == "from" or (before == "by" and (not bare or far))
    if not same_scale or (joint == "to" and parted):
        if moved and bare and not other.unit and (unit := _unit_of_subject(tape, one, other)):
            one, other = (msgspec.structs.replace(q, kind=unit.kind, unit=unit.unit) for q in (one, other))
        return [_finished(tape, one), _finished(tape, other)] if joint in ("to", "or") else None
    joined = msgspec.structs.replace(one, value=low, high=other.value, end=other.end, last=other.last)
    return [_finished(tape, joined)]


_SUBJECT_REACH = 7


def _unit_of_subject(tape: Tape, one: Quantity, other: Quantity) -> Unit | None:
    """Return the unit that the subject tells for both: "opening hours will fall from 48 to 36 a week"."""
    if tape.word(other.last).isalpha() and tape.word(other.last) not in _BEHIND_MOVED:
        return None
    for at in range(one.first - 2, max(-1, one.first - 2 - _SUBJECT_REACH), -1):
        word = tape.words[at]
        if not word.isalpha():
            return None
        if word.endswith("s") and len(word) > 3:
            unit = units().words.get(word)
            kind: QuantityKind = "duration" if unit in SINGULAR_TIME else "measure"
            return Unit(kind, unit, at) if unit else None
    return None


_BEHIND_MOVED = frozenset(
    "a an per each every this last next in by and after from over under within when while".split()
)
_HEDGES = frozenset("about around almost nearly roughly some just over more less than under".split())
_FAR = 4
"""How many times the lower end of a bare range the upper one may be."""


def _scale_of(value: Decimal) -> int:
    """Return the scale that a large value was probably written with."""
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value >= scale and value % (scale // 1000) == 0:
            return scale
    return 1


def _finished(tape: Tape, quantity: Quantity) -> Quantity:
    return bounded(tape, quantity) if quantity.kind not in ("ordinal", "age") or quantity.unit else quantity
