"""What a tokeniser leaves of a text: codes of brackets and quotes, signs and endings that stand apart."""

import re
from collections.abc import Iterator

from bench.text.offsets import Edit

_PARTS = (
    "``", "''", "UNK", "<unk>", "-lrb-", "-LRB-", "-rrb-", "-RRB-", "-lsb-", "-LSB-", "-lcb-", "-LCB-",
)  # fmt: skip
_CODED = re.compile(r"-(lrb|rrb|lsb|rsb|lcb|rcb)-|`` ?| ?''|<unk>|\[UNK\]|\bUNK\b", re.IGNORECASE)
_QUOTE_APART = re.compile("[\u201c\u00ab\u201e] (?=\\S)| [\u201d\u00bb](?!\\w)")
_BRACKET = {"lrb": "(", "rrb": ")", "lsb": "[", "rsb": "]", "lcb": "{", "rcb": "}"}
# A sign that is no word: a mask left by an old system is neither a name nor support for one.
_MASK = "_"
# A space before a sign that has another behind it, or the end of a quotation or a line, or the next word.
_SIGN_APART = re.compile(
    r" (?=[,;!?:](?:[\s\")A-Za-z]|$)|\.(?:[\s\")]|$|[A-Z][a-z]))(?<=[^\s.,;:!?(] )(?!(?<=\d )[.,:] \d)"
)
_ENDING_APART = re.compile(r" (?='(?:s|re|ve|ll|d|m)\b|n't\b)(?<=[^\W_] )")
_INSIDE_BRACKET = re.compile(r"(?<=[(\[]) | (?=[)\]])")
_BEFORE_FIGURE = re.compile(r"(?<=[$\u00a3\u20ac]) (?=\d)")
_FEWEST = 2
"""Signs that stand apart from which on a text is one that a tokeniser has been through."""


def uncoded(text: str) -> Iterator[Edit]:
    """Yield edits that put brackets, quotes and masks for their codes, quotes straight at what they quote."""
    if not text.isascii():
        yield from (Edit(match.start(), match.end(), '"') for match in _QUOTE_APART.finditer(text))
    if not any(part in text for part in _PARTS):
        return
    for match in _CODED.finditer(text):
        word = match.group()
        if bracket := match.group(1):
            yield Edit(match.start(), match.end(), _BRACKET[bracket.lower()])
        elif word.strip() in ("``", "''"):
            yield Edit(match.start(), match.end(), '"')
        elif word != "unk":
            yield Edit(match.start(), match.end(), _MASK)


def closed_up(text: str) -> Iterator[Edit]:
    """Yield edits that take away spaces before signs and endings, inside brackets, behind currencies."""
    signs = list(_SIGN_APART.finditer(text))
    if len(signs) < _FEWEST:
        return
    found = [*signs]
    for pattern in (_ENDING_APART, _INSIDE_BRACKET, _BEFORE_FIGURE):
        found += pattern.finditer(text)
    yield from (Edit(match.start(), match.end(), "") for match in sorted(found, key=re.Match.start))
