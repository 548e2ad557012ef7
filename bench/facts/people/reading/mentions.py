"""People of a text: mentions by positive evidence, gathered into persons."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import NamedTuple

import msgspec

from bench.facts.people.names.compare import same_family, same_given
from bench.facts.people.names.lists import first_names, places, surnames, word_surnames
from bench.facts.people.names.words import is_english, is_known_word
from bench.facts.people.reading.evidence import ENOUGH, THING, evidence, is_none
from bench.facts.people.reading.listed import name_runs
from bench.facts.people.reading.run_parts import NATIONS, Word, is_particle, stands_first
from bench.facts.people.reading.runs import Run
from bench.facts.people.reading.together import Weighed, together
from bench.text.document import Document


class Mention(msgspec.Struct, frozen=True):
    """One mention of a person: half-open place in the repaired text, and the words of the name, folded."""

    start: int
    end: int
    keys: tuple[str, ...]
    title: tuple[str, ...] = ()


class Person(msgspec.Struct, frozen=True):
    """One person: the fullest name as written, its words folded, and every mention, in order."""

    name: str
    keys: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def family(self) -> str:
        """The word that a mention by surname alone would be."""
        return self.keys[0] if stands_first(self.keys) else self.keys[-1]


def people(document: Document) -> tuple[Person, ...]:
    """Return the people of `document`, in order of first mention; nobody is one by capitals alone."""
    return gather(document, name_runs(document))


def gather(
    document: Document, found: Iterable[Run], extra: Callable[[Run], int] | None = None
) -> tuple[Person, ...]:
    """Return the people among the runs of `document`: those with evidence, and their bare surnames.

    `extra` adds evidence to a run that has some already.
    """
    text = document.text
    candidates: list[Run] = []
    doubtful: list[Weighed] = []
    for run in _unglued(tuple(found)):
        if not run.words or run.body:
            continue
        score = evidence(text, run)
        if extra is not None and score < ENOUGH:
            more = extra(run)
            if more > 2 or (more > 1 and (run.words[0].key in first_names() or not is_none(run.words))):
                score = ENOUGH
            elif score > 0:
                score += more
        if score >= ENOUGH:
            candidates.append(run)
        else:
            doubtful.append(Weighed(run, score))
    things = {_words(one.run) for one in doubtful if one.score == THING}
    if things:
        candidates = [run for run in candidates if run.title or _words(run) not in things]
        doubtful = [one for one in doubtful if _words(one.run) not in things]
    if extra is None and doubtful:
        candidates += together(text, doubtful, candidates)
    return _clusters(text, candidates, [one.run for one in doubtful if one.run not in candidates])


def _words(run: Run) -> tuple[str, ...]:
    return tuple(word.key for word in run.words)


def _unglued(found: Sequence[Run]) -> Iterable[Run]:
    """Yield the runs without a word of another sentence behind a surname that stands without it elsewhere."""
    ends = {run.words[-1].key for run in found if run.words}
    for run in found:
        words = run.words
        if len(words) > 1 and words[-2].key in ends and not run.body and _is_glued(words[-1], words[-2]):
            run = run._replace(words=words[:-1])
        yield run


def _is_glued(word: Word, before: Word) -> bool:
    """Whether a word can only be an English one, and the one before it no given name."""
    key = word.key
    named = key in surnames() or key in word_surnames() or key in first_names()
    return not named and len(key) > 3 and is_english(key) and before.key not in first_names()


def _clusters(text: str, sure: list[Run], doubtful: list[Run]) -> tuple[Person, ...]:
    """Gather mentions into persons; doubtful runs count where they are a known person's names."""
    groups = _full_names(run for run in sure if len(run.words) > 1)
    known: dict[str, list[list[Run]]] = {}
    for group in groups:
        for key in _keys(group[0]):
            known.setdefault(key, []).append(group)
    lone: dict[str, list[Run]] = {}
    rest: list[Run] = []
    certain = {run.words[0].start for run in sure}
    singles = [run for run in sure if len(run.words) == 1] + doubtful
    for run in sorted(singles, key=_start):
        homes = [group for group in known.get(run.words[-1].key, ()) if _belongs(group[0], run)]
        if not homes and len(run.words) == 1:
            homes = _spelled_alike(groups, run) if _start(run) in certain or _may_be_misspelt(run) else []
        if homes:
            before = [group for group in homes if _start(group[0]) < _start(run)]
            max(before, key=lambda group: _start(group[-1]), default=homes[0]).append(run)
        elif _start(run) in certain:
            key = run.words[-1].key
            lone.setdefault(key if key in lone else _alike_alone(key, lone), []).append(run)
        elif len(run.words) < 3:
            rest.append(run)
    for run in rest:
        home = _known_alone(run, lone)
        if home is not None:
            lone[home].append(run)
    persons = [_person(text, group) for group in (*groups, *lone.values())]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def _alike_alone(key: str, lone: Iterable[str]) -> str:
    """Return the spelling in which somebody is known alone already, else the word: "Aurel", then "Auriel"."""
    if len(key) > 4:
        for other in lone:
            names = first_names()
            if not (key in names and other in names) and len(other) > 4 and same_family(key, other):
                return other
    return key


def _known_alone(run: Run, lone: Container[str]) -> str | None:
    """Return the word by which somebody is known alone of whom this is the name, a given name beside it."""
    keys = [word.key for word in run.words]
    if len(keys) == 1:
        return keys[0] if keys[0] in lone else None
    for name, other in (keys, keys[::-1]):
        if name in lone and other in first_names():
            return name
    return None


def _may_be_misspelt(run: Run) -> bool:
    """Whether a capitalised word that is no word and no place may be a surname in one more spelling."""
    key = run.words[0].key
    return (
        len(key) > 4
        and not run.the
        and not run.body
        and key.isalpha()
        and key not in places()
        and key not in first_names()
        and not is_known_word(key)
    )


def _spelled_alike(groups: list[list[Run]], run: Run) -> list[list[Run]]:
    """Return the one person whose surname this is in another spelling, if there is one."""
    near = [group for group in groups if same_family(group[0].words[-1].key, run.words[0].key)]
    return near if len(near) == 1 else []


def _full_names(found: Iterable[Run]) -> list[list[Run]]:
    """Gather names of several words into persons."""
    groups: list[list[Run]] = []
    # Each is held against all before it, so that the words of a name are taken apart once.
    known: list[_Name] = []
    for run in sorted(found, key=_start):
        keys = [word.key for word in run.words]
        name = _Name(keys[0], keys[-1], frozenset(keys), run.suffix)
        home = next((at for at, other in enumerate(known) if _one_person(other, name)), None)
        if home is None:
            groups.append([run])
            known.append(name)
        else:
            groups[home].append(run)
    return groups


def _start(run: Run) -> int:
    return run.words[0].start


def _keys(run: Run) -> set[str]:
    """Return the words by which a person may be named alone, parts of a hyphenated surname too."""
    keys = {word.key for word in run.words}
    return keys | set(run.words[-1].key.split("-"))


class _Name(NamedTuple):
    """A full name: its first and last word, all of them, and Jr or Sr."""

    given: str
    family: str
    keys: frozenset[str]
    suffix: tuple[str, ...]


def _one_person(one: _Name, other: _Name) -> bool:
    """Whether two full names are one person's: the surname is the same and no given name conflicts."""
    if one.suffix != other.suffix and {*one.suffix, *other.suffix} >= {"jr", "sr"}:
        return False
    if one.keys <= other.keys or other.keys <= one.keys:
        return True
    return same_family(one.family, other.family) and same_given(one.given, other.given)


def _belongs(known: Run, run: Run) -> bool:
    """Whether a bare name is one of a known person's."""
    keys = [word.key for word in known.words]
    names = [word.key for word in run.words]
    if len(names) == 1:
        name = names[0]
        return name in keys[1:] or name in keys[-1].split("-") or (name == keys[0] and name not in NATIONS)
    return all(name in keys for name in names)


def _person(text: str, group: list[Run]) -> Person:
    group = sorted(group, key=lambda run: run.words[0].start)
    fullest = max(group, key=lambda run: (len(run.words), -run.words[0].start))
    mentions = tuple(Mention(r.words[0].start, _end(r.words[-1]), name_keys(r.words), r.title) for r in group)
    name = text[fullest.words[0].start : _end(fullest.words[-1])]
    return Person(name, name_keys(fullest.words), mentions)


def name_keys(words: Iterable[Word]) -> tuple[str, ...]:
    """Return the folded words of a name without its particles, all of them where there are no others."""
    written = tuple(words)
    keys = [
        word.key for at, word in enumerate(written) if not is_particle(word) or _is_given_too(written, at)
    ]
    return tuple(keys or (word.key for word in written))


def _is_given_too(words: tuple[Word, ...], at: int) -> bool:
    """Whether a particle is the given name of one who is named in small letters: "al tolbert"."""
    return at == 0 and len(words) > 1 and words[0].key in first_names()


def _end(word: Word) -> int:
    """Return where a word of a name ends, its possessive left out."""
    text = word.text.lower()
    if text.endswith("'s"):
        return word.end - 2
    return word.end - (1 if text.endswith("'") else 0)
