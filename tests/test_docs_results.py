"""docs/results.md, docs/inputs.md, docs/ci.md and the workflows say what is so."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from bench.audit.sheets import sheet_problems
from bench.audit.stated import _ALONE, _DURATIONS, _MEASURES, _UNITS
from bench.check import LedgerRow
from bench.cli import COMMANDS
from bench.corpus.form import Fields
from bench.corpus.rows import item_of
from bench.gate.rules import read_config
from bench.gate.waivers import read_waivers
from bench.output_lines import output_line
from bench.pairs import LabelledPair, Pair
from bench.records import FactSheet, NumberFact, Output, PersonFact, SaidFact
from bench.report import calibration, sensitivity
from bench.results import Results
from bench.store import FINDINGS_HEAD
from tests.conftest import ROOT, TINY, Command

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed (extra dev)")

RESULTS = (ROOT / "docs" / "results.md").read_text(encoding="utf-8")
INPUTS = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def blocks(language: str, text: str = CI) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def cells(head: str, text: str = RESULTS, column: int = 1) -> list[str]:
    """Return a column of the table under a heading."""
    section = text.partition(f"## {head}\n")[2].partition("\n## ")[0]
    return [line.split("|")[column] for line in section.splitlines() if line.startswith("| `")]


def first_cells(head: str, text: str = RESULTS) -> set[str]:
    """Return the names in code in the first column of the table under a heading."""
    return {name for cell in cells(head, text) for name in re.findall(r"`([^`]+)`", cell)}


def test_every_column_and_field_is_described_and_nothing_else(sumbench: Command, tmp_path: Path) -> None:
    assert sumbench("run", "--corpus", TINY).returncode == 0
    folder = tmp_path / "results" / "tiny"
    assert first_cells("leaderboard.csv") == set(Results(folder).columns)
    assert first_cells("findings.csv") == set(FINDINGS_HEAD)
    assert first_cells("run.json") == set(json.loads((folder / "run.json").read_text(encoding="utf-8")))


def test_every_column_and_field_of_single_commands_is_described() -> None:
    assert first_cells("The ledger") == set(LedgerRow.__struct_fields__)
    assert first_cells("calibration.csv") == set(calibration.HEAD)
    assert first_cells("examples.csv") == {"dataset", "kind", "id", "text", "reason"}
    assert first_cells("sensitivity.csv") == set(sensitivity.HEAD)


def test_every_field_of_a_line_that_is_given_is_described() -> None:
    assert first_cells("Pairs", INPUTS) == set(Pair.__struct_fields__)
    assert first_cells("Labelled pairs", INPUTS) == set(LabelledPair.__struct_fields__)
    assert first_cells("Outputs", INPUTS) == set(json.loads(output_line(Output("s", "a", "t"))))
    told = dict(zip(FactSheet.__struct_fields__, cells("Fact sheets", INPUTS, 2), strict=False))
    for name, record in (("numbers", NumberFact), ("people", PersonFact), ("said", SaidFact)):
        assert set(re.findall(r"`([a-z]+)`", told[name])) == set(record.__struct_fields__), name


def test_the_article_and_the_fact_sheet_in_the_docs_are_read() -> None:
    line, sheet = (json.loads(block) for block in blocks("json", INPUTS))
    text = line["article"] + " “We would rather be late,” Hanna Viklund said."
    item = item_of(line | {"article": text, "facts": sheet}, "ferry", Fields(), "docs", 1)
    assert set(line) <= first_cells("Articles", INPUTS)
    assert list(sheet_problems(Path("nowhere"), "docs", item, None)) == []


def test_every_unit_in_the_docs_is_known_to_the_audit() -> None:
    table = INPUTS.partition("| unit | for |\n")[2].partition("\n\n")[0]
    units = {name for line in table.splitlines() for name in re.findall(r"`([^`]+)`", line.split("|")[1])}
    money = {"USD", "GBP", "EUR"}
    assert units == ({*_ALONE, *_UNITS, *_DURATIONS, *_MEASURES} - {""}) | money


def test_the_configuration_and_the_waiver_in_the_docs_are_read(tmp_path: Path) -> None:
    config, waiver = blocks("toml")
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
    assert read_config(tmp_path / "pyproject.toml").rules.max_drop == {"facts": 0.02, "rougeLsum": 0.02}
    assert "max-failures" in tomllib.loads(config)["tool"]["sumbench"]["gate"]
    (tmp_path / "waivers.toml").write_text(waiver, encoding="utf-8")
    assert len(read_waivers(tmp_path / "waivers.toml")) == 1


@pytest.mark.parametrize("text", [*(p.read_text(encoding="utf-8") for p in WORKFLOWS), *blocks("yaml")])
def test_a_workflow_parses_pins_its_actions_and_asks_for_what_exists(text: str, sumbench: Command) -> None:
    workflow = yaml.safe_load(text)
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
    runs = "\n".join(step.get("run", "") for step in steps)
    calls = re.findall(r"^ *sumbench ([a-z]+)([^\n>|;&]*)", runs, flags=re.MULTILINE)
    assert calls
    for name, rest in calls:
        assert name in COMMANDS
        known = sumbench(name, "--help").stdout
        for flag in re.findall(r"--[a-z][a-z-]+", rest):
            assert flag in known, f"sumbench {name} has no {flag}"
    # Text of a pull request never becomes part of a script.
    assert "${{ github.event" not in runs
    assert workflow["permissions"]["contents"] == "read"


def test_tests_run_on_three_systems_and_every_python() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}
    classifiers = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert matrix["python"] == re.findall(r"Python :: (3\.\d+)", classifiers)


@pytest.mark.skipif(shutil.which("actionlint") is None, reason="actionlint is not installed; .ci/run has it")
def test_actionlint_finds_nothing() -> None:
    done = subprocess.run(["actionlint", *map(str, WORKFLOWS)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
