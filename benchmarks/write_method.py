"""Measure everything on both parts and put the tables into docs/method.md, between its markers.

`python benchmarks/write_method.py` takes some minutes; what stands outside the markers is written by hand.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from blocks import filled
from figures import Figure
from labelled import LABELLED, SETS
from lines import Line
from validate import MEASURES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "method.md"
Found = dict[tuple[str, str], Line]

GROUPS = ("paraphrased-number", "derived", "binding", "name-form", "role", "speaker", "noise")

PROBES = (
    ("Number changed in value, unit or magnitude, human-written: caught", "numbers changed", "caught, human"),
    ("- the same, summaries people judged consistent: caught", "numbers changed", "caught, judged"),
    ("- the same, by language models: caught", "numbers changed", "caught, llm"),
    ("- false alarms on the untouched number, human-written", "numbers changed", "false alarms, human"),
    ("- false alarms, judged consistent", "numbers changed", "false alarms, judged"),
    ("- false alarms, language models", "numbers changed", "false alarms, llm"),
    (
        "- random wrong values believed to follow from others, human-written",
        "coincidences",
        "wrong values judged derived, human",
    ),
    ("Number exchanged for another of the article, AUC", "numbers exchanged", "AUC, all"),
    ("- caught at normal strictness", "numbers exchanged", "  strictness normal: caught"),
    ("- false alarms over all untouched numbers", "numbers exchanged", "  strictness normal: false alarms"),
    ("Outside, wrong given or joined name: caught, human-written", "people changed", "caught, human"),
    ("- caught, language models", "people changed", "caught, llm"),
    ("- caught, text without capitals", "people changed", "caught, judged-lower"),
    ("Correct variant of a name: accepted", "people varied", "accepted, all"),
    ("- misspelling or transliteration: accepted", "people varied", "accepted, all misspelling"),
    ("Person exchanged for another of the article, AUC", "people exchanged", "AUC, all"),
    ("- caught at normal strictness", "people exchanged", "  strictness normal: caught"),
    (
        "- false alarms over all sentences with a person",
        "people exchanged",
        "  strictness normal: false alarms",
    ),
    ("Statement given to another person: caught", "statements moved", "  strictness normal: caught"),
    ("- false alarms", "statements moved", "  strictness normal: false alarms"),
    ("Office given to another person: caught", "offices moved", "  strictness normal: caught"),
    ("- false alarms", "offices moved", "  strictness normal: false alarms"),
)
_AT_HIGH = "- at `--strictness high`"
LABELS = (
    ("EntFA mentions, numbers: AUC", "EntFA numbers", "AUC"),
    ("- recall / false alarms", "EntFA numbers", ("recall", "false alarms")),
    ("EntFA mentions, people: AUC", "EntFA people", "AUC"),
    ("- recall / false alarms", "EntFA people", ("recall", "false alarms")),
    (
        "- recall / false alarms, given names never given counted as absent",
        "EntFA people",
        ("recall, strict", "false alarms, strict"),
    ),
    ("EntFA strict label, verdict: balanced accuracy", "EntFA strict", "balanced accuracy"),
    ("- with given names never given counted as absent", "EntFA strict", "balanced accuracy, strict"),
    (_AT_HIGH, "EntFA strict", "balanced accuracy, high strictness"),
    ("FRANK, verdict: balanced accuracy", "FRANK", "balanced accuracy"),
    (_AT_HIGH, "FRANK", "balanced accuracy, high strictness"),
    ("- CNN/Daily Mail part", "FRANK", "balanced accuracy, cnndm"),
    ("- XSum part", "FRANK", "balanced accuracy, xsum"),
    ("XSumFaith, verdict: balanced accuracy", "XSumFaith", "balanced accuracy"),
    (_AT_HIGH, "XSumFaith", "balanced accuracy, high strictness"),
    ("Hard pairs written by hand: balanced accuracy", "hard pairs", "balanced accuracy"),
    *((f"- {group}", "hard pairs", f"  {group}: balanced accuracy") for group in GROUPS),
    ("Summaries of an article mangled by machine: balanced accuracy", "mangled article", "balanced accuracy"),
    (
        "Faithful summaries of 120 words, all reworded: summaries flagged",
        "faithful summaries",
        "flagged, any",
    ),
    (
        "- of their numbers, dates, people, offices and statements: flagged",
        "faithful summaries",
        "findings flagged",
    ),
    ("The corpus's own references flagged", "corpus references", "flagged, any"),
)
SCORE = (
    ("AUC, mean over the sets, each left out of fitting", "score, set left out", "AUC, mean over sets"),
    *((f"- {dataset}", "score, set left out", f"AUC, {dataset}") for dataset in SETS),
    (
        "Fine-tuned systems, CNN/Daily Mail half: balanced accuracy",
        "fine-tuned systems",
        "balanced accuracy, cnndm",
    ),
    ("Fine-tuned systems, XSum half: balanced accuracy", "fine-tuned systems", "balanced accuracy, xsum"),
    ("- mean of the two", "fine-tuned systems", "mean of the two"),
)


def measured(part: str) -> Found:
    """Return every line of a part by row and measure."""
    found: Found = {}
    for measure in MEASURES:
        print(f"{part}: {measure.name}", file=sys.stderr)
        found |= {(line.row, line.measure): line for line in measure.measure(part).lines}
    return found


def cell(figure: Figure | None) -> str:
    """Return a figure in percent with its interval, a dash where there is none."""
    if figure is None:
        return "–"
    if figure.low != figure.low:
        return f"{100 * figure.value:.1f}"
    return f"{100 * figure.value:.1f} ({100 * figure.low:.0f}–{100 * figure.high:.0f})"


def table(rows: Sequence[tuple[str, str, str | tuple[str, ...]]], dev: Found, held: Found) -> str:
    """Return a Markdown table of the rows that were measured on either part."""
    lines = ["| | dev | held out | cases held out |", "| --- | ---: | ---: | ---: |"]
    for title, row, wanted in rows:
        names = (wanted,) if isinstance(wanted, str) else wanted
        parts = [[found.get((row, name)) for name in names] for found in (dev, held)]
        if not any(line and line.figure for part in parts for line in part):
            continue
        cells = [" / ".join(cell(line.figure if line else None) for line in part) for part in parts]
        first = parts[1][0]
        cases = str(first.figure.cases) if first and first.figure else "–"
        lines.append(f"| {title} | {cells[0]} | {cells[1]} | {cases} |")
    return "\n".join(lines)


def strictness(dev: Found, held: Found) -> str:
    """Return the operating points of the three strictnesses on exchanged numbers and people."""
    lines = ["| | low | normal | high |", "| --- | ---: | ---: | ---: |"]
    for title, row in (
        ("numbers exchanged", "numbers exchanged"),
        ("people exchanged", "people exchanged"),
        ("statements moved", "statements moved"),
        ("offices moved", "offices moved"),
    ):
        cells = []
        for level in ("low", "normal", "high"):
            pair = [held.get((row, f"  strictness {level}: {what}")) for what in ("caught", "false alarms")]
            cells.append(" / ".join(f"{100 * p.figure.value:.1f}" if p and p.figure else "–" for p in pair))
        lines.append(f"| {title}: caught / false alarms | {' | '.join(cells)} |")
    return "\n".join(lines)


def flags(dev: Found, held: Found) -> str:
    """Return, per set and check, the share of consistent and of inconsistent summaries flagged."""
    checks = ("numbers", "people", "roles", "speakers", "names")
    lines = [f"| set | {' | '.join(checks)} |", "| --- |" + " ---: |" * len(checks)]
    for dataset in SETS:
        cells = []
        for check in checks:
            line = held.get((f"flagged {dataset}", check))
            other = re.search(r"of inconsistent +([\d.]+)", line.note) if line else None
            good = f"{100 * line.figure.value:.0f}" if line and line.figure else "–"
            cells.append(f"{good} / {float(other.group(1)):.0f}" if other else f"{good} / –")
        lines.append(f"| {dataset} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and write."""
    if not LABELLED.exists():
        sys.exit(f"skipped: no labelled data at {LABELLED}")
    dev, held = measured("dev"), measured("heldout")
    blocks = {
        "planted errors": table(PROBES, dev, held),
        "labels": table(LABELS, dev, held),
        "score": table(SCORE, dev, held),
        "strictness": strictness(dev, held),
        "flags": flags(dev, held),
    }
    filled(PAGE, blocks)


if __name__ == "__main__":
    main()
