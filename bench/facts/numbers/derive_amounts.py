"""Sums, differences, shares, multiples and equal parts of figures that an article states near each other.

What an article offers to a claim of one sort is put together once and kept with it.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derived import Case, Sort, Step, Way, near, width
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import DATES, Quantity
from bench.facts.quantities.units import same_unit

EACH = frozenset("each every per apiece equal equally split shared annually yearly daily weekly".split())
MULTIPLES = {
    "twice": 2, "doubled": 2, "doubling": 2, "doubles": 2, "halved": 2, "halve": 2, "halving": 2,
    "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4,
    "fivefold": 5, "tenfold": 10,
}  # fmt: skip
"""Words of an article or a summary that multiply a figure or divide it."""


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
            or _of_kind(one) != _of_kind(other)
        )
        if not apart:
            found.append((abs(low), Step(high + low, "sum", (high, "+", low), (one, other))))
        if not percent:
            found.append((abs(low), Step(high - low, "difference", (high, "-", low), (one, other))))
    return found


def _pairs(article: Scene, sort: Sort) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of plain figures of the claim's unit that stand near each other."""
    fitting = _fitting(article, sort)
    for index, one in enumerate(fitting):
        for other in fitting[index + 1 : index + 7]:
            # A figure said twice is one figure.
            ages = one.kind == other.kind == "age"
            alike = one.value != other.value and _of_kind(one) == _of_kind(other)
            if alike and (ages or near(article, one, other)):
                yield one, other
    if not sort.unit:
        return
    for one in fitting:
        for other in article.quantities:
            if _unit_unsaid(article, one, other):
                yield one, other


def _unit_unsaid(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a bare figure has the unit of one before it: "1.9 million tonnes, down from 2.4 million"."""
    bare = other.kind == "count" and not other.unit and other.high is None and not other.weak
    return bare and 0 < abs(other.first - one.first) <= _UNSAID and near(article, one, other, 0)


_UNSAID = 14


def _of_kind(fact: Quantity) -> str:
    return "count" if fact.kind == "name" else fact.kind


@once_per_text
def _fitting(article: Scene, sort: Sort) -> list[Quantity]:
    """Return the plain figures that an amount of one sort can be made of."""
    return [] if sort.kind in DATES else [fact for fact in article.quantities if _one_unit(sort, fact)]


def _one_unit(sort: Sort, fact: Quantity) -> bool:
    if fact.high is not None or fact.weak or (fact.value <= 0 and fact.kind != "measure"):
        return False
    if fact.kind == "name" and fact.loose and sort.kind == "count":
        # "Saltmere 412" is a count behind a name.
        return not sort.unit and fact.value >= 10
    if fact.unit == "%" and (sort.unit == "pp" or sort.points):
        return True
    if sort.kind == "age":
        return fact.kind == "age" and fact.unit == sort.unit
    if fact.kind != sort.kind and not (fact.kind == "age" and sort.kind == "duration"):
        return False
    return same_unit(sort.unit, fact.unit)


_VOTING = frozenset("vote votes voted voting ballot majority favour favor against abstained".split())


def sides(case: Case) -> Iterable[Step]:
    """Add or subtract the two sides of a vote: "six votes to three" are nine voters, a majority of three."""
    return () if case.claim.kind != "count" or case.claim.unit else _votes(case.article)


@once_per_text
def _votes(article: Scene) -> list[Step]:
    found: list[Step] = []
    for fact in article.quantities:
        if fact.kind != "score" or len(fact.parts) != 2:
            continue
        words = article.tape.words[max(0, fact.first - 6) : fact.last + 6]
        if not _VOTING.isdisjoint(words):
            (one, other), high, low = fact.parts, max(fact.parts), min(fact.parts)
            found.append(Step(Decimal(one + other), "sum", (f"{one} + {other}",), (fact,)))
            found.append(Step(Decimal(high - low), "difference", (f"{high} - {low}",), (fact,)))
    return found


def sum_of_three(case: Case) -> Iterable[Step]:
    """Add three or more figures of one sentence."""
    return _runs(case.article, case.sort)


@once_per_text
def _runs(article: Scene, sort: Sort) -> list[Step]:
    by_sentence: dict[int, list[Quantity]] = {}
    for fact in _wholes(article, sort):
        by_sentence.setdefault(article.sentence[fact.first], []).append(fact)
    return [
        _total(tuple(facts[start:end]))
        for facts in by_sentence.values()
        for start in range(len(facts) - 2)
        for end in range(start + 3, min(len(facts), start + 6) + 1)
    ]


def _total(run: tuple[Quantity, ...]) -> Step:
    told = [part for fact in run for part in ("+", fact.value)]
    return Step(sum((fact.value for fact in run), Decimal(0)), "sum", tuple(told[1:]), run)


def parts(case: Case) -> Iterable[Step]:
    """Take a stated share of a stated amount, what is left of it, or the amount that it is a share of."""
    claim = case.claim
    if claim.kind in ("percent", "ordinal", "age", "fraction") or claim.value < 10:
        return ()
    return _shared(case.article, case.sort)


@once_per_text
def _shared(article: Scene, sort: Sort) -> list[Step]:
    found: list[Step] = []
    wholes = _wholes(article, sort)
    for share in article.quantities:
        if share.high is not None or not (share.kind == "fraction" or share.unit == "%"):
            continue
        part = share.value / 100 if share.unit == "%" else Decimal(share.parts[0]) / share.parts[1]
        if not 0 < part < 1:
            continue
        told = article.tape.surface(share.first, share.last)
        for whole in wholes:
            if near(article, share, whole):
                for factor, sign in ((part, "x"), (1 - part, "-"), (1 + part, "+"), (1 / part, "/")):
                    if share.weak and sign != "x":
                        continue
                    way: Way = "part" if sign in "x-" else "changed"
                    value = whole.value * factor
                    found.append(Step(value, way, (whole.value, sign, told), (whole, share), rounded=True))
    return found


@once_per_text
def _wholes(article: Scene, sort: Sort) -> list[Quantity]:
    return [fact for fact in _fitting(article, sort) if fact.kind != "age"]


def equal_parts(case: Case) -> Iterator[Step]:
    """Multiply or divide an amount by a count beside it where the text says "each", "equal" or "a year"."""
    article = case.article
    if case.claim.kind == "percent":
        return
    counts = _counts(article)
    beside = not EACH.isdisjoint(case.beside)
    spans = [count for count in counts if count.kind == "duration" and count.unit in case.beside]
    for whole in _wholes(article, case.sort):
        each = beside or not EACH.isdisjoint(article.tape.words[max(0, whole.first - 6) : whole.last + 6])
        for count in counts if each else spans:
            if count is not whole and near(article, whole, count):
                for value, sign in ((whole.value * count.value, "x"), (whole.value / count.value, "/")):
                    yield Step(value, "each", (whole.value, sign, count.value), (whole, count), rounded=True)


@once_per_text
def _counts(article: Scene) -> list[Quantity]:
    """Return the counts and lengths of time that something can be multiplied with or parted into."""
    return [
        fact
        for fact in article.quantities
        if fact.kind in ("count", "duration") and fact.high is None and 2 <= fact.value <= 1000
    ]


def multiples(case: Case) -> Iterator[Step]:
    """Double, halve or treble a figure where article or summary says so."""
    if case.claim.kind in ("ordinal", "fraction"):
        return
    said = {MULTIPLES[word] for word in case.beside if word in MULTIPLES}
    places = _multiplied(case.article)
    if not said and not places:
        return
    for fact in _fitting(case.article, case.sort):
        factors = {factor for index, factor in places if -6 <= index - fact.first <= 20} | said
        for factor in sorted(factors):
            if fact.kind != "percent" or fact.value * factor <= 100:
                yield Step(fact.value * factor, "times", (f"{factor} x", fact.value), (fact,))
            yield Step(fact.value / factor, "times", (fact.value, f"/ {factor}"), (fact,), rounded=True)


@once_per_text
def _multiplied(article: Scene) -> list[tuple[int, int]]:
    """Return where words multiply, and by how much."""
    return [(index, MULTIPLES[word]) for index, word in enumerate(article.tape.words) if word in MULTIPLES]


_CHANGING = frozenset(
    "more less fewer higher lower up down rose risen rise rises fell fallen fall falls cut cuts grew grown "
    "growth shrank shrunk increase increased decrease decreased drop dropped gain gained lost loss climbed "
    "jumped soared slid tumbled raised reduced cheaper dearer smaller bigger halved by gone".split()
)


def shares(case: Case) -> Iterable[Step]:
    """Divide a part by its whole, or a change by what it started from; take a share from the whole."""
    claim = case.claim
    if claim.kind not in ("percent", "fraction") or claim.unit == "pp":
        return ()
    changing = not _CHANGING.isdisjoint(case.beside)
    return _shares(case.article, 1 if claim.kind == "percent" else 100, changing)


@once_per_text
def _shares(article: Scene, scale: int, changing: bool) -> list[Step]:
    """Return shares in hundredths of `scale`, those of a change too where the summary tells of one."""
    found: list[Step] = []
    for fact in article.quantities:
        if fact.unit == "%" and fact.high is None and 0 < fact.value < 100:
            told = ("100 -", fact.value, "per cent")
            found.append(Step((100 - fact.value) / scale, "share", told, (fact,), True))
        elif fact.kind == "fraction" and not fact.weak:
            top, bottom = fact.parts[0], fact.parts[1]
            rest = Decimal(100 * (bottom - top)) / bottom / scale
            found.append(Step(rest, "share", (f"the rest of {top}/{bottom}",), (fact,), True))
    for one, other in _comparable(article):
        part, whole = sorted((one.value, other.value))
        facts = (one, other)
        found.append(Step(part * 100 / whole / scale, "share", (part, "of", whole), facts, True))
        pairs = ((one.value, other.value), (other.value, one.value)) if changing else ()
        for start, end in pairs:
            change = abs(end - start) * 100 / start / scale
            found.append(Step(change, "share", ("from", start, "to", end), facts, True))
    return found


def _comparable(article: Scene) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of amounts of one unit that stand near each other."""
    kinds = ("count", "money", "measure")
    figures = [f for f in article.quantities if f.kind in kinds and f.high is None and f.value > 3]
    for index, one in enumerate(figures):
        for other in figures[index + 1 : index + 6]:
            alike = one.unit == other.unit and near(article, one, other)
            if one.value != other.value and (alike or (one.unit and _unit_unsaid(article, one, other))):
                yield one, other
