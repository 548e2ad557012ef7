"""Lengths of time that follow from the minutes of a match: "on 71 minutes", "the 88th minute"."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derived import Case, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

_MINUTE = ("minut",)
_TIMED = frozenset({"after", "on", "in", "at", "inside"})
_FULL = Decimal(90)
"""Minutes of a football match: those of other games are hardly ever told by the end."""
_LAST, _RANKS = 45, 20


def match_minutes(case: Case) -> Iterable[Step]:
    """Subtract two minutes of a match, or one from its end."""
    claim = case.claim
    return _lengths(case.article) if claim.kind == "duration" and claim.unit == "minute" else ()


@once_per_text
def _lengths(article: Scene) -> list[Step]:
    minutes = [fact for fact in article.quantities if _is_minute(article, fact)]
    if not any(fact.kind == "ordinal" and article.head(fact)[:1] == _MINUTE for fact in minutes):
        return []
    found = [
        Step(abs(one.value - other.value), "clock", (max(one.value, other.value), "-", low), (one, other))
        for one, other in combinations(minutes, 2)
        if (low := min(one.value, other.value)) != max(one.value, other.value)
    ]
    late = (fact for fact in minutes if _FULL - _LAST <= fact.value < _FULL)
    return found + [Step(_FULL - fact.value, "clock", (_FULL, "-", fact.value), (fact,)) for fact in late]


def _is_minute(article: Scene, fact: Quantity) -> bool:
    if fact.kind == "ordinal":
        # "On 71 minutes, and again in the 88th": the noun is said once.
        head = article.head(fact)[:1]
        return head == _MINUTE or (
            not head and fact.value > _RANKS and article.tape.word(fact.first - 1) == "the"
        )
    return fact.kind == "duration" and fact.unit == "minute" and article.tape.word(fact.first - 1) in _TIMED
