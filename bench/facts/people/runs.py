"""Runs of capitalised words, and which words of each may be a person's name."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bench.facts.people.capitals import capitals
from bench.facts.people.lists import (
    bodies,
    first_names,
    part,
    place_names,
    places,
    roles,
    sure_first_names,
    surnames,
    titles,
    word_names,
    word_surnames,
)
from bench.facts.people.names import PARTICLES, SUFFIXES, bare
from bench.facts.people.slots import ADDRESSES, enumerated, introduced, says, stands_for_person
from bench.facts.people.words import is_known_word
from bench.text.document import Document

_LAST_WORD = re.compile(r"([\w-]+) $")
_SAID = frozenset(("said", "says", "told", "added"))
_GLUED = frozenset("it he she they we this that these those there but his its their".split())
_CLAUSE = re.compile(r" (?:that|the|there|it|he|she|they|we|his|her|their|its|in|on|at|an?|no|reporters)\b")
_PIECE = re.compile(r"[^\s\",]+")

STARTERS = part("name_context.txt", "sentence openers")
NATIONS = part("name_context.txt", "nations")
_LINKS = frozenset("of the and for & to in at on from by".split())
FAMILY_FIRST = part("name_context.txt", "family first")


class Word(NamedTuple):
    """One word of a run: as written, as compared, and its half-open place in the repaired text."""

    text: str
    key: str
    start: int
    end: int


class Run(NamedTuple):
    """A run of capitals: the words that may be a name, and what stood before them in the run."""

    words: tuple[Word, ...]
    title: tuple[str, ...]
    suffix: tuple[str, ...]
    the: bool
    first: bool
    body: bool


def runs(document: Document) -> tuple[Run, ...]:
    """Return the runs of capitalised words of `document`, in order, cut down to possible names."""
    found = []
    text = document.text
    for match in capitals(text):
        words = _words(match.group(), match.start())
        if len(words) == 1:
            if words[0].key in STARTERS:
                continue
            if _stays_whole(words[0].key):
                start = words[0].start
                found.append(
                    Run((*words,), (), (), _behind_the(text, start), _opens_sentence(text, start), False)
                )
                continue
        # "Holt It was said": glued sentences, where capitals of two meet.
        while len(words) > 1 and words[-1].key in _GLUED:
            words.pop()
        # "Halvik Said that he": a scraper's capital, and no surname.
        if len(words) > 1 and words[-1].key in _SAID and _told(text, words):
            words.pop()
        for piece in _split_names(_split_possessives(words)):
            run = _cut(piece, text)
            if run is not None:
                found.append(run)
    return tuple(found)


def _told(text: str, words: list[Word]) -> bool:
    """Whether "Said" behind a name is the verb: a clause follows, or a stop, and no given name before it."""
    end = words[-1].end
    if _CLAUSE.match(text, end):
        return True
    return text[end : end + 1] in (".", ",", ":") and words[-2].key not in first_names()


def _words(written: str, start: int) -> list[Word]:
    """Return the words of a run that stands at `start`."""
    if " " not in written:
        return [Word(written, bare(written), start, start + len(written))]
    return [
        Word(m.group(), bare(m.group()), start + m.start(), start + m.end()) for m in _PIECE.finditer(written)
    ]


def _split_possessives(words: list[Word]) -> list[list[Word]]:
    """Cut after a possessive and after Jr or Sr: in "Chelsea's Eden Hazard" two names meet."""
    parts: list[list[Word]] = [[]]
    for word in words:
        parts[-1].append(word)
        ends = word.text.endswith(("'s", "s'")) or word.key in ("jr", "sr")
        if ends and word is not words[-1] and len(parts[-1]) > (word.key in ("jr", "sr")):
            parts.append([])
    return parts


def _split_names(parts: list[list[Word]]) -> list[list[Word]]:
    """Cut where a full name follows another without a sign: "Halvor Stensrud Mary Tolbert"."""
    found = []
    for words in parts:
        if (
            len(words) > 3
            and words[0].key in sure_first_names()
            and words[1].key not in first_names()
            and words[2].key in sure_first_names()
            and words[2].key not in surnames()
        ):
            found.append(words[:2])
            words = words[2:]
        found.append(words)
    return found


def _cut(words: list[Word], text: str) -> Run | None:
    """Take sentence openers, titles, nations and teams off the front, and suffixes off the end."""
    first = _opens_sentence(text, words[0].start)
    the, title = False, []
    while words and words[0].key in STARTERS and not (len(words) > 1 and words[0].key in sure_first_names()):
        the = words[0].key == "the"
        words = words[1:]
    if not words:
        return None
    the = the or _behind_the(text, words[0].start)
    cut = _titles(words)
    if cut == len(words) == 1 and not first and not the and _is_slot(text, words[0]):
        cut = 0
    title = [word.key for word in words[:cut]]
    words = words[cut:]
    while len(words) > 1 and words[0].key in NATIONS:
        title.append(words[0].key)
        words = words[1:]
    # Where a full stop was lost the next sentence's first word comes along: "Rasmus Tolk It".
    while len(words) > 1 and words[-1].key in STARTERS and _runs_on(words):
        words = words[:-1]
    suffix: list[str] = []
    while len(words) > 1 and words[-1].key in SUFFIXES:
        suffix.insert(0, words[-1].key)
        words = words[:-1]
    words = _from_first_name(words)
    if first and len(words) > 2 and _only_opens(words[0]):
        words = words[1:]
    if not words:
        return Run((), tuple(title), tuple(suffix), the, first, False) if title else None
    last = words[-1].key
    named = len(words) == 2 and _opens_name(words[0]) and words[0].key not in word_names()
    described = (last in titles() or last in roles()) and not (
        named or last in surnames() or last in first_names()
    )
    led = len(words) == 2 and words[0].key in sure_first_names() and _led_by_role(text, words[0].start, title)
    body = (_is_body(words) and not led) or described or title[-1:] in (["st"], ["saint"])
    if len(words) == 1 and body:
        body = title[-1] not in ADDRESSES if title else the or first or not _is_slot(text, words[0])
    elif body and named and words[0].key in sure_first_names() and not the:
        body = not stands_for_person(text, words[0].start, words[-1].end)
    return Run(tuple(words), tuple(title), tuple(suffix), the, first, body)


@lru_cache(maxsize=1 << 15)
def _stays_whole(key: str) -> bool:
    """Whether a word by itself is no title, role or institution, so that `_cut` leaves it as it is."""
    forms = (key, key[:-1], key[:-3])
    return key.isalpha() and not any(
        form in titles() or form in roles() or form in bodies() for form in forms
    )


def _runs_on(words: list[Word]) -> bool:
    """Whether the last word of a run, one that opens sentences, is no surname: a name stands without it."""
    if words[-1].key in surnames() or words[0].key in FAMILY_FIRST:
        return False
    return len(words) > 2 or words[0].key not in first_names()


def _is_slot(text: str, word: Word) -> bool:
    """Whether only a person's name can stand where a word for an office or an institution does."""
    return (
        introduced(text, word.start)
        or says(text, word.start, word.end)
        or enumerated(text, word.start, word.end)
    )


def _only_opens(word: Word) -> bool:
    """Whether a word before a full name has its capital from the sentence: "Passer-by Edda Holm"."""
    key = word.key
    name = key in first_names() or key in surnames() or key in FAMILY_FIRST or key in word_surnames()
    return not name and len(key) > 3 and is_known_word(key)


def stands_first(keys: Sequence[str]) -> bool:
    """Whether the first word of a name is its family name: "Kim Jong-un", but not "Kim Hallam"."""
    if len(keys) < 2 or keys[0] not in FAMILY_FIRST or len(keys[1]) < 2:
        return False
    if keys[0] not in _ALSO_GIVEN:
        return True
    return "-" in keys[1] or (len(keys) > 2 and keys[1] not in first_names())


_ALSO_GIVEN = frozenset("bo han kim lee ren song".split())


def _led_by_role(text: str, start: int, title: list[str]) -> bool:
    """Whether what somebody is or does stands right before: "chairman Joe Parish" is nobody's parish."""
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    return bool(title) or (before is not None and before.group(1).lower().rpartition("-")[2] in roles())


_PREFIXES = ("co-", "vice-", "ex-", "deputy-")


def _titles(words: list[Word]) -> int:
    """Return how many words up to the last title or role there are before a name."""
    cut = 0
    end = next((at for at, word in enumerate(words) if at > 1 and word.key in SUFFIXES), len(words))
    for index, word in enumerate(words[:end]):
        key = word.key
        several = key[:-1] if key.endswith("s") and not index else ""
        key = key.rpartition("-")[2] if key.startswith(_PREFIXES) else key
        title = key in titles() or key in roles() or several in titles() or several in roles()
        # "DI" is a detective, "di" and "Di" are parts of a surname.
        title = title and (key not in PARTICLES or word.text.isupper())
        if not (title or (key.endswith("man") and key[:-3] in roles())):
            continue
        last = index == end - 1
        surname = last and index and (key in surnames() or words[index - 1].key in first_names())
        if not surname and (not last or len(words) == 1):
            cut = index + 1
    return cut


def _from_first_name(words: list[Word]) -> list[Word]:
    """Drop teams, places and descriptions before a sure first name ("Argentina Lionel Messi")."""
    if len(words) < 3 or words[0].key in FAMILY_FIRST or words[0].key in first_names():
        return words
    for index in range(1, len(words) - 1):
        key = words[index].key
        sure = (
            key in sure_first_names()
            or (key in first_names() and words[index - 1].key in bodies())
            or (len(key) == 1 and words[index - 1].key not in first_names())
        )
        if sure and words[index - 1].key not in _LINKS:
            before = words[:index]
            if len(before) >= 2 or before[0].key.endswith(_DESCRIBES) or any(map(_is_elsewhere, before)):
                return words[index:]
    return words


_DESCRIBES = ("ist", "ian", "ese", "ish", "man", "woman", "er", "or", "born", "based", "winning", "time")


def _is_elsewhere(word: Word) -> bool:
    return word.key in bodies() or word.key in places() or word.key in NATIONS


def _is_body(words: list[Word]) -> bool:
    """Whether a word of the run makes it an institution, a team or a thing."""
    for index, word in enumerate(words):
        key = word.key
        if key in bodies() and (len(key) > 3 or word.text.isupper()):
            if index == 0 and len(words) > 1 and (key in FAMILY_FIRST or key in first_names()):
                continue
            last_of_name = index == len(words) - 1 and key in surnames()
            if not last_of_name or (index > 0 and not _opens_name(words[0])):
                return True
        elif index and key in _LINKS:
            return True
    return False


def _opens_name(word: Word) -> bool:
    return word.key in first_names() and word.key not in places() and word.key not in place_names()


def describes(word: Word) -> bool:
    """Whether a capitalised word before a name tells what somebody is or where from, and is no given name."""
    key = word.key
    return (
        key in STARTERS
        or key in roles()
        or key in titles()
        or _is_elsewhere(word)
        or (key.endswith(_DESCRIBES) and is_known_word(key))
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"'(")
    return not before or before[-1] in ".!?:\n"


def _behind_the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() == "the "


def is_particle(word: Word) -> bool:
    """Whether a word of a name is a particle such as "van" or "bin"."""
    return word.text[0].islower() and word.key in PARTICLES
