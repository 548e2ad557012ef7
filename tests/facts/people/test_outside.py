"""Given names that the article never gives."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.source import Source
from bench.records import Verdict
from bench.text.document import Document

ARTICLE = Source(
    "Melbrook have lost four games in a row. Dunmore said after the match that he would not resign. The club's "
    "owner, Haverill, was not there. Biden sent his best wishes."
)
ADDED = "Melbrook boss Carl Dunmore insists he retains the dressing room's backing ahead of Sunday's derby."


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        (ADDED, "unsupported"),
        ("Carl Dunmore will not resign after four lost games in a row.", "variant"),
        ("Carl Dunmore told reporters he would stay.", "unsupported"),
        (ADDED.replace("Carl Dunmore", "Dunmore"), "supported"),
        (ADDED.replace("Carl Dunmore", "C. Dunmore"), "variant"),
        (ADDED.replace("Melbrook boss Carl Dunmore", "US President Joe Biden"), "variant"),
    ],
    ids=["words from elsewhere", "words of the article", "one word from elsewhere", "no given name", "an initial", "a statesman"],
)  # fmt: skip
def test_a_given_name_from_outside_is_judged_by_the_sentence_that_brings_it(
    summary: str, verdict: Verdict
) -> None:
    [finding] = check_people(ARTICLE, Document(summary))
    assert finding.verdict == verdict


def test_strictness_moves_it() -> None:
    [low] = check_people(ARTICLE, Document(ADDED), "low")
    assert low.verdict != "unsupported"
    [high] = check_people(ARTICLE, Document("Carl Dunmore will not resign after four games."), "high")
    assert high.verdict == "unsupported"
