"""People of a summary held against its article."""

from typing import TYPE_CHECKING

import msgspec

from bench.facts.judged import Judged
from bench.facts.people.deeds.agents import done_as_told
from bench.facts.people.deeds.bind import Bound, bindings
from bench.facts.people.deeds.contests import won_and_lost
from bench.facts.people.deeds.unnamed import told_by_role, unnamed_there
from bench.facts.people.names.compare import PARTICLES, bare
from bench.facts.people.names.given_names import Match
from bench.facts.people.names.match import look_up
from bench.facts.people.names.outside import own_words
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Mention, Person
from bench.facts.people.roles.check import judge_roles
from bench.facts.people.roles.ties import Confirmed, confirmed
from bench.facts.people.said.check import judge_speakers, unbacked
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, WRONG_FROM, misattached_or_suspect
from bench.records import Finding, PersonFact, Span, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

# How doubtful a name is by how the article has it; measured on the validation part (docs/method.md).
_DOUBT = {
    "same": 0.02,
    "form": 0.08,
    "spelling": 0.2,
    "given unknown": 0.4,
    # The article has the surname alone and the given name as another person's: two people may share one.
    "maybe joined": 0.5,
    "joined": 0.85,
    "given differs": 0.91,
    "absent": 0.95,
}
_GIVEN_OUTSIDE = 0.65
"""Doubt of a given name that the article never gives, in a sentence that brings more from elsewhere."""


def judge_people(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return every mention of a person in `summary` with its verdict and a graded doubt."""
    reading = told(source, summary)
    found = bindings(source.person_scene, summary, reading.people, reading.known)
    doubted = any(b.other is not None and b.doubt >= SUSPECT_FROM[strictness] for b in found)
    # Of two whose tie is right, neither stands in the other's place.
    tied = confirmed(source, summary) if doubted else Confirmed()
    settled = tied.named
    if doubted:
        settled |= won_and_lost(source, summary) | done_as_told(source, summary)
    bound = {
        b.mention.start: b
        for b in found
        if frozenset((b.person, b.other)) not in tied.pairs
        and b.mention.start not in tied.named
        and not (doubted and b.place and unnamed_there(source, reading.offices(b.mention), b.place.sentence))
        and b.mention.start not in settled
        and not (doubted and b.other is not None and told_by_role(source, summary, b.mention, b.other))
    }
    mentions = [(person, mention) for person in reading.people for mention in person.mentions]
    matches = [look_up(source.cast, mention.keys) for _, mention in mentions]
    present = [
        _presence(source, summary, *one, match, strictness, own_words(source, summary, one[1], match))
        for one, match in zip(mentions, matches, strict=True)
    ]
    judged = [
        _judged(source, match, presence, bound.get(mention.start), strictness)
        for (_, mention), match, presence in zip(mentions, matches, present, strict=True)
    ]
    if any(j.finding.verdict in ("misattached", "suspect") for j in judged):
        others = [*judge_roles(source, summary, strictness), *judge_speakers(source, summary, strictness)]
        told_already = [j.finding for j in others if j.finding.verdict == "misattached"]
        judged = [_once(*one, told_already) for one in zip(judged, present, strict=True)]
        hints = [j.finding for j in others if j.finding.verdict == "suspect"]
        judged = [_twice(j, hints) for j in judged]
        if any(_suspected(j) for j in judged):
            alone = unbacked(source, summary)
            judged = [_raised(j) if _suspected(j) and j.finding.start in alone else j for j in judged]
    return judged


def _twice(judged: Judged, hints: list[Finding]) -> Judged:
    """Return a suspected person as misattached where an office beside the name is suspect for itself."""
    finding = judged.finding
    start = finding.start
    if not _suspected(judged) or start is None:
        return judged
    beside = any(
        hint.start is not None and abs(hint.start - start) < 60
        for hint in hints
        if hint.claim.startswith(f"{finding.claim}:")
    )
    return _raised(judged) if beside else judged


def _suspected(judged: Judged) -> bool:
    """Whether what is told of a person may be another's."""
    return judged.finding.verdict == "suspect" and judged.finding.reason.startswith(_TOLD_OF)


def _raised(judged: Judged) -> Judged:
    return Judged(msgspec.structs.replace(judged.finding, verdict="misattached"), _BOTH)


_TOLD_OF = "the article tells this of "
# Two hints that are each nearly as good as wrong and do not rest on the same words.
_BOTH = 0.65


def _once(judged: Judged, present: Judged, told_already: list[Finding]) -> Judged:
    """Return whether the article has a name where its role or statement is already shown as another's."""
    finding = judged.finding
    if finding.verdict != "misattached" or finding.start is None or finding.end is None:
        return judged
    for other in told_already:
        if other.start is None or other.end is None or not other.claim.startswith(finding.claim):
            continue
        if finding.start - 60 <= other.start and other.end <= finding.end + 110:
            return Judged(present.finding, judged.doubt)
    return judged


def check_people(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return what the article says of each person of `summary`."""
    return [judged.finding for judged in judge_people(source, summary, strictness)]


def mentioned_people(source: "Source", reference: Document) -> list[Finding]:
    """Return the people of a reference with whether the article has them; it is trusted with the rest."""
    return [
        _presence(source, reference, person, mention, look_up(source.cast, mention.keys), "normal").finding
        for person in told(source, reference).people
        for mention in person.mentions
    ]


def _judged(
    source: "Source", match: Match, presence: Judged, bound: Bound | None, strictness: "Strictness"
) -> Judged:
    """Judge whether the article tells this of a person, given whether it has the name."""
    doubt = bound.doubt if bound is not None else 0.0
    if (
        bound is None
        or bound.other is None
        or doubt <= presence.doubt
        or presence.finding.verdict == "unsupported"
    ):
        return presence
    if doubt < SUSPECT_FROM[strictness]:
        return Judged(presence.finding, doubt)
    verdict = misattached_or_suspect(doubt, strictness)
    reason = f"{_TOLD_OF}{source.cast.people[bound.other].name}"
    if match.how in ("given unknown", "maybe joined"):
        reason = f"{presence.finding.reason}; {reason}"
    evidence = _sentence(source, bound)
    return Judged(
        msgspec.structs.replace(presence.finding, verdict=verdict, reason=reason, evidence=evidence), doubt
    )


def _sentence(source: "Source", bound: Bound) -> tuple[Span, ...]:
    """Return the article's sentence that has the words with another person."""
    if bound.place is None:
        return ()
    start, end = source.document.sentences[bound.place.sentence]
    return (source.document.span(start, end),)


def _presence(
    source: "Source",
    summary: Document,
    person: Person,
    mention: Mention,
    match: Match,
    strictness: "Strictness",
    outside: bool = False,
) -> Judged:
    """Judge whether the article has this name at all; `outside`: told in words that it does not have."""
    written = summary.text[mention.start : mention.end]
    claim = (
        match.name
        if match.how in ("same", "form", "spelling") and len(match.name) > len(person.name)
        else person.name
    )
    span = summary.span(*_doubtful_part(summary, mention, match))
    evidence: tuple[Span, ...] = ()
    if match.words:
        evidence = (source.document.span(match.words[0].start, match.words[-1].end),)
    reason = _reason(match, written, evidence[0].text if evidence else "")
    doubt = _GIVEN_OUTSIDE if outside else _DOUBT[match.how]
    verdict = _verdict(match, doubt, strictness)
    finding = Finding("person", claim, verdict, span.start, span.end, evidence, reason)
    return Judged(finding, doubt)


def _doubtful_part(summary: Document, mention: Mention, match: Match) -> tuple[int, int]:
    """Return where the doubtful part of a mention stands: of two names, the one the article lacks."""
    if match.how not in ("given differs", "given unknown", "maybe joined") or len(mention.keys) < 2:
        return mention.start, mention.end
    cut = summary.text.rfind(" ", mention.start, mention.end)
    if cut <= mention.start or bare(summary.text[cut + 1 : mention.end]) != mention.keys[-1]:
        return mention.start, mention.end
    if match.how != "given differs" and bare(match.words[-1].text) == mention.keys[0] != mention.keys[-1]:
        return cut + 1, mention.end
    before = summary.text.rfind(" ", mention.start, cut)
    while before > mention.start and bare(summary.text[before + 1 : cut]) in PARTICLES:
        cut, before = before, summary.text.rfind(" ", mention.start, before)
    return mention.start, cut


def _verdict(match: Match, doubt: float, strictness: "Strictness") -> Verdict:
    if match.how == "same":
        return "supported"
    if doubt >= WRONG_FROM[strictness]:
        return "unsupported"
    return "variant" if match.how in ("form", "spelling", "given unknown") else "suspect"


def _reason(match: Match, written: str, evidence: str) -> str:
    shown = match.name or evidence
    if match.how == "form":
        return f"article: {shown}"
    if match.how == "spelling":
        return f"another spelling of {shown}"
    if match.how in ("given unknown", "maybe joined"):
        anothers = "; the given name is another person's" if match.how == "maybe joined" else ""
        return f"the article has only {evidence}, never the full name {written}{anothers}"
    if match.how == "joined":
        return f"article: {shown}; the given name is another person's"
    if match.how == "given differs":
        return f"article: {shown}, not {written}"
    if match.how == "absent":
        return f"{written} is nowhere in the article"
    return ""


def keeps_person(cast: Cast, fact: PersonFact) -> bool:
    """Return whether a summary of these names mentions a person of the fact sheet, in any form."""
    keys = tuple(bare(word) for word in fact.name.split())
    how = look_up(cast, keys).how
    if how in ("same", "form", "spelling", "given unknown", "maybe joined"):
        return True
    forms = [tuple(bare(word) for word in form.split()) for form in fact.also]
    if how in ("given differs", "joined"):
        # The surname is there as somebody else's: only a form with other words shows this person.
        return any(look_up(cast, form).how == "same" for form in forms if not set(form) <= set(keys))
    return any(look_up(cast, form).how in ("same", "form", "spelling") for form in forms)
