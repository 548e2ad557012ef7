"""The leaderboard's cells as text: which columns fit, what stands in them, and how wide they are."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bench.counted import counted
from bench.leaderboard import Leaderboard
from bench.report.columns import (
    Shown,
    best_values,
    fitting,
    groups,
    notes,
    ranks_of,
    shown_columns,
    text_of,
)
from bench.report.printable import printable
from bench.store import Run

PADDING = 2
"""Cells between two columns."""


class Line(NamedTuple):
    """One row: a heading of a group, or a system with its values; the best of a column ends with a star."""

    rank: str
    system: str
    cells: tuple[str, ...]
    ranked: bool = False

    @property
    def heading(self) -> bool:
        """Whether this is the heading of a group."""
        return not self.cells


class Grid(NamedTuple):
    """The table in at most so many cells; long names were cut and the least needed columns have gone."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    hidden: tuple[str, ...] = ()
    cut: bool = False

    def notes(self, board: Leaderboard, run: Run) -> list[str]:
        """Return the sentences under the table, one of them on the columns that found no room."""
        lines = [printable(note) for note in notes(board, run.partial, run.warnings)]
        if self.hidden:
            them = "it" if len(self.hidden) == 1 else "them"
            lines.append(f"No room here for {', '.join(self.hidden)}: leaderboard.csv has {them}.")
        if self.cut:
            lines.append("Names with … are cut here: leaderboard.csv has them whole.")
        return lines


def grid(board: Leaderboard, width: int) -> Grid:
    """Return the leaderboard's cells for a terminal of `width`."""
    columns = shown_columns(board)
    best = best_values(board, columns)
    names = {name: shortened(name, width // 2) for name in (str(row["system"]) for row in board.rows)}
    ranks = [ranks_of(row) for row in board.rows]
    room = width - _longest(names.values(), "system") - _longest(ranks, "rank") - 2 * PADDING
    every = columns
    columns = fitting(columns, {c.field: _width(board, c) + PADDING for c in columns}, room)
    hidden = tuple(column.head for column in every if column not in columns)
    lines: list[Line] = []
    for head, rows in groups(board):
        if head != "ranked":
            lines.append(Line("", head, ()))
        for row in rows:
            ranked = row["rank_low"] is not None
            texts = [(text_of(row, column), best.get(column.field)) for column in columns]
            cells = tuple(text + ("*" if ranked and text == most else " ") for text, most in texts)
            lines.append(Line(ranks_of(row), names[str(row["system"])], cells, ranked))
    cut = any(name != shown for name, shown in names.items())
    return Grid(tuple(column.head + " " for column in columns), tuple(lines), hidden, cut)


def shortened(name: str, most: int) -> str:
    """Return a name in at most `most` cells, its middle left out: options differ at both ends."""
    left = len(name) * 3 // 5
    shown, end = name, left
    while cell_len(shown) > most:
        left, end = (left - 1, end) if left > len(name) - end else (left, end + 1)
        shown = f"{name[:left]}…{name[end:]}"
    return shown


def leaderboard_lines(board: Leaderboard, run: Run, width: int) -> list[str]:
    """Return title, table and notes as plain lines, for a pipe or a file."""
    found = grid(board, width)
    rows = [("rank", "system", *found.heads), *((one.rank, one.system, *one.cells) for one in found.lines)]
    widths = [max(cell_len(row[at]) for row in rows if at < len(row)) for at in range(len(found.heads) + 2)]
    return [
        f"{title(run)}  {counted(board.articles, 'article')}",
        *(_joined(row, widths) for row in rows),
        *found.notes(board, run),
    ]


def title(run: Run) -> str:
    """Return a corpus's name and version."""
    return printable(f"{run.corpus['name']} {run.corpus['version']}".rstrip())


def cell_len(text: str) -> int:
    """Return how many cells of a terminal `text` takes: two for wide signs, none for marks on others."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
        if not unicodedata.combining(char)
    )


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    """Return one row, numbers to the right and names to the left."""
    spaces = [" " * (width - cell_len(text)) for text, width in zip(row, widths, strict=False)]
    cells = [text + s if at == 1 else s + text for at, (text, s) in enumerate(zip(row, spaces, strict=True))]
    return (" " * PADDING).join(cells).rstrip()


def _width(board: Leaderboard, column: Shown) -> int:
    """Return the cells a column needs: its head or widest value, and room for a star."""
    values = [text_of(row, column) for row in board.rows]
    return max(len(column.head), *(cell_len(value) for value in values)) + 1


def _longest(texts: Iterable[str], head: str) -> int:
    return max([len(head), *(cell_len(text) for text in texts)])
