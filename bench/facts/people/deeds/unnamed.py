"""Somebody whom a sentence tells by an office and does not name: "the minister had to go"."""

import re
from typing import TYPE_CHECKING

from bench.facts.people.reading.mentions import Mention
from bench.facts.people.roles.held import held
from bench.facts.people.roles.kinds import posts
from bench.facts.people.roles.words import role_phrases
from bench.facts.people.said.read import telling_sentences
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source

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
