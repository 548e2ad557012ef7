"""Numbers of a summary in other words than the article's: which follow, and which do not."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

TABLE = Path(__file__).resolve().parents[2] / "data" / "wordings.toml"


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text("utf-8"))


def rows(name: str) -> Iterator[Any]:
    for entry in table()[name]:
        for summary in entry["summaries"]:
            yield pytest.param(entry["article"], summary, id=f"{entry['class']}: {summary}")


def wrong(article: str, summary: str) -> list[str]:
    found = check_numbers(Source(table()["articles"][article]), Document(summary))
    return [f"{f.claim}: {f.reason}" for f in found if f.verdict in WRONG]


@pytest.mark.parametrize(("article", "summary"), list(rows("follows")))
def test_what_the_article_says_in_other_words_is_no_error(article: str, summary: str) -> None:
    assert wrong(article, summary) == []


@pytest.mark.parametrize(("article", "summary"), list(rows("fails")))
def test_what_does_not_follow_is_an_error(article: str, summary: str) -> None:
    assert wrong(article, summary)


@pytest.mark.parametrize(
    ("summary", "claim"),
    [
        pytest.param("In all 310 prisoners go home.", "310 prisoners", id="a verb behind a plural"),
        pytest.param(
            "The rate fell 26 per cent compared with May.", "26 per cent", id="a verb behind a share"
        ),
        pytest.param("The 12 police officers slept.", "12 police officers", id="two nouns"),
        pytest.param("It took two decades physicists had not reckoned with.", "2 decades", id="a duration"),
    ],
)
def test_a_claim_ends_with_the_noun_that_it_counts(summary, claim):
    assert check_numbers(Source("Nothing is counted here."), Document(summary))[0].claim == claim


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        (
            "Nobody scored more in the 57 years of the open.",
            "Nobody did better in over half a century.",
            True,
        ),
        (
            "Nobody scored more in the 57 years of the open.",
            "Nobody did better in over half a decade.",
            False,
        ),
        ("The boxer fought from 1985 to 1998.", "He fought for over a decade.", True),
        ("The boxer fought from 1985 to 1998.", "He fought for over two decades.", False),
        ("Mayor Ada Holm was told. She is 39 and bakes.", "Mayor Ada Holm is in her late thirties.", True),
        ("Mayor Ada Holm was told. She is 39 and bakes.", "Mayor Ada Holm is in her early forties.", False),
    ],
)
def test_long_times_and_ages_may_be_told_in_rounder_units(article: str, summary: str, right: bool) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert (not any(finding.verdict in WRONG for finding in found)) is right
