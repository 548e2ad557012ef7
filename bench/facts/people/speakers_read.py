"""Who says what: statements of a text with their speakers, by verbs of saying, colons and "according to"."""

import weakref
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.people.lists import roles, say_verbs, titles
from bench.facts.people.places import Place
from bench.facts.people.scene import PersonScene, content
from bench.facts.people.voices import Voice, voice_after, voice_before
from bench.text.document import Token

if TYPE_CHECKING:
    from bench.facts.source import Source

_OBJECT_VERBS = frozenset(
    "accused accuses praised praises criticised criticized criticises criticizes condemned condemns blamed "
    "blames thanked urged urges asked asks told tells telling".split()
)


class Spoken(NamedTuple):
    """A statement: who made it (index of the article's person), its sentence, and its content words.

    `by` is "name" where the speaker is named, else the pronoun. `person` is -1 where a noun tells the
    speaker: `voice`.
    """

    person: int
    sentence: int
    stems: frozenset[str]
    by: str = "name"
    voice: Voice | None = None


class Speaker(NamedTuple):
    """Who speaks in a sentence: the person or noun, and the tokens of the mention and of the verb."""

    person: int
    token: int
    verb: int
    voice: Voice | None = None


class Named(NamedTuple):
    """A person in a sentence: the token, who it is, and whether by name and not by a pronoun."""

    token: int
    person: int
    name: bool = True


def statements(source: "Source") -> tuple[Spoken, ...]:
    """Return the statements of an article whose speaker is plain."""
    return statements_in(source.person_scene)


def statements_in(scene: PersonScene) -> tuple[Spoken, ...]:
    """Return the statements of an article whose speaker is plain."""
    found = _STATEMENTS.get(scene)
    if found is None:
        found = _STATEMENTS[scene] = tuple(_of_article(scene))
    return found


_STATEMENTS: "weakref.WeakKeyDictionary[PersonScene, tuple[Spoken, ...]]" = weakref.WeakKeyDictionary()


def _of_article(scene: PersonScene) -> Iterable[Spoken]:
    """Yield the article's statements; a quotation that goes on stays with its speaker.

    A quotation of several sentences whose speaker is named in the last one is that speaker's.
    """
    document, tokens = scene.document, scene.document.tokens
    first = _starts(scene.sentence_of, len(document.sentences))
    mentions: dict[int, list[Place]] = {}
    for place in scene.places:
        mentions.setdefault(place.sentence, []).append(place)
    last, quoting = Spoken(-1, -1, frozenset()), False
    open_ones: list[Spoken] = []
    for sentence, (start, end) in enumerate(zip(first, [*first[1:], len(tokens)], strict=False)):
        part = tokens[start:end]
        if start and start < end and "\n" in document.text[tokens[start - 1].end : tokens[start].start]:
            # Marks are forgotten at times: each paragraph begins afresh.
            quoting = False
        here = [Named(at.token - start, at.person, at.weight == 1.0) for at in mentions.get(sentence, ())]
        found = speaker(part, here, quoting)
        goes_on = quoting or (bool(part) and part[0].text == '"')
        if found is not None:
            word = part[found.token].text.lower()
            stems = frozenset(content(said(part, found), scene.names))
            by = word if word in ("he", "she") else "name"
            last = Spoken(found.person, sentence, stems, by, found.voice)
            yield from (last._replace(sentence=one.sentence, stems=one.stems) for one in open_ones if quoting)
            yield last
        else:
            stems = frozenset(content(part, scene.names))
            last = last._replace(sentence=sentence, stems=stems) if goes_on else Spoken(-1, sentence, stems)
        quoting = (sum(1 for token in part if token.text == '"') % 2 == 1) != quoting
        if found is not None or not quoting:
            yield from (one for one in open_ones if found is None and _has_speaker(one))
            open_ones = []
        if found is None and quoting:
            open_ones.append(last)
        elif found is None and _has_speaker(last):
            yield last


def _has_speaker(spoken: Spoken) -> bool:
    return spoken.person >= 0 or spoken.voice is not None


def _starts(sentence_of: Sequence[int], count: int) -> list[int]:
    """Return the first token of each sentence."""
    return [bisect_left(sentence_of, sentence) for sentence in range(count)]


def speaker(part: Sequence[Token], here: Sequence[Named], quoting: bool = False) -> Speaker | None:
    """Return who speaks in a sentence, by a verb of saying or "according to" beside a mention.

    `quoting` says that the sentence begins inside a quotation; what stands inside one names no speaker.
    """
    plain, loose = say_verbs()
    words = [token.text.lower() for token in part]
    for index, word in enumerate(words):
        if word == '"':
            quoting = not quoting
        elif quoting:
            continue
        if word in ("to", "of") and " ".join(words[max(0, index - 3) : index + 1]).endswith(_ATTRIBUTIONS):
            after = next((m for m in here if 0 < m.token - index <= 8), None)
            voice = voice_after(words, index + 1)
            if voice is not None and not _bears(words, voice, after):
                return Speaker(-1, voice.end, index, voice)
            if after is not None:
                return Speaker(after.person, after.token, index)
        if word in ("how", "what") and index > 1 and words[index - 2] == '"' and words[index - 1] in _PASSIVE:
            # '"A door" was what Anna Holm called it'
            after = next((m for m in here if 0 < m.token - index <= 4), None)
            if after is not None:
                return Speaker(after.person, after.token, index)
        puts = word in ("put", "puts") and _at_a_figure(words, index)
        if not puts and word not in plain and not (word in loose and _clause_follows(words, index)):
            continue
        if (index and words[index - 1] in _PASSIVE) or words[index : index + 2] in _CALLS:
            continue
        found = _beside(words, here, index)
        if found is not None:
            return found
    return _before_colon(part, here)


def _beside(words: Sequence[str], here: Sequence[Named], index: int) -> Speaker | None:
    """Return who is the subject of the verb of saying at `index`: before it, or, inverted, behind it."""
    quoted = index > 0 and words[index - 1] in ('"', "'")
    inverted = quoted or (index > 0 and words[index - 1] == ",")
    reach = 7 if inverted else 2 if words[index] in ("said", "says", "added", "adds") else 0
    after = next((m for m in here if m.name and 0 < m.token - index <= reach), None)
    if after is not None and not inverted and _goes_on(words, after.token):
        # "The ministry says Smith will pay": Smith is whom it says something of.
        after = None
    voice = voice_before(words, index)
    if voice is not None:
        inside = any(m.name and voice.start <= m.token <= voice.end for m in here)
        return Speaker(-1, voice.start, index, voice._replace(name="") if inside else voice)
    before = next((m for m in reversed(here) if m.token < index and _reaches(words, m.token, index)), None)
    if before is not None and not _subject(words, here, before.token, index):
        before = None
    # "Smith, a farmer, said Jones had left" is Smith's, '"We left", said Jones' is Jones's.
    if before is None and inverted and words[index] not in _OBJECT_VERBS:
        voice = voice_after(words, index + 1)
        if voice is not None and not _bears(words, voice, after):
            return Speaker(-1, voice.end, index, voice)
    apposed = before is not None and before.name and not quoted and "," in words[before.token : index]
    if (
        after is not None
        and words[index] not in _OBJECT_VERBS
        and (before is None or (inverted and not apposed))
    ):
        return Speaker(after.person, after.token, index)
    return Speaker(before.person, before.token, index) if before is not None else None


def _bears(words: Sequence[str], voice: Voice, named: Named | None) -> bool:
    """Whether a noun stands with the name of who is meant ("the chief engineer, Farida Nazari,")."""
    if named is None or named.token > voice.end + 3:
        return False
    if named.token <= voice.end + 1:
        return True
    between, behind = words[voice.end + 1], words[named.token + 1 : named.token + 4]
    return between in ("of", "for", "at") or (
        between == "," and (len(behind) < 3 or not _ENDS.isdisjoint(behind))
    )


def _goes_on(words: Sequence[str], token: int) -> bool:
    """Whether a verb of its own follows a name within its next two words."""
    return any(word in _FINITE for word in words[token + 1 : token + 3])


_FINITE = frozenset(
    "is was are were has had have will would can could may might must should did does do".split()
)


def _subject(words: Sequence[str], here: Sequence[Named], token: int, verb: int) -> bool:
    """Whether a name can be the subject of the verb behind it.

    It is none after a preposition ("an adviser to President Putin said"), before somebody of theirs
    ("Smith's family said"), and in an enumeration ("A, B and C said").
    """
    if verb - token > 1 and words[verb - 1] in roles():
        return False
    if any(word == "'" or word.endswith("'s") for word in words[token:verb]):
        return False
    at = token - 1
    while at >= max(0, token - 3) and words[at] in titles():
        at -= 1
    if at <= 0:
        return True
    listed = words[at] in (",", "and") and any(
        0 < at - m.token <= 4 for m in here if m.name and not words[m.token].endswith("'s")
    )
    return words[at] not in _PREPOSITIONS and not listed


_CALLS = (["called", "for"], ["called", "on"], ["calls", "for"], ["calls", "on"])
_PASSIVE = frozenset("is was are were be been being".split())
_PREPOSITIONS = frozenset("to for of with by against about from on at".split())
_ATTRIBUTIONS = ("according to", "view of", "opinion of", "words of", "verdict of", "eyes of", "account of")


def _before_colon(part: Sequence[Token], here: Sequence[Named]) -> Speaker | None:
    """Return the person of a sentence that ends in a colon and a quotation ("Smith was gracious: ...")."""
    for index, token in enumerate(part[:-1]):
        if token.text == ":" and part[index + 1].text == '"':
            first = next((m for m in here if m.token < index), None)
            return Speaker(first.person, first.token, index) if first is not None else None
    return None


def said(part: Sequence[Token], speaker: Speaker) -> list[Token]:
    """Return the tokens of a statement: those outside the speaker's name and title, and the verb."""
    first, last = min(speaker.token, speaker.verb), max(speaker.token, speaker.verb)
    # Words before a name at the start are its title, unless the statement stands there ("..., Smith said").
    if first <= 6 and speaker.token <= speaker.verb and len(part) - last > 4:
        first = 0
    if speaker.token > speaker.verb:
        ends = _STOPS | {","} if part[speaker.verb].text.lower() in ("to", "of") else _STOPS
        stop = next((i for i in range(last, len(part)) if part[i].text in ends), len(part))
        last = stop if stop - last <= 14 else last
    return [token for index, token in enumerate(part) if not first <= index <= last]


def _clause_follows(words: Sequence[str], index: int) -> bool:
    """Whether a clause or a quotation stands after a verb that does not always tell a statement."""
    return index + 1 < len(words) and (words[index + 1] in _OPENERS or words[index + 1][0].isdigit())


def _at_a_figure(words: Sequence[str], index: int) -> bool:
    """Whether "put the loss at 3 million" follows."""
    rest = words[index + 1 : index + 11]
    at = rest.index("at") + 1 if "at" in rest else len(rest)
    return any(word[0].isdigit() for word in rest[at : at + 2])


_OPENERS = frozenset(
    "that \" ' : he she they it the his her there on for of a an as how about some this these no".split()
)
_ENDS = frozenset({",", ".", '"', ";"})
_STOPS = frozenset({".", ";", ":", '"', "?", "!"})


def _reaches(words: Sequence[str], start: int, verb: int) -> bool:
    """Whether a verb can be a mention's: close by, or only an apposition or a relative clause between."""
    between = words[start + 1 : verb]
    if any(text in _STOPS for text in between):
        return False
    commas = [at for at, text in enumerate(between) if text == ","]
    # "Thomas Ekdahl of the broker Skyline Partners reckoned"
    of = bool(_PREPOSITIONS & set(between[:4]))
    if len(between) <= (9 if of else 5) and not commas:
        return True
    # "The pilot, Hugo Brandt, complained"
    if start > 0 and words[start - 1] == "," and commas == [len(between) - 1]:
        return True
    return len(commas) == 2 and commas[0] <= 2 and commas[1] >= len(between) - 3 and len(between) <= 28
