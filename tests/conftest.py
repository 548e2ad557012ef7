"""What several tests need: the tiny corpus, a copy of it to break, the command line as a function."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A test fails for what it finds, never for how long a busy machine took.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "corpus"
SHARED = ROOT / ".." / "shared" / "data"


def heed_interrupts() -> None:
    """Let a child process be interrupted though this one was started in the background, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def tiny() -> Path:
    """The tiny corpus, to be read."""
    return TINY


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the tiny corpus, to be broken."""
    return Path(shutil.copytree(TINY, tmp_path / "broken"))


@pytest.fixture
def sumbench(tmp_path: Path) -> Command:
    """Run the command line in a process of its own, in an empty folder."""

    def run(
        *arguments: object, cwd: Path = tmp_path, text: str | None = None, **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        environment = {k: v for k, v in os.environ.items() if not k.startswith("SUMBENCH_")}
        environment |= {"PYTHONPATH": str(ROOT), "COLUMNS": "160", **variables}
        return subprocess.run(
            [sys.executable, "-m", "bench", *map(str, arguments)],
            cwd=cwd,
            env=environment,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def mangled() -> Path:
    """The mangled article that the project began with."""
    path = SHARED / "mangled" / "article.txt"
    if not path.is_file():
        pytest.skip("the mangled article is not beside this checkout (../shared/data/mangled)")
    return path
