"""The table of exit codes in docs/cli.md holds: each code it claims comes out of a real invocation."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

import bench.cli
from bench.cli import COMMANDS
from bench.results import Results
from tests.conftest import ROOT, TINY, Command, heed_interrupts
from tests.folders import found, write_results

DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def claims() -> dict[str, set[int]]:
    """Read the table: the codes of each command."""
    lines = DOCS.partition("## Exit codes")[2].partition("\n## ")[0].strip().splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    codes = [int(cell) for cell in rows[0][1:]]
    return {
        row[0].strip("`"): {code for code, cell in zip(codes, row[1:], strict=True) if cell == "✓"}
        for row in rows[2:]
    }


TABLE = claims()

# Arguments by command and code; files are those that the fixture `folder` writes.
INVOCATIONS: dict[tuple[str, int], tuple[str, ...]] = {
    ("run", 0): ("--corpus", "tiny", "--no-baselines", "--system", "lead"),
    ("run", 2): ("--corpus", "tiny", "--system", "leed"),
    ("run", 4): ("--corpus", "tiny", "--no-baselines", "--system", "bad.py"),
    ("run", 5): ("--corpus", "broken.jsonl", "--no-baselines", "--system", "lead"),
    ("score", 0): ("outputs.jsonl", "--corpus", "tiny"),
    ("score", 2): ("outputs.jsonl", "--corpus", "nowhere"),
    ("score", 4): ("half.jsonl", "--corpus", "tiny"),
    ("score", 5): ("broken.jsonl", "--corpus", "tiny"),
    ("check", 0): ("article.txt", "right.txt"),
    ("check", 2): ("article.txt",),
    ("check", 3): ("article.txt", "wrong.txt"),
    ("check", 5): ("article.txt", "nowhere.txt"),
    ("show", 0): ("harbour-strike", "--corpus", "tiny"),
    ("show", 2): ("nowhere", "--corpus", "tiny"),
    ("show", 5): ("a", "--corpus", "broken.jsonl"),
    ("compare", 0): ("old", "new"),
    ("compare", 2): ("old", "new", "--column", "nothing"),
    ("compare", 5): ("old", "other"),
    ("report", 0): ("results/tiny", "--corpus", "tiny"),
    ("report", 2): ("results/tiny", "--nothing"),
    ("report", 5): ("nowhere",),
    ("gate", 0): ("old",),
    ("gate", 2): ("old", "--min", "nothing=1"),
    ("gate", 3): ("new", "--baseline", "old"),
    ("gate", 5): ("nowhere",),
    ("list", 0): ("metrics",),
    ("list", 2): ("nothing",),
    ("new", 0): ("system", "mine"),
    ("new", 2): ("nothing", "mine"),
    ("test", 0): ("lead",),
    ("test", 2): ("leed",),
    ("test", 3): ("bad.py",),
    ("audit", 0): ("tiny",),
    ("audit", 2): ("nowhere",),
    ("audit", 5): ("broken.jsonl",),
    ("calibrate", 0): ("labelled.jsonl",),
    ("calibrate", 2): ("labelled.jsonl", "--strictness", "extreme"),
    ("calibrate", 5): ("nowhere.jsonl",),
    ("sensitivity", 0): ("tiny", "--metrics", "facts"),
    ("sensitivity", 2): ("nowhere",),
    ("sensitivity", 4): ("tiny", "--metrics", "gone.py"),
    ("sensitivity", 5): ("broken.jsonl",),
}
ELSEWHERE = (1, 130)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with everything that the invocations name."""
    shutil.copytree(TINY, tmp_path / "tiny")
    article = (TINY / "harbour-strike" / "article.txt").read_text(encoding="utf-8")
    texts = {
        "article.txt": article,
        "right.txt": "About 430 drivers struck.",
        "wrong.txt": "About 530 drivers struck.",
        "broken.jsonl": "{\n",
        "gone.py": "from bench.errors import Unavailable\nCOLUMNS = {'x': 'any'}\n\n"
        "def measure(case, candidate):\n    raise Unavailable('no model')\n",
        "bad.py": "def summarize(article):\n    raise OSError('no route')\n",
    }
    rows = [{"system": "s", "article": a, "text": "430."} for a in ("harbour-strike", "twin-verdicts")]
    pairs = [
        {"id": str(label), "document": article, "summary": f"About {number} drivers.", "label": label}
        for number, label in ((430, 1), (530, 0))
    ]
    for name, lines in (("outputs.jsonl", rows), ("half.jsonl", rows[:1]), ("labelled.jsonl", pairs)):
        texts[name] = "".join(json.dumps(line) + "\n" for line in lines)
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    values = {"mine": {"facts": [0.5, 0.5]}}
    write_results(tmp_path / "old", values)
    write_results(tmp_path / "new", values, {("mine", "a00"): [found("9", "unsupported")]})
    write_results(tmp_path / "other", values, signature={"facts": "facts|rules:0"})
    return tmp_path


def test_every_command_has_its_row_and_no_other() -> None:
    assert set(TABLE) == set(COMMANDS)


def test_every_command_is_described_above_the_table() -> None:
    described = set(re.findall(r"^\| `sumbench (\w+)", DOCS, flags=re.MULTILINE))
    assert described == set(COMMANDS)


def test_every_code_that_is_claimed_has_an_invocation() -> None:
    claimed = {(name, code) for name, codes in TABLE.items() for code in codes if code not in ELSEWHERE}
    assert claimed == set(INVOCATIONS)


@pytest.mark.parametrize(("name", "code"), INVOCATIONS)
def test_an_invocation_ends_with_the_code_claimed(
    name: str, code: int, folder: Path, sumbench: Command
) -> None:
    if name == "report":
        assert sumbench("run", "--corpus", "tiny", "--no-baselines", "--system", "lead").returncode == 0
    done = sumbench(name, *INVOCATIONS[name, code])
    assert done.returncode == code, done.stdout + done.stderr
    if code in (2, 5) and name != "audit":
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize(
    ("raised", "code"), [(RuntimeError("no"), 1), (KeyboardInterrupt(), 130)], ids=["crash", "interrupt"]
)
def test_a_crash_is_1_and_an_interruption_130_in_every_command(
    name: str, raised: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Any:
        raise raised

    def get_command(self: Any, context: Any, asked: str) -> click.Command:
        return click.Command(asked, callback=fail)

    monkeypatch.setattr(bench.cli.Commands, "get_command", get_command)
    with pytest.raises(SystemExit) as ended:
        bench.cli.main([name])
    assert ended.value.code == code


@pytest.mark.skipif(not hasattr(signal, "pause"), reason="signals of this kind are Unix's")
def test_a_run_that_is_interrupted_from_outside_ends_with_130_and_the_same_command_finishes_it(
    folder: Path, sumbench: Command
) -> None:
    (folder / "slow.py").write_text(
        "import pathlib, signal\n\ndef summarize(article):\n    if not pathlib.Path('go').exists():\n"
        "        print('waiting', flush=True)\n        signal.pause()\n    return article.title\n",
        encoding="utf-8",
    )
    arguments = ("run", "--corpus", "tiny", "--no-baselines", "--system", "slow.py", "--jobs", "1")
    process = subprocess.Popen(
        [sys.executable, "-m", "bench", *arguments], cwd=folder, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL,
        preexec_fn=heed_interrupts,
    )  # fmt: skip
    assert process.stderr is not None
    # What an adapter prints goes to standard error.
    assert any("waiting" in line for line in process.stderr)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted; the same command goes on" in stderr
    (folder / "go").touch()
    assert sumbench(*arguments).returncode == 0
    assert Results(folder / "results" / "tiny").run.articles.keys() == {"harbour-strike", "twin-verdicts"}
