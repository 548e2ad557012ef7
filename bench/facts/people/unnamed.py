"""Somebody whom a sentence of the article leaves without a name: "a claim against a senior aide"."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bench.facts.people.roles import held
from bench.facts.people.roles_read import Office

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
