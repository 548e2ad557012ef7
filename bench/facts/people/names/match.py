"""Looking a name up in an article, whether or not it was recognised as a person there."""

from bench.facts.people.names.compare import same_given
from bench.facts.people.names.given_names import How, Match, full_name, owner_name, uncased_family, with_given
from bench.facts.people.names.lists import addresses, first_names, nicknames
from bench.facts.people.names.near import hyphenated, near_families, touching, transcribed
from bench.facts.people.names.romanised import same_romanised_family
from bench.facts.people.names.words import is_known_word
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.given import is_anothers_given
from bench.facts.people.reading.run_parts import stands_first

# "Jane Doe": whoever is called so stays without a name, and may be called John in the next line.
_NAMELESS, _NAMELESS_GIVEN = (
    frozenset(("doe", "roe")),
    frozenset(("john", "jane", "joe", "j", "johnny", "baby")),
)


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
        match = with_given(cast, found, given, family)
    elif not cast.cased and family in cast.words:
        match = uncased_family(cast, given, cast.spots(family))
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
        return Match("same", (run.words[index],), owner_name(cast, key))
    words = cast.spots(key)
    if words:
        return Match("same", (words[0],))
    for part in key.split("-") if "-" in key else ():
        if part in cast.names:
            run, index = cast.names[part][0]
            return Match("form", (run.words[index],), owner_name(cast, part))
    near = near_families(cast, key)
    if len(near) == 1:
        run, index = cast.names[near[0]][0]
        return Match("spelling", (run.words[index],), owner_name(cast, near[0]))
    alike = [p for p in cast.people if len(key) > 4 and same_romanised_family(key, p.family)]
    if len(alike) == 1 and not is_known_word(key):
        places = cast.spots(alike[0].family)
        return Match("spelling", (*places[:1],), alike[0].name)
    if key in nicknames():
        same = [other for other in cast.names if other in nicknames() and same_given(key, other)]
        if len(same) == 1:
            run, index = cast.names[same[0]][0]
            return Match("form", (run.words[index],), owner_name(cast, same[0]))
    return Match("absent")


def _whole(cast: Cast, keys: tuple[str, ...]) -> Match | None:
    """Find all words of the name side by side: in one run in any order, or as plain words in this order."""
    wanted = set(keys)
    for run, _ in cast.names.get(keys[-1], []) or cast.names.get(keys[0], []):
        have = {word.key for word in run.words}
        if wanted <= have:
            words = tuple(word for word in run.words if word.key in wanted)
            return Match("same", words, owner_name(cast, keys[-1], keys[0]))
    # Mangled or lower-cased articles, and names that a run of capitals does not hold together.
    for last in cast.spots(keys[-1]):
        before = cast.document.lower[max(0, last.start - 40) : last.start]
        if all(key in before for key in keys[:-1]) and _ends_in(before.rstrip(" \"'.)-"), keys[-2]):
            return Match("same", (last,), owner_name(cast, keys[-1], keys[0]))
    return None


def _ends_in(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalnum()


def _no_family(cast: Cast, keys: tuple[str, ...], given: tuple[str, ...], family: str) -> Match:
    """Look for another spelling of the surname, part of a double one, or a name known by one word."""
    near = near_families(cast, family)
    for name in near if len(near) == 1 else ():
        match = with_given(cast, cast.names[name], given, name)
        if match.how in ("form", "same"):
            return Match("spelling", match.words, match.name)
    for index, key in enumerate(keys[:-1]):
        for run, at in cast.names.get(key, []):
            if len(run.words) == 1 and not run.body and (index or not is_anothers_given(cast, key)):
                how: How = "form" if family in cast.words else "given unknown"
                return Match(how, (run.words[at],), owner_name(cast, key))
            if (
                index
                and at
                and at == len(run.words) - 1
                and any(same_given(keys[0], w.key) for w in run.words[:at])
            ):
                return Match("form", run.words, full_name(run))
    return Match("absent")
