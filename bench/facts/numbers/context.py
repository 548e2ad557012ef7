"""What stands around a number: the words that say what it counts or dates."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from math import log
from typing import Any, NamedTuple

from bench.facts.numbers.sentences import sentence_numbers
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem
from bench.facts.tape import Tape

_STOP = frozenset(
    "a an the of in on at to for from by with as and or but nor so yet if than then that which who "
    "whom whose what this these those it its he his him she her they their them we our us i my me you "
    "your is are was were be been being am has have had having do does did will would could should may "
    "might must can said say says saying told also after before during since until while when where "
    "about around over under more most less least up down out off into some any all both each every "
    "other another such only just even still not no there here s t re ve ll d m one two according "
    "added between against per via among across through within without very much many new now however "
    "because amid while whilst among".split()
)
# Words that end a noun phrase to the right of a number.
_ENDS = frozenset(
    "a an the of in on at to for from by with as and or but if than that which who is are was were be "
    "been has have had will would could should may might must can after before during since until "
    "while when where about against".split()
)
# Small words that tell one figure from its neighbour: "from 12 to 15", "since 2010", "aged 24".
_LINKS = frozenset(
    "from to until till since by before after in at aged age between and for over under of on with".split()
)
# Nouns that many others may stand for: "50,000 people" may be 50,000 inmates.
_GENERIC = frozenset({"person"})
_CLAUSE_ENDS = frozenset(
    {",", ";", ":", "(", ")", "\u2013", "\u2014", "and", "but", "while", "whereas", "against"}
)
_PASSED = frozenset({"of", "in", "the", "a", "for", "on", "were", "was", "are", "have", "had", "been", "has"})


# How near a word is to a number by the words between them, and from how many on it is not near at all.
_NEARNESS = (*[1.0] * 5, *[0.85] * 5, *[0.7] * 8, *[0.55] * 27)
_FAR = len(_NEARNESS)


class Around(NamedTuple):
    """The words around one number: stems with their nearness, and the nearest words on either side."""

    near: dict[str, float]
    close: tuple[str, ...]
    right: tuple[str, ...]
    left: tuple[str, ...]
    right_words: frozenset[str]
    left_words: frozenset[str]
    head: str
    before: str
    clause: frozenset[str]


class Scene:
    """A text prepared for asking what its numbers count; each part is computed when first asked for."""

    def __init__(self, tape: Tape, quantities: tuple[Quantity, ...]):
        """Hold a text's tape and quantities."""
        self.tape, self.quantities = tape, quantities
        stems = {word: stem(word) if word.isalpha() and word not in _STOP else "" for word in set(tape.words)}
        self.stems = [stems[word] for word in tape.words]
        for quantity in quantities:
            if mark := _mark(quantity):
                self.stems[quantity.last - 1] = mark
        self.sentence = sentence_numbers(tape)
        self.kept: dict[Any, Any] = {}
        self._around: dict[int, Around] = {}
        self._heads: dict[tuple[int, int], tuple[str, ...]] = {}
        inside = bytearray(len(tape))
        for quantity in quantities:
            for index in range(quantity.first, quantity.last):
                inside[index] = 1
        self._inside = inside

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much each stem tells one sentence of the text from the others (inverse sentence frequency)."""
        total = (self.sentence[-1] + 2) if self.sentence else 1
        logs = [0.0, *(log(1 + total / count) for count in range(1, total + 1))]
        return {word: logs[len(places)] for word, places in self.sentences.items()}

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that the text names, alone, in a date or at the end of a span."""
        found: set[int] = set()
        for quantity in self.quantities:
            if quantity.kind == "year":
                found.update((int(quantity.value), int(quantity.high or quantity.value)))
            elif quantity.kind in ("date", "month") and quantity.parts:
                found.add(quantity.parts[0])
        return frozenset(found)

    @cached_property
    def _placed(self) -> list[tuple[str, int]]:
        return [pair for pair in zip(self.stems, self.sentence, strict=True) if pair[0]]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, (word, _) in enumerate(self._placed):
            found.setdefault(word, []).append(at)
        return found

    def neighbours(self, one: str, other: str) -> bool:
        """Whether two stems stand in this order in a sentence, side by side or with one between them."""
        placed = self._placed
        return any((other, placed[at][1]) in placed[at + 1 : at + 3] for at in self._places.get(one, ()))

    @cached_property
    def sentences(self) -> dict[str, set[int]]:
        """The numbers of the sentences that each stem stands in."""
        found: dict[str, set[int]] = {}
        for word, number in self._placed:
            if word in found:
                found[word].add(number)
            else:
                found[word] = {number}
        return found

    def beside(self, quantity: Quantity, reach: int) -> list[str]:
        """Return the stems within `reach` words of a number in its sentence, other numbers left out."""
        own = self.sentence[quantity.first]
        places = range(max(0, quantity.first - reach), min(len(self.stems), quantity.last + reach))
        return [
            self.stems[at]
            for at in places
            if self.stems[at] and self.sentence[at] == own and not self._inside[at]
        ]

    def around(self, quantity: Quantity) -> Around:
        """Return the words around one of the text's quantities."""
        found = self._around.get(quantity.first)
        if found is None:
            found = self._around[quantity.first] = self._read(quantity)
        return found

    def _read(self, quantity: Quantity) -> Around:
        near = self._near(quantity)
        right, left, head = self._right(quantity), self._left(quantity), self.head(quantity)
        before = self.tape.word(quantity.first - 1)
        plain = [word for word in right if word not in _GENERIC]
        close = tuple(word for word, nearness in near.items() if nearness >= 0.85)
        return Around(
            near, close, tuple(plain), left, frozenset(plain), frozenset(left),
            head[-1] if head and head[-1] not in _GENERIC else "",
            before if before in _LINKS else "", self._clause(quantity),
        )  # fmt: skip

    def _near(self, quantity: Quantity) -> dict[str, float]:
        """Return the stems near a number in its sentence and those beside it, with their nearness."""
        first, last, stems, sentence = quantity.first, quantity.last, self.stems, self.sentence
        own = sentence[first]
        begin = bisect_left(sentence, own - 1, max(0, first - _FAR), first)
        end = bisect_left(sentence, own + 2, last, max(last, min(len(stems), last + _FAR)))
        near: dict[str, float] = {}
        for index in range(begin, end):
            word = stems[index]
            if not word:
                continue
            distance = index - last if index >= last else first - index - 1
            if distance < 0:
                if self._inside[index]:
                    continue
                distance = 0
            strength = _NEARNESS[distance] if sentence[index] == own else 0.5 * _NEARNESS[distance]
            if strength > near.get(word, 0.0):
                near[word] = strength
        return near

    def _clause(self, quantity: Quantity) -> frozenset[str]:
        """Return the stems of the clause a number stands in."""
        return frozenset(self.stems[at] for at in self.clause(quantity) if self.stems[at])

    def clause(self, quantity: Quantity) -> list[int]:
        """Return where the words of a number's clause stand; of the one before too where it stands alone."""
        first, last, own = quantity.first, quantity.last, self.sentence[quantity.first]
        behind, before, crossed = last, first - 1, False
        while behind < len(self.stems) and self.sentence[behind] == own and not self._breaks(behind):
            behind += 1
        told = any(self.stems[last:behind])
        while before >= 0 and self.sentence[before] == own:
            if self._breaks(before):
                if told or crossed:
                    break
                crossed = True
            told = told or bool(self.stems[before])
            before -= 1
        return [*range(before + 1, first), *range(last, behind)]

    def inside(self, index: int) -> bool:
        """Whether the piece at `index` belongs to a number."""
        return bool(self._inside[index])

    def span(self, quantity: Quantity, back: int = 0) -> range:
        """Return the places of the words of a number's sentence, and of `back` sentences before it."""
        own = self.sentence[quantity.first]
        return range(bisect_left(self.sentence, own - back), bisect_right(self.sentence, own))

    def _breaks(self, index: int) -> bool:
        return self.tape.words[index] in _CLAUSE_ENDS and not self._inside[index]

    def head(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the stems of the words straight behind a number, up to where its noun phrase ends."""
        place = (quantity.first, quantity.last)
        found = self._heads.get(place)
        if found is None:
            found = self._heads[place] = self._head(quantity)
        return found

    def _head(self, quantity: Quantity) -> tuple[str, ...]:
        found: list[str] = []
        words, index = self.tape.words, quantity.last
        while index < len(words) and len(found) < 4:
            word = words[index]
            if word == "-" and self.tape.glued(index):
                index += 1
                continue
            if not word.isalpha() or word in _ENDS or word in _STOP:
                break
            found.append(self.stems[index])
            index += 1
        return tuple(found)

    def head_words(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the words of `head` as they are written, in lower case."""
        words, index, found = self.tape.words, quantity.last, []
        for _ in self.head(quantity):
            if words[index] == "-":
                index += 1
            found.append(words[index])
            index += 1
        return tuple(found)

    def _right(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the stems of the noun phrase behind a number, at most four."""
        found: list[str] = []
        words = self.tape.words
        index = quantity.last
        while index < len(words) and len(found) < 4 and index < quantity.last + 8:
            word = words[index]
            if word in _ENDS:
                # "34 people were hurt" counts the hurt, as "34 were hurt" does.
                if word not in _PASSED or not _GENERIC.issuperset(found):
                    break
            elif not word.isalpha():
                if word not in ("-", "'", '"'):
                    break
            elif self.stems[index]:
                found.append(self.stems[index])
            index += 1
        return tuple(found)

    def _left(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the two nearest stems before a number in its sentence."""
        found: list[str] = []
        own = self.sentence[quantity.first]
        index = quantity.first - 1
        while index >= 0 and self.sentence[index] == own and len(found) < 2 and index > quantity.first - 9:
            if self.stems[index] and not self._inside[index]:
                found.append(self.stems[index])
            index -= 1
        return tuple(found)


def _mark(quantity: Quantity) -> str:
    """Return the word that a name or a date is for the numbers beside it: "castor220", "2021", "weekday1"."""
    if quantity.kind == "name":
        return quantity.name.replace(" ", "")
    if quantity.kind == "year":
        return str(quantity.value)
    return f"{quantity.kind}{quantity.value}" if quantity.kind in ("month", "weekday") else ""
