"""Errors of wording without a number or a person, and an order of sentences that changes nothing."""

import random
import re

from bench.records import Item
from bench.text.sentences import sentence_spans

_AUXILIARY = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|is|are|was|were|has|have|had)\b"
    r"(?! not|n['’]t| no\b| never)"
)
_LEANING = re.compile(
    r"(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|But|And|Yet|However|Both|Another)\b"
)


def negation(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one of its statements denied."""
    places = list(_AUXILIARY.finditer(text))
    if not places:
        return None
    place = rng.choice(places)
    return text[: place.end()] + " not" + text[place.end() :]


def dropped_sentence(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text without one of its sentences."""
    spans = sentence_spans(text, item.article.language)
    if len(spans) < 2:
        return None
    gone = rng.randrange(len(spans))
    return " ".join(text[start:end] for i, (start, end) in enumerate(spans) if i != gone)


def reordered(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with its last sentence first; one that leans on another stays behind it."""
    parts = [text[start:end] for start, end in sentence_spans(text, item.article.language)]
    if len(parts) < 2 or _LEANING.match(parts[-1]) or _LEANING.match(parts[0]):
        return None
    return " ".join([parts[-1], *parts[:-1]])
