"""A summary sentence by sentence against an article block by block: what checkers with a model share."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from importlib.metadata import version
from statistics import fmean
from typing import Literal, NamedTuple, TypeVar
from urllib.parse import quote

from bench.metrics.case import Candidate, Case
from bench.records import Finding, Measured, Span, Usage
from bench.text.sentences import sentence_spans, splitter_signature

T = TypeVar("T")

Granularity = Literal["sentence", "paragraph", "document"]
Claims = Literal["sentence", "summary"]

DECIMALS = 4
"""Of every probability: what a batch's padding changes in a float is far below."""

_LINE = re.compile(r"\S[^\n]*")


class Judged(NamedTuple):
    """One claim with its value, 0 to 1, the evidence that speaks most for it, and what the value says."""

    claim: Span
    value: float
    evidence: Span | None
    reason: str


def claims(candidate: Candidate, by: Claims) -> list[Span]:
    """Return the sentences of a summary, or the whole of it; nothing where there is no text."""
    return _spans(candidate.raw, candidate.language, "sentence" if by == "sentence" else "document")


def blocks(case: Case, by: Granularity) -> list[Span]:
    """Return sentences, paragraphs (lines) or the whole of an article as it stands, headline included."""
    return _spans(case.item.evidence, case.item.article.language, by)


def chunks(case: Case, words: int) -> list[Span]:
    """Return runs of an article's sentences of at most `words` words; a longer sentence is one by itself."""
    made: list[Span] = []
    start = end = count = 0
    text = case.item.evidence
    for span in blocks(case, "sentence"):
        size = len(span.text.split())
        if count and count + size > words:
            made.append(Span(start, end, text[start:end]))
            count = 0
        start = span.start if not count else start
        end, count = span.end, count + size
    return [*made, Span(start, end, text[start:end])] if count else made


def _spans(text: str, language: str, by: Granularity) -> list[Span]:
    if by == "paragraph":
        places = [match.span() for match in _LINE.finditer(text)]
    elif by == "sentence":
        places = list(sentence_spans(text, language))
    else:
        places = [(len(text) - len(text.lstrip()), len(text.rstrip()))] if text.strip() else []
    return [Span(start, end, text[start:end]) for start, end in places]


def answers(
    case: Case,
    model: Hashable,
    pairs: Sequence[tuple[str, str]],
    size: int,
    compute: Callable[[Sequence[tuple[str, str]]], Sequence[T]],
) -> list[T]:
    """Return what `compute` makes of the pairs, `size` at a time, each pair once for all outputs of a case.

    `model` is whatever an answer depends on beside its pair.
    """
    new = [pair for pair in dict.fromkeys(pairs) if (model, pair) not in case.answers]
    for at in range(0, len(new), size):
        some = new[at : at + size]
        case.answers |= zip([(model, pair) for pair in some], compute(some), strict=True)
    return [case.answers[model, pair] for pair in pairs]


def rows_of(values: Sequence[T], width: int) -> Iterator[Sequence[T]]:
    """Yield the values of each claim over all blocks."""
    for at in range(0, len(values), width):
        yield values[at : at + width]


def measured(metric: str, judged: Sequence[Judged], below: float, usage: Usage) -> Measured:
    """Return mean and minimum over the claims, and a finding for each one whose value is under `below`.

    The verdict is `suspect`: shown, never scored.
    """
    values = [one.value for one in judged]
    findings = tuple(
        Finding(
            "sentence", " ".join(one.claim.text.split()), "suspect", one.claim.start, one.claim.end,
            (one.evidence,) if one.evidence else (), f"{metric} {one.value:.2f}: {one.reason}",
        )
        for one in judged
        if one.value < below
    )  # fmt: skip
    columns = {metric: fmean(values) if values else None, f"{metric}_min": min(values, default=None)}
    return Measured(columns, findings, usage)


def signature(metric: str, parts: dict[str, object], packages: Sequence[str] = ()) -> str:
    """Return a signature: what changes a value by name, then the versions of what computes it.

    Values are quoted, so that no name ends like a version: those may differ where scores are compared.
    """
    named = [f"{name}:{_quoted(value)}" for name, value in parts.items()]
    versions = [splitter_signature(), *(f"{package}-{version(package)}" for package in packages)]
    return "|".join([metric, *named, *versions])


def _quoted(value: object) -> str:
    return f'"{quote(value, safe="/:.@-_ ,")}"' if isinstance(value, str) else str(value)
