"""Surnames that a text writes in capitals, as many languages do: "Anton BRISK", "Ms Ida VON MOOR"."""

import re

from bench.text.english import is_english

_SURNAME = re.compile(r"(?<=[a-z.] )(?:[A-Z]{2,3} ){0,2}(?:Mc)?[A-Z](?:[A-Z]|['-](?=[A-Z])){2,}(?![\w&'-])")
_BEFORE = re.compile(r"(?:([A-Z][a-z]+)|\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr)\.?) $")
_REACH = 24
_FEWEST = 2
"""Different surnames in capitals from which on a text writes surnames so: one may be an acronym."""
_TITLES = frozenset("Mr Mrs Ms Dr Sir Dame Lord Lady".split())


def spoken(text: str) -> str:
    """Return `text` with its surnames in capitals written as other names, sign for sign.

    An acronym has the words of a language before it, and the article of it elsewhere; a surname given names.
    """
    found = [(match, before) for match in _SURNAME.finditer(text) if (before := _before(text, match.start()))]
    if not found or sum(map(str.isupper, text)) * 2 > sum(map(str.islower, text)):
        return text
    behind_names = {match.group() for match, before in found if _is_given(before)}
    free = {name for name in behind_names if text.count(name) == sum(m.group() == name for m, _ in found)}
    if len(free) < _FEWEST:
        free = {name for name in behind_names if re.search(rf"\b{re.escape(name.title())}\b", text)}
    for match, _ in found:
        if match.group() in free:
            text = text[: match.start()] + match.group().title() + text[match.end() :]
    return text


def _before(text: str, at: int) -> str:
    """Return the capitalised word, initial or title straight before `at`, "" without one."""
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    return before.group().strip() if before else ""


def _is_given(word: str) -> bool:
    """Whether a capitalised word may be a given name: no word of English, an initial or a title."""
    return word.rstrip(".") in _TITLES or word.endswith(".") or not is_english(word.lower())
