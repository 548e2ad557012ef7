"""The leaderboard as a LaTeX table (booktabs), for papers."""

from bench.fairness import GAIN_COLUMNS
from bench.leaderboard import Leaderboard
from bench.report.board import board_of
from bench.report.columns import Shown, best_values, groups, ranks_of, shown_columns, text_of
from bench.results import Results

_HEADS = {
    "numbers_precision": "P", "numbers_recall": "R", "people_precision": "P", "people_recall": "R",
    "rouge1": "1", "rouge2": "2", "rougeLsum": "Lsum",
}  # fmt: skip
_SPANS = (
    ("Numbers", ("numbers_precision", "numbers_recall")),
    ("People", ("people_precision", "people_recall")),
    ("ROUGE", ("rouge1", "rouge2", "rougeLsum")),
)
_LEFT_OUT = ("rougeL", "compression", "coverage", "density", "novelty", "empty")
_ESCAPES = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{",
    "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}",
    ">": r"\textgreater{}", "|": r"\textbar{}",
}  # fmt: skip


def latex_table(results: Results) -> str:
    """Return a `table` environment: best ranked values in bold, bounds and controls set apart."""
    board = board_of(results)
    gains = {column.name for column in GAIN_COLUMNS}
    columns = [c for c in shown_columns(board) if c.field not in gains and c.field not in _LEFT_OUT]
    corpus = results.run.corpus
    name = escaped(f"{corpus.get('name', '')} {corpus.get('version', '')}".strip())
    caption = f"{name}, {board.articles} articles: mean over articles"
    if board.ranked_by == "facts":
        caption += ", 95\\,\\% interval of facts from resampled articles"
    caption += ". Ranks that overlap are ties."
    if results.run.partial:
        caption += f" Partial: {escaped(results.run.partial)}."
    lines = [
        "% Needs \\usepackage{booktabs}.",
        "\\begin{table}",
        "\\centering",
        f"\\caption{{{caption}}}",
        f"\\label{{tab:{_label(str(corpus.get('name', 'results')))}}}",
        "\\begin{tabular}{rll" + "r" * len(columns) + "}",
        "\\toprule",
        *_heads(columns, board.ranked_by),
        "\\midrule",
        *_rows(board, columns),
        "\\bottomrule",
        "\\end{tabular}",
        "\\end{table}",
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return text as LaTeX prints it; line breaks become spaces."""
    return "".join(_ESCAPES.get(char, char) for char in " ".join(text.split()))


def _label(name: str) -> str:
    return "".join(char if char.isascii() and char.isalnum() else "-" for char in name)


def _heads(columns: list[Shown], ranked_by: str) -> list[str]:
    """Return the head: a line of groups over a line of columns."""
    fields = [column.field for column in columns]
    over, rules, at = ["", "", ""], [], 0
    while at < len(fields):
        title, size = _group(fields, at)
        over.append(f"\\multicolumn{{{size}}}{{c}}{{{title}}}" if title else "")
        if title:
            rules.append(f"\\cmidrule(lr){{{at + 4}-{at + 3 + size}}}")
        at += size
    names = [_HEADS.get(column.field, escaped(column.head)) for column in columns]
    heads = ["rank", "system", "facts, 95\\,\\%" if ranked_by == "facts" else "", *names]
    first = [" & ".join(over) + " \\\\", "".join(rules)] if rules else []
    return [*first, " & ".join(heads) + " \\\\"]


def _group(fields: list[str], at: int) -> tuple[str, int]:
    """Return the title over the columns that begin at `at`, and how many they are."""
    for title, members in _SPANS:
        size = next((i for i, field in enumerate(fields[at:]) if field not in members), len(fields) - at)
        if size > 1:
            return title, size
    return "", 1


def _rows(board: Leaderboard, columns: list[Shown]) -> list[str]:
    """Return a line per row; groups after the first begin with a rule."""
    best = best_values(board, columns)
    lines = []
    for index, (_, rows) in enumerate(groups(board)):
        if index:
            lines.append("\\midrule")
        for row in rows:
            cells = []
            for column in columns:
                text = text_of(row, column).replace("–", "--")
                ranked = row["rank_low"] is not None
                cells.append(f"\\textbf{{{text}}}" if ranked and text == best.get(column.field) else text)
            interval = ""
            if row.get("facts_low") is not None:
                interval = f"{row['facts_low']:.3f}--{row['facts_high']:.3f}"
            lead = [ranks_of(row).replace("–", "--"), f"\\texttt{{{escaped(str(row['system']))}}}", interval]
            lines.append(" & ".join([*lead, *cells]) + " \\\\")
    return lines
