"""Clauses of a text whose subject is a person it names: the verb, and what the clause tells with it.

A passive with its doer is turned round ("the wall was painted by Holt"), as in `deeds.done`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from bench.facts.people.deeds.context import content
from bench.facts.people.deeds.done import Spot, owns
from bench.facts.people.names.lists import roles, say_verbs
from bench.facts.people.names.words import CALENDAR
from bench.facts.support import function_words
from bench.text.by_word import by_word
from bench.text.porter import stem


class Clause(NamedTuple):
    """Who does it (or has it done to them), the verb and one form of it, what is told with it, and the place.

    `words` are the stems of the content words, and "@" with the index of each person among them; `pronoun` is
    the subject where it is no name; `first` is the subject's token, and `last` is behind the clause's last.
    """

    people: frozenset[int]
    word: str
    verb: str
    passive: bool
    words: frozenset[str]
    pronoun: str
    token: int
    first: int
    last: int


_FORMS = (
    "give gave given,take took taken,hear heard,hold held,lead led,leave left,lose lost,make made,pay paid,"
    "sell sold,send sent,buy bought,bring brought,build built,catch caught,choose chose chosen,"
    "draw drew drawn,drive drove driven,fall fell fallen,fight fought,find found,fly flew flown,"
    "get got gotten,go went gone,grow grew grown,hide hid hidden,keep kept,know knew known,lay laid,"
    "lend lent,meet met,read,ride rode ridden,ring rang rung,rise rose risen,run ran,see saw seen,"
    "shake shook shaken,shoot shot,show showed shown,sing sang sung,sit sat,sleep slept,speak spoke spoken,"
    "spend spent,stand stood,steal stole stolen,strike struck,swear swore sworn,swim swam swum,"
    "teach taught,tear tore torn,throw threw thrown,wear wore worn,win won,write wrote written,"
    "break broke broken,begin began begun,become became,carry carried,come came,deal dealt,do did done,"
    "drink drank drunk,eat ate eaten,feel felt,forget forgot forgotten,hit,hurt,put,cut,set,let,shut,split,"
    "spread,think thought,mean meant,seek sought,feed fed,dig dug,hang hung,light lit,bear bore born"
)


@cache
def _irregular() -> Mapping[str, str]:
    return {form: stem(line.split()[0]) for line in _FORMS.split(",") for form in line.split()}


@by_word
def verb_form(word: str) -> str:
    """Return one form for the forms of a verb ("gave", "given", "gives")."""
    return _irregular().get(word) or stem(word)


# What two do with one another is told of either.
MUTUAL = frozenset(
    map(
        verb_form,
        "meet marry wed date divorce join face fight play draw sign speak talk know love share collide "
        "hug kiss embrace call".split(),
    )
)
_BE = frozenset("is was were are been being be gets got".split())
_HELPERS = _BE | frozenset(
    "has had have will would could may might can must should to since also then later now reportedly already "
    "once first still just recently previously both too finally subsequently immediately afterwards "
    "herself himself again quickly soon only twice often always repeatedly long".split()
)

_STOPS = frozenset('. ; : ! ? " ( ) — –'.split())
_CLAUSES = frozenset("and or who whom whose which that when as".split())
_OPENS = frozenset(("while", "whereas", "but"))
PRONOUNS = {"he": "men", "she": "women"}
_DAYS = CALENDAR - {"may", "march", "sun", "sat", "mar", "dec", "spring", "fall"}
_NO_SUBJECT = frozenset(
    '" of from for at with in about than to on against under over like unlike near'.split()
)
_LISTS = frozenset((",", "and", "&"))
# How many words may stand before a verb, in an apposition, with a verb, before a name in a list, before "by".
_GAP, _APPOSITION, _LONGEST, _TITLED, _BEFORE_BY = 5, 14, 18, 6, 8


def clauses(
    words: Sequence[str], spots: Sequence[Spot], names: frozenset[str], ends: Mapping[int, int]
) -> Iterator[Clause]:
    """Yield the clauses told of persons at `spots`, in order; `ends`: where the sentence of each ends."""
    text = _Text(words, names, {spot.first: spot for spot in spots})
    group: list[Spot] = []
    for spot in spots:
        if group and not _enumerated(words, group[-1], spot):
            group = []
        group.append(spot)
        if owns(words, spot):
            continue
        people = frozenset(one.person for one in group)
        yield from _subject_of(text, spot, people, ends.get(spot.first, len(words)))
        yield from _done_by(text, group[0], people)


class _Text(NamedTuple):
    """A text's words, the words of names among them, and its people by the first word of each mention."""

    words: Sequence[str]
    names: frozenset[str]
    spots: Mapping[int, Spot]

    def clause(
        self, people: frozenset[int], verb: int, passive: bool, told: Iterable[int], place: Spot
    ) -> Clause:
        """Return a clause with the verb at `verb`, in which `told` are the tokens beside it."""
        words, named = self.words, [f"@{self.spots[i].person}" for i in told if i in self.spots]
        days = [f"#{words[i]}" for i in told if words[i] in _DAYS]
        found = frozenset([*content((words[i] for i in told), self.names), *named, *days])
        pronoun = words[place.first] if words[place.first] in PRONOUNS else ""
        return Clause(
            people,
            words[verb],
            verb_form(words[verb]),
            passive,
            found,
            pronoun,
            verb,
            place.first,
            place.last,
        )


def _subject_of(text: _Text, spot: Spot, people: frozenset[int], end: int) -> Iterator[Clause]:
    """Yield the clauses of which a name is the subject."""
    words = text.words
    before = words[spot.first - 1] if spot.first else ""
    if before in _NO_SUBJECT or _said_aside(words, spot):
        return
    apposed = _stands_behind_comma(words, spot.first)
    for verb, passive in _verbs(words, spot.last, end, apposed):
        last = _end(text, verb + 1, end)
        place = Spot(spot.first, last, spot.person)
        yield text.clause(people, verb, passive, range(verb + 1, last), place)
        second = last + 1
        if _second(words, last):
            last = _end(text, second + 1, end)
            yield text.clause(people, second, False, range(second + 1, last), place._replace(last=last))


def _said_aside(words: Sequence[str], spot: Spot) -> bool:
    """Whether a name is that of who says so, between commas: "Orr, said his aide, Kim Lund, will seek it"."""
    if words[spot.last : spot.last + 1] != (",",):
        return False
    begin = max(1, spot.first - _TITLED)
    return any(words[at] in say_verbs()[0] and words[at - 1] == "," for at in range(begin, spot.first))


def _stands_behind_comma(words: Sequence[str], at: int) -> bool:
    """Whether a name is an apposition, with what somebody is before it ("a passenger, the vet Ida Moll,")."""
    for i in range(at - 1, max(-1, at - _TITLED), -1):
        if words[i] == ",":
            return True
        if words[i] in _HELPERS or words[i] in _NO_SUBJECT or words[i] in _STOPS or words[i] in _CLAUSES:
            return False
    return False


def _enumerated(words: Sequence[str], one: Spot, other: Spot) -> bool:
    """Whether one name follows another in a list ("Holt, Lund and the vicar, Moll")."""
    between = words[one.last : other.first]
    if not 0 < len(between) <= _TITLED or between[0] not in _LISTS:
        return False
    other_words = any(word in _HELPERS or word in _STOPS or word.endswith("ed") for word in between)
    return not other_words and (len(between) == 1 or "and" in between)


def _verbs(words: Sequence[str], at: int, end: int, apposed: bool) -> Iterator[tuple[int, bool]]:
    """Yield the verbs told of a name that ends at `at`: in a relative clause, and behind it.

    `apposed`: the name stands behind a comma.
    """
    if at < end and words[at] == "(":
        at = next((i + 1 for i in range(at, min(end, at + _APPOSITION)) if words[i] == ")"), end)
    if at + 1 < end and words[at] == "," and apposed and _is_told(words[at + 1]):
        # "The foreman, Kjell Moe, drove": the name is the apposition.
        at += 1
    elif at < end and words[at] == ",":
        close = next((i for i in range(at + 1, min(end, at + _APPOSITION)) if words[i] == ","), end)
        who = next((i for i in range(at + 1, close) if words[i] == "who"), None)
        if who is not None:
            yield from _verb(words, who + 1, end)
        at = close + 1
    elif at < end and words[at] == "who":
        at += 1
    yield from _verb(words, at, end)


def _is_told(word: str) -> bool:
    """Whether a word right behind a comma is a verb of whom it follows."""
    return word in _HELPERS or ((_is_past(word) or word.endswith("s")) and _can_be_verb(word))


def _verb(words: Sequence[str], at: int, end: int) -> Iterator[tuple[int, bool]]:
    begun, passive = at, False
    while at < min(end, begun + _GAP) and (words[at] in _HELPERS or words[at].endswith("ly")):
        passive = passive or words[at] in _BE
        at += 1
    if at < end and _can_be_verb(words[at]):
        # "Is suing" is no passive, but "is being sued" is.
        lasts = passive and words[at].endswith("ing")
        if not passive or lasts or _is_past(words[at]):
            yield at, passive and not lasts


@by_word
def _can_be_verb(word: str) -> bool:
    return word.isalpha() and len(word) > 2 and word not in roles() and word not in function_words()


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _irregular()


def _second(words: Sequence[str], at: int) -> bool:
    """Whether "and" joins a second verb here."""
    return words[at : at + 1] == ("and",) and at + 1 < len(words) and _is_past(words[at + 1])


def _end(text: _Text, at: int, end: int) -> int:
    """Return where a clause ends that goes on at `at`."""
    words, limit = text.words, min(end, at + _LONGEST)
    for i in range(at, limit):
        if words[i] in _STOPS or words[i] in _OPENS:
            return i
        # "The minister, Karen Dam": the name belongs to it.
        if (words[i] == "," and i + 1 not in text.spots) or _second(words, i):
            return i
    return limit


def _done_by(text: _Text, spot: Spot, people: frozenset[int]) -> Iterator[Clause]:
    """Yield what is told as done by a name ("the wall was painted by the mason, Jon Odell")."""
    words = text.words
    by = next((i for i in range(spot.first - 1, max(0, spot.first - 8), -1) if words[i] == "by"), None)
    if by is None or any(not (w == "," or w.isalpha()) or w in _HELPERS for w in words[by + 1 : spot.first]):
        return
    near = (i for i in range(by - 1, max(-1, by - _BEFORE_BY), -1) if _is_past(words[i]))
    verb = next((i for i in near if i == by - 1 or not _BE.isdisjoint(words[max(0, i - 2) : i])), None)
    if verb is None:
        return
    begin = verb
    while begin > 0 and verb - begin < _LONGEST and words[begin - 1] not in _STOPS:
        begin -= 1
    told = [i for i in range(begin, by) if i != verb]
    yield text.clause(people, verb, False, told, Spot(begin, spot.last, spot.person))
