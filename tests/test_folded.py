"""Lines beside their heads: nothing wider than the terminal, nothing folded in a pipe, no word lost."""

import io

import pytest
from rich.console import Console

from bench.report.folded import print_folded

LINE = "unsupported, though the article has 70,000 soldiers of whom 12 brigades stay until spring"


def printed(width: int, *, terminal: bool, head: str = "✗ number  ") -> list[str]:
    file = io.StringIO()
    print_folded(Console(file=file, width=width, force_terminal=terminal, color_system=None), head, LINE)
    return file.getvalue().splitlines()


@pytest.mark.parametrize("width", [40, 60, 80])
def test_what_has_no_room_beside_its_head_stands_below_its_beginning(width: int) -> None:
    first, *rest = printed(width, terminal=True)
    assert first.startswith("✗ number  unsupported")
    assert rest
    assert all(line.startswith(" " * 10 + line.strip()[0]) for line in rest)
    assert all(len(line) <= width and line == line.rstrip() for line in (first, *rest))
    assert " ".join(line[10:] for line in (first, *rest)) == LINE


def test_a_pipe_gets_one_line() -> None:
    assert printed(40, terminal=False) == ["✗ number  " + LINE]


def test_a_terminal_too_narrow_for_head_and_line_folds_by_itself() -> None:
    assert printed(25, terminal=True) == ["✗ number  " + LINE]
