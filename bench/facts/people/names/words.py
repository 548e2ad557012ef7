"""Which words are English: what is none, and on no list of names, can still only be a name."""

import re

from bench.facts.people.names.lists import surnames, word_surnames
from bench.text.by_word import by_word
from bench.text.english import is_english as is_english

# Words that English makes as it goes, so that no list has them all.
_MADE = re.compile(
    r"(?:un|re|non|anti|over|under|pre|co|mis|multi|super|sub|inter|self|semi|ultra|cyber|eco|bio|mega|micro)?"
    r"(\w+?)(?:e?rs?|less|like|ness|able|wide|hood|ship|isms?|ists?|i[sz]ed?|i[sz]ing|ly|ish|s|es|ed|ing)?"
)
# Second parts of words joined from two; those that surnames end in as well (ford, wood, field) are none.
_JOINED = re.compile(
    r"(\w{3,}?)(?:m[ae]n|wom[ae]n|keepers?|makers?|goers?|holders?|takers?|breakers?|owners?|workers?|drivers?|"
    r"riders?|fighters?|benchers?|blowers?|fielders?|waves?|water|lines?|side|days?|nights?|time|weeks?|boards?|"
    r"boats?|cards?|phones?|screens?|sites?|ware|wear|zones?|mates?|shows?|streams?|downs?|outs?|overs?|offs?)"
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december christmas eve easter spring summer autumn winter mon "
    "tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_WORD = re.compile(r"\w+")


@by_word
def is_known_word(word: str) -> bool:
    """Whether a folded word, or a part of it, is English or made of an English word."""
    if word.isalnum():
        return is_english(word) or _is_made(word)
    return any(is_english(part) or _is_made(part) for part in _WORD.findall(word))


def _is_made(word: str) -> bool:
    """Whether an English word with a prefix or an ending that makes new ones is in it ("winless")."""
    if word in surnames() or word in word_surnames():
        return False
    joined = _JOINED.fullmatch(word)
    if joined is not None and (is_english(joined.group(1)) or joined.group(1) in ("mid", "euro")):
        return True
    match = _MADE.fullmatch(word)
    if match is None:
        return False
    root, ending = match.group(1), match.end(1) < len(word)
    roots = [root] + [root + "e"] * ending + [root[:-1]] * (ending and root[-1:] == root[-2:-1])
    return any(len(root) > 3 and is_english(root) for root in roots)
