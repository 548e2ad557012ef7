"""Figures that the article does not state but that follow from it by one plain step, with the arithmetic.

One operation on two figures of one unit that stand near each other, a span between two years or times, a
share of a stated whole, or a count of a stated list. Everything else stays unsupported.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bench.facts.numbers_context import Around, Scene
from bench.facts.numbers_lists import listed
from bench.facts.quantity import Quantity, step
from bench.facts.units import converted, same_unit, units

_NEAR = 2
_AMOUNTS = frozenset({"count", "money", "percent", "measure", "duration"})
_EACH = frozenset({"each", "every", "per", "apiece", "daily", "weekly", "a"})


class Derived(NamedTuple):
    """How a figure follows: the arithmetic in words, and the article's figures that it uses."""

    reason: str
    facts: tuple[Quantity, ...]


def derive(article: Scene, claim: Quantity, around: Around) -> Derived | None:
    """Return how `claim` of a summary follows from the article by one plain step, or None."""
    if claim.high is not None or claim.kind in ("name", "score", "date", "weekday", "month", "season", "time"):
        return None
    if claim.is_date:
        return None
    if claim.kind in ("duration", "age", "ordinal") or (claim.kind == "count" and not claim.unit):
        if span := _span(article, claim):
            return span
    if claim.kind in ("percent", "fraction"):
        if share := _share(article, claim, around):
            return share
    if claim.kind == "count" and (counted := _counted(article, claim, around)):
        return counted
    return _two_figures(article, claim, around) if claim.kind in _AMOUNTS | {"age"} else None


def _fits(claim: Quantity, value: Decimal) -> bool:
    """Whether `value` is the claim's, or rounds to it at the digits it shows."""
    if value == claim.value:
        return True
    if claim.value <= 0 or value <= 0 or claim.kind == "count" and claim.value < 100:
        return False
    gap = abs(claim.value - value)
    return gap <= step(claim.value) / 2 and gap <= claim.value * Decimal("0.03")


def _related(article: Scene, around: Around, *facts: Quantity) -> int:
    """Return how many of the claim's words stand near the figures."""
    near: set[str] = set()
    for fact in facts:
        near.update(article.around(fact).near)
    return sum(1 for word in around.near if word in near)


def _pairs(article: Scene, claim: Quantity) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield pairs of plain figures of the claim's unit that stand within two sentences."""
    fitting = [fact for fact in article.quantities if _one_unit(claim, fact)]
    for index, one in enumerate(fitting):
        for other in fitting[index + 1 : index + 6]:
            if article.sentence[other.first] - article.sentence[one.first] > _NEAR:
                break
            if one.value != other.value or one.kind != "count":
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


def _two_figures(article: Scene, claim: Quantity, around: Around) -> Derived | None:
    """Add, subtract or multiply two figures that stand near each other."""
    needed = 1 if claim.value >= 20 or claim.kind != "count" else 2
    for one, other in _pairs(article, claim):
        high, low = max(one.value, other.value), min(one.value, other.value)
        options = [(high + low, "+"), (high - low, "-")] if claim.unit != "pp" else [(high - low, "-")]
        if claim.kind == "age":
            options = [(high - low, "-")]
        for value, sign in options:
            if _fits(claim, value) and _related(article, around, one, other) >= needed:
                return _shown(claim, value, high, sign, low, (one, other))
    return _sum_of_three(article, claim, around) or _product(article, claim, around)


def _sum_of_three(article: Scene, claim: Quantity, around: Around) -> Derived | None:
    """Add three or more figures of one sentence."""
    by_sentence: dict[int, list[Quantity]] = {}
    for fact in article.quantities:
        if _one_unit(claim, fact):
            by_sentence.setdefault(article.sentence[fact.first], []).append(fact)
    for facts in by_sentence.values():
        for start in range(len(facts) - 2):
            for end in range(start + 3, min(len(facts), start + 6) + 1):
                run = facts[start:end]
                total = sum((fact.value for fact in run), Decimal(0))
                if _fits(claim, total) and _related(article, around, *run) >= 1:
                    return Derived(f"{' + '.join(_plain(f.value) for f in run)} = {_plain(total)}", tuple(run))
    return None


def _product(article: Scene, claim: Quantity, around: Around) -> Derived | None:
    """Multiply a figure by a count of the same sentence where the sentence says "each" or "per"."""
    for fact in article.quantities:
        if not _one_unit(claim, fact):
            continue
        sentence = article.sentence[fact.first]
        for other in article.quantities:
            if other is fact or article.sentence[other.first] != sentence or other.kind not in ("count", "duration"):
                continue
            low, high = min(fact.last, other.last), max(fact.last, other.last) + 4
            if other.high is None and _fits(claim, fact.value * other.value) and _EACH & set(
                article.tape.words[low:high]
            ):
                if _related(article, around, fact, other) >= 2:
                    return _shown(claim, fact.value * other.value, fact.value, "x", other.value, (fact, other))
    return None


def _span(article: Scene, claim: Quantity) -> Derived | None:
    """Subtract two years, two clock times, two weekdays or two days of a month."""
    if claim.kind != "count" and claim.unit in ("year", "", "decade") and claim.value >= 2:
        years = [(year, fact) for fact in article.quantities if (year := _year(fact))]
        wanted = claim.value * (10 if claim.unit == "decade" else 1)
        for index, (one, first) in enumerate(years):
            for other, second in years[index + 1 :]:
                if abs(one - other) == wanted:
                    return Derived(f"{max(one, other)} - {min(one, other)} = {_plain(wanted)}", (first, second))
    if claim.kind == "duration" and claim.unit in ("minute", "hour"):
        return _between(article, claim, "time", converted(claim.value, claim.unit, "minute"))
    if claim.kind == "duration" and claim.unit == "day":
        return _between(article, claim, "weekday", claim.value) or _days(article, claim)
    return None


def _year(fact: Quantity) -> int:
    if fact.kind == "year":
        return int(fact.value)
    return fact.parts[0] if fact.kind in ("date", "month") and fact.parts else 0


def _between(article: Scene, claim: Quantity, kind: str, wanted: Decimal | None) -> Derived | None:
    facts = [fact for fact in article.quantities if fact.kind == kind]
    round_trip = 7 if kind == "weekday" else 720 if any(f.unit == "12" for f in facts) else 1440
    for index, one in enumerate(facts):
        for other in facts[index + 1 : index + 8]:
            gaps = ((other.value - one.value) % round_trip, (one.value - other.value) % round_trip)
            if wanted in gaps and wanted:
                tape = article.tape
                ends = [tape.surface(fact.first, fact.last) for fact in (one, other)]
                return Derived(f"from {ends[0]} to {ends[1]}: {_plain(claim.value)} {claim.unit}s", (one, other))
    return None


def _days(article: Scene, claim: Quantity) -> Derived | None:
    """Subtract two days of one month."""
    dates = [fact for fact in article.quantities if fact.kind == "date" and fact.parts[2]]
    for index, one in enumerate(dates):
        for other in dates[index + 1 :]:
            if one.parts[1] == other.parts[1] and abs(one.parts[2] - other.parts[2]) == claim.value:
                return Derived(f"days {one.parts[2]} and {other.parts[2]} of one month", (one, other))
    return None


def _share(article: Scene, claim: Quantity, around: Around) -> Derived | None:
    """Divide a part by its whole: a percentage or a fraction of two counts near each other."""
    wanted = claim.value if claim.kind == "percent" else claim.value * 100
    if claim.unit == "pp":
        return None
    whole_step = step(claim.value) if claim.kind == "percent" else Decimal(1)
    plain = [f for f in article.quantities if f.kind in ("count", "money") and f.high is None and f.value > 0]
    for index, one in enumerate(plain):
        for other in plain[index + 1 : index + 6]:
            if article.sentence[other.first] - article.sentence[one.first] > _NEAR or one.unit != other.unit:
                continue
            part, whole = sorted((one.value, other.value))
            share = part * 100 / whole
            close = whole_step / 2 if not claim.modifier and claim.kind == "percent" else Decimal(3)
            if whole > 3 and abs(share - wanted) <= close and _related(article, around, one, other) >= 2:
                return Derived(f"{_plain(part)} of {_plain(whole)} = {_plain(share.quantize(Decimal('0.1')))} per cent",
                               (one, other))  # fmt: skip
    return None


def _counted(article: Scene, claim: Quantity, around: Around) -> Derived | None:
    """Count a list that the article states, or add one person to a count: "a man and two boys"."""
    if not 2 <= claim.value <= 12 or claim.value != claim.value.to_integral_value():
        return None
    for fact in article.quantities:
        if fact.kind == "count" and not fact.unit and fact.value == claim.value - 1 and claim.value > 2:
            if _one_more(article, fact) and _related(article, around, fact) >= 2:
                return Derived(f"{_plain(fact.value)} + 1 = {_plain(claim.value)}", (fact,))
    for found in listed(article, int(claim.value)):
        if sum(1 for word in around.near if word in found.words) >= 2:
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
    return bool(before) and before[-1] == "and" and any(word in ("a", "an", "one", "his", "her") for word in before)


def _shown(
    claim: Quantity, value: Decimal, one: Decimal, sign: str, other: Decimal, facts: tuple[Quantity, ...]
) -> Derived:
    unit = f" {claim.unit}" if claim.unit and claim.unit in units().factor else ""
    about = "" if value == claim.value else ", rounded"
    return Derived(f"{_plain(one)} {sign} {_plain(other)} = {_plain(value)}{unit}{about}", facts)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
