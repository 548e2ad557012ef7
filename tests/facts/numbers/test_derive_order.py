"""Changes in the order in which they are told, sums of two times, leads added to what leads, wrong divisors."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

PORT = Source(
    "The port of Vell handled 640,000 tonnes this year, 38,000 more than last year. Its grant was cut from 50 million "
    "crowns to 40 million. The crane's wait fell from 38 minutes to 21. The port made 7.3 million and the yard 2.4 "
    "million, after 4.1 million the year before. It paid 84,000 crowns to 7,000 dockers for 12,000 shifts."
)
DAIRY = Source(
    "The dairy in Holm filled 9,000 cans (previous year: 7,200). A litre costs 1.40 euros in town, 20 cents more than "
    "at the farm. In the trial the score fell by 5.2 points among 26 patients."
)


def wrong(article: Source, summary: str) -> bool:
    return any(one.verdict in WRONG for one in check_numbers(article, Document(summary)))


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (PORT, "Last year the port handled 602,000 tonnes."),
        (PORT, "The grant was reduced by a fifth."),
        (PORT, "Together port and yard earned 9.7 million."),
        (PORT, "Each docker was paid 12 crowns."),
        (PORT, "The wait has got 17 minutes shorter."),
        (DAIRY, "The output of the dairy rose by a quarter."),
        (DAIRY, "At the farm a litre costs 1.20 euros."),
    ],
)
def test_steps_in_the_order_that_is_told_pass(article: Source, summary: str) -> None:
    assert not wrong(article, summary)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (PORT, "Last year the port handled 678,000 tonnes."),
        (PORT, "The grant was reduced by a quarter."),
        (PORT, "Together port and yard earned 11.4 million."),
        (PORT, "On average each docker was paid 15.40 crowns."),
        (DAIRY, "At the farm a litre costs 1.60 euros."),
    ],
)
def test_steps_against_it_are_flagged(article: Source, summary: str) -> None:
    assert wrong(article, summary)


SCHOOLS = Source(
    "The gap between the schools of the county shrank from 34 percentage points to 28. A film of 160 minutes opened the "
    "week. Hotels were full. Taxis were not to be had. It rained on every day. The mayor opened the fair on Tuesday "
    "morning. Ticket sales rose by 5 per cent. Vik Roe, 44, is four years younger than his rival Tam Holt; a third "
    "candidate, Una Lind, is 71. Two new lamps cost 380 crowns together."
)


@pytest.mark.parametrize(
    ("summary", "flagged"),
    [
        ("The gap has shrunk by six percentage points.", False),
        ("The gap has shrunk by six per cent.", True),
        ("The week was opened by a film of 152 minutes.", True),
        ("Lind is 27 years older than Roe.", False),
        ("Holt is 23 years older than Roe.", True),
        ("Each of the new lamps cost 190 crowns.", False),
    ],
)
def test_points_far_shares_and_named_rivals(summary: str, flagged: bool) -> None:
    assert wrong(SCHOOLS, summary) is flagged
