"""Exchanged numbers: two of a summary, or one for another of its article."""

import re
from collections.abc import Iterator

from labelled import Written
from number_mentions import Mention, mentions
from probes import Probe, replaced, seeded

_SMALL = frozenset(
    "and are been but for from had has have her his its not that the their this was were who with".split()
)


def _followers(text: str, number: str) -> set[str]:
    """Return the words that stand next to `number` in `text`, up to two behind it and one before."""
    near: set[str] = set()
    for match in re.finditer(rf"(?<![\w.,]){re.escape(number.lower())}(?![\w]|[.,]\d)", text):
        near.update(re.findall(r"[a-z]{3,}", text[match.end() : match.end() + 40])[:4])
        near.update(re.findall(r"[a-z]{3,}", text[max(0, match.start() - 30) : match.start()])[-3:])
    return near - _SMALL


def exchanged_numbers(entry: Written) -> Iterator[Probe]:
    """Yield `entry` with two of its numbers exchanged, or one exchanged for another of the article.

    Only numbers written in the article as in the summary, of one class. Where a word beside the number in
    the summary also stands beside the new one in the article, the change is marked as of shared words: the
    two count like things, and only the wider context tells them apart.
    """
    text, lowered = entry.summary, entry.document.lower()
    if entry.pool == "human-xsum":
        return
    own = [m for m in mentions(text) if m.cls in ("digits", "words", "year") and not m.groups.get("glue")]
    own = [m for m in own if _followers(lowered, text[m.start : m.end])]
    yield from _within(entry, own, lowered)
    others: dict[str, Mention] = {}
    for mention in mentions(entry.document):
        others.setdefault(entry.document[mention.start : mention.end], mention)
    for mention in own:
        words, beside = text[mention.start : mention.end], _beside(text, mention)
        fits = [w for w, other in others.items() if _alike(mention, other) and w.lower() not in text.lower()]
        fits = sorted(w for w in fits if w.lower() != words.lower())
        clear = [w for w in fits if not beside & _followers(lowered, w)]
        shared = [
            w for w in fits if w not in clear and not _next_words(text, words) & _next_words(lowered, w)
        ]
        for change, some in (("from article", clear), ("from article, shared words", shared)):
            if some and beside:
                new = seeded(f"{entry.key}:{mention.start}:x").choice(some)
                summary = replaced(text, mention.start, mention.end, new)
                yield Probe(
                    change, entry.pool, entry.article_key, entry.document, text,
                    (mention.start, mention.end), summary, mention.start, mention.start + len(new),
                )  # fmt: skip


def _next_words(text: str, number: str) -> set[str]:
    """Return the words right behind each place of `number` in `text`."""
    pattern = rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)[^a-z]*([a-z]+)"
    return {match.group(1).lower() for match in re.finditer(pattern, text, re.IGNORECASE)}


def _beside(text: str, mention: Mention) -> set[str]:
    """Return the words next to one mention in its summary."""
    after = re.findall(r"[a-z]{3,}", text[mention.end : mention.end + 40].lower())[:2]
    before = re.findall(r"[a-z]{3,}", text[max(0, mention.start - 30) : mention.start].lower())[-1:]
    return {*after, *before} - _SMALL


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions could stand in one another's place: same class, currency, percent and scale."""
    if one.cls != other.cls or (one.value is not None and one.value == other.value):
        return False
    if other.groups.get("glue"):
        return False
    shape = ("cur", "pct", "wpct", "scale", "wscale")
    return all(one.groups.get(name, "").strip() == other.groups.get(name, "").strip() for name in shape)


def _within(entry: Written, own: list[Mention], lowered: str) -> Iterator[Probe]:
    """Yield the summary with two alike mentions exchanged."""
    text = entry.summary
    for index, one in enumerate(own):
        for other in own[index + 1 :]:
            first, second = text[one.start : one.end], text[other.start : other.end]
            if not _alike(one, other) or first.lower() == second.lower():
                continue
            beside, beside_other = _beside(text, one), _beside(text, other)
            # "10 to 12 feet", "boys of 9 and 11": both orders may be true.
            if other.start - one.end < 20 or not (beside and beside_other):
                continue
            near, near_other = _followers(lowered, first), _followers(lowered, second)
            shared = beside & near_other or beside_other & near
            summary = replaced(replaced(text, other.start, other.end, first), one.start, one.end, second)
            shift = len(second) - len(first)
            place = (other.start + shift, other.start + shift + len(first))
            yield Probe(
                "within summary, shared words" if shared else "within summary", entry.pool, entry.article_key,
                entry.document, text, (one.start, one.end), summary, one.start, one.start + len(second),
                also=(place,),
            )  # fmt: skip
