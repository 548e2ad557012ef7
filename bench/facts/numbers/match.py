"""Does a figure of the article support one of the summary: by value, unit, kind, bound and rounding."""

from decimal import Decimal

import msgspec

from bench.facts.numbers.fit import CLASH, NONE, SAME, Match
from bench.facts.numbers.match_dates import compare_dates
from bench.facts.numbers.match_forms import compare_fractions, compare_names, compare_scores, ranked
from bench.facts.quantities.modifiers import OPPOSITE
from bench.facts.quantities.quantity import Quantity, grain, reach, step
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
    if claim.kind == "name" or fact.kind == "name":
        return compare_names(claim, fact)
    if claim.kind == "score" or fact.kind == "score":
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
    valued = _values(claim, value, high, fact, exchange)
    if valued.fit == 0:
        return NONE
    if exchange and high is None:
        told, same = (f"{_shown(v)} {_unit_name(q, v)}" for v, q in ((fact.value, fact), (value, claim)))
        valued = valued._replace(reason=f"article: {told}, which is {same}")
    if likeness.fit <= CLASH:
        return likeness if valued.fit >= 0.9 else NONE
    if likeness.fit >= valued.fit:
        return valued._replace(how=valued.how or likeness.how)
    return likeness._replace(how=likeness.how or valued.how, reason=valued.reason)


def _metres(one: Quantity, other: Quantity) -> Quantity:
    """Return "5m", read as five million, as five metres where the other figure is a length."""
    if one.name == "m" and units().dimension.get(other.unit) == "length":
        return msgspec.structs.replace(one, kind="measure", unit="m", value=one.value / 10**6, name="")
    return one


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
_LONG = 1000
_AGED = 0.25
"""Fit of a length of time with an age: "a boy of six years", but not "jailed for six years"."""
_POINTS = (stem("point"),)
_HALVES = frozenset({"money", "percent"})


def _bare_claim(claim: Quantity, fact: Quantity, heads: Heads) -> Match:
    """Compare a number without unit in the summary with one that has a unit in the article."""
    if claim.kind == "ordinal":
        return Match(0.75, "kind") if stem(fact.unit) in heads.claim and fact.kind not in _HALVES else NONE
    if fact.kind == "age" and fact.unit == "year":
        # Nobody rounds an age: "about 100" is not the 91 years of somebody.
        told = claim.high is not None or claim.value in (fact.value, fact.high)
        return Match(0.75, "kind") if told else NONE
    if not heads.claim:
        return Match(0.7, "unit left out")
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
        timed = claim.kind in ("duration", "age", "measure") and stem(claim.unit) in heads.fact
        return Match(0.7, "kind") if timed else NONE
    if claim.kind == "age":
        if claim.unit != "year":
            return Match(CLASH, "unit")
        return Match(0.8, "kind") if not heads.fact or "old" in heads.fact else Match(0.45, "unit not given")
    if any(_TIME_NOUNS.get(word) == claim.unit for word in heads.fact):
        return Match(0.7, "unit in other words")
    if heads.fact and heads.fact[0] not in _COMPARATIVES:
        return Match(CLASH, "unit")
    return Match(0.55, "unit not given")


def _unit_name(quantity: Quantity, value: Decimal) -> str:
    if quantity.kind in ("duration", "age"):
        return time_text(quantity.unit, one=value == 1)
    return unit_text(quantity.unit) or "no unit"


def _values(claim: Quantity, value: Decimal, high: Decimal | None, fact: Quantity, exchange: bool) -> Match:
    """Compare values: equal, ranges and their ends, a bound that follows, a fair rounding."""
    if claim.high is not None:
        if exchange and high is not None and _near(claim.value, value) and _near(claim.high, high):
            return Match(0.85, "rounded")
        return _ranges(claim, value, high, fact)
    if high is not None:
        return _within(claim, value, high, fact)
    if claim.value == value:
        return _bounds(claim, fact)
    whole = claim.kind == "age" and not exchange and fact.value == fact.value.to_integral_value()
    ranks = claim.kind == "ordinal" or (fact.kind == "ordinal" and fact.value < _LONG)
    if whole or ranks:
        # Nobody rounds an age, but for a mean of several, nor a rank, but for the number of a piece.
        return NONE
    return _rounded(claim, value, fact, exchange)


def _near(one: Decimal, other: Decimal) -> bool:
    """Whether two ends of a range are one in two units: 240 days are eight months."""
    return abs(one - other) <= other / 20


def _bounds(claim: Quantity, fact: Quantity) -> Match:
    """Compare the bounds on one and the same value."""
    one, other = claim.modifier, fact.modifier
    if one == other or not one or one == "about":
        return SAME
    if other in OPPOSITE.get(one, ()):
        return Match(0.1, "opposite", f"article: {other} this figure, not {one}")
    if not other:
        if one == "at least":
            return Match(0.9, "bound")
        exact = claim.value < 100 and claim.kind == "count" and one in ("more than", "less than")
        return Match(0.1 if exact else 0.6, "bound", f"article: exactly this figure, not {one} it")
    return Match(0.85, "bound")


def _ranges(claim: Quantity, value: Decimal, high: Decimal | None, fact: Quantity) -> Match:
    assert claim.high is not None
    if high is not None:
        if claim.value == value and claim.high == high:
            return SAME
        if claim.vague and fact.vague:
            return Match(0.8, "vague") if claim.value <= high and value <= claim.high else NONE
        if claim.vague and claim.value <= value and high <= claim.high:
            return Match(0.85, "vague")
        return NONE
    if claim.vague:
        return Match(0.9, "vague") if claim.value * Decimal("0.8") <= value <= claim.high else NONE
    if claim.kind == "age" and fact.kind in ("age", "count") and claim.value <= value <= claim.high:
        # "She is 39" tells an age by no word for one.
        return Match(0.8, "age of the decade")
    if claim.value < value < claim.high and claim.high - claim.value <= value / 2:
        return Match(0.8, "inside a range", f"article: {_shown(value)}")
    return Match(0.6, "end of range") if value in (claim.value, claim.high) else NONE


def _within(claim: Quantity, low: Decimal, high: Decimal, fact: Quantity) -> Match:
    """Compare one figure with a range of the article."""
    if fact.vague:
        plain = claim.modifier and claim.value == step(claim.value)
        return Match(0.5, "vague") if plain and low <= claim.value <= high else NONE
    if fact.kind == "age" and claim.value in (low, high):
        # "Nobody over 55" tells of "aged 18 to 55" as well as "up to 55".
        return Match(0.8, "end of range")
    if claim.modifier in ("less than", "at most", "nearly") and claim.value == low < high:
        return Match(0.1, "opposite", f"article: {_shown(low)} to {_shown(high)}")
    if claim.modifier in ("more than", "at least") and claim.value == high > low:
        return Match(0.1, "opposite", f"article: {_shown(low)} to {_shown(high)}")
    if claim.modifier in ("more than", "at least") and 0 < low - claim.value < step(claim.value):
        return Match(0.85, "bound", f"article: {_shown(low)} to {_shown(high)}")
    if claim.value == low:
        return Match(0.95 if claim.modifier in ("at least", "more than") else 0.75, "end of range")
    if claim.value == high:
        return Match(0.95 if claim.modifier in ("at most", "nearly", "less than") else 0.8, "end of range")
    if low < claim.value < high and claim.modifier == "about":
        return Match(0.6, "inside a range")
    return NONE


def _rounded(claim: Quantity, value: Decimal, fact: Quantity, exchange: bool) -> Match:
    """Tell a bound that follows and a fair rounding at the digits that the summary shows."""
    said = claim.value
    if value < 0 and said < 0:
        colder = {"more than": "less than", "less than": "more than"}.get(claim.modifier, claim.modifier)
        claim = msgspec.structs.replace(claim, value=-said, modifier=colder)
        return _rounded(claim, -value, fact, exchange)
    if value <= 0 or said <= 0:
        return NONE
    place, gap = grain(claim), abs(said - value)
    if fact.kind == "percent" or claim.kind == "percent":
        place = min(place, Decimal(1))
    modifier = claim.modifier
    if modifier in ("more than", "at least") and value > said and fact.modifier not in ("less than",):
        if (gap < reach(claim) and gap <= said) or gap <= said / 50:
            return Match(0.9, "bound", f"article: {_shown(value)}, which is more")
        return NONE
    if modifier in ("less than", "at most", "nearly") and value < said:
        limit = (
            min(place, max(place / 2, said / 12), said / 6)
            if modifier == "nearly"
            else min(reach(claim), said / 2)
        )
        return Match(0.85, "bound", f"article: {_shown(value)}, which is less") if gap <= limit else NONE
    if modifier in ("nearly", "more than", "less than"):
        return NONE
    share = gap / value
    if not exchange and (gap > place / 2 or step(value) >= place):
        return NONE
    if said < 100 and place >= 10 and modifier != "about" and not (exchange and share <= Decimal("0.025")):
        # "20" for 21 is another number, not a rounding.
        return NONE
    timed = claim.kind in ("duration", "age")
    close = "0.05" if modifier == "about" else "0.02"
    if exchange and share > Decimal(close) and (timed or gap > place / 2):
        return NONE
    limit = Decimal("0.1") if modifier == "about" or fact.modifier == "about" or exchange else Decimal("0.05")
    return Match(0.85, "rounded", f"article: {_shown(value)}, rounded") if share <= limit else NONE


def _shown(value: Decimal) -> str:
    """Return a value as a reader would write it, with at most three decimals."""
    shown = (
        value.quantize(Decimal("0.001")) if value != value.to_integral_value() else value.to_integral_value()
    )
    text = f"{shown:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def alike(claim: Quantity, fact: Quantity) -> bool:
    """Whether two figures are of one sort, so that one could stand in the other's place."""
    if claim.kind == fact.kind:
        if claim.kind in ("duration", "measure"):
            one, other = (units().dimension.get(q.unit) for q in (claim, fact))
            return claim.unit == fact.unit or one == other
        return claim.kind != "name" and (claim.kind != "percent" or claim.unit == fact.unit)
    pair = {claim.kind, fact.kind}
    if pair == {"year", "date"}:
        # A day of the year is no rival of a year, nor the other way round.
        return not (claim if claim.kind == "date" else fact).parts[2]
    return pair == {"month", "date"}
