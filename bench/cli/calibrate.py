"""`sumbench calibrate`: how well the fact check agrees with people."""

from pathlib import Path

import click

from bench.cli.options import scheduler_option
from bench.records import Strictness


@click.command("calibrate")
@click.argument(
    "labelled", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="LABELLED.jsonl[.gz]..."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write tables, picture and examples.",
)
@click.option(
    "--strictness",
    type=click.Choice(("low", "normal", "high")),
    default="normal",
    show_default=True,
    help="Which operating point of the checks to measure.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes."
)
@scheduler_option
@click.option(
    "--resamples",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    metavar="N",
    help="Draws of articles for the intervals.",
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Seed of the draws.")
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=40,
    show_default=True,
    metavar="N",
    help="Misses and false alarms kept per set, for reading.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "csv", "json")),
    default="text",
    show_default=True,
)
def command(
    labelled: tuple[Path, ...], out: Path | None, strictness: Strictness, jobs: int, scheduler: str | None,
    resamples: int, seed: int, examples: int, form: str,
) -> int:  # fmt: skip
    """Measure the fact check on LABELLED pairs that people judged.

    A line each with id, document, summary and label (1 consistent, 0 not); dataset, error_types, error_spans
    and article_key are used where they are given.
    """
    import msgspec

    from bench.calibrate import calibrate
    from bench.cli.consoles import console
    from bench.report import calibration as report

    found = calibrate(
        labelled, strictness, jobs, scheduler=scheduler, resamples=resamples, seed=seed, examples=examples
    )
    if form == "csv":
        click.echo(report.calibration_csv(found), nl=False)
    elif form == "markdown":
        click.echo(report.calibration_markdown(found), nl=False)
    elif form == "json":
        click.echo(msgspec.json.encode(found))
    else:
        click.echo(report.calibration_text(found, console().width), nl=False)
    if out is not None:
        for path in report.write_calibration(found, out):
            click.echo(f"wrote {path}", err=True)
    return 0
