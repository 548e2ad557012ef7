"""Tables in columns: nothing is cut where there is little room."""

import pytest

from bench.report.tables import aligned

ROWS = [["set", "kind", "flagged", "passed"], ["frank", "x", "12.0", "3"], ["qags", "longer", "7.5", "100"]]


def test_a_table_that_fits_is_one() -> None:
    assert aligned(ROWS, 80) == (
        "set      kind  flagged  passed\nfrank       x     12.0       3\nqags   longer      7.5     100\n"
    )


@pytest.mark.parametrize("width", range(1, 40))
def test_every_cell_stands_in_a_line_with_its_keys(width: int) -> None:
    parts = aligned(ROWS, width, keys=2).split("\n\n")
    cells = [[line.split() for line in part.splitlines()] for part in parts]
    for row, wanted in enumerate(ROWS):
        assert all(part[row][:2] == wanted[:2] for part in cells)
        assert [cell for part in cells for cell in part[row][2:]] == wanted[2:]
    for part in parts:
        alone = len(part.splitlines()[0].split()) == 3
        assert alone or max(map(len, part.splitlines())) <= width
