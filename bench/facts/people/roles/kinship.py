"""Kin of kin (a son's son is a grandson), and kin told otherwise (a daughter, called a sister)."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bench.facts.kept import once_each
from bench.facts.people.roles.held import described, held
from bench.facts.people.roles.ties_read import INVERSE, KIN, KIN_WORDS
from bench.facts.people.roles.ties_told import NOBODY, article_ties
from bench.facts.people.roles.ties_verbs import Tie

if TYPE_CHECKING:
    from bench.facts.source import Source

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


def two_steps(first: str, second: str) -> list[str]:
    """Return what somebody may be who is the second kin of one's first kin."""
    return _OF_KIN.get(f"{first} {second}", "").split()


def kin_of_kin(told: Sequence[Tie], who: frozenset[int], of: frozenset[int]) -> Iterator[tuple[str, Tie]]:
    """Yield what one of `who` is to one of `of` by way of a third person, and the tie that says so last."""
    theirs = [(kind, other) for kind, other, one, _ in _both_ways(told) if one in of]
    for kind, third, one, tie in _both_ways(told):
        if one in who:
            # "third" is the kind of `one`: turned round, `one` is the inverse of `third`.
            for first, middle in theirs:
                if middle == third and middle not in of | who:
                    for found in two_steps(first, INVERSE[kind]):
                        yield found, tie


def _both_ways(told: Sequence[Tie]) -> Iterator[tuple[str, int, int, Tie]]:
    """Yield each tie of kin as kind, who is it, and of whom, from either side."""
    for tie in told:
        if tie.kind in KIN:
            yield tie.kind, tie.who, tie.of, tie
            yield INVERSE[tie.kind], tie.of, tie.who, tie


def called_otherwise(source: "Source", tie: Tie, who: frozenset[int], of: frozenset[int]) -> Tie | None:
    """Return the tie that an article tells where somebody is only "his daughter", and a summary has a sister.

    Whose daughter she is a pronoun may leave open: of those whom it can mean she is no sister.
    """
    kin = [at for person in sorted(who) for at in _kin_told(source).get(person, ())]
    kinds = {at.kind for at in kin}
    theirs = {at.kind for person in of for at in _kin_told(source).get(person, ())}
    if tie.kind in _BY_MARRIAGE or tie.kind in kinds or INVERSE[tie.kind] in theirs:
        return None
    if any(tie.kind in two_steps(INVERSE[one], other) for one in theirs for other in kinds):
        return None
    lower = source.document.lower
    for at in kin:
        if _OURS.search(lower, max(0, at.start - 30), at.start) or not out_of_reach(source, of, at):
            return at._replace(who=tie.who, of=tie.of)
    return None


# In an interview the kin are those of whoever speaks.
_OURS = re.compile(r"\b(?:my|our) (?:[\w-]+ ){0,2}$")


# What an article tells in other words, or leaves to be seen.
_BY_MARRIAGE = frozenset("spouse parent-in-law child-in-law sibling-in-law stepparent stepchild".split())


@once_each
def _kin_told(source: "Source") -> dict[int, list[Tie]]:
    """Return what kin an article calls each of its people, whosever."""
    found: dict[int, list[Tie]] = {}
    for person, offices in held(source).items():
        for office in offices:
            kind, sex = KIN_WORDS.get(office.name, ("", ""))
            if kind:
                tie = Tie(kind, sex, NOBODY, person, office.start, office.end, sure=False)
                found.setdefault(person, []).append(tie)
    for tie in article_ties(source):
        if tie.kind in KIN:
            found.setdefault(tie.who, []).append(tie)
            found.setdefault(tie.of, []).append(tie._replace(kind=INVERSE[tie.kind], who=tie.of, of=tie.who))
    return found


def out_of_reach(source: "Source", of: frozenset[int], tie: Tie) -> bool:
    """Whether "his" cannot mean somebody, who is not named in its sentence or the two before it."""
    here = source.document.sentence_at(tie.start)
    document = source.document
    first, last = document.sentences[max(0, here - 2)][0], document.sentences[here][1]
    if any(place.person in of for place in described(source, document, first, last)):
        return False
    return all(
        sentence not in range(here - 2, here + 1)
        for person in of
        for sentence in source.person_scene.sentences_of(person)
    )
