"""Write the README's excerpt of the committed leaderboard: its columns, the rows as they stand now."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
EXCERPT = re.compile(r"(<!-- excerpt .*?-->\n)(.*?)(<!-- end of excerpt -->)", re.S)


def cells(line: str) -> list[str]:
    """Return the cells of a row of a Markdown table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def excerpt(head: list[str], board: str) -> str:
    """Return the columns `head` of a leaderboard in Markdown, every row."""
    table = [cells(line) for line in board.splitlines() if line.startswith("|")]
    columns = [table[0].index(name) for name in head]
    chosen = [
        [row[column] for column in columns] for row in table if row[table[0].index("system")].strip("-:")
    ]
    widths = [max(len(row[at]) for row in chosen) for at in range(len(head))]
    right = [cell.endswith(":") for cell in (table[1][column] for column in columns)]
    lines = [
        "| "
        + " | ".join(c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True))
        + " |"
        for row in chosen
    ]
    rule = ["-" * (width - 1) + ":" if end else "-" * width for width, end in zip(widths, right, strict=True)]
    return "\n".join([lines[0], "| " + " | ".join(rule) + " |", *lines[1:]]) + "\n"


def main() -> None:
    """Rewrite README.md in place."""
    text = README.read_text(encoding="utf-8")
    found = EXCERPT.search(text)
    assert found, "README.md has no excerpt to rewrite"
    board = (ROOT / "results" / "wire" / "leaderboard.md").read_text(encoding="utf-8")
    made = excerpt(cells(found[2].splitlines()[0]), board)
    README.write_text(text[: found.start(2)] + made + text[found.end(2) :], encoding="utf-8")


if __name__ == "__main__":
    main()
