"""Planted errors are errors, harmless edits are harmless, and the tables tell which columns see them."""

import csv
import io
import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.chosen import choose_metrics
from bench.corpus import open_corpus
from bench.errors import InputError
from bench.plant import EDITS, plant
from bench.plant.figures import figures
from bench.plant.people import mentions, surname
from bench.records import Article, FactSheet, Item, NumberFact, PersonFact, SaidFact
from bench.report.sensitivity import (
    replace_block,
    sensitivity_csv,
    sensitivity_json,
    sensitivity_markdown,
    sensitivity_text,
    write_sensitivity,
)
from bench.sensitivity import Sensitivity, sensitivity
from bench.stats import auc
from tests.conftest import ROOT, TINY, Command

BODY = (
    "Mr Olsen said on Monday that 430 drivers had struck for 12 days over £1.5m. Anna Berg, the mayor of "
    "Tarn, denied it. Per Olsen, secretary of the union, wants 7.5 per cent; 43 buses ran. Wages "
    "rose 3.1 per cent in 2019."
)
SHEET = FactSheet(
    numbers=(
        NumberFact("drivers", "430 drivers", 430, key=True),
        NumberFact("days", "12 days", 12, unit="day"),
        NumberFact("pay", "£1.5m", 1500000, unit="GBP"),
        NumberFact("demand", "7.5 per cent", "7.5", unit="percent"),
        NumberFact("rise", "3.1 per cent", "3.1", unit="percent"),
        NumberFact("buses", "43 buses", 43),
        NumberFact("year", "in 2019", 2019, unit="year"),
        NumberFact("day", "on Monday", "Monday", unit="weekday"),
    ),
    people=(
        PersonFact("Per Olsen", also=("Mr Olsen",), role="secretary of the union", key=True),
        PersonFact("Anna Berg", role="mayor of Tarn"),
    ),
    said=(SaidFact("Per Olsen", "x", "y"), SaidFact("Anna Berg", "x", "y")),
)
ITEM = Item(Article("strike", "Strike", BODY), BODY, (), SHEET)
TEXT = (
    "Per Olsen said 430 drivers struck, the union head asking 7.5 per cent after 3.1 per cent. "
    "Mayor Anna Berg denied that 43 buses were lost. The strike cost £1.5m in twelve days."
)
EDIT = {edit.name: edit for edit in EDITS}
ERRORS = [edit.name for edit in EDITS if not edit.harmless]
HARMLESS = [edit.name for edit in EDITS if edit.harmless]


@pytest.fixture(scope="module")
def found() -> Sensitivity:
    return sensitivity(open_corpus(str(TINY)))


def planted(name: str, text: str = TEXT, seeds: int = 12) -> set[str]:
    """Everything that an edit makes of a text."""
    made = {plant(EDIT[name], text, ITEM, str(seed)) for seed in range(seeds)}
    assert None not in made
    return {text for text in made if text}


def numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*\d|\d", text)


def test_figures_are_found_by_the_values_of_the_sheet_however_they_are_spelt() -> None:
    shown = {(f.of(TEXT), f.scale(TEXT), f.fact.of) for f in figures(TEXT, SHEET)}
    assert shown == {
        ("430", "", "drivers"), ("7.5", "", "demand"), ("3.1", "", "rise"), ("43", "", "buses"),
        ("1.5", "m", "pay"), ("twelve", "", "days"),
    }  # fmt: skip


@pytest.mark.parametrize("text", ["on 12 March", "March 12", "flight 4301", "3.14", "6am", "1.5"])
def test_what_only_looks_like_a_figure_of_the_sheet_is_left_alone(text: str) -> None:
    assert figures(text, SHEET) == []


def test_a_digit_error_is_a_figure_that_the_article_does_not_have() -> None:
    for text in planted("digit"):
        changed = set(numbers(text)) ^ set(numbers(TEXT))
        assert changed or "twelve" not in text
        assert not {n for n in set(numbers(text)) - set(numbers(TEXT)) if n in BODY}


def test_a_magnitude_error_is_a_thousand_or_ten_times_as_much() -> None:
    made = planted("magnitude", seeds=40)
    assert made <= {
        TEXT.replace("430", "4,300"), TEXT.replace("43 ", "430 "), TEXT.replace("£1.5m", "£1.5bn"),
    }  # fmt: skip
    assert TEXT.replace("430", "4,300") in made


def test_a_unit_error_changes_a_unit_and_no_figure() -> None:
    for text in planted("unit", seeds=40):
        assert numbers(text) == numbers(TEXT)
        assert text != TEXT
    assert TEXT.replace("£", "$") in planted("unit", seeds=40)


def test_exchanged_numbers_are_all_still_there() -> None:
    for text in planted("two numbers"):
        assert sorted(numbers(text)) == sorted(numbers(TEXT))
        assert numbers(text) != numbers(TEXT)


def test_exchanged_people_are_all_still_there() -> None:
    (text,) = planted("two people")
    assert text == TEXT.replace("Per Olsen", "X").replace("Anna Berg", "Per Olsen").replace("X", "Anna Berg")


def test_people_named_only_side_by_side_are_not_exchanged() -> None:
    assert plant(EDIT["two people"], "Per Olsen and Anna Berg met.", ITEM, "0") is None


def test_an_outside_name_has_no_part_in_the_article() -> None:
    for text in planted("outside name"):
        new = set(text.split()) - set(TEXT.split())
        assert new
        assert not {word for word in new if word.strip(".,") in BODY}


def test_a_role_error_gives_one_person_the_role_of_another() -> None:
    assert planted("role", seeds=30) == {TEXT.replace("Mayor", "Secretary")}
    assert planted("role", "Union secretary Per Olsen left.") == {"Union mayor Per Olsen left."}


def test_a_title_of_several_words_is_changed_whole_and_a_loose_one_never() -> None:
    people = (
        PersonFact("Ann Holt", role="acting chief executive of a shop chain"),
        PersonFact("Tim Pell", role="managing director of a mill"),
        PersonFact("Rob Dunn", role="leader of the union"),
        PersonFact("Una Vale", role="of the exam board"),
    )
    item = Item(Article("shop", "Shop", ""), "", (), FactSheet(people=people))
    made = {
        plant(EDIT["role"], "The acting chief executive Ann Holt met Rob Dunn.", item, str(s))
        for s in range(9)
    }
    assert made == {"The acting managing director Ann Holt met Rob Dunn."}
    assert plant(EDIT["role"], "Rob Dunn, the union leader, met Una Vale.", item, "0") is None


def test_a_speaker_error_gives_a_statement_to_another_speaker() -> None:
    assert planted("speaker", seeds=30) == {
        TEXT.replace("Per Olsen", "Anna Berg"), TEXT.replace("Anna Berg", "Per Olsen"),
    }  # fmt: skip


def test_a_negation_adds_one_word() -> None:
    assert planted("negation") == {TEXT.replace("were lost", "were not lost")}


def test_a_dropped_sentence_leaves_the_others() -> None:
    parts = re.split(r"(?<=[.]) (?=[A-Z])", TEXT)
    assert planted("dropped sentence") == {" ".join(part for part in parts if part != gone) for gone in parts}


def test_harmless_spellings_say_the_same_number() -> None:
    assert planted("number spelt", seeds=60) <= {
        TEXT.replace("7.5 per cent", "7.5 percent"), TEXT.replace("3.1 per cent", "3.1 percent"),
        TEXT.replace("£1.5m", "£1.5 million"), TEXT.replace("twelve", "12"),
    }  # fmt: skip


def test_an_honorific_is_one_that_the_article_gives() -> None:
    assert planted("honorific") == {TEXT.replace("Per Olsen", "Mr Per Olsen")}
    assert planted("honorific", "Mr Olsen left.") == {"Olsen left."}


def test_a_name_is_shortened_only_to_a_form_the_article_uses() -> None:
    assert planted("name form") == {TEXT.replace("Per Olsen", "Olsen")}


def test_a_sentence_that_leans_on_another_stays_behind_it() -> None:
    assert plant(EDIT["order"], "Per Olsen left. He was tired.", ITEM, "0") is None
    assert planted("order", "Per Olsen left. Anna Berg stayed.") == {"Anna Berg stayed. Per Olsen left."}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (PersonFact("Gao Wenbo", also=("Mr Gao",)), "Gao"),
        (PersonFact("Per Olsen"), "Olsen"),
        (PersonFact("Tenzing Norgay", also=("Tenzing",)), "Tenzing"),
        (PersonFact("María Ruiz Soto", also=("Ms Ruiz Soto",)), "Ruiz Soto"),
    ],
)
def test_the_part_of_a_name_that_stands_alone(person: PersonFact, expected: str) -> None:
    assert surname(person) == expected


def test_a_last_name_that_may_be_a_place_names_nobody() -> None:
    assert mentions("The road to Berg is closed.", ITEM) == []
    assert len(mentions("Anna Berg left Tarn. Berg waved.", ITEM)) == 2


@given(st.text(max_size=80), st.sampled_from(EDITS), st.integers(0, 5))
def test_an_edit_changes_a_text_or_says_that_it_cannot(text: str, edit: object, seed: int) -> None:
    assert plant(edit, text, ITEM, str(seed)) != text  # type: ignore[arg-type]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_planting_depends_on_the_seed_alone(edit: object) -> None:
    random.seed(1)
    first = [plant(edit, TEXT, ITEM, str(seed)) for seed in range(6)]  # type: ignore[arg-type]
    random.seed(2)
    assert first == [plant(edit, TEXT, ITEM, str(seed)) for seed in range(6)]  # type: ignore[arg-type]


def test_fact_columns_see_a_wrong_figure_and_wording_columns_hardly_do(found: Sensitivity) -> None:
    seen, overlap = found.cell("digit", "facts"), found.cell("digit", "rouge2")
    assert seen
    assert overlap
    assert seen.falls >= 0.8
    assert seen.mean < -0.05
    assert abs(overlap.mean) < abs(seen.mean)


def test_exchanged_words_leave_rouge1_where_it_was(found: Sensitivity) -> None:
    cell = found.cell("two numbers", "rouge1")
    assert cell
    assert cell.mean == pytest.approx(0, abs=0.002)


def test_shares_are_shares_and_harmless_edits_are_set_against_nothing(found: Sensitivity) -> None:
    for cell in found.cells:
        assert 0 <= cell.falls + cell.rises <= 1
        assert (cell.tells is None) == cell.harmless
        assert cell.tells is None or 0 <= cell.tells <= 1
        assert 0 < cell.cases <= found.texts


def test_the_chance_of_telling_is_that_of_a_pair_drawn_at_random() -> None:
    from bench.sensitivity import _tells

    errors, harmless = [-0.5, 0.0, -0.1], [0.0, -0.1]
    pairs = [(e < h) + 0.5 * (e == h) for e in errors for h in harmless]
    assert _tells(errors, harmless) == pytest.approx(sum(pairs) / len(pairs), abs=1e-6)
    assert auc([1, 0], [1, 0]) == 1


def test_the_same_seed_gives_the_same_table_whatever_the_jobs(found: Sensitivity) -> None:
    corpus = open_corpus(str(TINY))
    assert sensitivity_json(sensitivity(corpus, jobs=2)) == sensitivity_json(found)
    assert sensitivity(corpus, seed=1, metrics=choose_metrics("facts")).cells != found.cells


def test_a_corpus_without_fact_sheets_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plain.jsonl"
    path.write_text('{"id": "a", "article": "One. Two.", "references": ["One."]}\n', encoding="utf-8")
    with pytest.raises(InputError, match="no article has a fact sheet"):
        sensitivity(open_corpus(str(path)))


def test_every_form_has_every_edit_that_was_made(found: Sensitivity) -> None:
    made = {cell.edit for cell in found.cells}
    for text in (sensitivity_text(found, 200), sensitivity_markdown(found)):
        assert all(name in text for name in made)
    rows = list(csv.DictReader(io.StringIO(sensitivity_csv(found))))
    assert len(rows) == len(found.cells)
    assert {row["edit"] for row in rows} == made
    assert len(json.loads(sensitivity_json(found))["cells"]) == len(found.cells)


def test_tables_and_picture_are_written_with_the_same_bytes_twice(found: Sensitivity, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        paths = write_sensitivity(found, tmp_path / name)
        made.append({path.name: path.read_bytes() for path in paths})
    assert made[0] == made[1]
    assert set(made[0]) == {f"sensitivity.{end}" for end in ("csv", "md", "json", "svg", "png")}


def test_only_the_marked_block_of_a_file_is_replaced(found: Sensitivity, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    marks = re.findall(r"<!-- sensitivity: .*-->", (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8"))
    path.write_text(f"before\n{marks[0]}\nold\n{marks[1]}\nafter\n", encoding="utf-8")
    replace_block(path, found)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert sensitivity_markdown(found) in text
    (tmp_path / "other.md").write_text("no marks\n", encoding="utf-8")
    with pytest.raises(InputError, match="to write between"):
        replace_block(tmp_path / "other.md", found)


def test_the_command_prints_what_the_library_says(
    found: Sensitivity, sumbench: Command, tmp_path: Path
) -> None:
    done = sumbench("sensitivity", TINY, "--format", "json", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout == sensitivity_json(found)
    assert (tmp_path / "out" / "sensitivity.svg").is_file()


@pytest.mark.slow
def test_the_tables_in_the_docs_are_those_of_the_bundled_corpus() -> None:
    docs = (ROOT / "docs" / "metrics.md").read_text(encoding="utf-8")
    made = sensitivity_markdown(sensitivity(open_corpus(str(ROOT / "references" / "wire"))))
    assert made in docs, "run: sumbench sensitivity references/wire --into docs/metrics.md"
