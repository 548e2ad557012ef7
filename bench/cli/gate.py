"""`sumbench gate`: results in, exit code out."""

import os
from pathlib import Path
from typing import Any

import click

VERDICTS = ("unsupported", "misattached", "suspect", "missing")


@click.command("gate")
@click.argument("results", type=click.Path(path_type=Path), metavar="RESULTS")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="OLD", help="Results to compare with.")
@click.option("--min", "minima", multiple=True, metavar="COLUMN=X", help="Least mean of a column.")
@click.option("--max", "maxima", multiple=True, metavar="COLUMN=X", help="Greatest mean of a column.")
@click.option(
    "--max-drop", "drops", multiple=True, metavar="COLUMN=X", help="Greatest loss against the baseline."
)
@click.option(
    "--significant/--any-drop",
    default=None,
    help="Whether a drop must be told from chance to count; by default any drop counts.",
)
@click.option(
    "--no-new",
    multiple=True,
    type=click.Choice(VERDICTS),
    metavar="VERDICT",
    help="No finding of this verdict that the baseline does not have; may be repeated.",
)
@click.option(
    "--max-failures", type=click.IntRange(min=0), metavar="N", help="Failed outputs that pass; 0 by default."
)
@click.option(
    "--system",
    "systems",
    multiple=True,
    metavar="NAME",
    help="Gate this row; by default all systems and baselines, no controls and bounds.",
)
@click.option(
    "--waivers", type=click.Path(path_type=Path), metavar="FILE", help="Accepted findings; ./waivers.toml."
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="The nearest pyproject.toml.")
@click.option(
    "--junit", type=click.Path(path_type=Path), metavar="FILE", help="Write the outcome as JUnit XML."
)
@click.option("--github", is_flag=True, help="Print annotations; on by itself in GitHub Actions.")
@click.option(
    "--allow-broken", is_flag=True, default=None, help="Let a table pass that says it is broken itself."
)
@click.option("--force", is_flag=True, help="Compare although signatures differ; the output says so.")
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="For the statistics.")
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True
)
def command(results: Path, **options: Any) -> int:
    """Check that RESULTS keep the thresholds they must and are no worse than OLD; exit code 3 if not.

    Rules come from [tool.sumbench.gate] in pyproject.toml and from flags, which win. A job's summary is
    written where GITHUB_STEP_SUMMARY names a file.

    \b
    sumbench gate results/wire --min facts=0.3 --max failed=0
    sumbench gate results/wire --baseline main/results/wire --max-drop facts=0.02 --no-new unsupported
    """
    import datetime

    from bench.gate.verdict import gate
    from bench.gate.waivers import read_waivers
    from bench.results import Results

    config = _config(options)
    baseline, waivers = options["baseline"] or config.baseline, options["waivers"] or config.waivers
    if waivers is None and Path("waivers.toml").is_file():
        waivers = Path("waivers.toml")
    found = gate(
        Results(results), _rules(config.rules, options),
        baseline=Results(baseline) if baseline else None,
        waivers=read_waivers(waivers) if waivers else (),
        today=datetime.date.today(), force=options["force"], seed=options["seed"],
    )  # fmt: skip
    _print(found, options["form"])
    _write_elsewhere(found, options)
    return 0 if found.passed else 3


def _config(options: dict[str, Any]) -> Any:
    """Return the configuration of the file asked for, else of the nearest one."""
    from bench.gate.rules import Config, find_config, read_config

    path = options["config"] or find_config(Path.cwd())
    return read_config(path) if path is not None else Config()


def _rules(rules: Any, options: dict[str, Any]) -> Any:
    """Return the rules of a file with those of the flags on top."""
    import msgspec

    from bench.gate.rules import limits

    given = {
        "min": {**rules.min, **limits(options["minima"], "--min")},
        "max": {**rules.max, **limits(options["maxima"], "--max")},
        "max_drop": {**rules.max_drop, **limits(options["drops"], "--max-drop")},
        "no_new": tuple(dict.fromkeys([*rules.no_new, *options["no_new"]])),
        "systems": options["systems"] or rules.systems,
    }
    for name in ("significant", "max_failures", "allow_broken"):
        if options[name] is not None:
            given[name] = options[name]
    return msgspec.structs.replace(rules, **given)


def _print(found: Any, form: str) -> None:
    """Print the outcome on standard output."""
    if form == "json":
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
        return
    from bench.report.gate_text import gate_markdown, print_gate

    if form == "markdown":
        click.echo(gate_markdown(found), nl=False)
        return
    from bench.cli.consoles import console

    print_gate(console(), found)


def _write_elsewhere(found: Any, options: dict[str, Any]) -> None:
    """Write JUnit XML, annotations and a job's summary where they are asked for."""
    if options["junit"] is not None:
        from bench.report.junit import junit
        from bench.whole import write_text

        write_text(options["junit"], junit(found))
    if options["github"] or os.environ.get("GITHUB_ACTIONS") == "true":
        from bench.report.annotations import annotations

        root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
        # Commands are read from standard error too; standard output stays what was asked for.
        for line in annotations(found, root):
            click.echo(line, err=options["form"] != "text")
    if os.environ.get("GITHUB_STEP_SUMMARY"):
        from bench.cli.job_summary import add_to_summary
        from bench.report.gate_text import gate_markdown

        add_to_summary(gate_markdown(found))
