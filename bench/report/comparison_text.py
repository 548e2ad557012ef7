"""A comparison for a terminal: what was lost first, then by how much."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bench.compare.comparison import Comparison, SystemComparison
from bench.compare.factdiff import FactChange
from bench.report.changes import (
    headline,
    number,
    outcome,
    p_value,
    place,
    remarks,
    sentence,
    sign,
    signed,
    status_sentence,
)
from bench.report.folded import print_folded
from bench.report.printable import printable

_STYLES = {"lost": "red", "won": "green", "better": "green", "worse": "red"}


def print_comparison(console: Console, comparison: Comparison, top: int = 5) -> None:
    """Print the comparison, at most `top` facts and articles of each sort; the rest is counted."""
    if comparison.forced:
        _line(console, f"FORCED: {'; '.join(comparison.forced)}", "bold red")
    _line(console, headline(comparison), "bold")
    for one in comparison.systems:
        _print_system(console, one, top)
    for remark in remarks(comparison):
        _line(console, remark, "dim")


def _print_system(console: Console, one: SystemComparison, top: int) -> None:
    """Print one system: outcome, facts, paired differences, articles."""
    _line(console, f"{one.system}: {outcome(one)}", "bold")
    for status in one.statuses[:top]:
        _line(console, f"! {status.article}: {status_sentence(status)}", "yellow", indent=2)
    _more(console, len(one.statuses) - top, "outputs")
    for facts in (one.lost, one.won):
        for change in facts[:top]:
            _print_change(console, change)
        _more(console, len(facts) - top, f"facts {facts[0].effect}" if facts else "")
    if one.differences:
        console.print(Padding(_differences(one, console.width - 2), (0, 0, 0, 2), expand=False))
    if one.moves:
        moves = [f"{move.article} {signed(move.difference)}" for move in one.moves[:top]]
        rest = f", {len(one.moves) - top} more" if len(one.moves) > top else ""
        _line(console, f"moved most in {one.moves[0].column}: {', '.join(moves)}{rest}", "", indent=2)
    if one.changed:
        _line(console, "; ".join(one.changed), "dim", indent=2)


def _print_change(console: Console, change: FactChange) -> None:
    """Print one fact with its article, its place and the words around it."""
    text = f"{sign(change)} {change.article}: {sentence(change)}  {place(change)}"
    _line(console, text, _STYLES.get(change.effect, ""), indent=2)
    if change.context:
        _line(console, change.context, "dim", indent=6)


def _more(console: Console, left: int, what: str) -> None:
    if left > 0:
        _line(console, f"… and {left} more {what} (all of them with --format json or --top)", "dim", indent=2)


def _line(console: Console, text: str, style: str, indent: int = 0) -> None:
    print_folded(console, " " * indent, printable(text), style)


def _differences(one: SystemComparison, room: int) -> Table:
    """Return the paired differences as a table in at most `room` cells; the least needed columns go first."""
    heads = ("column", "old", "new", "difference", "95 %", "articles moved", "verdict", "p")
    rows = [
        (
            row.column, number(row.old), number(row.new), signed(row.difference),
            "" if row.verdict == "same" else f"{signed(row.low)} to {signed(row.high)}",
            f"{row.moved} of {row.articles}", row.verdict, _bare(p_value(row)),
        )
        for row in one.differences
    ]  # fmt: skip
    widths = {head: max(map(len, cells)) + 2 for head, *cells in zip(heads, heads, *rows, strict=True)}
    for head in ("articles moved", "p", "95 %", "old", "new"):
        if sum(widths.values()) > room:
            del widths[head]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for head in widths:
        table.add_column(head, justify="left" if head in ("column", "verdict") else "right", no_wrap=True)
    for cells in rows:
        shown = dict(zip(heads, cells, strict=True))
        table.add_row(*(Text(shown[head], style=_STYLES.get(shown[head], "")) for head in widths))
    return table


def _bare(p: str) -> str:
    """Return a p-value without its name, which heads the column."""
    return p.removeprefix("p = ").removeprefix("p ")
