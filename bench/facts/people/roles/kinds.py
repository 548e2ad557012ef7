"""How words for what people are relate: spellings of one role, roles that overlap, roles that exclude."""

from collections.abc import Iterable, Mapping
from functools import cache

from bench.facts.people.names.lists import offices, part_lines, roles


@cache
def role_names() -> Mapping[str, str]:
    """Return every word or phrase for an office or role with the spelling it is compared as."""
    return {role: role for role in roles()} | dict(offices())


@cache
def general_roles() -> frozenset[str]:
    """Return words that describe people of nearly any office."""
    return frozenset(" ".join(part_lines("role_kinds.txt", "general")).split())


@cache
def private_roles() -> frozenset[str]:
    """Return words for kin, for what befell somebody, and the like: no occupations."""
    return frozenset(" ".join(part_lines("role_kinds.txt", "private")).split())


@cache
def posts() -> frozenset[str]:
    """Return the offices that somebody holds: neither kin nor what befell somebody."""
    return frozenset(offices().values()) - private_roles()


@cache
def _lines_of(heading: str) -> Mapping[str, frozenset[int]]:
    """Return for each role the lines under a heading that have it."""
    found: dict[str, set[int]] = {}
    names = role_names()
    for number, line in enumerate(part_lines("role_kinds.txt", heading)):
        for phrase in line.split(", "):
            found.setdefault(names.get(phrase, phrase), set()).add(number)
    return {name: frozenset(lines) for name, lines in found.items()}


def _beside(heading: str, one: str, other: str) -> bool:
    lines = _lines_of(heading)
    return bool(lines.get(one, frozenset()) & lines.get(other, frozenset()))


@cache
def _contradictory() -> tuple[frozenset[str], ...]:
    names = role_names()
    return tuple(
        frozenset(names.get(word, word) for word in line.split(", "))
        for line in part_lines("role_kinds.txt", "contradictory")
    )


@cache
def _numbered(heading: str) -> Mapping[str, int]:
    """Return for each word for a country (or party), or for what is of it, the number of its line."""
    lines = part_lines("role_kinds.txt", heading)
    return {word: number for number, line in enumerate(lines) for word in line.split(", ")}


def nations(words: Iterable[str]) -> frozenset[int]:
    """Return the countries (by number) that are among the words with an office."""
    return _among("nations", words)


def parties(words: Iterable[str]) -> frozenset[int]:
    """Return the political parties (by number) that are among words."""
    return _among("parties", words)


def _among(heading: str, words: Iterable[str]) -> frozenset[int]:
    known = _numbered(heading)
    return frozenset(known[word] for word in words if word in known)


def same_role(one: str, other: str) -> bool:
    """Whether two roles can be one: "secretary" may stand for "foreign secretary"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return long.endswith(" " + short) or long.startswith(short + " ")


def overlap(one: str, other: str) -> bool:
    """Whether two roles are one, or said of one person by turns ("manager" and "coach")."""
    if same_role(one, other):
        return True
    # "The minister" may be the health secretary.
    bare = " " not in one or " " not in other
    heads = (one.split()[-1], other.split()[-1]) if bare else (one, other)
    return (_beside("close", one, other) or _beside("close", *heads)) and not contradict(one, other)


def close_roles(one: str, other: str) -> bool:
    """Whether a person called the one may as well be the other too; general words fit everybody."""
    general = general_roles()
    return overlap(one, other) or one in general or other in general or _beside("joined", one, other)


def contradict(one: str, other: str) -> bool:
    """Whether nobody is both at one time."""
    return one != other and any(one in line and other in line for line in _contradictory())


@cache
def stands_for(role: str) -> tuple[str, ...]:
    """Return other words that show a person to be of this role: its spellings, and close roles.

    "player" and what goes with it show no position: a player may be a striker or not.
    """
    names = role_names()
    found = {phrase for phrase, name in names.items() if name == role}
    for line in part_lines("role_kinds.txt", "close"):
        phrases = line.split(", ")
        if any(names.get(phrase, phrase) == role for phrase in phrases) and phrases[0] != "player":
            found.update(phrases)
    return tuple(sorted(found - {role}))


def shared(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the words that two offices share, "Ukraine" and "Ukrainian" counting as one."""
    starts = {word[:5].rstrip("s") for word in other}
    return sum(1 for word in one if word[:5].rstrip("s") in starts)
