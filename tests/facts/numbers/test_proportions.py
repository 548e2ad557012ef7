"""Multiples that a summary tells without a figure, and proportions that the figures bear out."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

TOWN = Source(
    "The number of otters in Ferrin has grown from 20 to 60. Fares on the ferry were cut from 18 euros to 9. The "
    "school roll went up to 250 from 200. Of the 340 refugees on the ship, 120 were children. A court found that 280 "
    "of the 420 letters held money. Two thirds of the teachers have signed the petition. All but 30 of the 600 "
    "trees survived."
)


def wrong(summary: str) -> list[str]:
    return [one.claim for one in check_numbers(TOWN, Document(summary)) if one.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "The number of otters has trebled.",
        "Otters more than doubled in number.",
        "Fares have been halved.",
        "The ferry halved its fares.",
        "A minority of the refugees were children.",
        "Fewer than half of the refugees were children.",
        "Most of the refugees were adults.",
        "Most of the letters held money.",
        "A third of the letters were empty.",
        "A third of the teachers have not signed the petition.",
        "A majority of the teachers have signed.",
        "Most of the trees survived.",
        "Most visitors come by ferry.",
        "The pond has doubled as a rink.",
    ],
)
def test_a_proportion_that_the_figures_bear_out_is_left_alone(summary: str) -> None:
    assert wrong(summary) == []


@pytest.mark.parametrize(
    ("summary", "claim"),
    [
        ("The number of otters has doubled.", "doubled"),
        ("The number of otters in Ferrin has been halved.", "halved"),
        ("Fares on the ferry have doubled.", "doubled"),
        ("The school roll has more than doubled.", "doubled"),
        ("The school doubled its roll.", "doubled"),
    ],
)
def test_a_proportion_that_the_figures_tell_otherwise_is_an_error(summary: str, claim: str) -> None:
    assert wrong(summary) == [claim]


COUNTY = Source(
    "Burglaries in the county fell from 800 to 640. Car thefts rose from 200 to 250. The hospital's waiting list "
    "shrank from 4,000 to 3,000, and the average wait is now 14 weeks, down from 21. Of the 22 pedestrians killed, "
    "half were over 70. The hosts came from a goal down to win and climbed from seventh to third."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Burglaries in the county fell by a fifth.",
        "Car thefts rose by 25 per cent.",
        "The waiting list shrank by a quarter.",
        "The average wait fell by a third.",
        "Car thefts were up a quarter.",
        "Eleven of the pedestrians killed were over 70.",
        "Winning from a goal down lifted the hosts to third.",
    ],
)
def test_a_change_of_what_the_figures_are_of_is_left_alone(summary: str) -> None:
    assert not [one for one in check_numbers(COUNTY, Document(summary)) if one.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "Burglaries in the county fell by a third.",
        "Car thefts rose by a fifth.",
        "Car thefts fell by 25 per cent.",
        "The waiting list shrank by a third.",
        "Thirteen of the pedestrians killed were over 70.",
    ],
)
def test_a_change_from_the_later_figure_or_of_another_thing_is_an_error(summary: str) -> None:
    assert [one for one in check_numbers(COUNTY, Document(summary)) if one.verdict in WRONG]


YARDS = Source(
    "The yard in Torp employs 620 welders, that in Vell 350. The new crane cost 9.6 million crowns against an estimate "
    "of 6.4 million. Absences have doubled since May, while the wait for a berth fell from 15 days to 9. The ferry "
    "carried 84,000 passengers and the bus 41,000."
)


@pytest.mark.parametrize(
    "summary",
    [
        "The yard in Torp has twice as many welders as that in Vell.",
        "In the end the crane cost double the estimate.",
        "The yards have more than halved the wait for a berth.",
    ],
)
def test_a_multiple_that_two_figures_belie_is_flagged(summary: str) -> None:
    assert any(one.verdict in WRONG for one in check_numbers(YARDS, Document(summary)))


@pytest.mark.parametrize(
    "summary",
    [
        "The ferry carried twice as many passengers as the bus.",
        "The yard in Torp has nearly twice as many welders as that in Vell.",
        "Absences at the yards have doubled.",
    ],
)
def test_a_multiple_that_they_bear_out_passes(summary: str) -> None:
    assert not any(one.verdict in WRONG for one in check_numbers(YARDS, Document(summary)))
