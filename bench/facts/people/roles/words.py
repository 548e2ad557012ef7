"""Words of offices and roles as they stand in a text."""

import re
from collections.abc import Iterator
from functools import cache

from bench.facts.people.roles.kinds import role_names
from bench.facts.people.roles.time import CURRENT, FORMER
from bench.facts.support import function_words

_WORD = re.compile(r"[^\W_](?:[\w'&.-]*[\w'])?")
_LONGEST = 4  # words of an office


@cache
def role_openers() -> frozenset[str]:
    """Return the first words of roles, in the forms in which `role_phrases` knows them."""
    words = {name.split()[0] for name in role_names()}
    words |= {f"vice-{word}" for word in words}
    return frozenset(
        f"{word}{plural}{elect}" for word in words for plural in ("", "s") for elect in ("", "-elect")
    )


def role_phrases(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the roles in `text[start:end]`, the longest phrase at each place, as place and name."""
    names, openers = role_names(), role_openers()
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    at = 0
    while at < len(words):
        if text[slice(*words[at])] not in openers:
            at += 1
            continue
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            first, last = words[at][0], words[at + length - 1][1]
            phrase = text[first:last].removesuffix("-elect")
            name = names.get(phrase) or (names.get(phrase[:-1]) if phrase[-1:] == "s" else None)
            if name is None and phrase.startswith("vice-") and phrase[5:] in names:
                name = f"vice-{names[phrase[5:]]}"
            if name is not None:
                yield first, first + len(phrase), name
                at += length - 1
                break
        at += 1


_INSIDE = CURRENT | FORMER | {"own", "one"}


def modifiers(text: str, left: int, end: int) -> tuple[list[str], str]:
    """Return the words of a noun phrase before its head at `end`, and the word that opens it."""
    found: list[str] = []
    # In tokenised text the ending of a possessive is a word of its own.
    for word in reversed(text[left:end].replace(" 's ", "'s ").split()[-6:]):
        bare = word.strip("\"'(")
        if not bare or bare[-1] in ',.;:!?)"' or (bare in function_words() and bare not in _INSIDE):
            return found, bare
        found.insert(0, bare)
    return found, ""


def of_several(text: str, start: int, first: int, last: int) -> bool:
    """Whether a role stands in the plural, and not behind "one of the"."""
    several = text[last - 1] == "s" and text[first:last] not in role_names()
    return several and not text.endswith(
        ("one of ", "one of the ", "one of its ", "one of his ", "one of her "), 0, start
    )
