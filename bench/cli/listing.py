"""`sumbench list`: what there is to name on a command line."""

from collections.abc import Sequence

import click


@click.group("list")
def command() -> None:
    """List what can be named: systems, metrics or corpora."""


@command.command("systems")
def systems() -> None:
    """List adapters by precedence; none of their code runs."""
    from bench.plugins import Found, find_systems

    def describe(found: Found) -> str:
        if found.broken:
            return f"BROKEN: {found.broken}"
        return f"{found.about} (shadowed)" if found.shadowed else found.about

    rows = [
        (
            found.name,
            found.kind,
            found.origin,
            ", ".join(f"{n}={d}" if d else n for n, d in found.options),
            describe(found),
        )
        for found in find_systems()
    ]
    _print(("system", "kind", "from", "options", "about"), rows)


@command.command("metrics")
def metrics() -> None:
    """List metrics, their columns and what they need."""
    from bench.chosen import announced_metrics
    from bench.metrics import METRICS

    rows = []
    for name, metric in [*((metric.name, metric) for metric in METRICS), *announced_metrics()]:
        if isinstance(metric, str):
            rows.append((name, "", f"BROKEN: {metric}", ""))
            continue
        needs = [f"sumbench[{metric.extra}]"] if metric.extra else []
        needs += [f"{option}=…" for option in metric.asks]
        rows.append((metric.name, "", metric.about, ", ".join(needs)))
        rows += [("", column.name, column.about, "") for column in metric.columns]
    _print(("metric", "column", "about", "needs"), rows)


@command.command("corpora")
def corpora() -> None:
    """List the corpora that need no path."""
    from bench.corpus import corpora as known
    from bench.corpus import open_corpus
    from bench.errors import InputError

    rows = []
    for name, path in known().items():
        try:
            corpus = open_corpus(str(path))
        except InputError as error:
            rows.append((name, "", "", "", f"BROKEN: {error}"))
            continue
        rows.append(
            (name, corpus.meta.version, str(len(corpus.ids)), corpus.meta.licence, corpus.meta.description)
        )
    _print(("corpus", "version", "articles", "licence", "about"), rows)


def _print(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows as a table on a terminal, tab-separated into a pipe."""
    from rich.table import Table
    from rich.text import Text

    from bench.cli.consoles import console
    from bench.report.printable import one_line

    rows = [tuple(one_line(value) for value in row) for row in rows]
    out = console()
    if not out.is_terminal:
        for row in (head, *rows):
            click.echo("\t".join(row))
        return
    if head[-1] == "needs":
        # Most rows need nothing: a column of its own would leave "about" little room.
        head = head[:-1]
        rows = [(*row[:-2], f"{row[-2]} Needs {row[-1]}" if row[-1] else row[-2]) for row in rows]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in head:
        folded = name in ("about", "options")
        table.add_column(name, no_wrap=not folded, overflow="fold" if folded else "ellipsis")
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    out.print(table)
