"""Numbers and dates of a summary held against its article."""

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from bench.facts.numbers_assess import Assessment, assess
from bench.facts.numbers_context import Scene
from bench.facts.quantities import Quantity, read_quantities
from bench.facts.tape import Tape
from bench.records import Finding, NumberFact, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


class Judged(msgspec.Struct, frozen=True):
    """One number of a summary: the finding, and how doubtful it is (0 to 1, higher is more doubtful)."""

    finding: Finding
    doubt: float


def judge_numbers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return every number and date of `summary` with a verdict and a graded doubt."""
    tape = Tape(summary)
    scene = Scene(tape, read_quantities(tape))
    return [_judged(source, summary, assess(source.scene, scene, q), scene) for q in scene.quantities]


def _judged(source: "Source", summary: Document, found: Assessment, scene: Scene) -> Judged:
    claim = found.claim
    doubt, verdict, reason = _verdict(found)
    at = found.best or found.clash
    evidence = (source.document.span(at.fact.start, at.fact.end),) if at else ()
    span = summary.span(claim.start, claim.end)
    return Judged(
        Finding(
            "date" if claim.is_date else "number", _claim_text(scene, claim), verdict, span.start, span.end, evidence, reason
        ),
        doubt,
    )


def _claim_text(scene: Scene, claim: Quantity) -> str:
    return " ".join((scene.tape.surface(claim.first, claim.last), *scene.around(claim).right[:2]))


def _verdict(found: Assessment) -> tuple[float, Verdict, str]:
    claim, best = found.claim, found.best
    if best is None:
        doubt = 0.4 if claim.weak or claim.vague else 0.95
        reason = found.clash.match.reason if found.clash else "not in the article"
        return doubt, "suspect" if doubt < 0.5 else "unsupported", reason
    doubt = 0.5 * (1 - best.match.fit)
    if found.rivals:
        margin = found.rivals[0].words.share - best.words.share
        doubt += max(0.0, margin)
    return min(0.9, doubt), "supported" if best.match.fit >= 0.95 else "variant", best.match.reason


def check_numbers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return what the article says of each number and date of `summary`."""
    return [judged.finding for judged in judge_numbers(source, summary, strictness)]


def keeps_number(
    summary_quantities: tuple[Quantity, ...], summary: Document, fact: NumberFact, source: "Source"
) -> bool:
    """Return whether the summary keeps a number of the fact sheet."""
    try:
        value = Decimal(str(fact.value))
    except ArithmeticError:
        return str(fact.value).lower() in summary.lower
    return any(q.value == value for q in summary_quantities)
