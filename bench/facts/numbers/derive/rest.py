"""What is left for those whom a text gives no figure: "A paid 210, B 150 and the rest came from C"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.amounts import sentence_joined, wholes
from bench.facts.numbers.derive.record import Case, Sort, Step, Way
from bench.facts.numbers.kept import once_per_text
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
    return [step for at in article.tape.places(_REST) for step in _left_at(article, sort, at)]


def _left_at(article: Scene, sort: Sort, at: int) -> Iterator[Step]:
    """Yield what is left at "the rest", for each number of parts straight before it and each whole."""
    place = article.sentence[at]
    figures = [fact for fact in wholes(article, sort) if fact.last <= at]
    within = [fact for fact in figures if place - sentence_joined(article, fact) <= 1]
    for count in range(1, min(len(within), _MOST) + 1):
        parts = tuple(within[-count:])
        taken = sum((fact.value for fact in parts), Decimal(0))
        before = [
            f for f in figures if f.last <= parts[0].first and place - article.sentence[f.first] <= _BACK
        ]
        for whole in before[-_MOST:]:
            if whole.value > taken:
                yield _step(whole.value, whole.value - taken, parts, (whole, *parts))
        if sort.unit == "%" and taken < 100:
            yield _step(Decimal(100), 100 - taken, parts, parts)


def remainders(case: Case) -> Iterable[Step]:
    """Take two to four parts that stand together from a whole near them: the last of three stages."""
    told = case.claim.kind not in ("age", "fraction", "ordinal") and not _LAST.isdisjoint(case.beside)
    return _remainders(case.article, case.sort) if told else ()


_LAST = _REST | frozenset("last final other left third fourth fifth neither".split())


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


_APART, _LEAST_PART = 6, 12
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
