"""Sums, differences, parts and multiples of figures that an article states near each other.

What an article offers to a claim of one sort is put together once and kept with it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING
from bench.facts.numbers.derive.offsets import apart_by
from bench.facts.numbers.derive.one_unit import (
    converted_figures,
    fitting_figures,
    of_kind,
    unit_unsaid,
    wholes,
)
from bench.facts.numbers.derive.record import Case, Sort, Step, Way, near, width
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.partitive import wholes_of
from bench.facts.quantities.quantity import Quantity


def two_figures(case: Case) -> Iterable[Step]:
    """Add or subtract two figures of one unit; nobody's age is the sum or difference of others'."""
    if case.claim.kind == "age":
        return ()
    # What rounding hides is no derivation: 640 + 2 is not "640".
    least = width(case.claim, rounded=False)
    joined = _joined(case.article, case.sort)
    return [step for low, step in joined if low >= least or low * _TELLING >= abs(step.value)]


_TELLING = 5
"""Share of a step's result from which its lower figure tells in it, however coarse the claim."""


@once_per_text
def _joined(article: Scene, sort: Sort) -> list[tuple[Decimal, Step]]:
    """Return the sums and differences of pairs of figures, each with how far the lower is from nothing."""
    found: list[tuple[Decimal, Step]] = []
    for one, other in _pairs(article, sort):
        high, low = max(one.value, other.value), min(one.value, other.value)
        # Two percentages differ by points; "61 per cent, four points more" are 57 per cent before.
        percent = sort.unit == "%" and (one.unit == other.unit or {one.unit, other.unit} <= _POINTS)
        apart = (
            sort.unit == "pp"
            or sort.points
            or "age" in (sort.kind, one.kind)
            or (of_kind(one) != of_kind(other) and bool(article.head(other)))
        )
        in_order = (one, other) if one.first < other.first else (other, one)
        sign = apart_by(article, *in_order)
        if sign != "-" and not apart and not _part(article, *in_order):
            found.append((abs(low), Step(high + low, "sum", (high, "+", low), (one, other))))
        if not percent and sign != "+":
            found.append((abs(low), Step(high - low, "difference", (high, "-", low), (one, other))))
    found += [(abs(step.value), step) for step in _before_change(article, sort)]
    return found


_POINTS = frozenset({"pp", ""})


def _before_change(article: Scene, sort: Sort) -> Iterator[Step]:
    """Yield what a figure was before the change told behind it: "29 seats (down 8)", "6.4 tonnes, up 0.3"."""
    tape = article.tape
    for fact in fitting_figures(article, sort):
        opening = _opening(article, fact)
        sign = _SIGNS.get(tape.word(opening + 1)) if opening else None
        if sign is None:
            continue
        change = next((other for other in article.quantities if other.first == opening + 2), None)
        if change and change.high is None and change.kind in ("count", fact.kind):
            was = (fact.value, sign, change.value)
            value = fact.value - change.value if sign == "-" else fact.value + change.value
            yield Step(value, "changed", was, (fact, change))


def _opening(article: Scene, fact: Quantity) -> int:
    """Return where a comma follows a figure and its noun, or a bracket it and what is told of it, else 0."""
    tape = article.tape
    for at in range(fact.last, min(fact.last + _BRACKET, len(tape))):
        if tape.words[at] == "(" or (tape.words[at] == "," and at < fact.last + _COMMA):
            return at
        if article.inside(at):
            break
    return 0


_BRACKET, _COMMA = 8, 3
"""Words behind a figure within which a bracket or a comma tells its change."""
_SIGNS = {"up": "-", "+": "-", "down": "+", "-": "+", "\u2212": "+", "\u2013": "+"}
"""What undoes a change."""


def _part(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is counted in the other: "1,200 homes, 300 of them", "five of the six"."""
    return other in wholes_of(article, one) or one in wholes_of(article, other)


def _pairs(article: Scene, sort: Sort) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of plain figures of the claim's unit that stand near each other."""
    fitting = converted_figures(article, sort)
    for index, one in enumerate(fitting):
        for other in fitting[index + 1 : index + 16]:
            # A figure said twice is one figure.
            ages = one.kind == other.kind == "age"
            if one.first == other.first:
                continue
            alike = one.value != other.value and (of_kind(one) == of_kind(other) or _of_things(one, other))
            if alike and (ages or near(article, one, other)):
                yield one, other
    if not sort.unit and not sort.points:
        return
    for one in fitting:
        for other in article.quantities:
            if unit_unsaid(article, one, other):
                yield one, other


def _of_things(one: Quantity, other: Quantity) -> bool:
    """Whether an age beside a length of time is no man's: "the ice is 12,400 years old"."""
    return {one.kind, other.kind} == {"age", "duration"} and max(one.value, other.value) > _OLDEST


_OLDEST = 110


def sum_of_three(case: Case) -> Iterable[Step]:
    """Add three or more figures of one sentence, semicolons included."""
    return _runs(case.article, case.sort)


@once_per_text
def _runs(article: Scene, sort: Sort) -> list[Step]:
    by_sentence: dict[int, list[Quantity]] = {}
    for fact in wholes(article, sort):
        by_sentence.setdefault(sentence_joined(article, fact), []).append(fact)
    return [
        _total(tuple(facts[start:end]))
        for facts in by_sentence.values()
        for start in range(len(facts) - 2)
        for end in range(start + 3, min(len(facts), start + 6) + 1)
        if _matter(facts[start:end])
    ]


_LEAST_PART = 200


def _matter(run: Sequence[Quantity]) -> bool:
    """Whether each of some figures tells in their sum: two ships do not in half a million passengers."""
    return min(fact.value for fact in run) * _LEAST_PART >= sum(fact.value for fact in run)


def sentence_joined(article: Scene, fact: Quantity) -> int:
    """Return the first sentence of those that semicolons join to a figure's own."""
    number = article.sentence[fact.first]
    while number:
        begins = bisect_left(article.sentence, number)
        if article.tape.word(begins - 1) != ";":
            break
        number -= 1
    return number


def _total(run: tuple[Quantity, ...]) -> Step:
    told = [part for fact in run for part in ("+", fact.value)]
    return Step(sum((fact.value for fact in run), Decimal(0)), "sum", tuple(told[1:]), run)


def parts(case: Case) -> Iterable[Step]:
    """Take a stated share of a stated amount, what is left of it, or the amount that it is a share of."""
    claim = case.claim
    if claim.kind in ("percent", "ordinal", "age", "fraction") or (claim.value < 10 and not claim.unit):
        return ()
    return _shared(case.article, case.sort)


@once_per_text
def _shared(article: Scene, sort: Sort) -> list[Step]:
    found: list[Step] = []
    amounts = wholes(article, sort)
    for share in article.quantities:
        if share.high is not None or not (share.kind == "fraction" or share.unit == "%"):
            continue
        part = share.value / 100 if share.unit == "%" else Decimal(share.parts[0]) / share.parts[1]
        if not 0 < part < 1:
            continue
        told = article.tape.surface(share.first, share.last)
        for whole in amounts:
            if near(article, share, whole):
                beside = near(article, share, whole, _BESIDE)
                for factor, sign in _factors(part, _changes(article, share)):
                    if sign != "x" and (share.weak or not beside):
                        continue
                    way: Way = "part" if sign in ("x", "-") else "changed"
                    value = whole.value * factor
                    found.append(Step(value, way, (whole.value, sign, told), (whole, share), rounded=True))
    return found


_BESIDE = 3
"""Sentences within which a share may change an amount, or leave the rest of it."""


def _factors(part: Decimal, change: bool) -> Iterator[tuple[Decimal, str]]:
    """Yield what a share makes of an amount: the part, the rest, more by it, and what either is a part of."""
    yield part, "x"
    yield 1 - part, "-"
    yield 1 + part, "+"
    yield 1 / part, "/"
    if change:
        # "480 places, a third more than the old school": 360 there.
        yield 1 / (1 + part), "less what was added by"
        yield 1 / (1 - part), "with what was cut by"


def _changes(article: Scene, share: Quantity) -> bool:
    """Whether the article tells a share as a change: "rose by a fifth", "a third more than"."""
    words = article.tape.words
    beside = (*words[max(0, share.first - 3) : share.first], *words[share.last : share.last + 2])
    return not CHANGING.isdisjoint(beside)
