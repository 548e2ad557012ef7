"""Planted number errors, made by rules that share nothing with the extraction they examine."""

import random
import re
from collections.abc import Iterator
from decimal import Decimal

from labelled import Written
from number_mentions import (
    DAYS,
    MONTHS,
    ONES,
    ORDINALS,
    SCALES,
    SHORT,
    TENS,
    Mention,
    mentions,
    stated,
    word_value,
)
from probes import Probe, replaced, seeded

_UNITS = {
    "miles": "kilometres", "mile": "kilometre", "km": "miles", "kilometres": "miles", "kilometers": "miles",
    "metres": "feet", "meters": "feet", "feet": "metres", "ft": "metres", "inches": "feet", "kg": "tonnes",
    "pounds": "tonnes", "lbs": "tonnes", "tonnes": "pounds", "tons": "pounds", "seconds": "hours",
    "minutes": "days", "minute": "day", "hours": "weeks", "hour": "week", "days": "months", "day": "month",
    "weeks": "years", "week": "year", "months": "days", "month": "day", "years": "weeks", "year": "week",
}  # fmt: skip
_CURRENCIES = "$£€"


def _significant(value: Decimal) -> Decimal:
    """Return half a unit of the last significant digit; trailing zeros of whole numbers do not count."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) / 2


def safe(new: Decimal, known: set[Decimal]) -> bool:
    """Whether no stated value equals `new` or could be rounded to it."""
    half = _significant(new)
    return all(abs(new - value) > max(half, abs(value) * Decimal("0.02")) for value in known)


def written_like(old: str, new: Decimal) -> str:
    """Return `new` as digits in the fashion of `old`."""
    text = f"{new:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if "," in old or (len(text.split(".")[0]) > 4):
        whole, _, rest = text.partition(".")
        text = f"{int(whole):,}" + (f".{rest}" if rest else "")
    return text


def in_words(value: int) -> str | None:
    if 2 <= value < 20:
        return ONES[value]
    if 20 <= value < 100:
        return TENS[value // 10 - 2] + (f"-{ONES[value % 10]}" if value % 10 else "")
    return None


def _new_values(rng: random.Random, old: Decimal) -> list[Decimal]:
    """Return values near and far from `old`, in random order: a digit, a small step, a third more or less."""
    options: list[Decimal] = []
    digits = f"{old:f}"
    places = [i for i, char in enumerate(digits) if char.isdigit()]
    for place in rng.sample(places, min(2, len(places))):
        digit = rng.choice([d for d in "123456789" if d != digits[place]])
        options.append(Decimal(digits[:place] + digit + digits[place + 1 :]))
    step = rng.choice((1, 2, 3))
    if old == old.to_integral_value() and old < 1000:
        options += [old + step, old - step]
    if old >= 10:
        options += [(old * Decimal(rng.choice(("0.7", "1.3", "0.5", "2")))).quantize(Decimal(1))]
    rng.shuffle(options)
    return [option for option in options if option > 1]


def _numeral_changes(
    rng: random.Random, mention: Mention, text: str, known: set[Decimal]
) -> Iterator[tuple[str, str]]:
    """Yield (change, new words) for a number in digits."""
    groups, old = mention.groups, Decimal(mention.groups["num"].replace(",", ""))
    scale = SCALES.get(groups.get("scale", "").strip(" -").lower(), 1) * SHORT.get(
        groups.get("glue", "").lower(), 1
    )
    words = text[mention.start : mention.end]
    if groups.get("glue", "").lower() in ("st", "nd", "rd", "th"):
        for new in _new_values(rng, old):
            if new == new.to_integral_value() and safe(new, known):
                last = int(new) % 10
                ending = (
                    {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
                    if int(new) % 100 not in (11, 12, 13)
                    else "th"
                )
                yield "value", words.replace(groups["num"] + groups["glue"], f"{int(new)}{ending}")
                return
        return
    if groups.get("glue", "").lower() == "s":
        return
    for new in _new_values(rng, old):
        if safe(new * scale, known) and safe(new, known):
            yield "value", words.replace(groups["num"], written_like(groups["num"], new), 1)
            break
    factor = rng.choice((10, 100)) if old < 1000 else Decimal("0.1")
    new = (old * factor).normalize()
    if old >= 2 and safe(new * scale, known) and new == new.to_integral_value():
        yield "magnitude", words.replace(groups["num"], written_like(groups["num"], new), 1)
    if scale_word := groups.get("scale", "").strip(" -").lower():
        other = {"million": "billion", "billion": "million", "thousand": "million"}.get(scale_word)
        if other and safe(old * SCALES[other], known):
            yield "magnitude", re.sub(scale_word, other, words, flags=re.IGNORECASE)
    yield from _unit_changes(rng, mention, text)


def _tail(mention: Mention) -> str:
    """Return the word behind a number with its space or hyphen."""
    return mention.groups.get("tail") or mention.groups.get("wtail") or ""


def _unit_changes(rng: random.Random, mention: Mention, text: str) -> Iterator[tuple[str, str]]:
    """Yield the number with another currency, or another unit of measure or time behind it."""
    groups, words = mention.groups, text[mention.start : mention.end]
    if currency := groups.get("cur", "").strip():
        yield "unit", words.replace(currency, rng.choice(_CURRENCIES.replace(currency, "")))
    elif groups.get("pct") or groups.get("wpct"):
        yield "unit", words.replace(groups.get("pct") or groups["wpct"], " people")
    elif not (groups.get("glue") or groups.get("scale") or groups.get("wscale")):
        tail = _tail(mention)
        if unit := _UNITS.get(tail.strip(" -").lower()):
            yield "unit of measure", words + tail[0] + unit


def _word_changes(
    rng: random.Random, mention: Mention, text: str, known: set[Decimal]
) -> Iterator[tuple[str, str]]:
    """Yield (change, new words) for a number in words."""
    groups = mention.groups
    spelled = groups.get("w") or groups["aw"]
    scale = SCALES.get(groups.get("wscale", "").strip(" -").lower(), 1)
    words = text[mention.start : mention.end]
    for new in _new_values(rng, Decimal(word_value(spelled))):
        word = in_words(int(new)) if new == new.to_integral_value() else None
        if word and safe(new * scale, known):
            word = word.capitalize() if words[0].isupper() else word
            yield "value", words.replace(spelled, word, 1)
            break
    if mention.cls == "words":
        yield from _unit_changes(rng, mention, text)


def _calendar_changes(
    rng: random.Random, mention: Mention, text: str, document: str
) -> Iterator[tuple[str, str]]:
    """Yield another day, month, weekday or year, one that the article never names."""
    words, groups, lowered = text[mention.start : mention.end], mention.groups, document.lower()

    def absent(names: list[str]) -> str | None:
        free = [
            name for name in names if name.lower() not in lowered and name[:3].lower() + " " not in lowered
        ]
        return rng.choice(free) if free else None

    if mention.cls == "weekday" and (name := absent(DAYS)):
        yield "weekday", name
    elif mention.cls == "month" and (name := absent(MONTHS)):
        yield "month", name
    elif mention.cls == "year":
        for step in rng.sample([-11, -7, -4, -3, -2, -1, 1, 2, 3, 4, 7, 11], 12):
            new = str(int(words) + step)
            if new not in document and new[2:] not in re.findall(r"\b\d\d\b", document):
                yield "year", new
                break
    elif mention.cls == "daymonth":
        month, day = groups.get("m1") or groups["m2"], groups.get("d1") or groups["d2"]
        new = str(
            rng.choice(
                [d for d in range(2, 28) if str(d) != day and not re.search(rf"\b{d}\b", document)] or [0]
            )
        )
        if new != "0":
            yield "day", re.sub(rf"\b{day}(?:st|nd|rd|th)?\b", new, words)
        if name := absent(MONTHS):
            yield "month", words.replace(month, name)


def _other_changes(
    rng: random.Random, mention: Mention, text: str, document: str, known: set[Decimal]
) -> Iterator[tuple[str, str]]:
    """Yield another score or another ordinal word."""
    words = text[mention.start : mention.end]
    if mention.cls == "score":
        left, right = (int(part) for part in re.findall(r"\d+", words))
        new = left + rng.choice((1, 2, 3))
        flat = document.replace("–", "-").replace(" ", "")
        if f"{new}-{right}" not in flat and f"{right}-{new}" not in flat:
            yield "score", re.sub(r"\d+", str(new), words, count=1)
    elif mention.cls == "ordinal":
        index = ORDINALS.index(words.lower())
        free = [i for i in range(2, 12) if i != index and Decimal(i + 1) not in known]
        if free:
            word = ORDINALS[rng.choice(free)]
            yield "ordinal", word.capitalize() if words[0].isupper() else word


def changed_numbers(entry: Written) -> Iterator[Probe]:
    """Yield `entry` with one number changed to what its article does not say, one probe a change."""
    text, known = entry.summary, stated(entry.document) | stated(entry.summary)
    for mention in mentions(text):
        rng = seeded(f"{entry.key}:{mention.start}")
        if mention.cls == "digits":
            changes = _numeral_changes(rng, mention, text, known)
        elif mention.cls in ("words", "agewords"):
            changes = _word_changes(rng, mention, text, known)
        elif mention.cls in ("score", "ordinal"):
            changes = _other_changes(rng, mention, text, entry.document, known)
        else:
            changes = _calendar_changes(rng, mention, text, entry.document)
        for change, new in changes:
            end = mention.end + (len(_tail(mention)) if change == "unit of measure" else 0)
            summary = replaced(text, mention.start, end, new)
            place = (mention.start, mention.end)
            yield Probe(
                change.split()[0], entry.pool, entry.article_key, entry.document, text, place, summary,
                mention.start, mention.start + len(new),
            )  # fmt: skip
