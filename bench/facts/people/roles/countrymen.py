"""What country, and what party, a text says its people are of: "the Norwegian Haugen" is no Colombian."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.names.gazetteer import country_of
from bench.facts.people.names.lists import roles, titles
from bench.facts.people.roles.kinds import nations, parties
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_DOUBT = 0.65


class _Group(NamedTuple):
    """Countries or parties: which a word belongs to, whether it needs its capital, what follows a name."""

    of: Callable[[Iterable[str]], frozenset[int]]
    capital: bool
    behind: re.Pattern[str]


_GROUPS = (
    _Group(nations, capital=False, behind=re.compile(r",? (?:of|from) (\w+)")),
    # "a conservative estimate" is no party's.
    _Group(
        parties,
        capital=True,
        behind=re.compile(
            r"(?:,? of the |, (?:also |who is )?(?:an? )?|, (?:the |an? )(?:[\w'-]+ ){0,2}?)(\w+)"
            r"(?=[,.;]| (?:from|of|who|and)\b)"
        ),
    ),
)


def judge_countries(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each country or party that a summary gives to a person of whom the article says another."""
    if SUSPECT_FROM[strictness] > _DOUBT:
        return
    for number, group in enumerate(_GROUPS):
        if group.of(summary.tokens_of):
            yield from _judge(source, summary, number, strictness)


def _judge(source: "Source", summary: Document, number: int, strictness: "Strictness") -> Iterator[Judged]:
    group, article = _GROUPS[number], _told(source)[number]
    for known in told(source, summary).known:
        place = _before(group, summary, known.mention.start)
        if place is None and group.capital:
            # "Of Estonia" may tell where somebody is; "a Green" tells what he is.
            place = _behind(group, summary, known.mention.end)
        if place is None:
            continue
        selves = source.person_scene.selves(known.person)
        theirs = [at for index in sorted(selves) for at in article.get(index, ())]
        word, start, end = place
        if not theirs or any(_one(group, word, other[0]) for other in theirs):
            continue
        if _near(source, number, word, selves):
            continue
        span, said = summary.span(start, end), source.document.text[slice(*theirs[0][1:])]
        evidence = (source.document.span(*theirs[0][1:]),)
        name = source.cast.people[known.person].name
        claim, reason = f"{name}: {summary.text[start:end]}", f"article: {said} {name}"
        yield told_of_another("role", claim, span, evidence, reason, _DOUBT, strictness)


_CODE = re.compile(r" \(([A-Z]{3})\)")

_Place = tuple[str, int, int]  # the word, and where it stands
# Who is Scottish may be called British.
_BRITONS = nations("british english scottish welsh irish".split())


@once_each
def _told(source: "Source") -> tuple[dict[int, list[_Place]], ...]:
    """Return for each person of the article the words for a country, and for a party, beside the name."""
    document = source.document
    return tuple(
        {
            index: [
                place
                for mention in person.mentions
                for place in (_before(group, document, mention.start), _behind(group, document, mention.end))
                if place is not None
            ]
            for index, person in enumerate(source.cast.people)
        }
        if group.of(document.tokens_of) or (group.of is nations and _CODE.search(document.text))
        else {}
        for group in _GROUPS
    )


def _belongs(group: _Group, document: Document, word: str, start: int) -> bool:
    return bool(group.of((word,))) and (not group.capital or document.text[start].isupper())


def _before(group: _Group, document: Document, start: int) -> _Place | None:
    """Return the word of a group that stands before a name, with nothing but an occupation between."""
    end = start
    for _ in range(3):
        begin = max(document.lower.rfind(" ", 0, end - 1), document.lower.rfind("\n", 0, end - 1)) + 1
        word = document.lower[begin : end - 1].removesuffix("'s")
        if document.lower[end - 1 : end] != " " or not word:
            return None
        if _belongs(group, document, word, begin) and not document.lower.startswith("-", end - 1):
            return word, begin, begin + len(word)
        if word not in roles() and word not in titles() and word not in _OF_A_PARTY:
            return None
        end = begin
    return None


_OF_A_PARTY = frozenset("group party mp rep sen".split())


def _behind(group: _Group, document: Document, end: int) -> _Place | None:
    """Return the word of a group behind a name: "Maro of Estonia", "Maro (EST)", "Maro, a Democrat,"."""
    code = _CODE.match(document.text, end) if group.of is nations else None
    if code is not None:
        country = country_of(code.group(1)).lower().rpartition(" ")[2]
        return (country, *code.span(1)) if nations((country,)) else None
    match = group.behind.match(document.lower, end)
    if match is None or not _belongs(group, document, match.group(1), match.start(1)):
        return None
    return match.group(1), *match.span(1)


def _one(group: _Group, word: str, other: str) -> bool:
    both = group.of((word, other))
    return len(both) == 1 or (group.of is nations and both <= _BRITONS)


def _near(source: "Source", number: int, word: str, selves: frozenset[int]) -> bool:
    """Whether a sentence with this person has the word's group, and not beside another's name."""
    group, scene, document = _GROUPS[number], source.person_scene, source.document
    wanted, article = group.of((word,)), _told(source)[number]
    anothers = {at[1] for index, all_of in article.items() if index not in selves for at in all_of}
    tokens = (
        token
        for sentence in sorted({sentence for person in selves for sentence in scene.sentences_of(person)})
        for token in range(*document.sentence_tokens[sentence])
    )
    return any(
        group.of((document.lower_tokens[token],)) & wanted and document.cut.starts[token] not in anothers
        for token in tokens
    )
