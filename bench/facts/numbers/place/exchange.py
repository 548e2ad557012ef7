"""Two numbers of a summary that would fit better in one another's place."""

from collections.abc import Sequence
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.agreement import Agreement
from bench.facts.quantities.quantity import Quantity


class Mutual(NamedTuple):
    """How much better two numbers of a summary would fit in one another's place.

    `share` and `clause` sum what both would gain; `rival` is the article's figure with the partner's value;
    `crossed` says that the article has each beside the words that the summary puts beside the other.
    """

    share: float
    clause: float
    partner: Assessment | None = None
    crossed: bool = False
    rival: Support | None = None

    @property
    def plain(self) -> bool:
        """Whether the two clearly fit better the other way round."""
        return self.crossed or self.share > _PLAIN_SHARE or self.clause > _PLAIN_CLAUSE


_PLAIN_SHARE, _PLAIN_CLAUSE = 0.15, 0.4


def exchanged(summary: Scene, found: Assessment, others: Sequence[Assessment]) -> Mutual:
    """Return how much better a number and another of the summary would fit in one another's place."""
    best = Mutual(0.0, 0.0)
    if not found.supports or not found.rivals:
        return best
    for other in others:
        if other is found or not other.supports or _of_another_length(found.claim, other.claim):
            continue
        if _part(summary, found) or _part(summary, other) or _far_apart(found.claim, other.claim):
            continue
        mine = _rival(found, other)
        theirs = _rival(other, found) if mine else None
        if mine and theirs:
            one, two = found.supports[0].words, other.supports[0].words
            # "6,412 votes to 5,088": the noun behind the first is that of both.
            joined = abs(mine.fact.first - theirs.fact.first) <= _JOINED
            own_clause = one.clause > mine.words.clause and two.clause > theirs.words.clause
            crossed = not own_clause and _crossed(mine.words, theirs.words, one, two, joined)
            if not crossed and _listed(summary, found, other):
                continue
            share = mine.words.share + theirs.words.share - one.share - two.share
            clause = found.clause_told * (mine.words.clause - one.clause)
            clause += other.clause_told * (theirs.words.clause - two.clause)
            if (crossed, share + clause) > (best.crossed, best.share + best.clause):
                best = Mutual(max(0.0, share), max(0.0, clause), other, crossed, mine)
    return best


def _part(summary: Scene, found: Assessment) -> bool:
    """Whether a number is told as a part: "two of the boys" counts the noun of its whole."""
    words, last = summary.tape.words, found.claim.last
    return found.claim.kind == "count" and words[last : last + 2] == ["of", "the"]


def _far_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are of so different sizes that nobody takes the one for the other."""
    low, high = sorted((one.value, other.value))
    return one.kind == other.kind == "count" and high > low * _FAR


_FAR = 12
"""How many times the smaller of two counts the larger may be that is told in its place."""


def _of_another_length(one: Quantity, other: Quantity) -> bool:
    """Whether two lengths of time have units of their own: nobody takes three months for six years."""
    return one.kind == other.kind == "duration" and one.unit != other.unit


_JOINED = 3
"""Pieces of text from one figure to the next that are joined: "6,412 votes to 5,088"."""


def _crossed(mine: Agreement, theirs: Agreement, one: Agreement, two: Agreement, joined: bool) -> bool:
    """Whether the words beside each number ("from 12 to 15 boats") are the other's in the article.

    The counted nouns alone show it, whatever else stands beside: "34 entries by 90 pupils". Of two that are
    `joined` in the article little else does: "6,412 votes to 5,088" counts votes by both.
    """
    nouns = mine.head and theirs.head and not (one.head or two.head)
    if joined and not (mine.before and theirs.before):
        return nouns
    return nouns or (_better(mine, one) and _better(theirs, two))


def _better(there: Agreement, here: Agreement) -> bool:
    """Whether noun, words before and small word agree as well in the first place, and one of them better."""
    marks = [(a.right, a.left, a.before) for a in (there, here)]
    return marks[0] != marks[1] and all(a >= b for a, b in zip(*marks, strict=True))


def _listed(summary: Scene, one: Assessment, other: Assessment) -> bool:
    """Whether two numbers stand side by side ("17th and 18th"), so that words cannot tell them apart."""
    last, first = sorted((one.claim, other.claim), key=lambda claim: claim.first)
    return first.first - last.last <= 2 and not any(summary.stems[last.last : first.first])


def _rival(found: Assessment, other: Assessment) -> Support | None:
    """Return the rival of one number that has the other's value."""
    for rival in found.rivals:
        if rival.fact.value == other.claim.value:
            return rival
    return None


def unused(found: Assessment, others: Sequence[Assessment]) -> list[Support]:
    """Return the rivals of a number that the summary does not tell elsewhere, in a place of their own."""
    told = told_elsewhere(found, others)
    return [rival for rival in found.rivals if rival.fact.first not in told]


def told_elsewhere(found: Assessment, others: Sequence[Assessment]) -> set[int]:
    """Return the places of the article's figures that the other numbers of a summary tell."""
    return {
        support.fact.first
        for other in others
        if other is not found
        for support in other.supports
        if support.match.fit >= _SAME
    }


_SAME = 0.75
"""Fit from which another number of the summary tells the same figure."""
