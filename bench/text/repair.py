"""Repair of machine-mangled text, with a map from every repaired offset back to the original.

The repaired text is only read, never shown: reports quote the original span.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace `before[start:end]` by `text`."""

    start: int
    end: int
    text: str


class OffsetMap:
    """Maps offsets of an edited text back to the text it was made from.

    Inside an edit there is no letter-by-letter correspondence: a start goes to the start of what was
    replaced and an end to its end.
    """

    __slots__ = ("_ends", "_raw_ends", "_raw_starts", "_starts")

    def __init__(self, edits: Iterable[Edit] = ()):
        """Build the map of `edits`, which are sorted and do not overlap."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._raw_starts: list[int] = []
        self._raw_ends: list[int] = []
        shift = 0
        for start, end, text in edits:
            self._starts.append(start + shift)
            self._ends.append(start + shift + len(text))
            self._raw_starts.append(start)
            self._raw_ends.append(end)
            shift += len(text) - (end - start)

    def start(self, offset: int) -> int:
        """Return where a span that starts at `offset` starts in the original."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        if offset < self._ends[index]:
            return self._raw_starts[index]
        return offset - self._ends[index] + self._raw_ends[index]

    def end(self, offset: int) -> int:
        """Return where a span that ends at `offset` ends in the original."""
        index = bisect_left(self._starts, offset) - 1
        if index < 0:
            return offset
        if offset < self._ends[index]:
            return self._raw_ends[index]
        return offset - self._ends[index] + self._raw_ends[index]


class Repaired(NamedTuple):
    """A repaired text and its way back; `maps` are applied from last to first."""

    text: str
    maps: tuple[OffsetMap, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original half-open offsets of the repaired span `start:end`."""
        for offset_map in reversed(self.maps):
            start, end = offset_map.start(start), offset_map.end(end)
        return start, end


# One code point for one code point, so these need no map.
_SAME_LENGTH = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"',
        "\u00bb": '"',
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
        "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2012": "\u2013", "\u2015": "\u2014",
        "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n",
    }
)  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+|(?<=\r)\n")
_CLUSTER = re.compile(r"[^\W_](?:[\u0300-\u036f\u1ab0-\u1aff]+)|[\u1100-\u11ff]+|[^\x00-\u02ff]")
_TOKENISED = re.compile(r"-(lrb|rrb|lsb|rsb|lcb|rcb)-|``|''", re.IGNORECASE)
_BRACKET = {"lrb": "(", "rrb": ")", "lsb": "[", "rsb": "]", "lcb": "{", "rcb": "}"}

# "ease.Officials", 'agencies."He': a sentence end with nothing before the next capital. Two letters before
# the point keep "U.S." and initials whole; a following lower-case letter keeps "Yahoo.Inc"-like names rare.
_GLUED_SENTENCE = re.compile(r"(?<=[a-z\d][a-z)\]])[.!?]\"?(?=[A-Z][a-z]+\b(?!\.[a-z]))")
# "RussiaCunning", "BidenOn": a lower-case letter followed by a capitalised word. Names with such a joint
# stay whole: McCall, MacArthur, DeLuca, LaSalle, FitzGerald, DiCaprio, VanDyke, O'Neill.
_GLUED_WORD = re.compile(r"\b([A-Z]?[a-z]{2,})(?=([A-Z][a-z]+)\b)")
_INNER_CAPITAL = re.compile(
    r"^(?:Mc|Mac|De|Des|Di|Da|Du|Del|Della|La|Le|Lo|Fitz|Van|Von|Den|Der|Ter|Ten|St|Al|El|Ben|Abu|Bin|Ap|"
    r"You|Face|Linked|Snap|Whats|Pay|Mega|Air|Book|Door|Deep|Open|Git|Star|Sky|Net|Wiki|Word|Power|Black|Master|"
    r"Fed|Uni|Tik|Chat|Space|Time|Live|Ever|Sun|Bio|Micro|Play|Smart|Blue|Red|Home|Team|Web|Life|My)$"
)
# Machine translation turns "Mr." into a plural or a full word with a point before a name.
_HONORIFIC = re.compile(
    r"\b(gentlemen|gentleman|mister|sirs?|madams?|ladies|lady|missis)\.\s+(?=[A-Z])", re.IGNORECASE
)
_HONORIFIC_FORM = {"madam": "Ms. ", "madams": "Ms. ", "lady": "Ms. ", "ladies": "Ms. ", "missis": "Mrs. "}
_SPLIT_NUMBER = re.compile(r"(?<=\d)(?:,\s(?=000\b)|(?<=\d\d,\d\d\d),\s(?=\d{3}\b))")


def _apply(text: str, edits: list[Edit], maps: list[OffsetMap]) -> str:
    """Apply sorted edits to `text`, remembering the way back in `maps`."""
    if not edits:
        return text
    pieces: list[str] = []
    position = 0
    for start, end, replacement in edits:
        pieces += (text[position:start], replacement)
        position = end
    pieces.append(text[position:])
    maps.append(OffsetMap(edits))
    return "".join(pieces)


def _composed(text: str) -> list[Edit]:
    """Edits that bring `text` to NFC, cluster by cluster, and drop invisible characters."""
    edits = [Edit(m.start(), m.end(), "") for m in _INVISIBLE.finditer(text)]
    if not unicodedata.is_normalized("NFC", text):
        for match in re.finditer(
            r"[^\W_](?:[\u0300-\u036f\u1ab0-\u1aff]+)|[\u1100-\u11ff]+|[^\x00-\u02ff]", text
        ):
            composed = unicodedata.normalize("NFC", match.group())
            if composed != match.group():
                edits.append(Edit(match.start(), match.end(), composed))
        edits = _disjoint(edits)
    return edits


def _disjoint(edits: list[Edit]) -> list[Edit]:
    """Sort `edits` and drop those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _untokenised(text: str) -> list[Edit]:
    """Edits that undo treebank brackets and quotes: ``-lrb-``, double backquotes."""
    edits = []
    for match in _TOKENISED.finditer(text):
        bracket = match.group(1)
        edits.append(Edit(match.start(), match.end(), _BRACKET[bracket.lower()] if bracket else '"'))
    return edits


def _unglued(text: str) -> list[Edit]:
    """Edits that part glued sentences and words and mend honorifics and split thousands."""
    edits = [Edit(m.end(), m.end(), " ") for m in _GLUED_SENTENCE.finditer(text)]
    for match in _GLUED_WORD.finditer(text):
        if not _INNER_CAPITAL.match(match.group(1)):
            edits.append(Edit(match.end(1), match.end(1), " "))
    for match in _HONORIFIC.finditer(text):
        form = _HONORIFIC_FORM.get(match.group(1).lower(), "Mr. ")
        edits.append(Edit(match.start(), match.end(), form))
    edits += [Edit(m.start(), m.end(), ",") for m in _SPLIT_NUMBER.finditer(text)]
    return _disjoint(edits)


def repair(raw: str) -> Repaired:
    """Return `raw` as it was meant: NFC, plain quotes and spaces, glued words and sentences parted."""
    maps: list[OffsetMap] = []
    text = _apply(raw, _composed(raw), maps)
    text = _apply(text, _untokenised(text), maps)
    text = text.translate(_SAME_LENGTH)
    # A joint such as "McCallRepublicans" is seen only at its last capital, hence a second look.
    for _ in range(2):
        edits = _unglued(text)
        if not edits:
            break
        text = _apply(text, edits, maps)
    return Repaired(text, tuple(maps))
