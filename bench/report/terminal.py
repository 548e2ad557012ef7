"""The leaderboard for a terminal: aligned, as wide as there is room, readable without colour."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.leaderboard import Leaderboard
from bench.report.columns import (
    Shown,
    best_values,
    counted,
    fitting,
    groups,
    notes,
    ranks_of,
    shown_columns,
    text_of,
)
from bench.store import Run

_PADDING = 2


def print_leaderboard(console: Console, board: Leaderboard, run: Run) -> None:
    """Print title, table and notes."""
    corpus = run.corpus
    title = f"{corpus['name']} {corpus['version']}".rstrip()
    console.print(Text.assemble((title, "bold"), f"  {counted(board.articles, 'article')}"), highlight=False)
    console.print(leaderboard_table(board, console.width))
    for note in notes(board, run.partial, run.warnings):
        style = "bold red" if note.startswith(("BROKEN", "PARTIAL")) else "dim"
        console.print(Text(note, style=style), highlight=False, soft_wrap=not console.is_terminal)


def leaderboard_table(board: Leaderboard, width: int) -> Table:
    """Return the table in at most `width` cells; the least needed columns go first."""
    columns = shown_columns(board)
    best = best_values(board, columns)
    names = [str(row["system"]) for row in board.rows]
    ranks = [ranks_of(row) for row in board.rows]
    room = width - _longest(names, "system") - _longest(ranks, "rank") - 2 * _PADDING
    widths = {c.field: _width(board, c, best) + _PADDING for c in columns}
    columns = fitting(columns, widths, room)
    table = Table(box=None, padding=(0, _PADDING, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("rank", justify="right", no_wrap=True)
    table.add_column("system", no_wrap=True, overflow="ellipsis")
    for column in columns:
        table.add_column(column.head + " ", justify="right", no_wrap=True)
    for head, rows in groups(board):
        if head != "ranked":
            table.add_row("", Text(head, style="dim italic"))
        for row in rows:
            ranked = row["rank_low"] is not None
            cells = [_cell(text_of(row, c), ranked and text_of(row, c) == best.get(c.field)) for c in columns]
            table.add_row(ranks_of(row), Text(str(row["system"])), *cells, style="" if ranked else "dim")
    return table


def _cell(text: str, best: bool) -> Text:
    """Return a value; the best of its column is bold and has a star, for those who see no bold."""
    return Text(text + "*", style="bold green") if best else Text(text + " ")


def _width(board: Leaderboard, column: Shown, best: dict[str, str]) -> int:
    """Return the cells a column needs: its head or widest value, and room for a star."""
    values = [text_of(row, column) for row in board.rows]
    return max(len(column.head), *(cell_len(value) for value in values)) + 1


def _longest(texts: Sequence[str], head: str) -> int:
    return max([len(head), *(cell_len(text) for text in texts)])
