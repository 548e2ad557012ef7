"""What stands beside a number: currencies, percent, measures, durations, ages, temperatures."""

from decimal import Decimal

from bench.facts.quantities.measure_units import DASHES, Unit, measure_unit
from bench.facts.quantities.number_words import SCALES
from bench.facts.quantities.units import units
from bench.facts.tape import Tape

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
    if word in table.letters and tape.glued(at) and _of_money(tape, at):
        return table.letters[word], index
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


def _of_money(tape: Tape, at: int) -> bool:
    """Whether digits behind letters are an amount of money, by thousands or a scale: no "N95", no "R2"."""
    behind = tape.word(at + 1)
    return "," in tape.words[at] or behind in SCALES or (behind in ("m", "bn", "tn") and tape.glued(at + 1))


_CODES = frozenset(
    "usd eur gbp jpy inr rs chf aud cad rmb cny kes kshs ksh pln sek nok dkk zar krw rub brl".split()
)


def _code_word(tape: Tape, index: int) -> bool:
    """Whether a word before a number is a currency code (USD 5m, Rs 500), not a word like "won" or "euro"."""
    word = tape.words[index]
    return word in _CODES


def read_unit(tape: Tape, end: int, value: Decimal) -> Unit | None:
    """Read the unit at `end`: percent, points, currency words, measures, times, ages, temperatures."""
    at = end + 1 if _joined(tape, end) else end
    word = tape.word(at)
    if word == "of" and 0 < value < 1 and tape.word(at + 1) == "a":
        # "0.45 of a second".
        return read_unit(tape, at + 2, value)
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
    return _money_unit(tape, at, value) or measure_unit(tape, at, value)


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
    table, word, following = units(), tape.word(at), tape.word(at + 1)
    if word in ("pound", "pounds"):
        return Unit("money", "pound", at + 1)
    if word == "grand" and following not in _GRAND:
        return Unit("money", "grand", at + 1, Decimal(1000))
    code = table.currency.get(word)
    if code and not (word in ("won", "rand", "a", "c", "s") and value < 1000):
        return Unit("money", code, at + 1)
    if word in table.dollars:
        after = at + 1
        if word == "u" and tape.words[at + 1 : at + 4] == [".", "s", "."]:
            after = at + 4
        if tape.word(after) in ("dollar", "dollars", "$"):
            return Unit("money", table.dollars[word], after + 1)
    if (pair := _LANDS.get((word, following))) and tape.word(at + 2) in ("dollar", "dollars"):
        return Unit("money", pair, at + 3)
    if (code := _OF_A_LAND.get(following)) and word.isalpha() and tape.capital(at):
        return Unit("money", code, at + 2)
    if word in table.hundredth and (tape.glued(at) or len(word) > 1):
        if word in ("c", "p") and tape.glued(at + 1) and following not in (",", ".", "-", ")", "'"):
            return None
        if word == "c" and tape.capital(at):
            return None
        return Unit("money", table.hundredth[word], at + 1, Decimal("0.01"))
    return None


_GRAND = frozenset(
    "piano pianos prix slam slams old total final finals national nationals jury juries jurors "
    "master masters tour tier duke dukes duchess designs houses hotels schemes canyon".split()
)
"""What is grand itself: behind no other noun is "ten grand" anything but ten thousand of a currency."""
BEHIND = frozenset(
    "of in to for from a an each per on at and was is more less or by over when but with while after".split()
)
"""What stands behind an amount that counts no noun of its own."""
_OF_A_LAND = {
    "dollar": "dollar", "dollars": "dollar", "pesos": "peso", "rupees": "INR", "pounds": "GBP",
    "francs": "franc", "kroner": "franc",
}  # fmt: skip
"""Currencies behind the name of a land: "Jamaican dollars"."""
_LANDS = {("new", "zealand"): "NZD", ("hong", "kong"): "HKD"}


def appositive_age(tape: Tape, first: int, last: int, value: Decimal) -> bool:
    """Whether a bare number is an age: "aged 23", "age 23", "Jane Smith, 23,", "Ms Smith, at 23, is"."""
    if value != value.to_integral_value() or not 0 < value < 120:
        return False
    before = tape.word(first - 1)
    if before in ("aged", "age") or (before == "of" and tape.word(first - 2) == "age"):
        return True
    if before == "at" and value >= _SPOKEN_AGE and tape.word(last) in _ENDS_AGE:
        return tape.word(first - 2) in _AT_AGE
    if before == "of" and value >= _GROWING and tape.word(first - 2) in _PERSONS:
        return tape.word(last) in BEHIND or not tape.word(last).isalpha()
    if before in _WAS and tape.word(last) in _WHEN and value >= _SPOKEN_AGE:
        return tape.word(first - 2) in _SOMEONE or tape.capital(first - 2)
    if (
        before == ","
        and tape.word(last) in (",", ".", "and", "who", "was", ";")
        and (tape.words[first].isdecimal() or _spelt_age(tape, first, last))
    ):
        name = tape.word(first - 2)
        if name == "." and tape.word(first - 3) in ("jr", "sr"):
            return True
        cased = tape.document.style == "cased"
        return name.isalpha() and len(name) > 1 and (tape.capital(first - 2) or not cased)
    return False


def _spelt_age(tape: Tape, first: int, last: int) -> bool:
    """Whether a number in words stands between commas behind a full name: "Alfie Trewin, six, who"."""
    named = tape.capital(first - 2) and tape.capital(first - 3) and tape.document.style == "cased"
    return named and tape.word(last) == "," and tape.words[first] != "one"


_PERSONS = frozenset("man woman boy girl youth lad daughter son widow widower student pupil driver".split())
"""People who are told by their age alone: "a man of 61"."""
_GROWING = 3
_ENDS_AGE = frozenset({",", ".", ";", "after", "and", ""})
_AT_AGE = frozenset({",", "died", "dies", "dead", "retired", "retires", "retiring", "married"})
"""What "at 91" follows where it tells an age; "at 91, the index" opens a sentence."""
_WAS = frozenset({"was", "is", "turned"})
_WHEN = frozenset({"when", "at", "on"})
_SOMEONE = frozenset({"he", "she", "who", "i"})
_SPOKEN_AGE = 5
"""Least age that "she was 38 when" tells; below, it may be a place or a score."""
