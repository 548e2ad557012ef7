"""Known names of places, peoples, institutions and teams, and which of them stand for one another."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bench.facts.people.names.lists import fold

_WORD = re.compile(r"\w+")
# Short forms that are English words in small letters.
_ALSO_WORDS = frozenset(("US", "WHO", "IS", "LA", "DR"))


class Known(NamedTuple):
    """One known name: its words in lower case and its line; whether it is a word as well, or a capital."""

    words: tuple[str, ...]
    group: int
    ordinary: bool
    capital: bool


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """Return the lines of data/places.txt: names that stand for one another."""
    text = (files("bench.facts") / "data" / "places.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(name.strip() for name in line.split(",")) for line in lines)


@cache
def _by_first_word() -> dict[str, tuple[Known, ...]]:
    """Return the known names by their first word, the longest first."""
    found: dict[str, list[Known]] = {}
    for index, names in enumerate(groups()):
        for name in names:
            words = tuple(_WORD.findall(name.lower()))
            found.setdefault(words[0], []).append(Known(words, index, "*" in name, "~" in name))
    return {first: tuple(sorted(names, key=lambda k: -len(k.words))) for first, names in found.items()}


@cache
def first_words() -> frozenset[str]:
    """Return the words that known names begin with."""
    return frozenset(_by_first_word())


def known_at(words: Sequence[str], at: int) -> Known | None:
    """Return the longest known name that starts at `words[at]` (lower-case words without signs)."""
    for known in _by_first_word().get(words[at], ()):
        if tuple(words[at : at + len(known.words)]) == known.words:
            return known
    return None


@cache
def member_pattern(group: int, cased: bool = True) -> re.Pattern[str]:
    """Return what finds any name of a line in a text; names that are words as well need their capital.

    In a text without capitals (`cased` false) only the names that are no words count, in small letters.
    """
    return re.compile("|".join(_alternatives(groups()[group], cased)))


@cache
def inside_pattern(group: int, cased: bool = True) -> re.Pattern[str] | None:
    """Return what shows that a text speaks of a state: its towns, short forms of its name; None without."""
    towns = _inside().get(groups()[group][0].lstrip("*~"))
    return re.compile("|".join(_alternatives(towns, cased))) if towns else None


@cache
def _inside() -> dict[str, tuple[str, ...]]:
    """Return the lines of data/within.txt by the state."""
    return _by_head("within.txt")


def _by_head(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of a list of places by the state or country they lie in."""
    text = (files("bench.facts") / "data" / name).read_text(encoding="utf-8")
    lines = (line.split(":") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {head: tuple(name.strip() for name in names.split(",")) for head, names in lines}


@cache
def towns(group: int) -> tuple[str, ...]:
    """Return the towns, regions and islands of a country (data/towns.txt), folded; none for other names."""
    return _towns().get(groups()[group][0].lstrip("*~"), ())


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    return {head: tuple(map(fold, names)) for head, names in _by_head("towns.txt").items()}


@cache
def signs(group: int) -> re.Pattern[str] | None:
    """Return what finds titles, courts and money of a country (data/nation_signs.txt)."""
    found = _by_head("nation_signs.txt").get(groups()[group][0].lstrip("*~"))
    if found is None:
        return None
    return re.compile("|".join(rf"(?<!\w){re.escape(sign)}(?!\w)" if sign != "£" else "£" for sign in found))


@cache
def code_pattern(group: int, cased: bool = True) -> re.Pattern[str] | None:
    """Return what finds the code of a country in brackets ("Haugen (NOR)"); None for other names."""
    codes = _codes().get(groups()[group][0].lstrip("*~"))
    if codes is None:
        return None
    flags = re.NOFLAG if cased else re.IGNORECASE
    beside = r"[^()\n]{1,30}"
    return re.compile(rf"\((?:{beside}[,/;])? ?(?:{'|'.join(codes)}) ?(?:[,/;]{beside})?\)", flags)


@cache
def country_of(code: str) -> str:
    """Return the country whose code this is ("NOR"), empty for none."""
    return next((country for country, codes in _codes().items() if code in codes), "")


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """Return the lines of data/nation_codes.txt by the country."""
    return _by_head("nation_codes.txt")


_OF_A_PEOPLE = "(?:(?:wo)?m[ae]n)?"


def _alternatives(names: Sequence[str], cased: bool) -> Iterator[str]:
    for name in names:
        escaped = re.escape(name.lstrip("*~")).replace(r"\ ", r"[\s-]+")
        small = not name.startswith("*") and not name.isupper()
        if not cased and not name.startswith("*") and name not in _ALSO_WORDS:
            small = True
        # "Dutchwoman" has the Dutch.
        yield rf"\b(?i:{escaped}){_OF_A_PEOPLE}(?!\w)" if small else rf"\b{escaped}{_OF_A_PEOPLE}(?!\w)"
