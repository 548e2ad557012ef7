"""Amounts: counts, money, percentages, measures, ages, ordinals, ranges, scores and fractions on a tape."""

from decimal import Decimal

import msgspec

from bench.facts.quantities.amount_units import PERCENT
from bench.facts.quantities.number_words import (
    DENOMINATORS,
    GROUPS,
    SCALES,
    SHORT_SCALES,
    STARTS,
    UNITS,
    VAGUE,
    Words,
    read_cardinal,
    read_ordinal,
)
from bench.facts.quantities.units import SINGULAR_TIME, is_one_unit, units
from bench.facts.tape import Tape

GLYPHS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125"}
_MILLION_STOPS = frozenset(
    "sprint hurdles freestyle backstroke breaststroke butterfly relay race final long high tall wide "
    "deep away from below above below medley dash champion record x underwater".split()
)


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A number with its scale, as read so far: value, where it ends, and whether a scale word was given.

    `name` is "part" for one told in halves, thirds or quarters of its unit, which is a coarse way to tell it.
    """

    value: Decimal
    end: int
    scaled: bool = False
    vague_high: Decimal | None = None
    ordinal: bool = False
    name: str = ""


def read_digits(tape: Tape, at: int, money: bool) -> Amount | None:
    """Read digits with scale: "70,000", "2.5bn", "1.2 million", "98. 7" before a unit, "2½", "10 000"."""
    word = tape.words[at]
    if word.count(".") > 1:
        return None
    value, end = Decimal(word.replace(",", "")), at + 1
    if "." not in word and (joined := _split_decimal(tape, at)):
        value, end = joined
    if len(word) <= 3 and _spaced_thousands(tape, end):
        value, end = value * 1000 + int(tape.words[end + 1]), end + 2
    while len(word) <= 3 and tape.word(end) == "000" and not tape.glued(end):
        value, end = value * 1000, end + 1
    if (glyph := GLYPHS.get(tape.word(end))) and "." not in word:
        value, end = value + Decimal(glyph), end + 1
    return _with_scale(tape, value, end, money)


def _spaced_thousands(tape: Tape, comma: int) -> bool:
    """Whether a comma that stands free parts thousands, "3 , 400", rather than the items of a list."""
    digits = tape.word(comma + 1)
    free = tape.word(comma) == "," and not tape.glued(comma) and not tape.glued(comma + 1)
    return free and digits.isdecimal() and len(digits) == 3 and tape.word(comma + 2) != ","


def _split_decimal(tape: Tape, at: int) -> tuple[Decimal, int] | None:
    """Read a decimal that a space has broken, "98. 7 per cent" or "$2. 5 billion", where a unit follows."""
    if not (tape.word(at + 1) == "." and tape.glued(at + 1)) or tape.glued(at + 2):
        return None
    rest, behind = tape.word(at + 2), at + 3
    if not (rest.isdecimal() and len(rest) <= 2) or ((word := tape.words[at]).isdecimal() and len(word) > 3):
        # "Fewer than in 2023. 71 per cent were".
        return None
    following = tape.word(behind)
    if following in PERCENT or following in SCALES or following == "per" or following in units().words:
        return Decimal(f"{tape.words[at].replace(',', '')}.{rest}"), behind
    return None


def _with_scale(tape: Tape, value: Decimal, end: int, money: bool) -> Amount:
    """Multiply by the scale words or letters that follow."""
    scaled = False
    if tape.word(end) == "ten" and (myriad := _myriad(tape, end)):
        value, end, scaled = value * 10000, myriad, True
    while True:
        at = end + 1 if tape.word(end) == "-" and tape.word(end + 1) in SCALES else end
        word = tape.word(at)
        if word in SCALES and not (word == "hundred" and scaled):
            value, end, scaled = value * SCALES[word], at + 1, True
            continue
        short = SHORT_SCALES.get(word)
        if short and not scaled and _is_scale_letter(tape, at, word, money):
            value, end, scaled = value * short, at + 1, True
        return Amount(value, end, scaled)


def _myriad(tape: Tape, at: int) -> int:
    """Return where "ten-thousand" ends that multiplies digits before it, as in East Asia, else 0."""
    thousand = at + 2 if tape.word(at + 1) == "-" else at + 1
    return thousand + 1 if tape.word(thousand) in ("thousand", "thousands") else 0


def _is_scale_letter(tape: Tape, at: int, word: str, money: bool) -> bool:
    """Whether "m", "k", "bn" and the like at `at` multiply, rather than name a unit."""
    glued = tape.glued(at)
    if word in ("bn", "tn", "mn", "mln", "bln", "trn"):
        return True
    if word == "mil":
        return money
    if not glued:
        return money and word in ("m", "b")
    if tape.glued(at + 1) and tape.word(at + 1).isalnum():
        return False
    if word == "m":
        return money or tape.word(at + 1) not in _MILLION_STOPS
    if word in ("b", "t"):
        return money
    return True


def read_words(tape: Tape, at: int) -> Amount | None:
    """Read an amount in words: cardinals, ordinals, "half a million", "two dozen", "tens of thousands"."""
    words, word = tape.words, tape.words[at]
    if word in VAGUE:
        return _vague(tape, at)
    if word == "half":
        return _half(tape, at)
    if word == "several" and tape.word(at + 1) in SCALES:
        return _several(tape, at + 1)
    if word in ("a", "an") and tape.word(at + 1) in ("few", "further") and tape.word(at + 2) in SCALES:
        return _several(tape, at + 2)
    if word == "a" and tape.word(at + 1) == "half" and (half := _half(tape, at + 1)):
        return half
    if word in ("a", "an") and tape.word(at + 1) in GROUPS and _groups(tape, at + 1):
        return _and_a_half(tape, Decimal(1), at + 1)
    if share := _share_of_scale(tape, at):
        return share
    ordinal = read_ordinal(words, at)
    cardinal = read_cardinal(words, at) if word in STARTS or word in ("a", "an") else None
    if ordinal and (cardinal is None or ordinal.end > cardinal.end):
        return Amount(ordinal.value, ordinal.end, ordinal=True)
    return _continued(tape, cardinal) if cardinal else None


def _half(tape: Tape, at: int) -> Amount | None:
    """Read "half a million", "half a dozen", "half an hour"; the unit of the last stays to be read."""
    if tape.word(at + 1) in ("hour", "day"):
        return Amount(Decimal("0.5"), at + 1, name="part")
    if tape.word(at + 1) not in ("a", "an", "-"):
        return None
    word = tape.word(at + 2)
    if word in SCALES:
        return Amount(Decimal(SCALES[word]) / 2, at + 3, True, name="part")
    if word == "dozen":
        return Amount(Decimal(6), at + 3)
    unit = word in SINGULAR_TIME or word == "point" or (tape.word(at + 1) != "-" and one_unit(tape, at + 2))
    return Amount(Decimal("0.5"), at + 2, name="part") if unit else None


def one_unit(tape: Tape, at: int) -> bool:
    """Whether one of a unit stands at `at`, of which parts are told: "hour", "percentage point"."""
    word = tape.word(at)
    pointed = word == "point" or (word == "percentage" and tape.word(at + 1) == "point")
    return pointed or word in PERCENT or word in _COINED or is_one_unit(word)


_COINED = frozenset({"pound", "dollar", "euro"})


def _several(tape: Tape, at: int) -> Amount:
    """Read the scale at `at` behind "several" or "a few": from two to nine of it."""
    scale = Decimal(SCALES[tape.words[at]])
    return Amount(2 * scale, at + 1, True, 9 * scale)


def _continued(tape: Tape, cardinal: Words) -> Amount:
    """Read what may follow a cardinal: "two dozen", "two and a half million", "two point five"."""
    value, end = cardinal
    following = tape.word(end)
    if following in GROUPS and following not in ("score", "pair", "couple"):
        return _and_a_half(tape, value, end)
    if and_a_half(tape, end):
        scale = SCALES.get(tape.word(end + 3))
        # "A million and a half" is half a million more.
        half = value + next((one for one in _ROUND if not value % one), Decimal(1)) / 2
        return (
            Amount(half * scale, end + 4, True, name="part") if scale else Amount(half, end + 3, name="part")
        )
    if tape.words[end : end + 6] == ["-", "and", "-", "a", "-", "half"]:
        # "The one-and-a-half-year trial."
        return Amount(value + Decimal("0.5"), end + 6, name="part")
    if quarters := _and_quarters(tape, end):
        share, behind = quarters
        scale = SCALES.get(tape.word(behind))
        return Amount((value + share) * (scale or 1), behind + bool(scale), bool(scale), name="part")
    if following == "point" and UNITS.get(tape.word(end + 1), 10) < 10:
        return _with_scale(tape, value + Decimal(UNITS[tape.words[end + 1]]) / 10, end + 2, False)
    return Amount(value, end, value >= 1000)


def and_a_half(tape: Tape, at: int) -> bool:
    """Whether "and a half" stands at `at`, of what stands before it: not "and a half-eaten apple"."""
    return tape.words[at : at + 3] == ["and", "a", "half"] and tape.word(at + 3) != "-"


def _and_quarters(tape: Tape, at: int) -> tuple[Decimal, int] | None:
    """Read "and a quarter", "and three quarters" at `at`, of what stands before it; return where it ends."""
    top = {"a": 1, "one": 1, "three": 3}.get(tape.word(at + 1), 0) if tape.word(at) == "and" else 0
    part = at + 3 if tape.word(at + 2) == "-" else at + 2
    if not top or tape.word(part) not in ("quarter", "quarters") or tape.word(part + 1) in _NO_QUARTER:
        return None
    return Decimal(top) / 4, part + 1


_NO_QUARTER = frozenset({"of", "-", "past", "to", "final", "finals", "finalist"})


def and_part(tape: Tape, at: int) -> tuple[Decimal, int] | None:
    """Read the part of one more of a unit that ends what stands before `at`; return it and where it ends.

    "An hour and a half", "two miles and a quarter", and as other languages have it "six hours and half.".
    """
    if tape.word(at) != "and":
        return None
    if and_a_half(tape, at):
        return Decimal("0.5"), at + 3
    if tape.word(at + 1) == "half" and not tape.word(at + 2).isalnum():
        return Decimal("0.5"), at + 2
    return _and_quarters(tape, at)


_ROUND = tuple(map(Decimal, (10**9, 10**6, 1000)))


def _and_a_half(tape: Tape, value: Decimal, at: int) -> Amount:
    """Read the group at `at`, "dozen" or "trio", and "and a half" behind it."""
    size, end = GROUPS[tape.words[at]], at + 1
    if and_a_half(tape, end):
        return Amount((value + Decimal("0.5")) * size, end + 3)
    return Amount(value * size, end)


def _share_of_scale(tape: Tape, at: int) -> Amount | None:
    """Read "a quarter of a million", "a quarter of a kilo", "a quarter mile"; a unit stays to be read."""
    top = UNITS.get(tape.words[at], 1 if tape.words[at] in ("a", "an", "quarter") else 0)
    part = at + 2 if tape.word(at + 1) == "-" else at + (tape.words[at] != "quarter")
    bottom = DENOMINATORS.get(tape.word(part))
    if not (top and bottom and top < bottom):
        return None
    joined = part + 2 if tape.words[part + 1 : part + 3] == ["-", "point"] else part + 1
    if tape.word(part) == "quarter" and one_unit(tape, joined):
        return Amount(Decimal(top) / bottom, joined, name="part")
    if tape.words[part + 1 : part + 3] not in (["of", "a"], ["of", "an"]):
        return None
    name = "part" if bottom <= _COARSE else ""
    if one_unit(tape, part + 3) or tape.word(part + 3) == "second":
        return Amount(Decimal(top) / bottom, part + 3, name=name)
    scale = SCALES.get(tape.word(part + 3))
    return Amount(Decimal(scale * top) / bottom, part + 4, True, name=name) if scale else None


_COARSE = 4


def _groups(tape: Tape, at: int) -> bool:
    """Whether "dozen", "couple", "pair" at `at` counts things, rather than names two people."""
    word = tape.words[at]
    if word == "dozen":
        return True
    return word in ("couple", "pair", "trio", "quartet") and tape.word(at + 1) == "of"


def _vague(tape: Tape, at: int) -> Amount | None:
    """Read "dozens", "hundreds of thousands", "tens of millions": from so much to so much."""
    low, high = VAGUE[tape.words[at]]
    end = at + 1
    if tape.word(end) == "of" and tape.word(end + 1) in ("thousands", "millions", "billions"):
        scale = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}[tape.word(end + 1)]
        low, high, end = (low // 2 if low > 99 else 10) * scale, min(high, 999) * scale, end + 2
    elif tape.words[at] in ("tens", "scores", "millions", "billions") and tape.word(end) != "of":
        return None
    return Amount(Decimal(low), end, True, Decimal(high))
