"""Majorities, those who voted and seats: what follows from a vote, and what does not."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

COUNCIL = Source(
    "The county council of Ostermere backed the new harbour on Monday by 34 votes to 27. Five members abstained and the "
    "other two were absent. The Shore Party holds 31 of the 68 seats; its leader, Edda Vonk, has sat for 13 years."
)
PARISH = Source(
    "The parish council of Sule refused the mast on Friday, voting twelve to six. Three members were away and one "
    "abstained."
)
CLUB = Source(
    "The rowing club's 29 older members met for three hours. They voted 58 to 41 to sell the boathouse, with six "
    "spoiled papers. The treasurer, who is 44, had asked for 12,000 crowns."
)


def wrong(article: Source, summary: str) -> bool:
    return any(one.verdict in WRONG for one in check_numbers(article, Document(summary)))


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (COUNCIL, "The harbour was approved with a majority of seven."),
        (COUNCIL, "It was carried by seven votes."),
        (PARISH, "The parish council has 22 members."),
        (COUNCIL, "Altogether 61 votes were cast."),
        (COUNCIL, "The Shore Party is four seats short of a majority."),
        (COUNCIL, "The others have six seats more than the Shore Party."),
        (CLUB, "The club decided by a margin of 17 votes to sell."),
        (CLUB, "In all 105 members voted."),
    ],
)
def test_what_follows_from_a_vote_passes(article: Source, summary: str) -> None:
    assert not wrong(article, summary)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (COUNCIL, "The harbour was approved with a majority of 27."),
        (COUNCIL, "The harbour was approved by a margin of 61 votes."),
        (COUNCIL, "It was carried by five votes."),
        (CLUB, "The boathouse is sold by a 12-vote majority."),
        (CLUB, "They agreed on the sale with a majority of 29."),
    ],
)
def test_a_majority_that_no_vote_ended_with_is_flagged(article: Source, summary: str) -> None:
    assert wrong(article, summary)
