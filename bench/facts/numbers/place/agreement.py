"""How well the place of a summary's number agrees with the place of one of the article's."""

from math import fsum

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.quantities.quantity import Quantity

_RUN = 3
"""Words on either side beyond which a run of equal words tells no more."""


class Agreement(msgspec.Struct, frozen=True, gc=False):
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
    def nearness(self) -> float:
        """How much of what stands beside both is the same: 0 to 1.35."""
        return self.share + 0.25 * self.right + 0.1 * self.left

    @property
    def slot(self) -> float:
        """How surely both numbers stand in the same place: 0 to about 2.7."""
        beside = 0.25 * self.right + 0.1 * self.left + 0.2 * self.head + 0.1 * self.before
        return self.share + 0.5 * self.clause + beside + 0.1 * self.run


class Place:
    """The place of a summary's number, weighed once, to be held beside figures of the article."""

    __slots__ = ("_article", "_before", "_behind", "_clause", "_here", "_total", "_words")

    def __init__(self, article: Scene, summary: Scene, claim: Quantity):
        """Weigh the words around `claim` by nearness and rarity; words new to the article count little."""
        self._article, self._here = article, summary.around(claim)
        weights = article.weights
        self._words: list[tuple[str, float]] = []
        self._total = 0.0
        for word, nearness in self._here.near.items():
            weight = weights.get(word)
            if weight is None:
                self._total += 0.15 * nearness
                continue
            weight *= nearness * nearness
            self._total += weight
            self._words.append((word, weight))
        self._clause = fsum(weights.get(word, 0.0) for word in self._here.clause)
        self._before = _pieces(summary, max(0, claim.first - _RUN), claim.first)[::-1]
        self._behind = _pieces(summary, claim.last, claim.last + _RUN)

    @property
    def known(self) -> int:
        """How many of the words around the number the article has."""
        return len(self._words)

    @property
    def clause(self) -> float:
        """How much the words of the number's clause tell together."""
        return self._clause

    def nearness(self, fact: Quantity) -> float:
        """Return `nearness` of the agreement with a figure, which costs a third of the whole of it."""
        here, there = self._here, self._article.around(fact)
        right, left = not there.right.isdisjoint(here.right), not there.left.isdisjoint(here.left)
        return self._share(there.near) + 0.25 * right + 0.1 * left

    def agreement(self, fact: Quantity) -> Agreement:
        """Return how well the place of a figure of the article agrees with this one."""
        here, there = self._here, self._article.around(fact)
        return Agreement(
            self._share(there.near),
            not there.right.isdisjoint(here.right),
            not there.left.isdisjoint(here.left),
            bool(here.head) and here.head in there.right,
            bool(here.before) and here.before == there.before,
            self._met(there.clause),
            self._run(fact),
        )

    def _share(self, near: dict[str, float]) -> float:
        agreed = 0.0
        for word, weight in self._words:
            if word in near:
                agreed += weight * near[word]
        return agreed / self._total if agreed else 0.0

    def _met(self, clause: frozenset[str]) -> float:
        if self._here.clause.isdisjoint(clause):
            return 0.0
        weights = self._article.weights
        met = fsum([weights.get(word, 0.0) for word in self._here.clause & clause])
        return met / self._clause if met else 0.0

    def _run(self, fact: Quantity) -> int:
        """Return how many words straight before and behind are the same, one after the other."""
        words, stems, found = self._article.tape.words, self._article.stems, 0
        for at, (word, stem) in zip(range(fact.first - 1, -1, -1), self._before, strict=False):
            if words[at] != word and not (stem and stem == stems[at]):
                break
            found += 1
        for at, (word, stem) in zip(range(fact.last, len(words)), self._behind, strict=False):
            if words[at] != word and not (stem and stem == stems[at]):
                break
            found += 1
        return found


def _pieces(scene: Scene, first: int, last: int) -> list[tuple[str, str]]:
    """Return words with their stems."""
    return list(zip(scene.tape.words[first:last], scene.stems[first:last], strict=True))
