"""Seasons, decades and ages told by decades: "last summer", "the eighties", "in her mid-fifties"."""

from decimal import Decimal

from bench.facts.quantities.dates import is_year
from bench.facts.quantities.number_words import AGED
from bench.facts.quantities.quantity import Modifier, Quantity, QuantityKind
from bench.facts.tape import Tape

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900}
_SEASON_CUES = frozenset(
    "last this next in early late mid since during every each previous following until by".split()
)


def read_season(tape: Tape, at: int) -> Quantity | None:
    """Read a season at `at` where a cue makes it a time of year: "last summer", "in the spring of 2014"."""
    word, before = tape.words[at], tape.word(at - 1)
    dated = tape.word(at + 1) == "of" and (is_year(tape.word(at + 2)) or tape.word(at + 2) == "'")
    if is_year(tape.word(at + 1)) and before != "of":
        return Quantity("season", Decimal(SEASONS[word]), tape.starts[at], tape.ends[at], at, at + 1)
    if before in ("the", "-", "of"):
        before = "in" if dated else tape.word(at - 2)
    if before not in _SEASON_CUES or (
        word == "fall" and tape.word(at + 1) == "of" and not is_year(tape.word(at + 2))
    ):
        return None
    if word in ("spring", "fall") and before in ("each", "by", "in") and tape.word(at - 1) != "the":
        return None
    return Quantity("season", Decimal(SEASONS[word]), tape.starts[at], tape.ends[at], at, at + 1)


def _age_group(tape: Tape, at: int) -> Quantity | None:
    """Read the age that bounds a group of people, at the digits of "the over-50s", "under 35s"."""
    first = at - 1 - (tape.word(at - 1) == "-")
    modifier = _OF_GROUP.get(tape.word(first))
    if modifier is None or len(tape.words[at]) != 2 or tape.words[at + 1] != "s" or not tape.glued(at + 1):
        return None
    start, end = tape.starts[at], tape.ends[at + 1]
    return Quantity("age", Decimal(tape.words[at]), start, end, at, at + 2, "year", modifier=modifier)


_OF_GROUP: dict[str, Modifier] = {"over": "more than", "under": "less than"}


def read_decade(tape: Tape, at: int) -> Quantity | None:
    """Read "1980s", "80s", "'80s" and the decade of an age ("in his 30s") at the digits of `at`."""
    word = tape.words[at]
    end = at + 1
    if tape.word(end) not in ("s", "'s"):
        return None
    if aged := _age_group(tape, at):
        return aged
    possessive = tape.word(end) == "'s" and (tape.glued(end) or len(word) == 4 or tape.word(at - 1) == "the")
    plural = tape.word(end) == "s" and tape.glued(end)
    if not (word.isdecimal() and word.endswith("0") and len(word) in (2, 4) and (plural or possessive)):
        return None
    value, first = int(word), at
    if len(word) == 2 and value == 0:
        return None
    before = tape.word(at - 1)
    if before == "'" and tape.glued(at):
        first, before = at - 1, tape.word(at - 2)
    for adverb in ("early", "late", "mid", "-"):
        if before == adverb:
            before = tape.word(first - 2) if adverb != "-" else tape.word(first - 3)
    of_age = len(word) == 2 and before in ("his", "her", "their", "my")
    kind: QuantityKind = "age" if of_age else "decade"
    high = Decimal(value + (99 if len(word) == 4 and word.endswith("00") else 9))
    unit, start = "year" if of_age else "", tape.starts[first]
    return Quantity(kind, Decimal(value), start, tape.ends[end], first, end + 1, unit, high)


def read_decade_word(tape: Tape, at: int) -> Quantity | None:
    """Read "the eighties", "in his thirties", "in her mid-fifties", "an octogenarian"."""
    word, index = tape.words[at], at - 1
    if value := AGED.get(word):
        return Quantity("age", value, tape.starts[at], tape.ends[at], at, at + 1, unit="year", high=value + 9)
    value = Decimal(DECADE_WORDS[word])
    index -= tape.word(index) == "-"
    index -= tape.word(index) in ("early", "late", "mid")
    before = tape.word(index)
    if before in ("his", "her", "their", "my"):
        return Quantity("age", value, tape.starts[at], tape.ends[at], at, at + 1, unit="year", high=value + 9)
    if before == "the":
        return Quantity("decade", value, tape.starts[at], tape.ends[at], at, at + 1, high=value + 9)
    return None


def read_decade_words(tape: Tape, at: int) -> Quantity | None:
    """Read "nineteen fifties", "eighteen-sixties" at the first of its words."""
    begun = _CENTURIES.get(tape.words[at])
    if begun is None:
        return None
    last = at + 2 if tape.word(at + 1) == "-" else at + 1
    decade = DECADE_WORDS.get(tape.word(last))
    if decade is None:
        return None
    value = Decimal(begun + decade)
    return Quantity("decade", value, tape.starts[at], tape.ends[last], at, last + 1, high=value + 9)
