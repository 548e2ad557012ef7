"""`sumbench check`: one pair, marked in its text, or pairs by the hundred thousand."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bench.cli.complete import complete_files
from bench.cli.options import scheduler_option
from bench.counted import counted
from bench.errors import InputError, UsageError
from bench.records import Ledger

if TYPE_CHECKING:
    from bench.facts.source import Strictness


@click.command("check")
@click.argument("article", required=False, shell_complete=complete_files)
@click.argument("summary", required=False, shell_complete=complete_files)
@click.option(
    "--pairs",
    type=click.Path(path_type=Path),
    metavar="PAIRS.jsonl[.gz]",
    help="Check a file of pairs instead: a line each with id, document and summary.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="LEDGER.jsonl",
    help="Where the ledger of --pairs goes; standard output without it.",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option(
    "--strictness",
    type=click.Choice(("low", "normal", "high")),
    default="normal",
    show_default=True,
    help="low: fewer false alarms; high: fewer misses, and a given name the article never gives is wrong "
    "(figures in docs/method.md).",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes for --pairs.",
)
@scheduler_option
def command(
    article: str | None, summary: str | None, pairs: Path | None, out: Path | None,
    form: str, strictness: "Strictness", jobs: int, scheduler: str | None,
) -> int:  # fmt: skip
    """Check the numbers and people of SUMMARY against ARTICLE (files; "-" is standard input).

    Exit code 3 if an error is found. With --pairs the exit code is 0 once every line is judged.
    """
    if pairs is not None:
        if article or summary:
            raise UsageError("--pairs takes no ARTICLE and SUMMARY")
        return _check_pairs(pairs, out, strictness, jobs, scheduler)
    if out is not None:
        raise UsageError("--out is the ledger of --pairs; the ledger of one pair goes to standard output")
    if article is None or summary is None:
        raise UsageError("give ARTICLE and SUMMARY, or --pairs FILE")
    if article == summary == "-":
        raise UsageError("only one of ARTICLE and SUMMARY can be standard input")
    texts = _read(article), _read(summary)
    if not texts[0].strip():
        raise InputError("the article is empty", path=article)
    return _check_one(*texts, form, strictness)


def _read(name: str) -> str:
    """Return a file's text, or standard input's."""
    from bench.corpus.form import decode, read_text

    if name == "-":
        return decode(sys.stdin.buffer.read(), Path("<stdin>"))
    return read_text(Path(name))


def _check_one(article: str, summary: str, form: str, strictness: "Strictness") -> int:
    """Print the ledger of one pair."""
    import msgspec

    from bench.check import check_pair, ledger_row

    ledger = check_pair(article, summary, strictness)
    if form == "json":
        click.echo(msgspec.json.encode(ledger_row("", ledger)))
    else:
        _print_marked(article, summary, ledger)
    return 0 if ledger.consistent else 3


def _print_marked(article: str, summary: str, ledger: Ledger) -> None:
    from bench.cli.consoles import console as made
    from bench.report.marks import marked_article, marked_summary, print_findings, verdict_line

    console = made()
    piped = not console.is_terminal
    console.print("ARTICLE", style="bold")
    console.print(marked_article(article.rstrip(), ledger.findings), soft_wrap=piped)
    console.print("\nSUMMARY", style="bold")
    if summary.strip():
        console.print(marked_summary(summary.rstrip(), ledger.findings), soft_wrap=piped)
    else:
        console.print("(empty)", style="dim")
    console.print()
    print_findings(console, ledger.findings)
    console.print(verdict_line(ledger.findings), style="bold")


def _check_pairs(
    pairs: Path, out: Path | None, strictness: "Strictness", jobs: int, scheduler: str | None
) -> int:
    """Write the ledger of each pair, in input order."""
    from bench.check import check_file

    judged, inconsistent = check_file(pairs, out, strictness, jobs, scheduler)
    click.echo(f"{counted(judged, 'pair')} judged, {inconsistent} with a number or person error", err=True)
    return 0
