"""Statements of a summary held against who made them in the article."""

import weakref
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.names_lists import say_verbs
from bench.facts.people_scene import PersonScene, content
from bench.facts.people_told import told
from bench.facts.strictness import SUSPECT_FROM, WRONG_FROM
from bench.records import Finding, Span, Verdict
from bench.text.document import Document, Token

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_OBJECT_VERBS = frozenset(
    "accused accuses praised praises criticised criticized criticises criticizes condemned condemns blamed "
    "blames thanked urged urges asked asks".split()
)


class Spoken(NamedTuple):
    """A statement: who made it (index of the article's person), its sentence, and its content words."""

    person: int
    sentence: int
    stems: frozenset[str]


def check_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the statements of a summary, and those that the article gives to another speaker."""
    return [judged.finding for judged in judge_speakers(source, summary, strictness)]


def judge_speakers(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return each statement that `summary` gives to a person, with verdict and graded doubt."""
    reading = told(source, summary)
    if not reading.known or len(source.cast.people) < 2:
        return []
    names = source.person_scene.names | {key for person in reading.people for key in person.keys}
    places = [(known.mention.start, known.mention.end, known.person) for known in reading.known]
    found: list[Judged] = []
    for spoken, start, end in _statements(summary, places, names):
        judged = _judged(source, summary, spoken, start, end, strictness)
        if judged is not None:
            found.append(judged)
    return found


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
        if found is not None:
            speaker = found[0]
        elif not (speaker >= 0 and (quoting or (part and part[0].text == '"'))):
            speaker = -1
        if speaker >= 0:
            yield Spoken(speaker, sentence, frozenset(content(part, scene.names)))
        quoting = bool(marks % 2) != quoting


def _starts(sentence_of: Sequence[int], count: int) -> list[int]:
    """Return the first token of each sentence."""
    starts = [len(sentence_of)] * count
    for token in range(len(sentence_of) - 1, -1, -1):
        starts[sentence_of[token]] = token
    for sentence in range(count - 2, -1, -1):
        starts[sentence] = min(starts[sentence], starts[sentence + 1])
    return starts


def _speaker(part: Sequence[Token], here: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return who speaks in a sentence and at which token, by a verb of saying beside a mention."""
    if not here:
        return None
    plain, loose = say_verbs()
    for index, token in enumerate(part):
        word = token.text.lower()
        if word == "according" and index + 1 < len(part) and part[index + 1].text == "to":
            after = next((m for m in here if 0 < m[0] - index <= 8), None)
            if after is not None:
                return after[1], after[0]
        if word not in plain and not (word in loose and _clause_follows(part, index)):
            continue
        after = next((m for m in here if 0 < m[0] - index <= 2), None)
        before = next((m for m in reversed(here) if m[0] < index and _reaches(part, m[0], index)), None)
        inverted = index > 0 and part[index - 1].text in ('"', ",", "'")
        if after is not None and (before is None or inverted) and word not in _OBJECT_VERBS:
            return after[1], after[0]
        if before is not None:
            return before[1], before[0]
    return None


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


def _statements(
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
        if found is None:
            continue
        person, at = found
        first, last = next((f, e) for a, p, f, e in here if a == at and p == person)
        yield Spoken(person, number, frozenset(content(part, names))), first, last


def _judged(
    source: "Source", summary: Document, spoken: Spoken, start: int, end: int, strictness: "Strictness"
) -> Judged | None:
    """Judge one statement: the article's best-matching statement of this person against that of others."""
    scene = source.person_scene
    weights = {key: scene.weight(key) or 3.5 for key in spoken.stems}
    whole = sum(weights.values())
    if len(weights) < 2 or not whole:
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
    own = max(own, _told_of(source, spoken, weights, whole))
    name = source.cast.people[spoken.person].name
    span = summary.span(start, end)
    claim = f"{name} said"
    if other_at is None or other < 0.45 or own >= 0.6 * other or _together(source, spoken.person, other_at):
        if own_at is None or own < 0.4:
            return None
        return Judged(Finding("speaker", claim, "supported", span.start, span.end, _at(source, own_at)), 0.05)
    doubt = min(0.95, 0.45 + 0.5 * (other - own) * min(1.0, len(weights) / 5))
    if doubt < SUSPECT_FROM[strictness]:
        return None
    verdict: Verdict = "misattached" if doubt >= WRONG_FROM[strictness] else "suspect"
    reason = f"article: {source.cast.people[other_at.person].name} said this"
    return Judged(
        Finding("speaker", claim, verdict, span.start, span.end, _at(source, other_at), reason), doubt
    )


def _told_of(source: "Source", spoken: Spoken, weights: dict[str, float], whole: float) -> float:
    """Return the best share of a statement's words in a sentence that names its speaker."""
    scene = source.person_scene
    sentences = {place.sentence for place in scene.places if place.person == spoken.person}
    near = sentences | {sentence + 1 for sentence in sentences}
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
