"""README and CONTRIBUTING tell what the code does: the table is the committed one, commands run."""

import re
import runpy
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, TINY, Command

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SETUP = re.findall(r"^python3 -m venv .*$", README, re.M)


def test_the_excerpts_are_what_their_tables_say() -> None:
    write_readme = runpy.run_path(str(ROOT / "benchmarks" / "write_readme.py"))
    assert len(write_readme["EXCERPT"].findall(README)) == README.count("<!-- excerpt of ") == 3
    assert write_readme["renewed"](README) == README, "run benchmarks/write_readme.py"


def test_the_ledger_shown_is_what_the_command_prints(sumbench: Command, tmp_path: Path) -> None:
    shown = re.search(r"<!-- check: .*?```text\n(ARTICLE\n(.*?)\n\nSUMMARY\n(.*?)\n\n.*?)```", README, re.S)
    assert shown
    whole, article, marked = shown.groups()
    (tmp_path / "article.txt").write_text(article + "\n", encoding="utf-8")
    summary = re.sub(r"\[\S (.*?)\]", r"\1", marked)
    (tmp_path / "summary.txt").write_text(summary + "\n", encoding="utf-8")
    done = sumbench("check", "article.txt", "summary.txt")
    assert done.stdout == whole
    assert done.returncode == 3


def test_two_commands_do_all_the_set_up() -> None:
    assert len(SETUP) == 2
    assert SETUP[0].endswith("sumbench run")
    assert SETUP[1].endswith("pytest")
    assert SETUP[1] in CONTRIBUTING


def test_the_recipe_for_a_system_can_be_followed(sumbench: Command, tmp_path: Path) -> None:
    recipe = CONTRIBUTING.partition("## Add a system\n")[2].partition("\n## ")[0]
    commands = re.findall(r"`(sumbench [^`]*<[^`]*)`", recipe)
    assert len(commands) == 4
    for line in commands:
        named = line.replace("<name>", "mine").replace("<article>", "aberllyw-exam-results")
        done = sumbench(*shlex.split(named)[1:])
        assert done.returncode == 0, (line, done.stderr)
    assert "\nmine\n" in done.stdout


def test_the_recipe_for_an_article_writes_every_file_it_speaks_of(sumbench: Command, tmp_path: Path) -> None:
    recipe = CONTRIBUTING.partition("## Add an article\n")[2].partition("\n## ")[0]
    assert sumbench("new", "corpus", "wire-again").returncode == 0
    (line,) = re.findall(r"`(sumbench new [^`]*)`", recipe)
    named = line.replace("<id>", "a-fire").replace("--corpus wire", "--corpus wire-again")
    done = sumbench(*shlex.split(named)[1:])
    assert done.returncode == 0, done.stderr
    for file in re.findall(r"`(\w+\.(?:txt|toml))`", recipe):
        assert (tmp_path / "references" / "wire-again" / "a-fire" / file).is_file(), file


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
