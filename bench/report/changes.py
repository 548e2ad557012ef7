"""Words for what changed: the same sentences in a terminal, a pull request and an annotation."""

from collections.abc import Sequence

from bench.compare.comparison import Comparison, StatusChange, SystemComparison
from bench.compare.factdiff import FactChange
from bench.compare.paired import ColumnDifference
from bench.counted import counted
from bench.records import WRONG

SIGNS = {
    "lost": {"missing": "○", "misattached": "↯", "unsupported": "✗"},
    "won": {"missing": "●", "misattached": "✓", "unsupported": "✓"},
}


def sign(change: FactChange) -> str:
    """Return the sign of a fact lost or won; "·" for a change that is neither."""
    known = SIGNS.get(change.effect, {})
    return known.get(change.new if change.effect == "lost" else change.old, "·")


def sentence(change: FactChange) -> str:
    """Return what happened to one claim: `number 90,000 is unsupported (was not said)`."""
    what = f"{change.kind} {change.claim}"
    if change.new == "missing":
        return f"key {what} is missing now"
    if change.old == "missing" and not change.new:
        return f"key {what} is kept now"
    if not change.new:
        return f"{what} is no longer said (was {change.old})"
    said = f"was {change.old}" if change.old else "was not said"
    return f"{what} is {change.new} ({said})"


def place(change: FactChange) -> str:
    """Return where a change can be looked up: the line of findings.csv."""
    return f"{'old ' if change.of == 'old' else ''}findings.csv:{change.line}"


def status_sentence(change: StatusChange) -> str:
    """Return what became of an output: `ok → error: OSError: no route`."""
    reason = f": {change.error}" if change.error else ""
    return f"output {change.old} → {change.new}{reason}"


def number(value: float) -> str:
    """Return a score with three decimals, or a whole number as it is."""
    return str(int(value)) if float(value).is_integer() and abs(value) > 1 else f"{value:.3f}"


def signed(value: float) -> str:
    """Return a difference with its sign, U+2212 for minus; 0 without one."""
    text = f"{abs(value):.3f}"
    return f"{'−' if value < 0 else '+'}{text}" if float(text) else text


def p_value(row: ColumnDifference) -> str:
    """Return the p-value in words of fixed width; "" where nothing moved."""
    if row.verdict == "same":
        return ""
    return "p < 0.001" if row.p < 0.001 else f"p = {row.p:.3f}"


def main_row(one: SystemComparison) -> ColumnDifference | None:
    """Return the difference of the first column, if it applies."""
    return one.differences[0] if one.differences else None


def outcome(one: SystemComparison) -> str:
    """Return a system's outcome in one line: facts lost and won, and the first column."""
    parts = []
    if one.statuses:
        parts.append(counted(len(one.statuses), "output") + " changed status")
    wrong = sum(1 for change in one.lost if change.new in WRONG)
    parts.append(f"{counted(len(one.lost), 'fact')} lost" + (f" ({wrong} wrong)" if wrong else ""))
    parts.append(f"{len(one.won)} won")
    row = main_row(one)
    if row is not None:
        parts.append(f"{row.column} {number(row.old)} → {number(row.new)}, {judgement(row)}")
    return "; ".join(parts)


def judgement(row: ColumnDifference) -> str:
    """Return a verdict with its p-value: `not separable (p = 1.000)`."""
    p = p_value(row)
    return f"{row.verdict} ({p})" if p else row.verdict


def headline(comparison: Comparison) -> str:
    """Return one line: what was compared, and whether anything differs."""
    compared = len(comparison.systems) + len(comparison.systems_same)
    what = f"{counted(comparison.articles, 'article')}, {counted(compared, 'system')}"
    if comparison.same:
        return f"no difference ({comparison.corpus}: {what})"
    return f"{comparison.corpus}: {what} compared, {len(comparison.systems)} with a difference"


def remarks(comparison: Comparison) -> list[str]:
    """Return everything that limits the comparison, as sentences."""
    lines = [f"only versions differ: {', '.join(comparison.versions)}"] if comparison.versions else []
    lines += list(comparison.notes)
    lists: Sequence[tuple[str, Sequence[str]]] = (
        ("articles with another text, not compared", comparison.articles_changed),
        ("articles only in the old results", comparison.articles_only_old),
        ("articles only in the new results", comparison.articles_only_new),
        ("systems only in the old results", comparison.systems_only_old),
        ("systems only in the new results", comparison.systems_only_new),
        ("without a difference", comparison.systems_same if not comparison.same else ()),
    )
    return lines + [f"{what} ({len(names)}): {', '.join(names)}" for what, names in lists if names]
