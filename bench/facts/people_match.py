"""Looking a name up in an article, whether or not it was recognised as a person there."""

from functools import cached_property
from typing import Literal, NamedTuple

from bench.facts.names import PARTICLES, bare, same_family, same_given
from bench.facts.names_lists import first_names, nicknames
from bench.facts.people import Person, gather
from bench.facts.people_runs import FAMILY_FIRST, STARTERS, Run, Word, runs
from bench.text.document import Document

How = Literal["same", "form", "spelling", "given unknown", "given differs", "joined", "absent"]


class Match(NamedTuple):
    """How an article has a name: the words that show it, and whose name they are there."""

    how: How
    words: tuple[Word, ...] = ()
    name: str = ""


class Cast:
    """The names of an article, each part computed when first asked for."""

    def __init__(self, document: Document):
        """Hold the article."""
        self.document = document

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every run of capitals, cut down to possible names."""
        return runs(self.document)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Every person recognised."""
        return gather(self.document, self.runs)

    @cached_property
    def names(self) -> dict[str, list[tuple[Run, int]]]:
        """For each folded word of a run (and each part of a hyphenated one): its runs and places in them."""
        found: dict[str, list[tuple[Run, int]]] = {}
        for run in self.runs:
            for index, word in enumerate(run.words):
                found.setdefault(word.key, []).append((run, index))
                if "-" in word.key:
                    for part in word.key.split("-"):
                        found.setdefault(part, []).append((run, index))
        return found

    @cached_property
    def words(self) -> dict[str, list[Word]]:
        """For each folded word of the article, capitals or not: where it stands."""
        found: dict[str, list[Word]] = {}
        for token in self.document.tokens:
            key = bare(token.text)
            word = Word(token.text, key, token.start, token.end)
            found.setdefault(key, []).append(word)
            if "-" in key:
                for part in key.split("-"):
                    found.setdefault(part, []).append(word)
        return found

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that the article also writes without a capital: no names by themselves in lower-cased text."""
        return frozenset(token.text for token in self.document.tokens if token.text.islower())

    @cached_property
    def owners(self) -> dict[str, list[Person]]:
        """For each folded word of a name: the persons it belongs to."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            for key in set(person.keys):
                found.setdefault(key, []).append(person)
        return found


def look_up(cast: Cast, keys: tuple[str, ...]) -> Match:
    """Return how the article has the name whose folded words are `keys` (given names first, or family first)."""
    keys = tuple(key for key in keys if key not in PARTICLES or len(keys) == 1) or keys
    if len(keys) == 1:
        return _single(cast, keys[0])
    whole = _whole(cast, keys)
    if whole is not None:
        return whole
    family, given = (keys[0], keys[1:]) if keys[0] in FAMILY_FIRST and keys[0] in cast.names else (keys[-1], keys[:-1])
    places = cast.names.get(family, [])
    if places:
        return _with_given(cast, places, given, family)
    return _no_family(cast, keys, given, family)


def _single(cast: Cast, key: str) -> Match:
    """Look up a name of one word."""
    places = cast.names.get(key)
    if places:
        run, index = places[0]
        return Match("same", (run.words[index],), _owner_name(cast, key))
    words = cast.words.get(key)
    if words:
        return Match("same", (words[0],))
    for part in key.split("-") if "-" in key else ():
        if part in cast.names:
            run, index = cast.names[part][0]
            return Match("form", (run.words[index],), _owner_name(cast, part))
    near = _near_families(cast, key)
    if near:
        run, index = cast.names[near[0]][0]
        return Match("spelling", (run.words[index],), _owner_name(cast, near[0]))
    if key in nicknames():
        same = [other for other in cast.names if other in nicknames() and same_given(key, other)]
        if len(same) == 1:
            run, index = cast.names[same[0]][0]
            return Match("form", (run.words[index],), _owner_name(cast, same[0]))
    return Match("absent")


def _whole(cast: Cast, keys: tuple[str, ...]) -> Match | None:
    """Find all words of the name side by side: in one run in any order, or as plain words in this order."""
    wanted = set(keys)
    for run, _ in cast.names.get(keys[-1], []) or cast.names.get(keys[0], []):
        have = {word.key for word in run.words}
        if wanted <= have:
            words = tuple(word for word in run.words if word.key in wanted)
            return Match("same", words, _owner_name(cast, keys[-1], keys[0]))
    # Mangled or lower-cased articles, and names that a run of capitals does not hold together.
    for last in cast.words.get(keys[-1], []):
        before = cast.document.lower[max(0, last.start - 40) : last.start]
        if all(key in before for key in keys[:-1]) and before.rstrip(" \"'.)-").endswith(keys[-2]):
            return Match("same", (last,), _owner_name(cast, keys[-1], keys[0]))
    return None


def _with_given(cast: Cast, places: list[tuple[Run, int]], given: tuple[str, ...], family: str) -> Match:
    """Judge the given names where the surname is in the article."""
    conflicts, alone = [], []
    for run, index in places:
        before = tuple(w for w in run.words[:index] if w.key not in PARTICLES)
        if family in FAMILY_FIRST and index == 0 and len(run.words) > 1:
            before = tuple(run.words[1:])
        if not before:
            if run.body and len(run.words) > 1:
                continue
            alone.append((run, index))
        elif _compatible(given, tuple(w.key for w in before)):
            return Match("form", (*before, run.words[index]), _full(run))
        elif _is_given(cast, run, before):
            conflicts.append((run, index))
        elif not run.body:
            alone.append((run, index))
    if conflicts:
        run, _ = conflicts[0]
        how: How = "joined" if _given_of_another(cast, given, family) else "given differs"
        return Match(how, run.words, _full(run))
    if alone:
        run, index = alone[0]
        how = "joined" if _given_of_another(cast, given, family) else "given unknown"
        return Match(how, (run.words[index],), _owner_name(cast, family))
    return Match("absent")


def _compatible(given: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the given names of two forms of a name can be one person's."""
    if any(same_given(one, another) for one in given[:1] for another in other):
        return True
    return any(same_given(one, other[0]) or (len(one) > 1 and one == another) for one in given for another in other)


def _is_given(cast: Cast, run: Run, before: tuple[Word, ...]) -> bool:
    """Whether words before a surname are given names there (and not a team or a place)."""
    if run.body:
        return False
    return before[0].key in first_names() or any(
        person.keys[0] == before[0].key for person in cast.owners.get(run.words[-1].key, ())
    )


def _given_of_another(cast: Cast, given: tuple[str, ...], family: str) -> bool:
    """Whether the article gives this given name to a person of another surname."""
    return any(
        person.keys[0] == given[0] and len(person.keys) > 1 and family not in person.keys
        for person in cast.owners.get(given[0], ())
    )


def _no_family(cast: Cast, keys: tuple[str, ...], given: tuple[str, ...], family: str) -> Match:
    """Look for another spelling of the surname, a double surname told in part, or a name known by one word."""
    for near in _near_families(cast, family):
        match = _with_given(cast, cast.names[near], given, near)
        if match.how in ("form", "same"):
            return Match("spelling", match.words, match.name)
        if match.how == "given unknown" and not _given_elsewhere(cast, given):
            return Match("spelling", match.words, match.name)
    for index, key in enumerate(keys[:-1]):
        for run, at in cast.names.get(key, []):
            if len(run.words) == 1 and not run.body and (index or not _is_anothers_given(cast, key)):
                return Match("given unknown", (run.words[at],), _owner_name(cast, key))
            if index and at == len(run.words) - 1 and _compatible(keys[:index], tuple(w.key for w in run.words[:at])):
                return Match("form", run.words, _full(run))
    return Match("absent")


def _given_elsewhere(cast: Cast, given: tuple[str, ...]) -> bool:
    return any(key in cast.names for key in given if len(key) > 1)


def _is_anothers_given(cast: Cast, key: str) -> bool:
    """Whether a word is the given name of somebody the article names in full."""
    return any(len(person.keys) > 1 and person.keys[0] == key for person in cast.owners.get(key, ()))


def _near_families(cast: Cast, key: str) -> list[str]:
    """Return the one name of the article that may be another spelling of `key`, or nothing."""
    if len(key) < 4:
        return []
    near = [
        name
        for name, places in cast.names.items()
        if abs(len(name) - len(key)) <= 3 and name not in STARTERS and same_family(name, key) and _may_be_family(places)
    ]
    if len(near) > 1:
        owners = {id(person) for name in near for person in cast.owners.get(name, ())}
        if len(owners) > 1:
            return []
    return near[:1]


def _may_be_family(places: list[tuple[Run, int]]) -> bool:
    return any(not run.body and (index or len(run.words) == 1) for run, index in places)


def _owner_name(cast: Cast, key: str, first: str = "") -> str:
    """Return the fullest name of the person a word belongs to, if that is one person."""
    owners = cast.owners.get(key, [])
    if first:
        owners = [person for person in owners if first in person.keys] or owners
    return owners[0].name if len(owners) == 1 else ""


def _full(run: Run) -> str:
    return " ".join(word.text for word in run.words).removesuffix("'s")


