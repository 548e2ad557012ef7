"""The country that a text gives to its people."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "Norwegian rider Sindre Haug beat Colombian rider Jairo Pinto by a second. Scottish coach Ian Craig smiled. "
    "Swedish-born Eva Lund, who rides for Denmark, came third. Tom Wouters was fourth. "
    "Sailor Liis Kask of Estonia was fifth."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("The Norwegian Haug won.", ""),
        ("Colombian Sindre Haug won.", "article: Norwegian Sindre Haug"),
        ("Norwegian Jairo Pinto was second.", "article: Colombian Jairo Pinto"),
        ("British coach Ian Craig was pleased.", ""),
        ("Danish rider Eva Lund came third.", ""),
        ("Belgian Tom Wouters was fourth.", ""),
        ("The Frenchman Sindre Haug won.", "article: Norwegian Sindre Haug"),
        ("Norwegian Liis Kask was fifth.", "article: Estonia Liis Kask"),
    ],
)
def test_another_country_than_the_articles_is_misattached(summary: str, wrong: str) -> None:
    found = [f.reason for f in check_roles(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert found == [wrong] * bool(wrong)


PARTIES = Source(
    "Conservative group leader Sam Tarn wants buses. Labour's Delia Amos voted against. Mayor Jo Finch, a Green, "
    "abstained. Peter Roe spoke last."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("The Tory Sam Tarn wants buses.", ""),
        ("Labour leader Sam Tarn wants buses.", "article: Conservative Sam Tarn"),
        ("Conservative Delia Amos voted against.", "article: Labour Delia Amos"),
        ("Labour mayor Jo Finch abstained.", "article: Green Jo Finch"),
        ("Green Peter Roe spoke last.", ""),
        ("Jo Finch, a Green, abstained.", ""),
        ("Sam Tarn, a Green, wants buses.", "article: Conservative Sam Tarn"),
    ],
)
def test_another_party_than_the_articles_is_misattached(summary: str, wrong: str) -> None:
    found = [f.reason for f in check_roles(PARTIES, Document(summary)) if f.verdict == "misattached"]
    assert found == [wrong] * bool(wrong)
