"""Rows of text as a table: in Markdown, or in columns as wide as there is room; the first row is the head."""

from collections.abc import Iterator, Sequence
from textwrap import fill

Rows = Sequence[Sequence[str]]

_DECIMALS = 4
_GAP = "  "
_LINE = 100
"""Characters to a line of prose in a pipe, where there is room for more."""


def decimal(value: float | None) -> str:
    """Return a figure as CSV files hold it, "" where there is none."""
    return "" if value is None else f"{value:.{_DECIMALS}f}"


def markdown_table(rows: Rows) -> str:
    """Return rows as a Markdown table; columns of numbers are set to the right."""
    head, *body = rows
    rules = ["---" if i == 0 or not _numeric(body, i) else "---:" for i in range(len(head))]
    lines = [head, rules, *([cell.replace("|", "\\|") for cell in row] for row in body)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _numeric(body: Rows, column: int) -> bool:
    return all(row[column][:1].isdigit() or row[column] in ("", "–") for row in body)


def aligned(rows: Rows, width: int, keys: int = 1) -> str:
    """Return rows in columns, the first to the left, in lines of at most `width` characters.

    Where they do not fit, the table goes on below itself, each part with the first `keys` columns: nothing is
    cut. A part has one column more than those, however wide.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_part(rows, widths, columns) for columns in _parts(widths, width, keys))


def caption(text: str, width: int) -> str:
    """Return a sentence beside a table, folded at `width` characters or where prose gets hard to read."""
    return fill(text, min(width, _LINE), break_on_hyphens=False) + "\n"


def _parts(widths: Sequence[int], room: int, keys: int) -> Iterator[list[int]]:
    """Yield the columns that stand beside one another."""
    first = list(range(keys))
    part = list(first)
    for column in range(keys, len(widths)):
        size = sum(widths[i] for i in (*part, column)) + len(_GAP) * len(part)
        if size > room and part != first:
            yield part
            part = list(first)
        part.append(column)
    yield part


def _part(rows: Rows, widths: Sequence[int], columns: Sequence[int]) -> str:
    lines = (
        _GAP.join(row[i].rjust(widths[i]) if i else row[i].ljust(widths[i]) for i in columns).rstrip()
        for row in rows
    )
    return "\n".join(lines) + "\n"
