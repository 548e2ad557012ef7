"""Does a figure's value support that of a claim in its unit: equal, a range, a bound, a fair rounding?"""

from decimal import Decimal

import msgspec

from bench.facts.numbers.match.fit import NONE, SAME, Match
from bench.facts.quantities.modifiers import OPPOSITE
from bench.facts.quantities.quantity import Quantity, grain, reach, step

_LONG = 1000
"""Value from which an ordinal numbers a piece ("number 218,447") and may be rounded."""


def values(claim: Quantity, value: Decimal, high: Decimal | None, fact: Quantity, exchange: bool) -> Match:
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
        return Match(0.8, "inside a range", f"article: {shown(value)}")
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
        return Match(0.1, "opposite", f"article: {shown(low)} to {shown(high)}")
    if claim.modifier in ("more than", "at least") and claim.value == high > low:
        return Match(0.1, "opposite", f"article: {shown(low)} to {shown(high)}")
    if claim.modifier in ("more than", "at least") and 0 < low - claim.value < step(claim.value):
        return Match(0.85, "bound", f"article: {shown(low)} to {shown(high)}")
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
            return Match(0.9, "bound", f"article: {shown(value)}, which is more")
        return NONE
    if modifier in ("less than", "at most", "nearly") and value < said:
        limit = (
            min(place, max(place / 2, said / 12), said / 6)
            if modifier == "nearly"
            else min(reach(claim), said / 2)
        )
        return Match(0.85, "bound", f"article: {shown(value)}, which is less") if gap <= limit else NONE
    if modifier in ("nearly", "more than", "less than"):
        return NONE
    share = gap / value
    if not exchange and (gap > place / 2 or step(value) >= place):
        return NONE
    told = modifier == "about" or claim.name == "century"
    if said < 100 and place >= 10 and not told and not (exchange and share <= Decimal("0.025")):
        # "20" for 21 is another number, not a rounding.
        return NONE
    timed = claim.kind in ("duration", "age")
    if exchange and share > _close(claim) and (timed or gap > place / 2):
        return NONE
    limit = Decimal("0.1") if modifier == "about" or fact.modifier == "about" or exchange else Decimal("0.05")
    return Match(0.85, "rounded", f"article: {shown(value)}, rounded") if share <= limit else NONE


def _close(claim: Quantity) -> Decimal:
    """Return by what share a figure in another unit may differ: 32 seconds are "about half a minute"."""
    if claim.modifier == "about":
        return Decimal("0.05" if claim.value >= 1 else "0.1")
    # "Two and three-quarter hours" of 161 minutes.
    return Decimal("0.05" if claim.name == "part" else "0.02")


def shown(value: Decimal) -> str:
    """Return a value as a reader would write it, with at most three decimals."""
    shown = (
        value.quantize(Decimal("0.001")) if value != value.to_integral_value() else value.to_integral_value()
    )
    text = f"{shown:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
