"""Lists that a text states item by item, "Kent, Essex and Surrey", and words that hold a number, "twice"."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Case, Derived, Step
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.number_words import ORDINALS
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_JOINTS = frozenset({"and", "or", "&", "plus"})
_LONGEST = 12
_ITEM, _NAME = 4, 7
# Words that show a comma to part clauses rather than items.
_CLAUSE = frozenset(
    "who which whom whose that where when while after before but because although though as if than said "
    "says is are was were be been has have had will would could can he she they it we i his her their with "
    "for from to by in on at not into during".split()
)


def listed(case: Case) -> Iterator[Step]:
    """Yield the sizes of the article's lists, at most twelve, that the claim can be about."""
    if _small(case.claim):
        yield from sizes(case.article)


@once_per_text
def sizes(article: Scene) -> list[Step]:
    """Return the sizes of an article's lists."""
    steps: list[Step] = []
    tape, words = article.tape, article.tape.words
    for at in tape.places(_JOINTS):
        if not 0 < at < len(words) - 1 or not (found := _items(article, at)):
            continue
        first, last, items, names = found
        if items > 2 or names:
            place = Quantity("count", Decimal(items), tape.starts[first], tape.ends[last - 1], first, last)
            told = ("listed:", tape.surface(first, last))
            steps.append(Step(place.value, "names" if names else "list", told, (place,)))
    return steps


def next_in_row(article: Scene, claim: Quantity, head: tuple[str, ...]) -> Derived | None:
    """Return who came before the one that an ordinal ranks: the fifth woman after "four women before her".

    "Five straight wins" are told of the fifth in a row.
    """
    if claim.kind == "count" and not _IN_A_ROW.isdisjoint(head):
        return _last_in_row(article, claim)
    if claim.kind != "ordinal" or not head:
        return None
    for fact in article.quantities:
        if fact.kind == "count" and fact.value + 1 == claim.value and set(head) & set(article.head(fact)):
            _, stop = article.sentence_of(fact)
            if "before" in article.tape.words[fact.last : stop]:
                return Derived(f"{article.tape.surface(fact.first, fact.last)} before", (fact,))
    return None


_IN_A_ROW = frozenset(map(stem, "consecutive straight successive row".split()))
_ROW_REACH = 6
"""Words behind an ordinal within which "in a row" is told of it."""


def _last_in_row(article: Scene, claim: Quantity) -> Derived | None:
    for fact in article.quantities:
        if fact.kind == "ordinal" and fact.value == claim.value:
            behind = article.stems[fact.last : fact.last + _ROW_REACH]
            if not _IN_A_ROW.isdisjoint(behind):
                return Derived(article.tape.surface(fact.first, fact.last + len(behind)), (fact,))
    return None


def itemised(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the list by which a summary itself accounts for a count: "three judges - Orlow, Penn and Khan".

    Where the article counts the same thing otherwise, the count does not follow.
    """
    if not _small(claim) or not (head := summary.head(claim)):
        return None
    for step in sizes(summary):
        (place,) = step.facts
        between = summary.tape.words[claim.last : place.first]
        if place.value != claim.value or not 0 < len(between) <= _ANNOUNCED or between[-1] not in _OPENING:
            continue
        counted = any(set(head) & set(article.head(f)) for f in article.quantities if f.kind == "count")
        if not counted and _names_all(article, summary, place):
            return Derived("the summary lists them", ())
    return None


def _names_all(article: Scene, summary: Scene, place: Quantity) -> bool:
    """Whether the article has the names of a list of the summary."""
    tape = summary.tape
    names = (tape.words[at] for at in range(place.first, place.last) if tape.capital(at))
    return all(name in article.tape.places_of for name in names)


_OPENING = frozenset({":", "-", "\u2013", "\u2014", "("})
"""Signs that announce a list of what was counted."""
_ANNOUNCED = 7
"""Words within which a list follows its count."""


def _small(claim: Quantity) -> bool:
    return claim.kind == "count" and not claim.unit and 2 <= claim.value <= 12 and not claim.value % 1


def _items(scene: Scene, joint: int) -> tuple[int, int, int, bool] | None:
    """Return first and last piece of the list around a conjunction, its items, and whether all are names."""
    words, own = scene.tape.words, scene.sentence[joint]
    last = _item_end(scene, joint + 1)
    spans = [(joint + 1, last)]
    end = joint - 1 if words[joint - 1] == "," else joint
    while end > 0 and len(spans) < _LONGEST and scene.sentence[end - 1] == own:
        start = end
        while start > 0 and scene.sentence[start - 1] == own and words[start - 1] not in (",", ";", ":", "("):
            start -= 1
        opening = words[start - 1] if start and scene.sentence[start - 1] == own else ""
        if opening in (",", ";") and end - start <= (_NAME if _is_name(scene, start, end) else _ITEM):
            spans.append((start, end))
            end = start - 1
            continue
        # The first item follows other words without a comma: its own are those that look like the others.
        start = _item_start(scene, start, end, spans)
        if start < end:
            spans.append((start, end))
        break
    if any(_CLAUSE & set(words[start:stop]) for start, stop in spans) or len(spans) < 2:
        return None
    names = scene.tape.document.style == "cased" and all(_is_name(scene, *item) for item in spans)
    return spans[-1][0], last, len(spans), names


def _item_start(scene: Scene, start: int, end: int, spans: list[tuple[int, int]]) -> int:
    """Return where the first item begins: its capitals if the others are names, else its last words."""
    tape, at = scene.tape, end
    if tape.document.style == "cased" and all(_is_name(scene, *item) for item in spans):
        while at > start and tape.capital(at - 1) and end - at < _ITEM:
            at -= 1
        return at
    while at > start and end - at < 3 and tape.words[at - 1] not in _CLAUSE and tape.words[at - 1] != "of":
        at -= 1
    return at


def _item_end(scene: Scene, at: int) -> int:
    words, own, last = scene.tape.words, scene.sentence[at], at + 1
    name = scene.tape.capital(at)
    while last < len(words) and scene.sentence[last] == own and last - at < _ITEM:
        if (
            words[last] in (",", ".", ";", ":")
            or words[last] in _CLAUSE
            or (name and not scene.tape.capital(last))
        ):
            break
        last += 1
    return last


def _is_name(scene: Scene, start: int, stop: int) -> bool:
    """Whether an item is a name: capitals, behind at most two small words ("the province of Jiangsu")."""
    tape = scene.tape
    return stop > start and tape.capital(stop - 1) and (tape.capital(start) or tape.words[start] == "the")


def one_more(case: Case) -> Iterable[Step]:
    """Add the one that the text names beside a count: "a man and two boys", "eight others"."""
    if case.claim.kind != "count" or case.claim.unit:
        return ()
    return _one_more(case.article)


@once_per_text
def _one_more(article: Scene) -> list[Step]:
    """Return the counts that the text names one beside, or the next in rank, with that one."""
    found: list[Step] = []
    for fact in article.quantities:
        whole = fact.is_plain_count and not fact.value % 1
        if whole and fact.value > 1 and (_one_beside(article, fact) or _next_rank(article, fact)):
            found.append(Step(fact.value + 1, "list", (fact.value, "+ 1"), (fact,)))
    return found


def _next_rank(article: Scene, fact: Quantity) -> bool:
    """Whether the next one is told soon behind a count: "three trucks came; a fourth broke down"."""
    words = article.tape.words[fact.last : fact.last + _ROW]
    return any(
        word in ("a", "the") and ORDINALS.get(rank) == fact.value + 1 for word, rank in pairwise(words)
    )


_ROW = 30
"""Pieces behind a count within which the next in rank is told."""

_ONE = frozenset({"a", "an", "one", "his", "her", "their", "another"})
_OWN = frozenset({"its", "his", "her", "their"})
_OTHERS = frozenset({"other", "others", "rivals"})


def _one_beside(article: Scene, fact: Quantity) -> bool:
    """Whether "and a ..." or "other" follows a counted noun, or "a ... and" stands before it."""
    words = article.tape.words
    behind = words[fact.last : fact.last + 7]
    if behind[:1] and behind[0] in _OTHERS:
        return True
    for joint in ("and", "plus"):
        if joint in behind:
            at = fact.last + behind.index(joint) + 1
            if at < len(words) and words[at] in _ONE:
                return True
    before = words[max(0, fact.first - 5) : fact.first]
    if before[-2:-1] == ["and"] and before[-1] in _OWN:
        # "The party and its two partners" are three.
        return True
    return bool(before) and before[-1] == "and" and any(word in _ONE for word in before)


_HOLDING = {
    "twice": 2, "both": 2, "brace": 2, "duo": 2, "twins": 2, "couple": 2, "pair": 2, "double": 2,
    "trio": 3, "trick": 3, "thrice": 3, "triplets": 3, "treble": 3, "quartet": 4,
}  # fmt: skip


def held(case: Case) -> Iterable[Step]:
    """Yield the numbers that words of the article hold: "scored twice", "both brothers", "a trio"."""
    return _held(case.article) if _small(case.claim) else ()


@once_per_text
def _held(article: Scene) -> list[Step]:
    tape, found = article.tape, list[Step]()
    for at in tape.places(_HOLDING.keys()):
        word = tape.words[at]
        value = _HOLDING[word]
        if word != "trick" or "hat" in tape.words[max(0, at - 2) : at]:
            place = Quantity("count", Decimal(value), tape.starts[at], tape.ends[at], at, at + 1)
            found.append(Step(place.value, "word", (f'"{word}"',), (place,)))
    return found
