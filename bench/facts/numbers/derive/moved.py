"""Figures told as before and after, and what they say against a change that a summary tells of the same."""

from collections.abc import Iterable
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import FALLING, MOVING, RISING
from bench.facts.numbers.derive.one_unit import figures_alike
from bench.facts.numbers.derive.parts import Told
from bench.facts.numbers.derive.record import Step, near, plain
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.periods import compared, link
from bench.facts.quantities.quantity import Quantity

_BESIDE = 9
"""Words beside figures that say what they are of."""


def other_change(article: Scene, summary: Scene, claim: Quantity) -> Told | None:
    """Return the figures before and after of what a summary tells a change of by another share."""
    if claim.kind not in ("percent", "fraction") or claim.unit in ("pp", "of", "for", "to"):
        return None
    at = link(summary, claim)
    words, begins = summary.tape.words, max(at - _SUBJECT, summary.sentence_of(claim)[0], 0)
    verbs = MOVING.intersection(words[max(begins, at - _VERB) : at + 1])
    verbs |= _WAYS.intersection(words[max(begins, at - 1) : at + 1])
    if not verbs or summary.tape.word(claim.last) == "of":
        return None
    own = set(summary.plain(begins, at))
    alike = met(article, own, moved(article))
    most, best = max(alike, key=lambda one: one[0], default=(0, None))
    if not best or most < min(len(own), max(2, (len(own) + 1) // 2)):
        return None
    alike += met(article, own, may_have_moved(article))
    up, down = bool(verbs & RISING), bool(verbs & FALLING)
    fits = any(met >= most and _is(claim, told.value, up, down) for met, told in alike)
    return None if fits else best


_SUBJECT, _VERB = 8, 4
"""Words before a share, or its "by", among which its subject stands, and the verb that tells a change."""
_WAYS = frozenset({"up", "down"})


def _is(claim: Quantity, share: Decimal, up: bool, down: bool) -> bool:
    """Whether what was before becomes what it is after by a change that a summary tells."""
    if (up and not down and share < 1) or (down and not up and share > 1):
        return False
    told = claim.value / 100 if claim.kind == "percent" else claim.value
    off = _FRACTION if claim.kind == "fraction" else _PERCENT
    return abs(abs(share - 1) - told) <= (off + _HEDGED if claim.modifier else off)


_FRACTION, _PERCENT, _HEDGED = Decimal("0.03"), Decimal("0.01"), Decimal("0.05")
"""How far a change may be off what is told: as a fraction, in per cent, and behind "about" and bounds."""


def met(article: Scene, own: set[str], pairs: Iterable[Told]) -> list[tuple[int, Told]]:
    """Return pairs of figures, each with how many of some stems stand beside it and say what it is of."""
    return [
        (len(own.intersection(word for f in told.facts for word in _beside(article, f))), told)
        for told in pairs
    ]


def _beside(article: Scene, fact: Quantity) -> tuple[str, ...]:
    return (*article.beside(fact, _BESIDE), *article.head(fact))


@once_per_text
def moved(article: Scene) -> list[Told]:
    """Return the figures that one sentence tells as before and after, side by side."""
    both: list[Told] = []
    one_alone: list[Told] = []
    for one, other in figures_alike(article):
        times = compared(article, one), compared(article, other)
        if times[0] == times[1] or not near(article, one, other, 0) or not side_by_side(article, one, other):
            continue
        earlier, later = (one, other) if times[0] == "earlier" or times == ("", "later") else (other, one)
        found = _told(earlier, later, f"from {plain(earlier.value)} to {plain(later.value)}")
        (one_alone if "" in times else both).append(found)
    told = {fact for pair in both for fact in pair.facts}
    return both + [pair for pair in one_alone if told.isdisjoint(pair.facts)]


@once_per_text
def _in_order(article: Scene) -> dict[tuple[int, int], None]:
    """Return the places of the figures that a text tells as before and after."""
    return dict.fromkeys((told.facts[0].first, told.facts[1].first) for told in moved(article))


def as_moved(article: Scene, step: Step) -> bool | None:
    """Return whether a step from one figure to another is told in its order, None where no order is told."""
    if len(step.facts) != len(("before", "after")):
        return None
    one, other = step.facts[0], step.facts[1]
    order = _in_order(article)
    told = (one.first, other.first) in order or (other.first, one.first) in order
    if not told or step.told[:1] != ("from",):
        return True if told else None
    start = step.told[1]
    before = one if (one.first, other.first) in order else other
    return start == before.value


def of_two_times(article: Scene, step: Step) -> bool:
    """Whether a sum adds a figure of an earlier time to one of now: "9.4, after 3.3 a year earlier"."""
    return step.way == "sum" and len({compared(article, fact) == "earlier" for fact in step.facts}) > 1


def side_by_side(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether no other figure of their kind stands between two."""
    between = (fact for fact in article.quantities if one.last <= fact.first < other.first)
    return not any(fact.kind == one.kind and fact.unit == one.unit for fact in between)


@once_per_text
def may_have_moved(article: Scene) -> list[Told]:
    """Return the pairs of figures of which it is not told which was before."""
    return [
        _told(under, over, "")
        for pair in figures_alike(article)
        if near(article, *pair, 1) and not any(compared(article, fact) for fact in pair)
        for under, over in (pair, pair[::-1])
    ]


def _told(earlier: Quantity, later: Quantity, text: str) -> Told:
    return Told(later.value / earlier.value, text, (earlier, later))
