"""What the order of a table hangs on: one article, or one author's references."""

import json
from pathlib import Path

import pytest

from bench.chosen import choose_metrics
from bench.corpus import open_corpus
from bench.leaderboard import leaderboard
from bench.leaveout import (
    ReferencesLeftOut,
    dependence_notes,
    without_one_article,
    without_one_author,
)
from bench.records import ArticleScores, Output, Scored
from bench.score import Task, score_article
from tests.conftest import TINY, Command
from tests.test_guards import KINDS, matrix

STRIKE = open_corpus(str(TINY)).load("harbour-strike")


def test_an_article_without_which_another_is_first_is_named() -> None:
    made = matrix({"mine": [1.0, 0.2, 0.2, 0.2], "lead": [0.0, 0.4, 0.4, 0.4]})
    found = without_one_article(made, leaderboard(made, KINDS))
    assert found is not None
    assert (found.first, found.others) == ("mine", {"a00": "lead"})
    assert found.ranks == {"mine": (1, 1, 2), "lead": (2, 1, 2)}
    assert found.moved_by == {"mine": ["a00"], "lead": ["a00"]}
    (note,) = dependence_notes(found, [])
    assert note == (
        "the first place by facts hangs on single articles: without a00 it would be lead's, not mine's"
    )


def test_a_first_place_that_would_be_shared_is_told_without_the_names_of_all() -> None:
    rows = {"mine": [1.0, 0.2, 0.2, 0.2], "lead": [0.2, 0.2, 0.2, 0.2], "random": [0.9, 0.2, 0.2, 0.0]}
    made = matrix(rows)
    found = without_one_article(made, leaderboard(made, KINDS))
    assert found is not None
    assert found.others == {"a00": "lead and mine"}
    (note,) = dependence_notes(found, [])
    assert note.endswith("without a00 it would be shared, not mine's")


def test_a_first_place_that_hangs_on_nothing_needs_no_note() -> None:
    made = matrix({"mine": [0.9, 0.8, 0.9], "lead": [0.1, 0.2, 0.1]})
    found = without_one_article(made, leaderboard(made, KINDS))
    assert found is not None
    assert dependence_notes(found, []) == []


@pytest.mark.parametrize("rows", [{"mine": [0.5, 0.4]}, {"mine": [0.5, 0.4], "lead": [0.5, 0.4]}])
def test_two_articles_or_one_row_are_too_few_to_leave_one_out(rows: dict[str, list[float]]) -> None:
    made = matrix(rows)
    assert without_one_article(made, leaderboard(made, KINDS)) is None


def test_an_author_without_whose_references_another_is_first_is_named() -> None:
    made, left_out = matrix({"mine": [0.5, 0.5], "lead": [0.4, 0.4]}), ReferencesLeftOut()
    for article in ("a", "b"):
        mine = Scored("mine", "ok", {"rouge1": 0.5}, (), {"ash": {"rouge1": 0.2}, "birch": {"rouge1": 0.8}})
        lead = Scored("lead", "ok", {"rouge1": 0.4}, (), {"ash": {"rouge1": 0.4}, "birch": {"rouge1": 0.4}})
        left_out.add(ArticleScores(article, "0", (mine, lead)))
    (found,) = without_one_author(left_out, leaderboard(made, KINDS))
    assert (found.column, found.first, found.others) == ("rouge1", "mine", {"ash": "lead"})
    assert dependence_notes(None, [found]) == [
        "the first place by rouge1 hangs on who wrote the references: "
        "without those of ash it would be another's"
    ]


def test_an_author_of_some_articles_only_is_left_out_of_those() -> None:
    left_out = ReferencesLeftOut()
    left_out.add(
        ArticleScores("a", "0", (Scored("mine", "ok", {"rouge1": 0.5}, (), {"ash": {"rouge1": 0.1}}),))
    )
    left_out.add(ArticleScores("b", "0", (Scored("mine", "ok", {"rouge1": 0.7}),)))
    assert left_out.mean("mine", "rouge1") == pytest.approx(0.6)
    assert left_out.mean("mine", "rouge1", "ash") == pytest.approx((0.1 + 0.7) / 2)


def test_leaving_out_a_reference_scores_against_the_others() -> None:
    output = Output("mine", STRIKE.article.id, STRIKE.references[0].text)
    metrics = choose_metrics("facts,rouge,chrf")
    scored = score_article(Task(STRIKE, (output,)), metrics, 0).outputs[0]
    ash, birch = (reference.author for reference in STRIKE.references)
    assert scored.without[birch]["rouge1"] == 1.0
    assert scored.without[ash]["rouge1"] != 1.0
    mean = (scored.without[ash]["rouge1"] + scored.without[birch]["rouge1"]) / 2  # type: ignore[operator]
    assert scored.values["rouge1"] == pytest.approx(mean, abs=1e-6)
    assert "facts" not in scored.without[ash]


def test_a_run_records_what_its_order_hangs_on(sumbench: Command, tmp_path: Path) -> None:
    assert sumbench("run", "--corpus", TINY).returncode == 0
    run = json.loads((tmp_path / "results/tiny/run.json").read_text(encoding="utf-8"))
    by_author = run["sensitivity"]["without_one_author"]
    assert set(by_author) >= {"rouge1", "rougeLsum", "chrf"}
    assert {"rank", "low", "high", "moved_by"} == set(by_author["rouge1"]["systems"]["lead"])
