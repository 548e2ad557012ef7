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
from math import log

import msgspec

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive_ages import ages, born
from bench.facts.numbers.derive_amounts import parts, sum_of_three, two_figures
from bench.facts.numbers.derive_compared import of_one_noun
from bench.facts.numbers.derive_multiples import MULTIPLES, as_many, multiples, multiplies
from bench.facts.numbers.derive_rates import EACH, another_period, equal_parts
from bench.facts.numbers.derive_rest import rest
from bench.facts.numbers.derive_shares import shares, vote_shares
from bench.facts.numbers.derived import APART, Case, Derived, Sort, Step, Way, farthest, fits, plain, width
from bench.facts.numbers.minutes import match_minutes, minute_of_play
from bench.facts.numbers.play import short_of_men
from bench.facts.numbers.rates import period
from bench.facts.numbers.running_score import margin, running_score, tally
from bench.facts.numbers.seasons import season
from bench.facts.numbers.spans import by_year, later, span
from bench.facts.numbers.stated_lists import days_of_the_week, held, itemised, listed, next_in_row, one_more
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted, time_text, units

_STATED_ONLY = frozenset({"name", "ordinal", "score", "season", "decade"})

_COMPARED = frozenset(
    "more fewer less lower higher up down gap difference ahead behind older younger short lead left "
    "remaining remain rest grew grown shrank fell rose gained lost cut raised increase decrease rise drop "
    "extra over longer shorter taller faster slower beaten cheaper dearer margin below above "
    "majority change widened narrowed another still others overran overrun saved not without".split()
)
_CUES: dict[Way, frozenset[str]] = {
    "sum": frozenset(
        "total totalling totaling altogether all combined overall together both sum aggregate whole plus "
        "onboard aboard board between turnaround swing".split()
    ),
    "difference": _COMPARED,
    "part": _COMPARED | frozenset("of share part each".split()),
    "changed": _COMPARED,
    "share": _COMPARED | frozenset({"share"}),
    "times": frozenset(MULTIPLES),
    "each": EACH | frozenset({"year", "month", "week", "day", "equal"}),
    "list": frozenset(),
    "names": frozenset(),
    "span": frozenset(
        "after later before earlier for took takes take lasted old since apart long older within".split()
    ),
    "later": frozenset(),
    "word": frozenset(),
    "rest": _COMPARED,
    "period": frozenset(),
    "clock": frozenset("after later before earlier for left remaining last final from time added".split()),
}
"""Words beside a claim that announce how it comes about."""

_WAYS: tuple[Callable[[Case], Iterable[Step]], ...] = (
    span, ages, shares, listed, one_more, held, two_figures, vote_shares, sum_of_three, parts, equal_parts,
    multiples, later, by_year, born, rest, another_period, match_minutes, of_one_noun,
    days_of_the_week, margin,
)  # fmt: skip


def derive(article: Scene, summary: Scene, found: Assessment, least: float = 0.0) -> Derived | None:
    """Return how a claim follows from the article by one plain step that is believed more than `least`."""
    claim = found.claim
    told = _told_of_play(article, summary, found) or itemised(article, summary, claim)
    if told := told or next_in_row(article, claim, found.head):
        return told
    if claim.kind == "season":
        return season(article, claim)
    best: Step | None = None
    for step, evidence in candidates(article, summary, found):
        belief = believed(evidence)
        if belief > least:
            best, least = step, belief
    return _told(claim, best, least) if best else None


def _told_of_play(article: Scene, summary: Scene, found: Assessment) -> Derived | None:
    """Return how a score, a minute or a number of players follows from the report of a match."""
    claim = found.claim
    if claim.kind == "score":
        return tally(article, claim) or running_score(article, claim)
    return minute_of_play(article, claim, found.head) or short_of_men(article, summary, claim)


def believed(evidence: dict[str, float]) -> float:
    """Return how far the evidence for a step outweighs the chance of it; above 0 it is believed."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in evidence.items())


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
        steps = list(chain.from_iterable(way(case) for way in ((as_many,) if multiplies(case) else _WAYS)))
        reach = farthest(read)
        low, high = read.value - reach, read.value + reach
        for step in steps:
            if low <= step.value <= high and fits(read, step.value, step.rounded):
                yield _in_units_of(claim, read, step), _evidence(case, step, steps)


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
    """Return a bare figure with the unit of the one before it: "40 cents, up from 35"."""
    compared = summary.tape.word(claim.last) in _COMPARING
    if claim.kind != "count" or claim.unit or (head and not compared):
        return None
    if not compared and summary.tape.word(claim.first - 1) not in _COMPARING and not claim.value % 1:
        return None
    far = _UNSAID if not claim.value % 1 else _UNSAID_DECIMAL
    for other in reversed(summary.quantities):
        near = 0 < claim.first - other.last <= far
        if near and other.unit and other.kind in ("money", "percent", "measure") and other.high is None:
            number = summary.tape.word(other.first + (other.kind == "money"))
            stated = next((w for w in (summary.tape.word(other.first), number) if w[:1].isdecimal()), "")
            if not stated:
                return None
            factor = other.value / Decimal(stated.replace(",", "") or 1) if other.value else Decimal(1)
            value = claim.value if claim.value >= 1000 else claim.value * factor
            return msgspec.structs.replace(claim, kind=other.kind, unit=other.unit, value=value)
    return None


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


def _evidence(case: Case, hit: Step, steps: list[Step]) -> dict[str, float]:
    """Return what speaks for a step: its chance, the words beside the claim, how close its figures stand."""
    article, own, cue = case.article, set(case.head), bool(_CUES[hit.way] & case.beside)
    apart = max(fact.first for fact in hit.facts) - min(fact.first for fact in hit.facts)
    used = {fact.first for fact in hit.facts}
    sentences = [article.sentence[fact.first] for fact in hit.facts]
    return {
        "bias": 1.0,
        f"way {hit.way}": 1.0,
        "chance": log(_chance(case, hit, steps)),
        "cue": cue,
        "agreeing": case.agreeing(hit.facts),
        "unit": bool(case.claim.unit),
        "nouns": all(own & set(article.head(fact)) for fact in hit.facts),
        "one sentence": len(set(sentences)) == 1,
        "far": max(sentences) - min(sentences) > APART,
        "close": len(hit.facts) > 1 and apart <= 10,
        # Beyond 1 a rival stands no more surely in the claim's place.
        "taken": max(
            (min(slot, 1.0) for at, slot in case.found.taking.items() if at not in used), default=0.0
        ),
        "used": max((slot for at, slot in case.found.taking.items() if at in used), default=0.0),
        "unlike": case.unlike(hit.facts),
        # Who tells one part beside the sum tells of something else, who says "together" or tells all adds up.
        "parts said": hit.way == "sum" and not cue and 0 < sum(map(case.says, hit.facts)) < len(hit.facts),
    }


def _chance(case: Case, hit: Step, steps: list[Step]) -> float:
    """Return the chance that some step as plain as this one hits a wrong value of the claim's size."""
    claim = case.claim
    place = width(claim, hit.rounded)
    low, high = claim.value / 2, claim.value * 2
    if claim.kind in ("year", "date", "time"):
        low, high, place = claim.value - 15, claim.value + 15, Decimal(1)
    reached = {
        round(step.value / place) for step in steps if step.way == hit.way and low <= step.value <= high
    }
    possible = max((high - low) / place, Decimal(2))
    return min(1.0, max(1, len(reached)) / float(possible))


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
