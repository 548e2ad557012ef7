"""People of a summary held against its article."""

from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.names import bare, same_family, same_given
from bench.facts.people import Mention, Person
from bench.facts.people_lower import named_people
from bench.facts.people_match import Cast, Match, look_up
from bench.records import Finding, PersonFact, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

# How doubtful a name is by how the article has it; measured on the validation part (docs/method.md).
_DOUBT = {
    "same": 0.02,
    "form": 0.08,
    "spelling": 0.2,
    "given unknown": 0.4,
    "joined": 0.85,
    "given differs": 0.9,
    "absent": 0.95,
}
_THRESHOLD = {"low": 0.9, "normal": 0.6, "high": 0.3}


def judge_people(source: "Source", summary: Document) -> list[Judged]:
    """Return every mention of a person in `summary` with its verdict at normal strictness and a graded doubt."""
    return [
        judged
        for person in named_people(summary, source.cast)
        for judged in _judge_person(source.cast, source, summary, person)
    ]


def check_people(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return what the article says of each person of `summary`."""
    return [at_strictness(judged, strictness) for judged in judge_people(source, summary)]


def at_strictness(judged: Judged, strictness: "Strictness") -> Finding:
    """Return the finding with its verdict as `strictness` has it: doubts below the threshold are only suspect."""
    import msgspec

    finding, doubt = judged
    if strictness == "low" and finding.verdict in ("unsupported", "misattached") and doubt < _THRESHOLD["low"]:
        return msgspec.structs.replace(finding, verdict="suspect")
    if strictness == "high" and finding.verdict in ("variant", "suspect") and doubt >= _THRESHOLD["high"]:
        verdict: Verdict = "unsupported" if finding.verdict == "variant" else "misattached"
        return msgspec.structs.replace(finding, verdict=verdict)
    return finding


def _judge_person(cast: Cast, source: "Source", summary: Document, person: Person) -> list[Judged]:
    """Judge each mention; the fullest form decides for bare ones that the article lacks in the same way."""
    return [_judge_mention(cast, source, summary, person, mention) for mention in person.mentions]


def _judge_mention(cast: Cast, source: "Source", summary: Document, person: Person, mention: Mention) -> Judged:
    match = look_up(cast, mention.keys)
    written = summary.text[mention.start : mention.end]
    claim = match.name if match.how in ("same", "form", "spelling") and match.name else person.name
    if len(claim) < len(person.name):
        claim = person.name
    span = summary.span(mention.start, mention.end)
    evidence = ()
    if match.words:
        evidence = (source.document.span(match.words[0].start, match.words[-1].end),)
    verdict = _verdict(match)
    reason = _reason(match, written, evidence[0].text if evidence else "")
    return Judged(Finding("person", claim, verdict, span.start, span.end, evidence, reason), _DOUBT[match.how])


def _verdict(match: Match) -> Verdict:
    if match.how == "same":
        return "supported"
    if match.how in ("form", "spelling", "given unknown"):
        return "variant"
    return "unsupported"


def _reason(match: Match, written: str, evidence: str) -> str:
    shown = match.name or evidence
    if match.how == "form":
        return f"article: {shown}"
    if match.how == "spelling":
        return f"another spelling of {shown}"
    if match.how == "given unknown":
        return f"the article has only {evidence}, never the full name {written}"
    if match.how == "joined":
        return f"article: {shown}; the given name is another person's"
    if match.how == "given differs":
        return f"article: {shown}, not {written}"
    if match.how == "absent":
        return f"{written} is nowhere in the article"
    return ""


def keeps_person(summary: Document, fact: PersonFact, source: "Source") -> bool:
    """Return whether the summary mentions a person of the fact sheet, by the name or any other form of it."""
    cast = Cast(summary)
    names = [fact.name, *fact.also]
    for name in names:
        keys = tuple(bare(word) for word in name.split())
        if look_up(cast, keys).how in ("same", "form", "spelling"):
            return True
    keys = tuple(bare(word) for word in fact.name.split())
    return look_up(cast, keys).how == "given unknown"
