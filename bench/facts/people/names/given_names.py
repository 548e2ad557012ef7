"""How an article has a name whose surname it has: with these given names, with others, or alone."""

from typing import Literal, NamedTuple

from bench.facts.people.names import kin
from bench.facts.people.names.compare import bare, same_given
from bench.facts.people.names.lists import places, rare_surnames, sure_first_names, surnames, word_surnames
from bench.facts.people.names.words import is_known_word
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.given import (
    agrees,
    before_family,
    first_differs,
    given_of_another,
    has_anothers_family,
    is_family_of_another,
    middle_differs,
    misspelt,
    named_in_things,
    owners_of_given,
    stands_alone,
)
from bench.facts.people.reading.run_parts import Word, describes
from bench.facts.people.reading.runs import Run
from bench.facts.people.reading.things import means_things

How = Literal[
    "same", "form", "spelling", "given unknown", "maybe joined", "given differs", "joined", "absent"
]


class Match(NamedTuple):
    """How an article has a name: the words that show it, and whose name they are there."""

    how: How
    words: tuple[Word, ...] = ()
    name: str = ""


# So often an article names those whom it is about.
_MAIN = 3


def with_given(cast: Cast, found: list[tuple[Run, int]], given: tuple[str, ...], family: str) -> Match:
    """Judge the given names where the surname is in the article."""
    conflicts: list[Run] = []
    alone: list[tuple[Run, int]] = []
    part: list[Run] = []
    others: list[tuple[Run, int]] = []
    how: How
    for run, index in found:
        before = before_family(run, index, family)
        if before and agrees(given[0], before):
            how = "given differs" if middle_differs(cast, given, before) else "form"
            how = "joined" if has_anothers_family(cast, given, run) else how
            return Match(how, (*before, run.words[index]), full_name(run))
        if before and misspelt(run, index, given):
            return Match("form", run.words[index - len(given) : index + 1], full_name(run))
        if any(word.key in given for word in before):
            part.append(run)
        elif (before and not run.body) or is_family_of_another(cast, run, index):
            conflicts.append(run)
        elif _stands_alone(run, before):
            alone.append((run, index))
        elif before:
            others.append((run, index))
    conflicts = conflicts or named_in_things(cast, others, family, bool(alone))
    own = _kin(cast, given, family, conflicts[0]) if conflicts and not part else None
    if own is not None:
        return own
    if conflicts or (part and first_differs(cast, part, given)):
        run = (conflicts or part)[0]
        how = "joined" if given_of_another(cast, given, family) else "given differs"
        return Match(how, run.words, full_name(run))
    if part:
        # "Pena Nieto" told as "Enrique Pena Nieto": the double surname is there, the given name is not.
        told = given[0] in (word.key for run in part for word in run.words) or stands_alone(cast, given[0])
        how = "form" if told else "given unknown"
        return Match(how, part[0].words, full_name(part[0]))
    if alone:
        run, index = alone[0]
        return Match(_how_alone(cast, given, family), (run.words[index],), owner_name(cast, family))
    # The word is there, but only ever behind another one: a title of a work, a firm, an unknown given name.
    return Match("given differs", others[0][0].words, full_name(others[0][0])) if others else Match("absent")


def _stands_alone(run: Run, before: tuple[Word, ...]) -> bool:
    """Whether nothing before a surname is a given name of its: none is there, or what describes somebody."""
    return not run.body and describes(before[0]) if before else not run.body or len(run.words) == 1


def _how_alone(cast: Cast, given: tuple[str, ...], family: str) -> How:
    """Judge the given names before a surname that the article has only by itself."""
    if " ".join(given) in cast.alone or stands_alone(cast, given[0]):
        return "form"
    others = owners_of_given(cast, given, family)
    text = cast.document.text
    thing = all(means_things(text, *place) for place in cast.names[family])
    if not others:
        # "The Altis Reporter" is a paper: a reporter is nobody's surname.
        return "given differs" if thing and _is_word_only(family) else "given unknown"
    # Two people may share a given name; of one whom the article names again and again it is taken, and before
    # what is no surname there ("the Ulm", "Altis Bank") it is nobody else's.
    main = max(len(person.mentions) for person in others) >= _MAIN
    return "joined" if main or thing else "maybe joined"


def _is_word_only(key: str) -> bool:
    """Whether a word is English and on no list of surnames."""
    return is_known_word(key) and not (key in surnames() or key in word_surnames() or key in rare_surnames())


def _kin(cast: Cast, given: tuple[str, ...], family: str, other: Run) -> Match | None:
    """Return how the article has somebody whom it does not name with the surname that `other` has there."""
    place = kin.coordinated(cast, given[0], family)
    if place is not None:
        return Match("form", (place, other.words[-1]), "")
    name = kin.alone(cast, given[0])
    if name:
        run = cast.names[name][0][0]
        return Match("given unknown", run.words, full_name(run))
    place = None if cast.cased else kin.uncased(cast, given[0])
    return Match("given unknown", (place,)) if place else None


def uncased_family(cast: Cast, given: tuple[str, ...], spots: list[Word]) -> Match:
    """Judge the given names where an article without capitals has the surname as a word."""
    conflict: Match | None = None
    for place in spots:
        words = cast.document.lower[max(0, place.start - 30) : place.start].split()
        before = bare(words[-1]) if words else ""
        if before and same_given(given[0], before):
            return Match("form", (place,))
        # A word that English lacks is a given name before a surname: "zorvan haugen".
        strange = len(before) > 2 and before.isalpha() and not is_known_word(before)
        if before in sure_first_names() or (strange and before not in places()):
            conflict = conflict or Match("given differs", (place,), f"{before} {place.key}")
    if conflict is not None and (own := kin.uncased(cast, given[0])):
        return Match("given unknown", (own,))
    return conflict or Match("given unknown", (spots[0],))


def owner_name(cast: Cast, key: str, first: str = "") -> str:
    """Return the fullest name of the person a word belongs to, if that is one person."""
    owners = cast.owners.get(key, [])
    if first:
        owners = [person for person in owners if first in person.keys] or owners
    return owners[0].name if len(owners) == 1 else ""


def full_name(run: Run) -> str:
    """Return the words of a name as they stand, without the ending of a possessive."""
    return " ".join(word.text for word in run.words).removesuffix("'s")
