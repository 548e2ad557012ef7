"""The table: means over every article, ranks from paired tests, bounds and controls apart."""

import io

import numpy as np
import pytest
from rich.console import Console

from bench.guards import breaches
from bench.leaderboard import Leaderboard, Matrix, csv_rows, leaderboard
from bench.records import ArticleScores, Scored, SystemKind
from bench.report.columns import best_values, fitting, notes, ranks_of, shown_columns, text_of
from bench.report.grid import cell_len, leaderboard_lines, shortened
from bench.report.markdown import leaderboard_markdown
from bench.report.terminal import print_leaderboard
from bench.store import Run

KINDS: dict[str, SystemKind] = {
    "good": "system", "lead": "baseline", "copy": "control", "empty": "control", "human": "bound",
}  # fmt: skip


def matrix(rows: dict[str, list[float | None]], column: str = "facts") -> Matrix:
    ids = [f"a{index:02}" for index in range(len(next(iter(rows.values()))))]
    made = Matrix(ids)
    for index, article in enumerate(ids):
        outputs = tuple(
            Scored(system, "empty" if system == "empty" else "ok", {column: values[index]}, ())
            for system, values in rows.items()
        )
        made.add(ArticleScores(article, "0", outputs))
    return made


def board(rows: dict[str, list[float | None]], column: str = "facts") -> Leaderboard:
    return leaderboard(matrix(rows, column), KINDS)


def spread(mean: float, articles: int = 20) -> list[float | None]:
    draw = np.random.default_rng(int(mean * 1000)).normal(mean, 0.05, articles)
    return [float(value) for value in draw]


SOUND = {
    "lead": spread(0.5),
    "good": spread(0.8),
    "copy": spread(0.9),
    "human": spread(0.95),
    "empty": [0.0] * 20,
}


def test_ranked_rows_come_first_by_facts_then_bounds_then_controls() -> None:
    made = board(SOUND)
    assert [row["system"] for row in made.rows] == ["good", "lead", "human", "copy", "empty"]
    assert [ranks_of(row) for row in made.rows] == ["1", "2", "", "", ""]


def test_systems_that_are_not_told_apart_share_their_ranks() -> None:
    made = board({"lead": spread(0.5), "good": spread(0.502)})
    assert {ranks_of(row) for row in made.rows} == {"1–2"}
    assert made.detectable is not None
    assert 0 < made.detectable < 0.1


def test_rows_that_differ_alike_everywhere_claim_no_smallest_difference() -> None:
    made = board({"lead": [0.5] * 20, "good": [0.75] * 20})
    assert any("no smallest difference can be given" in note for note in notes(made, "", ()))


def test_a_blank_is_left_out_of_the_mean_and_an_empty_column_stays_blank() -> None:
    made = board({"lead": [0.5, None, 1.0]})
    assert made.rows[0]["facts"] == 0.75
    assert made.rows[0]["rouge1"] is None
    assert text_of(made.rows[0], shown_columns(made)[0]) == "0.750"


def test_without_facts_consistency_ranks_and_the_interval_of_facts_is_blank() -> None:
    made = board({"lead": [1.0, 0.0, 1.0], "good": [1.0, 1.0, 1.0]}, "consistent")
    assert made.ranked_by == "consistent"
    assert [row["system"] for row in made.rows] == ["good", "lead"]
    assert made.rows[0]["facts_low"] is None


def test_the_csv_has_four_decimals_and_plain_counts() -> None:
    lines = list(csv_rows(board(SOUND)))
    row = dict(zip(lines[0], lines[1], strict=True))
    assert len(row["facts"].split(".")[1]) == 4
    assert (row["articles"], row["failed"]) == (20, 0)


def test_the_best_of_a_column_is_sought_among_ranked_rows_only() -> None:
    made = board(SOUND)
    assert best_values(made, shown_columns(made))["facts"] == text_of(made.rows[0], shown_columns(made)[0])


def test_a_narrow_terminal_loses_the_least_needed_columns_and_never_facts() -> None:
    made = board(SOUND)
    columns = shown_columns(made)
    kept = fitting(columns, {c.field: 10 for c in columns}, 10)
    assert [column.field for column in kept] == ["facts"]


def test_a_narrow_table_says_which_columns_found_no_room() -> None:
    run = Run(corpus={"name": "c", "version": "1"}, signature={}, articles={}, systems={}, options={})
    made = leaderboard(matrix(SOUND), KINDS)
    for row in made.rows:
        row["rouge1"] = row["rouge2"] = 0.25
    wide, narrow = (leaderboard_lines(made, run, width) for width in (200, 36))
    assert "No room here for R-1: leaderboard.csv has it." in narrow
    assert not any(line.startswith("No room") for line in wide)


@pytest.mark.parametrize(
    "name", ["x" * 90, "openai(base_url=http://127.0.0.1:8000/v1, model=a)", "模型" * 30]
)
def test_a_long_name_leaves_room_for_figures_and_keeps_both_its_ends(name: str) -> None:
    run = Run(corpus={"name": "c", "version": "1"}, signature={}, articles={}, systems={}, options={})
    made = board({name: spread(0.8), "lead": SOUND["lead"], "empty": [0.0] * 20})
    narrow, wide = (leaderboard_lines(made, run, width) for width in (60, 400))
    shown = shortened(name, 30)
    assert cell_len(shown) <= 30
    assert (shown[:5], shown[-5:]) == (name[:5], name[-5:])
    assert any(f" {shown} " in line for line in narrow)
    assert "Names with … are cut here: leaderboard.csv has them whole." in narrow
    assert any(name in line for line in wide)


@pytest.mark.parametrize("width", [60, 100, 200])
@pytest.mark.parametrize("names", [("lead", "good"), ("lead", "模型"), ("lead", "a-system(of=long, name=x)")])
def test_a_pipe_gets_the_words_that_a_terminal_shows(names: tuple[str, str], width: int) -> None:
    made = board({names[0]: SOUND["lead"], names[1]: spread(0.8), "empty": [0.0] * 20, "human": spread(0.9)})
    run = Run(corpus={"name": "c", "version": "1"}, signature={}, articles={}, systems={}, options={})
    run.warnings = ["baselines were left out"]
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False)
    print_leaderboard(console, made, run)
    assert isinstance(console.file, io.StringIO)
    lines = leaderboard_lines(made, run, width)
    # rich takes the space off that keeps digits above one another where a value has no star.
    assert [line.split() for line in lines] == [line.split() for line in console.file.getvalue().splitlines()]
    assert len({cell_len(line.rstrip("*")) for line in lines[1:4]}) == 1


def test_markdown_is_aligned_and_names_partial_runs() -> None:
    run = Run(
        corpus={"name": "c", "version": "1"}, signature={"facts": "f"}, articles={}, systems={}, options={}
    )
    run.partial = "3 of 20 articles"
    page = leaderboard_markdown(board(SOUND), run)
    table = [line for line in page.splitlines() if line.startswith("|")]
    assert len({len(line) for line in table}) == 1
    assert "**" in table[2]
    assert "PARTIAL: 3 of 20 articles" in page


def test_a_sound_table_has_no_breach() -> None:
    assert breaches(board({**SOUND, "scrambled": spread(0.1)})) == []


def test_a_table_in_which_empty_is_not_last_is_broken_and_says_so() -> None:
    assert any("`empty` is not last" in text for text in breaches(board({**SOUND, "empty": [0.6] * 20})))


def test_a_table_in_which_scrambled_is_not_below_lead_is_broken_and_says_so() -> None:
    rows = {**SOUND, "scrambled": spread(0.5)}
    rows["scrambled"] = list(rows["lead"])
    assert any("`scrambled` is not below `lead`" in text for text in breaches(board(rows)))
