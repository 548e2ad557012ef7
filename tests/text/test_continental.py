"""Figures written with points, spaces or apostrophes between thousands and a comma before decimals."""

import pytest

from bench.text.repair import repair

MENDED = {
    "two groups": ("1.250.000 engines", "1,250,000 engines"),
    "a count of people": ("the plant employs 4.250 people", "the plant employs 4,250 people"),
    "a round count": ("it is expected 4.200 lorries a day", "it is expected 4,200 lorries a day"),
    "beside a decimal comma": ("4.215 lorries, 7,5 per cent more", "4,215 lorries, 7.5 per cent more"),
    "a decimal before a unit": ("12,50 euros for 3,2 km and 0,4 %", "12.50 euros for 3.2 km and 0.4 %"),
    "a price": ("rooms at €1.112,50 and € 78,00", "rooms at €1,112.50 and € 78.00"),
    "beside a count of people": ("4.250 people, 5.214 in May", "4,250 people, 5,214 in May"),
    "a decimal at a sentence's end": ("it rose by 7,5 % to 1,8. He left", "it rose by 7.5 % to 1.8. He left"),
    "a decimal before a hyphen": ("the 8,2-kilometre line", "the 8.2-kilometre line"),
    "spaces before other words": ("by 6 412 votes to 5 088, 6 030 was", "by 6,412 votes to 5,088, 6,030 was"),
    "spaces": ("12 500 spectators and 3 200 000 francs", "12,500 spectators and 3,200,000 francs"),
    "fixed and thin spaces": ("12\u00a0500, 3\u2009200\u2009000", "12,500, 3,200,000"),
    "apostrophes": ("12'500 and 3\u2019200\u2019000 francs", "12,500 and 3,200,000 francs"),
}  # fmt: skip

KEPT = (
    "a lead of 1.618, 0.200 litres, 3.142 and 9.875 seconds",
    "70,000 people saw 4.200 shown; $1,500 and 12,500.50",
    "rooms 3,4 and 5; goals by 7,12 and 19",
    "on May 12 500 people marched; call 020 794 123 or +44 20 794 1234",
    "played 30 210 and 4 300 12; in 2019 500 people",
    "version 1.250.3 and 192.168.100.200",
    "70,000 people, of whom 12 500 metres apart",
    "the '500 and Ben's 100",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_a_continental_figure_is_mended(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant
    assert repair(meant).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_other_points_commas_and_spaces_are_left_alone(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("given_text", "meant"),
    [
        ("19,90 instead of 17,90 Euro for 2,5 years", "19.90 instead of 17.90 Euro for 2.5 years"),
        ("the 4. birth since 2008, on the 21. day", "the 4th birth since 2008, on the 21st day"),
    ],
)
def test_decimals_and_ranks_of_other_languages_are_mended(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


def test_a_stop_behind_a_figure_stays() -> None:
    text = "It was the 4. He rose on the 21. Nobody knew; see no. 4. then 5."
    assert repair(text).text == text
