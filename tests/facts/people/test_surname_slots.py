import pytest

from bench.facts.people.names.proper import check_names
from bench.facts.source import Source
from bench.text.document import Document

HOUSE = Source("Deputies came on Monday. Erik Holtham ran from them, and Leon Prynne fired a shot.")


@pytest.mark.parametrize(
    ("summary", "names"),
    [
        ("Cook suffers from asthma.", ["Cook"]),
        ("Dyke is up against Prynne.", ["Dyke"]),
        ("Carter also ran.", ["Carter"]),
        ("Grabler was featured on Monday.", ["Grabler"]),
    ],
)
def test_a_word_is_a_surname_where_a_noun_would_need_an_article(summary: str, names: list[str]) -> None:
    assert [finding.claim for finding in check_names(HOUSE, Document(summary))] == names


@pytest.mark.parametrize(
    "summary",
    [
        "Cook books came on Monday.",
        "Quietly was the shot fired.",
    ],
)
def test_a_noun_with_an_article_or_a_noun_behind_it_is_no_surname(summary: str) -> None:
    assert check_names(HOUSE, Document(summary)) == []
