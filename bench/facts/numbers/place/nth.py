"""Figures of one round, quarter or stage told of another: those of the second quarter of the third."""

from decimal import Decimal

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure
from bench.facts.quantities.quantity import Quantity

_APART = frozenset({"before", "after", "until", "when"})
"""Words that part what came about in one round from what did in another."""
_UNFIT = frozenset({"name", "ordinal", "age", "weekday"})


def other_of_a_row(article: Scene, summary: Scene, found: Assessment) -> tuple[int, int] | None:
    """Return which of a row the article tells a figure of, and which the summary, where these are two.

    Both name the row by one noun in the figure's clause; nowhere the article tells the figure of the other.
    """
    if found.claim.kind in _UNFIT:
        return None
    for noun, place in _rows(summary, found.claim):
        theirs = [
            {other for row, other in _rows(article, support.fact) if row == noun}
            for support in found.supports
        ]
        if all(theirs) and not any(place in places for places in theirs):
            return int(min(theirs[0])), int(place)
    return None


@once_per_figure
def _rows(scene: Scene, figure: Quantity) -> list[tuple[str, Decimal]]:
    """Return the nouns and places of the ordinals in a figure's clause: "the third quarter"."""
    clause = set(scene.clause(figure))
    found: dict[str, tuple[tuple[bool, int], Decimal]] = {}
    for other in scene.figures(scene.sentence[figure.first]):
        head = scene.head(other)
        if other.kind != "ordinal" or other.first not in clause or not head:
            continue
        first, last = sorted((other, figure), key=lambda one: one.first)
        if not _APART.isdisjoint(scene.tape.words[first.last : last.first]):
            continue
        # "From 49 in the first round to 61 in the second": what stands nearest behind a figure is its own.
        far = (other.first < figure.first, abs(other.first - figure.first))
        if head[-1] not in found or far < found[head[-1]][0]:
            found[head[-1]] = far, other.value
    return [(noun, place) for noun, (_, place) in found.items()]
