"""A table that is broken or says less than it seems to says so in words."""

from typing import Any

import numpy as np
import pytest

from bench.guards import breaches, remarks
from bench.leaderboard import Leaderboard, Matrix, leaderboard
from bench.records import ArticleScores, Scored, Status, SystemKind
from tests.conftest import TINY, Command

KINDS: dict[str, SystemKind] = {
    "mine": "system", "yours": "system", "lead": "baseline", "empty": "control", "scrambled": "control",
    "copy": "control", "human": "bound",
}  # fmt: skip
Rows = dict[str, list[float]]


def matrix(
    rows: Rows, others: dict[str, dict[str, float]] | None = None, failed: dict[str, set[int]] | None = None
) -> Matrix:
    ids = [f"a{index:02}" for index in range(len(next(iter(rows.values()))))]
    made = Matrix(ids)
    for index, article in enumerate(ids):
        outputs = []
        for system, series in rows.items():
            status: Status = "error" if index in (failed or {}).get(system, ()) else "ok"
            values: dict[str, float | None] = {"facts": series[index], **(others or {}).get(system, {})}
            outputs.append(Scored(system, status, values))
        made.add(ArticleScores(article, "0", tuple(outputs)))
    return made


def table(rows: Rows, **fields: Any) -> tuple[Leaderboard, Matrix]:
    made = matrix(rows, **fields)
    return leaderboard(made, KINDS), made


def said(rows: Rows, systems: dict[str, Any] | None = None, **fields: Any) -> list[str]:
    board, made = table(rows, **fields)
    return remarks(board, made, systems or {})


def around(mean: float, articles: int = 20, spread: float = 0.05) -> list[float]:
    draw = np.random.default_rng(int(mean * 1000)).normal(mean, spread, articles)
    return [float(value) for value in draw]


def test_a_sound_table_says_nothing() -> None:
    rows = {"mine": around(0.8), "lead": around(0.5), "scrambled": around(0.1), "empty": [0.0] * 20}
    board, made = table(rows)
    assert breaches(board) == []
    assert remarks(board, made, {}) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"lead": [0.5] * 8, "empty": [0.6] * 8}, "BROKEN TABLE: `empty` is not last on facts"),
        ({"lead": [0.0] * 8, "empty": [0.1] * 8}, "BROKEN TABLE: `empty` is not last on facts"),
        (
            {"lead": [0.5] * 8, "scrambled": [0.5] * 8},
            "BROKEN TABLE: `scrambled` is not below `lead`",
        ),
        (
            {"lead": [0.5] * 8, "scrambled": [0.6] * 8},
            "BROKEN TABLE: `scrambled` is not below `lead`",
        ),
    ],
)
def test_a_table_whose_controls_do_not_fail_is_broken(rows: Rows, message: str) -> None:
    assert any(text.startswith(message) for text in breaches(table(rows)[0]))


def test_scrambled_must_be_below_lead_by_more_than_chance() -> None:
    lead = around(0.5)
    noise = [value - 0.001 + 0.05 * (-1) ** index for index, value in enumerate(lead)]
    assert any("not significantly" in text for text in said({"lead": lead, "scrambled": noise}))
    assert said({"lead": lead, "scrambled": [value - 0.1 for value in lead]}) == []


@pytest.mark.parametrize(
    ("coverage", "novelty", "named"),
    [(1.0, 0.0, True), (0.99, 0.05, True), (0.9, 0.05, False), (1.0, 0.3, False)],
)
def test_a_first_row_that_copies_whole_sentences_is_named_as_extractive(
    coverage: float, novelty: float, named: bool
) -> None:
    others = {"mine": {"coverage": coverage, "novelty": novelty}, "lead": {"coverage": 0.5, "novelty": 0.5}}
    lines = said({"mine": around(0.8), "lead": around(0.5)}, others=others)
    assert any(text.startswith("mine is first and extractive") for text in lines) is named


def test_an_article_for_which_nobody_wrote_anything_is_named() -> None:
    rows = {"mine": [0.0, 0.5], "yours": [0.0, 0.5], "lead": [0.0, 0.5], "copy": [1.0, 1.0]}
    lines = said(rows, failed={"mine": {0}, "yours": {0}, "lead": {0}})
    assert any(text.startswith("BROKEN TABLE: no row at all has a summary of a00") for text in lines)
    lines = said(rows, failed={"mine": {0}, "yours": {0}})
    assert any(text.startswith("no system has a summary of a00") for text in lines)
    assert not any("a00" in text for text in said(rows, failed={"mine": {0}}))


def test_a_lead_smaller_than_the_corpus_can_tell_is_named() -> None:
    mine, lead = around(0.5), around(0.502)
    board, made = table({"mine": mine, "lead": lead})
    (line,) = remarks(board, made, {})
    assert line.startswith("lead leads mine by 0.0") or line.startswith("mine leads lead by 0.0")
    assert f"{board.detectable:.3f} that 20 articles can tell apart" in line


@pytest.mark.parametrize(
    ("words", "named"), [(60.0, False), (30.0, False), (90.0, False), (29.0, True), (91.0, True)]
)
def test_a_row_far_from_its_budget_of_words_is_named(words: float, named: bool) -> None:
    systems = {"mine": {"options": {"words": 60}}, "lead": {"options": {}}}
    lines = said(
        {"mine": around(0.8), "lead": around(0.5)},
        systems,
        others={"mine": {"words": words}, "lead": {"words": 200.0}},
    )
    assert any(text.startswith(f"mine writes {words:.0f} words on average") for text in lines) is named
    assert not any(text.startswith("lead writes") for text in lines)


def test_a_run_says_that_it_is_partial_and_who_keeps_no_budget(sumbench: Command, tmp_path: Any) -> None:
    long = tmp_path / "long.py"
    long.write_text("def summarize(article, *, words=60):\n    return article.text\n", encoding="utf-8")
    done = sumbench("run", "--corpus", TINY, "--system", long, "--limit", 1, "--metrics", "facts,length")
    assert done.returncode == 0, done.stderr
    assert "PARTIAL: 1 of 2 articles" in done.stdout
    assert "long writes" in done.stdout
    assert "times its budget of 30" in done.stdout


def test_where_no_error_could_be_planted_the_table_is_not_called_broken() -> None:
    same = {"words": 9.0, "coverage": 1.0, "density": 9.0, "chrf": 0.3}
    rows = {"lead": [0.5] * 8, "scrambled": [0.5] * 8}
    (line,) = breaches(table(rows, others={"lead": same, "scrambled": same})[0])
    assert line.startswith("`scrambled` is what `lead` writes: no error could be planted")
    other = same | {"density": 4.0}
    (line,) = breaches(table(rows, others={"lead": same, "scrambled": other})[0])
    assert line.startswith("BROKEN TABLE: `scrambled` is not below `lead`")
