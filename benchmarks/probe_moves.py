"""People in each other's place: exchanged, given another's statement, given another's office."""

import re
from collections.abc import Iterator
from functools import cache

from labelled import SETS, Written, rows
from named_people import Name, Place, people, places, probe, sentence_at
from probes import Probe, replaced, seeded

_SPEECH = (
    "said|says|say|told|tells|added|adds|claimed|claims|insisted|insists|warned|warns|admitted|admits|"
    "believes|tweeted|explained|explains|argued|argues|revealed|reveals|announced|denied|denies|"
    "stated|states|praised|criticised|criticized|urged|urges|vowed|promised|predicted|acknowledged|"
    "recalled|replied|wrote"
)
_OFFICES = (
    "president|vice president|prime minister|deputy prime minister|foreign minister|finance minister|"
    "defence minister|defense minister|foreign secretary|home secretary|defence secretary|"
    "health secretary|secretary of state|chancellor|senator|governor|mayor|ambassador|king|queen|"
    "prince|princess|pope|archbishop|bishop|judge|sheriff|police chief|attorney general|"
    "district attorney|prosecutor|chief executive|ceo|chairman|chairwoman|founder|co-founder|owner|"
    "director|spokesman|spokeswoman|manager|assistant manager|head coach|coach|captain|skipper|"
    "goalkeeper|keeper|striker|winger|defender|midfielder|full-back|fly-half|quarterback|pitcher|"
    "leader|deputy leader|first minister|mp|general secretary|headteacher|principal|professor|editor|"
    "author|singer|actor|actress|lawyer|attorney|coroner|detective|commissioner|commander"
)


def _words(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[a-z]{4,}", text.lower())}


@cache
def _sentences(document: str) -> tuple[tuple[str, frozenset[str]], ...]:
    pieces = re.split(r"(?<=[.!?])[\"'”’]? +|\n+", document)
    return tuple((piece, frozenset(_words(piece))) for piece in pieces if piece.strip())


def _origin(entry: Written, sentence: str) -> str:
    """Return the article's sentence that shares most words with `sentence`."""
    words = _words(sentence)
    return max(_sentences(entry.document), key=lambda s: len(words & s[1]), default=("", frozenset()))[0]


def _candidates(entry: Written, place: Place) -> list[Name]:
    """Return other persons of the article who stand neither in this sentence nor in the one it comes from."""
    first, last = sentence_at(entry.summary, place.start)
    sentence = entry.summary[first:last]
    origin = _origin(entry, sentence).lower()
    own = {place.name.given, *place.name.surname.split()}
    return [
        n for n in people(entry.document)
        if n.surname.lower() not in origin and n.surname.lower() not in sentence.lower()
        and not own & {n.given, *n.surname.split()}
    ]  # fmt: skip


def _spread(name: Name, place: Place) -> str:
    """Return `name` in the form that `place` uses."""
    return name.full if place.full else name.surname


def exchanged_people(entry: Written) -> Iterator[Probe]:
    """Yield a person replaced by another of the article, and two of the summary exchanged."""
    spots = places(entry)
    for place in spots:
        rng = seeded(f"{entry.key}:{place.start}:x")
        if others := _candidates(entry, place):
            yield probe(entry, "from article", place, _spread(rng.choice(others), place), whole=True)
    for index, one in enumerate(spots):
        for other in spots[index + 1 :]:
            between = entry.summary[one.end : other.start]
            if one.name == other.name or one.full != other.full or len(between) < 30:
                continue
            if other.name not in _candidates(entry, one) or one.name not in _candidates(entry, other):
                continue
            yield _both(entry, one, other)


def _both(entry: Written, one: Place, other: Place) -> Probe:
    flat = entry.summary == entry.summary.lower()
    first, second = entry.summary[one.start : one.end], entry.summary[other.start : other.end]
    summary = replaced(replaced(entry.summary, other.start, other.end, first), one.start, one.end, second)
    return Probe(
        "within summary", entry.pool + ("-lower" if flat else ""), entry.article_key, entry.document,
        entry.summary, sentence_at(entry.summary, one.start), summary, *sentence_at(summary, one.start),
        also=(sentence_at(summary, other.start + len(second) - len(first)),),
    )  # fmt: skip


def extracts(part: str) -> Iterator[Written]:
    """Yield single sentences of articles that name a person with a verb of saying or an office."""
    seen: set[str] = set()
    for dataset in SETS:
        for row in rows(dataset, part):
            if row.article_key in seen or len(people(row.document)) < 3:
                continue
            seen.add(row.article_key)
            picked = [
                s for s, _ in _sentences(row.document)
                if 8 <= len(s.split()) <= 45
                and re.search(rf"\b(?:{_SPEECH}|{_OFFICES})\b", s, re.IGNORECASE)
                and any(n.full in s for n in people(row.document))
            ]  # fmt: skip
            for sentence in picked[:6]:
                yield Written(
                    f"{row.article_key}:{sentence}", row.article_key, "extract", row.document, sentence
                )


def moved_statements(entry: Written) -> Iterator[Probe]:
    """Yield a statement given to another person of the article, where the article says who made it."""
    text = entry.summary
    for place in places(entry):
        after, before = text[place.end : place.end + 40], text[max(0, place.start - 30) : place.start]
        says = re.match(rf"(?:,? who)?(?: has| have| had)?(?: also)? (?:{_SPEECH})\b", after)
        says = says or re.search(rf"(?:\b(?:{_SPEECH})|according to)(?: \w+)? $", before, re.IGNORECASE)
        first, last = sentence_at(text, place.start)
        origin = _origin(entry, text[first:last])
        stated = place.name.surname in origin and re.search(
            rf"\b(?:{_SPEECH})\b|according to", origin, re.IGNORECASE
        )
        if says and stated and (others := _candidates(entry, place)):
            speakers = [n for n in others if _speaks(n, entry.document)]
            rng = seeded(f"{entry.key}:{place.start}:s")
            change = "another speaker" if speakers else "a silent person"
            yield probe(entry, change, place, _spread(rng.choice(speakers or others), place), whole=True)


def _speaks(name: Name, document: str) -> bool:
    surname = re.escape(name.surname)
    return bool(re.search(rf"\b{surname},? (?:{_SPEECH})\b|\b(?:{_SPEECH}) (?:\w+ )?{surname}\b", document))


def moved_offices(entry: Written) -> Iterator[Probe]:
    """Yield an office given to another person of the article, where the article says who holds it."""
    text = entry.summary
    for place in places(entry):
        before, after = text[max(0, place.start - 45) : place.start], text[place.end : place.end + 60]
        title = re.search(rf"\b({_OFFICES}),? $", before, re.IGNORECASE)
        title = title or re.match(
            rf",? (?:the |a |who is (?:the )?|an )?(?:[\w'-]+ ){{0,3}}({_OFFICES})\b", after, re.IGNORECASE
        )
        if not title or "," in text[place.end : place.end + title.start(1)].lstrip(","):
            continue
        office = title.group(1).lower()
        if not _holds(place.name, office, entry.document):
            continue
        others = [
            n for n in _candidates(entry, place) if not _holds(n, office.split()[-1], entry.document, 120)
        ]
        if others:
            rng = seeded(f"{entry.key}:{place.start}:o")
            yield probe(entry, "office", place, _spread(rng.choice(others), place), whole=True)


def _holds(name: Name, office: str, document: str, reach: int = 45) -> bool:
    """Whether the article has this office within `reach` characters of the name."""
    lowered = document.lower()
    for match in re.finditer(re.escape(name.surname.lower()), lowered):
        near = lowered[max(0, match.start() - reach) : match.end() + reach]
        if re.search(rf"\b{re.escape(office)}\b", near):
            return True
    return False
