"""Proper names of a summary that are not people's: places, institutions, teams that the article never names.

Only absence is judged. A name counts as found under another form of it (France, French), as an acronym or
written out, and in a misspelling; a word that is no name to start with never counts.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from bench.facts.people.gazetteer import groups, known_at, member_pattern
from bench.facts.people.lists import bodies, roles, titles
from bench.facts.source import Source, Strictness
from bench.facts.support import function_words, stems
from bench.records import Finding, Verdict
from bench.text.document import Document

_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.&-]*[\w]|[^\W\d_]")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december christmas easter spring summer autumn winter mon "
    "tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Capitals that are no names: forms of address and the state, short forms every text may use.
_NO_NAMES = frozenset(
    "mr mrs ms miss dr sir prime minister ministers president government parliament congress senate "
    "court police council state ceo cfo mp mps mep meps msp tv pm am us gmt bst internet earth god "
    "bible tweet tweets article passage summary note key points fahrenheit celsius overall additionally "
    "however meanwhile i ok dna hiv covid gdp ipo suv tvs".split()
)
# Words behind these are places, teams, people or plain nouns; verbs and adjectives seldom stand there.
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|at|from|near|to|against|by|with|for|outside|over|of|on)\s([^\W\d_]{4,})(?![\w'’-])"
)
# Endings that English gives to words and seldom to names.
_WORD_ENDING = re.compile(
    r"(?:ing|ed|ly|[ts]ion|ions|ness|ments?|less|[ai]ble|ists?|ism|ity|ous|ive|ship|ful|ers|i[sz]ed|i[sz]e|ance|"
    r"ence|ency|wards?|hood|logy|ants?|ents?|ors|ial|ical|ures?|ages?|dom|ies|ics|ty|tre|[aou]te|ish|s)$"
)
_OPENING = frozenset(".!?:;\"'*\n(-–—•…[")
_LINKS = frozenset(("of", "the", "and", "de", "for", "&", "in", "on"))


@cache
def ordinary_stems() -> frozenset[str]:
    """Return stems of words that are no names, in data/ordinary_words.txt."""
    text = (files("bench.facts") / "data" / "ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


class Name(NamedTuple):
    """A proper name in the summary's repaired text, with the words that tell it from others."""

    start: int
    end: int
    words: tuple[str, ...]


def check_names(
    source: Source, summary: Document, strictness: Strictness = "normal", taken: Sequence[Finding] = ()
) -> list[Finding]:
    """Return a finding for each name that the article does not have; those inside `taken` are left alone."""
    verdict: Verdict = "suspect" if strictness == "low" else "unsupported"
    found = []
    for name in _absent_names(source, summary):
        span = summary.span(name.start, name.end)
        if any(
            f.start is not None and f.end is not None and f.start < span.end and span.start < f.end
            for f in taken
        ):
            continue
        reason = "the article has no such name"
        found.append(Finding("name", span.text, verdict, span.start, span.end, (), reason))
    return found


def _absent_names(source: Source, summary: Document) -> Iterator[Name]:
    """Yield the names of a summary that the article lacks: known ones, then other runs of capitals."""
    cased = summary.style == "cased"
    known = list(_known_names(summary, cased))
    yield from (name for name in known if not _has_group(source, name))
    for name in _runs(summary) if cased else _unknown_places(source, summary):
        apart = all(name.end <= other.start or other.end <= name.start for other in known)
        if apart and _is_absent(source, name):
            yield name


def _unknown_places(source: Source, summary: Document) -> Iterator[Name]:
    """Yield words of a text without capitals that can only be names: behind a preposition, no known word."""
    for match in _BEHIND_PREPOSITION.finditer(summary.lower):
        word = match.group(1)
        parts = stems(word)
        ordinary = word in _CALENDAR or any(part in ordinary_stems() for part in parts)
        if not ordinary and not _WORD_ENDING.search(word) and not _has_word(source, word):
            yield Name(match.start(1), match.end(1), (word,))


def _known_names(summary: Document, cased: bool) -> Iterator[Name]:
    """Yield known places, peoples, institutions and teams; in cased text only where they have a capital."""
    places = [match.span() for match in _WORD.finditer(summary.text)]
    words = [summary.lower[start:end] for start, end in places]
    at = 0
    while at < len(words):
        known = known_at(words, at)
        if known is None:
            at += 1
            continue
        last = at + len(known.words) - 1
        start, end = places[at][0], places[last][1]
        capital = summary.text[start].isupper()
        if capital if cased else not known.ordinary:
            yield Name(start, end, known.words)
        at = last + 1


def _has_group(source: Source, name: Name) -> bool:
    """Whether the article has this known name or one that stands for it."""
    if all(stem in source.grounds.words for word in name.words for stem in stems(word)):
        return True
    known = known_at(name.words, 0)
    if known is None:
        return False
    text = source.document.text
    if member_pattern(known.group).search(text):
        return True
    return any(_spelled_out(text, member) for member in groups()[known.group] if member.isupper())


def _runs(summary: Document) -> Iterator[Name]:
    """Yield runs of capitalised words inside sentences; a lone word at the start of one is no evidence."""
    text = summary.text
    run: list[re.Match[str]] = []
    for match in _NAME_WORD.finditer(text):
        between = text[run[-1].end() : match.start()] if run else ""
        if run and (between.strip() or "\n" in between):
            yield from _named(summary, run)
            run = []
        if match.group()[0].isupper() or (run and match.group() in _LINKS):
            run.append(match)
        elif run:
            yield from _named(summary, run)
            run = []
    if run:
        yield from _named(summary, run)


def _named(summary: Document, run: list[re.Match[str]]) -> Iterator[Name]:
    """Yield the name that a run of capitals is, if it is one."""
    words = run[1:] if _opens(summary.text, run[0].start()) else list(run)
    while words and words[-1].group()[0].islower():
        words.pop()
    while words and words[0].group()[0].islower():
        words = words[1:]
    telling = [_bare(match.group()) for match in words if _tells(match.group())]
    shouted = len(words) > 1 and all(match.group().isupper() for match in words)
    if telling and not shouted:
        yield Name(words[0].start(), words[0].start() + len(_span(summary.text, words)), tuple(telling))


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, a quotation or a list item, where any word has a capital."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _OPENING


def _span(text: str, words: list[re.Match[str]]) -> str:
    return re.sub(r"['’]s?$", "", text[words[0].start() : words[-1].end()])


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).strip(".'’&-")


def _tells(word: str) -> bool:
    """Whether a capitalised word tells one name from another: no title, body, calendar or function word."""
    lowered = _bare(word).lower()
    if len(lowered) < 3 or not word[0].isupper() or lowered in _NO_NAMES or lowered in _CALENDAR:
        return False
    return not (
        lowered in function_words() or lowered in bodies() or lowered in titles() or lowered in roles()
    )


def _is_absent(source: Source, name: Name) -> bool:
    """Whether some telling word of a run is in no form in the article."""
    missing = [word for word in name.words if not _has_word(source, word)]
    if not missing:
        return False
    initials = "".join(word[0] for word in name.words).lower()
    return not (len(initials) > 1 and initials in source.grounds.words)


def _has_word(source: Source, word: str) -> bool:
    """Whether the article has a word: as it stands, inflected, in its parts, as an acronym, misspelt."""
    words = source.grounds.words
    lowered = word.lower()
    parts = stems(lowered)
    if all(part in words or part in function_words() for part in parts):
        return True
    if len(parts) > 1 and any(part in words for part in parts) and not word.split("-")[-1][:1].isupper():
        return True
    if word.isupper() and _spelled_out(source.document.text, word):
        return True
    if len(lowered) < 5:
        return False
    stem = lowered[: max(4, len(lowered) - 3)]
    allowed = 1 + (len(lowered) > 6)
    return any(
        known.startswith(stem)
        or (known[0] == lowered[0] and Levenshtein.distance(known, parts[0], score_cutoff=allowed) <= allowed)
        for known in words
    )


def _spelled_out(text: str, acronym: str) -> bool:
    """Whether capitalised words of the article have these initials, small words between them passed over."""
    letters = [letter for letter in acronym if letter.isalpha()]
    if not 2 <= len(letters) <= 6:
        return False
    pattern = r"\s(?:(?:of|the|for|and|in|on|to|&)\s){0,2}".join(rf"{letter}[\w'-]*" for letter in letters)
    return re.search(rf"\b{pattern}", text) is not None
