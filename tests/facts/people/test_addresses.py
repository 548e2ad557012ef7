"""Forms of address in many languages before a name, and codes of countries behind one."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "The notary Halina Wrzosek read the will of Kazimierz Duda in Kuala Lumpur. Anselmo Pereda Luz, a grocer, and "
    "Rohani Yusof, who teaches, inherit a house. Njoroge Kibaki witnessed it, and so did Lawan Bature."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Pani Wrzosek read the will.",
        "The will was that of Pan Duda.",
        "Don Anselmo, a grocer, inherits a house.",
        "Doña Halina read the will.",
        "Cikgu Rohani inherits a house.",
        "Mzee Kibaki was a witness.",
        "Alhaji Bature witnessed it.",
        "Maître Wrzosek read the will.",
        "Meneer Duda has died.",
        "Papa Kibaki was a witness.",
        "M. Duda has died.",
    ],
)
def test_a_form_of_address_before_a_name_is_no_given_name(summary: str) -> None:
    assert ledger(SOURCE, Document(summary)).consistent


@pytest.mark.parametrize(
    "summary",
    [
        "Don Duda has died.",
        "M. Kowalczyk has died.",
        "Tun Mahmud witnessed it.",
        "Pani Kowalczyk read the will.",
    ],
)
def test_a_form_of_address_shows_nobody_whom_the_article_lacks(summary: str) -> None:
    assert not ledger(SOURCE, Document(summary)).consistent


def test_a_double_given_name_shows_a_person_by_its_parts() -> None:
    source = Source(
        "Jean-Yves Kerbrat has closed the beach of Trevannes. Anna-Lena Brix asked for 3,000 euros."
    )
    assert [person.name for person in source.cast.people] == ["Jean-Yves Kerbrat", "Anna-Lena Brix"]


RESULTS = "Karl Haug (NOR) won in 47.2 seconds. Kaj Rothman (SWE) was second. Tom Walshe (GBR) lost to Leo Fabri (ITA)."


@pytest.mark.parametrize(
    ("summary", "right"),
    [
        ("Norwegian Karl Haug won.", True),
        ("The Swede Kaj Rothman was second.", True),
        ("Britain's Tom Walshe lost to an Italian.", True),
        ("The Swede Karl Haug won.", False),
        ("The Italian Tom Walshe lost.", False),
        ("The Frenchman Leo Fabri won.", False),
    ],
)
def test_a_code_behind_a_name_tells_the_country(summary: str, right: bool) -> None:
    assert ledger(Source(RESULTS), Document(summary)).consistent == right


def test_a_code_tells_the_country_among_capitals_too() -> None:
    assert ledger(Source(RESULTS.upper()), Document("Norwegian Karl Haug won.")).consistent
