"""Units of measure behind a number: lengths and weights, durations and ages, temperatures, rates."""

from decimal import Decimal

import msgspec

from bench.facts.quantities.number_words import STARTS
from bench.facts.quantities.quantity import QuantityKind
from bench.facts.quantities.units import SINGULAR_TIME, units
from bench.facts.tape import Tape

DASHES = frozenset({"-", "\u2013", "\u2014"})
"""Signs that join two pieces."""


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What follows a number: its kind and unit, a factor on the value, and the index behind."""

    kind: QuantityKind
    unit: str
    end: int
    factor: Decimal = Decimal(1)


def measure_unit(tape: Tape, at: int, value: Decimal) -> Unit | None:
    """Read a measure, a duration, an age or a temperature."""
    table, word, glued = units(), tape.word(at), tape.glued(at)
    if found := _temperature(tape, at):
        return found
    second = at + 2 if tape.word(at + 1) == "-" else at + 1
    if pair := table.pairs.get((word, tape.word(second))):
        return Unit("measure", pair, second + 1)
    if word in _SQUARED and (power := _power(tape, at)):
        return Unit("measure", power, at + 2)
    unit = "inch" if word == "in" and glued else table.words.get(word)
    if word == "s" and glued and "." not in tape.word(at - 1):
        # "Under-12s", "the 1500s".
        return None
    if unit is None and tape.word(at + 1) in _TIME_PLURALS and _describes(word):
        return Unit("duration", table.words[tape.word(at + 1)], at + 2)
    if unit is None or (len(word) <= 2 and not glued and word not in _SPACED and not _lone_letter(tape, at)):
        return None
    if unit == "second" and word == "second" and not (tape.word(at - 1) in DASHES or value <= 1):
        return None
    if unit in SINGULAR_TIME:
        return _age(tape, unit, at + 1) or Unit("duration", unit, at + 1)
    return _rate(tape, unit, at + 1) or Unit("measure", unit, at + 1)


_POWERS = {
    "2": {"m": "sqm", "km": "sqkm", "ft": "sqft"},
    "3": {"m": "cubic metre", "km": "cubic km", "ft": "cubic foot"},
}
_SQUARED = frozenset({"m", "km", "ft"})


def _power(tape: Tape, at: int) -> str:
    """Return the unit of area or volume that "m2" or "km3" at `at` is, "" where no digit follows."""
    power = _POWERS.get(tape.word(at + 1)) if tape.glued(at + 1) else None
    return power[tape.word(at)] if power else ""


def _temperature(tape: Tape, at: int) -> Unit | None:
    word = tape.word(at)
    if word in ("\u00b0", "degree", "degrees"):
        return _degrees(tape, at + 1)
    if word in ("celsius", "fahrenheit") or (word in ("c", "f") and _is_scale(tape, at)):
        return Unit("measure", word[0].upper(), at + 1)
    return Unit("measure", "kelvin", at + 1) if word in ("kelvin", "kelvins") else None


def _rate(tape: Tape, unit: str, behind: int) -> Unit | None:
    """Read what a measure is told for, at `behind`: "/h", "an hour", "mg/dL"."""
    table, per = units(), tape.word(behind)
    if rate := table.rates.get(unit):
        if per == "/" and tape.word(behind + 1) in ("h", "hr"):
            return Unit("measure", rate, behind + 2)
        if end := _rate_behind(tape, behind):
            return Unit("measure", rate, end)
        if per in ("per", "an", "-") and tape.word(behind + 1) in ("hour", "an"):
            more = 2 if per == "-" and tape.word(behind + 3) == "hour" else 0
            return Unit("measure", rate, behind + 2 + more)
    if per not in ("/", "per") and not (per in ("a", "an") and tape.word(behind + 1) in _EACH_AREA):
        return None
    if tape.word(behind + 1) in _SQUARED and (power := _power(tape, behind + 1)):
        return Unit("measure", f"{unit}/{power}", behind + 3)
    if pair := table.pairs.get((tape.word(behind + 1), tape.word(behind + 2))):
        return Unit("measure", f"{unit}/{pair}", behind + 3)
    other = table.words.get(tape.word(behind + 1))
    return Unit("measure", f"{unit}/{other}", behind + 2) if other else None


_EACH_AREA = frozenset({"hectare", "acre", "litre", "liter"})
"""What an amount is told for with "a": "7.7 tonnes a hectare"."""


_SMALL, _CAPITAL = frozenset({"g", "l", "s", "t"}), frozenset({"l", "v", "w"})
"""Letters that are units behind digits, by their case."""


def _lone_letter(tape: Tape, at: int) -> bool:
    """Whether a letter that stands apart is the unit of the digits before it: "9 g of fat", "in 4.1 s"."""
    if tape.glued(at + 1) and tape.word(at + 1).isalnum():
        return False
    letters = _CAPITAL if tape.capital(at) else _SMALL
    return tape.word(at) in letters and tape.word(at - 1)[:1].isdecimal()


def _is_scale(tape: Tape, at: int) -> bool:
    """Whether a letter behind a number is a scale of temperature: "17C", "(17 C)", not "flat 17 C block"."""
    if not tape.capital(at):
        return False
    return tape.glued(at) or tape.word(at + 1) in (")", "(", ".", ",", ";", "and", "to", "/", "")


def _rate_behind(tape: Tape, behind: int) -> int:
    """Return where "185 kilometres (115 miles) an hour" ends for either figure, 0 where it is no rate."""
    at = behind
    if tape.word(at) == "(":
        at = next((index for index in range(at, at + 6) if tape.word(index) == ")"), behind)
    if tape.word(at) == ")" and tape.word(at + 1) in ("per", "an") and tape.word(at + 2) == "hour":
        return behind
    return 0


_SCALES = {"c": "C", "celsius": "C", "centigrade": "C", "f": "F", "fahrenheit": "F"}


def _degrees(tape: Tape, at: int) -> Unit:
    """Read what follows "degrees": the scale, and "below zero" before or behind it."""
    name = _SCALES.get(tape.word(at), "")
    behind = at + 1 if name else at
    sign = 1
    if tape.word(behind) in ("below", "above") and tape.word(behind + 1) == "zero":
        sign, behind = -1 if tape.word(behind) == "below" else 1, behind + 2
    if not name and (late := _SCALES.get(tape.word(behind))):
        name, behind = late, behind + 1
    return Unit("measure", name or "degree", behind, Decimal(sign))


_SPACED = frozenset(
    "m m\u00b2 mi km cm mm kg mg ug \u00b5g ft lb oz ml cl dl ha mw gw kw gb mb kb tb hr hz db kj kv".split()
)
"""Short units that may stand apart from their number; other letters behind a number are no units."""


_TIME_PLURALS = frozenset("seconds minutes hours days weeks months years".split())
_NO_ADJECTIVES = frozenset(
    "of in on at and or to for from by after before with per more people the a an until into".split()
)


def _describes(word: str) -> bool:
    """Whether a word between a number and its unit may describe the unit: "ten bonus seconds"."""
    return (
        word.isalpha()
        and word not in _NO_ADJECTIVES
        and word not in STARTS
        and (not word.endswith("s") or word.endswith(("us", "ss")))
    )


def _age(tape: Tape, unit: str, behind: int) -> Unit | None:
    """Read "-old", "old", "of age" behind a unit of time."""
    word = tape.word(behind)
    if word == "-" and tape.word(behind + 1) in ("old", "olds"):
        return Unit("age", unit, behind + 2)
    if word in ("old", "olds"):
        return Unit("age", unit, behind + 1)
    if word == "of" and tape.word(behind + 1) == "age":
        return Unit("age", unit, behind + 2)
    return None
