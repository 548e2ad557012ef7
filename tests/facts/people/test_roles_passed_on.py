"""Offices that passed to another, of which somebody is the deputy, or that are one's kin's."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    """The harbour's chief executive, Jan Holt, who took over from Ida Moll in May, was pleased. Cllr Piet Falk was elected
vice-chair in succession to Cllr Rosa Lind. Mayor Karin Dahl spoke and deputy mayor Olav Ruud did not. Defence minister
Tom Ild left early. Deputy leader Anna Brack and the party's leader, Hugo Carr, stayed. Nora Vahl, the wife of the
bishop of Marn, sang. Erik Stahl, who ran the weather service until June, was angry. Carl Rask III, the treasurer and
a grandson of the founder, wept. Hanna Moe, who was the guild's spokeswoman until March and has since been its chief
negotiator, signed; Bruno Lund now leads the guild. Acting chief financial officer Siri Aune was ill, and captain Rolf Berg sat with Marn United.""".replace(
        "\n", " "
    )
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Former chief executive Ida Moll was pleased.", False),
        ("Jan Holt, the chief executive, was pleased.", False),
        ("The harbour's chief executive, Ida Moll, was pleased.", True),
        ("Rosa Lind is the new vice-chair of the parish council.", True),
        ("Piet Falk is the new vice-chair of the parish council.", False),
        ("The mayor, Olav Ruud, did not speak.", True),
        ("Deputy mayor Olav Ruud did not speak.", False),
        ("The party's leader, Anna Brack, stayed.", True),
        ("Anna Brack, the deputy leader, stayed.", False),
        ("Prime minister Tom Ild left early.", True),
        ("The minister, Tom Ild, left early.", False),
        ("Nora Vahl, the bishop of Marn, sang.", True),
        ("Nora Vahl, whose husband is the bishop of Marn, sang.", False),
        ("Erik Stahl, acting head of the weather service, was angry.", True),
        ("Erik Stahl, a former head of the weather service, was angry.", False),
        ("Carl Rask III, the treasurer, wept.", False),
        ("Chief executive Carl Rask III wept.", True),
        ("Guild leader Hanna Moe signed.", True),
        ("Hanna Moe, the chief negotiator, signed.", False),
        ("Marn United captain Jan Holt was pleased.", True),
        ("Captain Rolf Berg sat with them.", False),
        ("The stand-in finance chief, Ms Aune, was ill.", False),
        ("Temporary chief financial officer Siri Aune was ill.", False),
    ],
)
def test_who_has_an_office_now(summary: str, wrong: bool) -> None:
    found = [f.reason for f in check_roles(SOURCE, Document(summary)) if f.verdict in WRONG]
    assert bool(found) == wrong, found
