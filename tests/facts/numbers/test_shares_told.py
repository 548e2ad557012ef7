"""Shares of what a text gives part and whole of, against those of other things and of the others."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

TOWN = Source(
    "A flood swept away 210 of the 640 cottages in Varn on Friday. The mayor said that two thirds of the money for a "
    "new wall was still to come. Of the 720 pupils of the school 540 walk to it; the bus from Holm has been full since "
    "the road was closed in the spring, the head said. A tenth of the farms lost their hay. Goalkeeper Una Pell played her 150th match on Sunday, 60 of those as captain."
)


WELLS = Source(
    "Of the 48 wells in Orn 31 were foul. The clinic has treated 210 of the 950 people who drank from them and sent 17 "
    "nurses; another 340 of the 950 were told to wait. The lorry brings water at 14 places."
)


def wrong(summary: str, article: Source = TOWN) -> bool:
    return any(one.verdict in WRONG for one in check_numbers(article, Document(summary)))


@pytest.mark.parametrize(
    "summary",
    [
        "A third of the cottages in Varn were swept away.",
        "Two thirds of the cottages were not swept away.",
        "Three quarters of the pupils walk to school.",
        "Two fifths of Pell's matches were played as captain.",
    ],
)
def test_the_share_of_a_part_passes(summary: str) -> None:
    assert not wrong(summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Two thirds of the cottages in Varn were swept away by the flood.",
        "A tenth of the pupils of the school walk to it.",
    ],
)
def test_the_share_of_the_others_or_of_other_things_is_flagged(summary: str) -> None:
    assert wrong(summary)


@pytest.mark.parametrize(
    ("summary", "flagged"),
    [
        ("Only 17 of the 48 wells had clean water.", False),
        ("Only 14 of the 48 wells had clean water.", True),
        ("Of the 48 wells 31 cannot be used.", False),
        ("Altogether 340 people drank from the wells.", True),
        ("In all 950 people drank from the wells.", False),
    ],
)
def test_parts_and_sums_of_what_is_told_in_parts(summary: str, flagged: bool) -> None:
    assert wrong(summary, WELLS) is flagged
