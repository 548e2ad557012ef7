"""Where an article speaks of its people: by name, and by a pronoun taken to mean one of them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache

import msgspec

from bench.facts.people.names.lists import first_names, part, roles
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.mentions import Person
from bench.text.document import Document

# A pronoun is less sure than a name: measured on persons exchanged in the validation part.
_SURE = 0.75
PRONOUNS = {"he": "men", "him": "men", "his": "men", "she": "women", "her": "women"}
_TELLING = frozenset({'"', *PRONOUNS})
_TITLES = {
    "men": frozenset("mr sir lord king prince duke herr monsieur senor signor father brother pope".split()),
    "women": frozenset(
        "mrs ms miss dame lady queen princess duchess frau madame senora signora sister".split()
    ),
}
# How many sentences back a pronoun may reach, and how many mentions.
_REACH, _CANDIDATES = 3, 6


class Place(msgspec.Struct, frozen=True, gc=False):
    """A mention in an article: token, sentence, index of the person, how sure, and whether in full."""

    token: int
    sentence: int
    person: int
    weight: float
    full: bool


@cache
def _known(gender: str) -> frozenset[str]:
    return part("name_gender.txt", gender)


def gender(person: Person) -> str:
    """Return "men" or "women" where a title or the given name tells, else ""."""
    for mention in person.mentions:
        for which, titles in _TITLES.items():
            if any(title in titles for title in mention.title):
                return which
    first = person.keys[0]
    if len(person.keys) < 2 or len(first) < 2:
        return ""
    last = person.keys[-1]
    if first not in first_names() and (last in _known("men") or last in _known("women")):
        # "Kárász Gergely": the family name stands first.
        first = last
    if first in _known("men"):
        return "men"
    return "women" if first in _known("women") or first.endswith("a") else ""


def read_places(cast: Cast, sentence_of: Sequence[int]) -> Iterator[Place]:
    """Yield every mention of a person by name or by pronoun, in order.

    A pronoun means the subject of the sentence or of the last one that has a person, if the gender can be
    theirs, or else the last person named whose it is.
    """
    document, named = cast.document, _named(cast)
    genders = [gender(person) for person in cast.people]
    telling = {index for word in _TELLING for index in document.tokens_of.get(word, ())}
    by_sentence: dict[int, list[int]] = {}
    for index in named:
        by_sentence.setdefault(sentence_of[index], []).append(index)
    recent: list[tuple[int, int]] = []
    subject, last, quoted, whose = -1, -1, False, -1
    # Whom a sentence calls "he" it does not call "she" as well.
    lent: dict[int, int] = {}
    for index in sorted(telling | named.keys()):
        word, sentence = document.lower_tokens[index], sentence_of[index]
        if word == '"':
            quoted = _opens(document.text, document.cut.starts[index], quoted)
        elif index in named:
            person, full = named[index]
            body = document.lower_tokens[index - 1 : index] == ("the",) and _next(document, index) in _BODIES
            yield Place(index, sentence, person, _ITS_BODY if body else 1.0, full)
            # Whom a quotation names, or whose government it is, is not whom the sentence calls "he".
            if not quoted and not body:
                recent.append((sentence, person))
                if sentence != last or (whose >= 0 and _belongs(document.lower_tokens, whose, index)):
                    subject, last, whose = person, sentence, -1
        elif (wanted := PRONOUNS.get(word)) and subject >= 0:
            for other in [one for one, where in lent.items() if where != sentence]:
                genders[other] = ""
                del lent[other]
            behind = {named[at][0] for at in by_sentence.get(sentence, ()) if at > index}
            person = _meant(subject, recent, genders, wanted, sentence, behind)
            if person >= 0:
                yield Place(index, sentence, person, _SURE, False)
                if not genders[person]:
                    genders[person], lent[person] = wanted, sentence
                if sentence != last:
                    whose = index if word in _POSSESSIVE and not quoted else -1
                    subject, last = person, sentence


def _belongs(words: Sequence[str], whose: int, index: int) -> bool:
    """Whether who is named at `index` is somebody's: "Her predecessor, Paul Holt, left"."""
    return index - whose <= _OF_WHOM and (words[index - 1] in _NAMES or words[index - 1] in roles())


_POSSESSIVE = frozenset(("his", "her"))
_NAMES = frozenset(", is was".split())
# How many words what somebody is to another has, with the name.
_OF_WHOM = 6


def _named(cast: Cast) -> dict[int, tuple[int, bool]]:
    """Return the person of each mention by its token, and whether it is in full; a token has one at most."""
    mentions = sorted(
        (mention.start, index, len(mention.keys) > 1)
        for index, person in enumerate(cast.people)
        for mention in person.mentions
    )
    document = cast.document
    starts, lower = document.cut.starts, document.lower_tokens
    found: dict[int, tuple[int, bool]] = {}
    at = -1
    for start, person, full in mentions:
        at = max(at + 1, bisect_left(starts, start))
        while at < len(lower) and lower[at] == '"':
            at += 1
        if at < len(lower) and not _byline(document, at):
            found[at] = person, full
    return found


def _byline(document: Document, index: int) -> bool:
    """Whether who is named there wrote the article, at its head: nothing in it is told of them."""
    if index > _HEAD or document.lower_tokens[index - 1 : index] != ("by",):
        return False
    return index == 1 or not _PRESS.isdisjoint(document.lower_tokens[index : index + _PRESS_REACH])


_HEAD, _PRESS_REACH = 40, 8
_PRESS = frozenset(
    "correspondent reporter writer editor staff press reuters wire mailonline columnist".split()
)


def _opens(text: str, at: int, quoted: bool) -> bool:
    """Whether a quotation mark opens: by the spaces beside it, or, where these say nothing, by turns."""
    before, after = text[at - 1 : at].strip(), text[at + 1 : at + 2].strip()
    if bool(before) == bool(after):
        return not quoted
    return bool(after)


def _meant(
    subject: int, recent: Sequence[tuple[int, int]], genders: Sequence[str], wanted: str, sentence: int,
    behind: Collection[int],
) -> int:  # fmt: skip
    """Return whom a pronoun means, -1 where nobody near fits.

    Who is named `behind` it in its own sentence is another: "He was jailed by the Holt government".
    """
    if genders[subject] in ("", wanted) and subject not in behind:
        return subject
    near = [person for at, person in recent[: -_CANDIDATES - 1 : -1] if sentence - at <= _REACH]
    near = [person for person in near if person not in behind] or near
    fitting = [person for person in near if genders[person] == wanted]
    fitting += [person for person in near if not genders[person]]
    return fitting[0] if fitting else -1


_ITS_BODY = 0.5
"""How surely a sentence tells of the one whose government or team it names."""
_BODIES = frozenset("government administration regime cabinet team campaign camp family era".split())


def _next(document: Document, index: int) -> str:
    return document.lower_tokens[index + 1] if index + 1 < len(document.lower_tokens) else ""
