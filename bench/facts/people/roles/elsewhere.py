"""An office that is somebody's, but of another body, country or rank than a summary says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bench.facts.people.names.lists import offices, shared_offices
from bench.facts.people.roles.kinds import general_roles, nations, shared
from bench.facts.people.roles.read import Office

if TYPE_CHECKING:
    from bench.facts.source import Source

Held = tuple[int, Office]  # an office and the person (by index) who has it

# Offices that one person holds at a time.
_SINGLE = frozenset(offices().values()) - general_roles() - shared_offices()


_RANKS = frozenset("deputy vice assistant associate".split())


def of_rank(office: Office, own: Sequence[Office]) -> Sequence[Office]:
    """Return somebody's offices of this one's rank: a deputy mayor who acts as mayor is acting as one."""
    return [o for o in own if is_second(o) == is_second(office)] or own


def is_second(office: Office) -> bool:
    """Whether somebody is only the second of an office."""
    words = {*office.name.replace("-", " ").split(), *office.words}
    return bool(words & _RANKS)


def in_opposition(source: "Source", office: Office, own: Sequence[Office]) -> str:
    """Return a reason where somebody holds an office by the summary, and is in opposition by the article.

    "The opposition leader" leads a party, and no council; a shadow minister is no minister.
    """
    now = [o for o in own if o.time not in ("former", "past")]
    if office.time or _opposes(office) or not now or not all(_opposes(o) for o in now):
        return ""
    if office.name.split()[-1] in _SEATED:
        return ""
    if office.name.endswith("leader") and office.words.isdisjoint(_GOVERNED) and not nations(office.words):
        return ""
    return f"article: {source.document.text[now[0].start : now[0].end]}, in opposition"


def _opposes(office: Office) -> bool:
    return not _OPPOSITE.isdisjoint((*office.name.split(), *office.words))


# Members of an assembly, who sit in it whichever side they are on.
_SEATED = frozenset(
    "deputy lawmaker member senator mp councillor councilor legislator congressman congresswoman politician "
    "representative parliamentarian delegate assemblyman assemblywoman backbencher peer".split()
)
_OPPOSITE = frozenset("opposition shadow minority".split())
_GOVERNED = frozenset(
    "council government cabinet country county city town district borough state region province nation "
    "national regional assembly administration".split()
)
OF_A_NATION = frozenset({"president", "vice president", "chancellor", "king", "queen", "ambassador", "envoy"})


def elsewhere(source: "Source", office: Office, own: Sequence[Office], holders: Sequence[Held]) -> str:
    """Return a reason where the office is this person's, but of another place or body."""
    # A coach's nation is where he comes from, a minister's is whom she serves.
    serves = office.name in OF_A_NATION or office.name.endswith("minister")
    country = nations(office.words) if serves else frozenset()
    abroad = next((o for o in own if nations(o.words)), None)
    if country and abroad is not None and not any(nations(o.words) & country for o in own):
        whose = next(word for word in sorted(abroad.words) if nations((word,)))
        return f"article: {whose.capitalize()} {abroad.name}"
    if not office.words or any(not o.words or shared(o.words, office.words) for o in own):
        return ""
    for index, at in holders:
        alike = at.time == office.time or {at.time, office.time} <= {"", "current"}
        if alike and shared(at.words, office.words):
            written = source.document.text[at.start : at.end]
            return f"article: {source.cast.people[index].name} is that {written}"
    return ""


def exactly(source: "Source", office: Office, own: Sequence[Office], holders: Sequence[Held]) -> str:
    """Return a reason where this person's office is of the same kind only, and another has exactly this one.

    "The agriculture minister" is no "schools minister", and who is "president" without a word where another
    is "president of Lochstan" is another country's.
    """
    exact = [(i, at) for i, at in holders if at.name == office.name and at.time == office.time == ""]
    other_kind = all(o.name != office.name and o.words and len(o.name) < len(office.name) for o in own)
    of_theirs = [(i, at) for i, at in exact if shared(at.words, office.words)]
    silent = bool(of_theirs) and not any(o.words for o in own) and office.name in _ONE_A_BODY
    if not (other_kind and exact) and not silent:
        return ""
    index, at = (of_theirs or exact)[0]
    return f"article: {source.cast.people[index].name} is {source.document.text[at.start : at.end]}"


def only_second(source: "Source", office: Office, own: Sequence[Office], holders: Sequence[Held]) -> str:
    """Return a reason where somebody is the deputy of an office by the article, and another has it."""
    if is_second(office) or office.time or not all(map(is_second, own)):
        return ""
    for index, at in holders:
        of_it = office.name in _SINGLE or shared(at.words, office.words)
        if of_it and at.name == office.name and at.time in ("", "current") and not is_second(at):
            written = source.document.text[at.start : at.end]
            return f"article: {own[0].name}; {source.cast.people[index].name} is {written}"
    return ""


_ONE_A_BODY = _SINGLE | {"coach", "head coach", "manager", "captain"}
