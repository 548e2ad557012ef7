"""Who beat whom: persons and teams of which a summary tells the loser as the winner.

Names are words that the article writes with a capital and never without. Only contests between the same two
are held against one another; where the article tells of several, each with its winner, nothing is wrong.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.names.itself import Run, name_runs
from bench.facts.strictness import misattached_or_suspect
from bench.records import Finding
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


class Contest(NamedTuple):
    """A name that beat another one."""

    winner: Run
    loser: Run

    @property
    def place(self) -> tuple[int, int]:
        """The half-open place of the words that say so, names included."""
        first, last = sorted((self.winner, self.loser), key=lambda name: name.start)
        return first.start, last.end


_WORDS = (
    "beat beats beaten beating defeated defeats defeat defeating thrashed overcame overcoming unseated "
    "ousted outpointed lost loses win victory".split()
)
_HAVING = (
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?"
    r"(?: (?:has|had|have|is|are|was|were|been|then|narrowly|easily|first|also|only))*"
)
_BACK = r"(?: (?:came from [\w -]{3,20}|went on|fought back|rallied|recovered|battled back|held on) to)?"
_SCORE = r"(?: (?:\d+[-–]\d+|by [\w' -]{1,25}))?"
# What somebody beaten is called before the name.
_CALLED = (
    r"(?: [a-z-]+){0,2}(?: (?:seed|mayor|champion|senator|governor|president|rivals?|holders?|leaders?))?"
)
# Behind a winner, and behind a loser, up to the other's name.
_BEATS = re.compile(
    rf"{_HAVING}{_BACK} (?:beat|beats|defeat|defeats|defeated|thrashed|overcame|unseated|ousted|outpointed)"
    rf"(?: the)?{_CALLED} "
    rf"|['’]s?(?: [\w'-]+){{0,3}} (?:win|victory) (?:over|against)(?: the)? "
)
_LOSES = re.compile(
    rf"{_HAVING} (?:(?:lost|loses)(?: [\w' -]{{2,30}})?{_SCORE} to"
    rf"|(?:beaten|defeated|thrashed){_SCORE}(?: in [\w' -]{{2,30}})? by)(?: the)? "
    rf"|['’]s?(?: [\w'-]+){{0,3}} defeat (?:by|to|against|at the hands of)(?: the)? "
)
# "Won the Karst Cup by beating": what was won has a name as well.
_WINS = re.compile(
    rf"{_HAVING} (?:won|took|claimed|secured|lifted|retained) [\w' -]{{3,50}} (?:by|after|with) "
    rf"(?:beating|defeating|overcoming|(?:victory|a win) over)(?: the)?{_CALLED} "
)
_CONTEST = re.compile(r"\b(?:beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|lo(?:st|ses?|sing)|w[io]n|victory)\b")
_DOUBT = 0.8
"""Suspect at the least by every strictness."""


def check_contests(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return a finding for each contest of `summary` whose loser is the winner by the article."""
    if summary.tokens_of.keys().isdisjoint(_WORDS):
        return []
    found = []
    for told in _contests(source, summary):
        known = article_contests(source)
        if any(_same(told.winner, one.winner) and _same(told.loser, one.loser) for one in known):
            continue
        turned = next((o for o in known if _same(told.winner, o.loser) and _same(told.loser, o.winner)), None)
        if turned is not None:
            verdict = misattached_or_suspect(_DOUBT, strictness)
            span, evidence = summary.span(*told.place), source.document.span(*turned.place)
            reason = "article: the other way round"
            found.append(Finding("name", span.text, verdict, span.start, span.end, (evidence,), reason))
    return found


def won_and_lost(source: "Source", summary: Document) -> frozenset[int]:
    """Return where the names of winners and losers start in a summary whom the article has as such."""
    if summary.tokens_of.keys().isdisjoint(_WORDS):
        return frozenset()
    known = article_contests(source)
    return frozenset(
        name.start
        for told in _contests(source, summary)
        if any(_same(told.winner, one.winner) and _same(told.loser, one.loser) for one in known)
        for name in told
    )


@once_each
def article_contests(source: "Source") -> tuple[Contest, ...]:
    """Return the contests that an article tells."""
    return tuple(_contests(source, source.document))


def _same(one: Run, other: Run) -> bool:
    """Whether a name is the other one, in full or in part."""
    mine, theirs = set(one.keys), set(other.keys)
    return mine <= theirs or theirs <= mine


def _contests(source: "Source", document: Document) -> Iterator[Contest]:
    names = list(name_runs(source, document))
    for left, right in pairwise(names):
        between = _between(document, left, right)
        if _BEATS.fullmatch(between) or _WINS.fullmatch(between):
            yield Contest(left, right)
        elif _LOSES.fullmatch(between):
            yield Contest(right, left)
    for left, middle, right in zip(names, names[1:], names[2:], strict=False):
        if _WINS.fullmatch(_between(document, left, right)) and not _same(left, middle):
            yield Contest(left, right)


def _between(document: Document, left: Run, right: Run) -> str:
    """Return the words between two names of which the one may have beaten the other, "" for none such."""
    if right.start - left.end >= _REACH or _same(left, right) or _goes_on(document, right):
        return ""
    return document.lower[left.end : right.start].replace("\n", " ")


_REACH = 120


def _goes_on(document: Document, name: Run) -> bool:
    """Whether a name only owns what follows, or its sentence tells of another contest."""
    _, end = document.sentences[document.sentence_at(name.start)]
    owns = document.lower.startswith(("'s", "’s", "' ", "’ "), name.end)
    return owns or _CONTEST.search(document.lower, name.end, end) is not None
