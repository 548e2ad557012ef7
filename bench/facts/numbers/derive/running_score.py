"""Scores that a report of a match tells in words: "made it 4-2 before Orlow got one back" is 4-3."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise, permutations

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Derived, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_Score = tuple[int, int]
_LEVEL = frozenset(map(stem, "equaliser equalizer equalised equalized levelled leveled parity".split()))
_DRAWN = frozenset("headed drew draw drawn drawing pulled got brought back on".split())
"""Words before "level" that tell of a goal: "headed level"."""
_AHEAD = frozenset({"ahead", "lead", "front"})
_PUT = frozenset("put puts fired headed sent gave shot went go".split())
_PUT_REACH = 5
"""Words before "ahead" within which a verb tells that a goal put a side there."""
_OPENED = frozenset({("the", "opener"), ("the", "deadlock"), ("the", "lead"), ("the", "scoring")})
_OPENING = frozenset(
    "took takes taking opened opens opening broke breaks breaking scored scores with".split()
)
_DOUBLED = stem("doubled")
_PULLED = frozenset(map(stem, "pulled got clawed".split()))
_BACK = 8
"""Words after "pulled" and "got" within which "back" tells of a goal."""
_ENDED = frozenset("beat beats beating won win wins victory lost defeat drew draw thrashed edged saw".split())
_NEAR = 12
"""Words about a score within which one tells that it is how the match ended."""
_GOALS = 15
"""Most that a side scores goal by goal."""


def running_score(article: Scene, claim: Quantity) -> Derived | None:
    """Return how a score came about that the article tells in words alone, or None."""
    sides = tuple(sorted(claim.parts, reverse=True))
    for score, place, words in _scores(article):
        if score == sides:
            return Derived(f"{words}: {score[0]}-{score[1]}", (place,))
    return None


@once_per_text
def _scores(article: Scene) -> list[tuple[_Score, Quantity, str]]:
    """Return the scores between those told in figures, the higher side first, each with what led to it."""
    stated = {
        fact.first: fact for fact in article.quantities if fact.kind == "score" and len(fact.parts) == 2
    }
    state: _Score | None = None
    last: Quantity | None = None
    # Reports begin with how it ended; goals told behind it are told from the first one on.
    ended = False
    found: list[tuple[_Score, Quantity, str]] = []
    for at, change in _goals(article, stated):
        if fact := stated.get(at):
            high, low = max(fact.parts), min(fact.parts)
            ended = last is None and not _ENDED.isdisjoint(
                article.tape.words[max(0, at - _NEAR) : at + _NEAR]
            )
            state, last = ((high, low), fact) if high <= _GOALS else (None, None)
            continue
        if ended and change in ("open", "ahead") and (after := _after(None, change)):
            last = None
        else:
            after = _after(state, change)
        if after is None:
            continue
        state, ended = after, False
        tape = article.tape
        place = last or Quantity("score", Decimal(state[0]), tape.starts[at], tape.ends[at], at, at + 1)
        begun = f"{last.parts[0]}-{last.parts[1]}, " if last else ""
        found.append((state, place, f"{begun}{tape.surface(at, at + 1)}"))
    return found


def _goals(article: Scene, stated: dict[int, Quantity]) -> Iterator[tuple[int, str]]:
    """Yield the places of stated scores and of words that tell a goal, with what they tell."""
    words, stems = article.tape.words, article.stems
    for at, form in enumerate(stems):
        if at in stated:
            yield at, ""
        elif form in _LEVEL or (words[at] == "level" and words[at - 1] in _DRAWN):
            yield at, "level"
        elif form == _DOUBLED:
            yield at, "double"
        elif words[at] in _AHEAD and not _PUT.isdisjoint(words[max(0, at - _PUT_REACH) : at]):
            yield at, "ahead"
        elif tuple(words[at - 1 : at + 1]) in _OPENED and words[at - 2] in _OPENING:
            yield at, "open"
        elif form in _PULLED and "back" in words[at : at + _BACK]:
            yield at, "back"


def _after(state: _Score | None, change: str) -> _Score | None:
    """Return the score after a goal told in words, None where it cannot be known."""
    if change == "open":
        return (1, 0) if state is None else None
    if change == "ahead":
        return (1, 0) if state is None else (state[0] + 1, state[1]) if state[0] == state[1] else None
    if change == "double":
        return (2, 0) if state in (None, (1, 0)) else None
    if state is None or state[0] == state[1]:
        return None
    if change == "back":
        return (state[0], state[1] + 1)
    return (state[0], state[0]) if state[0] == state[1] + 1 else None


_GOALLESS = frozenset({"goalless", "scoreless"})
_TALLIED = frozenset({"to", "against", "for", "with"})
_VOTED = frozenset({"favour", "favor", "voted", "votes"})


def tally(article: Scene, claim: Quantity) -> Derived | None:
    """Join the two sides of a score that the article gives apart: "29 votes to four", "Azul 3 Jari 2"."""
    if len(claim.parts) != 2:
        return None
    if claim.parts == (0, 0):
        for at in article.tape.places(_GOALLESS)[:1]:
            place = Quantity("score", Decimal(0), article.tape.starts[at], article.tape.ends[at], at, at + 1)
            return Derived(article.tape.surface(at, at + 1), (place,))
    facts = [f for f in article.quantities if f.kind in ("count", "name") and f.high is None and not f.unit]
    for one, other in pairwise(facts):
        if {one.value, other.value} != set(claim.parts) or other.first - one.last > 6:
            continue
        between = article.tape.words[one.last : other.last]
        around = article.tape.words[one.first : other.last + 4]
        if _TALLIED & set(between) or _VOTED & set(around) or (one.loose and other.loose):
            return Derived(article.tape.surface(one.first, other.last), (one, other))
    return None


_MARGIN = frozenset("by margin lead leads led ahead behind deficit advantage down up difference".split())


def margin(case: Case) -> Iterable[Step]:
    """Yield by how much the sides of a score differ, where the summary tells of a lead: "won it by 15"."""
    claim = case.claim
    if claim.kind != "count" or claim.unit or _MARGIN.isdisjoint(case.beside):
        return ()
    return _margins(case.article)


@once_per_text
def _margins(article: Scene) -> list[Step]:
    scores = (fact for fact in article.quantities if fact.kind == "score" and len(fact.parts) == 2)
    return [
        Step(
            Decimal(max(score.parts) - min(score.parts)),
            "margin",
            ("-".join(map(str, score.parts)),),
            (score,),
        )
        for score in scores
        if score.parts[0] != score.parts[1]
    ]


_HALF = frozenset("half break interval halftime restart second resumption outscored quarter period".split())
_SCORED = frozenset(map(stem, "points goals runs tries unanswered".split()))


def by_half(case: Case) -> Iterable[Step]:
    """Yield what a side scored between two scores: "24 points after the break" from 3-20 to 27-26."""
    claim = case.claim
    counted = (
        claim.kind == "count" and not claim.unit and (not case.head or not _SCORED.isdisjoint(case.head))
    )
    return _gained(case.article) if counted and not _HALF.isdisjoint(case.beside) else ()


@once_per_text
def _gained(article: Scene) -> list[Step]:
    return [
        Step(Decimal(side), "difference", (f"from {_shown(one)} to {_shown(other)}",), (one, other))
        for one, other, sides in _between(article)
        for side in sides
        if side
    ]


def score_of_half(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return how the score of a part of a match follows from two told: from 9-15 to 31-18 it is 22-3."""
    beside = summary.tape.words[max(0, claim.first - _BACK) : claim.last + _BACK]
    for one, other, sides in _between(article) if not _HALF.isdisjoint(beside) else ():
        if sorted(claim.parts) == sorted(sides):
            return Derived(f"from {_shown(one)} to {_shown(other)}", (one, other))
    return None


def _between(article: Scene) -> Iterator[tuple[Quantity, Quantity, tuple[int, int]]]:
    """Yield two scores and what each side scored from one to the other, whichever side each tells first."""
    scores = [fact for fact in article.quantities if fact.kind == "score" and len(fact.parts) == _SIDES]
    for one, other in permutations(scores[:_MOST], 2):
        for sides in (one.parts, one.parts[::-1]):
            gained = other.parts[0] - sides[0], other.parts[1] - sides[1]
            if min(gained) >= 0 and max(gained) > 0:
                yield one, other, gained


_SIDES, _MOST = 2, 8


def _shown(score: Quantity) -> str:
    return "-".join(map(str, score.parts))
