"""Figures told of one person where the article tells them of another."""

from typing import NamedTuple

from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.context import Scene
from bench.facts.numbers.kept import once_per_text
from bench.facts.people.names.lists import fold
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Person
from bench.facts.quantities.quantity import DATES, Quantity

_SAYING = frozenset(
    "said says stated told according added announced warned say asked reported estimates put puts called "
    "wrote noted insists insisted claims claimed argued revealed explained confirmed".split()
)
"""Words that make the person named before a figure its speaker rather than the one it is told of."""
_UNFIT = DATES | {"name", "ordinal", "score"}

_APOSTROPHES = ("'", "\u2019")
"""Behind a name: "since Orlow's departure 12 shops have shut" tells of the shops."""


class Named(NamedTuple):
    """The person named last before a figure, and all whom the sentence names, as places and persons."""

    person: Person | None
    all: list[tuple[int, list[Person]]]
    at: int


def bearer(cast: Cast, article: Scene, summary: Scene, found: Assessment) -> tuple[Person, Person] | None:
    """Return whom a summary and whom the article tell a figure of, where these are two persons."""
    claim = found.claim
    if claim.kind in _UNFIT:
        return None
    mine = _named(cast, summary, claim)
    if mine.person is None or _between(summary, mine.at, claim):
        return None
    other: Person | None = None
    for support in found.supports:
        theirs = _named(cast, article, support.fact)
        if theirs.person is None or any(
            mine.person in people and not _parted(article, at, theirs.at) for at, people in theirs.all
        ):
            return None
        if _meant(summary, claim, mine, theirs.person) or _by_trade(
            article, theirs.at, summary, range(mine.at + 1, claim.first)
        ):
            return None
        if claim.kind == "age" and not _trade(article, theirs.at).isdisjoint(summary.head(claim)):
            # "A 25-year-old understudy" is the understudy whom the article names.
            return None
        other = other or theirs.person
    return (mine.person, other) if other else None


def _parted(article: Scene, at: int, last: int) -> bool:
    """Whether a name and the last one before a figure stand in two clauses, parted by more than a comma."""
    return at < last and not _PARTING.isdisjoint(article.tape.words[at:last])


_PARTING = frozenset({";", "while", "whereas"})


def _meant(summary: Scene, claim: Quantity, mine: Named, person: Person) -> bool:
    """Whether the summary names a person in a figure's sentence, unless behind it in another clause."""
    places = [at for at, people in mine.all if person in people]
    return any(at < claim.first for at in places) or not set(places).isdisjoint(summary.clause(claim))


def _by_trade(article: Scene, at: int, summary: Scene, between: range) -> bool:
    """Whether `between` a name and a figure the summary has the trade of the one whom the article names `at`.

    "A painting by Brenner that an engineer got for 450" tells of the engineer; behind a comma the trade is
    Brenner's own.
    """
    if summary.tape.word(between.start) == ",":
        return False
    trade = _trade(article, at)
    return any(summary.stems[place] in trade for place in between)


def _trade(article: Scene, at: int) -> set[str]:
    """Return the stems of the words before the name that ends `at`: "his understudy, Rohan Mehta"."""
    first = next((place for place in range(at, 0, -1) if not article.tape.capital(place - 1)), at)
    return {word for word in article.stems[max(0, first - 2) : first] if word}


def _named(cast: Cast, scene: Scene, quantity: Quantity) -> Named:
    """Return the persons of a figure's sentence; no one where somebody speaks or two may be meant."""
    found = _persons(scene, cast, scene.sentence[quantity.first])
    if found is None:
        return Named(None, [], -1)
    near: list[Person] = []
    last = -2
    for at, owners in found:
        if at < quantity.first:
            both = [person for person in near if person in owners] if at == last + 1 else []
            near, last = both or owners, at
    owns = scene.tape.word(last + 1).startswith(_APOSTROPHES)
    return Named(near[0] if len(near) == 1 and not owns else None, found, last)


@once_per_text
def _persons(scene: Scene, cast: Cast, sentence: int) -> list[tuple[int, list[Person]]] | None:
    """Return the places of names in a sentence, with the persons they may be; None where somebody speaks."""
    places = range(*scene.bounds(sentence))
    if any(scene.tape.words[at] in _SAYING for at in places):
        return None
    return [(at, owners) for at in places if (owners := _owners(cast, scene, at))]


def _owners(cast: Cast, scene: Scene, at: int) -> list[Person]:
    """Return the persons who have the word at a place in their names, or the two that a dash joins there."""
    if not scene.tape.capital(at):
        return []
    word = fold(scene.tape.words[at])
    for first, last in ((at, at + 2), (at - 2, at)):
        if scene.tape.word(first + 1) == "-" and scene.tape.capital(first) and scene.tape.capital(last):
            joined = "-".join(fold(scene.tape.words[place]) for place in (first, last))
            if joined in cast.owners:
                return cast.owners[joined]
    return cast.owners.get(word, [])


def _between(summary: Scene, at: int, claim: Quantity) -> bool:
    """Whether another figure stands between a name and a claim: "Orlow saved 31, the coastguard 16"."""
    return any(
        at < other.first < claim.first and not other.is_date and other.kind != "age"
        for other in summary.figures(summary.sentence[claim.first])
    )
