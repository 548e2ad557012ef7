"""Who speaks in a sentence, by verbs of saying, colons and "according to", and what is said."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from bench.facts.kept import once_each
from bench.facts.people.names.lists import roles, say_verbs, titles
from bench.facts.people.said.reach import PREPOSITIONS, reaches
from bench.facts.people.said.voices import Voice, voice_after, voice_before
from bench.facts.support import function_words
from bench.text.document import Document

_OBJECT_VERBS = frozenset(
    "accused accuses praised praises criticised criticized criticises criticizes condemned condemns blamed "
    "blames thanked urged urges asked asks told tells telling".split()
)


class Speaker(NamedTuple):
    """Who speaks in a sentence: the person or noun, and the tokens of the mention and of the verb."""

    person: int
    token: int
    verb: int
    voice: Voice | None = None


class Named(msgspec.Struct, frozen=True, gc=False):
    """A person in a sentence: the token, who it is, and whether by name and not by a pronoun."""

    token: int
    person: int
    name: bool = True

    def counted_from(self, first: int) -> "Named":
        """Return the same person in the words from one place on."""
        return Named(self.token - first, self.person, self.name)


# "Smith wants to see lower taxes": what somebody calls for is told like a statement.
_WANTS = frozenset(("wants", "wanted"))
_WANTED = frozenset("to a an the his her their more no".split())


# 'Holt saw "a flood" in it': what is quoted is said.
_SEES = frozenset(("saw", "sees"))
_QUOTES = frozenset(('"', "'"))


@cache
def _verbs() -> frozenset[str]:
    """Return every verb that may tell a statement, and the quotation mark."""
    plain, loose = say_verbs()
    return plain | loose | _WANTS | _SEES | {"put", "puts", '"'}


@once_each
def telling_sentences(document: Document) -> frozenset[int]:
    """Return the sentences that have a verb of saying, a quotation mark or "according to" at all."""
    words = document.tokens_of
    telling = [*_verbs().intersection(words), *(word for word in words if word.endswith(_ATTRIBUTING))]
    return frozenset(document.sentence_with(token) for word in telling for token in words[word])


def speaker(words: Sequence[str], here: Sequence[Named], quoting: bool = False) -> Speaker | None:
    """Return who speaks in a sentence, by a verb of saying or "according to" beside a mention.

    `words` are the sentence's tokens in lower case. `quoting` says that it begins inside a quotation; what
    stands inside one names no speaker.
    """
    verbs = _verbs()
    for index, word in enumerate(words):
        if word == '"':
            quoting = not quoting
        elif quoting:
            continue
        elif word in verbs:
            found = _beside(words, here, index) if _says(words, index) else None
            if found is not None:
                return found
        elif word in _LINKS or word in VIEWS:
            read = _attributed if word in _LINKS else _in_a_view
            found = read(words, here, index)
            if found is not None:
                return found
    return _before_colon(words, here)


def _says(words: Sequence[str], index: int) -> bool:
    """Whether a verb of saying tells a statement where it stands."""
    plain, loose = say_verbs()
    word = words[index]
    if word in ("put", "puts"):
        says = _at_a_figure(words, index)
    elif word in _WANTS or word in _SEES:
        says = index + 1 < len(words) and words[index + 1] in (_WANTED if word in _WANTS else _QUOTES)
    else:
        says = word in plain or (word in loose and _clause_follows(words, index))
    return (
        says
        and not (index and words[index - 1] in _PASSIVE)
        and tuple(words[index : index + 2]) not in _NO_VERBS
    )


def _attributed(words: Sequence[str], here: Sequence[Named], index: int) -> Speaker | None:
    """Return who stands behind "according to", or behind what a quotation is said to be called."""
    word, before = words[index], words[index - 1] if index else ""
    if word in ("how", "what"):
        # '"A door" was what Anna Holm called it'
        called = index > 1 and words[index - 2] == '"' and before in _PASSIVE
        after = next((m for m in here if called and 0 < m.token - index <= 4), None)
    elif before.endswith("according" if word == "to" else VIEWS):
        after = next((m for m in here if 0 < m.token - index <= 8 and not _owns(words, here, m)), None)
        voice = voice_after(words, index + 1)
        if voice is not None and not _bears(words, voice, after):
            return Speaker(-1, voice.end, index, voice)
    else:
        return None
    return Speaker(after.person, after.token, index) if after is not None else None


def _owns(words: Sequence[str], here: Sequence[Named], named: Named) -> bool:
    """Whether a name stands for what the next one belongs to ("Orion's Nina Falk")."""
    return words[named.token].endswith("'s") and any(0 < m.token - named.token <= 3 for m in here)


def _in_a_view(words: Sequence[str], here: Sequence[Named], index: int) -> Speaker | None:
    """Return whose view it is in "in his view", "in Anna Holm's opinion"."""
    whose = next((m for m in reversed(here) if 0 < index - m.token <= 3), None)
    if whose is None or not (words[index - 1].endswith(("'s", "'")) or words[index - 1] in ("his", "her")):
        return None
    opens = words[max(0, whose.token - 2) : whose.token]
    return Speaker(whose.person, whose.token, index) if "in" in opens else None


def _beside(words: Sequence[str], here: Sequence[Named], index: int) -> Speaker | None:
    """Return who is the subject of the verb of saying at `index`: before it, or, inverted, behind it."""
    quoted = index > 0 and words[index - 1] in ('"', "'")
    inverted = quoted or (index > 0 and words[index - 1] == ",")
    reach = 7 if inverted else 2 if words[index] in ("said", "says", "added", "adds") else 0
    after = next((m for m in here if m.name and 0 < m.token - index <= reach), None)
    # "The ministry says Smith will pay", "said the grandson of Smith": others speak.
    if after is not None and (
        (not inverted and not _FINITE.isdisjoint(words[after.token + 1 : after.token + 3]))
        or words[after.token - 1] in PREPOSITIONS
        or _is_owner(words[after.token])
    ):
        after = None
    voice = voice_before(words, index)
    if voice is not None and _is_of_a_figure(words, voice.start):
        return None
    if voice is not None:
        inside = any(m.name and voice.start <= m.token <= voice.end for m in here)
        return Speaker(-1, voice.start, index, voice._replace(name="") if inside else voice)
    reaching = (m for m in reversed(here) if m.token < index and reaches(words, m.token, index))
    before = next(reaching, None)
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


def _is_of_a_figure(words: Sequence[str], start: int) -> bool:
    """Whether a clause only tells whose the figure before it is: "against the 35 the minister predicts"."""
    return start > 1 and words[start - 1][0].isdigit() and words[start - 2] in ("the", "than", "a")


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
        0 < at - m.token <= 4 and function_words().isdisjoint(words[m.token + 1 : at])
        for m in here
        if m.name and not words[m.token].endswith("'s")
    )
    return words[at] not in PREPOSITIONS and not listed


# "A favourite saying of Holt"
_NO_VERBS = (
    *(("called", "for"), ("called", "on"), ("calls", "for"), ("calls", "on")),
    *(("speaks", "for"), ("spoke", "for"), ("saying", "of")),
)
_PASSIVE = frozenset("is was are were be been being".split())
_LINKS = frozenset(("to", "of", "how", "what"))
VIEWS = ("view", "opinion", "words", "verdict", "eyes", "account", "saying")
_ATTRIBUTING = ("according", *VIEWS)


def _before_colon(words: Sequence[str], here: Sequence[Named]) -> Speaker | None:
    """Return the person of a sentence that ends in a colon and a quotation ("Smith was gracious: ...")."""
    for index, word in enumerate(words[:-1]):
        if word == ":" and words[index + 1] == '"':
            first = next((m for m in here if m.token < index and not _is_owner(words[m.token])), None)
            return Speaker(first.person, first.token, index) if first is not None else None
    return None


def _is_owner(word: str) -> bool:
    """Whether a word only tells whose the next noun is ("her coach, Holm, was blunt: ...")."""
    return word in ("his", "her", "their") or word.endswith("'s")


def _clause_follows(words: Sequence[str], index: int) -> bool:
    """Whether a clause stands after a verb that not always tells a statement, or one has ended before it."""
    behind = words[index + 1 : index + 2]
    ended = "," in words[max(0, index - 5) : index] and _ENDS.issuperset(behind)
    return ended or any(word in _OPENERS or word[0].isdigit() for word in behind)


def _at_a_figure(words: Sequence[str], index: int) -> bool:
    """Whether "put the loss at 3 million" follows."""
    rest = words[index + 1 : index + 11]
    at = rest.index("at") + 1 if "at" in rest else len(rest)
    return any(word[0].isdigit() for word in rest[at : at + 2])


_OPENERS = frozenset(
    "that \" ' : he she they it the his her there on for of a an as how about some this these no".split()
)
_ENDS = frozenset({",", ".", '"', ";"})
