"""Who stands near which words: the close context of each person of an article, for telling exchanges."""

from collections.abc import Mapping
from itertools import repeat
from math import log
from typing import NamedTuple

from bench.facts.people.deeds.aliases import alias_pairs
from bench.facts.people.deeds.context import Near, content_stem
from bench.facts.people.deeds.places import Place, read_places
from bench.facts.people.deeds.words import other_words
from bench.facts.people.names.compare import same_family, same_given
from bench.facts.people.names.lists import first_names
from bench.facts.people.names.near import hyphenated
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Person
from bench.text.computed import computed
from bench.text.document import Document

# Measured on persons exchanged in the validation part: a sentence often goes on about a person of the last,
# a pronoun is less sure than a name, and a word that follows a name there should follow it here.
_NEXT_SENTENCE = 0.4
_OTHER_SIDE = 0.4
# So much of a word counts where the article has it in other words.
_REWORDED = 0.55


class Telling(NamedTuple):
    """Where an article has a word, or other words for it, and how telling that is there."""

    tokens: list[int]
    weight: float
    same: bool


class Support(NamedTuple):
    """For each person the share (0 to 1) of a context that is theirs and the mention that has it.

    `whole` is how telling the whole context is in this article.
    """

    shares: Mapping[int, float]
    places: Mapping[int, int]
    whole: float


class PersonScene:
    """An article's words and the persons near them, each part computed when first asked for."""

    def __init__(self, cast: Cast):
        """Hold the article's names."""
        self.cast = cast
        self.document: Document = cast.document

    @computed
    def sentence_of(self) -> list[int]:
        """For each token: the index of its sentence."""
        found: list[int] = []
        for at, (first, last) in enumerate(self.document.sentence_tokens):
            found.extend(repeat(at, last - first))
        return found

    @computed
    def stems(self) -> Mapping[str, list[int]]:
        """For each stem of a content word: the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for word, tokens in self.document.tokens_of.items():
            key = content_stem(word)
            if key:
                found[key] = sorted(found[key] + tokens) if key in found else tokens
        return found

    @computed
    def names(self) -> frozenset[str]:
        """Folded words of the names of people."""
        return frozenset(self.cast.owners)

    @computed
    def sure_people(self) -> frozenset[int]:
        """Persons with a known first name, a title or several mentions."""
        return frozenset(
            index
            for index, person in enumerate(self.cast.people)
            if person.keys[0] in first_names()
            or len(person.mentions) > 2
            or any(mention.title for mention in person.mentions)
        )

    @computed
    def _mentions(self) -> int:
        return max(1, sum(len(person.mentions) for person in self.cast.people))

    def prominence(self, person: int) -> float:
        """Return the share of the mentions of people that are this person's."""
        return len(self.cast.people[person].mentions) / self._mentions

    @computed
    def by_name(self) -> Mapping[str, list[int]]:
        """For each word of the fullest names: the persons (by index) who have it."""
        found: dict[str, list[int]] = {}
        for index, person in enumerate(self.cast.people):
            for key in dict.fromkeys(person.keys):
                found.setdefault(key, []).append(index)
        return found

    @computed
    def by_person(self) -> Mapping[int, list[int]]:
        """For each person: the indices of their mentions."""
        found: dict[int, list[int]] = {}
        for index, place in enumerate(self.places):
            found.setdefault(place.person, []).append(index)
        return found

    def weight(self, key: str) -> float:
        """Return how telling a stem is in this article: more the fewer times it stands there."""
        return _rarity(len(self.stems.get(key, ())))

    @computed
    def places(self) -> tuple[Place, ...]:
        """Every mention of a person by name or by a pronoun, in order."""
        return tuple(read_places(self.cast, self.sentence_of))

    def sentences_of(self, person: int) -> list[int]:
        """Return the sentences that name a person or take a pronoun up for them, in order."""
        return sorted({self.places[index].sentence for index in self.by_person.get(person, ())})

    @computed
    def by_sentence(self) -> Mapping[int, list[int]]:
        """For each sentence: the indices of its mentions."""
        found: dict[int, list[int]] = {}
        for index, place in enumerate(self.places):
            found.setdefault(place.sentence, []).append(index)
        return found

    def selves(self, person: int) -> frozenset[int]:
        """Return the persons (by index) who may be this one under another spelling, this one included."""
        found = self._selves.get(person)
        if found is None:
            one = self.cast.people[person]
            found = self._selves[person] = frozenset(
                i
                for i, other in enumerate(self.cast.people)
                if i == person or may_be_one(one, other) or frozenset((i, person)) in self._alias_pairs
            )
        return found

    @computed
    def _alias_pairs(self) -> frozenset[frozenset[int]]:
        return alias_pairs(self.cast)

    @computed
    def _selves(self) -> dict[int, frozenset[int]]:
        return {}

    def tellings(self, key: str) -> tuple[Telling, ...]:
        """Return where a stem stands in this article, then where other words for it stand, if any do."""
        found = self._tellings.get(key)
        if found is None:
            same, weight = self.stems.get(key), self.weight(key)
            mine = (Telling(same, weight, same=True),) if same else ()
            others = sorted({at for other in other_words().get(key, ()) for at in self.stems.get(other, ())})
            reworded = _REWORDED * _rarity(len(others))
            theirs = (Telling(others, min(reworded, weight or reworded), same=False),) if others else ()
            found = self._tellings[key] = (*mine, *theirs)
        return found

    @computed
    def _tellings(self) -> dict[str, tuple[Telling, ...]]:
        return {}

    def support(self, context: Mapping[str, Near]) -> Support:
        """Return for each person the share of `context` close to one mention of theirs, on the same side."""
        at_place: dict[int, float] = {}
        whole = 0.0
        for key, near in context.items():
            found: dict[int, float] = {}
            tellings = self.tellings(key)
            for tokens, weight, same in tellings:
                # What is told in other words often has its sides exchanged.
                for index, value in self._beside(tokens, near.side if same else 0).items():
                    found[index] = max(found.get(index, 0.0), value * weight)
            whole += near.weight * tellings[0].weight if tellings else 0.0
            for index, value in found.items():
                at_place[index] = at_place.get(index, 0.0) + near.weight * value
        shares: dict[int, float] = {}
        best: dict[int, int] = {}
        for index, value in sorted(at_place.items()):
            person = self.places[index].person
            if value / whole > shares.get(person, 0.0):
                shares[person], best[person] = value / whole, index
        return Support(shares, best, whole)

    def _beside(self, tokens: list[int], side: int) -> dict[int, float]:
        """Return for each mention how close one of `tokens` stands to it, 0 to 1."""
        best: dict[int, float] = {}
        for token in tokens:
            sentence = self.sentence_of[token]
            for index in self.by_sentence.get(sentence, ()):
                place = self.places[index]
                distance = token - place.token
                value = place.weight / (1 + abs(distance) / 8)
                if distance * side < 0:
                    value *= _OTHER_SIDE
                if value > best.get(index, 0.0):
                    best[index] = value
            for index in self.by_sentence.get(sentence - 1, ()):
                value = _NEXT_SENTENCE / (1 + abs(self.places[index].token - token) / 8)
                if value > best.get(index, 0.0):
                    best[index] = value
        return best


def _rarity(times: int) -> float:
    return log(1 + 30 / times) if times else 0.0


def may_be_one(one: Person, other: Person) -> bool:
    """Whether two persons of an article may be one whose name is written in two ways.

    In mangled text its spelling changes on the way.
    """
    if len(one.keys) > 1 and len(other.keys) > 1:
        return same_given(one.keys[0], other.keys[0]) and same_family(one.keys[-1], other.keys[-1])
    return same_family(one.family, other.family)


def person_index(scene: PersonScene, person: Person) -> int | None:
    """Return which person of the article a summary's person is, if that is plain."""
    keys = hyphenated(scene.cast, person.keys)
    last, family = keys[-1], person.family if keys == person.keys else keys[-1]
    named = sorted({*scene.by_name.get(last, ()), *scene.by_name.get(family, ())})
    people = ((index, scene.cast.people[index]) for index in named)
    owners = [(index, one) for index, one in people if last in one.keys or one.family == family]
    if len(person.keys) > 1 and not any(same_given(person.keys[0], other.keys[0]) for _, other in owners):
        # "His brother, Anders": who is named by the given name alone has the surname of his kin.
        alone = [i for i, other in enumerate(scene.cast.people) if other.keys == person.keys[:1]]
        if len(alone) == 1 and all(len(other.keys) > 1 for _, other in owners):
            return alone[0]
    if len(person.keys) > 1:
        both = [(i, other) for i, other in owners if person.keys[0] in other.keys or len(other.keys) == 1]
        owners = both or owners
    if len(owners) > 1:
        # One person whose name the article writes in several ways: the commonest form stands for all.
        most = max(owners, key=lambda pair: len(pair[1].mentions))[0]
        return most if all(index in scene.selves(most) for index, _ in owners) else None
    return owners[0][0] if owners else None
