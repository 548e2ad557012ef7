"""Standard output that is no terminal: plain lines, wide enough for whole tables."""

import os
import sys
from collections.abc import Iterable

WIDTH = 200
"""Cells of a line where nobody says how many there are."""


def is_piped() -> bool:
    """Return whether standard output is no terminal and nobody asks for colour all the same."""
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE") == "1"
    return not sys.stdout.isatty() and not forced


def pipe_width() -> int:
    """Return the width of tables: at least 200 cells, more where COLUMNS says so."""
    columns = os.environ.get("COLUMNS", "")
    return max(WIDTH, int(columns)) if columns.isdecimal() else WIDTH


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; go on without where the reader has had enough: the exit code stays the command's own."""
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:
        drop_output()


def drop_output() -> None:
    """Send what is printed from here on nowhere; Python would complain again when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
