"""Words, numbers and signs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.text.tokens import clip, count_words, cut_tokens, word_runs, words

CASES = {
    "numbers keep points, commas and units": (
        "3.5m 1,640ft 10:30am 20th",
        ["3.5m", "1,640ft", "10:30am", "20th"],
    ),
    "currency and percent are signs of their own": ("$2.5bn 98.7%", ["$", "2.5bn", "98.7", "%"]),
    "scores and ages are parted": ("4-1 5-year-old", ["4", "-", "1", "5", "-", "year-old"]),
    "words keep apostrophes and hyphens": (
        "O'Neill don't al-Douri AT&T",
        ["O'Neill", "don't", "al-Douri", "AT&T"],
    ),
    "a final point is a sign": ("U.S. troops.", ["U.S", ".", "troops", "."]),
    "letters beyond ASCII are letters": ("Zoë Łódź 北京", ["Zoë", "Łódź", "北京"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_tokens(text: str, expected: list[str]) -> None:
    found = cut_tokens(text)
    assert list(found.texts) == expected
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == expected


@given(st.text(max_size=80))
def test_tokens_together_hold_every_character_but_space(text: str) -> None:
    joined = "".join(cut_tokens(text).texts)
    assert joined == "".join(char for char in text if not char.isspace())


def test_words_are_lower_case_and_signs_are_none() -> None:
    assert words("The U.S. spent $2,500, he said.") == ["the", "u.s", "spent", "2,500", "he", "said"]


def test_the_budget_counts_runs_between_spaces() -> None:
    assert count_words("one two-three  four, \n five.") == 4


TWO = "One two three. Four five six."


@pytest.mark.parametrize(
    ("budget", "expected"), [(0, ""), (2, "One two"), (3, TWO[:14]), (5, TWO[:14]), (6, TWO)]
)
def test_clip_keeps_whole_leading_sentences(budget: int, expected: str) -> None:
    assert clip(["One two three.", "Four five six."], budget) == expected


@given(st.text(max_size=60))
def test_runs_of_word_characters_are_those_of_the_regular_expression(text: str) -> None:
    assert word_runs(text) == re.findall(r"\w+", text)


@given(st.text(alphabet="aZ9_é²½ªŠ€–—…\u00a0\u0085\u0081 '.-", max_size=20))
def test_runs_of_word_characters_of_english_text(text: str) -> None:
    assert word_runs(text) == re.findall(r"\w+", text)
