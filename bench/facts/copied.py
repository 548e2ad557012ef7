"""Sentences that a summary takes over word for word: they say what the article says."""

from bench.facts.source import Source
from bench.records import SUPPORTED, Finding, Span
from bench.text.document import Document
from bench.text.sentences import sentence_spans

# Shorter ones ("He agreed.") stand in many places and prove nothing.
_LEAST_WORDS = 5


def clear_copied(source: Source, summary: Document, found: list[Finding]) -> list[Finding]:
    """Return `found` with every doubt inside a copied sentence turned into support at its place."""
    if all(finding.verdict in SUPPORTED for finding in found):
        return found
    same = summary.text == summary.raw
    spans = summary.sentences if same else sentence_spans(summary.raw, summary.language)
    return [_cleared(source, summary.raw, spans, finding) for finding in found]


def _cleared(source: Source, summary: str, spans: tuple[tuple[int, int], ...], finding: Finding) -> Finding:
    """Return the finding, supported if its sentence stands in the article as it is."""
    if finding.verdict in SUPPORTED or finding.start is None or finding.end is None:
        return finding
    article = source.document.raw
    for start, end in spans:
        if not start <= finding.start < finding.end <= end:
            continue
        sentence = summary[start:end]
        place = article.find(sentence) if len(sentence.split()) >= _LEAST_WORDS else -1
        if place >= 0:
            first, last = place + finding.start - start, place + finding.end - start
            evidence = (Span(first, last, article[first:last]),)
            return Finding(
                finding.kind, finding.claim, "supported", finding.start, finding.end,
                evidence, "the article's own sentence",
            )  # fmt: skip
    return finding
