"""Whether an article has a word of a name in any form: inflected, in its parts, as an acronym, misspelt."""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

from bench.facts.people.names.compare import bare
from bench.facts.people.names.gazetteer import (
    code_pattern,
    groups,
    inside_pattern,
    known_at,
    member_pattern,
    signs,
    towns,
)
from bench.facts.people.names.lists import bodies, fold, surnames
from bench.facts.people.names.near import touching
from bench.facts.people.names.romanised import same_romanised_family
from bench.facts.people.names.words import CALENDAR, is_english
from bench.facts.source import Source
from bench.facts.support import function_words, stems

# What a name and the people, language or quality named after it end in, behind the letters they share.
_ENDINGS = frozenset(
    "a i e o y n an ian ean in ine ns ans ians ese ish ic ia um ium ies s es ites ite ois er ers land".split()
)
_SHARED = 4
# "OnTuesday": words run together, which keep their capitals.
_CAPITALS_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def has_word(source: Source, word: str) -> bool:
    """Whether the article has `word`, written as it stands in the summary, in some form."""
    key = bare(word)
    return _has_form(source, word, key) or bool(touching(source.cast, (key,)))


def _has_form(source: Source, word: str, key: str) -> bool:
    words = source.cast.words
    if key in words or _has_parts(source, word, key):
        return True
    if word.isupper() and (
        spelled_out(source.document.text, word) or _in_other_order(source.document.text, word)
    ):
        return True
    if (short := _SHORT_FORMS.get(key)) and short in words:
        return True
    if is_english(key):
        return any(map(source.grounds.has, stems(key)))
    if key not in surnames() and any(same_romanised_family(key, name) for name in source.cast.owners):
        return True
    return len(key) > 3 and any(_same(key, known) for known in source.cast.proper if known[0] == key[0])


# What names of firms, streets and bodies end in, and how it is abbreviated.
_SHORT_FORMS = {
    "brothers": "bros", "company": "co", "limited": "ltd", "corporation": "corp", "incorporated": "inc",
    "road": "rd", "street": "st", "avenue": "ave", "square": "sq", "lane": "ln", "saint": "st", "mount": "mt",
    "fort": "ft", "department": "dept", "university": "univ", "association": "assn", "railway": "rly",
    "government": "govt", "international": "intl", "national": "natl", "hospital": "hosp",
    "institute": "inst", "division": "div", "district": "dist", "county": "co", "manufacturing": "mfg",
}  # fmt: skip
_SHORT_FORMS |= {short: full for full, short in _SHORT_FORMS.items() if short not in ("co", "st")}


def has_group(source: Source, words: Sequence[str], as_town: bool = False) -> bool:
    """Whether the article has a known name, given as its words in lower case, or one that stands for it.

    A capital meant as a town stands for itself alone, in all its spellings.
    """
    if all(source.grounds.has(stem) for word in words for stem in stems(word)):
        return True
    known = known_at(words, 0)
    if known is None:
        return False
    text = _plain(source)
    if known.capital and as_town:
        towns = (name[1:] for name in groups()[known.group] if name.startswith("~"))
        return any(re.search(rf"\b{re.escape(town)}\b", text, re.IGNORECASE) for town in towns)
    if member_pattern(known.group, source.cast.cased).search(text) or _goes_by_town(source, words):
        return True
    code = code_pattern(known.group, source.cast.cased)
    if code is not None and code.search(text):
        return True
    inside = inside_pattern(known.group, source.cast.cased)
    if inside is not None and inside.search(text):
        return True
    return any(spelled_out(text, member) for member in groups()[known.group] if member.isupper())


def town_of(source: Source, words: Sequence[str]) -> str:
    """Return a town, region or island of the article that lies in this country, empty without one."""
    known = known_at(words, 0)
    if known is None or not source.cast.cased:
        return ""
    for town in towns(known.group):
        if town.isalpha():
            spot = next((s for s in source.cast.spots(town) if s.text[0].isupper()), None)
            if spot is not None:
                return spot.text
        elif re.search(rf"\b{re.escape(town)}\b", fold(source.document.text)):
            return town.title()
    return ""


def sign_of(source: Source, words: Sequence[str]) -> str:
    """Return a title, court or currency of this country that the article has, empty without one."""
    known = known_at(words, 0)
    pattern = signs(known.group) if known is not None and source.cast.cased else None
    found = pattern.search(source.document.text) if pattern is not None else None
    return found.group() if found is not None else ""


def _goes_by_town(source: Source, words: Sequence[str]) -> bool:
    """Whether a club or a body is known by its place alone, and no other one of that place is named."""
    town = [word for word in words if word not in bodies()]
    if not town or len(town) == len(words) or any(word not in source.cast.words for word in town):
        return False
    behind = re.compile(rf"\b{re.escape(' '.join(town))} ([^\W\d_]+)").findall(source.document.lower)
    return bool(behind) and not any(word in bodies() for word in behind)


def _plain(source: Source) -> str:
    """Return the article without the marks on its letters."""
    text = source.document.text
    if text.isascii():
        return text
    text = normalize("NFD", text)
    for mark in filter(combining, set(text)):
        text = text.replace(mark, "")
    return text


def _has_parts(source: Source, word: str, key: str) -> bool:
    """Whether the article has the parts of a compound: all of them, or one beside a plain word."""
    parts = re.findall(r"\w+", key)
    glued = [bare(part) for part in _CAPITALS_INSIDE.split(word)] if key.isalpha() else []
    if len(glued) > 1:
        return all(part in CALENDAR or _has_plain(source, part) for part in glued)
    if len(parts) < 2:
        return False
    here = [part in CALENDAR or _has_plain(source, part) for part in parts]
    return all(here) or (any(here) and not word.split("-")[-1][:1].isupper())


def _has_plain(source: Source, part: str) -> bool:
    return part in source.cast.words or part in function_words() or all(map(source.grounds.has, stems(part)))


def _same(key: str, known: str) -> bool:
    """Whether two folded words are forms or spellings of one name."""
    shared = 0
    while shared < min(len(key), len(known)) and key[shared] == known[shared]:
        shared += 1
    for cut in range(shared, _SHARED - 1, -1):
        if (not key[cut:] or key[cut:] in _ENDINGS) and (not known[cut:] or known[cut:] in _ENDINGS):
            return True
    allowed = 1 + (len(key) > 7)
    return len(key) > 4 and OSA.distance(key, known, score_cutoff=allowed) <= allowed


def spelled_out(text: str, acronym: str) -> bool:
    """Whether capitalised words of a text have these initials, small words between them passed over.

    Of three words and more only the first need have a capital: "Japanese government bond" is a JGB.
    """
    letters = [letter for letter in acronym if letter.isalpha()]
    if not 2 <= len(letters) <= 6:
        return False
    if len(letters) > 2:
        letters[1:] = [f"[{letter}{letter.lower()}]" for letter in letters[1:]]
    pattern = r"\s(?:(?:of|the|for|and|in|on|to|&)\s){0,2}".join(rf"{letter}[\w'-]*" for letter in letters)
    return re.search(rf"\b{pattern}", text) is not None


_NAMES = re.compile(r"[A-Z][\w'-]*(?:\s(?:(?:of|the|for|and|in|on|to|&)\s){0,2}[A-Z][\w'-]*){2,}")


def _in_other_order(text: str, acronym: str) -> bool:
    """Whether a name of three words and more has these initials, as another language orders them."""
    letters = sorted(acronym)
    if not 3 <= len(letters) <= 6 or not acronym.isalpha():
        return False
    for match in _NAMES.finditer(text):
        initials = [word[0] for word in match.group().split() if word[0].isupper()]
        if any(sorted(initials[at : at + len(letters)]) == letters for at in range(len(initials))):
            return True
    return False
