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


LAWSUIT = Source(
    "Greta Lund is suing Jan Holt for libel. Rob Carlin was taught at Leeds by Professor Ines Ruud. Anna Berg sold Karl Odd a "
    "farm. Tom Pell is being followed by Eva Toll."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jan Holt is suing Greta Lund.", True),
        ("Greta Lund is being sued by Jan Holt.", True),
        ("Jan Holt is being sued by Greta Lund.", False),
        ("Ines Ruud studied under Rob Carlin at Leeds.", True),
        ("Rob Carlin studied under Ines Ruud at Leeds.", False),
        ("Rob Carlin learned from Ines Ruud at Leeds.", False),
        ("Ines Ruud, whom Rob Carlin taught at Leeds, left.", True),
    ],
)
def test_what_lasts_and_what_is_told_by_its_reverse(summary: str, wrong: bool) -> None:
    assert any(f.verdict == "misattached" for f in check_roles(LAWSUIT, Document(summary))) == wrong
