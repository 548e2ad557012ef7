"""Offices and occupations that a summary gives to people of the article, which names nothing of the kind.

Only absence is judged, and only of roles of which data/role_signs.txt holds what else would show them: a role
is in the article by its own words, by a word of its root ("manages", "midfield"), by a role that may be said
of the same person, or by one of those signs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bench.facts.people.names.lists import part_lines
from bench.facts.people.names.match import look_up
from bench.facts.people.roles.kinds import posts, private_roles, stands_for
from bench.facts.people.roles.read import Office
from bench.facts.people.told import told
from bench.facts.support import stems
from bench.records import Finding, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_ENDING = re.compile(r"(?:[aeo]r|ist|m[ae]n|wom[ae]n|ress|eer|ian|ant)$")
_LEAST_ROOT = 4
_REASON = "the article calls nobody so, nor anything like it"


def check_absent_roles(
    source: "Source", summary: Document, strictness: "Strictness" = "normal", taken: Sequence[Finding] = ()
) -> list[Finding]:
    """Return a finding for each role that the article does not have; those inside `taken` are left alone."""
    if not source.cast.english:
        return []
    told_already = {finding.start for finding in taken}
    found: dict[int, Finding] = {}
    for who, office in _of_people(source, summary):
        span = summary.span(office.start, office.end)
        if span.start not in told_already:
            claim, verdict = f"{who}: {span.text}", _verdict(office.name, strictness)
            found.setdefault(span.start, Finding("role", claim, verdict, span.start, span.end, (), _REASON))
    return list(found.values())


def _verdict(role: str, strictness: "Strictness") -> Verdict:
    """Return what an absent role is called: offices are told by name, what people do in many other words."""
    least = "normal" if role in posts() else "high"
    return "unsupported" if strictness in ("high", least) else "suspect"


def _of_people(source: "Source", summary: Document) -> Iterator[tuple[str, Office]]:
    """Yield the absent roles told right beside a name that the article has, and whose they are."""
    reading = told(source, summary)
    for person in reading.people:
        for mention in person.mentions:
            for office in reading.offices(mention):
                if not _tells(summary, office) or _has(source, office.name):
                    continue
                # An outsider is wrong by the name already.
                if look_up(source.cast, mention.keys).how != "absent":
                    yield person.name, office


def _tells(summary: Document, office: Office) -> bool:
    """Whether an office is told by a noun ("manager", not "runs"), and its signs are known.

    What somebody once was is known without the article.
    """
    if office.name not in _signs() or office.time == "former":
        return False
    return summary.lower[office.start : office.end].startswith(office.name[:4])


def _has(source: "Source", role: str) -> bool:
    """Whether the article has a role in some form."""
    head = role.split()[-1]
    words = source.cast.words
    if all(map(source.grounds.has, stems(head))):
        return True
    if any(sign in words for sign in _signs().get(role, ())):
        return True
    # "Landowner", "shopkeeper"; a granddaughter is no daughter.
    if role not in private_roles() and any(word.endswith(head) and word.isalpha() for word in words):
        return True
    root = _ENDING.sub("", head)
    if len(root) >= _LEAST_ROOT and any(word.startswith(root) for word in words):
        return True
    text = source.document.lower
    found = (other for other in stands_for(role) if other in text)
    return any(re.search(rf"\b{re.escape(other)}(?:s|es)?\b", text) for other in found)


@cache
def _signs() -> Mapping[str, frozenset[str]]:
    """Return the words that show a role, by role."""
    pairs = (line.partition(":") for line in part_lines("role_signs.txt", "told by name"))
    return {role: frozenset(words.split()) for role, _, words in pairs}
