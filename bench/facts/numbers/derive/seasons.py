"""A season that the article names without dating anything by it, or that a date of the article lies in."""

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Derived
from bench.facts.quantities.decades import SEASONS
from bench.facts.quantities.quantity import Quantity

_VERB = "fall"


_MONTHS = {1: (3, 4, 5, 6), 2: (6, 7, 8, 9), 3: (9, 10, 11, 12), 4: (12, 1, 2, 3)}
"""The months of spring, summer, autumn and winter in the north, by the calendar and by the weather."""
_SOUTH = frozenset(
    "australia australian zealand argentina argentine chile chilean africa african brazil".split()
)


def season(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return where the article names a claim's season, and the word behind it, or a date that lies in it."""
    tape = article.tape
    names = {name for name, value in SEASONS.items() if value == claim.value} - {_VERB}
    for at in tape.places(names)[:1]:
        start, end = tape.starts[at], tape.ends[at]
        place = msgspec.structs.replace(claim, start=start, end=end, first=at, last=at + 1)
        return Derived(tape.surface(at, at + 2), (place,))
    return _by_date(article, summary, claim)


def _by_date(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return a date in a claim's season: "October 2019" for "autumn 2019", half a year on in the south."""
    year = next(
        (q.value for q in summary.quantities if 0 <= q.first - claim.last <= 1 and q.kind == "year"), 0
    )
    seasons = {int(claim.value)}
    if not _SOUTH.isdisjoint(article.tape.places_of):
        seasons.add((int(claim.value) + 1) % 4 + 1)
    months = {month for one in seasons for month in _MONTHS[one]}
    for fact in article.quantities:
        dated = fact.kind in ("date", "month") and fact.parts[1] in months
        if dated and (not year or fact.parts[0] in (0, year)):
            return Derived(article.tape.surface(fact.first, fact.last), (fact,))
    return None
