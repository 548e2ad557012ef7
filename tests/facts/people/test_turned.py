"""Deeds between two people, told the other way round."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "Greta Lund sued Jan Holt in May. Rob Carlin was dismissed by Ines Ruud on Monday. Anna Berg married Karl Odd. "
    "Tom Pell praised Eva Toll, and Eva Toll praised Tom Pell."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jan Holt sued Greta Lund.", True),
        ("Greta Lund was sued by Jan Holt.", True),
        ("Jan Holt was sued by Greta Lund.", False),
        ("Rob Carlin sacked Ines Ruud.", True),
        ("Ines Ruud sacked Rob Carlin.", False),
        ("Karl Odd married Anna Berg.", False),
        ("Eva Toll praised Tom Pell.", False),
        ("Greta Lund's lawyer sued Jan Holt.", False),
    ],
)
def test_who_did_it_told_as_the_one_it_was_done_to_is_misattached(summary: str, wrong: bool) -> None:
    reasons = [f.reason for f in check_roles(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert reasons == ["article: the other way round"] * wrong
