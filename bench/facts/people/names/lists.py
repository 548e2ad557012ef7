"""Word lists about names, titles and roles, each read once from `data/` when first asked for."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# Letters that decomposition leaves whole.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        # Marks of sounds that Latin letters lack.
        "ʻ": "'",
        "ʼ": "'",
    }
)


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, for looking names up."""
    text = text.lower()
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _lines(name: str) -> list[str]:
    text = fold(files("bench.facts").joinpath("data", name).read_text(encoding="utf-8"))
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    return frozenset(" ".join(_lines(name)).split())


@cache
def part(name: str, heading: str) -> frozenset[str]:
    """Return the words under one heading of a list."""
    return frozenset(" ".join(part_lines(name, heading)).split())


def part_lines(name: str, heading: str) -> list[str]:
    """Return the lines under one heading of a list."""
    text = fold(files("bench.facts").joinpath("data", name).read_text(encoding="utf-8"))
    return [line for line in text.split(f"\n# {heading}", 1)[1].split("\n#", 1)[0].split("\n")[1:] if line]


@cache
def first_names() -> frozenset[str]:
    """Return common first names of many languages, folded."""
    return _words("first_names.txt")


@cache
def ordinary_names() -> frozenset[str]:
    """Return first names that are also ordinary words or places, folded."""
    return _words("ordinary_names.txt")


@cache
def place_names() -> frozenset[str]:
    """Return first names that are also places, folded."""
    return part("ordinary_names.txt", "places")


@cache
def word_names() -> frozenset[str]:
    """Return first names that running text more often has as plain words, folded."""
    return part("ordinary_names.txt", "words")


@cache
def sure_first_names() -> frozenset[str]:
    """Return first names that are hardly anything else, folded."""
    return frozenset(name for name in first_names() - ordinary_names() if len(name) > 2)


@cache
def titles() -> frozenset[str]:
    """Return words that stand before a name as honorific, rank or office."""
    return _words("titles.txt")


@cache
def addresses() -> frozenset[str]:
    """Return words that stand before a name as a form of address and are names as well."""
    return part("name_context.txt", "addresses that are names")


@cache
def roles() -> frozenset[str]:
    """Return nouns for what a person is or does, singular."""
    return _words("roles.txt")


@cache
def offices() -> Mapping[str, str]:
    """Return phrases for offices, longest first, each with the spelling it is compared as."""
    pairs = (line.partition(" = ") for line in _lines("offices.txt"))
    return {
        phrase: same or phrase for phrase, _, same in sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))
    }


@cache
def shared_offices() -> frozenset[str]:
    """Return offices that many people hold at a time."""
    text = (
        files("bench.facts")
        .joinpath("data", "offices.txt")
        .read_text(encoding="utf-8")
        .split("\n# several\n")[1]
    )
    return frozenset(offices()[line.partition(" = ")[0]] for line in text.split("\n") if line)


@cache
def surnames() -> frozenset[str]:
    """Return established surnames, folded."""
    return _words("surnames.txt")


@cache
def word_surnames() -> frozenset[str]:
    """Return further surnames that are ordinary words or look like them, folded."""
    return _words("word_surnames.txt")


@cache
def rare_surnames() -> frozenset[str]:
    """Return rarer surnames that are English words, names only before a verb of what people do."""
    return _words("rare_surnames.txt")


@cache
def say_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Return verbs that hand on what somebody says: sure ones, and those that need a clause."""
    words = _words("say_verbs.txt")
    loose = frozenset(word[:-1] for word in words if word.endswith("+"))
    return frozenset(word for word in words if not word.endswith("+")), loose


@cache
def abbreviations() -> frozenset[str]:
    """Return abbreviations of common nouns, which any text may use."""
    return _words("abbreviations.txt")


@cache
def bodies() -> frozenset[str]:
    """Return words whose presence in a run of capitals makes it an institution, a team or a thing."""
    return part("not_people.txt", "bodies")


@cache
def places() -> frozenset[str]:
    """Return countries, regions, cities and other places of one word."""
    return part("not_people.txt", "places")


@cache
def brands() -> frozenset[str]:
    """Return brands of one word."""
    return part("not_people.txt", "brands")


@cache
def named_after() -> frozenset[str]:
    """Return firms, works and things that bear a person's name, folded."""
    return frozenset(_lines("named_after.txt"))


@cache
def nicknames() -> Mapping[str, frozenset[int]]:
    """Return for each given name the groups (by number) of names it stands for."""
    return _groups("nicknames.txt")


@cache
def surname_forms() -> Mapping[str, frozenset[int]]:
    """Return for each surname that transcriptions write differently the groups (by number) of its forms."""
    return _groups("surname_forms.txt")


def _groups(name: str) -> dict[str, frozenset[int]]:
    """Return for each word of a list the numbers of the lines that it stands in."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_lines(name)):
        for word in line.split():
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def leaders() -> Mapping[str, tuple[str, ...]]:
    """Return for each surname of a statesman whom every reader can name in full the given names."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("leaders.txt"):
        for name in line.partition(": ")[2].lower().split(", "):
            given, family = name.split()[0], name.split()[-1]
            found[family] = (*found.get(family, ()), given)
    return found
