"""People of a summary, by its capitals or, where these say nothing, by the article's names and the lists."""

import re
from collections.abc import Iterator
from itertools import groupby

from bench.facts.people.names.compare import PARTICLES
from bench.facts.people.names.lists import (
    bodies,
    first_names,
    places,
    rare_surnames,
    roles,
    say_verbs,
    sure_first_names,
    surnames,
    titles,
    word_surnames,
)
from bench.facts.people.names.words import is_english, is_known_word
from bench.facts.people.reading.cast import Cast
from bench.facts.people.reading.evidence import SUBJECT_VERBS, by_context
from bench.facts.people.reading.given import is_anothers_given
from bench.facts.people.reading.headings import headings, is_plain_there
from bench.facts.people.reading.listed import listed_length, listed_words, name_like, plain_surname
from bench.facts.people.reading.mentions import Mention, Person, gather, name_keys
from bench.facts.people.reading.run_parts import STARTERS, Word, is_body, is_particle
from bench.facts.people.reading.runs import Run, runs
from bench.facts.people.reading.slots import acts, enumerated
from bench.facts.people.reading.word_givens import with_word_given
from bench.facts.support import function_words
from bench.text.document import Document

_MASKS = frozenset({"unk", "lrb", "rrb", "lsb", "rsb"})


def named_people(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """Return the people of a summary; `cast` is the article's, which decides where capitals do not."""
    if summary.style == "cased":
        return _cased(summary, cast)
    return _uncased(summary, cast)


def _cased(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """People by capitals and evidence in the summary, and people of the article named in it."""
    spans = headings(summary)
    found = [
        with_word_given(run, summary.text, cast)
        for whole in runs(summary)
        if not any(word.key in _MASKS for word in whole.words)
        for run in (_names_in_heading(whole, spans, cast) if spans else (whole,))
    ]
    recognised = gather(summary, found, lambda run: _extra(summary.text, run, cast))
    taken = {mention.start for person in recognised for mention in person.mentions}
    known = [
        _person(summary.text, run.words, run.title)
        for run in found
        if run.words and run.words[0].start not in taken and not run.body and _is_known(run, cast)
    ]
    if not known:
        return recognised
    return tuple(sorted((*recognised, *known), key=lambda person: person.mentions[0].start))


def _names_in_heading(run: Run, spans: tuple[tuple[int, int], ...], cast: Cast) -> Iterator[Run]:
    """Yield a run as it stands, or, of a heading, its names: "Halvor Haugen Elected" has one."""
    plain = [
        is_plain_there(spans, word.key, word.start) and not (is_particle(word) or word.key in cast.owners)
        for word in run.words
    ]
    if not any(plain):
        yield run
        return
    last = 0
    for is_word, some in groupby(plain):
        first, last = last, last + len(list(some))
        words = run.words[first:last]
        # A word left alone is no name for that: "Main Points".
        if not is_word and (len(words) > 1 or words[0].key in cast.owners):
            title = run.title if not first else ()
            yield Run(words, title, (), run.the and not first, run.first and not first, is_body([*words]))


def _extra(text: str, run: Run, cast: Cast) -> int:
    """Return what the article adds to a run's evidence: a name of its people, or no word of it anywhere."""
    words = run.words
    if len(words) > 1:
        givens = any(p.keys[0] == words[0].key and len(p.keys) > 1 for p in cast.owners.get(words[0].key, ()))
        family = any(
            p.keys[-1] == words[-1].key and len(p.keys) > 1 for p in cast.owners.get(words[-1].key, ())
        )
        if givens or family:
            return 2 + (givens and family)
    elif run.first:
        return 2 * (not run.the and _acts_there(text, words[0], cast))
    key = words[0].key
    alone = len(words) == 1 and not run.first
    if alone and not _is_named(key, cast) and enumerated(text, words[0].start, words[0].end):
        return 2
    if any(word.key in cast.words for word in words):
        return 0
    if len(words) > 1:
        return 1
    # A word for an office or an institution is a run by itself only where a person's name stands.
    if key in titles() or key in roles() or key in bodies():
        return 2
    return 0 if key.endswith("s") and key not in surnames() else 1 + plain_surname(key)


def _is_named(key: str, cast: Cast) -> bool:
    """Whether the article has a word as a name: with a capital where capitals tell, but for offices."""
    if not cast.cased or key in titles() or key in roles():
        return key in cast.words
    return key in cast.proper


def _acts_there(text: str, word: Word, cast: Cast) -> bool:
    """Whether a word that opens a sentence, and that the article lacks, can be nothing but a surname."""
    if _is_named(word.key, cast) or not acts(text, word.end):
        return False
    return not is_english(word.key) or any(
        word.key in names() for names in (rare_surnames, word_surnames, surnames, first_names)
    )


def _is_known(run: Run, cast: Cast) -> bool:
    """Whether all words of a run belong to one person of the article."""
    # A surname without its given name has its particle with a capital: "De Wit said".
    keys = [key for key in name_keys(run.words) if key not in PARTICLES] or [run.words[-1].key]
    return any(
        all(key in person.keys for key in keys)
        and (len(keys) > 1 or keys[0] in (person.family, person.keys[-1]))
        for person in cast.owners.get(keys[-1], ())
    )


def _person(text: str, words: tuple[Word, ...], title: tuple[str, ...] = ()) -> Person:
    start, end = words[0].start, words[-1].end
    end -= 2 if text[start:end].lower().endswith("'s") else 0
    keys = name_keys(words)
    return Person(text[start:end], keys, (Mention(start, end, keys, title),))


def _uncased(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """People of a text without telling capitals: names of the article, and first names before a surname."""
    words = [word for word in listed_words(summary.text) if word.key not in _MASKS]
    found: list[Person] = []
    at = 0
    while at < len(words):
        length = max(
            _known_length(words, at, summary.text, cast),
            listed_length(words, at, summary.text, cast.ordinary, cast.families),
        ) or _foreign_length(words, at, summary, cast)
        if length:
            found.append(_person(summary.text, tuple(words[at : at + length])))
        at += length or 1
    return tuple(found)


def _known_length(words: list[Word], at: int, text: str, cast: Cast) -> int:
    """Return how many words from `at` on name a person of the article."""
    owners = cast.owners.get(words[at].key)
    if not owners:
        return 0
    length = 1
    while at + length < len(words) and length < 5 and _adjacent(text, words, at + length):
        key = words[at + length].key
        if key in PARTICLES or len(key) == 1 or any(key in person.keys for person in owners):
            length += 1
        else:
            break
    while length > 1 and (words[at + length - 1].key in PARTICLES or len(words[at + length - 1].key) == 1):
        length -= 1
    if length > 1:
        return length
    key = words[at].key
    if key in STARTERS or (cast.cased and key in cast.ordinary):
        return 0
    if key in first_names() and at + 1 < len(words) and name_like(words[at + 1], cast.ordinary):
        return 0
    return int(any(key in (person.family, person.keys[-1]) for person in owners))


def _foreign_length(words: list[Word], at: int, summary: Document, cast: Cast) -> int:
    """Return the length of a name that shows by its given name, though its surname may be any word."""
    given, last = words[at].key, at + 1
    while last + 1 < len(words) and words[last].key in PARTICLES and _adjacent(summary.text, words, last):
        last += 1
    family = words[last] if last < len(words) and _adjacent(summary.text, words, last) else None
    if (
        family is not None
        and _is_surname_there(family.key, cast)
        and (_is_strange(given, cast) or is_anothers_given(cast, given))
    ):
        return last + 1 - at
    if _opens_sentence(summary.text, words[at].start) and _acts_there(summary.lower, words[at], cast):
        return 1
    if given not in first_names() or given in STARTERS:
        return 0
    if family is not None and last == at + 1 and _may_be_family(family):
        name = (words[at], family)
        if by_context(summary.lower, name, False) > 1 or _is_enumerated(summary.lower, name):
            return 2
    # A given name that the article never has tells enough by itself.
    return int(given in sure_first_names() and given not in cast.words)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in ".!?"


def _is_surname_there(key: str, cast: Cast) -> bool:
    """Whether the article has a word as a person's name, or only as a name and never as a word."""
    if "-" in key and is_known_word(key) and key not in cast.owners:
        return False
    return key in cast.owners or (cast.cased and key in cast.names and key not in cast.ordinary)


_LISTED_BEFORE = re.compile(r"(?:,|\b(?:and|with|&))(?: ?,)? $")
_LISTED_AFTER = re.compile(r" ?(?:,| and\b| &|\.)")


def _is_enumerated(text: str, name: tuple[Word, ...]) -> bool:
    """Whether a name stands in a list, as no given name followed by a word of its own does."""
    return (
        _LISTED_BEFORE.search(text, max(0, name[0].start - 6), name[0].start) is not None
        and _LISTED_AFTER.match(text, name[-1].end) is not None
    )


def _is_strange(key: str, cast: Cast) -> bool:
    """Whether a word before a surname can only be a given name that the article never gives."""
    return len(key) > 2 and key not in cast.words and not is_known_word(key) and key not in places()


def _may_be_family(word: Word) -> bool:
    """Whether a word may be a surname, though it is a word of English."""
    key = word.key
    return (
        len(key) > 2
        and key not in STARTERS
        and key not in function_words()
        and key not in say_verbs()[0]
        and key not in roles()
        and key not in titles()
        and key not in SUBJECT_VERBS
        and not key.endswith(("ed", "ly"))
    )


def _adjacent(text: str, words: list[Word], at: int) -> bool:
    """Whether nothing but a space (or a quote around a nickname) parts a word from the one before."""
    return not text[words[at - 1].end : words[at].start].strip(" \"'")
