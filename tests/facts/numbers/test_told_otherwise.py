"""Measures, times, ages and sums that people tell otherwise than the article does."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

ARTICLE = Source(
    "Long of quay is 1 240 m, and on it work 1 900 men. The first crane was ordered at ten minutes to eleven on "
    "Monday and stood at 12.35. Foreman Aldo Pini, 66 years, 38 of which on the quay, paid £31 450 for his boat. "
    "His aunt, Olga Pini, 91, a retired nurse, lost £900 on it. The tug took 161 minutes. A coffee costs €3.40. "
    "The quay's team won: Rossi scored after 12 minutes, Bo in the 63rd, and Krol on 71. "
    "The brewery beside it made 14 000 hectolitres."
)


def wrong(summary: str) -> list[str]:
    return [
        f"{one.claim}: {one.reason}"
        for one in check_numbers(ARTICLE, Document(summary))
        if one.verdict in WRONG
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "The quay is about three-quarters of a mile long.",
        "The quay is a kilometre and a quarter long.",
        "The crane was ordered at 10.50 on Monday and stood an hour and three quarters later.",
        "The crane stood at twenty-five to one.",
        "Foreman Pini, 66, has been on the quay for 38 years.",
        "Pini's boat cost more than thirty grand.",
        "Olga Pini, at 91, was out of pocket by £900.",
        "A nonagenarian aunt lost money on the boat.",
        "The tug took two and three-quarter hours.",
        "The tug needed just under two and three quarter hours.",
        "A coffee is three euros and forty cents.",
        "Rossi scored in the 12th minute and Krol in the 71st minute.",
        "Bo scored after 63 minutes.",
        "The brewery made 1.4 million litres.",
        "Nigh on 2,000 men work there.",
        "Pini has been there for well over a third of a century.",
        "Pini is nearly seventy; his aunt, in her nineties, is a nurse no longer.",
        "Just under two thousand men, nineteen hundred to be exact, work there.",
        "Pini paid thirty-one and a half thousand pounds for his boat.",
    ],
)
def test_figures_told_in_everyday_words_are_no_errors(summary: str) -> None:
    assert wrong(summary) == []


@pytest.mark.parametrize(
    "summary",
    [
        "The quay is about three-quarters of a kilometre long.",
        "The quay is a mile and a quarter long.",
        "The crane was ordered at ten past eleven.",
        "Pini's boat cost more than forty grand.",
        "An octogenarian aunt lost money on the boat.",
        "The tug took three and three-quarter hours.",
        "A coffee is four euros and forty cents.",
        "Rossi scored in the 17th minute.",
        "The brewery made 14 million litres.",
        "Getting on for three thousand men work there.",
    ],
)
def test_other_figures_in_everyday_words_are_errors(summary: str) -> None:
    assert wrong(summary)


def test_a_change_told_against_a_year_before_is_no_length_of_time() -> None:
    article = Source(
        "Takings: 642 pounds (last yr 588). The hall cost 340,000 euros. He made it three in the 63rd."
    )
    for summary in (
        "Takings were 642 pounds, 54 more than a year ago.",
        "The hall cost a third of a million euros.",
        "He scored after 63 minutes.",
    ):
        found = check_numbers(article, Document(summary))
        assert [one.claim for one in found if one.verdict in WRONG] == [], summary
    assert check_numbers(article, Document("The hall cost a quarter of a million."))[0].verdict in WRONG


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (
            "Traffic climbed from 3.1 million in 2019 to 4.6 million last year.",
            "Between 2019 and last year traffic grew from 3.1 to 4.6 million passengers.",
        ),
        ("The tram sold 3 million tickets last year.", "Three million tickets were sold by the tram."),
        ("A loaf went from 2.50 to 3 euros.", "A loaf used to cost 2.50 euros and now costs 3."),
        ("A loaf went from 2.50 to 3 euros.", "A loaf costs 50 cents more."),
        ("The fair was seen by 12 ten-thousand people.", "The fair drew 120,000 people."),
        ("The seat costs 5 ten-thousand won.", "A seat is 50,000 won."),
        ("Of the nurses 0.4 percent fell ill.", "Four in every thousand nurses fell ill."),
        ("Three per cent of the buses are late.", "Three in a hundred buses are late."),
    ],
)
def test_a_figure_is_read_with_what_belongs_to_it(article: str, summary: str) -> None:
    assert not [one for one in check_numbers(Source(article), Document(summary)) if one.verdict in WRONG]


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        ("Of the nurses 0.4 percent fell ill.", "Four in every hundred nurses fell ill."),
        ("The fair was seen by 12 ten-thousand people.", "The fair drew 12,000 people."),
        ("The seat costs 5 ten-thousand won.", "A seat is 5,000 won."),
    ],
)
def test_a_figure_is_read_with_no_more_than_belongs_to_it(article: str, summary: str) -> None:
    assert [one for one in check_numbers(Source(article), Document(summary)) if one.verdict in WRONG]
