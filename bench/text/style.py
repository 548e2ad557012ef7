"""How a text uses capitals: only cased text tells names from words by them."""

from collections.abc import Sequence
from typing import Literal

Style = Literal["cased", "lower", "upper", "title"]

# Words that careful English always writes with a capital and that mean nothing else without one.
_ALWAYS_CAPITAL = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july september "
    "october november december britain british england english scotland scottish wales welsh ireland "
    "irish london america american americans france french germany german spain spanish italy italian "
    "russia russian europe european africa african asia asian australia australian canada canadian china "
    "chinese india indian japan japanese brazil israel israeli iraq iran syria ukraine pakistan mexico "
    "texas california florida chicago washington manchester liverpool chelsea arsenal barcelona madrid "
    "paris berlin moscow sydney christmas facebook twitter".split()
)
_SMALL_IN_HEADLINES = frozenset(
    "with from into over after amid than that when before under against about among between during without "
    "through upon onto until while within toward towards near says".split()
)
_SENTENCE_ENDS = frozenset(".!?\":'")
# A news text of this many words with no capital inside a sentence, not even an acronym, has lost them.
_LONG = 40


def style_of(tokens: Sequence[str]) -> Style:
    """Return how capitals are used in a text of these tokens (words, numbers and signs, in order)."""
    long_words = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    if not long_words:
        return "cased"
    initials = [word[0] for word in long_words]
    if sum(map(str.isupper, initials)) >= 0.7 * len(long_words):
        if sum(map(str.isupper, long_words)) >= 0.7 * len(long_words):
            return "upper"
        if len(long_words) >= 5 and _is_headline(long_words) and not _is_list(tokens):
            return "title"
    if _capital_inside(tokens):
        return "cased"
    words = [token for token in tokens if token[0].isalpha()]
    return "lower" if len(words) >= 4 and _has_lost_capitals(words) else "cased"


def _is_list(tokens: Sequence[str]) -> bool:
    """Whether a text is keys and cells, each of which begins with a capital, rather than a headline."""
    return tokens.count(":") + tokens.count("|") >= _KEYS


_KEYS = 3


def _is_headline(long_words: Sequence[str]) -> bool:
    """Whether of words that mostly have capitals hardly any has none: a sentence full of names has some."""
    small = sum(1 for word in long_words if word[0].islower() and word not in _SMALL_IN_HEADLINES)
    return small <= 0.05 * len(long_words)


def _capital_inside(tokens: Sequence[str]) -> bool:
    """Whether a capitalised word (acronyms apart) stands anywhere but at the start of a sentence."""
    previous = "."
    for token in tokens:
        if token[0].isupper() and len(token) > 1 and not token.isupper() and previous not in _SENTENCE_ENDS:
            return True
        previous = token
    return False


def _has_lost_capitals(words: Sequence[str]) -> bool:
    """Whether capitals are missing where there should be some, in a text with none inside sentences."""
    if not any(word[0].isupper() and (len(word) == 1 or not word.isupper()) for word in words):
        return True
    if not _ALWAYS_CAPITAL.isdisjoint(words):
        return True
    return len(words) >= _LONG and not any(len(word) > 1 and word.isupper() for word in words)
