"""Errors in people, and forms of a name that change nothing."""

import itertools
import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from bench.records import Item, PersonFact

# Nobody in a bundled article; a name is used where no part of it stands in the article.
_OUTSIDE = (
    "Gudrun Aspelund", "Terrence Oyelaran", "Marisol Quijada", "Piotr Zawadzki", "Hollis Brandreth",
    "Yewande Falade", "Casimir Dulac", "Ingeborg Thorsrud", "Rashad Mirzayev", "Oona Lehtovaara",
)  # fmt: skip
_TITLES = "Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady".split()
_TITLE = re.compile(r"\b(?:" + "|".join(_TITLES) + r")\.? $")
_SAYING = re.compile(
    r"\b(?:said|says|saying|say|told|tells|argued|argues|warned|warns|denied|denies|insisted|insists|"
    r"called|calls|according to|blamed|blames|thinks|believes|promised|promises|hopes|wants|admitted|"
    r"claimed|claims|predicted|predicts|expects|added|explained|urged|urges|described|describes)\b"
)
# What a role is, before what it is of: "acting chief executive of the shop chain".
_ROLE = re.compile(
    r"((?:[a-z-]+ )*?[a-z]{4,})(?=,|$| (?:of|who|that|from|in|at|for|and|on|to|with|until|since|under|by)\b)"
)
# Words before a title that do not belong to it, and titles that fit half of an article's people or say whose
# relative somebody is: neither makes an error when given to another person.
_STATES = frozenset(
    "acting former retired senior deputy caretaker defeated injured late oldest best elder".split()
)
_LOOSE = frozenset(
    "leader head chief member officer official boss figure candidate author winner survivor expert person "
    "father mother son daughter brother sister uncle aunt cousin husband wife grandmother grandfather".split()
)
_NEAR = 35


class Mention(NamedTuple):
    """One naming of a sheet's person in a text."""

    start: int
    end: int
    person: PersonFact


def mentions(text: str, item: Item) -> list[Mention]:
    """Return where the sheet's people are named, by their names, other forms and last names, in order.

    A form that several people share names none of them.
    """
    assert item.facts is not None
    owners: dict[str, set[int]] = {}
    for index, person in enumerate(item.facts.people):
        # A last name alone may be a place's or a firm's, unless the person is known by it here.
        known = person.name in text or any(form.endswith(surname(person)) for form in person.also)
        for form in {person.name, *person.also, *([surname(person)] if known else [])}:
            if len(form) > 2 and form[0].isupper():
                owners.setdefault(form, set()).add(index)
    forms = sorted((form for form, by in owners.items() if len(by) == 1), key=lambda f: (-len(f), f))
    if not forms:
        return []
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
    people = item.facts.people
    return [
        Mention(found.start(), found.end(), people[next(iter(owners[found.group()]))])
        for found in pattern.finditer(text)
    ]


def surname(person: PersonFact) -> str:
    """Return the part of a name that stands alone: as the sheet has it behind a title, else the last word."""
    for form in person.also:
        title, _, rest = form.partition(" ")
        if title.rstrip(".") in _TITLES and rest in person.name:
            return rest
        if form in person.name.split():
            return form
    return person.name.split()[-1]


def exchange_people(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with two of its people in each other's place, wherever they are named."""
    found = mentions(text, item)
    people = list(dict.fromkeys(mention.person for mention in found))
    pairs = [(a, b) for i, a in enumerate(people) for b in people[i + 1 :] if not _joined(text, found, a, b)]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    return _renamed(text, found, {one: other, other: one})


def _joined(text: str, found: Sequence[Mention], one: PersonFact, other: PersonFact) -> bool:
    """Return whether two people are named only side by side, where their order says nothing."""
    own = [mention for mention in found if mention.person in (one, other)]
    between = [text[a.end : b.start] for a, b in itertools.pairwise(own)]
    return len(own) == 2 and between[0] in (" and ", ", ", " or ", " & ", " and President ")


def outside_name(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one of its people called by a name that the article does not have."""
    found = mentions(text, item)
    names = [name for name in _OUTSIDE if not any(part in item.evidence for part in name.split())]
    if not found or not names:
        return None
    person = rng.choice(list(dict.fromkeys(mention.person for mention in found)))
    return _renamed(text, found, {person: PersonFact(rng.choice(names))})


def _renamed(text: str, found: Sequence[Mention], names: dict[PersonFact, PersonFact]) -> str:
    """Return the text with people renamed: whole names by whole ones, shorter forms by last names."""
    for mention in reversed(found):
        if mention.person in names:
            was, name = text[mention.start : mention.end], names[mention.person]
            title = was.split(" ")[0] if was.split(" ")[0].rstrip(".") in _TITLES else ""
            bare = was.removeprefix(title).strip()
            new = name.name if " " in bare else surname(name)
            text = text[: mention.start] + f"{title} {new}".strip() + text[mention.end :]
    return text


def role(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one person's title changed to that of another person of the article."""
    assert item.facts is not None
    found = mentions(text, item)
    titles = {person: title for person in item.facts.people if (title := _title(person))}
    for mention in rng.sample(found, len(found)):
        own = titles.get(mention.person, "").split()
        first = max(0, mention.start - _NEAR)
        others = sorted({t for t in titles.values() if t.split()[-1] not in mention.person.role})
        for length in range(len(own), 0, -1):
            words = " ".join(own[-length:])
            at = re.search(rf"\b{words}\b", text[first : mention.end + _NEAR], re.IGNORECASE)
            if at and others:
                start, other = first + at.start(), rng.choice(others)
                other = other.capitalize() if text[start].isupper() else other
                return text[:start] + other + text[start + len(words) :]
    return None


def _title(person: PersonFact) -> str:
    """Return the words that say what a person is: `chief executive` of "acting chief executive of a firm"."""
    match = _ROLE.match(person.role)
    words = [word for word in match.group(1).split() if word not in _STATES] if match else []
    # "of the exam board" and "carried loads" are no titles.
    if not words or words[-1] in _LOOSE or words[0] == "of":
        return ""
    if words[0].endswith("ed") or words[-1].endswith(("ed", "ing")):
        return ""
    return " ".join(words)


def speaker(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one statement given to another of the article's speakers."""
    assert item.facts is not None
    found = mentions(text, item)
    named = {said.who for said in item.facts.said}
    speakers = [p for p in item.facts.people if named & {p.name, *p.also}]
    saying = [m for m in found if m.person in speakers and _says(text, m)]
    for mention in rng.sample(saying, len(saying)):
        others = [person for person in speakers if person != mention.person]
        if others:
            return _renamed(text, [mention], {mention.person: rng.choice(others)})
    return None


def _says(text: str, mention: Mention) -> bool:
    """Return whether a verb of saying stands beside a name."""
    around = text[max(0, mention.start - _NEAR) : mention.start], text[mention.end : mention.end + _NEAR]
    return any(_SAYING.search(words) for words in around)


def honorific(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with an honorific dropped, or one added that the article gives that person."""
    options = []
    for mention in mentions(text, item):
        words = text[mention.start : mention.end]
        if title := _TITLE.search(text[: mention.start]):
            options.append(text[: title.start()] + text[mention.start :])
            continue
        last = re.escape(surname(mention.person))
        given = re.search(rf"\b({'|'.join(_TITLES)}) {last}\b", item.evidence)
        if given and words.split()[0] not in _TITLES:
            options.append(text[: mention.start] + f"{given.group(1)} " + text[mention.start :])
        elif words.split()[0] in _TITLES:
            options.append(text[: mention.start] + words.partition(" ")[2] + text[mention.end :])
    return rng.choice(options) if options else None


def name_form(text: str, item: Item, rng: random.Random) -> str | None:
    """Return the text with one person named in a shorter form, or by the whole name."""
    assert item.facts is not None
    options = []
    lasts = [surname(person) for person in item.facts.people]
    for mention in mentions(text, item):
        words, name = text[mention.start : mention.end], mention.person.name
        last = surname(mention.person)
        if " " not in name or lasts.count(last) != 1:
            continue
        known = last in mention.person.also or re.search(
            rf"\b(?:{'|'.join(_TITLES)})\.? {re.escape(last)}\b", item.evidence
        )
        if words == name and known:
            options.append(text[: mention.start] + last + text[mention.end :])
        elif words == last and not _TITLE.search(text[: mention.start]):
            options.append(text[: mention.start] + name + text[mention.end :])
    return rng.choice(options) if options else None
