"""A side short of men: "10-man" where the report of a match tells that somebody was sent off."""

from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.record import Derived
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity

_TEAMS = range(7, 16)
"""Players that a side short of men has, in the games that send men off."""
_OFF = (
    ("sent", "off"), ("sending", "off"), ("red", "card"), ("second", "yellow"), ("second", "booking"),
    ("second", "bookable"), ("sent", "for"), ("ordered", "off"), ("red", "-"),
)  # fmt: skip
_DISMISSED = frozenset({"dismissed", "dismissal", "red-carded"})


def short_of_men(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the words that show a side to be short of men, for a claim such as "10-man"."""
    words = summary.tape.words
    man = words[claim.last : claim.last + 2] in (["-", "man"], ["-", "woman"])
    if claim.kind != "count" or not man or claim.value not in map(Decimal, _TEAMS):
        return None
    place = _sent_off(article)
    if place is None:
        return None
    return Derived(article.tape.surface(place.first, place.last), (place,))


@once_per_text
def _sent_off(article: Scene) -> Quantity | None:
    """Return where a text first tells that somebody had to leave the field."""
    tape = article.tape
    for at, word in enumerate(tape.words):
        length = 1 if word in _DISMISSED else 2 if (word, tape.word(at + 1)) in _OFF else 0
        if length:
            end = at + length
            return Quantity("name", Decimal(0), tape.starts[at], tape.ends[end - 1], at, end)
    return None
