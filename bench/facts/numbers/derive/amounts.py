"""Sums, differences, parts and multiples of figures that an article states near each other.

What an article offers to a claim of one sort is put together once and kept with it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from bench.facts.numbers.assess import SURELY_MONEY
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING
from bench.facts.numbers.derive.record import Case, Sort, Step, Way, near, width
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import DATES, Quantity
from bench.facts.quantities.units import TEMPERATURES, converted, same_unit, units


def two_figures(case: Case) -> Iterable[Step]:
    """Add or subtract two figures of one unit; nobody's age is the sum or difference of others'."""
    if case.claim.kind == "age":
        return ()
    # What rounding hides is no derivation: 640 + 2 is not "640".
    least = width(case.claim, rounded=False)
    return [step for low, step in _joined(case.article, case.sort) if low >= least]


@once_per_text
def _joined(article: Scene, sort: Sort) -> list[tuple[Decimal, Step]]:
    """Return the sums and differences of pairs of figures, each with how far the lower is from nothing."""
    found: list[tuple[Decimal, Step]] = []
    for one, other in _pairs(article, sort):
        high, low = max(one.value, other.value), min(one.value, other.value)
        # Two percentages differ by points; "61 per cent, four points more" are 57 per cent before.
        percent = sort.unit == "%" and one.unit == other.unit
        apart = (
            sort.unit == "pp"
            or sort.points
            or "age" in (sort.kind, one.kind)
            or (_of_kind(one) != _of_kind(other) and bool(article.head(other)))
        )
        if not apart and not _part(article, *((one, other) if one.first < other.first else (other, one))):
            found.append((abs(low), Step(high + low, "sum", (high, "+", low), (one, other))))
        if not percent:
            found.append((abs(low), Step(high - low, "difference", (high, "-", low), (one, other))))
    found += [(abs(step.value), step) for step in _before_change(article, sort)]
    return found


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


def _part(article: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether one of two figures is counted in the other: "1,200 homes, 300 of them", "five of the six"."""
    tape = article.tape
    if tape.word(second.first - 1) in _COUNTED_IN:
        return True
    if out_of(article, first, second):
        return True
    return tape.word(second.last) == "of" and tape.word(second.last + 1) in _THOSE_BEFORE


def out_of(article: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether a figure is told as a part of the one behind it: "five of the six"."""
    apart = second.first - first.last
    return apart <= _LONGEST_OUT_OF and tuple(article.tape.words[first.last : second.first]) in _OUT_OF


_OUT_OF = frozenset(
    {
        ("of",),
        ("of", "the"),
        ("of", "its"),
        ("of", "their"),
        ("of", "his"),
        ("of", "her"),
        ("of", "all"),
        ("out", "of"),
        ("out", "of", "the"),
    }
)
_LONGEST_OUT_OF = max(map(len, _OUT_OF))
_COUNTED_IN = frozenset({"including", "included", "among"})
_THOSE_BEFORE = frozenset({"them", "these", "those", "whom", "which", "whose"})


def _pairs(article: Scene, sort: Sort) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of plain figures of the claim's unit that stand near each other."""
    fitting = converted_figures(article, sort)
    for index, one in enumerate(fitting):
        for other in fitting[index + 1 : index + 16]:
            # A figure said twice is one figure.
            ages = one.kind == other.kind == "age"
            alike = one.value != other.value and _of_kind(one) == _of_kind(other)
            if alike and (ages or near(article, one, other)):
                yield one, other
    if not sort.unit and not sort.points:
        return
    for one in fitting:
        for other in article.quantities:
            if unit_unsaid(article, one, other):
                yield one, other


def unit_unsaid(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a bare figure has the unit of one before it: "1.9 million tonnes, down from 2.4 million"."""
    bare = other.kind == "count" and not other.unit and other.high is None and not other.weak
    # "53.84 seconds" may be set against "54.20" and "55.02" a sentence or two on.
    alike = bool(other.value % 1 and one.value % 1)
    far = _UNSAID_DECIMAL if alike else _UNSAID
    return bare and 0 < abs(other.first - one.first) <= far and near(article, one, other, 1 + alike)


_UNSAID, _UNSAID_DECIMAL = 14, 40


@once_per_text
def figures_alike(article: Scene) -> list[tuple[Quantity, Quantity]]:
    """Return pairs of amounts of one unit that stand near each other."""
    kinds = ("count", "money", "measure", "duration")
    figures = [f for f in article.quantities if f.kind in kinds and f.high is None and _parted(f)]
    found: list[tuple[Quantity, Quantity]] = []
    for index, one in enumerate(figures):
        for other in figures[index + 1 : index + 12]:
            alike = one.unit == other.unit or _money_unsaid(article, one, other)
            alike = alike and near(article, one, other)
            if one.value != other.value and (alike or (one.unit and unit_unsaid(article, one, other))):
                found.append((one, other))
    return found


def _money_unsaid(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a large figure without a noun may be of the money before: "he had asked for 4 million"."""
    bare = other.kind == "count" and not other.unit and other.value >= SURELY_MONEY
    return one.kind == "money" and bare and not article.head(other)


def _parted(fact: Quantity) -> bool:
    """Whether a figure is large enough, or told finely enough, for a share of it to tell something."""
    return not fact.weak and (fact.value > _COUNTED_OUT or (fact.value > 0 and bool(fact.value % 1)))


_COUNTED_OUT = 2


def _of_kind(fact: Quantity) -> str:
    return "count" if fact.kind in ("name", "ordinal") else fact.kind


@once_per_text
def fitting_figures(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the plain figures that an amount of one sort can be made of."""
    if sort.kind in DATES:
        return []
    told = (_with_lent_unit(fact, sort) for fact in article.quantities)
    return [fact for fact in told if _one_unit(article, sort, fact)]


def _with_lent_unit(fact: Quantity, sort: Sort) -> Quantity:
    """Return a bare figure with the unit of the one before: "3.1 km from the north, 2.7 from the south"."""
    if sort.kind not in ("measure", "duration", "money") or fact.lent[0] != sort.kind:
        return fact
    if sort.kind == "money" and fact.value < _SURELY_TOLD:
        # "From 84 million to 91.5": its scale is left out as well.
        return fact
    return msgspec.structs.replace(fact, kind=sort.kind, unit=fact.lent[1])


_SURELY_TOLD = 100


@once_per_text
def converted_figures(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the plain figures that an amount of one sort can be made of, all of them in its unit."""
    if sort.kind not in ("measure", "duration"):
        return fitting_figures(article, sort)
    told = (_in_unit(_with_lent_unit(fact, sort), sort) for fact in article.quantities)
    return [fact for fact in told if _one_unit(article, sort, fact)]


def _in_unit(fact: Quantity, sort: Sort) -> Quantity:
    """Return a figure in the unit of a sort where it is so many of it, else itself.

    "Two years" are 24 months, "20 cm" 0.2 metres; a mile is no number of kilometres.
    """
    if same_unit(fact.unit, sort.unit) or fact.high is not None or fact.weak:
        return fact
    if sort.kind == "duration" and fact.kind == "score" and fact.unit == ":":
        # "Second was Roth in 32:05."
        told = fact.parts[0] * 60 + fact.parts[1]
        fact = msgspec.structs.replace(fact, kind="duration", unit="second", value=Decimal(told))
    dimension = units().dimension
    if fact.kind != sort.kind or dimension.get(fact.unit) != dimension.get(sort.unit):
        return fact
    many = converted(Decimal(1), fact.unit, sort.unit)
    if not many or fact.unit in TEMPERATURES or (many % 1 and (1 / many) % 1):
        return fact
    return msgspec.structs.replace(fact, value=fact.value * many, unit=sort.unit)


def told_coarser(article: Scene, step: Step, unit: str) -> bool:
    """Whether a step is one of whole years alone where a claim tells months: whole years come of it."""
    if step.way == "rate":
        return False
    figures = _figures(article)
    told = [figures.get(fact.first, fact) for fact in step.facts if fact.unit == unit]
    others = {one.unit for one in told}
    return len(others) == 1 and not same_unit(unit, *others) and all(not one.value % 1 for one in told)


@once_per_text
def _figures(article: Scene) -> dict[int, Quantity]:
    return {fact.first: fact for fact in article.quantities}


def _one_unit(article: Scene, sort: Sort, fact: Quantity) -> bool:
    if fact.high is not None or fact.weak or (fact.value <= 0 and fact.kind != "measure"):
        return False
    if fact.kind == "name" and fact.loose and sort.kind == "count":
        # "Saltmere 412" is a count behind a name.
        return not sort.unit and fact.value >= 10
    if fact.unit == "%" and (sort.unit == "pp" or sort.points):
        return True
    if fact.unit == "pp" and sort.unit == "%":
        return True
    if sort.kind == "age":
        return fact.kind == "age" and fact.unit == sort.unit
    if fact.kind == "ordinal" and sort.kind == "count" and not sort.unit:
        # "The sixth fire this year; there were four last year": six.
        moved = article.tape.word(fact.first - 1) in ("from", "to")
        return fact.value > 2 and (moved or bool(article.head(fact)))
    if sort.kind == "money" and fact.kind == "count" and not fact.unit:
        # "Wages rose from 1.12 to 1.26 million": large figures without a noun may be of the text's money.
        return fact.value >= SURELY_MONEY and not article.head(fact)
    if fact.kind != sort.kind and not (fact.kind == "age" and sort.kind == "duration"):
        return False
    return same_unit(sort.unit, fact.unit)


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
                for factor, sign in _factors(part, _changes(article, share)):
                    if share.weak and sign != "x":
                        continue
                    way: Way = "part" if sign in ("x", "-") else "changed"
                    value = whole.value * factor
                    found.append(Step(value, way, (whole.value, sign, told), (whole, share), rounded=True))
    return found


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


@once_per_text
def wholes(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the plain figures that an amount of one sort can be made of, ages left out."""
    return [fact for fact in fitting_figures(article, sort) if fact.kind != "age"]
