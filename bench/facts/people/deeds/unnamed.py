"""Somebody whom a sentence leaves unnamed: "a claim against a senior aide", "the minister had to go"."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bench.facts.people.reading.mentions import Mention
from bench.facts.people.roles.held import held
from bench.facts.people.roles.kinds import posts
from bench.facts.people.roles.read import Office
from bench.facts.people.roles.words import role_phrases
from bench.facts.people.said.read import telling_sentences
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source

_INDEFINITE = re.compile(r"\b(?:an?|another|one of (?:the|his|her|its|their)) (?:[\w-]+ ){0,2}$")


def unnamed_there(source: "Source", offices: Iterable[Office], sentence: int) -> bool:
    """Whether a sentence of the article has one of these offices as nobody's of those it names.

    Who is told as a senior aide by name may be the senior aide whom it does not name, beside somebody else.
    """
    start, end = source.document.sentences[sentence]
    taken = {(o.start, o.end) for all_of in held(source).values() for o in all_of}
    lower = source.document.lower
    for office in offices:
        at = lower.find(office.name, start, end)
        if at < 0 or any(begin <= at < finish for begin, finish in taken):
            continue
        if _INDEFINITE.search(lower, max(start, at - 40), at):
            return True
    return False


_DEFINITE = re.compile(r"\b(?:the|his|her|its|their|[\w-]+'s) (?:[\w-]+ ){0,2}$")


_BESIDE = 14
"""A role so near a name, in signs, is that of whom it names."""


def told_by_role(source: "Source", summary: Document, mention: Mention, other: int) -> bool:
    """Whether the sentence of a name, where somebody speaks, tells of another by what the article calls them.

    "Ms Holt says that the chief executive had to go" has the words of the chief executive, and rightly so.
    """
    sentence = summary.sentence_at(mention.start)
    if sentence not in telling_sentences(summary):
        return False
    names = {
        office.name
        for index in source.person_scene.selves(other)
        for office in held(source).get(index, ())
        if office.time != "former" and office.name in posts() and office.name != "winner"
    }
    start, end = summary.sentences[sentence]
    for first, last, name in role_phrases(summary.lower, start, end) if names else ():
        apart = first - mention.end > _BESIDE or mention.start - last > _BESIDE
        if name in names and apart and _DEFINITE.search(summary.lower, max(start, first - 40), first):
            return True
    return False
