"""Figures that a text tells as parts of others, and what they say against a share that a summary tells."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import farthest, fits, plain
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.partitive import parts_of_wholes
from bench.facts.quantities.quantity import Quantity


class Told(NamedTuple):
    """A share that a text tells or gives part and whole of: its value, the arithmetic, its figures."""

    value: Decimal
    text: str
    facts: tuple[Quantity, ...]


def other_share(article: Scene, summary: Scene, claim: Quantity) -> Told | None:
    """Return the share that an article tells where a summary has another one, by the words beside the two."""
    of = summary.tape.word(claim.last) == "of"
    if claim.kind != "fraction" or not (of or not claim.weak):
        return None
    mine = set(summary.beside(claim, _NEAR))
    alike = [(_agreeing(article, told, mine), told) for told in told_shares(article)]
    most = max((words for words, _ in alike), default=0)
    best = [told for words, told in alike if words == most]
    # "Half of what it was" tells of two figures, "half of the inn" of what nobody counts.
    nouns = set(summary.stems[claim.last : claim.last + _PHRASE]) - {""}
    counted = any(nouns & set(article.head(told.facts[-1])) for told in best)
    if most < (1 if counted else _LEAST) or any(_meets(claim, told.value) for told in best):
        return None
    return next((told for told in best if not claim.weak or _agreeing(article, told, nouns)), None)


_PHRASE = 4
"""Words from "of" on among which stands the noun of what a half is told of."""
_NEAR, _LEAST = 14, 2
"""Words beside a share that are compared, and how many of them the article must have beside its own."""


def _agreeing(article: Scene, told: Told, words: set[str]) -> int:
    return len({word for fact in told.facts for word in article.beside(fact, _NEAR)} & words)


def _meets(claim: Quantity, value: Decimal) -> bool:
    """Whether a share is the claim's or bounded by it, or what it leaves is."""
    shares = (value, 1 - value)
    if claim.modifier in ("more than", "at least") and max(shares) >= claim.value:
        return True
    if claim.modifier in ("less than", "at most") and min(shares) <= claim.value:
        return True
    reach = farthest(claim)
    return any(abs(claim.value - one) < _CLOSE or fits(claim, one, True, reach) for one in shares)


_CLOSE = Decimal("0.04")


NEGATED = frozenset(
    "not no never without none rest other others remaining missing unable failed lack lacks lacked "
    "spared".split()
)
"""Words that tell a share as that of those of whom something is not so."""


@once_per_text
def told_shares(article: Scene) -> list[Told]:
    """Return the shares that a text tells, and those of the parts that it tells of their wholes."""
    return [*_of_parts(article), *_stated(article)]


def _of_parts(article: Scene) -> Iterator[Told]:
    for part, whole in parts_of_wholes(article):
        value = part.value / whole.value
        text = f"{plain(part.value)} of {plain(whole.value)} = {plain(value * 100)} per cent"
        yield Told(value, text, (part, whole))


def _stated(article: Scene) -> Iterator[Told]:
    for fact in article.quantities:
        if fact.kind == "fraction" or (fact.unit == "%" and fact.high is None and 0 < fact.value < 100):
            value = fact.value if fact.kind == "fraction" else fact.value / 100
            yield Told(value, article.tape.surface(fact.first, fact.last), (fact,))
