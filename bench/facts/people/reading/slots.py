"""Places in a sentence that only a person fills, whatever word stands there: "Mr Field", "Blazer scored"."""

import re
from functools import cache

from bench.facts.people.names.lists import first_names, part, roles, say_verbs, titles

ADDRESSES = frozenset("mr mrs ms dr sir dame".split())
"""What nothing but a name follows, be it a word or a place besides."""

_BEFORE = re.compile(r"(?<![\w-])([a-z-]+),? $")
# "the president of Krovia, Anders Holm": whom an office's full name introduces.
_OFFICE_BEFORE = re.compile(r"\b([a-z-]+) (?:of|at|for) (?:the )?[A-Z][^,.;:\n]{1,50}, $")
_AFTER = re.compile(r" ?(?:, who\b|, (?:then |now |aged )?\d{1,2} ?[,.]|\((?:born|aged)? ?\d)")
_ACT = re.compile(
    r" (?:(?:also|then|later|now|reportedly) )?(?:(has|have|had|is|was|will|would) )?"
    r"(?:(?:also|been|being|later|previously|recently|reportedly|since) ){0,2}([a-z]+)\b"
)
ATTRIBUTE = re.compile(
    r" [a-z]+ (?:[a-z]+ )?[a-z]{3,}(?<!s)s "
    r"(?:are|were|have|had|will|would|could|can|may|remain|sold|came|went|said|say|[a-z]{2,}ed)\b"
)
_OWNS = re.compile(r" (?:has |had |have )?[a-z]+ (?:his|her) ")
_NAME_AFTER = re.compile(r" ?,? (?:and |& )?(?<=[,d&] )([A-Z][\w'-]+) [A-Z][\w'-]+")
_APPOSITION = re.compile(r" ?, ([^,.;]{1,45})")
# Nouns for people that are verbs or attributes at least as often: "to coach England", "host Chelsea".
_NO_TITLES = frozenset(
    "coach captain host guard partner pilot champion star member guest lead head party".split()
)


@cache
def _acts() -> frozenset[str]:
    return part("name_context.txt", "acts") | part("name_context.txt", "person verbs")


def acts(text: str, end: int) -> bool:
    """Whether what follows the word that ends at `end` is done by, or befalls, people alone."""
    if aged(text, end):
        return True
    found = _ACT.match(text, end)
    if found is None:
        return False
    if _OWNS.match(text, end):
        return True
    helper, verb = found.groups()
    # "Prior published albums sold well": the verb of the sentence comes later, this one is an attribute.
    if helper is None and ATTRIBUTE.match(text, end):
        return False
    # "Groves was convicted": a plural would take another verb.
    if text[end - 1] == "s" and helper not in ("has", "is", "was"):
        return False
    return verb in _acts() or (helper in (None, "has", "had") and verb in say_verbs()[0])


def aged(text: str, end: int) -> bool:
    """Whether an age or a relative clause of a person follows the word that ends at `end`."""
    return _AFTER.match(text, end) is not None


def enumerated(text: str, start: int, end: int) -> bool:
    """Whether the word at `start:end` stands in a list beside a given name with its surname."""
    after = _NAME_AFTER.match(text, end)
    return after is not None and after.group(1).lower() in first_names()


def introduced(text: str, start: int) -> bool:
    """Whether what somebody is stands before `start`: "the novelist", "the president of Krovia,"."""
    left = max(0, start - 30)
    # A word has no space in it: nothing before the last one needs to be looked at.
    before = _BEFORE.search(text, max(left, text.rfind(" ", left, max(0, start - 2))), start)
    if before is not None:
        word = before.group(1)
        return word not in _NO_TITLES and (word.rpartition("-")[2] in roles() or word in titles())
    if not text.endswith(", ", 0, start):
        return False
    office = _OFFICE_BEFORE.search(text, max(0, start - 90), start)
    return office is not None and (office.group(1) in roles() or office.group(1) in titles())


def stands_for_person(text: str, start: int, end: int) -> bool:
    """Whether what stands around a name with a given name shows it to be no institution's."""
    if introduced(text, start) or acts(text, end):
        return True
    after = _APPOSITION.match(text, end)
    return after is not None and any(word in roles() for word in after.group(1).split())


def says(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands right beside `start:end`."""
    before = _BEFORE.search(text, max(0, start - 20), start)
    if before is not None and before.group().endswith("d ") and before.group(1) in ("said", "added"):
        return True
    after = _ACT.match(text, end)
    return after is not None and not after.group(1) and after.group(2) in say_verbs()[0]
