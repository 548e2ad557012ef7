"""Spans that follow from two years, times, weekdays or days; what lies a span away from one of them."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, pairwise

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.ages import is_birth
from bench.facts.numbers.derive.days import as_value, day_of, ends_of_months, next_days, weekday_dates
from bench.facts.numbers.derive.record import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted
from bench.facts.stems import stem

# A length that people agree on or impose is stated, not the way from one year to another.
_AGREED = {(stem(word),) for word in "deal contract agreement sentence ban loan lease term".split()}
_TIME_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})


def span(case: Case) -> Iterable[Step]:
    """Subtract two years, two clock times, two weekdays or two days of the calendar."""
    claim = case.claim
    if claim.kind not in ("duration", "age") or claim.unit not in _TIME_UNITS or case.head[:1] in _AGREED:
        return ()
    lengths = _lengths(case.article, claim.unit)
    if claim.kind != "age" and (claim.unit == "day" or not _LIFE.isdisjoint(case.beside)):
        return lengths
    # What somebody did for so many years did not begin with his birth, and how old he was is worked out from
    # a birth to the day, where days are known.
    return [step for step in lengths if not any(is_birth(case.article, fact) for fact in step.facts)]


_LIFE = frozenset(
    "old age aged life lived live died die death born birth birthday young younger older".split()
)


@once_per_text
def _lengths(article: Scene, unit: str) -> list[Step]:
    """Return the lengths of time in `unit` that part two dates or times of an article."""
    if unit in ("year", "decade", "century"):
        return [*_between_years(article, unit), *_together(article, unit)]
    if unit == "month":
        return [*_between_days(article, unit), *_between_months(article)]
    if unit in ("minute", "hour"):
        return list(_between(article, "time", "minute", unit))
    return [*_between(article, "weekday", "day", unit), *_between_days(article, unit)]


def _together(article: Scene, unit: str) -> Iterator[Step]:
    """Add the spans from one year to another that a text tells in a row: "1974 to 1979 and 1983 to 1990"."""
    word, years = article.tape.word, [fact for fact in article.quantities if fact.kind == "year"]
    told: list[tuple[int, tuple[Quantity, ...]]] = [
        (int(fact.high - fact.value), (fact,)) for fact in years if fact.high is not None
    ]
    told += [
        (int(other.value - one.value), (one, other))
        for one, other in pairwise(years)
        if word(one.first - 1) in _FROM and other.first - one.last == 1 and word(one.last) in _UNTIL
    ]
    told.sort(key=lambda span: span[1][0].first)
    for (one, facts), (other, more) in pairwise(told):
        value = converted(Decimal(one + other), "year", unit)
        if value and min(one, other) > 0 and near(article, facts[0], more[0], 2):
            yield Step(value, "span", (f"{one} + {other} years",), (*facts, *more), rounded=unit != "year")


_FROM, _UNTIL = frozenset({"from", "between"}), frozenset({"to", "until", "till", "and", "-", "\u2013"})


def _between_years(article: Scene, unit: str) -> Iterator[Step]:
    years = _years(article)
    for index, (one, first) in enumerate(years):
        for other, second in years[index + 1 :]:
            gap = converted(Decimal(abs(one - other)), "year", unit)
            if gap and (unit != "year" or gap >= 2):
                told = (f"{max(one, other)} - {min(one, other)}",)
                yield Step(gap, "span", told, (first, second), rounded=unit != "year")


def _years(article: Scene) -> list[tuple[int, Quantity]]:
    """Return the different years of an article, each where it first stands."""
    found: dict[int, Quantity] = {}
    for fact in article.quantities:
        for year in _year(fact):
            found.setdefault(year, fact)
    return list(found.items())


def _year(fact: Quantity) -> tuple[int, ...]:
    if fact.kind == "year":
        return (int(fact.value),) if fact.high is None else (int(fact.value), int(fact.high))
    return (fact.parts[0],) if fact.kind in ("date", "month") and fact.parts and fact.parts[0] else ()


def _between(article: Scene, kind: str, told_in: str, unit: str) -> Iterator[Step]:
    """Yield the way from one clock time or weekday to another, both ways round."""
    facts = [fact for fact in article.quantities if fact.kind == kind]
    for index, one in enumerate(facts):
        for other in facts[index + 1 : index + 8]:
            half = "12" in (one.unit, other.unit)
            round_trip = 7 if kind == "weekday" else 720 if half else 1440
            # Whole numbers: the remainder of a negative Decimal is negative.
            gap = int(other.value - one.value) % round_trip
            for way_round in (gap, round_trip - gap):
                value = converted(Decimal(way_round), told_in, unit)
                if value:
                    ends = _ends(article, one, other)
                    yield Step(value, "span", ends, (one, other), rounded=unit == "hour")


def _ends(article: Scene, one: Quantity, other: Quantity) -> tuple[str, ...]:
    ends = [article.tape.surface(fact.first, fact.last) for fact in (one, other)]
    return ("from", ends[0], "to", ends[1])


def _between_days(article: Scene, unit: str) -> Iterator[Step]:
    """Subtract two days of the calendar."""
    dates = [fact for fact in article.quantities if day_of(fact)]
    for index, one in enumerate(dates):
        for other in dates[index + 1 :]:
            value = converted(Decimal(_days_apart(one, other)), "day", unit)
            if value and value <= _LONGEST:
                yield Step(value, "span", _ends(article, one, other), (one, other), rounded=unit == "month")


def _between_months(article: Scene) -> Iterator[Step]:
    """Subtract two months of the calendar, of one year where they name none."""
    named = [fact for fact in article.quantities if fact.kind in ("date", "month") and fact.parts]
    for one, other in combinations(named, 2):
        gap = other.parts[1] - one.parts[1]
        if one.parts[0] and other.parts[0]:
            gap += 12 * (other.parts[0] - one.parts[0])
        if 1 < abs(gap) < _MONTHS:
            yield Step(Decimal(abs(gap)), "span", _ends(article, one, other), (one, other), rounded=True)


_MONTHS = 24
"""Months from which a length is told in years."""


def _days_apart(one: Quantity, other: Quantity) -> int:
    """Return the days between two; where one has no year ("from 4 to 9 January 2025") it is the other's."""
    years = [fact.parts[0] for fact in (one, other)]
    first, second = (day_of(fact, max(years) if 0 in years else 0) for fact in (one, other))
    apart = abs((first - second).days) if first and second else 0
    # "From 2 November to 11 January."
    return _YEAR - apart if apart > _YEAR / 2 and not any(years) else apart


_YEAR, _LONGEST = 365, 100
"""Days of a year, and days or weeks up to which a length is told in them."""


_LENGTHS = {"year": ("year",), "date": ("day", "week"), "month": ("month",), "time": ("minute", "hour")}


def later(case: Case) -> Iterator[Step]:
    """Add a stated span to a year, a date or a time that stands near it; find the date of a weekday."""
    article, claim = case.article, case.claim
    wanted = _LENGTHS.get(claim.kind, ())
    if claim.kind == "date" and claim.parts and not claim.parts[2]:
        wanted = ("month", "year")
    lengths = [
        fact
        for fact in article.quantities
        if fact.kind == "duration"
        and fact.unit in wanted
        and fact.high is None
        and _told_apart(article, fact)
    ]
    for length in lengths:
        for fact in article.quantities:
            if fact.kind == claim.kind and fact.high is None and near(article, length, fact):
                yield from _moved(case, fact, length)
    if claim.kind == "date":
        yield from weekday_dates(case)
        yield from ends_of_months(case)
    elif claim.kind == "weekday":
        yield from next_days(article)


_YEARS = {
    ("year", "before"): -1, ("year", "earlier"): -1, ("previous", "year"): -1, ("preceding", "year"): -1,
    ("following", "year"): 1, ("next", "year"): 1, ("year", "after"): 1, ("year", "later"): 1,
}  # fmt: skip
_ONE_BESIDE_YEAR = frozenset(one for one, _ in _YEARS)


def by_year(case: Case) -> Iterable[Step]:
    """Yield the year that "the year before" or "the following year" means, by the year named last."""
    return [*_by_year(case.article), *_one_each_year(case.article)] if case.claim.kind == "year" else ()


@once_per_text
def _one_each_year(article: Scene) -> list[Step]:
    """Return the years of those that come one by one: "the first in 2026 and one in each following year"."""
    tape, found = article.tape, list[Step]()
    for at in tape.places({"each", "every", "a"}):
        told = tape.word(at + 1) == "year" or tape.words[at + 1 : at + 3] in _NEXT_YEARS
        one = next((back for back in range(at - 1, max(0, at - 4), -1) if tape.words[back] in _ONE), 0)
        years = [fact for fact in article.quantities if fact.kind == "year" and 0 < one - fact.last <= _ROW]
        if not told or not one or not years:
            continue
        start = years[-1]
        counts = [
            fact
            for fact in article.quantities
            if fact.is_plain_count and 1 < fact.value <= _MANY
            if abs(article.sentence[fact.first] - article.sentence[at]) <= _BACK and not fact.value % 1
        ]
        begun = [fact for fact in counts if tape.word(fact.first - 1) == "first"]
        first = begun[-1].value if begun else Decimal(1)
        for fact in counts:
            if fact not in begun and fact.value > first:
                last = start.value + fact.value - first
                found.append(Step(last, "later", (f"{start.value} + {fact.value} - {first}",), (start, fact)))
    return found


_NEXT_YEARS = (["following", "year"], ["subsequent", "year"], ["later", "year"], ["year", "after"])
_ONE = frozenset({"one", "another"})
_ROW, _MANY, _BACK = 16, 30, 2
"""Words from the year of the first to "one", the most that come so, sentences in which they are counted."""


@once_per_text
def _by_year(article: Scene) -> list[Step]:
    tape, sentence, found = article.tape, article.sentence, list[Step]()
    years = [fact for fact in article.quantities if fact.kind == "year" and fact.high is None]
    for at in tape.places(_ONE_BESIDE_YEAR) if years else ():
        if gap := _YEARS.get((tape.words[at], tape.word(at + 1))):
            named = [fact for fact in years if fact.last <= at and sentence[at] - sentence[fact.first] <= 1]
            for fact in named[-1:]:
                told = (tape.surface(at, at + 2), f"of {fact.value}")
                found.append(Step(fact.value + gap, "later", told, (fact,)))
    return found


_APART = frozenset("later earlier before after ago on from".split())


def _told_apart(article: Scene, length: Quantity) -> bool:
    """Whether a length of time can part two days: "a year" only where "later" or the like follows.

    "Up 5 per cent from a year earlier" compares.
    """
    if not length.weak:
        return True
    compares = article.tape.word(length.first - 1) in ("from", "than")
    return article.tape.word(length.last) in _APART and not compares


def _moved(case: Case, fact: Quantity, length: Quantity) -> Iterator[Step]:
    """Yield what lies a stated length of time before and after a year, date or time."""
    tape, claim = case.article.tape, case.claim
    told = f"{tape.surface(fact.first, fact.last)} %s {tape.surface(length.first, length.last)}"
    for sign, way in ((1, "+"), (-1, "-")):
        value: Decimal | None = None
        if claim.kind == "year":
            value = fact.value + sign * length.value
        elif claim.kind == "time":
            minutes = converted(length.value, length.unit, "minute")
            value = Decimal(int(fact.value + sign * minutes) % 1440) if minutes else None
        elif claim.kind == "date" and not claim.parts[2]:
            back = tape.word(length.last) in ("before", "earlier")
            told_of = fact.parts[0] and near(case.article, fact, length, 1) and back == (sign < 0)
            months = converted(length.value, length.unit, "month") if told_of else None
            many = int(fact.parts[0] * 12 + fact.parts[1] - 1 + sign * months) if months else 0
            value = Decimal(many // 12 * 10000 + (many % 12 + 1) * 100) if many else None
        elif claim.kind == "month":
            value = Decimal(int(fact.value - 1 + sign * length.value) % 12 + 1)
        elif (day := day_of(fact)) and length.value < 400:
            days = int(length.value) * (7 if length.unit == "week" else 1)
            value = as_value(case, day + timedelta(days=sign * days), fact)
        if value is not None:
            yield Step(value, "later", (told % way,), (fact, length))
