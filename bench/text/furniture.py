"""What a page has around an article: other stories' headlines, advertisements, telephone and page numbers.

Their figures and names are none of the article's. They are blanked, sign for sign, so that no offset moves.
"""

import re

_HEADS = (
    "related|read more|read also|see also|more on this|trending|don't miss|recommended|most read|most popular"
    "|you may also like"
)
_LINE = (
    r"^[ \t]*(?:\[?advertisement\b(?! (?:was|is|for|in|has|that|which)\b)"
    rf"|(?:{_HEADS})(?: stories| articles| news| today| now)?(?::| ?(?:[-\u2013\u2014|>] ?|\d\.?[ )]))).*$"
)
# What is blanked, with signs of which a text has one where there is any: few texts are searched for all.
_PARTS = tuple(
    (tuple(signs.split("|")), re.compile(pattern, re.MULTILINE))
    for signs, pattern in (
        (f"advertisement|{_HEADS}", _LINE),
        ("comments (", r"\bcomments \(\d+\)"),
        (" comment| shares", r"\b\d+ (?:comments?|shares)\b(?=[ \t]*(?:\||\n|\Z))"),
        ("min read|mins read|minute read|minutes read", r"\b\d+ min(?:ute)?s? read\b"),
        ("page ", r"\bpage \d+ of \d+\b"),
        ("page ", r"\((?:see|continued|cont)\b[^()\n]{0,40}\bpage \d+ ?\)"),
        ("tel |tel.|tel:|phone|fax", r"\b(?:tel|phone|telephone|fax)[.:]? ?[\d+(][\d ()/-]{5,}\d"),
        ("tel |tel.|tel:|phone|contact", r"(?<= on )\d{3,4}[ -]\d{3,4}(?=[.\n]|\Z)"),
        ("\u00a9|(c)|copyright", r"(?:\u00a9|\(c\)|copyright) ?\d{4}\b"),
        (" all rights", r"\b\d{4}(?=\.? all rights)"),
    )
)


def unfurnished(text: str) -> str:
    """Return `text` with page furniture blanked."""
    lower = text.lower()
    if len(lower) != len(text):
        return text
    for signs, pattern in _PARTS:
        if any(sign in lower for sign in signs):
            for match in reversed(list(pattern.finditer(lower))):
                blank = " " * len(match.group())
                text = text[: match.start()] + blank + text[match.end() :]
                lower = lower[: match.start()] + blank + lower[match.end() :]
    return text
