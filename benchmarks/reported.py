"""A measured claim: what was compared with what, the ratio, and what it must be."""

import operator
from collections.abc import Sequence
from typing import NamedTuple

from interleaved import Ratio

_HOLDS = {">=": operator.ge, "<=": operator.le}


class Row(NamedTuple):
    """One line of docs/performance.md. `must` is a bound of the ratio, as (">=", 25); None for a peer."""

    what: str
    peer: str
    ratio: Ratio
    must: tuple[str, float] | None = None
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the median keeps the bound."""
        return self.must is None or _HOLDS[self.must[0]](self.ratio.median, self.must[1])


def shown(row: Row) -> str:
    """Return a row for a terminal."""
    bound = "" if row.must is None else f"must be {row.must[0]} {row.must[1]:g}"
    fault = "" if row.holds else "  DOES NOT HOLD"
    return f"  {row.what:58s} {row.ratio!s:26s} {bound:15s} {row.peer}; {row.note}{fault}"


def table(rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""
    lines = ["| what | against | ratio (median, range) | must | |", "| --- | --- | ---: | ---: | --- |"]
    for row in rows:
        bound = "–" if row.must is None else f"{_SIGN[row.must[0]]} {row.must[1]:g}"
        kept = "" if row.must is None else (" ✓" if row.holds else " ✗")
        lines.append(f"| {row.what} | {row.peer} | {row.ratio} | {bound}{kept} | {row.note} |")
    return "\n".join(lines)


_SIGN = {">=": "≥", "<=": "≤"}


def below(rows: Sequence[Row], share: float) -> list[Row]:
    """Return the rows that miss even `share` of what they must reach; bounds from above are widened by it."""
    return [
        row
        for row in rows
        if row.must is not None
        and not _HOLDS[row.must[0]](
            row.ratio.median, row.must[1] * share if row.must[0] == ">=" else row.must[1] / share
        )
    ]
