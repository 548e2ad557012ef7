"""Speakers without a name: bodies ("the union said"), bare offices ("the minister said"), their mouths."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bench.facts.people.names.lists import part, part_lines
from bench.facts.people.roles.kinds import private_roles, role_names
from bench.facts.support import function_words


class Voice(NamedTuple):
    """A speaker told by a noun: its name in one spelling, the words with it, and its tokens.

    `name` is empty where the noun says nothing of who it is ("officials"); `theirs` says that it is
    somebody's ("her partner").
    """

    name: str
    words: frozenset[str]
    start: int
    end: int
    theirs: bool = False
    written: str = ""


@cache
def bodies() -> Mapping[str, frozenset[int]]:
    """Return for each body, and office that speaks for one, the lines that have it."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(part_lines("voices.txt", "bodies")):
        for phrase in line.split(", "):
            found.setdefault(role_names().get(phrase, phrase), set()).add(number)
    return {name: frozenset(lines) for name, lines in found.items()}


@cache
def mouths() -> frozenset[str]:
    """Return words for those who speak for somebody else."""
    return part("voices.txt", "mouths")


@cache
def _names() -> Mapping[str, str]:
    vague = dict.fromkeys(part("voices.txt", "vague"), "")
    plural = {role + "s": "" for role in role_names()}
    own = {name: name for name in (*private_roles(), *bodies(), *mouths())}
    return {**plural, **own, **role_names(), **vague}


_DETERMINERS = frozenset("the a an its his her their our my this that another one some".split())
_THEIRS = frozenset("his her their its".split())
_OF = frozenset("of for at from in".split())
# Behind these nobody stands who speaks.
_NO_SUBJECT = frozenset("to with by on about against into over after before than as like".split())
BETWEEN = frozenset(
    "has had have also later earlier today yesterday then now already only just itself himself herself "
    "themselves since monday tuesday wednesday thursday friday saturday sunday on".split()
)
_LONGEST = 6


def voice_before(words: Sequence[str], verb: int) -> Voice | None:
    """Return the noun that is the subject of the verb of saying at `verb`."""
    end = verb - 1
    while end > 0 and words[end] in BETWEEN:
        end -= 1
    found = _noun(words, end) if end >= 0 else None
    if found is None:
        return None
    before = words[found.start - 1] if found.start else ""
    if before in _OF:
        head = _noun(words, found.start - 2) if found.start > 1 else None
        if head is None or (head.start and words[head.start - 1] in _OF | _NO_SUBJECT):
            return None
        return _joined(words, head, found)
    if before in _NO_SUBJECT:
        return None
    return found._replace(name="") if before in ("and", "or") else found


def voice_after(words: Sequence[str], start: int) -> Voice | None:
    """Return the noun behind an inverted verb of saying or "according to"."""
    begin = start + 1 if start < len(words) and words[start] in _DETERMINERS else start
    end = begin
    while end < len(words) and end - begin < _LONGEST and _plain(words[end]):
        end += 1
    for last in range(end - 1, begin - 1, -1):
        found = _noun(words, last)
        if found is not None and found.start <= start:
            if last + 2 < len(words) and words[last + 1] in _OF:
                of = voice_after(words, last + 2)
                if of is not None:
                    return _joined(words, found, of)
            return found
    return None


def _joined(words: Sequence[str], head: Voice, of: Voice) -> Voice:
    """Return "a spokesman for the union" as one noun."""
    inside = head.words | of.words | {of.name} - {""}
    return head._replace(words=inside, end=of.end, written=_written(words, head.start, of.end))


def _written(words: Sequence[str], start: int, end: int) -> str:
    return " ".join(words[start : end + 1]).replace(" '", "'")


def _noun(words: Sequence[str], end: int) -> Voice | None:
    """Return the noun phrase that ends at `end`, if its head is a word for who speaks."""
    names = _names()
    for length in (3, 2, 1):
        first = end - length + 1
        name = names.get(" ".join(words[first : end + 1])) if first >= 0 else None
        if name is not None:
            break
    else:
        return None
    start = first
    while start > 0 and first - start < _LONGEST and (_plain(words[start - 1]) or words[start - 1] == "'"):
        start -= 1
    plain = [word.removesuffix("'s") for word in words[start:first] if word != "'"]
    inside = frozenset((*plain, *(f"{one} {other}" for one, other in pairwise(plain))))
    if start and words[start - 1] == "&":
        return None
    opener = words[start - 1] if start else ""
    if opener not in _DETERMINERS:
        return Voice(name, inside, start, end, written=_written(words, start, end))
    theirs = opener in _THEIRS and start == first
    return Voice(name, inside, start - 1, end, theirs, _written(words, start - 1, end))


def _plain(word: str) -> bool:
    return (word[0].isalnum() and word not in function_words()) or word in ("prime", "first")
