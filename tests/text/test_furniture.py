"""What stands around an article on its page is none of it."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.text.document import Document
from bench.text.furniture import unfurnished

PAGE = """Library opens late on Fridays
By Ina Solberg | Updated 3 hours ago | 4 min read | 27 comments
The library in Velmark will stay open until nine on Fridays, its head, Bo Lindahl, said.
It lends 310 books a day.
ADVERTISEMENT - story continues below
RELATED: Mayor Kaja Brun leaves after 19 years
MOST READ 1. Goat on bus 61 2. Baker wins 250,000
The change costs 8,400 euros a year (see also page 7).
\u00a9 2024 Velmark Post. Contact the desk on 5550 188.
"""


@pytest.mark.parametrize(
    "blanked",
    [
        "27 comments", "4 min read", "19 years", "Kaja Brun", "bus 61", "250,000", "page 7", "2024",
        "5550 188", "ADVERTISEMENT",
    ],
)  # fmt: skip
def test_furniture_is_blanked_and_moves_no_offset(blanked: str) -> None:
    assert blanked not in unfurnished(PAGE)
    assert len(unfurnished(PAGE)) == len(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "Related to the mayor by marriage, he reads most of the 27 comments he gets.",
        "An advertisement was printed on page 4 of the paper.\nMost read it at once.",
        "He recommended 12 books. She called 30 people, and 4 shares were sold on 300 days.",
        "Turn to page 2 for 3 minutes.",
    ],
)
def test_an_article_keeps_its_own_words(text: str) -> None:
    assert unfurnished(text) == text


@pytest.mark.parametrize(
    ("summary", "consistent"),
    [
        ("Bo Lindahl's library lends 310 books a day.", True),
        ("The longer hours cost 8,400 euros a year.", True),
        ("The library has been open for 19 years.", False),
        ("Kaja Brun heads the library in Velmark.", False),
        ("The library lends 61 books a day.", False),
    ],
)
def test_figures_and_names_of_furniture_support_nothing(summary: str, consistent: bool) -> None:
    assert ledger(Source(PAGE), Document(summary)).consistent == consistent
