"""What must hold in any sound table; each breach is one sentence that stands under it."""

from collections.abc import Iterator

from bench.leaderboard import Leaderboard


def breaches(board: Leaderboard) -> list[str]:
    """Return what is wrong with a table, as sentences for its reader; [] for a sound one."""
    return list(_breaches(board))


def _breaches(board: Leaderboard) -> Iterator[str]:
    rows = {row["system"]: row for row in board.rows}
    score = board.ranked_by
    empty, lead, scrambled = rows.get("empty"), rows.get("lead"), rows.get("scrambled")
    values = [row[score] for row in board.rows if row[score] is not None and row is not empty]
    if empty is not None and empty[score] is not None and values and empty[score] >= min(values) > 0:
        yield f"BROKEN TABLE: `empty` is not last on {score}"
    if lead and scrambled and None not in (lead[score], scrambled[score]) and scrambled[score] >= lead[score]:
        yield f"BROKEN TABLE: `scrambled` is not below `lead` on {score}: planted errors go unseen"
    for row in board.rows:
        if row["failed"] and row["failed"] == row["articles"]:
            yield f"{row['system']} failed on every article"
