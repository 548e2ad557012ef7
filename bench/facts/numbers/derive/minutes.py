"""What follows from the minutes of a match: lengths of time, and what is six minutes after "57 minutes"."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Derived, Step, near, plain
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted
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
    told = claim.kind == "ordinal" and head[:1] == _MINUTE
    bare = claim.kind == "count" and not head and not claim.unit and claim.value > _FEW
    if not told and not bare:
        return None
    for minute, fact in _of_a_half(article):
        if minute == claim.value:
            return Derived(article.tape.surface(fact.first, fact.last + _NAMED), (fact,))
    for start, more in _counted_on(article) if told else ():
        if start.value + more.value == claim.value:
            return Derived(f"{plain(start.value)} + {plain(more.value)} minutes", (start, more))
    return None


def men_left(article: Scene, claim: Quantity, head: tuple[str, ...]) -> Derived | None:
    """Return who was sent off where a side is told to have been ten men, or nine."""
    missing = int(_SIDE - claim.value)
    if claim.kind != "count" or missing not in (1, 2) or _MEN.isdisjoint(head[:1]):
        return None
    word = article.tape.word
    off = [at for at in article.tape.places({"sent", "red"}) if word(at + 1) in ("off", "card", "cards")]
    if len(off) < missing:
        return None
    at = off[0]
    place = Quantity("count", Decimal(1), article.tape.starts[at], article.tape.ends[at + 1], at, at + 2)
    return Derived(article.tape.surface(at, at + 2), (place,))


_SIDE, _MEN = Decimal(11), frozenset(map(stem, ("man", "men")))
_FEW, _NAMED = 12, 3
_RESTART = frozenset("restart break interval half resumption".split())
_HALF_WAY = Decimal(45)
_END = frozenset("time end whistle full-time".split())
_TO_PLAY = frozenset("left remaining remained play go".split())


@once_per_text
def _of_a_half(article: Scene) -> list[tuple[Decimal, Quantity]]:
    """Return minutes told from the break or the end: "six minutes after the restart", "with ten left"."""
    found, word = list[tuple[Decimal, Quantity]](), article.tape.word
    for fact in article.quantities:
        minutes = converted(fact.value, fact.unit, "minute") if fact.kind == "duration" else None
        if fact.high is not None or not minutes or not 0 < minutes <= _HALF_WAY:
            continue
        behind = article.tape.words[fact.last : fact.last + _NAMED + 1]
        if behind[:1] in (["after"], ["into"]) and not _RESTART.isdisjoint(behind):
            found.append((_HALF_WAY + minutes, fact))
        elif (behind[:1] == ["from"] and not _END.isdisjoint(behind)) or (
            word(fact.first - 1) == "with" and not _TO_PLAY.isdisjoint(behind[:2])
        ):
            found.append((_FULL - minutes, fact))
    return found


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
