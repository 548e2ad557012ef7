"""The ties between people of an article that it tells, and that a summary of it tells."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bench.facts.kept import once_each
from bench.facts.people.deeds.places import gender
from bench.facts.people.reading.mentions import Person
from bench.facts.people.roles.held import described, held
from bench.facts.people.roles.ties_read import KIN_OF, KIN_WORDS, ties
from bench.facts.people.roles.ties_verbs import Place, Tie
from bench.facts.people.told import told
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source

NOBODY = -1


def summary_ties(source: "Source", summary: Document) -> Iterator[Tie]:
    """Yield the ties that a summary tells between people of the article."""
    for tie in ties(summary.text, summary.lower, summary_places(source, summary)):
        if NOBODY not in (tie.of, tie.who):
            yield tie


@once_each
def article_ties(source: "Source") -> tuple[Tie, ...]:
    """Return the ties that an article tells between its people."""
    document, scene = source.document, source.person_scene
    places = [
        Place(m.start, m.end, index)
        for index, person in enumerate(source.cast.people)
        for m in person.mentions
    ]
    texts, starts = document.cut.texts, document.cut.starts
    for place in scene.places:
        if place.weight < 1:
            start = starts[place.token]
            places.append(Place(start, start + len(texts[place.token]), place.person, name=False))
    found = ties(document.text, document.lower, sorted(places))
    return tuple(tie if tie.sure else _of_their_family(source, tie) for tie in found)


def _of_their_family(source: "Source", tie: Tie) -> Tie:
    """Return a tie that a pronoun tells, of a relative just named where only that one has the surname.

    "Holt was hired by Carl Moll. His daughter, Ada Moll, left": she is the daughter of Moll.
    """
    people, scene = source.cast.people, source.person_scene
    family = people[tie.who].family
    if tie.kind not in _ONE_SURNAME or len(people[tie.who].keys) < 2:
        return tie
    here = source.document.sentence_at(tie.start)
    near = {
        scene.places[at].person
        for sentence in (here - 1, here)
        for at in scene.by_sentence.get(sentence, ())
        if scene.document.cut.starts[scene.places[at].token] < tie.start
    }
    kin = {tie.of, *near} - {tie.who}
    fits = [one for one in sorted(kin) if people[one].family == family and _may_be(people, one, tie.of)]
    return tie._replace(of=fits[0], sure=True) if len(fits) == 1 else tie


def _may_be(people: Sequence[Person], one: int, other: int) -> bool:
    """Whether a pronoun that can mean the other can mean this one."""
    return gender(people[one]) in ("", gender(people[other]))


_ONE_SURNAME = frozenset({"child", "parent", "sibling", "grandchild", "spouse"})


def summary_places(source: "Source", summary: Document) -> Sequence[Place]:
    """Return the people of a summary in order, a pronoun where it can mean only one of those before it."""
    reading = told(source, summary)
    index = {known.mention.start: known.person for known in reading.known}
    places = [
        Place(mention.start, mention.end, index.get(mention.start, NOBODY))
        for person in reading.people
        for mention in person.mentions
    ]
    places.extend(_pronouns(source, summary, places))
    for match in KIN_OF.finditer(summary.lower):
        # "The owner's brother", "a son of the founder"
        owner = match.group("owner") is not None
        start, end = match.span("owner" if owner else "of")
        found = described(source, summary, start, end)
        at = next((place for place in found if (place.end == end if owner else place.start == start)), None)
        if at is not None and all(place.end <= at.start or at.end <= place.start for place in places):
            places.append(at)
    return sorted(places)


def _pronouns(source: "Source", summary: Document, named: Sequence[Place]) -> Iterator[Place]:
    """Yield the pronouns of a summary that can mean only one of those named before."""
    spoken: list[tuple[int, str]] = []
    for match in _PRONOUN.finditer(summary.lower):
        wanted = "women" if match.group() in ("she", "her") else "men"
        first, _ = summary.sentences[max(0, summary.sentence_at(match.start()) - 1)]
        before = [place for place in named if place.name and first <= place.start < match.start()]
        fitting = {place.person for place in before if _sex(source, place.person) in ("", wanted)}
        # "She beat Lind. Her father": who "she" is was named further up.
        known = min((at for at, other in spoken if at >= first and other == wanted), default=match.start())
        spoken.append((match.start(), wanted))
        if len(fitting) != 1 or NOBODY in fitting or any(place.person == NOBODY for place in before):
            continue
        [person] = fitting
        if any(p.person == person and p.start < known for p in before) or _sex(source, person):
            yield Place(match.start(), match.end(), person, name=False)


def _sex(source: "Source", person: int) -> str:
    """Return "men" or "women" where a name, a title or a word for kin tells, else ""."""
    if person == NOBODY:
        return ""
    told_so = gender(source.cast.people[person])
    kin = (KIN_WORDS[o.name][1] for o in held(source).get(person, ()) if o.name in KIN_WORDS)
    return told_so or next((_SEXES[sex] for sex in kin if sex), "")


_SEXES = {"m": "men", "w": "women"}
_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b")
