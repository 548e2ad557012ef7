"""Does the article tell this of this person? The words near each mention held against who has them there."""

import re
from math import exp, log1p
from typing import NamedTuple

from bench.facts.people.mentions import Mention, Person
from bench.facts.people.places import Place
from bench.facts.people.scene import PersonScene, Support, context_of, person_index
from bench.text.document import Document

_LIST = re.compile(r"(?:'s)? ?(?:, ?(?:and |& )?|and |& )(?:[a-z-]+ )?")


class Bound(NamedTuple):
    """A mention of an article's person, and how likely the words around it are another's, 0 to 1."""

    mention: Mention
    person: int
    doubt: float
    other: int | None
    place: Place | None


class Known(NamedTuple):
    """A mention of an article's person in a summary, its sentence, and who is enumerated with it."""

    mention: Mention
    person: int
    sentence: int
    listed: frozenset[int]


def _listed(summary: Document, known: list[tuple[Mention, int]]) -> list[frozenset[int]]:
    """Return for each mention the other persons of the enumeration it stands in: they share what is told."""
    groups: list[list[int]] = []
    for at, (mention, _) in enumerate(known):
        between = summary.text[known[at - 1][0].end : mention.start] if at else "."
        if _LIST.fullmatch(between):
            groups[-1].append(at)
        else:
            groups.append([at])
    found = [frozenset[int]()] * len(known)
    for group in groups:
        for at in group:
            found[at] = frozenset(known[i][1] for i in group) - {known[at][1]}
    return found


def known_people(scene: PersonScene, summary: Document, found: tuple[Person, ...]) -> tuple[Known, ...]:
    """Return the mentions of people of the article in a summary, in order."""
    spotted = sorted(
        (
            (mention, index)
            for person in found
            if (index := person_index(scene, person)) is not None
            for mention in person.mentions
        ),
        key=lambda pair: pair[0].start,
    )
    return tuple(
        Known(mention, index, summary.sentence_at(mention.start), listed)
        for (mention, index), listed in zip(spotted, _listed(summary, spotted), strict=True)
    )


def bindings(
    scene: PersonScene, summary: Document, found: tuple[Person, ...], known: tuple[Known, ...]
) -> tuple[Bound, ...]:
    """Return for each mention whether the article binds its context to somebody else."""
    if len(scene.cast.people) < 2:
        return ()
    names = scene.names | {key for person in found for key in person.keys}
    supports = [scene.support(context_of(summary, k.mention.start, k.mention.end, names)) for k in known]
    return tuple(_bound(scene, known, supports, at) for at in range(len(known)))


def _bound(scene: PersonScene, known: tuple[Known, ...], supports: list[Support], at: int) -> Bound:
    one, support = known[at], supports[at]
    shares = support.shares
    inside = {k.person for k in known if k.sentence == one.sentence}
    family = scene.cast.people[one.person].family
    other = max(
        (i for i in shares if i not in inside and _another(scene, support, i, family)),
        key=lambda i: (shares[i], -i),
        default=None,
    )
    doubt = 0.0
    if support.whole:
        own = max(shares.get(one.person, 0.0), max((shares.get(i, 0.0) for i in one.listed), default=0.0))
        others = shares.get(other, 0.0) if other is not None else 0.0
        doubt = _doubt(own, others, support.whole, scene.prominence(one.person))
    swapped, partner = _exchanged(known, supports, at, inside - one.listed)
    if partner is not None and swapped > doubt and scene.aliases(one.person, partner):
        swapped = 0.0
    if swapped > doubt:
        doubt, other = swapped, partner
    at_other = support.places.get(other) if other is not None else None
    return Bound(one.mention, one.person, doubt, other, None if at_other is None else scene.places[at_other])


def _another(scene: PersonScene, support: Support, index: int, family: str) -> bool:
    """Whether a person is another one for sure: no mere capitals, no relative named by surname alone."""
    if index not in scene.sure_people:
        return False
    return family not in scene.cast.people[index].keys or scene.places[support.places[index]].full


def _doubt(own: float, other: float, whole: float, prominence: float) -> float:
    """Return how likely a context is another's; fitted on exchanges in the validation part (docs/method.md).

    Main persons are often meant by other words than their name, hence the term with `prominence`.
    """
    difference, weight = other - own, log1p(whole)
    return _logistic(
        -0.41 - 1.30 * difference - 1.95 * own + 7.15 * difference * weight - 7.8 * prominence * difference
    )


def _exchanged(
    known: tuple[Known, ...], supports: list[Support], at: int, inside: set[int]
) -> tuple[float, int | None]:
    """Return how likely this mention and another person of its sentence stand in each other's place."""
    one = known[at]
    best: tuple[float, int | None] = (0.0, None)
    for person in sorted(inside - {one.person}):
        gains = [
            supports[i].shares.get(person if k.person == one.person else one.person, 0.0)
            - supports[i].shares.get(k.person, 0.0)
            for i, k in enumerate(known)
            if k.sentence == one.sentence and k.person in (one.person, person) and supports[i].whole
        ]
        if len(gains) > 1:
            value = _logistic(_EXCHANGE_SLOPE * (sum(gains) / len(gains) - _EXCHANGE_MARGIN))
            if value > best[0]:
                best = (value, person)
    return best


# Fitted on two persons of one sentence exchanged (validation part); the margin keeps alarms at 1 in 1000.
_EXCHANGE_SLOPE, _EXCHANGE_MARGIN = 35.6, 0.03


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, value))))
