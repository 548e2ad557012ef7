"""How well the place of a summary's number agrees with the place of one of the article's."""

from math import fsum
from typing import NamedTuple

from bench.facts.numbers.context import Around, Scene
from bench.facts.quantities.quantity import Quantity

_RUN = 3
"""Words on either side beyond which a run of equal words tells no more."""


class Agreement(NamedTuple):
    """How well the words around a summary's number agree with those around one of the article's.

    `share` is the share of the summary's words that stand near the article's number; `right` and `left` say
    whether the noun phrase behind and the words before share one, `head` whether the counted noun is the
    same, `before` whether the same small word stands before both, `clause` the share of the words of its
    clause, `run` how many words straight before and behind are the same, at most three on either side.
    """

    share: float
    right: bool
    left: bool
    head: bool
    before: bool
    clause: float
    run: int

    @property
    def slot(self) -> float:
        """How surely both numbers stand in the same place: 0 to about 2.7."""
        beside = 0.25 * self.right + 0.1 * self.left + 0.2 * self.head + 0.1 * self.before
        return self.share + 0.5 * self.clause + beside + 0.1 * self.run


def agreement(article: Scene, fact: Quantity, summary: Scene, claim: Quantity) -> Agreement:
    """Return how well the places of a figure of the article and of a claim of the summary agree."""
    here, there, weights = summary.around(claim), article.around(fact), article.weights
    return Agreement(
        _share(here, there, weights),
        not there.right_words.isdisjoint(here.right),
        not there.left_words.isdisjoint(here.left),
        bool(here.head) and here.head in there.right_words,
        bool(here.before) and here.before == there.before,
        _clause(here, there, weights),
        _run(article, fact, summary, claim),
    )


def _share(claim: Around, fact: Around, weights: dict[str, float]) -> float:
    """Weigh shared words by nearness and rarity; words new to the article count little."""
    total = agreed = 0.0
    theirs = fact.near
    for word, nearness in claim.near.items():
        weight = weights.get(word)
        if weight is None:
            total += 0.15 * nearness
            continue
        weight *= nearness * nearness
        total += weight
        agreed += weight * theirs.get(word, 0.0)
    return agreed / total if total else 0.0


def _clause(claim: Around, fact: Around, weights: dict[str, float]) -> float:
    total = fsum(weights.get(word, 0.0) for word in claim.clause)
    met = fsum(weights.get(word, 0.0) for word in claim.clause & fact.clause)
    return met / total if total else 0.0


def _run(article: Scene, fact: Quantity, summary: Scene, claim: Quantity) -> int:
    before = _equal(article, fact.first - 1, summary, claim.first - 1, -1)
    return before + _equal(article, fact.last, summary, claim.last, 1)


def _equal(article: Scene, at: int, summary: Scene, here: int, step: int) -> int:
    """Return how many words on one side are the same one after the other."""
    found = 0
    words, others = article.tape, summary.tape
    while found < _RUN and 0 <= at < len(words) and 0 <= here < len(others):
        same = words.words[at] == others.words[here]
        if not same and not (article.stems[at] and article.stems[at] == summary.stems[here]):
            break
        found, at, here = found + 1, at + step, here + step
    return found
