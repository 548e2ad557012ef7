"""The harness's own rows: what they are shown, what they plant, and that they keep the budget."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.bounds import human, oracle, scrambled
from bench.corpus import open_corpus
from bench.plant import other_digits, other_number
from bench.records import Item
from bench.text.sentences import sentences
from tests.conftest import TINY

ITEMS = list(open_corpus(str(TINY)).items())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.article.id)
def test_the_oracle_picks_article_sentences_within_the_budget(item: Item) -> None:
    text = oracle(item, words=40)
    assert 0 < len(text.split()) <= 40
    assert all(sentence in item.article.text for sentence in sentences(text))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.article.id)
def test_the_human_row_is_the_reference_nearest_the_budget(item: Item) -> None:
    texts = [reference.text for reference in item.references]
    assert human(item, words=1) == min(texts, key=lambda text: len(text.split()))
    assert human(item, words=1000) == max(texts, key=lambda text: len(text.split()))


def test_scrambled_changes_numbers_and_people_and_nothing_else() -> None:
    item = next(item for item in ITEMS if item.article.id == "twin-verdicts")
    lead = "A court in Lorneby on Monday sentenced Tomas Hallberg to three years in prison"
    text = scrambled(item, words=40)
    assert not text.startswith(lead)
    changed = [(a, b) for a, b in zip(lead.split(), text.split(), strict=False) if a != b]
    assert {a for a, _ in changed} <= {"Monday", "Tomas", "Hallberg", "three", "to", "years", "in", "prison"}
    assert "three years in prison" not in text
    assert "2019" not in text


def test_scrambled_depends_on_the_seed_alone() -> None:
    assert scrambled(ITEMS[0], words=60, seed=1) == scrambled(ITEMS[0], words=60, seed=1)
    assert len({scrambled(ITEMS[0], words=60, seed=seed) for seed in range(8)}) > 1


def test_without_a_fact_sheet_scrambled_changes_digits() -> None:
    item = Item(ITEMS[0].article, ITEMS[0].evidence, ITEMS[0].references)
    text = scrambled(item, words=60)
    assert "430" not in text
    assert "Tuesday" in text


@given(st.integers(0, 10**9), st.integers())
def test_another_number_is_another_number_of_the_same_length(value: int, seed: int) -> None:
    surface = f"{value:,}"
    other = other_digits(surface, random.Random(seed))
    assert other != surface
    assert len(other) == len(surface)


@pytest.mark.parametrize("word", ["three", "Twelve", "Monday", "million", "second", "March", "forty"])
def test_another_word_is_of_the_same_family(word: str) -> None:
    other = other_number(word, random.Random(1))
    assert other != word
    assert other[0].isupper() == word[0].isupper()
