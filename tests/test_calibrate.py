"""Calibration: the check beside people's labels."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.calibrate import Calibration, Figure, calibrate, judge_labelled
from bench.calibrate.figures import ALL_SETS
from bench.errors import InputError
from bench.pairs import LabelledPair
from bench.report.calibration import (
    calibration_csv,
    calibration_markdown,
    calibration_text,
    write_calibration,
)

ARTICLE = (
    "Some 4,200 dockers walked out on Monday, union leader Marta Oliveira said. "
    "The port lost 3 million euros in two days."
)
RIGHT = "About 4,200 dockers walked out."
WRONG_NUMBER = "About 9,700 dockers walked out."
UNSEEN = "The dockers burned down the port."


def row(number: int, summary: str, label: int, **fields: Any) -> dict[str, Any]:
    document = f"{ARTICLE} Story {'abcdefghij'[number % 10]}."
    return {"id": f"r{number}", "document": document, "summary": summary, "label": label, **fields}


def rows() -> list[dict[str, Any]]:
    """20 pairs: 10 wrong, of which the check sees 6 wrong numbers; 10 right, of which it flags 1."""
    span = [[6, 11, "9,700", "number"]]
    caught = [row(i, WRONG_NUMBER, 0, error_types=["quantity"], error_spans=span) for i in range(6)]
    missed = [
        row(i, UNSEEN, 0, error_types=["event"], error_spans=[[0, 32, UNSEEN, "event"]]) for i in range(6, 10)
    ]
    right = [row(i, RIGHT, 1) for i in range(10, 19)]
    return [*caught, *missed, *right, row(19, WRONG_NUMBER, 1)]


def write(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Calibration:
    path = write(tmp_path_factory.mktemp("labelled") / "docks.val.jsonl", rows())
    return calibrate([path], resamples=200)


def figure(calibration: Calibration, *place: str) -> Figure:
    (found,) = [f for f in calibration.figures if (f.dataset, f.of, f.check, f.measure) == place]
    return found


def test_rates_are_those_counted_by_hand(measured: Calibration) -> None:
    def value(measure: str, check: str = "any") -> float | None:
        return figure(measured, "docks", "summaries", check, measure).value

    assert value("recall") == pytest.approx(0.6)
    assert value("false alarms") == pytest.approx(0.1)
    assert value("precision") == pytest.approx(6 / 7)
    assert value("balanced accuracy") == pytest.approx(0.75)
    assert value("recall", "numbers") == pytest.approx(0.6)
    assert value("recall", "people") == 0


def test_recall_is_told_by_error_type(measured: Calibration) -> None:
    assert figure(measured, "docks", "quantity", "any", "recall").value == 1
    assert figure(measured, "docks", "event", "any", "recall").value == 0


def test_flags_are_held_against_marked_places(measured: Calibration) -> None:
    flags = figure(measured, "docks", "flags", "numbers", "precision")
    assert (flags.value, flags.cases) == (pytest.approx(6 / 7), 7)
    spans = figure(measured, "docks", "marked spans", "numbers", "recall")
    assert (spans.value, spans.cases) == (1, 6)


def test_an_interval_holds_its_value(measured: Calibration) -> None:
    for found in measured.figures:
        if found.value is not None and found.low is not None and found.high is not None:
            assert found.low - 1e-9 <= found.value <= found.high + 1e-9


def test_summaries_of_one_article_are_drawn_together(tmp_path: Path) -> None:
    spread = write(tmp_path / "spread.jsonl", [r | {"article_key": r["id"]} for r in rows()])
    lumped = write(tmp_path / "lumped.jsonl", [r | {"article_key": "one"} for r in rows()])
    place = ("summaries", "any", "recall")
    wide = figure(calibrate([spread], resamples=200), "spread", *place)
    none = figure(calibrate([lumped], resamples=200), "lumped", *place)
    assert wide.low is not None
    assert wide.high is not None
    assert wide.low < 0.6 < wide.high
    assert none.low == none.high == pytest.approx(0.6)


def test_the_mean_over_sets_counts_every_set_the_same(tmp_path: Path) -> None:
    whole = write(tmp_path / "a.jsonl", rows())
    small = write(tmp_path / "b.jsonl", [row(0, WRONG_NUMBER, 0), row(1, RIGHT, 1)])
    found = calibrate([whole, small], resamples=20)
    assert figure(found, ALL_SETS, "summaries", "any", "recall").value == pytest.approx((0.6 + 1) / 2)


def test_a_line_can_name_its_set(tmp_path: Path) -> None:
    path = write(tmp_path / "pool.jsonl", [r | {"dataset": "named"} for r in rows()])
    assert [size.dataset for size in calibrate([path], resamples=20).sets] == ["named"]


def test_a_rate_over_nothing_is_blank_not_zero(tmp_path: Path) -> None:
    path = write(tmp_path / "right.jsonl", [row(i, RIGHT, 1) for i in range(3)])
    found = calibrate([path], resamples=20)
    assert figure(found, "right", "summaries", "any", "recall").value is None
    assert "right,summaries,any,recall,,,,3\n" in calibration_csv(found)
    assert "–" in calibration_markdown(found)
    assert "right has no inconsistent summary: nothing is known of what is caught." in calibration_text(
        found, 200
    )


def test_misses_and_false_alarms_are_listed_for_reading(measured: Calibration) -> None:
    kinds = [(e.kind, e.id) for e in measured.examples]
    assert sorted(kinds) == [("false alarm", "r19"), *(("miss", f"r{i}") for i in range(6, 10))]
    alarm = next(e for e in measured.examples if e.kind == "false alarm")
    assert "[" in alarm.text
    assert "9,700" in alarm.text


def test_no_more_examples_are_kept_than_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "many.jsonl", [row(i, UNSEEN, 0) for i in range(300)])
    assert len(calibrate([path], resamples=20, examples=5).examples) == 5


def test_processes_change_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "docks.jsonl", [row(i, RIGHT if i % 2 else UNSEEN, i % 2) for i in range(200)])
    assert calibrate([path], jobs=2, resamples=50) == calibrate([path], jobs=1, resamples=50)


def test_the_files_are_the_same_bytes_every_time(measured: Calibration, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    paths = write_calibration(measured, first)
    write_calibration(measured, second)
    kinds = ("csv", "md", "json", "svg", "png")
    assert {p.name for p in paths} == {"examples.csv", *(f"calibration.{kind}" for kind in kinds)}
    for path in paths:
        assert path.read_bytes() == (second / path.name).read_bytes(), path.name


def test_the_table_reads_in_text_and_markdown(measured: Calibration) -> None:
    text = calibration_text(measured, 200)
    assert "docks" in text
    assert "75.0" in text
    assert "| docks | 20 | 10 |" in calibration_markdown(measured)
    assert "mean over sets" not in text
    assert max(map(len, calibration_text(measured, 80).splitlines())) <= 80


@pytest.mark.parametrize(
    ("change", "message"),
    [({"label": "yes"}, "label"), ({"label": None}, "label"), ({"error_spans": [[1]]}, "error_spans")],
)
def test_a_line_without_a_usable_label_is_named(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    path = write(tmp_path / "bad.jsonl", [row(0, RIGHT, 1), row(1, RIGHT, 1) | change])
    with pytest.raises(InputError, match=rf"bad\.jsonl:2: .*{message}"):
        calibrate([path], resamples=20)


def test_spans_without_a_place_are_passed_over() -> None:
    pair = LabelledPair(
        id=1, document=ARTICLE, summary=WRONG_NUMBER, label=0, error_spans=((None, None, "gone", "x"),)
    )
    judged = judge_labelled(pair, "set")
    assert (judged.spans, judged.mentions) == ((), ())
    assert judged.flags == ("numbers",)
