"""Claims that say how they come about: "19 more than the bus", "together they have 59", "outside it 18".

What the article tells of one thing alone is no difference, sum or rest, though it be the same figure.
"""

from itertools import pairwise
from typing import Literal

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.cues import CHANGING, COMPARED
from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.place.frames import is_verb
from bench.facts.numbers.place.partitive import is_whole
from bench.facts.quantities.quantity import DATES, Quantity

Operation = Literal["", "difference", "sum", "rest"]

_UNFIT = DATES | {"name", "ordinal", "score", "fraction", "age"}
_THAN_WHOM = frozenset(
    "more fewer less higher lower older younger taller longer shorter faster slower quicker heavier lighter "
    "bigger larger smaller cheaper dearer later earlier sooner better worse".split()
)
_FROM_WHOM = frozenset("ahead behind above below short".split())
_STOPS = frozenset(", ; : ( ) . and but or who which that while \u2013 \u2014".split())
_BEATING = frozenset(
    "beat beats beaten beating exceeded exceeds exceed exceeding outsold outnumbered outnumber led leads "
    "lead leading trailed trails trailing won wins carried".split()
)
_TOGETHER = frozenset({"together", "combined", "jointly"})
_WITHOUT = frozenset({"outside", "except", "excluding", "besides"})
_APART = frozenset({"by", "before", "after", "instead"})
_NOUN, _CLAUSE, _BEFORE = 4, 12, 6


@once_per_figure
def operation(scene: Scene, figure: Quantity) -> Operation:
    """Return how a text says that a figure comes about."""
    if figure.kind in _UNFIT or figure.weak or figure.vague:
        return ""
    return "difference" if _differs(scene, figure) else _joins(scene, figure)


def _differs(scene: Scene, figure: Quantity) -> bool:
    """Whether a figure tells by how much one is more than another: "19 more seats than", "beat it by 19"."""
    words, own = scene.tape.words, scene.sentence[figure.first]
    behind = list[str]()
    for at in range(figure.last, min(len(words), figure.last + _CLAUSE)):
        if scene.sentence[at] != own or scene.inside(at) or words[at] in _STOPS:
            break
        behind.append(words[at])
    for at, word in enumerate(behind[:_NOUN]):
        if word in _THAN_WHOM:
            if behind[at - 1 : at] == ["no"]:
                return False
            return "than" in behind[at + 2 :] or behind[at + 1 : at + 2] == ["than"] != behind[at + 1 :]
        if word in _FROM_WHOM:
            return len(behind) > at + 1 and behind[at + 2 : at + 3] != ["age"]
    start = max(0, figure.first - _BEFORE)
    before = [words[at] for at in range(start, figure.first) if scene.sentence[at] == own]
    return before[-1:] == ["by"] and not _BEATING.isdisjoint(before)


def _joins(scene: Scene, figure: Quantity) -> Operation:
    """Return whether a figure is told of several together, or of those who are left without some."""
    words = scene.tape.words
    start, stop = scene.sentence_of(figure)
    before = words[max(start, figure.first - _NOUN) : figure.first]
    if is_whole(scene, figure) or not _WITHOUT.isdisjoint(before) or ("apart", "from") in pairwise(before):
        return ""
    comma = next((at for at in range(figure.last, stop) if words[at] in _STOPS), stop)
    said = words[max(start, figure.first - _CLAUSE) : comma]
    if not _WITHOUT.isdisjoint(said) or ("apart", "from") in pairwise(said):
        return "rest"
    if not _TOGETHER.isdisjoint(said) or ("between", "them") in pairwise(said):
        return "sum"
    return ""


def worked_out(article: Scene, summary: Scene, found: Assessment) -> Operation:
    """Return how a summary says that a figure comes about which the article tells of one thing alone."""
    if operation(summary, found.claim) != "difference":
        return ""
    return "" if any(_told_apart(article, support.fact) for support in found.supports) else "difference"


def _told_apart(article: Scene, fact: Quantity) -> bool:
    """Whether an article tells a figure of its own as a difference."""
    words = article.tape.words
    beside = {*words[max(0, fact.first - _NOUN) : fact.first], *words[fact.last : fact.last + _NOUN]}
    return not beside.isdisjoint(COMPARED | CHANGING | _APART)


def parties(summary: Scene, claim: Quantity, way: Operation) -> tuple[frozenset[str], ...]:
    """Return the stems of those whose figures a sum or a rest is made of: "the Greens and the Left"."""
    words = summary.tape.words
    start, stop = summary.sentence_of(claim)
    if way == "rest":
        at = next((at for at in range(start, stop) if words[at] in _WITHOUT), stop)
        first = _party(summary, at + 1, 1) if at < stop else range(0)
        found = [first, *_joined(summary, first)] if first else []
    elif way == "difference":
        behind = range(claim.last, min(stop, claim.last + _CLAUSE))
        at = next((at for at in behind if words[at] == "than" or words[at] in _FROM_WHOM), stop)
        alone = at < stop and not any(
            words[at] in _STOPS or summary.inside(at) for at in range(start, claim.first)
        )
        found = [_party(summary, start, 1), _party(summary, at + 1, 1)] if alone else []
    else:
        ands = (at for at in range(start, stop) if words[at] in _AND and not summary.inside(at))
        if not way:
            # "The run and the bazaar brought in 27,000": subjects.
            ands = (at for at in ands if any(is_verb(summary, verb) for verb in range(at, claim.first)))
        found = max(([*_before(summary, at), _party(summary, at + 1, 1)] for at in ands), key=len, default=[])
    told = tuple(frozenset(filter(None, summary.stems[one.start : one.stop])) for one in found)
    return told if all(told) and len(told) <= _MOST else ()


_MOST = 4


def _party(summary: Scene, at: int, way: int) -> range:
    """Return the places of the words of one party, from one place on or up to it."""
    words, own, last = summary.tape.words, summary.sentence[at - way], at
    while 0 <= last < len(words) and abs(last - at) < _WORDS and summary.sentence[last] == own:
        if words[last] in _ENDS or summary.inside(last) or is_verb(summary, last):
            break
        last += way
    return range(at, last) if way > 0 else range(last + 1, at + 1)


def _before(summary: Scene, at: int) -> list[range]:
    """Return the parties before "and": two or more with commas between."""
    found = [_party(summary, at - 1, -1)]
    while found[0] and summary.tape.word(found[0].start - 1) == ",":
        party = _party(summary, found[0].start - 2, -1)
        if not party:
            break
        found.insert(0, party)
    return found


def _joined(summary: Scene, first: range) -> list[range]:
    """Return the parties that follow the first one of a list."""
    found, last = list[range](), first
    while last and summary.tape.word(last.stop) in (",", "and"):
        last = _party(summary, last.stop + 1, 1)
        if last:
            found.append(last)
        if summary.tape.word(last.start - 1) == "and":
            break
    return found


_WORDS = 5
_AND = frozenset({"and", "or"})
_ENDS = (
    _STOPS
    | _TOGETHER
    | frozenset("between them in at to for from with by on both of would will have has had".split())
)
