"""Days that an article names in other ways: a weekday, "the next day", "the end of September"."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.dates import DATELINE
from bench.facts.quantities.quantity import Quantity, has_day

_COMMON = 2001
"""A year that is no leap year, for days of which none is told."""


def day_of(fact: Quantity, year: int = 0) -> date | None:
    """Return a date with a day as a day of the calendar, of `year` where it has none itself."""
    if not has_day(fact):
        return None
    try:
        return date(fact.parts[0] or year or _COMMON, fact.parts[1], fact.parts[2])
    except ValueError:
        return None


def as_value(case: Case, day: date, fact: Quantity) -> Decimal:
    """Return a day as the value of a date, with the year where both claim and fact give one."""
    year = day.year if case.claim.parts[0] and fact.parts[0] else 0
    return Decimal((year or case.claim.parts[0]) * 10000 + day.month * 100 + day.day)


def weekday_dates(case: Case) -> Iterator[Step]:
    """Yield the dates of the article's weekdays, counted from a named day.

    "Sunday, 9 March" names one: Tuesday of that report is 11 March, or the Tuesday before. The first weekday
    after a dateline is taken to be its day.
    """
    article = case.article
    weekdays = [fact for fact in article.quantities if fact.kind == "weekday"]
    for fact in article.quantities if weekdays else ():
        day = day_of(fact)
        if not day:
            continue
        dateline = fact.last <= DATELINE and fact.start < 120
        for named in weekdays[:1] if dateline else weekdays:
            if dateline or 0 <= fact.first - named.last <= 1 or 0 <= named.first - fact.last <= 1:
                yield from _counted_from(case, fact, day, named, weekdays)


def _counted_from(
    case: Case, fact: Quantity, day: date, named: Quantity, weekdays: list[Quantity]
) -> Iterator[Step]:
    tape = case.article.tape
    told = tape.surface(min(fact.first, named.first), max(fact.last, named.last))
    for other in weekdays:
        text = f"{tape.surface(other.first, other.last)}, counted from {told}"
        for days in {int(other.value - named.value) % 7, int(other.value - named.value) % 7 - 7}:
            value = as_value(case, day + timedelta(days=days), fact)
            yield Step(value, "later", (text,), (fact, other))


_FIRST, _LAST = frozenset({"start", "beginning"}), frozenset({"end", "close"})


def ends_of_months(case: Case) -> Iterator[Step]:
    """Yield the first and last days of months of which the article says "the start of", "at the end of"."""
    tape = case.article.tape
    for fact in case.article.quantities:
        if (
            fact.kind not in ("month", "date")
            or (fact.parts and fact.parts[2])
            or tape.word(fact.first - 1) != "of"
        ):
            continue
        edge, month = tape.word(fact.first - 2), fact.parts[1] if fact.parts else int(fact.value)
        if edge not in _FIRST and edge not in _LAST:
            continue
        year = (fact.parts[0] if fact.parts else 0) or case.claim.parts[0]
        day = monthrange(year or 2001, month)[1] if edge in _LAST else 1
        value = Decimal((year if case.claim.parts[0] else 0) * 10000 + month * 100 + day)
        yield Step(value, "later", (tape.surface(fact.first - 2, fact.last),), (fact,))


_TIMES_OF_DAY = ("day", "morning", "afternoon", "evening", "night")
_NEXT_DAY = {
    **{(word, time): 1 for word in ("next", "following") for time in _TIMES_OF_DAY},
    **{("previous", time): -1 for time in _TIMES_OF_DAY},
    **{(time, "before"): -1 for time in _TIMES_OF_DAY},
    ("day", "later"): 1, ("day", "earlier"): -1,
}  # fmt: skip
_ONE_BESIDE_DAY = frozenset(one for one, _ in _NEXT_DAY)


@once_per_text
def next_days(article: Scene) -> list[Step]:
    """Return the weekdays that "the next day" or "a day earlier" means, by the weekdays before it."""
    tape, sentence = article.tape, article.sentence
    weekdays = [fact for fact in article.quantities if fact.kind == "weekday"]
    found: list[Step] = []
    for at in tape.places(_ONE_BESIDE_DAY) if weekdays else ():
        days = _NEXT_DAY.get((tape.words[at], tape.word(at + 1)))
        for fact in weekdays if days else ():
            if days and 0 <= sentence[at] - sentence[fact.first] <= 1 and fact.first < at:
                value = Decimal(int(fact.value + days) % 7)
                text = f"{tape.surface(at, at + 2)} from {tape.surface(fact.first, fact.last)}"
                found.append(Step(value, "later", (text,), (fact,)))
    return found
