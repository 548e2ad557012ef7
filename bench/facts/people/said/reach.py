"""Whether a verb of saying can be that of somebody named before it."""

from collections.abc import Sequence

from bench.facts.people.names.lists import roles, titles
from bench.facts.people.said.voices import BETWEEN

PREPOSITIONS = frozenset("to for of with by against about from on at".split())
STOPS = frozenset({".", ";", ":", '"', "?", "!"})
_FARTHEST = 40
"""Words from a name to a verb beyond which no form allowed below reaches."""


def _apposed(words: Sequence[str], start: int) -> bool:
    """Whether a comma stands before a name, or before the few words of what its bearer is."""
    at = start - 1
    while at > max(0, start - 5) and (words[at] in titles() or words[at] in roles()):
        at -= 1
    # One word more says of what: "county governor".
    return at >= 0 and ("," in (words[at], words[at - 1] if at < start - 1 else ""))


def reaches(words: Sequence[str], start: int, verb: int) -> bool:
    """Whether a verb can be a mention's: close by, or only an apposition or a relative clause between."""
    if verb - start > _FARTHEST:
        return False
    between = list(words[start + 1 : verb])
    # "K. S. Holt said": points of initials stop nothing.
    while between[:1] == ["."] and len(words[start]) == 1:
        between = between[1:] if len(between) < 3 or between[2] != "." else between[2:]
    if not STOPS.isdisjoint(between):
        return False
    while between and between[-1] in BETWEEN:
        between.pop()
    commas = [at for at, text in enumerate(between) if text == ","]
    # "Thomas Ekdahl of the broker Skyline Partners reckoned"
    of = bool(PREPOSITIONS & set(between[:4]))
    if len(between) <= (9 if of else 5) and not commas:
        return True
    # "The pilot, Hugo Brandt, complained", "his superior, county governor Ida Moll, spoke"
    if commas == [len(between) - 1] and _apposed(words, start):
        return True
    # "The minister, Petr Dusek, who on Tuesday had called it"
    if len(commas) == 1 and between[commas[0] + 1 : commas[0] + 2] == ["who"]:
        return commas[0] <= 2 and len(between) <= 9
    head = 5 if of else 2
    return len(commas) == 2 and commas[0] <= head and commas[1] >= len(between) - 3 and len(between) <= 28
