"""A comparison for a pull request: a short summary first, everything else folded."""

from collections.abc import Iterable, Iterator, Sequence

from bench.compare.comparison import Comparison, SystemComparison
from bench.compare.factdiff import FactChange
from bench.counted import counted
from bench.report.changes import (
    headline,
    number,
    p_value,
    place,
    remarks,
    sentence,
    sign,
    signed,
    status_sentence,
)
from bench.report.printable import printable

LONGEST = 60_000
"""Characters; GitHub takes 65,536 in a comment."""

_IN_SUMMARY = 5
_SYSTEMS_OPEN = 12


def comparison_markdown(comparison: Comparison, *, longest: int = LONGEST) -> str:
    """Return the whole comment, cut at the end of a part where it would grow too long."""
    parts = [*_summary(comparison), *(_details(one) for one in comparison.systems)]
    if notes := remarks(comparison):
        parts.append(folded(f"Notes ({len(notes)})", "".join(f"- {plain(note)}\n" for note in notes)))
    text = ""
    for at, part in enumerate(parts):
        if len(text) + len(part) > longest - 200:
            left = len(parts) - at
            return f"{text}\n{counted(left, 'part')} left out; `sumbench compare --format json` has them.\n"
        text += part + "\n"
    return text


def _summary(comparison: Comparison) -> Iterator[str]:
    """Yield what every reviewer should see: heading, table of outcomes, facts lost."""
    if comparison.forced:
        yield f"> **FORCED**: {plain('; '.join(comparison.forced))}\n"
    yield f"### sumbench: {plain(headline(comparison))}\n"
    if not comparison.systems:
        return
    rows = [
        (code(one.system), one.kind, *_first(one), str(len(one.lost)), str(len(one.won)))
        for one in comparison.systems[:_SYSTEMS_OPEN]
    ]
    yield table(("system", "kind", "column", "old → new", "verdict", "facts lost", "won"), rows)
    if len(comparison.systems) > _SYSTEMS_OPEN:
        yield f"{len(comparison.systems) - _SYSTEMS_OPEN} more systems below.\n"
    lost = [(one.system, change) for one in comparison.systems for change in one.lost]
    yield "".join(f"- {_fact(change, system)}\n" for system, change in lost[:_IN_SUMMARY])
    if len(lost) > _IN_SUMMARY:
        yield f"{len(lost) - _IN_SUMMARY} more facts lost below.\n"


def _first(one: SystemComparison) -> tuple[str, str, str]:
    """Return the first column's name, values and verdict."""
    if not one.differences:
        return "", "", ""
    row = one.differences[0]
    bold = "**" if row.verdict in ("better", "worse") else ""
    return row.column, f"{number(row.old)} → {number(row.new)}", f"{bold}{row.verdict}{bold}"


def _details(one: SystemComparison) -> str:
    """Return one system, folded: differences, facts won and lost, articles."""
    body = ""
    if one.differences:
        rows = [
            (
                row.column, number(row.old), number(row.new), signed(row.difference),
                "" if row.verdict == "same" else f"{signed(row.low)} to {signed(row.high)}",
                f"{row.moved} of {row.articles}", row.verdict, p_value(row),
            )
            for row in one.differences
        ]  # fmt: skip
        heads = ("column", "old", "new", "difference", "95 %", "articles moved", "verdict", "p, adjusted")
        body += table(heads, rows) + "\n"
    statuses = [f"{code(s.article)}: {plain(status_sentence(s))}" for s in one.statuses]
    body += _list("Outputs", statuses)
    body += _list("Facts lost", [_fact(change) for change in one.lost])
    body += _list("Facts won", [_fact(change) for change in one.won])
    moves = [
        f"{code(move.article)} {signed(move.difference)} ({_value(move.old)} → {_value(move.new)})"
        for move in one.moves
    ]
    body += _list(f"Articles by how far they moved in {one.moves[0].column}" if one.moves else "", moves)
    body += _list("The system itself", [plain(text) for text in one.changed])
    title = f"<code>{_html(one.system)}</code>: {len(one.lost)} lost, {len(one.won)} won"
    return folded(f"{title}, {counted(one.texts, 'other text')}", body)


def _value(value: float | None) -> str:
    return "–" if value is None else number(value)


def _fact(change: FactChange, system: str = "") -> str:
    """Return one fact as a list entry."""
    who = f"{code(system)} in " if system else ""
    words = f": {code(change.context)}" if change.context else ""
    return f"{sign(change)} {who}{code(change.article)}: {plain(sentence(change))}{words} ({place(change)})"


def _list(head: str, entries: Sequence[str], most: int = 50) -> str:
    """Return a headed list of at most `most` entries, "" for none."""
    if not entries:
        return ""
    rest = f"- … and {len(entries) - most} more\n" if len(entries) > most else ""
    return f"{head}:\n\n" + "".join(f"- {entry}\n" for entry in entries[:most]) + rest + "\n"


def folded(title: str, body: str) -> str:
    """Return a part that opens on a click; `title` is HTML."""
    return f"<details><summary>{title}</summary>\n\n{body.rstrip()}\n\n</details>\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; a bar inside a cell is kept."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def code(text: str) -> str:
    """Return text that comes from a summary or an article as code: no markup, no mention, no link in it."""
    return "`" + " ".join(printable(text.replace("`", "'")).split()) + "`" if text.strip() else ""


def plain(text: str) -> str:
    """Return a sentence with what Markdown or HTML would act on made harmless."""
    escaped = _html(" ".join(printable(text).split()))
    for char in "\\`*_[]~":
        escaped = escaped.replace(char, f"\\{char}")
    # A name after an @ would be called to the pull request, a bare address become a link.
    for active in ("@", "#", ":/", "www."):
        escaped = escaped.replace(active, f"{active[0]}\u200b{active[1:]}")
    return escaped


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
