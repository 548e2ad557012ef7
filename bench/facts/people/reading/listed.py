"""Names in text whose capitals say nothing: lower-cased, all capitals or headline case."""

import re
from collections.abc import Container

from bench.facts.people.names.compare import PARTICLES, bare
from bench.facts.people.names.lists import (
    bodies,
    first_names,
    part,
    place_names,
    places,
    roles,
    say_verbs,
    sure_first_names,
    surnames,
    titles,
    word_names,
    word_surnames,
)
from bench.facts.people.names.words import is_english, is_known_word
from bench.facts.people.reading.run_parts import FAMILY_FIRST, STARTERS, Word
from bench.facts.people.reading.runs import Run, runs
from bench.facts.people.reading.slots import ADDRESSES
from bench.text.document import Document

_WORD = re.compile(r"[^\W\d_]\.(?!\w)|[^\W\d_](?:[^\W_]|['-](?=[^\W_])|\.(?=[^\W_]))*")
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady".split())
_ENDINGS = tuple("ing ed ly tion sion ness ment able ful less ous ive ism ity 't 'll 've 're 'd".split())
# Endings of surnames in many languages; of ordinary English words hardly ever.
_STRONG_ENDINGS = tuple(
    (
        "ov ova ev eva enko chuk sky ski ska skaya skyy vich vic wicz czyk ic yan ian shvili dze oglu "
        "escu poulos akis idis ini elli etti otti ucci acci ez es nen sson dottir sen son gaard berg "
        "stein feld mann bach bauer meyer maier hoff inho eira eiro moto mura shima saki awa zadeh pour "
        "ullah uddin singh "
    ).split()
)
SURNAME_ENDINGS = (*_STRONG_ENDINGS, *"worth bury ham well wick stone field ford wood ley ton".split())
_COMMON = part("name_context.txt", "never surnames")


_PLAIN_WORDS = part("name_context.txt", "plain words")


_GAPS = (" ", ' "', '" ', " '", "' ", ' " ')


def listed_words(text: str) -> list[Word]:
    """Return the words of `text` with their places, whatever their capitals."""
    return [Word(m.group(), bare(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def listed_length(
    words: list[Word], at: int, text: str, ordinary: Container[str], families: Container[str] = ()
) -> int:
    """Return how many words from `at` on look like a name by the lists.

    `ordinary` words are no surnames, `families` are surnames for sure.
    """
    first, before = words[at].key, words[at - 1].key if at else ""
    role = before in roles() or before in titles()
    addressed = before in ADDRESSES and text[words[at - 1].end : words[at].start] in (" ", ". ")
    if first not in first_names():
        if addressed or role:
            return _unlisted_length(words, at, text, ordinary, addressed)
        return 2 * _is_family_first(words, at, text)
    if first in places() or first in say_verbs()[0] or (first in word_names() and first in STARTERS):
        return int(addressed and first in places())
    end = _surname_at(words, at, text)
    if end is None:
        return int(addressed)
    if first in roles() and words[at + 1].key in sure_first_names() and words[at + 1].key not in surnames():
        # "her son mikhail vetrov": he is no Son.
        return 0
    if (
        first in word_names()
        and not role
        and not (plain_surname(words[end].key) or words[end].key in families)
    ):
        return 0
    last, sure = words[end], first in sure_first_names()
    named = last.key in surnames() or (last.key not in _COMMON and last.key not in roles())
    if role and end == at + 1 and named and not _is_function(last):
        return end + 1 - at
    if sure:
        fits = name_like(last, ordinary)
    else:
        placed = end == at + 1 and (last.key in place_names() or last.key in places())
        fits = surname_like(last, ordinary) and not placed
    if not fits and last.key not in families:
        return int(addressed)
    # Two given names before a surname ("maria jose carreno").
    follows = end + 1 < len(words) and text[last.end : words[end + 1].start] == " "
    if follows and last.key in sure_first_names() and surname_like(words[end + 1], ordinary):
        return end + 2 - at
    return end + 1 - at


def _unlisted_length(words: list[Word], at: int, text: str, ordinary: Container[str], addressed: bool) -> int:
    """Return the length of a name without a known first name, after an honorific or a role."""
    first = words[at]
    if first.key in titles() or first.key in STARTERS:
        return 0
    if addressed:
        # "mr dev pillai": two words of which the second is no English one.
        after = words[at + 1].key if at + 1 < len(words) else ""
        strange = len(after) > 3 and not is_known_word(after) and name_like(words[at + 1], ordinary)
        goes_on = len(first.key) == 1 or first.key in PARTICLES or strange
        end = _surname_at(words, at, text) if goes_on else None
        return 1 if end is None else end + 1 - at
    if first.key in roles():
        return 0
    if words[at - 1].key in _HONORIFICS:
        return int(name_like(first, ordinary))
    follows = at + 1 < len(words) and text[first.end : words[at + 1].start] == " "
    return 2 if follows and _foreign(first, ordinary) and _foreign(words[at + 1], ordinary) else 0


def _is_family_first(words: list[Word], at: int, text: str) -> bool:
    """Whether a family name that stands first is followed by a given name of two syllables ("kim so-ri")."""
    if words[at].key not in FAMILY_FIRST or at + 1 == len(words):
        return False
    given = words[at + 1]
    return "-" in given.key and not is_known_word(given.key) and text[words[at].end : given.start] == " "


def _surname_at(words: list[Word], at: int, text: str) -> int | None:
    """Return the index of the word after a first name, its particles and middle initials."""
    end = at + 1
    while end < len(words) and (
        (words[end].key in PARTICLES and words[end].key not in ("y", "e"))
        or (len(words[end].key) == 1 and words[end].text.endswith("."))
    ):
        end += 1
    if end >= len(words) or any(text[words[i].end : words[i + 1].start] not in _GAPS for i in range(at, end)):
        return None
    return end


def plain_surname(key: str) -> bool:
    """Whether a word is an established surname and no ordinary word, place or role."""
    return (
        key in surnames()
        and key not in _COMMON
        and key not in bodies()
        and key not in places()
        and key not in word_names()
        and key not in roles()
        and key not in titles()
        and key not in _PLAIN_WORDS
    )


def name_like(word: Word, ordinary: Container[str]) -> bool:
    """Whether a word may be a surname: an established one, or none that running text has."""
    key = word.key
    if key in surnames() or key in word_surnames():
        return key not in _COMMON
    return (
        len(key) > 2
        and key not in ordinary
        and key not in STARTERS
        and key not in _COMMON
        and key not in roles()
        and key not in titles()
        and key not in bodies()
        and key not in places()
        and key not in word_names()
        and not key.endswith(_ENDINGS)
        and not (key.endswith("s") and is_english(key))
    )


def surname_like(word: Word, ordinary: Container[str]) -> bool:
    """Whether a word is a surname by the list or by its form."""
    key = word.key
    if key in surnames():
        return key not in _COMMON
    return name_like(word, ordinary) and (
        key.startswith(("mc", "o'", "al-", "el-")) or key.endswith(_STRONG_ENDINGS)
    )


def _is_function(word: Word) -> bool:
    return (word.key in STARTERS and word.key not in word_names()) or word.key.endswith(_ENDINGS)


def _foreign(word: Word, ordinary: Container[str]) -> bool:
    """Whether a word is none that running English has, as far as this article and the lists tell."""
    return (
        name_like(word, ordinary)
        and len(word.key) > 3
        and (not word.key.endswith("s") or word.key in surnames())
    )


def name_runs(document: Document) -> tuple[Run, ...]:
    """Return the possible names of a text, by its capitals where these tell names from words."""
    return listed_runs(document) if document.style in ("lower", "upper") else runs(document)


def listed_runs(document: Document) -> tuple[Run, ...]:
    """Return names in text without telling capitals: first names with a surname, and those surnames alone."""
    text = document.text
    words = listed_words(text)
    found: list[Run] = []
    families: set[str] = set()
    at = 0
    while at < len(words):
        length = listed_length(words, at, text, ())
        if length:
            found.append(_run(words, at, length))
            families.add(words[at + length - 1].key)
        at += length or 1
    have = {word.start for run in found for word in run.words}
    found.extend(
        _run(words, at, 1)
        for at, word in enumerate(words)
        if word.key in families and word.start not in have and word.key not in _COMMON
    )
    return tuple(sorted(found, key=lambda run: run.words[0].start))


def _run(words: list[Word], at: int, length: int) -> Run:
    title = (words[at - 1].key,) if at and words[at - 1].key in titles() else ()
    return Run(tuple(words[at : at + length]), title, (), False, False, False)
