"""Figures of which another is a part: "seven of the 12 dead", "26 of 41 seats"."""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene, plural
from bench.facts.quantities.quantity import Quantity

DETERMINERS = frozenset("the its their his her our all these those some about nearly over".split())
_PARTS = frozenset({"count", "percent", "fraction"})
_REACH = 1
"""Words between a part and "of", as in "seven men of the 12"."""


def is_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether a figure is what another before it is a part of: what is told there is told of the part."""
    if quantity.kind != "count":
        return False
    words, at = scene.tape.words, quantity.first - 1
    while at > 0 and words[at] in DETERMINERS:
        at -= 1
    if at < 1 or words[at] != "of":
        return False
    figures = scene.figures(scene.sentence[quantity.first])
    return any(
        0 <= at - other.last <= _REACH
        and other.kind in _PARTS
        and (other.kind != "count" or other.value <= quantity.value)
        for other in figures
    )


def more_than_its_whole(article: Scene, summary: Scene, found: Assessment) -> str:
    """Return the whole that a summary tells a greater figure as a part of: "73 of its 18 shops"."""
    claim, words = found.claim, summary.tape.words
    at = claim.last
    if claim.kind not in _AMOUNTS or claim.vague or words[at : at + 1] != ["of"]:
        return ""
    at += 1
    if words[at : at + 1] and words[at] in THEM:
        whole = _told_before(summary, claim)
    else:
        while words[at : at + 1] and words[at] in DETERMINERS:
            at += 1
        whole = next((other for other in summary.quantities if other.first == at), None)
        if whole and not _POSSESSIVE.isdisjoint(words[whole.last : whole.last + 4]):
            return ""  # "300 of the twelve schools' pupils"
    if (
        whole is None
        or whole.kind not in _AMOUNTS
        or whole.weak
        or whole.vague
        or summary.tape.glued(whole.last)
    ):
        return ""
    return f"{whole.value:,f}" if whole.value < claim.value and whole.high is None else ""


def _told_before(summary: Scene, part: Quantity) -> Quantity | None:
    """Return the figure of which "of them" tells a part: none where something else of many stands between."""
    before = [q for q in summary.figures(summary.sentence[part.first]) if q.last <= part.first]
    if not before:
        return None
    noun = before[-1].last + len(summary.head(before[-1]))
    return None if any(map(plural, summary.tape.words[noun : part.first])) else before[-1]


_AMOUNTS = frozenset({"count", "money"})
THEM = frozenset({"them", "which", "whom", "these", "those"})
_POSSESSIVE = frozenset({"'", "’", "'s", "’s", "-"})
