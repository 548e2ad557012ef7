"""The words of a run of capitals: which are a name's, and which stand before or behind it."""

from collections.abc import Sequence

import msgspec

from bench.facts.people.names.compare import PARTICLES, SUFFIXES
from bench.facts.people.names.lists import (
    bodies,
    first_names,
    part,
    place_names,
    places,
    roles,
    sure_first_names,
    surnames,
    titles,
    word_surnames,
)
from bench.facts.people.names.words import is_known_word

STARTERS = part("name_context.txt", "sentence openers")
NATIONS = part("name_context.txt", "nations")
LINKS = frozenset("of the and for & to in at on from by".split())
FAMILY_FIRST = part("name_context.txt", "family first")


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a run: as written, as compared, and its half-open place in the repaired text."""

    text: str
    key: str
    start: int
    end: int


def only_opens(word: Word) -> bool:
    """Whether a word before a full name has its capital from the sentence: "Passer-by Edda Holm"."""
    key = word.key
    name = key in surnames() or key in FAMILY_FIRST or key in word_surnames()
    # "Jean-Luc" is a name by its parts.
    name = name or any(part in first_names() for part in (key, *key.split("-")))
    return not name and len(key) > 3 and is_known_word(key)


def stands_first(keys: Sequence[str]) -> bool:
    """Whether the first word of a name is its family name: "Kim Jong-un", but not "Kim Hallam"."""
    if len(keys) < 2 or keys[0] not in FAMILY_FIRST or len(keys[1]) < 2:
        return False
    if keys[0] not in _ALSO_GIVEN:
        return True
    return "-" in keys[1] or (len(keys) > 2 and keys[1] not in first_names())


_ALSO_GIVEN = frozenset("bo han kim lee ren song".split())


def runs_on(words: list[Word]) -> bool:
    """Whether the last word of a run, one that opens sentences, is no surname: a name stands without it."""
    if words[-1].key in surnames() or words[0].key in FAMILY_FIRST:
        return False
    return len(words) > 2 or words[0].key not in first_names()


_PREFIXES = ("co-", "vice-", "ex-", "deputy-", "rear-", "air-", "acting-")


def titles_before(words: list[Word]) -> int:
    """Return how many words up to the last title or role there are before a name."""
    cut = 0
    end = next((at for at, word in enumerate(words) if at > 1 and word.key in SUFFIXES), len(words))
    for index, word in enumerate(words[:end]):
        key = word.key
        several = key[:-1] if key.endswith("s") and not index else ""
        key = key.rpartition("-")[2] if key.startswith(_PREFIXES) or _is_double(key) else key
        title = key in titles() or key in roles() or several in titles() or several in roles()
        # "DI" is a detective, "di" and "Di" are parts of a surname.
        title = title and (key not in PARTICLES or word.text.isupper())
        if not (title or (key.endswith("man") and key[:-3] in roles())):
            continue
        named = index - cut > 1 and words[cut].key in sure_first_names() and _is_family(words[cut + 1].key)
        if named and not any(word.key in first_names() for word in words[index + 1 : end]):
            # "Rep. Klara Winterfeld Republican Left": what follows a name in full leads to none.
            break
        last = index == end - 1
        surname = last and index and (key in surnames() or words[index - 1].key in first_names())
        if not surname and (not last or len(words) == 1):
            cut = index + 1
    return cut


def _is_double(key: str) -> bool:
    """Whether a word is a rank or office of two: "Colonel-General", "Secretary-General"."""
    one, hyphen, other = key.partition("-")
    return bool(hyphen) and one in titles() and other in titles()


def _is_family(key: str) -> bool:
    return key in surnames() or not is_known_word(key)


def from_first_name(words: list[Word]) -> list[Word]:
    """Drop teams, places and descriptions before a sure first name ("Argentina Lionel Messi")."""
    if len(words) < 3 or words[0].key in FAMILY_FIRST or words[0].key in first_names():
        return words
    for index in range(1, len(words) - 1):
        key = words[index].key
        sure = (
            key in sure_first_names()
            or (key in first_names() and _is_body_word(words[index - 1]))
            or (len(key) == 1 and words[index - 1].key not in first_names())
        )
        if sure and words[index - 1].key not in LINKS and not is_particle(words[index - 1]):
            before = words[:index]
            described = _is_short_form(before[0]) or _is_described(before[0].key)
            if len(before) >= 2 or described or any(map(_is_elsewhere, before)):
                return words[index:]
    return words


def _is_body_word(word: Word) -> bool:
    return word.key in bodies() or _is_short_form(word)


def _is_short_form(word: Word) -> bool:
    """Whether a word before a name is written in capitals throughout: "BBC", no initials."""
    return word.text.isupper() and len(word.text) > 1 and "." not in word.text


def _is_described(key: str) -> bool:
    """Whether a word ends as words for what somebody is do ("Striker"), and is no name ("Wilmer")."""
    return key.endswith(_DESCRIBES) and (not key.endswith(("er", "or")) or is_known_word(key))


_DESCRIBES = ("ist", "ian", "ese", "ish", "man", "woman", "er", "or", "born", "based", "winning", "time")


def _is_elsewhere(word: Word) -> bool:
    return word.key in bodies() or word.key in places() or word.key in NATIONS


def is_body(words: list[Word]) -> bool:
    """Whether a word of the run makes it an institution, a team or a thing."""
    for index, word in enumerate(words):
        key = word.key
        if key in bodies() and (len(key) > 3 or word.text.isupper()):
            if index == 0 and len(words) > 1 and (key in FAMILY_FIRST or key in first_names()):
                continue
            last_of_name = index == len(words) - 1 and key in surnames()
            if not last_of_name or (index > 0 and not opens_name(words[0])):
                return True
        elif index and key in LINKS:
            return True
    return False


def opens_name(word: Word) -> bool:
    """Whether a word is a given name and no place."""
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


def is_particle(word: Word) -> bool:
    """Whether a word of a name is a particle such as "van" or "bin"."""
    return word.text[0].islower() and word.key in PARTICLES
