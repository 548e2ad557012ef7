"""What follows from the minutes of a match: lengths of time, and what is six minutes after "57 minutes"."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Derived, Step, near, plain
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_MINUTE = (stem("minute"),)
_TIMED = frozenset({"after", "on", "in", "at", "inside"})
_FULL = Decimal(90)
"""Minutes of a football match: those of other games are hardly ever told by the end."""
_LAST, _RANKS = 45, 20
_LATER = frozenset({"later", "after", "afterwards"})
_FAR = 2
"""Sentences within which minutes are counted on."""


def match_minutes(case: Case) -> Iterable[Step]:
    """Subtract two minutes of a match, or one from its end."""
    claim = case.claim
    return _lengths(case.article) if claim.kind == "duration" and claim.unit == "minute" else ()


@once_per_text
def _lengths(article: Scene) -> list[Step]:
    minutes = [fact for fact in article.quantities if _is_minute(article, fact)]
    if not any(_is_nth(article, fact) for fact in minutes):
        return []
    found = [
        Step(abs(one.value - other.value), "clock", (max(one.value, other.value), "-", low), (one, other))
        for one, other in combinations(minutes, 2)
        if (low := min(one.value, other.value)) != max(one.value, other.value)
    ]
    late = (fact for fact in minutes if _FULL - _LAST <= fact.value < _FULL)
    return found + [Step(_FULL - fact.value, "clock", (_FULL, "-", fact.value), (fact,)) for fact in late]


def _is_minute(article: Scene, fact: Quantity) -> bool:
    before = article.tape.word(fact.first - 1)
    if fact.kind == "ordinal":
        # "On 71 minutes, and again in the 88th": the noun is said once.
        bare = not article.head(fact) and fact.value > _RANKS and before == "the"
        return bare or _is_nth(article, fact)
    return fact.kind == "duration" and fact.unit == "minute" and before in _TIMED


def _is_nth(article: Scene, fact: Quantity) -> bool:
    """Whether a figure is told as "the 88th minute"."""
    return fact.kind == "ordinal" and article.head(fact)[:1] == _MINUTE


def minute_of_play(article: Scene, claim: Quantity, head: tuple[str, ...]) -> Derived | None:
    """Return how a minute of play follows from one that the article names and a time told after it."""
    if claim.kind != "ordinal" or head[:1] != _MINUTE:
        return None
    for start, more in _counted_on(article):
        if start.value + more.value == claim.value:
            told = f"{plain(start.value)} + {plain(more.value)} minutes"
            return Derived(told, (start, more))
    return None


@once_per_text
def _counted_on(article: Scene) -> list[tuple[Quantity, Quantity]]:
    """Return minutes of play with the times told after them ("six minutes later")."""
    minutes = [fact for fact in article.quantities if _may_be_minute(article, fact)]
    later = [fact for fact in minutes if article.tape.word(fact.last) in _LATER]
    return [
        (start, more)
        for more in later
        for start in minutes
        if start not in later and start.first < more.first and near(article, start, more, _FAR)
    ]


def _may_be_minute(article: Scene, fact: Quantity) -> bool:
    """Whether a figure may be a minute of play, or minutes after one."""
    if fact.high is not None:
        return False
    if fact.kind == "duration":
        return fact.unit == "minute"
    # "Tully (12)": the minute of a goal stands in brackets behind who scored it.
    brackets = article.tape.word(fact.first - 1) == "(" and article.tape.word(fact.last) in (")", ",")
    return _is_nth(article, fact) or (fact.kind == "count" and brackets)
