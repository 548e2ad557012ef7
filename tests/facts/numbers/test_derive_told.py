"""Parts of a year told as months, dates told by their season, and what two places come to together."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

QUARTER = (
    "Third-quarter profit at Tellmark Paper rose to 48 million crowns. The firm expects its costs to fall in the "
    "current quarter."
)
HALF = "The port of Osmund handled 3.1 million boxes in the first half, a record."
MONTHS = "Brightwell Mills earned 12 million pounds in the six months to June."
SPRING = "Brightwell Mills earned 7 million pounds in the three months to March."
PERIOD = "Brightwell Mills earned 7 million pounds in the April-June period."
OPENED = "Work on the Sund bridge began in October 2019 and ended on 3 March 2022."


@pytest.mark.parametrize(
    ("article", "summary", "verdict"),
    [
        (HALF, "Osmund handled 3.1 million boxes in the first six months.", "derived"),
        (HALF, "Osmund handled 3.1 million boxes in the opening six months of the year.", "derived"),
        (HALF, "Osmund handled 3.1 million boxes in the six months to June.", "derived"),
        (HALF, "Osmund handled 3.1 million boxes in the last six months of the year.", "unsupported"),
        (QUARTER, "Tellmark earned 48 million crowns in the three months to September.", "derived"),
        (QUARTER, "Tellmark earned 48 million crowns in the first three months.", "unsupported"),
        (QUARTER, "Tellmark hopes for lower costs in the fourth quarter.", "derived"),
        (QUARTER, "Tellmark hopes for lower costs in the second quarter.", "unsupported"),
        (QUARTER, "In July-September Tellmark earned 48 million crowns.", "derived"),
        (QUARTER, "Tellmark earned 48 million crowns between July and September.", "derived"),
        (QUARTER, "Tellmark earned 48 million crowns between April and June.", "unsupported"),
        (PERIOD, "In the second quarter Brightwell earned 7 million pounds.", "derived"),
        (PERIOD, "In the third quarter Brightwell earned 7 million pounds.", "unsupported"),
        (MONTHS, "First-half earnings at Brightwell were 12 million pounds.", "derived"),
        (SPRING, "In its first quarter Brightwell earned 7 million pounds.", "derived"),
    ],
)
def test_a_part_of_a_year_may_be_told_as_months(article: str, summary: str, verdict: str) -> None:
    verdicts = {finding.verdict for finding in check_numbers(Source(article), Document(summary))}
    assert verdict in verdicts
    assert bool(verdicts & WRONG) == (verdict in WRONG)


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ("Work on the bridge began in autumn 2019.", "derived"),
        ("Work on the bridge began in the autumn of 2019.", "derived"),
        ("Work on the bridge ended in the spring of 2022.", "derived"),
        ("Work on the bridge began in spring 2019.", "unsupported"),
        ("Work on the bridge began in the summer of 2019.", "unsupported"),
    ],
)
def test_a_date_lies_in_its_season(summary: str, verdict: str) -> None:
    [season] = [f for f in check_numbers(Source(OPENED), Document(summary)) if not f.claim.isdigit()]
    assert season.verdict == verdict


STORM = "The storm killed at least 25 people in Ohio and one in Iowa on Friday. Floods in 1840 killed 317."


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ("At least 26 people were killed by the storm.", "derived"),
        ("At least 26 people were killed in Ohio and Iowa.", "derived"),
        ("At least 26 people were killed in Ohio.", "suspect"),
        ("At least 27 people were killed by the storm.", "unsupported"),
    ],
)
def test_what_is_told_of_two_places_adds_up(summary: str, verdict: str) -> None:
    [found] = [f for f in check_numbers(Source(STORM), Document(summary)) if f.kind == "number"]
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("article", "summary", "verdict"),
    [
        (
            "Nine-year-old Leo Tarn has won the title. His mother bakes. He learned the game at the age of four.",
            "Leo was taught the game five years ago.",
            "derived",
        ),
        (
            "Nine-year-old Leo Tarn has won the title. His mother bakes. He learned the game at the age of four.",
            "Leo was taught the game six years ago.",
            "unsupported",
        ),
        ("The boys, two aged 15 and one 16, were cut off.", "Boys of 15 and 16 were cut off.", "variant"),
        ("It was the station's 61st launch this year.", "The boat went out 61 times this year.", "variant"),
        (
            "It was the station's 61st launch this year.",
            "The boat went out 62 times this year.",
            "unsupported",
        ),
        ("Tarn won by a point and a half.", "Tarn was 1.5 points ahead.", "supported"),
        (
            "Growth was 0.9% in 2024. The bank sees inflation of 1.4% next year.",
            "In 2025 inflation will be 1.4%.",
            "suspect",
        ),
        (
            "Growth of 0.9% in 2024 and of 1.4% next year is seen.",
            "In 2026 inflation will be 1.4%.",
            "unsupported",
        ),
    ],
)
def test_figures_are_told_in_other_terms(article: str, summary: str, verdict: str) -> None:
    verdicts = {found.verdict for found in check_numbers(Source(article), Document(summary))}
    assert verdict in verdicts
    assert bool(verdicts & WRONG) == (verdict in WRONG)
