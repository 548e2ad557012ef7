"""Who is told to outlive somebody, and is dead by the article: "leaves a husband, Holt", who died in 1979."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.told import told
from bench.facts.strictness import told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_DOUBT = 0.8
"""Suspect at the least by every strictness."""
# From the verb to the name stand only whose kin the survivors are, and others who are listed.
_OUTLIVES = re.compile(
    r"\b(?:survived by|leav(?:es|ing)(?: behind)?|(?:widow|widower),?)"
    r"(?: (?!who\b|which\b|when\b|after\b|in\b|at\b|to\b|for\b|from\b|as\b|of\b|that\b)[\w'-]+,?){0,14} $"
)
_IS_WIDOWED = re.compile(r", (?:the |his |her )?(?:widow|widower)\b|,? who (?:survives|outlived)\b")
_DIED = re.compile(
    r"(?:,? who|, whom [\w ]{2,20})?(?: (?:had|has|was|were|is|already|long|also|himself|herself))* "
    r"(?:died|dead|killed|murdered|drowned|passed away|perished|shot dead)\b"
)
_LATE = re.compile(r"\blate (?:[\w'-]+,? ){0,3}$")


def judge_survivors(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each person of a summary who outlives somebody there and has died by the article."""
    if _WORDS.search(summary.lower) is None:
        return
    dead = _dead(source)
    for known in told(source, summary).known if dead else ():
        mention, gone = known.mention, dead.get(known.person)
        sentence, _ = summary.sentences[known.sentence]
        lives = _OUTLIVES.search(summary.lower, sentence, mention.start) or _IS_WIDOWED.match(
            summary.lower, mention.end
        )
        if gone is None or lives is None:
            continue
        span, evidence = summary.span(mention.start, mention.end), source.document.span(*gone)
        claim = f"{source.cast.people[known.person].name}: survives"
        reason = f"article: {evidence.text}"
        yield told_of_another("role", claim, span, (evidence,), reason, _DOUBT, strictness)


_WORDS = re.compile(r"\b(?:surviv\w+|leav(?:es|ing)|widow|widower|outlived)\b")


@once_each
def _dead(source: "Source") -> dict[int, tuple[int, int]]:
    """Return the people who have died by the article, and where it says so."""
    text = source.document.lower
    found: dict[int, tuple[int, int]] = {}
    for index, person in enumerate(source.cast.people):
        for mention in person.mentions:
            died = _DIED.match(text, mention.end)
            late = _LATE.search(text, max(0, mention.start - 40), mention.start)
            if died is not None:
                found.setdefault(index, (mention.start, died.end()))
            elif late is not None:
                found.setdefault(index, (late.start(), mention.end))
    return found
