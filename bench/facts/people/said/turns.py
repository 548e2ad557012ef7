"""Turns of a conversation: in interviews and transcripts a name and a colon open what somebody says."""

from typing import TYPE_CHECKING

from bench.facts.people.deeds.scene import PersonScene

if TYPE_CHECKING:
    from collections.abc import Mapping

# Fewer labels than this are headings or quotations.
_LEAST = 3
# A label is a name with a title and an office at most: "Dr Holt (chair):".
_LABEL = 6
NOBODY = -1


def turns(scene: PersonScene) -> "Mapping[int, tuple[int, bool]]":
    """Return for each sentence of a conversation whose turn it is, and whether it opens the turn.

    `NOBODY` is somebody without a name.
    """
    document = scene.document
    if ":" not in document.tokens_of:
        return {}
    opened = {
        sentence: whose
        for sentence in range(len(document.sentence_tokens))
        if (whose := _opens(scene, sentence)) is not None
    }
    if sum(person != NOBODY for person in opened.values()) < _LEAST:
        return {}
    found: dict[int, tuple[int, bool]] = {}
    last = None
    for sentence in range(len(document.sentence_tokens)):
        last = opened.get(sentence, last)
        if last is not None:
            found[sentence] = last, sentence in opened
    return found


def _opens(scene: PersonScene, sentence: int) -> int | None:
    """Return whose turn a sentence opens; None where it opens none."""
    document = scene.document
    first, last = document.sentence_tokens[sentence]
    head = document.lower_tokens[first : min(last, first + _LABEL + 1)]
    if ":" not in head[1:] or '"' in head[: head.index(":")]:
        return None
    colon = first + head.index(":")
    texts = document.cut.texts[first:colon]
    if not all(text[0].isupper() or not text[0].isalpha() for text in texts):
        return None
    places = (scene.places[at] for at in scene.by_sentence.get(sentence, ()))
    named = next((place.person for place in places if place.token < colon and place.weight == 1), None)
    if named is not None:
        return named
    return NOBODY if colon - first == 1 else None
