"""What somebody is by the article that keeps him from being what a summary says."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bench.facts.people.names.lists import offices
from bench.facts.people.roles.kinds import private_roles, shared
from bench.facts.people.roles.read import Office

if TYPE_CHECKING:
    from bench.facts.source import Source


def excluding(source: "Source", office: Office, own: Sequence[Office]) -> Office | None:
    """Return what the article says a person is where nobody is both that and this.

    Who speaks for a party in court neither prosecutes it nor judges it.
    """
    if (kin := _kin_of_holder(office, own)) is not None:
        return kin
    side = _side(office)
    if side is None or (side == "party" and not _for_a_party(source, office)):
        return None
    others = (o for o in own if _side(o) not in (None, side))
    return next((o for o in others if side == "party" or _for_a_party(source, o)), None)


# Kin as near as a summary tells them, and those further off whom it may mean by it.
_FURTHER = {
    near: frozenset(further.split())
    for near, further in (
        ("son", "grandson stepson nephew son-in-law godson great-nephew great-grandson foster-son"),
        (
            "daughter",
            "granddaughter stepdaughter niece daughter-in-law goddaughter foster-daughter",
        ),
        ("brother", "brother-in-law stepbrother cousin"),
        ("sister", "sister-in-law stepsister cousin"),
        ("father", "grandfather stepfather uncle father-in-law godfather great-uncle foster-father"),
        ("mother", "grandmother stepmother aunt mother-in-law godmother great-aunt foster-mother"),
        ("husband", "ex-husband"),
        ("wife", "ex-wife"),
    )
}


def further_kin(office: Office, own: Sequence[Office]) -> Office | None:
    """Return the kin that somebody is by the article where a summary tells a nearer one.

    "His brother's daughter" is a niece, told so.
    """
    if not office.words.isdisjoint(_FURTHER):
        return None
    further = _FURTHER.get(office.name, frozenset())
    return next((o for o in own if o.name in further), None)


def _kin_of_holder(office: Office, own: Sequence[Office]) -> Office | None:
    """Return what somebody is to the holder of an office of whom a summary tells that office.

    "The sister of the mayor of Holm" is no mayor of Holm.
    """
    if office.name in private_roles():
        return None
    words = {*office.name.split()}
    return next(
        (
            o
            for o in own
            if o.name in private_roles() and words <= o.words and shared(o.words - words, office.words)
        ),
        None,
    )


def of_holder(source: "Source", office: Office, same: Sequence[Office], own: Sequence[Office]) -> str:
    """Return a reason where somebody has such an office, but is the kin of who has this one."""
    kin = _kin_of_holder(office, own)
    if kin is None or any(shared(o.words, office.words) for o in same):
        return ""
    return f"article: {source.document.text[kin.start : kin.end]} of the {office.name}"


def _side(office: Office) -> str | None:
    """Return whether an office is a lawyer's, who may be a party's, or one of the court's own."""
    word = office.name.split()[-1]
    return "party" if word in _LAWYERS else "court" if word in ("prosecutor", "judge") else None


_LAWYERS = frozenset("lawyer attorney counsel solicitor barrister advocate".split())


def _for_a_party(source: "Source", office: Office) -> bool:
    """Whether a lawyer is said to be somebody's ("Ashby's barrister", "defence counsel")."""
    return bool({*office.words, *office.name.split()} & (source.person_scene.names | _DEFENCE))


_DEFENCE = frozenset({"defence", "defense"})


def wrong_time(office: Office, own: Sequence[Office], source: "Source") -> str:
    """Return a reason where the article always says former or acting and the summary not, or the reverse."""
    times = {o.time for o in own}
    if (
        office.name not in _TIMED
        or office.time in times
        or len(times) > 1
        or not {"leaving", "past"}.isdisjoint((*times, office.time))
    ):
        return ""
    said = next(iter(times))
    if said == "former" and office.time in ("current", "acting"):
        return f"article: former {own[0].name}"
    if said == "current" and office.time == "former":
        return f"article: present {own[0].name}"
    if office.time == "current" or said == "current":
        return ""
    if said == "acting" and not office.time:
        return f"article: acting {own[0].name}"
    if said == "former" and not office.time and not _of_a_kind(office, source):
        return f"article: former {own[0].name}"
    if said == "elect" and not office.time:
        return f"article: {own[0].name}-elect"
    if not said and office.time == "acting":
        return f"article: {own[0].name}, not acting"
    leaves = _LEAVES.search(source.document.lower)
    if not said and office.time == "former" and len(own) > 1 and leaves is None:
        return f"article: {own[0].name}, not former"
    return ""


def _of_a_kind(office: Office, source: "Source") -> bool:
    """Whether an office is an occupation, as of many ("bank manager"): who had it then is called so.

    It has words with it, and none of them names the body.
    """
    proper = source.cast.proper
    return office.name in _OCCUPATIONS and bool(office.words) and not any(w in proper for w in office.words)


_OCCUPATIONS = frozenset("manager director principal coach executive editor".split())
# Who was once a striker or a wife may still be called so.
_TIMED = frozenset(offices().values()) | {"head", "boss", "chief"}

_LEAVES = re.compile(
    r"\b(?:former|ex-|resign\w*|step\w* down|stood down|sack\w*|dismiss\w*|fired|replac\w*|retire\w*|quit|"
    r"left|leav\w+|oust\w*|succe\w+|depart\w*|until|previous\w*|parted|died|dead|death|late|served|expir\w*|"
    r"remov\w*|after \w+ years)\b"
)
