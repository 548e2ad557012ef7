"""Who is whose by a verb between two people: who follows whom, whom somebody married, taught or trained."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """A person in a text: half-open place, who it is, and whether by name and not by a pronoun."""

    start: int
    end: int
    person: int
    name: bool = True


class Tie(NamedTuple):
    """`who` is the `word` of `of`: the kind of tie, whose word it is (m, w or ""), and where it stands.

    `sure` says that both are named, `age` which of brothers and sisters is the elder.
    """

    kind: str
    sex: str
    of: int
    who: int
    start: int
    end: int
    sure: bool
    age: str = ""


LEADS = r"(?:(?!who |by |and )[\w.'-]+ ){0,4}"
_COMES = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|have|will|would|is|was|to|set|due|now|later|recently|"
    r"officially|and|then))*"
    r"(?: (?:leaves?|left|departs?|departed|moves?|moved|returns?|returned|joins?|joined|quits?|comes?|came|"
    r"steps? up|stepped up)\b[^,.;!?\"\n]{0,50}? to)?"
    r"(?:,?[^.;!?\"\n]{0,80},)? (?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|"
    r"(?:[\w' -]{2,40} )?in (?:succession to|place of)|"
    r"(?:takes?|took|taken|fills?|filled) the (?:place|job|post|seat|role|position|chair) of|"
    r"(?:fills?|filled|stands?|stood|stepp?ed|steps?) in for|"
    rf"(?:having )?(?:takes?|took|taken|taking) over (?:[\w' -]{{2,40}}? )?from) {LEADS}"
)
_GOES = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: [\w' -]{3,60} and)?"
    r"(?: (?:has|had|have|will|would|is|was|are|were|be|been|being|to|set|"
    rf"due|now|later|then))+ (?:succeeded|replaced|followed) (?:as [\w' -]{{2,40}}? |\w+ )?by {LEADS}"
)
_FOLLOWS = re.compile(rf"(?:,? who)?(?: (?:has|had|is|will|would|to|then|later))* follow(?:s|ed)? {LEADS}")
_HIS_PLACE = re.compile(
    r" as |, (?:who|whose)(?: (?:has|had|is|was))? "
    r"(?:stood|stepp|resign|retir|quit|left|leav|died|term|sack|dismiss|oust)"
)
_HANDS = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|have|will|would|is|was|to|then|now|later))*"
    rf" (?:(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:(?:[\w' -]{{2,40}}? )?over|"
    r"(?:over )?(?:on )?(?:the |his |her )(?:[\w-]+ )?(?:captaincy|armband|chair|chairmanship|presidency|"
    r"premiership|leadership|throne|crown|reins|helm|editorship|directorship|command|baton|gavel)) to|"
    rf"(?:makes?|made|gives?|gave) way (?:to|for)) {LEADS}"
)
_PASSES = re.compile(
    r"(?:'s?)? (?:[\w-]+ )?(?:place|post|job|seat|chair|office)"
    rf"(?: as [\w' -]{{2,30}})? (?:goes|went|will go|is to go|passes|passed|will pass) to {LEADS}"
)
# "Lund took Holt's seat"
_TAKES = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|will|would|is|to|now|later|then))* "
    rf"(?:takes?|took|taken|taking|inherits?|inherited|wins?|won|fills?|filled) (?:over )?{LEADS}"
)
_HIS_SEAT = re.compile(
    r"'s? (?:[\w-]+ )?(?:place|post|job|seat|chair|office|role|position|shoes|practice|business|shop|parish|"
    r"throne|mantle|duties|portfolio|brief|column)\b"
)
_REPLACED = re.compile(rf"\breplac(?:es?|ed|ing) {LEADS}$")
# "Took over when Holt was sacked", "in charge since Holt left": between the two, and behind the second.
_STARTS = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?(?: (?:has|had|have|will|would|is|was|been|then|now))*,? "
    r"(?:(?:takes?|took|taken|taking) (?:over|charge)|step(?:s|ped) in|appointed|promoted|installed|"
    r"in charge)"
    rf"(?: [^.;!?\"\n]{{2,70}}?)? (?:when|after|since|following|upon) {LEADS}"
)
_LEFT = re.compile(
    r"(?:'s?|s')? (?:(?:[\w-]+ )?(?:departure|resignation|sacking|dismissal|death|retirement|exit|firing)|"
    r"(?:(?:was|were|had been|has been) (?:[\w-]+ly )?(?:sacked|dismissed|fired|removed|ousted|axed)|"
    r"(?:had |has )?(?:resigned|quit|left|died|retired|stepped down|stood down|departed)))\b"
)
_WITH = re.compile(rf" (?:as [\w' -]{{2,30}} )?with {LEADS}")
_BY = (
    r"(?:, [^,.;\n]{3,70},)?(?:,? who)?"
    r"(?: (?:has|had|have|was|is|been|be|later|then|once|first|also|since|again))*"
)
# "She was preceded by Holt"; "Holt, mayor before Lund", "who held the chair before him"
_PRECEDED = re.compile(rf"{_BY} preceded by {LEADS}")
_PRECEDES = re.compile(rf"{_BY} preceded {LEADS}")
_BEFORE = re.compile(
    r"(?:, (?:the )?(?:[\w-]+ ){0,2}(?:(?!year|week|day|month|hour|night)[\w-]+)|"
    r",? who (?:had |has )?(?:been|was|were|held|headed|led|ran|run|chaired|coached|captained|managed|"
    rf"occupied|had|directed|edited|filled)\b[^,.;:!?\"\n]{{0,50}}) before {LEADS}"
)
_BEFORE_WHOM = re.compile(r"[,.;)]| (?:and|but|said|was|is|has|had)\b|$")
_INHERITS = re.compile(rf"{_BY} inherit(?:s|ed|ing) [^.;!?\"\n]{{2,60}}? from {LEADS}")
_MARRIED = re.compile(
    rf"{_BY} (?:married|marries|marry|marrying|wed|weds)(?: first(?:ly)?| secondly| again)?"
    rf"(?: in [\w ]{{3,15}},?)?(?: to)? {LEADS}"
)
_AND_THEN_TO = re.compile(
    rf"[^.;!?\"\n]{{0,60}}(?:\band )?(?:then|later|secondly|second|afterwards|finally),? (?:to )?{LEADS}"
)
_WHOM = re.compile(r",? (?:(?:to|by|from|under|with) )?whom ")
_MARRIED_HIM = re.compile(r" (?:had |was |later |then |first )*(?:married|marry|wed)\b")
_TAUGHT_HIM = re.compile(
    r" (?:had |was |later |then |first |once )*(?:taught|coached|trained|mentored|tutored)\b"
)
_TAUGHT_BY = re.compile(
    rf"{_BY}(?: |, )(?:taught|coached|trained|mentored|tutored|schooled)(?: [\w' -]{{2,40}})? by {LEADS}"
)
_STUDIED = re.compile(
    rf"{_BY} (?:studied|trained|apprenticed|learned|learnt|worked)(?: [\w' -]{{2,30}})? under {LEADS}"
)
_TAUGHT = re.compile(
    rf"{_BY} (?:taught|teaches|coached|coaches|mentored|mentors|tutored|trained|trains) {LEADS}"
)
_SPOKEN_FOR = re.compile(rf"{_BY}(?: |, )(?:defended|represented)(?: [\w' -]{{2,30}})? by {LEADS}")
_SPEAKS_FOR = re.compile(
    rf"(?:{_BY} (?:defends|defended|represents|represented|acts for|acted for)|, for|"
    rf"(?:,|{_BY}) (?:defending|representing|acting for)) {LEADS}"
)
# "He leaves a widow, Ann"
_LEAVES = re.compile(
    r"(?:, [^,.;\n]{3,70},)?(?:[^.;!?\"\n]{0,80},)?(?:,? who)?(?: (?:has|had|is|was|and|also))* "
    r"(?:(?:leaves|leaving|left|leave)(?: behind)? (?:(?:a|an|his|her) )?|survived by (?:(?:his|her|a) )?)"
    rf"(?P<word>(?:(?!and )[\w-]+ ){{0,3}}[\w-]+),? {LEADS}"
)


def by_verb(lower: str, left: Place, right: Place, sure: bool) -> Iterator[Tie]:
    """Yield the ties told by a verb between two persons."""
    begun = _STARTS.fullmatch(lower, left.end, right.start)
    if begun is not None and _LEFT.match(lower, right.end):
        yield Tie("successor", "", right.person, left.person, begun.start(), begun.end(), sure)
    elif _HIS_SEAT.match(lower, right.end) and _TAKES.fullmatch(lower, left.end, right.start):
        yield Tie("successor", "", right.person, left.person, left.end, right.start, sure)
    elif not lower.startswith("'", right.end):
        found = next(iter(_succession(lower, left, right)), None) or _learning(lower, left, right)
        found = found or _marriage(lower, left, right) or _defence(lower, left, right)
        if found is not None:
            kind, of, who = found
            yield Tie(kind, "", of, who, left.end, right.start, sure)


def _succession(lower: str, left: Place, right: Place) -> Iterator[tuple[str, int, int]]:
    """Yield who comes after whom: the kind of tie, of whom, and who."""
    between = (lower, left.end, right.start)
    if any(pattern.fullmatch(*between) for pattern in (_GOES, _PASSES, _HANDS, _PRECEDES)):
        yield "successor", left.person, right.person
    if any(pattern.fullmatch(*between) for pattern in (_COMES, _PRECEDED, _INHERITS)) or (
        _HIS_PLACE.match(lower, right.end) and _FOLLOWS.fullmatch(*between)
    ):
        yield "successor", right.person, left.person
    if _WITH.fullmatch(*between) and _REPLACED.search(lower, max(0, left.start - 60), left.start):
        yield "successor", left.person, right.person
    if _BEFORE.fullmatch(*between) and _BEFORE_WHOM.match(lower, right.end):
        yield "successor", left.person, right.person


def _learning(lower: str, left: Place, right: Place) -> tuple[str, int, int] | None:
    """Return who taught whom, as kind of tie, of whom, and who."""
    between = (lower, left.end, right.start)
    if _TAUGHT_BY.fullmatch(*between) or _STUDIED.fullmatch(*between):
        return "teacher", left.person, right.person
    if _TAUGHT.fullmatch(*between):
        return "teacher", right.person, left.person
    if _WHOM.fullmatch(*between) and _TAUGHT_HIM.match(lower, right.end):
        return "teacher", left.person, right.person
    return None


def _marriage(lower: str, left: Place, right: Place) -> tuple[str, int, int] | None:
    """Return who married whom, as kind of tie, of whom, and who."""
    between = (lower, left.end, right.start)
    if _MARRIED.fullmatch(*between):
        return "spouse", left.person, right.person
    if _WHOM.fullmatch(*between) and _MARRIED_HIM.match(lower, right.end):
        return "spouse", right.person, left.person
    return None


def _defence(lower: str, left: Place, right: Place) -> tuple[str, int, int] | None:
    """Return who defends or represents whom, as kind of tie, of whom, and who."""
    between = (lower, left.end, right.start)
    if _SPOKEN_FOR.fullmatch(*between):
        return "lawyer", left.person, right.person
    return ("lawyer", right.person, left.person) if _SPEAKS_FOR.fullmatch(*between) else None


def married_again(lower: str, last: Tie, left: Place, right: Place) -> Tie | None:
    """Return the next marriage of who was "married first to Holt and then to Lund"."""
    if last.kind != "spouse" or last.who != left.person or right.person == last.of:
        return None
    if _AND_THEN_TO.fullmatch(lower, left.end, right.start) is None:
        return None
    return Tie("spouse", "", last.of, right.person, left.end, right.start, last.sure)


def left_behind(lower: str, left: Place, right: Place) -> re.Match[str] | None:
    """Return who somebody leaves or is survived by, the word for it as a group ("leaves a widow, Ann")."""
    return _LEAVES.fullmatch(lower, left.end, right.start)
