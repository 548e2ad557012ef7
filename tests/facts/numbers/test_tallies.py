"""Two figures that a sentence joins: who won by them, and which side of a vote was the larger."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.tallies import Tally, tallies
from bench.facts.quantities.reading import read_quantities
from bench.facts.source import Source
from bench.facts.tape import Tape
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    "In the second ward Ilse Maron beat Tomas Feld, 2,310 to 1,870. The bridge was rejected by 5,120 votes to 4,640. "
    "A new school was approved by 26 votes to 17."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Maron got 2,310 votes and Feld 1,870.", False),
        ("Feld lost to Maron by 1,870 votes to 2,310.", False),
        ("Maron got 1,870 votes and Feld 2,310.", True),
        ("Tomas Feld beat Ilse Maron by 2,310 votes to 1,870.", True),
        ("The bridge was lost, with 4,640 in favour and 5,120 against.", False),
        ("The bridge drew 5,120 votes in favour and 4,640 against.", True),
        ("Voters backed the bridge by 5,120 votes to 4,640.", True),
        ("Seventeen voted against the school and 26 for it.", False),
        ("The school had 17 votes for it and 26 against.", True),
    ],
)
def test_who_has_the_higher_figure_is_told_by_who_won(summary: str, wrong: bool) -> None:
    assert any(finding.verdict in WRONG for finding in check_numbers(SOURCE, Document(summary))) == wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maron was beaten by Feld, 30 to 20.", [Tally(frozenset({"feld"}), frozenset({"maron"}))]),
        ("It passed, 30 in favour and 20 against.", [Tally(frozenset({"for"}), frozenset({"against"}))]),
        ("It had 20 for and 30 against.", [Tally(frozenset({"against"}), frozenset({"for"}))]),
        ("The price went from 20 to 30.", []),
    ],
)
def test_a_tally_names_the_higher_first(text: str, found: list[Tally]) -> None:
    tape = Tape(Document(text))
    scene = Scene(tape, read_quantities(tape))
    assert [*tallies(scene, *scene.quantities)] == found
