"""Two figures of one sort told of two things, which the article tells the other way round.

"390 jobs in Ostvik and 250 in Dorum": each figure has a part of the sentence to itself, up to the word that
parts the two. The names and words that stand in one part only say whose figure it is, in the summary and in
the article; where those of both figures are crossed, the figures are exchanged.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.figures import measures
from bench.facts.numbers.place.ages import is_age
from bench.facts.numbers.place.frames import is_verb, sort
from bench.facts.numbers.place.periods import compared
from bench.facts.numbers.place.tallies import Tally, tallies, turned_round
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_STRONG = frozenset("; but while whereas against instead rather".split())
_PARTS = _STRONG | frozenset(", ( ) : and where - \u2013 \u2014".split())
_UNFIT = frozenset({"name", "ordinal", "score", "weekday", "fraction"})
_FAR = 30
"""Pieces of text between two figures from which they no longer stand side by side."""
_LONG = 200
"""Pieces of text before a figure that can belong to its part of a sentence."""


class Crossed(NamedTuple):
    """The article's figures of a number and of the one that it changed places with."""

    own: Quantity
    other: Quantity


def crossed(
    article: Scene, summary: Scene, found: Assessment, others: Sequence[Assessment]
) -> Crossed | None:
    """Return the article's two figures where a number and its neighbour have changed places."""
    claim = found.claim
    if claim.kind in _UNFIT or claim.weak or found.only is None or found.only.loose:
        # What stands behind a name alone ("Iqbal 104") is told by that name.
        return None
    for other in others:
        if (
            other is found
            or other.only is None
            or not _of_a_sort(claim, other.claim)
            or not _alike(article, found.only, other.only)
            or other.claim.value == claim.value
        ):
            continue
        if found.head and other.head and found.head != other.head:
            continue  # "19 teachers and 260 pupils": each has its own noun
        pair = (found, other) if claim.first < other.claim.first else (other, found)
        facts = _facts(article, *pair)
        if facts is not None and (won := tallies(article, *facts)):
            if _turned(summary, pair[0].claim, pair[1].claim, won):
                return Crossed(*(facts if pair[0] is found else facts[::-1]))
            continue
        if (found.taken_over and other.taken_over) or (
            facts and _of_two_times(article, summary, pair, facts)
        ):
            continue
        mine = _sides(summary, pair[0].claim, pair[1].claim) if facts is not None else None
        if facts is None or mine is None or not (mine.left and mine.right):
            continue
        theirs = _sides(article, *sorted(facts, key=lambda fact: fact.first))
        if theirs is None:
            continue
        needed = _ONE_SIDE if _contrasted(summary, claim, other.claim) and _contrasted(article, *facts) else 0
        if _cross(mine, theirs, facts[0].first > facts[1].first, needed):
            return Crossed(*(facts if pair[0] is found else facts[::-1]))
    return None


def _of_two_times(
    article: Scene, summary: Scene, pair: Sequence[Assessment], facts: Sequence[Quantity]
) -> bool:
    """Whether both texts say which figure is the earlier: "from £45 to £52" and "£52 instead of £45"."""
    return all(
        compared(summary, one.claim) and compared(summary, one.claim) == compared(article, fact)
        for one, fact in zip(pair, facts, strict=True)
    )


def _turned(summary: Scene, one: Quantity, two: Quantity, won: Sequence[Tally]) -> bool:
    """Whether a summary gives the higher of two figures to the one who has the lower in the article."""
    told = tallies(summary, one, two)
    if not told and (sides := _sides(summary, one, two)):
        told = (Tally(sides.left, sides.right) if one.value > two.value else Tally(sides.right, sides.left),)
    return any(turned_round(mine, theirs) for mine in told for theirs in won)


def _of_a_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be told of the same kind of thing, a unit left out at one of them."""
    if other.weak or other.kind in _UNFIT:
        return False
    if one.kind == other.kind:
        return one.unit == other.unit or "" in (one.unit, other.unit)
    kinds = {one.kind, other.kind}
    return kinds == {"date", "month"} or ("count" in kinds and bool(kinds & _WITH_UNIT))


_WITH_UNIT = frozenset({"money", "measure", "percent"})


def _alike(article: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether two figures of the article are of one sort: "£96,500, was that of Gow, 91" has two sorts.

    "118 million pounds, 27 million more" leaves the unit out at the second.
    """
    ages = [is_age(article, figure) for figure in (one, other)]
    if any(ages):
        return all(
            ages[at] or (figure.kind == "count" and not article.head(figure))
            for at, figure in enumerate((one, other))
        )
    return sort(one) == sort(other) or any(measures(article, figure) for figure in (one, other))


def _facts(article: Scene, one: Assessment, two: Assessment) -> tuple[Quantity, Quantity] | None:
    """Return the only two figures of the article that may be meant, where they stand close by."""
    mine, theirs = one.only, two.only
    if mine is None or theirs is None or mine.first == theirs.first:
        return None
    apart = abs(article.sentence[mine.first] - article.sentence[theirs.first])
    return (mine, theirs) if apart < _APART else None


_APART = 3


class _Sides(NamedTuple):
    """The words of each figure's own part, and those before the first of the two.

    `names` are the words with a capital. `understood` are the words of the first part that the second leaves
    out: "in Mersi 90 fell, in Oru 12".
    """

    left: frozenset[str]
    right: frozenset[str]
    before: frozenset[str]
    understood: frozenset[str]
    names: frozenset[str]


def _sides(scene: Scene, one: Quantity, two: Quantity) -> _Sides | None:
    """Return the telling words of each figure's own part of a sentence; None where nothing parts them."""
    first, _ = scene.sentence_of(one)
    start, last = scene.sentence_of(two)
    pair, words = (one, two), scene.tape.words
    begin, understood = _from(scene, first, one.first), frozenset[str]()
    if first != start:
        left, right = (
            _telling(scene, begin, _up_to(scene, one.last, start), pair),
            _telling(scene, start, last, pair),
        )
    elif two.first - one.last > _FAR:
        return None
    else:
        marks = [at for at in range(one.last, two.first) if words[at] in _PARTS]
        if not marks and "from" in words[max(first, one.first - 3) : one.first]:
            # "From 9 in May to 12 in June": "to" parts the two as well as a comma does.
            marks = [at for at in range(one.last, two.first) if words[at] == "to"]
        if not marks:
            return None
        cut = _line_between(scene, one, two) or next((at for at in marks if words[at] in _STRONG), None)
        if cut is None:
            cut = next((at for at in marks if words[at] == "and"), marks[-1])
        left = _telling(scene, begin, cut, pair)
        end = _up_to(scene, two.last, last)
        right = _telling(scene, cut, end, pair)
        understood = _understood(scene, range(begin, cut), range(cut, end), pair)
    heads = frozenset(stem for figure in (one, two) for stem in _counted(scene, figure))
    heads |= {stem for figure in (one, two) for stem in scene.stems[figure.first : figure.last]}
    names = frozenset(scene.stems[at] for at in range(begin, last) if scene.tape.capital(at)) - {""}
    before = _telling(scene, begin, one.first, pair)
    return _Sides(left - right - heads, right - left - heads, before, understood, names)


def _understood(scene: Scene, left: range, right: range, pair: tuple[Quantity, Quantity]) -> frozenset[str]:
    """Return the stems of a part that go without saying in the next: verbs, what is behind its figure."""
    found = set[str]()
    if not any(is_verb(scene, at) for at in right):
        found.update(scene.stems[at] for at in left if is_verb(scene, at))
    if not scene.plain(pair[1].last, right.stop):
        found.update(scene.plain(pair[0].last, left.stop))
    return frozenset(found)


def _counted(scene: Scene, figure: Quantity) -> Sequence[str]:
    """Return the stems of what a figure counts: "95m crowns first planned" are crowns, no plans."""
    head, behind = scene.head(figure), bisect_left(scene.quantities, figure.last, key=_first)
    if behind == len(scene.quantities):
        return head
    return head[: scene.quantities[behind].first - figure.last]


def _line_between(scene: Scene, one: Quantity, two: Quantity) -> int | None:
    """Return where the last line between two figures of a list begins."""
    tape = scene.tape
    at = tape.document.text.rfind("\n", tape.ends[one.last - 1], tape.starts[two.first])
    return tape.at(at) if at >= 0 else None


def _from(scene: Scene, first: int, start: int) -> int:
    first, words = max(first, start - _LONG), scene.tape.words
    return next((at for at in range(start - 1, first - 1, -1) if words[at] in _STRONG), first)


def _up_to(scene: Scene, end: int, last: int) -> int:
    return next((at for at in range(end, last) if scene.tape.words[at] in _STRONG | {","}), last)


def _telling(scene: Scene, first: int, last: int, pair: tuple[Quantity, Quantity]) -> frozenset[str]:
    """Return the stems of a part, other figures by value; the pair itself is left out."""
    found = set(scene.plain(first, last))
    begin = bisect_left(scene.quantities, first, key=_first)
    for quantity in islice(scene.quantities, begin, None):
        if quantity.last > last:
            break
        if quantity not in pair and not quantity.weak:
            found.add(f"{quantity.value.normalize()}")
    return frozenset(found)


_first = attrgetter("first")


_ONE_SIDE = 2
"""Words of one side that are enough where nothing is known of the other: "debt of 9, allowed are 12"."""


def _contrasted(scene: Scene, one: Quantity, two: Quantity) -> bool:
    """Whether one sentence tells two figures of two things, and not of one at two times ("from 9 to 12")."""
    together = scene.sentence[one.first] == scene.sentence[two.first]
    return together and not compared(scene, one) and not compared(scene, two)


def _cross(mine: _Sides, theirs: _Sides, turned: bool, one_side: int) -> bool:
    """Whether words of both sides are those of the other side in the article, and none are of the same.

    `turned` says that the article has the two figures in the other order. What it has before both may be told
    of both. Where `one_side` is not 0, so many words of one of the sides are enough.
    """
    left, right = (theirs.right, theirs.left) if turned else (theirs.left, theirs.right)
    same = ((mine.left & left) | (mine.right & right)) - theirs.before - _EMPTY
    same -= mine.understood & theirs.understood
    over, back = (mine.left & right) - _EMPTY, (mine.right & left) - _EMPTY
    if over & theirs.names and back & theirs.names:
        # "Plenor cut strokes by 31 per cent, Orexa by 18": both did what is told before both.
        same &= theirs.names
    if same:
        return False
    return bool(over and back) or 0 < one_side <= len(over) + len(back)


_EMPTY = frozenset(map(stem, "get got getting".split()))
"""A verb that goes with any figure."""
