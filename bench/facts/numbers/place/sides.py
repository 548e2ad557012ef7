"""On which side of what it is measured by a figure lies: "9 degrees above average" told as "below"."""

from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure
from bench.facts.quantities.quantity import Quantity

_ABOVE = frozenset(
    "above over more higher up ahead longer later older warmer hotter faster heavier dearer bigger "
    "taller".split()
)
_BELOW = frozenset(
    "below under less fewer lower down behind shorter earlier younger colder cooler slower lighter cheaper "
    "smaller short".split()
)
_REACH, _STANDARD = 3, 6
"""Words behind a figure among which its side is told, and behind that those of what it is measured by."""


class _Side(NamedTuple):
    word: str
    above: bool
    standard: frozenset[str]


def other_side(article: Scene, summary: Scene, found: Assessment) -> tuple[str, str] | None:
    """Return the article's word for a figure's side and the summary's, where they are opposite everywhere.

    Both must measure by one thing: of two people the one is older by what the other is younger.
    """
    mine = _side(summary, found.claim)
    if mine is None:
        return None
    word = ""
    for support in found.supports:
        theirs = _side(article, support.fact)
        if theirs is None or theirs.above == mine.above or not theirs.standard & mine.standard:
            return None
        word = theirs.word
    return word, mine.word


@once_per_figure
def _side(scene: Scene, figure: Quantity) -> _Side | None:
    words = scene.tape.words
    _, stop = scene.sentence_of(figure)
    for at in range(figure.last, min(stop, figure.last + _REACH)):
        if words[at] in _ABOVE or words[at] in _BELOW:
            standard = frozenset(scene.plain(at + 1, min(stop, at + _STANDARD)))
            return _Side(words[at], words[at] in _ABOVE, standard)
        if not words[at].isalpha():
            return None
    return None
