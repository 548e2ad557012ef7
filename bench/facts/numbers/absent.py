"""A number that the article lacks: how doubtful that makes it, and which figure of the article is nearest."""

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.announced import operation
from bench.facts.numbers.text import phrase
from bench.facts.quantities.reading import Quantity
from bench.facts.quantities.units import converted
from bench.facts.stems import stem


def doubt_of_absent(article: Scene, summary: Scene, found: Assessment) -> float:
    """Return the doubt about a number that the article lacks, by how readily such a number is inferred."""
    claim = found.claim
    if _until_now(article, claim) and operation(summary, claim) != "difference":
        return 0.7
    if claim.weak:
        return 0.85 if claim.unit or _ranks(summary, found) else 0.7
    if claim.vague:
        return 0.55
    if claim.kind == "count" and claim.value in _FEW and not claim.unit:
        before = summary.tape.words[max(0, claim.first - 2) : claim.first]
        if found.taken < 0.8 or before == ["of", "the"] or not _DEFINITE.isdisjoint(before[-1:]):
            return 0.7
    return 0.97


def _until_now(article: Scene, claim: Quantity) -> bool:
    """Whether a length may be the time since a year that the article names: "in office since 2012".

    No article tells the year it was written in, but no year that it names lies far behind that one.
    """
    years = converted(claim.value, claim.unit, "year") if claim.kind == "duration" else None
    if not years or years < _LONG:
        return False
    named = [fact for fact in article.quantities if fact.kind == "year" and fact.high is None]
    latest = max((fact.value for fact in named), default=None)
    return latest is not None and any(
        article.tape.word(fact.first - 1) == "since" and -_ABOUT <= fact.value + years - latest <= _AHEAD
        for fact in named
    )


_LONG, _ABOUT, _AHEAD = 4, 1, 25
"""Years that a length has at least, by how many it may be told too short, and how far a report may lie behind
the last year that it names."""
_DEFINITE = frozenset({"first", "last", "other"})
"""Words before a count of things that are known: "of the two cousins", "the first two fires"."""
_FEW = frozenset({2, 3, 4})
"""Counts that a reader may have made: one in two hundred of the planted errors called wrong is such, one
in ten of the false alarms (`benchmarks/validate.py --only "numbers changed"`)."""


def _ranks(summary: Scene, found: Assessment) -> bool:
    """Whether an ordinal ranks something ("her second title") and counts nothing that the text tells."""
    claim, own = found.claim, summary.sentence[found.claim.first]
    if claim.kind != "ordinal" or told_in_order(found.head):
        return False
    if summary.tape.word(claim.first - 1) not in _RANKED and found.head[:1] != (stem("time"),):
        return False
    return not any(other.kind == "ordinal" and other is not claim for other in summary.figures(own))


def told_in_order(noun: tuple[str, ...]) -> bool:
    """Whether an account counts a noun itself as it goes along: "the first goal"."""
    return noun[:1] in _TOLD_IN_ORDER


_RANKED = frozenset({"the", "a", "his", "her", "its", "their", "my", "our", "'s", "’s", "s", "number"})
_TOLD_IN_ORDER = frozenset(
    (stem(word),)
    for word in "half goal try penalty point set game leg lap part case point person man one".split()
)
"""What an account of a match or of two things counts itself as it goes along ("the first goal")."""


def not_there(article: Scene, summary: Scene, claim: Quantity) -> tuple[str, tuple[Quantity, ...]]:
    """Return the reason for an absent number, with the article's nearest figure of its sort."""
    alike = [f for f in article.quantities if f.kind == claim.kind and f.unit == claim.unit]
    if not alike or claim.kind in ("name", "score", "weekday", "month"):
        return "not in the article", ()
    fact = min(alike, key=lambda f: abs(f.value - claim.value))
    told = summary.tape.surface(claim.first, claim.last)
    return f"article: {phrase(article, fact)}; nearest figure to {told}", (fact,)
