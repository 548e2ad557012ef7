"""`sumbench run`: the main job."""

from collections.abc import Iterator
from typing import Any

import click

from bench.cli.complete import complete_articles, complete_corpora, complete_systems
from bench.cli.options import (
    Specs,
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
from bench.counted import counted
from bench.errors import UsageError


@click.command("run")
@click.option(
    "--corpus",
    "corpora",
    type=Specs(),
    shell_complete=complete_corpora,
    multiple=True,
    metavar="NAME|PATH",
    default=("wire",),
    show_default=True,
    help="Corpus by name or path (article folders, a JSONL file, .txt files), or hf:NAME(split=test) for a "
    "Hugging Face data set; may be repeated.",
)
@corpus_fields
@click.option(
    "--system",
    "specs",
    type=Specs(),
    shell_complete=complete_systems,
    multiple=True,
    metavar="SPEC",
    help="A system beside the baselines: name, path.py, name(option=value, …) or name:option=value,…; "
    "the option label names its row.",
)
@metrics_option
@results_option
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N articles; the table says so."
)
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ID",
    shell_complete=complete_articles,
    help="Only this article; may be repeated.",
)
@click.option(
    "--words", type=click.IntRange(min=1), metavar="N", help="Length budget for all systems, in words."
)
@jobs_option
@click.option(
    "--max-connections",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    metavar="N",
    help="Requests at once for systems and metrics behind a network.",
)
@scheduler_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="Time a system has for one article.",
)
@click.option(
    "--max-failures",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="N",
    help="Failed outputs (of systems, not of controls) that are still exit code 0.",
)
@click.option(
    "--seed", type=int, default=0, show_default=True, help="For random systems and for the statistics."
)
@parquet_option
@mangle_option
@click.option("--fresh", is_flag=True, help="Ask every system again and start the folder anew.")
@click.option(
    "--retry-failed",
    is_flag=True,
    help="Ask again for what failed in the results folder, and for nothing else; needs no --system.",
)
@click.option("--force", is_flag=True, help="Let part of a corpus overwrite the tables of the whole.")
@click.option("--no-baselines", is_flag=True, help="Leave out baselines, controls and bounds.")
@click.option("--dry-run", is_flag=True, help="Show what would run, and stop.")
@click.pass_context
def command(context: click.Context, /, **options: Any) -> int:
    """Run systems over a corpus, score what they write and print the leaderboard.

    Baselines, controls and bounds are part of every run. Outputs are kept as they come: after an
    interruption the same command goes on. Results go to OUT/<corpus>/.

    \b
    sumbench run
    sumbench run --system mine.py --corpus wire
    sumbench run --system "lead(words=40)" --corpus articles.jsonl
    """
    code = 0
    for name in options["corpora"]:
        code = max(code, _run_one(context, name, options))
    return code


def _run_one(context: click.Context, name: str, options: dict[str, Any]) -> int:
    """Run one corpus; return its exit code."""
    from bench.benchmark import run_benchmark
    from bench.cli.incomplete import failed, unmeasured
    from bench.cli.progress import progress, waiting
    from bench.whole import alone

    plan = _plan(context, name, options)
    if options["dry_run"]:
        _print_plan(plan)
        return 0
    with alone(plan.folder, lambda: waiting(plan.folder)), progress() as told:
        result = run_benchmark(plan, told)
        keep_parquet(options["parquet"], result.folder)
    print_result(result)
    print_costs(result)
    incomplete = unmeasured(result, options["max_failures"])
    asked = {system.label for system in plan.systems}
    return failed(result, options["max_failures"], asked) or incomplete


def _plan(context: click.Context, name: str, options: dict[str, Any]) -> Any:
    """Work out what is to be run; every name is looked up before anything starts."""
    from bench.chosen import choose_metrics
    from bench.corpus import open_corpus
    from bench.earlier import failed_specs
    from bench.executor import default_jobs
    from bench.mangle import mangled
    from bench.parquet import pyarrow
    from bench.plan import Plan, choose_articles, prepare_systems, results_folder

    if options["parquet"]:
        pyarrow()
    metrics = choose_metrics(options["metrics"])
    named = fields(options["id_field"], options["article_field"], options["reference_field"])
    corpus = mangled(open_corpus(name, named), options["mangle"])
    ids, partial = choose_articles(corpus, options["limit"], options["articles"])
    folder, note = results_folder(options["out"], corpus, partial, options["force"])
    if note:
        click.echo(note, err=True)
    specs = [*options["specs"], *(failed_specs(folder) if options["retry_failed"] else ())]
    systems = prepare_systems(
        specs, corpus,
        words=options["words"], seed=options["seed"], baselines=not options["no_baselines"],
    )  # fmt: skip
    if not systems and not options["retry_failed"]:
        raise UsageError("nothing to run: name a --system, or leave out --no-baselines")
    return Plan(
        corpus, ids, systems, metrics, folder, partial,
        seed=options["seed"], jobs=options["jobs"] or default_jobs(), timeout=options["timeout"],
        scheduler=options["scheduler"], fresh=options["fresh"], baselines=not options["no_baselines"],
        given=given(context), connections=options["max_connections"], retry_failed=options["retry_failed"],
    )  # fmt: skip


def _print_plan(plan: Any) -> None:
    """Print what a run would do."""

    corpus = plan.corpus
    named = f"{corpus.meta.name} {corpus.meta.version}".rstrip()
    click.echo(f"corpus    {named}, {counted(len(plan.ids), 'article')}")
    words = sum(len(corpus.load(article_id).article.text.split()) for article_id in plan.ids)
    click.echo(f"text      {words} words")
    for line in _planned_calls(plan):
        click.echo(line)
    click.echo(f"metrics   {', '.join(chosen.metric.name for chosen in plan.metrics)}")
    click.echo(f"results   {plan.folder}")


def _planned_calls(plan: Any) -> Iterator[str]:
    """Yield a line for each system: how many calls, and for those behind a network what they would take."""
    from contextlib import nullcontext

    from bench.cache import OutputCache
    from bench.cost import estimate
    from bench.generate import Work

    path = plan.folder.parent / ".sumbench" / "outputs.sqlite"
    with OutputCache(path) if path.is_file() else nullcontext() as cache:
        work = Work(plan.corpus, plan.ids, cache, plan.fresh)
        items = [plan.corpus.load(article_id) for article_id in plan.ids]
        for system in plan.systems:
            left = [item for item in items if work.kept(system, item) is None]
            kept = f" ({len(items) - len(left)} kept)" if len(left) < len(items) else ""
            where = "calls over a network" if system.remote else "calls here"
            line = f"system    {system.label} ({system.kind}), {len(left)} {where}{kept}"
            if system.remote:
                tokens_in, tokens_out, dollars = estimate(system, left)
                line += f", about {tokens_in:,} tokens in and {tokens_out:,} out"
                line += f", about ${dollars:.2f}" if dollars is not None else ", no price given"
            yield line
            for name in system.found.constants.get("SECRETS", ()):
                yield _secret(name)
    for chosen in plan.metrics:
        if chosen.metric.remote:
            most = len(plan.ids) * len(plan.systems)
            yield f"metric    {chosen.metric.name}, at most {most} summaries over a network"
            if chosen.metric.secret:
                yield _secret(chosen.metric.secret)


def _secret(name: str) -> str:
    import os

    return f"          {name} is {'set' if os.environ.get(name) else 'not set'}"


def print_costs(result: Any) -> None:
    """Print what each system took, on stderr."""
    from bench.cost import cost_lines

    kinds = {name: about.get("kind", "system") for name, about in result.run.systems.items()}
    for told in cost_lines(result.run.cost, kinds):
        click.echo(f"took: {told}", err=True)


def print_result(result: Any) -> None:
    """Print the table on stdout and where the files are on stderr."""
    from bench.cli.pipes import is_piped, pipe_width, print_lines

    if is_piped():
        # rich takes as long to import as a hundred pairs to score by ROUGE; a pipe needs nothing of it.
        from bench.report.grid import leaderboard_lines

        print_lines(leaderboard_lines(result.board, result.run, pipe_width()))
    else:
        from bench.cli.consoles import console
        from bench.report.terminal import print_leaderboard

        print_leaderboard(console(), result.board, result.run)
    click.echo(f"results in {result.folder}", err=True)
