"""Options that several commands share."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from bench.corpus.form import Fields
from bench.redaction import redacted, without_folders

F = TypeVar("F", bound=Callable[..., Any])


class Specs(click.types.StringParamType):
    """Text that names one thing; a variable holds several, with spaces between them and inside brackets."""

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """Cut `lead mine(words=40, label=x)` into its two."""
        return re.findall(r"(?:[^\s(]|\([^)]*\)?)+", rv)


def corpus_fields(function: F) -> F:
    """Add the options that name the fields of a JSONL corpus."""
    for name, what in (("reference", "references"), ("article", "article's text"), ("id", "id")):
        option = click.option(
            f"--{name}-field", metavar="NAME", help=f"Field of a JSONL corpus that holds the {what}."
        )
        function = option(function)
    return function


def metrics_option(function: F) -> F:
    """Add the option that chooses metrics."""
    return click.option(
        "--metrics", metavar="NAME,…", help="Only these metrics (see `sumbench list metrics`)."
    )(function)


def results_option(function: F) -> F:
    """Add the option that says where results go."""
    return click.option(
        "--out", type=click.Path(path_type=Path), default=Path("results"), show_default=True,
        help="Folder that gets one folder per corpus.",
    )(function)  # fmt: skip


def jobs_option(function: F) -> F:
    """Add the option that says how many processes work."""
    return click.option(
        "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; all processors by default."
    )(function)


def scheduler_option(function: F) -> F:
    """Add the option that hands the work to a Dask cluster."""
    return click.option(
        "--scheduler", metavar="ADDRESS",
        help="Dask cluster to work on; `local` starts one of --jobs processes here (docs/scale.md).",
    )(function)  # fmt: skip


def parquet_option(function: F) -> F:
    """Add the option that writes tables as Parquet, too."""
    return click.option(
        "--parquet", is_flag=True, help="Write scores and findings as Parquet, too (needs the extra parquet)."
    )(function)


def keep_parquet(asked: bool, folder: Path) -> None:
    """Write the Parquet files of a results folder, or remove those that no longer fit."""
    from bench.parquet import forget_parquet, write_parquet

    if asked:
        write_parquet(folder)
    else:
        forget_parquet(folder)


def mangle_option(function: F) -> F:
    """Add the option that mangles a corpus."""
    return click.option(
        "--mangle", type=int, metavar="SEED",
        help="Use the articles as a bad scraper would deliver them (those that corpus.toml names, else all); "
        "results go to <corpus>-mangled-SEED, with the drop from clean results beside them.",
    )(function)  # fmt: skip


def fields(id_field: str | None, article_field: str | None, reference_field: str | None) -> Fields:
    """Return the fields as given."""
    return Fields(id=id_field, article=article_field, reference=reference_field)


def given(context: click.Context) -> dict[str, Any]:
    """Return the options that were set by hand, for run.json; a path is shown by its last part."""
    named: dict[str, Any] = {}
    for parameter in context.command.params:
        source = context.get_parameter_source(str(parameter.name))
        if source is not None and source.name in ("COMMANDLINE", "ENVIRONMENT"):
            name = max(parameter.opts, key=len).lstrip("-").replace("-", "_")
            named[name] = _shown(context.params[str(parameter.name)])
    return named


def _shown(value: Any) -> Any:
    """Return a value without the folders of this machine, passwords in addresses and other secrets."""
    if isinstance(value, Path):
        return value.name
    if isinstance(value, str):
        return Path(value).name if Path(value).is_absolute() else redacted(without_folders(value))
    if isinstance(value, Sequence):
        return [_shown(entry) for entry in value]
    return value
