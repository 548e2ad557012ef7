"""Days on which something begins told as those on which it ends: "open until 2 June" for "from 2 June"."""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.otherwise import read_otherwise
from bench.facts.quantities.quantity import Quantity

_KINDS = frozenset({"date", "month", "year", "weekday", "time"})
_BEGIN = frozenset({"from", "since"})
_END = frozenset({"until", "till", "through"})
_BETWEEN = frozenset({"the", "of", "on", "early", "late", "mid", "end", "midnight", "at", "about", "around"})
_FAR = 8
"""Words between "from" and "to" that join the two ends of one time."""


def wrong_edge(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return which end of a time a day is all over the article, where the summary makes it the other."""
    return read_otherwise(_edge, article, summary, found) if found.claim.kind in _KINDS else ""


@once_per_figure
def _edge(scene: Scene, day: Quantity) -> str:
    """Return whether something begins or ends on a day; empty where the words before it tell neither."""
    words, at = scene.tape.words, day.first - 1
    start, _ = scene.sentence_of(day)
    while at >= start and words[at] in _BETWEEN:
        at -= 1
    if at < start:
        return ""
    if words[at] in _BEGIN:
        return "beginning"
    joined = words[at] == "to" and "from" in words[max(start, at - _FAR) : at]
    return "end" if words[at] in _END or joined else ""
