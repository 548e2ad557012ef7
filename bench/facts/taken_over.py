"""What a summary takes over from its article with the words around it."""

from collections.abc import Iterable, Sequence

_BESIDE = 3
"""Words on either side, as far as the sentence goes, that the article has to have there too."""
_FEWEST = 3
"""Words (signs and figures left out) that these must be: "in 2014, " stands in many places."""


def same_place(
    article: Sequence[str],
    places: Iterable[int],
    words: Sequence[str],
    part: tuple[int, int],
    sentence: tuple[int, int],
) -> int | None:
    """Return the first of an article's `places` with the very words of a summary's `part` and beside it.

    `part` and its `sentence` are half-open ranges of the summary's `words`; places are where the part
    would begin.
    """
    begin, end = part
    first, last = max(sentence[0], begin - _BESIDE), min(sentence[1], end + _BESIDE)
    if sum(map(str.isalpha, (*words[first:begin], *words[end:last]))) < _FEWEST:
        return None
    window, before = words[first:last], begin - first
    for at in places:
        if at >= before and article[at - before : at - before + len(window)] == window:
            return at
    return None
