"""Stage two: outputs are measured against their articles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

import msgspec

from bench.chosen import Chosen, default_metrics
from bench.corpus import Corpus, digest
from bench.executor import at_once, grouped, run_tasks
from bench.fairness import SCORES, Rivals
from bench.metrics.case import Candidate, Case
from bench.records import ArticleScores, Finding, Item, Measured, Output, Reference, Scored
from bench.store import SCORE_DECIMALS


class Task(NamedTuple):
    """One article with the outputs to measure."""

    item: Item
    outputs: tuple[Output, ...]


def score(
    corpus: Corpus,
    ids: Sequence[str],
    outputs_of: Callable[[str], Iterable[Output]],
    metrics: Sequence[Chosen],
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    beside: int | None = None,
) -> Iterator[ArticleScores]:
    """Yield the scores of each article, in the order of `ids`; only articles under way are in memory.

    `beside` is the seed of the extracts of the same length that outputs are set beside, and has them scored
    with each reference left out, too; None does neither, and takes a third of the time.
    """
    tasks = (Task(corpus.load(article_id), tuple(outputs_of(article_id))) for article_id in ids)
    function = partial(score_articles, metrics=tuple(metrics), beside=beside)
    groups = grouped(tasks, at_once(len(ids), jobs, scheduler))
    scored = chain.from_iterable(run_tasks(function, groups, jobs=jobs, scheduler=scheduler))
    for article_id, scores in zip(ids, scored, strict=True):
        # Ids from other processes are copies; the corpus's own are here anyway.
        yield msgspec.structs.replace(scores, article=article_id)


def score_articles(
    tasks: Sequence[Task], metrics: Sequence[Chosen], beside: int | None = None
) -> list[ArticleScores]:
    """Measure several articles: handing them over one by one would take longer than scoring by ROUGE."""
    return [score_article(task, metrics, beside) for task in tasks]


def score_article(task: Task, metrics: Sequence[Chosen], beside: int | None = None) -> ArticleScores:
    """Measure all outputs of one article; the article itself is read once for all of them."""
    case = Case(task.item)
    rivals = None if beside is None else _rivals(case, metrics, beside)
    scored = tuple(_score_output(case, output, metrics, rivals) for output in task.outputs)
    return ArticleScores(task.item.article.id, digest(task.item), scored)


def _rivals(case: Case, metrics: Sequence[Chosen], seed: int) -> Rivals:
    """Return the extracts that outputs are set beside, measured by the metrics that set them apart."""
    asked = [chosen for chosen in metrics if {c.name for c in chosen.metric.columns} & set(SCORES)]
    return Rivals(case, lambda candidate: _values(asked, case, candidate), seed)


def _values(metrics: Iterable[Chosen], case: Case, candidate: Candidate) -> dict[str, float | None]:
    """Return the rounded values of some metrics."""
    found = [measured(chosen, case, candidate).values for chosen in metrics]
    return {name: rounded(value) for values in found for name, value in values.items()}


def _score_output(case: Case, output: Output, metrics: Sequence[Chosen], rivals: Rivals | None) -> Scored:
    """Measure one output; a failed or empty one gets the worst of each quality column."""
    values: dict[str, float | None] = {}
    findings: tuple[Finding, ...] = ()
    left_out = left_out_of(output, case.item)
    candidate = Candidate(output.text, case.item.article.language, left_out)
    for chosen in metrics:
        if output.status != "ok":
            found = Measured(worst_values(chosen, case, candidate))
        else:
            found = measured(chosen, case, candidate)
        values |= {name: rounded(value) for name, value in found.values.items()}
        findings += found.findings
    if rivals is None:
        return Scored(output.system, output.status, values, findings)
    gains = rivals.gains(candidate, values, output.status == "ok")
    values |= {name: rounded(value) for name, value in gains.items()}
    return Scored(output.system, output.status, values, findings, _without(case, output, candidate, metrics))


def _without(
    case: Case, output: Output, candidate: Candidate, metrics: Sequence[Chosen]
) -> dict[str, dict[str, float | None]]:
    """Return what changes with each reference left out; nothing for a failure or a reference itself."""
    references = case.item.references
    if output.status != "ok" or candidate.left_out is not None or len(references) < 2:
        return {}
    # Where there is a fact sheet, references have no say in the facts.
    names = () if case.item.facts is not None else ("facts",)
    asked = [chosen for chosen in metrics if chosen.metric.needs_references or chosen.metric.name in names]
    return {reference.author: _values(asked, case, candidate.without(reference)) for reference in references}


def measured(chosen: Chosen, case: Case, candidate: Candidate) -> Measured:
    """Call a metric; a plain mapping is as good as a Measured."""
    result = chosen.module.measure(case, candidate, **chosen.settings)
    return result if isinstance(result, Measured) else Measured(result)


def worst_values(chosen: Chosen, case: Case, candidate: Candidate) -> Mapping[str, float | None]:
    """Return 0 in quality columns and blanks elsewhere; what is not applicable here stays blank."""
    metric = chosen.metric
    if metric.needs_references and not case.references_but(candidate.left_out):
        return {column.name: None for column in metric.columns}
    worst = getattr(chosen.module, "worst", None)
    if worst is not None:
        known: Mapping[str, float | None] = worst(case, candidate)
        return known
    return {c.name: 0.0 if c.quality else None for c in metric.columns}


def left_out_of(output: Output, item: Item) -> Reference | None:
    """Return the reference that a human row was taken from: it is scored against the others."""
    if output.system.partition("(")[0] != "human":
        return None
    return next((r for r in item.references if r.text == output.text), None)


def rounded(value: float | None) -> float | None:
    """Round as the file does, so that tables made from the file and from memory are the same."""
    return None if value is None else round(float(value), SCORE_DECIMALS)


def signatures(metrics: Sequence[Chosen] = ()) -> dict[str, str]:
    """Return everything that changes a value, by metric (the default ones if none are given)."""
    return {chosen.metric.name: chosen.signature() for chosen in metrics or default_metrics()}
