"""What a page has around an article: other stories' headlines, advertisements, telephone and page numbers.

Their figures and names are none of the article's. They are blanked, sign for sign, so that no offset moves.
"""

import re

# Words of which a text has at least one where there is anything to blank.
_SIGNS = (
    "advertisement", "related", "most read", "most popular", "read more", "read also", "see also", "trending",
    "don't miss", "you may also like", "recommended", "\u00a9", " comment", "comments (",
    " shares", "min read", "minute read", "page ", "tel ", "tel.", "tel:", "phone", "contact",
)  # fmt: skip
_HEADS = (
    "related|read more|read also|see also|more on this|trending|don't miss|recommended|most read|most popular"
    "|you may also like"
)
_LINE = re.compile(
    r"^[ \t]*(?:\[?advertisement\b(?! (?:was|is|for|in|has|that|which)\b)"
    rf"|(?:{_HEADS})(?: stories| articles| news| today| now)?(?::| ?(?:[-\u2013\u2014|>] ?|\d\.?[ )]))).*$",
    re.MULTILINE,
)
_PART = re.compile(
    r"\bcomments \(\d+\)|\b\d+ (?:comments?|shares)\b(?=[ \t]*(?:\||\n|$))|\b\d+ min(?:ute)?s? read\b"
    r"|\bpage \d+ of \d+\b|\((?:see|continued|cont)\b[^()\n]{0,40}\bpage \d+ ?\)"
    r"|\b(?:tel|phone|telephone|fax)[.:]? ?[\d+(][\d ()/-]{5,}\d|(?<= on )\d{3,4}[ -]\d{3,4}(?=[.\n]|$)"
    r"|(?:\u00a9|\(c\)|copyright) ?\d{4}\b|\b\d{4}(?=\.? all rights)"
)


def unfurnished(text: str) -> str:
    """Return `text` with page furniture blanked."""
    lower = text.lower()
    if len(lower) != len(text) or not any(sign in lower for sign in _SIGNS):
        return text
    for pattern in (_LINE, _PART):
        for match in reversed(list(pattern.finditer(lower))):
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
        lower = text.lower()
    return text
