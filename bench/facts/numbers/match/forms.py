"""Does a fraction, a score or a name with a number in it support one of the summary?"""

from decimal import Decimal

from bench.facts.numbers.match.fit import NONE, SAME, Match
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_HUNDRED = Decimal(100)


def compare_scores(claim: Quantity, fact: Quantity) -> Match:
    """Compare scores, and one side of a score with a count."""
    if claim.kind == fact.kind == "score":
        if claim.parts == fact.parts:
            return SAME
        if claim.parts == fact.parts[::-1]:
            return Match(0.85, "turned round")
        return NONE
    ranged = fact if claim.kind == "score" else claim
    if ranged.kind != "score" and ranged.high is not None:
        # "19-34" for "19 to 34".
        sides = (claim if ranged is fact else fact).parts
        return Match(0.85, "range") if [*map(Decimal, sides)] == [ranged.value, ranged.high] else NONE
    counted = claim.is_plain_count
    if counted and fact.kind == "score" and claim.value in fact.parts:
        return Match(0.6, "one side of a score")
    return NONE


def compare_fractions(claim: Quantity, fact: Quantity) -> Match:
    """Compare fractions and percentages, and the figures that a ratio is made of."""
    if claim.kind == fact.kind:
        if claim.parts == fact.parts:
            return SAME
        return Match(0.85, "same share") if abs(claim.value - fact.value) < Decimal("0.0002") else NONE
    share, other = (claim, fact) if claim.kind == "fraction" else (fact, claim)
    if other.kind == "percent" and other.unit == "%" and other.high is None:
        gap = abs(share.value * _HUNDRED - other.value)
        limit = Decimal("0.5" if share is fact else "1")
        if claim.modifier and share is claim:
            limit = _reach(claim)
        elif claim.modifier:
            limit = Decimal("2.5")
        if gap <= limit and gap <= other.value / 8 and not _beyond(claim, fact):
            return Match(0.85, "same share", f"article: {fact.value} per cent" if share is claim else "")
        return NONE
    if share.unit and other.kind == "count" and not other.unit and other.value in share.parts:
        return Match(0.6, "part of a share") if share is fact else NONE
    return NONE


def _reach(claim: Quantity) -> Decimal:
    """Return how many points a bounded share lies off: 63 per cent are "almost two thirds".

    83 per cent are "more than four in five", 58 per cent "more than half", which has no neighbour as near.
    """
    if claim.modifier == "nearly":
        return Decimal(4)
    if claim.modifier == "about":
        return Decimal("2.5")
    return Decimal(10) if claim.value * 2 == 1 else Decimal(5)


def _beyond(claim: Quantity, fact: Quantity) -> bool:
    """Whether a share lies beyond the summary's bound: 71 per cent for "just under seven tenths".

    Half a point is what a share in whole per cent leaves open: 33 per cent may be "more than a third".
    """
    said, value = _share(claim), _share(fact)
    if claim.modifier in ("less than", "nearly", "at most"):
        return value > said + _OPEN
    return claim.modifier in ("more than", "at least") and value < said - _OPEN


_OPEN = Decimal("0.5")


def _share(quantity: Quantity) -> Decimal:
    return quantity.value if quantity.kind == "percent" else quantity.value * _HUNDRED


_ALIASES = {"formula 1": "f 1", "formula one": "f 1"}


def compare_names(claim: Quantity, fact: Quantity) -> Match:
    """Compare names with numbers in them; a number behind a capital may be a count."""
    if claim.kind == fact.kind == "name":
        here, there = (_ALIASES.get(name, name).split() for name in (claim.name, fact.name))
        if here == there or "".join(here) == "".join(there):
            return SAME
        size = min(len(here), len(there))
        return Match(0.9, "shorter name") if size > 1 and here[-size:] == there[-size:] else NONE
    other = fact if claim.kind == "name" else claim
    name = claim if claim.kind == "name" else fact
    *kind, number = name.name.split() or ("",)
    if kind == ["version"] and other.kind == "count" and str(other.value) == number:
        return Match(0.75, "number in a name")
    if name.loose and other.kind == "ordinal" and other.value == name.value:
        # "Season 44" with and without a capital.
        return Match(0.75, "number in a name")
    if name.loose and other.kind == "count" and not other.unit and other.value == name.value:
        # "Front 44" is likelier a count after a capital than a name; "Sula Pearl 2" is not.
        return Match(0.75 if name.value >= 10 else 0.5, "number in a name")
    return NONE


def ranked(fact: Quantity, noun: tuple[str, ...]) -> bool:
    """Whether a day or name can be told by an ordinal: "the 7th", "44th season"; not by another noun."""
    return not noun or any(stem(word) in noun for word in fact.name.split())
