"""Differences of counts that a summary compares itself: "95,000 more homes than in 2013"."""

from collections.abc import Iterable
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.one_unit import wholes
from bench.facts.numbers.derive.record import Case, Sort, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity


def of_one_noun(case: Case) -> Iterable[Step]:
    """Subtract two counts of one noun that the summary compares, however far apart they stand."""
    return _of_one_noun(case.article, case.sort) if "than" in case.beside else ()


@once_per_text
def _of_one_noun(article: Scene, sort: Sort) -> list[Step]:
    nouns: dict[str, list[Quantity]] = {}
    for fact in wholes(article, sort):
        if fact.value >= _LARGE and (head := article.head(fact)[:1]):
            nouns.setdefault(head[0], []).append(fact)
    return [
        Step(
            abs(one.value - other.value), "difference", (max(one.value, other.value), "-", low), (one, other)
        )
        for facts in nouns.values()
        for one, other in combinations(facts, 2)
        if (low := min(one.value, other.value)) != max(one.value, other.value)
    ]


_LARGE = 20
"""Value from which two counts of one noun are hardly as far apart as a claim says by chance."""
