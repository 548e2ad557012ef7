"""The fact ledger: every number and person of a summary with a verdict, its place and its evidence.

Other proper names have a finding only where the article never names them.
"""

import msgspec

from bench.facts.copied import clear_copied
from bench.facts.numbers.check import check_numbers
from bench.facts.people.check import check_people
from bench.facts.people.proper import check_names
from bench.facts.people.roles import check_roles
from bench.facts.people.speakers import check_speakers
from bench.facts.score import score
from bench.facts.source import Source, Strictness
from bench.records import Finding, Ledger
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


def numbers_and_people(source: Source, summary: Document) -> list[Finding]:
    """Return what `findings` holds of the kinds `number`, `date` and `person`, without computing the others.

    Places are those in the pieces of `summary`.
    """
    found: list[Finding] = []
    for _, piece in summary.pieces:
        judged = [*check_numbers(source, piece), *check_people(source, piece)]
        found += clear_copied(source, piece, judged)
    return found


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
