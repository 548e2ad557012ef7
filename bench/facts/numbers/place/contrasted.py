"""Figures given to the wrong one of two names or times, each of which the article has with its own.

"Waits averaged 212 minutes at Hexley and 148 at Brideswell": of 148 minutes at Hexley every other word is
told of both. What tells the two figures apart are the names and times in the part of each (see `frames`): a
claim that has those of the one and none of the other tells of the one.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.numbers.place.ages import is_age
from bench.facts.numbers.place.changes import changed
from bench.facts.numbers.place.frames import ANY_WORD, ASIDE, frame, sort, told_weight, unit_of, values
from bench.facts.numbers.place.partitive import ANYBODY, is_whole, part_of
from bench.facts.numbers.place.rivals import NO_PART, is_list, is_other, of_like_size, of_one_sort
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_TIMES = frozenset({"year", "month", "season", "weekday", "date"})
_UNFIT = _TIMES | frozenset({"name", "ordinal", "age", "score", "fraction"})
_FAR = 8
"""Sentences away from a figure in which another of its sort may be told of another time."""


def told_as_there(article: Scene, summary: Scene, claim: Quantity, own: Quantity, other: Quantity) -> bool:
    """Whether a summary tells a figure with words that the article has for it and not for the other."""
    if own.kind in NO_PART or other.kind in NO_PART or sort(own) != sort(other):
        return False
    if abs(article.sentence[own.first] - article.sentence[other.first]) > 1 or is_list(summary, claim):
        return False
    said, mine, theirs = frame(summary, claim), frame(article, own), frame(article, other)
    ours, against = said.own & ((mine.own | mine.pointed) - theirs.all), said.own & (theirs.own - mine.all)
    if any(word[0] == "#" for word in ours) and not any(word[0] == "#" for word in against):
        # "In 2020 it had 1,120": what is told of the first of a row goes without saying at the next.
        return True
    return not against and told_weight(article, ours) >= ANY_WORD


class _Marks(NamedTuple):
    """The names and the times told of a figure alone, or of it among others where it has none alone."""

    names: frozenset[str]
    times: frozenset[str]
    all: frozenset[str]


def of_another(article: Scene, summary: Scene, found: Assessment) -> Quantity | None:
    """Return the figure that the article has for the name or time of which a summary tells a claim."""
    claim = found.claim
    if claim.kind in _UNFIT or claim.vague or claim.high is not None or is_list(summary, claim):
        return None
    if part_of(summary, claim) or is_whole(summary, claim):
        return None
    said = _near(summary, claim, _marks(summary, claim, name_stems(article)))
    if not (said.names or said.times):
        return None
    told = _all_marks(summary, claim, name_stems(article))
    meant = [support.fact for support in found.meant]
    if not meant or any(fact.kind in _UNFIT for fact in meant):
        return None
    rival = None
    for own in meant:
        rival = next(
            (other for other in _others(article, own) if _given(article, found, own, other, said, told)), None
        )
        if rival is None:
            return None
    return rival


def _given(
    article: Scene, found: Assessment, own: Quantity, other: Quantity, said: _Marks, told: frozenset[str]
) -> bool:
    """Whether a claim has what marks another figure, and nothing of what marks its own."""
    if not _of_one_noun(article, found, own, other):
        return False
    mine, theirs = (_marks(article, figure, name_stems(article)) for figure in (own, other))
    apart = abs(article.sentence[own.first] - article.sentence[other.first])
    for here, there, claimed in (
        (mine.names, theirs.names, said.names),
        (mine.times, theirs.times, said.times),
    ):
        lone, left = (claimed & there) - mine.all, here - theirs.all
        if apart > 1 and here is not mine.times:
            continue
        if not lone or not left or left & told or (claimed & mine.all) - theirs.all:
            continue
        if lone == {"before"} and all(mark.startswith("weekday") for mark in left):
            # "Last week" is no other time than "on Friday".
            continue
        if here is mine.names and not _alike(article, own, left, other, lone):
            continue
        if here is mine.times and (said.names & theirs.all) < said.names & mine.all:
            continue
        if here is mine.names and said.times & mine.times - theirs.times and theirs.times:
            # "In 2019 Aldo had 40": told of Bea in another year.
            continue
        return True
    return False


def _of_one_noun(article: Scene, found: Assessment, own: Quantity, other: Quantity) -> bool:
    """Whether two figures count or measure the same, and neither is a part or a change of something."""
    if not is_other(own, other) or other.kind in _UNFIT or not of_one_sort(own, other):
        return False
    if not of_like_size(own, other):
        return False
    heads = [set(article.head(figure)) - ANYBODY for figure in (own, other)]
    if all(heads) and not heads[0] & heads[1] and not set(found.head) & heads[1]:
        return False
    apart = abs(article.sentence[own.first] - article.sentence[other.first])
    if apart > 1 and heads[0] and found.head and not heads[0] & set(found.head):
        return False
    if apart and not unit_of(own) and not (set(found.head) or heads[0]) & set(article.head(other)):
        return False
    if part_of(article, own) or part_of(article, other) or is_age(article, other):
        return False
    return not changed(article, own, other)


def _others(article: Scene, own: Quantity) -> Iterator[Quantity]:
    """Yield the figures near a figure, those of its sentence first."""
    at = article.sentence[own.first]
    for number in sorted(range(max(0, at - _FAR), at + _FAR + 1), key=lambda number: abs(number - at)):
        yield from article.figures(number)


def _alike(
    article: Scene, own: Quantity, names: frozenset[str], other: Quantity, others: frozenset[str]
) -> bool:
    """Whether two names stand alike by their figures: both before or behind, in two sentences by one word."""
    mine, theirs = _places(article, own, names), _places(article, other, others)
    if article.sentence[own.first] == article.sentence[other.first]:
        first, last = sorted((own, other), key=lambda figure: figure.first)
        if _JOINTS.isdisjoint(article.tape.words[first.last : last.first]):
            # "Mr Abel, now 64, said that he was 27 when": a subject is that of the whole sentence.
            return False
        return bool({before for before, _ in mine} & {before for before, _ in theirs})
    return bool(mine & theirs)


_JOINTS = frozenset("and but while whereas ; against or though although".split())


def _places(article: Scene, figure: Quantity, names: frozenset[str]) -> set[tuple[bool, str]]:
    """Return where names stand in a figure's sentence: whether before it, and the word before them."""
    start, stop = article.sentence_of(figure)
    tape, found = article.tape, set[tuple[bool, str]]()
    for at in range(start, stop):
        if article.stems[at] in names and tape.capital(at):
            first = at
            while first > start and tape.capital(first - 1):
                first -= 1
            if first > start and tape.words[first - 1] == "the":
                first -= 1
            found.add((at < figure.first, tape.words[first - 1] if first > start else ""))
    return found


@once_per_text
def name_stems(article: Scene) -> frozenset[str]:
    """Return the stems of words that stand with a capital within a sentence, and never without one."""
    tape, found, plain = article.tape, set[str](), set[str]()
    for at, word in enumerate(article.stems):
        if not word or article.inside(at):
            continue
        if not tape.capital(at):
            plain.add(word)
        elif at and article.sentence[at - 1] == article.sentence[at] and tape.words[at - 1] not in _OPENING:
            found.add(word)
    return frozenset(found - plain)


_OPENING = frozenset({'"', "'", "\u201c", "\u2018", ":"})


def _marks(scene: Scene, figure: Quantity, names: frozenset[str]) -> _Marks:
    told = frame(scene, figure)
    own = told.own | told.pointed
    named = own & names or told.shared & names
    times = _figures(scene, figure, own) or _figures(scene, figure, told.shared)
    every = told.all - told.meant if named else told.all
    every = (every & names) | _figures(scene, figure, every)
    return _Marks(frozenset(named), times, every)


def _all_marks(scene: Scene, figure: Quantity, names: frozenset[str]) -> frozenset[str]:
    """Return every name and time of a figure's sentence."""
    words = frozenset(scene.words(scene.sentence[figure.first]))
    return (
        (words & names)
        | frozenset(map(_mark, scene.figures(scene.sentence[figure.first])))
        | _relative(words)
    )


def _figures(scene: Scene, figure: Quantity, told: frozenset[str]) -> frozenset[str]:
    """Return the marks of the times among what is told of a figure."""
    marks = frozenset(
        _mark(other)
        for other in scene.figures(scene.sentence[figure.first])
        if other.first != figure.first and other.kind in _TIMES and not told.isdisjoint(values(other))
        if scene.tape.word(other.first - 1) not in _EDGES
    )
    return marks | _relative(told)


_EDGES = frozenset("since from until till before after than by".split())
"""Words before a time that is none at which a figure stands."""


def _near(summary: Scene, claim: Quantity, marks: _Marks) -> _Marks:
    """Return the marks of a claim's clause, and of what opens its sentence before a comma."""
    start, _ = summary.sentence_of(claim)
    opening = range(
        start, next((at for at in range(start, claim.first) if summary.tape.words[at] == ","), start)
    )
    places = {*summary.clause(claim), *(opening if summary.tape.word(start) in ASIDE else ())}
    within = {summary.stems[at] for at in places}
    within |= {_mark(other) for other in summary.figures(summary.sentence[start]) if other.first in places}
    if not _BEFORE.isdisjoint(within):
        within.add("before")
    near = _Marks(marks.names & within, marks.times & within, marks.all)
    return near if near.names or near.times else marks


def _mark(figure: Quantity) -> str:
    return f"{figure.kind} {figure.value}"


def _relative(told: frozenset[str]) -> frozenset[str]:
    return frozenset() if told.isdisjoint(_BEFORE) else frozenset({"before"})


_BEFORE = frozenset(map(stem, ("last", "previous", "earlier", "ago")))
"""Words by which a time is one before that of the report."""
