"""Shares: a part of its whole, a change of what it started from, the votes of one of those of all."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise, permutations, product

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING, FALLING, RISING
from bench.facts.numbers.derive.multiples import TIMES_WHAT
from bench.facts.numbers.derive.one_unit import figures_alike
from bench.facts.numbers.derive.parts import NEGATED
from bench.facts.numbers.derive.record import Case, Step, near
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.phrases import plural
from bench.facts.numbers.place.partitive import parts_of_wholes, wholes_of
from bench.facts.quantities.quantity import Quantity


def shares(case: Case) -> Iterable[Step]:
    """Divide a part by its whole, or a change by what it started from; take a share from the whole."""
    claim = case.claim
    if claim.kind not in ("percent", "fraction") or claim.unit == "pp":
        return ()
    if claim.unit in ("for", "to"):
        return _rates(case)
    found = _shares(case.article, 1 if claim.kind == "percent" else 100, _changing(case))
    said = case.beside.union(case.summary.tape.words[claim.last : case.summary.sentence_of(claim)[1]])
    if DONE.isdisjoint(said) != DUE.isdisjoint(said):
        due = DUE.isdisjoint(said)
        found = [*found, *_in_the_other_state(case.article, 1 if claim.kind == "percent" else 100, due)]
    return [*found, *_ratio(case.article, claim)] if claim.unit == "of" else found


DONE = frozenset(
    "again back already restored reconnected returned repaired recovered reopened rebuilt finished".split()
)
DUE = frozenset("still yet without remaining awaiting waiting missing dark".split())
"""Words for what is done, and for what is not: of a whole the one is what the other leaves."""


@once_per_text
def _in_the_other_state(article: Scene, scale: int, due: bool) -> list[Step]:
    """Return what those parts leave that are told to be due, or done: "9,000 are still in the dark"."""
    found = list[Step]()
    for one, other in figures_alike(article):
        part, whole = (one, other) if one.value < other.value else (other, one)
        states = DUE if due else DONE
        beside = article.tape.words[max(0, part.first - _STATE - _NUMBER) : part.last + _STATE]
        if not states.isdisjoint(beside) and whole not in wholes_of(article, part) and one.kind == "count":
            value = 100 / Decimal(scale) - part.value * 100 / whole.value / scale
            told = (whole.value, "-", part.value, "of", whole.value)
            found.append(Step(value, "share", told, (part, whole), True))
    return found


_STATE, _NUMBER = 5, 3
"""Words beside a figure among which one tells whether it is of what is done, and more before it: "the number
still cut off had come down to"."""


def _rates(case: Case) -> Iterator[Step]:
    """Divide two counts, or the sides of a score: "three to one", "one doctor for every nine patients"."""
    article, claim = case.article, case.claim
    inside, behind = set(case.summary.stems[claim.first : claim.last]), set(case.head)
    for fact in article.quantities if claim.unit == "to" else ():
        if fact.kind == "score" and len(fact.parts) == _SIDES and min(fact.parts):
            low, high = sorted(map(Decimal, fact.parts))
            yield Step(high / low, "rate", (high, "/", low), (fact,), True)
    plain = (fact for fact in article.quantities if fact.kind == "count" and fact.high is None)
    for one, other in permutations((fact for fact in plain if not fact.unit and fact.value > 0), 2):
        counted = inside & set(article.head(one)) or behind & set(article.head(other))
        if (counted and near(article, one, other)) if claim.unit == "for" else near(article, one, other, 0):
            yield Step(one.value / other.value, "rate", (one.value, "/", other.value), (one, other), True)


_SIDES = 2


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


def _changing(case: Case) -> str:
    """Return how a summary tells a share as a change: "up", "down" or "both", with "by" before it or not.

    "of" tells one of a whole, "" neither.
    """
    # "More than a third less" tells of less.
    beside = case.beside - _BOUNDS.get(case.claim.modifier, frozenset())
    by = case.summary.tape.word(case.claim.first - 1) == "by"
    if not by and _of_whole(case):
        # "A third of the jobs" is a part, whatever becomes of it, or what the part leaves.
        return "down" if not NEGATED.isdisjoint(beside) else "of"
    rising, falling = not RISING.isdisjoint(beside), not FALLING.isdisjoint(beside)
    way = "both"
    if rising != falling:
        way = "up" if rising else "down"
    elif not (by or rising or "than" in beside or not CHANGING.isdisjoint(beside)):
        way = "down" if not NEGATED.isdisjoint(beside) else ""
    return f"by {way}" if by else way


_MORE, _LESS = frozenset({"more", "than"}), frozenset({"less", "fewer", "than"})
_BOUNDS = {"more than": _MORE, "at most": _MORE, "less than": _LESS, "at least": _LESS}
"""Words that bound a share and tell no change."""


def _of_whole(case: Case) -> bool:
    """Whether a share is told of a whole: "a third of the jobs", "one job in three"."""
    return case.claim.unit == "of" or case.behind[:1] == ("of",)


@once_per_text
def _shares(article: Scene, scale: int, changing: str) -> list[Step]:
    """Return shares in hundredths of `scale`; those of a change where either text tells of one."""
    found = [*_left_by_shares(article, scale), *_by_ratio(article, scale)]
    if changing != "by up":
        found += _of_wholes(article, scale)
    parts, by = parts_of_wholes(article), changing.startswith("by")
    told = {fact for pair in parts for fact in pair}
    for one, other in figures_alike(article):
        part, whole = (one, other) if one.value < other.value else (other, one)
        apart = (part in told or whole in told) and _told_apart(article, part, whole)
        if apart or whole in wholes_of(article, part):
            continue
        low, high, facts = part.value, whole.value, (one, other)
        if not by:
            found.append(Step(low * 100 / high / scale, "share", (low, "of", high), facts, True))
        way = changing.removeprefix("by ")
        if way in ("", "of"):
            moved = _told_as_change(article, one, other)
            way = ("down" if way else "both") if moved else ""
        sign = _DIFFERENCES.get(article.tape.word(part.last)) if part.first > whole.first else None
        if sign:
            # "44 shops, four more than a year ago": a tenth more.
            before = high - low if sign == "+" else high + low
            found.append(Step(low * 100 / before / scale, "share", (low, "of", before), facts, True))
        for start, end in ((high, low), (low, high)):
            if way in ("both", "up" if start == low else "down"):
                change = abs(end - start) * 100 / start / scale
                found.append(Step(change, "share", ("from", start, "to", end), facts, True))
    return found


_DIFFERENCES = {"more": "+", "dearer": "+", "fewer": "-", "less": "-"}
"""Words behind a figure that tell it as what another has beyond what it is compared with, or short of it."""


def _left_by_shares(article: Scene, scale: int) -> Iterator[Step]:
    """Yield what the shares that an article tells leave: 70 per cent, two thirds."""
    for fact in article.quantities:
        if fact.unit == "%" and fact.high is None and 0 < fact.value < 100:
            told = ("100 -", fact.value, "per cent")
            yield Step((100 - fact.value) / scale, "share", told, (fact,), True)
        elif fact.kind == "fraction" and not fact.weak:
            top, bottom = fact.parts[0], fact.parts[1]
            others = Decimal(100 * (bottom - top)) / bottom / scale
            yield Step(others, "share", (f"the rest of {top}/{bottom}",), (fact,), True)


def _of_wholes(article: Scene, scale: int) -> Iterator[Step]:
    """Yield the share that a figure is of what it is told as a part of, and what it leaves."""
    for part, whole in parts_of_wholes(article):
        value, facts = part.value * 100 / whole.value / scale, (part, whole)
        yield Step(value, "share", (part.value, "of", whole.value), facts, True)
        left = (whole.value, "-", part.value, "of", whole.value)
        yield Step(100 / Decimal(scale) - value, "share", left, facts, True)


def _told_apart(article: Scene, part: Quantity, whole: Quantity) -> bool:
    """Whether a figure of another sentence is no part of one: a part of another, or of a noun of its own."""
    if article.sentence[part.first] == article.sentence[whole.first]:
        return False
    if wholes_of(article, part):
        return True
    if set(article.head(part)) & set(article.head(whole)):
        return False
    return not near(article, part, whole, 1) or any(map(plural, article.head_words(part)))


def _told_as_change(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether a text moves from one of two figures to the other: "from 6 to 4", "4, down from 6"."""
    first, second = (one, other) if one.first < other.first else (other, one)
    between = article.tape.words[first.last : min(second.first, first.last + _MOVING + 1)]
    if len(between) > _MOVING:
        # "2,340 colonies on the outer reef, the park said, against 3,120 before".
        one_sentence = article.sentence[first.first] == article.sentence[second.first]
        return one_sentence and article.tape.word(second.first - 1) in _MOVED
    before = article.tape.word(first.first - 1)
    return (before == "from" and "to" in between) or not _MOVED.isdisjoint(between)


_MOVED = frozenset({"from", "against", "compared"})
_MOVING = 8
"""Words between two figures of which a text tells one as the earlier state of the other."""


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
            if fact.value > 1:
                yield Step(100 / fact.value / scale, "times", ("100 /", fact.value), (fact,), True)


_MOST_TIMES = 10


_VOTING = frozenset("vote votes voted voting ballot majority favour favor against abstained".split())


def vote_shares(case: Case) -> Iterable[Step]:
    """Divide the votes of one by those of all: "6,120 votes; Riis got 4,080 and Dahl 1,800"."""
    if case.claim.kind not in ("percent", "fraction") or case.claim.unit in ("pp", "for", "to"):
        return ()
    if case.summary.tape.word(case.claim.first - 1) == "by":
        return ()
    return _vote_shares(case.article, 1 if case.claim.kind == "percent" else 100)


_TWO = frozenset({"runoff", "referendum"})
_TWO_PAIRS = frozenset({("run", "-"), ("second", "round"), ("two", "candidates")})


def run_off(case: Case) -> Iterable[Step]:
    """Yield the lead of who has more than half of the votes where two stand: 53.4 per cent lead by 6.8."""
    claim = case.claim
    leads = (
        claim.unit == "pp" or case.sort.points or (claim.kind == "count" and not claim.unit and not case.head)
    )
    return _leads(case.article) if leads and not _LEADING.isdisjoint(case.beside) else ()


_LEADING = frozenset("by lead leads led margin ahead majority behind over gap".split())


@once_per_text
def _leads(article: Scene) -> list[Step]:
    tape, words = article.tape, article.tape.words
    two = any(word in tape.places_of for word in _TWO) or any(
        (words[at], tape.word(at + 1)) in _TWO_PAIRS for at in tape.places({one for one, _ in _TWO_PAIRS})
    )
    return [
        Step(2 * fact.value - 100, "difference", (fact.value, "-", 100 - fact.value), (fact,), rounded=True)
        for fact in article.quantities
        if two and fact.unit == "%" and fact.high is None and 50 < fact.value < 100
    ]


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
            if any(whole in wholes_of(article, part) for part, whole in pairwise(run)):
                # "9,600 of the 16,000 votes cast".
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
