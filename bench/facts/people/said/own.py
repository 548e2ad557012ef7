"""Whether a statement of an article may be a person's own: named in it or meant by its pronoun."""

from typing import TYPE_CHECKING

from bench.facts.people.deeds.places import PRONOUNS, Place, gender
from bench.facts.people.names.lists import titles
from bench.facts.people.said.statements import Spoken

if TYPE_CHECKING:
    from bench.facts.source import Source


def maybe_own(source: "Source", selves: frozenset[int], spoken: Spoken, far: bool = False) -> bool:
    """Whether the article's statement may be read as this person's.

    It names the person as well, or its "he" or "she" can mean the person, who was named shortly before, `far`
    before somebody else who was named alone.
    """
    scene = source.person_scene
    pronoun = spoken.by != "name"
    back = (_REACH if far else _reach(source, spoken)) if pronoun else 0
    wanted = _WANTED.get(spoken.by, "")
    places = (
        (at == spoken.sentence, scene.places[i])
        for at in range(spoken.sentence - back, spoken.sentence + 1)
        for i in scene.by_sentence.get(at, ())
        if spoken.part is None or spoken.part[0] <= scene.places[i].token < spoken.part[1]
    )
    return any(
        place.person in selves
        and (pronoun or not _in_another_clause(source, place, spoken))
        and (pronoun or (place.weight == 1 and not (spoken_of(source, place) or _quoted(source, place))))
        and ((here and place.weight == 1) or gender(source.cast.people[place.person]) in ("", wanted))
        and (place.weight == 1 or PRONOUNS.get(source.document.lower_tokens[place.token], wanted) == wanted)
        for here, place in places
    )


def _reach(source: "Source", spoken: Spoken) -> int:
    """Return how many sentences back a pronoun may mean somebody: not past one named alone before it."""
    scene = source.person_scene
    for back in (0, 1):
        here = (scene.places[i] for i in scene.by_sentence.get(spoken.sentence - back, ()))
        named = {place.person for place in here if place.weight == 1}
        if named:
            return back if named == {spoken.person} else _REACH
    return _REACH


def spoken_of(source: "Source", place: Place) -> bool:
    """Whether a name stands behind a preposition: what somebody says of Smith is not Smith's."""
    words = source.document.lower_tokens[max(0, place.token - 3) : place.token]
    return next((word for word in reversed(words) if word not in titles()), "") in _SPOKEN_OF


def named_apart(source: "Source", selves: frozenset[int], spoken: Spoken) -> bool:
    """Whether a sentence that somebody else speaks names these people only in a part that is not his."""
    if spoken.voice is not None or spoken.by != "name":
        return False
    scene = source.person_scene
    here = (scene.places[i] for i in scene.by_sentence.get(spoken.sentence, ()))
    mine = [place for place in here if place.person in selves]
    if spoken.part is not None:
        return not any(spoken.part[0] <= place.token < spoken.part[1] for place in mine)
    return bool(mine) and all(_in_another_clause(source, place, spoken) for place in mine)


def _in_another_clause(source: "Source", place: Place, spoken: Spoken) -> bool:
    """Whether a relative clause, whose subject is the speaker, begins behind a name in its sentence."""
    scene = source.person_scene
    at = next(
        (
            scene.places[i].token
            for i in scene.by_sentence.get(spoken.sentence, ())
            if scene.places[i].person == spoken.person and scene.places[i].weight == 1
        ),
        -1,
    )
    between = source.document.lower_tokens[place.token : max(at, place.token)]
    return "whose" in between and "," in between


def _quoted(source: "Source", place: Place) -> bool:
    """Whether a name stands inside a quotation: who is spoken of there speaks seldom."""
    first, _ = source.document.sentence_tokens[place.sentence]
    return source.document.lower_tokens[first : place.token].count('"') % 2 == 1


_SPOKEN_OF = frozenset("of about against on for with".split())


def plainly_others(source: "Source", selves: frozenset[int], spoken: Spoken) -> bool:
    """Whether an article's statement is another's by name, or by a pronoun that none of these can be."""
    wanted = _WANTED.get(spoken.by)
    return wanted is None or all(gender(source.cast.people[i]) not in ("", wanted) for i in selves)


_WANTED = {"he": "men", "she": "women"}
# How many sentences back a pronoun may mean somebody.
_REACH = 4
