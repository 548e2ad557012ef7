"""Whom an article names by the given name alone, beside kin whose surname is understood."""

import re

from bench.facts.people.names.compare import bare, same_given
from bench.facts.people.names.lists import first_names, sure_first_names
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.given import goes_by_given
from bench.facts.people.reading.run_parts import Word
from bench.facts.people.roles.kinds import private_roles

_COORDINATED = re.compile(r"(?:, [\w'-]+){0,4},? (?:and|&|or) (?!\w+'s )[\w'.-]+ ([\w'-]+)")


def coordinated(cast: Cast, given: str, family: str) -> Word | None:
    """Return where a given name shares a surname behind another one: "Pieter and Wout Casteleyn"."""
    for place in cast.spots(given):
        match = _COORDINATED.match(cast.document.lower, place.end)
        if match is not None and bare(match.group(1)) == family:
            return place
    return None


def alone(cast: Cast, given: str) -> str:
    """Return the given name by which alone the article calls somebody who may be so called, else nothing."""
    if goes_by_given(cast, given):
        return given
    if given not in first_names() or given in cast.words:
        return ""
    near = [
        name
        for name in cast.names
        if name in sure_first_names() and same_given(name, given) and goes_by_given(cast, name)
    ]
    return near[0] if len(near) == 1 else ""


def uncased(cast: Cast, given: str) -> Word | None:
    """Return where a text without capitals names kin by the given name alone: "owen haugen's sister ella"."""
    lower = cast.document.lower
    for place in cast.spots(given):
        before = lower[max(0, place.start - 30) : place.start].rstrip(" ,").split()[-1:]
        if before and before[0].removesuffix("s") in private_roles():
            return place
    return None
