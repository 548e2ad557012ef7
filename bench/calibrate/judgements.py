"""Labelled pairs beside what the fact check says of them."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.check import check_pair
from bench.errors import InputError
from bench.executor import run_tasks
from bench.facts.source import Strictness
from bench.pairs import LabelledPair, NumberedLine, batches, numbered_lines, pair_of
from bench.records import WRONG, Finding

CHECKS = {
    "numbers": frozenset({"number", "date"}),
    "people": frozenset({"person", "role", "speaker"}),
    "names": frozenset({"name"}),
}
"""The checks, by the kinds of findings that are theirs."""

_EXAMPLE_CHARACTERS = 400
_CONTEXT = 60


class Example(msgspec.Struct, frozen=True, order=True):
    """A miss (an error, no flag) or a false alarm (a flag, but people found no error), for reading."""

    order: str
    dataset: str
    kind: str
    id: str
    text: str
    reason: str


class Mention(msgspec.Struct, frozen=True):
    """One flag of a check and whether it touches a piece of the summary that people marked as wrong."""

    check: str
    inside: bool


class MarkedSpan(msgspec.Struct, frozen=True):
    """One piece that people marked; `claims` are the checks with a claim in it, `flags` those with a flag."""

    claims: tuple[str, ...]
    flags: tuple[str, ...]


class Judgement(msgspec.Struct, frozen=True):
    """One pair: what people said, and what the checks and the score say."""

    dataset: str
    article: str
    wrong: bool
    score: float
    flags: tuple[str, ...]
    error_types: tuple[str, ...]
    mentions: tuple[Mention, ...]
    spans: tuple[MarkedSpan, ...]
    examples: tuple[Example, ...]


class Batch(NamedTuple):
    """Lines to be judged together, and what the set is called where a line does not say."""

    path: str
    dataset: str
    lines: tuple[NumberedLine, ...]
    strictness: Strictness


def _lines_of(path: Path) -> Iterator[NumberedLine]:
    """Yield the lines of a labelled file, of which it has at least one."""
    line = None
    for line in numbered_lines(path):
        yield line
    if line is None:
        raise InputError("no pair in it; a line needs id, document, summary and label", path=path)


def judgements(
    paths: Sequence[Path], strictness: Strictness = "normal", jobs: int = 1, scheduler: str | None = None
) -> Iterator[Judgement]:
    """Yield the judgement of each labelled pair, in order of file and line.

    Raises InputError for a file without pairs and for the first line that is none.
    """
    tasks = (
        Batch(str(path), path.name.split(".")[0], lines, strictness)
        for path in paths
        for lines in batches(_lines_of(path))
    )
    for judged in run_tasks(judge_batch, tasks, jobs=jobs, scheduler=scheduler):
        yield from judged


def judge_batch(batch: Batch) -> list[Judgement]:
    """Return the judgements of a batch. Raises InputError with file, line and field."""
    pairs = (pair_of(line, LabelledPair, batch.path) for line in batch.lines)
    return [judge_labelled(pair, batch.dataset, batch.strictness) for pair in pairs]


def judge_labelled(pair: LabelledPair, dataset: str, strictness: Strictness = "normal") -> Judgement:
    """Return people's label of a pair beside the check's verdicts; `dataset` names its set if it does not."""
    ledger = check_pair(pair.document, pair.summary, strictness)
    wrong = [finding for finding in ledger.findings if finding.verdict in WRONG]
    marked = [(start, end) for start, end, *_ in pair.error_spans if start is not None and end is not None]
    # A pair called inconsistent without a marked place says nothing of single flags.
    placed = bool(marked) or bool(pair.label)
    return Judgement(
        dataset=pair.dataset or dataset,
        article=str(pair.article_key) if pair.article_key is not None else _key(pair.document),
        wrong=not pair.label,
        score=ledger.score,
        flags=_checks(wrong),
        error_types=tuple(sorted(set(pair.error_types))),
        mentions=tuple(_mentions(wrong, marked)) if placed else (),
        spans=tuple(_marked_span(ledger.findings, start, end) for start, end in marked),
        examples=tuple(_examples(pair, pair.dataset or dataset, wrong)),
    )


def _key(document: str) -> str:
    return hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _checks(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the checks that some findings belong to."""
    kinds = {finding.kind for finding in findings}
    return tuple(name for name, own in CHECKS.items() if own & kinds)


def _touching(findings: Sequence[Finding], start: int, end: int) -> list[Finding]:
    return [
        f for f in findings if f.start is not None and f.end is not None and f.start < end and start < f.end
    ]


def _mentions(wrong: Sequence[Finding], marked: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    for finding in wrong:
        inside = any(_touching([finding], start, end) for start, end in marked)
        for check in _checks([finding]):
            yield Mention(check, inside)


def _marked_span(findings: Sequence[Finding], start: int, end: int) -> MarkedSpan:
    touching = _touching(findings, start, end)
    return MarkedSpan(_checks(touching), _checks([f for f in touching if f.verdict in WRONG]))


def _examples(pair: LabelledPair, dataset: str, wrong: Sequence[Finding]) -> Iterator[Example]:
    """Yield what a reader should see of a pair that the check judges otherwise than people did."""
    order = hashlib.sha256(f"{dataset}:{pair.id}".encode()).hexdigest()[:12]
    if pair.label:
        for finding in wrong:
            start, end = finding.start or 0, finding.end or 0
            text = (
                f"{pair.summary[max(0, start - _CONTEXT) : start]}[{pair.summary[start:end]}]"
                f"{pair.summary[end : end + _CONTEXT]}"
            )
            reason = f"{finding.kind} {finding.verdict}: {finding.reason}"
            yield Example(order, dataset, "false alarm", str(pair.id), _line(text), reason)
    elif not wrong:
        marks = "; ".join(f"{kind or 'error'}: {text}" for *_, text, kind in pair.error_spans)
        reason = marks or ", ".join(pair.error_types) or "called inconsistent"
        text = _line(pair.summary)[:_EXAMPLE_CHARACTERS]
        yield Example(order, dataset, "miss", str(pair.id), text, _line(reason)[:_EXAMPLE_CHARACTERS])


def _line(text: str) -> str:
    return " ".join(text.split())
