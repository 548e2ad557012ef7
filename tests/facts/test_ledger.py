"""The ledger of whole summaries: order, and texts far longer than any summary."""

import sys
import weakref
from types import FrameType

import pytest

from bench.facts.ledger import findings, mentioned
from bench.facts.source import Source
from bench.text.document import LONGEST_PIECE, Document

SOURCE = Source("In 1997 five people met Mayor Jane Orbell in Geneva. She said that 70 guests would follow.")
SENTENCE = "In 1997 six people met Mayor Jane Orbell in Geneva. "


def test_a_very_long_summary_is_judged_piece_by_piece_with_places_in_the_whole() -> None:
    count = 3 * LONGEST_PIECE // len(SENTENCE)
    summary = SENTENCE * count
    once = findings(SOURCE, Document(SENTENCE))
    found = findings(SOURCE, Document(summary))
    assert len(found) == count * len(once)
    for finding in found:
        assert finding.start is not None
        assert summary[finding.start : finding.end] in ("1997", "six", "Mayor", "Jane Orbell")
    assert [f.start for f in found] == sorted(f.start or 0 for f in found)
    assert {f.verdict for f in found if summary[f.start : f.end] == "six"} == {"unsupported"}


def test_a_reference_mentions_what_the_article_has_or_what_follows_from_it() -> None:
    source = Source("The storm killed 12 people in Aldmoor and hurt 30 people, Mayor Jane Orbell said.")
    reference = Document(
        "In all 42 people were killed or hurt, said Jane Orbell. Of them 12 died. Paul Varga left 80."
    )
    found = mentioned(source, reference)
    assert [(f.kind, f.claim, f.verdict) for f in found] == [
        ("number", "42 people", "derived"),
        ("number", "12 people", "supported"),
        ("person", "Jane Orbell", "supported"),
    ]


def test_what_a_reference_says_of_a_figure_is_not_doubted() -> None:
    reference = "70 people met in Geneva."
    assert {f.verdict for f in findings(SOURCE, Document(reference)) if f.kind == "number"} != {"supported"}
    assert [f.claim for f in mentioned(SOURCE, Document(reference))] == ["70 guests"]


@pytest.mark.parametrize(
    "told",
    [
        "The firm made $12 million in 1997 and $15 million in 1998. ",
        "70, 71, 72, 73, ",
        "JANE ORBELL ",
        "Six ",
    ],
    ids=["amounts", "one sentence of figures", "names", "number words"],
)
def test_work_grows_no_faster_than_a_summary(told: str) -> None:
    _calls(told * 8)
    assert _calls(told * 128) <= 4 * 1.6 * _calls(told * 32)


def _calls(summary: str) -> int:
    """Return how many calls of Python functions the ledger of a summary takes."""
    source, document, count = (
        Source("The firm, Jane Orbell says, made $12 million and 70 boats."),
        Document(summary),
        0,
    )

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        findings(source, document)
    finally:
        sys.setprofile(None)
    return count


def test_what_is_read_off_an_article_goes_with_it() -> None:
    source, summary = Source("In 1997 five people met Mayor Jane Orbell in Geneva."), Document(SENTENCE)
    assert findings(source, summary)
    article = weakref.ref(source.document)
    del source
    assert article() is None
