"""Ages of persons whose age the article gives as another."""

from bench.facts.numbers.context import Scene
from bench.facts.people.names.compare import same_given
from bench.facts.quantities.quantity import Quantity

_OPENS = frozenset({",", "("})
_CLOSES = frozenset({",", ")", ".", ";", ":", "", "who", "of", "was", "is", "has", "from"})
_JOINS = frozenset({"and", "or"})
"""Behind ages of two persons told in one: "Pia and Ute Orlow, 24 and 21"."""
_OLD = frozenset({"old", "olds"})
_THEN = frozenset({"at", "when", "then"})
_OLDEST, _YOUNGEST = 110, 10


def other_age(article: Scene, summary: Scene, claim: Quantity) -> tuple[str, Quantity] | None:
    """Return the name a claim gives as an age ("Orlow, 61,"), and the article's only age of that name.

    None where the article gives no age or several of the name, or this one.
    """
    name = aged(summary, claim)
    if not name or (
        claim.kind != "age" and summary.tape.word(claim.first - 1) == "(" and _timed(article, claim)
    ):
        return None
    given = _given(summary, claim)
    figures = [
        fact
        for fact in article.quantities
        if fact.value <= _OLDEST and aged(article, fact) == name and _one_given(given, _given(article, fact))
    ]
    if any(article.tape.word(fact.last) in _JOINS for fact in figures):
        return None
    values = {fact.value for fact in figures}
    return (name, figures[0]) if len(values) == 1 and claim.value not in values else None


def _in_order(scene: Scene, quantity: Quantity) -> bool:
    """Whether ages are told in the order of several names: "Denton and Kost, 24 and 29 respectively"."""
    return "respectively" in scene.tape.words[quantity.last : quantity.last + _ORDERED]


_ORDERED = 5
"""Words behind an age within which "respectively" is told of it."""


def _timed(article: Scene, claim: Quantity) -> bool:
    """Whether an article has a figure as a minute: "Larwood (88)" scored in the 88th."""
    return any(
        fact.value == claim.value and (fact.kind == "ordinal" or fact.unit == "minute")
        for fact in article.quantities
    )


def _given(scene: Scene, quantity: Quantity) -> str:
    """Return the word with a capital before the name that a number follows as an age, or nothing."""
    at = quantity.first - 3
    return scene.tape.words[at] if quantity.first > 2 and scene.tape.capital(at) else ""


def _one_given(one: str, other: str) -> bool:
    """Whether two given names may be one person's; brother and sister have each their own age."""
    return not one or not other or same_given(one, other)


def own_age(article: Scene, summary: Scene, claim: Quantity) -> str:
    """Return the age that the article gives the one of whom a summary tells another, in words, or nothing."""
    other = other_age(article, summary, claim)
    return f"; the age of {other[0].capitalize()} is {other[1].value}" if other else ""


def is_age(scene: Scene, quantity: Quantity) -> bool:
    """Whether a number is told as somebody's age, and may be one."""
    return quantity.kind == "age" or (quantity.value <= _OLDEST and bool(aged(scene, quantity)))


def aged(scene: Scene, quantity: Quantity) -> str:
    """Return the last word of the name that a number stands behind or before as an age; empty if of none."""
    tape = scene.tape
    if quantity.kind not in ("age", "count") or quantity.high is not None or quantity.weak:
        return ""
    if tape.word(quantity.last) in _THEN or _in_order(scene, quantity):
        return ""
    if quantity.kind != "age" and tape.word(quantity.last) == "-" and tape.word(quantity.last + 1) in _JOINS:
        # "15- and 16-year-olds"
        return "-" if not _OLD.isdisjoint(tape.words[quantity.last : quantity.last + 7]) else ""
    if quantity.kind != "age" and quantity.value < _YOUNGEST and tape.word(quantity.first - 1) == "(":
        return ""  # "Okonjo (2)" scored twice
    at = quantity.first - 2
    closes = quantity.kind == "age" or tape.word(quantity.last) in _CLOSES
    if closes and tape.word(quantity.first - 1) in _OPENS and tape.word(at).isalpha() and scene.stems[at]:
        return "" if scene.inside(at) else tape.word(at)
    if quantity.kind != "age":
        return ""
    last, at = "", quantity.last
    while tape.capital(at) and at < quantity.last + 4:
        last, at = tape.words[at], at + 1
    return last
