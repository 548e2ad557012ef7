"""Headings and labels: their capitals make no names, real names in them are read all the same."""

import pytest

from bench.facts.ledger import findings
from bench.facts.people.reading.headings import headings
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    "Idris Fenwick, 31, will leave Tarnmouth Rovers in June. The club sued him over his contract on Monday. "
    "Who follows him is not known. He told us that he was sad."
)
SENTENCE = "Idris Fenwick will leave Tarnmouth Rovers in June."


def wrong(summary: str) -> list[str]:
    return [summary[f.start : f.end] for f in findings(SOURCE, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "heading",
    [
        "**Key Takeaways**",
        "**Legal Proceedings:**",
        "**Background and Context**:",
        "## Main Points",
        "### Overview",
        "Potential Implications:",
        "**Who Was Involved?**",
        "1. **Notable Quotes:**",
        "- Early Life and Career:",
        "* **Tensions Rise:**",
        "In Conclusion,",
        "Additionally,",
    ],
)
def test_the_capitals_of_a_heading_are_no_names(heading: str) -> None:
    assert wrong(f"{heading}\n{SENTENCE}") == []
    assert wrong(f"{heading} {SENTENCE}") == []


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        (f"**Legal Battle with Vexholm**\n{SENTENCE}", "Vexholm"),
        (f"## The Move to France\n{SENTENCE}", "France"),
        (f"**Anders Tolbert:** {SENTENCE}", "Anders Tolbert"),
        (f"Key Points\n{SENTENCE} He was seen off by Legal Proceedings.", "Legal Proceedings"),
    ],
)
def test_a_name_that_the_article_lacks_is_found_in_a_heading_too(summary: str, name: str) -> None:
    assert name in " ".join(wrong(summary))


def test_only_short_lines_marked_or_before_a_colon_are_headings() -> None:
    text = f"# One\n{SENTENCE}\n**Two Words**\n- Label: words\nWhite said: words\n**A bold start** of a sentence with words.\n"
    found = [text[start:end] for start, end in headings(Document(text))]
    assert found == ["One", "Two Words", "Label", "A bold start"]
    assert headings(Document("**" + "Word " * 20 + "**")) == ()


@pytest.mark.parametrize(
    "headline",
    [
        "Legal Proceedings",
        "Rovers Striker Leaves in June: Dispute Unresolved",
        "1. Striker Leaves After Club Sues Over His Contract",
        "What Happens Next?",
    ],
)
def test_a_headline_without_any_mark_is_known_by_the_capitals_of_all_its_words(headline: str) -> None:
    assert wrong(f"{headline}\n{SENTENCE}") == []


def test_a_strange_name_in_a_headline_is_seen_all_the_same() -> None:
    assert "Wexley" in " ".join(wrong(f"Rovers Striker Wexley Leaves in June\n{SENTENCE}"))
