"""Scores of matches and votes: "3-1", "52 to 48", "two goals to one"."""

from decimal import Decimal

from bench.facts.quantities.amount_units import PERCENT
from bench.facts.quantities.measure_units import DASHES
from bench.facts.quantities.number_words import SCALES, UNITS
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import units
from bench.facts.tape import Tape

_SCORE_CUES = frozenset(
    "win wins won victory victories defeat defeats loss lost losing draw drew drawn beat beats beaten "
    "beating lead leads led leading triumph thrashing vote voted votes decision aggregate away home "
    "advantage success record score scored ahead down up at on in against over with to by after before "
    "half".split()
)
_AGED = frozenset({"aged", "age", "ages"})
_ERAS = frozenset({"bc", "bce", "ad", "ce"})
PLURALS = frozenset("people men women children per percent police staff years".split())
"""Nouns and the like of many that do not end in "s", or stand for many though they do."""


def read_score(tape: Tape, at: int) -> Quantity | None:
    """Read "3-1", "6-4", "52-48", "4-4-2" at its first digits, or None where the dash makes a range."""
    parts, end = [tape.words[at]], at + 1
    if tape.word(at - 1) in _AGED:
        return None
    if (
        tape.word(end) == "to"
        and tape.word(end + 1).isdecimal()
        and tape.word(at - 1) not in ("from", "between")
    ):
        two = (int(parts[0]), int(tape.word(end + 1))) if parts[0].isdecimal() else (0, 0)
        played = bool(_SCORE_CUES & set(tape.words[max(0, at - 2) : at])) or tape.word(end + 2) in _SCORE_CUES
        if played and two[0] > two[1] and two[0] < 300 and tape.word(end + 2) not in units().words:
            return Quantity(
                "score", Decimal(two[0]), tape.starts[at], tape.ends[end + 1], at, end + 2, parts=two
            )
    while tape.word(end) in DASHES and tape.word(end + 1).isdecimal() and len(parts) < 4:
        if tape.glued(end) != tape.glued(end + 1):
            break
        parts.append(tape.word(end + 1))
        end += 2
    if len(parts) < 2 or not all(part.isdecimal() and len(part) <= 3 for part in parts):
        return None
    if (tape.glued(end) and tape.word(end).isalpha()) or tape.word(end) in _ERAS:
        return None
    numbers = [int(part) for part in parts]
    if len(parts) == 2 and numbers[0] < numbers[1] and not _scores(tape, at, end):
        return None
    return Quantity(
        "score", Decimal(numbers[0]), tape.starts[at], tape.ends[end - 1], at, end, parts=tuple(numbers)
    )


_SCORED = frozenset("goal goals point points set sets game games frame frames try tries run runs".split())
_NONE = frozenset({"nil", "love", "zero"})


def read_told_score(tape: Tape, at: int) -> Quantity | None:
    """Read "two goals to one", "3 sets to 1", "two-nil" as the score that it tells."""
    end = at + 1
    noun = tape.word(end) in _SCORED
    end += noun
    joint = tape.word(end)
    if not (joint == "to" if noun else joint in DASHES) or (first := _small(tape.words[at])) is None:
        return None
    other = tape.word(end + 1)
    second = 0 if other in _NONE else _small(other) if noun else None
    if second is None or second > first or tape.word(end + 2) in _SCORED:
        return None
    parts = (first, second)
    return Quantity("score", Decimal(first), tape.starts[at], tape.ends[end + 1], at, end + 2, parts=parts)


def _small(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else UNITS.get(word)


def _scores(tape: Tape, at: int, end: int) -> bool:
    """Whether two numbers with a dash between, the smaller first, are a score: by the words beside them."""
    after = tape.word(end)
    if after in DASHES:
        after = tape.word(end + 1)
    table = units()
    if after in table.words or after in SCALES or after in PERCENT or after in ("per", "percentage"):
        return False
    if after in _SCORE_CUES or tape.word(at - 1) in _SCORE_CUES or not after.isalpha():
        return True
    return not (after in PLURALS or (after.endswith("s") and not after.endswith("ss")))
