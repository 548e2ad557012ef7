"""docs/scale.md and docs/performance.md name commands that exist and tables that a script writes."""

import re
import shlex
import sys

import click
import pytest

from bench.cli import cli
from tests.conftest import ROOT

SCALE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
PERFORMANCE = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
WRITER = (ROOT / "benchmarks" / "write_performance.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", re.findall(r"^sumbench .*$", SCALE, re.M))
def test_every_command_shown_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line)[1:]
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.make_context(name, arguments).params["scheduler"]


@pytest.mark.parametrize("name", ["run", "score", "check", "calibrate"])
def test_the_commands_said_to_take_a_scheduler_do(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert {"jobs", "scheduler"} <= {parameter.name for parameter in command.params}


@pytest.mark.parametrize("source", re.findall(r"```python\n(.*?)```", SCALE, re.S))
def test_python_shown_is_python(source: str) -> None:
    compile(source, "docs/scale.md", "exec")


def test_every_table_has_its_place_and_is_written() -> None:
    names = re.findall(r'^        "([a-z ]+)": ', WRITER, re.M)
    assert len(names) == 6
    for name in (*names, "versions"):
        block = re.search(f"<!-- {name} -->\n(.*?)<!-- end of {name} -->", PERFORMANCE, re.S)
        assert block, name
        assert block.group(1).strip(), f"{name} is empty: run benchmarks/write_performance.py"


def test_a_must_that_is_missed_is_seen() -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from interleaved import Ratio
        from reported import Row, below, table
    finally:
        sys.path.pop(0)
    rows = [
        Row("a", "peer 1.0", Ratio(10.0, 9.0, 11.0), (">=", 25)),
        Row("b", "peer 1.0", Ratio(9.0, 8.0, 9.5), ("<=", 8)),
        Row("c", "peer 1.0", Ratio(30.0, 29.0, 31.0), (">=", 25)),
        Row("d", "peer 1.0", Ratio(2.0, 2.0, 2.0)),
    ]
    assert [row.what for row in below(rows, 1.0)] == ["a", "b"]
    assert [row.what for row in below(rows, 0.5)] == ["a"]
    assert [line.count("✗") for line in table(rows).splitlines()] == [0, 0, 1, 1, 0, 0]
