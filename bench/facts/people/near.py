"""Names of an article that may be another spelling of one in a summary."""

from bench.facts.people.cast import Cast
from bench.facts.people.names import same_family
from bench.facts.people.runs import STARTERS, Run


def near_families(cast: Cast, key: str) -> list[str]:
    """Return the names of the article that may be another spelling of `key`."""
    if len(key) < 4:
        return []
    near = [
        name
        for name, places in cast.names.items()
        if abs(len(name) - len(key)) <= 3
        and name not in STARTERS
        and same_family(name, key)
        and _may_be_family(places)
    ]
    # Several spellings of one person in an article are one name; the one with a given name tells most.
    if len(near) > 1 and _are_one_persons(cast, near):
        return [max(near, key=lambda name: max(index for _, index in cast.names[name]))]
    return near


def _are_one_persons(cast: Cast, names: list[str]) -> bool:
    first, *others = ({person.name for person in cast.owners.get(name, ())} for name in names)
    return bool(first.intersection(*others))


def _may_be_family(places: list[tuple[Run, int]]) -> bool:
    return any(not run.body and (index or len(run.words) == 1) for run, index in places)
