"""Words that a printer cut at the end of a line: "exami-\\nnation", "CERE-\\nMONY", "wit- nesses"."""

import re
from collections.abc import Iterator

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
