"""What is left for those whom a text gives no figure: "A paid 210, B 150 and the rest came from C"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.amounts import sentence_joined
from bench.facts.numbers.derive.offsets import apart_by
from bench.facts.numbers.derive.one_unit import wholes
from bench.facts.numbers.derive.record import Case, Sort, Step, Way, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.partitive import wholes_of
from bench.facts.quantities.quantity import Quantity

_REST = frozenset({"rest", "remainder", "remaining", "others", "balance"})
_BACK = 3
"""Sentences before "the rest" in which the whole may stand."""
_MOST = 4
"""Parts of which "the rest" is what remains."""


def rest(case: Case) -> Iterable[Step]:
    """Take the parts that a sentence tells before "the rest" from a whole told before them."""
    return () if case.claim.kind in ("age", "fraction", "ordinal") else _rest(case.article, case.sort)


@once_per_text
def _rest(article: Scene, sort: Sort) -> list[Step]:
    figures = _with_shares(article, wholes(article, sort))
    return [step for at in article.tape.places(_REST) for step in _left_at(article, sort, figures, at)]


def _with_shares(article: Scene, figures: list[Quantity]) -> list[Quantity]:
    """Return figures with those that shares make of the figure before them: "$130,000, half of it"."""
    found = figures.copy()
    for share in article.quantities if figures else ():
        before = [fact for fact in figures if fact.last <= share.first and near(article, fact, share, 1)]
        if share.kind == "fraction" and before:
            value = before[-1].value * share.parts[0] / share.parts[1]
            found.append(msgspec.structs.replace(share, kind=before[-1].kind, value=value))
    return sorted(found, key=lambda fact: fact.first)


def _left_at(article: Scene, sort: Sort, told: list[Quantity], at: int) -> Iterator[Step]:
    """Yield what is left at "the rest", for each number of parts straight before it and each whole."""
    place = article.sentence[at]
    figures = _wholes_first(article, [fact for fact in told if fact.last <= at])
    within = sum(1 for fact in figures if place - sentence_joined(article, fact) <= 1)
    for count in range(1, min(within, _MOST) + 1):
        parts = tuple(figures[-count:])
        taken = sum((fact.value for fact in parts), Decimal(0))
        before = [fact for fact in figures[:-count] if place - article.sentence[fact.first] <= _BACK]
        for whole in before[-_MOST:]:
            if whole.value > taken:
                yield _step(whole.value, whole.value - taken, parts, (whole, *parts))
        if sort.unit == "%" and taken < 100:
            yield _step(Decimal(100), 100 - taken, parts, parts)


def _wholes_first(article: Scene, figures: list[Quantity]) -> list[Quantity]:
    """Return figures in order of place, but a whole before the part told of it: "18 of its 30 matches"."""
    found = figures.copy()
    for at, (one, other) in enumerate(pairwise(figures)):
        if one.value < other.value and other in wholes_of(article, one):
            found[at : at + 2] = other, one
    return found


def all_but_one(case: Case) -> Iterable[Step]:
    """Take the one of which something is told from those it is one of: "closes one of its four plants"."""
    left = case.claim.kind == "count" and not case.claim.unit and not _OTHERS.isdisjoint(case.beside)
    return _all_but_one(case.article) if left else ()


_LEFT = _REST | frozenset("other left still leave leaves leaving remain remains remained".split())
_OTHERS = _LEFT | {"keep", "keeps"}


@once_per_text
def _all_but_one(article: Scene) -> list[Step]:
    words, found = article.tape.words, list[Step]()
    for fact in article.quantities:
        before = words[max(0, fact.first - 3) : fact.first]
        if fact.kind == "count" and fact.value > 2 and "of" in before and before[0] == "one":
            found.append(Step(fact.value - 1, "rest", (fact.value, "- 1"), (fact,)))
    return found


def remainders(case: Case) -> Iterable[Step]:
    """Take two to four parts that stand together from a whole near them: the last of three stages."""
    if case.claim.kind in ("age", "fraction", "ordinal") or case.sort.points:
        return ()
    told = case.behind[:1] == ("of",) or not _LAST.isdisjoint(case.beside)
    after = told or not _AFTER.isdisjoint(case.beside)
    return [
        *(_remainders(case.article, case.sort) if told else ()),
        *(_changed_twice(case.article, case.sort) if after else ()),
    ]


@once_per_text
def _changed_twice(article: Scene, sort: Sort) -> list[Step]:
    """Add one figure to another and take a third from them: "84 rooms; 36 were added, 8 made into flats"."""
    figures = wholes(article, sort)
    return [
        Step(one.value + other.value - less.value, "remainder", told, (one, other, less))
        for one, other, less in zip(figures, figures[1:], figures[2:], strict=False)
        if less.value < one.value + other.value < less.value * _LEAST_CHANGE
        and near(article, one, less, _BACK)
        if apart_by(article, one, other) != "-"
        if len({one.value, other.value, less.value}) == _DIFFERENT
        for told in [(one.value, "+", other.value, "-", less.value)]
    ]


_LEAST_CHANGE = 1000
_AFTER = frozenset({"now", "after", "then"})
_DIFFERENT = 3


_LAST = _LEFT | frozenset("last final third fourth fifth neither".split())


@once_per_text
def _remainders(article: Scene, sort: Sort) -> list[Step]:
    figures = wholes(article, sort)
    found: list[Step] = []
    for index, whole in enumerate(figures):
        around = figures[max(0, index - _APART) : index + _APART + 1]
        for start in range(len(around)):
            for stop in range(start + 2, min(start + _MOST, len(around)) + 1):
                parts = tuple(around[start:stop])
                taken = sum((fact.value for fact in parts), Decimal(0))
                small = min(fact.value for fact in parts) * _LEAST_PART < whole.value
                if (
                    taken < whole.value
                    and not small
                    and whole not in parts
                    and _together(article, whole, parts)
                ):
                    found.append(_step(whole.value, whole.value - taken, parts, (whole, *parts), "remainder"))
    return found


_APART, _LEAST_PART = 6, 24
"""Figures between a whole and its parts, and how many times the least of these the whole may be."""


def _together(article: Scene, whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Whether parts stand in sentences that follow one another, and near their whole."""
    places = [article.sentence[fact.first] for fact in parts]
    steps_apart = all(later - earlier <= 1 for earlier, later in pairwise(places))
    return steps_apart and all(abs(place - article.sentence[whole.first]) <= _BACK for place in places)


def _step(
    whole: Decimal,
    value: Decimal,
    parts: tuple[Quantity, ...],
    facts: tuple[Quantity, ...],
    way: Way = "rest",
) -> Step:
    told = [piece for part in parts for piece in ("-", part.value)]
    return Step(value, way, (whole, *told), facts)
