"""Ages that follow from other ages and from births: "joined at 24 and stayed six years", "born in 1931"."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.offsets import apart_by
from bench.facts.numbers.derive.record import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

_ELDER = frozenset({"younger", "older"})
_THEN = frozenset({"when", "at", "aged", "age", "then", "old", "turned"})
"""Words beside a figure that may be the age of somebody at an earlier or later time."""


def ages(case: Case) -> Iterable[Step]:
    """Add a span of years to an age or take it from one: "20 years younger", "for 22 of his 57 years"."""
    claim = case.claim
    if claim.kind == "duration" and claim.unit == "year":
        return _years_apart(case.article, not _ELDERS.isdisjoint(case.beside), case.behind[:1] == ("ago",))
    told = claim.kind == "age" or (claim.kind == "count" and not case.head)
    if not told or claim.unit not in ("", "year"):
        return ()
    then = not _THEN.isdisjoint(case.beside)
    return [*_ages(case.article, then), *(_lived(case.article) if then or claim.kind == "age" else ())]


_ELDERS = frozenset("older younger elder senior junior".split())
_SINCE = frozenset({"since", "when", "at", "from"})
_HE = frozenset("he she they was were aged the age of".split())


@once_per_text
def _years_apart(article: Scene, compared: bool, ago: bool) -> list[Step]:
    """Subtract the age at which something began from one of now, or two ages where they are compared.

    "Is 71 and has kept it since he was 33"; "14 years older"; "learned it five years ago".
    """
    aged = [fact for fact in article.quantities if _is_age(article, fact) and fact.unit in ("", "year")]
    found = list[Step]()
    for one, other in combinations(aged, 2):
        high, low = (one, other) if one.value > other.value else (other, one)
        begun = (ago or near(article, one, other, 1)) and _begun(article, low)
        if high.value > low.value and (begun or compared):
            told = (high.value, "-", low.value)
            found.append(Step(high.value - low.value, "span" if ago else "difference", told, (high, low)))
    return found


def _begun(article: Scene, age: Quantity) -> bool:
    """Whether an age is told as that at which something began: "at 22", "since he was 33"."""
    at = age.first - 1
    while article.tape.word(at) in _HE:
        at -= 1
    return article.tape.word(at) in _SINCE


@once_per_text
def _lived(article: Scene) -> list[Step]:
    """Return how old who was born in a year that the article names was in other years that it names."""
    found: list[Step] = []
    dated = [(fact, parts) for fact in article.quantities if (parts := _calendar(fact))]
    for birth, (year, month, day) in dated:
        if not is_birth(article, birth):
            continue
        for fact, (then, *rest) in dated:
            years = then - year
            if not 3 <= years <= _OLDEST:
                continue
            exact = month and rest[0] and (month != rest[0] or (day and rest[1]))
            before = (rest[0], rest[1]) < (month, day)
            for age in {years - before} if exact else {years - 1, years}:
                found.append(Step(Decimal(age), "span", (f"{then} - {year}",), (birth, fact)))
    return found


def is_birth(article: Scene, fact: Quantity) -> bool:
    """Whether a year or a day is somebody's birth."""
    tape = article.tape
    for at in range(fact.first - 1, max(-1, fact.first - _BORN - 1), -1):
        if tape.words[at] in (";", "died", "d") or article.inside(at):
            break
        if tape.words[at] in ("born", "b"):
            return True
    return False


def _calendar(fact: Quantity) -> tuple[int, int, int] | None:
    """Return year, month and day of a date that has a year, 0 where it has no more."""
    if fact.kind == "year" and fact.high is None:
        return int(fact.value), 0, 0
    dated = fact.kind in ("date", "month") and fact.parts and fact.parts[0]
    return (fact.parts[0], fact.parts[1], fact.parts[2]) if dated else None


_BORN, _OLDEST = 9, 110


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
                signs = apart_by(article, age, length) or "+-"
                for value, sign in ((age.value - length.value, "-"), (age.value + length.value, "+")):
                    if sign in signs and 0 < value < 110:
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
    """Add an age to the year of a birth, or take it from another: "born in 1936 ... her first book at 24".

    "Died in 1958, aged 81" tells of a birth in 1877, or in 1876.
    """
    if case.claim.kind != "year":
        return ()
    return [*_born(case.article), *(_births(case.article) if "born" in case.beside else ())]


@once_per_text
def _births(article: Scene) -> list[Step]:
    """Return the years in which who is told to be of an age in a year was born."""
    aged = [
        fact
        for fact in article.quantities
        if fact.kind == "age" and fact.unit == "year" and fact.high is None
    ]
    dated = [(fact, parts[0]) for fact in article.quantities if aged and (parts := _calendar(fact))]
    return [
        Step(year - age.value - passed, "later", (f"{year} - {age.value}",), (fact, age))
        for fact, year in dated
        for age in aged
        if near(article, fact, age, 0)
        for passed in (0, 1)
    ]


@once_per_text
def _born(article: Scene) -> list[Step]:
    births = [
        fact
        for fact in article.quantities
        if fact.kind == "year" and fact.high is None and is_birth(article, fact)
    ]
    lived = [
        fact for fact in article.quantities if births and _is_age(article, fact) and fact.unit in ("", "year")
    ]
    return [
        Step(birth.value + age.value, "later", (f"{birth.value} + {age.value}",), (birth, age))
        for birth in births
        for age in lived
    ]
