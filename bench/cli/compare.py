"""`sumbench compare`: two results side by side, and why they differ."""

import os
from pathlib import Path
from typing import Any

import click


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME",
    help="Column of scores.csv to compare; may be repeated. The first one orders the articles.",
)
@click.option("--system", "systems", multiple=True, metavar="NAME", help="Only this system; may be repeated.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="Facts and articles of each sort to print as text.",
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="For the statistics.")
@click.option("--force", is_flag=True, help="Compare although signatures differ; the output says so.")
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True
)
def command(
    old: Path, new: Path, columns: tuple[str, ...], systems: tuple[str, ...], top: int, seed: int,
    force: bool, form: str,
) -> int:  # fmt: skip
    """Compare the results folders OLD and NEW (results/<corpus>): differences, and facts won and lost.

    Systems are compared paired by article, over the articles whose text is the same in both. Exit code 5
    where the scores mean different things: their signatures say which option differs.

    \b
    sumbench compare main/results/wire results/wire
    sumbench compare old/wire new/wire --format markdown > comment.md
    """
    import msgspec

    from bench.compare.comparison import compare
    from bench.results import Results

    found = compare(Results(old), Results(new), columns=columns, systems=systems, force=force, seed=seed)
    _summarize(found)
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
    elif form == "markdown":
        from bench.report.comparison_markdown import comparison_markdown

        click.echo(comparison_markdown(found), nl=False)
    else:
        from bench.cli.consoles import console
        from bench.report.comparison_text import print_comparison

        print_comparison(console(), found, top)
    return 0


def _summarize(found: Any) -> None:
    """Add the comparison to the job's summary, where there is one."""
    if os.environ.get("GITHUB_STEP_SUMMARY"):
        from bench.cli.job_summary import add_to_summary
        from bench.report.comparison_markdown import comparison_markdown

        add_to_summary(comparison_markdown(found))
