"""What country a text says its people are of: "the Norwegian Sindre Haugen" is no Colombian."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.kinds import nations
from bench.facts.people.lists import roles, titles
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, WRONG_FROM
from bench.records import Finding, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_DOUBT = 0.65


def judge_countries(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each country that a summary gives to a person of whom the article says another."""
    if SUSPECT_FROM[strictness] > _DOUBT or not nations(summary.tokens_of):
        return
    people, verdict = source.cast.people, _verdict(strictness)
    for known in told(source, summary).known:
        place = _country(summary, known.mention.start)
        if place is None:
            continue
        selves = source.person_scene.selves(known.person)
        theirs = [at for index in sorted(selves) for at in _countries(source).get(index, ())]
        word, start, end = place
        if not theirs or any(_one(word, other[0]) for other in theirs) or _near(source, word, selves):
            continue
        span, said = summary.span(start, end), source.document.text[slice(*theirs[0][1:])]
        evidence = (source.document.span(*theirs[0][1:]),)
        name = people[known.person].name
        claim, reason = f"{name}: {summary.text[start:end]}", f"article: {said} {name}"
        yield Judged(Finding("role", claim, verdict, span.start, span.end, evidence, reason), _DOUBT)


def _verdict(strictness: "Strictness") -> Verdict:
    return "misattached" if WRONG_FROM[strictness] <= _DOUBT else "suspect"


_Country = tuple[str, int, int]  # the word, and where it stands
# Who is Scottish may be called British.
_BRITONS = nations("british english scottish welsh irish".split())


@once_each
def _countries(source: "Source") -> dict[int, list[_Country]]:
    """Return for each person of the article the words for a country right before the name."""
    found = dict[int, list[_Country]]()
    if nations(source.document.tokens_of):
        for index, person in enumerate(source.cast.people):
            places = [_country(source.document, mention.start) for mention in person.mentions]
            places += [_home(source.document, mention.end) for mention in person.mentions]
            found[index] = [place for place in places if place is not None]
    return found


def _country(document: Document, start: int) -> _Country | None:
    """Return the word for a country that stands before a name, with nothing but an occupation between."""
    end = start
    for _ in range(3):
        begin = document.lower.rfind(" ", 0, end - 1) + 1
        word = document.lower[begin : end - 1]
        if document.lower[end - 1 : end] != " " or not word:
            return None
        if nations((word,)) and not document.lower.startswith("-", end - 1):
            return word, begin, end - 1
        if word not in roles() and word not in titles():
            return None
        end = begin
    return None


def _home(document: Document, end: int) -> _Country | None:
    """Return the country behind a name ("Viktor Maro of Estonia")."""
    match = _OF.match(document.lower, end)
    return (match.group(1), *match.span(1)) if match is not None and nations((match.group(1),)) else None


_OF = re.compile(r",? (?:of|from) (\w+)")


def _one(word: str, other: str) -> bool:
    both = nations((word, other))
    return len(both) == 1 or both <= _BRITONS


def _near(source: "Source", word: str, selves: frozenset[int]) -> bool:
    """Whether a sentence with this person has the country, and not before another's name."""
    wanted, scene, document = nations((word,)), source.person_scene, source.document
    anothers = {at[1] for index, all_of in _countries(source).items() if index not in selves for at in all_of}
    tokens = (
        token
        for sentence in sorted({sentence for person in selves for sentence in scene.sentences_of(person)})
        for token in range(*document.sentence_tokens[sentence])
    )
    return any(
        nations((document.lower_tokens[token],)) & wanted and document.cut.starts[token] not in anothers
        for token in tokens
    )
