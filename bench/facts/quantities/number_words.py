"""Number words: cardinals, ordinals, scales, dozens and fractions, read from a run of words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

UNITS = {
    word: index
    for index, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * (index + 2)
    for index, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
TENS["fourty"] = 40
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12, "millions": 10**6, "billions": 10**9, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "t": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
ORDINALS = {
    word: index + 1
    for index, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
}
ORDINAL_TENS = {
    word: 10 * (index + 2)
    for index, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
    )
}
ORDINAL_SCALES = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
GROUPS = {"dozen": 12, "couple": 2, "pair": 2, "trio": 3, "quartet": 4, "score": 20}
"""Nouns that count: "a dozen", "two dozen", "a couple of"."""
VAGUE = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 1999),
    "thousands": (2000, 99999),
    "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12),
}  # fmt: skip
AGED = {
    f"{stem}genarian{ending}": Decimal(value)
    for stem, value in (("sexa", 60), ("septua", 70), ("octo", 80), ("nona", 90))
    for ending in ("", "s")
}
"""Words for people of an age of ten years."""
STARTS = frozenset([*UNITS, *TENS])
_GOING_ON = frozenset(["-", *SCALES])
"""What may go on with a number behind one of `UNITS`: "seven hundred", "two-million"."""


class Words(NamedTuple):
    """A number read from words: its value and the index behind it."""

    value: Decimal
    end: int


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read "twenty-five", "twenty five", "seven"; hyphens are pieces of their own."""
    if at >= len(words):
        return None
    word = words[at]
    if word in TENS:
        nxt = at + 2 if at + 1 < len(words) and words[at + 1] == "-" else at + 1
        if nxt < len(words) and 0 < UNITS.get(words[nxt], 0) < 10:
            return TENS[word] + UNITS[words[nxt]], nxt + 1
        return TENS[word], at + 1
    if word in UNITS:
        return UNITS[word], at + 1
    return None


def _below_thousand(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read "two hundred and five", "a hundred", "ninety-nine"."""
    if words[at] in ("a", "one") and _next(words, at + 1)[0] == "hundred":
        total, end = 100, _next(words, at + 1)[1]
    else:
        first = _below_hundred(words, at)
        if first is None:
            return None
        total, end = first
        following, behind = _next(words, end)
        if following != "hundred" or not 0 < total < 100:
            return total, end
        total, end = total * 100, behind
    rest_at = end + 1 if end < len(words) and words[end] in ("and", "-") else end
    rest = _below_hundred(words, rest_at)
    if rest and rest[0] > 0:
        return total + rest[0], rest[1]
    return total, end


def _next(words: Sequence[str], at: int) -> tuple[str, int]:
    """Return the word at `at` (or behind a hyphen there) and the index behind it."""
    if at < len(words) and words[at] == "-":
        at += 1
    return (words[at], at + 1) if at < len(words) else ("", at)


def read_cardinal(words: Sequence[str], at: int) -> Words | None:
    """Read the longest cardinal that starts at `at`: "two million three hundred thousand", "a hundred".

    "ninety dogs and five cats" stays two numbers: groups join only from larger to smaller scale.
    """
    if words[at] in UNITS and (at + 1 == len(words) or words[at + 1] not in _GOING_ON):
        # As most number words are.
        return Words(Decimal(UNITS[words[at]]), at + 1)
    total, end, last_scale = 0, at, 10**15
    while end < len(words):
        start = end + 1 if total and words[end] == "and" else end
        if start >= len(words):
            break
        group = _scaled(words, start)
        if group is None or group[1] >= last_scale:
            break
        value, scale, behind = group
        if total and words[end] == "and" and scale == 1 and value >= 1000:
            break
        total, end, last_scale = total + value * scale, behind, scale
        if scale == 1:
            break
    return Words(Decimal(total), end) if end > at else None


def _scaled(words: Sequence[str], at: int) -> tuple[int, int, int] | None:
    """Read a group with its scale: value, scale, index behind."""
    if words[at] in ("a", "an"):
        word, behind = _next(words, at + 1)
        if word in SCALES and word != "hundred" and not word.endswith("s"):
            return 1, SCALES[word], behind
        if word != "hundred":
            return None
    group = _below_thousand(words, at)
    if group is None:
        return None
    value, end = group
    word, behind = _next(words, end)
    if word in SCALES and word != "hundred":
        scale = SCALES[word]
        return value, scale, behind
    return value, 1, end


def read_ordinal(words: Sequence[str], at: int) -> Words | None:
    """Read "third", "twenty-first", "hundredth", "one hundred and fiftieth"."""
    word = words[at]
    if word in ORDINALS:
        return Words(Decimal(ORDINALS[word]), at + 1)
    if word in ORDINAL_TENS:
        return Words(Decimal(ORDINAL_TENS[word]), at + 1)
    if word in ORDINAL_SCALES:
        return Words(Decimal(ORDINAL_SCALES[word]), at + 1)
    if word in TENS:
        last, behind = _next(words, at + 1)
        if 0 < ORDINALS.get(last, 0) < 10:
            return Words(Decimal(TENS[word] + ORDINALS[last]), behind)
    if word in UNITS or word in TENS or word == "a":
        return _long_ordinal(words, at)
    return None


def _long_ordinal(words: Sequence[str], at: int) -> Words | None:
    """Read an ordinal that ends a cardinal: "one hundred and twenty-first", "two thousandth"."""
    head = read_cardinal(words, at)
    if head is None:
        return None
    word, behind = _next(words, head.end)
    if scale := ORDINAL_SCALES.get(word):
        last = head.value % (1000 if scale == 100 else scale)
        return Words(head.value - last + last * scale, behind) if last else None
    if 0 < ORDINALS.get(word, 0) < 10 and head.value % 10 == 0 and head.value % 100 >= 20:
        return Words(head.value + ORDINALS[word], behind)
    if word == "and":
        word, behind = _next(words, behind)
    if head.value >= 100 and head.value % 100 == 0:
        rest = ORDINALS.get(word) or ORDINAL_TENS.get(word)
        if rest:
            return Words(head.value + rest, behind)
    return None
