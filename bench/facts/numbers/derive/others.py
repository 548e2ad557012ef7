"""One less than is counted, told of the others, and one more, told of what came first after a run.

"One of 29 schools" has joined 28 others; who ended eleven matches without a win has the first win in twelve.
"""

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Derived
from bench.facts.quantities.quantity import Quantity

_OTHER = frozenset({"other", "others", "fellow"})
_AMONG = frozenset({"among", "including", "included"})
_RUN = frozenset(
    "run runs streak winless unbeaten undefeated goalless without straight consecutive successive row spell "
    "sequence drought".split()
)
_IN = frozenset({"in", "after", "for"})
_BESIDE = 6
"""Words from a count to what shows it to be a run, and from "first" to how long before."""


def of_others(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the count of all where a claim counts the others: "one of 29" for "28 others"."""
    if claim.kind != "count" or claim.unit or summary.tape.word(claim.last) not in _OTHER:
        return None
    for fact in article.quantities:
        if not fact.is_plain_count or fact.value != claim.value + 1:
            continue
        before = article.tape.words[max(0, fact.first - 3) : fact.first]
        _, stop = article.sentence_of(fact)
        behind = article.tape.words[fact.last : stop]
        one = before[-2:] == ["one", "of"] or before[:2] == ["one", "of"] or before[-1:] == ["among"]
        if one or not _AMONG.isdisjoint(behind):
            return Derived(f"{article.tape.surface(fact.first, fact.last)} with one more", (fact,))
    return None


def of_a_rank(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the rank by which somebody is among the first so many, or "outside the top 100"."""
    words = summary.tape.words
    if claim.kind != "count" or claim.unit or words[claim.first - 1] != "top":
        return None
    outside = not _OUTSIDE.isdisjoint(words[max(0, claim.first - _BESIDE) : claim.first])
    for fact in article.quantities:
        ranked = fact.kind == "ordinal" and claim.value <= fact.value * _OFF <= claim.value * _OFF * 2
        if ranked and (fact.value > claim.value) == outside:
            return Derived(article.tape.surface(fact.first, fact.last), (fact,))
    return None


_OFF = 10
"""Times that a rank is smaller than the round number at most that tells it."""
_OUTSIDE = frozenset({"outside", "beyond", "below"})


def after_a_run(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the run that something ended where a claim tells it as the first for so long."""
    counted = _first_in(summary, claim)
    if counted is None:
        return None
    for fact in article.quantities:
        if fact.kind not in ("count", "ordinal") or fact.value + 1 != counted.value:
            continue
        words = article.tape.words
        if not _RUN.isdisjoint(words[max(0, fact.first - _BESIDE) : fact.last + _BESIDE]):
            return Derived(f"the one after {article.tape.surface(fact.first, fact.last + 1)}", (fact,))
    return None


def _first_in(summary: Scene, claim: Quantity) -> Quantity | None:
    """Return the count in "their first victory in 12 games", for the count itself and for "first"."""
    words = summary.tape.words
    if claim.kind == "count" and not claim.unit and words[claim.first - 1] in _IN:
        return claim if "first" in words[max(0, claim.first - _BESIDE) : claim.first] else None
    if claim.kind == "ordinal" and claim.value == 1:
        behind = (q for q in summary.quantities if 0 < q.first - claim.last <= _BESIDE and q.kind == "count")
        return next((q for q in behind if words[q.first - 1] in _IN), None)
    return None
