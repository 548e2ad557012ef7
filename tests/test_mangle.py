"""The mangler: the same for a seed, figures untouched, sheets still pointing at the right words."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.corpus import open_corpus
from bench.errors import InputError
from bench.mangle import MangledCorpus, mangle, mangled
from bench.mangle.edits import misspelling
from bench.mangle.item import Forward
from bench.records import Article, FactSheet, Item, NumberFact, PersonFact
from bench.text.document import Document
from bench.text.offsets import Edit, OffsetMap, disjoint
from tests.conftest import ROOT, TINY, Command

WIRE = open_corpus(str(ROOT / "references" / "wire"))
ITEMS = [WIRE.load(article_id) for article_id in WIRE.meta.mangled]
SEEDS = (0, 7, 2024)

TEXTS = st.text(alphabet="aB cD.,“”’'-—3Mr\n", max_size=60)
EDITS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 4), st.text(alphabet="xyz \n", max_size=3)), max_size=8
)


@given(TEXTS, EDITS)
def test_offsets_lead_there_and_back(text: str, drawn: list[tuple[int, int, str]]) -> None:
    changes = disjoint(Edit(at, at + size, new) for at, size, new in drawn if at + size <= len(text))
    forward, back = Forward(text, changes), OffsetMap(changes)
    inside = {at for start, end, _ in changes for at in range(start, end)}
    for offset in range(len(text)):
        if offset not in inside:
            there = forward.start(offset)
            assert forward.text[there] == text[offset]
            assert back.start(there) == offset
            assert forward.end(offset + 1) == there + 1
    assert all(forward.start(a) <= forward.start(b) for a, b in pairwise(range(len(text))))


@given(TEXTS, st.integers(), st.data())
def test_any_item_keeps_its_quotes_and_figures(text: str, seed: int, data: st.DataObject) -> None:
    quotes = []
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        quotes.append(text[start : data.draw(st.integers(start, len(text)))])
    sheet = FactSheet(tuple(NumberFact("x", quote, 1) for quote in quotes), (PersonFact("Mr aB"),))
    item = Item(Article("a", "", text), text, (), sheet)
    found = mangle(item, seed)
    assert found == mangle(item, seed)
    assert found.facts is not None
    assert all(fact.quote in found.evidence for fact in found.facts.numbers)
    assert re.findall(r"\d", found.evidence) == re.findall(r"\d", text)
    assert found.article.text == found.evidence


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.article.id)
def test_sheets_of_the_bundled_articles_still_point_at_the_right_words(item: Item, seed: int) -> None:
    found = mangle(item, seed)
    assert item.facts is not None
    assert found.facts is not None
    for before, after in zip(item.facts.numbers, found.facts.numbers, strict=True):
        assert after.quote in found.evidence
        assert re.findall(r"\d+", after.quote) == re.findall(r"\d+", before.quote)
        assert (before.value, before.low, before.high, before.unit, before.key) == (
            after.value, after.low, after.high, after.unit, after.key,
        )  # fmt: skip
    for person, other in zip(item.facts.people, found.facts.people, strict=True):
        assert other.name in found.evidence
        assert person.name in (other.name, *other.also)
    assert all(said.quote in found.evidence for said in found.facts.said)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.article.id)
def test_mangling_changes_the_article_alone(item: Item) -> None:
    found = mangle(item, 7)
    assert found.references == item.references
    assert found.article.text != item.article.text
    assert found.article.text in found.evidence
    assert found.evidence.startswith(found.article.title + "\n\n")
    assert re.findall(r"\d+", found.evidence) == re.findall(r"\d+", item.evidence)
    assert mangle(item, 8).evidence != found.evidence


def test_every_kind_of_fault_occurs() -> None:
    text = "\n".join(mangle(item, seed).evidence for item in ITEMS for seed in SEEDS)
    for fault in (
        r"[a-z]\.[A-Z][a-z]",
        r"[a-z][A-Z][a-z]{3}",
        r"(?:gentlemen|Madam|lady|Sir)\. [A-Z]",
        "``|´|«",
        "Advertisement",
    ):
        assert re.search(fault, text), fault


def test_a_name_is_misspelt_at_every_place_or_at_none() -> None:
    for item in ITEMS:
        found = mangle(item, 7)
        assert item.facts is not None
        assert found.facts is not None
        for person, other in zip(item.facts.people, found.facts.people, strict=True):
            for word, new in zip(person.name.split(), other.name.split(), strict=True):
                if word.casefold() != new.casefold():
                    assert not re.search(rf"(?<![^\W_]){word}(?![^\W_])", found.evidence)


def test_the_repair_undoes_a_good_part_of_the_glue() -> None:
    glue = re.compile(r"[a-z]\.[A-Z][a-z]")
    before = after = 0
    for item in ITEMS:
        text = mangle(item, 7).evidence
        before += len(glue.findall(text))
        after += len(glue.findall(Document(text).text))
    assert after < before / 10


@pytest.mark.parametrize("word", ["Zelensky", "Holubcová", "Whitfield", "Kostyshyn"])
def test_a_misspelling_keeps_the_first_letter_and_is_another_word(word: str) -> None:
    import random

    other = misspelling(word, (), random.Random(3))
    assert other is not None
    assert other != word
    assert other[0] == word[0]


def test_only_the_articles_named_are_used_where_corpus_toml_names_some() -> None:
    corpus = mangled(WIRE, 7)
    assert (corpus.meta.name, corpus.ids) == ("wire-mangled-7", WIRE.meta.mangled)
    assert mangled(WIRE, None) is WIRE
    tiny = MangledCorpus(open_corpus(str(TINY)), 1)
    assert tiny.ids == tiny.clean.ids
    with pytest.raises((InputError, KeyError)):
        tiny.load("nothing")


def facts_of(folder: Path) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    with (folder / "scores.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["metric"] == "facts":
                found.setdefault(row["system"], []).append(float(row["value"]))
    return found


def drops_of(folder: Path) -> dict[str, str]:
    with (folder / "leaderboard.csv").open(encoding="utf-8", newline="") as file:
        return {row["system"]: row.get("facts_drop", "no such column") for row in csv.DictReader(file)}


def test_the_drop_is_clean_minus_mangled_and_needs_the_clean_results(
    sumbench: Command, tmp_path: Path
) -> None:
    alone = sumbench("run", "--corpus", TINY, "--mangle", "3")
    assert alone.returncode == 0, alone.stderr
    assert "no facts_drop" in alone.stdout
    assert set(drops_of(tmp_path / "results" / "tiny-mangled-3").values()) == {"no such column"}
    assert sumbench("run", "--corpus", TINY).returncode == 0
    again = sumbench("run", "--corpus", TINY, "--mangle", "3")
    assert again.returncode == 0, again.stderr
    assert "facts_drop" in again.stdout
    clean, dirty = (facts_of(tmp_path / "results" / name) for name in ("tiny", "tiny-mangled-3"))
    for system, drop in drops_of(tmp_path / "results" / "tiny-mangled-3").items():
        wanted = sum(clean[system]) / len(clean[system]) - sum(dirty[system]) / len(dirty[system])
        assert float(drop) == pytest.approx(wanted, abs=1e-4)
    assert drops_of(tmp_path / "results" / "tiny")["lead"] == "no such column"


def test_scored_outputs_can_be_mangled_too(sumbench: Command, tmp_path: Path) -> None:
    assert sumbench("run", "--corpus", TINY).returncode == 0
    outputs = tmp_path / "results" / "tiny" / "outputs.jsonl"
    done = sumbench("score", outputs, "--corpus", TINY, "--mangle", "3")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "results" / "tiny-mangled-3" / "leaderboard.csv").is_file()
