"""Spans that follow from two years, times, weekdays or days; years and days that follow from a span."""

from decimal import Decimal
from itertools import pairwise

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derived import Case, Derived, plain
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted


def span(case: Case) -> Derived | None:
    """Subtract two years, two clock times, two weekdays or two days of a month."""
    article, claim = case.article, case.claim
    if claim.kind not in ("duration", "age"):
        return None
    if claim.unit in ("year", "decade") and claim.value >= 2:
        years = [(year, fact) for fact in article.quantities if (year := _year(fact))]
        wanted = claim.value * (10 if claim.unit == "decade" else 1)
        for index, (one, first) in enumerate(years):
            for other, second in years[index + 1 :]:
                if abs(one - other) == wanted and case.related(first, second):
                    return Derived(
                        f"{max(one, other)} - {min(one, other)} = {plain(wanted)}", (first, second)
                    )
    if claim.unit in ("minute", "hour"):
        return _between(case, "time", converted(claim.value, claim.unit, "minute"))
    if claim.unit == "day":
        return _between(case, "weekday", claim.value) or _days(article, claim)
    return None


def later(case: Case) -> Derived | None:
    """Add a stated span of years to a year, or of days to a date, that stands near it."""
    article, claim = case.article, case.claim
    spans = [
        f for f in article.quantities if f.kind == "duration" and f.unit in ("year", "day") and f.high is None
    ]
    for span in spans:
        for fact in article.quantities:
            if not case.near(span, fact, 1) or not case.related(span, fact):
                continue
            if found := _moved(claim, fact, span):
                return found
    return None


def _moved(claim: Quantity, fact: Quantity, span: Quantity) -> Derived | None:
    """Return how a year or a day lies a stated span from another one."""
    if claim.kind != fact.kind or fact.high is not None:
        return None
    if claim.kind == "year" and span.unit == "year":
        for value, sign in ((fact.value + span.value, "+"), (fact.value - span.value, "-")):
            if value == claim.value:
                return Derived(f"{fact.value} {sign} {span.value} = {value}", (fact, span))
    one_month = claim.kind == "date" and claim.parts[1] == fact.parts[1] and claim.parts[2] > 0
    if one_month and span.unit == "day" and abs(claim.parts[2] - fact.parts[2]) == span.value:
        return Derived(f"{span.value} days from {fact.parts[2]} to {claim.parts[2]}", (fact, span))
    return None


def _year(fact: Quantity) -> int:
    if fact.kind == "year":
        return int(fact.value) if fact.high is None else 0
    return fact.parts[0] if fact.kind in ("date", "month") and fact.parts else 0


def _between(case: Case, kind: str, wanted: Decimal | None) -> Derived | None:
    article, claim = case.article, case.claim
    facts = [fact for fact in article.quantities if fact.kind == kind]
    round_trip = 7 if kind == "weekday" else 720 if any(f.unit == "12" for f in facts) else 1440
    for index, one in enumerate(facts):
        for other in facts[index + 1 : index + 8]:
            gaps = ((other.value - one.value) % round_trip, (one.value - other.value) % round_trip)
            if wanted and wanted in gaps and case.related(one, other, least=2):
                tape = article.tape
                ends = [tape.surface(fact.first, fact.last) for fact in (one, other)]
                return Derived(
                    f"from {ends[0]} to {ends[1]}: {plain(claim.value)} {claim.unit}s", (one, other)
                )
    return None


def _days(article: Scene, claim: Quantity) -> Derived | None:
    """Subtract two days of one month."""
    dates = [fact for fact in article.quantities if fact.kind == "date" and fact.parts[2]]
    for index, one in enumerate(dates):
        for other in dates[index + 1 :]:
            if one.parts[1] == other.parts[1] and abs(one.parts[2] - other.parts[2]) == claim.value:
                return Derived(f"days {one.parts[2]} and {other.parts[2]} of one month", (one, other))
    return None


_TALLIED = frozenset({"to", "against", "for", "with"})


def tally(article: Scene, claim: Quantity) -> Derived | None:
    """Join the two sides of a score that the article gives apart: "29 votes to four", "Azul 3 Jari 2"."""
    if len(claim.parts) != 2:
        return None
    facts = [f for f in article.quantities if f.kind in ("count", "name") and f.high is None and not f.unit]
    for one, other in pairwise(facts):
        if {one.value, other.value} != set(claim.parts) or other.first - one.last > 6:
            continue
        between = article.tape.words[one.last : other.last]
        if _TALLIED & set(between) or (one.loose and other.loose):
            return Derived(article.tape.surface(one.first, other.last), (one, other))
    return None
