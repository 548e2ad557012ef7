"""Who stands near which words: the close context of each person of an article, for telling exchanges."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log
from typing import NamedTuple

from bench.facts.people import Person
from bench.facts.people_match import Cast
from bench.facts.people_runs import STARTERS
from bench.text.document import Document

_STOP = STARTERS | frozenset(
    "he she they it his her him them their hers said says say told tells saying added mr mrs ms dr 's s t re ve ll d m will would 'd also who whom whose which that".split()
)
_PRONOUN = frozenset({"he", "she", "his", "her", "him"})
_ENDING = re.compile(r"(?:'s|s'|ings?|edly|ed|ers?|es|s|ly)$")


def stem(word: str) -> str:
    """Return a crude stem of a lower-case word: enough to meet its other forms in one article."""
    if len(word) <= 4 or not word[0].isalpha():
        return word
    short = _ENDING.sub("", word)
    return (short if len(short) >= 3 else word)[:6]


class Place(NamedTuple):
    """A mention of a person in an article: its token, its sentence, the person's index, and whether by name."""

    token: int
    sentence: int
    person: int
    named: bool


class PersonScene:
    """An article's words and the persons near them, each part computed when first asked for."""

    def __init__(self, cast: Cast):
        """Hold the article's names."""
        self.cast = cast
        self.document: Document = cast.document

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token: the index of its sentence."""
        sentences, found, at = self.document.sentences, [], 0
        for token in self.document.tokens:
            while at + 1 < len(sentences) and token.start >= sentences[at + 1][0]:
                at += 1
            found.append(at)
        return found

    @cached_property
    def stems(self) -> Mapping[str, list[int]]:
        """For each stem of a content word: the tokens where it stands."""
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.document.tokens):
            word = token.text.lower()
            if word not in _STOP and (len(word) > 1 or word.isdigit()):
                found.setdefault(stem(word), []).append(index)
        return found

    def weight(self, key: str) -> float:
        """Return how telling a stem is in this article: more the fewer times it stands there."""
        places = self.stems.get(key)
        return log(1 + 30 / len(places)) if places else 0.0

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every mention of a person by name or by a pronoun taken to mean the last subject, in order."""
        named = sorted(
            (mention.start, index) for index, person in enumerate(self.cast.people) for mention in person.mentions
        )
        found: list[Place] = []
        at, subject, last = 0, -1, -1
        for index, token in enumerate(self.document.tokens):
            sentence = self.sentence_of[index]
            if at < len(named) and token.start >= named[at][0]:
                person = named[at][1]
                found.append(Place(index, sentence, person, True))
                if sentence != last:
                    subject, last = person, sentence
                at += 1
            elif subject >= 0 and token.text.lower() in _PRONOUN:
                found.append(Place(index, sentence, subject, False))
        return tuple(found)

    @cached_property
    def by_sentence(self) -> Mapping[int, list[int]]:
        """For each sentence: the indices of its mentions."""
        found: dict[int, list[int]] = {}
        for index, place in enumerate(self.places):
            found.setdefault(place.sentence, []).append(index)
        return found

    def support(self, context: Iterable[tuple[str, float]]) -> tuple[dict[int, float], float]:
        """Return for each person the share of `context` (stems with weights) close to one mention, and the whole weight."""
        at_place: dict[int, float] = {}
        whole = 0.0
        for key, near in context:
            tokens = self.stems.get(key)
            if not tokens:
                continue
            weight = near * self.weight(key)
            whole += weight
            best: dict[int, float] = {}
            for token in tokens:
                sentence = self.sentence_of[token]
                for index in self.by_sentence.get(sentence, ()):
                    place = self.places[index]
                    value = weight * (1.0 if place.named else 0.75) / (1 + abs(place.token - token) / 12)
                    if value > best.get(index, 0.0):
                        best[index] = value
            for index, value in best.items():
                at_place[index] = at_place.get(index, 0.0) + value
        shares: dict[int, float] = {}
        for index, value in at_place.items():
            person = self.places[index].person
            shares[person] = max(shares.get(person, 0.0), value / whole)
        return shares, whole


def context_of(document: Document, start: int, end: int, names: frozenset[str]) -> list[tuple[str, float]]:
    """Return the content words of the sentence around `start:end`, nearer ones weighing more, names left out."""
    sentence = document.sentences[document.sentence_at(start)]
    tokens = [t for t in document.tokens if sentence[0] <= t.start < sentence[1]]
    here = next((i for i, t in enumerate(tokens) if t.end > start), 0)
    last = next((i for i, t in enumerate(tokens) if t.end >= end), here)
    found: dict[str, float] = {}
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if here <= index <= last or word in _STOP or not (len(word) > 1 or word.isdigit()):
            continue
        if word in names or word.removesuffix("'s") in names:
            continue
        distance = here - index if index < here else index - last
        key = stem(word)
        found[key] = max(found.get(key, 0.0), 1 / (1 + distance / 6))
    return list(found.items())


def person_index(cast: Cast, person: Person) -> int | None:
    """Return which person of the article a summary's person is, if that is plain."""
    owners = [
        (index, other)
        for index, other in enumerate(cast.people)
        if person.keys[-1] in other.keys or other.family == person.family
    ]
    if len(person.keys) > 1:
        both = [(i, other) for i, other in owners if person.keys[0] in other.keys or len(other.keys) == 1]
        owners = both or owners
    return owners[0][0] if len(owners) == 1 else None
