"""Who of an article says nothing: somebody who "would not comment" has made no statement."""

import re
from typing import TYPE_CHECKING

from bench.facts.kept import once_each
from bench.facts.people.said.statements import statements
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
