"""`report.html`: one file that shows results to a reader, and needs nothing beside it.

Articles, summaries and names are untrusted. What stands in the page itself is escaped by the template; what
the script shows, it shows as text. A policy in the page forbids every request and every other script.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from markupsafe import Markup

from bench.fairness import GAIN_COLUMNS
from bench.leaderboard import RANKED, Leaderboard
from bench.metrics import Column
from bench.records import Item
from bench.report.board import board_of
from bench.report.columns import Shown, best_values, groups, notes, ranks_of, shown_columns, text_of
from bench.report.page_data import VERDICTS, as_script, page_data, places
from bench.report.pictures import ceiling, histogram, interval_bar, rank_picture, scatter
from bench.results import Results

SIGNS = {
    "supported": ("✓", "the article says it"),
    "variant": (
        "≈",
        "the article says it in another spelling, a fuller name, another noun or fairly rounded",
    ),
    "derived": ("∑", "follows from what the article says by counting or one operation"),
    "suspect": ("?", "looks attached to the wrong thing, without explicit evidence; not scored"),
    "misattached": ("↯", "in the article, but about another thing, in another role or by another speaker"),
    "unsupported": ("✗", "nowhere in the article, or contradicted"),
    "missing": ("○", "a key fact that the summary leaves out"),
}

_MORE = ("articles", "failed", "empty")
# Shown when asked for: near others that are shown, or explained by them.
_HIDDEN = ("rougeL", "chrf", "compression", "coverage", "density", "novelty")


class Place(NamedTuple):
    """Where one system's facts come from, as a picture; `first` is the share from the first fifth."""

    system: str
    picture: Markup
    first: float


def report_page(results: Results, items: Mapping[str, Item], remarks: Sequence[str] = ()) -> str:
    """Return the page of a results folder; `items` are its articles, `remarks` what a reader must know.

    Raises InputError where a file of the folder is not valid.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    board = board_of(results)
    style, script = _asset("page.css"), _asset("page.js")
    environment = Environment(
        loader=PackageLoader("bench.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    corpus = results.run.corpus
    return environment.get_template("page.html.j2").render(
        title=f"{corpus.get('name', '')} {corpus.get('version', '')}".strip(),
        language=str(corpus.get("language") or "en"),
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        data=Markup(as_script(page_data(results, board, items))),
        board=board,
        kinds=sorted({row["kind"] for row in board.rows}),
        notes=[*remarks, *notes(board, results.run.partial, results.run.warnings)],
        table=_table(board),
        wide=scatter(board, 760),
        narrow=scatter(board, 350),
        ranks=rank_picture(board, 520),
        ranks_narrow=rank_picture(board, 320),
        places=_places(results, board, items),
        signs=[(verdict, *SIGNS[verdict]) for verdict in VERDICTS],
        meanings=[(c.name, c.about) for c in board.columns if c.about],
        signature=sorted(results.run.signature.items()),
        versions=sorted(results.run.versions.items()),
        with_texts=bool(items),
    )


def _asset(name: str) -> str:
    return (files("bench.report") / "templates" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return a content security policy under which only this style and this script count."""
    style_hash, script_hash = (
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _table(board: Leaderboard) -> dict[str, Any]:
    """Return the leaderboard's columns and rows as the template writes them."""
    columns = _columns(board)
    gains = {column.name for column in GAIN_COLUMNS}
    main = {column.field for column in shown_columns(board)} - gains - set(_HIDDEN)
    best = best_values(board, columns)
    scored = [row for row in board.rows if row[board.ranked_by] is not None]
    top = ceiling([max(row[board.ranked_by], row.get("facts_high") or 0) for row in scored])
    bodies = []
    for head, rows in groups(board):
        body = []
        for row in rows:
            cells = [_cell(row, column, best, column.field in main) for column in columns]
            bar = interval_bar(row, row[board.ranked_by], top)
            body.append({"row": row, "rank": ranks_of(row), "bar": bar, "cells": cells})
        bodies.append((head, body))
    heads = [(column, column.field in main) for column in columns]
    return {"columns": heads, "bodies": bodies, "scale": f"{top:g}", "interval": _interval_text}


def _columns(board: Leaderboard) -> list[Shown]:
    """Return every column that holds anything: the usual ones first, counts last."""
    shown = shown_columns(board)
    have = {column.field for column in shown}
    rest = sorted((column for column in board.columns if column.name not in have), key=lambda c: c.count)
    more = [Shown(name, name, 0) for name in _MORE if name not in have]
    more = [*(Shown(c.name, c.name, 0 if c.count else c.decimals, _higher(c)) for c in rest), *more]
    return [*shown, *(c for c in more if any(row.get(c.field) is not None for row in board.rows))]


def _higher(column: Column) -> bool | None:
    return {"higher": True, "lower": False}.get(column.better)


def _cell(row: Mapping[str, Any], column: Shown, best: Mapping[str, str], main: bool) -> dict[str, Any]:
    """Return one cell: text, value for sorting, whether it is the best and whether it is always shown."""
    text = text_of(row, column)
    value = row.get(column.field)
    is_best = row["kind"] in RANKED and text == best.get(column.field)
    return {"text": text, "value": "" if value is None else repr(value), "best": is_best, "main": main}


def _interval_text(row: Mapping[str, Any]) -> str:
    """Return the interval in words, "" where there is none."""
    if row.get("facts_low") is None:
        return ""
    return f"{row['facts_low']:.3f} to {row['facts_high']:.3f}"


def _places(results: Results, board: Leaderboard, items: Mapping[str, Item]) -> list[Place]:
    """Return where in the article the facts of each system come from, for those that state any."""
    lengths = {article: len(item.evidence) for article, item in items.items()}
    found = [(str(row["system"]), places(results, str(row["system"]), lengths)) for row in board.rows]
    shares = [(system, share) for system, share in found if share is not None]
    top = max([max(share) for _, share in shares], default=1.0)
    return [
        Place(system, histogram(share, top, _in_words(share)), sum(share[:2])) for system, share in shares
    ]


def _in_words(shares: Sequence[float]) -> str:
    """Return a histogram for those who do not see it."""
    return "share of facts by tenth of the article: " + ", ".join(f"{100 * share:.0f}%" for share in shares)
