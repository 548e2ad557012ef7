"""When somebody holds an office: then, now, for another, or on the other side."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    """The inquiry found fault with the clinic's then director, Dr Lorenz Strand. Former bank manager Ramesh Tovar was
jailed. Deputy mayor Ida Moll, who will act as mayor until June, spoke. The sacked treasurer, Pia Lund, wept.
Former Harwick manager Jon Odell was there, and ex-prime minister Anna Ruud led the talks. Opposition leader Dora
Haines was angry; council leader Gereon Bowyer said nothing. Shadow health secretary Piet Falk laughed, and health
secretary Nora Quist did not. Olga Reve, the winner of the Harwick marathon, and her coach Tom Ild, who trains runners,
went home. Miles Brack, the cricketer, and his son Leif were late."""
)


@pytest.mark.parametrize(
    "summary",
    [
        "Lorenz Strand, who led the clinic, was blamed.",
        "Lorenz Strand, director in those days, was blamed.",
        "Lorenz Strand was director of the clinic at the time.",
        "The crooked bank manager Ramesh Tovar is in jail.",
        "Acting mayor Ida Moll spoke.",
        "Treasurer Pia Lund wept.",
        "The treasurer at the time, Pia Lund, wept.",
        "Dora Haines, the leader of the opposition, was angry.",
        "Party leader Dora Haines was angry.",
        "Shadow minister Piet Falk laughed.",
        "Runner Olga Reve went home.",
        "Miles Brack, the cricketer, and his own son Leif were late.",
    ],
)
def test_what_somebody_was_then_or_is_for_another_may_be_told_so(summary: str) -> None:
    assert not {f.verdict for f in check_roles(SOURCE, Document(summary))} & WRONG


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Lorenz Strand, the current director, was blamed.", "article: former director"),
        ("Harwick manager Jon Odell was there.", "article: former manager"),
        ("Mayor Ida Moll spoke.", "article: acting mayor"),
        ("Council leader Dora Haines was angry.", "article: leader, in opposition"),
        ("Health secretary Piet Falk laughed.", "article: Shadow health secretary, in opposition"),
    ],
)
def test_an_office_held_at_another_time_or_on_the_other_side_is_misattached(
    summary: str, reason: str
) -> None:
    [finding] = [f for f in check_roles(SOURCE, Document(summary)) if f.verdict in WRONG]
    assert finding.reason == reason
