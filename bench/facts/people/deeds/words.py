"""Words of what people do and are, in one form for their forms, and what else news text calls the same."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bench.text.by_word import by_word

_ENDING = re.compile(r"(?:'s|s'|ings?|edly|ed|ers?|es|s|ly)$")


@by_word
def stem(word: str) -> str:
    """Return a crude stem of a lower-case word: enough to meet its other forms in one article."""
    if len(word) <= 4 or not word[0].isalpha():
        return word
    short = _ENDING.sub("", word)
    return (short if len(short) >= 3 else word)[:6]


@cache
def other_words() -> Mapping[str, tuple[str, ...]]:
    """Return for the stem of a listed word the stems of the words used for it ("jailed": "prison")."""
    found: dict[str, dict[str, None]] = {}
    for line in (files("bench.facts") / "data" / "deeds.txt").read_text("utf-8").splitlines():
        alike = dict.fromkeys(stem(word) for word in line.split()) if not line.startswith("#") else {}
        for one in alike:
            found.setdefault(one, {}).update(dict.fromkeys(other for other in alike if other != one))
    return {one: tuple(others) for one, others in found.items()}
