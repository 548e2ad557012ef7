"""Figures told as the article tells one beside them, by their parts of the sentence.

"Stored cool, the soft sorts keep for ten months and the hard ones for five": each figure has a part of the
sentence (see `frames`), and what stands in one part alone is told of that figure.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.figures import measures
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.changes import changed
from bench.facts.numbers.place.frames import frame, is_verb, named, sort, unit_of, values
from bench.facts.numbers.place.opposed import told
from bench.facts.numbers.place.partitive import ANYBODY, DETERMINERS, ITS_OWN, THEM, is_whole, part_of
from bench.facts.numbers.place.periods import compared
from bench.facts.numbers.place.rivals import NO_PART, is_list, is_other, of_like_size, of_one_sort
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_EVENTS = frozenset("after when because although though as while before since until".split())
_CLOSE = 8
"""Pieces between a part and the whole that it is of."""
_THAN = frozenset("than instead whom including".split())
_PARTITIVE = frozenset({"of", "among"})
_CHANGED = frozenset({"up", "down"})
_MORE = frozenset("more less fewer higher lower longer shorter".split())


class _Claim(NamedTuple):
    """What a summary tells of a figure: by its clause, and by all of its sentence; what stands before it."""

    figure: Quantity
    near: frozenset[str]
    all: frozenset[str]
    before: frozenset[str]
    years: frozenset[str]
    head: str


def told_of_another(
    article: Scene, summary: Scene, found: Assessment, elsewhere: Collection[int]
) -> Quantity | None:
    """Return the figure that the article has for what a summary tells of a claim, a sentence off at most.

    The words of the claim's clause stand in the part of that figure, and no word of its sentence stands with
    the claim's own alone; figures told `elsewhere`, by place, are not asked.
    """
    claim = found.claim
    if claim.kind in NO_PART or claim.kind == "month" or is_whole(summary, claim):
        return None
    if claim.value == _BOTH and summary.tape.word(claim.first - 1) in DETERMINERS:
        return None
    meant = found.meant
    if len(meant) != 1 or meant[0].match.fit < ITS_OWN:
        return None
    own = meant[0].fact
    if is_list(summary, claim):
        return None
    said = _said(summary, claim, found.head)
    for other in beside(article, own):
        if other.first in elsewhere or not _rivals(article, said, own, other):
            continue
        if _lone(article, said, own, other):
            return other
    return None


_BOTH = 2
"""Of two that the reader knows: "the two sides"."""


def _said(summary: Scene, claim: Quantity, head: Sequence[str]) -> _Claim:
    said, kinds = frame(summary, claim), _kinds(summary, claim)
    near = ((said.own | said.shared) & _near(summary, claim)) | said.pointed
    start, _ = summary.sentence_of(claim)
    whole = said.all.union(summary.words(summary.sentence[claim.first]))
    before = frozenset(summary.plain(start, claim.first))
    return _Claim(
        claim, near | kinds, whole | kinds, before, _years(summary, claim), head[-1] if head else ""
    )


@once_per_figure
def _years(scene: Scene, figure: Quantity) -> frozenset[str]:
    """Return the years of a figure's clause, and the month beside it: "in 2012", not "since 2012"."""
    within = set(scene.clause(figure))
    return frozenset(
        value
        for other in scene.figures(scene.sentence[figure.first])
        if scene.tape.word(other.first - 1) in _WITHIN
        if (other.kind == "year" and other.first in within)
        or (other.kind == "month" and not scene.plain(*_gap(figure, other)))
        for value in values(other)
    )


def _gap(one: Quantity, other: Quantity) -> tuple[int, int]:
    """Return where what stands between two figures begins and ends."""
    first, last = sorted((one, other), key=lambda figure: figure.first)
    return first.last, last.first


_WITHIN = frozenset({"in", "during", "of"})


@once_per_figure
def _kinds(scene: Scene, figure: Quantity) -> frozenset[str]:
    """Return what is told of a figure by classes of words: saved, asked for, up."""
    return frozenset(f"{name}:{kind}" for name, kinds in told(scene, figure).items() for kind in kinds)


@once_per_figure
def _near(scene: Scene, figure: Quantity) -> frozenset[str]:
    """Return the stems of a figure's clause, and its other figures, up to where another event is told."""
    places, words = scene.clause(figure), scene.tape.words
    first = max((at + 1 for at in places if at < figure.first and words[at] in _EVENTS), default=0)
    last = min((at for at in places if at >= figure.last and words[at] in _EVENTS), default=len(words))
    within = {at for at in places if first <= at < last}
    others = (q for q in scene.figures(scene.sentence[figure.first]) if q.first in within and q != figure)
    stems = {scene.stems[at] for at in within if scene.stems[at] and not scene.inside(at)}
    return frozenset(stems.union(value for other in others for value in values(other)))


def beside(article: Scene, own: Quantity) -> Iterator[Quantity]:
    """Yield the figures of a figure's sentence, of the next and of the one before, the nearest of many."""
    sentence = article.sentence[own.first]
    for number in (sentence, sentence + 1, sentence - 1):
        figures = article.figures(number)
        at = bisect_left(figures, own.first, key=_place)
        yield from figures[max(0, at - _NEAREST) : at + _NEAREST]


_place = attrgetter("first")
_NEAREST = 8


def _rivals(article: Scene, said: _Claim, own: Quantity, other: Quantity) -> bool:
    """Whether another figure could stand in the place of a claim's, and neither is told by the other."""
    if not is_other(own, other):
        return False
    if other.kind in NO_PART and not other.loose:
        return False
    if said.head and ((unit_of(other) and not said.figure.unit) or article.tape.word(other.last) == "of"):
        # "Two of the largest" count no noun that a claim could have.
        return False
    head = article.head(other)
    if said.head in article.head(own) and ((head and said.head not in head) or part_of(article, other)):
        # "18 cars" are no rival of passengers.
        return False
    if not own.is_date and not of_like_size(own, other):
        return False
    if changed(article, own, other):
        return False
    return _of_one_sort(article, own, other) and not _related(article, own, other)


def _of_one_sort(article: Scene, own: Quantity, other: Quantity) -> bool:
    if own.is_date or other.is_date:
        return own.kind == other.kind == "year"
    if of_one_sort(own, other):
        return True
    # "His club asks for 30 million pounds. Brentley have offered 22 million."
    kinds = {sort(own), sort(other)}
    return kinds == {"count", "money"} and any(measures(article, figure) for figure in (own, other))


def _related(article: Scene, own: Quantity, other: Quantity) -> bool:
    """Whether one figure is a part of the other or told by it: "six of the seven", "63, of whom 21"."""
    first, last = sorted((own, other), key=lambda figure: figure.first)
    words = article.tape.words
    behind = words[last.last : last.last + 3]
    if (behind[:1] == ["of"] and not THEM.isdisjoint(behind)) or not _MORE.isdisjoint(behind[:1]):
        return True
    if article.sentence[own.first] != article.sentence[other.first]:
        return False
    between = words[first.last : last.first]
    if (
        between[:1] == ["("]
        or words[last.first - 1] in _CHANGED
        or not _THAN.isdisjoint(between)
        or (not _PARTITIVE.isdisjoint(between) and not THEM.isdisjoint(between))
    ):
        return True
    inside = article.figures(article.sentence[own.first])
    if any(first.last <= one.first < last.first and not one.weak for one in inside):
        return False
    return ("of" in between and len(between) <= _CLOSE) or "of" in words[
        max(0, first.first - 3) : first.first
    ]


def _lone(article: Scene, said: _Claim, own: Quantity, other: Quantity) -> frozenset[str]:
    """Return the words near a claim that the article has with another figure, where none is its own alone."""
    mine, theirs = frame(article, own), frame(article, other)
    kinds, their_kinds = _kinds(article, own), _kinds(article, other)
    same = article.sentence[own.first] == article.sentence[other.first]
    if same:
        ours = (mine.own | mine.pointed) - theirs.all - _left_out(article, own, other)
        alone = (theirs.own | theirs.pointed) - mine.all
        # "The quake killed 94 people in Tarim and 37 in Soro": what becomes of them is told once.
        tables = {kind.split(":")[0] for kind in their_kinds}
        kinds = frozenset(kind for kind in kinds if kind.split(":")[0] in tables)
    else:
        here, there = _all_told(article, own), _all_told(article, other) | theirs.meant
        ours, alone = here - there, (theirs.own | theirs.shared | theirs.pointed) - here
    heads = set(article.head(own)), set(article.head(other))
    counted = bool(heads[0]) and said.head in heads[1] - heads[0] - ANYBODY
    if not heads[1]:
        # "Fell from 34 seats to 17": the noun of the one goes without saying at the other.
        ours -= heads[0]
    lone = said.near & (alone | (their_kinds - kinds))
    against = said.all & ((ours - _OF_TIME if counted else ours) | (kinds - their_kinds))
    start = article.sentence_of(other)[0] if not same or other.first < own.first else own.last
    subject = lone & said.before & frozenset(article.plain(start, other.first))
    plain = of_one_sort(own, other)
    if against and not (plain and subject and against <= _verbs(article, own)):
        # "Repairs will cost 88 million, says the owner; the council reckons with 90".
        return _NONE
    if counted:
        return lone
    lone -= heads[1]
    if said.years & lone and not (said.years & lone).isdisjoint(_years(article, other)):
        return lone
    earlier = bool(lone & _TIMES)
    if not earlier:
        lone -= _OF_TIME
        two_times = compared(article, own) and compared(article, other)
        if two_times or (not same and all(word in _MOVING for word in lone)):
            # "Operations rose to 1,130", where the list for knees grew to 780: a rise names nothing.
            return _NONE
    if len(lone) > 1 or earlier:
        return lone
    if same and _faced(article, own, other):
        return _NONE
    if same and not subject and lone <= said.before and "to" in article.tape.words[slice(*_gap(own, other))]:
        # "It budgeted 12 million for the hall, but the bill came to 17": what opens the claim is the object.
        return _NONE
    if not same:
        start, _ = article.sentence_of(other)
        lone &= (said.before & frozenset(article.plain(start, other.first))) - mine.meant
    return lone if any(word[0] != "#" for word in lone) else _NONE


_NONE = frozenset[str]()
_TIMES = frozenset(map(stem, ("last", "previous", "earlier", "ago")))
"""Words by which one of two figures of one thing is that of an earlier time."""
_OF_TIME = _TIMES.union(map(stem, ("year", "month", "week", "day", "season", "quarter", "time")))
_MOVES = (
    "rise rose grow grew climb climbed increase increased fall fell drop dropped decline declined sink sank"
)
_MOVING = frozenset({"direction:up", "direction:down", *map(stem, _MOVES.split())})
"""What any figure may do that changes."""
_AGAINST = frozenset({"against", "compared", "versus", "to"})


def _verbs(article: Scene, figure: Quantity) -> frozenset[str]:
    """Return the stems of the verbs of a figure's sentence."""
    return frozenset(article.stems[at] for at in article.span(figure) if is_verb(article, at))


def _faced(article: Scene, own: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is held against the other: "12 against 9", "12 to 9", not "came to 9"."""
    first, last = _gap(own, other)
    words = article.tape.words
    return any(
        words[at] in _AGAINST and not (words[at] == "to" and is_verb(article, at - 1))
        for at in range(first, last)
    )


def _left_out(article: Scene, own: Quantity, other: Quantity) -> set[str]:
    """Return the verbs before a figure that go without saying at the next: "Mara keeps 80 cows, Jule 45"."""
    if other.first < own.first or any(is_verb(article, at) for at in range(own.last, other.first)):
        return set()
    start, _ = article.sentence_of(own)
    return {article.stems[at] for at in range(start, own.first) if is_verb(article, at)}


@once_per_figure
def _all_told(article: Scene, figure: Quantity) -> frozenset[str]:
    """Return the stems and figures of a figure's sentence."""
    sentence = article.sentence[figure.first]
    others = (other for other in article.figures(sentence) if other.first != figure.first and not other.weak)
    told = (value for other in others for value in values(other))
    return frozenset(article.words(sentence)).union(named(figure), told)
