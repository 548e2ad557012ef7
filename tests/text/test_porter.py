"""The stemmer against NLTK 3.10.4's, whose default mode it must equal word for word."""

import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.stem import PorterStemmer  # nltk 3.10.4

from bench.text.porter import shape, stem, stem_once

WIRE = Path(__file__).resolve().parents[2] / "references" / "wire"
SUFFIXES = (
    "ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness "
    "aliti iviti biliti fulli logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant "
    "ement ment ent ion sion tion ou ism ate iti ous ive ize e ee l ll s es ss ies sses ed eed ied ing y "
    "ly yed ying ated bled"
).split()
NLTK = PorterStemmer()


@cache
def bundled_words() -> tuple[str, ...]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(WIRE.rglob("*.txt")))
    return tuple(sorted(set(re.findall(r"[a-z0-9]+", text.lower()))))


def test_every_word_of_the_bundled_texts_has_nltks_stem() -> None:
    words = bundled_words()
    assert len(words) > 3000
    assert [stem_once(word) for word in words] == [NLTK.stem(word) for word in words]


@pytest.mark.parametrize("word", NLTK.pool)
def test_an_irregular_word_has_nltks_stem(word: str) -> None:
    assert stem_once(word) == NLTK.stem(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # Examples of Porter (1980) and of NLTK's changes to it.
        ("relational", "relat"), ("conditional", "condit"), ("hopping", "hop"), ("hoping", "hope"),
        ("falling", "fall"), ("happy", "happi"), ("enjoy", "enjoy"), ("flies", "fli"), ("dies", "die"),
        ("feed", "feed"), ("agreed", "agre"), ("controll", "control"), ("geology", "geolog"),
        ("operationally", "oper"), ("oed", "o"), ("syzygy", "syzygi"), ("is", "is"), ("", ""),
        ("1990s", "1990"), ("proceeds", "proce"),
    ],
)  # fmt: skip
def test_a_rule_does_what_its_example_says(word: str, expected: str) -> None:
    assert stem_once(word) == expected == NLTK.stem(word)


@pytest.mark.parametrize("start", ["", "b", "a", "tr", "ab", "ayb", "obab", "yob"])
def test_any_two_suffixes_on_a_short_start_have_nltks_stem(start: str) -> None:
    words = [start + first + second for first, second in product(SUFFIXES, SUFFIXES)]
    assert [stem_once(word) for word in words] == [NLTK.stem(word) for word in words]


@given(st.text("abeilostvyz1", max_size=7), st.lists(st.sampled_from(SUFFIXES), max_size=3))
def test_a_made_up_word_has_nltks_stem(start: str, suffixes: list[str]) -> None:
    word = start + "".join(suffixes)
    assert stem_once(word) == NLTK.stem(word)


@given(st.text(max_size=8), st.sampled_from(SUFFIXES))
def test_any_characters_at_all_have_nltks_stem(start: str, suffix: str) -> None:
    assert stem_once(start + suffix) == NLTK.stem(start + suffix)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("toy", b"cvc"),
        ("by", b"cv"),
        ("syzygy", b"cvcvcv"),
        ("yes", b"cvc"),
        ("playboy", b"ccvccvc"),
        ("é1", b"cc"),
    ],
)
def test_y_is_a_vowel_after_a_consonant_only(word: str, expected: bytes) -> None:
    assert shape(word) == expected


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 50_000])
def test_a_run_of_y_alternates(size: int) -> None:
    assert shape("y" * size) == (b"cv" * size)[:size]


def test_the_kept_stem_is_the_same() -> None:
    words = bundled_words()[:500]
    assert [stem(word) for word in words] == [stem_once(word) for word in words]
