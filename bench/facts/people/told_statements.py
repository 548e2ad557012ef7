"""Statements of a summary, with the place where each tells its speaker."""

from collections.abc import Iterable, Sequence

from bench.facts.people.lists import say_verbs
from bench.facts.people.scene import content
from bench.facts.people.speakers_read import Named, Speaker, Spoken, said, speaker
from bench.text.document import Document, Token

# What somebody denies is somebody else's statement.
_DENIALS = frozenset("denied denies denying rejected rejects dismissed dismisses disputed disputes".split())


def told_statements(
    document: Document, places: list[tuple[int, int, int]], names: frozenset[str]
) -> Iterable[tuple[Spoken, int, int]]:
    """Yield the statements of a summary with the place of the speaker's name, or of the noun for them."""
    tokens, at = document.tokens, 0
    for number, (start, end) in enumerate(document.sentences):
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        part, spans, here = tokens[first:at], {}, []
        for begin, finish, person in (place for place in places if start <= place[0] < end):
            token = max((i for i, token in enumerate(part) if token.start <= begin), default=0)
            here.append(Named(token, person))
            spans[token] = begin, finish
        for begin, finish in _split([token.text.lower() for token in part], here):
            piece = part[begin:finish]
            named = [m._replace(token=m.token - begin) for m in here if begin <= m.token < finish]
            found = speaker(piece, named)
            if found is None or piece[found.verb].text.lower() in _DENIALS:
                continue
            stems = frozenset(content(said(piece, found), names))
            if found.voice is None:
                yield Spoken(found.person, number, stems), *spans[found.token + begin]
            elif found.voice.name and not _another(piece, named, found):
                place = piece[found.voice.start].start, piece[found.voice.end].end
                yield Spoken(found.person, number, stems, voice=found.voice), *place


def _another(piece: Sequence[Token], named: Sequence[Named], found: Speaker) -> bool:
    """Whether somebody else speaks in the rest of a sentence: which words are whose is not sure then."""
    begin = max(found.verb, found.token) + 1
    rest = [m._replace(token=m.token - begin) for m in named if m.token >= begin]
    quoting = sum(1 for token in piece[:begin] if token.text == '"') % 2 == 1
    return speaker(piece[begin:], rest, quoting) is not None


def _split(words: Sequence[str], here: Sequence[Named]) -> Iterable[tuple[int, int]]:
    """Yield the parts of "A said this, B said that; C": from a name with its own verb, or a semicolon, on."""
    plain, _ = say_verbs()
    starts = [
        m.token
        for m in here
        if any(word in plain for word in words[m.token + 1 : m.token + 4]) and m.token > 4
    ]
    starts = [at for at in starts if any(word in plain for word in words[: at - 1])]
    starts = sorted({*starts, *(at + 1 for at, word in enumerate(words) if word == ";")})
    yield from zip([0, *starts], [*starts, len(words)], strict=True)
