"""GitHub workflow commands: each problem as an annotation on the row of the CSV that shows it."""

import os
from collections.abc import Iterator
from pathlib import Path

from bench.gate.verdict import Gate
from bench.report.gate_text import gate_headline, waiver_lines

SHOWN = 10
"""Annotations of one kind that GitHub shows for a step."""


def annotations(gate: Gate, root: Path) -> Iterator[str]:
    """Yield a line per problem; paths are relative to `root`, the folder of the checkout.

    Where there are more problems than are shown, the last one shown says how many are left.
    """
    problems = [(check, problem) for check in gate.failed for problem in check.problems]
    shown = problems if len(problems) <= SHOWN else problems[: SHOWN - 1]
    for check, problem in shown:
        file = _relative(Path(gate.results) / problem.file, root)
        place = f"file={_property(file)},line={problem.line},title={_property(f'sumbench: {check.rule}')}"
        yield f"::error {place}::{_data(problem.message)}"
    if len(shown) < len(problems):
        left = f"{gate_headline(gate)}; {len(problems) - len(shown)} more problems are in the log"
        yield f"::error title=sumbench::{_data(left)}"
    for line in waiver_lines(gate):
        if not line.startswith("waived"):
            yield f"::warning title=sumbench::{_data(line)}"


def _relative(path: Path, root: Path) -> str:
    """Return a path as it is named in the repository."""
    return Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()


def _data(text: str) -> str:
    """Escape what would end a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what would end a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
