"""ROUGE-1, -2, -L and -Lsum F1 (Lin 2004), several references combined by mean or best."""

from collections.abc import Mapping, Sequence
from typing import Literal

from bench.metrics.case import Candidate, Case, Text
from bench.metrics.rouge_fast import score
from bench.text.sentences import splitter_signature

COLUMNS = ("rouge1", "rouge2", "rougeL", "rougeLsum")
Combine = Literal["mean", "best"]
Engine = Literal["fast", "reference"]


def measure(
    case: Case, candidate: Candidate, *, combine: Combine = "mean", engine: Engine = "fast"
) -> Mapping[str, float | None]:
    """Return F1 of the four types, 0 to 1; None where there is no reference.

    `mean` averages over references, so that a left-out human is comparable; `best` takes the highest.
    `engine="reference"` computes the same floats with the rouge-score package.
    """
    references = case.references_but(candidate.left_out)
    if not references:
        return dict.fromkeys(COLUMNS)
    rows = [_fmeasures(reference, candidate, engine) for reference in references]
    columns = zip(*rows, strict=True)
    if combine == "best":
        return dict(zip(COLUMNS, map(max, columns), strict=True))
    return dict(zip(COLUMNS, (sum(column) / len(rows) for column in columns), strict=True))


def _fmeasures(reference: Text, candidate: Candidate, engine: Engine) -> Sequence[float]:
    """Return the four F1 values against one reference."""
    if engine == "fast":
        return [triple[2] for triple in score(reference.rouge, candidate.rouge)]
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(list(COLUMNS), use_stemmer=True)
    scores = scorer.score("\n".join(reference.sentences), "\n".join(candidate.sentences))
    return [scores[name].fmeasure for name in COLUMNS]


def signature(*, combine: Combine = "mean", engine: Engine = "fast") -> str:
    """Return everything that changes a value: type, stemmer, references, sentence splitter, version."""
    return f"rouge|f1|stem:porter|refs:{combine}|lsum:{splitter_signature()}|as:rouge-score-0.1.2"
