"""Who is whose: kin, successors and those who act for somebody, read off a text ("Holt's widow, Ann")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bench.facts.people.lists import roles, titles


class Place(NamedTuple):
    """A person in a text: half-open place, who it is, and whether by name and not by a pronoun."""

    start: int
    end: int
    person: int
    name: bool = True


class Tie(NamedTuple):
    """`who` is the `word` of `of`: the kind of tie, whose word it is (m, w or ""), and where it stands.

    `sure` says that both are named.
    """

    kind: str
    sex: str
    of: int
    who: int
    start: int
    end: int
    sure: bool


# Word: what kind of tie it tells, and of whom. Words of one kind may be said of one person by turns.
_WORDS = {
    word: (kind, sex)
    for kind, men, women, both in (
        ("spouse", "husband widower", "wife widow", "spouse"),
        ("parent", "father", "mother", "parent"),
        ("child", "son", "daughter", "child"),
        ("sibling", "brother half-brother", "sister half-sister", "sibling twin"),
        ("uncle", "uncle", "aunt", ""),
        ("nephew", "nephew", "niece", ""),
        ("cousin", "", "", "cousin"),
        ("grandparent", "grandfather", "grandmother", "grandparent"),
        ("grandchild", "grandson", "granddaughter", "grandchild"),
        ("parent-in-law", "father-in-law", "mother-in-law", ""),
        ("child-in-law", "son-in-law", "daughter-in-law", ""),
        ("sibling-in-law", "brother-in-law", "sister-in-law", ""),
        ("successor", "", "", "successor replacement"),
        ("predecessor", "", "", "predecessor"),
        ("lawyer", "", "", "lawyer attorney counsel solicitor barrister advocate"),
        ("spokesman", "spokesman", "spokeswoman", "spokesperson"),
        ("deputy", "", "", "deputy"),
        ("agent", "", "", "agent"),
        ("coach", "", "", "coach trainer"),
        ("pupil", "", "", "pupil student"),
    )
    for sex, words in (("m", men), ("w", women), ("", both))
    for word in words.split()
}  # fmt: skip
INVERSE = {
    "spouse": "spouse", "parent": "child", "child": "parent", "sibling": "sibling", "uncle": "nephew",
    "nephew": "uncle", "cousin": "cousin", "grandparent": "grandchild", "grandchild": "grandparent",
    "parent-in-law": "child-in-law", "child-in-law": "parent-in-law", "sibling-in-law": "sibling-in-law",
}  # fmt: skip


_WORD = "(" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + ")"
_FEW = r"(?:(?!who |and )[\w.'-]+ ){0,4}?"
_LEADS = r"(?:(?!who |by |and )[\w.'-]+ ){0,4}"
_AS = r"(?: as [\w' -]{2,40}?)?"
_ANY = re.compile(
    rf"\b(?:{_WORD[1:-1]}|succe(?:ed|ss)\w*|replac\w+|in place of|over(?: [\w' -]+)? from|over to|"
    r"way (?:to|for)|follow(?:s|ed)|steps? in|stepped in|t(?:ake|ook|aking)\w* (?:over|charge)|in charge|"
    r"appointed|promoted|installed|(?:goes|went|go) to|pass(?:es|ed) to)\b"
)
_OWNS = re.compile(rf"(?:'s?)? {_FEW}{_WORD}{_AS}(?:,| is| was|) (?P<lead>{_LEADS})")
_AND_HIS = re.compile(rf"(?: and (?:his|her)|, whose) {_FEW}{_WORD}{_AS},? (?P<lead>{_LEADS})")
_IS_OF = re.compile(
    r"(?:,? who (?:is|was) |, | is | was | became )(?:also )?"
    rf"(?:the |a |an )?{_FEW}{_WORD} (?:of|to|for) (?P<lead>{_LEADS})"
)
_OF = re.compile(rf"(?:^|the |a )(?:[\w'-]+ ){{0,2}}{_WORD} (?:of|to) {_LEADS}$")
_IS = re.compile(
    r", (?:(?:until (?:now|recently)|now|once|then|formerly|previously|long) )?| is | was | became "
)
_ITS = re.compile(rf"'s? {_FEW}{_WORD}\b(?!,? [a-z]* ?[A-Z])")
_HIS = re.compile(rf" {_FEW}{_WORD}\b(?!,? [a-z]* ?[A-Z])")
_COMES = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|have|will|would|is|was|to|set|due|now|later|recently|"
    r"officially|and|then))*"
    r"(?: (?:leaves?|left|departs?|departed|moves?|moved|returns?|returned|joins?|joined|quits?|comes?|came|"
    r"steps? up|stepped up)\b[^,.;!?\"\n]{0,50}? to)?"
    r"(?:,?[^.;!?\"\n]{0,80},)? (?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|"
    r"(?:[\w' -]{2,40} )?in (?:succession to|place of)|"
    rf"(?:having )?(?:takes?|took|taken|taking) over (?:[\w' -]{{2,40}}? )?from) {_LEADS}"
)
_GOES = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: [\w' -]{3,60} and)?"
    r"(?: (?:has|had|have|will|would|is|was|are|were|be|been|being|to|set|"
    rf"due|now|later|then))+ (?:succeeded|replaced|followed) (?:as [\w' -]{{2,40}}? |\w+ )?by {_LEADS}"
)
_FOLLOWS = re.compile(rf"(?:,? who)?(?: has| had)? follow(?:s|ed) {_LEADS}")
_HANDS = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|have|will|would|is|was|to|then|now|later))*"
    rf" (?:(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:[\w' -]{{2,40}}? )?over to|"
    rf"(?:makes?|made|gives?|gave) way (?:to|for)) {_LEADS}"
)
_PASSES = re.compile(
    r"(?:'s?)? (?:[\w-]+ )?(?:place|post|job|seat|chair|office) "
    rf"(?:goes|went|will go|is to go|passes|passed) to {_LEADS}"
)
_REPLACED = re.compile(rf"\breplac(?:es?|ed|ing) {_LEADS}$")
# "Took over when Holt was sacked", "in charge since Holt left": between the two, and behind the second.
_STARTS = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|have|will|would|is|was|been|then|now))*,? "
    r"(?:(?:takes?|took|taken|taking) (?:over|charge)|step(?:s|ped) in|appointed|promoted|installed|"
    r"in charge)"
    rf"(?: [^.;!?\"\n]{{2,70}}?)? (?:when|after|since|following|upon) {_LEADS}"
)
_LEFT = re.compile(
    r"(?:'s?|s')? (?:(?:[\w-]+ )?(?:departure|resignation|sacking|dismissal|death|retirement|exit|firing)|"
    r"(?:(?:was|were|had been|has been) (?:[\w-]+ly )?(?:sacked|dismissed|fired|removed|ousted|axed)|"
    r"(?:had |has )?(?:resigned|quit|left|died|retired|stepped down|stood down|departed)))\b"
)
_WITH = re.compile(rf" (?:as [\w' -]{{2,30}} )?with {_LEADS}")


def may_have_ties(lower: str) -> bool:
    """Whether a text in lower case has any word for one."""
    return _ANY.search(lower) is not None


def ties(text: str, lower: str, places: Sequence[Place]) -> Iterator[Tie]:
    """Yield the ties told between persons named one after the other in a text."""
    for left, right in pairwise(places):
        if left.person != right.person and right.start - left.end < 160:
            yield from _between(text, lower, left, right)
    for left, middle, right in zip(places, places[1:], places[2:], strict=False):
        # "took over from his uncle Piet"
        whole = left.name and right.name and left.person != right.person
        if whole and lower[middle.start : middle.end] in ("his", "her") and right.start - left.end < 160:
            yield from _succession(lower, left, right, sure=True)


def _between(text: str, lower: str, left: Place, right: Place) -> Iterable[Tie]:
    """Yield the ties told by the words between two persons, or around them."""
    sure = left.name and right.name
    owned = _to_name(_OWNS, lower, left, right)
    if owned is not None and right.name and (not left.name or lower[left.end] == "'"):
        yield _tie(owned, 1, left, right, sure)
        return
    match = _to_name(_AND_HIS, lower, left, right)
    if match is not None and left.name and right.name:
        yield _tie(match, 1, left, right, sure)
        return
    match = _to_name(_IS_OF, lower, left, right)
    if match is not None:
        yield _tie(match, 1, right, left, sure)
        return
    gap = lower[left.end : right.start]
    if _IS.fullmatch(gap) and lower.startswith("'", right.end):
        match = _ITS.match(text, right.end)
        if match is not None:
            yield _tie(match, 1, right, left, sure)
            return
    if gap == ", " and left.name and lower[right.start : right.end] in ("his", "her", "their"):
        # "Lind, his predecessor and patron,"
        match = _HIS.match(text, right.end)
        if match is not None:
            yield _tie(match, 1, right, left, sure)
            return
    if gap.startswith(", ") and re.fullmatch(rf", {_LEADS}", gap):
        before = _OF.search(lower, max(0, left.start - 70), left.start)
        if before is not None and not lower.startswith((" and", ", "), right.end):
            yield _tie(before, 1, left, right, sure)
            return
    yield from _succession(lower, left, right, sure)


def _to_name(pattern: re.Pattern[str], lower: str, left: Place, right: Place) -> re.Match[str] | None:
    """Match the words between two persons where only a title may stand before the second."""
    match = pattern.fullmatch(lower, left.end, right.start)
    lead = match.group("lead").split() if match is not None else ()
    last = lead[-1].rstrip(".") if lead else ""
    return match if not last or last in _BEFORE_NAME or last in titles() or last in roles() else None


_BEFORE_NAME = frozenset("the late former then".split())


def _succession(lower: str, left: Place, right: Place, sure: bool) -> Iterable[Tie]:
    """Yield who comes after whom by a verb between two persons."""
    begun = _STARTS.fullmatch(lower, left.end, right.start)
    if begun is not None and _LEFT.match(lower, right.end):
        yield Tie("successor", "", right.person, left.person, begun.start(), begun.end(), sure)
        return
    if lower.startswith("'", right.end):
        return
    told = (pattern.fullmatch(lower, left.end, right.start) for pattern in (_GOES, _PASSES, _HANDS))
    goes = next((match for match in told if match is not None), None)
    if goes is not None:
        yield Tie("successor", "", left.person, right.person, goes.start(), goes.end(), sure)
        return
    comes = _COMES.fullmatch(lower, left.end, right.start)
    if comes is None and lower.startswith(" as ", right.end):
        comes = _FOLLOWS.fullmatch(lower, left.end, right.start)
    if comes is not None:
        yield Tie("successor", "", right.person, left.person, comes.start(), comes.end(), sure)
        return
    if _WITH.fullmatch(lower, left.end, right.start) and _REPLACED.search(
        lower, max(0, left.start - 60), left.start
    ):
        yield Tie("successor", "", left.person, right.person, left.end, right.start, sure)


def _tie(match: re.Match[str], group: int, of: Place, who: Place, sure: bool) -> Tie:
    kind, sex = _WORDS[match.group(group)]
    if kind == "predecessor":
        kind, of, who = "successor", who, of
    return Tie(kind, sex, of.person, who.person, match.start(group), match.end(group), sure)
