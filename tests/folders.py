"""Results folders written by hand, for tests of what reads them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.output_lines import output_line
from bench.records import Finding, Output, Span
from bench.results import file_digests
from bench.store import (
    FINDINGS_HEAD,
    SCORES_HEAD,
    Run,
    csv_lines,
    finding_row,
    score_cell,
    write_run,
    write_text,
)

SIGNATURE = {"facts": "facts|rules:1|strictness:normal", "rouge": "rouge|f1|stem:porter|refs:mean"}

Values = Mapping[str, Mapping[str, Sequence[float | None]]]
"""Values per article by system and column."""


def write_results(
    folder: Path,
    values: Values,
    findings: Mapping[tuple[str, str], Sequence[Finding]] | None = None,
    texts: Mapping[tuple[str, str], str] | None = None,
    failed: Sequence[tuple[str, str]] = (),
    kinds: Mapping[str, str] | None = None,
    **fields: Any,
) -> Path:
    """Write the files of a run over articles a00, a01 …; `fields` are those of run.json."""
    articles = [f"a{i:02}" for i in range(max(len(v) for c in values.values() for v in c.values()))]
    findings, texts, kinds = findings or {}, texts or {}, kinds or {}
    scores = [
        (system, article, column, score_cell(value))
        for system in sorted(values)
        for index, article in enumerate(articles)
        for column, series in values[system].items()
        if (value := series[index]) is not None
    ]
    write_text(folder / "scores.csv", csv_lines([SCORES_HEAD, *scores]))
    rows = [
        finding_row(system, article, finding)
        for (system, article), found in sorted(findings.items())
        for finding in found
    ]
    write_text(folder / "findings.csv", csv_lines([FINDINGS_HEAD, *rows]))
    outputs = [
        Output(system, article, "", "error", "OSError: no route")
        if (system, article) in failed
        else Output(system, article, texts.get((system, article), "A text."))
        for system in values
        for article in articles
    ]
    ordered = sorted(outputs, key=lambda output: (output.system, output.article))
    write_text(folder / "outputs.jsonl", "".join(map(output_line, ordered)))
    columns = sorted({column for by_column in values.values() for column in by_column})
    table = [["rank_low", "rank_high", "system", "kind", "failed", *columns]]
    for system in sorted(values):
        count = sum(name == system for name, _ in failed)
        means = [_mean(values[system].get(column, ())) for column in columns]
        table.append(["1", "1", system, kinds.get(system, "system"), str(count), *means])
    write_text(folder / "leaderboard.csv", csv_lines(table))
    run = Run(
        corpus={"name": "c", "version": "1", "articles": len(articles)},
        signature=SIGNATURE,
        articles=dict.fromkeys(articles, "0"),
        systems={
            system: {"kind": kinds.get(system, "system"), "digest": "d", "options": {"words": 60}}
            for system in values
        },
        options={},
        files=file_digests(folder),
    )
    for name, value in fields.items():
        setattr(run, name, value)
    write_run(folder, run)
    return folder


def _mean(series: Sequence[float | None]) -> str:
    known = [value for value in series if value is not None]
    return f"{sum(known) / len(known):.4f}" if known else ""


def found(claim: str, verdict: str, start: int | None = 0, end: int | None = 1) -> Finding:
    """Return a finding about a number of a summary."""
    evidence = () if verdict == "unsupported" else (Span(3, 6, "430"),)
    return Finding("number", claim, verdict, start, end, evidence, "")  # type: ignore[arg-type]
