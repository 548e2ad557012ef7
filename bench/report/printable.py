"""Texts of strangers as they may be printed: nothing in them steers a terminal or hides from a reader."""

import re

# C0 and C1 could move the cursor or recolour the screen; rich drops some of them, which would shift every
# mark behind. Bidirectional signs turn what is read around (CVE-2021-42574), the others are not seen at all:
# soft hyphen, spaces without width, invisible operators, byte order mark, tags.
_UNSEEN = (
    *range(9), *range(11, 32), *range(127, 160), 0xAD, 0x61C, 0x180E, 0x200B, *range(0x200E, 0x2010),
    *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080),
)  # fmt: skip
_STANDING_FOR = dict.fromkeys(_UNSEEN, "\N{REPLACEMENT CHARACTER}")
# A carriage return ends a Windows line and is not seen.
_STANDING_FOR[ord("\r")] = " "

# Persian words, Indic ones and emoji are spelt with joiners; beside a letter or figure of ASCII they hide.
_HIDDEN_JOINER = re.compile(r"(?<=[!-~])[\u200c\u200d]|[\u200c\u200d](?=[!-~])")


def printable(text: str) -> str:
    """Return `text` with a sign in the place of each character that is not to be printed: offsets hold."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN_JOINER.sub("\N{REPLACEMENT CHARACTER}", text.translate(_STANDING_FOR))


def one_line(text: str) -> str:
    """Return a message of an error or a program as one line that may be printed."""
    return " ".join(filter(None, map(str.strip, printable(text).splitlines())))
