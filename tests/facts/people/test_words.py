"""Which words are English."""

from pathlib import Path

import pytest

import bench.text.english as module
from bench.facts.people.names.words import is_english, is_known_word

LIST = Path(module.__file__).parent / "data" / "english_words.txt"


@pytest.mark.parametrize(
    "word", ["harbour", "harbor", "walked", "children", "of", "turner", "zebra", "aback"]
)
def test_a_word_written_without_a_capital_is_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["davis", "forbes", "oliver", "rotterdam", "drogmore", "straße"])
def test_a_name_is_none(word: str) -> None:
    assert not is_english(word)


@pytest.mark.parametrize(
    "word",
    [
        "winless",
        "leaker",
        "rebranded",
        "anti-fracking",
        "co-founder",
        "ex-drogmore",
        "midfielder",
        "trawlerman",
        "eurozone",
        "holidaymakers",
        "lockdown",
        "telecoms",
    ],
)
def test_made_words_and_compounds_are_known(word: str) -> None:
    assert is_known_word(word)


@pytest.mark.parametrize(
    "word",
    ["drogmore", "harris", "twigg", "kowalski", "mckenna", "copeland", "westwood", "redknapp", "bateman"],
)
def test_surnames_are_not_taken_for_made_words(word: str) -> None:
    assert not is_known_word(word)


def test_the_list_is_sorted_under_its_initials_and_keeps_its_licence() -> None:
    text = LIST.read_text(encoding="utf-8")
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    assert words == sorted(set(words))
    assert "Kevin Atkinson" in text
    for part in text.split("\n# ")[1:]:
        initial, _, rest = part.partition("\n")
        if len(initial) == 1:
            assert {word[0] for word in rest.split()} == {initial}
