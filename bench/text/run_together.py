"""Words that a scraper ran together in small letters: "hadbeen", "saidon", "of42rooms", "sonKorbinian"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bench.text.by_word import by_word
from bench.text.english import is_english
from bench.text.offsets import Edit
from bench.text.tokens import word_runs

# Words so common that two of them without a space are no word of English.
_COMMON = frozenset(
    "the of and in to was is for on that with had has have were are been not he she it they his her their "
    "which who whom at from by as be this will would could should said but an or we you our your its when "
    "after before there then than into about over under if so no all one two three four five six seven eight "
    "nine ten up out more also can did do does may".split()
)
# Those that names begin or end with are no evidence in a text without capitals ("Herman", "Hilton").
_SURE = frozenset(
    "the that this has have was were would could should which who whom been their from with said".split()
)
_MONTHS = frozenset(
    "january february march april june july august september october november december".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# Neither begins nor ends a name in a text without capitals, as "june" does.
_NO_NAMES = (
    _SURE
    | ((_MONTHS | _WEEKDAYS) - {"march", "june", "july", "august", "friday"})
    | frozenset(
        "three four five seven eight nine eleven twelve twenty thirty forty fifty hundred thousand million "
        "billion percent seconds minutes hours weeks months years people euros dollars metres tonnes".split()
    )
)
_NO_ENDINGS = frozenset({"the", "that", "this", "been", "and"})
_IN_NO_NAME = (_SURE | frozenset("and for of in to is was by at on it".split())) - {"had"}
_SHORT = frozenset("of in to is on he it at by as be an or we if so no up do my me us am go".split())
# What stands before and behind a figure without a space is looked at from its first and last digit: a pattern
# that begins with a rare sign is searched fast.
_FIRST_DIGIT = re.compile(r"\d(?<=[a-z]\d)")
_LAST_DIGIT = re.compile(r"\d(?=[A-Za-z]{4})")
_BEFORE_FIGURE = frozenset(
    "of and that in to from for with than at by which about over the on until since only after before is "
    "was were are had has have some around nearly almost all aged said between under them him it they who "
    "while when as but or just another exactly only least most".split()
)
# A sign without the space behind it, which small letters do not show as a sentence's end.
_SIGN = re.compile(
    r"[,;](?:(?<=[a-z\d)\]][a-z\d)\]].)(?=[a-z]{2}|a )|(?<=[A-Za-z]{2}.)(?=\d))|\"(?<=[,.!?]\")(?=[a-z]{2})"
)
_UPPER_SIGN = re.compile(r"[.,;!?](?<=[A-Z]{3}.)(?=[A-Z]{3})")
_POINT = re.compile(r"\.(?<=[a-z]{3}\.)(?=([a-z]+)\b(?![.@/]))")
_JOINT = re.compile(r"[A-Z](?<=[a-z].)(?=[a-z])")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH, _MOST_COUNTED = 3, 2
"""Signs of lost spaces from which on a text is read as run together."""
MANY_LOST = 4
"""Spaces lost in a text from which on any of its names may touch what stands beside it."""
_TITLES = frozenset("Mr Mrs Ms Dr Sir Lord Lady Prof Capt Sgt Judge Herr Frau".split())
_LETTERS = re.compile(r"[A-Za-z]+")
_ANY_LAST_DIGIT = re.compile(r"\d(?=[A-Za-z]{2})")
# "5in", "12th", "7am", "16GB": measures and ranks.
_NO_COUNTED = frozenset("in am pm an as st nd rd th kilo mega giga nano micro plus odd".split())
_LEAST_COUNTED = 4
_BRACKET = re.compile(r"\((?<=[a-z]{3}\()(?=[a-z\d\u00a3$\u20ac]{3})")
_MONEY = re.compile(r"[\u00a3\u20ac](?<=[a-z].)(?=\d)")
_SCALED = re.compile(
    r"(?:hundred|thousand|million|billion|trillion)"
    r"(?=(?:euros?|dollars?|pounds?|francs?|rupees|people|tonnes)\b)",
    re.IGNORECASE,
)


def run_together(text: str) -> list[Edit]:
    """Return edits that part words and signs that touch, most of them only in a text with more of such."""
    joints = [match.start() for match in _JOINT.finditer(text)]
    signs = {match.end() for pattern in (_SIGN, _UPPER_SIGN) for match in pattern.finditer(text)}
    places = {at for at in joints if _letters_before(text, at) in _TITLES}
    places |= {match.start() for match in _MONEY.finditer(text)}
    figures = {match.start() for match in _FIRST_DIGIT.finditer(text)}
    places |= {at for at in figures if _stands_free(text, at, _letters_before(text, at))}
    behind = [match.end() for match in _LAST_DIGIT.finditer(text)]
    places |= {scale.end() for at in behind if (scale := _SCALED.match(text, at))}
    places |= {at for at in behind if _counted_behind(text, at, _LEAST_COUNTED)}
    heads = sum(1 for at in joints if _ends_word(text, at))
    cased = any(map(str.islower, text)) and any(map(str.isupper, text)) and not _only_sentences_have(text)
    if _glued(text, cased) + len(signs) + len(places) + heads + min(_MOST_COUNTED, len(behind)) >= _ENOUGH:
        places |= {match.end() for match in _POINT.finditer(text) if match.group(1) in _COMMON}
        places |= set(_parted_words(text, cased))
        places |= {at for at in joints if _ends_word(text, at)}
        places |= {at for at in figures if _is_word(_letters_before(text, at))}
        figure_ends = (match.end() for match in _ANY_LAST_DIGIT.finditer(text))
        places |= {at for at in figure_ends if _counted_behind(text, at)}
        places |= {match.start() for match in _BRACKET.finditer(text)}
    return [Edit(at, at, _between(text, at)) for at in sorted(places | signs)]


def _only_sentences_have(text: str) -> bool:
    """Whether capitals stand at the beginnings of sentences alone: names have none either, as "weston"."""
    return len(_OPENED.findall(text)) >= _SENTENCES and _INNER_CAPITAL.search(text) is None


_OPENED = re.compile(r"[.!?] [A-Z]")
_INNER_CAPITAL = re.compile(r"[^\W\dA-Z_],? ?[A-Z]")
_SENTENCES = 2


def two_words(word: str) -> bool:
    """Whether a word in small letters is two of English that touch: "countrythis"."""
    return any(min(cut, len(word) - cut) > _SHORTEST for cut in _cuts(word, True)[:1])


_SHORTEST = 3


def _between(text: str, at: int) -> str:
    """Return what is put where a space is lost: a hyphen in "thirtytwo"."""
    tens = text[max(0, at - 7) : at].lower().endswith(tuple(sorted(_TENS)))
    return "-" if tens and _UNIT.match(text, at) else " "


_UNIT = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine)\b")


def _stands_free(text: str, at: int, word: str) -> bool:
    """Whether the letters straight before a figure are a word by themselves, and no part of an address."""
    before = text[at - len(word) - 1 : at - len(word)] if at > len(word) else ""
    if before and (before.isalnum() or before in "/._@-#"):
        return False
    if word in _BEFORE_FIGURE:
        return True
    cuts = _cuts(word, True) if len(word) <= _LONGEST_GLUED else ()
    return bool(cuts) and word[cuts[-1] :] in _BEFORE_FIGURE


# Two words before a figure: "whois24".
_LONGEST_GLUED = 12


def _letters_before(text: str, at: int) -> str:
    """Return the letters straight before `at`."""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def _glued(text: str, cased: bool) -> int:
    """Return how surely words of a text touch: 2 for each with a word in it that no name has, else 1.

    Compounds that no dictionary has are pairs too.
    """
    signs = (
        [*map(_touch_cased, set(word_runs(text)))] if cased else [*map(_touch, set(word_runs(text.lower())))]
    )
    sure, pairs = signs.count(_SURELY), len(signs) - signs.count(0)
    return pairs + sure if sure else pairs - 1


_SURELY = 2


@by_word
def _touch_cased(word: str) -> int:
    """Return whether a word of a text with capitals is several that touch: 0, 1, or 2 for surely."""
    return _signs(word, True)


@by_word
def _touch(word: str) -> int:
    """Return the same of a word of a text without capitals."""
    return _signs(word, False)


def _signs(word: str, cased: bool) -> int:
    if len(word) < 4 or not (word.islower() and word.isascii() and word.isalpha()):
        return 0
    cuts = _cuts(word, cased)
    if not cuts:
        return 0
    return 1 if {word[: cuts[0]], word[cuts[-1] :]}.isdisjoint(_IN_NO_NAME) else _SURELY


def _counted_behind(text: str, at: int, least: int = 2) -> bool:
    """Whether a word stands straight behind a figure, and no unit, rank or code: "16hours", "2011and"."""
    match = _LETTERS.match(text, at)
    if match is None:
        return False
    word = match.group().lower()
    start = at
    while start and (text[start - 1].isdigit() or text[start - 1] in ",."):
        start -= 1
    code = start and text[start - 1].isalpha()
    if code or len(word) < least or word in _NO_COUNTED or text[match.end() : match.end() + 1].isalnum():
        return False
    if len(word) < _LEAST_COUNTED:
        return word in _COMMON and least < _LEAST_COUNTED
    return is_english(word) or (least < _LEAST_COUNTED and bool(_cuts(word, True)))


def _is_word(letters: str) -> bool:
    """Whether letters before a figure are a word, in small letters or with a capital: "cost14", "June4"."""
    word = letters.lower()
    cased = letters[1:].islower() or letters.isupper()
    return len(word) > 2 and cased and (is_english(word) or word in _MONTHS)


def _parted_words(text: str, cased: bool) -> Iterator[int]:
    """Yield where spaces are lost inside words."""
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        if len(word) < 4 or not word.isascii():
            continue
        if cased and not word.islower():
            yield from (start + at for at in _cased_cuts(word))
        else:
            yield from (start + at for at in _cuts(word.lower(), cased))


def _cased_cuts(word: str) -> tuple[int, ...]:
    """Return where the part of a word before a capital inside, or behind its first letter, is cut."""
    joint = _JOINT.search(word)
    head = word[: joint.start()] if joint else word
    if not head[1:].islower():
        return ()
    if head[0].islower():
        return _cuts(head, True) if joint and not is_english(head) else ()
    cuts = _cuts(head.lower(), True)
    if not cuts:
        return ()
    first, rest = head[: cuts[0]].lower(), head[cuts[0] :]
    return cuts if (first in _OPENERS and len(rest) > 3) or (first in _TENS and rest in _COMMON) else ()


_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_OPENERS = frozenset(
    "the this that these those our your their his its when where which with from after before we they "
    "you".split()
)


def _ends_word(text: str, at: int) -> bool:
    """Whether a word in small letters, or several, stand before a capital inside a run of letters."""
    head = _letters_before(text, at)
    if len(head) < 3 and head not in _SHORT:
        return False
    if not head.islower():
        return head[1:].islower() and bool(_cuts(head.lower(), True))
    whole = _WORD.match(text, at - len(head))
    # "easyJet": a brand is named again.
    again = whole is not None and text.count(whole.group()) > 1
    return not again and bool(is_english(head) or _cuts(head, True))


@lru_cache(maxsize=1 << 12)
def _cuts(word: str, cased: bool) -> tuple[int, ...]:
    """Return where a word in small letters that English does not have is cut into words that it has."""
    if is_english(word):
        return ()
    found = [
        (left in _COMMON) + (right in _COMMON) + at / 100
        for at in range(1, len(word))
        if _is_part(left := word[:at]) and _is_part(right := word[at:]) and _likely(left, right, cased)
    ]
    if found:
        return (round(max(found) % 1 * 100),)
    if not cased:
        return ()
    for at in range(len(word) - 1, 1, -1):
        left = word[:at]
        if left in _COMMON and (rest := _cuts(word[at:], cased)):
            return (at, *(at + cut for cut in rest))
    return ()


def _is_part(word: str) -> bool:
    if len(word) < 3:
        return word in _SHORT or word == "a"
    # What a scanner made of "government" is parted before its letters are put right.
    return word in _MONTHS or is_english(word) or (len(word) > 6 and is_english(word.replace("m", "rn", 1)))


def _likely(left: str, right: str, cased: bool) -> bool:
    """Whether two words stand beside one another more likely than they make a name or a compound."""
    if not cased:
        common = left in _COMMON and right in _COMMON and (len(left) + len(right) > 6 or right in _NO_ENDINGS)
        other = right if left in _NO_NAMES else left if right in _NO_NAMES or right == "and" else ""
        return common or len(other) > 3 or (other in _COMMON and len(left) + len(right) > 6)
    if left == "a":
        return len(right) > 3
    if right == "a":
        return left in _COMMON
    return left in _COMMON or right in _COMMON or min(len(left), len(right)) > 3
