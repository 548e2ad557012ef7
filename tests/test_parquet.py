"""Parquet beside the CSV files: the same rows with types."""

import csv
from pathlib import Path

import pytest

import bench.parquet
from bench.errors import UsageError
from bench.parquet import pyarrow, write_parquet
from bench.store import uncell
from tests.conftest import TINY, Command

pq = pytest.importorskip(
    "pyarrow.parquet", reason="pyarrow is not installed: pip install 'sumbench[parquet]'"
)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{name: uncell(value) for name, value in row.items()} for row in csv.DictReader(file)]


def shown(value: object) -> str:
    return "" if value is None else str(value)


@pytest.fixture
def results(sumbench: Command, tmp_path: Path) -> Path:
    """The tiny corpus's results with their Parquet files."""
    done = sumbench("run", "--corpus", TINY, "--parquet")
    assert done.returncode == 0, done.stderr
    return tmp_path / "results" / "tiny"


def test_scores_have_the_rows_of_the_csv_file_with_values_as_numbers(results: Path) -> None:
    table = pq.read_table(results / "scores.parquet")
    rows = rows_of(results / "scores.csv")
    assert table.column_names == list(rows[0])
    assert [r | {"value": float(r["value"])} for r in rows] == table.to_pylist()


def test_findings_have_the_rows_of_the_csv_file_with_offsets_as_integers(results: Path) -> None:
    table = pq.read_table(results / "findings.parquet")
    found = [{name: shown(value) for name, value in row.items()} for row in table.to_pylist()]
    assert found == rows_of(results / "findings.csv")
    assert {str(table.schema.field(name).type) for name in ("start", "end")} == {"int64"}
    assert table["start"].null_count > 0


def test_a_table_is_written_in_groups_and_read_whole(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pq.read_table(results / "scores.parquet")
    monkeypatch.setattr(bench.parquet, "ROWS", 7)
    written = write_parquet(results)
    assert [path.name for path in written] == ["scores.parquet", "findings.parquet"]
    assert pq.ParquetFile(written[0]).num_row_groups == -(-before.num_rows // 7)
    assert pq.read_table(written[0]).equals(before)
    assert not list(results.glob(".*.part"))


def test_a_run_without_parquet_leaves_no_file_that_does_not_fit(results: Path, sumbench: Command) -> None:
    assert sumbench("run", "--corpus", TINY).returncode == 0
    assert not list(results.glob("*.parquet"))


def test_outputs_that_are_scored_get_them_too(results: Path, sumbench: Command, tmp_path: Path) -> None:
    arguments = ("score", results / "outputs.jsonl", "--corpus", TINY, "--out", tmp_path / "again")
    assert sumbench(*arguments, "--parquet").returncode == 0
    again = pq.read_table(tmp_path / "again" / "tiny" / "findings.parquet")
    assert again.num_rows == len(rows_of(tmp_path / "again" / "tiny" / "findings.csv"))


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(UsageError, match=r"pip install 'sumbench\[parquet\]'"):
        pyarrow()
