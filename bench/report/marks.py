"""A summary and its article in a terminal, each finding marked by sign and colour."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from bench.records import Finding
from bench.report.folded import print_folded
from bench.report.printable import printable

# Sign and style of each verdict; the sign tells it where there is no colour.
MARKS = {
    "supported": ("✓", "green"),
    "variant": ("≈", "green"),
    "derived": ("∑", "cyan"),
    "suspect": ("?", "yellow"),
    "misattached": ("↯", "bold magenta"),
    "unsupported": ("✗", "bold red"),
    "missing": ("○", "dim"),
}


def marked_summary(summary: str, findings: Sequence[Finding]) -> Text:
    """Return the summary with each finding in brackets behind its sign."""
    text = Text()
    summary = printable(summary)
    position = 0
    for finding in sorted(
        (f for f in findings if f.start is not None), key=lambda f: (f.start or 0, f.end or 0)
    ):
        start, end = finding.start or 0, finding.end or 0
        if start < position:
            continue
        sign, style = MARKS[finding.verdict]
        text.append(summary[position:start])
        text.append(f"[{sign} {summary[start:end]}]", style=style)
        position = end
    text.append(summary[position:])
    return text


def marked_article(article: str, findings: Sequence[Finding]) -> Text:
    """Return the article with the evidence of the findings underlined."""
    text = Text(printable(article))
    for finding in findings:
        for span in finding.evidence:
            text.stylize(f"underline {MARKS[finding.verdict][1]}", span.start, span.end)
    return text


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print a line per finding: sign, verdict, kind, claim, reason, place."""
    for finding in findings:
        sign, style = MARKS[finding.verdict]
        place = "" if finding.start is None else f" [{finding.start}:{finding.end}]"
        head = Text.assemble((f"{sign} {finding.verdict:<11}", style), f" {finding.kind:<7} ")
        line = Text(printable(finding.claim) + place)
        if finding.reason:
            line.append(f"  {printable(finding.reason)}", style="dim")
        print_folded(console, head, line)


def verdict_line(findings: Sequence[Finding]) -> str:
    """Return what a reader may conclude, in words that claim no more than was checked."""
    wrong = [finding for finding in findings if finding.verdict in ("unsupported", "misattached")]
    if wrong:
        return f"{len(wrong)} number or person error{'s' if len(wrong) > 1 else ''} found"
    return "no number or person error found"
