"""The checks as the probes call them; a check that is not there yet is left out."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from bench.records import WRONG, Finding
from bench.text.document import Document

CHECKS = {
    "numbers": ("bench.facts.numbers.check", "check_numbers"),
    "people": ("bench.facts.people.check", "check_people"),
    "roles": ("bench.facts.people.roles", "check_roles"),
    "speakers": ("bench.facts.people.speakers", "check_speakers"),
    "names": ("bench.facts.people.proper", "check_names"),
}
LEVELS = ("low", "normal", "high")


@lru_cache(maxsize=8)
def check(name: str) -> Callable[..., list[Finding]] | None:
    """Return one of the four checks, None where its module is absent or broken."""
    module, function = CHECKS[name]
    try:
        found: Callable[..., list[Finding]] = getattr(import_module(module), function)
    except (ImportError, AttributeError) as problem:
        print(f"left out: {name}: {problem}")
        return None
    return found


@lru_cache(maxsize=64)
def source(document: str) -> Any:
    """Return an article, read once for all its summaries that follow one another."""
    from bench.facts.source import Source

    return Source(document)


@lru_cache(maxsize=20000)
def findings(
    document: str, summary: str, names: tuple[str, ...], level: str = "normal"
) -> tuple[Finding, ...]:
    """Return what the named checks find, `suspect` included."""
    article, text = source(document), Document(summary)
    found: list[Finding] = []
    for name in names:
        if function := check(name):
            people = [f for f in found if f.kind in ("person", "role", "speaker")]
            found += function(article, text, level, *((people,) if name == "names" else ()))
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
