"""Repair of machine-mangled text, with a map from every repaired offset back to the original.

The repaired text is only read, never shown: reports quote the original span. What is repaired are faults
that stop numbers and names from being read: wrong encodings, odd quotes and spaces, treebank brackets,
glued words and sentences, translated honorifics, numbers torn apart.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

from bench.counted import ordinal_ending
from bench.text.continental import continental, thin_spaces
from bench.text.furniture import unfurnished
from bench.text.glue import MANY, glued_sentences, glued_words
from bench.text.line_ends import cut_words, unwrapped
from bench.text.markup import printable, unescaped, unmarked
from bench.text.misread import misread
from bench.text.offsets import Edit, OffsetMap, Repaired, apply, disjoint
from bench.text.run_together import run_together
from bench.text.shouted import spoken
from bench.text.torn import torn_numbers
from bench.text.treebank import closed_up, uncoded

# One code point for one code point, so these need no map.
_SAME_LENGTH = {
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"',
    "\u00bb": '"',
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2012": "\u2013", "\u2015": "\u2014",
    "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n",
}  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
# More spaces than one: of a typist, of a line set to a width, of what was left out.
_WIDE = re.compile("  +")
_LINE_FEED = re.compile("\n(?<=\r\n)")
_CLUSTER = re.compile(r"[^\W_][\u0300-\u036f\u1ab0-\u1aff]+|[\u1100-\u11ff]+|[^\x00-\u02ff]")
# UTF-8 that was read as Windows-1252: a lead byte, then the signs that stand there for continuation bytes.
_CONTINUATION = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
)
_MISREAD = re.compile(
    rf"[\u00c2-\u00ef](?:(?<=[\u00c2-\u00df])[{_CONTINUATION}]|(?<=[\u00e0-\u00ef])[{_CONTINUATION}]{{2}})"
)
# Machine translation turns "Mr." into a plural or a full word with a point before a name.
_HONORIFIC = re.compile(
    r"(?:(?<![^\n])|(?<=[.!?\"] )|(?<=\")|(?<=[,;:(] )|(?<=\b(?:to|by|of) )"
    r"|(?<=\b(?:for|the) )|(?<=\b(?:with|from|that|says|said|told) )|(?<=\b(?:after|under) ))"
    r"(gentlem[ae]n|sirs?|madams?|ladies|lady|missis)\.\s"
    r"(?-i:(?=([A-Z]\w+)))"
    r"|\b(mister|missis|senor|monsieur|herr)\.\s(?-i:(?=([A-Z]\w+)))",
    re.IGNORECASE,
)
# A point behind the last letter of one of them, before a capitalised word; and what is looked at then.
_HONORIFIC_POINT = re.compile(r"\.(?<=[nrsmy].)(?=\s[A-Z]\w)")
_HONORIFIC_PARTS = tuple(
    "tlemen. tleman. sir. Sir. sirs. Sirs. adam. adams. ladies. Ladies. lady. Lady. ister. issis. enor. "
    "onsieur. err.".split()
)
_HONORIFIC_FORM = {"madam": "Ms. ", "madams": "Ms. ", "lady": "Ms. ", "ladies": "Ms. ", "missis": "Mrs. "}


def _composed(text: str) -> list[Edit]:
    """Edits that bring `text` to NFC, cluster by cluster, and drop invisible characters."""
    edits = [Edit(m.start(), m.end(), "") for m in _INVISIBLE.finditer(text)]
    edits += [Edit(m.start(), m.end(), "") for m in _LINE_FEED.finditer(text)] if "\r\n" in text else ()
    if not unicodedata.is_normalized("NFC", text):
        for match in _CLUSTER.finditer(text):
            composed = unicodedata.normalize("NFC", match.group())
            if composed != match.group():
                edits.append(Edit(match.start(), match.end(), composed))
    return disjoint(edits)


def _decoded(text: str) -> list[Edit]:
    """Edits that undo a wrong decoding: UTF-8 read as Windows-1252 or Latin-1."""
    found = ((match, _decoded_as(match.group())) for match in _MISREAD.finditer(text))
    return [Edit(match.start(), match.end(), meant) for match, meant in found if meant]


def _decoded_as(misread: str) -> str:
    """Return the character that these signs are the bytes of, "" where they are of none."""
    for code in ("cp1252", "latin-1"):
        with suppress(UnicodeError):
            return misread.encode(code).decode("utf-8")
    return ""


def _honorifics(text: str) -> list[Edit]:
    """Edits that give a translated honorific its form back, where a name of this text stands behind it."""
    points = (match.end() for match in _HONORIFIC_POINT.finditer(text))
    if not any(text.endswith(_HONORIFIC_PARTS, 0, point) for point in points):
        return []
    edits = []
    for match in _HONORIFIC.finditer(text):
        word, name = match.group(1) or match.group(3), match.group(2) or match.group(4)
        # A name stands elsewhere in mid-sentence, behind a lower-case word or another honorific.
        if re.search(rf"(?:[a-z,] |\b(?:Mr|Mrs|Ms|Dr)\.? |[A-Z]\w+ ){name}\b", text):
            form = _HONORIFIC_FORM.get(word.lower(), "Mr. ")
            edits.append(Edit(match.start(), match.end(), form))
    return edits


# Before a name: "his advocate madam Kralj", "the owner gospodin Ilic", "the esteemed minister".
_FOREIGN = {
    " madam ": "Ms", " madame ": "Ms", " lady ": "Ms", " missis ": "Mrs", " missus ": "Mrs",
    " gospodja ": "Ms",
    " gospozha ": "Ms", " frau ": "Ms", " senora ": "Ms", " se\u00f1ora ": "Ms", " signora ": "Ms",
    " mister ": "Mr", " sir ": "Mr", " gentleman ": "Mr", " gospodin ": "Mr", " herr ": "Mr", " senor ": "Mr",
    " se\u00f1or ": "Mr", " signor ": "Mr", " monsieur ": "Mr", " comrade ": "Mr", " citizen ": "Mr",
}  # fmt: skip
_HONORIFIC_OF_ROLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mister|Madam|Herr|Frau)\.? (?=([a-z]{4,}|boss|head)(?: [a-z]{3,})? [A-Z])"
)
_NO_ROLES = frozenset("della dello with from said when than that what they were have".split())


def _foreign_honorifics(text: str) -> Iterator[Edit]:
    """Yield edits of honorifics that machines translate word by word: "Mrs. director Holt", "madam Kralj"."""
    for honorific, form in _FOREIGN.items():
        at = text.find(honorific)
        while at >= 0:
            end = at + len(honorific)
            if text[end : end + 1].isupper() and text[end + 1 : end + 2].islower():
                yield Edit(at + 1, end - 1, form)
            at = text.find(honorific, end - 1)
    for match in _HONORIFIC_OF_ROLE.finditer(text):
        if match.group(1) not in _NO_ROLES:
            yield Edit(match.start(), match.end(), "")


# What hurried hands write for words of time.
_SHORTHAND = {
    "yr": "year", "yrs": "years", "wk": "week", "wks": "weeks", "mth": "month", "mths": "months",
    "tmrw": "tomorrow", "tmr": "tomorrow", "yday": "yesterday",
}  # fmt: skip
_SHORT = re.compile(rf"\b(?:{'|'.join(_SHORTHAND)})\b(?!\d)")
_SHORT_STARTS = (" yr", " wk", " mth", " tmr", " yday")


def _written_out(text: str) -> Iterator[Edit]:
    """Yield edits that write words of time out: "last yr", "in 3 wks"."""
    if any(start in text for start in _SHORT_STARTS):
        for match in _SHORT.finditer(text):
            yield Edit(match.start(), match.end(), _SHORTHAND[match.group()])


# "The 4. birth": other languages make a rank of a figure by a point.
_RANK = re.compile(r"\.(?<=\d.)(?= [a-z]{3})")
_RANKED = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Oo]n) (\d{1,2})$")


def _ranks(text: str) -> Iterator[Edit]:
    """Yield edits that give a rank its ending."""
    for point in _RANK.finditer(text):
        figure = _RANKED.search(text, max(0, point.start() - 12), point.start())
        if figure is not None:
            yield Edit(point.start(), point.end(), ordinal_ending(int(figure.group(1))))


def _plain(text: str) -> str:
    """Return `text` with plain quotes, spaces and dashes."""
    # A text has few of them, and looking for each is faster than str.translate, which looks up every sign.
    for odd, plain in _SAME_LENGTH.items():
        if odd in text:
            text = text.replace(odd, plain)
    return text


# A sign that an encoding lacked: "don?t", "?We left,? he said"; a question mark stands behind words alone.
_LOST_APOSTROPHE = re.compile(r"[?\ufffd](?<=[A-Za-z].)(?=(?:s|t|re|ve|ll|d|m)\b)")
_LOST_QUOTE = re.compile(r"[?\ufffd](?:(?<![^\s(].)(?=[A-Za-z])|(?<=[.,!].)(?=\s|$))")


def _found_again(text: str) -> str:
    """Return `text` with apostrophes and quotes for what stands in their place, sign for sign."""
    if "?" in text or "\ufffd" in text:
        text = _LOST_QUOTE.sub('"', _LOST_APOSTROPHE.sub("'", text))
    return text


def repair(raw: str) -> Repaired:
    """Return `raw` as it was meant: NFC, plain quotes and spaces, glued words and sentences parted."""
    maps: list[OffsetMap] = []
    text = raw
    if not text.isascii() or "\r\n" in text:
        text = apply(text, _composed(text), maps)
        text = apply(text, _decoded(text), maps)
    if "=" in text:
        text = apply(text, list(printable(text)), maps)
    text = apply(text, disjoint(unescaped(text)), maps)
    text = apply(text, disjoint(unmarked(text)), maps)
    text = apply(text, thin_spaces(text), maps)
    text = apply(text, disjoint(uncoded(text)), maps)
    text = spoken(unwrapped(unfurnished(_found_again(_plain(text)))))
    if "  " in text:
        text = apply(text, [Edit(m.start(), m.end() - 1, "") for m in _WIDE.finditer(text)], maps)
    if " ." in text or " ," in text:
        text = apply(text, disjoint(closed_up(text)), maps)
    if "-" in text:
        text = apply(text, list(cut_words(text)), maps)
    text = apply(text, disjoint(torn_numbers(text)), maps)
    parted = run_together(text)
    text = apply(text, parted, maps)
    text = apply(text, glued_sentences(text), maps)
    text = apply(text, glued_words(text, many=len(parted) >= MANY), maps)
    text = apply(text, disjoint(misread(text)), maps)
    text = apply(
        text,
        disjoint(
            [
                *_honorifics(text),
                *_foreign_honorifics(text),
                *torn_numbers(text),
                *_ranks(text),
                *_written_out(text),
                *continental(text),
            ]
        ),
        maps,
    )
    return Repaired(text, tuple(maps), len(parted))
