"""Figures held against others in words: "17 goals, three fewer than his best", "the sixth to do so"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive_amounts import figures_alike
from bench.facts.numbers.derived import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import same_unit

_MORE = frozenset(
    "more longer older higher taller faster dearer heavier larger bigger wider deeper farther further "
    "above ahead".split()
)
_LESS = frozenset(
    "fewer less shorter younger lower slower cheaper lighter smaller narrower nearer below behind".split()
)
_REACH = 25
"""Words within which the figure stands that another is held against."""


def compared(case: Case) -> Iterator[Step]:
    """Yield what a figure is held against by a stated difference, with the sign that the words give it."""
    claim = case.claim
    if claim.kind == "percent" and claim.unit == "%":
        for base, gap, sign in _comparisons(case.article):
            before = base.value + sign * gap.value
            if base.kind != "percent" and before > 0:
                yield Step(
                    gap.value * 100 / before, "share", (gap.value, "of", before), (base, gap), rounded=True
                )
    if claim.kind not in ("count", "money", "percent", "measure", "duration", "age"):
        return
    for base, gap, sign in _comparisons(case.article):
        if base.kind == claim.kind and same_unit(base.unit, claim.unit):
            value = base.value + sign * gap.value
            if value > 0:
                told = (base.value, "+" if sign > 0 else "-", gap.value)
                yield Step(value, "compared", told, (base, gap))


@once_per_text
def _comparisons(article: Scene) -> list[tuple[Quantity, Quantity, int]]:
    """Return the figures that others are held against, with the difference and its sign.

    "17 goals, three fewer than his best" makes the best 20; "she is 31, her rival nine years younger" makes
    the rival 22.
    """
    tape, found = article.tape, list[tuple[Quantity, Quantity, int]]()
    for index, gap in enumerate(article.quantities):
        word = tape.word(gap.last)
        if gap.high is not None or gap.is_date or not (word in _MORE or word in _LESS):
            continue
        than = "than" in tape.words[gap.last + 1 : gap.last + 4]
        sign = (1 if word in _MORE else -1) * (-1 if than else 1)
        for base in reversed(article.quantities[max(0, index - 4) : index]):
            # "61 of the 150 seats, nine fewer than before": the 61 are.
            whole = "of" in tape.words[base.first - 2 : base.first]
            within = not whole and gap.first - base.last <= _REACH and near(article, base, gap, 0)
            if within and base.high is None and _measures(base, gap):
                found.append((base, gap, sign))
                break
    return found


def _measures(base: Quantity, gap: Quantity) -> bool:
    """Whether a difference can be one of such figures: points of a percentage, years of an age."""
    if base.kind == gap.kind and same_unit(base.unit, gap.unit):
        return True
    if gap.kind == "duration":
        return base.kind == "age" and base.unit == gap.unit
    if gap.unit == "pp":
        return base.unit == "%"
    return gap.kind == "count" and not gap.unit and base.kind == "money" and gap.value >= 1000


RANKED = frozenset("before already other others previous previously earlier prior".split())
"""Words beside a count that tell it to be of those before a rank."""


def ranked(case: Case) -> Iterable[Step]:
    """Take one from a rank: of "the sixth to do so", five did before; "a seventh" makes seven of six."""
    claim = case.claim
    if claim.kind != "count" or claim.unit or claim.value < 2:
        return ()
    return _ranks(case.article, not RANKED.isdisjoint(case.beside))


@once_per_text
def _ranks(article: Scene, before: bool) -> list[Step]:
    tape, found = article.tape, list[Step]()
    ranks = [f for f in article.quantities if f.kind == "ordinal" and f.value > 2 and not f.value % 1]
    for fact in ranks:
        if before:
            told = (tape.surface(fact.first, fact.last), "- 1")
            found.append(Step(fact.value - 1, "rank", told, (fact,)))
        if tape.word(fact.first - 1) != "a":
            continue
        for other in article.quantities:
            if other.kind == "count" and other.value == fact.value - 1 and near(article, other, fact):
                found.append(Step(fact.value, "rank", (other.value, "+ 1"), (other, fact)))
    return found


def majority(case: Case) -> Iterable[Step]:
    """Yield the least that is more than half of a stated whole, where a summary speaks of a majority."""
    if case.claim.kind != "count" or case.claim.unit or "majority" not in case.beside:
        return ()
    return _majorities(case.article)


@once_per_text
def _majorities(article: Scene) -> list[Step]:
    return [
        Step(Decimal(int(fact.value) // 2 + 1), "share", ("half of", fact.value, "+ 1"), (fact,))
        for fact in article.quantities
        if fact.kind == "count" and not fact.unit and fact.high is None and fact.value >= _SEATS
    ]


_SEATS = 5
"""Least that a majority is counted in."""


_AS_MANY = frozenset("as more higher the what larger bigger its".split())
_LEAST = Decimal("1.5")


def as_many(case: Case) -> Iterable[Step]:
    """Divide two figures where a claim says how many times one is the other: "three times as many"."""
    if case.claim.kind != "count" or case.behind[:1] != ("times",) or case.behind[1:2] == ():
        return ()
    return _ratios(case.article) if case.behind[1] in _AS_MANY else ()


@once_per_text
def _ratios(article: Scene) -> list[Step]:
    found: list[Step] = []
    for one, other in figures_alike(article):
        high, low = max(one.value, other.value), min(one.value, other.value)
        if high >= low * _LEAST:
            found.append(Step(high / low, "times", (high, "/", low), (one, other), rounded=True))
    return found
