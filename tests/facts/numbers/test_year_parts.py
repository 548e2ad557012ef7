"""Halves and quarters of a year told as months and the other way round, and one told by its neighbour."""

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
        (MONTHS, "First-half earnings at Brightwell were 12 million pounds.", "derived"),
        (SPRING, "In its first quarter Brightwell earned 7 million pounds.", "derived"),
    ],
)
def test_a_part_of_a_year_may_be_told_as_months(article: str, summary: str, verdict: str) -> None:
    verdicts = {finding.verdict for finding in check_numbers(Source(article), Document(summary))}
    assert verdict in verdicts
    assert bool(verdicts & WRONG) == (verdict in WRONG)
