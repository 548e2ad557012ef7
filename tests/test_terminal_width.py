"""What a terminal of 80 columns shows: no line of standard output is wider, whatever the command."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench.report.grid import cell_len
from tests.conftest import ROOT, TINY
from tests.report_results import make_results

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PAIR = '{"id": 1, "document": "Some 12 men met.", "summary": "Some 13 men met.", "label": 0}\n'
_LONG = "Mayor Ingeborg Solheimsviken-Haraldsdottir said 4,000 dockers of Nordhavn had walked out on Monday."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Results, a pair and labels."""
    folder = tmp_path_factory.mktemp("wide")
    make_results(TINY, folder / "old", metrics="facts,rouge")
    make_results(TINY, folder / "new")
    (folder / "pair.jsonl").write_text(_PAIR + _PAIR.replace('"label": 0', '"label": 1'), encoding="utf-8")
    (folder / "article.txt").write_text(_LONG.replace("4,000", "3,500"), encoding="utf-8")
    (folder / "summary.txt").write_text(_LONG, encoding="utf-8")
    return folder


def shown(folder: Path, *arguments: str) -> list[str]:
    """Return the lines that a terminal of 80 columns shows of a command's standard output."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "TERM": "xterm-256color"}
    with subprocess.Popen(
        [sys.executable, "-m", "bench", *arguments],
        cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL,
    ):  # fmt: skip
        os.close(theirs)
        text = b""
        try:
            while piece := os.read(ours, 1 << 16):
                text += piece
        except OSError:
            # Linux says so where the other end is closed.
            pass
    os.close(ours)
    return _STYLE.sub("", text.decode("utf-8")).replace("\r", "").splitlines()


@pytest.mark.parametrize(
    "command",
    [
        "list systems", "list metrics", "list corpora", f"audit {TINY}", "check article.txt summary.txt",
        f"show harbour-strike --corpus {TINY} --results new/tiny", "calibrate pair.jsonl --resamples 20",
        "compare old/tiny new/tiny", "gate new/tiny --baseline old/tiny --min facts=0.99",
        f"sensitivity {TINY} --metrics facts", "test lead",
        f"run --corpus {TINY} --dry-run --system lead(words=30)", f"run --corpus {TINY} --out again",
    ],
)  # fmt: skip
def test_no_line_is_wider_than_the_terminal(command: str, folder: Path) -> None:
    lines = shown(folder, *command.split())
    assert lines
    assert [line for line in lines if cell_len(line.rstrip()) > 80] == []
