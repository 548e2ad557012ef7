"""What a summary tells of a figure otherwise than the article does wherever it has the figure."""

from collections.abc import Callable

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.quantities.quantity import Quantity


def read_otherwise(
    read: Callable[[Scene, Quantity], str], article: Scene, summary: Scene, found: Assessment
) -> str:
    """Return what `read` tells of a figure all over the article, where of the claim it tells another.

    Empty where it tells nothing of the claim or of one of the places, or not the same of all.
    """
    mine = read(summary, found.claim)
    theirs = {read(article, support.fact) for support in found.supports} if mine else set()
    return theirs.pop() if len(theirs) == 1 and not theirs & {"", mine} else ""
