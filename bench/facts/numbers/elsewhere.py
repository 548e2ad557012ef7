"""Figures told with words that the article has beside another figure alone."""

from math import fsum

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.people.cast import Cast
from bench.facts.quantities.quantity import Quantity

_UNFIT = frozenset({"name", "weekday", "month", "ordinal", "age", "duration"})
_MOST, _FEWEST = 0.5, 2
"""Weight and number of the clause's words that must stand with the other figure: below, right summaries that
gather several sentences were flagged (`benchmarks/validate.py --only "numbers exchanged"`)."""


def beside_another(cast: Cast, article: Scene, summary: Scene, found: Assessment) -> Support | None:
    """Return the figure that most of a claim's clause stands with in the article, and never with its own.

    Only figures of one kind are rivals: years with years, money in one currency, counts of one noun. Names
    before the first figure of a sentence belong to its clause: "In Ostvik, where few went, 62% voted No."
    """
    claim = found.claim
    if claim.kind in _UNFIT or claim.vague:
        return None
    words = {
        summary.stems[at]
        for at in summary.clause(claim)
        if summary.stems[at] in article.weights and not summary.inside(at)
    }
    names = _opening(cast, summary, claim) & article.weights.keys()
    words |= names
    total = fsum(article.weights[word] for word in words)
    for support in found.supports:
        words -= _around(article, support.fact)
    if len(words) < _FEWEST:
        return None
    for rival in found.rivals:
        if rival.fact.kind == claim.kind and (claim.is_date or _like(claim, rival)):
            named = names and _opening(cast, article, rival.fact)
            both = words & (article.around(rival.fact).clause | named)
            if len(both) >= _FEWEST and fsum(article.weights[word] for word in both) >= _MOST * total:
                return rival
    return None


def _around(article: Scene, fact: Quantity) -> set[str]:
    """Return the stems of a figure's sentence and of the one before it."""
    places = article.span(fact, back=1)
    return set(article.stems[places.start : places.stop])


def _opening(cast: Cast, scene: Scene, figure: Quantity) -> set[str]:
    """Return the stems of the names before a figure in its sentence; of none before the second of a sort."""
    start, _ = scene.sentence_of(figure)
    before = (q for q in scene.quantities if start <= q.first < figure.first)
    if any(q.kind == figure.kind and q.unit == figure.unit for q in before):
        return set()
    words = zip(scene.tape.words[start : figure.first], scene.stems[start : figure.first], strict=True)
    return {stem for word, stem in words if stem and word in cast.distinctive}


def _like(claim: Quantity, rival: Support) -> bool:
    same = bool(claim.unit) and claim.unit == rival.fact.unit
    return same or rival.words.head or rival.words.right
