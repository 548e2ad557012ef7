"""`sumbench new`: starting points."""

from pathlib import Path
from typing import Any

import click

from bench.cli.complete import complete_corpora
from bench.errors import UsageError


@click.group("new")
def command() -> None:
    """Write a system, a corpus or an article to start from; it works before a word is changed."""


@command.command("system")
@click.argument("name")
def system(name: str) -> None:
    """Write systems/NAME.py and its test."""
    from bench.scaffold import new_system

    _tell(new_system(name, Path()))


@command.command("corpus")
@click.argument("name")
def corpus(name: str) -> None:
    """Write references/NAME with one example article."""
    from bench.scaffold import new_corpus

    _tell(new_corpus(name, Path()))


@command.command("article")
@click.argument("name")
@click.option(
    "--corpus",
    "place",
    default="wire",
    show_default=True,
    metavar="NAME|PATH",
    shell_complete=complete_corpora,
)
def article(name: str, place: str) -> None:
    """Write an example article NAME into a corpus."""
    from bench.corpus import corpora
    from bench.scaffold import new_article

    folder = Path(place) if Path(place).exists() else corpora().get(place, Path(place))
    if not Path(place).exists() and Path.cwd().resolve() not in folder.resolve().parents:
        raise UsageError(
            f"{place} is not below this folder; name a corpus of yours with --corpus, "
            "or make one with `sumbench new corpus NAME`"
        )
    _tell(new_article(name, folder))


def _tell(made: Any) -> None:
    """Print what was written, then the commands to go on with."""
    for path in made.files:
        click.echo(f"wrote {path}", err=True)
    for line in made.next:
        click.echo(line)
