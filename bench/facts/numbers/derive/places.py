"""A sum told of two places: "killed 25 people in Mississippi and one in Alabama" for 26 dead."""

from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Derived, plain
from bench.facts.quantities.quantity import Quantity

_AT = frozenset({"in", "at", "on", "from", "near"})
_MORE = frozenset({"another", "a", "further"})
_REACH = 12
"""Words from the one figure to the other."""


def of_two_places(article: Scene, summary: Scene, claim: Quantity, head: tuple[str, ...]) -> Derived | None:
    """Return two figures that add up to a claim, the second without a noun of its own, each with its place.

    Where the claim's clause names one of the two places alone, it tells no sum.
    """
    if not claim.is_plain_count or not head:
        return None
    for fact in article.quantities:
        if not fact.is_plain_count or fact.value >= claim.value or not set(head) & set(article.head(fact)):
            continue
        at = _joined(article, fact)
        if at and _value(article, at) == claim.value - fact.value:
            places = {_place(article, fact.last), _place(article, at)}
            if "" not in places and _told_of_both(summary, claim, places):
                return Derived(f"{plain(fact.value)} + {plain(claim.value - fact.value)}", (fact,))
    return None


def _told_of_both(summary: Scene, claim: Quantity, places: set[str]) -> bool:
    """Whether a claim's sentence names both places, or its clause neither."""
    said = {summary.stems[at] for at in summary.clause(claim)}
    return places <= summary.words(summary.sentence[claim.first]).keys() or not places & said


def _joined(article: Scene, fact: Quantity) -> int:
    """Return where a bare figure with a place follows another soon, 0 where none does."""
    words = article.tape.words
    behind = words[fact.last : fact.last + _REACH]
    if "and" not in behind:
        return 0
    at = fact.last + behind.index("and") + 1
    while at < len(words) and words[at] in _MORE:
        at += 1
    return at if at + 1 < len(words) and words[at + 1] in _AT else 0


def _value(article: Scene, at: int) -> Decimal:
    """Return the count that stands at a place; a lone "one" is none for other ends."""
    if article.tape.words[at] == "one":
        return Decimal(1)
    return next((q.value for q in article.quantities if q.first == at and q.is_plain_count), Decimal(0))


def _place(article: Scene, first: int) -> str:
    """Return the stem of the name behind the first preposition from a piece on, "" without one."""
    tape = article.tape
    for at in range(first, min(len(tape) - 1, first + _REACH)):
        if tape.words[at] in _AT:
            behind = at + 1 + (tape.words[at + 1] == "the")
            return article.stems[behind] if tape.capital(behind) else ""
    return ""
