"""Figures told of what excludes the article's telling: the hurt made dead, soldiers made tanks."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.partitive import THEM
from bench.facts.quantities.quantity import Quantity

_UNFIT = frozenset({"age", "duration", "name"})


class Opposition(NamedTuple):
    """What a summary tells of a figure, and what the article tells of it instead, at `fact`."""

    claim: str
    article: str
    fact: Quantity


@cache
def _classes(group: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the classes of each word of a part of the data file, as pairs of table and class."""
    text = (files("bench.facts") / "data" / "opposed.toml").read_text("utf-8")
    table = tomllib.loads(text)[group]
    found: dict[str, list[tuple[str, str]]] = {}
    for name, classes in (table if group == "what" else {group: table}).items():
        for kind, words in classes.items():
            for word in words.split():
                found.setdefault(word, []).append((name, kind))
    return {word: tuple(kinds) for word, kinds in found.items()}


def opposed(article: Scene, summary: Scene, found: Assessment) -> Opposition | None:
    """Return what a claim tells against every place where the article has its value, if it does."""
    figures = (found.claim, found.supports[0].fact)
    if found.claim.is_date or any(figure.kind in _UNFIT for figure in figures):
        return None
    return _told(article, summary, found) or _counted(article, summary, found)


def _told(article: Scene, summary: Scene, found: Assessment) -> Opposition | None:
    mine = told(summary, found.claim)
    for name, kinds in mine.items():
        other = ""
        for support in found.supports:
            theirs = told(article, support.fact).get(name, set())
            if not theirs or theirs & kinds or _is_whole(article, support.fact):
                break
            other = min(theirs)
        else:
            return Opposition(min(kinds), other, found.supports[0].fact)
    return None


def _is_whole(article: Scene, fact: Quantity) -> bool:
    """Whether a figure is the whole of which a part is told: "four of the 18 trams have yet to come"."""
    before = article.tape.word(
        fact.first - 2 if article.tape.word(fact.first - 1) == "the" else fact.first - 1
    )
    return before == "of"


def told(scene: Scene, quantity: Quantity) -> dict[str, set[str]]:
    """Return the classes of the words in a number's clause, by table."""
    found = _in(scene, _before_another_event(scene, quantity))
    if not found and scene.tape.word(quantity.last) == "of" and scene.tape.word(quantity.last + 1) in THEM:
        # "138 were hurt, 22 of them badly": a part is told of as the whole is.
        before = [other for other in scene.quantities if other.last <= quantity.first]
        if before and scene.sentence[before[-1].first] == scene.sentence[quantity.first]:
            found = _in(scene, scene.clause(before[-1]))
    return found


def _before_another_event(scene: Scene, quantity: Quantity) -> list[int]:
    """Return where the words of a number's clause stand, up to where another event is told."""
    places = scene.clause(quantity)
    first = max(
        (at + 1 for at in places if at < quantity.first and scene.tape.words[at] in _EVENTS), default=0
    )
    last = min(
        (at for at in places if at >= quantity.last and scene.tape.words[at] in _EVENTS),
        default=len(scene.stems),
    )
    return [at for at in places if first <= at < last]


_EVENTS = frozenset({"after", "when", "because", "although", "though"})


def _in(scene: Scene, places: list[int]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    classes = _classes("what")
    for at in places:
        if scene.tape.word(at - 1) == "not" or _phrasal(scene, at):
            continue
        for name, kind in classes.get(scene.tape.words[at], ()):
            found.setdefault(name, set()).add(kind)
    return found


def _phrasal(scene: Scene, at: int) -> bool:
    """Whether "up" or "down" only belongs to its verb or noun: "fourteen came down in a pile-up"."""
    if scene.tape.words[at] not in ("up", "down"):
        return False
    before, behind = scene.tape.word(at - 1), scene.tape.word(at + 1)
    if behind == "to" and before not in _MOVING:
        # "From a goal down to beat them."
        return not any(map(scene.inside, range(at + 2, min(at + 2 + _LED, len(scene.stems)))))
    return before not in _MOVING and behind not in _MEASURED and not scene.tape.word(at + 1)[:1].isdecimal()


_LED = 3
"""Words behind "down to" among which the figure stands that something comes down to."""
_MOVING = frozenset("go goes going went gone is are was were be been , (".split())
_MEASURED = frozenset("from to by on against slightly sharply more nearly almost about a the over".split())


def _counted(article: Scene, summary: Scene, found: Assessment) -> Opposition | None:
    mine, other = counted(summary, found.claim), ""
    for support in found.supports:
        other = counted(article, support.fact)
        if not mine or not other or other == mine:
            return None
    return Opposition(mine, other, found.supports[0].fact) if mine else None


def counted(scene: Scene, quantity: Quantity) -> str:
    """Return the class of things that a number counts, empty where its noun is of no known class."""
    classes = _classes("nouns")
    found = [classes[word][0][1] for word in scene.head_words(quantity) if word in classes]
    return found[0] if len(set(found)) == 1 else ""
