"""`sumbench score`: outputs that exist already."""

from pathlib import Path
from typing import Any

import click

from bench.cli.complete import complete_corpora
from bench.cli.options import (
    corpus_fields,
    fields,
    given,
    jobs_option,
    keep_parquet,
    mangle_option,
    metrics_option,
    parquet_option,
    results_option,
    scheduler_option,
)
from bench.errors import UsageError


@click.command("score")
@click.argument(
    "outputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="OUTPUTS.jsonl..."
)
@click.option(
    "--corpus",
    metavar="NAME|PATH",
    required=True,
    shell_complete=complete_corpora,
    help="The corpus that was summarised.",
)
@corpus_fields
@metrics_option
@results_option
@click.option("--baselines", is_flag=True, help="Run the baselines, controls and bounds beside the outputs.")
@click.option("--words", type=click.IntRange(min=1), metavar="N", help="Length budget of the baselines.")
@jobs_option
@click.option(
    "--max-connections",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    metavar="N",
    help="Requests at once for metrics behind a network.",
)
@scheduler_option
@click.option(
    "--max-failures",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="N",
    help="Failed or missing outputs that are still exit code 0.",
)
@click.option("--fresh", is_flag=True, help="Measure again what metrics with a model have measured before.")
@parquet_option
@mangle_option
@click.option("--seed", type=int, default=0, show_default=True, help="For the statistics.")
@click.pass_context
def command(context: click.Context, /, outputs: tuple[Path, ...], **options: Any) -> int:
    """Score outputs that exist already; no system is run unless --baselines asks for it.

    OUTPUTS.jsonl ("-" is standard input) has a line per output with the fields `system`, `article` and
    `text`; several files are scored together. An article without an output counts as a failure of its
    system. Results that the folder has already are replaced.
    """
    from bench.benchmark import score_outputs
    from bench.chosen import choose_metrics
    from bench.cli.incomplete import failed, unmeasured
    from bench.cli.progress import progress, waiting
    from bench.cli.run import print_costs, print_result
    from bench.corpus import open_corpus
    from bench.executor import default_jobs
    from bench.mangle import mangled
    from bench.parquet import pyarrow
    from bench.plan import Plan, prepare_systems
    from bench.whole import alone

    if outputs.count(Path("-")) > 1:
        raise UsageError("standard input can be given once only")
    if options["parquet"]:
        pyarrow()
    metrics = choose_metrics(options["metrics"])
    named = fields(options["id_field"], options["article_field"], options["reference_field"])
    corpus = mangled(open_corpus(options["corpus"], named), options["mangle"])
    baselines = options["baselines"]
    systems = prepare_systems((), corpus, words=options["words"], seed=options["seed"], baselines=baselines)
    plan = Plan(
        corpus, corpus.ids, systems, metrics, options["out"] / corpus.meta.name, "",
        seed=options["seed"], jobs=options["jobs"] or default_jobs(), scheduler=options["scheduler"],
        baselines=baselines, given=given(context), fresh=options["fresh"],
        connections=options["max_connections"],
    )  # fmt: skip
    with alone(plan.folder, lambda: waiting(plan.folder)), progress() as told:
        before = _rows_before(plan.folder)
        result = score_outputs(plan, outputs, told)
        keep_parquet(options["parquet"], result.folder)
    print_result(result)
    if gone := sorted(before - set(result.run.systems)):
        click.echo(
            f"{plan.folder} had rows of {', '.join(gone)}, which are not in "
            f"{' or '.join(map(str, outputs))}: they are replaced "
            "(--out keeps results apart)",
            err=True,
        )
    print_costs(result)
    incomplete = unmeasured(result, options["max_failures"])
    return failed(result, options["max_failures"]) or incomplete


def _rows_before(folder: Path) -> set[str]:
    """Return the systems of the results that are about to be replaced; baselines cost nothing."""
    from contextlib import suppress

    from bench.earlier import run_before
    from bench.errors import InputError

    with suppress(InputError):
        before = run_before(folder)
        systems = before.systems if before else {}
        return {name for name, about in systems.items() if about.get("kind") == "system"}
    return set()
