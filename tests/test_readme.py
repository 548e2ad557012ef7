"""README tells what the code does: its table is the committed one, its commands run."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, TINY, Command

README = (ROOT / "README.md").read_text(encoding="utf-8")
SETUP = re.findall(r"^python3 -m venv .*$", README, re.M)


def test_the_excerpt_is_of_the_committed_leaderboard() -> None:
    excerpt = re.search(r"<!-- excerpt .*?-->\n(.*?)<!-- end of excerpt -->", README, re.S)
    assert excerpt
    rows = [cells(line) for line in excerpt.group(1).strip().splitlines()]
    committed = (ROOT / "results" / "wire" / "leaderboard.md").read_text(encoding="utf-8").splitlines()
    table = [cells(line) for line in committed if line.startswith("|")]
    columns = [table[0].index(head) for head in rows[0]]
    whole = [[row[i] for i in columns] for row in table]
    assert len(rows) > 5
    for row in rows[2:]:
        assert row in whole


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def test_two_commands_do_all_the_set_up() -> None:
    assert len(SETUP) == 2
    assert SETUP[0].endswith("sumbench run")
    assert SETUP[1].endswith("pytest")
    assert SETUP[1] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", re.findall(r"^sumbench .*$", README, re.M))
def test_every_command_shown_is_understood(line: str, sumbench: Command, tmp_path: Path) -> None:
    article = (TINY / "harbour-strike" / "article.txt").read_text(encoding="utf-8")
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    (tmp_path / "summary.txt").write_text("About 530 drivers are on strike.", encoding="utf-8")
    (tmp_path / "mine.py").write_text(re.findall(r"```python\n(.*?)```", README, re.S)[0], encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text('{"id": "a", "article": "One. Two."}\n', encoding="utf-8")
    (tmp_path / "outputs.jsonl").write_text(
        '{"system": "s", "article": "us-russia-video-call", "text": "They spoke."}\n', encoding="utf-8"
    )
    if "hf:" in line:
        reason = "needs the extra: sumbench[datasets]"
        pytest.importorskip("datasets", reason=reason).Dataset.from_list(
            [{"id": "a", "article": "One. Two.", "highlights": "Both."}]
        ).save_to_disk(str(tmp_path / "news"))
    shutil.copytree(ROOT / "results" / "wire", tmp_path / "results" / "wire")
    arguments = shlex.split(line, comments=True)[1:]
    done = sumbench(*arguments)
    # Part of a corpus was answered, and the summary has an error: both say so by their exit codes.
    assert done.returncode == {"check": 3, "score": 4}.get(arguments[0], 0), done.stderr
