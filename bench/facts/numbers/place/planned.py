"""Figures that were planned told as those that came about, and the other way round.

"It took 41 months instead of the planned 28": of two figures of one thing side by side the article has one as
what was meant to be. A claim that says which of the two it tells must tell that one.
"""

from collections.abc import Collection

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.frames import frame, is_verb, unit_of
from bench.facts.numbers.place.parallel import beside
from bench.facts.numbers.place.rivals import is_list, is_other, of_one_sort
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_PLANNED = frozenset(map(stem, "planned budgeted budget meant supposed scheduled intended".split()))
_ACTUAL = frozenset("actually actual eventually already ended".split())
"""Words of a claim by which it tells what came about."""
_UNFIT = frozenset({"name", "ordinal", "age", "score", "fraction"})


def other_of_plan(
    article: Scene, summary: Scene, found: Assessment, elsewhere: Collection[int]
) -> Quantity | None:
    """Return the figure that was planned where a claim tells another as such, or the one that came about.

    Figures that the summary tells `elsewhere`, by place, are not asked.
    """
    claim = found.claim
    if _PLANNED.isdisjoint(article.sentences):
        return None
    if claim.kind in _UNFIT or claim.is_date or claim.vague or is_list(summary, claim):
        return None
    said, words = frame(summary, claim), summary.tape.words
    planned = not _PLANNED.isdisjoint(said.own | said.shared) and (
        "than" not in words[slice(*summary.sentence_of(claim))]
    )
    meant = found.meant
    if len(meant) != 1 or _is_planned(article, own := meant[0].fact) == planned:
        return None
    actual = any(words[at] in _ACTUAL for at in summary.clause(claim))
    verbs = frozenset(summary.stems[at] for at in summary.span(claim) if is_verb(summary, at)) - {""}
    for other in beside(article, own):
        if other.first in elsewhere or not _fit(article, own, other):
            continue
        if _is_planned(article, other) != planned:
            continue
        together = article.sentence[other.first] == article.sentence[own.first]
        told = frame(article, other).own - frame(article, own).own
        if planned or actual or (together and verbs & told):
            return other
    return None


def _is_planned(article: Scene, figure: Quantity) -> bool:
    """Whether an article tells a figure as planned: in its own part, or where that is empty in all parts."""
    told = frame(article, figure)
    return not _PLANNED.isdisjoint(told.own) or bool(_PLANNED & told.shared and not told.own)


def _fit(article: Scene, own: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one thing: one sort and unit, and one noun where both have one."""
    if not is_other(own, other) or other.kind in _UNFIT or not of_one_sort(own, other):
        return False
    heads = set(article.head(own)), set(article.head(other))
    return bool(heads[0] & heads[1]) if any(heads) and not unit_of(own) else True
