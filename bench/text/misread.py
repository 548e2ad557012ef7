"""Letters and digits that a scanner took for one another: "21,O00", "l8 crates", "c1osed", "MlLLION"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product

from bench.text.english import is_english
from bench.text.offsets import Edit

# A digit beside a letter that looks like one, a comma or point between them or not.
_BESIDE_DIGIT = re.compile(
    r"[OoIl|](?:(?=[.,]?\d)|(?<=\d.)|(?<=\d[.,].))|[SB](?:(?<=\d.)|(?<=\d,.))(?=\d)|l(?<!\w.)(?=st\b)"
)
_FIGURE = re.compile(r"([\dOoIl|SB]+(?:[.,][\dOoIl|SB]+)*)(st|nd|rd|th|bn|am|pm|[ckm]m|kg|ft|[mkp%]?)(?!\w)")
# "9l lives": one more where many are misread, else a measure.
_LAST_L = re.compile(r"l(?<=\d.)(?=(?: (?!of\b)[a-z]|[,;.)]|$))")
_MANY = 2
_AS_DIGITS = str.maketrans("OoIl|SB", "0011158")
_CURRENCY = frozenset("£$€")
_YEAR = re.compile(r"(?:1[5-9]|20)..")
# A letter, then a digit that looks like one: in a word, unlike in a code, the digits stand apart.
_DIGIT_INSIDE = re.compile(r"[015|](?:(?<=[^\W\d_].)(?![\d|])|(?<!\w.)(?=[^\W\d_]{4}))")
_WORD = re.compile(r"[^\W_|]+(?:\|[^\W_|]+)*")
_AS_LETTERS = {"0": "o", "1": "li", "|": "li", "5": "s"}
# A small l among capitals, in a Roman numeral, or before a consonant that no English word has there.
_SMALL_L = re.compile(
    r"l(?:(?<=[A-Z].)(?=[A-Zl])|(?<!\w.)(?=[A-Z]{2}|[bcdfghjkmnpqrstvwxz][^\W\d_]{2})|(?<=\b[VX].))"
)
_CAPITALS = re.compile(r"[A-Zl]*[A-Z][A-Zl]*[A-Z][A-Zl]*|[VX]l+")
_RN_OR_M = re.compile(r"rn|m")
_PLAIN_WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")


def misread(text: str) -> list[Edit]:
    """Return edits that put digits in figures and letters in words where a scanner mixed them up."""
    edits = [*_figures(text), *_words(text)]
    edits += _calendar(text)
    if "lO" in text:
        edits += (Edit(m.start(), m.end(), m.group().translate(_AS_DIGITS)) for m in _TEN.finditer(text))
    if edits and " ll " in text:
        edits += _elevens(text)
    if len(edits) >= _MANY:
        edits += [Edit(match.start(), match.end(), "1") for match in _LAST_L.finditer(text)]
    if not text.islower():
        edits += _capital_i(text)
    if edits or " rn" in text:
        edits += _joined_letters(text)
    return edits


# "lO hours": no word, without a digit.
_TEN = re.compile(r"(?<![\w'])lO+(?!\w)")
_ELEVEN = re.compile(r"([\w']+) ll(?= (?:[a-z]{3}|[A-Z][a-z]{2}))")
_WILL = frozenset("i we you he she they it that there who what ' 'll".split())


def _elevens(text: str) -> Iterator[Edit]:
    """Yield edits of "ll October" and "ll shillings", where it is no "will" without its apostrophe."""
    for match in _ELEVEN.finditer(text):
        if match.group(1).lower() not in _WILL:
            yield Edit(match.end() - 2, match.end(), "11")


def _calendar(text: str) -> Iterator[Edit]:
    """Yield edits of months and weekdays of which a letter is misread: "Thnrsday", "Octobcr"."""
    if _misread_days().keys().isdisjoint(_DAY.findall(text)):
        return
    for match in _DAY.finditer(text):
        meant = _misread_days().get(match.group())
        if meant is not None:
            yield Edit(match.start(), match.end(), meant)


_DAY = re.compile(r"\b[A-Z][a-z]{3,8}\b")
# Letters that a scanner takes for one another, in both directions, in any word and in days and months; an old
# s looks like an f.
_SWAPPED = ("un", "ec", "hb")
_ALIKE = (*_SWAPPED, "tl", "il", "vy", "sf", "oc", "ao")


@cache
def _misread_days() -> dict[str, str]:
    """Return what is meant by each month or weekday with one misread letter."""
    names = (
        "January February March April June July August September October November December Monday Tuesday "
        "Wednesday Thursday Friday Saturday Sunday"
    ).split()
    found = {
        name[:at] + other + name[at + 1 :]: name
        for name in names
        for at in range(1, len(name))
        for other in _looks_like(name[at], _ALIKE)
    }
    return {word: name for word, name in found.items() if word not in names and not is_english(word.lower())}


def _looks_like(letter: str, pairs: Sequence[str]) -> list[str]:
    return [pair.replace(letter, "", 1) for pair in pairs if letter in pair]


def _figures(text: str) -> Iterator[Edit]:
    """Yield edits of figures that have a letter for a digit."""
    behind = 0
    for match in _BESIDE_DIGIT.finditer(text):
        start = match.start()
        if start < behind:
            continue
        while start and (text[start - 1].isalnum() or text[start - 1] == "|" or _inner(text, start - 1)):
            start -= 1
        figure = _FIGURE.match(text, start)
        if figure is None or not _is_figure(text, figure.group(1), figure.group(2), start):
            continue
        behind = figure.end()
        meant = figure.group(1).translate(_AS_DIGITS)
        yield Edit(start, start + len(meant), meant)


def _inner(text: str, at: int) -> bool:
    """Whether a point or comma at `at` stands inside a figure."""
    return text[at] in ".," and at > 0 and (text[at - 1].isdigit() or text[at - 1] in "OIl")


def _is_figure(text: str, figure: str, ending: str, start: int) -> bool:
    """Whether a run of digits and letters that look like them is a figure, and no code or measure."""
    letters = figure.strip("0123456789.,")
    money = text[start - 1 : start] in _CURRENCY and start > 0
    if not letters or not (figure + ending == "lst" or any(map(str.isdecimal, figure))):
        return False
    if money or ending in ("st", "nd", "rd", "th"):
        return True
    if figure[0] in "OIoSB|":
        # "O2", "I5", "S4": names; "I.5": a heading. What goes on with thousands is neither.
        return "," in figure and figure[0] in "OI" and len(figure) > 4
    if figure.count("l") == 1 and figure[-1] == "l" and ending == "":
        # "20l" is a measure.
        return False
    if set(letters) & set("SB"):
        return "," in figure or _YEAR.fullmatch(figure) is not None
    return True


def _words(text: str) -> Iterator[Edit]:
    """Yield edits of words that have a digit for a letter."""
    behind = 0
    for match in _DIGIT_INSIDE.finditer(text):
        start = match.start()
        if start < behind:
            continue
        while start and (text[start - 1].isalnum() or text[start - 1] == "|"):
            start -= 1
        word = _WORD.match(text, start)
        if word is None:
            continue
        behind = word.end()
        meant = _meant(text, word.group())
        if meant:
            yield Edit(start, behind, meant)


def _meant(text: str, word: str) -> str:
    """Return a word with letters for its digits, "" where it may be a code."""
    digits = [at for at, char in enumerate(word) if char.isdecimal() or char == "|"]
    letters = len(word) - len(digits)
    if not digits or letters < 3 or len(digits) > 3 or any(word[at] not in _AS_LETTERS for at in digits):
        return ""
    if any(b - a == 1 for a, b in pairwise(digits)):
        return ""
    upper = not any(char.islower() for char in word.replace("l", ""))
    if not upper and any(word[at + 1 : at + 2].isupper() for at in digits):
        # "Radio1Newsbeat".
        return ""
    forms = _spelled(word.replace("l", "I") if upper else word, digits)
    english = not is_english(word.strip("015|").lower())
    for form in forms:
        if english and len(form) > 3 and is_english(form.lower()):
            return form.upper() if upper else form
    forms = [form.upper() if upper else form.capitalize() if digits[0] == 0 else form for form in forms]
    for form in forms:
        if re.search(rf"\b{re.escape(form)}\b", text):
            return form
    inside = digits[0] > 0 and digits[-1] < len(word) - 1
    return forms[0] if inside and letters > 3 and "5" not in word else ""


def _spelled(word: str, digits: Sequence[int]) -> list[str]:
    """Return the forms of a word with letters that look like the digits at some places of it."""
    found = []
    for chosen in product(*(_AS_LETTERS[word[at]] for at in digits)):
        letters = list(word)
        for at, letter in zip(digits, chosen, strict=True):
            letters[at] = letter
        found.append("".join(letters))
    return found


def _capital_i(text: str) -> Iterator[Edit]:
    """Yield edits of words that have a small l for a capital I: "MlLLION", "lvan", "Henry Vlll"."""
    behind = 0
    for match in _SMALL_L.finditer(text):
        start = match.start()
        if start < behind:
            continue
        while start and text[start - 1].isalnum():
            start -= 1
        word = _WORD.match(text, start)
        if word is None:
            continue
        behind, written = word.end(), word.group()
        if _CAPITALS.fullmatch(written):
            yield Edit(start, behind, written.replace("l", "I"))
        elif written[0] == "l" and written[1:].islower() and len(written) > 3 and not is_english(written):
            yield Edit(start, start + 1, "I")


def _joined_letters(text: str) -> Iterator[Edit]:
    """Yield edits of words that English has only with "m" for "rn", or "rn" for "m"."""
    for match in _PLAIN_WORD.finditer(text):
        word = match.group().lower()
        if is_english(word) or word in _CALENDAR:
            continue
        for at, end, other in _respelled(word, swapped=match.group()[0].islower()):
            meant = word[:at] + other + word[end:]
            if meant in _CALENDAR or ((len(meant) > 2 or meant == "my") and is_english(meant)):
                yield Edit(match.start() + at, match.start() + end, other)
                break


def _respelled(word: str, swapped: bool) -> Iterator[tuple[int, int, str]]:
    """Yield what may stand for parts of a misread word: "m" and "rn", and letters that look alike."""
    for pair in _RN_OR_M.finditer(word):
        yield *pair.span(), "m" if pair.group() == "rn" else "rn"
    if swapped and len(word) > _SHORTEST:
        for at, char in enumerate(word):
            yield from ((at, at + 1, other) for other in _looks_like(char, _SWAPPED))


# Shorter words turn into others by chance.
_SHORTEST = 4
_CALENDAR = frozenset({"march", "september", "november", "december"})
