"""Times told from the day of the report, held against the article's."""

import pytest

from bench.facts.numbers.check import check_numbers, judge_numbers
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "The weir at Tolm will be closed next month, the river board said. Repairs begin later this week and cost "
    "twice as much as a year ago. The lock-keeper, who came at the start of the rowing season, retires at the "
    "end of it."
)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("The weir closes next month.", "supported"),
        ("The weir closes in the coming month.", "supported"),
        ("The weir closes by the end of next month.", "supported"),
        ("Repairs begin next week.", "supported"),
        ("Repairs cost half as much last year.", "supported"),
        ("He came at the beginning of the season.", "supported"),
        ("He came before the start of the season.", "supported"),
        ("Repairs begin next weekend.", "unsupported"),
        ("The weir opens at the end of the month.", "unsupported"),
        ("He retires at the end of the rowing season.", "unsupported"),
        ("Repairs were due last week.", "suspect"),
        ("Repairs will be done in the coming quarters.", "suspect"),
        ("Repairs will be done next year.", "suspect"),
        ("He came with the new quarter.", "suspect"),
    ],
)
def test_a_time_is_told_where_the_article_tells_it(told: str, verdict: str) -> None:
    found = [finding for finding in check_numbers(SOURCE, Document(told)) if finding.kind == "date"]
    assert [finding.verdict for finding in found] == [verdict]


def test_the_report_s_own_year_claims_nothing() -> None:
    assert not check_numbers(SOURCE, Document("Repairs have been due this year, in the current season."))


@pytest.mark.parametrize(
    "told", ["This was the first closure of the season.", "The weir closes this season."]
)
def test_a_season_of_which_the_article_never_speaks_is_unsupported(told: str) -> None:
    source = Source("The weir at Tolm will be closed, the river board said. It was closed once before.")
    found = [finding for finding in check_numbers(source, Document(told)) if finding.kind == "date"]
    assert [finding.verdict for finding in found] == ["unsupported"]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("The weir closed in May last year.", "supported"),
        ("The weir closed in May of last year.", "supported"),
        ("The weir closed in May this year.", "misattached"),
        ("The weir closed in July this year.", "supported"),
        ("It reopened in July last year.", "misattached"),
        ("The board met on Tuesday this week.", "misattached"),
        ("The weir closed last year.", "supported"),
    ],
)
def test_a_year_is_held_against_the_one_told_of_the_same_month(told: str, verdict: str) -> None:
    source = Source(
        "The weir at Tolm was closed in May last year, and again in July this year. "
        "The river board met on Tuesday last week."
    )
    found = [finding for finding in check_numbers(source, Document(told)) if finding.kind == "date"]
    assert found[-1].verdict == verdict
    assert found[-1].reason.startswith("article: ") == (verdict == "misattached")


def test_evidence_and_claim_are_the_words_as_they_stand() -> None:
    summary = "The weir closes in the Coming Month."
    (finding,) = check_numbers(SOURCE, Document(summary))
    assert finding.claim == "coming month"
    assert summary[slice(finding.start, finding.end)] == "Coming Month"
    assert [span.text for span in finding.evidence] == ["next month"]


def test_findings_stay_in_order_of_place() -> None:
    summary = Document("Next week, 12 men start on the weir; by next month 40 will be there.")
    places = [one.finding.start for one in judge_numbers(SOURCE, summary)]
    assert places == sorted(places, key=lambda place: place or 0)
