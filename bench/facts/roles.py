"""Titles and offices of a summary held against those the article gives."""

from typing import TYPE_CHECKING

from bench.records import Finding
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def check_roles(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the titles and offices that the article gives to somebody else."""
    return []
