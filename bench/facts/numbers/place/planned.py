"""Figures that were planned told as those that came about, and the other way round.

"It took 41 months instead of the planned 28": of two figures of one thing side by side the article has one as
what was meant to be. A claim that says which of the two it tells must tell that one.
"""

from collections.abc import Collection

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.contrasted import is_list
from bench.facts.numbers.place.frames import frame, is_verb, sort, unit_of
from bench.facts.numbers.place.parallel import beside
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_PLANNED = frozenset(
    map(
        stem,
        "planned budgeted budget meant supposed scheduled intended".split(),
    )
)
_ACTUAL = frozenset("actually actual eventually already ended".split())
"""Words of a claim by which it tells what came about."""
_UNFIT = frozenset({"name", "ordinal", "age", "score", "fraction"})
_MEANT = 0.55
"""Fit of a figure that may be meant."""


def other_of_plan(
    article: Scene, summary: Scene, found: Assessment, elsewhere: Collection[int]
) -> Quantity | None:
    """Return the figure that was planned where a claim tells another as such, or the one that came about.

    Figures that the summary tells `elsewhere`, by place, are not asked.
    """
    claim = found.claim
    if claim.kind in _UNFIT or claim.is_date or claim.vague or is_list(summary, claim):
        return None
    said = frame(summary, claim)
    told = said.own | said.shared
    planned = (
        not _PLANNED.isdisjoint(told) and "than" not in summary.tape.words[slice(*summary.sentence_of(claim))]
    )
    words = {summary.tape.words[at] for at in summary.clause(claim)}
    actual = not planned and not _ACTUAL.isdisjoint(words)
    verbs = frozenset(summary.stems[at] for at in summary.span(claim) if is_verb(summary, at)) - {""}
    meant = [support.fact for support in found.supports if support.match.fit >= _MEANT]
    if len(meant) != 1 or (_is_planned(article, meant[0]) and planned) or not (planned or actual or verbs):
        return None
    own = meant[0]
    for other in beside(article, own):
        if other.first in elsewhere or not _fit(article, own, other):
            continue
        if _is_planned(article, own) == _is_planned(article, other):
            continue
        if planned and _is_planned(article, other):
            return other
        if not planned and _is_planned(article, own):
            theirs = frame(article, other)
            together = article.sentence[other.first] == article.sentence[own.first]
            if actual or (together and (verbs & theirs.own) - frame(article, own).own):
                return other
    return None


def _is_planned(article: Scene, figure: Quantity) -> bool:
    told = frame(article, figure)
    return not _PLANNED.isdisjoint(told.own) or bool(_PLANNED & told.shared and not told.own)


def _fit(article: Scene, own: Quantity, other: Quantity) -> bool:
    """Whether two figures may be of one thing: one sort and unit, and one noun where both have one."""
    if other.first == own.first or other.value == own.value or other.weak or other.kind in _UNFIT:
        return False
    if sort(own) != sort(other) or unit_of(own) != unit_of(other):
        return False
    heads = set(article.head(own)), set(article.head(other))
    return bool(heads[0] & heads[1]) if any(heads) and not unit_of(own) else True
