"""Does the article tell this of this person? The words near each mention held against who has them there."""

import re
from collections.abc import Iterable, Mapping
from math import log1p, sqrt
from typing import NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.deeds.context import context_of
from bench.facts.people.deeds.done import Deed, deeds, done_by_another, spot_of
from bench.facts.people.deeds.places import Place
from bench.facts.people.deeds.scene import PersonScene, Support, person_index
from bench.facts.people.deeds.signs import Signs
from bench.facts.people.deeds.taken_over import name_taken_over
from bench.facts.people.reading.mentions import Mention, Person
from bench.facts.people.said.statements import statements_in
from bench.text.document import Document

_LISTED = 0.3
"""Share of the doubt that one of several enumerated keeps: what is told of all fits none of them closely."""
_LIST = re.compile(r"(?:'s)? ?(?:, ?(?:and |& )?|and |& )(?:[a-z-]+ )?")


class Bound(NamedTuple):
    """A mention of an article's person, and how likely the words around it are another's, 0 to 1.

    `signs` are what tells so; None where the context has no word to go by.
    """

    mention: Mention
    person: int
    doubt: float
    other: int | None
    place: Place | None
    signs: Signs | None


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


class Told(NamedTuple):
    """How much of a context the article has with each person: close by, and in one sentence of theirs.

    `near` are shares of the context, `deeds` what the person does in it; `sentences` are sums over its words
    by sentence of the article, rarer ones weighing more, `said` those of each person's best one; `whole` is
    the sum over all words, those that the article lacks counted as one each.
    """

    near: Support
    deeds: tuple[Deed, ...]
    sentences: Mapping[int, float]
    said: Mapping[int, float]
    whole: float


def bindings(
    scene: PersonScene, summary: Document, found: tuple[Person, ...], known: tuple[Known, ...]
) -> tuple[Bound, ...]:
    """Return whether the article binds to somebody else what is told of each mention.

    Mentions that the summary takes over with the words around them are left out.
    """
    if not known or len(scene.cast.people) < 2:
        return ()
    document = scene.cast.document
    weighed = [
        at
        for at, one in enumerate(known)
        if not _names_no_doer(summary, one.mention) and not name_taken_over(document, summary, one.mention)
    ]
    names = scene.names | {key for person in found for key in person.keys}
    bound: list[Bound] = []
    for at in weighed:
        context = context_of(summary, known[at].mention.start, known[at].mention.end, names)
        spot = spot_of(summary, known[at].mention.start, known[at].mention.end, known[at].person)
        done = tuple(deeds(summary.lower_tokens, (spot,)))
        told = Told(scene.support(context), done, *_in_sentences(scene, _owners(scene), context))
        bound.append(_bound(scene, known, told, at))
    return tuple(bound)


def _names_no_doer(summary: Document, mention: Mention) -> bool:
    """Whether a name is a title in quotation marks, or only owns what is told of ("Holt's side lost")."""
    quoted = (
        summary.text[mention.start - 1 : mention.start] == summary.text[mention.end : mention.end + 1] == '"'
    )
    owns = _BODY.match(summary.lower, mention.end) or _UNNAMED.match(summary.text, mention.end)
    return quoted or owns is not None


_BODY = re.compile(
    r"(?: ?'s|'|s') (?:[\w-]+ )?(?:side|team|men|squad|club|party|government|administration|cabinet|office|"
    r"campaign|company|firm|group|band|crew)\b"
)


# "Holt's son sold the film": the son, whom nobody names, did it.
_UNNAMED = re.compile(
    r"'s (?:[\w-]+ )?(?:sons?|daughters?|children|wife|husband|widow|widower|father|mother|parents|brothers?|"
    r"sisters?|uncle|aunt|nephew|niece|cousin|grandson|granddaughter)\b(?![,:]? [A-Z])"
)


@once_each
def _owners(scene: PersonScene) -> Mapping[int, Mapping[int, float]]:
    """Return for each sentence of the article the persons it tells of, and how surely (1 to 0)."""
    found: dict[int, dict[int, float]] = {}
    spoken = [
        (told_by.sentence, told_by.person, _SPOKEN) for told_by in statements_in(scene) if told_by.person >= 0
    ]
    named = [(place.sentence, place.person, place.weight) for place in scene.places]
    for sentence, person, weight in (*named, *spoken):
        for at, value in ((sentence, weight), (sentence + 1, weight * _NEXT)):
            here = found.setdefault(at, {})
            here[person] = max(here.get(person, 0.0), value)
    return found


# A sentence tells of its speaker though it may not name them, and often goes on about somebody of the last.
_SPOKEN, _NEXT = 0.85, 0.5


def _in_sentences(
    scene: PersonScene, owners: Mapping[int, Mapping[int, float]], context: Iterable[str]
) -> tuple[Mapping[int, float], Mapping[int, float], float]:
    """Return the weight of a context in each sentence, in each person's best one, and of all of it."""
    sentences: dict[int, float] = {}
    whole = 0.0
    for key in context:
        tellings = scene.tellings(key)
        whole += tellings[0].weight if tellings else 1.0
        here: dict[int, float] = {}
        for telling in reversed(tellings):
            here.update((scene.sentence_of[token], telling.weight) for token in telling.tokens)
        for sentence, weight in here.items():
            sentences[sentence] = sentences.get(sentence, 0.0) + weight
    best: dict[int, float] = {}
    for sentence, value in sentences.items():
        for person, weight in owners.get(sentence, {}).items():
            best[person] = max(best.get(person, 0.0), value * weight)
    return sentences, best, whole


def _bound(scene: PersonScene, known: tuple[Known, ...], told: Told, at: int) -> Bound:
    one, support, said, whole = known[at], told.near, told.said, told.whole
    shares = support.shares
    inside = {k.person for k in known if k.sentence == one.sentence}
    own = scene.selves(one.person) | one.listed
    family = scene.cast.people[one.person].family
    other = max(
        (i for i in shares if i not in inside | own and _another(scene, support, i, family)),
        key=lambda i: (shares[i], -i),
        default=None,
    )
    doubt, signs = 0.0, None
    if whole:
        others = shares[other] if other is not None else 0.0
        near = (others - max(shares.get(i, 0.0) for i in own)) * log1p(support.whole)
        rivals = (value for i, value in said.items() if i in scene.sure_people and i not in inside | own)
        gap = max(rivals, default=0.0) - max(said.get(i, 0.0) for i in own)
        mine, theirs = done_by_another(scene, told.deeds, (own, own | inside), told.sentences)
        signs = Signs(
            near=near,
            sentence=gap / sqrt(whole),
            prominence=scene.prominence(one.person),
            full=len(one.mention.keys) > 1,
            together=_together(scene, own, inside - own),
            own_deed=mine,
            anothers_deed=theirs / whole,
        )
        doubt = signs.doubt * (_LISTED if one.listed else 1)
    at_other = support.places.get(other) if other is not None else None
    place = None if at_other is None else scene.places[at_other]
    return Bound(one.mention, one.person, doubt, other, place, signs)


def _another(scene: PersonScene, support: Support, index: int, family: str) -> bool:
    """Whether a person is another one for sure: no mere capitals, no relative named by surname alone."""
    if index not in scene.sure_people:
        return False
    return family not in scene.cast.people[index].keys or scene.places[support.places[index]].full


def _together(scene: PersonScene, own: frozenset[int], beside: Iterable[int]) -> bool:
    """Whether the article has somebody in the sentences of one of these people, or beside them."""
    mine = {at + by for person in own for at in scene.sentences_of(person) for by in (-1, 0, 1)}
    return any(at in mine for person in beside for at in scene.sentences_of(person))
