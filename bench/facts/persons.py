"""People of a summary held against its article."""

from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.people import Mention, Person, people
from bench.records import Finding, PersonFact
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def judge_people(source: "Source", summary: Document) -> list[Judged]:
    """Return every mention of a person in `summary` with a verdict and a graded doubt."""
    return [_judged(source, summary, person, mention) for person in people(summary) for mention in person.mentions]


def check_people(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return what the article says of each person of `summary`."""
    return [judged.finding for judged in judge_people(source, summary)]


def keeps_person(summary: Document, fact: PersonFact, source: "Source") -> bool:
    """Return whether the summary mentions a person of the fact sheet, by any form of the name."""
    forms = [fact.name.split()[-1], *fact.also]
    return any(form.lower() in summary.lower for form in forms)


def _judged(source: "Source", summary: Document, person: Person, mention: Mention) -> Judged:
    span = summary.span(mention.start, mention.end)
    family = mention.name.split()[-1]
    places = source.words.get(family.lower(), ())
    evidence = tuple(source.document.span(at, at + len(family)) for at in places[:1])
    verdict = "supported" if places else "unsupported"
    reason = "" if places else f"not in the article: {mention.name}"
    finding = Finding("person", person.name, verdict, span.start, span.end, evidence, reason)  # type: ignore[arg-type]
    return Judged(finding, 0.1 if places else 0.9)
