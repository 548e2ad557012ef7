"""`sumbench report`: one page that shows results, figures and a table for papers."""

from pathlib import Path

import click

from bench.cli.complete import complete_corpora
from bench.cli.options import corpus_fields, fields


@click.command("report")
@click.argument("results", type=click.Path(path_type=Path), metavar="RESULTS")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The page; RESULTS/report.html by default.",
)
@click.option(
    "--figures",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the pictures as SVG and PNG, for papers.",
)
@click.option(
    "--latex",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the leaderboard as a LaTeX table (booktabs).",
)
@click.option(
    "--corpus",
    metavar="NAME|PATH",
    shell_complete=complete_corpora,
    help="Where the articles are; the run's corpus by default.",
)
@corpus_fields
@click.option("--no-articles", is_flag=True, help="Leave the articles' texts out of the page.")
@click.option(
    "--force", is_flag=True, help="Make the page although articles changed after the run; the page says so."
)
def command(
    results: Path, out: Path | None, figures: Path | None, latex: Path | None, corpus: str | None,
    id_field: str | None, article_field: str | None, reference_field: str | None, no_articles: bool,
    force: bool,
) -> int:  # fmt: skip
    """Make one self-contained HTML page of RESULTS (results/<corpus>): table, pictures, every finding.

    The page needs no network and no other file. Exit code 5 where the articles are not those that were
    scored.

    \b
    sumbench report results/wire
    sumbench report results/wire --figures figures --latex table.tex
    """
    from bench.report.articles import articles_of
    from bench.report.page import report_page
    from bench.results import Results
    from bench.whole import write_text

    found = Results(results)
    remarks = [f"{name} was changed after the run: edited, or merged by hand?" for name in found.edited()]
    texts = articles_of(
        found, corpus, fields(id_field, article_field, reference_field), leave_out=no_articles, force=force
    )
    if latex is not None:
        from bench.report.latex import latex_table

        write_text(latex, latex_table(found))
        click.echo(f"wrote {latex}", err=True)
    if figures is not None:
        from bench.report.figures import write_figures

        for path in write_figures(found, texts.items, figures):
            click.echo(f"wrote {path}", err=True)
    page = out or results / "report.html"
    write_text(page, report_page(found, texts.items, [*texts.remarks, *remarks]))
    for remark in (*texts.remarks, *remarks):
        click.echo(remark, err=True)
    click.echo(str(page))
    return 0
