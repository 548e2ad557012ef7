"""People of a summary, by its capitals or, where it has none to go by, by the article's names and the lists."""

import re

from bench.facts.names import PARTICLES, bare
from bench.facts.names_lists import bodies, first_names, ordinary_names, places, roles, sure_first_names, surnames, titles
from bench.facts.people import Mention, Person, gather
from bench.facts.people_match import Cast
from bench.facts.people_runs import STARTERS, Run, Word, runs
from bench.text.document import Document

_LOWER_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['-](?=[^\W_])|\.(?=[^\W_]))*")
_MASKS = frozenset({"unk", "lrb", "rrb", "lsb", "rsb"})


def named_people(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """Return the people of a summary; `cast` is the article's, which decides where capitals do not."""
    if summary.style == "cased":
        return _cased(summary, cast)
    return _uncased(summary, cast)


def _cased(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """People by capitals and evidence in the summary, and people of the article named in it."""
    found = [run for run in runs(summary) if not any(word.key in _MASKS for word in run.words)]
    recognised = gather(summary, found)
    taken = {mention.start for person in recognised for mention in person.mentions}
    more = [
        run
        for run in found
        if run.words and run.words[0].start not in taken and not run.body and _person_of(run, cast) is not None
    ]
    if not more:
        return recognised
    known = [
        Person(
            " ".join(word.text for word in run.words).removesuffix("'s"),
            tuple(word.key for word in run.words),
            (Mention(run.words[0].start, _end(run.words[-1]), tuple(word.key for word in run.words), run.title),),
        )
        for run in more
    ]
    return tuple(sorted((*recognised, *known), key=lambda person: person.mentions[0].start))


def _person_of(run: Run, cast: Cast) -> Person | None:
    """Return the one person of the article that all words of a run belong to."""
    owners = cast.owners.get(run.words[-1].key, [])
    for person in owners:
        if all(word.key in person.keys for word in run.words) and (
            len(run.words) > 1 or run.words[0].key in (person.family, person.keys[-1])
        ):
            return person
    return None


def _end(word: Word) -> int:
    return word.end - (2 if word.text.lower().endswith("'s") else 0)


def _uncased(summary: Document, cast: Cast) -> tuple[Person, ...]:
    """People of a text without telling capitals: names of the article, and first names with a name-like next word."""
    words = [
        Word(m.group(), bare(m.group()), m.start(), m.end()) for m in _LOWER_WORD.finditer(summary.text)
    ]
    found: list[Person] = []
    at = 0
    while at < len(words):
        length = _known_length(words, at, cast) or _listed_length(words, at, cast, summary.text)
        if length:
            part = words[at : at + length]
            keys = tuple(word.key for word in part if word.key not in PARTICLES or length == 1)
            start, end = part[0].start, _end(part[-1])
            found.append(Person(summary.text[start:end], keys, (Mention(start, end, keys),)))
        at += length or 1
    return tuple(found)


def _known_length(words: list[Word], at: int, cast: Cast) -> int:
    """Return how many words from `at` on name a person of the article."""
    owners = cast.owners.get(words[at].key)
    if not owners:
        return 0
    length = 1
    while at + length < len(words) and length < 5:
        key = words[at + length].key
        if key in PARTICLES or any(key in person.keys for person in owners):
            length += 1
        else:
            break
    while length > 1 and words[at + length - 1].key in PARTICLES:
        length -= 1
    if length > 1:
        return length
    key = words[at].key
    if key in STARTERS or key in cast.ordinary:
        return 0
    if key in first_names() and at + 1 < len(words) and _name_like(words[at + 1], cast):
        return 0
    return 1 if any(key == person.family or key == person.keys[-1] for person in owners) else 0


def _listed_length(words: list[Word], at: int, cast: Cast, text: str) -> int:
    """Return how many words from `at` on look like a name by the lists: a sure first name and a name-like word."""
    first = words[at]
    titled = at > 0 and words[at - 1].key in _HONORIFICS
    if titled and _name_like(first, cast) and first.key not in roles() and first.key not in titles():
        return 1
    if first.key not in sure_first_names() or first.key in cast.ordinary or at + 1 >= len(words):
        return 0
    if text[first.end : words[at + 1].start].strip(" "):
        return 0
    length = 1
    while at + length < len(words) and words[at + length].key in PARTICLES and words[at + length].key not in ("y", "e"):
        length += 1
    if at + length >= len(words) or not _name_like(words[at + length], cast):
        return 0
    return length + 1


_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady".split())
_ENDINGS = ("ing", "ed", "ly", "tion", "ness", "ment", "able", "ful", "less", "ous", "ive", "ism", "ist", "ity")
_COMMON = frozenset(
    "has had have was were is are been be being will would could should can may might must do does did said says say told tells wins won beat beats lost loses led leads made makes met meets "
    "joins signs scores took takes gave gives got gets went goes came comes kept keeps left leaves put puts set sets ran runs saw sees hit hits cut cuts let lets paid pays sold bought brought caught "
    "became become becomes began begins felt feels fell falls found finds held holds hopes plans wants thinks knows likes loves lives dies died stars plays faces hands heads helps insists claims warns reveals urges calls "
    "who whose whom which that this these those there here then than when where while with without also never ever just only still again back home away out off over under down up "
    "first second third last next new old young big great good best better top top-flight star fans fan team side club boss man woman men women boy girl boys girls people police court case time times day days week weeks month months year years "
    "win goal goals game games match race title cup league season final open world film movie show book song album series tv radio book music band life death murder trial family wife husband son daughter mother father children friends fans "
    "street road park house hotel school university hospital church airport stadium city town village county state country island beach river lake bridge station square avenue lane hall tower centre center "
    "city united rovers town athletic county wanderers rangers".split()
)


def _name_like(word: Word, cast: Cast) -> bool:
    """Whether a word may be a surname in text without capitals."""
    key = word.key
    if key in cast.names and key not in cast.ordinary:
        return True
    if key in surnames() and key not in cast.ordinary:
        return True
    return (
        len(key) > 2
        and key not in cast.words
        and key not in STARTERS
        and key not in _COMMON
        and key not in roles()
        and key not in bodies()
        and key not in places()
        and key not in ordinary_names()
        and not key.endswith(_ENDINGS)
        and not (key.endswith("s") and key[:-1] in roles())
    )
