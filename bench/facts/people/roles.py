"""Titles and offices of a summary held against those the article gives."""

import re
import weakref
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.people.lists import offices, shared_offices
from bench.facts.people.told import told
from bench.facts.strictness import WRONG_FROM
from bench.records import Finding, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness

_FORMER = frozenset("former ex ex- then onetime one-time late".split())
_CURRENT = frozenset("current present incumbent serving sitting".split())
_ACTING = frozenset("acting interim caretaker".split())
_AFTER_OF = re.compile(r" (?:of|for|at) (?:the )?((?:[\w'&-]+ ?){1,4})")


class Office(NamedTuple):
    """An office told of somebody: its place, its name in one spelling, former or acting, words with it."""

    start: int
    end: int
    name: str
    time: str
    words: frozenset[str]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, offices()))})(?=(?:-elect)?\b(?!'s|-| of staff))")


def check_roles(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the offices a summary gives to people of the article, and those that are another's there."""
    return [judged.finding for judged in judge_roles(source, summary, strictness)]


def judge_roles(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return each office that `summary` gives to a person of the article, with verdict and graded doubt."""
    reading = told(source, summary)
    if not reading.known or _pattern().search(summary.lower) is None:
        return []
    found: list[Judged] = []
    for known in reading.known:
        for office in _offices_at(summary, known.mention.start, known.mention.end):
            found += _judged(source, summary, known.person, office, strictness)
    return found


def held(source: "Source") -> dict[int, list[Office]]:
    """Return the offices the article gives to each of its people (by index)."""
    found = _HELD.get(source)
    if found is None:
        found = _HELD[source] = _held(source)
    return found


_HELD: "weakref.WeakKeyDictionary[Source, dict[int, list[Office]]]" = weakref.WeakKeyDictionary()


def _held(source: "Source") -> dict[int, list[Office]]:
    return {
        index: [o for m in person.mentions for o in _offices_at(source.document, m.start, m.end)]
        for index, person in enumerate(source.cast.people)
    }


def _offices_at(document: Document, start: int, end: int) -> Iterable[Office]:
    """Yield the offices told right beside a mention: before it, in an apposition after it, or by "became"."""
    text = document.lower
    yield from _before(text, start)
    # ", their chairman John Smith": the office belongs to the name that follows it.
    yield from (
        o for o in _after(text, end) if not re.match(r"(?:-elect)? [A-Z]", document.text[o.end : o.end + 8])
    )


def _before(text: str, start: int) -> Iterable[Office]:
    """Yield the office that ends right before a name ("Chelsea manager", "the former president, ")."""
    left = max(0, start - 60)
    for match in _pattern().finditer(text, left, start):
        rest = text[match.end() : start]
        if re.fullmatch(r"(?:-elect)?(?: at the time)?(?:,? |[ ,]+(?:mr|mrs|ms|dr|sir) )", rest):
            words = re.split(
                r"[,;:.!?\"()\n]| (?:and|but|that|said|with|by|to|told|as|for|from) ",
                text[left : match.start()],
            )[-1]
            yield _office(match, words.split()[-4:], rest)


def _after(text: str, end: int) -> Iterable[Office]:
    """Yield the offices of an apposition or a copula right after a name."""
    tail = text[end : end + 110]
    lead = re.match(
        r"(?:, (?:who (?:is|was|became) )?| (?:is|was|became|as) )"
        r"(?:now |then |currently |appointed |elected )?"
        r"(?:the |a |an |his |her |its |their )?",
        tail,
    )
    if lead is None:
        return
    stop = re.search(
        r"[,;.:!?\"()\n]| (?:who|said|says|told|has|had|have|is|was|and|to|that|after|when) ",
        tail[lead.end() :],
    )
    limit = lead.end() + (stop.start() if stop else len(tail) - lead.end())
    match = _pattern().search(tail, lead.end(), limit)
    if match is None or len(tail[lead.end() : match.start()].split()) > 4:
        return
    of = _AFTER_OF.match(tail, match.end(), limit)
    words = tail[lead.end() : match.start()].split() + (of.group(1).split() if of else [])
    office = _office(match, words, tail[match.end() : match.end() + 7])
    yield office._replace(start=end + match.start(), end=end + match.end())


def _office(match: re.Match[str], words: list[str], rest: str) -> Office:
    name = match.group()
    time = ""
    if any(word.strip("'") in _FORMER or word.startswith("ex-") for word in words) or "at the time" in rest:
        time = "former"
    elif any(word in _CURRENT for word in words):
        time = "current"
    elif any(word in _ACTING for word in words):
        time = "acting"
    elif rest.startswith("-elect"):
        time = "elect"
    kept = frozenset(
        word.removesuffix("'s").strip("'")
        for word in words
        if word not in _FORMER | _ACTING | _CURRENT and word not in _SMALL
    )
    return Office(match.start(), match.end(), offices()[name], time, kept)


_SMALL = frozenset("the a an of for at in his her their its and new current this that us our".split())


def _judged(
    source: "Source", summary: Document, person: int, office: Office, strictness: "Strictness"
) -> list[Judged]:
    """Judge one office given to one person of the article."""
    article = held(source)
    own = [o for o in article.get(person, ()) if _same(o, office)]
    name = source.cast.people[person].name
    span = summary.span(office.start, office.end)
    claim = f"{name}: {summary.text[office.start : office.end]}"

    def finding(verdict: Verdict, doubt: float, at: Office | None, reason: str = "") -> list[Judged]:
        evidence = () if at is None else (source.document.span(at.start, at.end),)
        return [Judged(Finding("role", claim, verdict, span.start, span.end, evidence, reason), doubt)]

    if own:
        wrong = _wrong_time(office, own, source)
        if wrong:
            return finding("misattached", 0.7, own[0], wrong)
        return finding("supported", 0.05, own[0])
    holders = {
        index: o for index, all_of in article.items() if index != person for o in all_of if _same(o, office)
    }
    if not holders or not _exclusive(source, office, holders, person):
        return []
    other, at = next(iter(holders.items()))
    reason = f"article: {source.cast.people[other].name} is {_phrase(source, at)}"
    plain = any(not _same(o, office) for o in article.get(person, ()))
    doubt = 0.8 if office.words & at.words else 0.7 if plain else 0.5
    verdict: Verdict = "misattached" if doubt >= WRONG_FROM[strictness] else "suspect"
    return finding(verdict, doubt, at, reason)


def _same(one: Office, other: Office) -> bool:
    """Whether two offices can be the same one: "secretary" may stand for "foreign secretary"."""
    if one.name == other.name:
        return True
    short, long = sorted((one.name, other.name), key=len)
    return long.endswith(" " + short) or long.startswith(short + " ")


def _wrong_time(office: Office, own: list[Office], source: "Source") -> str:
    """Return a reason where the article always says former or acting and the summary not, or the reverse."""
    times = {o.time for o in own}
    if office.time in times or len(times) > 1:
        return ""
    said = next(iter(times))
    if said == "former" and office.time == "current":
        return f"article: former {own[0].name}"
    if office.time == "current" or said == "current":
        return ""
    if said == "acting" and not office.time:
        return f"article: acting {own[0].name}"
    if said == "former" and not office.time:
        return f"article: former {own[0].name}"
    if said == "elect" and not office.time:
        return f"article: {own[0].name}-elect"
    if not said and office.time == "acting":
        return f"article: {own[0].name}, not acting"
    leaves = _LEAVES.search(source.document.lower)
    if not said and office.time == "former" and len(own) > 1 and leaves is None:
        return f"article: {own[0].name}, not former"
    return ""


_LEAVES = re.compile(
    r"\b(?:former|ex-|resign\w*|step\w* down|stood down|sack\w*|dismiss\w*|fired|replac\w*|retire\w*|quit|"
    r"left|leav\w+|oust\w*|succe\w+|depart\w*|until|previous\w*|parted|died|dead|death|late|served|expir\w*|"
    r"remov\w*|after \w+ years)\b"
)


def _exclusive(source: "Source", office: Office, holders: dict[int, Office], person: int) -> bool:
    """Whether the article gives this office to one other person so plainly that it is not this person's."""
    if len(holders) != 1 or office.time == "former":
        return False
    at = next(iter(holders.values()))
    if at.time.replace("current", "") != office.time.replace("current", ""):
        return False
    specific = office.words & at.words
    if office.words and not specific:
        return False
    if office.name in shared_offices() and not specific:
        return False
    return not _near(source, office, person)


def _near(source: "Source", office: Office, person: int) -> bool:
    """Whether the office's last word stands in a sentence with this person and is not another's there."""
    last = office.name.split()[-1]
    taken = {o.end for index, all_of in held(source).items() if index != person for o in all_of}
    text, sentences = source.document.lower, source.document.sentences
    for mention in source.cast.people[person].mentions:
        start, end = sentences[source.document.sentence_at(mention.start)]
        at = text.find(last, start, end)
        while at >= 0:
            if at + len(last) not in taken:
                return True
            at = text.find(last, at + 1, end)
    return False


def _phrase(source: "Source", office: Office) -> str:
    return source.document.text[office.start : office.end]
