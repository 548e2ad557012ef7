"""The command line and its surroundings: streams that are closed, readers that leave, keys that interrupt."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, TINY, heed_interrupts

ARTICLE = TINY / "harbour-strike" / "article.txt"
BENCH = (sys.executable, "-m", "bench")
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("group", [(), ("list",), ("new",)])
def test_a_group_without_a_command_says_what_it_has(group: tuple[str, ...]) -> None:
    done = subprocess.run([*BENCH, *group], env=HERE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines[0].startswith(" ".join(("Usage: sumbench", *group)))
    assert "Commands:" in lines


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list", "systems"), 0),
        (("audit", TINY), 0),
        (("show", "harbour-strike", "--corpus", TINY), 0),
        (("check", ARTICLE, "wrong.txt"), 3),
        (("check", "--pairs", "pairs.jsonl"), 0),
        (("--help",), 0),
    ],
)
def test_a_reader_that_leaves_early_changes_no_exit_code(
    arguments: tuple[object, ...], code: int, tmp_path: Path
) -> None:
    (tmp_path / "wrong.txt").write_text("About 530 drivers struck.\n", encoding="utf-8")
    pair = json.dumps({"id": 1, "document": "Two men died.", "summary": "Two men died."})
    (tmp_path / "pairs.jsonl").write_text(f"{pair}\n" * 500, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*BENCH, *map(str, arguments)], cwd=tmp_path, env=HERE, stdout=writing, stderr=subprocess.PIPE,
        text=True, check=False,
    )  # fmt: skip
    os.close(writing)
    assert done.returncode == code, done.stderr
    assert "Error" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the shell's words for it are Unix's")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), (">&-", 0), ("<&- >&- 2>&-", 0)])
def test_streams_that_the_caller_closed_end_nothing(closed: str, code: int) -> None:
    line = f'"{sys.executable}" -m bench check "{ARTICLE}" - {closed}'
    done = subprocess.run(
        ["sh", "-c", line], env=HERE, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.skipif(not hasattr(signal, "pause"), reason="signals of this kind are Unix's")
def test_an_interruption_of_busy_and_idle_processes_is_one_line(tmp_path: Path) -> None:
    # The whole group is interrupted, as a terminal does it: the parent, a busy worker and idle ones.
    (tmp_path / "slow.py").write_text(
        "import signal\n\ndef summarize(article):\n    if article.id == 'twin-verdicts':\n"
        "        print('waiting', flush=True)\n        signal.pause()\n    return article.title\n",
        encoding="utf-8",
    )
    arguments = ("run", "--corpus", str(TINY), "--no-baselines", "--system", "slow.py", "--jobs", "4")
    process = subprocess.Popen(
        [*BENCH, *arguments], cwd=tmp_path, env=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, start_new_session=True, preexec_fn=heed_interrupts,
    )  # fmt: skip
    assert process.stderr is not None
    assert any("waiting" in line for line in process.stderr)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert stderr == "interrupted; the same command goes on where this one stopped\n"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sumbench sc", "plain,score"),
        ("sumbench run --system textr", "plain,textrank"),
        ("sumbench run --system ./mi", "file,./mi"),
        ("sumbench run --corpus wi", "plain,wire"),
        ("sumbench run --corpus news --article st", "plain,storm"),
        ("sumbench show --corpus news exam", "plain,example"),
        ("sumbench check art", "file,art"),
        ("sumbench show --corpus broken.jsonl a", ""),
    ],
)
def test_the_tab_key_completes_names_and_then_files(tmp_path: Path, line: str, offered: str) -> None:
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    for arguments in (("corpus", "news"), ("article", "storm", "--corpus", "news")):
        subprocess.run([*BENCH, "new", *arguments], cwd=tmp_path, env=HERE, check=True, capture_output=True)
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    done = subprocess.run(
        [*BENCH], cwd=tmp_path, env={**HERE, **words, "_SUMBENCH_COMPLETE": "bash_complete"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == (offered, "")
