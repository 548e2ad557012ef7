"""Given names that are words: what stands with a capital before a surname of the article."""

import re

from bench.facts.people.names.compare import bare
from bench.facts.people.names.lists import bodies, first_names, roles, surnames, titles, word_names
from bench.facts.people.names.words import CALENDAR, is_known_word
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.run_parts import NATIONS, STARTERS, Word, is_particle
from bench.facts.people.reading.runs import RANKS_OR_GIVEN, Run

_BEFORE = re.compile(r"([\w'-]+) $")
_CAPITAL = re.compile(r"(?<![\w'-])([^\W\d_][\w-]*) $")
# What stands before a month, and before no given name: "in April Haugen said".
_DATING = frozenset("in on since until till last this next late early mid during".split())


def with_word_given(run: Run, text: str, cast: Cast) -> Run:
    """Return a run of a summary with the word before its surname where that can only be a given name.

    "Lance Haugen", "April Haugen": a rank or a month by itself, and taken off the name or held to make it a
    thing. Where the article lacks the word and has Haugen with another given name, it is told as one.
    """
    if not run.words or run.words[-1].key not in cast.families:
        return run
    first = run.words[0]
    if len(run.words) > 1 and _is_trade(first, cast):
        return run._replace(words=run.words[1:], title=(*run.title, first.key))
    if _is_surname(run, cast):
        word = _word_before(text, run.words[0].start)
        if word is None or not _is_given(word, run.first, text, cast):
            return run
        title = run.title[:-1] if run.title[-1:] == (word.key,) else run.title
        return run._replace(words=(word, *run.words), title=title, body=False)
    family = run.words[-1]
    if (
        len(run.words) == 2
        and run.body
        and family.key not in bodies()
        and _is_given(first, run.first, text, cast)
    ):
        return run._replace(body=False)
    return run


def _is_trade(word: Word, cast: Cast) -> bool:
    """Whether the word that opens a name is one for people that the article has small ("Coxswain Manson")."""
    if word.key not in cast.ordinary:
        return False
    return word.key in RANKS_OR_GIVEN or (word.key not in first_names() and word.key not in cast.names)


def _is_surname(run: Run, cast: Cast) -> bool:
    """Whether a run is a surname without a given name: the article has each of its words behind one."""
    rest = [word.key for word in run.words[:-1] if not is_particle(word)]
    return not rest or any(
        all(key in person.keys[1:-1] for key in rest) for person in cast.owners[run.words[-1].key]
    )


def _word_before(text: str, start: int) -> Word | None:
    """Return the capitalised word before a place, with nothing but a space between."""
    match = _CAPITAL.search(text, max(0, start - 30), start)
    if match is None or not match.group(1)[0].isupper():
        return None
    return Word(match.group(1), bare(match.group(1)), match.start(1), match.end(1))


def _is_given(word: Word, opens: bool, text: str, cast: Cast) -> bool:
    """Whether a word that the article lacks stands where a given name does, and is nothing else there."""
    key = word.key
    # That the article has "will" says nothing of Will; that it has "dean" may make Haugen the dean.
    there = cast.proper if key in STARTERS else cast.words
    if len(key) < 3 or word.text.isupper() or key in there or key in NATIONS:
        return False
    named = key in first_names()
    if not named and (key in titles() or key in roles() or key in STARTERS or key in CALENDAR):
        return False
    if key in CALENDAR:
        before = _BEFORE.search(text, max(0, word.start - 15), word.start)
        return before is None or before.group(1).lower() not in _DATING
    if key in STARTERS:
        return not _asks(text, word.end)
    if opens:
        return named or key in word_names() or key in surnames()
    return named or is_known_word(key)


def _asks(text: str, end: int) -> bool:
    """Whether the sentence from `end` on is a question: "Will Haugen resign?"."""
    stop = re.compile(r"[.?!\n]").search(text, end)
    return stop is not None and stop.group() == "?"
