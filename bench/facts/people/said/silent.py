"""Who of an article says nothing, or denies something: who "would not comment" has made no statement."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bench.facts.kept import once_each
from bench.facts.people.deeds.context import content
from bench.facts.people.said.stance import standing
from bench.facts.people.said.statements import Spoken, statements
from bench.records import Span

if TYPE_CHECKING:
    from bench.facts.source import Source

_SILENT = re.compile(
    r"(?:, [^.;!?\"\n]{2,70},)?(?: has| have| had)? "
    r"(?:(?:(?:would|did|could) not|declin(?:es|ed)|refus(?:es|ed)) (?:to )?"
    r"(?:(?:immediately )?(?:comment|respond|answer)|be (?:drawn|reached))\b|"
    r"(?:was not|was un)(?: immediately)? ?available for comment|made no (?:comment|statement))"
)


@once_each
def _silent(source: "Source") -> dict[int, tuple[int, int]]:
    """Return the people of an article who would not speak, and where it says so."""
    text = source.document.lower
    if "comment" not in text and "respond" not in text and "reached" not in text:
        return {}
    found = dict[int, tuple[int, int]]()
    for index, person in enumerate(source.cast.people):
        for mention in person.mentions:
            match = _SILENT.match(text, mention.end)
            if match is not None:
                found[index] = (mention.start, match.end())
    speaking = {told_by.person for told_by in statements(source)}
    return {
        index: at for index, at in found.items() if speaking.isdisjoint(source.person_scene.selves(index))
    }


def silence(source: "Source", people: frozenset[int]) -> Span | None:
    """Return where the article says that a speaker said nothing, if it gives him no statement either."""
    told = _silent(source)
    at = next((told[index] for index in sorted(people) if index in told), None)
    return source.document.span(*at) if at is not None else None


def denial(source: "Source", people: frozenset[int], spoken: Spoken, words: Sequence[str]) -> Span | None:
    """Return where the article says that a speaker denied what a summary has him say in `words`."""
    # Who "confirmed" something takes a stand, which is judged as such.
    if len(spoken.stems) < _ENOUGH or _negated(words) or not standing().isdisjoint(words):
        return None
    for person, sentence, stems in _denied(source):
        if person in people and len(stems & spoken.stems) >= max(_ENOUGH, _MOST * len(spoken.stems)):
            return source.document.span(*source.document.sentences[sentence])
    return None


_ENOUGH, _MOST = 2, 0.7
_DENIES = frozenset("denied denies".split())
_STOPS = frozenset(", ; : . ? ! but and saying".split()) | {'"'}
_NONE = frozenset("not no never nobody nothing none neither nor false untrue wrong without".split())


def _negated(words: Iterable[str]) -> bool:
    return any(word in _NONE or word.endswith("n't") or word.startswith(("den", "reject")) for word in words)


@once_each
def _denied(source: "Source") -> tuple[tuple[int, int, frozenset[str]], ...]:
    """Return who denies that something is so: the person, the sentence and the stems of what is denied."""
    document, found = source.document, list[tuple[int, int, frozenset[str]]]()
    if _DENIES.isdisjoint(document.tokens_of):
        return ()
    words, names = document.lower_tokens, source.person_scene.names
    for told_by in statements(source):
        first, last = told_by.part or document.sentence_tokens[told_by.sentence]
        verb = next((at for at in range(first, last) if words[at] in _DENIES), last)
        # "Denied on Monday that it was late", but not "denied the claims": others tell what those are.
        begin = next((at for at in range(verb + 1, min(verb + 4, last)) if words[at] == "that"), last)
        end = next((at for at in range(begin, last) if words[at] in _STOPS), last)
        if told_by.person >= 0 and not _negated(words[begin:end]):
            stems = frozenset(content(words[begin:end], names))
            found.append((told_by.person, told_by.sentence, stems))
    return tuple(found)
