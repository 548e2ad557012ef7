"""What stands beside a number: currencies, percent, measures, durations, ages, temperatures."""

from decimal import Decimal

import msgspec

from bench.facts.quantities.number_words import STARTS
from bench.facts.quantities.quantity import QuantityKind
from bench.facts.quantities.units import SINGULAR_TIME, units
from bench.facts.tape import Tape

DASHES = frozenset({"-", "\u2013", "\u2014"})
"""Signs that join two pieces."""
PERCENT = frozenset({"%", "percent", "pct", "pc"})


def currency_before(tape: Tape, at: int) -> tuple[str, int] | None:
    """Read the currency that ends just before `at`: its code and the index of its first piece."""
    table, index = units(), at - 1
    word = tape.word(index)
    if word == "." and tape.word(index - 1) == "rs":
        return "INR", index - 1
    if word == "#" and tape.word(index - 1) != "&":
        # A pound sign that was lost in transcoding: "# 500,000".
        spaced = not tape.glued(at) and len(tape.word(at)) > 1
        return (
            ("GBP", index) if spaced or len(tape.word(at)) >= 3 or tape.word(at + 1) in ("m", "bn") else None
        )
    code = table.currency.get(word)
    if code is None or (word.isalpha() and not _code_word(tape, index)):
        return None
    while tape.word(index - 1) == word:
        index -= 1
    if code == "dollar":
        before = index - 1
        if tape.word(before) == "." and tape.word(before - 2) == ".":
            return "USD", before - 3
        if (tape.glued(index) or tape.word(before) == "us") and tape.word(before) in table.dollars:
            return table.dollars[tape.word(before)], before
    return code, index


_CODES = frozenset(
    "usd eur gbp jpy inr rs chf aud cad rmb cny kes kshs ksh pln sek nok dkk zar krw rub brl".split()
)


def _code_word(tape: Tape, index: int) -> bool:
    """Whether a word before a number is a currency code (USD 5m, Rs 500), not a word like "won" or "euro"."""
    word = tape.words[index]
    return word in _CODES


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What follows a number: its kind and unit, a factor on the value, and the index behind."""

    kind: QuantityKind
    unit: str
    end: int
    factor: Decimal = Decimal(1)


def read_unit(tape: Tape, end: int, value: Decimal) -> Unit | None:
    """Read the unit at `end`: percent, points, currency words, measures, times, ages, temperatures."""
    at = end + 1 if _joined(tape, end) else end
    word = tape.word(at)
    if not word or word in (",", ".", ")", "the", "and", "of"):
        return None
    if word in PERCENT or (word == "per" and tape.word(at + 1) == "cent"):
        behind = at + (2 if word == "per" else 1)
        if tape.word(behind) in ("point", "points") or (
            tape.word(behind) == "-" and tape.word(behind + 1) in ("point", "points")
        ):
            return Unit("percent", "pp", behind + (2 if tape.word(behind) == "-" else 1))
        return Unit("percent", "%", behind)
    if word == "percentage" and tape.word(at + 1) in ("point", "points"):
        return Unit("percent", "pp", at + 2)
    if word == "basis" and tape.word(at + 1) in ("point", "points"):
        return Unit("percent", "pp", at + 2, Decimal("0.01"))
    return _money_unit(tape, at, value) or _measure_unit(tape, at, value)


def _joined(tape: Tape, end: int) -> bool:
    """Whether a dash joins a number to what follows: "10-foot", and "10 - foot" where a tokeniser cut it."""
    if tape.word(end) not in DASHES:
        return False
    cut = tape.word(end) == "-" and not tape.glued(end) and not tape.glued(end + 1)
    return tape.glued(end) or (cut and tape.word(end + 1) in _JOINED)


_JOINED = frozenset(
    "foot mile inch yard pound metre meter km kilometre year month week day hour minute".split()
)
"""Units in the singular, which stand behind a dash alone: "a 3 - metre fence"."""


def _money_unit(tape: Tape, at: int, value: Decimal) -> Unit | None:
    """Read a currency behind a number: "pounds", "US dollars", "cents", "25p"."""
    table, word = units(), tape.word(at)
    if word in ("pound", "pounds"):
        return Unit("money", "pound", at + 1)
    code = table.currency.get(word)
    if code and not (word in ("won", "rand", "quid", "a", "c", "s") and value < 1000):
        return Unit("money", code, at + 1)
    if word in table.dollars:
        after = at + 1
        if word == "u" and tape.words[at + 1 : at + 4] == [".", "s", "."]:
            after = at + 4
        if tape.word(after) in ("dollar", "dollars", "$"):
            return Unit("money", table.dollars[word], after + 1)
    if (pair := _LANDS.get((word, tape.word(at + 1)))) and tape.word(at + 2) in ("dollar", "dollars"):
        return Unit("money", pair, at + 3)
    if tape.word(at + 1) in ("dollar", "dollars", "pesos", "rupees", "pounds", "francs", "kroner"):
        names = {"dollar": "dollar", "dollars": "dollar", "pesos": "peso", "rupees": "INR", "pounds": "GBP"}
        if word.isalpha() and tape.capital(at):
            return Unit("money", names.get(tape.word(at + 1), "franc"), at + 2)
    if word in table.hundredth and (tape.glued(at) or len(word) > 1):
        if word in ("c", "p") and tape.glued(at + 1) and tape.word(at + 1) not in (",", ".", "-", ")", "'"):
            return None
        if word == "c" and tape.capital(at):
            return None
        return Unit("money", table.hundredth[word], at + 1, Decimal("0.01"))
    return None


_LANDS = {("new", "zealand"): "NZD", ("hong", "kong"): "HKD"}


def _measure_unit(tape: Tape, at: int, value: Decimal) -> Unit | None:
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
    if unit == "second" and word == "second" and not (tape.word(at - 1) in DASHES or value == 1):
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


def appositive_age(tape: Tape, first: int, last: int, value: Decimal) -> bool:
    """Whether a bare number is an age: "aged 23", "age 23", "Jane Smith, 23,"."""
    if value != value.to_integral_value() or not 0 < value < 120:
        return False
    before = tape.word(first - 1)
    if before in ("aged", "age") or (before == "of" and tape.word(first - 2) == "age"):
        return True
    if before in _WAS and tape.word(last) in _WHEN and value >= _SPOKEN_AGE:
        return tape.word(first - 2) in _SOMEONE or tape.capital(first - 2)
    if (
        before == ","
        and tape.word(last) in (",", ".", "and", "who", "was", ";")
        and tape.words[first].isdecimal()
    ):
        name = tape.word(first - 2)
        if name == "." and tape.word(first - 3) in ("jr", "sr"):
            return True
        cased = tape.document.style == "cased"
        return name.isalpha() and len(name) > 1 and (tape.capital(first - 2) or not cased)
    return False


_WAS = frozenset({"was", "is", "turned"})
_WHEN = frozenset({"when", "at", "on"})
_SOMEONE = frozenset({"he", "she", "who", "i"})
_SPOKEN_AGE = 5
"""Least age that "she was 38 when" tells; below, it may be a place or a score."""
