"""Figures told of a year that the article has with another figure."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

FLOOD = (
    "The river Orla broke its banks on Tuesday and killed 41 people. The town of Sand lies under water. "
    "In 2009, in the last flood of this size, 67 people died. The dam was built in 1954 by 300 workers."
)
TURNOUT = "Turnout was 44 per cent, against 31 per cent in 2020. The mayor spoke of a good day."
STOCK = "The stock had dwindled from 4.8 million tonnes in 2009 to 1.6 million tonnes, said the council."


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        (FLOOD, "The Orla had last risen so high in 2009, when 67 people died.", True),
        (FLOOD, "The Orla had last risen so high in 2009, when 41 people died.", False),
        (FLOOD, "It was the worst flood since 2009, when 41 people died.", False),
        (FLOOD, "In a flood of the Orla 41 people died, fewer than in 2009.", True),
        (FLOOD, "The flood has killed 41 people. The dam dates from 1954.", True),
        (TURNOUT, "In 2020, 31 per cent of the voters had gone to the polls.", True),
        (TURNOUT, "In 2020, 44 per cent was the turnout.", False),
        (TURNOUT, "Turnout, at 44 per cent, was higher than in 2020.", True),
        (STOCK, "Only 1.6 million tonnes are left of the 4.8 million that there were in 2009.", True),
    ],
)
def test_a_figure_is_not_that_of_another_year(article: str, summary: str, right: bool) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert (not any(f.verdict in WRONG for f in found)) is right
