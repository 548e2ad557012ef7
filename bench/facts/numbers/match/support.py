"""Does a figure of the article support one of the summary: by value, unit, kind, bound and rounding."""

from decimal import Decimal

import msgspec

from bench.facts.numbers.match.dates import compare_dates
from bench.facts.numbers.match.fit import CLASH, NONE, SAME, Match
from bench.facts.numbers.match.forms import compare_fractions, compare_names, compare_scores, ranked
from bench.facts.numbers.match.values import shown, values
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted, same_unit, time_text, unit_text, units
from bench.facts.stems import stem


class Heads(msgspec.Struct, frozen=True, gc=False):
    """The stems of the nouns that follow a number of the summary and one of the article.

    `nearby` are units of the figures beside the summary's, where no noun of its own follows.
    """

    claim: tuple[str, ...]
    fact: tuple[str, ...]
    nearby: frozenset[str] = frozenset()


NO_HEADS = Heads((), ())


def compare(claim: Quantity, fact: Quantity, heads: Heads) -> Match:
    """Return how `fact` of the article supports `claim` of the summary, given the nouns behind both."""
    if claim.kind == "ordinal" and fact.kind in ("date", "name") and not ranked(fact, heads.claim):
        return NONE
    if claim.is_date or fact.is_date:
        return compare_dates(claim, fact)
    if fact.loose and claim.unit and claim.kind != "name":
        # "The Tarvo 29" behind "the Brio needed 38 minutes".
        fact = msgspec.structs.replace(fact, kind="count", name="", loose=False)
    if claim.kind == "name" or fact.kind == "name":
        return compare_names(claim, fact)
    if claim.kind == "score" or fact.kind == "score":
        if ":" in (claim.unit, fact.unit) and "duration" in (claim.kind, fact.kind):
            return _amounts(_clocked(claim), _clocked(fact), heads)
        return compare_scores(claim, fact)
    if claim.kind == "fraction" or fact.kind == "fraction":
        return compare_fractions(claim, fact)
    return _amounts(claim, fact, heads)


def _amounts(claim: Quantity, fact: Quantity, heads: Heads) -> Match:
    """Compare counts, money, percentages, measures, durations, ages and ordinals."""
    claim, fact = _metres(claim, fact), _passed(_metres(fact, claim), claim, heads)
    likeness = _units(claim, fact, heads)
    if likeness.fit == 0:
        return NONE
    value, high = fact.value, fact.high
    if claim.kind == fact.kind == "percent" and min(claim.value, value) < 0:
        # "-6%" is a fall of 6 per cent.
        claim, value = msgspec.structs.replace(claim, value=abs(claim.value)), abs(value)
    exchange = likeness.how == "converted"
    if exchange:
        there = converted(value, fact.unit, claim.unit)
        assert there is not None
        value = there
        high = converted(high, fact.unit, claim.unit) if high is not None else None
    valued = values(claim, value, high, fact, exchange)
    if valued.fit == 0:
        return NONE
    if exchange and high is None:
        told, same = (f"{shown(v)} {_unit_name(q, v)}" for v, q in ((fact.value, fact), (value, claim)))
        valued = valued._replace(reason=f"article: {told}, which is {same}")
    if likeness.fit <= CLASH:
        return likeness if valued.fit >= 0.9 else NONE
    if likeness.fit >= valued.fit:
        return valued._replace(how=valued.how or likeness.how)
    return likeness._replace(how=likeness.how or valued.how, reason=valued.reason)


def _clocked(quantity: Quantity) -> Quantity:
    """Return "52:40" as the minutes and seconds that it is beside "52 minutes and 40 seconds"."""
    if (
        quantity.kind != "score"
        or len(quantity.parts) != _MINUTES_AND_SECONDS
        or quantity.parts[1] >= _MINUTE
    ):
        return quantity
    seconds = Decimal(_MINUTE * quantity.parts[0] + quantity.parts[1])
    return msgspec.structs.replace(quantity, kind="duration", unit="second", value=seconds, parts=())


_MINUTES_AND_SECONDS, _MINUTE = 2, 60


def _metres(one: Quantity, other: Quantity) -> Quantity:
    """Return "5m" and "5k", read as five million and thousand, as metres and kilometres beside a length."""
    if one.name not in _LENGTHS or units().dimension.get(other.unit) != "length":
        return one
    unit, scale = _LENGTHS[one.name]
    return msgspec.structs.replace(one, kind="measure", unit=unit, value=one.value / scale, name="")


_LENGTHS = {"m": ("m", 10**6), "k": ("km", 1000)}


def _passed(fact: Quantity, claim: Quantity, heads: Heads) -> Quantity:
    """Return "its seventeenth day" as the seventeen days that it has lasted, for a claim in another unit."""
    unit = _COUNTED_TIME.get(heads.fact[0], "") if heads.fact and fact.kind == "ordinal" else ""
    if not unit or claim.kind != "duration" or claim.unit == unit:
        return fact
    return msgspec.structs.replace(fact, kind="duration", unit=unit)


def _units(claim: Quantity, fact: Quantity, heads: Heads) -> Match:
    """Compare kind and unit alone."""
    one, other = claim.kind, fact.kind
    if claim.unit and fact.unit:
        if same_unit(claim.unit, fact.unit):
            if one == other:
                return SAME
            return Match(_AGED if (one, other) == ("duration", "age") else 0.85, "kind")
        measured = one in ("duration", "age", "measure") or claim.unit == "pound"
        if measured and converted(Decimal(1), fact.unit, claim.unit) is not None:
            return Match(0.9, "converted")
        return Match(CLASH, "unit")
    if not claim.unit and not fact.unit:
        if one == other:
            return SAME
        if heads.claim[:1] == _IN_MINUTE and one == "ordinal" and not heads.fact:
            # "The 12th minute", told as "Hale struck on 12".
            return Match(0.85, "kind")
        if heads.claim[:1] == _TIMES and one == "count" and other == "ordinal" and heads.fact:
            # "Its 61st launch" is told as "launched 61 times".
            return Match(0.75, "kind")
        if heads.claim and not set(heads.claim) & set(heads.fact):
            # A count is no rank of another thing: "three judges" are not on "the third floor".
            counts = one == "count" and heads.fact and not claim.weak
            return NONE if counts else Match(0.45, "kind")
        return Match(0.8, "kind")
    if not claim.unit:
        return _bare_claim(claim, fact, heads)
    return _bare_fact(claim, fact, heads)


# Nouns that stand for a unit of time.
_TIME_NOUNS = {
    stem(noun): unit
    for noun, unit in (
        ("seasons", "year"), ("terms", "year"), ("nights", "day"), ("mornings", "day"), ("evenings", "day"),
        ("weekends", "week"), ("season", "year"), ("term", "year"), ("night", "day"),
    )
}  # fmt: skip
_COUNTED_TIME = {stem(unit): unit for unit in ("minute", "hour", "day", "week", "month", "year")}
_COMPARATIVES = frozenset(
    map(stem, "longer shorter more fewer less later earlier higher lower faster slower older younger".split())
)
"""Behind a bare figure they name no thing: "31 months, seven longer than planned"."""
_AGED = 0.25
"""Fit of a length of time with an age: "a boy of six years", but not "jailed for six years"."""
_LENT = 0.9
"""Fit of a figure with one that borrows its unit from the figure before it."""
_POINTS = (stem("point"),)
_IN_MINUTE = (stem("minute"),)
_TIMES = (stem("times"),)
_HALVES = frozenset({"money", "percent"})
_NEARLY_OLD = 3
"""Years that somebody may lack who is nearly of an age."""


def _bare_claim(claim: Quantity, fact: Quantity, heads: Heads) -> Match:
    """Compare a number without unit in the summary with one that has a unit in the article."""
    if claim.kind == "ordinal":
        if fact.kind in _HALVES or stem(fact.unit) not in heads.claim:
            return NONE
        # A goal in the 12th minute comes after 12 minutes.
        return Match(0.9 if fact.unit == "minute" else 0.75, "kind")
    if claim.lent[1] and same_unit(claim.lent[1], fact.unit):
        return Match(_LENT, "unit left out")
    if fact.kind == "age" and fact.unit == "year":
        # Nobody rounds an age, "about 100" is not the 91 years of somebody, but she may be "nearly sixty".
        nearly = claim.modifier == "nearly" and fact.value < claim.value <= fact.value + _NEARLY_OLD
        told = nearly or claim.high is not None or claim.value in (fact.value, fact.high)
        return Match(0.75, "kind") if told else NONE
    if not heads.claim:
        return Match(_LENT if fact.unit in heads.nearby else 0.7, "unit left out")
    if fact.unit == "pp" and heads.claim[:1] == _POINTS:
        return SAME
    if fact.unit in heads.nearby:
        # "fell to 31.6 per cent from 34.5 last summer": the unit is said once.
        return Match(0.7, "unit left out")
    if fact.kind == "money" and claim.value >= 1000:
        return Match(0.5, "unit left out")
    if any(_TIME_NOUNS.get(word) == fact.unit for word in heads.claim):
        return Match(0.7, "unit in other words")
    return Match(CLASH, "unit")


def _bare_fact(claim: Quantity, fact: Quantity, heads: Heads) -> Match:
    """Compare a number with a unit in the summary with one without in the article."""
    if fact.kind == "ordinal":
        if claim.unit == "minute" and heads.fact in ((), _IN_MINUTE):
            return Match(0.9, "kind")
        timed = claim.kind in ("duration", "age", "measure") and stem(claim.unit) in heads.fact
        return Match(0.7, "kind") if timed else NONE
    if claim.kind == "age":
        if claim.unit != "year":
            return Match(CLASH, "unit")
        return Match(0.8, "kind") if not heads.fact or "old" in heads.fact else Match(0.45, "unit not given")
    if fact.lent[1] and same_unit(claim.unit, fact.lent[1]):
        return Match(_LENT, "unit left out")
    if any(_TIME_NOUNS.get(word) == claim.unit for word in heads.fact):
        return Match(0.7, "unit in other words")
    if heads.fact and heads.fact[0] not in _COMPARATIVES:
        return Match(CLASH, "unit")
    return Match(0.55, "unit not given")


def _unit_name(quantity: Quantity, value: Decimal) -> str:
    if quantity.kind in ("duration", "age"):
        return time_text(quantity.unit, one=value == 1)
    return unit_text(quantity.unit) or "no unit"


def alike(claim: Quantity, fact: Quantity) -> bool:
    """Whether two figures are of one sort, so that one could stand in the other's place."""
    if claim.kind == fact.kind:
        if claim.kind in ("duration", "measure"):
            one, other = (units().dimension.get(q.unit) for q in (claim, fact))
            return claim.unit == fact.unit or one == other
        return claim.kind != "name" and (claim.kind != "percent" or claim.unit == fact.unit)
    if fact.lent[1] and fact.lent[0] == claim.kind:
        return same_unit(claim.unit, fact.lent[1])
    pair = {claim.kind, fact.kind}
    if pair == {"year", "date"}:
        # A day of the year is no rival of a year, nor the other way round.
        return not (claim if claim.kind == "date" else fact).parts[2]
    return pair == {"month", "date"}
