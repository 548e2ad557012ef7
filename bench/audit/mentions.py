"""Which facts of a sheet each reference mentions: the material of the references' agreement."""

from decimal import Decimal

from bench.audit.stated import same_number, same_value
from bench.facts.people.check import keeps_person
from bench.facts.people.reading.cast import Cast
from bench.facts.quantities.reading import Quantity, quantities
from bench.records import Item, NumberFact
from bench.text.document import Document

_TELLING = Decimal(100)
"""Whole numbers from here on, and decimals, are known without their unit ("from 6.2 per cent to 4.9")."""


def mentions(item: Item, authors: tuple[str, ...]) -> tuple[tuple[int | None, ...], ...]:
    """Return a row per distinct fact of the sheet, a column per author: 1 mentioned, 0 not, None for nothing.

    Rows of one value and unit are one fact, since a reference does not say which of them it means.
    """
    if item.facts is None or not item.references:
        return ()
    texts = {r.author: Document(r.text, item.article.language) for r in item.references}
    casts = [Cast(text) for text in texts.values()]
    read = {author: quantities(text) for author, text in texts.items()}
    distinct = {(fact.value, fact.low, fact.high, fact.unit): fact for fact in reversed(item.facts.numbers)}

    def row(mentioned: list[bool]) -> tuple[int | None, ...]:
        by = dict(zip(texts, mentioned, strict=True))
        return tuple(int(by[author]) if author in by else None for author in authors)

    numbers = [row([_number(read[author], fact) for author in texts]) for fact in distinct.values()]
    people = [row([keeps_person(cast, fact) for cast in casts]) for fact in item.facts.people]
    return (*numbers, *people)


def _number(read: tuple[Quantity, ...], fact: NumberFact) -> bool:
    """Whether one of the numbers read is the fact."""
    return any(same_number(q, fact) or (_telling(q.value) and same_value(q, fact)) for q in read)


def _telling(value: Decimal) -> bool:
    return value >= _TELLING or value != value.to_integral_value()
