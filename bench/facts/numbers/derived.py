"""The records of a derivation: the claim with what is known of it, and how it follows."""

from decimal import Decimal
from typing import NamedTuple

from bench.facts.numbers.context import Around, Scene
from bench.facts.quantities.quantity import Quantity

NEAR = 2


class Derived(NamedTuple):
    """How a figure follows: the arithmetic in words, and the article's figures that it uses."""

    reason: str
    facts: tuple[Quantity, ...]


class Case(NamedTuple):
    """A claim to be derived: the article, the claim, its words, and how many of them must agree."""

    article: Scene
    claim: Quantity
    around: Around
    needed: int
    beside: frozenset[str]
    taken: float

    def free(self, limit: float) -> bool:
        """Whether the article has no other figure in the claim's place, so far as `limit` tells."""
        return self.taken < limit

    def related(self, *facts: Quantity, least: int = 1) -> bool:
        """Whether enough of the claim's words stand near the figures."""
        near: set[str] = set()
        for fact in facts:
            near.update(self.article.around(fact).near)
        return sum(1 for word in self.around.near if word in near) >= max(least, self.needed)

    def names(self, fact: Quantity) -> bool:
        """Whether a word close to one of the article's figures is said beside the claim."""
        around = self.article.around(fact)
        return any(word in self.around.near for word in around.right_words | around.left_words)

    def near(self, one: Quantity, other: Quantity, sentences: int = NEAR) -> bool:
        """Whether two figures of the article stand within so many sentences."""
        return abs(self.article.sentence[one.first] - self.article.sentence[other.first]) <= sentences


def plain(value: Decimal) -> str:
    """Return a value with thousands parted and no idle zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
