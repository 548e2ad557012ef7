"""The records of a derivation: the claim with what is known of it, and the steps that may lead to it."""

from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Around, Scene
from bench.facts.quantities.quantity import Quantity, QuantityKind, grain, step
from bench.facts.tape import Tape

NEAR, APART = 8, 4
"""Sentences that "near each other" spans, and from how many on figures stand far apart."""
Way = Literal[
    "sum", "difference", "part", "changed", "share", "times", "each", "list", "names", "span", "later",
    "word", "rest", "period", "clock", "offset", "remainder", "rate", "vote", "margin",
]  # fmt: skip


class Derived(NamedTuple):
    """How a figure follows: the arithmetic in words, the figures that it uses, how far it is believed."""

    reason: str
    facts: tuple[Quantity, ...]
    belief: float = 1.0


class Step(msgspec.Struct, frozen=True, gc=False):
    """One plain step on figures of the article: what comes out, how it reads, whether it may be rounded."""

    value: Decimal
    way: Way
    told: tuple[str | Decimal, ...]
    facts: tuple[Quantity, ...]
    rounded: bool = False

    @property
    def text(self) -> str:
        """The step in words and figures; of a hundred steps hardly one is ever shown."""
        return " ".join(part if isinstance(part, str) else plain(part) for part in self.told)


class Sort(NamedTuple):
    """What sort of figure a claim is: kind and unit, and whether it counts points.

    A bare count of points can be one of percentage points.
    """

    kind: QuantityKind
    unit: str
    points: bool


class Case(msgspec.Struct, frozen=True, gc=False):
    """A claim to be derived: the article, the summary, the claim and the words around it.

    `found` is what the article has for it, `beside` are the words on either side of it, `behind` those
    straight behind it, `period` is how often the claim comes ("each year").
    """

    article: Scene
    summary: Scene
    claim: Quantity
    found: Assessment
    around: Around
    head: tuple[str, ...]
    beside: frozenset[str]
    behind: tuple[str, ...]
    sort: Sort
    period: str

    def says(self, fact: Quantity) -> bool:
        """Whether the summary tells a figure of the article in the claim's sentence, as no part of the claim.

        "Three of nine voters" tells a part of the claim itself.
        """
        first, tape = self.claim.first, self.summary.tape
        of = first - 1 - (tape.word(first - 1) in ("the", "all"))
        part = of if tape.word(of) == "of" else -1
        told = self.summary.figures(self.summary.sentence[first])
        return any(
            one.value == fact.value and one.first != first and one.last != part and not _of_them(tape, one)
            for one in told
        )

    @property
    def wholes(self) -> frozenset[Decimal]:
        """The figures that the claim is told as a part of: "three of the dozen", "of the 43, 42"."""
        tape, claim, found = self.summary.tape, self.claim, set[Decimal]()
        for one in self.summary.figures(self.summary.sentence[claim.first]):
            at = one.first - 1 - (tape.word(one.first - 1) in _THE)
            opens = one.last < claim.first and tape.word(at - 1) in _OPENING
            if tape.word(at) == "of" and (at == claim.last or opens):
                found.add(one.value)
        return frozenset(found)

    def agreeing(self, facts: tuple[Quantity, ...]) -> float:
        """Return the share of the words close to the claim that stand near the figures."""
        near: set[str] = set()
        for fact in facts:
            near.update(self.article.around(fact).near)
        close = self.around.close
        return sum(1 for word in close if word in near) / len(close) if close else 0.0

    def unlike(self, facts: tuple[Quantity, ...]) -> bool:
        """Whether two of the figures count different things by their nouns."""
        heads = [set(head) for fact in facts if (head := self.article.head(fact))]
        return any(not one & other for one, other in pairwise(heads))


_THE = frozenset("the its all their these those his her".split())
_OPENING = frozenset({"", ".", ",", ";", ":", "-", "and", "but"})


def _of_them(tape: Tape, figure: Quantity) -> bool:
    """Whether a figure tells a part of one before it: "nine voted, three of them against"."""
    return tape.word(figure.last) == "of" and tape.word(figure.last + 1) in ("them", "these", "those", "whom")


def near(scene: Scene, one: Quantity, other: Quantity, sentences: int = NEAR) -> bool:
    """Whether two figures of a text stand within so many sentences."""
    return abs(scene.sentence[one.first] - scene.sentence[other.first]) <= sentences


def plain(value: Decimal) -> str:
    """Return a value with thousands parted, at most three decimals and no idle zeros."""
    if value != value.quantize(Decimal("0.001")):
        value = value.quantize(Decimal("0.001"))
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def width(claim: Quantity, rounded: bool) -> Decimal:
    """Return how far apart two values must lie to be told apart at the digits that the claim shows."""
    if claim.kind == "fraction":
        # "More than a quarter" reaches to what is nearly a third, "more than nine tenths" up to all.
        if claim.value >= 1:
            return claim.value * FARTHEST if claim.modifier in ("", "about") else Decimal(1)
        return _WIDTHS.get(claim.modifier, _WIDE_HALF if claim.value == _HALF else _WIDE)
    if claim.modifier or rounded or claim.value >= 100:
        return grain(claim)
    return min(step(claim.value), Decimal(1))


_WIDTHS = {"": Decimal("0.04"), "about": Decimal("0.06")}
_HALF, _WIDE, _WIDE_HALF = Decimal("0.5"), Decimal("0.07"), Decimal("0.14")
_BOUNDS = frozenset({"more than", "at least", "less than", "at most", "nearly"})
FARTHEST = Decimal(1) / 8
"""Share of a claim by which a value that fits it may lie from it."""


def farthest(claim: Quantity) -> Decimal:
    """Return how far a value may lie from a claim that it meets: "over a decade" is told of 13 years."""
    loose = claim.unit in ("decade", "century") and claim.modifier in ("more than", "at least")
    bound = claim.kind == "fraction" and claim.modifier in _BOUNDS
    return abs(claim.value) * (_LOOSE if loose else _BOUND if bound else FARTHEST)


_LOOSE, _BOUND = Decimal(1) / 2, Decimal("0.28")


def window(claim: Quantity, rounded: bool) -> Decimal:
    """Return how far apart the values lie that fit a claim."""
    place = width(claim, rounded)
    if claim.kind == "fraction" or claim.is_date or claim.value < 100:
        return place
    if claim.modifier in _BOUNDS:
        return min(place, farthest(claim))
    return min(place, claim.value * (_ABOUT if claim.modifier else _EXACT) * 2)


_ABOUT, _EXACT, _COARSE = Decimal("0.05"), Decimal("0.02"), Decimal("0.07")
"""Shares of a claim by which what it rounds may lie from it: with "about", without, and from a fraction."""


def fits(claim: Quantity, value: Decimal, rounded: bool, reach: Decimal) -> bool:
    """Whether `value` is the claim's, rounds to it at the digits that it shows, or meets its bound."""
    said = claim.value
    if value == said:
        return True
    if claim.is_date or said <= 0 or value <= 0:
        return False
    gap, place = abs(said - value), width(claim, rounded)
    if claim.modifier in ("more than", "at least"):
        return value > said and gap < place and gap <= reach
    if claim.modifier in ("less than", "at most", "nearly"):
        return value < said and gap < place and gap <= reach
    if said < 100 and not claim.modifier and not rounded:
        return False
    # Shares are told in whole per cent, times in whole months and decades, however few they are.
    loose = claim.modifier or (rounded and claim.kind == "percent")
    most = FARTHEST if claim.unit in ("decade", "month") else _ABOUT if loose else _EXACT
    if claim.kind == "fraction":
        # "A third" is fair for 31 to 36 per cent.
        most = 2 * _ABOUT if claim.modifier else _COARSE
    return gap <= place / 2 and gap <= said * most
