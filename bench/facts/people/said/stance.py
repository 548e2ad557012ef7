"""Who confirms and who denies: a denial told as a confirmation, and the reverse."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.deeds.context import content
from bench.facts.people.names.lists import part_lines
from bench.facts.people.said.read import Named
from bench.facts.people.told import told
from bench.facts.strictness import told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


class Stance(NamedTuple):
    """What somebody takes a stand on: who, the line of verbs and its side, the words of it, and where."""

    person: int
    line: int
    side: int
    stems: frozenset[str]
    sentence: int
    token: int


def judge_stances(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each stand of a summary of which the article tells the opposite, with its graded doubt."""
    if standing().isdisjoint(summary.lower_tokens):
        return
    token_at = {start: token for token, start in enumerate(summary.cut.starts)}
    known = [k for k in told(source, summary).known if k.mention.start in token_at]
    named = [Named(token_at[k.mention.start], k.person) for k in known]
    scene = source.person_scene
    for stance in _stances(summary, named, scene.names):
        other = _opposite(source, stance)
        if other is None:
            continue
        text, start = summary.cut.texts[stance.token], summary.cut.starts[stance.token]
        span = summary.span(start, start + len(text))
        name, verb = source.cast.people[stance.person].name, source.document.cut.texts[other.token]
        verb = verb if verb != "guilty" else f"pleaded {'not ' * other.side}guilty to"
        evidence = (source.document.span(*source.document.sentences[other.sentence]),)
        claim, reason = f"{name} {text}", f"article: {name} {verb} this"
        yield told_of_another("speaker", claim, span, evidence, reason, _DOUBT, strictness)


_DOUBT = 0.7
"""Suspect at the least by every strictness."""
# So much of what the words weigh must be in the article's sentence too.
_SHARED = 0.45


def _opposite(source: "Source", stance: Stance) -> Stance | None:
    """Return the article's stand of this person that is the other side of the same matter."""
    scene = source.person_scene
    selves = scene.selves(stance.person)
    mine = [s for s in article_stances(source) if s.person in selves and s.line == stance.line]

    def shared(other: Stance) -> float:
        weights = {key: scene.weight(key) or 1.0 for key in stance.stems}
        common = fsum(weights[key] for key in sorted(stance.stems & other.stems))
        return common / fsum(weights[key] for key in sorted(weights)) if weights else 0.0

    against = max((s for s in mine if s.side != stance.side), key=shared, default=None)
    if against is None:
        return None
    same = max((shared(s) for s in mine if s.side == stance.side), default=0.0)
    whole = shared(against)
    bare = not (against.stems - _CHARGES) and bool(stance.stems & _CHARGES)
    return against if (whole >= _SHARED or bare) and same < whole else None


# "He denied the accusations": of what, the sentences before tell.
_CHARGES = frozenset("accusa alleg allega charge claim claims report rumour rumor wrongd".split())


@once_each
def article_stances(source: "Source") -> tuple[Stance, ...]:
    """Return the stands that people of an article take."""
    scene = source.person_scene
    here = [Named(place.token, place.person, place.weight == 1) for place in scene.places]
    return tuple(_stances(source.document, here, scene.names))


@cache
def _verbs() -> dict[str, tuple[int, int]]:
    """Return for each verb its line in the list and its side, 0 or 1."""
    return {
        verb: (number, side)
        for number, line in enumerate(part_lines("voices.txt", "stands"))
        for side, verbs in enumerate(line.split(" | "))
        for verb in verbs.split()
    }


@cache
def standing() -> frozenset[str]:
    """Return every word that tells a stand."""
    return frozenset(("guilty", *_verbs()))


_NOT = frozenset("not never neither nor to without cannot".split())
_STOPS = frozenset('. ; : ? ! "'.split())


def _stances(document: Document, here: Sequence[Named], names: frozenset[str]) -> Iterable[Stance]:
    """Yield the stands of a text: a verb, the person before it, and the words behind it."""
    words = document.lower_tokens
    places = document.tokens_of
    for at in sorted(at for verb in standing().intersection(places) for at in places[verb]):
        sentence = document.sentence_with(at)
        first, last = document.sentence_tokens[sentence]
        stand = _stand(words, first, at)
        if stand is None:
            continue
        before = (m for m in reversed(here) if first <= m.token < at)
        subject = next((m for m in before if _is_subject(words, m.token, at)), None)
        if subject is None:
            continue
        end = next((i for i in range(at + 1, last) if words[i] in _STOPS or words[i] == "but"), last)
        stems = frozenset(content(words[at + 1 : end], names))
        if stems and not _negated(words[at + 1 : end]):
            yield Stance(subject.person, *stand, stems, sentence, at)


def _stand(words: Sequence[str], first: int, at: int) -> tuple[int, int] | None:
    """Return the line and side of the verb at `at`; None for a negated or passive one."""
    before = words[max(first, at - 3) : at]
    if words[at] == "guilty" and not _PLEADS.isdisjoint(before):
        return 0, int("not" in before)
    stand = _verbs().get(words[at])
    negated = any(word in _NOT or word.endswith("n't") for word in before)
    return None if negated or (before[-1:] and before[-1] in _PASSIVE) else stand


_PLEADS = frozenset(("pleaded", "pleads", "pled"))
_PASSIVE = frozenset("is was are were be been being".split())


def _negated(words: Sequence[str]) -> bool:
    """Whether what is confirmed or denied is itself a negation."""
    return any(word in _NONE or word.endswith("n't") for word in words[:8])


_NONE = frozenset("not no never nobody nothing none neither".split())


def _is_subject(words: Sequence[str], token: int, verb: int) -> bool:
    """Whether the person at `token` is who does the verb: nothing between but an apposition or "who"."""
    between = words[token:verb]
    name = between[: between.index(",")] if "," in between else between
    if len(between) > 14 or not _STOPS.isdisjoint(between) or any(w.endswith(("'s", "s'")) for w in name):
        return False
    commas = between.count(",")
    apposed = "who" in between or between[-1] == "," or (token > 0 and words[token - 1] == ",")
    return commas in (0, 2) or (commas == 1 and apposed)
