"""Headings and labels of a summary, in which any word may have a capital: "**Key Takeaways**"."""

import re
from collections.abc import Iterator, Sequence

from bench.facts.kept import once_each
from bench.facts.people.names.lists import first_names, say_verbs, surnames
from bench.facts.people.names.words import is_known_word
from bench.text.document import Document

_MARK = r"[ \t]*(?:(?:[-*•–#>]+|\(?[\da-z]{1,2}[.)])[ \t]+)*"
# A line of its own, marked as a heading or in bold or with a colon behind it; or a label before a colon.
_HEADING = re.compile(
    rf"^{_MARK}(?:#+[ \t]*)?(?:(?:\*\*|__)(?P<bold>[^\n*_]{{2,80}})(?:\*\*|__):?[ \t]*$"
    r"|(?:\*\*|__)(?P<label>[^\n*_:]{2,60}:?)(?:\*\*|__):?[ \t]"
    r"|(?P<plain>[^\n.!?:*,]{2,60}):(?=\s|$))",
    re.MULTILINE,
)
_HASHED = re.compile(r"^[ \t]*#+[ \t]+(?P<hashed>[^\n]{2,80})$", re.MULTILINE)
_OPENING = re.compile(r"\bIn (?P<opening>Conclusion|Summary)\b")
_PATTERNS = (
    (_HEADING, (":", "**", "__")),
    (_HASHED, ("#",)),
    (_OPENING, ("In Conclusion", "In Summary")),
)
_LONGEST = 8
# A headline without any mark: between two signs that end one, words of any length.
_SEGMENT = re.compile(r"[^\n.!?:]+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_FEWEST, _MOST, _SHORT = 3, 16, 3


@once_each
def headings(document: Document) -> tuple[tuple[int, int], ...]:
    """Return the half-open places of headings and labels, in order."""
    found, text = [], document.text
    for pattern, signs in _PATTERNS:
        # Few summaries have any of the signs, and looking for these is faster than for lines.
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            start, end = match.span(match.lastgroup or 0)
            words = document.lower[start:end].split()
            # "White said: ..." is a sentence.
            if 0 < len(words) <= _LONGEST and words[-1] not in say_verbs()[0]:
                found.append((start, end))
    unmarked = [
        (start, end) for start, end in _titled(text) if not any(a < end and start < b for a, b in found)
    ]
    return tuple(sorted([*found, *unmarked]))


def _titled(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of headlines that nothing marks: "Council Keeps Pool Open After Long Night".

    Running text has a word of four letters without a capital before long.
    """
    last = -1
    for segment in _SEGMENT.finditer(text):
        start, end = segment.span()
        words: list[str] = []
        for match in _WORD.finditer(text, start, end):
            word = match.group()
            if word[0].islower() and len(word) > _SHORT:
                break
            words.append(word)
        else:
            long = [word.lower() for word in words if len(word) > _SHORT]
            plain = sum(map(_is_plain, long))
            # A short line by itself, or what a headline has behind its colon, is one by its words alone.
            line = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n", "?")
            goes_on = last == start - 1 and text[last] == ":"
            if len(words) > _MOST:
                continue
            if (plain > 1 and len(words) >= _FEWEST) or (plain == len(long) > 0 and (line or goes_on)):
                last = end
                yield start, end


def is_plain_there(spans: Sequence[tuple[int, int]], key: str, start: int) -> bool:
    """Whether a folded word at `start` stands in a heading, where its capital makes it no name."""
    if not any(first <= start < last for first, last in spans):
        return False
    return _is_plain(key)


def _is_plain(key: str) -> bool:
    return is_known_word(key) and key not in surnames() and key not in first_names()
