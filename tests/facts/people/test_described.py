"""Whose kin somebody is where the other one is described ("the owner's brother"), and kin of kin."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    "The line was founded in 1961 by the pilot Aksel Rud. Aksel Rud's daughter, Berit Rud, took over in 1990; Berit Rud's "
    "son, Jon Eide, is chairman now. The composer Ida Falk, whose opera opens the season, wrote a march for the ships. "
    "The owner of the yard, Sheikh Omar Said, was there with Omar Said's brother-in-law, Piet Holm, and Omar Said's "
    "nephew, Karl Amin. Ida Falk's husband, Nils Berg, conducted."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jon Eide, a grandson of the founder, is chairman.", False),
        ("Jon Eide, a son of the founder, is chairman.", True),
        ("The founder's daughter Berit Rud took over in 1990.", False),
        ("The founder's sister Berit Rud took over in 1990.", True),
        ("The owner's nephew Karl Amin came too.", False),
        ("Karl Amin, a half-brother of the owner, came too.", True),
        ("Piet Holm, the owner's brother, came too.", True),
        ("Piet Holm, a brother-in-law of the owner, came too.", False),
        ("The composer's husband, Nils Berg, conducted.", False),
        ("The founder's husband, Nils Berg, conducted.", True),
    ],
)
def test_the_kin_of_who_is_described_is_the_kin_of_who_is_meant(summary: str, wrong: bool) -> None:
    assert bool({f.verdict for f in check_roles(SOURCE, Document(summary))} & WRONG) == wrong


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Hannes Moser, head of the fire brigade, will be deputy mayor.", False),
        ("Rosa, the new mayor's mother, was there.", False),
        ("Rosa, the new mayor's sister, was there.", True),
    ],
)
def test_what_a_name_in_apposition_becomes_is_read(summary: str, wrong: bool) -> None:
    source = Source(
        "The village elected its first woman mayor, the vet Marlies Huber. The fire chief, Hannes Moser, becomes her deputy. "
        "Marlies Huber's mother, Rosa, looked on."
    )
    assert bool({f.verdict for f in check_roles(source, Document(summary))} & WRONG) == wrong
