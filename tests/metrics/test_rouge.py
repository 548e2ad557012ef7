"""ROUGE as it is reported here: equal to the rouge-score package, references combined by a stated rule."""

import pytest
from rouge_score.rouge_scorer import RougeScorer  # rouge-score 0.1.2

from bench.corpus import open_corpus
from bench.metrics.case import Candidate, Case
from bench.metrics.rouge import COLUMNS, measure, signature
from bench.text.sentences import sentences
from tests.conftest import TINY

CASE = Case(open_corpus(str(TINY)).load("harbour-strike"))
SUMMARIES = [
    "About 430 crane drivers struck at Velsund. Director Marek Dolny rules out talks before Friday.",
    "Nothing in common whatsoever!",
    "…",
    "430",
    CASE.item.article.text,
]


def expected(summary: str) -> list[dict[str, float]]:
    scorer = RougeScorer(list(COLUMNS), use_stemmer=True)
    rows = []
    for reference in CASE.item.references:
        scores = scorer.score("\n".join(sentences(reference.text)), "\n".join(sentences(summary)))
        rows.append({name: scores[name].fmeasure for name in COLUMNS})
    return rows


@pytest.mark.parametrize("summary", SUMMARIES)
@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_the_mean_over_references_equals_the_packages_floats(summary: str, engine: str) -> None:
    rows = expected(summary)
    mean = {name: sum(row[name] for row in rows) / len(rows) for name in COLUMNS}
    assert measure(CASE, Candidate(summary), engine=engine) == mean  # type: ignore[arg-type]


@pytest.mark.parametrize("summary", SUMMARIES)
def test_best_takes_the_highest_of_each_column(summary: str) -> None:
    rows = expected(summary)
    best = {name: max(row[name] for row in rows) for name in COLUMNS}
    assert measure(CASE, Candidate(summary), combine="best") == best


def test_a_left_out_reference_is_scored_against_the_others_only() -> None:
    first, second = CASE.item.references
    left_out = measure(CASE, Candidate(first.text, left_out=first))
    assert left_out["rouge1"] < 1
    assert measure(CASE, Candidate(first.text, left_out=second))["rouge1"] == 1


def test_the_rule_for_references_and_the_splitter_stand_in_the_signature() -> None:
    assert "refs:mean" in signature()
    assert "refs:best" in signature(combine="best")
    assert "lsum:sentencex-" in signature()
