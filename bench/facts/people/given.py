"""Given names of an article: whose they are, and whether they stand alone there."""

from bench.facts.people.cast import Cast
from bench.facts.people.mentions import Person
from bench.facts.people.names import same_family


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
