"""The leaderboard for a terminal: aligned, as wide as there is room, readable without colour."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.counted import counted
from bench.leaderboard import Leaderboard
from bench.report.grid import PADDING, Grid, grid, title
from bench.store import Run


def print_leaderboard(console: Console, board: Leaderboard, run: Run) -> None:
    """Print title, table and notes."""
    articles = counted(board.articles, "article")
    console.print(Text.assemble((title(run), "bold"), f"  {articles}"), highlight=False)
    found = grid(board, console.width)
    console.print(_table(found))
    for note in found.notes(board, run):
        style = "bold red" if note.startswith(("BROKEN", "PARTIAL")) else "dim"
        console.print(Text(note, style=style), highlight=False, soft_wrap=not console.is_terminal)


def _table(found: Grid) -> Table:
    table = Table(box=None, padding=(0, PADDING, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("rank", justify="right", no_wrap=True)
    table.add_column("system", no_wrap=True, overflow="ellipsis")
    for head in found.heads:
        table.add_column(head, justify="right", no_wrap=True)
    for line in found.lines:
        if line.heading:
            table.add_row("", Text(line.system, style="dim italic"))
        else:
            cells = [Text(text, style="bold green" if text.endswith("*") else "") for text in line.cells]
            table.add_row(line.rank, Text(line.system), *cells, style="" if line.ranked else "dim")
    return table
