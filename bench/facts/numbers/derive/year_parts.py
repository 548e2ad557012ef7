"""Halves and quarters of a year told as months, and a quarter told by the one before or after it.

"The first six months" are the first half, "the three months to June" some quarter, and where an account of
the third quarter speaks of "the current quarter" it means the fourth.
"""

from decimal import Decimal
from itertools import pairwise

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Derived
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted
from bench.facts.stems import stem

_MONTHS = {Decimal(6): stem("half"), Decimal(3): stem("quarter")}
_LENGTHS = {part: months for months, part in _MONTHS.items()}
_PARTS = {stem("half"): 2, stem("quarter"): 4}
"""How many of each a year has."""
_FIRST = frozenset({"first", "opening"})
_LAST = frozenset({"last", "final", "closing"})
_UP_TO = frozenset({"to", "till", "until", "through", "ended", "ending", "from"})
_JOINTS = frozenset({"-", "\u2013", "to", "and", "through", "until"})
_NEXT = frozenset({"this", "current", "next", "coming", "following", "subsequent"})
_BEFORE = frozenset({"previous", "preceding", "prior"})


def part_of_year(article: Scene, summary: Scene, claim: Quantity, head: tuple[str, ...]) -> Derived | None:
    """Return what the article calls the half or quarter of a year that a claim tells in other words."""
    if claim.kind == "duration":
        part = _MONTHS.get(converted(claim.value, claim.unit, "month") or Decimal(0))
        return _told_as_part(article, summary, claim, part) if part else None
    if claim.kind == "month":
        return _by_months(article, summary, claim)
    if claim.kind == "year":
        return _next_year(article, claim)
    part = next((word for word in head if word in _PARTS), "") if claim.kind == "ordinal" else ""
    if not part or claim.value > _PARTS[part]:
        return None
    return _told_as_months(article, claim, part) or _beside_another(article, claim, part)


def _by_months(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the quarter or half that a month begins or ends: "the three months to June", "April-June"."""
    before, month = summary.tape.word(claim.first - 1), stem(summary.tape.word(claim.first - 2))
    ends = [claim.parts[1]] if before in _UP_TO and month == "month" else []
    ends += [last for first, last in _spans(summary) if claim.parts[1] in (first, last)]
    for part, parts in _PARTS.items():
        for fact in _ordinals(article, part):
            if fact.value * 12 / parts in ends:
                return Derived(_text(article, fact), (fact,))
    return None


def _next_year(article: Scene, claim: Quantity) -> Derived | None:
    """Return the year before a claim where the article tells of "next year" too; it need not be its own."""
    words, year = article.tape.words, int(claim.value)
    if claim.high is not None or not article.years or max(article.years) != year - 1:
        return None
    for at in article.tape.places({"next"}):
        if words[at + 1 : at + 2] and words[at + 1] in _YEAR:
            return Derived(f"the year after {year - 1}", (), _PERHAPS)
    return None


_YEAR = frozenset({"year", "year's", ",", ".", "and", ";"})
"""What follows "next" where it stands for the next year: "2.5% this year and 2.2% next."."""
_PERHAPS = -0.3
"""Belief with which a step is shown and not taken as told."""


@once_per_text
def _spans(scene: Scene) -> list[tuple[int, int]]:
    """Return the first and last months of the quarters and halves told by them: "April to June"."""
    months = [quantity for quantity in scene.quantities if quantity.kind == "month"]
    return [
        (one.parts[1], other.parts[1])
        for one, other in pairwise(months)
        if other.first - one.last == 1
        and scene.tape.words[one.last] in _JOINTS
        and other.parts[1] - one.parts[1] in (2, 5)
    ]


def _told_as_part(article: Scene, summary: Scene, claim: Quantity, part: str) -> Derived | None:
    """Return the half or quarter that months are: the first half for "the first six months"."""
    place = _place(summary, claim, _PARTS[part])
    dated = summary.tape.word(claim.last) in _UP_TO
    if not place and not dated:
        return None
    for fact in _ordinals(article, part):
        if dated or fact.value == place:
            return Derived(_text(article, fact), (fact,))
    return None


def _told_as_months(article: Scene, claim: Quantity, part: str) -> Derived | None:
    """Return the months that a half or quarter is: "the six months to June" for the first half."""
    for fact in article.quantities:
        if fact.kind == "duration" and converted(fact.value, fact.unit, "month") == _LENGTHS[part]:
            place, dated = _place(article, fact, _PARTS[part]), article.tape.word(fact.last) in _UP_TO
            if place == claim.value or (dated and not place):
                return Derived(article.tape.surface(fact.first, fact.last), (fact,))
    begun = {first for first, last in _spans(article) if last * _PARTS[part] == claim.value * 12}
    for fact in article.quantities if begun else ():
        if fact.kind == "month" and fact.parts[1] in begun:
            return Derived(article.tape.surface(fact.first, fact.last + 2), (fact,))
    return None


def _beside_another(article: Scene, claim: Quantity, part: str) -> Derived | None:
    """Return the quarter that the article counts, where it tells of the one before or behind it."""
    told = {article.tape.word(at - 1) for at, word in enumerate(article.stems) if word == part}
    for fact in _ordinals(article, part):
        away = (claim.value - fact.value) % _PARTS[part]
        if (away == 1 and told & _NEXT) or (away == _PARTS[part] - 1 and told & _BEFORE):
            side = "behind" if away == 1 else "before"
            return Derived(f"the one {side} the {_text(article, fact)}", (fact,))
    return None


@once_per_text
def _by_noun(article: Scene) -> dict[str, list[Quantity]]:
    """Return the ordinals of a text by the stem of their noun."""
    found: dict[str, list[Quantity]] = {}
    for fact in article.quantities:
        if fact.kind == "ordinal" and article.stems[fact.last : fact.last + 1]:
            found.setdefault(stem(article.tape.word(_noun(article, fact))), []).append(fact)
    return found


def _noun(article: Scene, fact: Quantity) -> int:
    """Return where the noun of an ordinal stands: "third-quarter profit" has it behind a hyphen."""
    return fact.last + (article.tape.word(fact.last) == "-")


def _text(article: Scene, fact: Quantity) -> str:
    return article.tape.surface(fact.first, _noun(article, fact) + 1).lower()


def _ordinals(article: Scene, part: str) -> list[Quantity]:
    return _by_noun(article).get(part, [])


def _place(scene: Scene, months: Quantity, parts: int) -> int:
    """Return which of the year's parts some months are by the word before them; 0 where it is not said."""
    before = scene.tape.word(months.first - 1)
    if before in _FIRST:
        return 1
    if before in _LAST:
        return parts
    return {"second": 2, "third": 3, "fourth": 4}.get(before, 0)
