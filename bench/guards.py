"""What must hold in any sound table, and what its reader should be told; one sentence each."""

from collections.abc import Iterator, Mapping
from typing import Any

from bench import stats
from bench.counted import counted
from bench.leaderboard import RANKED, Leaderboard, Matrix

# A summary of whole article sentences: every word copied, new bigrams only where two sentences meet.
_COVERAGE = 0.98
_NOVELTY = 0.08
_BAND = (0.5, 1.5)
# With fewer articles no difference, however large, is significant at 0.05.
_TESTABLE = 6


def breaches(board: Leaderboard) -> list[str]:
    """Return what is wrong with a table, as sentences for its reader; [] for a sound one."""
    return list(_breaches(board))


def _breaches(board: Leaderboard) -> Iterator[str]:
    rows = {row["system"]: row for row in board.rows}
    score = board.ranked_by
    empty, lead, scrambled = rows.get("empty"), rows.get("lead"), rows.get("scrambled")
    values = [row[score] for row in board.rows if row[score] is not None and row is not empty]
    if empty is not None and empty[score] is not None and values and 0 < empty[score] >= min(values):
        yield f"BROKEN TABLE: `empty` is not last on {score}"
    if lead and scrambled and _same_texts(lead, scrambled):
        yield "`scrambled` is what `lead` writes: no error could be planted, so none is seen"
    elif (
        lead and scrambled and None not in (lead[score], scrambled[score]) and scrambled[score] >= lead[score]
    ):
        yield f"BROKEN TABLE: `scrambled` is not below `lead` on {score}: planted errors go unseen"
    for row in board.rows:
        if row["failed"] and row["failed"] == row["articles"]:
            yield f"{row['system']} failed on every article"


def _same_texts(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two rows are of the same summaries, as far as wording shows it; False where that is unknown."""
    columns = ("words", "coverage", "density", "chrf")
    return one.get("density") is not None and all(one.get(c) == other.get(c) for c in columns)


def remarks(board: Leaderboard, matrix: Matrix, systems: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return what a reader of a sound table should know, as sentences; `systems` are those of run.json."""
    return [
        *_unanswered(board, matrix),
        *_scrambled(board, matrix),
        *_copies(board),
        *_gap(board),
        *_lengths(board, systems),
    ]


def _unanswered(board: Leaderboard, matrix: Matrix) -> Iterator[str]:
    """Yield the articles for which no system wrote anything."""
    ranked = [row["system"] for row in board.rows if row["kind"] in RANKED]
    strangers = [row["system"] for row in board.rows if row["kind"] == "system"]
    for rows, what in ((ranked, "BROKEN TABLE: no row at all"), (strangers, "no system")):
        lost = [a for index, a in enumerate(matrix.articles) if rows and not matrix.anyone(rows, index)]
        if lost:
            more = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
            yield f"{what} has a summary of {', '.join(lost[:3])}{more}: they cannot tell rows apart"
            return


def _scrambled(board: Leaderboard, matrix: Matrix) -> Iterator[str]:
    """Yield a remark where planted errors lower the score, but not by more than chance might."""
    rows = {row["system"] for row in board.rows}
    if not {"lead", "scrambled"} <= rows or len(matrix.articles) < _TESTABLE:
        return
    pair = [matrix.column(system, board.ranked_by) for system in ("lead", "scrambled")]
    found = stats.paired_difference(*pair, seed=0)
    if found.articles >= _TESTABLE and found.mean > 0 and found.p > 0.05:
        yield (
            f"`scrambled` is below `lead` on {board.ranked_by}, but not significantly (p = {found.p:.2f}): "
            "the planted errors are hardly seen"
        )


def _copies(board: Leaderboard) -> Iterator[str]:
    """Yield the first row if it only copies."""
    first = next((row for row in board.rows if row["kind"] in RANKED), None)
    if first is None or None in (first.get("coverage"), first.get("novelty")):
        return
    if first["coverage"] >= _COVERAGE and first["novelty"] <= _NOVELTY:
        yield (
            f"{first['system']} is first and extractive: it copies the article's sentences, which are rarely "
            f"wrong (coverage {first['coverage']:.2f}, novel bigrams {first['novelty']:.2f})"
        )


def _gap(board: Leaderboard) -> Iterator[str]:
    """Yield a remark where the first two rows are nearer than the corpus can tell."""
    ranked = [row for row in board.rows if row["kind"] in RANKED]
    if board.detectable is None or len(ranked) < 2 or None in (r[board.ranked_by] for r in ranked[:2]):
        return
    first, second = ranked[:2]
    gap = first[board.ranked_by] - second[board.ranked_by]
    if gap < board.detectable:
        yield (
            f"{first['system']} leads {second['system']} by {gap:.3f} in {board.ranked_by}, less than the "
            f"{board.detectable:.3f} that {board.articles} articles can tell apart"
        )


def _lengths(board: Leaderboard, systems: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the ranked rows that keep far from their budget of words."""
    for row in board.rows:
        budget = systems.get(row["system"], {}).get("options", {}).get("words")
        words = row.get("words")
        if row["kind"] not in RANKED or not isinstance(budget, int) or not budget or words is None:
            continue
        if not _BAND[0] <= words / budget <= _BAND[1]:
            yield (
                f"{row['system']} writes {counted(round(words), 'word')} on average, outside {_BAND[0]:g} to "
                f"{_BAND[1]:g} times its budget of {budget}: compare it with others by its gain over lead"
            )
