"""`sumbench show`: one article with its references and what systems made of it."""

from pathlib import Path

import click

from bench.cli.complete import complete_articles, complete_corpora
from bench.cli.options import corpus_fields, fields
from bench.errors import UsageError
from bench.records import Finding, Output


@click.command("show")
@click.argument("article", shell_complete=complete_articles)
@click.option(
    "--corpus", default="wire", show_default=True, metavar="NAME|PATH", shell_complete=complete_corpora
)
@corpus_fields
@click.option("--system", "systems", multiple=True, metavar="NAME", help="Only this system; may be repeated.")
@click.option(
    "--results",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Results folder; results/<corpus> by default.",
)
def command(
    article: str, corpus: str, systems: tuple[str, ...], results: Path | None,
    id_field: str | None, article_field: str | None, reference_field: str | None,
) -> None:  # fmt: skip
    """Show ARTICLE, its references and, where results exist, what systems wrote, with each finding marked."""
    from bench.cli.consoles import console as made
    from bench.corpus import open_corpus
    from bench.plan import unknown_article
    from bench.report.marks import marked_summary, print_findings
    from bench.report.printable import printable

    opened = open_corpus(corpus, fields(id_field, article_field, reference_field))
    if article not in opened.ids:
        raise unknown_article(article, opened)
    item = opened.load(article)
    folder = results or Path("results") / opened.meta.name
    # What is asked for and cannot be shown is said before anything else is.
    asked = results is not None or bool(systems)
    found = _outputs(folder, article, systems) if asked or (folder / "run.json").is_file() else None
    console = made()
    piped = not console.is_terminal
    console.print(printable(item.article.title or article), style="bold", markup=False)
    console.print(printable(item.article.text), markup=False, soft_wrap=piped)
    for reference in item.references:
        console.print(f"\nREFERENCE {printable(reference.author)}", style="bold", markup=False)
        console.print(printable(reference.text), markup=False, soft_wrap=piped)
    if not found:
        what = "no results" if found is None else "nothing of this article"
        console.print(f"\n{what} in {folder}; `sumbench run` makes them", style="dim", markup=False)
    for output, findings in found or ():
        console.print(f"\n{output.system}", style="bold", markup=False)
        if output.text:
            console.print(marked_summary(output.text, findings), soft_wrap=piped)
        else:
            console.print(
                f"({output.status}) {printable(output.error)}".rstrip(), markup=False, soft_wrap=piped
            )
        print_findings(console, findings)


def _outputs(folder: Path, article: str, systems: tuple[str, ...]) -> list[tuple[Output, list[Finding]]]:
    """Return each output for the article with its findings. Raises UsageError for an unknown system."""
    from bench.output_lines import read_outputs
    from bench.store import read_findings, read_run

    known = read_run(folder).systems
    if unknown := sorted(set(systems) - set(known)):
        raise UsageError(f"no system {unknown[0]!r} in {folder}; there are {', '.join(known)}")
    findings = read_findings(folder)
    return [
        (output, findings.get((output.system, article), []))
        for _, output in read_outputs(folder / "outputs.jsonl")
        if output.article == article and (not systems or output.system in systems)
    ]
