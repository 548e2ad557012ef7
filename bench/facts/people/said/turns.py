"""Turns of a conversation: in interviews and transcripts a name and a colon open what somebody says.

For the name may stand its initials, or Q and A; or questions stand in lines of their own and have no speaker.
"""

from typing import TYPE_CHECKING

from bench.facts.kept import once_each
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
    opened = _labelled(scene) or _asked(scene)
    found: dict[int, tuple[int, bool]] = {}
    last = None
    for sentence in range(len(scene.document.sentence_tokens) if opened else 0):
        last = opened.get(sentence, last)
        if last is not None:
            found[sentence] = last, sentence in opened
    return found


def _labelled(scene: PersonScene) -> dict[int, int]:
    """Return the sentences that a name or its initials open, with whose they are."""
    document = scene.document
    if ":" not in document.tokens_of:
        return {}
    opened = {
        sentence: whose
        for sentence in range(len(document.sentence_tokens))
        if (whose := _opens(scene, sentence)) is not None
    }
    return opened if sum(person != NOBODY for person in opened.values()) >= _LEAST else {}


def _asked(scene: PersonScene) -> dict[int, int]:
    """Return the questions that are lines, nobody's, and the answers, whose who is named first."""
    text, sentences = scene.document.text, scene.document.sentences
    if text.count("?\n") < _LEAST:
        return {}
    asked = [
        at
        for at, (start, end) in enumerate(sentences)
        if start and text[start - 1] == "\n" and text[end - 1] == "?" and text[end : end + 1] == "\n"
    ]
    named = (place.person for place in scene.places if asked and place.sentence < asked[0])
    answers = next(named, None)
    if (
        len(asked) < _LEAST
        or answers is None
        or '"' in text[sentences[asked[0]][0] : sentences[asked[-1]][1]]
    ):
        return {}
    return dict.fromkeys(asked, NOBODY) | {at + 1: answers for at in asked if at + 1 not in asked}


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
    return _initials(scene).get(texts[0], NOBODY) if colon - first == 1 else None


@once_each
def _initials(scene: PersonScene) -> dict[str, int]:
    """Return whom the initials mean that open turns, and the witness whom Q addresses and A is."""
    found: dict[str, int] = {}
    for index, person in enumerate(scene.cast.people):
        letters = "".join(key[:1] for key in person.keys).upper()
        if len(letters) > 1:
            found[letters] = NOBODY if letters in found else index
    tokens = scene.document.lower_tokens
    for place in scene.places:
        first, _ = scene.document.sentence_tokens[place.sentence]
        called = "," in tokens[place.token + 1 : place.token + 3] and place.token - first <= _LABEL
        if called and tokens[first : first + 2] == ("q", ":"):
            found.setdefault("A", place.person)
    return found
