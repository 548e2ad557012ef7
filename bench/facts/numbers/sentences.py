"""The sentences of a text on tape, cut so that no number is parted from what it counts."""

from itertools import accumulate

from bench.facts.tape import Tape

_SENTENCE_END = frozenset({".", "!", "?", ";", "\u2022"})
_BULLETS = frozenset({"-", "*", "\u2022", "\u00b7", "\u2013", "\u2014"})
_NUMBERED = frozenset({".", ")"})
_TITLES = frozenset("mr mrs ms dr st vs gen gov sen rep sgt prof jr sr co inc ltd lt col capt".split())


def sentence_numbers(tape: Tape) -> list[int]:
    """Return the number of the sentence of each piece; points in titles and initials end none."""
    words = tape.words
    begins = bytearray(len(words) + 1)
    for index in tape.places(_SENTENCE_END):
        if not tape.glued(index + 1) and (words[index] != "." or not _abbreviates(tape, index)):
            begins[index + 1] = 1
    cased = tape.document.style == "cased"
    for index in {tape.at(at) for at in _line_ends(tape.document.text)}:
        # A line that goes on in lower case was only wrapped.
        wrapped = cased and not tape.capital(index) and not _opens_item(tape, index)
        if index and words[index - 1] not in _SENTENCE_END and not wrapped:
            begins[index] = 1
    return list(accumulate(begins[: len(words)]))


def _abbreviates(tape: Tape, point: int) -> bool:
    """Whether a point only ends a title, an initial (no unit: "22m.") or "No." before a number."""
    word = tape.word(point - 1)
    if word == "no":
        return tape.word(point + 1)[:1].isdecimal()
    initial = len(word) == 1 and word.isalpha() and not tape.word(point - 2)[:1].isdecimal()
    return word in _TITLES or initial


def _opens_item(tape: Tape, index: int) -> bool:
    """Whether the piece at the begin of a line is the sign or number of a list's item: "- Dead: 14"."""
    if tape.word(index) in _BULLETS:
        return tape.capital(index + 1) or tape.word(index + 1)[:1].isdecimal()
    return tape.word(index).isdecimal() and tape.word(index + 1) in _NUMBERED and tape.capital(index + 2)


def _line_ends(text: str) -> list[int]:
    found, at = [], text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return found
