"""Who is called a successor or predecessor, and is the other by the article, whoever the other one is."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.ties import article_ties
from bench.facts.people.told import told
from bench.facts.strictness import misattached_or_suspect
from bench.records import Finding
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
    for known in told(source, summary).known:
        for office in told(source, summary).offices(known.mention):
            selves = source.person_scene.selves(known.person)
            sides = {"successor": (before, after), "predecessor": (after, before)}.get(office.name)
            if sides is None or not selves.isdisjoint(sides[1]):
                continue
            at = next((sides[0][index] for index in sorted(selves) if index in sides[0]), None)
            if at is None:
                continue
            span, evidence = summary.span(office.start, office.end), source.document.span(*at)
            claim = f"{source.cast.people[known.person].name}: {span.text}"
            verdict, reason = misattached_or_suspect(_DOUBT, strictness), f"article: {evidence.text}"
            yield Judged(Finding("role", claim, verdict, span.start, span.end, (evidence,), reason), _DOUBT)


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
            for found, pattern in ((before, _BEFORE_ME), (after, _AFTER_ME)):
                match = pattern.match(source.document.lower, mention.end)
                if match is not None:
                    found.setdefault(index, (mention.start, match.end()))
    return before, after
