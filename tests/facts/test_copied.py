"""A sentence taken over word for word is never held against a summary."""

import pytest

from bench.corpus import open_corpus
from bench.facts.ledger import findings
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document
from bench.text.sentences import sentences

WIRE = open_corpus("wire")


@pytest.mark.parametrize("article", WIRE.ids)
def test_an_extract_of_whole_sentences_has_no_error(article: str) -> None:
    item = WIRE.load(article)
    source = Source(item.evidence)
    every = [sentence for sentence in sentences(item.article.text) if len(sentence.split()) >= 5]
    for start in range(0, len(every), 3):
        found = findings(source, Document(" ".join(every[start : start + 3])))
        assert not [finding for finding in found if finding.verdict in WRONG]


def test_evidence_of_a_copied_claim_is_its_own_place() -> None:
    item = WIRE.load("us-russia-video-call")
    sentence = next(s for s in sentences(item.article.text) if "70,000" in s)
    found = findings(Source(item.evidence), Document(sentence))
    assert found
    for finding in found:
        for span in finding.evidence:
            assert item.evidence[span.start : span.end] == span.text


def test_a_changed_word_ends_the_protection() -> None:
    article = "The mayor opened the bridge on Monday.\n\nThe bridge cost 14 million euros and took six years."
    summary = "The bridge cost 41 million euros and took six years."
    assert [f for f in findings(Source(article), Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "odd", ["1.2.3:12", "10.10.2020:30:45", "0.0.0", "€1.5.2m", "3-2-1", "12:30:45:2", "٣½"]
)
def test_odd_digits_are_read_without_a_crash(odd: str) -> None:
    findings(Source(f"The score was {odd} on Monday, he said."), Document(f"It ended {odd} on Monday."))
