"""Figures torn apart by spaces: joined where a unit or what is counted says so, left alone in lists."""

import pytest

from bench.text.repair import repair

MENDED = {
    "counts": ("some 1, 340 people and 2, 150 boats", "some 1,340 people and 2,150 boats"),
    "a count beside thousands": ("80, 000 crowns for 1, 340 miners", "80,000 crowns for 1,340 miners"),
    "spaces on both sides": ("9 , 000 men stood at 4 . 85 metres", "9,000 men stood at 4.85 metres"),
    "a decimal before a measure": ("the 8. 2-kilometre line, 1. 4 m", "the 8.2-kilometre line, 1.4 m"),
    "a decimal of time where more is torn": ("30, 000 came for 2. 5 hours", "30,000 came for 2.5 hours"),
}  # fmt: skip

KEPT = (
    "rooms 12, 345 and 17, 912 and 8",
    "on May 3, 120 people and on June 4, 250 boats",
    "he was 41. 5 years later he left",
    "in 2014. 3 boats sank, 2 . Then",
    "aged 7, 120 of them",
    "section 4. 12 members sat",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_a_torn_figure_is_joined(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant
    assert repair(meant).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_figures_beside_one_another_stay_two(text: str) -> None:
    assert repair(text).text == text
