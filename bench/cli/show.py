"""`sumbench show`: one article with its references and what systems made of it."""

from pathlib import Path

import click

from bench.cli.options import corpus_fields, fields
from bench.errors import UsageError


@click.command("show")
@click.argument("article")
@click.option("--corpus", default="wire", show_default=True, metavar="NAME|PATH")
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
    from bench.report.marks import print_findings
    from bench.report.printable import printable

    opened = open_corpus(corpus, fields(id_field, article_field, reference_field))
    if article not in opened.ids:
        raise unknown_article(article, opened)
    item = opened.load(article)
    console = made()
    piped = not console.is_terminal
    console.print(printable(item.article.title or article), style="bold", markup=False)
    console.print(printable(item.article.text), markup=False, soft_wrap=piped)
    for reference in item.references:
        console.print(f"\nREFERENCE {printable(reference.author)}", style="bold", markup=False)
        console.print(printable(reference.text), markup=False, soft_wrap=piped)
    folder = results or Path("results") / opened.meta.name
    if not (folder / "outputs.jsonl").is_file():
        console.print(f"\nno results in {folder}; make them with `sumbench run`", style="dim")
        return
    for output, findings in _outputs(folder, article, systems):
        from bench.report.marks import marked_summary

        console.print(f"\n{output.system}", style="bold", markup=False)
        if output.text:
            console.print(marked_summary(output.text, findings), soft_wrap=piped)
        else:
            console.print(
                f"({output.status}) {printable(output.error)}".rstrip(), markup=False, soft_wrap=piped
            )
        print_findings(console, findings)


def _outputs(folder: Path, article: str, systems: tuple[str, ...]):  # type: ignore[no-untyped-def]
    """Yield each output for the article with its findings."""
    from bench.output_lines import read_outputs
    from bench.store import read_findings, read_run

    read_run(folder)
    outputs = [o for _, o in read_outputs(folder / "outputs.jsonl") if o.article == article]
    unknown = set(systems) - {output.system for output in outputs}
    if unknown:
        raise UsageError(f"no system {sorted(unknown)[0]!r} in {folder}")
    findings = read_findings(folder)
    for output in outputs:
        if not systems or output.system in systems:
            yield output, findings.get((output.system, article), [])
