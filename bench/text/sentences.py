"""Sentence boundaries with offsets, offline and deterministic."""

import re
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import pairwise
from typing import Any

# sentencex ends a sentence after these; found with the cases in tests/text/test_sentences.py.
SHORTENED_GIVENS = (
    "Alexr", "Benj", "Chas", "Danl", "Edwd", "Fredk", "Geo", "Hy", "Jas", "Jno", "Jos", "Margt", "Richd",
    "Robt", "Saml", "Thos", "Wm",
)  # fmt: skip
"""Given names as old records shorten them, with a point behind."""
_ABBREVIATIONS = frozenset(
    "Atty Amb Approx Asst Assn Adm Brig Cmdr Cpl Dept Det Fr Hon Insp Lt Messrs Msgr Maj Pte Pvt Rep Reps "
    "Sen Sens Sgt Supt Gov Gen Col Capt Prof No Nos vs al ca c".split()
).union("ABCDEFGHIJKLMNOPQRSTUVWXYZ", SHORTENED_GIVENS)
# Longer than any of them with the signs around it, so that no word cut here looks like one.
_TAIL = 12
# Before a name the splitter takes them for short forms (Illinois, article).
_ENDS_OF_PLAIN_WORDS = ("ark. ", "art. ", "ill. ", "may. ", "miss. ", "ore. ")
_PLAIN_WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, _ENDS_OF_PLAIN_WORDS))})(?=[A-Z][a-z])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STOPS, _CLOSERS = frozenset(".!?:;"), "\"'”’)]"


@cache
def _boundaries() -> Any:
    """Return sentencex's boundary function, imported once."""
    from sentencex import get_sentence_boundaries

    return get_sentence_boundaries


def splitter_signature() -> str:
    """Return name and version of the splitter, for metric signatures."""
    return f"sentencex-{version('sentencex')}+lines"


def _stopped(text: str) -> bool:
    """Whether `text` ends with a stop, closing quotes and brackets and space aside."""
    return text.rstrip().rstrip(_CLOSERS)[-1:] in _STOPS


def _one_sentence_a_line(text: str) -> bool:
    """Whether line ends are sentence ends, as opposed to text wrapped at some column."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(map(_stopped, lines)) * 2 >= len(lines)


def _encodable(text: str) -> str:
    """Return `text` as the splitter takes it: UTF-8 has no lone surrogates; offsets stay as they are."""
    try:
        # Much faster than looking at each character.
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _pieces(text: str, language: str) -> list[tuple[int, int]]:
    """Return the splitter's pieces, cut again at line ends that end sentences.

    Numbered lines, which the splitter leaves whole as items of a list, are given to it one by one.
    """
    if "\n" not in text:
        return _split(text, language)
    if _one_sentence_a_line(text):
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        lines = zip(starts, [*starts[1:], len(text)], strict=True)
        return [
            (first + start, first + end)
            for first, last in lines
            for start, end in _split(text[first:last], language)
        ]
    pieces = []
    for start, end in _split(text, language):
        position = start
        for match in re.finditer("\n", text[start:end]):
            cut = start + match.end()
            if _stopped(text[position:cut]) or text[cut : cut + 1] == "\n":
                pieces.append((position, cut))
                position = cut
        if position < end:
            pieces.append((position, end))
    return pieces


def _split(text: str, language: str) -> list[tuple[int, int]]:
    """Return the splitter's pieces, cut again behind plain words that it takes for abbreviations."""
    found = _boundaries()(language, _encodable(text))
    spans = [(boundary["start_index"], boundary["end_index"]) for boundary in found]
    # The pattern alone would take a tenth as long as the splitter.
    likely = any(word in text for word in _ENDS_OF_PLAIN_WORDS)
    cuts = [match.end() for match in _PLAIN_WORDS.finditer(text)] if likely else []
    if not cuts:
        return spans
    # Not inside a quotation.
    starts = {start for start, _ in spans}
    cuts = [cut for cut in cuts if text.count('"', max(s for s in starts if s <= cut), cut) % 2 == 0]
    return list(pairwise(sorted({*starts, *cuts, len(text)})))


def _abbreviated(text: str) -> bool:
    """Whether `text` ends with an abbreviation that a name or number goes on after."""
    if "\n" in text[-2:]:
        return False
    word = text.rstrip()[-_TAIL:].split()[-1:]
    if not word:
        return False
    stopped = word[0][:-1] if word[0][-1] in "\"')" else word[0]
    if stopped[-1:] != ".":
        return False
    letters = stopped[:-1]
    if not letters.isalpha():
        # An opening quote or bracket may stand before it.
        letters = letters[max(map(letters.rfind, "(\"'")) + 1 :]
    return letters in _ABBREVIATIONS


# The text of a summary is cut for several metrics, one after the other.
@lru_cache(maxsize=16)
def sentence_spans(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of each sentence of `text`, in order, without surrounding space.

    A blank line always ends a sentence. Whole quotations stay in one piece: nothing that is scored
    depends on boundaries inside them.
    """
    joined: list[list[int]] = []
    for start, end in _pieces(text, language):
        if joined and _abbreviated(text[joined[-1][0] : start]):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    spans = []
    for start, end in joined:
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(stripped)))
    return tuple(spans)


def sentences(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of `text`, in order, without surrounding space."""
    return tuple(text[start:end] for start, end in sentence_spans(text, language))
