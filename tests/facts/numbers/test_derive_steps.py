"""Figures told by words: leads of one, half as much again, half of that, rests of what the claim itself names."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

MILL = Source(
    "The mill at Arden ground 4,200 tonnes of rye last year, half as much again as the year before. It has 27 per cent "
    "of the trade, a point more than its rival in Holt. Its shares fell 6 per cent in the morning and won back half of "
    "that by noon. The workers, who now number 36, are to be doubled by spring."
)
LEAGUE = Source("Sund are third with 41 points; they are one point ahead of Orla. The bus brought 58 fans.")
CRASH = Source(
    "The train from Lund had 64 passengers on board when it left the rails on Friday. The fire brigade said that 17 of "
    "them had been taken to hospital and that 5 were in danger. In all 14 people died and 168 were injured in the two "
    "crashes of the year. Of the 30 wagons 21 had been mended by Monday, the line said, with a crane of 90 tonnes."
)


def wrong(article: Source, summary: str) -> bool:
    return any(one.verdict in WRONG for one in check_numbers(article, Document(summary)))


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (MILL, "A year earlier the mill had ground 2,800 tonnes."),
        (MILL, "The rival in Holt has 26 per cent of the trade."),
        (MILL, "By noon the shares were only 3 per cent down."),
        (MILL, "The mill is to have 72 workers."),
        (LEAGUE, "Orla have 40 points."),
        (CRASH, "Of the 64 passengers 47 needed no hospital."),
        (CRASH, "Nine of the 30 wagons had not been mended by Monday."),
        (CRASH, "In the year's two crashes 182 people were killed or injured."),
    ],
)
def test_what_words_make_of_a_figure_passes(article: Source, summary: str) -> None:
    assert not wrong(article, summary)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (MILL, "A year earlier the mill had ground 3,100 tonnes."),
        (MILL, "The rival in Holt has 25 per cent of the trade."),
        (MILL, "The mill is to have 108 workers."),
        (LEAGUE, "Orla have 43 points."),
        (CRASH, "Of the 64 passengers 45 needed no hospital."),
        (CRASH, "In the year's two crashes 172 people were killed or injured."),
    ],
)
def test_what_they_do_not_make_of_it_is_flagged(article: Source, summary: str) -> None:
    assert wrong(article, summary)
