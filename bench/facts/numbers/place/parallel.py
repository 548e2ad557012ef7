"""Whether a summary tells a figure as the article tells it, and not the one beside it.

"Stored cool, the soft sorts keep for ten months and the hard ones for five": each figure has a part of the
sentence (see `frames`), and what stands in one part alone is told of that figure.
"""

from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.frames import frame, sort, told_weight
from bench.facts.quantities.quantity import Quantity

_UNFIT = frozenset({"name", "ordinal", "age", "weekday", "score", "fraction"})
_LEAST = 1.0
"""Weight of the words of a part: any word that does not stand all over the article."""


def told_as_there(article: Scene, summary: Scene, claim: Quantity, own: Quantity, other: Quantity) -> bool:
    """Whether a summary tells a figure with words that the article has for it and not for the other."""
    if own.kind in _UNFIT or other.kind in _UNFIT or sort(own) != sort(other):
        return False
    if article.sentence[own.first] != article.sentence[other.first]:
        return False
    said, mine, theirs = frame(summary, claim), frame(article, own), frame(article, other)
    if said.own & (theirs.own - mine.all):
        return False
    return told_weight(article, said.own & ((mine.own | mine.pointed) - theirs.all)) >= _LEAST
