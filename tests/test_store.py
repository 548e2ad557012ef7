"""Results are plain files that are whole or not there, and safe to open in a spreadsheet."""

from pathlib import Path

import pytest

from bench.errors import InputError
from bench.outputs import Shards
from bench.records import Finding, Span
from bench.store import FINDINGS_HEAD, cell, csv_lines, finding_row, read_csv, read_findings, score_cell


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+2", "'=1+2"),
        ("@cmd", "'@cmd"),
        ("+49 30", "'+49 30"),
        ("-2.5%", "-2.5%"),
        ("+3", "+3"),
        ("-1,000", "-1,000"),
        ("plain", "plain"),
        (None, ""),
        (3, "3"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(value: object, written: str) -> None:
    assert cell(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(None, ""), (1.0, "1"), (0.5, "0.500000"), (1 / 3, "0.333333")]
)
def test_scores_have_fixed_decimals(value: float | None, written: str) -> None:
    assert score_cell(value) == written


def test_shards_are_joined_in_order_of_system_whatever_order_they_came_in(tmp_path: Path) -> None:
    shards = Shards(tmp_path / "x.csv", "system,article\n")
    for article in ("a", "b"):
        for system in ("zeta", "alpha"):
            shards.add(system, f"{system},{article}\n")
    shards.close()
    assert (tmp_path / "x.csv").read_text() == "system,article\nalpha,a\nalpha,b\nzeta,a\nzeta,b\n"
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]


def test_what_a_killed_command_left_of_a_table_is_removed(tmp_path: Path) -> None:
    killed = Shards(tmp_path / "x.csv", "")
    for system in ("zeta", "alpha", "beta"):
        killed.add(system, "half a line")
    (tmp_path / ".x.csv.4711.part").touch()
    (tmp_path / ".y.csv.4711.part").touch()
    shards = Shards(tmp_path / "x.csv", "")
    shards.add("alpha", "whole\n")
    shards.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".y.csv.4711.part", "x.csv"]
    assert (tmp_path / "x.csv").read_text() == "whole\n"


def test_findings_are_read_back_as_they_were(tmp_path: Path) -> None:
    spans = (Span(3, 6, "430"), Span(9, 12, "430"))
    found = [
        Finding("number", "=430", "supported", 0, 3, spans, 'a, "reason"\nof two lines'),
        Finding("person", "Ingrid", "missing", None, None),
    ]
    rows = [finding_row("lead", "one", finding) for finding in found]
    (tmp_path / "findings.csv").write_text(csv_lines([FINDINGS_HEAD, *rows]), encoding="utf-8", newline="")
    assert read_findings(tmp_path) == {("lead", "one"): found}


def test_other_columns_are_refused_with_the_expected_ones(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="columns are a, b; expected a, c"):
        list(read_csv(tmp_path / "x.csv", ("a", "c")))
