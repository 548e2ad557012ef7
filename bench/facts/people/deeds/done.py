"""Who does what in a text, and to whom what is done: deeds by their verb and the side a person stands on.

A passive is turned round ("was sacked by Holt": Holt's doing): a deed is known again however it is told.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.deeds.scene import PersonScene
from bench.facts.people.deeds.words import other_words, stem
from bench.facts.people.names.lists import roles
from bench.text.document import Document


class Deed(NamedTuple):
    """A verb's stem and place, whose it is, and whether that person does it, not another to them."""

    person: int
    stem: str
    does: bool
    token: int


class Spot(NamedTuple):
    """A person in a text: the half-open range of the words that name them."""

    first: int
    last: int
    person: int


_BE = frozenset("is was were are been being be gets got get".split())
_HELPERS = _BE | frozenset(
    "has had have will would could may might can to since also then later now reportedly already once first "
    "who never not again still just recently previously both too finally subsequently immediately".split()
)
_LINKS = frozenset(
    "said says the of in on at for with and but as it that this from by after before while when who "
    "which".split()
)
_OPENERS = frozenset("the a an his her their its former top then fellow late".split())
_IRREGULAR = frozenset(
    "given taken shot won lost beaten seen known held found made told sent born hurt led paid sold bought "
    "caught thrown struck hit written left brought taught chosen driven flown came went gave took saw "
    "knew".split()
)
# How many words may stand between a name and its verb, and how long an apposition may be.
_GAP, _APPOSITION = 5, 13


def deeds(words: Sequence[str], spots: Iterable[Spot]) -> Iterator[Deed]:
    """Yield the deeds told right beside persons in a text of lower-case `words`."""
    for spot in spots:
        yield from _behind(words, spot)
        before = _before(words, spot)
        if before is not None:
            yield before


def _is_verb(word: str) -> bool:
    return _is_participle(word) or stem(word) in other_words()


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _IRREGULAR


def _behind(words: Sequence[str], spot: Spot) -> Iterator[Deed]:
    """Yield what a person does by the verb behind the name, or what is done to them, and a second verb."""
    at = _over_apposition(words, spot.last)
    begun, passive = at, False
    while at < min(len(words), begun + _GAP) and words[at] in _HELPERS:
        passive = passive or words[at] in _BE
        at += 1
    if at >= len(words) or len(words[at]) < 3 or not _can_be_verb(words[at]):
        return
    # "Is suing" is no passive, but "is being sued" is.
    lasts = passive and words[at].endswith("ing")
    if not passive or lasts or _is_participle(words[at]):
        yield Deed(spot.person, stem(words[at]), not passive or lasts, at)
    for second in range(at + 1, min(len(words) - 1, at + 12)):
        if words[second] in ".;,":
            return
        if words[second] == "and" and _is_participle(words[second + 1]):
            yield Deed(spot.person, stem(words[second + 1]), does=True, token=second + 1)
            return


def _can_be_verb(word: str) -> bool:
    return word.isalpha() and word not in _LINKS and _is_verb(word)


def _over_apposition(words: Sequence[str], at: int) -> int:
    """Return where the sentence goes on behind an apposition or "who", the text's end where it does not."""
    if at >= len(words) or words[at] != ",":
        return at
    for behind in range(at + 1, min(len(words), at + 1 + _APPOSITION)):
        if words[behind] in (",", "who"):
            return behind + (words[behind] == ",")
        if words[behind] in ".;":
            break
    return len(words)


def _before(words: Sequence[str], spot: Spot) -> Deed | None:
    """Return the deed whose object a name is, or whose doer ("by Holt")."""
    at = spot.first - 1
    while at >= 0 and spot.first - at <= _GAP + 1 and _stands_before_name(words[at]):
        at -= 1
    if at < 0 or spot.first - at > _GAP + 2:
        return None
    if words[at] == "by":
        near = range(at - 1, max(-1, at - _GAP), -1)
        verb = next((token for token in near if _is_participle(words[token])), None)
        return Deed(spot.person, stem(words[verb]), does=True, token=verb) if verb is not None else None
    # "Was sacked Holt" is no English: behind a passive stands no object.
    lasts = words[at].endswith("ing")
    if not _is_deed(words[at]) or not (lasts or _BE.isdisjoint(words[max(0, at - 2) : at])):
        return None
    return Deed(spot.person, stem(words[at]), does=False, token=at)


def _stands_before_name(word: str) -> bool:
    """Whether a word can belong to the noun phrase that a name ends ("the former champion Holt")."""
    return word in _OPENERS or (word.isalpha() and word not in _LINKS | _BE and not _is_deed(word))


def _is_deed(word: str) -> bool:
    """Whether a word before a name is a verb of it, and not what somebody is ("the coach Holt")."""
    return _is_verb(word) and word not in roles() and word not in _BE


def spot_of(document: Document, start: int, end: int, person: int) -> Spot:
    """Return a person at characters `start:end` by the words there."""
    starts = document.cut.starts
    return Spot(bisect_left(starts, start), bisect_left(starts, end), person)


def owns(words: Sequence[str], spot: Spot) -> bool:
    """Whether a name is a possessive: "sued by Holt's wife"."""
    return words[spot.last - 1].endswith(("'s", "s'")) or words[spot.last : spot.last + 1] in _OWNS


_OWNS = (("'s",), ("'",))


def named_spots(scene: PersonScene) -> list[Spot]:
    """Return the people of an article by the words of each mention of them by name."""
    return [
        spot_of(scene.document, mention.start, mention.end, index)
        for index, person in enumerate(scene.cast.people)
        for mention in person.mentions
    ]


@once_each
def article_deeds(scene: PersonScene) -> Mapping[str, list[Deed]]:
    """Return the deeds that an article tells of its people, by stem."""
    pronouns = [Spot(at.token, at.token + 1, at.person) for at in scene.places if at.weight < 1]
    found: dict[str, list[Deed]] = {}
    for deed in deeds(scene.document.lower_tokens, [*named_spots(scene), *pronouns]):
        found.setdefault(deed.stem, []).append(deed)
    return found


def done_by_another(
    scene: PersonScene,
    told: Iterable[Deed],
    people: tuple[frozenset[int], frozenset[int]],
    sentences: Mapping[int, float],
) -> tuple[bool, float]:
    """Return whether the article has one of some deeds with the same person, and how surely with another one.

    `people` are those whom the mention may mean, and with them those of its sentence; how surely is what
    `sentences` has for the sentence that tells of another.
    """
    own, inside = people
    article = article_deeds(scene)
    mine, theirs = False, 0.0
    for deed in told:
        keys = (deed.stem, *other_words().get(deed.stem, ()))
        alike = [one for key in keys for one in article.get(key, ())]
        of_own = [one for one in alike if one.person in own]
        mine = mine or any(one.does == deed.does for one in of_own)
        if not of_own:
            others = (one for one in alike if one.does == deed.does and one.person not in inside)
            theirs = max([theirs, *(sentences.get(scene.sentence_of[one.token], 0.0) for one in others)])
    return mine, theirs
