"""leaderboard.md: the table for a repository's page or a pull request."""

from collections.abc import Sequence

from bench.counted import counted
from bench.leaderboard import Leaderboard
from bench.report.columns import best_values, groups, notes, ranks_of, shown_columns, text_of
from bench.store import Run


def leaderboard_markdown(board: Leaderboard, run: Run) -> str:
    """Return the whole page: title, table, notes, signature. A pure function of the results."""
    corpus = run.corpus
    title = f"# {corpus['name']} {corpus['version']}".rstrip()
    head = f"{title}: {counted(board.articles, 'article')}\n"
    remarks = "".join(f"- {note}\n" for note in notes(board, run.partial, run.warnings))
    signature = "".join(f"- `{line}`\n" for line in run.signature.values())
    return f"{head}\n{markdown_table(board)}\n{remarks}\nSignature:\n\n{signature}"


def markdown_table(board: Leaderboard) -> str:
    """Return the leaderboard as a Markdown table, best ranked values in bold."""
    columns = shown_columns(board)
    best = best_values(board, columns)
    lines = [["rank", "system", "kind", "facts 95 %", *(c.head for c in columns)]]
    for _, rows in groups(board):
        for row in rows:
            cells = [text_of(row, column) for column in columns]
            if row["rank_low"] is not None:
                pairs = zip(cells, columns, strict=True)
                cells = [f"**{cell}**" if cell == best.get(c.field) else cell for cell, c in pairs]
            interval = ""
            if row["facts_low"] is not None:
                interval = f"{row['facts_low']:.3f}–{row['facts_high']:.3f}"
            name = str(row["system"]).replace("|", "\\|").replace("`", "'")
            lines.append([ranks_of(row), f"`{name}`", row["kind"], interval, *cells])
    return _table(lines, left=3)


def _table(lines: Sequence[Sequence[str]], left: int) -> str:
    """Return rows as an aligned Markdown table; the first `left` columns are text."""
    widths = [max(3, *(len(line[i]) for line in lines)) for i in range(len(lines[0]))]
    out = []
    for number, line in enumerate(lines):
        cells = [
            cell.ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        out.append("| " + " | ".join(cells) + " |")
        if number == 0:
            rules = ["-" * w if i < left else "-" * (w - 1) + ":" for i, w in enumerate(widths)]
            out.append("| " + " | ".join(rules) + " |")
    return "\n".join(out) + "\n"
