"""Numbers and dates of a summary held against its article."""

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from bench.facts.quantities import Quantity, quantities
from bench.records import Finding, NumberFact, Span
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


class Judged(msgspec.Struct, frozen=True):
    """One number of a summary: the finding, and how doubtful it is (0 to 1, higher is more doubtful)."""

    finding: Finding
    doubt: float


def judge_numbers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return every number and date of `summary` with a verdict and a graded doubt."""
    return [_judged(source, summary, quantity) for quantity in quantities(summary)]


def _judged(source: "Source", summary: Document, quantity: Quantity) -> Judged:
    same = [q for q in source.quantities if q.value == quantity.value and q.unit == quantity.unit]
    evidence = tuple(source.document.span(q.start, q.end) for q in same[:1])
    span: Span = summary.span(quantity.start, quantity.end)
    kind = "date" if quantity.kind in ("year", "month", "weekday") else "number"
    verdict = "supported" if same else "unsupported"
    reason = "" if same else f"not in the article: {quantity.text.strip()}"
    finding = Finding(kind, quantity.text.strip(), verdict, span.start, span.end, evidence, reason)  # type: ignore[arg-type]
    return Judged(finding, 0.1 if same else 0.9)


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
