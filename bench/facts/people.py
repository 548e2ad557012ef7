"""People of a text: mentions by positive evidence, gathered into persons."""

import re

import msgspec

from bench.text.document import Document

_TITLES = frozenset(
    "mr mrs ms dr sir dame lord lady president minister chancellor senator governor mayor judge justice professor "
    "general colonel captain king queen prince princess pope coach manager captain striker director chairman".split()
)
_GIVEN = frozenset(
    "adam alan alex alexander andrew angela anna anthony antony barack ben bill boris charles chris david donald ed "
    "edward emma francis frank gary george hillary hunter ian jack jacob james jane jeremy jen joe john jonathan jose "
    "josep joseph julia karen kate kevin laura liam luis maria mark martin mary michael mike narendra nick nicola "
    "oleksii paul peter philip richard robert roger ryan sam sarah scott sergei simon stephen steve steven theresa "
    "thomas tim tom tony vladimir volodymyr william xavier".split()
)
_RUN = re.compile(r"[A-Z][\w'-]+(?: (?:[A-Z]\.|de|van|von|der|bin|al|el|[A-Z][\w'-]+))* [A-Z][\w'-]+|[A-Z][\w'-]+")


class Mention(msgspec.Struct, frozen=True):
    """One mention of a person: half-open place in the repaired text, and the name without title."""

    start: int
    end: int
    name: str


class Person(msgspec.Struct, frozen=True):
    """One person: the fullest name and every mention, in order."""

    name: str
    mentions: tuple[Mention, ...]


def people(document: Document) -> tuple[Person, ...]:
    """Return the people of `document`, in order of first mention."""
    full: dict[str, list[Mention]] = {}
    for match in _RUN.finditer(document.text):
        words = match.group().split(" ")
        start, titled = match.start(), False
        while words and words[0].lower().rstrip(".") in _TITLES:
            start += len(words.pop(0)) + 1
            titled = True
        if not words:
            continue
        name = " ".join(words).removesuffix("'s")
        family = name.split(" ")[-1]
        if (len(words) > 1 and words[0].lower() in _GIVEN) or titled or family in full:
            full.setdefault(family, []).append(Mention(start, start + len(name), name))
    return tuple(Person(max((m.name for m in found), key=len), tuple(found)) for found in full.values())
