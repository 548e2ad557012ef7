"""Which part of a sentence is whose: "A said this, B said that; C asked whether"."""

from collections.abc import Iterable, Mapping, Sequence

from bench.facts.people.said.reach import PREPOSITIONS
from bench.facts.people.said.read import Named, Speaker, speaker

_MEANWHILE = frozenset(("while", "whereas", "but"))
# So many words a part has at the least, and so many a name behind a colon may be away.
_LEAST = 4
# "Holt scoffed, while Moss" tells what Holt did before the comma.
_SHORTEST = 1
# "Yet according to" opens a sentence.
_OPENING = 3


def clauses(words: Sequence[str], here: Sequence[Named]) -> Iterable[tuple[int, int]]:
    """Yield the parts of a sentence: from a name with its own verb of saying, or a semicolon, on."""
    starts, quoting = [0], False
    places = {named.token: named for named in here}
    # Of an odd number of marks nobody knows which ones open.
    for at, word in enumerate(words if words.count('"') % 2 == 0 else ()):
        if word == '"':
            quoting = not quoting
        elif quoting:
            continue
        elif word == ";":
            starts.append(at + 1)
        elif word == ":":
            # "They were split over it: Holt called it a joke"
            own = speaker_in(words, here, at + 1, len(words))
            if own is not None and own.token <= _LEAST and own.verb > own.token:
                named = places.get(at + 1 + own.token)
                starts += [at + 1] if named is not None and named.name else []
        elif _begins(words, here, places, starts[-1], at):
            starts.append(at)
    yield from zip(starts, [*starts[1:], len(words)], strict=True)


def _begins(
    words: Sequence[str], here: Sequence[Named], places: Mapping[int, Named], start: int, at: int
) -> bool:
    """Whether another part begins at a word, behind the one from `start` on: with a name, or with "while"."""
    turns = words[at] in _MEANWHILE and "that" not in words[at + 1 : at + 2]
    if at <= start + (_SHORTEST if turns else _LEAST):
        return False
    # "We won, Smith said": what stands before is nobody else's.
    if not (turns or (at in places and words[at - 1] not in PREPOSITIONS)):
        return False
    before = speaker_in(words, here, start, at)
    if turns and words[at - 1] == "," and _has_subject(words, places, at + 1, before):
        return True
    # "According to one skier, Holt had called it safe": what follows is the skier's.
    if before is None or (words[start + before.verb] == "to" and before.verb < _OPENING):
        return False
    own = speaker_in(words, here, at, len(words))
    if own is None or words[at + own.verb] == ":":
        return False
    return turns or (own.token == 0 and own.person == places[at].person)


def _has_subject(
    words: Sequence[str], places: Mapping[int, Named], first: int, before: Speaker | None
) -> bool:
    """Whether a part opens with a name: of another than who spoke before, or of the first who speaks.

    "Holt calls it a joke, whereas Moss, in tears, left": what Moss did is none of Holt's words.
    """
    at = next((at for at in range(first, min(len(words), first + _SUBJECT)) if at in places), None)
    if at is None or not places[at].name or not PREPOSITIONS.isdisjoint(words[first:at]):
        return False
    if words[at].endswith("'s") or words[at + 1 : at + 2] == ["'s"]:
        return False
    own = speaker_in(words, list(places.values()), first, len(words))
    return (
        (own is not None and own.person == places[at].person)
        if before is None
        else (before.person != places[at].person)
    )


_SUBJECT = 5
"""Words within which a part that opens with its subject names it."""


def speaker_in(words: Sequence[str], here: Sequence[Named], first: int, last: int) -> Speaker | None:
    """Return who speaks in some of the words of a sentence, counted from the first of them."""
    return speaker(words[first:last], [m.counted_from(first) for m in here if first <= m.token < last])
