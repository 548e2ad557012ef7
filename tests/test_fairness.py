"""Scores beside those of a lead and a random extract of exactly as many words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.chosen import default_metrics
from bench.corpus import open_corpus
from bench.fairness import GAIN_COLUMNS, SCORES, Rivals
from bench.metrics.case import Case
from bench.records import Output
from bench.score import Task, score_article
from tests.conftest import TINY, Command

CORPUS = open_corpus(str(TINY))
STRIKE = CORPUS.load("harbour-strike")
WORDS = len(STRIKE.article.text.split())


def rivals(seed: int = 0) -> Rivals:
    return Rivals(Case(STRIKE), lambda candidate: {}, seed)


def values(text: str, status: str = "ok", seed: int = 0, system: str = "mine") -> dict[str, float | None]:
    output = Output(system, STRIKE.article.id, text, status)  # type: ignore[arg-type]
    return score_article(Task(STRIKE, (output,)), default_metrics(), seed).outputs[0].values


@given(st.integers(1, 2 * WORDS), st.integers(0, 5), st.sampled_from(["lead", "random"]))
def test_an_extract_has_exactly_the_words_asked_for_within_the_article(
    words: int, seed: int, rival: str
) -> None:
    text = rivals(seed).extract(rival, words)
    assert len(text.split()) == min(words, WORDS)


def test_a_lead_extract_begins_the_article_and_a_random_one_depends_on_its_seed() -> None:
    assert STRIKE.article.text.split()[:25] == rivals().extract("lead", 25).split()
    assert len({rivals(seed).extract("random", 25) for seed in range(8)}) > 1
    assert rivals(3).extract("random", 25) == rivals(3).extract("random", 25)


def test_a_shorter_random_extract_takes_the_same_sentences_first() -> None:
    long, short = (set(rivals().extract("random", words).split()) for words in (60, 30))
    assert short <= long


def test_the_lead_of_the_article_gains_nothing_over_lead() -> None:
    measured = values(rivals().extract("lead", 40))
    assert {measured[f"{score}_over_lead"] for score in SCORES} == {0.0}


def test_a_gain_is_the_score_less_that_of_the_extract_of_the_same_length() -> None:
    text = STRIKE.references[0].text
    measured = values(text)
    beside = values(rivals().extract("random", len(text.split())))
    for score in SCORES:
        own, other = measured[score], beside[score]
        assert own is not None
        assert other is not None
        assert measured[f"{score}_over_random"] == pytest.approx(own - other, abs=2e-6)


@pytest.mark.parametrize("status", ["empty", "error", "timeout"])
def test_a_failed_or_empty_output_gains_nothing(status: str) -> None:
    measured = values("", status)
    assert {measured[column.name] for column in GAIN_COLUMNS} == {0.0}


def test_gains_stand_to_the_right_of_the_table_and_are_blank_without_baselines(
    sumbench: Command, tmp_path: Path
) -> None:
    names = ",".join(column.name for column in GAIN_COLUMNS)
    for arguments in ((), ("--no-baselines", "--system", "lead")):
        done = sumbench("run", "--corpus", TINY, "--out", "results", "--fresh", *arguments)
        assert done.returncode == 0, done.stderr
        head, *rows = (tmp_path / "results/tiny/leaderboard.csv").read_text(encoding="utf-8").splitlines()
        assert head.endswith(f"wrong_claims,{names}")
        lead = next(row for row in rows if ",lead," in row)
        assert lead.endswith("," * len(GAIN_COLUMNS)) is bool(arguments)
