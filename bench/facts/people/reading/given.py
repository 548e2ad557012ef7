"""Given names of an article: whose they are, whether they stand alone there or agree with one told."""

from bench.facts.people.names.compare import same_family, same_given
from bench.facts.people.names.lists import first_names, places, sure_first_names, surnames
from bench.facts.people.names.words import is_known_word
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Person
from bench.facts.people.reading.run_parts import FAMILY_FIRST, Word, describes, is_particle, stands_first
from bench.facts.people.reading.runs import Run


def stands_alone(cast: Cast, given: str) -> bool:
    """Whether the article has this given name by itself, apart from any surname."""
    return any(len(run.words) == 1 and not run.body for run, _ in cast.names.get(given, ()))


def goes_by_given(cast: Cast, given: str) -> bool:
    """Whether the article calls somebody by this given name alone, the surname being understood."""
    places = cast.names.get(given, ())
    return len(given) > 2 and bool(places) and all(len(run.words) == 1 and not run.body for run, _ in places)


def given_of_another(cast: Cast, given: tuple[str, ...], family: str) -> bool:
    """Whether the article gives this given name to a person of another surname."""
    return bool(owners_of_given(cast, given, family))


def owners_of_given(cast: Cast, given: tuple[str, ...], family: str) -> list[Person]:
    """Return the persons of another surname to whom the article gives this given name."""
    return [
        person
        for person in cast.owners.get(given[0], ())
        if person.keys[0] == given[0]
        and len(person.keys) > 1
        and family not in person.keys
        and not same_family(person.keys[-1], family)
    ]


def is_anothers_given(cast: Cast, key: str) -> bool:
    """Whether a word is the given name of somebody the article names in full."""
    return any(len(person.keys) > 1 and person.keys[0] == key for person in cast.owners.get(key, ()))


def before_family(run: Run, index: int, family: str) -> tuple[Word, ...]:
    """Return the words that may be given names to a surname at `index` of a run."""
    if index == 0 and family in FAMILY_FIRST and stands_first([word.key for word in run.words]):
        return tuple(run.words[1:])
    if index == 0 and _is_family_first(run):
        return tuple(run.words[1:])
    before = tuple(word for word in run.words[:index] if not is_particle(word))
    first = next((i for i, word in enumerate(before) if word.key in first_names()), 0)
    # "Zorvan Ace Haugen" is no ace of a place: what goes before a known given name is one or tells who he is.
    return before[first:] if all(map(describes, before[:first])) else before


def _is_family_first(run: Run) -> bool:
    """Whether a surname stands before a given name, as in Hungary: "Varga Zoltan"."""
    keys = [word.key for word in run.words]
    return (
        len(keys) == 2
        and not run.body
        and keys[1] in sure_first_names()
        and keys[1] not in surnames()
        and keys[0] not in first_names()
        and not describes(run.words[0])
    )


def agrees(given: str, before: tuple[Word, ...]) -> bool:
    """Whether a given name can be the first of those before a surname, or a middle name written out."""
    return same_given(given, before[0].key) or any(
        len(word.key) > 1 and len(given) > 1 and same_given(given, word.key) for word in before[1:]
    )


def middle_differs(cast: Cast, given: tuple[str, ...], before: tuple[Word, ...]) -> bool:
    """Whether both names have a middle name written out, and the article does not have this one."""
    if len(given) != 2 or len(before) != 2 or not same_given(given[0], before[0].key):
        return False
    told, middle = given[1], before[1].key
    written_out = min(len(told), len(middle)) > 2 and '"' not in before[1].text
    elsewhere = told in cast.words and not given_of_another(cast, (told,), "")
    return written_out and not elsewhere and not same_given(told, middle)


def has_anothers_family(cast: Cast, given: tuple[str, ...], run: Run) -> bool:
    """Whether a double surname takes its first part from another person than the rest of the name."""
    own = [word.key for word in run.words]
    return any(
        key not in own
        and all(
            key in person.keys[1:] and not same_given(given[0], person.keys[0])
            for person in cast.owners.get(key, ())
        )
        for key in given[1:]
        if len(key) > 2 and key in cast.owners
    )


def first_differs(cast: Cast, part: list[Run], given: tuple[str, ...]) -> bool:
    """Whether a form that shares only a middle name begins with another given name."""
    return len(given) > 1 and any(run.words[0].key not in given and not run.body for run in part)


def misspelt(run: Run, index: int, given: tuple[str, ...]) -> bool:
    """Whether a run has the given names before its surname, the first of them in another spelling."""
    if not 1 < len(given) <= index:
        return False
    first, *rest = run.words[index - len(given) : index]
    return same_given(given[0], first.key) and given[1:] == tuple(word.key for word in rest)


def is_family_of_another(cast: Cast, run: Run, index: int) -> bool:
    """Whether a surname opens the name in full of somebody whose given name stands behind: "Ueda Jun"."""
    return (
        index == 0
        and len(run.words) == 2
        and run.words[0].key not in first_names()
        and any(person.keys == (run.words[0].key, run.words[1].key) for person in cast.people)
    )


def named_in_things(cast: Cast, others: list[tuple[Run, int]], family: str, alone: bool) -> list[Run]:
    """Return the runs that look like a thing's name and have a person's, where the surname stands alone too.

    "The Brand Haugen Foundation", then "Haugen said": he is no Peter.
    """
    if not alone:
        return []
    named = family in surnames() or family in cast.owners
    return [
        run
        for run, index in others
        if index == 1
        and run.words[0].key not in places()
        and (run.words[0].key in first_names() or (named and not is_known_word(run.words[0].key)))
    ]
