"""Proper names of a summary that are not people's: places, institutions, teams that the article never names.

Only absence is judged. A name counts as found under another form of it (France, French), as an acronym or
written out, and in a misspelling; a word that is no name to start with never counts.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.facts.people.names.compare import bare
from bench.facts.people.names.gazetteer import first_words, known_at
from bench.facts.people.names.itself import check_itself
from bench.facts.people.names.lists import (
    abbreviations,
    addresses,
    bodies,
    roles,
    say_verbs,
    surnames,
    titles,
)
from bench.facts.people.names.presence import has_group, has_word, sign_of, town_of
from bench.facts.people.names.words import CALENDAR, is_known_word
from bench.facts.people.reading.headings import headings, is_plain_there
from bench.facts.people.reading.run_parts import Word
from bench.facts.people.reading.surname_slots import FINITE, acts_as_name, opens, word_before
from bench.facts.quantities.units import units
from bench.facts.source import Source, Strictness
from bench.facts.support import function_words
from bench.records import Finding, Verdict
from bench.text.document import Document
from bench.text.run_together import two_words
from bench.text.tokens import word_runs

_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.&-]*[\w]|[^\W\d_]")
# Capitals that are no names: forms of address and the state, short forms every text may use.
_NO_NAMES = frozenset(
    "mr mrs ms miss dr sir prime minister ministers president government parliament congress senate "
    "court police council state us internet earth god "
    "bible tweet tweets article passage summary note key points fahrenheit celsius overall additionally "
    "however meanwhile i ok".split()
)
_AMOUNT = re.compile(r"[A-Z][A-Za-z]?\d+(?:,\d{3}|\.\d)[\d,.]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_LINKS = frozenset(("of", "the", "and", "de", "for", "&", "in", "on"))
_FOLLOWS = re.compile(r" ?('s\b|[\w-]+)")
_OF_PLACE = frozenset(
    "in at near from around across outside inside into of central north south east west greater northern "
    "southern eastern western downtown the a".split()
)


class Name(NamedTuple):
    """A proper name in the summary's repaired text, with its words in lower case where it is a known one."""

    start: int
    end: int
    words: tuple[str, ...] = ()


def check_names(
    source: Source, summary: Document, strictness: Strictness = "normal", taken: Sequence[Finding] = ()
) -> list[Finding]:
    """Return a finding for each name that the article does not have; those inside `taken` are left alone.

    So is there for each that the summary sets against itself.
    """
    found = check_itself(source, summary, strictness)
    for name in _absent_names(source, summary):
        span = summary.span(name.start, name.end)
        if any(
            f.start is not None and f.end is not None and f.start < span.end and span.start < f.end
            for f in taken
        ):
            continue
        verdict: Verdict = "suspect" if strictness == "low" else "unsupported"
        reason = "the article has no such name"
        if strictness != "high" and (town := _lies_there(source, summary, name)):
            verdict, reason = "suspect", f"{reason}, only {town}"
        found.append(Finding("name", span.text, verdict, span.start, span.end, (), reason))
    return found


# Governments by their seats: no place lies there.
_SEATS = frozenset("white house|washington|westminster|whitehall|kremlin|holyrood|stormont".split("|"))
_GLOSSED = re.compile(r"([^\W\d_][\w'-]+), $")
_GLOSS_ENDS = re.compile(r"(?:'s)?(?:[,.;:)\n]|$)")


def _lies_there(source: Source, summary: Document, name: Name) -> str:
    """Return what of the article shows the country that a text with capitals names, empty where nothing does.

    "In Izmir" may be told as "Turkish", and a town with its country behind it ("Aldbrook, England,"): so
    writes who knows the world. That the article does not say it is shown, and counts for no error. In a
    single sentence, a headline or an introduction, the country is what is told, and EntFA's judges took it
    for one.
    """
    if summary.style != "cased" or not name.words or " ".join(name.words) in _SEATS:
        return ""
    if sign := sign_of(source, name.words):
        return sign
    if len(summary.sentences) < 2:
        return ""
    before = _GLOSSED.search(summary.text, max(0, name.start - 30), name.start)
    if before is not None and _GLOSS_ENDS.match(summary.text, name.end):
        place = before.group(1)
        if bare(place) in source.cast.proper and known_at((place.lower(),), 0) is None:
            return place
    return town_of(source, name.words)


def _absent_names(source: Source, summary: Document) -> Iterator[Name]:
    """Yield the names of a summary that the article lacks: known ones, then other runs of capitals."""
    cased = summary.style == "cased"
    known = list(_known_names(summary, cased))
    runs = list(_runs(source, summary)) if cased else list(_unknown_words(source, summary))
    short = [run for run in runs if _abbreviated(source, run)]
    for name in known:
        town = not _governs(summary.text, name)
        if not has_group(source, name.words, town) and not any(_within(name, run) for run in short):
            yield name
    for run in runs:
        opening = len(run) == 1 and opens(summary.text, run[0].start)
        apart = [word for word in run if all(_apart(word, name) for name in known)]
        missing = _missing_part(source, apart, opening)
        if missing is not None and run not in short:
            yield missing


def _governs(text: str, name: Name) -> bool:
    """Whether a capital can stand for a government: no preposition of place before it, no noun behind it."""
    if word_before(text, name.start).lower() in _OF_PLACE:
        return False
    follows = _FOLLOWS.match(text, name.end)
    verb = follows.group(1) if follows else ""
    return (
        not verb
        or verb in FINITE
        or verb in ("and", "or", "to")
        or verb in say_verbs()[0]
        or verb.endswith("ed")
    )


def _within(name: Name, run: Sequence[Word]) -> bool:
    return run[0].start <= name.start and name.end <= run[-1].end


def _apart(word: Word, name: Name) -> bool:
    return word.end <= name.start or name.end <= word.start


def _missing_part(source: Source, words: Sequence[Word], opening: bool) -> Name | None:
    """Return the part of a name that the article lacks, with the kind of body behind it.

    A word alone that opens a sentence got here by what it does: "Wood's extension" is no wood's.
    """
    missing = [
        at
        for at, word in enumerate(words)
        if (_tells(word.text) or (len(words) == 1 and word.key in surnames()))
        and (word.key not in bodies() or (opening and word.key in surnames()))
        and not has_word(source, word.text)
    ]
    if not missing or _fuller(source, words, missing):
        return None
    last = missing[-1]
    while last + 1 < len(words) and words[last + 1].key in bodies():
        last += 1
    return Name(words[missing[0]].start, words[last].end)


def _fuller(source: Source, words: Sequence[Word], missing: Sequence[int]) -> bool:
    """Whether one plain word is put into a name that the article has: "James Webb Space Telescope"."""
    at = missing[0]
    inside = len(missing) == 1 and 2 <= at < len(words) - 1
    return (
        inside
        and is_known_word(words[at].key)
        and all(has_word(source, word.text) for word in (*words[:at], *words[at + 1 :]))
    )


def _abbreviated(source: Source, run: Sequence[Word]) -> bool:
    """Whether the article has the initials of a name, or of its last words, instead of its words."""
    capitals = "".join(word.key[0] for word in run if word.text[0].isupper())
    with_small = "".join(word.key[0] for word in run)
    small_whole = "".join(word.key if word.text[0].islower() else word.key[0] for word in run)
    return len(run) > 1 and any(
        form[at:] in source.cast.words
        for form in (capitals, with_small, small_whole)
        for at in range(max(1, len(form) - 2))
    )


def _unknown_words(source: Source, summary: Document) -> Iterator[list[Word]]:
    """Yield words of a text without capitals that can only be names: English has no such word."""
    if not source.cast.english:
        return
    for match in _NAME_WORD.finditer(summary.text):
        word = Word(match.group(), bare(match.group()), match.start(), match.end())
        if word.key in CALENDAR or len(word.key) < 4:
            continue
        known = is_known_word(word.key) or two_words(word.key)
        if not known or acts_as_name(summary.text, match):
            yield [word]


def _known_names(summary: Document, cased: bool) -> Iterator[Name]:
    """Yield known places, peoples, institutions and teams; in cased text only where they have a capital."""
    words, openers = word_runs(summary.lower), first_words()
    places: list[tuple[int, int]] = []
    last = -1
    for at in [at for at, word in enumerate(words) if word in openers]:
        known = known_at(words, at) if at > last else None
        if known is None:
            continue
        places = places or [match.span() for match in _WORD.finditer(summary.lower)]
        last = at + len(known.words) - 1
        start, end = places[at][0], places[last][1]
        capital = summary.text[start].isupper()
        if capital if cased else not known.ordinary:
            yield Name(start, end, known.words)


def _runs(source: Source, summary: Document) -> Iterator[list[Word]]:
    """Yield runs of capitalised words; what opens a sentence counts where it can only be a name."""
    text = summary.text
    run: list[re.Match[str]] = []
    titles_there = headings(summary)
    for match in _NAME_WORD.finditer(text):
        word = match.group()
        # "N38.4 billion" is money.
        capital = word[0].isupper() and not _AMOUNT.fullmatch(word)
        if not capital and not run:
            continue
        if capital and titles_there and is_plain_there(titles_there, bare(word), match.start()):
            capital = False
        if run:
            between = text[run[-1].end() : match.start()]
            owned = capital and _POSSESSIVE.search(run[-1].group())
            if between.strip() or "\n" in between or owned or not (capital or word in _LINKS):
                yield from _named(source, summary, run)
                run = []
        if capital or run:
            run.append(match)
    if run:
        yield from _named(source, summary, run)


def _named(source: Source, summary: Document, run: list[re.Match[str]]) -> Iterator[list[Word]]:
    """Yield the words of the name which a run of capitals is, if it is one."""
    matches = run[1:] if _only_opens(source, summary.text, run) else run
    if len(matches) > 1 and all(match.group().isupper() for match in matches):
        return
    words = []
    for match in matches:
        text = _POSSESSIVE.sub("", match.group()).rstrip(".'’&-")
        words.append(Word(text, bare(text), match.start(), match.start() + len(text)))
    while words and words[-1].text[:1].islower():
        words.pop()
    if any(_tells(word.text) for word in words) or (len(run) == 1 and acts_as_name(summary.text, run[0])):
        yield words


def _only_opens(source: Source, text: str, run: list[re.Match[str]]) -> bool:
    """Whether the first word of a run has its capital from the start of a sentence and may be any word."""
    if not opens(text, run[0].start()):
        return False
    known = is_known_word(bare(run[0].group())) or not source.cast.english
    return known and not (len(run) == 1 and acts_as_name(text, run[0]))


def _tells(word: str) -> bool:
    """Whether a capitalised word tells one name from another: no title, body, calendar or function word."""
    lowered = word.lower()
    if len(lowered) < 3 or lowered in _LINKS or lowered in _NO_NAMES or lowered in CALENDAR:
        return False
    # "PACs", "MBEs": kinds of things.
    if word[:-1].isupper() and word.endswith("s"):
        return False
    if lowered in units().words or lowered in abbreviations():
        return False
    key = bare(word)
    return not any(key in words() for words in (function_words, titles, roles, addresses))
