"""Figures told of the other of two things that stand side by side, the nearest noun of each weighed alone."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

PRICES = "Milk had gone up by 14 per cent since the spring of last year and rents by six, the office said."
STORES = "Kept dry, short-grain sorts last for nine months and long-grain ones for four."
CAPTIVES = (
    "The two sides will free 310 captives, 190 of them held by Tarvia and 120 by Ostrel, before Easter."
)
VOTERS = "Poles made up 14 percent of those who crossed the strait, Danes 11 and Finns nine."
MERGER = "The cost of the merger is put at 48 million crowns, the yearly savings at 35 million from 2027."
SEATS = "The Blues won 14 seats and the River party four, so that nobody has the 16 needed for a budget."
ISLAND = "The island is 17 km long and nowhere more than 5 km wide."

PUPILS = (
    "Among her pupils were Lee Tarn, who now runs a school, and Ditte Krogh. Lee stayed for eleven years. Krogh "
    "lasted five weeks. For Mr Orme a chair cost 40 crowns. Delivery is 60 crowns. She made eleven bowls a day."
)


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        (PRICES, "Milk is 14 per cent dearer than it was last spring.", True),
        (PRICES, "Rents had gone up by 14 per cent since the spring of last year.", False),
        (PRICES, "Rents have become 14 per cent dearer.", False),
        (PRICES, "Unlike rents, milk has become 14 per cent dearer.", True),
        (STORES, "Short-grain rice keeps for nine months.", True),
        (STORES, "Long-grain rice keeps for nine months.", False),
        (CAPTIVES, "Ostrel will hand over 120 captives.", True),
        (CAPTIVES, "Tarvia will hand over 120 captives.", False),
        (VOTERS, "Danes made up 11 percent of those who crossed.", True),
        (VOTERS, "Poles accounted for 11 percent and Finns for nine.", False),
        (MERGER, "The yearly savings of the merger will be 35 million from 2027.", True),
        (SEATS, "The Blues and the River party have 18 seats where 16 are needed.", True),
        (PUPILS, "Lee learned from her for eleven years.", True),
        (PUPILS, "The sculptor Ditte Krogh learned from her for eleven years.", False),
        (PUPILS, "The delivery of a chair that costs 40 crowns is not free.", True),
        (ISLAND, "The island measures 17 km by 5 km.", True),
    ],
)
def test_a_figure_is_not_that_of_the_thing_beside(article: str, summary: str, right: bool) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert (not any(f.verdict in WRONG for f in found)) is right
