"""Which body a text says its people act for: a coach of one club is no coach of the other."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.names.compare import bare
from bench.facts.people.names.lists import places
from bench.facts.people.names.presence import spelled_out
from bench.facts.people.reading.run_parts import NATIONS
from bench.facts.people.roles.kinds import overlap, role_names
from bench.facts.people.roles.words import role_phrases
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, told_of_another
from bench.facts.support import function_words
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

# Where the article names that body with somebody else, or only names it.
_ANOTHERS, _UNSURE = 0.65, 0.5
_BODY = r"(?P<body>[A-Z][\w'&-]*[\w&](?: (?:(?:of|and|for|de|do|da) )?[A-Z][\w'&-]*[\w&]){0,4})"
_SMALL = r"(?:[a-z][\w'-]* )"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Professor|Captain|Judge)\.? )?"
# "Northport's coach, Jan Holt", "Northport coach Jan Holt"
_BEFORE = re.compile(rf"(?<![\w'-]){_BODY}(?:'s|')? (?P<role>{_SMALL}{{0,3}}[a-z][a-z-]+),? {_TITLE}$")
# What it ends with: few names have a small word or a title before them, and are looked at in full.
_ROLE_BEFORE = re.compile(rf"[a-z-],? {_TITLE}$")
_LEAD = 14
# "Jan Holt, coach of Northport", "Jan Holt, Northport's coach", "Jan Holt of the Harbour Party"
_BEHIND = (
    re.compile(
        rf", (?P<role>{_SMALL}{{1,5}}?)(?:of|at|for|with) (?:the )?{_SMALL}{{0,2}}?{_BODY}"
        r"(?=[,.;:)]| (?:and|who|said)\b|$)"
    ),
    re.compile(rf", {_BODY}(?:'s|') (?P<role>{_SMALL}{{0,2}}[a-z][a-z-]+)(?=[,.;:)])"),
    re.compile(rf",? (?P<role>)(?:of|at) (?:the )?{_SMALL}{{0,2}}?{_BODY}"),
    re.compile(rf",? (?P<role>)who [\w' ]{{3,40}}? for (?:the )?{_BODY}"),
)  # fmt: skip
_REACH = 110


class Service(NamedTuple):
    """A body that somebody acts for: its folded words, as what (empty where nothing says), and its place."""

    words: frozenset[str]
    role: str
    start: int
    end: int


def judge_bodies(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each body that a summary gives to a person of whom the article names another."""
    if SUSPECT_FROM[strictness] > _ANOTHERS or not source.cast.cased or summary.style != "cased":
        return
    for known in told(source, summary).known:
        for service in _services(summary, known.mention.start, known.mention.end):
            doubt, own = _doubt(source, service, known.person)
            if own is None or doubt < SUSPECT_FROM[strictness]:
                continue
            span = summary.span(service.start, service.end)
            evidence = source.document.span(own.start, own.end)
            name = source.cast.people[known.person].name
            claim, reason = f"{name}: {span.text}", f"article: {name} is of {evidence.text}"
            yield told_of_another("role", claim, span, (evidence,), reason, doubt, strictness)


def _doubt(source: "Source", service: Service, person: int) -> tuple[float, Service | None]:
    """Return how likely a body is not the one somebody acts for, and which that is by the article."""
    words, names = service.words, source.person_scene.names
    if not words <= source.cast.words.keys() or words & names:
        return 0.0, None
    selves = source.person_scene.selves(person)
    article = _served(source)
    theirs = [one for index in sorted(selves) for one in article.get(index, ())]
    alike = [one for one in theirs if _as_one(one.role, service.role) and not one.words & names]
    others = [one for index, all_of in article.items() if index not in selves for one in all_of]
    if any(_one_body(source, one, service) for one in theirs) or _near(source, words, selves):
        return 0.0, None
    if any(one.words == words for one in others):
        own = next(iter([*alike, *(one for one in theirs if not one.role)]), None)
        return _ANOTHERS, own
    return _UNSURE, alike[0] if alike else None


def _as_one(role: str, other: str) -> bool:
    """Whether two roles are one, or neither is told."""
    return (not role and not other) or bool(role and other and overlap(role, other))


def _one_body(source: "Source", one: Service, other: Service) -> bool:
    """Whether two names can be one body's: they share a word, or the one has the initials of the other."""
    if one.words & other.words:
        return True
    text = source.document.text[one.start : one.end]
    return any(
        spelled_out(text, word.upper()) for word in other.words if len(other.words) == 1 and len(word) < 7
    )


def _near(source: "Source", words: frozenset[str], selves: frozenset[int]) -> bool:
    """Whether a sentence with this person names the body."""
    scene = source.person_scene
    here = {sentence for person in selves for sentence in scene.sentences_of(person)}
    tokens = (token for word in sorted(words) for token in source.cast.words[word])
    return any(scene.sentence_of[token] in here for token in tokens)


@once_each
def _served(source: "Source") -> dict[int, list[Service]]:
    """Return for each person of the article the bodies it says they act for."""
    return {
        index: [s for m in person.mentions for s in _services(source.document, m.start, m.end)]
        for index, person in enumerate(source.cast.people)
    }


def _services(document: Document, start: int, end: int) -> Iterator[Service]:
    """Yield the bodies told right beside a mention."""
    text = document.text
    led = _ROLE_BEFORE.search(text, max(0, start - _LEAD), start)
    before = _BEFORE.search(text, max(0, start - _REACH), start) if led else None
    matches = [pattern.match(text, end, end + _REACH) for pattern in _BEHIND]
    for match in (before, *matches):
        if match is None:
            continue
        role = _role(match.group("role"))
        words = frozenset(bare(word) for word in match.group("body").split()) - function_words()
        if (role or not match.group("role")) and words and not _is_place(words):
            yield Service(words, role, *match.span("body"))


def _role(written: str) -> str:
    found = [name for _, _, name in role_phrases(written, 0, len(written))] if written else []
    return found[-1] if found else ""


def _is_place(words: frozenset[str]) -> bool:
    """Whether a name is a country's, a town's or a role's by itself: whom one serves there, another names."""
    return all(word in places() or word in NATIONS or word in role_names() for word in words)
