"""Who is whose: kin, successors and those who act for somebody, read off a text ("Holt's widow, Ann")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bench.facts.people.names.lists import roles, titles
from bench.facts.people.roles.ties_verbs import LEADS, Place, Tie, by_verb, left_behind, married_again

# Word: what kind of tie it tells, and of whom. Words of one kind may be said of one person by turns.
_WORDS = {
    word: (kind, sex)
    for kind, men, women, both in (
        ("spouse", "husband widower", "wife widow", "spouse"),
        ("parent", "father dad", "mother mum mom", "parent"),
        ("child", "son", "daughter", "child"),
        ("stepparent", "stepfather", "stepmother", "stepparent"),
        ("stepchild", "stepson", "stepdaughter", "stepchild"),
        ("godparent", "godfather", "godmother", "godparent"),
        ("godchild", "godson", "goddaughter", "godchild"),
        ("sibling", "brother half-brother", "sister half-sister", "sibling twin"),
        ("uncle", "uncle great-uncle", "aunt great-aunt", ""),
        ("nephew", "nephew great-nephew", "niece great-niece", ""),
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
        ("teacher", "", "", "teacher tutor mentor coach trainer"),
        ("pupil", "", "", "pupil student protege protégé protégée apprentice disciple"),
    )
    for sex, words in (("m", men), ("w", women), ("", both))
    for word in words.split()
}  # fmt: skip
# What is told from the other side: of whoever is one's uncle, one is the nephew.
INVERSE = {
    "teacher": "pupil", "pupil": "teacher", "stepparent": "stepchild", "stepchild": "stepparent",
    "godparent": "godchild", "godchild": "godparent",
    "spouse": "spouse", "parent": "child", "child": "parent", "sibling": "sibling", "uncle": "nephew",
    "nephew": "uncle", "cousin": "cousin", "grandparent": "grandchild", "grandchild": "grandparent",
    "parent-in-law": "child-in-law", "child-in-law": "parent-in-law", "sibling-in-law": "sibling-in-law",
}  # fmt: skip
KIN = frozenset(INVERSE) - {"teacher", "pupil", "godparent", "godchild"}
KIN_WORDS = {word: tie for word, tie in _WORDS.items() if tie[0] in KIN}
# Whose deputy somebody is, he does not succeed by being followed.
RANKS = frozenset({"successor", "deputy", "agent", "lawyer", "spokesman"})
_KINDRED = "|".join(re.escape(word) for word, (kind, _) in _WORDS.items() if kind in KIN)
# A description of one person as another's kin, up to the word for the owner or from it on.
KIN_OF = re.compile(
    rf"\b(?:the|its) (?P<owner>(?:[\w-]+ ){{0,2}}[\w-]+)(?='s? (?:[\w-]+ ){{0,2}}?(?:{_KINDRED})\b)"
    rf"|\b(?:{_KINDRED}) (?:of|to) (?:the|its) (?P<of>[\w-]+(?: [\w-]+){{0,2}})"
)
_AGED = r"(?: ?, (?:aged )?\d\d?(?=,)| ?\(\d\d?\))?"


_WORD = "(" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + ")"
_FEW = r"(?:(?!who |and )[\w.'-]+ ){0,4}?"
_AS = r"(?: as [\w' -]{2,40}?)?"
_ANY = re.compile(
    rf"\b(?:{_WORD[1:-1]}|succe(?:ed|ss)\w*|replac\w+|in place of|over(?: [\w' -]+)? from|over to|"
    r"way (?:to|for)|follow(?:s|ed)?|steps? in|stepped in|t(?:ake|ook|aking)\w* (?:over|charge)|in charge|"
    r"in for|place|job|post|seat|role|position|chair|office|shoes|appointed|promoted|installed|preceded|"
    r"before|(?:goes|went|go) to|pass(?:es|ed) to|inherit\w*|marr(?:y|ie[sd])|weds?|whom|under|left|"
    r"leav(?:es?|ing)|taught|teaches|coach\w*|train\w*|mentor\w*|tutor\w*|survived by|"
    r"defend\w*|represent\w*|act\w* for)\b"
)
_OWNS = re.compile(rf"(?:'s?)? {_FEW}{_WORD}{_AS}(?:,| is| was|) (?P<lead>{LEADS})")
_AND_HIS = re.compile(
    rf"{_AGED}(?: and (?:his|her)|,? whose) {_FEW}{_WORD}{_AS}(?:,| is| was)? (?P<lead>{LEADS})"
)
_IS_OF = re.compile(
    rf"[^.;:!?\"\n]{{0,90}}? as (?:the |a |an |his |her )?{_FEW}{_WORD} (?:of|to|for) (?P<lead>{LEADS})"
)
# "Joined in 2019 as successor to Holt"
_AS_OF = re.compile(
    rf"{_AGED}(?:,? who (?:is|was) |, | is | was | became )(?:also |once |now |then |formerly |long )?"
    rf"(?:the |a |an )?{_FEW}{_WORD} (?:of|to|for) (?P<lead>{LEADS})"
)
_POSSESSIVE = frozenset(("his", "her"))
_DOES = re.compile(r", (?:is|was|has|had|will|would|said|says|who|did|does|can|could)\b")
_OF = re.compile(rf"(?:^|the |a )(?:[\w'-]+ ){{0,2}}{_WORD} (?:of|to) {LEADS}$")
_IS = re.compile(
    r", (?:(?:until (?:now|recently)|now|once|then|formerly|previously|long) )?| is | was | became "
)
_ITS = re.compile(rf"'s? {_FEW}{_WORD}\b(?!'|,? [a-z]* ?[A-Z])")
_HIS = re.compile(rf" {_FEW}{_WORD}\b(?!'|,? [a-z]* ?[A-Z])")


def may_have_ties(lower: str) -> bool:
    """Whether a text in lower case has any word for one."""
    return _ANY.search(lower) is not None


def ties(text: str, lower: str, places: Sequence[Place]) -> Iterator[Tie]:
    """Yield the ties told between persons named one after the other in a text."""
    last: Tie | None = None
    for left, right in pairwise(places):
        if left.person != right.person and right.start - left.end < 160:
            again = married_again(lower, last, left, right) if last is not None else None
            for last in (again,) if again is not None else _between(text, lower, left, right):
                yield _aged(lower, last)
    for left, middle, right in zip(places, places[1:], places[2:], strict=False):
        # "took over from his uncle Piet"
        whole = left.name and right.name and left.person != right.person
        if whole and lower[middle.start : middle.end] in ("his", "her") and right.start - left.end < 160:
            yield from by_verb(lower, left, right, sure=True)


def _between(text: str, lower: str, left: Place, right: Place) -> Iterable[Tie]:
    """Yield the ties told by the words between two persons, or around them."""
    sure = left.name and right.name
    owned = _to_name(_OWNS, lower, left, right)
    owns = lower[left.end] == "'" if left.name else lower[left.start : left.end] in _POSSESSIVE
    if owned is not None and right.name and owns:
        yield _tie(owned, 1, left, right, sure)
        return
    match = _to_name(_AND_HIS, lower, left, right)
    if match is not None and left.name and right.name:
        yield _tie(match, 1, left, right, sure)
        return
    match = _to_name(_IS_OF, lower, left, right) or _to_name(_AS_OF, lower, left, right)
    if match is not None and not lower.startswith("'", right.end):
        yield _tie(match, 1, right, left, sure)
        return
    gap = lower[left.end : right.start]
    if _IS.fullmatch(gap.removesuffix("the ")) and lower.startswith("'", right.end):
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
    if gap.startswith(", ") and re.fullmatch(rf", {LEADS}", gap):
        before = _OF.search(lower, max(0, left.start - 70), left.start)
        listed = lower.startswith((" and", ", "), right.end) and _DOES.match(lower, right.end) is None
        if before is not None and not listed:
            yield _tie(before, 1, left, right, sure)
            return
    leaves = left_behind(lower, left, right)
    word = leaves.group("word").split()[-1] if leaves is not None else ""
    if leaves is not None and word in _WORDS and _WORDS[word][0] in KIN:
        yield _tie_of(word, leaves.span("word"), left, right, sure)
        return
    yield from by_verb(lower, left, right, sure)


def _to_name(pattern: re.Pattern[str], lower: str, left: Place, right: Place) -> re.Match[str] | None:
    """Match the words between two persons where only a title may stand before the second."""
    match = pattern.fullmatch(lower, left.end, right.start)
    lead = match.group("lead").split() if match is not None else ()
    last = lead[-1].rstrip(".") if lead else ""
    return match if not last or last in _BEFORE_NAME or last in titles() or last in roles() else None


_BEFORE_NAME = frozenset("the late former then".split())


def _tie(match: re.Match[str], group: int, of: Place, who: Place, sure: bool) -> Tie:
    return _tie_of(match.group(group), match.span(group), of, who, sure)


def _tie_of(word: str, at: tuple[int, int], of: Place, who: Place, sure: bool) -> Tie:
    kind, sex = _WORDS[word]
    if kind == "predecessor":
        kind, of, who = "successor", who, of
    return Tie(kind, sex, of.person, who.person, *at, sure)


_AGE = re.compile(r"\b(?:(elder|older|eldest|oldest|big)|younger|youngest|little|kid|baby) (?:[\w-]+ )?$")


def _aged(lower: str, tie: Tie) -> Tie:
    """Return a tie of a brother or sister with which of the two is the elder, where that is told."""
    age = _AGE.search(lower, max(0, tie.start - 30), tie.start) if tie.kind == "sibling" else None
    return tie if age is None else tie._replace(age="elder" if age.group(1) else "younger")
