"""What an article calls its people, read once, and whom it calls so: "the owner" is who owns it there."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.facts.kept import once_each
from bench.facts.people.roles.kinds import close_roles, private_roles, same_role
from bench.facts.people.roles.read import Office, offices_at, said_of_pronoun
from bench.facts.people.roles.ties_verbs import Place
from bench.facts.people.roles.words import role_phrases
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source


@once_each
def held(source: "Source") -> dict[int, list[Office]]:
    """Return the offices the article gives to each of its people (by index)."""
    document, scene = source.document, source.person_scene
    found = {
        index: [o for m in person.mentions for o in offices_at(document, m.start, m.end)]
        for index, person in enumerate(source.cast.people)
    }
    for place in scene.places:
        if place.weight < 1:
            found[place.person].extend(said_of_pronoun(document, document.cut.ends[place.token]))
    return found


def described(source: "Source", document: Document, start: int, end: int) -> Iterator[Place]:
    """Yield whom definite descriptions in `document[start:end]` mean, where it is one person of the article.

    "The owner's brother" is a brother of the one whom the article calls owner.
    """
    for first, last, name in role_phrases(document.lower, start, end):
        definite = _DEFINITE.search(document.lower, max(0, first - 24), first)
        if name in private_roles() or definite is None:
            continue
        # "The poet" may be the poet laureate.
        called = _called(source)
        people = called.get(name) or [
            person for role, of in called.items() if same_role(role, name) for person in of
        ]
        if len(people) == 1:
            yield Place(definite.start(1), last, people[0])


_DEFINITE = re.compile(r"(?:\b(?:the|its)|'s) ((?:new |present |current |late |young |old )?)$")


@once_each
def _called(source: "Source") -> dict[str, tuple[int, ...]]:
    """Return who has each office by the article, now."""
    found: dict[str, dict[int, None]] = {}
    for person, offices in held(source).items():
        for office in offices:
            if office.time in ("", "current", "past"):
                found.setdefault(office.name, {})[person] = None
    return {name: tuple(people) for name, people in found.items()}


def named_beside(source: "Source", office: Office, person: int) -> bool:
    """Whether the office's last word stands in a sentence with this person and is not another's there."""
    last = office.name.split()[-1]
    scene = source.person_scene
    selves = scene.selves(person)
    taken = [
        (o.start, o.end)
        for index, all_of in held(source).items()
        for o in all_of
        if index not in selves or not close_roles(o.name, office.name)
    ]
    text, sentences = source.document.lower, source.document.sentences
    for index in sorted(selves):
        for sentence in scene.sentences_of(index):
            start, end = sentences[sentence]
            at = text.find(last, start, end)
            while at >= 0:
                # "Granddaughter" has no daughter in it, and "brother-in-law" no brother.
                whole = not (at and text[at - 1].isalpha()) and not text.startswith("-in-law", at + len(last))
                if whole and not any(begin <= at and at + len(last) <= finish for begin, finish in taken):
                    return True
                at = text.find(last, at + 1, end)
    return False
