"""Who is called a successor or predecessor, and is the other by the article, whoever the other one is."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.roles.read import offices_at
from bench.facts.people.roles.ties import confirmed
from bench.facts.people.roles.ties_told import article_ties, summary_ties
from bench.facts.people.told import told
from bench.facts.strictness import told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_DOUBT = 0.65
# In a letter or a lecture the other one is whoever writes or speaks.
_BEFORE_ME = re.compile(
    r",? who [^,.;:!?\"\n]{3,60} before (?:me|us)\b|, (?:my|our) (?:[\w-]+ )?predecessor\b"
)
_AFTER_ME = re.compile(
    r"(?:,? who)?(?: (?:has|will|is|to|would|soon|then|shall|now))* (?:succeed\w*|replac\w+|follow\w*|"
    r"(?:takes?|took|taking) over from) (?:me|us)\b|, (?:my|our) (?:[\w-]+ )?successor\b"
)


def judge_order(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each successor of a summary who only came before by the article, and the reverse."""
    if "successor" not in summary.lower and "predecessor" not in summary.lower:
        return
    before, after = _order(source)
    for person, role, start, end in _told(source, summary):
        selves = source.person_scene.selves(person)
        sides = (before, after) if role == "successor" else (after, before)
        at = next((sides[0][index] for index in sorted(selves) if index in sides[0]), None)
        if at is None or not selves.isdisjoint(sides[1]):
            continue
        span, evidence = summary.span(start, end), source.document.span(*at)
        claim = f"{source.cast.people[person].name}: {role}"
        reason = f"article: {evidence.text}"
        yield told_of_another("role", claim, span, (evidence,), reason, _DOUBT, strictness)


def _told(source: "Source", summary: Document) -> Iterator[tuple[int, str, int, int]]:
    """Yield whom a summary calls a successor or predecessor, as which, and where."""
    reading = told(source, summary)
    for known in reading.known:
        for office in reading.offices(known.mention):
            if office.name in ("successor", "predecessor"):
                yield known.person, office.name, office.start, office.end
    right = confirmed(source, summary).pairs
    for tie in summary_ties(source, summary):
        if tie.kind == "successor" and frozenset((tie.who, tie.of)) not in right:
            yield tie.who, "successor", tie.start, tie.end
            yield tie.of, "predecessor", tie.start, tie.end


@once_each
def _order(source: "Source") -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
    """Return who of an article was followed by somebody and who followed, and where it says so."""
    before: dict[int, tuple[int, int]] = {}
    after: dict[int, tuple[int, int]] = {}
    for tie in article_ties(source):
        if tie.kind == "successor":
            before.setdefault(tie.of, (tie.start, tie.end))
            after.setdefault(tie.who, (tie.start, tie.end))
    for index, person in enumerate(source.cast.people):
        for mention in person.mentions:
            for office in offices_at(source.document, mention.start, mention.end):
                if office.name in ("successor", "predecessor"):
                    found = after if office.name == "successor" else before
                    found.setdefault(index, (office.start, office.end))
            for found, pattern in ((before, _BEFORE_ME), (after, _AFTER_ME)):
                match = pattern.match(source.document.lower, mention.end)
                if match is not None:
                    found.setdefault(index, (mention.start, match.end()))
    return before, after
