"""Names that the text itself says are a team's, a company's, a place's or a ship's."""

import re
from typing import TYPE_CHECKING

from bench.facts.people.names.lists import part, places, surnames
from bench.facts.people.reading.run_parts import Word

if TYPE_CHECKING:
    from bench.facts.people.reading.runs import Run

_THINGS = part("name_context.txt", "things")
_THING_BEHIND = re.compile(
    r",? (?:is |was )?(?:an?|the|one of the|not an?) "
    r"(?:(?!of |at |for |in |from |with |and )[\w'-]+ ){0,3}?"
    r"([\w-]+)(?= ?[,.;]| (?:in|near|from|that|which|with|based)\b)"
)
# "its tanker, the Ulm", "the cutter Ulm": but "head of the company, Ulm" is a head.
_THING_BEFORE = re.compile(
    r"\b(?:(?:his|her|its|their) ([a-z-]+), (?:the )?|(?:the|an?|his|her|its|their) (?:[a-z-]+ )?([a-z-]+) )$"
)
_GOES_ON = (", a", ", the ", ", one ", ", not ", " is ", " was ")
_MANY = (" are ", " were ", " have ")
_OPENS = re.compile(r"(?:^|[.!?:;\n])\s*$")


def is_thing(text: str, words: tuple[Word, ...]) -> bool:
    """Whether what stands beside a name shows that it is no person's."""
    return _is_many(text, words) or _is_called_one(text, words) or _is_title(text, words)


def means_things(text: str, run: "Run", index: int) -> bool:
    """Whether a word of a run names a ship, a firm or a place there: "the Ulm", "Altis Bank", "Altis 2"."""
    word = run.words[index]
    if run.the or run.body or (word.key in places() and word.key not in surnames()):
        return True
    return text[word.end + 1 : word.end + 2].isdigit() or is_thing(text, run.words)


def _is_many(text: str, words: tuple[Word, ...]) -> bool:
    """Whether a plural verb shows a name to be a team's: "Northport are in the final"."""
    end = words[-1].end
    return (
        text.startswith(_MANY, end)
        and _OPENS.search(text, max(0, words[0].start - 3), words[0].start) is not None
    )


def _is_title(text: str, words: tuple[Word, ...]) -> bool:
    """Whether a name stands with an article in quotation marks, as a work's does: "A Winter Ledger"."""
    start, end = words[0].start, words[-1].end
    return (
        text[end : end + 2].lstrip(",")[:1] in _QUOTES
        and _QUOTED.search(text, max(0, start - 6), start) is not None
    )


_QUOTES = frozenset("\"\u201d\u2019'")
_QUOTED = re.compile(r"[\"\u201c\u2018']\s?(?:A|An|The) $")


def _is_called_one(text: str, words: tuple[Word, ...]) -> bool:
    """Whether the text says of a name that it is a company's, a place's or a ship's ("Altis, a village,")."""
    start, end = words[0].start, words[-1].end
    behind = _THING_BEHIND.match(text, end) if text.startswith(_GOES_ON, end) else None
    if behind is not None and behind.group(1) in _THINGS:
        return True
    word = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start].rstrip(", ")
    if word != "the" and word not in _THINGS:
        return False
    before = _THING_BEFORE.search(text, max(0, start - 40), start)
    return before is not None and (before.group(1) or before.group(2)) in _THINGS
