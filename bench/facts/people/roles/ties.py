"""Who is whose in a summary - kin, successors, who acts for whom - held against the article."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bench.facts.judged import Judged
from bench.facts.people.roles.kinship import called_otherwise, kin_of_kin, out_of_reach
from bench.facts.people.roles.ties_read import INVERSE, KIN, RANKS, may_have_ties, ties
from bench.facts.people.roles.ties_told import NOBODY, article_ties, summary_places, summary_ties
from bench.facts.people.roles.ties_verbs import Tie
from bench.facts.strictness import SUSPECT_FROM, told_of_another
from bench.text.document import Document

if TYPE_CHECKING:
    from bench.facts.source import Source, Strictness


def judge_ties(source: "Source", summary: Document, strictness: "Strictness") -> Iterator[Judged]:
    """Yield each tie of a summary that the article tells otherwise, with its graded doubt."""
    if not may_have_ties(summary.lower):
        return
    for tie in summary_ties(source, summary):
        doubt, other = _doubt(source, tie)
        if other is None or doubt < SUSPECT_FROM[strictness]:
            continue
        people, span = source.cast.people, summary.span(tie.start, tie.end)
        claim = f"{people[tie.who].name}: {tie.kind} of {people[tie.of].name}"
        reason = f"article: {people[other.who].name} is {other.kind} of {people[other.of].name}"
        if (other.who, other.of, other.kind) == (tie.who, tie.of, tie.kind):
            reason = f"article: {source.document.text[other.start : other.end]}"
        evidence = (source.document.span(other.start, other.end),)
        yield told_of_another("role", claim, span, evidence, reason, doubt, strictness)


class Confirmed(NamedTuple):
    """Ties that summary and article tell: their two people, and where one is named for the tie only.

    "Ida Moll, a pupil of Carl Rask, won": the sentence tells nothing else of Rask.
    """

    pairs: frozenset[frozenset[int]] = frozenset()
    named: frozenset[int] = frozenset()


def confirmed(source: "Source", summary: Document) -> Confirmed:
    """Return the ties that the summary tells between people and the article too."""
    if not may_have_ties(summary.lower):
        return Confirmed()
    scene, pairs, named = source.person_scene, set[frozenset[int]](), set[int]()
    places = summary_places(source, summary)
    for tie in ties(summary.text, summary.lower, places):
        if NOBODY in (tie.of, tie.who):
            continue
        who, of = scene.selves(tie.who), scene.selves(tie.of)
        if any(
            (t.who in who and t.of in of and _agree(t, tie))
            or (t.who in of and t.of in who and INVERSE.get(t.kind) == tie.kind)
            for t in article_ties(source)
        ):
            pairs.add(frozenset((tie.who, tie.of)))
            behind = next((place for place in places if place.name and place.end > tie.end), None)
            if behind is not None and _FOR_THE_TIE.search(summary.lower, tie.start, behind.start):
                named.add(behind.start)
            owner = next((place for place in places if place.name and place.end + 3 == tie.start), None)
            if owner is not None and summary.lower.startswith("'s ", owner.end):
                # "Moll's daughter, Ida, won": nothing is told of Moll.
                named.add(owner.start)
    return Confirmed(frozenset(pairs), frozenset(named))


_FOR_THE_TIE = re.compile(r"\b(?:of|by|under|from|to|for|was|is|with)(?: [\w.'-]+){0,4} $")


# Of brothers, sons or lawyers there may be more than the article tells at one place.
_ONE_ONLY = frozenset({"spouse", "parent", "successor"})
# How surely a tie is another's: the article has the two the other way round or otherwise tied, or somebody
# else in the place of one of them.
_OTHERWISE, _SOMEBODY_ELSE, _UNSURE = 0.8, 0.65, 0.5


def _doubt(source: "Source", tie: Tie) -> tuple[float, Tie | None]:
    """Return how surely the article tells another tie, and which."""
    scene = source.person_scene
    who, of = scene.selves(tie.who), scene.selves(tie.of)
    if who & of:
        return 0.0, None
    told_ties = article_ties(source)
    if tie.kind in KIN and (apart := _no_kin(source, tie)) is not None:
        return _OTHERWISE, tie._replace(start=apart[0], end=apart[1])
    same = [t for t in told_ties if t.who in who and t.of in of]
    turned = [t for t in told_ties if t.who in of and t.of in who]
    ages = next(
        (t for t in (*same, *turned) if t.age and tie.age and (t.age == tie.age) == (t in turned)), None
    )
    if ages is not None:
        return _OTHERWISE, ages
    if any(_agree(t, tie) for t in same) or any(INVERSE.get(t.kind) == tie.kind for t in turned):
        return 0.0, None
    for other in (*same, *turned):
        reverse = tie.kind if other in turned else INVERSE.get(tie.kind)
        ranks = other in turned and {other.kind, tie.kind} <= RANKS
        if (other.kind in KIN and tie.kind in KIN) or other.kind == reverse or ranks:
            return (_OTHERWISE if other.sure else _SOMEBODY_ELSE), other
    if tie.kind in KIN and not (same or turned):
        by_way = list(kin_of_kin(told_ties, who, of))
        if any(kind == tie.kind for kind, _ in by_way):
            return 0.0, None
        for kind, last in by_way[:1]:
            return (_SOMEBODY_ELSE if last.sure else _UNSURE), last._replace(
                kind=kind, who=tie.who, of=tie.of
            )
        if (called := called_otherwise(source, tie, who, of)) is not None:
            return _SOMEBODY_ELSE, called
    return _in_place_of(source, tie, who, of)


def _in_place_of(
    source: "Source", tie: Tie, who: frozenset[int], of: frozenset[int]
) -> tuple[float, Tie | None]:
    """Return how surely the article has somebody else in the place of one of two people, and that tie."""
    told_ties = _both_spouses(source)
    if _may_be_told(source, who, of):
        rightful = _rightful(source, tie, who, of)
        return (_SOMEBODY_ELSE if rightful and rightful.sure else _UNSURE if rightful else 0.0), rightful
    families = [source.cast.people[index].family for index in (tie.who, tie.of)]
    if families[0] == families[1] and tie.kind in KIN and tie.kind not in _ONE_ONLY:
        return 0.0, None
    for other in told_ties:
        # Whose place it is: of two people with one owner, or of one person with two.
        one_differs = _agree(other, tie) and (other.of in of) != (other.who in who)
        if one_differs and not _one_of_several(source, other):
            # Where both texts say "her", neither owner is certain.
            sure = other.sure or (tie.sure and (other.of in of or out_of_reach(source, of, other)))
            return (_SOMEBODY_ELSE if sure else _UNSURE), other
    return 0.0, None


def _both_spouses(source: "Source") -> tuple[Tie, ...]:
    """Return an article's ties; whose husband somebody is, is his wife. A widow may have married again."""
    told, lower = article_ties(source), source.document.lower
    married = (t for t in told if t.kind == "spouse" and "widow" not in lower[t.start : t.end])
    return (*told, *(t._replace(of=t.who, who=t.of, sex="") for t in married))


def _rightful(source: "Source", tie: Tie, who: frozenset[int], of: frozenset[int]) -> Tie | None:
    """Return whom the article has as somebody's husband or mother: there is one, whoever else is named."""
    if tie.kind not in _ONE_ONLY:
        return None
    alike = [t for t in _both_spouses(source) if _agree(t, tie)]
    told = [t for t in alike if t.of in of and t.who not in who]
    if tie.kind == "spouse":
        told += [t for t in alike if t.of in who and t.who not in of]
    return next((t for t in told if not _one_of_several(source, t)), None)


_NO_KIN = re.compile(
    r"(?:'s?)?(?:, | \(| )(?:[\w',-]+ ){0,12}?((?:(?:is|are|was|were) )?(?:no (?:relation|relative|kin)|"
    r"not (?:a relation|a relative|related)|unrelated)\b)"
)


def _no_kin(source: "Source", tie: Tie) -> tuple[int, int] | None:
    """Return where the article says that one of two with one surname is no relation of the other."""
    people, scene = source.cast.people, source.person_scene
    if people[tie.who].family != people[tie.of].family:
        return None
    for person in sorted(scene.selves(tie.who) | scene.selves(tie.of)):
        for mention in people[person].mentions:
            match = _NO_KIN.match(source.document.lower, mention.end)
            if match is not None:
                return match.span(1)
    return None


def _one_of_several(source: "Source", tie: Tie) -> bool:
    """Whether the article says that there are more ("her other brother")."""
    return _MORE.search(source.document.lower, max(0, tie.start - 30), tie.start) is not None


_MORE = re.compile(r"\b(?:other|another|one of|eldest|oldest|second|third) [\w'-]*(?: [\w'-]+)? ?$")


def _agree(one: Tie, other: Tie) -> bool:
    # An agent or a lawyer "represents" somebody.
    alike = one.kind == other.kind or {one.kind, other.kind} == {"agent", "lawyer"}
    return alike and (one.sex == other.sex or "" in (one.sex, other.sex))


def _may_be_told(source: "Source", who: frozenset[int], of: frozenset[int]) -> bool:
    """Whether the article names the two in one sentence: what it tells of them there may be this."""
    places = source.person_scene.places
    here = {place.sentence for place in places if place.person in who and place.weight == 1}
    return any(place.sentence in here for place in places if place.person in of and place.weight == 1)
