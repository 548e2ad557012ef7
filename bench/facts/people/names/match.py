"""Looking a name up in an article, whether or not it was recognised as a person there."""

from typing import Literal, NamedTuple

from bench.facts.people.names import kin
from bench.facts.people.names.compare import bare, same_given
from bench.facts.people.names.lists import (
    addresses,
    first_names,
    nicknames,
    places,
    rare_surnames,
    sure_first_names,
    surnames,
    word_surnames,
)
from bench.facts.people.names.near import hyphenated, near_families, touching, transcribed
from bench.facts.people.names.romanised import same_romanised_family
from bench.facts.people.names.words import is_known_word
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.given import (
    agrees,
    before_family,
    first_differs,
    given_of_another,
    has_anothers_family,
    is_anothers_given,
    is_family_of_another,
    middle_differs,
    misspelt,
    named_in_things,
    owners_of_given,
    stands_alone,
)
from bench.facts.people.reading.run_parts import Word, describes, stands_first
from bench.facts.people.reading.runs import Run
from bench.facts.people.reading.things import means_things

How = Literal[
    "same", "form", "spelling", "given unknown", "maybe joined", "given differs", "joined", "absent"
]


# So often an article names those whom it is about.
_MAIN = 3


# "Jane Doe": whoever is called so stays without a name, and may be called John in the next line.
_NAMELESS, _NAMELESS_GIVEN = (
    frozenset(("doe", "roe")),
    frozenset(("john", "jane", "joe", "j", "johnny", "baby")),
)


class Match(NamedTuple):
    """How an article has a name: the words that show it, and whose name they are there."""

    how: How
    words: tuple[Word, ...] = ()
    name: str = ""


def look_up(cast: Cast, keys: tuple[str, ...]) -> Match:
    """Return how the article has the name whose folded words are `keys`, in either order."""
    keys = hyphenated(cast, keys)
    if keys[-1] in _NAMELESS and keys[0] in _NAMELESS_GIVEN and keys[-1] in cast.words:
        return _single(cast, keys[-1])
    if len(keys) == 1:
        match = _single(cast, keys[0])
        return (match.how == "absent" and _touching(cast, keys)) or match
    whole = _whole(cast, keys)
    if whole is not None:
        return whole
    addressed = _addressed(cast, keys)
    if addressed is not None:
        return addressed
    family, given = (
        (keys[0], keys[1:]) if stands_first(keys) and keys[0] in cast.names else (keys[-1], keys[:-1])
    )
    found = cast.names.get(family, [])
    if found:
        match = _with_given(cast, found, given, family)
    elif not cast.cased and family in cast.words:
        match = _uncased_family(cast, given, cast.spots(family))
    else:
        match = _no_family(cast, keys, given, family)
    return (match.how in _LACKING and (_romanised(cast, keys) or _touching(cast, keys))) or match


_LACKING = frozenset(("absent", "given unknown", "given differs", "joined", "maybe joined"))


def _romanised(cast: Cast, keys: tuple[str, ...]) -> Match | None:
    """Find the one person whose whole name this is in another transcription."""
    person = transcribed(cast, keys)
    words = [word for key in person.keys for word in cast.spots(key)[:1]] if person is not None else []
    return Match("spelling", (*words,), person.name) if person is not None and words else None


def _touching(cast: Cast, keys: tuple[str, ...]) -> Match | None:
    """Find a name whose words touch one another or others where the article has lost spaces."""
    word = touching(cast, keys)
    return Match("form", (*cast.spots(word.split()[0])[:1],), word) if word else None


def _addressed(cast: Cast, keys: tuple[str, ...]) -> Match | None:
    """Look up a name behind a form of address that is a name as well: "Pan Wrzosek", "Don Anselmo".

    So is "M.", Monsieur or an initial: nobody tells of a man by a wrong one alone.
    """
    if keys[0] != "m" and keys[0] not in addresses():
        return None
    if any(person.family == keys[0] for person in cast.owners.get(keys[0], ())):
        return None
    rest = keys[1:]
    # "Don Haugen" has a given name, "Don Anselmo" none.
    given = keys[0] in nicknames()
    owners = cast.owners.get(rest[-1], ())
    if given and rest[0] not in first_names():
        return None
    if len(rest) == 1 and not any(
        rest[0] == person.keys[0] or (rest[0] == person.family and not given) for person in owners
    ):
        return None
    match = look_up(cast, rest)
    return match._replace(how="form") if match.how == "same" else None


def _single(cast: Cast, key: str) -> Match:
    """Look up a name of one word."""
    found = cast.names.get(key)
    if found:
        run, index = found[0]
        return Match("same", (run.words[index],), _owner_name(cast, key))
    words = cast.spots(key)
    if words:
        return Match("same", (words[0],))
    for part in key.split("-") if "-" in key else ():
        if part in cast.names:
            run, index = cast.names[part][0]
            return Match("form", (run.words[index],), _owner_name(cast, part))
    near = near_families(cast, key)
    if len(near) == 1:
        run, index = cast.names[near[0]][0]
        return Match("spelling", (run.words[index],), _owner_name(cast, near[0]))
    alike = [p for p in cast.people if len(key) > 4 and same_romanised_family(key, p.family)]
    if len(alike) == 1 and not is_known_word(key):
        places = cast.spots(alike[0].family)
        return Match("spelling", (*places[:1],), alike[0].name)
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
    for last in cast.spots(keys[-1]):
        before = cast.document.lower[max(0, last.start - 40) : last.start]
        if all(key in before for key in keys[:-1]) and _ends_in(before.rstrip(" \"'.)-"), keys[-2]):
            return Match("same", (last,), _owner_name(cast, keys[-1], keys[0]))
    return None


def _ends_in(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalnum()


def _with_given(cast: Cast, found: list[tuple[Run, int]], given: tuple[str, ...], family: str) -> Match:
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
            return Match(how, (*before, run.words[index]), _full(run))
        if before and misspelt(run, index, given):
            return Match("form", run.words[index - len(given) : index + 1], _full(run))
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
        return Match(how, run.words, _full(run))
    if part:
        # "Pena Nieto" told as "Enrique Pena Nieto": the double surname is there, the given name is not.
        told = given[0] in (word.key for run in part for word in run.words) or stands_alone(cast, given[0])
        how = "form" if told else "given unknown"
        return Match(how, part[0].words, _full(part[0]))
    if alone:
        run, index = alone[0]
        return Match(_how_alone(cast, given, family), (run.words[index],), _owner_name(cast, family))
    # The word is there, but only ever behind another one: a title of a work, a firm, an unknown given name.
    return Match("given differs", others[0][0].words, _full(others[0][0])) if others else Match("absent")


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
    name = kin.alone(cast, given[0])
    if name:
        run = cast.names[name][0][0]
        return Match("given unknown", run.words, _full(run))
    place = None if cast.cased else kin.uncased(cast, given[0])
    return Match("given unknown", (place,)) if place else None


def _uncased_family(cast: Cast, given: tuple[str, ...], spots: list[Word]) -> Match:
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


def _no_family(cast: Cast, keys: tuple[str, ...], given: tuple[str, ...], family: str) -> Match:
    """Look for another spelling of the surname, part of a double one, or a name known by one word."""
    near = near_families(cast, family)
    for name in near if len(near) == 1 else ():
        match = _with_given(cast, cast.names[name], given, name)
        if match.how in ("form", "same"):
            return Match("spelling", match.words, match.name)
    for index, key in enumerate(keys[:-1]):
        for run, at in cast.names.get(key, []):
            if len(run.words) == 1 and not run.body and (index or not is_anothers_given(cast, key)):
                how: How = "form" if family in cast.words else "given unknown"
                return Match(how, (run.words[at],), _owner_name(cast, key))
            if (
                index
                and at
                and at == len(run.words) - 1
                and any(same_given(keys[0], w.key) for w in run.words[:at])
            ):
                return Match("form", run.words, _full(run))
    return Match("absent")


def _owner_name(cast: Cast, key: str, first: str = "") -> str:
    """Return the fullest name of the person a word belongs to, if that is one person."""
    owners = cast.owners.get(key, [])
    if first:
        owners = [person for person in owners if first in person.keys] or owners
    return owners[0].name if len(owners) == 1 else ""


def _full(run: Run) -> str:
    return " ".join(word.text for word in run.words).removesuffix("'s")
