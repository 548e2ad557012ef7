"""Ranks that a summary tells by a superlative of the world or a country."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source, Strictness
from bench.records import Verdict
from bench.text.document import Document

SOURCE = Source("The Tolm weir, the largest in Norway, was closed. It is the most visited sight of the town.")


def verdicts(told: str, strictness: Strictness = "normal") -> list[tuple[str, Verdict]]:
    found = check_numbers(SOURCE, Document(told), strictness)
    return [(finding.claim, finding.verdict) for finding in found if finding.kind == "number"]


def test_a_superlative_that_the_article_does_not_have_is_unsupported() -> None:
    assert verdicts("The world's tallest weir was closed.") == [("world's tallest weir", "unsupported")]
    assert verdicts("One of the country's oldest weirs was closed.") == [
        ("country's oldest weirs", "unsupported")
    ]


def test_at_low_strictness_it_is_suspect() -> None:
    assert verdicts("The world's tallest weir was closed.", "low") == [("world's tallest weir", "suspect")]


@pytest.mark.parametrize(
    "told",
    [
        "Norway's biggest weir was closed: the country's largest.",
        "The country's most visited weir was closed.",
        "The best way is over the weir, the oldest in town.",
        "The country's west and the nation's interest suffer.",
    ],
)
def test_one_of_the_same_meaning_or_of_nothing_in_particular_is_no_error(told: str) -> None:
    assert verdicts(told) == []
