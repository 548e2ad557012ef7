"""What other programs write around a text's own words: escapes, tags, stars and links, marks of notes."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import name2codepoint

from bench.text.offsets import Edit

# A reference of HTML, always with its semicolon: "AT&T" and "M&S" have none. Escaped twice: "&amp;quot;".
_REFERENCE = re.compile(
    rf"&(?:amp;)?(?:#\d{{2,6}}|#[xX][\da-fA-F]{{2,5}}|{'|'.join(sorted(name2codepoint))});"
)
_BLOCKS = (
    "p|br|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|tbody|thead|figure|figcaption|blockquote|article|section|aside|"
    "header|footer|hr|main|nav|pre|title|head|body|html"
)
_INLINE = "a|b|i|u|s|q|em|strong|span|small|big|font|sup|sub|img|picture|source|time|abbr|cite|mark|code|wbr"
_TAG = re.compile(
    r"<(?:!--.{0,2000}?--|(script|style)\b[^<]{0,4000}</\1"
    rf"|sup\b[^<>]*>\[?\d{{1,3}}\]?</sup|/?(?:(?P<block>{_BLOCKS})|(?P<cell>t[dh])|{_INLINE})\b[^<>]{{0,1000}})>",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([\"'/])|(n)|(r|t)|u([\da-fA-F]{4}))")
_ESCAPED_AS = {"n": "\n", "r": " ", "t": " "}
_FEWEST = 2
"""Escapes from which on a text has been escaped: one may be a path's."""
# "[words](address)" and "![caption](address)".
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,200})(\]\((?:https?:|www\.|/|#|mailto:)[^()\s]{0,500}\))")
# Stars and lines around words of a sentence: what has them at a line's start is its heading, but for a name.
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(?<!\w..)([^\n*_]{1,80})(?<=\S)\1(?!\w)")
_NAME_IN_SENTENCE = re.compile(r"(?:[A-Z][\w'.-]* ?)+(?:\*\*|__)(?:'s)?,? [a-z]")
_LINE_START = re.compile(r"(?:^|\n)[ \t>*\u2022#-]*$")
# Marks of notes stand straight behind a word or a stop: "in May.[12] He", "Holt[a] sat", "in May.\u00b9".
_NOTE = re.compile(
    r"\[(?<=[^\s\[(].)(?:\d{1,3}|[a-z]|note \d{1,2}"
    r"|(?:citation|clarification|page|date)s? needed|who\?|when\?)\]"
)
_RAISED = re.compile(
    '[\u00b9\u00b2\u00b3\u2070\u2074-\u2079](?:(?<=[.,;!?"\u201d)].)|(?<=[a-z]{4}.))'
    "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{0,2}(?!\\w)"
)


def unescaped(text: str) -> Iterator[Edit]:
    r"""Yield edits that put the characters that escapes stand for: "&nbsp;", "&amp;quot;", "\u00a3", '\"'."""
    if "&" in text:
        for match in _REFERENCE.finditer(text):
            yield Edit(match.start(), match.end(), unescape(unescape(match.group())))
    if text.count("\\") >= _FEWEST:
        for match in _ESCAPE.finditer(text):
            sign, line, space, code = match.groups()
            meant = chr(int(code, 16)) if code else sign or _ESCAPED_AS[line or space]
            if not "\ud800" <= meant <= "\udfff":
                yield Edit(match.start(), match.end(), meant)


# Mail in seven bits: "caf=C3=A9", "it=E2=80=99s", and lines that go on behind "=".
_SEVEN_BITS = re.compile(r"=\n|=(?:[\dA-F]{2})(?:=[\dA-F]{2})*")


def printable(text: str) -> Iterator[Edit]:
    """Yield edits that undo what mail does to a text to send it in seven bits (RFC 2045, 6.7)."""
    if text.count("=\n") + text.count("=20") + text.count("=E2=80=") >= _FEWEST:
        for match in _SEVEN_BITS.finditer(text):
            coded = bytes.fromhex(match.group().replace("=", " ").strip())
            yield Edit(match.start(), match.end(), coded.decode("utf-8", "ignore"))


def unmarked(text: str) -> Iterator[Edit]:
    """Yield edits that take tags, links, emphasis and marks of notes away."""
    if "<" in text:
        for match in _TAG.finditer(text):
            yield Edit(match.start(), match.end(), _instead(match))
    if "](" in text:
        for match in _LINK.finditer(text):
            kept_to = match.start(3) if match.group(1) == "[" else match.start(2)
            yield Edit(match.start(), match.end(1), "")
            yield Edit(kept_to, match.end(), "")
    if "**" in text or "__" in text:
        for match in _EMPHASIS.finditer(text):
            label = _LINE_START.search(text, max(0, match.start() - 12), match.start())
            if not label or _NAME_IN_SENTENCE.match(text, match.start(2)):
                yield Edit(match.start(), match.end(1), "")
                yield Edit(match.end(2), match.end(), "")
    if "[" in text:
        yield from (Edit(match.start(), match.end(), "") for match in _NOTE.finditer(text))
    if not text.isascii():
        yield from (Edit(match.start(), match.end(), "") for match in _RAISED.finditer(text))


def _instead(tag: re.Match[str]) -> str:
    """Return what a tag does to a text: a line's end, a cell's end or nothing."""
    if tag.group("block"):
        return "\n"
    return " | " if tag.group("cell") and tag.group().startswith("</") else ""
