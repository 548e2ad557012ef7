"""Costly metrics: measured apart, kept, blank where there is no value, asked again by the same command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.chosen import choose_metrics
from bench.errors import UsageError
from tests.conftest import ROOT, TINY, Command

# Notes each call in a file; fails as the file `mood` says: "", "one <article>" or "dead".
METRIC = '''\
"""How often the letter e stands there."""

import pathlib

from bench.errors import Unavailable, Unmeasured
from bench.records import Finding, Measured, Usage

COLUMNS = {"es": "letters e in the summary"}
REMOTE = True


def measure(case, candidate, *, weight: float = 1.0):
    mood = pathlib.Path("mood").read_text().split()
    with pathlib.Path("calls").open("a") as file:
        file.write(case.item.article.id + "\\n")
    if mood == ["dead"]:
        raise Unavailable("es: nobody is there")
    if mood == ["bug"]:
        raise KeyError("mine")
    if mood and mood[1] == case.item.article.id:
        raise Unmeasured("es: an answer that is none", Usage(requests=3))
    found = Finding("sentence", "e", "suspect", 0, 1, (), "an e")
    return Measured({"es": weight * candidate.raw.count("e")}, (found,), Usage(requests=2))
'''
OUTPUTS = [
    {"system": system, "article": article, "text": text}
    for article in ("harbour-strike", "twin-verdicts")
    for system, text in (("one", "Eleven more."), ("two", "Here we see the tree."), ("mute", ""))
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the metric, outputs of three systems and a metric that is in a good mood."""
    (tmp_path / "es.py").write_text(METRIC, encoding="utf-8")
    lines = "".join(json.dumps(row) + "\n" for row in OUTPUTS)
    (tmp_path / "outputs.jsonl").write_text(lines, encoding="utf-8")
    mood(tmp_path, "")
    return tmp_path


def mood(folder: Path, text: str) -> None:
    (folder / "mood").write_text(text, encoding="utf-8")
    (folder / "calls").write_text("", encoding="utf-8")


def calls(folder: Path) -> list[str]:
    return sorted((folder / "calls").read_text(encoding="utf-8").split())


def values(folder: Path) -> dict[tuple[str, str], str]:
    lines = (folder / "results/tiny/scores.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines]
    return {(row[0], row[1]): row[3] for row in rows if row[2] == "es"}


def run_json(folder: Path) -> dict:  # type: ignore[type-arg]
    return json.loads((folder / "results/tiny/run.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


SCORE = ("score", "outputs.jsonl", "--corpus", TINY, "--metrics", "length,es.py")
EVERY = {
    ("one", "harbour-strike"): "3", ("one", "twin-verdicts"): "3", ("two", "harbour-strike"): "8",
    ("two", "twin-verdicts"): "8", ("mute", "harbour-strike"): "0", ("mute", "twin-verdicts"): "0",
}  # fmt: skip


def test_what_is_measured_is_kept_and_an_empty_output_is_worst_unasked(
    folder: Path, sumbench: Command
) -> None:
    done = sumbench(*SCORE)
    assert done.returncode == 0, done.stderr
    assert values(folder) == EVERY
    assert calls(folder) == ["harbour-strike"] * 2 + ["twin-verdicts"] * 2
    cost = run_json(folder)["cost"]
    assert (cost["metrics"]["es"]["asked"]["requests"], cost["total"]["requests"]) == (8, 8)
    assert "took: es: 4 asked" in done.stderr
    tables = {p.name: p.read_bytes() for p in (folder / "results/tiny").iterdir() if p.name != "run.json"}
    assert b"one,harbour-strike,sentence,e,suspect,an e" in tables["findings.csv"]

    mood(folder, "dead")
    again = sumbench(*SCORE)
    assert again.returncode == 0, again.stderr
    assert calls(folder) == []
    assert "took: es: 0 asked, 4 kept" in again.stderr
    after = {p.name: p.read_bytes() for p in (folder / "results/tiny").iterdir() if p.name != "run.json"}
    assert after == tables


def test_another_option_another_text_and_fresh_are_measured_anew(folder: Path, sumbench: Command) -> None:
    sumbench(*SCORE)
    mood(folder, "")
    sumbench(*SCORE[:-1], "es.py(weight=2)")
    assert len(calls(folder)) == 4
    assert values(folder)["one", "harbour-strike"] == "6"
    mood(folder, "")
    sumbench(*SCORE, "--fresh")
    assert len(calls(folder)) == 4


def test_one_summary_without_a_value_is_blank_and_counted_and_the_same_command_finishes(
    folder: Path, sumbench: Command
) -> None:
    mood(folder, "one twin-verdicts")
    done = sumbench(*SCORE)
    assert done.returncode == 4
    assert "incomplete: es without a value for 2 summaries: es: an answer that is none" in done.stderr
    assert values(folder) == {k: v for k, v in EVERY.items() if k[1] != "twin-verdicts" or k[0] == "mute"}
    run = run_json(folder)
    assert [(row["system"], row["article"]) for row in run["unmeasured"]] == [
        ("one", "twin-verdicts"), ("two", "twin-verdicts"),
    ]  # fmt: skip
    note = "BROKEN TABLE: es has no value for 2 of 4 summaries (one 1, two 1), its means are over the others"
    assert any(warning.startswith(note) for warning in run["warnings"])
    # What came to nothing was paid for all the same: 2 x 2 requests and 2 x 3.
    assert run["cost"]["metrics"]["es"]["asked"]["requests"] == 10
    assert sumbench("gate", "results/tiny").returncode == 3
    assert sumbench(*SCORE, "--max-failures", 2).returncode == 0

    mood(folder, "")
    again = sumbench(*SCORE)
    assert again.returncode == 0, again.stderr
    assert calls(folder) == ["twin-verdicts"] * 2
    assert values(folder) == EVERY
    assert run_json(folder)["unmeasured"] == []


def test_a_server_that_is_not_there_leaves_the_other_columns_whole(folder: Path, sumbench: Command) -> None:
    mood(folder, "dead")
    done = sumbench(*SCORE)
    assert done.returncode == 4
    assert "es without a value for 4 summaries: es: nobody is there" in done.stderr
    assert len(calls(folder)) <= 4
    scores = (folder / "results/tiny/scores.csv").read_text(encoding="utf-8")
    assert scores.count(",words,") == 4
    assert values(folder) == {k: v for k, v in EVERY.items() if k[0] == "mute"}


def test_a_run_finds_out_before_any_system_is_asked(folder: Path, sumbench: Command) -> None:
    mood(folder, "dead")
    (folder / "mine.py").write_text(
        "import pathlib\n\ndef summarize(article):\n    pathlib.Path('asked').touch()\n    return 'e'\n",
        encoding="utf-8",
    )
    done = sumbench("run", "--corpus", TINY, "--no-baselines", "--system", "mine.py", "--metrics", "es.py")
    assert (done.returncode, done.stderr.strip()) == (4, "sumbench: es: nobody is there")
    assert not (folder / "asked").exists()
    mood(folder, "")
    done = sumbench("run", "--corpus", TINY, "--no-baselines", "--system", "mine.py", "--metrics", "es.py")
    assert done.returncode == 0, done.stderr


def test_a_metric_with_a_fault_of_its_own_is_a_crash_and_what_was_kept_stays(
    folder: Path, sumbench: Command
) -> None:
    sumbench(*SCORE)
    rows = [*OUTPUTS, {"system": "three", "article": "twin-verdicts", "text": "Where?"}]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "outputs.jsonl").write_text(lines, encoding="utf-8")
    before = values(folder)
    mood(folder, "bug")
    done = sumbench(*SCORE)
    assert done.returncode == 1
    assert "KeyError: 'mine'" in done.stderr
    assert values(folder) == before
    mood(folder, "")
    assert sumbench(*SCORE, "--max-failures", 1).returncode == 0
    assert calls(folder) == ["twin-verdicts"]


def test_a_dry_run_says_what_would_be_asked(folder: Path, sumbench: Command) -> None:
    done = sumbench("run", "--corpus", TINY, "--no-baselines", "--system", "lead", "--metrics", "es.py",
                    "--dry-run")  # fmt: skip
    assert "metric    es, at most 2 summaries over a network" in done.stdout


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ("(weight=heavy)", "weight is 'heavy'; expected a number, got text"),
        ("(mass=1)", "has no option mass; it has weight"),
    ],
)
def test_an_option_that_will_not_do_is_said_before_anything_starts(
    options: str, problem: str, folder: Path
) -> None:
    with pytest.raises(UsageError, match=problem.replace("(", r"\(")):
        choose_metrics(f"{folder / 'es.py'}{options}")


def test_a_package_that_a_metric_needs_is_named(folder: Path) -> None:
    path = folder / "es.py"
    path.write_text(METRIC.replace("REMOTE = True", 'NEEDS = ("nowhere_to_be_had",)'), encoding="utf-8")
    with pytest.raises(UsageError, match="metric es needs nowhere_to_be_had: pip install nowhere_to_be_had"):
        choose_metrics(str(path))


def test_the_list_says_what_a_metric_needs(sumbench: Command) -> None:
    lines = sumbench("list", "metrics").stdout.splitlines()
    rows = {line.split("\t")[0]: line.split("\t") for line in lines if line.split("\t")[0]}
    assert rows["rouge"][3] == ""
    assert rows["nli"][3] == "sumbench[hf], model=…"
    assert rows["judge"][3] == "sumbench[http], model=…"


def test_the_default_run_has_none_of_them_and_imports_no_model() -> None:
    assert not [chosen for chosen in choose_metrics(None) if chosen.metric.apart]
    code = "import sys, bench.metrics.nli, bench.metrics.minicheck, bench.metrics.judge; " + (
        "print([name for name in ('torch', 'transformers', 'httpx2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
