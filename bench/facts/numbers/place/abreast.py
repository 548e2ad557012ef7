"""Figures told of the other of two things that stand side by side in the article, each with its own figure.

"Bread had gone up by 40 per cent and wages by nine": of wages the nine is told, whatever stands around the
forty. Unlike the words of a whole part (see `parallel`), the noun or name nearest to each figure is weighed
alone, so that this holds where a summary takes over all words but that one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.announced import operation
from bench.facts.numbers.place.changes import changed
from bench.facts.numbers.place.contrasted import name_stems
from bench.facts.numbers.place.frames import frame, is_verb, named, row_of, unit_of
from bench.facts.numbers.place.partitive import THEM, is_whole, part_of
from bench.facts.numbers.place.rivals import NO_PART, is_list, is_other, of_like_size, of_one_sort
from bench.facts.quantities.quantity import Quantity

_PREPOSITIONS = frozenset("in at to for from of by with on against under among".split())
_LEADS = _PREPOSITIONS | frozenset("the a an its his her their our mr mrs ms dr only just".split())
"""Words that may stand between the word that parts two figures and the noun of the second."""
_SUBORDINATE = frozenset("that which who whose because so if when where than as after before of".split())
"""Words that make what follows a part of what is told before, not its neighbour."""
_PARTING = frozenset("and or but while whereas ; ,".split())
_NO_NOUNS = frozenset(
    "again later then now still only just also once already today perhaps even about around nearly almost "
    "some over under roughly nowhere never twice half ones same another others nobody nothing everybody "
    "everyone somebody anybody anyone none gone risen fallen grown shrunk sunk driven given taken come "
    "become cut seen done known shown born eaten drawn thrown flown".split()
)
"""Adverbs, pronouns and irregular participles: none of them is what a figure is told of."""
_WITHIN = frozenset({"-", "of", "the", "a", "for"})
"""Pieces within a noun phrase: "the cost of the merger"."""
_EXACT = 0.9
"""Fit of a figure of the very unit, beside which a bare one of the same value is not meant."""
_WORDS = 4
"""Words of a noun or name that are read at most."""


class _Nouns(NamedTuple):
    """The stems of what stands nearest before and behind a figure, and the small word before the latter."""

    before: frozenset[str]
    behind: frozenset[str]
    link: str


def of_the_other(article: Scene, summary: Scene, found: Assessment) -> Quantity | None:
    """Return the figure beside a claim's own that the article has for the thing that the claim names."""
    claim = found.claim
    if claim.kind in NO_PART or claim.is_date or claim.vague or claim.weak or is_list(summary, claim):
        return None
    best = max((support.match.fit for support in found.meant), default=0.0)
    meant = [support.fact for support in found.meant if support.match.fit >= min(best, _EXACT)]
    if not meant or is_whole(summary, claim) or part_of(summary, claim):
        return None
    if operation(summary, claim) not in ("", "average"):
        # "The Greens and the Blues have a combined 14 seats", as many as the Reds alone.
        return None
    rival = None
    for own in meant:
        rival = next(
            (other for other in _abreast(article, own) if _told(article, summary, claim, own, other)), None
        )
        if rival is None:
            return None
    return rival


def _abreast(article: Scene, own: Quantity) -> Iterator[Quantity]:
    """Yield the figures straight before and behind one in its row, and those of the sentences beside."""
    row, at, _ = row_of(article, own)
    sentence = article.sentence[own.first]
    near = [other for number in (sentence - 1, sentence + 1) for other in article.figures(number)]
    for other in (*row[max(0, at - 1) : at], *row[at + 1 : at + 2], *near):
        # "Lee stayed eleven years. Krogh lasted five weeks."
        lengths = own.kind == other.kind == "duration" and other in near
        alike = of_one_sort(own, other) or lengths
        if is_other(own, other) and alike and of_like_size(own, other) and not changed(article, own, other):
            yield other


def _told(article: Scene, summary: Scene, claim: Quantity, own: Quantity, other: Quantity) -> bool:
    """Whether a claim names the noun nearest to another figure, and nowhere that nearest to its own."""
    first, second = sorted((own, other), key=lambda figure: figure.first)
    if article.sentence[own.first] != article.sentence[other.first]:
        if not (_opened_by_name(article, own) and _opened_by_name(article, other)):
            return False
        if not unit_of(own) and not set(article.head(own)) & set(article.head(other)):
            # "City had lost 10 of 13. The Robins are two points above": of nobody else's points.
            return False
    else:
        between = article.tape.words[first.last : second.first]
        parted = next((at for at, word in enumerate(between) if word in _PARTING), None)
        if parted is None or not _SUBORDINATE.isdisjoint(between[parted:]):
            return False
    mine, theirs = _nouns(article, own), _nouns(article, other)
    if mine.before and theirs.before:
        here, there = mine.before, theirs.before
    elif mine.link == theirs.link and not (mine if second is own else theirs).before:
        here, there = mine.behind, theirs.behind
    else:
        return False
    here, there = here - there, there - here
    start, stop = _part(article, own)
    if not here or not there or not there.isdisjoint(article.plain(start, stop)):
        return False
    said, whole = frame(summary, claim), _beside(summary, claim, other)
    return there <= said.own | said.shared and not any(_alike(one, two) for one in here for two in whole)


def _beside(summary: Scene, claim: Quantity, other: Quantity) -> frozenset[str]:
    """Return the words of a claim's sentence, or if it tells the other too, its own and those between."""
    sentence = summary.sentence[claim.first]
    told = next((figure for figure in summary.figures(sentence) if figure.value == other.value), None)
    if told is None:
        return frozenset(summary.words(sentence))
    return frame(summary, claim).all.union(summary.plain(told.last, claim.first))


def _opened_by_name(scene: Scene, figure: Quantity) -> bool:
    """Whether a sentence opens with the name of which it tells a figure: "Lee stayed for 11 years"."""
    start, _ = scene.sentence_of(figure)
    first = start + (scene.tape.words[start] in _LEADS)
    last = next((at for at in range(first, figure.first) if not scene.tape.capital(at)), figure.first)
    told = set(scene.stems[first:last])
    return bool(told) and told == _nouns(scene, figure).before and told <= name_stems(scene)


def _alike(one: str, other: str) -> bool:
    """Whether two stems may be of one word: "saving" and "save"."""
    return one[:_STEM] == other[:_STEM]


_STEM = 3
"""Letters in which the stems of one word agree."""


@once_per_figure
def _nouns(scene: Scene, figure: Quantity) -> _Nouns:
    first, last = _part(scene, figure)
    behind, link = _behind(scene, figure, last)
    return _Nouns(_before(scene, figure, first), behind, link)


def _part(scene: Scene, figure: Quantity) -> tuple[int, int]:
    row = row_of(scene, figure)
    return row.parts[row.place]


def _before(scene: Scene, figure: Quantity, first: int) -> frozenset[str]:
    """Return the noun or name nearest before a figure, where it opens what is told of the figure."""
    words, at = scene.tape.words, figure.first - 1
    if figure.loose and figure.name:
        return frozenset(named(figure))
    while at >= first and not _is_noun(scene, at):
        at -= 1
    if any(words[to] == "to" and is_verb(scene, to + 1) for to in range(at, figure.first - 1)):
        # "Gained ten points while Lund were a man down to take a three-point lead": another took it.
        return frozenset()
    found = set[str]()
    while at >= first and len(found) < _WORDS and (_is_noun(scene, at) or words[at] in _WITHIN):
        found.add(scene.stems[at])
        at -= 1
    found.discard("")
    return frozenset(found)


def _behind(scene: Scene, figure: Quantity, last: int) -> tuple[frozenset[str], str]:
    """Return the noun behind the first small word after a figure, and that word: "212 minutes at Hexley"."""
    words = scene.tape.words
    links = (
        at
        for at in range(figure.last, last)
        if words[at] in _PREPOSITIONS and scene.tape.word(at + 1) not in THEM
    )
    link = next(links, last)
    at = link + 1
    while at < last and words[at] in _LEADS:
        at += 1
    found = set[str]()
    while at < last and len(found) < _WORDS and (_is_noun(scene, at) or words[at] == "-"):
        found.add(scene.stems[at])
        at += 1
    found.discard("")
    return frozenset(found), words[link] if found else ""


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a word may be a noun: it has content, and neither looks like a verb nor is a figure."""
    return bool(
        scene.stems[at]
        and not scene.inside(at)
        and not is_verb(scene, at)
        and scene.tape.words[at] not in _NO_NOUNS
    )
