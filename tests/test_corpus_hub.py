"""Corpora that the datasets library reads, with real data sets written to disk."""

from pathlib import Path
from typing import Any

import pytest

from bench.corpus import Fields, open_corpus
from bench.errors import InputError, UsageError

ROWS = [
    {"id": "b", "article": "Two ferries sank.", "highlights": "Two sank."},
    {"id": "a", "article": "Nine men left.", "highlights": "Nine left."},
]


@pytest.fixture
def datasets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    library = pytest.importorskip("datasets", reason="needs the extra: sumbench[datasets]")
    monkeypatch.setattr(library.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    return library


def saved(datasets: Any, folder: Path, rows: list[dict[str, str]], split: str = "test") -> Path:
    whole = datasets.DatasetDict({split: datasets.Dataset.from_list(rows)})
    whole.save_to_disk(str(folder))
    return folder


def test_a_data_set_on_disk_is_a_corpus_of_its_test_split(datasets: Any, tmp_path: Path) -> None:
    corpus = open_corpus(f"hf:{saved(datasets, tmp_path / 'news', ROWS)}")
    assert corpus.ids == ("a", "b")
    assert corpus.meta.name == "news-test"
    item = corpus.load("b")
    assert item.article.text == item.evidence == "Two ferries sank."
    assert [reference.text for reference in item.references] == ["Two sank."]
    assert corpus.where("b").endswith("(split=test):1")


def test_a_single_split_saved_alone_is_opened_as_well(datasets: Any, tmp_path: Path) -> None:
    datasets.Dataset.from_list(ROWS).save_to_disk(str(tmp_path / "one"))
    assert open_corpus(f"hf:{tmp_path / 'one'}").ids == ("a", "b")


def test_a_folder_of_parquet_files_is_opened_by_the_librarys_own_rules(datasets: Any, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    datasets.Dataset.from_list(ROWS).to_parquet(str(folder / "validation.parquet"))
    corpus = open_corpus(f"hf:{folder}(split=validation)")
    assert corpus.ids == ("a", "b")
    assert corpus.meta.name == "files-validation"


def test_rows_without_an_id_are_numbered(datasets: Any, tmp_path: Path) -> None:
    rows = [{"document": f"{number} men left.", "summary": "Men left."} for number in range(10)]
    corpus = open_corpus(f"hf:{saved(datasets, tmp_path / 'xsum', rows)}")
    assert corpus.ids[0] == "row-01"
    assert corpus.ids[-1] == "row-10"
    assert corpus.load("row-10").article.text == "9 men left."


def test_fields_can_be_named(datasets: Any, tmp_path: Path) -> None:
    rows = [{"key": "k", "body": "One man left.", "gold": "One left."}]
    corpus = open_corpus(f"hf:{saved(datasets, tmp_path / 'other', rows)}", Fields("key", "body", "gold"))
    assert corpus.load("k").references[0].text == "One left."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"article": " "}, r"\(split=test\):1: article: article is empty"),
        ({"highlights": ""}, r"\(split=test\):1: highlights: reference has no text"),
    ],
)
def test_a_faulty_row_is_named(datasets: Any, tmp_path: Path, change: dict[str, str], says: str) -> None:
    corpus = open_corpus(f"hf:{saved(datasets, tmp_path / 'bad', [ROWS[0] | change])}")
    with pytest.raises(InputError, match=says):
        corpus.load("b")


def test_an_id_that_two_rows_have_is_an_error(datasets: Any, tmp_path: Path) -> None:
    folder = saved(datasets, tmp_path / "twice", [ROWS[0], ROWS[0]])
    with pytest.raises(InputError, match=r":2: id: duplicate id 'b', first in row 1"):
        open_corpus(f"hf:{folder}")


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ("(split=train)", InputError, "no split 'train'; there are test"),
        ("(part=test)", UsageError, "no option 'part'; there are config, revision, split"),
        ("(split", UsageError, "cannot read"),
    ],
)
def test_a_wrong_option_says_what_there_is(
    datasets: Any, tmp_path: Path, options: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        open_corpus(f"hf:{saved(datasets, tmp_path / 'news', ROWS)}{options}")


def test_what_is_nowhere_is_one_line(datasets: Any, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened by datasets") as raised:
        open_corpus(f"hf:{tmp_path / 'nowhere'}")
    assert "\n" not in str(raised.value)
