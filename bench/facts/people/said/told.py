"""Statements of a summary, with the place where each tells its speaker."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from bench.facts.people.deeds.context import content
from bench.facts.people.said.read import PREPOSITIONS, Named, Speaker, speaker, telling_sentences
from bench.facts.people.said.statements import Spoken
from bench.facts.people.said.words import said
from bench.text.document import Document

# What somebody denies is somebody else's statement.
_DENIALS = frozenset("denied denies denying rejected rejects dismissed dismisses disputed disputes".split())


def told_statements(
    document: Document, places: list[tuple[int, int, int]], names: frozenset[str]
) -> Iterable[tuple[Spoken, int, int]]:
    """Yield the statements of a summary with the place of the speaker's name, or of the noun for them."""
    _, starts, ends = document.cut
    for number in sorted(telling_sentences(document)):
        (start, end), (first, last) = document.sentences[number], document.sentence_tokens[number]
        part, spans, here = document.lower_tokens[first:last], {}, []
        for begin, finish, person in (place for place in places if start <= place[0] < end):
            token = max(bisect_right(starts, begin, first, last) - 1 - first, 0)
            here.append(Named(token, person))
            spans[token] = begin, finish
        for begin, finish in _split(part, here):
            piece = part[begin:finish]
            named = [m.counted_from(begin) for m in here if begin <= m.token < finish]
            found = speaker(piece, named)
            if found is None or piece[found.verb] in _DENIALS:
                continue
            stems = frozenset(content(said(piece, found), names))
            if found.voice is None:
                yield Spoken(found.person, number, stems), *spans[found.token + begin]
            elif found.voice.name and not _another(piece, named, found):
                offset = first + begin
                place = starts[offset + found.voice.start], ends[offset + found.voice.end]
                yield Spoken(found.person, number, stems, voice=found.voice), *place


def _another(piece: Sequence[str], named: Sequence[Named], found: Speaker) -> bool:
    """Whether somebody else speaks in the rest of a sentence: which words are whose is not sure then."""
    begin = max(found.verb, found.token) + 1
    rest = [m.counted_from(begin) for m in named if m.token >= begin]
    quoting = piece[:begin].count('"') % 2 == 1
    return speaker(piece[begin:], rest, quoting) is not None


def _split(words: Sequence[str], here: Sequence[Named]) -> Iterable[tuple[int, int]]:
    """Yield the parts of "A said this, B said that; C": from a name with its own verb, or a semicolon, on."""
    starts = [0]
    places = {named.token: named.person for named in here}
    for at, word in enumerate(words):
        begin = starts[-1]
        turns = word in _MEANWHILE and "that" not in words[at + 1 : at + 2]
        if word == ";":
            starts.append(at + 1)
        elif at > begin + 4 and (turns or (at in places and words[at - 1] not in PREPOSITIONS)):
            # "We won, Smith said": what stands before is nobody else's.
            before = speaker(words[begin:at], [m.counted_from(begin) for m in here if begin <= m.token < at])
            if before is None:
                continue
            own = speaker(words[at:], [m.counted_from(at) for m in here if m.token >= at])
            if own is not None and (turns or (own.token == 0 and own.person == places[at])):
                starts.append(at)
    yield from zip(starts, [*starts[1:], len(words)], strict=True)


_MEANWHILE = frozenset(("while", "whereas", "but"))
