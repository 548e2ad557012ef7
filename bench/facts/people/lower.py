"""People of a summary, by its capitals or, where these say nothing, by the article's names and the lists."""

from bench.facts.people.cast import Cast
from bench.facts.people.listed import listed_length, listed_words, name_like, plain_surname
from bench.facts.people.lists import first_names, surnames
from bench.facts.people.mentions import Mention, Person, gather, name_keys
from bench.facts.people.names import PARTICLES
from bench.facts.people.runs import STARTERS, Run, Word, runs
from bench.text.document import Document

_MASKS = frozenset({"unk", "lrb", "rrb", "lsb", "rsb"})


def named_people(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """Return the people of a summary; `cast` is the article's, which decides where capitals do not."""
    if summary.style == "cased":
        return _cased(summary, cast)
    return _uncased(summary, cast)


def _cased(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """People by capitals and evidence in the summary, and people of the article named in it."""
    found = [run for run in runs(summary) if not any(word.key in _MASKS for word in run.words)]
    recognised = gather(summary, found, lambda run: _extra(run, cast))
    taken = {mention.start for person in recognised for mention in person.mentions}
    known = [
        _person(summary.text, run.words, run.title)
        for run in found
        if run.words and run.words[0].start not in taken and not run.body and _is_known(run, cast)
    ]
    if not known:
        return recognised
    return tuple(sorted((*recognised, *known), key=lambda person: person.mentions[0].start))


def _extra(run: Run, cast: Cast) -> int:
    """Return what the article adds to a run's evidence: a name of its people, or no word of it anywhere."""
    words = run.words
    if len(words) > 1:
        givens = any(p.keys[0] == words[0].key and len(p.keys) > 1 for p in cast.owners.get(words[0].key, ()))
        family = any(
            p.keys[-1] == words[-1].key and len(p.keys) > 1 for p in cast.owners.get(words[-1].key, ())
        )
        if givens or family:
            return 2
    elif run.first:
        return 0
    if any(word.key in cast.words for word in words):
        return 0
    if len(words) == 1:
        return (
            0
            if words[0].key.endswith("s") and words[0].key not in surnames()
            else 1 + plain_surname(words[0].key)
        )
    return 1


def _is_known(run: Run, cast: Cast) -> bool:
    """Whether all words of a run belong to one person of the article."""
    for person in cast.owners.get(run.words[-1].key, ()):
        if all(word.key in person.keys for word in run.words) and (
            len(run.words) > 1 or run.words[0].key in (person.family, person.keys[-1])
        ):
            return True
    return False


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
        )
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


def _adjacent(text: str, words: list[Word], at: int) -> bool:
    """Whether nothing but a space (or a quote around a nickname) parts a word from the one before."""
    return not text[words[at - 1].end : words[at].start].strip(" \"'")
