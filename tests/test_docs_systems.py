"""Each code block of docs/add-a-system.md is run, in order, in an empty folder."""

import re
import shlex
import tomllib
from pathlib import Path

from tests.conftest import ROOT, TINY, Command

BLOCK = re.compile(r"(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```", re.DOTALL)
CHEAP = ("--corpus", TINY, "--metrics", "length", "--no-baselines")


def test_every_block_of_the_page_runs(sumbench: Command, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "add-a-system.md").read_text(encoding="utf-8")
    blocks = BLOCK.findall(page)
    assert len(blocks) >= 9
    for name, language, text in blocks:
        if language == "python":
            assert name
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
            tested = sumbench("test", "mine", MINE_TOKEN="not-a-real-token")
            assert tested.returncode == 0, tested.stdout
        elif language == "sh":
            for line in text.strip().splitlines():
                run_line(line, sumbench)
        else:
            assert language == "toml"
            tomllib.loads(text)


def run_line(line: str, sumbench: Command) -> None:
    words = shlex.split(line)
    variables = dict(words.pop(0).split("=", 1) for _ in range(2) if "=" in words[0])
    assert words[0] == "sumbench"
    more = CHEAP if words[1] == "run" else ()
    done = sumbench(*words[1:], *more, **variables)
    assert done.returncode == 0, (line, done.stdout, done.stderr)


def test_the_first_adapter_is_eight_lines() -> None:
    page = (ROOT / "docs" / "add-a-system.md").read_text(encoding="utf-8")
    first = BLOCK.search(page)
    assert first is not None
    assert len(first.group(3).splitlines()) <= 8
