"""Words of offices and roles as they stand in a text."""

import re
from collections.abc import Iterator
from functools import cache

from bench.facts.people.roles.kinds import role_names

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
