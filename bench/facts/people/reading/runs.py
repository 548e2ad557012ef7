"""Runs of capitalised words, and which words of each may be a person's name."""

import re
from typing import NamedTuple

from bench.facts.people.names.compare import SUFFIXES, bare
from bench.facts.people.names.lists import (
    bodies,
    first_names,
    roles,
    sure_first_names,
    surnames,
    titles,
    word_names,
)
from bench.facts.people.reading.capitals import capitals
from bench.facts.people.reading.run_parts import (
    LINKS,
    NATIONS,
    STARTERS,
    Word,
    from_first_name,
    is_body,
    is_particle,
    only_opens,
    opens_name,
    runs_on,
    titles_before,
)
from bench.facts.people.reading.slots import ADDRESSES, acts, enumerated, introduced, says, stands_for_person
from bench.text.by_word import by_word
from bench.text.document import Document
from bench.text.english import is_english

_LAST_WORD = re.compile(r"([\w-]+) $")
_SAID = frozenset("say said says tell told tells add added adds".split())
_GLUED = frozenset("it he she they we this that these those there but his its their".split())
_CLAUSE = re.compile(r" (?:that|the|there|it|he|she|they|we|his|her|their|its|in|on|at|an?|no|reporters)\b")
_PIECE = re.compile(r"[^\s\",]+")


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
        written = match.group()
        # Half of all capitals are only those of a sentence.
        if " " not in written and bare(written) in STARTERS:
            continue
        words = _words(written, match.start())
        if _is_whole(words):
            start = words[0].start
            found.append(
                Run((*words,), (), (), _behind_the(text, start), _opens_sentence(text, start), False)
            )
            continue
        # "Holt It was said": glued sentences, where capitals of two meet.
        while len(words) > 1 and words[-1].key in _GLUED:
            words.pop()
        # "Halvik Said that he": a scraper's capital, and no surname.
        if len(words) > 1 and (words[-1].key in _SAID or _is_deed(text, words)) and _told(text, words):
            words.pop()
        for piece in _split_names(_split_possessives(words)):
            run = _cut(piece, text)
            if run is not None:
                found.append(run)
    return tuple(found)


def _is_deed(text: str, words: list[Word]) -> bool:
    """Whether a word behind a full name can only be a verb: "Jonas Holt Dismissed the claim"."""
    key = words[-1].key
    return (
        len(words) > 2
        and key.endswith("ed")
        and key not in surnames()
        and is_english(key)
        and _CLAUSE.match(text, words[-1].end) is not None
    )


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
    """Cut after a possessive, Jr or Sr, and who is in a show: in "Chelsea's Eden Hazard" two names meet."""
    parts: list[list[Word]] = [[]]
    for word in words:
        parts[-1].append(word)
        ends = word.text.endswith(("'s", "s'")) or word.key in ("jr", "sr", "starring", "featuring")
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
            and not is_particle(words[1])
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
    while words and words[0].key in STARTERS and not _opens_as_given(words):
        the = words[0].key == "the"
        words = words[1:]
    if not words:
        return None
    the = the or _behind_the(text, words[0].start)
    cut = titles_before(words)
    if cut == len(words) == 1 and not first and not the and _is_slot(text, words[0]):
        cut = 0
    if cut and cut == len(words) - 1 and words[cut - 1].key in RANKS_OR_GIVEN:
        cut -= f" {words[cut - 1].key}" not in text
    title = [word.key for word in words[:cut]]
    words = words[cut:]
    while len(words) > 1 and words[0].key in NATIONS:
        title.append(words[0].key)
        words = words[1:]
    # Where a full stop was lost the next sentence's first word comes along: "Rasmus Tolk It".
    while len(words) > 1 and words[-1].key in STARTERS and runs_on(words):
        words = words[:-1]
    suffix: list[str] = []
    while len(words) > 1 and words[-1].key in SUFFIXES:
        suffix.insert(0, words[-1].key)
        words = words[:-1]
    words = from_first_name(words)
    if first and len(words) > 2 and only_opens(words[0]):
        words = words[1:]
    if not words:
        return Run((), tuple(title), tuple(suffix), the, first, False) if title else None
    last = words[-1].key
    named = len(words) == 2 and opens_name(words[0]) and words[0].key not in word_names()
    described = (last in titles() or last in roles()) and not (
        named or last in surnames() or last in first_names()
    )
    led = len(words) == 2 and words[0].key in sure_first_names() and _led_by_role(text, words[0].start, title)
    body = (is_body(words) and not led) or described or title[-1:] in (["st"], ["saint"])
    if len(words) == 1 and body:
        body = title[-1] not in ADDRESSES if title else the or not _is_slot(text, words[0], first)
    elif body and named and words[0].key in sure_first_names() and not the:
        body = not stands_for_person(text, words[0].start, words[-1].end)
    return Run(tuple(words), tuple(title), tuple(suffix), the, first, body)


# Given names that are titles as well: whoever is a dean is called the dean somewhere.
RANKS_OR_GIVEN = frozenset(("dean", "lance", "marshall"))


def _is_whole(words: list[Word]) -> bool:
    """Whether a run is one or two words that may only be a name: half of all, which nothing cuts."""
    if len(words) == 1:
        return _stays_whole(words[0].key)
    return (
        len(words) == 2
        and _stays_whole(words[0].key)
        and _stays_whole(words[1].key)
        and words[0].key not in _CUT_OFF
        and words[1].key not in _CUT_OFF
        and not words[0].text.endswith(("'s", "s'"))
    )


_CUT_OFF = STARTERS | NATIONS | SUFFIXES | LINKS | _SAID | _GLUED


@by_word
def _stays_whole(key: str) -> bool:
    """Whether a word by itself is no title, role or institution, so that `_cut` leaves it as it is."""
    forms = (key, key[:-1], key[:-3])
    return key.isalpha() and not any(
        form in titles() or form in roles() or form in bodies() for form in forms
    )


def _opens_as_given(words: list[Word]) -> bool:
    """Whether a word that opens sentences is a given name here: "Will Tolbert" with a known surname."""
    if len(words) < 2:
        return False
    key = words[0].key
    return key in sure_first_names() or (
        len(words) == 2 and key in first_names() and words[1].key in surnames()
    )


def _is_slot(text: str, word: Word, first: bool = False) -> bool:
    """Whether only a person's name can stand where a word for an office or an institution does."""
    if first:
        return word.key in surnames() and acts(text, word.end)
    return (
        introduced(text, word.start)
        or says(text, word.start, word.end)
        or enumerated(text, word.start, word.end)
    )


def _led_by_role(text: str, start: int, title: list[str]) -> bool:
    """Whether what somebody is or does stands right before: "chairman Joe Parish" is nobody's parish."""
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    return bool(title) or (before is not None and before.group(1).lower().rpartition("-")[2] in roles())


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"'(")
    return not before or before[-1] in ".!?:\n"


def _behind_the(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() == "the "
