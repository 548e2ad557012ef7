"""Shares: a part of its whole, a change of what it started from, the votes of one of those of all."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive_amounts import CHANGING, figures_alike
from bench.facts.numbers.derive_multiples import TIMES_WHAT
from bench.facts.numbers.derived import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity


def shares(case: Case) -> Iterable[Step]:
    """Divide a part by its whole, or a change by what it started from; take a share from the whole."""
    claim = case.claim
    if claim.kind not in ("percent", "fraction") or claim.unit == "pp":
        return ()
    changing = not CHANGING.isdisjoint(case.beside)
    found = _shares(case.article, 1 if claim.kind == "percent" else 100, changing)
    return [*found, *_ratio(case.article, claim)] if claim.unit == "of" else found


def _ratio(article: Scene, claim: Quantity) -> Iterator[Step]:
    """Yield "three out of five" where one sentence has both figures."""
    top, bottom = claim.parts
    counts = [fact for fact in article.quantities if fact.kind == "count" and not fact.unit]
    parts = [fact for fact in article.quantities if fact.kind == "fraction" and fact.parts[:1] == (bottom,)]
    for part, whole in product(counts, parts):
        # "46 of 68 at first, 42 of those later": 42 of 46.
        if part.value == top and near(article, part, whole, 0):
            yield Step(claim.value, "share", (part.value, "of", Decimal(bottom)), (part, whole))
    for whole in (fact for fact in counts if fact.value == bottom):
        for part in (fact for fact in counts if fact.value == top and near(article, fact, whole, 0)):
            yield Step(claim.value, "share", (part.value, "of", whole.value), (part, whole))


@once_per_text
def _shares(article: Scene, scale: int, changing: bool) -> list[Step]:
    """Return shares in hundredths of `scale`; those of a change where the summary tells of one."""
    found: list[Step] = []
    for fact in article.quantities:
        if fact.unit == "%" and fact.high is None and 0 < fact.value < 100:
            told = ("100 -", fact.value, "per cent")
            found.append(Step((100 - fact.value) / scale, "share", told, (fact,), True))
        elif fact.kind == "fraction" and not fact.weak:
            top, bottom = fact.parts[0], fact.parts[1]
            others = Decimal(100 * (bottom - top)) / bottom / scale
            found.append(Step(others, "share", (f"the rest of {top}/{bottom}",), (fact,), True))
    found += _by_ratio(article, scale)
    for one, other in figures_alike(article):
        part, whole = sorted((one.value, other.value))
        facts = (one, other)
        found.append(Step(part * 100 / whole / scale, "share", (part, "of", whole), facts, True))
        pairs = ((one.value, other.value), (other.value, one.value)) if changing else ()
        for start, end in pairs:
            change = abs(end - start) * 100 / start / scale
            found.append(Step(change, "share", ("from", start, "to", end), facts, True))
    return found


_RATIOS = frozenset({"ratio", "hr", "rr"})
"""Words behind which a figure tells one risk or rate over another."""
_BEHIND = 5


def _by_ratio(article: Scene, scale: int) -> Iterator[Step]:
    """Yield by how much one is more or less than the other: "1.6 times as wide", "a hazard ratio of 0.74"."""
    for fact in article.quantities:
        if fact.kind != "count" or fact.unit or fact.high is not None or not 0 < fact.value < _MOST_TIMES:
            continue
        before = article.tape.words[max(0, fact.first - _BEHIND) : fact.first]
        times = article.tape.word(fact.last) == "times" and article.tape.word(fact.last + 1) in TIMES_WHAT
        if fact.value != 1 and (times or not _RATIOS.isdisjoint(before)):
            told = ("100 x", fact.value, "- 100") if fact.value > 1 else ("100 - 100 x", fact.value)
            yield Step(abs(fact.value - 1) * 100 / scale, "times", told, (fact,), True)


_MOST_TIMES = 10


_VOTING = frozenset("vote votes voted voting ballot majority favour favor against abstained".split())


def vote_shares(case: Case) -> Iterable[Step]:
    """Divide the votes of one by those of all: "6,120 votes; Riis got 4,080 and Dahl 1,800"."""
    if case.claim.kind not in ("percent", "fraction") or case.claim.unit == "pp":
        return ()
    return _vote_shares(case.article, 1 if case.claim.kind == "percent" else 100)


@once_per_text
def _vote_shares(article: Scene, scale: int) -> list[Step]:
    found: list[Step] = []
    figures = [fact for fact in article.quantities if _voted(fact)]
    for index, first in enumerate(figures):
        for last in range(index + 1, min(index + 6, len(figures) + 1)):
            run = tuple(figures[index:last])
            words = article.tape.words[max(0, first.first - 8) : run[-1].last + 8]
            if run[-1].last - first.first > _ELECTION or _VOTING.isdisjoint(words):
                continue
            values = map(Decimal, first.parts) if last == index + 1 else (f.value for f in run if not f.parts)
            votes = list(values)
            total = sum(votes, Decimal(0))
            for side in votes if len(votes) > 1 else ():
                told = [part for vote in votes for part in ("+", vote)][1:]
                share = side * 100 / total / scale
                found.append(Step(share, "share", (side, "of", *told), run, True))
    return found


_ELECTION = 40
"""Words within which the votes of all sides are told."""


def _voted(fact: Quantity) -> bool:
    """Whether a figure may be votes: "4,080", "Dahl 1,800", "14-9"."""
    counts = fact.kind in ("count", "score") or (fact.kind == "name" and fact.loose)
    return counts and fact.high is None and not fact.unit
