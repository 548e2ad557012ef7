"""What the mangler does to a text: edits that never touch a figure."""

import random
import re
from collections.abc import Iterator, Sequence

from bench.text.offsets import Edit

# How often each fault strikes where it can; set by eye so that a paragraph of eighty words has two or three.
_GLUED_SENTENCES, _GLUED_WORDS, _LOST_CAPITALS, _HONORIFICS, _QUOTES, _BOILERPLATE = (
    0.3,
    0.05,
    0.05,
    0.6,
    0.5,
    0.3,
)

_SENTENCE_JOINT = re.compile(r"(?<=[a-z][a-z][.!?])[ ](?=[A-Z][a-z])")
_WORD_JOINT = re.compile(r"(?<=[a-z]{2})[ ](?=([A-Z][a-z]{2,}))")
_CAPITAL = re.compile(r"\b[A-Z](?=[a-z]{2,})")
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr)\.? (?=[A-Z])")
_TRANSLATED = {"Mr": ("gentlemen. ", "Sir. "), "Mrs": ("lady. ", "Madam. "), "Ms": ("Madam. ", "lady. "),
               "Miss": ("lady. ",), "Dr": ("doctor. ",)}  # fmt: skip
_SIGNS = {
    "\u201c": ('"', "``", "\u00ab"), "\u201d": ('"', "''", "\u00bb"), "\u2018": ("'", "`"),
    "\u2019": ("'", "\u00b4"), '"': ("\u201c", "''"), "'": ("\u2019", "\u00b4"),
    "\u2013": ("-", "--"), "\u2014": ("--", "-"),
}  # fmt: skip
_SIGN = re.compile("[" + "".join(map(re.escape, _SIGNS)) + "]")
_PARAGRAPHS = re.compile(r"\n\n(?=\S)")
# Without a number or a person: nothing that a summary could take for a fact.
_FURNITURE = (
    "Advertisement", "Read more: what we know so far", "Share this article", "Story continues below",
    "Sign up to our newsletter for the top stories of the day", "Related topics", "Photo: file picture",
    "This page uses cookies. Accept all", "Listen to this article", "Skip to main content",
)  # fmt: skip
# A figure written in letters stays a word of its own.
_FIGURES = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion first second third fourth fifth sixth seventh eighth ninth tenth half "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


def glued(text: str, rng: random.Random) -> Iterator[Edit]:
    """Yield edits that take the space between two sentences, or before a capitalised word."""
    for match in _SENTENCE_JOINT.finditer(text):
        if rng.random() < _GLUED_SENTENCES:
            yield Edit(match.start(), match.end(), "")
    for match in _WORD_JOINT.finditer(text):
        if match.group(1).lower() not in _FIGURES and rng.random() < _GLUED_WORDS:
            yield Edit(match.start(), match.end(), "")


def lost_capitals(text: str, rng: random.Random) -> Iterator[Edit]:
    """Yield edits that write a capital small."""
    for match in _CAPITAL.finditer(text):
        if rng.random() < _LOST_CAPITALS:
            yield Edit(match.start(), match.end(), match.group().lower())


def translated_honorifics(text: str, rng: random.Random) -> Iterator[Edit]:
    """Yield edits that put what a translation makes of "Mr" before a name."""
    for match in _HONORIFIC.finditer(text):
        if rng.random() < _HONORIFICS:
            yield Edit(match.start(), match.end(), rng.choice(_TRANSLATED[match.group(1)]))


def odd_signs(text: str, rng: random.Random) -> Iterator[Edit]:
    """Yield edits that exchange quotation marks, apostrophes and dashes, but for dashes between figures."""
    for match in _SIGN.finditer(text):
        around = text[max(0, match.start() - 1) : match.end() + 1]
        if not any(char.isdigit() for char in around) and rng.random() < _QUOTES:
            yield Edit(match.start(), match.end(), rng.choice(_SIGNS[match.group()]))


def boilerplate(text: str, rng: random.Random) -> Iterator[Edit]:
    """Yield edits that put page furniture between paragraphs, never before the first."""
    for match in list(_PARAGRAPHS.finditer(text))[1:]:
        if rng.random() < _BOILERPLATE:
            yield Edit(match.start(), match.start(), "\n\n" + rng.choice(_FURNITURE))


def misspelling(word: str, taken: Sequence[str], rng: random.Random) -> str | None:
    """Return a likely misspelling of a name that is no word of `taken`, None where no rule fits."""
    fitting = [other for old, new in _SPELLINGS if (other := _respelt(word, old, new)) and other not in taken]
    return rng.choice(fitting) if fitting else None


def _respelt(word: str, old: str, new: str) -> str | None:
    """Return `word` with the last `old` behind its first letter written `new`."""
    at = word.rfind(old, 1)
    return word[:at] + new + word[at + len(old) :] if at > 0 else None


_SPELLINGS = (
    ("ph", "f"), ("ck", "k"), ("sky", "skyy"), ("ie", "ei"), ("ei", "ie"), ("ou", "u"), ("y", "i"),
    ("z", "s"), ("w", "v"), ("v", "w"), ("sh", "sch"), ("ll", "l"), ("nn", "n"), ("ss", "s"), ("tt", "t"),
    ("rr", "r"),
    ("k", "c"), ("c", "k"), ("th", "t"), ("son", "sen"), ("er", "ar"), ("an", "en"), ("o", "u"), ("a", "e"),
    ("é", "e"), ("á", "a"), ("í", "i"), ("ó", "o"), ("ö", "o"), ("ä", "a"), ("š", "s"), ("č", "c"),
    ("ž", "z"),
)  # fmt: skip
"""What is written for what, inside a name: sounds alike, a letter dropped, a mark lost."""
