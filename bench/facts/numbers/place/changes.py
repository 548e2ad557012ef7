"""A change told as what it led to, and the other way round: "rose by 81" for "from 74 to 81"."""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.otherwise import read_otherwise
from bench.facts.numbers.place.periods import compared, link
from bench.facts.quantities.quantity import DATES, Quantity

_UNFIT = DATES | {"name", "ordinal", "score", "percent", "fraction"}
"""Of shares "up 5 per cent, from 3" tells two changes, and a rise may itself rise."""
_REACH = 5
"""Words before "by" and "to" among which a word of change stands: "rises in price by 5"."""


def told_otherwise(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return what a figure is in the article, "change" or "level", where the summary makes it the other."""
    return "" if found.claim.kind in _UNFIT else read_otherwise(_told, article, summary, found)


@once_per_figure
def _told(scene: Scene, figure: Quantity) -> str:
    at = link(scene, figure)
    word = scene.tape.word(at)
    before = scene.tape.words[max(scene.sentence_of(figure)[0], at - _REACH) : max(0, at)]
    changing = not CHANGING.isdisjoint(before)
    if word == "by" and changing:
        return "change"
    return "level" if compared(scene, figure) or (word == "to" and changing) else ""
