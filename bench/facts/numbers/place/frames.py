"""What a sentence tells of one of its figures and not of the others of its sort: the words of its own part.

"Headaches were reported by 25 people under amber light and by 11 under the sham lamp": of the eleven the sham
lamp is told alone, the headaches are told of both. A part reaches from the word that parts a figure from the
one before to that which parts it from the next; what stands before the first figure is told of all that have
no subject of their own.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_figure, once_per_text
from bench.facts.numbers.phrases import plural
from bench.facts.numbers.place.respective import respective
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_STRONG = frozenset("; but while whereas against instead rather though although : \u2013 \u2014".split())
_AND = frozenset({"and", "or", "nor", "then"})
_WEAK = frozenset({",", "(", ")"})
_LINKS = frozenset("to from at by in for of with than on after before since until".split())
_SAME = frozenset({"same", "latter"})
_PRONOUNS = frozenset("it they he she this these its their his her them".split())
_OPENING = 5
"""Words of the sentence before that a pronoun may stand for: its subject stands first."""
_UNFIT = frozenset({"name", "ordinal", "age"})
ANY_WORD = 1.0
"""Weight of words from which they say whose a figure is: any that does not stand all over the article."""
_VERBS = frozenset(
    "stood fell rose grew made got had was were is are be been being won lost bought sold took held "
    "cost reached went came saw gave paid left spent drew kept met led sank hit put ran shut has "
    "have having get gets getting take takes hold holds costs need needs sell sells pay pays make "
    "makes give gives go goes brought sent told said found built lent caught began became ate drove "
    "flew drank shot shrank slid sprang rise rises fall falls grow grows do does did will would can "
    "could may might must shall should keep keeps come comes wants plans says expects leads wins "
    "loses gains stands lies sits runs works lives plays starts begins ends opens closes".split()
)
"""Verbs that do not end in "ed": before a figure they are no subject of its own."""


class Frame(NamedTuple):
    """The stems told of a figure alone, of it and others; what a pronoun stands for, and what "the other"."""

    own: frozenset[str]
    shared: frozenset[str]
    meant: frozenset[str]
    pointed: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every stem that is told of the figure."""
        return self.own | self.shared | self.meant | self.pointed


@once_per_figure
def frame(scene: Scene, figure: Quantity) -> Frame:
    """Return the words that are told of a figure."""
    sentence = scene.sentence[figure.first]
    start, _ = scene.bounds(sentence)
    row, place, edges = row_of(scene, figure)
    begins, ends = [first for first, _ in edges], [last for _, last in edges]
    parts = [_told(scene, first, last, row) for first, last in edges]
    for part, other in zip(parts, row, strict=True):
        part.update(named(other))
    opening = _told(scene, start, row[0].first, row)
    subjects = [other.loose or _has_subject(scene, begins[at], other.first) for at, other in enumerate(row)]
    shared = opening if not all(subjects[1:]) and (place == 0 or not subjects[place]) else set[str]()
    if place == 0 and all(subjects[1:]):
        shared = _understood(scene, row, begins)
    others = set[str]().union(*(parts[at] for at in range(len(row)) if at != place))
    meant, pointed = _meant(scene, start, row[place]), set[str]()
    if place and not _SAME.isdisjoint(scene.tape.words[begins[place] : ends[place]]):
        pointed |= parts[place - 1]
    pointed |= _pointed_at(scene, row, range(begins[place], ends[place]))
    if len(row) > 1 and (orders := respective(scene, sentence, row)):
        every = set[str]().union(*orders)
        parts = [(part - every) | order for part, order in zip(parts, orders, strict=True)]
        others, shared = others | every - orders[place], shared - every
    own = parts[place] - (others & parts[place] if place else shared) - shared
    return Frame(frozenset(own), frozenset(shared), frozenset(meant - own - shared), frozenset(pointed))


class Row(NamedTuple):
    """The figures told side by side with one, its place among them, and where the part of each lies."""

    figures: list[Quantity]
    place: int
    parts: list[tuple[int, int]]


def row_of(scene: Scene, figure: Quantity) -> Row:
    """Return the figures of its sort in a figure's sentence; one that has no part there stands alone."""
    start, stop = scene.bounds(scene.sentence[figure.first])
    row = _row(scene, scene.sentence[figure.first], sort(figure))
    place = next((at for at, other in enumerate(row) if other.last == figure.last), None)
    if place is None:
        row, place = [figure], 0
    cuts = [_cut(scene, one, two) for one, two in pairwise(row)]
    begins, ends = [start, *(begin for _, begin in cuts)], [*(end for end, _ in cuts), stop]
    ends = [_unsaid(scene, other, end) for other, end in zip(row, ends, strict=True)]
    return Row(row, place, list(zip(begins, ends, strict=True)))


def sort(figure: Quantity) -> str:
    """Return what figures have in common that are told side by side."""
    if figure.is_date:
        return "date"
    kind = figure.lent[0] or ("count" if figure.loose else figure.kind)
    return f"{kind} {unit_of(figure)}" if kind == "measure" else kind


def unit_of(figure: Quantity) -> str:
    """Return the unit of a figure, its own or the one that it borrows."""
    return figure.lent[1] or figure.unit


@once_per_text
def _row(scene: Scene, sentence: int, of_sort: str) -> list[Quantity]:
    """Return the figures of one sort in a sentence, in order."""
    return [
        figure
        for figure in scene.figures(sentence)
        if sort(figure) == of_sort and (figure.loose or figure.kind not in _UNFIT) and not figure.weak
    ]


def _cut(scene: Scene, one: Quantity, two: Quantity) -> tuple[int, int]:
    """Return where the part of the first of two figures ends, and where that of the second begins.

    What stands between two signs of one strength may belong to either: "from 3 May, 14 shows, ending on 9
    June".
    """
    tape = scene.tape
    line = tape.document.text.rfind("\n", tape.ends[one.last - 1], tape.starts[two.first])
    if line >= 0:
        return tape.at(line), tape.at(line)
    places = [at for at in range(one.last, two.first) if not (scene.inside(at) or _joins_nouns(scene, at))]
    for signs in (_STRONG, _AND, _WEAK):
        if found := [at for at in places if tape.words[at] in signs]:
            return found[0], found[-1]
    at = next((at for at in reversed(places) if tape.words[at] in _LINKS), two.first)
    return at, at


def _joins_nouns(scene: Scene, at: int) -> bool:
    """Whether "and" makes one subject of two nouns: "9,200 homes and shops were without power"."""
    words = scene.tape.words
    if words[at] not in _AND or at + 2 >= len(words):
        return False
    return plural(words[at - 1]) and plural(words[at + 1]) and is_verb(scene, at + 2)


def _unsaid(scene: Scene, figure: Quantity, end: int) -> int:
    """Return where a part ends without who is said to have told it: "it costs 38 million, said the mayor"."""
    words = scene.tape.words
    said = (at - 1 for at in range(figure.last + 1, end) if words[at] in _SAID and words[at - 1] == ",")
    return next(said, end)


def _told(scene: Scene, first: int, last: int, row: Sequence[Quantity]) -> set[str]:
    """Return the stems of a part, and its other figures by value."""
    found = set(_plain(scene, first, last))
    for quantity in scene.figures(scene.sentence[first]) if first < last else ():
        if first <= quantity.first < last and quantity not in row:
            found.update(values(quantity))
    return found


def named(figure: Quantity) -> list[str]:
    """Return the stems of the name that a figure is read with: "Greens 16"."""
    return [stem(word) for word in figure.name.split()[:-1]] if figure.loose else []


def _plain(scene: Scene, first: int, last: int) -> list[str]:
    return [word for word in scene.plain(first, last) if word != _ONES]


_SAID = frozenset({"said", "says", "according", "reported", "told"})


_ONES = stem("ones")
"""It stands for a noun that is told before."""


def values(quantity: Quantity) -> list[str]:
    """Return a figure's value as a word, with the other end of a range."""
    ends = (quantity.value, quantity.high) if quantity.high is not None else (quantity.value,)
    return [f"#{end.normalize():f}" for end in ends if end is not None]


def told_weight(article: Scene, told: Iterable[str]) -> float:
    """Return how much words, and figures among them, tell one sentence of the article from the others."""
    return fsum(_FIGURE if word.startswith("#") else article.weights.get(word, 0.0) for word in told)


_FIGURE = 3.0
"""Weight of a figure, that of a word of one sentence in twenty."""


def _has_subject(scene: Scene, first: int, last: int) -> bool:
    """Whether a part has a word before its figure that is no verb: "and stood at 14" has none."""
    return any(
        scene.stems[at]
        and not scene.inside(at)
        and not is_verb(scene, at)
        and scene.tape.words[at] not in _ADVERBS
        for at in range(first, last)
    )


_ADVERBS = frozenset("again later then now still only just also once already today perhaps even".split())


def is_verb(scene: Scene, at: int) -> bool:
    """Whether a word looks like the verb of its clause."""
    word = scene.tape.words[at]
    return word in _VERBS or (word.endswith("ed") and word not in _NO_VERBS)


_NO_VERBS = frozenset("bed red seed shed feed weed deed reed sled speed breed greed hundred indeed".split())


def _understood(scene: Scene, row: Sequence[Quantity], begins: Sequence[int]) -> set[str]:
    """Return the words before the first figure that are left out at the next: its verb, the noun of "ones".

    As many words stand against the subject of the next as that has: of "bread had gone up by 40 per cent and
    wages by nine" bread does, and wages have gone up as well.
    """
    if len(row) < 2 or any(is_verb(scene, at) for at in range(begins[1], row[1].first)):
        return set()
    against = len(_plain(scene, begins[1], row[1].first)) + len(named(row[1]))
    words, first = scene.tape.words, begins[0]
    comma = next((at + 1 for at in range(row[0].first - 1, first, -1) if words[at] == ","), first)
    begun = comma
    if words[comma] in ASIDE:
        verb = next((at for at in range(comma, row[0].first) if is_verb(scene, at)), comma)
        begun = next((at for at in range(verb - 1, comma, -1) if words[at] in _DETERMINERS), comma)
    told = _plain(scene, begun, row[0].first)[against:]
    return {*told, *_plain(scene, comma, begun)}


ASIDE = frozenset(
    "in at on since for after with by from under during before until within over among of as while "
    "when".split()
)
"""Words that open a sentence without its subject: "on a fast charger the Brio took"."""
_DETERMINERS = frozenset("the a an its his her their this that".split())


def _pointed_at(scene: Scene, row: Sequence[Quantity], part: range) -> frozenset[str]:
    """Return the words of the figure before that "the other" points back to.

    "The Brio took 38 minutes and the Tarvo 29. It was 31 for the one in May and 27 for the other."
    """
    words, sentence = scene.tape.words, scene.sentence[part.start] if part else 0
    pointers = (words[at] for at in part if words[at - 1] == "the" and words[at] in _POINTERS)
    pointer = next(pointers, None)
    if pointer is None:
        return frozenset()
    at = _POINTERS[pointer]
    for before in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        sorts = dict.fromkeys(map(sort, scene.figures(before)))
        rows = [found for name in sorts if len(found := _row(scene, before, name)) > 1]
        for found in rows:
            told = [frame(scene, figure).own for figure in found]
            parted = all(any(word[0] != "#" for word in words) for words in told)
            if len(found) == max(2, len(row)) and parted and at < len(told):
                return told[at]
    return frozenset()


_POINTERS = {"one": 0, "former": 0, "first": 0, "other": 1, "latter": 1, "second": 1}
_BACK = 2
"""Sentences before one in which a pair is told that it points back to."""


def _meant(scene: Scene, start: int, figure: Quantity) -> set[str]:
    """Return the opening of the sentence before, where a pronoun stands before a figure."""
    if start == 0 or _PRONOUNS.isdisjoint(scene.tape.words[start : figure.first]):
        return set()
    begin, end = scene.bounds(scene.sentence[start] - 1)
    return set(scene.plain(begin, end)[:_OPENING])
