"""Statements of a summary, with the place where each tells its speaker."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bench.facts.people.deeds.context import content
from bench.facts.people.names.lists import roles, titles
from bench.facts.people.said.clauses import clauses
from bench.facts.people.said.read import VIEWS, Named, Speaker, speaker, telling_sentences
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
        for begin, finish in clauses(part, here):
            piece, place = part[begin:finish], (first + begin, first + finish)
            named = [m.counted_from(begin) for m in here if begin <= m.token < finish]
            found = speaker(piece, named)
            if found is None or _denies(piece, found.verb):
                giver = _gives_words(piece, named, found)
                if giver is not None:
                    yield Spoken(giver.person, number, frozenset(), part=place), *spans[giver.token + begin]
                continue
            stems = frozenset(content(said(piece, found), names))
            if found.voice is None:
                yield Spoken(found.person, number, stems, part=place), *spans[found.token + begin]
            elif found.voice.name and not _another(piece, named, found):
                offset = first + begin
                shown = starts[offset + found.voice.start], ends[offset + found.voice.end]
                yield Spoken(found.person, number, stems, voice=found.voice, part=place), *shown


def _denies(piece: Sequence[str], verb: int) -> bool:
    """Whether what follows is what somebody denies; who "dismissed it as talk" has said that it is talk."""
    return piece[verb] in _DENIALS and "as" not in piece[verb + 1 : verb + 9]


def _gives_words(piece: Sequence[str], named: Sequence[Named], found: Speaker | None) -> Named | None:
    """Return whose words a quotation is without a verb of saying, by the one name in the sentence.

    '"A door" was a saying of Holt', 'Holt dismissed it as "talk"'; who "was called" something said nothing.
    """
    if '"' not in piece or (found is not None and found.voice is not None):
        return None
    outside = [m for m in named if piece[: m.token].count('"') % 2 == 0]
    if found is not None:
        return next((m for m in outside if m.token == found.token), None)
    # Whose are the words of another sentence, or those that a "he" said, is not plain.
    if len({m.person for m in outside}) != 1 or not _UNSURE.isdisjoint(piece[:-2]):
        return None
    giver = outside[-1]
    behind = piece[giver.token + 1 : giver.token + 6]
    near = piece[giver.token : giver.token + 4]
    owned = next((behind for name, behind in pairwise(near) if name.endswith("'s")), "")
    if owned and owned not in VIEWS:
        return None
    before = next((word for word in reversed(piece[: giver.token]) if word not in titles() | roles()), "")
    return None if before in _TOLD_OF or not _IS.isdisjoint(behind) else giver


_UNSURE = frozenset(". ! ? he she they".split())
_TOLD_OF = frozenset("about against with on at called dubbed branded labelled nicknamed".split())
_IS = frozenset("is was were are be been being , known called dubbed branded nicknamed".split())


def _another(piece: Sequence[str], named: Sequence[Named], found: Speaker) -> bool:
    """Whether somebody else speaks in the rest of a sentence: which words are whose is not sure then."""
    begin = max(found.verb, found.token) + 1
    rest = [m.counted_from(begin) for m in named if m.token >= begin]
    quoting = piece[:begin].count('"') % 2 == 1
    return speaker(piece[begin:], rest, quoting) is not None
