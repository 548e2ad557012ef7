"""What comes to each, and all together: averages, equal parts, rates by the day or the year."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive_amounts import wholes
from bench.facts.numbers.derived import Case, Sort, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import SINGULAR_TIME, converted, units

EACH = frozenset(
    "each every per apiece equal equally split shared average averages averaged averaging mean annually "
    "yearly daily weekly".split()
)
_RATES = {
    ("day", "week"): 7, ("day", "month"): 30, ("day", "year"): 365, ("week", "month"): 4,
    ("week", "year"): 52, ("month", "quarter"): 3, ("month", "year"): 12, ("quarter", "year"): 4,
    ("hour", "day"): 24,
}  # fmt: skip
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip
_RATED = frozenset({"count", "money", "measure"})
_A = frozenset({"a", "an", "per", "each", "every"})


def equal_parts(case: Case) -> Iterator[Step]:
    """Multiply or divide an amount by a count beside it where the text says "each", "equal" or "a year"."""
    article = case.article
    if case.claim.kind == "percent":
        return
    counts = _counts(article)
    beside = not EACH.isdisjoint(case.beside)
    spans = [count for count in counts if count.kind == "duration" and count.unit in case.beside]
    for whole in _amounts(article, case.sort):
        each = beside or not EACH.isdisjoint(article.tape.words[max(0, whole.first - 6) : whole.last + 6])
        for count in counts if each else spans:
            if count.first != whole.first and near(article, whole, count):
                for value, sign in ((whole.value * count.value, "x"), (whole.value / count.value, "/")):
                    yield Step(value, "each", (whole.value, sign, count.value), (whole, count), rounded=True)


@once_per_text
def _counts(article: Scene) -> list[Quantity]:
    """Return the counts and lengths of time that something can be multiplied with or parted into.

    A shift of the point is a slip, not arithmetic.
    """
    return [
        fact
        for fact in article.quantities
        if fact.kind in ("count", "duration")
        and fact.high is None
        and 2 <= fact.value <= 10000
        and fact.value not in (10, 100, 1000)
    ]


@once_per_text
def _amounts(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the amounts that a claim can be a part of, in its unit: 4.1 kilograms for one in grams."""
    found = list(wholes(article, sort))
    for fact in article.quantities if sort.kind == "measure" else ():
        if fact.kind == "measure" and fact.unit != sort.unit and fact.high is None and fact.value > 0:
            value = converted(fact.value, fact.unit, sort.unit)
            if value is not None:
                found.append(msgspec.structs.replace(fact, value=value, unit=sort.unit))
    return found


def rates(case: Case) -> Iterable[Step]:
    """Yield a rate told by another length of time, and how long a rate takes for a stated amount."""
    claim = case.claim
    if claim.kind == "duration":
        return _taking(case.article, claim.unit)
    mine = _behind(case.behind) if claim.kind in _RATED else ""
    return _by_another(case.article, claim.kind, claim.unit, mine) if mine else ()


@once_per_text
def _rated(article: Scene) -> list[tuple[Quantity, str]]:
    """Return the figures told by a length of time, with it: "15 a day", "900 loaves a week"."""
    tape, found = article.tape, list[tuple[Quantity, str]]()
    for fact in article.quantities:
        if fact.high is None and fact.kind in _RATED:
            behind = _behind(tuple(tape.words[fact.last : fact.last + 5]))
            if period := behind or _ADVERBS.get(tape.word(fact.first - 1), ""):
                found.append((fact, period))
    return found


@once_per_text
def _taking(article: Scene, unit: str) -> list[Step]:
    """Return how long rates by `unit` take for amounts of their sort."""
    found: list[Step] = []
    rated = {fact.first for fact, _ in _rated(article)}
    for fact, period in _rated(article):
        if period != unit or fact.value <= 1:
            continue
        for whole in article.quantities:
            alike = whole.kind == fact.kind and whole.unit == fact.unit and whole.high is None
            if alike and whole.value > fact.value and whole.first not in rated:
                told = (whole.value, "/", fact.value, f"a {period}")
                found.append(Step(whole.value / fact.value, "each", told, (whole, fact), rounded=True))
    return found


@once_per_text
def _by_another(article: Scene, kind: str, unit: str, mine: str) -> list[Step]:
    """Return rates of one sort as they are by the length of time `mine`."""
    found: list[Step] = []
    for fact, period in _rated(article):
        if fact.kind != kind or fact.unit != unit:
            continue
        if times := _RATES.get((period, mine)):
            told: tuple[str | Decimal, ...] = (fact.value, f"x {times} a {mine}")
            found.append(Step(fact.value * times, "each", told, (fact,), rounded=True))
        elif times := _RATES.get((mine, period)):
            found.append(Step(fact.value / times, "each", (fact.value, f"/ {times}"), (fact,), rounded=True))
    return found


def _behind(words: tuple[str, ...]) -> str:
    """Return the length of time in "a day", "per year", "monthly" among the words behind a figure."""
    table = units().words
    for at, word in enumerate(words):
        if word in (".", ";", ":", "("):
            return ""
        if word in _ADVERBS:
            return _ADVERBS[word]
        unit = table.get(words[at + 1], "") if at + 1 < len(words) else ""
        if word in _A and (unit in SINGULAR_TIME or words[at + 1 : at + 2] == ("quarter",)):
            return unit or "quarter"
    return ""
