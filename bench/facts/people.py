"""People of a text: mentions by positive evidence, gathered into persons."""

import re
from collections.abc import Callable, Iterable

import msgspec

from bench.facts.names import same_family, same_given
from bench.facts.names_lists import (
    bodies,
    brands,
    first_names,
    named_after,
    ordinary_names,
    part,
    place_names,
    places,
    roles,
    say_verbs,
    sure_first_names,
    surnames,
    titles,
)
from bench.facts.people_listed import SURNAME_ENDINGS
from bench.facts.people_runs import FAMILY_FIRST, NATIONS, Run, Word, is_particle, runs
from bench.text.document import Document

_HONORIFICS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady mme herr frau prof professor madam monsieur senor rev".split()
)
_AFTER_AGE = re.compile(r"(?:, (?:then |now |aged |who is )?\d{1,2}(?=[,.;)\s])|,? \(\d{1,2}\)|,? aged \d)")
_AFTER_WHO = re.compile(r",? (?:who|whose)\b")
_AFTER_ROLE = re.compile(
    r", (?:(?:an?|the|his|her|their|its|one|now|then|former|who|chief|head) |[\w' -]{0,24}? )?([\w-]+)\b"
)
_AFTER_WORD = re.compile(
    r"(?:, (?:who |[^,.;\n]{1,60}, )?| )(?:has |have |had |also |then |later |reportedly |is |was )?"
    r"([a-z]+)\b"
)
_ROLE_OF = re.compile(r"([\w-]+) (?:of|for|at) (?:the )?$")
_BEFORE = re.compile(r"([\w-]+),? \"?$")
_PERSON_VERBS = part("name_context.txt", "person verbs")
_SUBJECT_VERBS = frozenset(
    "was is has had became will would won took made gave went came got led lost".split()
)
_SPEECH_BEFORE = frozenset("said says added told".split())
_LEADS_TO_PERSON = frozenset(
    "said says added told by with against named like replaced replace succeeded succeed defeated beat "
    "married marry dated signed met joined "
    "accused asked praised thanked blamed sacked hired appointed arrested killed shot called featuring "
    "starring alongside thanks".split()
)


_PLACE_OPENERS = frozenset("san los las santa port fort mount lake cape new isle loch".split())


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
        return self.keys[0] if len(self.keys) > 1 and self.keys[0] in FAMILY_FIRST else self.keys[-1]


def people(document: Document) -> tuple[Person, ...]:
    """Return the people of `document`, in order of first mention; nobody is one by capitals alone."""
    return gather(document, runs(document))


def gather(
    document: Document, found: Iterable[Run], extra: Callable[[Run], int] | None = None
) -> tuple[Person, ...]:
    """Return the people among the runs of `document`: those with evidence, and their bare surnames.

    `extra` adds evidence to a run that has some already.
    """
    text = document.text
    candidates: list[Run] = []
    doubtful: list[Run] = []
    for run in found:
        if not run.words or run.body:
            continue
        score = evidence(text, run)
        if extra is not None and -1 <= score < 2 and not is_none(run.words):
            more = extra(run)
            score += more if score > 0 or more > 1 else 0
        (candidates if score >= 2 else doubtful).append(run)
    return _clusters(text, candidates, doubtful)


def evidence(text: str, run: Run) -> int:
    """Return how much speaks for a run being a person: 2 or more is enough."""
    words = run.words
    if is_none(words):
        return -1
    score = 0
    if run.title:
        last = run.title[-1]
        if last in _HONORIFICS or last in titles() or last in roles():
            score += 3
    score += _by_form(words)
    score += _by_context(text, words, bool(run.title))
    if run.first and len(words) == 1 and not run.title:
        score -= 1 + words[0].key.endswith("s")
    if run.the and not run.title:
        score -= 1 if len(words) > 1 and words[0].key in sure_first_names() else 3
    return score


def is_none(words: tuple[Word, ...]) -> bool:
    """Whether the words are a brand, a place or an abbreviation."""
    key = words[-1].key
    if len(words) == 1:
        word = words[0].text.removesuffix("'s")
        return (
            key in brands()
            or key in places()
            or key in NATIONS
            or (word.isupper() and len(word) < 6)
            or (key in bodies() and key not in surnames())
        )
    joined = " ".join(word.key for word in words)
    if joined in named_after() or any(
        joined.startswith(name + " ") for name in named_after() if name[0] == joined[0]
    ):
        return True
    if words[0].key in NATIONS or words[0].key in brands() or words[0].key in _PLACE_OPENERS:
        return True
    if any(word.text.isupper() and len(word.key) > 1 and "." not in word.text for word in words) and not all(
        word.text.isupper() for word in words
    ):
        return True
    sure = words[0].key in sure_first_names()
    if words[0].key in places() and not sure:
        return words[0].key not in first_names() or key in places()
    return key in places() and not sure and key not in surnames()


def _by_form(words: tuple[Word, ...]) -> int:
    """Evidence in the words themselves: a known first name, an initial, a particle."""
    if len(words) == 1:
        return 0
    first, second = words[0], words[1]
    score = 0
    if first.key in sure_first_names():
        score += 3
    elif first.key in place_names():
        score += 1 + (words[-1].key in surnames())
    elif first.key in first_names():
        score += 2 if words[-1].key in surnames() or (len(words) == 2 and not _is_word(words[-1])) else 1
    if first.key in FAMILY_FIRST and len(words) <= 3:
        score += 1 if second.key in first_names() or "-" in second.key else 0
    if len(words) > 2 and len(second.key) == 1:
        score += 2
    if "." in first.text and len(first.text) <= 4:
        score += 2
    if any(is_particle(word) for word in words[1:]):
        score += 1
    if words[-1].key in surnames():
        score += 1
    elif words[-1].key.startswith(("mc", "o'", "mac", "al-", "el-")):
        score += 2 * (len(words[-1].key) > 4)
    elif words[-1].key.endswith(SURNAME_ENDINGS):
        score += len(words[-1].key) > 4
    return score


def _is_word(word: Word) -> bool:
    return word.key in bodies() or word.key in places() or word.key in ordinary_names()


def _by_context(text: str, words: tuple[Word, ...], titled: bool) -> int:
    """Evidence around the words: a role before, an age, an apposition or a verb after."""
    start, end = words[0].start, words[-1].end
    after, score = text[end : end + 90], 0
    before = _BEFORE.search(text, max(0, start - 30), start)
    of = _ROLE_OF.search(text, max(0, start - 40), start)
    if of is not None and (of.group(1).lower() in roles() or of.group(1).lower() in titles()):
        score -= 3
    if before is not None and not titled:
        word = before.group(1).lower()
        if word in roles() or word.removesuffix("s") in roles() or word in titles():
            score += 3
        elif word in ("in", "at", "near", "from", "outside", "across"):
            score -= 2 if len(words) == 1 else words[0].key not in first_names()
    if _AFTER_AGE.match(after):
        return score + 3
    if _AFTER_WHO.match(after):
        score += 2
    match = _AFTER_ROLE.match(after)
    if match is not None and any(w in roles() for w in re.findall(r"[\w-]+", after[:60].split(",")[1])):
        score += 2
    match = _AFTER_WORD.match(after)
    if match is not None:
        word = match.group(1)
        plain, _ = say_verbs()
        if word in plain:
            score += 2 if len(words) > 1 else 1
        elif word in _PERSON_VERBS:
            score += 2
        elif len(words) > 1 and (word in _SUBJECT_VERBS or (word.endswith("ed") and len(word) > 4)):
            score += 1
    if before is not None and len(words) > 1 and before.group(1).lower() in _LEADS_TO_PERSON:
        score += 1 + (before.group(1).lower() in _SPEECH_BEFORE)
    if re.match(r" ?'s? \w", after) or words[-1].text.endswith("'s"):
        score += len(words) > 1 or _owns_role(after)
    return score


def _owns_role(after: str) -> bool:
    """Whether a possessive is followed by a relative or a colleague."""
    match = re.match(r"(?: ?'s?)? (?:\w+ )?(\w+)", after)
    return match is not None and match.group(1) in roles()


def _clusters(text: str, sure: list[Run], doubtful: list[Run]) -> tuple[Person, ...]:
    """Gather mentions into persons; doubtful runs count where they are a known person's names."""
    found: list[list[Run]] = []
    for run in sorted((r for r in sure if len(r.words) > 1), key=lambda r: r.words[0].start):
        home = next((group for group in found if _one_person(group[0], run)), None)
        found.append([run]) if home is None else home.append(run)
    lone: list[list[Run]] = []
    singles = [r for r in sure if len(r.words) == 1] + doubtful
    for run in sorted(singles, key=lambda r: r.words[0].start):
        homes = [group for group in found if _belongs(group[0], run)]
        if homes:
            before = [g for g in homes if g[0].words[0].start < run.words[0].start]
            last = max(
                before,
                key=lambda g: max(r.words[0].start for r in g if r.words[0].start < run.words[0].start),
                default=homes[0],
            )
            last.append(run)
        elif run in sure:
            home = next((g for g in lone if g[0].words[-1].key == run.words[-1].key), None)
            lone.append([run]) if home is None else home.append(run)
    for group in lone:
        key = group[0].words[-1].key
        have = {run.words[0].start for run in group}
        group.extend(
            run
            for run in doubtful
            if len(run.words) == 1 and run.words[0].key == key and run.words[0].start not in have
        )
    persons = [_person(text, group) for group in found + lone]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def _one_person(known: Run, run: Run) -> bool:
    """Whether two full names are one person's: the surname is the same and no given name conflicts."""
    one, other = [w.key for w in known.words], [w.key for w in run.words]
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return (one[-1] == other[-1] or same_family(one[-1], other[-1])) and same_given(one[0], other[0])


def _belongs(known: Run, run: Run) -> bool:
    """Whether a bare name is one of a known person's."""
    keys = [word.key for word in known.words]
    names = [word.key for word in run.words]
    if len(names) == 1:
        name = names[0]
        return (
            name == keys[-1]
            or (name == keys[0] and name not in NATIONS)
            or name in keys[1:]
            or ("-" in keys[-1] and name in keys[-1].split("-"))
        )
    return all(name in keys for name in names)


def _person(text: str, group: list[Run]) -> Person:
    group = sorted(group, key=lambda run: run.words[0].start)
    fullest = max(group, key=lambda run: (len(run.words), -run.words[0].start))
    mentions = tuple(Mention(r.words[0].start, _end(r.words[-1]), name_keys(r.words), r.title) for r in group)
    name = text[fullest.words[0].start : _end(fullest.words[-1])]
    return Person(name, name_keys(fullest.words), mentions)


def name_keys(words: Iterable[Word]) -> tuple[str, ...]:
    """Return the folded words of a name without its particles."""
    return tuple(word.key for word in words if not is_particle(word))


def _end(word: Word) -> int:
    """Return where a word of a name ends, its possessive left out."""
    text = word.text.lower()
    if text.endswith("'s"):
        return word.end - 2
    return word.end - (1 if text.endswith("'") else 0)
