"""Progress on stderr: a bar on a terminal, a plain line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.benchmark import Progress

_SECONDS_BETWEEN_LINES = 10.0


def waiting(folder: Path) -> None:
    """Say why nothing happens while another process writes `folder`."""
    print(f"another sumbench writes {folder}; waiting until it has ended", file=sys.stderr, flush=True)


@contextmanager
def progress() -> Iterator[Progress]:
    """Yield a function to be told how far each stage is; nothing is shown of what ends at once."""
    if sys.stderr.isatty():
        with _bar() as bar:
            yield bar
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Progress]:
    """Show a bar per stage on a terminal; it goes away at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        stages: dict[str, object] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done)  # type: ignore[arg-type]

        yield told


def _lines() -> Progress:
    """Print a line where the last one is ten seconds old."""
    last = time.monotonic()

    def told(stage: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            print(f"{stage}: {done} of {total}", file=sys.stderr, flush=True)

    return told
