"""Statements of a summary held against who made them in the article."""

import re
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.people.names import bare
from bench.facts.people.speakers_read import Spoken, statements, told_statements
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, WRONG_FROM
from bench.records import Finding, Span, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def check_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the statements of a summary, and those that the article gives to another speaker."""
    return [judged.finding for judged in judge_speakers(source, summary, strictness)]


def judge_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return each statement that `summary` gives to a person, with verdict and graded doubt."""
    reading = told(source, summary)
    if not reading.people or not source.cast.people:
        return []
    names = source.person_scene.names | {key for person in reading.people for key in person.keys}
    index = {known.mention.start: known.person for known in reading.known}
    places = [
        (mention.start, mention.end, index.get(mention.start, _NOBODY))
        for person in reading.people
        for mention in person.mentions
    ]
    found: list[Judged] = []
    for spoken, start, end in told_statements(summary, places, names):
        judged = _judged(source, summary, spoken, start, end, strictness)
        if judged is not None:
            found.append(judged)
    return found


def _judged(
    source: "Source", summary: Document, spoken: Spoken, start: int, end: int, strictness: "Strictness"
) -> Judged | None:
    """Judge one statement: the article's best-matching statement of this person against that of others."""
    scene = source.person_scene
    if spoken.person == _NOBODY:
        return _judged_unknown(source, summary, spoken, start, end, strictness)
    weights = {key: scene.weight(key) or 3.5 for key in spoken.stems}
    whole = sum(weights.values())
    if not whole:
        return None
    own = other = 0.0
    own_at = other_at = None
    for candidate in statements(source):
        share = sum(weights[key] for key in spoken.stems & candidate.stems) / whole
        if candidate.person == spoken.person:
            if share > own:
                own, own_at = share, candidate
        elif share > other:
            other, other_at = share, candidate
    quoted = _quoted_by(source, summary, spoken)
    if quoted is not None and quoted.person != spoken.person:
        own, other, other_at = 0.0, 1.0, quoted
    elif other_at is not None:
        own = max(own, _told_of(source, spoken, weights, whole))
    name = source.cast.people[spoken.person].name
    span = summary.span(start, end)
    claim = f"{name} said"
    if other_at is None or other < 0.45 or own >= 0.6 * other or _together(source, spoken.person, other_at):
        if own_at is None or own < 0.4:
            return None
        return Judged(Finding("speaker", claim, "supported", span.start, span.end, _at(source, own_at)), 0.05)
    telling = 1.0 if quoted is not None else min(1.0, len(weights) / 5)
    doubt = 0.3 + 0.6 * (other - own) * telling
    if doubt < SUSPECT_FROM[strictness]:
        return None
    verdict: Verdict = "misattached" if doubt >= WRONG_FROM[strictness] else "suspect"
    reason = f"article: {source.cast.people[other_at.person].name} said this"
    return Judged(
        Finding("speaker", claim, verdict, span.start, span.end, _at(source, other_at), reason), doubt
    )


def _judged_unknown(
    source: "Source", summary: Document, spoken: Spoken, start: int, end: int, strictness: "Strictness"
) -> Judged | None:
    """Judge a quotation given to somebody not recognised in the article: whose it is there decides."""
    quoted = _quoted_by(source, summary, spoken)
    written = summary.text[start:end]
    if quoted is None:
        return None
    first, last = source.document.sentences[quoted.sentence]
    if bare(written.split()[-1]) in source.document.lower[first:last]:
        return None
    span = summary.span(start, end)
    verdict: Verdict = "misattached" if WRONG_FROM[strictness] <= _QUOTED_DOUBT else "suspect"
    reason = f"article: {source.cast.people[quoted.person].name} said this"
    finding = Finding(
        "speaker", f"{written} said", verdict, span.start, span.end, _at(source, quoted), reason
    )
    return Judged(finding, _QUOTED_DOUBT)


_NOBODY = -1
_QUOTED_DOUBT = 0.85


def _quoted_by(source: "Source", summary: Document, spoken: Spoken) -> Spoken | None:
    """Return the article's statement that holds, word for word, what a summary's statement quotes."""
    start, end = summary.sentences[spoken.sentence]
    for match in _QUOTED.finditer(summary.lower, start, end):
        words = match.group(1).strip(" ,.!?")
        if words.count(" ") < 2:
            continue
        at = source.document.lower.find(words)
        if at >= 0:
            sentence = source.document.sentence_at(at)
            return next((told_by for told_by in statements(source) if told_by.sentence == sentence), None)
    return None


_QUOTED = re.compile(r'"([^"]{8,300})"')


def _told_of(source: "Source", spoken: Spoken, weights: dict[str, float], whole: float) -> float:
    """Return the best share of a statement's words in a sentence that names its speaker."""
    scene = source.person_scene
    others = {told_by.sentence for told_by in statements(source) if told_by.person != spoken.person}
    sentences = {place.sentence for place in scene.places if place.person == spoken.person}
    near = sentences | {sentence + 1 for sentence in sentences if sentence + 1 not in others}
    shares: dict[int, float] = {}
    for key, weight in weights.items():
        for sentence in {scene.sentence_of[token] for token in scene.stems.get(key, ())} & near:
            shares[sentence] = shares.get(sentence, 0.0) + weight
    return max(
        (value / whole * (1.0 if sentence in sentences else 0.7) for sentence, value in shares.items()),
        default=0.0,
    )


def _together(source: "Source", person: int, spoken: Spoken) -> bool:
    """Whether the article's statement also names this person: who of them speaks may be read either way."""
    return any(
        source.person_scene.places[i].person == person
        for i in source.person_scene.by_sentence.get(spoken.sentence, ())
    )


def _at(source: "Source", spoken: Spoken) -> tuple[Span, ...]:
    start, end = source.document.sentences[spoken.sentence]
    return (source.document.span(start, end),)
