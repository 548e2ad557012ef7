"""Which columns a reader sees first, under which head, and which values are best."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bench.fairness import GAIN_COLUMNS
from bench.leaderboard import RANKED, Leaderboard


class Shown(NamedTuple):
    """One column of a table for people: field, head, decimals; `higher` tells what is best, if anything."""

    field: str
    head: str
    decimals: int = 3
    higher: bool | None = None


_FACTS = (
    Shown("facts", "facts", 3, True),
    Shown("consistent", "consistent", 3, True),
    Shown("numbers_precision", "num P", 3, True),
    Shown("numbers_recall", "num R", 3, True),
    Shown("people_precision", "ppl P", 3, True),
    Shown("people_recall", "ppl R", 3, True),
)
_OVERLAP = (
    Shown("rouge1", "R-1", 3, True),
    Shown("rouge2", "R-2", 3, True),
    Shown("rougeL", "R-L", 3, True),
    Shown("rougeLsum", "R-Lsum", 3, True),
    Shown("chrf", "chrF", 3, True),
)
_SHAPE = (
    Shown("words", "words", 1),
    Shown("compression", "compr", 1),
    Shown("coverage", "cov", 2),
    Shown("density", "dens", 1),
    Shown("novelty", "novel", 2),
)
_LENGTH_FAIR = (
    Shown("facts_over_lead", "over lead", 3, True),
    Shown("facts_over_random", "over rand", 3, True),
)
_FAILURES = (Shown("failed", "failed", 0, False), Shown("empty", "empty", 0, False))
# What goes first when a terminal is narrow.
_LEAST_NEEDED = (
    "facts_over_random", "density", "compression", "rougeL", "coverage", "chrf", "novelty", "rouge1",
    "people_precision", "numbers_precision", "facts_over_lead", "words", "rougeLsum", "people_recall",
    "numbers_recall", "rouge2", "consistent",
)  # fmt: skip


def shown_columns(board: Leaderboard) -> list[Shown]:
    """Return the columns that hold anything in this table, in reading order."""
    failures = [c for c in _FAILURES if any(row[c.field] and row["kind"] in RANKED for row in board.rows)]
    known = [*_FACTS, *_LENGTH_FAIR, *_OVERLAP, *_SHAPE]
    hidden = {c.field for c in known} | {column.name for column in GAIN_COLUMNS}
    extra = [
        Shown(column.name, column.name, column.decimals, {"higher": True, "lower": False}.get(column.better))
        for column in board.columns
        if not column.count and column.name not in hidden
    ]
    columns = [*known, *extra, *failures]
    return [c for c in columns if any(row.get(c.field) is not None for row in board.rows)]


def fitting(columns: Sequence[Shown], widths: Mapping[str, int], room: int) -> list[Shown]:
    """Drop the least needed columns until the others fit `room` characters."""
    kept = list(columns)
    for field in _LEAST_NEEDED:
        if sum(widths[c.field] for c in kept) <= room:
            break
        kept = [c for c in kept if c.field != field]
    return kept


def text_of(row: Mapping[str, Any], column: Shown) -> str:
    """Return a value with the column's decimals, or "–" where it does not apply."""
    value = row.get(column.field)
    return "–" if value is None else f"{value:.{column.decimals}f}"


def ranks_of(row: Mapping[str, Any]) -> str:
    """Return the rank or rank interval, "" for unranked rows."""
    low, high = row["rank_low"], row["rank_high"]
    if low is None:
        return ""
    return str(low) if low == high else f"{low}–{high}"


def best_values(board: Leaderboard, columns: Sequence[Shown]) -> dict[str, str]:
    """Return the best shown value of each column among ranked rows, where there is more than one."""
    ranked = [row for row in board.rows if row["kind"] in RANKED]
    best: dict[str, str] = {}
    for column in columns:
        values = [row[column.field] for row in ranked if row.get(column.field) is not None]
        if column.higher is not None and len(values) > 1 and max(values) > min(values):
            value = max(values) if column.higher else min(values)
            best[column.field] = f"{value:.{column.decimals}f}"
    return best


def groups(board: Leaderboard) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the rows in their groups with a heading each: ranked, bounds, controls."""
    named = (("ranked", RANKED), ("bounds", ("bound",)), ("controls", ("control",)))
    rows = [(head, [row for row in board.rows if row["kind"] in kinds]) for head, kinds in named]
    return [(head, group) for head, group in rows if group]


def notes(board: Leaderboard, partial: str, warnings: Sequence[str]) -> list[str]:
    """Return the sentences that stand under a table."""
    lines = []
    if partial:
        lines.append(f"PARTIAL: {partial}; not comparable with a whole run.")
    lines += [f"{warning}." for warning in warnings]
    if board.ranked_by == "facts":
        lines.append(
            "Ranked by facts = K / (K + W + M): key facts kept, wrong claims, key facts missing; "
            "mean over articles."
        )
    elif all(row["consistent"] is None for row in board.rows):
        lines.append("The facts were not measured, so nothing ranks the rows (--metrics).")
    else:
        lines.append(
            "No fact sheets and no references: ranked by consistent, the share of summaries without error."
        )
    if sum(row["kind"] in RANKED for row in board.rows) > 1:
        lines.append(_detectable(board))
    return lines


def _detectable(board: Leaderboard) -> str:
    """Return the sentence on the smallest difference between ranked rows that these articles can show."""
    if board.detectable is None:
        few = "1 article is" if board.articles == 1 else f"{board.articles} articles are"
        return f"{few} too few to tell systems apart; all ranks are ties."
    if board.detectable < _NOTHING:
        return (
            f"Ranked rows differ alike on all {board.articles} articles: no smallest difference can be given."
        )
    rouge = board.detectable_rouge2
    more = f", and in rouge2 below {rouge:.3f}," if rouge is not None else ""
    return (
        f"With {board.articles} articles, differences in {board.ranked_by} below {board.detectable:.3f}"
        f"{more} are not told apart (80 % power); ranks that overlap are ties."
    )


_NOTHING = 0.0005
"""What the table's three decimals would show as 0."""
