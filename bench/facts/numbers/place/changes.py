"""A change told as what it led to, and the other way round: "rose by 81" for "from 74 to 81"."""

from typing import Literal

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING, MOVING
from bench.facts.numbers.derive.one_unit import fitting_figures
from bench.facts.numbers.derive.record import Sort
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.periods import compared, link
from bench.facts.quantities.quantity import DATES, Quantity

Told = Literal["", "change", "level", "earlier level"]

_UNFIT = DATES | {"name", "score", "fraction", "age"}
_REACH, _FAR, _LED = 5, 14, 3
"""Words before "by" and "to" among which a word of change stands: "rises in price by 5", and a verb before
"to" behind what parts the two: "fell by 9 per cent in June, to 4 million"."""
_OF_CHANGE = frozenset("inflation growth pace faster slower accelerated slowed discount".split())
"""Words of a sentence in which a share is a change in any telling: growth may rise to 5 per cent."""
_MORE = frozenset(
    "more fewer less higher lower dearer cheaper increase rise drop fall decline cut reduction gain".split()
)
"""Words behind a figure, or before "of", that tell it as a change."""
_AVERAGE = frozenset({"of", "average", "total", "record", "an", "low", "high"})
_STANDING = frozenset("at is are was were stands stood reached hit totalled totaled costs offers has".split())
"""Words before a figure that tell it as what is."""
_AGAIN = frozenset({"back", "again", "return", "returned", "returns", "restored", "first", "once"})
"""Words of a sentence by which something may get to where it was before."""


def told_otherwise(article: Scene, summary: Scene, found: Assessment) -> Told:
    """Return what a figure is all over the article, "change" or a level, where the summary tells the other.

    What is left behind is no level that is led to either.
    """
    claim = found.claim
    if claim.kind in _UNFIT or claim.high is not None or not (mine := change_or_level(summary, claim)):
        return ""
    moved = mine == "change" and _moved_by(summary, claim)
    theirs = {
        change_or_level(article, one.fact) or (moved and _stands(article, one.fact)) for one in found.supports
    }
    if "" in theirs or False in theirs or mine in theirs:
        return ""
    if mine == "change":
        return "" if "change" in theirs or _is_change(article, claim) else "level"
    if theirs == {"change"}:
        return "change"
    at = _link(summary, claim)
    led = summary.tape.word(at) == "to" and not MOVING.isdisjoint(summary.tape.words[max(0, at - _LED) : at])
    words = summary.tape.words[slice(*summary.sentence_of(claim))]
    return "earlier level" if led and theirs == {"earlier level"} and _AGAIN.isdisjoint(words) else ""


@once_per_figure
def change_or_level(scene: Scene, figure: Quantity) -> Told:
    """Return whether a figure is a change, what one led to or what it left; empty where it is none."""
    at, words, start = _link(scene, figure), scene.tape.words, scene.sentence_of(figure)[0]
    word, before = scene.tape.word(at), words[max(start, at - _REACH) : max(0, at)]
    changing = not CHANGING.isdisjoint(before)
    if word == "by" and changing:
        return "change"
    time = compared(scene, figure)
    of_more = word == "of" and not _MORE.isdisjoint(words[max(start, at - 2) : at])
    beside = scene.tape.word(figure.last) in _MORE
    share = figure.kind == "percent" and word in ("lost", "gained")
    if of_more or beside or share or word in MOVING or word in ("up", "down"):
        # "Up 5 per cent, from 3" tells two changes, "up 12 from 8" who knows.
        return "" if time else "change"
    led = word == "to" and (changing or not MOVING.isdisjoint(words[max(start, at - _FAR) : max(0, at)]))
    if figure.kind == "percent":
        # "Taxes climb 4.9 per cent, down from the 6.2 of the draft" compares two changes.
        time = time if word in ("from", "to") else ""
        if not _OF_CHANGE.isdisjoint(words[start : scene.sentence_of(figure)[1]]):
            return ""
    if word == "from" and time == "earlier":
        return "earlier level"
    return "level" if time or led else ""


def changed(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is a change, and the other what something changed from or to, or is.

    Of two side by side the second may leave out that it is a change too: "costs climbed 11 per cent, wages
    four".
    """
    ways = {change_or_level(scene, figure) for figure in (one, other)}
    if abs(scene.sentence[one.first] - scene.sentence[other.first]) <= 1:
        ways -= {""}
    return "change" in ways and len(ways) > 1


def _link(scene: Scene, figure: Quantity) -> int:
    """Return the place of the word before a figure, its "about" and its "average of"."""
    at = link(scene, figure)
    if scene.tape.word(at) not in _AVERAGE:
        return at
    back = at
    while scene.tape.word(back) in _AVERAGE or scene.tape.word(back) == "a":
        back -= 1
    return back if scene.tape.word(back) in ("to", "by") else at


def _moved_by(summary: Scene, claim: Quantity) -> bool:
    """Whether a verb of change stands before "by" and a figure that no one counted can be the doer of."""
    at = link(summary, claim)
    before = summary.tape.words[max(0, at - _REACH) : max(0, at)]
    verbs = MOVING if claim.unit or not summary.head(claim) else MOVING - _OF_DOERS
    return summary.tape.word(at) == "by" and not verbs.isdisjoint(before)


_OF_DOERS = frozenset("raised cut reduced lowered increased trimmed".split())
"""Verbs of change that may be told of those who do it: "calves raised by 12 farmers"."""


def _stands(article: Scene, fact: Quantity) -> Told:
    """Return "level" for a figure that is told as what is: "closed at 84 dollars"."""
    return "level" if article.tape.word(link(article, fact)) in _STANDING else ""


def _is_change(article: Scene, claim: Quantity) -> bool:
    """Whether two figures of the article lie as far apart as a summary tells."""
    figures = fitting_figures(article, Sort(claim.kind, claim.unit, False))
    values = {fact.value for fact in figures}
    return any(value + claim.value in values for value in values)
