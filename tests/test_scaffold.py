"""What `sumbench new` writes works before a word is changed."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, TINY, Command


def test_a_stranger_reaches_the_leaderboard_in_four_commands(sumbench: Command, tmp_path: Path) -> None:
    made = sumbench("new", "system", "my-first")  # 1
    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines() == ["sumbench test my-first", "sumbench run --system my-first"]
    path = tmp_path / "systems" / "my-first.py"
    code = path.read_text(encoding="utf-8")
    path.write_text(code.replace(".split()[:words]", ".split()[-words:]"), encoding="utf-8")  # 2
    test, run = (line.split()[1:] for line in made.stdout.splitlines())
    tested = sumbench(*test)  # 3
    assert tested.returncode == 0, tested.stdout
    done = sumbench(*run, "--corpus", TINY)  # 4
    assert done.returncode == 0, done.stderr
    assert "my-first" in done.stdout
    with (tmp_path / "results/tiny/leaderboard.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["system"] == "my-first")
    assert (row["kind"], row["failed"]) == ("system", "0")


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_new_system_comes_with_a_test_that_passes(
    mirrored: bool, sumbench: Command, tmp_path: Path
) -> None:
    if mirrored:
        (tmp_path / "tests" / "systems").mkdir(parents=True)
    assert sumbench("new", "system", "mine").returncode == 0
    test = tmp_path / "tests" / ("systems" if mirrored else "") / "test_mine.py"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(test)],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_a_new_corpus_and_article_pass_their_audit_and_run(sumbench: Command, tmp_path: Path) -> None:
    made = sumbench("new", "corpus", "harbour-news")
    assert made.stdout.splitlines() == ["sumbench audit harbour-news", "sumbench run --corpus harbour-news"]
    more = sumbench("new", "article", "second", "--corpus", "harbour-news")
    assert more.returncode == 0, more.stderr
    assert "wrote" in more.stderr
    for line in (*made.stdout.splitlines(), *more.stdout.splitlines()):
        done = sumbench(*line.split()[1:])
        assert done.returncode == 0, (line, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("system", "lead"), "there is a system lead already"),
        (("system", "_hidden"), "cannot be a name"),
        (("system", "a/b"), "cannot be a name"),
        (("article", "x", "--corpus", "nowhere"), "is no corpus of article folders"),
    ],
)
def test_a_name_that_cannot_be_used_writes_nothing(
    arguments: tuple[str, ...], message: str, sumbench: Command, tmp_path: Path
) -> None:
    done = sumbench("new", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_exists_is_overwritten(sumbench: Command, tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_mine.py").write_text("# mine\n", encoding="utf-8")
    done = sumbench("new", "system", "mine")
    assert done.returncode == 2
    assert "exists already; nothing was written" in done.stderr
    assert not (tmp_path / "systems").exists()
