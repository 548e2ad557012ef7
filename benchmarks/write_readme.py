"""Write the README's excerpts anew from the tables they are taken from: same columns, today's figures."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
EXCERPT = re.compile(
    r"(<!-- excerpt of (\S+?), (every row, )?.*?-->\n)(.*?)(?=<!-- end of excerpt -->)", re.S
)

Table = list[list[str]]


def cells(line: str) -> list[str]:
    """Return the cells of a row of a Markdown table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def tables(text: str) -> Iterator[Table]:
    """Yield the tables of a Markdown text as rows of cells: the head, the rule under it, the rest."""
    for table in re.findall(r"(?:^\|.*\n)+", text, re.M):
        yield [cells(line) for line in table.splitlines()]


def excerpt(shown: Table, source: str, every_row: bool) -> Table:
    """Return the columns of `shown` from the tables of `source`: every row, or those that are shown.

    A row is known by its first cell, which no two rows of such tables may share unless every row is taken.
    Raises StopIteration where `source` has no such row.
    """
    head, rule, *kept = shown
    found = [
        [row[table[0].index(name)] for name in head]
        for table in tables(source)
        if set(head) <= set(table[0])
        for row in table[2:]
    ]
    rows = found if every_row else [next(row for row in found if row[0] == old[0]) for old in kept]
    return [head, rule, *rows]


def written(table: Table) -> str:
    """Return the table in Markdown, its columns padded to one width."""
    head, rule, *rows = table
    right = [cell.endswith(":") for cell in rule]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * (width - 1) + ":" if end else "-" * width for width, end in zip(widths, right, strict=True)]
    lines = [
        " | ".join(c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True))
        for row in (head, rule, *rows)
    ]
    return "".join(f"| {line} |\n" for line in lines)


def renewed(text: str) -> str:
    """Return the README's text with its excerpts as their sources have them now."""

    def anew(match: re.Match[str]) -> str:
        before, path, every_row, shown = match.groups()
        source = (ROOT / path).read_text(encoding="utf-8")
        return before + written(excerpt(next(tables(shown)), source, bool(every_row)))

    return EXCERPT.sub(anew, text)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
