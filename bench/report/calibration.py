"""Calibration as text, Markdown, CSV and a picture."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.calibrate import CHECKS, Calibration, Figure
from bench.calibrate.figures import ALL_SETS
from bench.report.tables import aligned, caption, decimal, markdown_table
from bench.store import csv_lines
from bench.whole import write_text

HEAD = ("dataset", "of", "check", "measure", "value", "low", "high", "cases")
_MEANING = (
    "Percent, with 95 % intervals. bAcc: balanced accuracy of the yes/no verdict, 50 is chance. Precision "
    "and recall are of finding an inconsistent summary; false alarms are consistent summaries that are "
    "flagged, by any check or by that of numbers, people or names"
)
_COLUMNS = (
    ("verdict bAcc", "any", "balanced accuracy"),
    ("score AUC", "score", "auc"),
    ("precision", "any", "precision"),
    ("recall", "any", "recall"),
    ("false alarms", "any", "false alarms"),
    ("by numbers", "numbers", "false alarms"),
    ("by people", "people", "false alarms"),
    ("by names", "names", "false alarms"),
)


def write_calibration(calibration: Calibration, folder: Path) -> tuple[Path, ...]:
    """Write calibration.csv, .md, .json, .svg, .png and examples.csv into `folder`; return their paths."""
    texts = {
        "calibration.csv": calibration_csv(calibration),
        "calibration.md": calibration_markdown(calibration),
        "calibration.json": msgspec.json.format(msgspec.json.encode(calibration), indent=1).decode() + "\n",
        "examples.csv": examples_csv(calibration),
    }
    for name, text in texts.items():
        write_text(folder / name, text)
    pictures = [folder / "calibration.svg", folder / "calibration.png"]
    draw_calibration(calibration, pictures)
    return (*(folder / name for name in texts), *pictures)


def calibration_csv(calibration: Calibration) -> str:
    """Return every figure, one a row."""
    rows = (
        (f.dataset, f.of, f.check, f.measure, *map(decimal, (f.value, f.low, f.high)), f.cases)
        for f in calibration.figures
    )
    return csv_lines([HEAD, *rows])


def examples_csv(calibration: Calibration) -> str:
    """Return misses and false alarms for reading, one a row."""
    rows = ((e.dataset, e.kind, e.id, e.text, e.reason) for e in calibration.examples)
    return csv_lines([("dataset", "kind", "id", "text", "reason"), *rows])


def percent(figure: Figure | None) -> str:
    """Return a figure in percent with its interval: `67.2 (64-70)`; a dash where it is undefined."""
    if figure is None or figure.value is None:
        return "–"
    text = f"{100 * figure.value:.1f}"
    if figure.low is not None and figure.high is not None:
        text += f" ({100 * figure.low:.0f}–{100 * figure.high:.0f})"
    return text


def summary_rows(calibration: Calibration) -> list[list[str]]:
    """Return the table for people: a head, a row per set, and the mean over several sets."""
    found = {(f.dataset, f.of, f.check, f.measure): f for f in calibration.figures}
    sizes = {size.dataset: size for size in calibration.sets}
    rows = [["set", "pairs", "inconsistent", *(head for head, _, _ in _COLUMNS)]]
    for dataset in (*sizes, ALL_SETS) if len(sizes) > 1 else sizes:
        size = sizes.get(dataset)
        counts = [str(size.pairs), str(size.inconsistent)] if size else ["", ""]
        figures = (found.get((dataset, "summaries", check, measure)) for _, check, measure in _COLUMNS)
        rows.append([dataset, *counts, *map(percent, figures)])
    return rows


def error_type_rows(calibration: Calibration) -> list[list[str]]:
    """Return recall by people's error types: by any check and by each."""
    kinds: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in calibration.figures:
        if figure.of not in ("summaries", "flags", "marked spans"):
            kinds.setdefault((figure.dataset, figure.of), {})[figure.check] = figure
    rows = [["set", "error type", "summaries", "flagged", "by numbers", "by people", "by names"]]
    for (dataset, kind), found in kinds.items():
        cases = str(found["any"].cases)
        rows.append([dataset, kind, cases, *(percent(found.get(c)) for c in ("any", *CHECKS))])
    return rows


def mention_rows(calibration: Calibration) -> list[list[str]]:
    """Return, where people marked places: share of flags inside, share of marked claims flagged."""
    found = {(f.dataset, f.check, f.of): f for f in calibration.figures if f.of in ("flags", "marked spans")}
    rows = [["set", "check", "flags", "flags inside a marked span", "marked spans with a claim", "flagged"]]
    for dataset, check in dict.fromkeys((dataset, check) for dataset, check, _ in found):
        flags, spans = found.get((dataset, check, "flags")), found.get((dataset, check, "marked spans"))
        counts = [str(f.cases) if f else "0" for f in (flags, spans)]
        rows.append([dataset, check, counts[0], percent(flags), counts[1], percent(spans)])
    return rows


def notes(calibration: Calibration) -> list[str]:
    """Return a sentence for each set of which a part cannot be measured."""
    found = []
    for size in calibration.sets:
        lacking = {0: "inconsistent", size.pairs: "consistent"}.get(size.inconsistent)
        if lacking:
            what = "what is caught" if lacking == "inconsistent" else "false alarms"
            found.append(f"{size.dataset} has no {lacking} summary: nothing is known of {what}")
    return found


def calibration_markdown(calibration: Calibration) -> str:
    """Return the tables as a Markdown page."""
    parts = [
        "# Calibration\n",
        f"Strictness {calibration.strictness}. {_MEANING}. The intervals are from {calibration.resamples} "
        f"draws of whole articles (seed {calibration.seed}).\n",
        markdown_table(summary_rows(calibration)),
        *(f"{note}.\n" for note in notes(calibration)),
    ]
    for title, rows in _further(calibration):
        parts += [f"## {title}\n", markdown_table(rows)]
    return "\n".join(parts)


def _further(calibration: Calibration) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the tables that have rows at all."""
    for title, rows in (
        ("By people's error types", error_type_rows(calibration)),
        ("Single flags and marked places", mention_rows(calibration)),
    ):
        if len(rows) > 1:
            yield title, rows


def calibration_text(calibration: Calibration, width: int) -> str:
    """Return the tables in plain columns of at most `width` characters, for a terminal or a log."""
    told = "".join(caption(f"{note}.", width) for note in (*notes(calibration), _MEANING))
    parts = [aligned(summary_rows(calibration), width), told]
    parts += [f"{title}\n{aligned(rows, width, keys=2)}" for title, rows in _further(calibration)]
    return "\n".join(parts)


def draw_calibration(calibration: Calibration, paths: Sequence[Path]) -> None:
    """Draw verdict, score and reliability into each of `paths` (.svg, .png), the same bytes every time."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    with pyplot.rc_context({"svg.hashsalt": "sumbench", "font.size": 9, "svg.fonttype": "none"}):
        figure, axes = pyplot.subplots(
            1, 3, figsize=(12, 1.6 + 0.32 * len(calibration.sets)), layout="constrained"
        )
        _forest(axes[0], calibration, "any", "balanced accuracy", "yes/no verdict: balanced accuracy, %")
        _forest(axes[1], calibration, "score", "auc", "overall score: AUC, %")
        _reliability(axes[2], calibration)
        for path in paths:
            figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix == ".svg" else None)
        pyplot.close(figure)


def _forest(axis: Any, calibration: Calibration, check: str, measure: str, title: str) -> None:
    """Draw one measure with its interval per set, chance as a line."""
    own = [f for f in calibration.figures if (f.of, f.check, f.measure) == ("summaries", check, measure)]
    own = [f for f in own if f.value is not None]
    for height, found in enumerate(reversed(own)):
        value = 100 * (found.value or 0)
        if found.low is not None and found.high is not None:
            axis.plot([100 * found.low, 100 * found.high], [height, height], color="#4477aa", linewidth=2)
        marker = "D" if found.dataset == ALL_SETS else "o"
        axis.plot([value], [height], marker, color="#222222", markersize=5)
        axis.annotate(
            f"{value:.0f}",
            (value, height),
            xytext=(0, 5),
            textcoords="offset points",
            ha="center",
            fontsize=7,
        )
    axis.set_yticks(range(len(own)), [f.dataset for f in reversed(own)])
    axis.axvline(50, color="#999999", linewidth=1, linestyle=":")
    axis.set_xlim(30, 101)
    axis.set_ylim(-0.6, len(own) - 0.3)
    axis.set_title(title, fontsize=9)
    axis.spines[["top", "right"]].set_visible(False)


def _reliability(axis: Any, calibration: Calibration) -> None:
    """Draw what share of summaries people call consistent against the score they get."""
    points = calibration.reliability
    axis.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle=":")
    axis.plot([p.score for p in points], [p.consistent for p in points], "o-", color="#4477aa", markersize=4)
    for point in points:
        axis.annotate(
            str(point.cases),
            (point.score, point.consistent),
            xytext=(4, -8),
            textcoords="offset points",
            fontsize=6,
        )
    axis.set_xlim(0, 1)
    axis.set_ylim(0, 1)
    axis.set_title("score against share called consistent (cases)", fontsize=9)
    axis.spines[["top", "right"]].set_visible(False)
