"""What a table's order owes to a single article, or to one author's references."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from bench import stats
from bench.leaderboard import RANKED, Leaderboard, Matrix
from bench.records import ArticleScores
from bench.stats.arrays import DUST

_NOTHING = (0.0, 0)
COLUMNS = ("facts", "rouge1", "rouge2", "rougeL", "rougeLsum", "chrf")


class Dependence(NamedTuple):
    """How the order by one column changes when something is left out.

    `moved_by` names, per system, what moves its rank; `first` is the first place with everything in,
    `others` who is first instead without what.
    """

    column: str
    first: str
    ranks: dict[str, tuple[int, int, int]]
    moved_by: dict[str, list[str]]
    others: dict[str, str]

    def as_plain(self) -> dict[str, Any]:
        """Return the part of run.json: rank, best and worst rank, and what moves it."""
        return {
            "first": self.first,
            "first_without": self.others,
            "systems": {
                system: {"rank": rank, "low": low, "high": high, "moved_by": self.moved_by[system]}
                for system, (rank, low, high) in self.ranks.items()
            },
        }


class ReferencesLeftOut:
    """Means with one author's references left out, summed up article by article."""

    def __init__(self) -> None:
        """Start without scores."""
        self._sums: dict[tuple[str, str], dict[str, tuple[float, int]]] = {}
        self.authors: set[str] = set()

    def add(self, scores: ArticleScores) -> None:
        """Add one article's scores; where an author wrote no reference, the values are the full ones."""
        for output in scores.outputs:
            self._add(output.system, "", output.values)
            for author, values in output.without.items():
                self.authors.add(author)
                self._add(output.system, author, output.values | values)
                self._add(output.system, f"-{author}", output.values)

    def _add(self, system: str, what: str, values: Mapping[str, float | None]) -> None:
        sums = self._sums.setdefault((system, what), {})
        for column in COLUMNS:
            value = values.get(column)
            if value is not None:
                total, count = sums.get(column, _NOTHING)
                sums[column] = total + value, count + 1

    def mean(self, system: str, column: str, author: str = "") -> float:
        """Return the mean over articles, without the references of `author` if one is named."""
        total, count = self._sum(system, column, "")
        if author:
            full, articles = self._sum(system, column, f"-{author}")
            without, left = self._sum(system, column, author)
            total, count = total - full + without, count - articles + left
        return total / count if count else float("nan")

    def _sum(self, system: str, column: str, what: str) -> tuple[float, int]:
        return self._sums.get((system, what), {}).get(column, _NOTHING)


def without_one_article(matrix: Matrix, board: Leaderboard) -> Dependence | None:
    """Return how ranks by the ranking column depend on single articles; None below three articles."""
    systems = [row["system"] for row in board.rows if row["kind"] in RANKED]
    if len(systems) < 2 or len(matrix.articles) < 3:
        return None
    table = matrix.table(systems, board.ranked_by)
    changes = stats.leave_one_out(table)
    first = _first(systems, changes.rank)
    others: dict[str, str] = {}
    totals, counts = np.nansum(table, axis=1), (~np.isnan(table)).sum(axis=1)
    for index in {at for moved in changes.moved_by for at in moved}:
        column = table[:, index]
        left = counts - ~np.isnan(column)
        with np.errstate(invalid="ignore", divide="ignore"):
            means = np.where(left > 0, (totals - np.nan_to_num(column)) / left, np.nan)
        other = _first(systems, stats.ranks(means).tolist())
        if other != first:
            others[matrix.articles[index]] = other
    return _dependence(board.ranked_by, systems, changes, matrix.articles, first, others)


def without_one_author(references: ReferencesLeftOut, board: Leaderboard) -> list[Dependence]:
    """Return how ranks by each column depend on one author's references; only columns in which they do."""
    systems = [row["system"] for row in board.rows if row["kind"] in RANKED]
    authors = sorted(references.authors)
    found = []
    for column in COLUMNS if len(systems) > 1 and authors else ():
        means = np.array([references.mean(system, column) for system in systems])
        variants = np.array([[references.mean(s, column, author) for author in authors] for s in systems])
        if np.isnan(means).all() or not (np.abs(variants - means[:, np.newaxis]) > DUST).any():
            continue
        changes = stats.rank_changes(means, variants)
        first = _first(systems, changes.rank)
        each = stats.ranks(variants)
        firsts = {author: _first(systems, each[:, at].tolist()) for at, author in enumerate(authors)}
        others = {author: other for author, other in firsts.items() if other != first}
        found.append(_dependence(column, systems, changes, authors, first, others))
    return found


def _dependence(
    column: str, systems: Sequence[str], changes: stats.RankChanges, names: Sequence[str], first: str,
    others: Mapping[str, str],
) -> Dependence:  # fmt: skip
    """Put the ranks of each system and what moves them under their names."""
    ranks = dict(zip(systems, zip(changes.rank, changes.low, changes.high, strict=True), strict=True))
    moved = {
        system: sorted(names[index] for index in indices)
        for system, indices in zip(systems, changes.moved_by, strict=True)
    }
    return Dependence(column, first, ranks, moved, dict(sorted(others.items())))


def _first(systems: Sequence[str], ranks: Iterable[int]) -> str:
    """Return who is first, several by name where they tie."""
    return " and ".join(sorted(system for system, rank in zip(systems, ranks, strict=True) if rank == 1))


def dependence_notes(articles: Dependence | None, authors: Sequence[Dependence]) -> list[str]:
    """Return a sentence wherever the first place would be another's."""
    notes = []
    if articles is not None and articles.others:
        names = list(articles.others)
        shown = ", ".join(names[:3]) + (f" or {len(names) - 3} others" if len(names) > 3 else "")
        notes.append(
            f"the first place by {articles.column} hangs on single articles: without {shown} "
            f"it would be {_whose(articles)}, not {articles.first}'s"
        )
    moved = [one for one in authors if one.others]
    if moved:
        names = sorted({author for one in moved for author in one.others})
        notes.append(
            f"the first place by {', '.join(one.column for one in moved)} hangs on who wrote the references: "
            f"without {' or '.join(f'those of {name}' for name in names)} it would be another's"
        )
    return notes


def _whose(one: Dependence) -> str:
    """Return whose the first place would be; ties, whose members may be many, are told as such."""
    firsts = set(one.others.values())
    alone = sorted(firsts.intersection(one.ranks))
    owners = [" or ".join(alone) + "'s"] if alone else []
    return " or ".join([*owners, *(["shared"] if len(firsts) > len(alone) else [])])


def dependences(
    matrix: Matrix, references: ReferencesLeftOut, board: Leaderboard
) -> tuple[dict[str, Any], list[str]]:
    """Return the `sensitivity` of run.json, and what a reader of the table should know of it."""
    articles, authors = without_one_article(matrix, board), without_one_author(references, board)
    recorded = {
        "without_one_article": {articles.column: articles.as_plain()} if articles else {},
        "without_one_author": {one.column: one.as_plain() for one in authors},
    }
    return recorded, dependence_notes(articles, authors)
