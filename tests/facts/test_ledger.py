"""The ledger of whole summaries: order, and texts far longer than any summary."""

from bench.facts.ledger import findings, numbers_and_people
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


def test_numbers_and_people_alone_are_those_of_the_whole_ledger() -> None:
    summary = Document(f"{SENTENCE}Jane Orbell, the governor, said that 80 guests would follow to Lausanne.")
    whole = findings(SOURCE, summary)
    alone = numbers_and_people(SOURCE, summary)
    key = lambda f: (f.start, f.kind, f.claim)  # noqa: E731
    assert sorted(alone, key=key) == sorted(
        (f for f in whole if f.kind in ("number", "date", "person")), key=key
    )
    assert {f.kind for f in whole} > {f.kind for f in alone}
