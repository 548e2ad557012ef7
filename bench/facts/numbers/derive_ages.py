"""Ages that follow from other ages: "joined at 24 and stayed six years", "47, at sea for 21 years"."""

from collections.abc import Iterable

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derived import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

_ELDER = frozenset({"younger", "older"})
_THEN = frozenset({"when", "at", "aged", "age", "then", "old", "turned"})
"""Words beside a figure that may be the age of somebody at an earlier or later time."""


def ages(case: Case) -> Iterable[Step]:
    """Add a span of years to an age or take it from one: "20 years younger", "for 22 of his 57 years"."""
    claim = case.claim
    told = claim.kind == "age" or (claim.kind == "count" and not case.head)
    if not told or claim.unit not in ("", "year"):
        return ()
    return _ages(case.article, not _THEN.isdisjoint(case.beside))


@once_per_text
def _ages(article: Scene, then: bool) -> list[Step]:
    """Return the ages a span of years away; `then` also where the span only passed: "stayed six years"."""
    found: list[Step] = []
    lengths = [f for f in article.quantities if f.high is None and _years_long(f)]
    for age in (f for f in article.quantities if _is_age(article, f)):
        for length in lengths:
            compared = article.tape.word(length.last) in _ELDER or age.kind == "duration"
            passed = then and length.kind == "duration" and near(article, age, length, 1)
            fitting = 2 <= length.value <= 90 and length.first != age.first
            if fitting and (passed or (compared and near(article, age, length, 2))):
                for value, sign in ((age.value - length.value, "-"), (age.value + length.value, "+")):
                    if 0 < value < 110:
                        told = (f"{age.value} {sign} {length.value}",)
                        found.append(Step(value, "span", told, (age, length)))
    return found


def _years_long(fact: Quantity) -> bool:
    """Whether a figure is a number of years, or may be: "22 of his 57 years"."""
    return (fact.kind == "duration" and fact.unit == "year") or (fact.kind == "count" and not fact.unit)


_BEFORE_AGE = frozenset({"at", ",", "is", "was", "turned", "now"})


def _is_age(article: Scene, fact: Quantity) -> bool:
    """Whether a figure is an age, or could be one: "started in the pit at 19", "22 of his 57 years"."""
    if fact.kind == "age":
        return fact.high is None and fact.unit == "year"
    before = article.tape.word(fact.first - 1)
    if fact.kind == "count":
        return before in _BEFORE_AGE and not article.head(fact) and 3 < fact.value <= 110
    return fact.kind == "duration" and fact.unit == "year" and before in ("his", "her", "their")


def born(case: Case) -> Iterable[Step]:
    """Add an age to the year of a birth: "born in 1936 ... her first book at 24" makes it 1960."""
    return _born(case.article) if case.claim.kind == "year" else ()


@once_per_text
def _born(article: Scene) -> list[Step]:
    words = article.tape.words
    births = [
        fact
        for fact in article.quantities
        if fact.kind == "year" and fact.high is None and "born" in words[max(0, fact.first - 6) : fact.first]
    ]
    lived = [
        fact for fact in article.quantities if births and _is_age(article, fact) and fact.unit in ("", "year")
    ]
    return [
        Step(birth.value + age.value, "later", (f"{birth.value} + {age.value}",), (birth, age))
        for birth in births
        for age in lived
    ]
