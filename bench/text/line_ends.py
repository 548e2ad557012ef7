"""Line ends that end nothing: words cut there ("exami-\\nnation"), sentences set in lines of one width."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bench.text.english import is_english
from bench.text.offsets import Edit

_CUT = re.compile(r"-(?<=[^\W\d_][^\W\d_]-) ?\n? ?(?<=\s)(?=[^\W\d_]{2})")
_HEAD = re.compile(r"[^\W\d_]+$")
_TAIL = re.compile(r"[^\W\d_]+")
# "Pre- and post-war": the second part of the first word follows later.
_LATER = frozenset({"and", "or", "to", "und", "nor", "but"})


def cut_words(text: str) -> Iterator[Edit]:
    """Yield edits that join words cut by a hyphen at a line's end, or by a hyphen and a space."""
    for match in _CUT.finditer(text):
        head = _HEAD.search(text, max(0, match.start() - 30), match.start())
        tail = _TAIL.match(text, match.end())
        assert head is not None
        assert tail is not None
        left, right = head.group(), tail.group()
        joined = left + right
        broken = "\n" in match.group()
        if right.lower() in _LATER or right[0].isupper() != left[-1].isupper():
            if broken and right[0].isupper():
                # "Jean-\nPierre".
                yield Edit(match.start() + 1, match.end(), "")
            continue
        if is_english(joined.lower()) or re.search(rf"\b{re.escape(joined)}\b", text):
            yield Edit(match.start(), match.end(), "")
        elif broken:
            # "Well-\nknown" keeps its hyphen, "Sten-\nhouse" is one word.
            both = len(left) > 2 and is_english(left.lower()) and is_english(right.lower())
            yield Edit(match.start() + both, match.end(), "")


# A small letter on either side of a line end, and no short line: one sentence goes on, whatever the width.
_GOES_ON = re.compile(r"\n(?<=[^\n]{24}[a-z,]\n)(?=[a-z])")
_STOP = re.compile(r"[^\W\d_][.!?](?!\w)")
"""The end of a sentence: in a text without any each line may be one."""
_FIRST_WORD = re.compile(r"\S+")
_NARROWEST, _WIDEST, _FEWEST = 24, 160, 3
"""Letters of the longest line that somebody set to a width, and lines from which on a text has one."""
_SLACK = 0.88
"""Of the width, what a full line fills with the next word: letters of print are not of one width."""
_LEAST_SMALL = 0.3
"""Of the lines behind a full one, how many begin without a capital in running text, but hardly in a table."""
_STOPS = ".!?:;|\"')"
# What a line of a list or of a dialogue begins with, or has in it where it is a table's.
_OWN_LINE = re.compile(r"[-*\u2022\u2013#>\[]|\(?\d{1,2}[.)] |(?:\w+|[A-Z][\w. ]{0,30}): |[^\n]*\|")


def unwrapped(text: str) -> str:
    """Return `text` with a space for each line end that the width of a column made, sign for sign.

    A cut word keeps its line end, by which it is joined later.
    """
    if "\n" not in text:
        return text
    if _STOP.search(text) is None:
        return text
    ends = set(_full_lines(text))
    if not text.islower():
        ends |= {match.start() for match in _GOES_ON.finditer(text)}
    if not ends:
        return text
    pieces = [text[start:end] for start, end in pairwise([0, *(end + 1 for end in sorted(ends)), len(text)])]
    return " ".join(piece[:-1] for piece in pieces[:-1]) + " " + pieces[-1]


def _full_lines(text: str) -> Iterator[int]:
    """Yield the ends of lines that had no room for the next line's first word, where most lines are so.

    Lines of a list end where their item does, some with room left, and most with a sign or before a capital.
    """
    lines = text.split("\n")
    longest = max(map(len, lines))
    if not _NARROWEST <= longest <= _WIDEST or len(lines) < _FEWEST:
        return
    width = _SLACK * longest
    full, going_on, small, room, at = [], 0, 0, 0, 0
    for line, after in pairwise(lines):
        at += len(line) + 1
        if not (line.strip() and after.strip()):
            continue
        word = _FIRST_WORD.search(after)
        assert word is not None
        if len(line) + 1 + len(word.group()) <= width or _OWN_LINE.match(after):
            room += 1
            continue
        going_on += line.rstrip()[-1] not in _STOPS
        small += not word.group()[0].isupper()
        if not line.endswith("-"):
            full.append(at - 1)
    running = small >= _LEAST_SMALL * len(full) or text.isupper()
    if going_on >= _FEWEST - 1 and going_on > room and running:
        yield from full
