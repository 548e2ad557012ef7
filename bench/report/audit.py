"""The audit of a corpus as tables: in a terminal and as Markdown."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from bench.audit.figures import figure_lines
from bench.audit.outcome import Audit, Audited

HEADS = (
    "article",
    "words",
    "reference words",
    "copied",
    "numbers",
    "people",
    "key facts",
    "not as on the sheet",
)

_ONE_LINE = 110
"""Cells in which the heads find room in one line beside an id of usual length."""


def audit_table(result: Audit, width: int) -> Table:
    """Return a row per article: lengths, largest copied share, facts, differences from what is read.

    Where `width` cells are few, heads take several lines and long ids are cut, figures never.
    """
    table = Table(box=None, header_style="bold", pad_edge=False)
    for at, head in enumerate(HEADS):
        shown = head if width >= _ONE_LINE or not at else head.replace(" ", "\n")
        table.add_column(shown, justify="right" if at else "left", no_wrap=bool(at))
    for row in result.rows:
        article, *figures = _cells(row)
        # A column that may be folded gives way before the others do.
        table.add_row(Text(article, no_wrap=True, overflow="ellipsis"), *figures)
    return table


def _cells(row: Audited) -> tuple[str, ...]:
    lengths = ", ".join(map(str, row.references.values())) or "–"
    copied = f"{max(row.copied):.0%}" if row.copied else "–"
    tallies = [tally for tally in (row.number_tally, row.people_tally) if tally]
    differences = str(sum(len(tally.notes) for tally in tallies)) if tallies else "–"
    facts = map(str, (row.numbers, row.people, row.keys))
    return (row.article, str(row.words), lengths, copied, *facts, differences)


def figures_table(result: Audit) -> Table:
    """Return the figures of the corpus, one a line."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, text in figure_lines(result):
        table.add_row(name, text)
    return table


def audit_markdown(result: Audit) -> Iterator[str]:
    """Yield the lines of both tables in Markdown, the corpus as a whole first."""
    yield "| figure | mean (least to most), or rate with 95 % interval |"
    yield "| --- | --- |"
    for name, text in figure_lines(result):
        indent = "&nbsp;&nbsp;" if name.startswith(" ") else ""
        yield f"| {indent}{name.strip()} | {text} |"
    yield ""
    yield f"| {' | '.join(HEADS)} |"
    yield f"| --- |{' ---: |' * (len(HEADS) - 1)}"
    for row in result.rows:
        yield f"| {' | '.join(_cells(row))} |"
