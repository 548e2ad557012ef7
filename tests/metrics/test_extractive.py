"""The oracle must choose what one chooses who scores every candidate with rouge-score."""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from rouge_score.rouge_scorer import RougeScorer  # rouge-score 0.1.2

from bench.metrics.extractive import greedy_oracle
from bench.text.sentences import sentences
from bench.text.tokens import count_words

WIRE = Path(__file__).resolve().parents[2] / "references" / "wire"


@cache
def scorer() -> RougeScorer:
    return RougeScorer(["rouge1", "rouge2"], use_stemmer=True)


def value(candidate: str, references: Sequence[Sequence[str]]) -> float:
    total = 0.0
    for reference in references:
        scores = scorer().score("\n".join(reference), candidate)
        total += scores["rouge1"].fmeasure + scores["rouge2"].fmeasure
    return total / len(references)


def plain_oracle(article: Sequence[str], references: Sequence[Sequence[str]], budget: int) -> tuple[int, ...]:
    chosen: list[int] = []
    best = 0.0
    while True:
        better = None
        for index in range(len(article)):
            group = sorted({*chosen, index})
            fits = sum(count_words(article[i]) for i in group) <= budget
            if index not in chosen and fits:
                found = value("\n".join(article[i] for i in group), references)
                if found > best:
                    best, better = found, index
        if better is None:
            return tuple(chosen)
        chosen.append(better)


def bundled() -> list[Path]:
    return sorted(path.parent for path in WIRE.glob("*/reference.*.txt"))[::6]


@pytest.mark.parametrize("folder", bundled(), ids=lambda folder: folder.name)
@pytest.mark.parametrize("budget", [30, 60, 100])
def test_the_choice_is_that_of_a_plain_loop_over_rouge_score(folder: Path, budget: int) -> None:
    article = sentences((folder / "article.txt").read_text(encoding="utf-8"))
    references = [
        sentences(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("reference.*.txt"))
    ]
    assert greedy_oracle(article, references, budget) == plain_oracle(article, references, budget)


# Short sentences of few words: repeats, ties, sentences without a word, bigrams across their ends.
@pytest.mark.parametrize("letters", ["ab", "abc", "abcdef"])
def test_the_choice_is_the_same_where_candidates_tie(letters: str) -> None:
    rng = random.Random(letters)

    def lines(most: int) -> list[str]:
        return [" ".join(rng.choices(letters, k=rng.randint(0, 5))) for _ in range(rng.randint(1, most))]

    for _ in range(150):
        article, references, budget = (
            lines(6),
            [lines(3) for _ in range(rng.randint(1, 3))],
            rng.randint(0, 14),
        )
        assert greedy_oracle(article, references, budget) == plain_oracle(article, references, budget)


@pytest.mark.parametrize(
    ("article", "references", "budget"),
    [
        ([], [["A reference."]], 60),
        (["A sentence."], [], 60),
        (["A sentence of five words."], [["A sentence of five words."]], 4),
        (["Nothing alike."], [["Different words."]], 60),
        (["…"], [["…"]], 60),
    ],
)
def test_nothing_is_chosen_where_nothing_fits_or_helps(
    article: list[str], references: list[list[str]], budget: int
) -> None:
    assert greedy_oracle(article, references, budget) == ()


def test_a_line_break_inside_a_sentence_is_a_space() -> None:
    assert greedy_oracle(["The strike\nbegan.", "It rained."], [["The strike began."]], 10) == (0,)
