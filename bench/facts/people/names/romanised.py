"""One name written in Latin letters in several ways: Evgenii and Yevgeny, Hsieh and Xie, Jeong and Chung.

The consonants must be the same ones, or ones that transcriptions exchange, in the same order; of the vowels
between them they make what they like. No distance of letters says so: Evgenii and Yevgeny differ in half.
"""

import re
from functools import lru_cache
from itertools import product
from math import inf
from typing import NamedTuple

from bench.facts.people.names.lists import surname_forms, surnames

_UNIT = re.compile(
    r"shch|tsch|dzh|tch|sch|dj|dz|ts|tz|zh|sh|ch|cz|sz|kh|gh|hs|ph|th|dh|ck|ng(?![aeiouy])|[a-z]"
)
_VOWELS = re.compile(r"[aeiouy]+")
# Which sounds a consonant may stand for: those with one in common may be exchanged.
_SOUNDS = {
    "b": "P", "p": "P", "f": "F", "v": "FV", "w": "V", "ph": "F", "d": "T", "t": "T", "th": "TS", "dh": "TS",
    "k": "K", "q": "KC", "ck": "K", "c": "KSC", "g": "KHJ", "gh": "KH", "kh": "KH", "h": "H", "ch": "CJKH",
    "s": "S", "z": "SC", "sh": "S", "sch": "S", "sz": "S", "hs": "S", "x": "SC", "ts": "CS", "tz": "CS",
    "dz": "CS", "zh": "JC", "j": "JC", "dj": "J", "dzh": "J", "tch": "C", "tsch": "C", "cz": "C",
    "shch": "SC", "l": "L", "r": "R", "m": "M", "n": "N", "ng": "G",
}  # fmt: skip
_CLOSE = frozenset(("ae", "ei", "ou", "ao"))
# Readings of one spelling: of "x" as two letters, of a first "j" and of what Greek writes "gi" as a glide.
_READINGS = (
    (re.compile(r"x"), "ks"),
    (re.compile(r"^j(?=[aeou])"), "y"),
    (re.compile(r"^gi(?=[aou])|(?<=[aeiou])g(?=[iy])"), "y"),
)
_PLAIN = (
    (re.compile(r"[^a-z]"), ""),
    # "Abd al-Rahman", "Abdurrahman", "Abdirahman".
    (re.compile(r"^abd(?:[aeiou]?r(?=r)|[aeiou]l?)(?=[a-z]{4})"), "abd"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aeiou])h(?![aeiouy])"), ""),
    (re.compile(r"(?<=[b-df-hj-np-tv-xz])w(?=[aeiou])"), "u"),
    (re.compile(r"(?<=[b-df-hk-np-tv-xz])j(?=[aeou])|(?<=[aeiou])j(?![aeiou])"), "i"),
)
_A_LETTER = 0.25
"""So much may differ for each letter of the shorter name."""


class _Shape(NamedTuple):
    """A name as its consonants, and the vowels before, between and behind them."""

    consonants: tuple[str, ...]
    vowels: tuple[str, ...]


def same_romanised(one: str, other: str) -> bool:
    """Whether two folded names, or given names joined, can be one in two transcriptions."""
    return difference(one, other) <= _A_LETTER * min(len(one), len(other))


def same_romanised_family(one: str, other: str) -> bool:
    """Whether two folded surnames can be one in two transcriptions; two established ones only if listed."""
    forms = surname_forms()
    if forms.get(one, frozenset()) & forms.get(other, frozenset()):
        return True
    return not (one in surnames() and other in surnames()) and same_romanised(one, other)


@lru_cache(maxsize=1 << 14)
def difference(one: str, other: str) -> float:
    """Return how far two transcriptions are apart: 0 for what sounds alike, infinite for two names."""
    return min(_apart(a, b) for a, b in product(_shapes(one), _shapes(other)))


@lru_cache(maxsize=1 << 12)
def _shapes(name: str) -> tuple[_Shape, ...]:
    for pattern, plain in _PLAIN:
        name = pattern.sub(plain, name)
    names = {name}
    for pattern, reading in _READINGS:
        names |= {pattern.sub(reading, known) for known in names}
    return tuple(map(_shape, sorted(names)))


def _shape(name: str) -> _Shape:
    consonants, vowels, at = [], [""], 0
    while at < len(name):
        match = _VOWELS.match(name, at)
        if match is not None:
            vowels[-1] = match.group().replace("y", "i")
        else:
            match = _UNIT.match(name, at)
            assert match is not None
            consonants.append(match.group())
            vowels.append("")
        at = match.end()
    return _Shape(tuple(consonants), tuple(vowels))


def _apart(one: _Shape, other: _Shape) -> float:
    if len(one.consonants) != len(other.consonants) or not one.consonants:
        return inf
    total = 0.0
    for a, b in zip(one.consonants, other.consonants, strict=True):
        if a != b:
            if not set(_SOUNDS[a]) & set(_SOUNDS[b]):
                return inf
            total += 0.25
    last = len(one.vowels) - 1
    return total + sum(
        _vowels_apart(a, b, at == last)
        for at, (a, b) in enumerate(zip(one.vowels, other.vowels, strict=True))
    )


def _vowels_apart(one: str, other: str, last: bool) -> float:
    """Return how far the vowels of one place are apart; the last ones tell a woman's name from a man's."""
    if one == other:
        return 0.0
    if last and (not one or not other or one[-1] != other[-1]):
        return 0.5 if {one, other} <= {"", "e"} or {one, other} <= {"i", "ie", "ei", "e", "ii"} else inf
    # A glide or a lengthening: "Yelena" and "Elena", "Yeon" and "Yon".
    if one.strip("i") == other.strip("i") or one.strip("e") == other.strip("e"):
        return 0.25
    if not one or not other:
        return 0.75
    if len(one) == len(other) == 1:
        return 0.25 if "".join(sorted((one, other))) in _CLOSE else 2.0
    close = any(a == b or "".join(sorted((a, b))) in _CLOSE for a, b in product(one, other))
    return 0.5 if close else 2.0
