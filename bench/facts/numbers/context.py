"""What stands around a number: the words that say what it counts or dates."""

from bisect import bisect_left, bisect_right
from itertools import pairwise
from math import log
from typing import Any

import msgspec

from bench.facts.numbers.kept import once_per_figure
from bench.facts.numbers.phrases import GENERIC, STOP, head_places, noun_phrase
from bench.facts.numbers.sentences import sentence_numbers
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import converted
from bench.facts.stems import stem
from bench.facts.tape import Tape
from bench.text.by_word import by_word
from bench.text.computed import computed

# Small words that tell one figure from its neighbour: "from 12 to 15", "since 2010", "aged 24".
_LINKS = frozenset(
    "from to until till since by before after in at aged age between and for over under of on with".split()
)
_CLAUSE_ENDS = frozenset(
    {",", ";", ":", "(", ")", "\u2013", "\u2014", "and", "but", "while", "whereas", "against"}
)


# How near a word is to a number by the words between them, and from how many on it is not near at all; beyond
# its sentence half as near.
_NEARNESS = (*[1.0] * 5, *[0.85] * 5, *[0.7] * 8, *[0.55] * 27)
_BEYOND = tuple(0.5 * nearness for nearness in _NEARNESS)
_FAR = len(_NEARNESS)
_UP_TO, _BEYOND_UP_TO = _NEARNESS[::-1], _BEYOND[::-1]


@by_word
def _stem_of_content(word: str) -> str:
    """Return the stem of a word that carries content, "" for any other piece of a text."""
    return stem(word) if word.isalpha() and word not in STOP else ""


class Around(msgspec.Struct, frozen=True, gc=False):
    """The words around one number: stems with their nearness, and the nearest words on either side."""

    near: dict[str, float]
    right: frozenset[str]
    left: frozenset[str]
    head: str
    before: str
    clause: frozenset[str]

    @property
    def close(self) -> list[str]:
        """The words with fewer than ten words between them and the number."""
        return [word for word, nearness in self.near.items() if nearness >= 0.85]


class Scene:
    """A text prepared for asking what its numbers count; each part is computed when first asked for."""

    def __init__(self, tape: Tape, quantities: tuple[Quantity, ...]):
        """Hold a text's tape and quantities."""
        self.tape, self.quantities = tape, quantities
        stems = dict(zip(tape.places_of, map(_stem_of_content, tape.places_of), strict=True))
        self.stems = list(map(stems.__getitem__, tape.words))
        for quantity in quantities:
            if mark := _mark(quantity):
                self.stems[quantity.last - 1] = mark
        self.sentence = sentence_numbers(tape)
        self.kept: dict[Any, Any] = {}
        self._around: dict[int, Around] = {}
        self._heads: dict[tuple[int, int], tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._inside = bytearray(len(tape))
        self._plain = self.stems.copy()
        for quantity in quantities:
            for index in range(quantity.first, quantity.last):
                self._inside[index], self._plain[index] = 1, ""

    @computed
    def weights(self) -> dict[str, float]:
        """How much each stem tells one sentence of the text from the others (inverse sentence frequency)."""
        total = (self.sentence[-1] + 2) if self.sentence else 1
        logs = [0.0, *(log(1 + total / count) for count in range(1, total + 1))]
        return {word: logs[len(places)] for word, places in self.sentences.items()}

    @computed
    def years(self) -> frozenset[int]:
        """Every year that the text names, alone, in a date or at the end of a span."""
        found: set[int] = set()
        for quantity in self.quantities:
            if quantity.kind == "year":
                found.update((int(quantity.value), int(quantity.high or quantity.value)))
            elif quantity.kind in ("date", "month") and quantity.parts:
                found.add(quantity.parts[0])
        return frozenset(found)

    @computed
    def _ranges(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        if not self.sentence:
            return []
        begins = [bisect_left(self.sentence, number) for number in range(self.sentence[-1] + 1)]
        return list(pairwise((*begins, len(self.sentence))))

    @computed
    def _pairs(self) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for first, last in self._ranges:
            run = list(filter(None, self.stems[first:last]))
            found.update(pairwise(run), zip(run, run[2:], strict=False))
        return found

    def neighbours(self, one: str, other: str) -> bool:
        """Whether two stems stand in this order in a sentence, side by side or with one between them."""
        return (one, other) in self._pairs

    @computed
    def sentences(self) -> dict[str, list[int]]:
        """The numbers of the sentences that each stem stands in, in order."""
        found: dict[str, list[int]] = {}
        for number, (first, last) in enumerate(self._ranges):
            for word in dict.fromkeys(self.stems[first:last]):
                if word in found:
                    found[word].append(number)
                else:
                    found[word] = [number]
        found.pop("", None)
        return found

    def figures(self, sentence: int) -> list[Quantity]:
        """Return the quantities of a sentence, in order."""
        return self._figures.get(sentence, [])

    @computed
    def _figures(self) -> dict[int, list[Quantity]]:
        found: dict[int, list[Quantity]] = {}
        for quantity in self.quantities:
            found.setdefault(self.sentence[quantity.first], []).append(quantity)
        return found

    def beside(self, quantity: Quantity, reach: int) -> list[str]:
        """Return the stems within `reach` words of a number in its sentence, other numbers left out."""
        start, stop = self.sentence_of(quantity)
        return self.plain(max(start, quantity.first - reach), min(stop, quantity.last + reach))

    def plain(self, first: int, last: int) -> list[str]:
        """Return the stems of the words from one place up to another, numbers left out."""
        return [word for word in self._plain[first:last] if word]

    def words(self, sentence: int) -> dict[str, None]:
        """Return the different stems of a sentence in order, numbers left out."""
        return dict.fromkeys(self.plain(*self.bounds(sentence)))

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Return where a sentence begins and ends."""
        return self._ranges[sentence]

    def sentence_of(self, quantity: Quantity) -> tuple[int, int]:
        """Return where the sentence begins and ends in which a number begins."""
        sentence, at = self.sentence, quantity.first
        return bisect_left(sentence, sentence[at], 0, at), bisect_right(sentence, sentence[at], at)

    def around(self, quantity: Quantity) -> Around:
        """Return the words around one of the text's quantities."""
        found = self._around.get(quantity.first)
        if found is None:
            found = self._around[quantity.first] = self._read(quantity)
        return found

    def _read(self, quantity: Quantity) -> Around:
        head, before = self.head(quantity), self.tape.word(quantity.first - 1)
        return Around(
            self._near(quantity),
            frozenset(self._right(quantity)) - GENERIC,
            frozenset(self._left(quantity)),
            head[-1] if head and head[-1] not in GENERIC else "",
            before if before in _LINKS else "",
            frozenset(filter(None, map(self.stems.__getitem__, self.clause(quantity)))),
        )

    def _near(self, quantity: Quantity) -> dict[str, float]:
        """Return the stems near a number in its sentence and those beside it, with their nearness."""
        first, last, stems, own = quantity.first, quantity.last, self.stems, self.sentence[quantity.first]
        start, stop = self.sentence_of(quantity)
        begin, stop = max(start, first - _FAR), max(stop, last)
        before = bisect_left(self.sentence, own - 1, max(0, first - _FAR), begin)
        behind = bisect_left(self.sentence, own + 2, stop, max(stop, min(len(stems), last + _FAR)))
        far = _FAR - first
        # The later of two words before a number is the nearer one, the earlier of two behind it.
        strengths = (*_BEYOND_UP_TO[far + before : far + begin], *_UP_TO[far + begin :])
        near = dict(zip(stems[before:first], strengths, strict=False))
        strengths = (*_NEARNESS[: stop - last], *_BEYOND[stop - last :])
        for word, nearness in zip(stems[last:behind], strengths, strict=False):
            if word and near.get(word, 0.0) < nearness:
                near[word] = nearness
        near.pop("", None)
        return near

    @once_per_figure
    def clause(self, quantity: Quantity) -> list[int]:
        """Return where the words of a number's clause stand; of the one before too where it stands alone."""
        first, last, stops = quantity.first, quantity.last, self._stops
        start, stop = self.sentence_of(quantity)
        at = bisect_left(stops, last)
        behind = max(last, min(stop, stops[at] if at < len(stops) else stop))
        before = [place for place in stops[max(0, at - 2) : at] if place >= start]
        began = before[-1] + 1 if before else start
        if before and not any(self.stems[last:behind]) and not any(self.stems[began:first]):
            began = before[-2] + 1 if len(before) > 1 else start
        return [*range(began, first), *range(last, behind)]

    @computed
    def _stops(self) -> list[int]:
        """The places of the words and signs that part clauses."""
        return [at for at in self.tape.places(_CLAUSE_ENDS) if not self._inside[at]]

    def inside(self, index: int) -> bool:
        """Whether the piece at `index` belongs to a number."""
        return bool(self._inside[index])

    def span(self, quantity: Quantity, back: int = 0) -> range:
        """Return the places of the words of a number's sentence, and of `back` sentences before it."""
        own = self.sentence[quantity.first]
        return range(bisect_left(self.sentence, own - back), bisect_right(self.sentence, own))

    def head(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the stems of the words straight behind a number, up to where its noun phrase ends."""
        return self._read_head(quantity)[0]

    def head_words(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the words of `head` as they are written, in lower case."""
        return self._read_head(quantity)[1]

    def _read_head(self, quantity: Quantity) -> tuple[tuple[str, ...], tuple[str, ...]]:
        place = (quantity.first, quantity.last)
        found = self._heads.get(place)
        if found is None:
            places = head_places(self.tape, quantity)
            stems, words = (
                tuple(map(all_of.__getitem__, places)) for all_of in (self.stems, self.tape.words)
            )
            found = self._heads[place] = (stems, words)
        return found

    def _right(self, quantity: Quantity) -> list[str]:
        """Return the stems of the noun phrase behind a number, at most four."""
        return noun_phrase(self.tape.words, self.stems, self._inside, quantity)

    def _left(self, quantity: Quantity) -> list[str]:
        """Return the two nearest stems before a number in its sentence."""
        start = max(self.sentence_of(quantity)[0], quantity.first - 8)
        at = bisect_left(self._stops, quantity.first)
        if at and any(self._plain[max(start, self._stops[at - 1]) : quantity.first]):
            # "18 of its shops and cut 210": the shops are no words of the 210.
            start = max(start, self._stops[at - 1])
        return self.plain(start, quantity.first)[-2:]


def _mark(quantity: Quantity) -> str:
    """Return the word that a name or a date is for the numbers beside it: "castor220", "2021", "weekday1"."""
    if quantity.kind == "name":
        return quantity.name.replace(" ", "")
    if quantity.kind == "year":
        return str(quantity.value)
    if quantity.kind == "duration":
        return _length(quantity)
    return f"{quantity.kind}{quantity.value}" if quantity.kind in ("month", "weekday") else ""


def _length(quantity: Quantity) -> str:
    """Return one word for a length of time in whatever unit: 18 months are a year and a half."""
    smaller = _SMALLEST.get(quantity.unit, quantity.unit)
    value = converted(quantity.value, quantity.unit, smaller)
    # "A week" tells how often; with a bound it is a length.
    often = quantity.weak and not quantity.modifier
    return "" if value is None or often else f"{value.normalize():f}{smaller}"


_SMALLEST = {"hour": "minute", "week": "day", "year": "month", "decade": "month"}
