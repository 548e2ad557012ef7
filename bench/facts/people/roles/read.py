"""What a text calls its people: offices and roles before a name, in an apposition after it, or by a verb."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bench.facts.kept import once_each
from bench.facts.people.roles.done import DONE, TITLE, done_behind, done_by
from bench.facts.people.roles.kinds import role_names
from bench.facts.people.roles.time import (
    BACK_THEN,
    LEAVING,
    left_out,
    time_of_verb,
    time_of_words,
    when_told,
)
from bench.facts.people.roles.words import modifiers, of_several, role_openers, role_phrases
from bench.text.document import Document

# How far a title may reach back from a name, and an apposition forward.
_BEFORE, _AFTER = 90, 120
_TO_NAME = re.compile(rf"(?:-elect)?(?: at the time)?(?:,|:| named| called)? {TITLE}")
_OF_TO_NAME = re.compile(rf" (?:of|for|at|in|from) [\w'& -]{{3,50}}, {TITLE}")
_IS_NAME = re.compile(rf"(?: (?:of|for|at|in) [\w'& -]{{3,50}})? (?:is|was|remains|became) (?:now )?{TITLE}")
# "His coach, the former fast bowler Padmore": the first is his as well.
_CHAIN = re.compile(r", (?!and |or |but )(?:the |a |an )?(?:[\w'-]+ ){0,4}")
_LEAD = re.compile(
    r"(?: ?, (?:aged )?\d\d?)?"
    r"(?:,? (?:who )?(?:will|would|is to|was to|are to) "
    r"(?:be|become|remain|(?:now |then )?(?:act|serve|stay on|stay|continue|step in|stand in|return) as) |"
    r"(?:,? (?:who )?(?:has |had |have |was |were |is |be |been )?"
    r"(?:taken over|took over|takes over|served|serves|serving|works|worked|resigned|resigns|stepped down|"
    r"steps down|stood down|retired|appointed|elected|re-elected|named|returned|returns|installed|"
    r"confirmed|sworn in|hired|picked|quit|chosen|replaced|"
    r"sacked|dismissed|ousted|removed|started|began|acts|acted|continues|stayed))?"
    r"(?: on)? as |"
    r" ?, (?:who (?:is|was|became|remains) )?| \(|"
    r" (?:is|was|became|becomes|remains|remained|has been|had been) )"
    r"(?:now |then |currently |once |formerly |previously |appointed |elected |still |also )*"
    r"(?:the |a |an |his |her |its |their |one of (?:the|his|her|its|their) )?"
)
_IS = re.compile(r" (?:is|was|will be|became|becomes|will become|is to be|is to become|remains) ")
_SECOND = re.compile(
    r"(, (?:his|her|their|its|the|an?) )"
    r"(?:(?!(?:said|says|told|has|had|have|is|was|were|will|would|who|added)\b)[\w'-]+ ?){1,7}(?=[,.;)])"
)
_RELATIVE = re.compile(
    r" ?, (?:who|whose) [^,.;:!?\n]{3,90} ?,(?= (?:is|was|will be|became|becomes|will become|remains) )"
)
# "Was its spokeswoman until March and has since been its negotiator"
_AND_IS = re.compile(
    r"[^.;:!?,\"()\n]{0,90}? and (?:(?:has|had|is|was|will|would|now|since|then|later|still|also) )*"
    r"(?:been|be|became|becomes?|is|was|remains?)(?: now| since| still)? (?:his|her|its|their|the|an?) "
)
_IS_SOMETHING = re.compile(r"\b(?:is|was|became|becomes|remains|remained|been) ")
_GENERATION = re.compile(r",? (?:jr|sr|junior|senior|the younger|the elder|iii?|iv)\b\.?(?=[ ,])")
_STOP = re.compile(
    r"[,;.:!?\"()\n]|(?<!')\b(?:who|whose|said|says|told|has|had|have|is|was|to|that|after|when|will|would|but|with|until)\b"
)
_AND = re.compile(r" and (?:the |a |an |its |his |her )?| and$")
# A chief of staff heads no staff.
_OF = re.compile(
    r" (?!of sta(?:ff|te)\b)(of|for|at|in|from|on|to|since|under) (?:the )?((?:[\w'&-]+ ?){0,4})"
)


class Office(NamedTuple):
    """An office or role told of somebody: its place, its name in one spelling, when, words with it."""

    start: int
    end: int
    name: str
    time: str
    words: frozenset[str]


def offices_at(document: Document, start: int, end: int) -> Iterable[Office]:
    """Yield the offices told right beside a mention: before it, in an apposition after it, or by a verb."""
    places = _role_places(document)
    at = bisect_left(places, start - _BEFORE)
    if at < len(places) and places[at] < start:
        for office in _before(document.lower, start, places[at]):
            if not _opens_only(document, office, start, end):
                yield office
    if document.text[end : end + 1] in (" ", ","):
        generation = _GENERATION.match(document.lower, end)
        end = generation.end() if generation is not None else end
        for office in _after(document.lower, end):
            # ", their chairman John Smith": the office is that of the next name, but "leads Marn" is hers.
            noun = document.lower[office.start : office.end] in role_names()
            if not (noun and _NAME_FOLLOWS.match(document.text, office.end)):
                yield office


_ACCORDING = re.compile(r"\baccording to (?:(?:the|a|an|its|his|her|their) )?(?:[\w'-]+ ){0,3}$")


_ENDS = frozenset((",", ".", ";", ""))


def _opens_only(document: Document, office: Office, start: int, end: int) -> bool:
    """Whether a comma parts an office from a name: "According to the doctor, Smith will play"."""
    parted = document.text[office.end : start].startswith(",") and document.text[end : end + 1] not in _ENDS
    return parted and _ACCORDING.search(document.lower, max(0, office.start - 60), office.start) is not None


@once_each
def _role_places(document: Document) -> Sequence[int]:
    """Return where the words of a text stand that a role begins with: far from them nothing is looked for."""
    tokens = document.tokens_of
    words = [*role_openers().intersection(tokens), *DONE.intersection(tokens)]
    return sorted(document.cut.starts[at] for word in words for at in tokens[word])


_NAME_FOLLOWS = re.compile(r"(?:-elect)? [A-Z]")


def said_of_pronoun(document: Document, end: int) -> Iterable[Office]:
    """Yield the offices told of "he" or "she" by a verb right behind ("She has been acting head")."""
    if document.text[end : end + 1] == " ":
        yield from _after(document.lower, end)


# "She took over as head from Smith": Smith is head no longer.
_FROM = re.compile(r"\b(?:took|takes|has taken|had taken) over as [\w' -]{3,60} from ")


def _before(text: str, start: int, opened: int) -> Iterator[Office]:
    """Yield the office that ends right before a name ("Chelsea manager", "the former president, ").

    `opened` is where the first word of a role stands.
    """
    # A headline says nothing of the name below it.
    left = max(0, start - _BEFORE, text.rfind("\n", 0, start) + 1)
    until = start
    done = done_by(text, left, start)
    if done is not None:
        yield _office(done.start, done.end, done.name, done.words, "")
    handed = _FROM.search(text, left, start) if text.endswith(" from ", left, start) else None
    if handed is not None and handed.end() == start:
        for first, last, name in role_phrases(text, handed.start(), start):
            yield _office(first, last, name, (), "")._replace(time="former")
        return
    reaches: tuple[re.Pattern[str], ...] = (_TO_NAME, _OF_TO_NAME, _IS_NAME)
    for first, last, name in reversed(list(role_phrases(text, max(left, opened), start))):
        # Tokenised text has a space before its commas.
        rest = text[last:until].replace(" , ", ", ")
        abbreviated = rest == ". " and last - first < 5
        if not (abbreviated or _is_key(text, first, rest) or any(reach.fullmatch(rest) for reach in reaches)):
            continue
        if (
            rest[0] == ","
            and text[last - 1] == "s"
            and name[-1] != "s"
            and _OF_THEM.search(text, left, first)
        ):
            continue
        words, opener = modifiers(text, left, first)
        if opener not in _DETERMINERS:
            # "Rovers dismissed coach Holt" tells what they did.
            words = [word for word in words if word not in LEAVING]
        if opener in _NOT_THE or (rest[0] == "," and _OF_LAST.search(text, left, first)):
            return
        of = _OF.match(rest)
        yield _office(first, last, name, words + (of.group(2).split() if of else []), rest)
        if rest.startswith((" named", " called")):
            return
        until, reaches = first, (_CHAIN,)


def _is_key(text: str, first: int, rest: str) -> bool:
    """Whether an office is the key of a list, "Manager: Petra Holt", at the start of a line or a cell."""
    return (
        _KEYED.fullmatch(rest) is not None and _OPENS_CELL.search(text, max(0, first - 30), first) is not None
    )


_KEYED = re.compile(rf":\*{{0,2}} {TITLE}")
_OPENS_CELL = re.compile(r"(?:^|[\n|;\u2022(])[ \t*\u2022-]*(?:[\w-]+ ){0,2}$")
# "The chair of the club's trustees, Emma Hart": she is the chair.
_OF_THEM = re.compile(r" of (?:the |its |their )?(?:[\w'-]+ ){0,2}$")
_DETERMINERS = frozenset("the a an its his her their".split())
_NOT_THE = frozenset("unlike like as".split())
# "Lingzi Lu, a student, Martin Richard": the role is that of the name before.
_OF_LAST = re.compile(r", an? (?:[\w'-]+ ){0,3}$")


def _after(text: str, end: int) -> Iterator[Office]:
    """Yield the offices of an apposition, a copula or a verb right after a name."""
    relative = _RELATIVE.match(text, end)
    if relative is not None:
        # "Holt, who has run the yard since May, becomes its chairman"
        yield from _after(text, relative.end())
    if text.startswith(",", end) and _IS.match(text, end + 1):
        # "The fire chief, Jan Holt, becomes her deputy"
        yield from _after(text, end + 1)
        return
    does = done_behind(text, end)
    if does is not None:
        yield _office(does.start, does.end, does.name, does.words, "")._replace(time=does.time)
        return
    lead = _LEAD.match(text, end)
    if lead is None:
        return
    begin = lead.end()
    stop = _STOP.search(text, begin, begin + _AFTER)
    limit = stop.start() if stop else min(len(text), begin + _AFTER)
    if (
        stop is not None
        and lead.group().startswith((", ", " , "))
        and "who" not in lead.group()
        and stop.group() in _CLAUSE
    ):
        return  # "will go to Smith, the minister said"
    if " as " in lead.group() and _HANDS_ON.search(text, max(0, end - 80), end):
        return  # "succeeded Smith as chairman"
    if (
        stop is not None
        and stop.group() == "who"
        and (does := done_behind(text, stop.start() - 1)) is not None
    ):
        # "Jan Holt, a retired judge who leads the observers"
        yield _office(does.start, does.end, does.name, does.words, "")._replace(time=does.time)
    if lead.group().startswith((", ", " , ")) and text[limit : limit + 2] == ", ":
        # "Abdou Niang, his deputy, will be minister of defence"
        then = _IS.match(text, limit + 1)
        yield from _after(text, limit + 1) if then is not None else ()
        # "Holt, the broadcaster, her son,"
        second = _SECOND.match(text, limit)
        yield from _apposition(text, second.end(1), second.end()) if second is not None else ()
    yield from _told_in(text, lead, begin, limit, stop)


def _told_in(
    text: str, lead: re.Match[str], begin: int, limit: int, stop: re.Match[str] | None
) -> Iterator[Office]:
    """Yield the offices of `text[begin:limit]`, told by a verb in `lead` and by one behind "and"."""
    time = time_of_verb(lead.group())
    # "Who was mayor until May"
    ended = stop is not None and stop.group() == "until" and time in ("", "past")
    ended = ended and " is " not in lead.group()
    for part_start, part_end in _parts(text, begin, limit):
        for office in _apposition(text, part_start, part_end):
            when = "former" if ended else time
            if not when and not office.time and BACK_THEN.match(text, office.end):
                when = "past"
            yield office._replace(time=when) if when else office
    second = _AND_IS.match(text, begin) if _IS_SOMETHING.search(lead.group()) is not None else None
    if second is not None:
        stop = _STOP.search(text, second.end(), second.end() + _AFTER)
        yield from _apposition(text, second.end(), stop.start() if stop else second.end() + _AFTER)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of "chairman and chief executive of the firm"."""
    at = start
    for match in _AND.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


_CLAUSE = frozenset("said says told has had have is was will would".split())
_HANDS_ON = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed|ing)?) (?:[\w.'-]+ ){0,3}[\w.'-]+$"
)
# "Smith, praised the winner" is no noun phrase.
_INNER = re.compile(r"\S+ (?:the|an?|his|her|its|their) ")


def _apposition(text: str, start: int, end: int) -> Iterator[Office]:
    """Yield the office of one noun phrase: its head, before "of", "for" and the like."""
    of = _OF.search(text, start, end)
    head = of.start() if of else end
    found = [phrase for phrase in role_phrases(text, start, head) if text[phrase[1] : phrase[1] + 2] != "'s"]
    # "Holt, who trains runners": what one person is stands in the singular.
    if not found or of_several(text, start, *found[-1][:2]):
        return
    first, last, name = found[-1]
    before, _ = modifiers(text, start, first)
    # "Jan Holt, whose father, Piet": the father is the next one.
    if text.startswith(("whose ", "your "), start) or _INNER.search(text, start, first):
        return
    behind = [word for word in text[last:head].split() if word not in when_told() and not word.isdigit()]
    if len(text[start:first].split()) > 5 or len(behind) > 1:
        return
    words = before + (of.group(2)[: max(0, end - of.start(2))].split() if of else [])
    yield _office(first, last, name, words, text[last : last + 7])


def _office(first: int, last: int, name: str, words: Sequence[str], rest: str) -> Office:
    bare = [word.strip("',.").removesuffix("'s") for word in words]
    plain = [word for word in bare if word and not word.isdigit() and word not in left_out()]
    if name in ("minister", "secretary"):
        # "minister of health", "minister for the economy"
        name = next((full for word in plain if (full := f"{word} {name}") in role_names()), name)
        name = role_names().get(name, name)
    return Office(first, last, name, time_of_words(bare, rest), frozenset(plain))
