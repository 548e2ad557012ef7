"""Sums, differences, shares, multiples and equal parts of figures that an article states near each other."""

from collections.abc import Iterator
from decimal import Decimal

from bench.facts.numbers.derived import Case, Step, Way, plain, width
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import same_unit

EACH = frozenset("each every per apiece equal equally split shared annually yearly daily weekly".split())
MULTIPLES = {
    "twice": 2, "doubled": 2, "doubling": 2, "doubles": 2, "halved": 2, "halve": 2, "halving": 2,
    "tripled": 3, "tripling": 3, "treble": 3, "trebled": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4,
    "fivefold": 5, "tenfold": 10,
}  # fmt: skip
"""Words of an article or a summary that multiply a figure or divide it."""


def two_figures(case: Case) -> Iterator[Step]:
    """Add or subtract two figures of one unit; nobody's age is the sum or difference of others'."""
    claim = case.claim
    if claim.kind == "age":
        return
    for one, other in _pairs(case):
        high, low = max(one.value, other.value), min(one.value, other.value)
        # What rounding hides is no derivation: 640 + 2 is not "640".
        if abs(low) < width(claim, rounded=False):
            continue
        # Two percentages differ by points; "61 per cent, four points more" are 57 per cent before.
        percent = claim.unit == "%" and one.unit == other.unit
        apart = (
            claim.unit == "pp"
            or _points(case)
            or "age" in (claim.kind, one.kind)
            or _of_kind(one) != _of_kind(other)
        )
        if not apart:
            yield Step(high + low, "sum", f"{plain(high)} + {plain(low)}", (one, other))
        if not percent:
            yield Step(high - low, "difference", f"{plain(high)} - {plain(low)}", (one, other))


def _points(case: Case) -> bool:
    """Whether a bare count of points can be one of percentage points."""
    return case.claim.kind == "count" and case.head[:1] == ("point",)


def _pairs(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of plain figures of the claim's unit that stand near each other."""
    fitting = [fact for fact in case.article.quantities if _one_unit(case, fact)]
    for index, one in enumerate(fitting):
        for other in fitting[index + 1 : index + 7]:
            # A figure said twice is one figure.
            ages = one.kind == other.kind == "age"
            alike = one.value != other.value and _of_kind(one) == _of_kind(other)
            if alike and (ages or case.near(one, other)):
                yield one, other
    if not case.claim.unit:
        return
    for one in fitting:
        for other in case.article.quantities:
            if _unit_unsaid(case, one, other):
                yield one, other


def _unit_unsaid(case: Case, one: Quantity, other: Quantity) -> bool:
    """Whether a bare figure has the unit of one before it: "1.9 million tonnes, down from 2.4 million"."""
    bare = other.kind == "count" and not other.unit and other.high is None and not other.weak
    return bare and 0 < abs(other.first - one.first) <= _UNSAID and case.near(one, other, 0)


_UNSAID = 14


def _of_kind(fact: Quantity) -> str:
    return "count" if fact.kind == "name" else fact.kind


def _one_unit(case: Case, fact: Quantity) -> bool:
    claim = case.claim
    if claim.is_date or fact.high is not None or fact.weak or (fact.value <= 0 and fact.kind != "measure"):
        return False
    if fact.kind == "name" and fact.loose and claim.kind == "count":
        # "Saltmere 412" is a count behind a name.
        return not claim.unit and fact.value >= 10
    if fact.unit == "%" and (claim.unit == "pp" or _points(case)):
        return True
    if claim.kind == "age":
        return fact.kind == "age" and fact.unit == claim.unit
    if fact.kind != claim.kind and not (fact.kind == "age" and claim.kind == "duration"):
        return False
    return same_unit(claim.unit, fact.unit)


_VOTING = frozenset("vote votes voted voting ballot majority favour favor against abstained".split())


def sides(case: Case) -> Iterator[Step]:
    """Add or subtract the two sides of a vote: "six votes to three" are nine voters, a majority of three."""
    article = case.article
    if case.claim.kind != "count" or case.claim.unit:
        return
    for fact in article.quantities:
        if fact.kind != "score" or len(fact.parts) != 2:
            continue
        words = article.tape.words[max(0, fact.first - 6) : fact.last + 6]
        if not _VOTING.isdisjoint(words):
            one, other = fact.parts
            yield Step(Decimal(one + other), "sum", f"{one} + {other}", (fact,))
            yield Step(
                Decimal(abs(one - other)), "difference", f"{max(fact.parts)} - {min(fact.parts)}", (fact,)
            )


def sum_of_three(case: Case) -> Iterator[Step]:
    """Add three or more figures of one sentence."""
    by_sentence: dict[int, list[Quantity]] = {}
    for fact in case.article.quantities:
        if _one_unit(case, fact) and fact.kind != "age":
            by_sentence.setdefault(case.article.sentence[fact.first], []).append(fact)
    for facts in by_sentence.values():
        for start in range(len(facts) - 2):
            for end in range(start + 3, min(len(facts), start + 6) + 1):
                run = tuple(facts[start:end])
                total = sum((fact.value for fact in run), Decimal(0))
                yield Step(total, "sum", " + ".join(plain(f.value) for f in run), run)


def parts(case: Case) -> Iterator[Step]:
    """Take a stated share of a stated amount, what is left of it, or the amount that it is a share of."""
    claim, article = case.claim, case.article
    if claim.kind in ("percent", "ordinal", "age", "fraction") or claim.value < 10:
        return
    wholes = _wholes(case)
    for share in article.quantities:
        if share.high is not None or not (share.kind == "fraction" or share.unit == "%"):
            continue
        part = share.value / 100 if share.unit == "%" else Decimal(share.parts[0]) / share.parts[1]
        if not 0 < part < 1:
            continue
        told = article.tape.surface(share.first, share.last)
        for whole in wholes:
            if case.near(share, whole):
                for factor, sign in ((part, "x"), (1 - part, "-"), (1 + part, "+"), (1 / part, "/")):
                    if share.weak and sign != "x":
                        continue
                    text = f"{plain(whole.value)} {sign} {told}"
                    way: Way = "part" if sign in "x-" else "changed"
                    yield Step(whole.value * factor, way, text, (whole, share), rounded=True)


def _wholes(case: Case) -> list[Quantity]:
    return [fact for fact in case.article.quantities if _one_unit(case, fact) and fact.kind != "age"]


def equal_parts(case: Case) -> Iterator[Step]:
    """Multiply or divide an amount by a count beside it where the text says "each", "equal" or "a year"."""
    article = case.article
    if case.claim.kind == "percent":
        return
    for whole in _wholes(case):
        for count in article.quantities:
            if count is whole or count.kind not in ("count", "duration") or count.high is not None:
                continue
            if not 2 <= count.value <= 1000 or not case.near(whole, count):
                continue
            words = article.tape.words[max(0, whole.first - 6) : whole.last + 6]
            if not (
                EACH & (case.beside | set(words)) or (count.kind == "duration" and count.unit in case.beside)
            ):
                continue
            for value, sign in ((whole.value * count.value, "x"), (whole.value / count.value, "/")):
                text = f"{plain(whole.value)} {sign} {plain(count.value)}"
                yield Step(value, "each", text, (whole, count), rounded=True)


def multiples(case: Case) -> Iterator[Step]:
    """Double, halve or treble a figure where article or summary says so."""
    if case.claim.kind in ("ordinal", "fraction"):
        return
    words = case.article.tape.words
    said = {MULTIPLES[word] for word in case.beside if word in MULTIPLES}
    places = [(index, MULTIPLES[word]) for index, word in enumerate(words) if word in MULTIPLES]
    for fact in case.article.quantities:
        if not _one_unit(case, fact):
            continue
        factors = {factor for index, factor in places if -6 <= index - fact.first <= 20} | said
        for factor in sorted(factors):
            if fact.kind != "percent" or fact.value * factor <= 100:
                yield Step(fact.value * factor, "times", f"{factor} x {plain(fact.value)}", (fact,))
            yield Step(fact.value / factor, "times", f"{plain(fact.value)} / {factor}", (fact,), rounded=True)


_CHANGING = frozenset(
    "more less fewer higher lower up down rose risen rise rises fell fallen fall falls cut cuts grew grown "
    "growth shrank shrunk increase increased decrease decreased drop dropped gain gained lost loss climbed "
    "jumped soared slid tumbled raised reduced cheaper dearer smaller bigger halved by gone".split()
)


def shares(case: Case) -> Iterator[Step]:
    """Divide a part by its whole, or a change by what it started from; take a share from the whole."""
    claim = case.claim
    if claim.kind not in ("percent", "fraction") or claim.unit == "pp":
        return
    scale = 1 if claim.kind == "percent" else 100
    for fact in case.article.quantities:
        if fact.unit == "%" and fact.high is None and 0 < fact.value < 100:
            yield Step(
                (100 - fact.value) / scale, "share", f"100 - {plain(fact.value)} per cent", (fact,), True
            )
        elif fact.kind == "fraction" and not fact.weak:
            top, bottom = fact.parts[0], fact.parts[1]
            rest = Decimal(100 * (bottom - top)) / bottom / scale
            yield Step(rest, "share", f"the rest of {top}/{bottom}", (fact,), True)
    for one, other in _comparable(case):
        part, whole = sorted((one.value, other.value))
        text = f"{plain(part)} of {plain(whole)}"
        yield Step(part * 100 / whole / scale, "share", text, (one, other), True)
        pairs = ((one.value, other.value), (other.value, one.value)) if _CHANGING & case.beside else ()
        for start, end in pairs:
            change = abs(end - start) * 100 / start / scale
            yield Step(change, "share", f"from {plain(start)} to {plain(end)}", (one, other), True)


def _comparable(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of amounts of one unit that stand near each other."""
    kinds = ("count", "money", "measure")
    figures = [f for f in case.article.quantities if f.kind in kinds and f.high is None and f.value > 3]
    for index, one in enumerate(figures):
        for other in figures[index + 1 : index + 6]:
            alike = one.unit == other.unit and case.near(one, other)
            if one.value != other.value and (alike or (one.unit and _unit_unsaid(case, one, other))):
                yield one, other
