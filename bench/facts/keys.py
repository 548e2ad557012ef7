"""Key facts: what a good summary of an article must keep, by its fact sheet or else by its references."""

from collections.abc import Callable, Iterable

import msgspec

from bench.facts.ledger import mentioned
from bench.facts.numbers.assess import Assessment
from bench.facts.numbers.check import supported_numbers
from bench.facts.numbers.keys import keeps
from bench.facts.people.check import keeps_person
from bench.facts.people.reading.cast import Cast
from bench.facts.source import Source
from bench.records import SUPPORTED, Finding, Item, Kind, NumberFact, PersonFact, Reference, Span
from bench.text.computed import computed
from bench.text.document import Document

_DATE_UNITS = frozenset({"year", "date", "weekday", "month", "time", "decade"})


class Reading:
    """A summary as its key facts are looked for in it, each part computed when first asked for."""

    def __init__(self, summary: Document, source: Source, found: Iterable[Finding]):
        """Hold a summary, its article and what the ledger found."""
        self.summary, self.source, self._found = summary, source, found

    @computed
    def numbers(self) -> tuple[list[Assessment], ...]:
        """The numbers that the article supports, piece by piece."""
        return tuple(supported_numbers(self.source, piece) for _, piece in self.summary.pieces)

    @computed
    def casts(self) -> tuple[Cast, ...]:
        """The names of the summary, piece by piece."""
        return tuple(Cast(piece) for _, piece in self.summary.pieces)

    @computed
    def supported(self) -> frozenset[tuple[str, str]]:
        """Kind and claim of everything that the article supports."""
        return frozenset((f.kind, f.claim) for f in self._found if f.verdict in SUPPORTED)


class KeyFact(msgspec.Struct, frozen=True):
    """One key fact; `weight` is 1 from a fact sheet, else the share of references that mention it."""

    kind: Kind
    claim: str
    weight: float
    evidence: tuple[Span, ...]
    kept: Callable[[Reading], bool]

    def as_missing(self) -> Finding:
        """Return the finding of a summary that leaves this fact out."""
        return Finding(self.kind, self.claim, "missing", None, None, self.evidence, "key fact left out")


def key_facts(item: Item, source: Source, left_out: Reference | None = None) -> tuple[KeyFact, ...] | None:
    """Return the key facts of an article, or None where neither sheet nor references tell them."""
    if item.facts is not None:
        return _from_sheet(item)
    references = [reference for reference in item.references if reference is not left_out]
    return _from_references(references, source) if references else None


def _from_sheet(item: Item) -> tuple[KeyFact, ...]:
    """Return the facts that the sheet marks as key."""
    assert item.facts is not None
    numbers = [_number_key(fact, item.evidence) for fact in item.facts.numbers if fact.key]
    people = [_person_key(fact, item.evidence) for fact in item.facts.people if fact.key]
    return (*numbers, *people)


def _number_key(fact: NumberFact, evidence: str) -> KeyFact:
    def kept(reading: Reading) -> bool:
        return any(keeps(fact, reading.source.scene, numbers) for numbers in reading.numbers)

    kind: Kind = "date" if fact.unit in _DATE_UNITS else "number"
    value = fact.value if fact.value is not None else f"{fact.low} to {fact.high}"
    claim = " ".join(part for part in (str(value), fact.unit, f"({fact.of})") if part)
    return KeyFact(kind, claim, 1.0, _found(fact.quote, evidence), kept)


def _person_key(fact: PersonFact, evidence: str) -> KeyFact:
    def kept(reading: Reading) -> bool:
        return any(keeps_person(cast, fact) for cast in reading.casts)

    return KeyFact("person", fact.name, 1.0, _found(fact.name, evidence), kept)


def _found(words: str, evidence: str) -> tuple[Span, ...]:
    """Return where `words` first stand in the article, if they do."""
    at = evidence.find(words)
    return (Span(at, at + len(words), words),) if at >= 0 else ()


def _from_references(references: list[Reference], source: Source) -> tuple[KeyFact, ...]:
    """Return what the references mention and the article supports, weighted by how many do."""
    told: dict[tuple[Kind, str], set[int]] = {}
    example: dict[tuple[Kind, str], Finding] = {}
    for number, reference in enumerate(references):
        for finding in mentioned(source, Document(reference.text)):
            told.setdefault((finding.kind, finding.claim), set()).add(number)
            example.setdefault((finding.kind, finding.claim), finding)
    return tuple(
        KeyFact(kind, claim, len(by) / len(references), example[kind, claim].evidence, _mentions(kind, claim))
        for (kind, claim), by in sorted(told.items(), key=lambda pair: pair[0])
    )


def _mentions(kind: Kind, claim: str) -> Callable[[Reading], bool]:
    """Return a test for summaries that make the same claim rightly."""
    return lambda reading: (kind, claim) in reading.supported
