"""Sentence boundaries with offsets, offline and deterministic."""

import re
from functools import cache
from importlib.metadata import version
from typing import Any

# sentencex ends a sentence after these; found with the cases in tests/text/test_sentences.py.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:Atty|Amb|Approx|Asst|Assn|Adm|Brig|Cmdr|Cpl|Dept|Det|Fr|Hon|Insp|Lt|Messrs|Msgr|Maj|Pte|Pvt|"
    r"Rep|Reps|Sen|Sens|Sgt|Supt|Gov|Gen|Col|Capt|Prof|No|Nos|vs|al|ca|c|[A-Z])\.[\"')]?\s*$"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@cache
def _boundaries() -> Any:
    """Return sentencex's boundary function, imported once."""
    from sentencex import get_sentence_boundaries

    return get_sentence_boundaries


def splitter_signature() -> str:
    """Return name and version of the splitter, for metric signatures."""
    return f"sentencex-{version('sentencex')}+lines"


def _one_sentence_a_line(text: str) -> bool:
    """Whether line ends are sentence ends, as opposed to text wrapped at some column."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(1 for line in lines if _LINE_END.search(line)) * 2 >= len(lines)


def _pieces(text: str, language: str) -> list[tuple[int, int]]:
    """Return the splitter's pieces, cut again at line ends that end sentences."""
    every_line = _one_sentence_a_line(text)
    pieces = []
    # The splitter takes UTF-8, which has no lone surrogates; offsets stay as they are.
    for boundary in _boundaries()(language, _SURROGATE.sub("\ufffd", text)):
        start, end = boundary["start_index"], boundary["end_index"]
        position = start
        for match in re.finditer("\n", text[start:end]):
            cut = start + match.end()
            if every_line or _LINE_END.search(text[position:cut]) or text[cut : cut + 1] == "\n":
                pieces.append((position, cut))
                position = cut
        if position < end:
            pieces.append((position, end))
    return pieces


def sentence_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of each sentence of `text`, in order, without surrounding space.

    A blank line always ends a sentence. Whole quotations stay in one piece: nothing that is scored
    depends on boundaries inside them.
    """
    joined: list[list[int]] = []
    for start, end in _pieces(text, language):
        previous = text[joined[-1][0] : start] if joined else ""
        if previous and "\n" not in previous[-2:] and _ABBREVIATION.search(previous):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    spans = []
    for start, end in joined:
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + piece.index(stripped[0])
            spans.append((first, first + len(stripped)))
    return tuple(spans)


def sentences(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of `text`, in order, without surrounding space."""
    return tuple(text[start:end] for start, end in sentence_spans(text, language))
