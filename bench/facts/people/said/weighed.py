"""What speaks for a statement of a summary being its speaker's, and what for its being another's."""

from collections.abc import Collection, Mapping
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.deeds.context import content
from bench.facts.people.roles.held import held
from bench.facts.people.said.own import maybe_own, named_apart, plainly_others, spoken_of
from bench.facts.people.said.parties import Party, clash, party, person_party, sentences_naming
from bench.facts.people.said.statements import Spoken, statements

if TYPE_CHECKING:
    from bench.facts.source import Source


@once_each
def called(source: "Source") -> dict[int, frozenset[str]]:
    """Return the stems of what the people of an article are called ("chief executive")."""
    return {
        index: frozenset(content((word for office in offices for word in office.name.split()), frozenset()))
        for index, offices in held(source).items()
        if offices
    }


def _heard(source: "Source", key: str) -> float:
    """Return how telling a figure is that somebody of the article says in words."""
    return _IN_WORDS if key.isdigit() and any(key in told_by.stems for told_by in statements(source)) else 0.0


_IN_WORDS = 3.0


class Weighed(NamedTuple):
    """How telling words of a summary's statement are found: with its speaker, and with another's statement.

    `own`, `other`, `known` are sums over words of the article, rarer ones weighing more; `new` counts words
    that the article does not have; `own_at`, `other_at` are the best statements; `sure` is how surely the
    other speaker is another one, 0 to 1.
    """

    own: float
    other: float
    known: float
    new: int
    own_at: Spoken | None
    other_at: Spoken | None
    sure: float


def weigh(source: "Source", spoken: Spoken, who: Party) -> Weighed:
    """Return what speaks for this speaker (all who may be it) having said this, and what for another."""
    scene = source.person_scene
    # Nor what the speaker is called.
    stems = spoken.stems.difference(*(called(source).get(index, ()) for index in who.people))
    weights = {key: weight for key in stems if (weight := scene.weight(key) or _heard(source, key))}
    own = other = 0.0
    own_at = other_at = None
    sure = 0.0
    apart, mine, closed = set[int](), set[int](), set[int]()
    for candidate in statements(source):
        how = apart_from(source, spoken, who, candidate)
        # What somebody is called in his own sentence he has not said.
        titles = called(source).get(candidate.person, frozenset()) if how else frozenset()
        common = (spoken.stems & candidate.stems) - titles
        shared = fsum(weights[key] for key in common if key in weights)
        if how != 0:
            apart.add(candidate.sentence)
        elif candidate.part is not None:
            mine.add(candidate.sentence)
        if how and named_apart(source, who.people, candidate):
            closed.add(candidate.sentence)
        if how and shared > other and _telling(source, common, candidate, who):
            other, other_at, sure = shared, candidate, how
        elif how == 0 and shared > own:
            own, own_at = shared, candidate
    if other_at is not None:
        # Of a sentence that two speak, each has the words of one part.
        own = max(own, _told_of(source, who, weights, apart, (apart & mine) | closed))
    new = len(stems) - len(weights)
    return Weighed(own, other, fsum(weights.values()), new, own_at, other_at, sure)


def own_share(source: "Source", spoken: Spoken, who: Party) -> float:
    """Return the share (0 to 1) of a statement in one sentence that names its speaker, or the next."""
    weights = {key: weight for key in spoken.stems if (weight := source.person_scene.weight(key))}
    whole = fsum(weights.values())
    return _told_of(source, who, weights, (), ()) / whole if whole else 0.0


def apart_from(source: "Source", spoken: Spoken, who: Party, candidate: Spoken) -> float | None:
    """Return how surely a statement of the article is another speaker's, 0 to 1; None where that is open."""
    if candidate.voice is None and spoken.voice is None:
        if candidate.person in who.people:
            return 0.0
        if maybe_own(source, who.people, candidate):
            return None
        return UNSURE if maybe_own(source, who.people, candidate, far=True) else 1.0
    if candidate.voice is None:
        people = source.person_scene.selves(candidate.person)
        sure = clash(source, who, person_party(source, people))
        if not (who.people and plainly_others(source, who.people, candidate)) and candidate.by != "name":
            sure = min(sure, UNSURE)
        return sure if sure and not maybe_own(source, who.people, candidate) else 0.0
    other = party(source, candidate.voice)
    if other is not None and other.theirs and spoken.voice is None and _theirs(source, who, candidate):
        return OF_KIN
    return clash(source, who, other) if other is not None else 0.0


# What a pronoun may mean, and what "her partner" said somebody else than she said.
UNSURE, OF_KIN = 0.5, 0.65


def _theirs(source: "Source", who: Party, candidate: Spoken) -> bool:
    """Whether a statement is that of somebody's kin, and this speaker is whose."""
    scene = source.person_scene
    here = (scene.places[i] for i in scene.by_sentence.get(candidate.sentence, ()))
    return any(place.person in who.people and place.weight < 1 for place in here)


def _telling(source: "Source", shared: Collection[str], other: Spoken, who: Party) -> bool:
    """Whether words in common say more than chance: two of them, or a figure.

    Of a namesake's short statement one is enough: who is mixed up with somebody has these words from him.
    """
    times = [len(source.person_scene.stems.get(key, ())) for key in shared]
    if any(key[0].isdigit() for key in shared) or sum(count <= _OFTEN for count in times) > 1:
        return True
    return times == [1] and len(other.stems) <= _SHORT and _namesakes(source, other, who)


def _namesakes(source: "Source", other: Spoken, who: Party) -> bool:
    """Whether the other speaker has a name of this one."""
    people = source.cast.people
    theirs = people[other.person].keys if other.voice is None else ()
    return any(key in people[index].keys for index in who.people for key in theirs)


_SHORT = 2
# A word that an article has more often is its subject: everybody's statements have it.
_OFTEN = 6


def _told_of(
    source: "Source",
    who: Party,
    weights: Mapping[str, float],
    others: Collection[int],
    parted: Collection[int],
) -> float:
    """Return the most weight of a statement's words in a sentence that names its speaker or the next.

    `others` are the sentences that somebody else may speak, `parted` those that both speak.
    """
    scene = source.person_scene
    places = [scene.places[i] for index in who.people for i in scene.by_person.get(index, ())]
    # In a sentence that somebody else speaks, "his" and "her" say nothing of who spoke.
    sentences = {
        place.sentence
        for place in places
        if place.sentence not in parted
        and (place.sentence not in others or (place.weight == 1 and not spoken_of(source, place)))
    }
    if not who.people:
        sentences |= sentences_naming(source, who) - set(others)
    near = sentences | {sentence + 1 for sentence in sentences if sentence + 1 not in others}
    found: dict[int, float] = {}
    for key, weight in weights.items():
        for sentence in {scene.sentence_of[token] for token in scene.stems.get(key, ())} & near:
            found[sentence] = found.get(sentence, 0.0) + weight
    return max(
        (value * (1.0 if sentence in sentences else 0.7) for sentence, value in found.items()), default=0.0
    )
