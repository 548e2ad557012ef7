"""A claim to be derived, with the words around it and the unit that it leaves unsaid."""

from decimal import Decimal

import msgspec

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Sort
from bench.facts.numbers.phrases import plural
from bench.facts.numbers.place.rates import period
from bench.facts.quantities.quantity import Quantity


def with_its_unit(summary: Scene, claim: Quantity, head: tuple[str, ...]) -> Quantity | None:
    """Return a bare figure with the unit of the one beside it: "40 cents, up from 35", "34 percent to 28"."""
    if claim.kind != "count" or claim.unit:
        return None
    if whole := _whole_behind(summary, claim) or _money_before(summary, claim):
        return msgspec.structs.replace(claim, kind=whole.kind, unit=whole.unit)
    behind, before = summary.tape.word(claim.last), summary.tape.word(claim.first - 1)
    if head and behind not in _COMPARING and behind not in _THEN:
        return None
    if (
        behind not in _COMPARING
        and before not in _COMPARING
        and before not in _BESIDE
        and not claim.value % 1
    ):
        return None
    far = _UNSAID if not claim.value % 1 and before not in _BESIDE else _UNSAID_DECIMAL
    for other in reversed(summary.quantities):
        near = 0 < claim.first - other.last <= far
        if near and other.unit and other.kind in _UNITED and other.high is None:
            number = summary.tape.word(other.first + (other.kind == "money"))
            stated = next((w for w in (summary.tape.word(other.first), number) if w[:1].isdecimal()), "")
            if not stated:
                return None
            factor = other.value / Decimal(stated.replace(",", "") or 1) if other.value else Decimal(1)
            value = claim.value if claim.value >= 1000 else claim.value * factor
            return msgspec.structs.replace(claim, kind=other.kind, unit=other.unit, value=value)
    return None


def _whole_behind(summary: Scene, claim: Quantity) -> Quantity | None:
    """Return the amount that a bare figure is told as a part of: "70,000 of the 280,000 euros"."""
    if summary.tape.word(claim.last) != "of" or (claim.value < _SCALED and not claim.value % 1):
        return None
    at = claim.last + 1 + (summary.tape.word(claim.last + 1) in ("the", "its", "their"))
    whole = next((one for one in summary.quantities if one.first == at), None)
    return whole if whole and whole.unit and whole.kind in _UNITED and whole.value > claim.value else None


def _money_before(summary: Scene, claim: Quantity) -> Quantity | None:
    """Return the money that a summary tells last before a large figure without a noun."""
    if claim.value < _SCALED or claim.value % 1 or any(map(plural, summary.head_words(claim))):
        return None
    before = (one for one in reversed(summary.quantities) if one.last <= claim.first)
    return next((one for one in before if one.kind == "money" and one.high is None), None)


_SCALED = 1000
_UNITED = frozenset({"money", "percent", "measure", "duration"})
_THEN = frozenset("today now then before earlier previously instead back again ago later".split())
_BESIDE = frozenset("to from of against or by versus and at not".split())
"""Words between a figure with its unit and another that has it too."""
_UNSAID, _UNSAID_DECIMAL = 4, 10
"""Words behind a figure with a unit within which a bare one has it too; a decimal rarely counts."""
_COMPARING = frozenset(
    "more fewer less ahead behind short above below clear older younger higher lower up down from "
    "extra".split()
)


def case_of(article: Scene, summary: Scene, found: Assessment, claim: Quantity) -> Case:
    """Return a claim, as it is read, with what is known of it and the words around it."""
    words = summary.tape.words
    beside = frozenset((*words[max(0, claim.first - 9) : claim.first], *words[claim.last : claim.last + 9]))
    behind = tuple(words[claim.last : claim.last + 5])
    sort = Sort(claim.kind, claim.unit, claim.kind == "count" and found.head[:1] == ("point",))
    around, often = summary.around(claim), period(summary, claim)
    return Case(article, summary, claim, found, around, found.head, beside, behind, sort, often)
