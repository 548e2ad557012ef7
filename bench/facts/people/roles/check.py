"""Titles and offices of a summary held against those the article gives."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.kept import once_each
from bench.facts.people.deeds.agents import judge_agents
from bench.facts.people.deeds.involved import judge_involved
from bench.facts.people.deeds.turned import judge_turned
from bench.facts.people.roles.absent import check_absent_roles
from bench.facts.people.roles.countrymen import judge_countries
from bench.facts.people.roles.elsewhere import (
    OF_A_NATION,
    Held,
    elsewhere,
    exactly,
    in_opposition,
    is_second,
    of_rank,
    only_second,
)
from bench.facts.people.roles.excluded import excluding, further_kin, of_holder, wrong_time
from bench.facts.people.roles.held import held, named_beside
from bench.facts.people.roles.inherited import fits_then, passed_on
from bench.facts.people.roles.kinds import (
    close_roles,
    contradict,
    general_roles,
    overlap,
    private_roles,
    same_role,
    shared,
)
from bench.facts.people.roles.read import Office
from bench.facts.people.roles.served import judge_bodies
from bench.facts.people.roles.ties import judge_ties
from bench.facts.people.roles.ties_order import judge_order
from bench.facts.people.told import told
from bench.facts.strictness import SUSPECT_FROM, told_of_another
from bench.records import Finding, Verdict
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def check_roles(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Finding]:
    """Return the offices a summary gives to people of the article: those that are another's, or nobody's."""
    found = [judged.finding for judged in judge_roles(source, summary, strictness)]
    return found + check_absent_roles(source, summary, strictness, found)


def judge_roles(source: "Source", summary: Document, strictness: "Strictness" = "normal") -> list[Judged]:
    """Return each office that `summary` gives to a person of the article, with verdict and graded doubt."""
    found: list[Judged] = []
    reading = told(source, summary)
    for known in reading.known:
        for office in reading.offices(known.mention):
            judged = _judged(source, summary, known.person, office, strictness)
            if judged is not None:
                found.append(judged)
    for judge in _OF_TWO:
        found.extend(judge(source, summary, strictness))
    # Where an office is another's already, its body and what is done in it tell nothing more.
    for judge in (judge_bodies, judge_agents):
        wrong = [j.finding for j in found if j.finding.verdict in ("misattached", "suspect")]
        more = judge(source, summary, strictness)
        found.extend(j for j in more if not any(_beside(j.finding, other) for other in wrong))
    return found


# Who is whose, follows whom, is of which country, does what to whom.
_OF_TWO = (judge_ties, judge_order, judge_countries, judge_involved, judge_turned)


def _beside(one: Finding, other: Finding) -> bool:
    """Whether two findings are of one person and stand close together."""
    same = one.claim.partition(":")[0] == other.claim.partition(":")[0]
    return (
        same and one.start is not None and other.start is not None and abs(one.start - other.start) < _CLOSE
    )


_CLOSE = 60


@once_each
def inherited(source: "Source") -> dict[int, list[Office]]:
    """Return the offices that people of the article follow others in, or had before them."""
    return passed_on(source, held(source))


def _judged(
    source: "Source", summary: Document, person: int, office: Office, strictness: "Strictness"
) -> Judged | None:
    """Judge one office given to one person of the article; None where the article does not tell."""
    article, selves = held(source), source.person_scene.selves(person)
    own = [o for index in sorted(selves) for o in article.get(index, ())]
    others = {
        i: [o for o in of if same_role(o.name, office.name) or _heads(o, office)]
        for i, of in article.items()
        if i not in selves
    }
    # A deputy minister holds no minister's office.
    second = is_second(office)
    holders = [(index, at) for index, of in others.items() for at in of if second <= is_second(at)]
    name = source.cast.people[person].name
    span = summary.span(office.start, office.end)
    claim = f"{name}: {summary.text[office.start : office.end]}"
    same = [
        o
        for o in own
        if (same_role(o.name, office.name) and not _of_then(o, office))
        or (o.time == "former" and _heads(o, office))
    ]
    passed = [o for index in sorted(selves) for o in inherited(source).get(index, ())]
    same = same or [o for o in passed if same_role(o.name, office.name) and fits_then(o, office)]
    verdict: Verdict
    if same:
        reason = (
            wrong_time(office, of_rank(office, same), source)
            or in_opposition(source, office, same)
            or elsewhere(source, office, same, holders)
            or only_second(source, office, same, holders)
            or of_holder(source, office, same, own)
            or exactly(source, office, same, holders)
        )
        verdict = "misattached" if reason else "supported"
        at = (source.document.span(same[0].start, same[0].end),)
        return Judged(
            Finding("role", claim, verdict, span.start, span.end, at, reason), 0.7 if reason else 0.05
        )
    if summary.lower[office.start : office.end] == office.name + "s":
        return None  # "ministers Smith and Jones": who of them is what is not said
    doubt, index, found = _doubt(source, office, own, holders, person)
    to_be = [o for o in passed if o.time == "future"]
    if office.time == "future" and to_be and not any(close_roles(o.name, office.name) for o in to_be):
        doubt, index, found = max((doubt, index, found), (_CLASH, person, to_be[0]), key=itemgetter(0))
    if found is None or doubt < SUSPECT_FROM[strictness]:
        return None
    held_by = source.cast.people[index].name
    reason = f"article: {held_by} is {source.document.text[found.start : found.end]}"
    evidence = (source.document.span(found.start, found.end),)
    return told_of_another("role", claim, span, evidence, reason, doubt, strictness)


def _doubt(
    source: "Source",
    office: Office,
    own: Sequence[Office],
    holders: Sequence[tuple[int, Office]],
    person: int,
) -> tuple[float, int, Office | None]:
    """Return how likely an office is not this person's, and who of the article is what instead.

    An office of somebody else counts where the words with it agree, or where this person has another
    occupation in the article. Where nobody has it, what counts is an occupation of this person that
    excludes it, or is of another kind.
    """
    if (otherwise := excluding(source, office, own)) is not None:
        return _CLASH, person, otherwise
    if is_second(office) and any(map(is_second, own)):
        return 0.0, person, None
    works = [o for o in own if o.name not in private_roles() | _FEATS and o.time != "former"]
    if office.time == "former" and not any(close_roles(o.name, office.name) for o in works):
        # Of the things that people once were, only what exactly another was and who is something else now.
        once = ((i, o) for i, o in holders if o.time == "former" and o.name == office.name)
        other = next((pair for pair in once if shared(pair[1].words, office.words)), None)
        namesake = other is not None and _of_one_family(source, other[0], person)
        if other is not None and (works or namesake or any(o.name == "predecessor" for o in own)):
            return _CLASH, *other
    if (
        office.time in ("former", "leaving")
        or _to_come(source, office, own)
        or named_beside(source, office, person)
    ):
        return 0.0, person, None
    if (kin := further_kin(office, own)) is not None:
        return _CLASH, person, kin
    clash = next((o for o in works if contradict(o.name, office.name)), None)
    doubt = _of_another(office, own, works, holders) if holders else (0.0, person, None)
    doubt = _as_sure_as_who_has_it(source, office, person, doubt)
    after = _passed_to(source, office, holders, person)
    if after is not None:
        return _CLASH, *after
    # "The secretary of state for defence" is the defence secretary.
    if clash is not None and doubt[0] < _CLASH and not clash.words & {*office.name.split()}:
        return _CLASH, person, clash
    if holders:
        return doubt
    # "Who leads" fits every office, but where the article has the person's own office, that counts.
    telling = [o for o in own if o.name not in general_roles()] or own
    if (
        not works
        or office.name in private_roles() | {"founder"}
        or any(close_roles(o.name, office.name) for o in telling)
    ):
        return 0.0, person, None
    known = re.search(rf"\b{re.escape(office.name.split()[-1])}s?\b", source.document.lower)
    return 0.65 if known else 0.25, person, works[0]


def _as_sure_as_who_has_it(
    source: "Source", office: Office, person: int, doubt: tuple[float, int, Office | None]
) -> tuple[float, int, Office | None]:
    """Return a doubt by what is known of the other who has the office."""
    sure, other, at = doubt
    # There is more than one president, whomever an article calls so.
    if sure == _SINGLE and (office.name in OF_A_NATION or other not in source.person_scene.sure_people):
        sure = _UNSURE
    if at is not None and _of_one_family(source, other, person):
        # Of two with one surname the one is easily given what the other is.
        sure = max(sure, _CLASH)
    return sure, other, at


def _of_one_family(source: "Source", one: int, other: int) -> bool:
    return source.cast.people[one].family == source.cast.people[other].family


def _passed_to(source: "Source", office: Office, holders: Sequence[Held], person: int) -> Held | None:
    """Return who has an office now that passed from this person ("Holt took over from Lund as mayor")."""
    if not any(o.time == "former" and o.name == office.name for o in inherited(source).get(person, ())):
        return None
    return next((pair for pair in holders if pair[1].name == office.name and pair[1].time in _NOW), None)


_CLASH = 0.65
# Whoever has won, lost or founded something is something besides.
_FEATS = frozenset("winner loser finalist semi-finalist medallist medalist scorer founder".split())


def _to_come(source: "Source", office: Office, own: Sequence[Office]) -> bool:
    """Whether an office is told as somebody's to come, and the article has a successor for it."""
    if office.time == "elect":
        new = rf"\b(?:new|next|incoming|future) (?:[\w-]+ )?{re.escape(office.name)}\b"
        return re.search(new, source.document.lower) is not None
    return office.time == "future" and any(o.name == "successor" for o in own)


def _of_then(own: Office, office: Office) -> bool:
    """Whether somebody's former office was of another body than the one told."""
    return own.time == "former" and bool(own.words and office.words) and not shared(own.words, office.words)


def _heads(one: Office, other: Office) -> bool:
    """Whether two words for who heads something are told of one thing ("chairs", "is headed by")."""
    least = 0 if one.time else 1
    return {one.name, other.name} <= _HEADS and shared(one.words, other.words) > least


_HEADS = frozenset({"head", "leader", "chairman", "chief", "boss", "director"})


def _of_another(
    office: Office, own: Sequence[Office], works: Sequence[Office], holders: Sequence[Held]
) -> tuple[float, int, Office | None]:
    """Return how likely an office is only another's, who has it by the article."""
    exact = [pair for pair in holders if pair[1].name == office.name]
    if exact and not any(_heads(at, office) for _, at in holders):
        # Who directs the same department is nearer than who heads another.
        holders = exact
    index, at = max(
        holders, key=lambda pair: (shared(pair[1].words, office.words), pair[1].time == office.time)
    )
    if office.name in general_roles() and (not works or any(shared(o.words, at.words) for o in works)):
        return 0.0, index, None
    alike = (
        at.time == office.time
        or (office.time != "acting" and {at.time, office.time} <= _NOW)
        or "past" in (at.time, office.time)
    )
    close = any(overlap(o.name, office.name) for o in own)
    agree = shared(office.words, at.words)
    # What several people are, somebody else may be too.
    alone = len({i for i, o in holders if not agree or shared(office.words, o.words)}) == 1
    if alike and agree and not (close and any(shared(o.words, at.words) for o in own)):
        return 0.8 if alone else 0.5, index, at
    if close or office.name in general_roles() or any(o.name in _ALIKE for o in own):
        return 0.0, index, None
    if (works or any(o.name == "predecessor" for o in own)) and office.name not in private_roles():
        return 0.7 if alone else 0.5, index, at
    single = alone and alike and not (office.words and at.words) and office.name not in private_roles()
    return (_SINGLE, index, at) if single else (0.0, index, None)


# What the article calls one person only, told of one whom it calls nothing.
_SINGLE, _UNSURE = 0.62, 0.5
# Who acts for another holds the office for now, but the one acted for may still have it.
_NOW = frozenset({"", "current", "acting"})
# Whose colleague somebody is may be what he is as well.
_ALIKE = frozenset({"colleague", "counterpart", "teammate", "team-mate"})
