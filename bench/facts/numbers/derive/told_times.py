"""Lengths of time that words tell: "the first half of the year" for six months, "by week 8" for two."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted
from bench.facts.stems import stem

_RANKED = {stem(unit): unit for unit in ("day", "week", "month", "year", "hour", "minute")}
_QUARTERS = frozenset(
    {"first", "second", "third", "fourth", "final", "last", "this", "the", "previous", "each"}
)
_HALVES = frozenset({"first", "second", "latter", "last"})


def told_lengths(case: Case) -> Iterable[Step]:
    """Yield the lengths of time that words of the article tell, in the claim's unit."""
    return _told(case.article, case.claim.unit) if case.claim.kind == "duration" else ()


@once_per_text
def _told(article: Scene, unit: str) -> list[Step]:
    found: list[Step] = []
    for value, told_in, place in (*_halves(article), *_ranks(article)):
        length = converted(value, told_in, unit)
        if length:
            told = (f'"{article.tape.surface(place.first, place.last)}"',)
            found.append(Step(length, "word", told, (place,), rounded=told_in != unit))
    return found


def _halves(article: Scene) -> Iterator[tuple[Decimal, str, Quantity]]:
    """Yield half-years and quarters: "in the first half of 2024", "half-year results", "third-quarter"."""
    tape = article.tape
    for at in tape.places({"half", "quarter"}):
        before, behind = tape.word(at - 1), tape.word(at + 1)
        if before == "-":
            before = tape.word(at - 2)
        half = tape.words[at] == "half"
        ended = behind in ("-", "year") or (behind == "of" and _is_year(article, at + 2))
        # A half alone may be one of a match.
        if before in _HALVES if half else before in _QUARTERS and behind not in ("of", "final", "finals"):
            ended = ended or not half or _is_year(article, at + 1)
        elif not (half and (behind == "year" or (behind == "-" and tape.word(at + 2) == "year"))):
            continue
        if ended:
            yield (
                Decimal(6 if half else 3),
                "month",
                Quantity("count", Decimal(1), tape.starts[at], tape.ends[at], at, at + 1),
            )


def _is_year(article: Scene, at: int) -> bool:
    word = article.tape.word(at)
    if word in ("the", "this", "last"):
        return article.tape.word(at + 1) in ("year", "season", "financial")
    return word in ("last", "this") or (word.isdecimal() and len(word) == _YEAR)


_YEAR = 4


def _ranks(article: Scene) -> Iterator[tuple[Decimal, str, Quantity]]:
    """Yield what has passed by "week 8" or "on day 30", and in "the 31st year", whole or all but the last."""
    tape = article.tape
    for fact in article.quantities:
        if fact.kind != "ordinal" or fact.value < _FEWEST:
            continue
        before, head = stem(tape.word(fact.first - 1)), article.head(fact)
        if before in _RANKED:
            yield fact.value, _RANKED[before], fact
        elif head and head[0] in _RANKED:
            yield fact.value, _RANKED[head[0]], fact
            yield fact.value - 1, _RANKED[head[0]], fact


_FEWEST = 3
