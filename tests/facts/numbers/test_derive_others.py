"""Others than the one who is told of, the first after a run, places among the first so many, round times."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SCHOOL = (
    "The school is one of 29 in the county without telephones; they are handed in at 7.55am. Three parents were against "
    "it, among them the baker, Ida Holm."
)
RUN = "Orrin ended an 11-match winless run on Saturday. Vasse had been unbeaten in 14 games."
ROW = "Six men are charged with theft. The seventh is charged with failing to help. All are under 20."
RANK = "Tarn, ranked 138th in the world, knocked out the second seed."


@pytest.mark.parametrize(
    ("article", "summary", "verdict"),
    [
        (SCHOOL, "The school and 28 others do without telephones.", "derived"),
        (SCHOOL, "The school and 27 others do without telephones.", "unsupported"),
        (SCHOOL, "Holm and two other parents were against it.", "derived"),
        (SCHOOL, "Telephones are handed in just before eight.", "variant"),
        (RUN, "It was Orrin's first win in 12 games.", "derived"),
        (RUN, "It was Vasse's first defeat in 15 games.", "derived"),
        (RUN, "It was Orrin's first win in 13 games.", "unsupported"),
        (ROW, "Seven men are charged.", "derived"),
        (ROW, "Eight men are charged.", "unsupported"),
        (RANK, "Tarn, from outside the world's top 100, won.", "derived"),
        (RANK, "Tarn, of the world's top 100, won.", "unsupported"),
    ],
)
def test_what_is_counted_with_or_without_one_follows(article: str, summary: str, verdict: str) -> None:
    verdicts = {found.verdict for found in check_numbers(Source(article), Document(summary))}
    assert verdict in verdicts
    assert bool(verdicts & WRONG) == (verdict in WRONG)
