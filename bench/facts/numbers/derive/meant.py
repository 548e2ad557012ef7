"""The steps that a claim's own words announce, and whose figures they name: they decide, whatever fits."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.amounts import sum_of_three, two_figures
from bench.facts.numbers.derive.case import case_of, with_its_unit
from bench.facts.numbers.derive.covered import each_told, told_of_each
from bench.facts.numbers.derive.one_unit import wholes
from bench.facts.numbers.derive.record import Case, Step, Way, farthest, fits
from bench.facts.numbers.derive.rest import remainders, rest
from bench.facts.numbers.place.announced import Operation, operation, parties
from bench.facts.numbers.place.opposed import told
from bench.facts.numbers.place.partitive import is_whole
from bench.facts.quantities.quantity import Quantity


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
    announced = operation(summary, found.claim)
    way: Operation = announced or "sum"
    if not announced and not found.head and not found.claim.unit:
        return Meant([], False)
    case = case_of(article, summary, found, with_its_unit(summary, found.claim, found.head) or found.claim)
    named = parties(summary, found.claim, announced)
    steps = [step for lead_to in _OPERATIONS[way] for step in lead_to(case) if step.way in _WAYS_OF[way]]
    of_them = [step for step in steps if named and told_of_each(case, step, named, way)]
    if not announced:
        # "The run and the bazaar brought in 27,000" may tell of each as well.
        return Meant(of_them or _of_events(case), False)
    return Meant(of_them or [step for step in steps if each_told(case, step)], bool(of_them))


def _of_events(case: Case) -> list[Step]:
    """Return the dead of as many events as a claim counts: "killing nine; the first cost four lives"."""
    article, summary, claim = case.article, case.summary, case.claim
    if claim.kind != "count" or claim.unit or told(summary, claim).get("fate") != {"dead"}:
        return []
    said = summary.figures(summary.sentence[claim.first])
    many = {
        one.value for one in said if one.kind == "count" and 1 < one.value <= _EVENTS and one is not claim
    }
    dead = [
        fact for fact in wholes(article, case.sort) if many and fact.kind == "count" and _dead(article, fact)
    ]
    numbered = [f for f in dead if article.tape.word(f.first - 1) == "first" and f.value < len(dead)]
    dead = [fact for fact in dead if fact not in numbered]
    if len(dead) not in many:
        return []
    text = [part for fact in dead for part in ("+", fact.value)][1:]
    return [Step(sum((fact.value for fact in dead), Decimal(0)), "sum", tuple(text), tuple(dead))]


def _dead(article: Scene, fact: Quantity) -> bool:
    """Whether a figure counts dead by its clause, or by its sentence where it has neither noun nor verb."""
    fate = told(article, fact).get("fate")
    if fate or article.head(fact) or is_whole(article, fact):
        return fate == {"dead"} and not is_whole(article, fact)
    return any(
        told(article, one).get("fate") == {"dead"} for one in article.figures(article.sentence[fact.first])
    )


_EVENTS = 4
"""Events of which a claim may tell the dead together."""
_OPERATIONS: dict[Operation, tuple[Callable[[Case], Iterable[Step]], ...]] = {
    "sum": (two_figures, sum_of_three), "difference": (two_figures,), "rest": (two_figures, remainders, rest),
}  # fmt: skip
_WAYS_OF: dict[Operation, frozenset[Way]] = {
    "sum": frozenset({"sum"}),
    "difference": frozenset({"difference"}),
    "rest": frozenset({"difference", "remainder", "rest"}),
}
