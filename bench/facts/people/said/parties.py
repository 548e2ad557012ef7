"""Who a speaker without a name is in an article, and whether two speakers are surely two."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.roles.held import held
from bench.facts.people.roles.kinds import close_roles, general_roles, private_roles, role_names
from bench.facts.people.roles.time import FORMER
from bench.facts.people.said.voices import Voice, bodies, mouths

if TYPE_CHECKING:
    from bench.facts.source import Source


class Party(NamedTuple):
    """Who speaks: people who may be it, the bodies (by line of the list) they speak for, the bare role.

    `theirs` says that it is somebody's kin or the like ("her partner").
    """

    people: frozenset[int]
    bodies: frozenset[int]
    role: str = ""
    theirs: bool = False


def party(source: "Source", voice: Voice) -> Party | None:
    """Return who a speaker told by a noun is in the article; None where that says too little."""
    found = _parties(source)
    voice = voice._replace(start=0, end=0, written="")
    if voice not in found:
        found[voice] = _party(source, voice)
    return found[voice]


_Key = Voice | frozenset[int]


@once_each
def _parties(source: "Source") -> dict[_Key, Party | None]:
    """Return the parties that were asked about so far."""
    return {}


def _party(source: "Source", voice: Voice) -> Party | None:
    if not voice.name or voice.words & FORMER:
        return None
    lines = _lines({voice.name} | voice.words)
    if voice.name in mouths():
        people = _holders(source, voice.name, voice.words)
        for word in sorted(voice.words & role_names().keys()):
            people |= _holders(source, word, frozenset())
        return Party(people, lines) if lines else None
    people = _holders(source, voice.name, voice.words)
    is_body = voice.name in bodies() and voice.name not in role_names()
    if not people and (voice.name in general_roles() or (not lines and voice.name not in private_roles())):
        return None
    return Party(people, lines, "" if is_body else voice.name, voice.theirs and voice.name in private_roles())


def _lines(words: Iterable[str]) -> frozenset[int]:
    lists = bodies()
    return frozenset(line for word in words for line in lists.get(word, lists.get(word.rstrip("s"), ())))


def _holders(source: "Source", role: str, words: frozenset[str]) -> frozenset[int]:
    """Return the people of the article who have a role; with words to it, those whose role has the same.

    "The secretary" may be the foreign secretary, but no deputy, and "the shadow chancellor" no chancellor.
    """
    found = {
        index: [o for o in of if _names(role, o.name) and o.time != "former"]
        for index, of in held(source).items()
    }
    starts = {word[:5] for word in words}
    chosen = [
        index
        for index, of in found.items()
        if of and (not words or any(w[:5] in starts for o in of for w in (*o.words, *o.name.split())))
    ]
    return frozenset(self for index in chosen for self in source.person_scene.selves(index))


def _names(bare: str, office: str) -> bool:
    return bare == office or (office.endswith(" " + bare) and office.split()[0] not in _LESSER)


_LESSER = frozenset("deputy vice shadow assistant junior".split())


def person_party(source: "Source", people: frozenset[int]) -> Party:
    """Return a named speaker as a party: with the bodies its offices in the article belong to."""
    kept = _parties(source)
    found = kept.get(people)
    if found is None:
        offices = [o for index in people for o in held(source).get(index, ())]
        words = {word for o in offices for word in (o.name, *o.name.split(), *o.words)}
        found = kept[people] = Party(people, _lines(words))
    return found


# No name is as sure as a name: a body is another one for sure; an office's holder nearly.
_BODIES, _OFFICE, _UNSURE = 0.85, 0.65, 0.5


def clash(source: "Source", one: Party, other: Party) -> float:
    """Return how surely two speakers, one of them without a name, are two, 0 (may be one) to 1."""
    if one.people & other.people or one.bodies & other.bodies:
        return 0.0
    if one.people and other.people:
        return _OFFICE
    if not one.people and not other.people:
        both = one.bodies and other.bodies
        return (_UNSURE if one.role or other.role else _BODIES) if both else 0.0
    nameless, named = (one, other) if other.people else (other, one)
    if _near(source, nameless, named.people):
        return 0.0
    if nameless.role:
        return _of_role(source, nameless, named)
    return _BODIES if named.bodies else _UNSURE


def _of_role(source: "Source", nameless: Party, named: Party) -> float:
    """Return how surely a bare role that nobody has in the article is none of these people's."""
    own = [o for index in named.people for o in held(source).get(index, ())]
    if nameless.role in private_roles():
        return _OFFICE if nameless.theirs else 0.0
    if not own or any(close_roles(o.name, nameless.role) for o in own):
        return 0.0
    return _OFFICE if nameless.bodies and named.bodies else _UNSURE


def _near(source: "Source", nameless: Party, people: frozenset[int]) -> bool:
    """Whether the article names one of these people in a sentence with a word for the body or role."""
    naming = sentences_naming(source, nameless)
    return any(s in naming for index in people for s in source.person_scene.sentences_of(index))


def sentences_naming(source: "Source", nameless: Party) -> frozenset[int]:
    """Return the sentences of the article with a word for a body or a bare role."""
    kept = _naming(source)
    found = kept.get(nameless)
    if found is None:
        text, places = source.document.lower, set[int]()
        words = {word for word, lines in bodies().items() if lines & nameless.bodies} | {nameless.role}
        for word in (word for word in words if word and word in text):
            for match in re.finditer(rf"\b{re.escape(word)}s?\b", text):
                places.add(source.document.sentence_at(match.start()))
        found = kept[nameless] = frozenset(places)
    return found


@once_each
def _naming(source: "Source") -> dict[Party, frozenset[int]]:
    """Return the sentences found so far."""
    return {}
