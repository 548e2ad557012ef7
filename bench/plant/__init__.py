"""Errors and harmless edits planted in a text by its article's fact sheet.

What is changed is found by the sheet's values and names, marked by hand, never by what a check extracts: a
check must not be examined by itself.
"""

import random
from collections.abc import Callable
from typing import NamedTuple

from bench.plant.figures import number_place, other_digits, other_number
from bench.plant.numbers import digit, exchange_numbers, magnitude, spelling, unit
from bench.plant.people import exchange_people, honorific, name_form, outside_name, role, speaker
from bench.plant.wording import dropped_sentence, negation, reordered
from bench.records import Item

__all__ = ["EDITS", "Edit", "number_place", "other_digits", "other_number", "plant"]


class Edit(NamedTuple):
    """One way to change a text; `harmless` ones say the same afterwards."""

    name: str
    about: str
    apply: Callable[[str, Item, random.Random], str | None]
    harmless: bool = False


EDITS: tuple[Edit, ...] = (
    Edit("digit", "another figure: 70,000 → 20,000, Tuesday → Friday", digit),
    Edit("magnitude", "ten or a thousand times as much: £1.1m → £1.1bn", magnitude),
    Edit("unit", "another unit: per cent → percentage points, £ → $", unit),
    Edit("two numbers", "two figures of one unit exchanged", exchange_numbers),
    Edit("two people", "two people exchanged", exchange_people),
    Edit("outside name", "a person called by a name the article lacks", outside_name),
    Edit("role", "a person given another person's role", role),
    Edit("speaker", "a statement given to another speaker", speaker),
    Edit("negation", "a statement denied", negation),
    Edit("dropped sentence", "one sentence left out", dropped_sentence),
    Edit("number spelt", "£1.1m → £1.1 million, per cent → percent, nine → 9", spelling, harmless=True),
    Edit("honorific", "Mr, Dr and the like added or dropped", honorific, harmless=True),
    Edit("name form", "a whole name for a last name, or the other way", name_form, harmless=True),
    Edit("order", "the last sentence put first", reordered, harmless=True),
)


def plant(edit: Edit, text: str, item: Item, seed: str) -> str | None:
    """Return the text with the edit made, the same for a seed; None where it finds nothing to change."""
    if item.facts is None:
        return None
    changed = edit.apply(text, item, random.Random(f"{seed}:{item.article.id}:{edit.name}"))
    return None if changed is None or changed == text else changed
