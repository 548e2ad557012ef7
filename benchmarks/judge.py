"""The checks as the probes call them, each alone or several together."""

from collections.abc import Sequence
from functools import lru_cache

from bench.facts.numbers.check import check_numbers
from bench.facts.people.check import check_people
from bench.facts.people.names.proper import check_names
from bench.facts.people.roles.check import check_roles
from bench.facts.people.said.check import check_speakers
from bench.facts.source import Source
from bench.records import WRONG, Finding, Strictness
from bench.text.document import Document

CHECKS = {
    "numbers": check_numbers,
    "people": check_people,
    "roles": check_roles,
    "speakers": check_speakers,
    "names": check_names,
}
LEVELS = ("low", "normal", "high")


@lru_cache(maxsize=64)
def source(document: str) -> Source:
    """Return an article, read once for all its summaries that follow one another."""
    return Source(document)


@lru_cache(maxsize=20000)
def findings(
    document: str, summary: str, names: tuple[str, ...], level: Strictness = "normal"
) -> tuple[Finding, ...]:
    """Return what the named checks find, `suspect` included; the people found are told to that of names."""
    article, text = source(document), Document(summary)
    found: list[Finding] = []
    for name in names:
        people = [f for f in found if f.kind in ("person", "role", "speaker")]
        found += CHECKS[name](article, text, level, *((people,) if name == "names" else ()))
    return tuple(found)


def flags(found: Sequence[Finding], start: int, end: int) -> list[Finding]:
    """Return the wrong findings that touch `start:end`."""
    return [f for f in found if f.verdict in WRONG and overlaps(f, start, end)]


def overlaps(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding's place shares a character with `start:end`."""
    return (
        finding.start is not None and finding.end is not None and finding.start < end and start < finding.end
    )


def risk(document: str, summary: str, names: tuple[str, ...], places: Sequence[tuple[int, int]]) -> float:
    """Return how suspicious a place is, summed over strictnesses: 2 wrong, 1 suspect, a quarter inexact."""
    total = 0.0
    for level in LEVELS:
        found = [f for f in findings(document, summary, names, level) if any(overlaps(f, *p) for p in places)]
        if any(f.verdict in WRONG for f in found):
            total += 2
        elif any(f.verdict == "suspect" for f in found):
            total += 1
        elif any(f.verdict in ("variant", "derived") for f in found):
            total += 0.25
    return total
