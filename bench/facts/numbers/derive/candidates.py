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

import msgspec

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.ages import ages, born
from bench.facts.numbers.derive.amounts import parts, sum_of_three, two_figures
from bench.facts.numbers.derive.case import case_of, with_its_unit
from bench.facts.numbers.derive.compared import of_one_noun
from bench.facts.numbers.derive.counted_on import counted_on
from bench.facts.numbers.derive.covered import apart_from_another, of_another_name
from bench.facts.numbers.derive.each import another_period, by_rate, equal_parts, for_one
from bench.facts.numbers.derive.evidence import evidence, of_another
from bench.facts.numbers.derive.lists import held, itemised, listed, next_in_row, one_more
from bench.facts.numbers.derive.meant import steps_meant
from bench.facts.numbers.derive.minutes import match_minutes, men_left, minute_of_play
from bench.facts.numbers.derive.moved import as_moved, of_two_times
from bench.facts.numbers.derive.multiples import as_many, in_pairs, multiples, multiplies
from bench.facts.numbers.derive.offsets import offsets
from bench.facts.numbers.derive.one_unit import told_coarser
from bench.facts.numbers.derive.others import after_a_run, of_a_rank, of_others
from bench.facts.numbers.derive.places import of_two_places
from bench.facts.numbers.derive.record import Case, Derived, Step, farthest, fits, plain
from bench.facts.numbers.derive.rest import all_but_one, remainders, rest
from bench.facts.numbers.derive.running_score import by_half, margin, running_score, score_of_half, tally
from bench.facts.numbers.derive.seasons import season
from bench.facts.numbers.derive.shares import run_off, shares, vote_shares
from bench.facts.numbers.derive.spans import by_year, later, span
from bench.facts.numbers.derive.told_times import told_lengths
from bench.facts.numbers.derive.votes import polled
from bench.facts.numbers.derive.year_parts import part_of_year
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted, time_text, units

_STATED_ONLY = frozenset({"name", "ordinal", "score", "season", "decade"})

_WAYS: tuple[Callable[[Case], Iterable[Step]], ...] = (
    span, ages, shares, listed, one_more, held, two_figures, vote_shares, sum_of_three, parts, equal_parts,
    for_one, multiples, in_pairs, later, by_year, born, rest, another_period, match_minutes, of_one_noun,
    margin, offsets, remainders, told_lengths, by_half, run_off, all_but_one, polled, counted_on, by_rate,
)  # fmt: skip


def derive(article: Scene, summary: Scene, found: Assessment, least: float = 0.0) -> Derived | None:
    """Return how a claim follows from the article by one plain step that is believed more than `least`."""
    claim = found.claim
    told = _told_of_play(article, summary, found) or itemised(article, summary, claim)
    told = told or next_in_row(article, claim, found.head)
    told = told or part_of_year(article, summary, claim, found.head)
    told = told or of_others(article, summary, claim) or of_a_rank(article, summary, claim)
    told = told or after_a_run(article, summary, claim)
    if told := told or of_two_places(article, summary, claim, found.head):
        return told
    if claim.kind == "season":
        return season(article, summary, claim)
    meant = steps_meant(article, summary, found)
    if fitting := meant.fitting(claim):
        return _told(claim, fitting, 1.0)
    if meant.sure:
        least = max(least, _SURELY)
    best: Step | None = None
    for step, told_for in candidates(article, summary, found):
        belief = believed(told_for)
        if belief > least:
            best, least = step, belief
    return _told(claim, best, least) if best else None


_SURELY = 2.5
"""Belief from which a step may be meant although a claim names the figures of others."""


def _told_of_play(article: Scene, summary: Scene, found: Assessment) -> Derived | None:
    """Return how a score or a minute follows from the report of a match."""
    claim = found.claim
    if claim.kind == "score":
        return (
            tally(article, claim) or running_score(article, claim) or score_of_half(article, summary, claim)
        )
    return minute_of_play(article, claim, found.head) or men_left(article, claim, found.head)


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
    for read in (claim, with_its_unit(summary, claim, found.head), _in_smaller_units(claim)):
        if read is None:
            continue
        case = case_of(article, summary, found, read)
        times = multiplies(case)
        steps = list(chain.from_iterable(way(case) for way in ((as_many,) if times else _WAYS)))
        reach = Decimal(1) if times else farthest(read)
        low, high = read.value - reach, read.value + reach
        for step in steps:
            fitting = low <= step.value <= high and fits(read, step.value, step.rounded, reach)
            if (
                fitting
                and not of_another(case, step)
                and as_moved(article, step) is not False
                and not of_two_times(article, step)
                and not apart_from_another(case, step)
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


def _told(claim: Quantity, step: Step, belief: float) -> Derived:
    """Return the arithmetic of a step with its result in the claim's unit."""
    text = step.text
    if step.way == "list" and not text.startswith("listed"):
        text = f"{text} = {plain(step.value)}"
    elif step.way in ("list", "names", "word"):
        text = f"{int(step.value)} {text}"
    elif step.way != "later":
        share = " per cent" if step.way == "share" else ""
        unit = share
        if claim.unit in units().factor:
            timed = claim.kind in ("duration", "age")
            unit = f" {time_text(claim.unit, one=step.value == 1) if timed else claim.unit}"
        value = step.value * 100 if step.way == "share" and claim.kind == "fraction" else step.value
        about = "" if step.value == claim.value else ", rounded"
        text = f"{text} = {plain(value)}{unit}{about}"
    return Derived(text, step.facts, belief)
