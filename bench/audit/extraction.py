"""How far what is read from an article agrees with its fact sheet, written by hand."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bench.audit.stated import same_number, same_value
from bench.facts.people.reading.mentions import Person, people
from bench.facts.quantities.reading import Quantity, quantities
from bench.records import FactSheet, Item, NumberFact, PersonFact
from bench.text.document import Document

_UNLISTED = frozenset({"name", "season"})
"""Kinds that fact sheets leave out: numbers that are part of a name, and seasons."""


class Tally(NamedTuple):
    """Counts behind precision and recall on one article.

    `right` of the `read` are on the sheet, `found` of the `listed` were read; `valued` counts those found
    with the right value, whatever the unit. `notes` say the differences.
    """

    read: int
    right: int
    listed: int
    found: int
    valued: int
    notes: tuple[str, ...] = ()


def number_tally(item: Item) -> Tally:
    """Compare the numbers read from an article with those of its sheet, by place, value and unit.

    A number that stands on the sheet for another place of the article counts as right.
    """
    sheet = item.facts or FactSheet()
    document = Document(item.evidence, item.article.language)
    read = [quantity for quantity in quantities(document) if quantity.kind not in _UNLISTED]
    places = [document.span(quantity.start, quantity.end) for quantity in read]
    notes, found, valued = [], 0, 0
    for fact in sheet.numbers:
        inside = [
            q for q, place in zip(read, places, strict=True) if _inside(place.start, fact, item.evidence)
        ]
        found += (there := any(same_number(quantity, fact) for quantity in inside))
        valued += any(same_value(quantity, fact) for quantity in inside)
        if not there:
            notes.append(f"on the sheet but not read so: {_shown(fact)} in {fact.quote!r}{_instead(inside)}")
    right = 0
    for quantity, place in zip(read, places, strict=True):
        if any(same_number(quantity, fact) for fact in sheet.numbers):
            right += 1
        else:
            notes.append(f"read but not on the sheet: {quantity.kind} {place.text!r}")
    return Tally(len(read), right, len(sheet.numbers), found, valued, tuple(notes))


def _inside(start: int, fact: NumberFact, evidence: str) -> bool:
    """Whether a number that starts at `start` stands in the quote of a fact."""
    at = evidence.find(fact.quote)
    return at <= start < at + len(fact.quote)


def _shown(fact: NumberFact) -> str:
    values = [str(value) for value in (fact.low, fact.value, fact.high) if value is not None]
    return " ".join(part for part in ("/".join(dict.fromkeys(values)), fact.unit) if part)


def _instead(inside: list[Quantity]) -> str:
    read = ", ".join(
        f"{quantity.kind} {quantity.value.normalize():f} {quantity.unit}".strip() for quantity in inside
    )
    return f"; read there: {read}" if read else "; nothing read there"


def people_tally(item: Item) -> Tally:
    """Compare the people read from an article with those of its sheet, by name."""
    sheet = item.facts or FactSheet()
    read = people(Document(item.evidence, item.article.language))
    notes, right, found = [], 0, 0
    for person in read:
        if any(_is_person(person, fact) for fact in sheet.people):
            right += 1
        else:
            notes.append(f"read but not on the sheet: person {person.name!r}")
    for fact in sheet.people:
        if any(_is_person(person, fact) for person in read):
            found += 1
        else:
            notes.append(f"on the sheet but not read: person {fact.name!r}")
    return Tally(len(read), right, len(sheet.people), found, found, tuple(notes))


def _is_person(person: Person, fact: PersonFact) -> bool:
    """Whether every word of the name read is of one form of the sheet's name, titles aside."""
    read = name_words(person.name)
    forms = [name_words(form) for form in (fact.name, *fact.also)]
    return bool(read) and any(read <= form for form in [*forms, set().union(*forms)])


def name_words(name: str) -> set[str]:
    """Return the words of a name without accents, points and capitals; signs within a word part it."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return set(re.findall(r"[^\W_]+", plain.casefold()))


def kinds_of(sheet: FactSheet) -> Iterator[str]:
    """Yield the kind of each number of a sheet, as docs/corpus.md counts them."""
    for fact in sheet.numbers:
        yield _KINDS.get(fact.unit) or (
            "money" if len(fact.unit) == 3 and fact.unit.isupper() else "measures"
        )


_KINDS = {
    "": "counts", "times": "counts", "fraction": "counts", "score": "scores", "ordinal": "ordinals",
    "age": "ages", "percent": "percentages", "percentage points": "percentages", "year": "dates and times",
    "date": "dates and times", "weekday": "dates and times", "month": "dates and times",
    "time": "dates and times", "decade": "dates and times", "second": "durations", "minute": "durations",
    "hour": "durations", "day": "durations", "week": "durations", "months": "durations",
    "years": "durations", "decades": "durations", "centuries": "durations",
}  # fmt: skip
KINDS = (
    "counts",
    "money",
    "percentages",
    "measures",
    "durations",
    "dates and times",
    "ordinals",
    "ages",
    "scores",
)
"""Kinds of numbers in the order of the tables."""
