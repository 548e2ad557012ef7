"""Figures of different sorts, which cannot stand in each other's place, and those that can."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "The largest bequest, 84,500 crowns, was that of Ottilie Frey, 88, a retired nurse. Her lodger Jonas Brun, 41, "
    "got the piano. The club of Tarnow, where 31 children swim, has 120 members; Ebersund has 64. "
    "Kelling put Tarnow ahead after nine minutes and Moss made it two in the 44th. Tarnow have 28 points, "
    "Ebersund 13. The line will close 16 of its 70 stations by autumn and cut 240 of 900 jobs. It sold 2.1 million "
    "tickets last year, 80,000 of them abroad, and expects a bill of 35 million crowns. "
    "In Orsa 1,300 houses burned, in Lom only 85. The minister wants to pay 300 crowns more. Fares went up by 4 per cent. "
    "In the north 59 percent say yes, in the south 33. In May the choir sings in Leeds, in June in Bonn."
)


def misattached(summary: str) -> list[str]:
    found = check_numbers(SOURCE, Document(summary))
    return [summary[f.start : f.end] for f in found if f.verdict == "misattached"]


@pytest.mark.parametrize(
    "summary",
    [
        "Ottilie Frey, a former nurse, left 84,500 crowns when she died at 88.",
        "The nurse Ottilie Frey, at 88, had put by 84,500 crowns for the town.",
        "Jonas Brun is 41 and got the piano of Frey, whose bequest was 84,500 crowns.",
        "Kelling (9) and Moss (44) scored for Tarnow.",
        "Of 70 stations 16 must close, of 900 employees 240 must go.",
        "Only 80,000 of last year's 2.1 million tickets were sold abroad.",
        "The line, which sold 2.1 million tickets last year, faces a bill of 35 million.",
        "Tarnow, with 28 points, are far ahead of Ebersund, who have 13.",
        "Frey saw her choir grow to 64 out of 31 children.",
        "The south has 33 percent for it, the north 59. In Leeds they sing in May.",
        "Bonn hears the choir in June, Leeds in May.",
    ],
)
def test_a_figure_of_another_sort_is_no_rival(summary: str) -> None:
    assert misattached(summary) == []


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("In Lom 1,300 houses burned, in Orsa only 85.", ["1,300", "85"]),
        ("It sold 80,000 tickets last year, 2.1 million of them abroad.", ["80,000", "2.1 million"]),
        ("In the south 59 percent say yes, in the north 33.", ["59 percent", "33"]),
        ("Bonn hears the choir sing in May, Leeds in June.", ["May", "June"]),
        ("Jonas Brun, 88, got the piano.", ["88"]),
    ],
)
def test_a_figure_of_the_same_sort_told_of_another_is_misattached(summary: str, wrong: list[str]) -> None:
    assert misattached(summary) == wrong
