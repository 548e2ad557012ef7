"""Deeds of people as a text tells them: the verb, and on which side of it somebody stands."""

import pytest

from bench.facts.people.deeds.done import Spot, deeds
from bench.facts.people.deeds.words import stem


def told(text: str, name: str) -> list[tuple[str, bool]]:
    words = text.lower().replace(",", " ,").replace(".", " .").split()
    at = words.index(name.lower())
    return [(deed.stem, deed.does) for deed in deeds(words, [Spot(at, at + 1, 0)])]


@pytest.mark.parametrize(
    ("text", "verb", "does"),
    [
        ("Holt sacked the coach.", "sacked", True),
        ("Holt, the owner of the club, has now sacked the coach.", "sacked", True),
        ("The coach was sacked by the new chairman Holt.", "sacked", True),
        ("Holt was sacked on Monday.", "sacked", False),
        ("They sacked the former champion Holt.", "sacked", False),
        ("Holt sold the yard and bought a ferry.", "bought", True),
    ],
)
def test_a_deed_has_its_side_in_active_and_passive(text: str, verb: str, does: bool) -> None:
    assert (stem(verb), does) in told(text, "Holt")


@pytest.mark.parametrize(
    "text", ["Holt, the owner of the yard.", "The ferry sank. Holt", "He spoke with Holt."]
)
def test_no_deed_is_read_where_no_verb_stands_beside_a_name(text: str) -> None:
    assert told(text, "Holt") == []
