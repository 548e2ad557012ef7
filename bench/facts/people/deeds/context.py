"""The words around a mention of a person, nearer ones weighing more."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from bench.facts.people.deeds.words import stem
from bench.facts.people.reading.run_parts import STARTERS
from bench.facts.quantities.number_words import TENS, UNITS
from bench.text.by_word import by_word
from bench.text.document import Document

_STOP = STARTERS | frozenset(
    "he she they it his her him them their hers said says say told tells saying added mr mrs ms dr 's s t re "
    "ve ll d m will would 'd also who whom whose which that".split()
)
_BEING = frozenset({"be", "been", "being"})
_PAST = frozenset({"former", "ex", "then", "onetime", "predecessor"})


_SPELLED = {word: str(value) for word, value in (*UNITS.items(), *TENS.items()) if value > 1} | {
    f"{tens}-{units}": str(value + more)
    for tens, value in TENS.items()
    for units, more in UNITS.items()
    if 0 < more < 10
}


class Near(msgspec.Struct, frozen=True, gc=False):
    """A word of a mention's context: how near (1 to 0) and on which side (1 after, -1 before)."""

    weight: float
    side: int


@by_word
def content_stem(word: str) -> str:
    """Return the stem of a lower-case content word, "" for a function word or a sign."""
    plain = word not in _STOP and word[0].isalnum() and (len(word) > 1 or word.isdigit())
    return stem(word) if plain else ""


def content(words: Iterable[str], names: Container[str]) -> Iterator[str]:
    """Yield the stems of the content words among lower-case `words`, names left out.

    A number in words is the figure: who said "twelve hours" said 12.
    """
    for word in words:
        key = _SPELLED.get(word) or content_stem(word)
        if key and key not in _BEING and word not in names and word.removesuffix("'s") not in names:
            yield key


def context_of(document: Document, start: int, end: int, names: Container[str]) -> dict[str, Near]:
    """Return the content words of the sentence around `start:end`, nearer ones weighing more."""
    words, ends = document.lower_tokens, document.cut.ends
    first, last = document.sentence_tokens[document.sentence_at(start)]
    # The tokens that the mention begins and ends in.
    here, there = bisect_right(ends, start, first, last), bisect_left(ends, end, first, last)
    here = here if here < last else first
    there = there if there < last else here
    first, last = _part(words, first, last, here, there)
    title = next((i for i in range(here - 1, max(first - 1, here - 7), -1) if words[i] in _PAST), here)
    found: dict[str, Near] = {}
    for index in range(first, last):
        word = words[index]
        key = content_stem(word)
        # "former transport minister" is the words of another's office today.
        if not key or title <= index <= there or word in names or word.removesuffix("'s") in names:
            continue
        weight = 1 / (1 + (here - index if index < here else index - there) / 4)
        if key not in found or weight > found[key].weight:
            found[key] = Near(weight, 1 if index > here else -1)
    return found


def _part(words: Sequence[str], first: int, last: int, here: int, there: int) -> tuple[int, int]:
    """Return the part of a sentence between semicolons in which a mention stands."""
    for at in range(here - 1, first - 1, -1):
        if words[at] == ";":
            first = at + 1
            break
    for at in range(there + 1, last):
        if words[at] == ";":
            return first, at
    return first, last
