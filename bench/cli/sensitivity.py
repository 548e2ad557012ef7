"""`sumbench sensitivity`: which columns see which errors."""

from pathlib import Path

import click

from bench.cli.complete import complete_corpora
from bench.cli.options import corpus_fields, fields


@click.command("sensitivity")
@click.argument("corpus", default="wire", metavar="[CORPUS]", shell_complete=complete_corpora)
@corpus_fields
@click.option("--metrics", metavar="NAME,…", help="Only these metrics (see `sumbench list metrics`).")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the tables and a picture.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Put the tables into the marked block of a Markdown file, as in docs/metrics.md.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes."
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Seed of the planting.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
)
def command(
    corpus: str, id_field: str | None, article_field: str | None, reference_field: str | None,
    metrics: str | None, out: Path | None, into: Path | None, jobs: int, seed: int, form: str,
) -> int:  # fmt: skip
    """Plant errors and harmless edits in the references and leads of CORPUS; show which columns notice.

    Errors are planted by the articles' fact sheets, which were written by hand, never by what the fact
    check itself extracts.
    """
    from bench.chosen import choose_metrics
    from bench.cli.consoles import console
    from bench.corpus import open_corpus
    from bench.errors import UsageError
    from bench.report import sensitivity as report
    from bench.sensitivity import sensitivity

    opened = open_corpus(corpus, fields(id_field, article_field, reference_field))
    chosen = choose_metrics(metrics)
    for one in chosen:
        if one.metric.remote:
            raise UsageError(
                f"metric {one.metric.name} asks a server; sensitivity takes only those that do not"
            )
        one.prepare()
    found = sensitivity(opened, seed=seed, jobs=jobs, metrics=chosen)
    if form == "json":
        click.echo(report.sensitivity_json(found), nl=False)
    elif form == "markdown":
        click.echo(report.sensitivity_markdown(found), nl=False)
    else:
        click.echo(report.sensitivity_text(found, console().width), nl=False)
    if out is not None:
        for path in report.write_sensitivity(found, out):
            click.echo(f"wrote {path}", err=True)
    if into is not None:
        report.replace_block(into, found)
        click.echo(f"wrote the block in {into}", err=True)
    return 0
