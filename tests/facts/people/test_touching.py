"""Names that touch other words of an article that has lost spaces, or one another in any."""

import pytest

from bench.facts.ledger import findings
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

LOWER = Source(
    "the choir ofthe town sang forthe king andthe queen. headteacher iorwerthpugh saidthat mrsdorothy kemble "
    "hadbeen ill; the prosecutor, delphineachard of northfellrescue, left with behindcolby town and holtby."
)
CASED = Source(
    "The choir ofthe town sang forthe king andthe queen. DrRamon Ilagansaid thatthe boat of BALLYTRASNA hadbeen "
    "lost, and Joanna Holtby saw it with Mark Kay."
)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (LOWER, "Iorwerth Pugh spoke of Dorothy Kemble."),
        (LOWER, "Delphine Achard left Northfell Rescue."),
        (CASED, "Ramon Ilagan told of the boat."),
    ],
)
def test_a_name_without_its_space_is_there(article: Source, summary: str) -> None:
    assert not [f for f in findings(article, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (LOWER, "Gwyneth Pugh spoke of Dorothy Kemble."),
        (LOWER, "Delphine Morrow left Northfell Rescue."),
        (CASED, "Ramon Duterte told of the boat."),
        (Source("In May Joanna Holtby saw Mark Kay leave the boat."), "Anna Holt saw Mark Kay."),
    ],
)
def test_another_name_is_not(article: Source, summary: str) -> None:
    assert [f for f in findings(article, Document(summary)) if f.verdict in WRONG]


GLUED = Source(
    "SKIPPER JON DEVRIES, 44, SAID HE HAD SOLD THE BOAT. MR DEVRIES SAID NO MORE OF IT TO THE PRESS."
)
PARTED = Source("Skipper Jon de Vries, 44, said on Monday that he had sold the boat. Anna MacPherson left.")


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        (GLUED, "Jon de Vries sold the boat.", True),
        (PARTED, "Jon DeVries sold the boat.", True),
        (PARTED, "Anna Mac Pherson left.", True),
        (PARTED, "Jon de Groot sold the boat.", False),
        (GLUED, "Jon van Ries sold the boat.", False),
    ],
)
def test_a_particle_may_touch_the_name_behind_it(article: Source, summary: str, right: bool) -> None:
    assert right != any(f.verdict in WRONG for f in findings(article, Document(summary)))
