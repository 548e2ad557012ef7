"""A results folder to be read again: each file when it is first asked for, checked against run.json."""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bench.errors import InputError
from bench.output_lines import read_outputs
from bench.records import Finding, Output, SystemKind
from bench.store import FINDINGS_HEAD, SCORES_HEAD, Run, finding_of, read_rows, read_run

TABLES = ("leaderboard.csv", "scores.csv", "findings.csv", "outputs.jsonl")
"""The files that belong together; run.json has a digest of each."""

_PIECE = 1 << 16

Scores = dict[str, dict[str, dict[str, float]]]
"""Values by system, column and article."""


class Place(NamedTuple):
    """A finding and the line of findings.csv that its row begins on."""

    line: int
    finding: Finding


class TableRow(NamedTuple):
    """One row of leaderboard.csv as it stands there, and its line."""

    line: int
    cells: Mapping[str, str]

    def number(self, column: str) -> float | None:
        """Return a cell as a number, None where it is blank. Raises ValueError for text."""
        return float(self.cells[column]) if self.cells[column] else None


class Results:
    """One results folder. Every part raises InputError naming file and line where it is not valid."""

    def __init__(self, folder: Path):
        """Read run.json; the other files are read when they are asked for."""
        self.folder = folder
        self.run: Run = read_run(folder)

    def kind(self, system: str) -> SystemKind:
        """Return whether a row is a system, baseline, control or bound."""
        kind: SystemKind = self.run.systems.get(system, {}).get("kind", "system")
        return kind

    @cached_property
    def outputs(self) -> dict[tuple[str, str], Output]:
        """Outputs by system and article."""
        path = self.folder / "outputs.jsonl"
        found: dict[tuple[str, str], Output] = {}
        for line, output in read_outputs(path):
            self._known(output.system, output.article, path, line)
            if (output.system, output.article) in found:
                raise InputError(
                    f"second output of {output.system!r} for {output.article!r}", path=path, line=line
                )
            found[output.system, output.article] = output
        return found

    @cached_property
    def scores(self) -> Scores:
        """Values of scores.csv; what does not apply to an article is not there."""
        path = self.folder / "scores.csv"
        found: Scores = {}
        for line, row in read_rows(path, SCORES_HEAD):
            self._known(row["system"], row["article"], path, line)
            values = found.setdefault(row["system"], {}).setdefault(row["metric"], {})
            try:
                values[row["article"]] = float(row["value"])
            except ValueError:
                raise InputError(
                    f"{row['value']!r} is no number", path=path, line=line, field="value"
                ) from None
        return found

    @cached_property
    def findings(self) -> dict[tuple[str, str], list[Place]]:
        """Findings by system and article, in order of the file."""
        path = self.folder / "findings.csv"
        found: dict[tuple[str, str], list[Place]] = {}
        for line, row in read_rows(path, FINDINGS_HEAD):
            self._known(row["system"], row["article"], path, line)
            try:
                place = Place(line, finding_of(row))
            except ValueError as error:
                raise InputError(f"not an offset: {error}", path=path, line=line) from None
            found.setdefault((row["system"], row["article"]), []).append(place)
        return found

    @cached_property
    def table(self) -> dict[str, TableRow]:
        """Rows of leaderboard.csv by system."""
        path = self.folder / "leaderboard.csv"
        rows = read_rows(path, ("rank_low", "rank_high", "system", "kind"))
        return {row["system"]: TableRow(line, row) for line, row in rows}

    @cached_property
    def columns(self) -> list[str]:
        """The columns of leaderboard.csv, in order."""
        with (self.folder / "leaderboard.csv").open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file), [])

    def edited(self) -> list[str]:
        """Return the files that are not the ones run.json was written with: edited, or merged by hand."""
        now = file_digests(self.folder, self.run.files)
        return [name for name, was in self.run.files.items() if now.get(name) != was]

    def _known(self, system: str, article: str, path: Path, line: int) -> None:
        """Raise InputError for a row that run.json knows nothing of."""
        for field, name, known in (
            ("system", system, self.run.systems),
            ("article", article, self.run.articles),
        ):
            if name not in known:
                raise InputError(
                    f"{name!r} is not in run.json: the files are not of one run; run it again",
                    path=path, line=line, field=field,
                )  # fmt: skip


def file_digests(folder: Path, names: Iterable[str] = TABLES) -> dict[str, str]:
    """Return 16 hexadecimal digits of each file that is there; line ends do not count."""
    return {name: _digest(folder / name) for name in names if (folder / name).is_file()}


def _digest(path: Path) -> str:
    """Return 16 hexadecimal digits of a file, read piece by piece: tables may be larger than the memory."""
    found = hashlib.sha256()
    held = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            piece = held + piece
            # The other half of a line end may come with the next piece.
            held = b"\r" if piece.endswith(b"\r") else b""
            found.update(piece[: len(piece) - len(held)].replace(b"\r\n", b"\n"))
    found.update(held)
    return found.hexdigest()[:16]


def statuses(results: Results, system: str) -> Iterator[tuple[str, str]]:
    """Yield each article of the run and what became of it, `missing` where there is no line for it."""
    for article in results.run.articles:
        output = results.outputs.get((system, article))
        yield article, output.status if output else "missing"
