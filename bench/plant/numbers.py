"""Errors in numbers, and spellings of numbers that change nothing."""

import random
import re

from bench.plant.figures import Figure, figures, other_number, stated, value_of, word_of
from bench.records import Item

# What stands behind a figure, and what a careless writer puts there instead.
_UNITS = {
    "per cent": "percentage points", "percent": "percentage points", "%": " percentage points",
    "percentage points": "per cent", "kilometres": "miles", "miles": "kilometres", "km": "miles",
    "metres": "feet", "feet": "metres", "years": "months", "months": "years", "year": "month",
    "weeks": "days", "days": "weeks", "day": "week", "hours": "minutes", "minutes": "hours",
    "tonnes": "kilos", "hectares": "square miles", "kilos": "tonnes",
}  # fmt: skip
_MONEY = {"£": "$", "$": "£", "€": "£"}
_BEHIND = re.compile(r"(?:\s|-)?(" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")(?![a-z])")
_TRIES = 8


def digit(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one figure changed to one that the article does not have."""
    assert item.facts is not None
    known = stated(item.evidence)
    for figure in _shuffled(figures(text, item.facts), rng):
        for _ in range(_TRIES):
            other = other_number(figure.of(text), rng)
            if re.sub(r"[\W_]", "", other).lower() not in known:
                return _put(text, figure.start, figure.end, other)
    return None


def magnitude(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one amount a thousand or ten times what it is."""
    assert item.facts is not None
    swaps = {"m": "bn", "mn": "bn", "million": "billion", "bn": "m", "billion": "million"}
    for figure in _shuffled(figures(text, item.facts), rng):
        scale = figure.scale(text)
        if word := scale.strip(" -"):
            return _put(text, figure.end, figure.scaled_end, scale.replace(word, swaps[word]))
        plain = figure.of(text).replace(",", "")
        if figure.counted and plain.isdigit() and int(plain) >= 10:
            return _put(text, figure.start, figure.end, f"{int(plain) * 10:,}")
    return None


def unit(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with the unit of one figure changed."""
    assert item.facts is not None
    for figure in _shuffled(figures(text, item.facts), rng):
        before = text[figure.start - 1 : figure.start]
        if before in _MONEY and figure.start:
            return _put(text, figure.start - 1, figure.start, _MONEY[before])
        if behind := _BEHIND.match(text, figure.scaled_end):
            return _put(text, behind.start(1), behind.end(1), _UNITS[behind.group(1)])
    return None


def exchange_numbers(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with two figures of one unit and one spelling in each other's place."""
    assert item.facts is not None
    found = figures(text, item.facts)
    pairs = [(a, b) for i, a in enumerate(found) for b in found[i + 1 :] if _alike(a, b, text)]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    words = one.of(text), other.of(text)
    return _put(_put(text, other.start, other.end, words[0]), one.start, one.end, words[1])


def _alike(one: Figure, other: Figure, text: str) -> bool:
    """Return whether two figures can stand in each other's place without looking odd."""
    words = one.of(text), other.of(text)
    return (
        one.fact.unit == other.fact.unit
        and one.scale(text) == other.scale(text)
        and words[0].lower() != words[1].lower()
        and words[0][0].isdigit() == words[1][0].isdigit()
    )


def spelling(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one number spelt another way that says the same."""
    assert item.facts is not None
    for figure in _shuffled(figures(text, item.facts), rng):
        if changed := _respelt(text, figure):
            return changed
    return None


def _respelt(text: str, figure: Figure) -> str | None:
    """Return the text with this figure, its scale or its percent sign spelt another way."""
    words, scale = figure.of(text), figure.scale(text)
    long = {"m": " million", "mn": " million", "bn": " billion", " million": "m", " billion": "bn"}
    if scale in long:
        return _put(text, figure.end, figure.scaled_end, long[scale])
    behind = _BEHIND.match(text, figure.scaled_end)
    percent = {"per cent": " percent", "percent": "%", "%": " per cent"}
    if behind and behind.group(1) in percent:
        return _put(text, figure.end, behind.end(1), percent[behind.group(1)])
    if "," in words:
        return _put(text, figure.start, figure.end, words.replace(",", ""))
    small = value_of(words)
    if small is not None and small > 1 and words.islower():
        return _put(text, figure.start, figure.end, str(small))
    if figure.counted and words.isdigit() and 1 < int(words) <= 12 and not _BEHIND.match(text, figure.end):
        return _put(text, figure.start, figure.end, word_of(int(words)))
    return None


def _shuffled(found: list[Figure], rng: random.Random) -> list[Figure]:
    """Return the figures in an order of the generator's, key ones first."""
    return sorted(rng.sample(found, len(found)), key=lambda figure: not figure.fact.key)


def _put(text: str, start: int, end: int, words: str) -> str:
    return text[:start] + words + text[end:]
