"""Comparing names: given names, initials, nicknames, spellings and transliterations."""

import re
from functools import lru_cache
from itertools import product

from bench.facts.people.names.lists import first_names, fold, nicknames, surnames
from bench.facts.people.names.romanised import difference, same_romanised, same_romanised_family
from bench.text.by_word import by_word

PARTICLES = frozenset(
    "de la del della di da do dos das du des le van von der den ter ten te het 't bin ibn bint mint ould al "
    "el ul ud zu zum y e af av".split()
)
SUFFIXES = frozenset(
    "jr sr ii iii iv junior senior mp mps qc kc cbe obe mbe phd md esq mep msp am td".split()
)

# Initials that transliterations exchange (Gaddafi, Qadhafi, Kadafi; Yanukovych, Janukovitsch).
_INITIALS = frozenset(
    pair
    for group in ("gqkck", "yji", "ey", "aeio", "sz", "vwfp", "td", "xhk", "ou", "ct", "jz", "cs")
    for pair in product(group, group)
)
# Spellings of one sound, in the order in which they are levelled.
_SOUNDS = tuple(
    (pair.partition(":")[0], pair.partition(":")[2])
    for pair in (
        "tsch:ch tch:ch shch:sh sch:sh dzh:j zh:j kh:h gh:g dh:d ph:f th:t ck:k cz:ch sz:sh qu:k q:k "
        "x:ks w:v ou:u oo:u ee:i iy:i yy:i ij:i ie:i ei:i ai:i ay:i ey:i ae:a oe:o ue:u y:i z:s c:k"
    ).split()
)
_DOUBLE = re.compile(r"(.)\1+")


@by_word
def bare(word: str) -> str:
    """Return a word of a name folded, without possessive and points."""
    word = fold(word).rstrip(".").lstrip("'")
    if word.endswith("'s"):
        return word[:-2]
    return word.rstrip("'")


@by_word
def look(word: str) -> str:
    """Return a rough key that words share which a scanner takes for one another: Tarnsen and Tamsen."""
    for old, new in _LOOKS:
        if old in word:
            word = word.replace(old, new)
    return word


_LOOKS = (
    ("rn", "m"),
    ("vv", "w"),
    ("1", "l"),
    ("|", "l"),
    ("i", "l"),
    ("j", "l"),
    ("0", "o"),
    ("5", "s"),
    ("8", "b"),
)


@by_word
def sound(word: str) -> str:
    """Return a rough key that spellings of one name in several scripts and languages share."""
    word = word.replace("'", "").replace("-", "")
    for old, new in _SOUNDS:
        if old in word:
            word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


def same_given(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: equal, initial, nickname or another spelling."""
    return one == other or _same_given(one, other)


@lru_cache(maxsize=1 << 15)
def _same_given(one: str, other: str) -> bool:
    if not one or not other:
        return False
    if len(one) == 1 or len(other) == 1 or "." in one or "." in other:
        return all(a == b for a, b in zip(_initials(one), _initials(other), strict=False))
    groups = nicknames()
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return True
    known = first_names()
    both = one in known and other in known
    if min(len(one), len(other)) > 3 and not both and same_romanised(one, other):
        return True
    if "-" in one or "-" in other:
        return one.replace("-", "") == other.replace("-", "") or _same_parts(one.split("-"), other.split("-"))
    if sound(one) == sound(other):
        return True
    if both:
        return False
    if look(one) == look(other):
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) >= 3 and long.startswith(short)) or _near(one, other)


def _initials(name: str) -> list[str]:
    """Return the first letters of the parts of a given name: of "j.-b" and "jean-baptiste" the same."""
    return [part[0] for part in re.split(r"[.-]+", name) if part]


def _same_parts(one: list[str], other: list[str]) -> bool:
    """Whether given names of which one is hyphenated can be one: "Jean-Luc" is "Jean", "Tae-jun" "TJ"."""
    if len(one) > 1 and len(other) > 1:
        return all(same_given(a, b) for a, b in zip(one, other, strict=False))
    short, long = sorted((one, other), key=len)
    return (short[0] == long[0] and len(short[0]) > 1) or short[0] == "".join(
        part[0] for part in long if part
    )


def same_family(one: str, other: str) -> bool:
    """Whether two folded surnames can be spellings of one name; two established surnames never are."""
    if one == other:
        return True
    if len(one) < 4 or len(other) < 4:
        return False
    if not _initials_agree(one, other) and look(one[0]) != look(other[0]):
        return False
    return _same_spelling(one, other)


@lru_cache(maxsize=1 << 15)
def _same_spelling(one: str, other: str) -> bool:
    """Whether two surnames that begin alike can be spellings of one; the names of an article meet often."""
    if _of_mac(one) == _of_mac(other):
        return True
    known = surnames()
    if one in known and other in known:
        return False
    if one.replace("-", "").replace("'", "") == other.replace("-", "").replace("'", ""):
        return True
    if look(one) == look(other):
        return True
    return _near(one, other)


def same_romanised_name(keys: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether two names in full can be transcriptions of one: given names and surname, each by itself."""
    established = {keys[-1], known[-1]} <= surnames() and keys[-1] != known[-1]
    # "Abd al-Rahman" and "Abdurrahman" are cut in different places.
    whole = not established and difference("".join(keys), "".join(known)) <= 1
    return whole or any(
        same_romanised_family(family, name) and _same_transcribed(one, two)
        for family, one in _parted(keys, len(known))
        for name, two in _parted(known, len(keys))
    )


def _same_transcribed(one: str, other: str) -> bool:
    """Whether given names can be one in two transcriptions or languages, or one the initial of the other."""
    if len(one) == 1 or len(other) == 1:
        return _initials_agree(one, other)
    groups = nicknames()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset())) or same_romanised(one, other)


def _parted(keys: tuple[str, ...], length: int) -> list[tuple[str, str]]:
    """Return the surname and the given names joined, the surname being last or first.

    Beside a name of two words (`length`) the first given name stands alone as well: the rest is left out.
    """
    parted = [(keys[-1], "".join(keys[:-1])), (keys[0], "".join(keys[1:]))]
    return [*parted, (keys[-1], keys[0])] if length == 2 < len(keys) else parted


def _of_mac(word: str) -> str:
    """Return a surname with "Mac" written "Mc", which the papers exchange for one man."""
    return f"mc{word[3:]}" if word.startswith("mac") else word


def _initials_agree(one: str, other: str) -> bool:
    return one[0] == other[0] or (one[0], other[0]) in _INITIALS


def _near(one: str, other: str) -> bool:
    """Whether two words differ by one slip, or two in a long word, after sounds are levelled."""
    if abs(len(one) - len(other)) > 3 or not _initials_agree(one, other):
        return False
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(other))
    if shorter >= 4 and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) <= 1:
        return True
    if shorter >= 8 and one[0] == other[0] and OSA.distance(one, other, score_cutoff=2) <= 2:
        return True
    one, other = sound(one), sound(other)
    shorter = min(len(one), len(other))
    return one == other or (shorter >= 5 and OSA.distance(one, other, score_cutoff=1) <= 1)
