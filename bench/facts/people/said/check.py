"""Statements of a summary held against who made them in the article."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from math import sqrt
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.people.deeds.context import content
from bench.facts.people.names.compare import bare
from bench.facts.people.said.own import plainly_others
from bench.facts.people.said.parties import Party, party, person_party
from bench.facts.people.said.read import telling_sentences
from bench.facts.people.said.silent import denial, silence
from bench.facts.people.said.stance import judge_stances
from bench.facts.people.said.statements import Spoken, statements
from bench.facts.people.said.told import told_statements
from bench.facts.people.said.weighed import OF_KIN, UNSURE, Weighed, apart_from, own_share, weigh
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, interp, told_of_another
from bench.records import Finding, Span
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def check_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the statements of a summary, and those that the article gives to another speaker."""
    return [judged.finding for judged in judge_speakers(source, summary, strictness)]


def judge_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return each statement that `summary` gives to somebody, with verdict and graded doubt."""
    if not telling_sentences(summary):
        return list(judge_stances(source, summary, strictness))
    found: list[Judged] = []
    for spoken, start, end in _told(source, summary):
        judged = _judged(source, summary, spoken, start, end, strictness)
        if judged is not None:
            found.append(judged)
    return [*found, *judge_stances(source, summary, strictness)]


def _told(source: "Source", summary: Document) -> Iterable[tuple[Spoken, int, int]]:
    """Return the statements of a summary with the places of their speakers."""
    reading = told(source, summary)
    names = source.person_scene.names | {key for person in reading.people for key in person.keys}
    index = {known.mention.start: known.person for known in reading.known}
    places = [
        (mention.start, mention.end, index.get(mention.start, _NOBODY))
        for person in reading.people
        for mention in person.mentions
    ]
    return told_statements(summary, places, names)


def unbacked(source: "Source", summary: Document) -> frozenset[int]:
    """Return where a summary, as it was given, names speakers near whom the article tells little of it."""
    if not telling_sentences(summary):
        return frozenset()
    found = set[int]()
    for spoken, start, end in _told(source, summary):
        selves = _selves(source, spoken.person, "") if spoken.person != _NOBODY else frozenset()
        if selves and spoken.stems:
            who = person_party(source, selves)
            if own_share(source, spoken, who) < _BACKED:
                found.add(summary.span(start, end).start)
    return frozenset(found)


_BACKED = 0.15
"""Share of a statement from which the article has something of it near its speaker."""


def _selves(source: "Source", person: int, written: str) -> frozenset[int]:
    """Return who of the article a speaker can be: of several with one surname, all; none if unknown there."""
    if person != _NOBODY:
        return source.person_scene.selves(person)
    keys = [bare(word) for word in written.split()]
    return frozenset(
        index
        for index, other in enumerate(source.cast.people)
        if keys[-1] in other.keys and (len(keys) == 1 or keys[0] in other.keys)
    )


def _judged(
    source: "Source", summary: Document, spoken: Spoken, start: int, end: int, strictness: "Strictness"
) -> Judged | None:
    """Judge one statement: the article's best-matching statement of this speaker against that of others."""
    name = summary.text[start:end]
    if spoken.voice is not None:
        who = party(source, spoken.voice)
        if who is None:
            return None
    else:
        selves = _selves(source, spoken.person, name)
        if not selves:
            return _judged_unknown(source, summary, spoken, start, end, strictness)
        who = person_party(source, selves)
        name = source.cast.people[spoken.person].name if spoken.person != _NOBODY else name
    weighed = weigh(source, spoken, who)
    other_at, doubt = weighed.other_at, min(_doubt(weighed), weighed.sure)
    quoted, sure = _quoted_by(source, summary, spoken, who)
    if quoted is not None:
        plain = min(sure, _QUOTED_DOUBT if plainly_others(source, who.people, quoted) else _OF_PRONOUN)
        other_at, doubt = quoted, max(doubt, plain)
    span = summary.span(start, end)
    if other_at is None or doubt < SUSPECT_FROM[strictness]:
        quiet = silence(source, who.people) if spoken.voice is None else None
        if quiet is not None and SUSPECT_FROM[strictness] <= OF_KIN:
            claim, reason = f"{name} said", f"article: {quiet.text}"
            return told_of_another("speaker", claim, span, (quiet,), reason, OF_KIN, strictness)
        words = summary.lower_tokens[slice(*spoken.part)] if spoken.part is not None else ()
        against = denial(source, who.people, spoken, words) if spoken.voice is None else None
        if against is not None and SUSPECT_FROM[strictness] <= OF_KIN:
            claim, reason = f"{name} said", f"article: {name} denied this"
            return told_of_another("speaker", claim, span, (against,), reason, OF_KIN, strictness)
        if weighed.own_at is None or weighed.own < 0.4 * (weighed.known + 3.5 * weighed.new):
            return None
        shown = _at(source, weighed.own_at)
        return Judged(Finding("speaker", f"{name} said", "supported", span.start, span.end, shown), 0.05)
    claim, reason = f"{name} said", f"article: {_name(source, other_at)} said this"
    return told_of_another("speaker", claim, span, _at(source, other_at), reason, doubt, strictness)


def _name(source: "Source", spoken: Spoken) -> str:
    return source.cast.people[spoken.person].name if spoken.voice is None else spoken.voice.written


def _doubt(weighed: Weighed) -> float:
    """Return how likely a statement is another's, 0 to 1.

    What the words found only with the other weigh, over the root of what all weigh: two rare words of three
    tell as much as four of ten. Steps measured on statements of reworded summaries given to others of the
    article (validation part): 0.8, 0.6 and 0.2 % false alarms at 0.4, 0.6 and 1.6.
    """
    whole = weighed.known + weighed.new
    gap = (weighed.other - weighed.own) / sqrt(whole) if whole else 0.0
    return interp(gap, _STEPS)


_STEPS = ((0.0, 0.0), (0.2, 0.3), (0.4, 0.45), (0.6, 0.6), (1.6, 0.9), (4.0, 0.98))


def _judged_unknown(
    source: "Source", summary: Document, spoken: Spoken, start: int, end: int, strictness: "Strictness"
) -> Judged | None:
    """Judge a quotation given to somebody not recognised in the article: whose it is there decides."""
    quoted, _ = _quoted_by(source, summary, spoken, Party(frozenset(), frozenset()))
    written = summary.text[start:end]
    if quoted is None:
        return None
    first, last = source.document.sentences[quoted.sentence]
    if bare(written.split()[-1]) in source.document.lower[first:last]:
        return None
    # A name of this article that is not the speaker's is another person, known as one or not.
    known = quoted.voice is None and bare(written.split()[-1]) in source.cast.words
    doubt = _OF_PRONOUN if known else UNSURE
    if SUSPECT_FROM[strictness] > doubt:
        return None
    span = summary.span(start, end)
    claim, reason = f"{written} said", f"article: {_name(source, quoted)} said this"
    return told_of_another("speaker", claim, span, _at(source, quoted), reason, doubt, strictness)


_NOBODY = -1
# A quotation word for word is plain evidence where the article names its speaker, less so where it is that of
# a "he" whom it names close by; that a body's spokesman is not the body is none.
_QUOTED_DOUBT, _OF_PRONOUN = 0.85, 0.65


def _quoted_by(
    source: "Source", summary: Document, spoken: Spoken, who: Party
) -> tuple[Spoken | None, float]:
    """Return another's statement that has, word for word, what a summary quotes, and how surely another's."""
    start, end = summary.sentences[spoken.sentence]
    if spoken.part is not None:
        start, end = summary.cut.starts[spoken.part[0]], summary.cut.ends[spoken.part[1] - 1]
    for match in _QUOTED.finditer(summary.lower, start, end):
        words = (match.group(1) or match.group(2)).strip(" ,.!?")
        quoted = " " in words and not _TITLE.match(summary.text, match.start())
        whose = [
            (told_by, apart_from(source, spoken, who, told_by) or 0.0)
            for told_by in (_with_words(source, words) if quoted else ())
        ]
        if whose and all(apart for _, apart in whose):
            return whose[0]
    return None, 0.0


# A film or a book, not what somebody said.
_TITLE = re.compile(
    r"[\"'] ?(?:The |A )?[A-Z][\w'-]*(?: (?:of|the|and|in|on|to|a))* [A-Z][^,.!?\"]{0,40}[\"']"
)
# In double marks, or in single ones, which are also apostrophes.
_QUOTED = re.compile(r"\"([^\"]{5,300})\"|(?<!\w)'((?:[^'\"]|'(?=\w)){5,300})'(?!\w)")


def _with_words(source: "Source", words: str) -> Iterable[Spoken]:
    """Yield the statements of an article that have some words; two words only at an end of a quotation."""
    text, stems = source.document.lower, set(content(words.split(), frozenset()))
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if words.count(" ") > 1 or _marked(text, at, end):
            sentence, token = source.document.sentence_at(at), bisect_left(source.document.cut.starts, at)
            here = [
                told_by
                for told_by in statements(source)
                if told_by.sentence == sentence
                and (told_by.part is None or told_by.part[0] <= token < told_by.part[1])
            ]
            if here:
                yield max(here, key=lambda told_by: len(told_by.stems & stems))
        at = text.find(words, end)


def _marked(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins or ends with some words."""
    before, behind = text[max(0, start - 2) : start].rstrip()[-1:], text[end : end + 4].lstrip(" ,.!?")[:1]
    return before in _MARKS or behind in _MARKS


_MARKS = ('"', "'")


def _at(source: "Source", spoken: Spoken) -> tuple[Span, ...]:
    start, end = source.document.sentences[spoken.sentence]
    return (source.document.span(start, end),)
