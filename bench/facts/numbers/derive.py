"""Figures that the article does not state but that follow from it by one plain step, with the arithmetic.

One operation on two figures of one unit that stand near each other, a span between two years or times, a
share of a stated whole, or a count of a stated list. Everything else stays unsupported.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derived import NEAR, Case, Derived, plain
from bench.facts.numbers.lists import listed
from bench.facts.numbers.spans import later, span, tally
from bench.facts.quantities.quantity import Quantity, step
from bench.facts.quantities.units import same_unit, units

_STATED_ONLY = frozenset({"name", "ordinal", "time", "weekday", "month", "season"})
_EACH = frozenset({"each", "every", "per", "apiece", "equal", "equally", "split", "shared", "share"})


# Words in a summary that announce a difference, or a sum.
_COMPARED = frozenset(
    "more fewer less lower higher by up down gap difference ahead behind older younger short lead left "
    "remaining rest grew grown shrank fell rose gained lost cut raised increase decrease rise drop "
    "extra over later earlier after longer shorter taller faster slower beaten cheaper dearer margin "
    "majority between change widened narrowed".split()
)
_TOTALLED = frozenset(
    "total totalling totaling altogether all combined overall together both sum aggregate whole plus "
    "including between onboard aboard board".split()
)


def derive(article: Scene, summary: Scene, found: Assessment, needed: int = 1) -> Derived | None:
    """Return how a claim of a summary follows from the article by one plain step, or None.

    Where the article has another figure in the claim's own place, nothing is derived: that figure stands
    against the claim. `needed` is how many words around the claim must stand near the figures used.
    """
    claim = found.claim
    if claim.kind == "score":
        return tally(article, claim)
    if claim.high is not None or claim.vague or claim.kind in _STATED_ONLY:
        return None
    beside = frozenset(summary.tape.words[max(0, claim.first - 9) : claim.last + 9])
    case = Case(article, claim, summary.around(claim), needed, beside, found.taken)
    if claim.kind in ("year", "date"):
        return later(case) if case.free(0.55) else None
    for way, limit in _WAYS:
        if case.free(limit) and (derived := way(case)):
            return derived
    return None


def _fits(claim: Quantity, value: Decimal, rounded: bool = False) -> bool:
    """Whether `value` is the claim's, or rounds to it at the digits it shows."""
    if value == claim.value:
        return True
    if claim.value <= 0 or value <= 0 or (claim.value < 100 and not claim.modifier and not rounded):
        return False
    gap, hedged = abs(claim.value - value), claim.modifier in ("about", "nearly")
    return gap <= step(claim.value) / 2 and gap <= claim.value * Decimal("0.05" if hedged else "0.02")


def _pairs(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of plain figures of the claim's unit that stand near each other."""
    fitting = [fact for fact in case.article.quantities if _one_unit(case.claim, fact)]
    apart = 99 if case.claim.kind in ("age", "duration") else NEAR + 1
    for index, one in enumerate(fitting):
        for other in fitting[index + 1 : index + 7]:
            if case.near(one, other, apart) and (one.value != other.value or one.kind != "count"):
                yield one, other
    if case.claim.unit:
        for one in fitting:
            for other in case.article.quantities:
                plain_count = other.kind == "count" and not other.unit and other.high is None
                if plain_count and 0 < abs(other.first - one.first) <= 8 and case.near(one, other, 0):
                    yield one, other


def _one_unit(claim: Quantity, fact: Quantity) -> bool:
    if fact.high is not None or fact.value <= 0 or fact.weak:
        return False
    if claim.unit == "pp" and fact.unit == "%":
        return True
    if claim.kind == "age":
        return fact.kind == "age" and fact.unit == claim.unit
    if fact.kind != claim.kind and not (fact.kind == "age" and claim.kind == "duration"):
        return False
    return same_unit(claim.unit, fact.unit)


def _two_figures(case: Case) -> Derived | None:
    """Add or subtract two figures that stand near each other."""
    claim = case.claim
    small = claim.value < 20 and claim.kind in ("count", "duration")
    least = 2 if small else 1
    for one, other in _pairs(case):
        if small and not (case.near(one, other, 0) and _one_noun(case, one, other)):
            continue
        high, low = max(one.value, other.value), min(one.value, other.value)
        for value, sign in _options(claim, one, other, high, low):
            hints = _TOTALLED if sign == "+" else _COMPARED
            limit = 1.25 if hints & case.beside else 0.75 if sign == "+" else 0.45
            if sign == "+" and case.names(one) and case.names(other):
                limit = 1.5
            if not case.free(limit):
                continue
            if value != claim.value and low * 50 < high:
                # What rounding hides is no derivation: 640 + 2 is not "640".
                continue
            if _fits(claim, value) and case.related(one, other, least=least):
                return _shown(claim, value, high, sign, low, (one, other))
    return None


def _one_noun(case: Case, one: Quantity, other: Quantity) -> bool:
    """Whether the claim and one of two figures count the same noun, or one noun covers both."""
    heads = [set(case.article.head(fact)) for fact in (one, other)]
    if case.claim.unit:
        return True
    return bool(heads[0] & heads[1]) or any(head & set(case.around.right) for head in heads)


def _options(
    claim: Quantity, one: Quantity, other: Quantity, high: Decimal, low: Decimal
) -> list[tuple[Decimal, str]]:
    """Return the results that two figures may have: two percentages differ by points, ages are not added."""
    if claim.kind == "percent" and claim.unit == "%":
        return [(high + low, "+")]
    if claim.unit == "pp" or "age" in (claim.kind, one.kind) or one.kind != other.kind:
        return [(high - low, "-")]
    return [(high + low, "+"), (high - low, "-")]


def _sum_of_three(case: Case) -> Derived | None:
    """Add three or more figures of one sentence."""
    by_sentence: dict[int, list[Quantity]] = {}
    for fact in case.article.quantities:
        if _one_unit(case.claim, fact) and fact.kind != "age":
            by_sentence.setdefault(case.article.sentence[fact.first], []).append(fact)
    for facts in by_sentence.values():
        for start in range(len(facts) - 2):
            for end in range(start + 3, min(len(facts), start + 6) + 1):
                run = facts[start:end]
                total = sum((fact.value for fact in run), Decimal(0))
                if _fits(case.claim, total) and case.related(*run):
                    return Derived(f"{' + '.join(plain(f.value) for f in run)} = {plain(total)}", tuple(run))
    return None


def _parts(case: Case) -> Derived | None:
    """Take a share of a stated amount, or add it to one; divide an amount in equal parts."""
    claim, article = case.claim, case.article
    if claim.kind in ("percent", "ordinal", "age", "fraction") or claim.value < 10:
        return None
    wholes = [fact for fact in article.quantities if _one_unit(claim, fact) and fact.kind != "age"]
    for share in article.quantities:
        if share.high is not None or not (share.kind == "fraction" or share.unit == "%"):
            continue
        part = share.value / 100 if share.unit == "%" else Decimal(share.parts[0]) / share.parts[1]
        for whole in wholes:
            if not case.near(share, whole):
                continue
            for factor, sign in (
                (part, "x"),
                (1 + part, "+"),
                (1 - part, "-"),
                (1 / part if part else part, "/"),
            ):
                value = whole.value * factor
                if _fits(claim, value, rounded=True) and case.related(share, whole, least=2):
                    told = article.tape.surface(share.first, share.last)
                    return Derived(f"{plain(whole.value)} {sign} {told} = {plain(value)}", (whole, share))
    return _product(case, wholes)


def _product(case: Case, wholes: list[Quantity]) -> Derived | None:
    """Multiply or divide an amount by a count beside it where the text says "each" or "equal"."""
    article, claim = case.article, case.claim
    for whole in wholes:
        for count in article.quantities:
            if count is whole or count.kind not in ("count", "duration") or count.high is not None:
                continue
            if count.value < 2 or not case.near(whole, count, 0):
                continue
            low, high = min(whole.first, count.first), max(whole.last, count.last) + 6
            if not _EACH & (case.beside | set(article.tape.words[max(0, low - 6) : high])):
                continue
            for value, sign in ((whole.value * count.value, "x"), (whole.value / count.value, "/")):
                if _fits(claim, value, rounded=True) and case.related(whole, count, least=2):
                    return _shown(claim, value, whole.value, sign, count.value, (whole, count))
    return None


def _share(case: Case) -> Derived | None:
    """Divide a part by its whole, or a change by what it started from."""
    claim = case.claim
    if claim.kind not in ("percent", "fraction") or claim.unit == "pp":
        return None
    wanted = claim.value if claim.kind == "percent" else claim.value * 100
    close = step(claim.value) / 2 if not claim.modifier and claim.kind == "percent" else Decimal(2)
    kinds = ("count", "money", "measure")
    figures = [f for f in case.article.quantities if f.kind in kinds and f.high is None and f.value > 3]
    for index, one in enumerate(figures):
        for other in figures[index + 1 : index + 6]:
            if one.unit != other.unit or one.value == other.value or not case.near(one, other):
                continue
            part, whole = sorted((one.value, other.value))
            for value, told in ((part * 100 / whole, "of"), *_changes(one.value, other.value)):
                if abs(value - wanted) <= close and case.related(one, other, least=2):
                    shown = plain(value.quantize(Decimal("0.1")))
                    if told == "of":
                        return Derived(f"{plain(part)} of {plain(whole)} = {shown} per cent", (one, other))
                    return Derived(f"{told}: {shown} per cent", (one, other))
    return None


def _changes(one: Decimal, other: Decimal) -> Iterator[tuple[Decimal, str]]:
    """Yield the change between two figures as a percentage of either."""
    for start, end in ((one, other), (other, one)):
        yield abs(end - start) * 100 / start, f"from {plain(start)} to {plain(end)}"


def _counted(case: Case) -> Derived | None:
    """Count a list that the article states, or add one person to a count: "a man and two boys"."""
    article, claim = case.article, case.claim
    if claim.kind != "count" or claim.unit or not 2 <= claim.value <= 12 or claim.value % 1:
        return None
    for fact in article.quantities:
        one_less = fact.kind == "count" and not fact.unit and fact.value == claim.value - 1 > 1
        if one_less and _one_more(article, fact) and case.related(fact, least=2):
            return Derived(f"{plain(fact.value)} + 1 = {plain(claim.value)}", (fact,))
    for found in listed(article, int(claim.value)):
        if claim.value == 2 and not set(case.around.right[:2]) & found.words:
            continue
        if sum(1 for word in case.around.near if word in found.words) >= max(2, case.needed):
            at = Quantity("count", claim.value, found.start, found.end, found.first, found.last)
            return Derived(f"{int(claim.value)} listed: {found.text}", (at,))
    return None


def _one_more(article: Scene, fact: Quantity) -> bool:
    """Whether "and a ..." follows a counted noun, or "a ... and" stands before it."""
    words = article.tape.words
    behind = words[fact.last : fact.last + 7]
    for joint in ("and", "plus"):
        if joint in behind:
            at = fact.last + behind.index(joint) + 1
            if at < len(words) and words[at] in ("a", "an", "one", "his", "her", "their", "another"):
                return True
    before = words[max(0, fact.first - 5) : fact.first]
    return (
        bool(before)
        and before[-1] == "and"
        and any(word in ("a", "an", "one", "his", "her") for word in before)
    )


def _shown(
    claim: Quantity, value: Decimal, one: Decimal, sign: str, other: Decimal, facts: tuple[Quantity, ...]
) -> Derived:
    unit = f" {claim.unit}" if claim.unit and claim.unit in units().factor else ""
    about = "" if value == claim.value else ", rounded"
    return Derived(f"{plain(one)} {sign} {plain(other)} = {plain(value)}{unit}{about}", facts)


_WAYS: tuple[tuple[Callable[[Case], Derived | None], float], ...] = (
    (span, 0.65), (_share, 0.7), (_counted, 0.7), (_two_figures, 1.2), (_sum_of_three, 0.8), (_parts, 0.95),
)  # fmt: skip
"""The steps tried in turn; each gives way where `Assessment.taken` reaches its limit."""
