"""A package of a stranger's announces a system; built, installed, listed, run."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT, TINY

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "stranger-summaries"
version = "0.3"
dependencies = ["sumbench"]

[project.entry-points."sumbench.systems"]
stranger = "stranger.adapter"
stranger-loud = "stranger.adapter:shout"
stranger-broken = "stranger.nowhere"
lead = "stranger.adapter"

[tool.hatch.build.targets.wheel]
packages = ["stranger"]
"""
ADAPTER = '''\
"""The stranger's way: the headline, then the first words."""

from bench.records import Article

from .joining import joined


def summarize(article: Article, *, words: int = 60, mark: str = ".") -> str:
    return joined(article.title + mark, article.text, words)


def shout(article, *, words=60):
    """The same in capitals."""
    return summarize(article, words=words).upper()
'''
ABOUT = "The stranger's way: the headline, then the first words."
JOINING = """\
def joined(title, text, words):
    return " ".join(f"{title} {text}".split()[:words])
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an empty environment in which only the stranger's wheel is installed.

    The harness and what it needs are lent by a path file: installing them is the packaging test's part.
    """
    place = tmp_path_factory.mktemp("stranger")
    (place / "project" / "stranger").mkdir(parents=True)
    (place / "project" / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    files = {"__init__.py": "raise SystemExit('listing must not import me')\n", "adapter.py": ADAPTER}
    for name, text in (files | {"joining.py": JOINING}).items():
        (place / "project" / "stranger" / name).write_text(text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)],
        cwd=place / "project", check=True, capture_output=True,
    )  # fmt: skip
    venv.create(place / "venv", with_pip=True, symlinks=True)
    made = place / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    wheel = next(place.glob("*.whl"))
    subprocess.run(
        [str(made), "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True
    )
    asked = [str(made), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    packages = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
    lent = f"{ROOT}\n{sysconfig.get_paths()['purelib']}\n"
    (packages / "lent.pth").write_text(lent, encoding="utf-8")
    return made


def sumbench(python: Path, folder: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SUMBENCH"))}
    return subprocess.run(
        [str(python), "-m", "bench", *map(str, arguments)],
        cwd=folder, env=clean | {"COLUMNS": "160"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_it_is_listed_without_running_its_code_with_its_faults_and_what_shadows_it(
    python: Path, tmp_path: Path
) -> None:
    done = sumbench(python, tmp_path, "list", "systems")
    assert done.returncode == 0, done.stderr
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    mine = {row[0]: row for row in rows if row[2] == "stranger-summaries"}
    assert mine["stranger"][3:] == [
        "words=60, mark='.'",
        "The stranger's way: the headline, then the first words.",
    ]
    assert mine["stranger-loud"][3] == "words=60"
    assert mine["stranger-broken"][4] == "BROKEN: module stranger.nowhere cannot be found"
    assert mine["lead"][4].endswith("(shadowed)")


def test_it_is_run_with_its_own_modules_and_options(python: Path, tmp_path: Path) -> None:
    installed = next((python.parents[1]).rglob("stranger/__init__.py"))
    installed.write_text("", encoding="utf-8")
    done = sumbench(
        python, tmp_path, "run", "--corpus", TINY, "--system", "stranger(mark=!)",
        "--system", "stranger-loud", "--no-baselines", "--metrics", "length", "--jobs", 2,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    outputs = (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8")
    assert '"system":"stranger(mark=!)"' in outputs
    assert '"system":"stranger-loud"' in outputs
    tested = sumbench(python, tmp_path, "test", "stranger")
    assert tested.returncode == 0, tested.stdout


def test_a_broken_one_is_an_error_when_used(python: Path, tmp_path: Path) -> None:
    done = sumbench(python, tmp_path, "run", "--corpus", TINY, "--system", "stranger-broken")
    assert done.returncode == 2
    assert "module stranger.nowhere cannot be found" in done.stderr
