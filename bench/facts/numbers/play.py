"""What a report of a match tells of minutes and men: six minutes after "on 57 minutes" is the 63rd minute."""

from decimal import Decimal

from bench.facts.numbers.context import Scene
from bench.facts.numbers.derived import Derived, near, plain
from bench.facts.numbers.kept import once_per_text
from bench.facts.quantities.quantity import Quantity
from bench.facts.stems import stem

_MINUTE = stem("minute")
_LATER = frozenset({"later", "after", "afterwards"})
_FAR = 2
"""Sentences within which minutes are counted on."""
_TEAMS = range(7, 16)
"""Players that a side short of men has, in the games that send men off."""
_OFF = (
    ("sent", "off"), ("sending", "off"), ("red", "card"), ("second", "yellow"), ("second", "booking"),
    ("second", "bookable"), ("sent", "for"), ("ordered", "off"), ("red", "-"),
)  # fmt: skip
_DISMISSED = frozenset({"dismissed", "dismissal", "red-carded"})


def minute_of_play(article: Scene, claim: Quantity, head: tuple[str, ...]) -> Derived | None:
    """Return how a minute of play follows from one that the article names and a time told after it."""
    if claim.kind != "ordinal" or head[:1] != (_MINUTE,):
        return None
    for start, more in _counted_on(article):
        if start.value + more.value == claim.value:
            told = f"{plain(start.value)} + {plain(more.value)} minutes"
            return Derived(told, (start, more))
    return None


@once_per_text
def _counted_on(article: Scene) -> list[tuple[Quantity, Quantity]]:
    """Return minutes of play with the times told after them ("six minutes later")."""
    minutes = [fact for fact in article.quantities if _is_minute(article, fact)]
    later = [fact for fact in minutes if article.tape.word(fact.last) in _LATER]
    return [
        (start, more)
        for more in later
        for start in minutes
        if start not in later and start.first < more.first and near(article, start, more, _FAR)
    ]


def _is_minute(article: Scene, fact: Quantity) -> bool:
    if fact.high is not None:
        return False
    if fact.kind == "duration":
        return fact.unit == "minute"
    # "Tully (12)": the minute of a goal stands in brackets behind who scored it.
    brackets = article.tape.word(fact.first - 1) == "(" and article.tape.word(fact.last) in (")", ",")
    ranked = fact.kind == "ordinal" and article.head(fact)[:1] == (_MINUTE,)
    return ranked or (fact.kind == "count" and brackets)


def short_of_men(article: Scene, summary: Scene, claim: Quantity) -> Derived | None:
    """Return the words that show a side to be short of men, for a claim such as "10-man"."""
    words = summary.tape.words
    man = words[claim.last : claim.last + 2] in (["-", "man"], ["-", "woman"])
    if claim.kind != "count" or not man or claim.value not in map(Decimal, _TEAMS):
        return None
    place = _sent_off(article)
    if place is None:
        return None
    return Derived(f"{article.tape.surface(place.first, place.last)}", (place,))


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
