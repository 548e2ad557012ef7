"""One article mangled, with its fact sheet still pointing at the right places."""

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from bench.mangle import edits
from bench.records import Article, FactSheet, Item, NumberFact, PersonFact, SaidFact
from bench.text.offsets import Edit, disjoint

_MISSPELT = 0.35
"""Share of an article's people whose name is misspelt, wherever it stands."""
_WORD = re.compile(r"[^\W\d_]{5,}")


class Forward:
    """Maps offsets of a text to the text that edits make of it; the edits are sorted and disjoint.

    What stands inside an edit goes to the ends of its replacement.
    """

    def __init__(self, text: str, changes: list[Edit]):
        """Apply `changes` to `text`; the result is `text`."""
        self._starts = [edit.start for edit in changes]
        self._ends = [edit.end for edit in changes]
        self._shifts = [0]
        self._new: list[tuple[int, int]] = []
        pieces: list[str] = []
        position = shift = 0
        for start, end, replacement in changes:
            pieces += (text[position:start], replacement)
            self._new.append((start + shift, start + shift + len(replacement)))
            position, shift = end, shift + len(replacement) - (end - start)
            self._shifts.append(shift)
        self.text = "".join([*pieces, text[position:]])

    def start(self, offset: int) -> int:
        """Return where a span that started at `offset` starts now; an insertion there stays before it."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._ends[index] > offset:
            return self._new[index][0]
        return offset + self._shifts[index + 1]

    def end(self, offset: int) -> int:
        """Return where a span that ended at `offset` ends now; an insertion there stays behind it."""
        index = bisect_left(self._starts, offset) - 1
        if index >= 0 and self._ends[index] > offset:
            return self._new[index][1]
        return offset + self._shifts[index + 1]

    def span(self, start: int, end: int) -> str:
        """Return what has become of `start:end`."""
        return self.text[self.start(start) : self.end(end)]


def mangle(item: Item, seed: int) -> Item:
    """Return the article as a bad scraper would deliver it; references and values of facts stay as they are.

    The same item and seed give the same text. Figures are never touched.
    """
    evidence = item.evidence
    rng = random.Random(f"{seed}:{item.article.id}")
    sheet = item.facts or FactSheet()
    misspelt = list(_misspelt_names(evidence, sheet, rng))
    forms = [form for person in sheet.people for form in (person.name, *person.also)]
    shielded = [(at, at + len(form)) for form in forms if (at := evidence.find(form)) >= 0]
    others = [
        edit
        for make in (
            edits.translated_honorifics, edits.glued, edits.lost_capitals, edits.odd_signs, edits.boilerplate,
        )
        for edit in make(evidence, rng)
        if not any(start <= edit.start < end for start, end in shielded)
    ]  # fmt: skip
    # Misspellings come first so that a name is misspelt at every place or at none.
    taken = {at for edit in misspelt for at in range(edit.start, edit.end)}
    free = [edit for edit in others if not taken & set(range(edit.start, edit.end))]
    forward = Forward(evidence, disjoint([*misspelt, *free]))
    return Item(_article(item, forward), forward.text, item.references, _sheet(item.facts, evidence, forward))


def _misspelt_names(evidence: str, sheet: FactSheet, rng: random.Random) -> Iterator[Edit]:
    """Yield edits that misspell the longest word of some people's names wherever it stands."""
    everything = _WORD.findall(evidence)
    chosen = sorted({max(words, key=len) for person in sheet.people if (words := _WORD.findall(person.name))})
    for word in chosen:
        other = edits.misspelling(word, everything, rng) if rng.random() < _MISSPELT else None
        if other is not None:
            for match in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", evidence):
                yield Edit(match.start(), match.end(), other)


def _article(item: Item, forward: Forward) -> Article:
    """Return what a system sees of the mangled article."""
    article, evidence = item.article, item.evidence
    at = evidence.find(article.text)
    text = forward.span(at, at + len(article.text)) if at >= 0 else article.text
    heads = bool(article.title) and evidence.startswith(article.title) and at >= len(article.title)
    title = forward.span(0, len(article.title)) if heads else article.title
    return msgspec.structs.replace(article, title=title, text=text)


def _sheet(sheet: FactSheet | None, evidence: str, forward: Forward) -> FactSheet | None:
    """Return the sheet with quotes and names as they stand in the mangled article."""
    if sheet is None:
        return None

    def moved(words: str) -> str:
        at = evidence.find(words)
        return forward.span(at, at + len(words)) if at >= 0 else words

    def number(fact: NumberFact) -> NumberFact:
        return msgspec.structs.replace(fact, quote=moved(fact.quote))

    def said(fact: SaidFact) -> SaidFact:
        return msgspec.structs.replace(fact, who=moved(fact.who), quote=moved(fact.quote))

    return FactSheet(
        tuple(map(number, sheet.numbers)),
        tuple(_person(fact, moved(fact.name), map(moved, fact.also)) for fact in sheet.people),
        tuple(map(said, sheet.said)),
    )


def _person(fact: PersonFact, name: str, also: Iterable[str]) -> PersonFact:
    """Return a person under the mangled name; the right one counts as another form of it."""
    forms = dict.fromkeys([*also, fact.name, *fact.also])
    return msgspec.structs.replace(fact, name=name, also=tuple(form for form in forms if form != name))
