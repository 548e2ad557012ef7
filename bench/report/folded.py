"""A line of text for a console: folded beside its head on a terminal, whole into a pipe."""

from rich.console import Console
from rich.text import Text

_LEAST = 20
"""Cells below which folding makes a line no easier to read."""


def print_folded(console: Console, head: Text | str, line: Text | str, style: str = "") -> None:
    """Print `line` behind `head`; where it has no room beside it, the rest stands below its beginning."""
    head = Text(head) if isinstance(head, str) else head
    line = Text(line, style=style) if isinstance(line, str) else line
    room = console.width - head.cell_len
    if not console.is_terminal or room < _LEAST:
        console.print(head + line, soft_wrap=True)
        return
    for part in line.wrap(console, room, overflow="fold") or [line]:
        part.rstrip()
        console.print(head + part, no_wrap=True)
        head = Text(" " * head.cell_len)
