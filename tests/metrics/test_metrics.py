"""What every metric promises, and the rules of the fact scores."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sacrebleu.metrics import CHRF  # sacrebleu 2.x

from bench.chosen import choose_metrics, default_metrics
from bench.corpus import open_corpus
from bench.errors import UsageError
from bench.metrics import METRICS
from bench.metrics.case import Candidate, Case
from bench.metrics.facts import measure
from bench.records import FactSheet, Item, Output
from bench.score import Task, score_article
from tests.conftest import TINY

CORPUS = open_corpus(str(TINY))
STRIKE = CORPUS.load("harbour-strike")
SUMMARIES = [
    "",
    "…",
    "Yes.",
    "About 430 drivers struck, said Solheim, who wants 6.5 per cent.",
    STRIKE.article.text,
]


def values(item: Item, text: str, status: str = "ok") -> Mapping[str, float | None]:
    output = Output("any", item.article.id, text, status)  # type: ignore[arg-type]
    return score_article(Task(item, (output,)), default_metrics()).outputs[0].values


@pytest.mark.parametrize("text", SUMMARIES)
@pytest.mark.parametrize("chosen", default_metrics(), ids=lambda chosen: chosen.metric.name)
def test_a_metric_gives_exactly_its_columns_and_no_nan(chosen, text: str) -> None:  # type: ignore[no-untyped-def]
    result = chosen.module.measure(Case(STRIKE), Candidate(text))
    given = getattr(result, "values", result) if not isinstance(result, Mapping) else result
    assert set(given) == {column.name for column in chosen.metric.columns}
    for value in given.values():
        assert value is None or value == value


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_metric_says_in_one_line_what_it_is(metric) -> None:  # type: ignore[no-untyped-def]
    assert metric.about.endswith(".")
    assert all(column.about for column in metric.columns)


def test_the_order_of_outputs_changes_no_value() -> None:
    outputs = [Output(name, STRIKE.article.id, text) for name, text in zip("abcde", SUMMARIES, strict=True)]
    forward = score_article(Task(STRIKE, tuple(outputs)), default_metrics()).outputs
    backward = score_article(Task(STRIKE, tuple(reversed(outputs))), default_metrics()).outputs
    assert forward == tuple(reversed(backward))


def test_chrf_is_sacrebleus_mean_over_references() -> None:
    text = SUMMARIES[3]
    scores = [CHRF().sentence_score(text, [reference.text]).score / 100 for reference in STRIKE.references]
    assert values(STRIKE, text)["chrf"] == pytest.approx(sum(scores) / 2, abs=1e-6)


def test_key_facts_kept_missing_and_wrong_make_the_facts_score() -> None:
    kept = values(STRIKE, "About 430 drivers struck for 6.5 per cent, Ingrid Solheim said.")
    assert (kept["facts"], kept["consistent"]) == (1.0, 1.0)
    one_wrong = values(
        STRIKE, "About 430 drivers struck for 6.5 per cent, Ingrid Solheim said. It costs 77 euros."
    )
    assert one_wrong["facts"] == pytest.approx(3 / 4)
    assert one_wrong["consistent"] == 0
    silent = values(STRIKE, "There is a strike.")
    assert (silent["facts"], silent["consistent"], silent["numbers_precision"]) == (0.0, 1.0, None)


def test_harmless_detail_neither_raises_nor_lowers_the_facts_score() -> None:
    short = values(STRIKE, "About 430 drivers struck.")
    detail = values(STRIKE, "About 430 drivers struck on Tuesday; 12 container ships were waiting.")
    assert short["facts"] == detail["facts"]


def test_saying_a_wrong_thing_twice_counts_once() -> None:
    once = values(STRIKE, "It costs 77 euros.")
    twice = values(STRIKE, "It costs 77 euros. It costs 77 euros.")
    assert once["wrong_claims"] == twice["wrong_claims"] == 1


@pytest.mark.parametrize("status", ["empty", "error", "timeout"])
def test_a_failed_or_empty_output_scores_0_in_quality_and_is_blank_elsewhere(status: str) -> None:
    worst = values(STRIKE, "", status)
    for chosen in default_metrics():
        for column in chosen.metric.columns:
            if column.quality:
                assert worst[column.name] == 0
            elif not column.count:
                assert worst[column.name] is None


def test_without_sheet_and_references_recall_and_facts_are_blank() -> None:
    item = Item(STRIKE.article, STRIKE.evidence)
    row = values(item, "About 430 drivers struck.")
    assert (row["facts"], row["numbers_recall"], row["people_recall"]) == (None, None, None)
    assert row["numbers_precision"] == 1


def test_without_a_sheet_the_references_tell_what_is_key() -> None:
    item = Item(STRIKE.article, STRIKE.evidence, STRIKE.references)
    result = measure(Case(item), Candidate("The union wants 6.5 per cent, said Solheim."))
    # Both references name the rise and Solheim, so they weigh more than what only one mentions.
    assert result.values["people_recall"] == pytest.approx(1 / 1.5)
    # One of them besides: 430 drivers, 4 per cent, 1.2 million euros, Tuesday and Friday.
    assert result.values["numbers_recall"] == pytest.approx(1 / 3.5)


def test_an_empty_sheet_asks_for_nothing() -> None:
    item = Item(STRIKE.article, STRIKE.evidence, STRIKE.references, FactSheet())
    assert values(item, "Nothing.")["facts"] is None


def test_a_strangers_metric_is_a_file_with_columns(tmp_path: Path) -> None:
    path = tmp_path / "shout.py"
    path.write_text(
        '"""Share of capitals."""\nCOLUMNS = {"capitals": "share of capital letters"}\n'
        "def measure(case, candidate, *, weight=1.0):\n"
        "    return {'capitals': weight * sum(c.isupper() for c in candidate.raw) / len(candidate.raw)}\n",
        encoding="utf-8",
    )
    chosen = choose_metrics(f"length,{path}(weight=2.0)")
    row = score_article(Task(STRIKE, (Output("a", "x", "AbCd"),)), chosen).outputs[0].values
    assert row["capitals"] == 1.0
    assert row["words"] == 1
    with pytest.raises(UsageError, match="no option wait; it has weight"):
        choose_metrics(f"{path}(wait=2)")
