"""Statements of a summary held against who made them in the article."""

from typing import TYPE_CHECKING

from bench.records import Finding
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def check_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the statements that the article gives to another speaker."""
    return []
