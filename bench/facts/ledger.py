"""The fact ledger: every number and person of a summary with a verdict, its place and its evidence.

Other proper names have a finding only where the article never names them.
"""

import msgspec

from bench.facts.copied import clear_copied
from bench.facts.numbers.check import check_numbers, mentioned_numbers
from bench.facts.people.check import check_people, mentioned_people
from bench.facts.people.deeds.contests import check_contests
from bench.facts.people.names.proper import check_names
from bench.facts.people.roles.check import check_roles
from bench.facts.people.said.check import check_speakers
from bench.facts.score import score
from bench.facts.source import Source, Strictness
from bench.records import SUPPORTED, Finding, Ledger
from bench.text.document import Document


def findings(source: Source, summary: Document, strictness: Strictness = "normal") -> tuple[Finding, ...]:
    """Return what the checks say of `summary`, in order of place, then kind.

    Offsets are half-open code points: `start` and `end` into the summary as given, evidence into the
    article as given.
    """
    return tuple(
        finding if not offset else _moved(finding, offset)
        for offset, piece in summary.pieces
        for finding in _of_piece(source, piece, strictness)
    )


def mentioned(source: Source, reference: Document) -> list[Finding]:
    """Return the numbers, dates and people of a reference that the article has, or that follow from it.

    They are judged by whether the article has them alone: a reference is trusted with what it says of them.
    Places are those in the pieces of `reference`.
    """
    found = (
        finding
        for _, piece in reference.pieces
        for finding in (*mentioned_numbers(source, piece), *mentioned_people(source, piece))
    )
    return [finding for finding in found if finding.verdict in SUPPORTED]


def _of_piece(source: Source, summary: Document, strictness: Strictness) -> list[Finding]:
    """Return the findings on a text of bounded length, in order of place, then kind."""
    if not summary.text.strip():
        return []
    people = [
        *check_people(source, summary, strictness),
        *check_roles(source, summary, strictness),
        *check_speakers(source, summary, strictness),
    ]
    found = [
        *check_numbers(source, summary, strictness),
        *people,
        *check_names(source, summary, strictness, people),
        *check_contests(source, summary, strictness),
    ]
    found = clear_copied(source, summary, found)
    return sorted(found, key=lambda f: (f.start or 0, f.end or 0, f.kind, f.claim))


def _moved(finding: Finding, offset: int) -> Finding:
    """Return a finding on a piece with its place in the whole summary."""
    start, end = finding.start, finding.end
    if start is None or end is None:
        return finding
    return msgspec.structs.replace(finding, start=start + offset, end=end + offset)


def ledger(source: Source, summary: Document, strictness: Strictness = "normal") -> Ledger:
    """Return the findings on `summary` with the overall consistency score, 0 to 1."""
    found = findings(source, summary, strictness)
    return Ledger(found, score(source, summary, found))
