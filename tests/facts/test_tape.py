"""A text cut finely for number reading."""

import pytest

from bench.facts.tape import Tape
from bench.text.document import Document


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Orlow's 1,640ft drop", ["orlow", "'s", "1,640", "ft", "drop"]),
        ("Orlow 's F-16 didn't land", ["orlow", "'s", "f", "-", "16", "didn't", "land"]),
        ("at 10:30am, 2.5bn", ["at", "10", ":", "30", "am", ",", "2.5", "bn"]),
        ("F1,640 and 1,2345", ["f", "1,640", "and", "1", ",", "2345"]),
    ],
)
def test_letters_digits_and_signs_are_apart(text: str, pieces: list[str]) -> None:
    assert Tape(Document(text)).words == pieces


def test_beyond_either_end_stands_an_empty_text() -> None:
    tape = Tape(Document("two boats"))
    assert [tape.word(at) for at in (-2, -1, 0, 1, 2, 3)] == ["", "", "two", "boats", "", ""]


def test_places_are_those_of_any_of_some_words_in_order() -> None:
    tape = Tape(Document("a boat and a boat or two"))
    assert tape.places({"boat", "or", "ship"}) == [1, 4, 5]
    assert tape.places({"ship"}) == []
