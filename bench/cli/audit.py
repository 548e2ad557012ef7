"""`sumbench audit`: is a corpus fit to be run?"""

import click

from bench.cli.complete import complete_corpora
from bench.cli.options import corpus_fields, fields
from bench.counted import counted


@click.command("audit")
@click.argument("corpus", default="wire", metavar="[CORPUS]", shell_complete=complete_corpora)
@corpus_fields
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True,
    help="How the tables are written.",
)  # fmt: skip
@click.option(
    "--seal", "sealing", is_flag=True,
    help="Write digests.toml for the version in corpus.toml; from then on any changed file is a fault.",
)  # fmt: skip
@click.option("--verbose", is_flag=True, help="List where what is read from an article and its sheet differ.")
def command(
    corpus: str,
    id_field: str | None,
    article_field: str | None,
    reference_field: str | None,
    form: str,
    sealing: bool,
    verbose: bool,
) -> int:
    """Say what is wrong with CORPUS (name or path), with file and line; exit code 5 if it is not valid.

    Quotes of fact sheets must stand word for word in the article. Lengths, counts, copies, tags and
    near-duplicates are held to the [bands] of corpus.toml. Facts of references that the check finds
    unsupported are listed to be read (marked ?): it may err.
    """
    from bench.audit import audit, seal
    from bench.cli.consoles import console
    from bench.corpus import open_corpus
    from bench.report.audit import audit_markdown, audit_table, figures_table
    from bench.report.printable import one_line

    opened = open_corpus(corpus, fields(id_field, article_field, reference_field))
    if sealing:
        click.echo(f"sealed in {seal(opened)}", err=True)
    result = audit(opened)
    if form == "markdown":
        click.echo("\n".join(audit_markdown(result)))
    else:
        out = console()
        out.print(audit_table(result, out.width))
        out.print()
        out.print(figures_table(result))
    for problem in result.problems:
        click.echo(f"{'✗' if problem.grave else '?'} {one_line(str(problem))}", err=form == "markdown")
    for row in result.rows if verbose else ():
        for tally in (row.number_tally, row.people_tally):
            for note in tally.notes if tally else ():
                click.echo(f"~ {one_line(f'{row.article}: {note}')}", err=form == "markdown")
    grave = sum(problem.grave for problem in result.problems)
    remarks = len(result.problems) - grave
    click.echo(
        f"{len(result.rows)} of {counted(len(opened.ids), 'article')} read, {counted(grave, 'fault')}, "
        f"{remarks} to be read",
        err=True,
    )
    return 0 if result.valid else 5
