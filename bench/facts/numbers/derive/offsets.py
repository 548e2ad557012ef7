"""Figures from which another is told to differ by so much: "83 points, two behind the champions"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.one_unit import fitting_figures
from bench.facts.numbers.derive.record import Case, Sort, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted, units
from bench.facts.stems import stem

_LESS = frozenset(
    "behind short less fewer below under lower adrift younger down shorter lighter smaller cheaper shy "
    "junior slower later inside within".split()
)
"""Words behind a difference that tell the figure before it as the lesser one."""
_MORE = frozenset(
    "ahead more above over clear higher older up beyond longer heavier larger bigger taller dearer senior "
    "further faster quicker earlier sooner".split()
)
_REACH, _NOUN = 12, 3
"""Words between a figure and what it differs by, and between that and the word that tells which way."""


def offsets(case: Case) -> Iterable[Step]:
    """Add to a figure, or take from it, what the text tells behind it as the difference from another."""
    if case.claim.is_date:
        return ()
    article, sort = case.article, case.sort
    told = [*_moved_to(case)] if case.summary.tape.word(case.claim.first - 1) == "from" else []
    in_hand = _in_hand(article) if sort.kind == "count" and not sort.unit else []
    return [*_offsets(article, sort), *_by_one(article, sort), *_again(article, sort), *in_hand, *told]


def _moved_to(case: Case) -> Iterator[Step]:
    """Yield what a claim's "from" may be where "to" tells a figure and the text the change: cut "by 18"."""
    tape, claim = case.summary.tape, case.claim
    end = next((one for one in case.summary.quantities if one.first > claim.first), None)
    if end is None or end.first - claim.last > _NOUN or tape.word(end.first - 1) != "to":
        return
    figures = fitting_figures(case.article, case.sort)
    now = next((fact for fact in figures if fact.value == end.value), None)
    changes = (fact for fact in figures if now and case.article.tape.word(fact.first - 1) in _BY)
    for change in changes:
        if now and change is not now:
            for value, sign in ((now.value + change.value, "+"), (now.value - change.value, "-")):
                yield Step(value, "offset", (now.value, sign, change.value), (now, change))


_BY = frozenset({"by", "another", "extra", "further"})


@once_per_text
def _by_one(article: Scene, sort: Sort) -> list[Step]:
    """Add one to a figure, or take one from it: "31 per cent, a point more"."""
    found, word = list[Step](), article.tape.word
    for at in article.tape.places(_ONE):
        noun, told = article.stems[at + 1 : at + 2], word(at + 2)
        if not noun or (told not in _LESS and told not in _MORE):
            continue
        value = 1 if told in _LESS else -1
        for fact in fitting_figures(article, sort):
            points = noun[0] == _POINT and fact.unit == "%"
            alike = (
                points or noun[0] in article.head(fact)[:1] or units().words.get(word(at + 1)) == fact.unit
            )
            if alike and 0 < at - fact.last <= 2 * _REACH and article.sentence[at] <= _next(article, fact):
                found.append(
                    Step(fact.value + value, "offset", (fact.value, "+" if value > 0 else "-", "1"), (fact,))
                )
    return found


_POINT = stem("point")


@once_per_text
def _again(article: Scene, sort: Sort) -> list[Step]:
    """Yield what a figure was before it grew by a part: "2,700 tonnes, half as much again as last year"."""
    found, word = list[Step](), article.tape.word
    for at in article.tape.places({"again"}):
        if word(at - 2) != "as" or not (part := _AGAIN.get(word(at - 3))):
            continue
        for fact in fitting_figures(article, sort):
            told = article.tape.surface(at - 3, at + 1)
            if 0 < at - fact.last <= _REACH + _NOUN and article.sentence[at] <= _next(article, fact):
                found.append(
                    Step(fact.value / (1 + part), "offset", (fact.value, "less", told), (fact,), True)
                )
            elif fact.first - at == _THAN and word(at + 1) == "as":
                found.append(
                    Step(fact.value * (1 + part), "offset", (fact.value, "and", told), (fact,), True)
                )
    return found


_AGAIN = {"half": Decimal(1) / 2, "third": Decimal(1) / 3, "quarter": Decimal(1) / 4, "fifth": Decimal(1) / 5}
_THAN = 2


_GAMES = frozenset({"game", "games", "match", "matches"})
_ONE = frozenset({"a", "an", "one"})


@once_per_text
def _in_hand(article: Scene) -> list[Step]:
    """Return how many games those have played who have one in hand, or have played one more."""
    word, found = article.tape.word, list[Step]()
    for at in article.tape.places(_GAMES):
        told = word(at + 1) if word(at + 1) in ("more", "fewer", "less") else f"{word(at + 1)} {word(at + 2)}"
        signs = {"more": "+", "fewer": "-", "less": "-", "in hand": "-"}.get(told, "")
        number = next((fact for fact in article.quantities if fact.last == at and fact.kind == "count"), None)
        many = Decimal(1) if word(at - 1) in _ONE else number.value if number else Decimal(0)
        played = (
            fact for fact in article.quantities if word(fact.last) in _GAMES and fact.last < at and many
        )
        for fact in list(played)[-1:] if signs else ():
            if fact is not number and article.sentence[at] <= _next(article, fact):
                value = fact.value + many if signs == "+" else fact.value - many
                found.append(Step(value, "offset", (fact.value, signs, many), (fact,)))
    return found


def apart_by(article: Scene, base: Quantity, gap: Quantity) -> str:
    """Return whether what differs by `gap` from what is of `base` is "+" more or "-" less, "" if neither."""
    far = _BESIDE if article.tape.word(gap.first - 1) != "," else _BEHIND_COMMA
    near = 0 <= gap.first - base.last <= far and article.sentence[gap.first] == article.sentence[base.first]
    if not near or any(map(article.inside, range(base.last, gap.first))):
        return ""
    # "46 seconds behind the winners" adds to a time, "two less than hers" takes from whatever it is.
    told = "than" in article.tape.words[gap.last : gap.last + _NOUN + 1]
    return _sign(article, gap) if told else ""


_BESIDE, _BEHIND_COMMA = 4, 8
"""Words between a figure and what it differs by from another where the two are surely compared."""


@once_per_text
def _offsets(article: Scene, sort: Sort) -> list[Step]:
    fitting = {fact.first: fact for fact in fitting_figures(article, sort)}
    return [
        step
        for index, gap in enumerate(article.quantities)
        if gap.high is None and gap.kind in _GAPS and gap.value > 0 and (sign := _sign(article, gap))
        for step in _from(article, sort, fitting, index, sign)
    ]


_GAPS = frozenset({"fraction", "count", "money", "measure", "percent", "duration", "age"})
_BEFORE = 3
"""Figures before a difference that it may be told of."""


def _sign(article: Scene, gap: Quantity) -> str:
    """Return whether the figure compared with is "+" more or "-" less by `gap`, "" where none is compared."""
    tape = article.tape
    for at in range(gap.last, min(gap.last + _NOUN, len(tape))):
        word = tape.words[at]
        if word in _LESS or word in _MORE:
            return "+" if word in _LESS else "-"
        if not word.isalpha() or article.inside(at):
            break
    return ""


def _from(
    article: Scene,
    sort: Sort,
    fitting: dict[int, Quantity],
    index: int,
    sign: str,
) -> Iterator[Step]:
    """Yield what the figures before a difference, that at `index`, are compared with."""
    gap = article.quantities[index]
    for fact in article.quantities[max(0, index - _BEFORE) : index]:
        base = fitting.get(fact.first)
        if (
            base is None
            or gap.first - fact.last > _REACH
            or article.sentence[gap.first] > _next(article, fact)
        ):
            continue
        apart = gap.value
        if (part := _share(gap)) and base.kind not in ("percent", "fraction"):
            value = base.value / (1 - part if sign == "+" else 1 + part)
            told = "with what was cut by" if sign == "+" else "less what was added by"
            share = article.tape.surface(gap.first, gap.last)
            yield Step(value, "offset", (base.value, told, share), (base, gap), rounded=True)
            continue
        if gap.unit and gap.unit != base.unit:
            other = converted(gap.value, gap.unit, base.unit)
            if other is None and gap.unit not in ("pp", "%"):
                continue
            apart = other if other is not None else gap.value
        if 0 < apart < base.value and (gap.kind == base.kind or not gap.unit or gap.unit != "%"):
            value = base.value + apart if sign == "+" else base.value - apart
            yield Step(
                value, "offset", (base.value, sign, apart), (base, msgspec.structs.replace(gap, value=apart))
            )


def _share(gap: Quantity) -> Decimal | None:
    """Return the part of one that a difference told as a share is: "a third more than the old school"."""
    if gap.kind == "fraction" and not gap.weak:
        return Decimal(gap.parts[0]) / gap.parts[1]
    return gap.value / 100 if gap.unit == "%" and gap.value < 100 else None


def _next(article: Scene, fact: Quantity) -> int:
    return article.sentence[fact.first] + 1
