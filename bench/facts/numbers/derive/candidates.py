"""Figures that the article does not state but that follow from it by one plain step, with the arithmetic.

One operation on two figures of one unit that stand near each other, a span between two years or times, a
share of a stated whole, or a count of a stated list. Everything else stays unsupported.

Where an article has many figures, almost every small number is a sum or difference of some two of them. A
step is therefore believed only where the evidence for it (words that announce it, the noun counted, the
words around) outweighs the chance that some step hits any such value. The weights stand in
data/derivation.toml, fitted by benchmarks/fit_derivation.py.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

import msgspec

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene, plural
from bench.facts.numbers.derive.ages import ages, born
from bench.facts.numbers.derive.amounts import parts, sum_of_three, two_figures
from bench.facts.numbers.derive.compared import of_one_noun
from bench.facts.numbers.derive.covered import each_told, of_another_name, told_of_each
from bench.facts.numbers.derive.each import another_period, equal_parts, for_one
from bench.facts.numbers.derive.evidence import evidence, of_another
from bench.facts.numbers.derive.lists import days_of_the_week, held, itemised, listed, next_in_row, one_more
from bench.facts.numbers.derive.minutes import match_minutes, minute_of_play
from bench.facts.numbers.derive.multiples import as_many, in_pairs, multiples, multiplies
from bench.facts.numbers.derive.offsets import offsets
from bench.facts.numbers.derive.one_unit import told_coarser
from bench.facts.numbers.derive.record import Case, Derived, Sort, Step, Way, farthest, fits, plain
from bench.facts.numbers.derive.rest import all_but_one, remainders, rest
from bench.facts.numbers.derive.running_score import by_half, margin, running_score, score_of_half, tally
from bench.facts.numbers.derive.seasons import season
from bench.facts.numbers.derive.shares import run_off, shares, vote_shares
from bench.facts.numbers.derive.spans import by_year, later, span
from bench.facts.numbers.derive.told_times import told_lengths
from bench.facts.numbers.place.announced import Operation, operation, parties, told_so
from bench.facts.numbers.place.rates import period
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted, time_text, units

_STATED_ONLY = frozenset({"name", "ordinal", "score", "season", "decade"})

_WAYS: tuple[Callable[[Case], Iterable[Step]], ...] = (
    span, ages, shares, listed, one_more, held, two_figures, vote_shares, sum_of_three, parts, equal_parts,
    for_one, multiples, in_pairs, later, by_year, born, rest, another_period, match_minutes, of_one_noun,
    days_of_the_week, margin, offsets, remainders, told_lengths, by_half, run_off, all_but_one,
)  # fmt: skip


def derive(article: Scene, summary: Scene, found: Assessment, least: float = 0.0) -> Derived | None:
    """Return how a claim follows from the article by one plain step that is believed more than `least`."""
    claim = found.claim
    told = _told_of_play(article, summary, found) or itemised(article, summary, claim)
    if told := told or next_in_row(article, claim, found.head):
        return told
    if claim.kind == "season":
        return season(article, claim)
    meant = steps_meant(article, summary, found)
    if fitting := meant.fitting(claim):
        return _told(claim, fitting, 1.0)
    if meant.sure:
        return None
    best: Step | None = None
    for step, told_for in candidates(article, summary, found):
        belief = believed(told_for)
        if belief > least:
            best, least = step, belief
    return _told(claim, best, least) if best else None


class Meant(NamedTuple):
    """The steps that a claim's words announce and name the figures of; whether one of them must be meant."""

    steps: list[Step]
    sure: bool

    def fitting(self, claim: Quantity) -> Step | None:
        """Return a step that leads to the claim."""
        reach = farthest(claim)
        return next((step for step in self.steps if fits(claim, step.value, step.rounded, reach)), None)


def steps_meant(article: Scene, summary: Scene, found: Assessment) -> Meant:
    """Return the steps of the operation that a claim announces, each of whose figures its sentence tells."""
    way = operation(summary, found.claim)
    if not way:
        return Meant([], False)
    case = _case(article, summary, found, _with_its_unit(summary, found.claim, found.head) or found.claim)
    named = parties(summary, found.claim, way)
    steps = [step for told in _OPERATIONS[way] for step in told(case) if step.way in _WAYS_OF[way]]
    of_them = [step for step in steps if named and told_of_each(case, step, named, way)]
    return Meant(of_them or [step for step in steps if each_told(case, step)], bool(of_them))


_OPERATIONS: dict[Operation, tuple[Callable[[Case], Iterable[Step]], ...]] = {
    "sum": (two_figures, sum_of_three), "difference": (two_figures,), "rest": (two_figures, remainders, rest),
}  # fmt: skip
_WAYS_OF: dict[Operation, frozenset[Way]] = {
    "sum": frozenset({"sum"}),
    "difference": frozenset({"difference"}),
    "rest": frozenset({"difference", "remainder", "rest"}),
}


def meant_instead(article: Scene, summary: Scene, found: Assessment) -> Step | None:
    """Return the step that a claim announces where the article has its figure of one part, or of others."""
    meant, way = steps_meant(article, summary, found), operation(summary, found.claim)
    facts = {support.fact.first: support.fact for support in found.supports}
    if (
        way == "difference"
        or not meant.steps
        or meant.fitting(found.claim)
        or any(told_so(article, f, way) for f in facts.values())
    ):
        return None
    return next((s for s in meant.steps if meant.sure or any(f.first in facts for f in s.facts)), None)


def _told_of_play(article: Scene, summary: Scene, found: Assessment) -> Derived | None:
    """Return how a score or a minute follows from the report of a match."""
    claim = found.claim
    if claim.kind == "score":
        return (
            tally(article, claim) or running_score(article, claim) or score_of_half(article, summary, claim)
        )
    return minute_of_play(article, claim, found.head)


def believed(told_for: dict[str, float]) -> float:
    """Return how far the evidence for a step outweighs the chance of it; above 0 it is believed."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in told_for.items())


@cache
def _weights() -> dict[str, float]:
    """Return the weight of each piece of evidence."""
    table = tomllib.loads((files("bench.facts") / "data" / "derivation.toml").read_text("utf-8"))
    return {name: float(weight) for name, weight in table["weights"].items()}


def candidates(article: Scene, summary: Scene, found: Assessment) -> Iterator[tuple[Step, dict[str, float]]]:
    """Yield each step that leads to a claim, and what speaks for it."""
    claim = found.claim
    if claim.high is not None or claim.vague or claim.kind in _STATED_ONLY:
        return
    if found.clash and (found.clash.match.how == "opposite" or _in_another_unit(claim, found.clash.fact)):
        return
    for read in (claim, _with_its_unit(summary, claim, found.head), _in_smaller_units(claim)):
        if read is None:
            continue
        case = _case(article, summary, found, read)
        times = multiplies(case)
        steps = list(chain.from_iterable(way(case) for way in ((as_many,) if times else _WAYS)))
        reach = Decimal(1) if times else farthest(read)
        low, high = read.value - reach, read.value + reach
        for step in steps:
            fitting = low <= step.value <= high and fits(read, step.value, step.rounded, reach)
            if (
                fitting
                and not of_another(case, step)
                and not told_coarser(article, step, read.unit)
                and not of_another_name(case, step, steps)
            ):
                yield _in_units_of(claim, read, step), evidence(case, step, steps)


_SMALLER = {"hour": "minute", "week": "day", "year": "month"}


def _in_smaller_units(claim: Quantity) -> Quantity | None:
    """Return a length of time in the unit in which its parts are added up: 90 minutes for 1.5 hours."""
    smaller = _SMALLER.get(claim.unit) if claim.kind == "duration" else None
    value = converted(claim.value, claim.unit, smaller) if smaller else None
    return msgspec.structs.replace(claim, unit=smaller, value=value) if smaller and value else None


def _in_units_of(claim: Quantity, read: Quantity, step: Step) -> Step:
    """Return a step that was worked out in a claim's smaller units with its result in the claim's own."""
    if read.unit == claim.unit or read.kind != "duration":
        return step
    value = converted(step.value, read.unit, claim.unit) or step.value
    told = (*step.told, time_text(read.unit))
    return msgspec.structs.replace(step, value=value, told=told)


def _in_another_unit(claim: Quantity, fact: Quantity) -> bool:
    """Whether the article has the very amount in another unit: "30 million euros" where it has dollars."""
    return bool(claim.unit and fact.unit) and claim.value >= 1000


def _with_its_unit(summary: Scene, claim: Quantity, head: tuple[str, ...]) -> Quantity | None:
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
_UNITED = frozenset({"money", "percent", "measure"})
_THEN = frozenset("today now then before earlier previously instead back again ago later".split())
_BESIDE = frozenset("to from of against or by versus and at not".split())
"""Words between a figure with its unit and another that has it too."""
_UNSAID, _UNSAID_DECIMAL = 4, 10
"""Words behind a figure with a unit within which a bare one has it too; a decimal rarely counts."""
_COMPARING = frozenset(
    "more fewer less ahead behind short above below clear older younger higher lower up down from "
    "extra".split()
)


def _case(article: Scene, summary: Scene, found: Assessment, claim: Quantity) -> Case:
    words = summary.tape.words
    beside = frozenset((*words[max(0, claim.first - 9) : claim.first], *words[claim.last : claim.last + 9]))
    behind = tuple(words[claim.last : claim.last + 5])
    sort = Sort(claim.kind, claim.unit, claim.kind == "count" and found.head[:1] == ("point",))
    around, often = summary.around(claim), period(summary, claim)
    return Case(article, summary, claim, found, around, found.head, beside, behind, sort, often)


def _told(claim: Quantity, step: Step, belief: float) -> Derived:
    """Return the arithmetic of a step with its result in the claim's unit."""
    text = step.text
    if step.way == "list" and not text.startswith("listed"):
        text = f"{text} = {plain(step.value)}"
    elif step.way in ("list", "names", "word"):
        text = f"{int(step.value)} {text}"
    elif step.way != "later":
        share = " per cent" if step.way == "share" else ""
        unit = f" {claim.unit}" if claim.unit in units().factor else share
        value = step.value * 100 if step.way == "share" and claim.kind == "fraction" else step.value
        about = "" if step.value == claim.value else ", rounded"
        text = f"{text} = {plain(value)}{unit}{about}"
    return Derived(text, step.facts, belief)
