"""Kin of kin: a son's son is a grandson, a husband's sister a sister-in-law."""

from collections.abc import Iterator, Sequence

from bench.facts.people.roles.ties_read import INVERSE, KIN
from bench.facts.people.roles.ties_verbs import Tie

# Who is the second kin of the first kin of somebody: what he may be to that one.
_OF_KIN = {
    "child child": "grandchild",
    "child sibling": "child",
    "child spouse": "child-in-law",
    "child parent": "spouse",
    "parent parent": "grandparent",
    "parent sibling": "uncle",
    "parent child": "sibling",
    "parent spouse": "parent stepparent",
    "sibling child": "nephew",
    "sibling sibling": "sibling",
    "sibling spouse": "sibling-in-law",
    "sibling parent": "parent",
    "spouse child": "child stepchild",
    "spouse sibling": "sibling-in-law",
    "spouse parent": "parent-in-law",
    "spouse nephew": "nephew",
    "uncle child": "cousin",
    "uncle spouse": "uncle",
    "uncle sibling": "uncle parent",
    "nephew sibling": "nephew",
    "nephew parent": "sibling sibling-in-law",
    "cousin sibling": "cousin",
    "grandparent child": "parent uncle",
    "grandchild sibling": "grandchild",
    "grandchild parent": "child child-in-law",
}


def kin_of_kin(told: Sequence[Tie], who: frozenset[int], of: frozenset[int]) -> Iterator[tuple[str, Tie]]:
    """Yield what one of `who` is to one of `of` by way of a third person, and the tie that says so last."""
    theirs = [(kind, other) for kind, other, one, _ in _both_ways(told) if one in of]
    for kind, third, one, tie in _both_ways(told):
        if one in who:
            # "third" is the kind of `one`: turned round, `one` is the inverse of `third`.
            for first, middle in theirs:
                if middle == third and middle not in of | who:
                    for found in _OF_KIN.get(f"{first} {INVERSE[kind]}", "").split():
                        yield found, tie


def _both_ways(told: Sequence[Tie]) -> Iterator[tuple[str, int, int, Tie]]:
    """Yield each tie of kin as kind, who is it, and of whom, from either side."""
    for tie in told:
        if tie.kind in KIN:
            yield tie.kind, tie.who, tie.of, tie
            yield INVERSE[tie.kind], tie.of, tie.who, tie
