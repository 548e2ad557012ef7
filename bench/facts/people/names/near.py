"""Names of an article that may be another spelling of one in a summary."""

from bench.facts.people.names.compare import bare, same_family, same_romanised_name
from bench.facts.people.names.lists import titles
from bench.facts.people.names.words import is_english
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Person
from bench.facts.people.reading.run_parts import STARTERS


def near_families(cast: Cast, key: str) -> list[str]:
    """Return the names of the article that may be another spelling of `key`."""
    if len(key) < 4:
        return []
    near = [
        name
        for name, places in cast.names.items()
        if abs(len(name) - len(key)) <= 3 and name not in STARTERS and same_family(name, key)
    ]
    # Several spellings of one person in an article are one name; the one with a given name tells most.
    if len(near) > 1 and _are_one_persons(cast, near):
        return [max(near, key=lambda name: max(index for _, index in cast.names[name]))]
    return near


def _are_one_persons(cast: Cast, names: list[str]) -> bool:
    first, *others = ({person.name for person in cast.owners.get(name, ())} for name in names)
    return bool(first.intersection(*others))


def transcribed(cast: Cast, keys: tuple[str, ...]) -> Person | None:
    """Return the one person whose whole name `keys` are in another transcription.

    A word that is another's is none: "Abdullah Rehman", where Abdul Rehman and Abdullah Rahmani are told of.
    """
    found = [one for one in cast.people if len(one.keys) > 1 and same_romanised_name(keys, one.keys)]
    if len(found) != 1 or any(found[0] not in cast.owners.get(key, found) for key in keys):
        return None
    return found[0]


_JOINED = ("de", "van", "von", "der", "den", "del", "la", "le", "di", "da", "du", "mc", "mac", "fitz", "st")


def hyphenated(cast: Cast, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name joined as the article joins them: "Solberg Vaas", "Solberg - Vaas".

    So is a particle, which a name's words are without: "de Vries", "DEVRIES".
    """
    for at in range(len(keys) - 1):
        joined = f"{keys[at]}-{keys[at + 1]}"
        if joined in cast.words:
            return (*keys[:at], joined, *keys[at + 2 :])
    parts = keys[-1].split("-")
    if len(parts) > 1 and keys[-1] not in cast.words and all(part in cast.words for part in parts):
        return (*keys[:-1], *parts)
    if keys[-1] not in cast.words and len(keys[-1]) > 3:
        for particle in _JOINED:
            if particle + keys[-1] in cast.words:
                return (*keys[:-1], particle + keys[-1])
            rest = keys[-1].removeprefix(particle)
            if rest in cast.words and f"{particle} {rest}" in cast.document.lower:
                return (*keys[:-1], rest)
    return keys


_LEAST_JOINED, _LEAST_TOUCHING = 7, 4
"""Letters of a name from which on it may stand inside one word of an article, or at an end of one."""


def touching(cast: Cast, keys: tuple[str, ...]) -> str:
    """Return the word of the article in which a name touches others: "lindiwecele", "mrsauer", "hillwhere".

    Words of a name touch one another by chance in no text; a name and a plain word do ("Holtby"), so that
    the article must have lost other spaces.
    """
    joined = "".join(keys)
    if len(keys) > 1 and len(joined) >= _LEAST_JOINED and joined.isalpha():
        for word in cast.words:
            if joined in word:
                return word
    if not cast.document.loses_spaces or min(map(len, keys)) < _LEAST_TOUCHING:
        return ""
    words = [bare(word) for word in cast.document.lower_tokens]
    for at in range(len(words) - len(keys) + 1):
        if all(_at_an_end(word, key) for word, key in zip(words[at:], keys, strict=False)):
            return " ".join(words[at : at + len(keys)])
    return ""


def _at_an_end(word: str, key: str) -> bool:
    """Whether a word is a name, or begins or ends with it and goes on with a plain word or a title."""
    if key not in word:
        return False
    rest = word.removeprefix(key) if word.startswith(key) else word.removesuffix(key)
    if rest == word:
        return False
    both_long = len(key) > _LEAST_TOUCHING + 1 and len(rest) >= _LEAST_TOUCHING
    return not rest or both_long or rest in titles() or (len(rest) > 1 and is_english(rest))
