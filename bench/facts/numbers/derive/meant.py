"""The steps that a claim's own words announce, and whose figures they name: they decide, whatever fits."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.amounts import sum_of_three, two_figures
from bench.facts.numbers.derive.case import case_of, with_its_unit
from bench.facts.numbers.derive.covered import covered, each_told, told_of_each
from bench.facts.numbers.derive.one_unit import wholes
from bench.facts.numbers.derive.parts import parts_of_wholes
from bench.facts.numbers.derive.record import Case, Step, Way, farthest, fits
from bench.facts.numbers.derive.rest import remainders, rest
from bench.facts.numbers.place.announced import Operation, operation, parties, told_so
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
    if announced == "average" or (not announced and not found.head and not found.claim.unit):
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


def meant_instead(article: Scene, summary: Scene, found: Assessment) -> Step | None:
    """Return the step that a claim announces where the article has its figure of one part, or of others."""
    way = operation(summary, found.claim)
    if found.claim.kind in ("fraction", "percent"):
        return _other_share(article, summary, found)
    if way in ("", "difference", "average"):
        return None
    if way == "rest" and (left := _left_instead(article, found)):
        return left
    meant = steps_meant(article, summary, found)
    facts = {support.fact.first: support.fact for support in found.supports}
    if not meant.steps or meant.fitting(found.claim):
        return None
    if any(told_so(article, fact, way) for fact in facts.values()):
        return None
    return next((s for s in meant.steps if meant.sure or any(f.first in facts for f in s.facts)), None)


def _left_instead(article: Scene, found: Assessment) -> Step | None:
    """Return what is left of a whole where a claim tells the whole, or the part, as what is left."""
    facts = {support.fact.first for support in found.supports}
    for part, whole in parts_of_wholes(article):
        if {part.first, whole.first} & facts and not any(
            told_so(article, s.fact, "rest") for s in found.supports
        ):
            return Step(whole.value - part.value, "rest", (whole.value, "-", part.value), (whole, part))
    return None


def _other_share(article: Scene, summary: Scene, found: Assessment) -> Step | None:
    """Return the part of a whole that the words around a share tell, where the article's is of others."""
    claim = found.claim
    if claim.unit not in ("", "of", "%") or claim.vague:
        return None
    case, most = case_of(article, summary, found, claim), Decimal(100 if claim.kind == "percent" else 1)
    own = frozenset[str]().union(*(covered(case, (support.fact,)) for support in found.supports))
    nouns = set(summary.stems[claim.first : claim.last + _OF_WHAT])
    told = [
        (words, part, whole)
        for part, whole in parts_of_wholes(article)
        if not nouns.isdisjoint(article.head(whole)) and (words := covered(case, (part,))) > own
    ]
    count = max((len(words) for words, _, _ in told), default=0)
    if count <= len(own) + bool(own):
        return None
    best, reach = [(part, whole) for words, part, whole in told if len(words) == count], farthest(claim)
    parts = {part for part, _ in best}
    values = [part.value * most / whole.value for part, whole in parts_of_wholes(article) if part in parts]
    if any(fits(claim, share, True, reach) for value in values for share in (value, most - value)):
        return None
    return Step(
        best[0][0].value * most / best[0][1].value,
        "share",
        (best[0][0].value, "of", best[0][1].value),
        best[0],
        rounded=True,
    )


_OF_WHAT = 5
"""Words from a share on among which stands the noun of what it is one of."""
