"""What a run lacks at its end: said on standard error with the reasons, and told by exit code 4."""

from collections.abc import Collection
from typing import Any

import click

from bench.counted import counted

_SHOWN = 5
"""Systems whose first reason is printed; the folder has all."""


def failed(result: Any, allowed: int, asked: Collection[str] | None = None) -> int:
    """Say which outputs failed and why; return the exit code for it.

    `asked` are the systems that this command ran; rows of others are from earlier runs. None: nobody ran.
    """
    counts = {row["system"]: row["failed"] for row in result.board.rows if row["failed"]}
    for system, reason in _first_reasons(result, counts):
        click.echo(f"failed: {system} ({counts[system]}): {reason}", err=True)
    failures = sum(counts.values())
    if failures <= allowed:
        return 0
    kept = sorted(set(counts) - set(asked)) if asked is not None else []
    again = "the same command asks for them again" if asked is not None else "add what is missing"
    if kept:
        again += f" ({', '.join(kept)}: from an earlier run, --retry-failed asks, --fresh leaves them out)"
    names = ", ".join(f"{system} ({count})" for system, count in counts.items())
    click.echo(
        f"sumbench: incomplete: {counted(failures, 'output')} failed: {names}; the reasons are in "
        f"{result.folder / 'outputs.jsonl'}; {again}, or raise --max-failures",
        err=True,
    )
    return 4


def _first_reasons(result: Any, counts: Collection[str]) -> list[tuple[str, str]]:
    """Return the first reason of each system that failed, of a few systems."""
    from bench.output_lines import read_outputs
    from bench.report.printable import one_line

    found: dict[str, str] = {}
    wanted = sorted(counts)[:_SHOWN]
    for _, output in read_outputs(result.folder / "outputs.jsonl") if wanted else ():
        if output.status in ("error", "timeout") and output.system in wanted and output.system not in found:
            found[output.system] = one_line(f"{output.article}: {output.error or output.status}")
    return list(found.items())


def unmeasured(result: Any, allowed: int) -> int:
    """Say what has no value of a costly metric; return the exit code for it."""
    from bench.report.printable import one_line

    rows = result.run.unmeasured
    if len(rows) <= allowed:
        return 0
    metrics = sorted({row["metric"] for row in rows})
    click.echo(
        f"sumbench: incomplete: {', '.join(metrics)} without a value for {len(rows)} summaries: "
        f"{one_line(rows[0]['reason'])}; all reasons are in {result.folder / 'run.json'}; run the same "
        "command again to ask for these alone, or raise --max-failures",
        err=True,
    )
    return 4
