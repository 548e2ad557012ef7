"""One amount at a place of the tape: currency, sign, number, scale, ordinal ending, unit."""

from decimal import Decimal

import msgspec

from bench.facts.quantities import designations
from bench.facts.quantities.amount_units import appositive_age, currency_before, read_unit
from bench.facts.quantities.amounts import GLYPHS, Amount, and_part, read_digits, read_words
from bench.facts.quantities.measure_units import Unit
from bench.facts.quantities.quantity import Quantity, QuantityKind
from bench.facts.tape import Tape

_NOT_FIRST = frozenset(
    "lady ladies minister class aid hand name names degree foot floor of and glance sight thing place "
    "instance family responders responder world nations amendment".split()
)
_NOT_SECOND = frozenset("hand thoughts thought nature guess opinion chance to".split())
_ONE_IDIOMS = frozenset(
    "of another day time who that which to thing way such by man's 's or and would could can has".split()
)
_ONE_BEFORE = frozenset(
    "no any every some each the this that which only an another loved number square".split()
)


def read_amount(tape: Tape, index: int) -> Quantity | None:
    """Read one amount: currency, sign, number, scale, ordinal ending, unit."""
    word = tape.words[index]
    currency = currency_before(tape, index) if word[0].isdecimal() else None
    read = _number(tape, index, word, currency is not None)
    if read is None:
        return None
    if word[0].isdecimal() and tape.glued(read.end) and tape.word(read.end) in ("st", "nd", "rd", "th"):
        if tape.word(read.end) == "st" and not _ends_in_first(read.value):
            return made(tape, "measure", read.value, index, read.end + 1, "stone")
        return (
            _century(tape, index, read.end + 1, read.value)
            or _birthday(tape, index, read.end + 1, read.value)
            or made(tape, "ordinal", read.value, index, read.end + 1)
        )
    if read.ordinal:
        return (
            _century(tape, index, read.end, read.value)
            or _birthday(tape, index, read.end, read.value)
            or _ordinal(tape, index, read)
        )
    if currency:
        code, first = currency
        end = read.end + 1 if tape.word(read.end) in _CURRENCY_TWICE else read.end
        # "£45 and a half plot £28": nobody writes half a pound so behind a sign.
        high = read.vague_high
        return made(tape, "money", read.value, first, end, code, high, vague=high is not None)
    unit = read_unit(tape, read.end, read.value)
    if unit is None and tape.word(index - 1) == "minus" and not tape.word(index - 2)[:1].isdecimal():
        # "Down to minus 4 on Saturday": nothing but a temperature is told so.
        unit = Unit("measure", "degree", read.end)
    if unit is None:
        return _bare(tape, index, read)
    first = index
    if unit.kind in ("percent", "measure") and _negative(tape, index) and unit.factor > 0:
        read, first = msgspec.structs.replace(read, value=-read.value), index - 1
    return _amount(tape, unit, read, first)


# "$5 dollars": the sign and the word for one currency.
_CURRENCY_TWICE = frozenset({"dollars", "pounds", "euros", "usd", "us", "dollar", "euro", "pound"})


def _century(tape: Tape, first: int, last: int, value: Decimal) -> Quantity | None:
    """Read "the 18th century", "nineteenth-century" as the hundred years that it names."""
    at = last + 1 if tape.word(last) == "-" else last
    if (
        tape.word(at) not in ("century", "centuries")
        or not 1 < value <= 21
        or tape.word(at + 1) in ("bc", "bce")
    ):
        return None
    begun = (value - 1) * 100
    return made(tape, "decade", begun, first, at + 1, high=begun + 99)


def _ends_in_first(value: Decimal) -> bool:
    """Whether a number ends in "first": 21st, but neither 11th nor the "34st" of a scale."""
    return value % 10 == 1 and value % 100 != 11


def _birthday(tape: Tape, first: int, last: int, value: Decimal) -> Quantity | None:
    """Read "his eighteenth birthday" as the age that it is; a first or second one may be of anything."""
    if tape.word(last) not in ("birthday", "birthdays") or value < 3:
        return None
    return made(tape, "age", value, first, last, "year")


def _number(tape: Tape, index: int, word: str, money: bool) -> Amount | None:
    """Read the number itself, in digits, words or as a fraction sign."""
    if word in GLYPHS:
        return Amount(Decimal(GLYPHS[word]), index + 1)
    if word in ("both", "twice"):
        return None
    return read_digits(tape, index, money) if word[0].isdecimal() else read_words(tape, index)


def _amount(tape: Tape, unit: Unit, read: Amount, first: int) -> Quantity:
    """Return an amount with its unit."""
    century = unit.unit == "century" and read.value < 1
    if century:
        # Half a century are fifty years, and told of about as many.
        unit = msgspec.structs.replace(unit, unit="year", factor=Decimal(100))
    value, high, end = read.value * unit.factor, read.vague_high, unit.end
    name = "century" if century else read.name if unit.factor == 1 else ""
    if not read.value % 1 and (part := and_part(tape, end)):
        value, end, name = value + unit.factor * part[0], part[1], "part"
    weak = tape.words[first] == "one" and value == 1
    one = made(tape, unit.kind, value, first, end, unit.unit, high, weak=weak, vague=high is not None)
    return msgspec.structs.replace(one, name=name) if name else one


def _bare(tape: Tape, index: int, read: Amount) -> Quantity | None:
    """Return a number without unit: a count, an age, or which in a row."""
    value, end, high = read.value, read.end, read.vague_high
    word = tape.words[index]
    if appositive_age(tape, index, end, value):
        return made(tape, "age", value, index, end, "year")
    if designations.ordered(tape, index):
        return made(tape, "ordinal", value, index, end, weak=word == "one")
    if word == "one" and value == 1 and _idle_one(tape, index, end):
        return None
    weak = (word == "one" and value == 1) or tape.word(end - 1) == "couple"
    count = made(tape, "count", value, index, end, "", high, weak=weak, vague=high is not None)
    if read.name:
        return msgspec.structs.replace(count, name=read.name)
    if "dozen" in tape.words[index:end] and high is None:
        return msgspec.structs.replace(count, name="dozen")
    if tape.word(end - 1) in ("m", "k") and tape.glued(end - 1):
        # "5.68m" may be metres as well as millions, "10k" a race of so many kilometres.
        return msgspec.structs.replace(count, name=tape.words[end - 1])
    return count


_IDIOMATIC = frozenset({("third", "party"), ("third", "parties"), ("third", "world"), ("fifth", "amendment")})


def _ordinal(tape: Tape, index: int, read: Amount) -> Quantity | None:
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
        return made(tape, "ordinal", read.value, index, read.end, weak=True)
    if (word, after if after != "-" else tape.word(read.end + 1)) in _IDIOMATIC:
        return None
    return made(tape, "ordinal", read.value, index, read.end)


def _idle_one(tape: Tape, index: int, end: int) -> bool:
    """Whether "one" is a pronoun or part of an idiom rather than a count."""
    before, after = tape.word(index - 1), tape.word(end)
    if after == "-" and tape.word(end + 1).isalpha():
        return tape.word(end + 1) in ("off", "sided", "way", "time", "another")
    return before in _ONE_BEFORE or after in _ONE_IDIOMS


def _negative(tape: Tape, first: int) -> bool:
    """Whether a minus sign or the word stands before a measure."""
    sign = tape.word(first - 1)
    return sign == "minus" or (sign == "-" and tape.glued(first) and not tape.glued(first - 1))


def made(
    tape: Tape, kind: QuantityKind, value: Decimal, first: int, last: int, unit: str = "",
    high: Decimal | None = None, weak: bool = False, vague: bool = False,
) -> Quantity:  # fmt: skip
    """Return the quantity at the pieces `first:last`."""
    return Quantity(
        kind, value, tape.starts[first], tape.ends[last - 1], first, last, unit, high, weak=weak, vague=vague
    )
