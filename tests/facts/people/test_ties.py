"""Kin, successors and those who act for somebody: whose they are in the article, and whose in the summary."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.people.roles.ties_told import article_ties
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    """Farida Noor was elected head of the union on Friday. She replaced Jan Olsen, who had taken over from Ruth Beck.
Noor's husband, Malik, looked on, as did Noor's lawyer, Edith Stone. Beck's late father, Harald, founded the union.
Olsen's brother-in-law, Piet Maas, lost the vote. His other sister, Lina, was absent.
Kerstin Vogel, the widow of the poet Anton Vogel, read a poem. Carl Winter, a baker, did not come.
Hugo Brandt, Stone's deputy, took notes. Nils Lund had taken over from his uncle Olaf Rask, in May. The board replaced secretary Nils Lund with Ida Moss."""
)


def test_an_article_tells_whose_kin_successor_and_lawyer_somebody_is() -> None:
    people = SOURCE.cast.people
    found = {(people[t.who].name, t.kind, people[t.of].name) for t in article_ties(SOURCE)}
    assert found == {
        ("Farida Noor", "successor", "Jan Olsen"),
        ("Jan Olsen", "successor", "Ruth Beck"),
        ("Malik", "spouse", "Farida Noor"),
        ("Edith Stone", "lawyer", "Farida Noor"),
        ("Harald", "parent", "Ruth Beck"),
        ("Piet Maas", "sibling-in-law", "Jan Olsen"),
        ("Lina", "sibling", "Jan Olsen"),
        ("Kerstin Vogel", "spouse", "Anton Vogel"),
        ("Hugo Brandt", "deputy", "Edith Stone"),
        ("Ida Moss", "successor", "Nils Lund"),
        ("Olaf Rask", "uncle", "Nils Lund"),
        ("Nils Lund", "successor", "Olaf Rask"),
    }


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jan Olsen was succeeded by Farida Noor.", ""),
        ("Jan Olsen, the successor of Ruth Beck, lost.", ""),
        ("Jan Olsen takes over from Farida Noor.", "article: Farida Noor is successor of Jan Olsen"),
        ("Carl Winter will replace Olsen.", "article: Farida Noor is successor of Jan Olsen"),
        ("Ruth Beck is the daughter of Harald.", ""),
        ("Harald, the son of Ruth Beck, founded the union.", "article: Harald is parent of Ruth Beck"),
        ("Farida Noor's wife, Edith Stone, looked on.", ""),
        ("Farida Noor and her husband, Carl Winter, were there.", "article: Malik is spouse of Farida Noor"),
        ("The attorney of Farida Noor, Edith Stone, was there.", ""),
        ("Edith Stone, a lawyer for Piet Maas, was there.", "article: Edith Stone is lawyer of Farida Noor"),
        ("Carl Winter's widow, Kerstin Vogel, read.", "article: Kerstin Vogel is spouse of Anton Vogel"),
        ("Anton Vogel's sister, Kerstin Vogel, read.", "article: Kerstin Vogel is spouse of Anton Vogel"),
        ("Jan Olsen's sister, Ruth Beck, was absent.", ""),
        ("Ida Moss was replaced by Nils Lund.", "article: Ida Moss is successor of Nils Lund"),
        ("The board took Nils Lund on in place of Ida Moss.", "article: Ida Moss is successor of Nils Lund"),
        ("Nils Lund took office in place of Ida Moss.", "article: Ida Moss is successor of Nils Lund"),
    ],
)
def test_a_tie_turned_round_or_given_to_another_is_misattached(summary: str, wrong: str) -> None:
    found = [f for f in check_roles(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert [finding.reason for finding in found] == [wrong] * bool(wrong)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Ida Moss steps in as treasurer after the resignation.", False),
        ("Ruth Beck stepped in as head of the union when Jan Olsen was sacked.", True),
        ("Farida Noor took over at the union after Jan Olsen's departure.", False),
        ("Ruth Beck left the docks to take over from Jan Olsen.", True),
        ("Edith Stone, until recently Piet Maas's lawyer, was there.", True),
        ("Edith Stone, until recently Farida Noor's lawyer, was there.", False),
    ],
)
def test_who_starts_when_another_leaves_succeeds_him(summary: str, wrong: bool) -> None:
    found = check_roles(SOURCE, Document(summary))
    assert any(finding.verdict == "misattached" for finding in found) == wrong


@pytest.mark.parametrize(
    ("summary", "verdicts"),
    [
        ("Haug's husband, Per Lien, had bought shares.", {"misattached"}),
        ("Haug's husband, Geir Moe, had bought shares.", {"supported"}),
        ("Deputy finance minister Ane Dahl takes over.", set()),
        ("The deputy finance minister, Ane Dahl, takes over.", set()),
        ("Finance minister Ane Dahl takes over.", {"misattached"}),
    ],
)
def test_there_is_one_husband_and_a_deputy_holds_no_ministers_office(
    summary: str, verdicts: set[str]
) -> None:
    article = Source(
        "Finance Minister Trine Haug resigned. Haug's husband, Geir Moe, had bought shares, auditor Per Lien told Haug. "
        "She will be replaced by her deputy, Ane Dahl."
    )
    assert {finding.verdict for finding in check_roles(article, Document(summary))} == verdicts


def test_whose_husband_he_is_stays_open_where_both_texts_say_her() -> None:
    article = Source(
        "Rosa Marin was named to the court in 2003 by the governor, Janet Olden. Her husband, Miguel Sorle, bakes bread. "
        "Ann Yates praised the choice."
    )
    summary = Document("Ann Yates praised it. She and her husband Miguel Sorle have three daughters.")
    assert "misattached" not in {finding.verdict for finding in check_roles(article, summary)}
