"""The figures of an article that an amount of one sort can be made of: those of its unit, told or not."""

from decimal import Decimal

import msgspec

from bench.facts.numbers.assess import SURELY_MONEY
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Sort, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import DATES, Quantity
from bench.facts.quantities.units import TEMPERATURES, converted, same_unit, units


def unit_unsaid(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a bare figure has the unit of one before it: "1.9 million tonnes, down from 2.4 million"."""
    bare = other.is_plain_count and not other.weak
    # "53.84 seconds" may be set against "54.20" and "55.02" a sentence or two on.
    alike = bool(other.value % 1 and one.value % 1)
    far = _UNSAID_DECIMAL if alike else _UNSAID if article.head(other) else _UNSAID_BARE
    return bare and 0 < abs(other.first - one.first) <= far and near(article, one, other, 1 + alike)


_UNSAID, _UNSAID_BARE, _UNSAID_DECIMAL = 14, 18, 40


@once_per_text
def figures_alike(article: Scene) -> list[tuple[Quantity, Quantity]]:
    """Return pairs of amounts of one unit that stand near each other."""
    kinds = ("count", "money", "measure", "duration")
    told = (f for f in article.quantities if f.kind in kinds or (f.kind == "name" and f.loose))
    figures = [f for f in told if f.high is None and _parted(f)]
    found: list[tuple[Quantity, Quantity]] = []
    for index, one in enumerate(figures):
        for other in figures[index + 1 : index + 12]:
            alike = one.unit == other.unit or _money_unsaid(article, one, other)
            alike = alike and near(article, one, other) and not _measured(article, one, other)
            if one.value != other.value and (alike or (one.unit and unit_unsaid(article, one, other))):
                found.append((one, other))
    return found


def _measured(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether one bare figure is a measure of no unit and the other counts something: 4.3 of 48 patients."""
    if one.unit or other.unit or bool(one.value % 1) == bool(other.value % 1):
        return False
    return bool(article.head(other if one.value % 1 else one)) and max(one.value, other.value) < SURELY_MONEY


def _money_unsaid(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a large figure without a noun may be of the money before: "he had asked for 4 million"."""
    bare = other.kind == "count" and not other.unit and other.value >= SURELY_MONEY
    return one.kind == "money" and bare and not article.head(other)


def _parted(fact: Quantity) -> bool:
    """Whether a figure is large enough, or told finely enough, for a share of it to tell something."""
    return not fact.weak and (fact.value > _COUNTED_OUT or (fact.value > 0 and bool(fact.value % 1)))


_COUNTED_OUT = 2


def of_kind(fact: Quantity) -> str:
    """Return the kind of a figure, a count for one behind a name and for a rank."""
    return "count" if fact.kind in ("name", "ordinal") else fact.kind


@once_per_text
def fitting_figures(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the plain figures that an amount of one sort can be made of."""
    if sort.kind in DATES:
        return []
    told = (_with_lent_unit(fact, sort) for fact in _single(article))
    return [fact for fact in told if _one_unit(article, sort, fact)]


@once_per_text
def _single(article: Scene) -> list[Quantity]:
    """Return the figures of an article, the two ends of a range each by itself."""
    found: list[Quantity] = []
    for fact in article.quantities:
        if fact.high is None or fact.vague or fact.kind not in _RANGED:
            found.append(fact)
        else:
            found += [
                msgspec.structs.replace(fact, high=None),
                msgspec.structs.replace(fact, value=fact.high, high=None),
            ]
    return found


_RANGED = frozenset({"money", "percent", "measure"})


def _with_lent_unit(fact: Quantity, sort: Sort) -> Quantity:
    """Return a bare figure with the unit of the one before: "3.1 km from the north, 2.7 from the south"."""
    if sort.kind not in ("measure", "duration", "money", "percent") or fact.lent[0] != sort.kind:
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
    told = (_in_unit(_with_lent_unit(fact, sort), sort) for fact in _single(article))
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
    if not many or fact.unit in TEMPERATURES or (many % 1 and round(1 / many, 6) % 1):
        return fact
    return msgspec.structs.replace(fact, value=fact.value * many, unit=sort.unit)


def told_coarser(article: Scene, step: Step, unit: str) -> bool:
    """Whether a step is one of whole years alone where a claim tells months: whole years come of it."""
    if step.way == "rate":
        return False
    figures = by_place(article)
    told = [figures.get(fact.first, fact) for fact in step.facts if fact.unit == unit]
    others = {one.unit for one in told}
    return len(others) == 1 and not same_unit(unit, *others) and all(not one.value % 1 for one in told)


@once_per_text
def by_place(article: Scene) -> dict[int, Quantity]:
    """Return the figures of an article as it tells them, by their first word."""
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


@once_per_text
def wholes(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the plain figures that an amount of one sort can be made of, ages left out."""
    return [fact for fact in fitting_figures(article, sort) if fact.kind != "age"]
