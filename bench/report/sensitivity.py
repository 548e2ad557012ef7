"""Sensitivity as text, Markdown, CSV, JSON and a picture."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.errors import InputError
from bench.report.figures import save
from bench.report.tables import aligned, caption, decimal, markdown_table
from bench.sensitivity import Cell, Sensitivity
from bench.store import csv_lines
from bench.whole import write_text

HEAD = ("edit", "harmless", "column", "cases", "falls", "rises", "mean", "tells")
_HEADS = {
    "numbers_precision": "num P", "numbers_recall": "num R", "people_precision": "ppl P",
    "people_recall": "ppl R", "consistent": "consistent", "facts": "facts", "rouge1": "R-1", "rouge2": "R-2",
    "rougeL": "R-L", "rougeLsum": "R-Lsum", "chrf": "chrF",
}  # fmt: skip
_ORDER = ("facts", "consistent", "numbers_precision", "numbers_recall", "people_precision", "people_recall")
_BEGIN = "<!-- sensitivity: begin, made by `sumbench sensitivity --into` -->"
_END = "<!-- sensitivity: end -->"


def columns_of(found: Sequence[str]) -> list[str]:
    """Return the columns in reading order: facts first, then wording."""
    return sorted(found, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))


def tells_rows(found: Sensitivity) -> list[list[str]]:
    """Return, per error and column, the chance of telling it from a harmless edit, in percent."""
    columns = columns_of(found.columns)
    rows = [["error", "texts", *(_HEADS.get(c, c) for c in columns)]]
    for edit, _, harmless in found.edits:
        if not harmless and any(cell.edit == edit for cell in found.cells):
            rows.append([edit, _cases(found, edit), *(_tells(found.cell(edit, c)) for c in columns)])
    return rows


def moves_rows(found: Sensitivity) -> list[list[str]]:
    """Return, per edit and column, how often it falls, in percent, and the mean change in points of 100."""
    columns = columns_of(found.columns)
    rows = [["edit", "texts", *(_HEADS.get(c, c) for c in columns)]]
    for edit, _, harmless in found.edits:
        if any(cell.edit == edit for cell in found.cells):
            name = f"({edit})" if harmless else edit
            rows.append([name, _cases(found, edit), *(_moved(found.cell(edit, c)) for c in columns)])
    return rows


def _cases(found: Sensitivity, edit: str) -> str:
    return str(max(cell.cases for cell in found.cells if cell.edit == edit))


def _tells(cell: Cell | None) -> str:
    return "–" if cell is None or cell.tells is None else f"{100 * cell.tells:.0f}"


def _moved(cell: Cell | None) -> str:
    if cell is None:
        return "–"
    mean = f"{100 * cell.mean:+.1f}".replace("-0.0", "0.0").replace("+0.0", "0.0").replace("-", "−")
    return f"{100 * cell.falls:.0f} {mean}"


def sensitivity_markdown(found: Sensitivity) -> str:
    """Return both tables and what they mean, as they stand in docs/metrics.md."""
    about = "\n".join(
        f"- {'harmless: ' if harmless else ''}**{name}**: {about}" for name, about, harmless in found.edits
    )
    return (
        f"Corpus {found.corpus}: each edit planted once, seed {found.seed}, in each of {found.texts} texts "
        f"(all references, each scored against the others, and the first sentences of {found.articles} "
        "articles) where the fact sheet gives it a place.\n\n"
        "Chance, in percent, that the error lowers a column more than a harmless edit does; 50 is blind, "
        "100 always sees it:\n\n"
        f"{markdown_table(tells_rows(found))}\n"
        "How often a column falls, in percent of the texts, and by how much it moves on average, in points "
        "of 100; harmless edits in brackets:\n\n"
        f"{markdown_table(moves_rows(found))}\n{about}\n"
    )


def sensitivity_text(found: Sensitivity, width: int) -> str:
    """Return both tables in plain columns of at most `width` characters."""
    tells = "Chance in percent that an error lowers a column more than a harmless edit (50: blind)"
    moves = (
        "How often a column falls, in percent, and its mean change in points of 100 (harmless edits in "
        "brackets)"
    )
    return "\n".join(
        (
            caption(
                f"{found.corpus}: {found.articles} articles, {found.texts} texts, seed {found.seed}", width
            ),
            caption(tells, width) + aligned(tells_rows(found), width),
            caption(moves, width) + aligned(moves_rows(found), width),
        )
    )


def sensitivity_csv(found: Sensitivity) -> str:
    """Return every cell, one a row."""
    rows = (
        (c.edit, int(c.harmless), c.column, c.cases, *map(decimal, (c.falls, c.rises, c.mean, c.tells)))
        for c in found.cells
    )
    return csv_lines([HEAD, *rows])


def sensitivity_json(found: Sensitivity) -> str:
    """Return everything as JSON."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n"


def write_sensitivity(found: Sensitivity, folder: Path) -> list[Path]:
    """Write sensitivity.csv, .md, .json, .svg and .png into `folder`; return their paths."""
    texts = {
        "sensitivity.csv": sensitivity_csv(found),
        "sensitivity.md": "# Sensitivity\n\n" + sensitivity_markdown(found),
        "sensitivity.json": sensitivity_json(found),
    }
    for name, text in texts.items():
        write_text(folder / name, text)
    pictures = save(lambda: _picture(found), folder / "sensitivity")
    return [*(folder / name for name in texts), *pictures]


def replace_block(path: Path, found: Sensitivity) -> None:
    """Put the tables between the marks of a file. Raises InputError where the marks are not there."""
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(_BEGIN) + ".*?" + re.escape(_END), re.DOTALL)
    if not pattern.search(text):
        raise InputError(f"no lines {_BEGIN!r} and {_END!r} to write between", path=path)
    block = f"{_BEGIN}\n\n{sensitivity_markdown(found)}\n{_END}"
    write_text(path, pattern.sub(lambda _: block, text, count=1))


def _picture(found: Sensitivity) -> Any:
    """Draw errors by columns, each square as dark as the column tells, with its percentage."""
    from matplotlib import pyplot
    from matplotlib.patches import Rectangle

    columns = columns_of(found.columns)
    errors = [name for name, _, harmless in found.edits if not harmless]
    errors = [name for name in errors if any(found.cell(name, column) for column in columns)]
    if not errors:
        return None
    figure, axes = pyplot.subplots(
        figsize=(1.6 + 0.62 * len(columns), 1.3 + 0.33 * len(errors)), layout="constrained"
    )
    for y, error in enumerate(errors):
        for x, column in enumerate(columns):
            cell = found.cell(error, column)
            told = 0.5 if cell is None or cell.tells is None else cell.tells
            depth = max(0.0, 2 * told - 1)
            axes.add_patch(Rectangle((x, y), 0.96, 0.94, color=pyplot.get_cmap("Blues")(0.08 + 0.8 * depth)))
            shade = "white" if depth > 0.55 else "#1d1c1a"
            axes.text(x + 0.48, y + 0.48, _tells(cell), ha="center", va="center", fontsize=8, color=shade)
    axes.set_xlim(0, len(columns))
    axes.set_ylim(len(errors), 0)
    axes.set_xticks(
        [i + 0.48 for i in range(len(columns))], [_HEADS.get(c, c) for c in columns], rotation=35, ha="left"
    )
    axes.set_yticks([i + 0.47 for i in range(len(errors))], errors)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_xlabel("chance in percent of telling the error from a harmless edit; 50 is blind", fontsize=8)
    return figure
