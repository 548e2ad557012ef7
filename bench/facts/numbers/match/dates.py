"""Does a date of the article support a date of the summary: years, months, days, weekdays, decades, times."""

from decimal import Decimal

from bench.facts.numbers.match.fit import CLASH, NONE, SAME, Match
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted


def compare_dates(claim: Quantity, fact: Quantity) -> Match:
    """Compare dates, years, months, weekdays, decades, seasons and times."""
    pair = (claim.kind, fact.kind)
    if "time" in pair:
        return _times(claim, fact)
    if claim.is_date and fact.is_date and claim.parts and fact.parts:
        return _calendar(claim.parts, fact.parts)
    if claim.kind == "year":
        return _year(claim, fact)
    if fact.kind == "year" and claim.kind == "date" and claim.parts[0]:
        return Match(0.3, "year alone") if _spans(fact, claim.parts[0]) else NONE
    if claim.kind == "decade":
        return _decade(claim, fact)
    if claim.kind == fact.kind:
        return SAME if claim.value == fact.value else NONE
    if claim.kind == "date" and fact.kind == "ordinal":
        return Match(0.4, "day alone") if len(claim.parts) > 2 and fact.value == claim.parts[2] else NONE
    if fact.kind in ("year", "decade") and claim.value == fact.value and not claim.unit:
        return Match(0.6, "kind")
    if fact.kind == "date" and not claim.unit and claim.kind == "ordinal" and claim.value == fact.parts[2]:
        return Match(0.8, "day of a date")
    return NONE


def _spans(fact: Quantity, year: int) -> bool:
    return year in (fact.value, fact.high)


def _year(claim: Quantity, fact: Quantity) -> Match:
    if fact.kind == "year":
        if (claim.value, claim.high) == (fact.value, fact.high):
            return SAME
        if claim.high is None:
            return Match(0.9, "end of a span") if _spans(fact, int(claim.value)) else NONE
        return Match(0.7, "end of a span") if fact.value in (claim.value, claim.high) else NONE
    if fact.kind in ("date", "month") and fact.parts[0]:
        return SAME if fact.parts[0] in (claim.value, claim.high) else NONE
    if fact.kind in ("count", "name") and not fact.unit and fact.value == claim.value:
        return Match(0.8, "kind")
    return NONE


def _decade(claim: Quantity, fact: Quantity) -> Match:
    assert claim.high is not None
    if fact.kind == "decade" and fact.high is not None:
        if min(claim.value, fact.value) < 100:
            return SAME if claim.value % 100 == fact.value % 100 else NONE
        if (claim.value, claim.high) == (fact.value, fact.high):
            return SAME
        within = claim.value <= fact.value and fact.high <= claim.high
        return Match(0.7, "decade of the century") if within else NONE
    year = (
        fact.value if fact.kind == "year" else Decimal(fact.parts[0]) if fact.kind == "date" else Decimal(0)
    )
    low = claim.value if claim.value > 100 else year - year % 100 + claim.value
    if year and low <= year <= low + (claim.high - claim.value):
        return Match(0.7, "year of the decade")
    return NONE


def _calendar(claim: tuple[int, ...], fact: tuple[int, ...]) -> Match:
    """Compare year, month, day: what both give must agree; what the article leaves out lowers the fit."""
    day_span = fact[3] if len(fact) > 3 else fact[2]
    if claim[1] != fact[1] or (claim[2] and fact[2] and not fact[2] <= claim[2] <= day_span):
        return NONE
    if len(claim) > 3 and claim != fact and not (claim[2] == fact[2] and claim[3] == day_span):
        return Match(0.5, "part of a date") if claim[2] == fact[2] else NONE
    if claim[0] and fact[0] and claim[0] != fact[0]:
        return Match(CLASH, "year")
    if claim[2] and not fact[2]:
        return Match(CLASH, "month alone")
    if claim[0] and not fact[0]:
        return Match(0.85, "year from elsewhere")
    return SAME


def _times(claim: Quantity, fact: Quantity) -> Match:
    if claim.kind != fact.kind:
        time, other = (claim, fact) if claim.kind == "time" else (fact, claim)
        if (
            other.kind == "count"
            and not other.unit
            and other.value == time.value // 60 + time.value % 60 / 100
        ):
            # "9.30" with and without a word that makes it a time.
            return Match(0.9, "kind")
        if fact.kind == "count" and not fact.unit and claim.value % 720 == fact.value * 60 % 720:
            return Match(0.6, "kind")
        return _lap(time, other)
    if claim.value == fact.value:
        return SAME
    half = "12" in (claim.unit, fact.unit)
    round_trip = 720 if half else 1440
    ahead = int(fact.value - claim.value) % round_trip
    if not ahead:
        return Match(0.9, "kind")
    before, after = claim.modifier == "nearly", claim.modifier == "more than"
    about = claim.modifier == "about" and min(ahead, round_trip - ahead) <= _ABOUT
    if about or (before and round_trip - ahead <= _ABOUT) or (after and ahead <= _ABOUT):
        return Match(0.8, "about this time")
    return NONE


def _lap(time: Quantity, length: Quantity) -> Match:
    """Compare "2:48", read as a time of day, with two hours and 48 minutes, or two minutes and 48 seconds."""
    if length.kind != "duration":
        return NONE
    # "21:40" may be a time of day in itself, but nobody tells "21 minutes and 40 seconds" by chance.
    told = {converted(length.value, length.unit, unit) for unit in ("minute", "second")[time.unit != "12" :]}
    return Match(0.7, "kind") if time.value in told else NONE


_ABOUT = 20
"""Minutes that "shortly before", "just after" and "about" a time may mean."""
