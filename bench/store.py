"""A results folder: plain files that are pure functions of their inputs, written whole or not at all."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import msgspec

from bench.errors import InputError
from bench.misfit import misfit
from bench.records import Finding, Span
from bench.whole import write_text

SCHEMA = 1
"""Version of the files' columns and fields; it stands in run.json."""

SCORES_HEAD = ("system", "article", "metric", "value")
FINDINGS_HEAD = (
    "system", "article", "kind", "claim", "verdict", "reason", "evidence", "start", "end",
    "evidence_start", "evidence_end",
)  # fmt: skip
SCORE_DECIMALS = 6

# A spreadsheet runs a cell that starts so; a bare number or percentage is harmless and left alone.
_FORMULA = re.compile(r"^'*[=+\-@\t\r]")
_RISKY = frozenset("'=+-@\t\r")
_PLAIN_NUMBER = re.compile(r"^[+-]?\d[\d.,]*\s?%?$")


class Run(msgspec.Struct, kw_only=True):
    """`run.json`: what was run, with what, and what it depended on."""

    schema: int = SCHEMA
    corpus: dict[str, Any]
    signature: dict[str, str]
    articles: Mapping[str, str]
    systems: dict[str, dict[str, Any]]
    options: dict[str, Any]
    partial: str = ""
    seed: int = 0
    versions: dict[str, str] = {}
    commit: str = ""
    timings: dict[str, float] = {}
    cost: dict[str, Any] = {}
    warnings: list[str] = []
    sensitivity: dict[str, Any] = {}
    unmeasured: list[dict[str, str]] = []
    files: dict[str, str] = {}


class _Version(msgspec.Struct):
    schema: int = 0


def cell(value: Any) -> str:
    """Return a CSV cell: blank for None, text neutralised where a spreadsheet would run it."""
    if value is None:
        return ""
    text = str(value)
    if text[:1] in _RISKY and _FORMULA.match(text) and not _PLAIN_NUMBER.match(text):
        return "'" + text
    return text


def uncell(text: str) -> str:
    """Return the text that `cell` neutralised."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def score_cell(value: float | None) -> str:
    """Return a score with six decimals, trailing zeros of whole numbers dropped; blank for None."""
    if value is None:
        return ""
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.{SCORE_DECIMALS}f}"


def csv_lines(rows: Iterable[Sequence[Any]]) -> str:
    """Return rows as CSV text with LF line ends."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([cell(value) for value in row] for row in rows)
    return buffer.getvalue()


def finding_row(system: str, article: str, finding: Finding) -> list[Any]:
    """Return the row of findings.csv for one finding."""
    spans = finding.evidence
    return [
        system, article, finding.kind, finding.claim, finding.verdict, finding.reason,
        " | ".join(" ".join(span.text.split()) for span in spans), finding.start, finding.end,
        " | ".join(str(span.start) for span in spans), " | ".join(str(span.end) for span in spans),
    ]  # fmt: skip


def write_run(folder: Path, run: Run) -> None:
    """Write run.json, the articles one by one: there may be more of them than of anything else."""
    rest = msgspec.json.encode(msgspec.structs.replace(run, articles={}), order="deterministic")
    head, place, tail = msgspec.json.format(rest, indent=2).decode().partition('\n  "articles": {')
    lines = (
        f'{"," if number else ""}\n    {msgspec.json.encode(article).decode()}: "{run.articles[article]}"'
        for number, article in enumerate(_in_order(run.articles))
    )
    write_text(folder / "run.json", chain((head, place), lines, ("\n  " if run.articles else "", tail, "\n")))


def _in_order(names: Iterable[str]) -> Iterable[str]:
    """Return names in alphabetical order; where they are already, no list of them is made."""
    return names if all(one < other for one, other in pairwise(names)) else sorted(names)


def read_run(folder: Path) -> Run:
    """Read run.json. Raises InputError where it is missing, broken or of another schema."""
    path = folder / "run.json"
    try:
        data = path.read_bytes()
    except OSError:
        raise InputError(_no_results(folder), path=folder) from None
    try:
        # Another schema may lack fields of this one: what it is must be known before it is read.
        schema = msgspec.json.decode(data, type=_Version).schema
        if schema != SCHEMA:
            raise InputError(
                f"these results have schema {schema or 'of no number'}, this sumbench reads {SCHEMA}; make "
                "them again with `sumbench run`, or read them with the version of sumbench that wrote them",
                path=path, field="schema",
            )  # fmt: skip
        return msgspec.json.decode(data, type=Run)
    except msgspec.ValidationError as error:
        raise misfit(error).error(path) from None
    except msgspec.DecodeError as error:
        raise InputError(f"broken JSON: {error}; make it again with `sumbench run`", path=path) from None


def _no_results(folder: Path) -> str:
    """Return why a folder has no results, and where they may be instead."""
    if not folder.is_dir():
        return "no such folder; `sumbench run` makes results/<corpus>"
    below = sorted(path.parent.as_posix() for path in folder.glob("*/run.json"))
    if below:
        return f"no run.json: not a results folder; did you mean {' or '.join(below[:3])}?"
    return "no run.json: not a results folder; make one with `sumbench run`"


def read_csv(path: Path, head: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of a results CSV by column. Raises InputError for a missing file or other columns."""
    for _, row in read_rows(path, head):
        yield row


def read_rows(path: Path, head: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line each row begins on and its cells by column. Raises InputError as `read_csv`."""
    try:
        file = path.open(encoding="utf-8", newline="")
    except FileNotFoundError:
        raise InputError("file is missing; run `sumbench run` or `sumbench score` first", path=path) from None
    with file:
        reader = csv.DictReader(file)
        found = tuple(reader.fieldnames or ())
        if found[: len(head)] != tuple(head):
            raise InputError(f"columns are {', '.join(found)}; expected {', '.join(head)}", path=path, line=1)
        line = reader.line_num + 1
        for row in reader:
            if None in row or None in row.values():
                raise InputError("wrong number of cells", path=path, line=line)
            yield line, {name: uncell(value) for name, value in row.items()}
            line = reader.line_num + 1


def forget(folder: Path, names: Iterable[str]) -> None:
    """Remove files of a results folder that no longer fit it."""
    for name in names:
        with suppress(FileNotFoundError):
            (folder / name).unlink()


def as_plain(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options as JSON-ready values; what JSON cannot hold is shown as text."""
    return msgspec.to_builtins(dict(options), enc_hook=str)  # type: ignore[no-any-return]


def read_findings(folder: Path) -> dict[tuple[str, str], list[Finding]]:
    """Return the findings of findings.csv by system and article."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for row in read_csv(folder / "findings.csv", FINDINGS_HEAD):
        found.setdefault((row["system"], row["article"]), []).append(finding_of(row))
    return found


def finding_of(row: Mapping[str, str]) -> Finding:
    """Turn a row of findings.csv back into a Finding."""
    texts, starts, ends = (
        row[name].split(" | ") if row[name] else [] for name in ("evidence", "evidence_start", "evidence_end")
    )
    spans = [Span(int(a), int(b), t) for a, b, t in zip(starts, ends, texts, strict=False)]
    return Finding(
        row["kind"], row["claim"], row["verdict"],  # type: ignore[arg-type]
        int(row["start"]) if row["start"] else None, int(row["end"]) if row["end"] else None,
        tuple(spans), row["reason"],
    )  # fmt: skip
