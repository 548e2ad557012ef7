"""The main job: systems over a corpus, measured, ranked and written to one results folder."""

import platform
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from bench import __version__
from bench.apart import Measurer, Question, score_with
from bench.cache import MeasureCache, OutputCache
from bench.cost import costs
from bench.earlier import about as about_system
from bench.earlier import keep_again, kept_rows, run_before
from bench.errors import Unmeasured
from bench.fairness import GAIN_COLUMNS
from bench.generate import generate, review
from bench.guards import breaches, remarks
from bench.leaderboard import Leaderboard, Matrix, csv_rows, leaderboard
from bench.leaveout import ReferencesLeftOut, dependences
from bench.mangle import with_drop
from bench.metrics import BUNDLED_COLUMNS, Column
from bench.metrics.case import Candidate, Case
from bench.outputs import Digests, OutputIndex, Tables
from bench.plan import Plan
from bench.plugins import find_systems
from bench.records import Output, SystemKind
from bench.report.markdown import leaderboard_markdown
from bench.results import file_digests
from bench.score import Task, score_article, signatures
from bench.store import Run, as_plain, csv_lines, write_run
from bench.tally import Tally
from bench.whole import write_text

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, what is done and what is to do."""


class Result(NamedTuple):
    """A finished run: its table, where it stands, what is wrong with it, how many outputs failed."""

    board: Leaderboard
    folder: Path
    run: Run
    failures: int


def run_benchmark(plan: Plan, progress: Progress = lambda stage, done, total: None) -> Result:
    """Generate, score and rank; write every file of the results folder."""
    started = time.perf_counter()
    kept = {} if plan.fresh else kept_rows(plan.folder, plan.corpus, plan.ids, plan.systems)
    by_article: dict[str, dict[str, Output]] = {
        article_id: dict(kept.get(article_id, {})) for article_id in plan.ids
    }
    plan = plan._replace(notes=review(plan.systems, plan.corpus))
    _prepare(plan)
    with _measurer(plan) as measurer:
        _try_metrics(plan, measurer)
    for done, output in enumerate(_generated(plan), 1):
        by_article[output.article][output.system] = output
        progress("generate", done, len(plan.ids) * len(plan.systems))
    generated = time.perf_counter()
    kinds: dict[str, SystemKind] = {system.label: system.kind for system in plan.systems}
    labels = {label for have in by_article.values() for label in have}
    about = {system.label: about_system(system) for system in plan.systems}
    before = run_before(plan.folder)
    for label in sorted(labels - set(about)):
        # Only rows of kind "system" are kept from an earlier run.
        about[label] = dict(before.systems.get(label, {})) if before else {}
        kinds[label] = "system"

    def outputs_of(article_id: str) -> list[Output]:
        return sorted(by_article[article_id].values(), key=lambda output: output.system)

    result = score_into(plan, outputs_of, kinds, about, progress)
    result.run.timings |= {"generate_seconds": round(generated - started, 3)}
    asked = {system.label for system in plan.systems}
    paid = [o for have in by_article.values() for o in have.values() if o.system in asked]
    spent = before.cost.get("systems", {}) if before else {}
    before_asked = {label: spent[label] for label in labels - asked if label in spent}
    result.run.cost = costs(paid, before_asked, result.run.cost.get("metrics"))
    write_run(plan.folder, result.run)
    return result


def _generated(plan: Plan) -> Iterator[Output]:
    """Yield an output of every system for every article, those that are kept among them."""
    with OutputCache(plan.folder.parent / ".sumbench" / "outputs.sqlite") as cache:
        if plan.retry_failed:
            keep_again(plan.folder, plan.corpus, plan.systems, cache)
        yield from generate(
            plan.systems, plan.corpus, plan.ids, jobs=plan.jobs, connections=plan.connections,
            timeout=plan.timeout, cache=cache, scheduler=plan.scheduler, fresh=plan.fresh,
        )  # fmt: skip


def _prepare(plan: Plan) -> None:
    """Have every metric look at its options, before anything is asked of anybody."""
    for chosen in plan.metrics:
        chosen.prepare()


@contextmanager
def _measurer(plan: Plan) -> Iterator[Measurer]:
    """Give what measures by costly metrics, with the values kept beside the results where there are any."""
    if not any(chosen.metric.apart for chosen in plan.metrics):
        yield Measurer((), None)
        return
    with MeasureCache(plan.folder.parent / ".sumbench" / "measures.sqlite") as cache:
        yield Measurer(plan.metrics, cache, fresh=plan.fresh, connections=plan.connections)


def _try_metrics(plan: Plan, measurer: Measurer) -> None:
    """Measure a stand-in for the first output, so that no metric breaks after outputs were paid for.

    Raises Unavailable where a metric's model or server is not to be had.
    """
    if not plan.ids or all(system.path is None or system.kind != "system" for system in plan.systems):
        return
    item = plan.corpus.load(plan.ids[0])
    text = item.references[0].text if item.references else item.article.text[:400]
    cheap = [chosen for chosen in plan.metrics if not chosen.metric.apart]
    score_article(Task(item, (Output("stand-in", item.article.id, text),)), cheap)
    # Models have been looked at already; computing with one before processes are forked may hang those.
    for chosen in (one for one in measurer.metrics if one.metric.remote):
        with suppress(Unmeasured):
            measurer.measure(Question(Case(item), Candidate(text, item.article.language), chosen, 0))


def score_outputs(
    plan: Plan, paths: Sequence[Path], progress: Progress = lambda stage, done, total: None
) -> Result:
    """Score files of outputs that exist, beside the rows of `plan.systems` (baselines, if asked for)."""
    _prepare(plan)
    index = OutputIndex(paths, plan.corpus.ids, plan.corpus.meta.name)
    labels = index.labels
    names = {label: label.partition("(")[0] for label in labels}
    known = {one.name: one.kind for one in find_systems(set(names.values())) if not one.shadowed}
    kinds: dict[str, SystemKind] = {label: known.get(names[label], "system") for label in labels}
    about: dict[str, dict[str, Any]] = {label: {"kind": kinds[label]} for label in labels}
    more: dict[str, list[Output]] = {}
    for output in generate(plan.systems, plan.corpus, plan.ids, jobs=plan.jobs, timeout=plan.timeout):
        if output.system not in labels:
            more.setdefault(output.article, []).append(output)
    for system in plan.systems:
        kinds.setdefault(system.label, system.kind)
        about.setdefault(system.label, {"kind": system.kind, "digest": system.digest})

    def outputs_of(article_id: str) -> list[Output]:
        return sorted([*index.of(article_id), *more.get(article_id, ())], key=lambda o: o.system)

    return score_into(plan, outputs_of, kinds, about, progress)


def score_into(
    plan: Plan,
    outputs_of: Callable[[str], list[Output]],
    kinds: Mapping[str, SystemKind],
    about: dict[str, dict[str, Any]],
    progress: Progress,
) -> Result:
    """Score outputs by article and write all files of the results folder.

    `outputs_of` gives the outputs of one article in order of system; texts are held one article at a time.
    """
    started = time.perf_counter()
    matrix, references, tally, digests = Matrix(plan.ids), ReferencesLeftOut(), Tally(), Digests(plan.ids)
    with Tables(plan.folder) as tables, _measurer(plan) as measurer:
        for scores in score_with(
            measurer, plan.corpus, plan.ids, tables.keeping(outputs_of), plan.metrics,
            jobs=plan.jobs, scheduler=plan.scheduler, beside=plan.seed if plan.baselines else None,
        ):  # fmt: skip
            matrix.add(scores)
            references.add(scores)
            tally.add(scores)
            digests.add(scores.digest)
            tables.add(scores)
            progress("score", matrix.scored, len(plan.ids))
    board = leaderboard(matrix, kinds, columns=_columns(plan), seed=plan.seed)
    run = _run(plan, digests, about, time.perf_counter() - started)
    board, dropped = with_drop(board, matrix, plan.corpus, plan.folder, about, run.signature)
    run.unmeasured, run.cost = tally.lacking, costs((), None, tally.costs) if tally.costs else {}
    run.sensitivity, hanging = dependences(matrix, references, board)
    run.warnings = [
        *breaches(board), *tally.notes(), *remarks(board, matrix, about), *hanging,
        *([] if plan.baselines else ["baselines were left out"]), *dropped, *plan.notes,
    ]  # fmt: skip
    write_text(plan.folder / "leaderboard.csv", csv_lines(csv_rows(board)))
    run.files = file_digests(plan.folder)
    write_text(plan.folder / "leaderboard.md", leaderboard_markdown(board, run))
    write_run(plan.folder, run)
    failures = sum(row["failed"] for row in board.rows)
    return Result(board, plan.folder, run, failures)


def _columns(plan: Plan) -> list[Column]:
    """Return the columns of every run, then those of the other metrics asked for."""
    more = [column for chosen in plan.metrics for column in chosen.metric.columns]
    return [*BUNDLED_COLUMNS, *(column for column in more if column not in BUNDLED_COLUMNS), *GAIN_COLUMNS]


def _run(plan: Plan, digests: Mapping[str, str], about: dict[str, dict[str, Any]], seconds: float) -> Run:
    """Return run.json of a finished run."""
    meta = plan.corpus.meta
    return Run(
        corpus={
            "name": meta.name,
            "version": meta.version,
            "language": meta.language,
            "articles": len(digests),
        },
        signature=signatures(plan.metrics),
        articles=digests,
        systems={label: about[label] for label in sorted(about)},
        options={"given": as_plain(plan.given), "in_effect": _in_effect(plan)},
        partial=plan.partial,
        seed=plan.seed,
        versions=_versions(),
        commit=_commit(),
        timings={"score_seconds": round(seconds, 3)},
    )


def _in_effect(plan: Plan) -> dict[str, Any]:
    """Return the options as they worked out."""
    return {
        "metrics": {chosen.metric.name: as_plain(chosen.recorded) for chosen in plan.metrics},
        "jobs": plan.jobs,
        "max_connections": plan.connections,
        "timeout": plan.timeout,
        "baselines": plan.baselines,
        "scheduler": bool(plan.scheduler),
    }


def _versions() -> dict[str, str]:
    """Return the versions of whatever may change a value."""
    names = ("rouge-score", "sacrebleu", "sentencex", "numpy", "rapidfuzz")
    return {"sumbench": __version__, "python": platform.python_version(), **{n: version(n) for n in names}}


def _commit() -> str:
    """Return the commit of the working folder, or "" outside a repository."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "HEAD"], capture_output=True, text=True, timeout=5, check=False
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
