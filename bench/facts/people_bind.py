"""Is this the person the article tells this of? Each mention's close words held against who has them there."""

from math import exp, log1p
from typing import NamedTuple

from bench.facts.people import Mention, Person
from bench.facts.people_scene import PersonScene, Place, Support, context_of, person_index
from bench.text.document import Document


class Bound(NamedTuple):
    """A mention of an article's person in a summary, and how likely the words around it are another's, 0 to 1."""

    mention: Mention
    person: int
    doubt: float
    other: int | None
    place: Place | None


class _Known(NamedTuple):
    mention: Mention
    person: int
    sentence: int


def bindings(scene: PersonScene, summary: Document, found: tuple[Person, ...]) -> tuple[Bound, ...]:
    """Return for each mention of a person of the article whether the article binds its context to somebody else."""
    if len(scene.cast.people) < 2:
        return ()
    known = [
        _Known(mention, index, summary.sentence_at(mention.start))
        for person in found
        if (index := person_index(scene.cast, person)) is not None
        for mention in person.mentions
    ]
    names = scene.names | {key for person in found for key in person.keys}
    supports = [scene.support(context_of(summary, k.mention.start, k.mention.end, names)) for k in known]
    return tuple(_bound(scene, known, supports, at) for at in range(len(known)))


def _bound(scene: PersonScene, known: list[_Known], supports: list[Support], at: int) -> Bound:
    one = known[at]
    shares, whole = supports[at].shares, supports[at].whole
    inside = {k.person for k in known if k.sentence == one.sentence}
    other = max((i for i in shares if i not in inside), key=lambda i: (shares[i], -i), default=None)
    doubt = _doubt(shares.get(one.person, 0.0), shares.get(other, 0.0) if other is not None else 0.0, whole,
                   scene.prominence(one.person)) if whole else 0.0
    swapped, partner = _exchanged(known, supports, at, inside)
    if swapped > doubt:
        doubt, other = swapped, partner
    at_other = supports[at].places.get(other) if other is not None else None
    return Bound(one.mention, one.person, doubt, other, None if at_other is None else scene.places[at_other])


def _doubt(own: float, other: float, whole: float, prominence: float) -> float:
    """Return how likely a context is another's; fitted on persons exchanged in the validation part (docs/method.md).

    Main persons are often meant by other words than their name, hence the term with `prominence`.
    """
    difference, weight = other - own, log1p(whole)
    return _logistic(-0.12 - 3.34 * difference - 2.43 * own - 0.15 * weight + 8.38 * difference * weight
                     - 10.7 * prominence * difference)


def _exchanged(
    known: list[_Known], supports: list[Support], at: int, inside: set[int]
) -> tuple[float, int | None]:
    """Return how likely this mention and another person of its sentence stand in each other's place."""
    one, best = known[at], (0.0, None)
    for person in inside - {one.person}:
        gains = [
            supports[i].shares.get(person if k.person == one.person else one.person, 0.0)
            - supports[i].shares.get(k.person, 0.0)
            for i, k in enumerate(known)
            if k.sentence == one.sentence and k.person in (one.person, person) and supports[i].whole
        ]
        if len(gains) > 1:
            value = _logistic(_EXCHANGE_SLOPE * sum(gains) / len(gains))
            if value > best[0]:
                best = (value, person)
    return best


_EXCHANGE_SLOPE = 35.6


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, value))))
