"""`sumbench audit`: is a corpus fit to be run?"""

import click

from bench.cli.options import corpus_fields, fields


@click.command("audit")
@click.argument("corpus", default="wire", metavar="[CORPUS]")
@corpus_fields
def command(corpus: str, id_field: str | None, article_field: str | None, reference_field: str | None) -> int:
    """Say what is wrong with CORPUS (name or path), with file and line; exit code 5 if it is not valid.

    Quotes of fact sheets must stand word for word in the article; facts of references that the article
    does not support are listed to be read.
    """
    from rich.console import Console
    from rich.table import Table

    from bench.audit import audit
    from bench.corpus import open_corpus

    opened = open_corpus(corpus, fields(id_field, article_field, reference_field))
    result = audit(opened)
    console = Console(highlight=False)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for head in ("article", "words", "reference words", "numbers", "people", "key facts"):
        table.add_column(head, justify="left" if head == "article" else "right", no_wrap=True)
    for row in result.rows:
        lengths = ", ".join(map(str, row.references)) or "–"
        table.add_row(row.article, str(row.words), lengths, str(row.numbers), str(row.people), str(row.keys))
    console.print(table)
    for problem in result.problems:
        sign = "✗" if problem.grave else "?"
        click.echo(f"{sign} {problem}")
    grave = sum(problem.grave for problem in result.problems)
    remarks = len(result.problems) - grave
    click.echo(
        f"{len(result.rows)} of {len(opened.ids)} articles read, {grave} faults, {remarks} to be read",
        err=True,
    )
    return 0 if result.valid else 5
