"""gate: every rule with its exit code, its place in the files, and the waivers that let a finding pass."""

import datetime
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rich.console import Console

from bench.errors import InputError, UsageError
from bench.gate.rules import Rules, limits, read_config
from bench.gate.verdict import Gate, gate
from bench.gate.waivers import read_waivers
from bench.report.annotations import annotations
from bench.report.gate_text import gate_markdown, print_gate
from bench.report.junit import junit
from bench.results import Results
from tests.conftest import ROOT, Command
from tests.folders import found, write_results

TODAY = datetime.date(2026, 6, 1)
KINDS = {"lead": "baseline", "empty": "control", "oracle": "bound"}


@pytest.fixture
def old(tmp_path: Path) -> Results:
    """A baseline in which `mine` says one wrong thing already."""
    values = {system: {"facts": [0.5] * 8, "words": [50] * 8} for system in ("mine", *KINDS)}
    findings = {("mine", "a01"): [found("530", "unsupported")]}
    return Results(write_results(tmp_path / "old", values, findings, kinds=KINDS))


def new(tmp_path: Path, mine: list[float], *claims: str, **fields: object) -> Results:
    values = {system: {"facts": [0.5] * 8, "words": [50] * 8} for system in KINDS}
    values["mine"] = {"facts": mine, "words": [50] * 8}
    findings = {("mine", "a01"): [found(claim, "unsupported") for claim in ("530", *claims)]}
    return Results(write_results(tmp_path / "new", values, findings, kinds=KINDS, **fields))


def problems(outcome: Gate) -> list[str]:
    return [problem.message for check in outcome.failed for problem in check.problems]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (Rules(min={"facts": 0.4}), []),
        (Rules(min={"facts": 0.45}), ["mine: facts 0.4000 is below 0.45"]),
        (Rules(max={"words": 50}), []),
        (Rules(max={"words": 49}), ["lead: words 50.0000 is above 49", "mine: words 50.0000 is above 49"]),
        (Rules(min={"facts": 0.6}, systems=("oracle",)), ["oracle: facts 0.5000 is below 0.6"]),
    ],
)
def test_minima_and_maxima_hold_for_systems_and_baselines_or_the_rows_named(
    rules: Rules, expected: list[str], tmp_path: Path
) -> None:
    outcome = gate(new(tmp_path, [0.4] * 8), rules, today=TODAY)
    assert sorted(problems(outcome)) == sorted(expected)
    assert outcome.passed is not bool(expected)


def test_a_blank_cell_keeps_no_limit(tmp_path: Path) -> None:
    values = {"mine": {"facts": [0.5], "people_recall": [None]}}
    results = Results(write_results(tmp_path / "r", values))
    outcome = gate(results, Rules(min={"people_recall": 0.1}), today=TODAY)
    assert "people_recall is blank" in problems(outcome)[0]


@pytest.mark.parametrize(
    ("scores", "significant", "passed"),
    [
        ([0.5] * 8, False, True),
        ([0.48] * 8, False, True),  # 0.02 is allowed
        ([0.4] * 8, False, False),
        ([0.4] * 8, True, False),  # all eight the same way: p = 2 / 2^8
        ([0.1] + [0.5] * 7, False, False),
        ([0.1] + [0.5] * 7, True, True),  # one article alone is chance
        ([0.6] * 8, True, True),
    ],
)
def test_a_drop_fails_above_its_limit_and_if_asked_only_where_it_is_significant(
    scores: list[float], significant: bool, passed: bool, old: Results, tmp_path: Path
) -> None:
    rules = Rules(max_drop={"facts": 0.02}, significant=significant)
    outcome = gate(new(tmp_path, scores), rules, baseline=old, today=TODAY)
    assert outcome.passed is passed
    if not passed:
        assert "mine: facts 0.5000 -> " in problems(outcome)[0]


def test_a_rise_is_a_drop_where_lower_is_better(old: Results, tmp_path: Path) -> None:
    results = new(tmp_path, [0.5] * 8)
    text = (results.folder / "leaderboard.csv").read_text(encoding="utf-8")
    (results.folder / "leaderboard.csv").write_text(
        text.replace("1,1,mine,system,0", "1,1,mine,system,3"), encoding="utf-8"
    )
    rules = Rules(max_drop={"failed": 2}, max_failures=9)
    assert problems(gate(results, rules, baseline=old, today=TODAY)) == [
        "mine: failed 0 -> 3, a drop of 3, more than 2"
    ]


def test_only_findings_that_the_baseline_does_not_have_are_new(old: Results, tmp_path: Path) -> None:
    rules = Rules(no_new=("unsupported",))
    assert gate(new(tmp_path, [0.5] * 8), rules, baseline=old, today=TODAY).passed
    outcome = gate(new(tmp_path, [0.5] * 8, "640"), rules, baseline=old, today=TODAY)
    assert problems(outcome) == ["mine, a01: number 640 is unsupported (was not said)"]
    place = outcome.failed[0].problems[0]
    assert (place.file, place.line) == ("findings.csv", 3)


def test_a_baseline_without_a_rule_still_forbids_new_errors(old: Results, tmp_path: Path) -> None:
    assert not gate(new(tmp_path, [0.5] * 8, "640"), Rules(), baseline=old, today=TODAY).passed


def test_a_verdict_that_is_not_asked_for_passes(old: Results, tmp_path: Path) -> None:
    rules = Rules(no_new=("misattached",))
    assert gate(new(tmp_path, [0.5] * 8, "640"), rules, baseline=old, today=TODAY).passed


def test_a_system_that_the_baseline_has_not_is_named_and_held_to_minima_only(
    old: Results, tmp_path: Path
) -> None:
    values = {"mine": {"facts": [0.5] * 8}, "fresh": {"facts": [0.1] * 8}}
    findings = {("fresh", "a00"): [found("9", "unsupported")]}
    results = Results(write_results(tmp_path / "new", values, findings))
    outcome = gate(results, Rules(no_new=("unsupported",)), baseline=old, today=TODAY)
    assert outcome.passed
    assert any("without a row in the baseline" in note and "fresh" in note for note in outcome.notes)
    assert not gate(results, Rules(min={"facts": 0.2}), today=TODAY).passed


def test_failures_of_gated_rows_are_counted_together(tmp_path: Path) -> None:
    failed = [("mine", "a00"), ("lead", "a01"), ("empty", "a00")]
    values = {system: {"facts": [0.0, 0.5]} for system in ("mine", "lead", "empty")}
    results = Results(write_results(tmp_path / "r", values, failed=failed, kinds=KINDS))
    assert problems(gate(results, Rules(), today=TODAY)) == [
        "lead: 1 output failed",
        "mine: 1 output failed",
    ]
    assert gate(results, Rules(max_failures=2), today=TODAY).passed


def test_a_table_that_says_it_is_broken_passes_only_if_allowed(tmp_path: Path) -> None:
    results = new(tmp_path, [0.5] * 8, warnings=["BROKEN TABLE: `empty` is not last on facts"])
    assert not gate(results, Rules(), today=TODAY).passed
    assert gate(results, Rules(allow_broken=True), today=TODAY).passed


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (Rules(min={"fact": 1}), "no column 'fact' .* did you mean facts"),
        (Rules(max_drop={"facts": 0}), "--max-drop needs --baseline"),
        (Rules(no_new=("unsupported",)), "--no-new needs --baseline"),
        (Rules(systems=("yours",)), "system 'yours' is not in"),
        (Rules(min={"kind": 1}), "column kind holds no numbers"),
    ],
)
def test_rules_that_cannot_be_checked_are_usage_errors(rules: Rules, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        gate(new(tmp_path, [0.5] * 8), rules, today=TODAY)


# Waivers

WAIVER = """
[[waivers]]
system = "{system}"
article = "a01"
claim = "{claim}"
reason = "the table in the article says so"
until = {until}
"""


def waived(tmp_path: Path, claim: str = "640", until: str = "2026-06-01", system: str = "mine") -> Path:
    path = tmp_path / "waivers.toml"
    path.write_text(WAIVER.format(claim=claim, until=until, system=system), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("claim", "until", "system", "passed", "group"),
    [
        ("640", "2026-06-01", "mine", True, "waived"),
        ("640", '"2026-07-01"', "*", True, "waived"),
        ("640", "2026-05-31", "mine", False, "waivers_expired"),
        ("641", "2026-06-01", "mine", False, "waivers_unmatched"),
        ("640", "2026-06-01", "lead", False, "waivers_unmatched"),
    ],
)
def test_a_waiver_holds_to_its_last_day_and_for_its_finding_only_and_is_always_listed(
    claim: str, until: str, system: str, passed: bool, group: str, old: Results, tmp_path: Path
) -> None:
    waivers = read_waivers(waived(tmp_path, claim, until, system))
    outcome = gate(new(tmp_path, [0.5] * 8, "640"), Rules(), baseline=old, waivers=waivers, today=TODAY)
    assert outcome.passed is passed
    groups = {
        name: len(getattr(outcome, name)) for name in ("waived", "waivers_expired", "waivers_unmatched")
    }
    assert groups == {**dict.fromkeys(groups, 0), group: 1}
    for text in (gate_markdown(outcome), junit(outcome)):
        assert "the table in the article says so" in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[waivers]]\nsystem = "a"\n', "waivers.toml:1: waivers[0].article: missing"),
        (
            '[[waiver]]\nsystem = "a"\n',
            "waivers.toml:1: waiver: unknown field; waivers are written as",
        ),
        (WAIVER.format(system="a", claim=" ", until="2026-01-01"), "waivers.toml:5: waivers[0].claim: empty"),
        (WAIVER.format(system="a", claim="x", until='"soon"'), "waivers.toml:7: waivers[0].until: "),
        ("[[waivers", "waivers.toml:1: broken TOML"),
        ('waivers = "x"', "waivers are written as [[waivers]]"),
    ],
)
def test_a_faulty_waiver_is_refused_with_its_place(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        read_waivers(path)


# Configuration


def test_rules_stand_in_pyproject_with_paths_relative_to_it(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(
        '[tool.sumbench.gate]\nmin = { facts = 0.3 }\nmax-drop = { facts = 0.02 }\nno_new = ["unsupported"]\n'
        'significant = true\nbaseline = "main/wire"\nwaivers = "ok.toml"\n',
        encoding="utf-8",
    )
    config = read_config(path)
    assert config.rules == Rules(
        min={"facts": 0.3}, max_drop={"facts": 0.02}, no_new=("unsupported",), significant=True
    )
    assert (config.baseline, config.waivers) == (tmp_path / "main/wire", tmp_path / "ok.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mim = { facts = 1 }", "pyproject.toml:2: tool.sumbench.gate.mim: unknown field; did you mean min?"),
        (
            'min = { facts = "high" }',
            "pyproject.toml:2: tool.sumbench.gate.min[...]: expected a number",
        ),
        ('no-new = ["wrong"]', "pyproject.toml:2: tool.sumbench.gate.no-new[0]: Invalid enum value 'wrong'"),
        ("baseline = 3", "pyproject.toml:2: tool.sumbench.gate.baseline: expected a path"),
    ],
)
def test_a_faulty_rule_in_pyproject_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(f"[tool.sumbench.gate]\n{text}\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        read_config(path)


@pytest.mark.parametrize("pair", ["facts", "facts=", "=1", "facts=high", "facts=nan"])
def test_a_limit_is_a_column_and_a_number(pair: str) -> None:
    with pytest.raises(UsageError, match="expected COLUMN=NUMBER"):
        limits((pair,), "--min")


# On the command line


def test_flags_win_over_pyproject_and_the_exit_code_is_3_where_a_check_fails(
    sumbench: Command, tmp_path: Path
) -> None:
    new(tmp_path, [0.4] * 8)
    (tmp_path / "pyproject.toml").write_text(
        "[tool.sumbench.gate]\nmin = { facts = 0.45 }\n", encoding="utf-8"
    )
    failed = sumbench("gate", "new")
    assert failed.returncode == 3
    assert failed.stdout.startswith("gate failed: 1 of 4 checks")
    assert "mine: facts 0.4000 is below 0.45  leaderboard.csv:4" in failed.stdout
    assert sumbench("gate", "new", "--min", "facts=0.4").returncode == 0
    assert sumbench("gate", "new", "--min", "facts").returncode == 2
    assert sumbench("gate", "nowhere").returncode == 5


def test_junit_annotations_and_job_summary_are_written(
    old: Results, sumbench: Command, tmp_path: Path
) -> None:
    new(tmp_path, [0.5] * 8, "640, or 50 %")
    done = sumbench(
        "gate", "new", "--baseline", "old", "--no-new", "unsupported", "--junit", "out/gate.xml", "--github",
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"), GITHUB_WORKSPACE=str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 3
    assert (
        "::error file=new/findings.csv,line=3,title=sumbench%3A no new unsupported::"
        "mine, a01: number 640, or 50 %25 is unsupported (was not said)"
    ) in done.stdout
    suite = ET.parse(tmp_path / "out" / "gate.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")
    failure = suite.find(".//failure")
    assert failure is not None
    assert failure.get("message", "").endswith("(findings.csv:3)")
    assert "gate failed: 1 of 4" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    row = (tmp_path / "new" / "findings.csv").read_text(encoding="utf-8").splitlines()[2]
    assert row.startswith('mine,a01,number,"640, or 50 %",unsupported')


def test_json_and_annotations_do_not_mix(old: Results, sumbench: Command, tmp_path: Path) -> None:
    new(tmp_path, [0.5] * 8, "640")
    done = sumbench("gate", "new", "--baseline", "old", "--format", "json", GITHUB_ACTIONS="true")
    assert json.loads(done.stdout)["passed"] is False
    assert done.stderr.startswith("::error file=new/findings.csv,line=3")


def test_many_problems_are_annotated_up_to_what_github_shows(old: Results, tmp_path: Path) -> None:
    claims = [str(1000 + number) for number in range(25)]
    outcome = gate(new(tmp_path, [0.5] * 8, *claims), Rules(), baseline=old, today=TODAY)
    lines = list(annotations(outcome, tmp_path))
    assert len(lines) == 10
    assert "16 more problems" in lines[-1]


def test_what_a_summary_says_cannot_break_xml_or_a_command(old: Results, tmp_path: Path) -> None:
    outcome = gate(new(tmp_path, [0.5] * 8, "6\x0040 <b>&\n::error::x"), Rules(), baseline=old, today=TODAY)
    ET.fromstring(junit(outcome).split("\n", 1)[1])
    assert len(list(annotations(outcome, tmp_path))) == 1
    assert "\n" not in next(iter(annotations(outcome, tmp_path)))
    assert "<b>" not in gate_markdown(outcome)


def test_a_reader_that_stops_early_does_not_change_the_exit_code(tmp_path: Path) -> None:
    new(tmp_path, [0.5] * 8)
    for limit, code in (("facts=0.4", 0), ("facts=0.9", 3)):
        process = subprocess.Popen(
            [sys.executable, "-m", "bench", "gate", "new", "--min", limit],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(timeout=60) == code


def test_a_terminal_gets_the_first_problems_of_a_check_and_a_log_all_of_them(
    old: Results, tmp_path: Path
) -> None:
    claims = [str(number) for number in range(601, 615)]
    rules = Rules(no_new=("unsupported",))
    outcome = gate(new(tmp_path, [0.5] * 8, *claims), rules, baseline=old, today=TODAY)
    texts = []
    for terminal in (True, False):
        console = Console(file=io.StringIO(), width=120, force_terminal=terminal, color_system=None)
        print_gate(console, outcome)
        texts.append(console.file.getvalue())  # type: ignore[attr-defined]
    told, piped = ([c for c in claims if f"number {c} is unsupported" in text] for text in texts)
    assert (told, piped) == (claims[:10], claims)
    assert all("✗ mine: no new unsupported: 14 new\n" in text for text in texts)
    assert "… and 4 more (all of them in a pipe)\n" in texts[0]
    assert "more" not in texts[1]
