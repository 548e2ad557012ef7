"""Words of a text."""

import re

# A word, number or code with its inner points, commas, hyphens and apostrophes; or one other sign.
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?|[^\W\d_][^\W_]*+(?:[.'’&-][^\W_]++)*+|[^\w\s]|_")
_WORD = re.compile(r"[^\W_]+(?:['’.,&-][^\W_]+)*")


def token_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of words, numbers and signs of `text`, in order."""
    return tuple(map(re.Match.span, _TOKEN.finditer(text)))


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case; numbers keep their inner points and commas."""
    return _WORD.findall(text.lower())


def count_words(text: str) -> int:
    """Return how many words `text` has, as the length budget counts them: runs between spaces."""
    return len(text.split())


def clip(sentences: list[str] | tuple[str, ...], budget: int) -> str:
    """Return leading whole sentences within `budget` words; the first one is cut if it alone is longer."""
    taken: list[str] = []
    left = budget
    for sentence in sentences:
        size = count_words(sentence)
        if size > left:
            break
        taken.append(sentence)
        left -= size
    if not taken and sentences and budget > 0:
        return " ".join(sentences[0].split()[:budget])
    return " ".join(taken)
