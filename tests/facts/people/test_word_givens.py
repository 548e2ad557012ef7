"""Given names that are words: a rank, a month or any English word before a surname of the article."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.source import Source
from bench.text.document import Document

ARTICLE = (
    "Halvor Haugen, 44, will chair the harbour board from spring. His rival Ines van Loen withdrew. "
    "The treasurer, Citlali Robledo Arce, counted the ballots."
)


def verdicts(summary: str) -> list[tuple[str, str]]:
    found = check_people(Source(ARTICLE), Document(summary))
    return [(finding.claim, finding.verdict) for finding in found]


@pytest.mark.parametrize(
    "name",
    [
        "Lance Haugen",
        "Dean Haugen",
        "Storm Haugen",
        "April Haugen",
        "Will Haugen",
        "Lance van Loen",
        "June Robledo Arce",
    ],
)
def test_a_word_where_a_given_name_stands_is_another_given_name(name: str) -> None:
    assert verdicts(f"The ballots were counted and the board will be led by {name}.") == [
        (name, "unsupported")
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "In April Haugen takes over the harbour board.",
        "Will Haugen chair the harbour board?",
        "The harbour board will be led by Chairman Haugen.",
        "The board will be led by HALVOR Haugen.",
    ],
)
def test_a_month_a_question_or_an_office_before_a_surname_is_no_given_name(summary: str) -> None:
    assert "unsupported" not in [verdict for _, verdict in verdicts(summary)]


def test_a_trade_that_the_article_has_small_is_no_given_name() -> None:
    source = Source(
        "The boat was steered by its coxswain, Hector Manson. Everett Lund, a brewmaster, was rescued."
    )
    summary = Document("Brewmaster Lund was rescued. Coxswain Manson steered the boat.")
    assert [finding.verdict for finding in check_people(source, summary)] == ["supported", "supported"]
