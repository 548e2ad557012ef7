"""Who says what: statements of a text with their speakers, by verbs of saying, colons and "according to"."""

import weakref
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.people.lists import say_verbs
from bench.facts.people.scene import PersonScene, content
from bench.text.document import Document, Token

if TYPE_CHECKING:
    from bench.facts.source import Source

_OBJECT_VERBS = frozenset(
    "accused accuses praised praises criticised criticized criticises criticizes condemned condemns blamed "
    "blames thanked urged urges asked asks".split()
)


class Spoken(NamedTuple):
    """A statement: who made it (index of the article's person), its sentence, and its content words."""

    person: int
    sentence: int
    stems: frozenset[str]


class Speaker(NamedTuple):
    """Who speaks in a sentence: the person, and the tokens of the mention and of the verb."""

    person: int
    token: int
    verb: int


def statements(source: "Source") -> tuple[Spoken, ...]:
    """Return the statements of an article whose speaker is plain."""
    found = _STATEMENTS.get(source)
    if found is None:
        found = _STATEMENTS[source] = tuple(_of_article(source.person_scene))
    return found


_STATEMENTS: "weakref.WeakKeyDictionary[Source, tuple[Spoken, ...]]" = weakref.WeakKeyDictionary()


def _of_article(scene: PersonScene) -> Iterable[Spoken]:
    """Yield the article's statements; a quotation that goes on stays with its speaker."""
    document = scene.document
    tokens = document.tokens
    first = _starts(scene.sentence_of, len(document.sentences))
    mentions: dict[int, list[tuple[int, int]]] = {}
    for place in scene.places:
        mentions.setdefault(place.sentence, []).append((place.token, place.person))
    speaker, quoting = -1, False
    for sentence, (start, end) in enumerate(zip(first, [*first[1:], len(tokens)], strict=False)):
        part = tokens[start:end]
        here = [(token - start, person) for token, person in mentions.get(sentence, ())]
        found = _speaker(part, here)
        marks = sum(1 for token in part if token.text == '"')
        said: Sequence[Token] = part
        if found is not None:
            speaker, said = found.person, _said(part, found)
        elif not (speaker >= 0 and (quoting or (part and part[0].text == '"'))):
            speaker = -1
        if speaker >= 0:
            yield Spoken(speaker, sentence, frozenset(content(said, scene.names)))
        quoting = bool(marks % 2) != quoting


def _starts(sentence_of: Sequence[int], count: int) -> list[int]:
    """Return the first token of each sentence."""
    starts = [len(sentence_of)] * count
    for token in range(len(sentence_of) - 1, -1, -1):
        starts[sentence_of[token]] = token
    for sentence in range(count - 2, -1, -1):
        starts[sentence] = min(starts[sentence], starts[sentence + 1])
    return starts


def _speaker(part: Sequence[Token], here: list[tuple[int, int]]) -> Speaker | None:
    """Return who speaks in a sentence, by a verb of saying beside a mention."""
    if not here:
        return None
    plain, loose = say_verbs()
    for index, token in enumerate(part):
        word = token.text.lower()
        if word == "according" and index + 1 < len(part) and part[index + 1].text == "to":
            after = next((m for m in here if 0 < m[0] - index <= 8), None)
            if after is not None:
                return Speaker(after[1], after[0], index)
        if word not in plain and not (word in loose and _clause_follows(part, index)):
            continue
        inverted = index > 0 and part[index - 1].text in ('"', ",", "'")
        after = next((m for m in here if 0 < m[0] - index <= (7 if inverted else 2)), None)
        before = next((m for m in reversed(here) if m[0] < index and _reaches(part, m[0], index)), None)
        if after is not None and (before is None or inverted) and word not in _OBJECT_VERBS:
            return Speaker(after[1], after[0], index)
        if before is not None:
            return Speaker(before[1], before[0], index)
    return _before_colon(part, here)


def _before_colon(part: Sequence[Token], here: list[tuple[int, int]]) -> Speaker | None:
    """Return the person of a sentence that ends in a colon and a quotation ("Smith was gracious: ...")."""
    for index, token in enumerate(part[:-1]):
        if token.text == ":" and part[index + 1].text == '"':
            first = next((m for m in here if m[0] < index), None)
            return Speaker(first[1], first[0], index) if first is not None else None
    return None


def _said(part: Sequence[Token], speaker: Speaker) -> list[Token]:
    """Return the tokens of a statement: those outside the speaker's name and title, and the verb."""
    first, last = min(speaker.token, speaker.verb), max(speaker.token, speaker.verb)
    if first <= 6 and speaker.token <= speaker.verb:
        first = 0
    if speaker.token > speaker.verb:
        ends = _STOPS | {","} if part[speaker.verb].text.lower() == "according" else _STOPS
        stop = next((i for i in range(last, len(part)) if part[i].text in ends), len(part))
        last = stop if stop - last <= 14 else last
    return [token for index, token in enumerate(part) if not first <= index <= last]


# What somebody denies is somebody else's statement.
_DENIALS = frozenset("denied denies denying rejected rejects dismissed dismisses disputed disputes".split())


def _clause_follows(part: Sequence[Token], index: int) -> bool:
    """Whether a clause or a quotation stands after a verb that does not always tell a statement."""
    return index + 1 < len(part) and part[index + 1].text.lower() in _OPENERS


_OPENERS = frozenset(
    {"that", '"', "'", ":", "he", "she", "they", "it", "the", "his", "her", "there", "on", "for"}
)
_STOPS = frozenset({".", ";", ":", '"', "?", "!"})


def _reaches(part: Sequence[Token], start: int, verb: int) -> bool:
    """Whether a verb can be a mention's: close by, or only an apposition or a relative clause between."""
    between = [token.text for token in part[start + 1 : verb]]
    if any(text in _STOPS for text in between):
        return False
    commas = [at for at, text in enumerate(between) if text == ","]
    if len(between) <= 5 and not commas:
        return True
    return len(commas) == 2 and commas[0] <= 2 and commas[1] >= len(between) - 3 and len(between) <= 28


def told_statements(
    document: Document, places: list[tuple[int, int, int]], names: frozenset[str]
) -> Iterable[tuple[Spoken, int, int]]:
    """Yield the statements of a summary with the place of the speaker's name."""
    for number, (start, end) in enumerate(document.sentences):
        inside = [place for place in places if start <= place[0] < end]
        if not inside:
            continue
        part = [token for token in document.tokens if start <= token.start < end]
        here = []
        for first, last, person in inside:
            at = max((i for i, token in enumerate(part) if token.start < last), default=0)
            here.append((at, person, first, last))
        found = _speaker(part, [(at, person) for at, person, _, _ in here])
        if found is None or part[found.verb].text.lower() in _DENIALS:
            continue
        first, last = next((f, e) for a, p, f, e in here if (a, p) == (found.token, found.person))
        yield Spoken(found.person, number, frozenset(content(_said(part, found), names))), first, last
