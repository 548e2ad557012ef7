"""Counts moved on by what a text tells with them: one more found, houses listed, places apart, goals."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.lists import sizes
from bench.facts.numbers.derive.record import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.stems import stem


def counted_on(case: Case) -> Iterable[Step]:
    """Yield counts that follow from another and from what the text names, lists or ranks beside it."""
    claim, article = case.claim, case.article
    if claim.kind != "count" or claim.unit or claim.value % 1:
        return
    head = case.head[:1]
    if head and head[0] in _PLACES:
        yield from _places_apart(article)
    if head and head[0] in _GOALS and not _IN_ALL.isdisjoint(case.beside):
        yield from _of_both_sides(article)
    if not _BROUGHT.isdisjoint(case.beside):
        yield from _one_found(article)
    if not _LEFT.isdisjoint(case.beside):
        yield from _without_listed(article)


_PLACES = frozenset(map(stem, "places spots ranks positions".split()))
_GOALS = frozenset(map(stem, "goals tries points frames games sets legs runs".split()))
_IN_ALL = frozenset("were match game all altogether total thriller between saw final tie teams sides".split())
_BROUGHT = frozenset("brings bring brought bringing number total tally toll now known makes".split())
_BEFORE = frozenset("before already previously hitherto until far earlier".split())
_LEFT = frozenset("left remain remains remaining stay keep keeps still leave leaves leaving other".split())


@once_per_text
def _places_apart(article: Scene) -> list[Step]:
    """Subtract two ranks of one table: "ranked 143rd" and "ranked seventh"."""
    ranked = not article.tape.places_of.keys().isdisjoint(_RANKED)
    ranks = [fact for fact in article.quantities if ranked and fact.kind == "ordinal"]
    return [
        Step(abs(one.value - other.value), "difference", (high, "-", low), (one, other))
        for one, other in combinations(ranks, 2)
        if one.value != other.value and near(article, one, other, 2)
        for high, low in [(max(one.value, other.value), min(one.value, other.value))]
    ]


_RANKED = frozenset("ranked ranks rank ranking rankings seeded table standings placed place".split())


@once_per_text
def _of_both_sides(article: Scene) -> list[Step]:
    """Add the sides of a score: a match that ended 3-2 saw five goals."""
    return [
        Step(Decimal(sum(fact.parts)), "vote", (Decimal(fact.parts[0]), "+", Decimal(fact.parts[1])), (fact,))
        for fact in article.quantities
        if fact.kind == "score" and len(fact.parts) == _SIDES
    ]


_SIDES = 2


@once_per_text
def _one_found(article: Scene) -> list[Step]:
    """Add the one that a report is of to those before it: "only fourteen had been seen before"."""
    found = list[Step]()
    for fact in article.quantities:
        if fact.is_plain_count and fact.value > _FEW:
            words = article.tape.words[slice(*article.sentence_of(fact))]
            if not _BEFORE.isdisjoint(words) and not fact.value % 1:
                found.append(Step(fact.value + 1, "word", (fact.value, "and one more"), (fact,)))
    return found


_FEW = 2


@once_per_text
def _without_listed(article: Scene) -> list[Step]:
    """Take what a text lists by name from all of its kind: of 26 schools those "at Holm, Lund and Vik"."""
    counts = [
        fact for fact in article.quantities if fact.is_plain_count and not fact.weak and article.head(fact)
    ]
    found = list[Step]()
    for listed in sizes(article) if counts else ():
        (place,) = listed.facts
        before = set(article.stems[max(0, place.first - _NOUN) : place.first])
        for fact in counts:
            if article.head(fact)[0] in before and fact.value > place.value:
                told = (fact.value, "-", listed.value, listed.text)
                found.append(Step(fact.value - listed.value, "rest", told, (fact, place)))
    return found


_NOUN = 4
"""Words before a list within which stands the noun of what it names."""
