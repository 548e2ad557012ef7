"""Pairs of texts to time on: the bundled corpus, or more varied news where the labelled pairs are at hand."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from labelled import SETS, Row, rows

from bench.text.sentences import sentences

WIRE = Path(__file__).resolve().parents[1] / "references" / "wire"
Sentences = tuple[str, ...]
SHORTEST, LONGEST, LONG = 50, 120, 600


class Pair(NamedTuple):
    """A reference and a candidate, in sentences."""

    reference: Sentences
    candidate: Sentences


def typical(bundled: bool = False) -> list[Pair]:
    """Return pairs with 50 to 120 words on both sides."""
    every = list(_typical_labelled()) if not bundled else []
    return [pair for pair in every or _typical_bundled() if all(_is_typical(side) for side in pair)]


def long(bundled: bool = False) -> list[Pair]:
    """Return (article, summary) pairs with articles of 600 words or more, each article once."""
    every = [(row.document, row.summary) for row in _one_per_document()] if not bundled else []
    if not every:
        every = [(text, references[0]) for text, references in articles()]
    return [Pair(sentences(text), sentences(summary)) for text, summary in every if _size([text]) >= LONG]


def articles() -> Iterator[tuple[str, list[str]]]:
    """Yield text and references of each bundled article."""
    for folder in sorted(WIRE.iterdir()):
        references = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("reference.*.txt"))]
        if references:
            yield (folder / "article.txt").read_text(encoding="utf-8"), references


def windows(every: Sequence[str], words: int) -> list[Sentences]:
    """Return runs of whole sentences of `words` words or a little more."""
    found: list[Sentences] = []
    run: list[str] = []
    for sentence in every:
        run.append(sentence)
        if _size(run) >= words:
            found.append(tuple(run))
            run = []
    return found


def _typical_bundled() -> Iterator[Pair]:
    """Yield each reference with the other one and with runs of the article's sentences."""
    for text, references in articles():
        sides = [sentences(reference) for reference in references]
        for side in sides:
            others = [*(other for other in sides if other != side), *windows(sentences(text), 70)]
            yield from (Pair(side, other) for other in others)


def _typical_labelled() -> Iterator[Pair]:
    """Yield each summary with one reference, and one summary of each article with the article's beginning."""
    seen: set[str] = set()
    for row in _every_row():
        references = row.references or [row.reference or ""]
        if row.summary not in seen:
            yield Pair(sentences(references[len(seen) % len(references)]), sentences(row.summary))
            seen.add(row.summary)
    for row in _one_per_document():
        for window in windows(sentences(row.document), 70)[:1]:
            yield Pair(window, sentences(row.summary))


def _every_row() -> Iterator[Row]:
    """Yield the labelled rows, if they are at hand."""
    for name in SETS:
        yield from rows(name, "all")


def _one_per_document() -> Iterator[Row]:
    """Yield the first row of each article with a summary of typical length."""
    seen: set[str] = set()
    for row in _every_row():
        if row.document not in seen and _is_typical([row.summary]):
            seen.add(row.document)
            yield row


def _is_typical(texts: Sequence[str]) -> bool:
    """Whether the length of `texts` is that of a common summary."""
    return SHORTEST <= _size(texts) <= LONGEST


def _size(texts: Iterable[str]) -> int:
    """Return the number of words."""
    return sum(len(text.split()) for text in texts)
