"""Two names of which an article says that they are one person's: "Ada Holm, whom all call Nana Light"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bench.facts.people.reading.cast import Cast

_HOW = r"(?:better |best |also |widely |universally |fondly |simply |often |long |once |who (?:i|wa)s )*"
# What stands between two names of one person: "known to friend and foe as", "whose name in her passport is".
_BETWEEN = re.compile(
    rf"(?: \([^()]{{1,60}}\))?,? ?\(?{_HOW}(?:known (?:[\w'-]+ ){{0,6}}?(?:as|by)|"
    r"nicknamed|born as|calls (?:him|her)self|alias|aka|a\.k\.a\.?|dubbed|n[eé]e|"
    r"who (?:[\w'-]+ ){0,3}?(?:goes|went|performs?|performed|records?|writes|wrote|signs|appears)"
    r" [^.;]{0,30}?(?:as|by|under)(?: the name)?(?: of)?|whom? [^.;,]{0,50}?\bcalls?(?:ed)?|"
    r"whose [^.;,]{0,40}?\bname\b[^.;,]{0,30}? (?:is|was)|(?:real|stage|pen|birth) name:?) (?:the )?[\"'“‘]?"
)
# What stands behind the second: "Nana, as her pupils called her".
_BEHIND = re.compile(
    r"[\"'”’]?,? as [^.;]{0,50}?\b"
    r"(?:call(?:s|ed)?|knew|knows?|nam(?:es|ed)|remember(?:s|ed)?) (?:him|her|them)\b"
)
_NEXT = re.compile(r"[^.!?]{0,40}|[^.!?]{0,200}[.!?][\"'”’]? ?")


# What stands before the name that somebody was given: "Born in Hull in 1933 as", "who was born".
_BIRTH = re.compile(r"(?:(?P<opening>Born|(?:He|She) was born)|\bborn)(?: [^.;,]{0,60} as| as)? [\"'“‘]?$")
_REACH = 80


def alias_pairs(cast: Cast) -> frozenset[frozenset[int]]:
    """Return the persons of an article, by index and two by two, whom it says to be one."""
    return frozenset(_pairs(cast))


def _pairs(cast: Cast) -> Iterator[frozenset[int]]:
    text = cast.document.text
    mentions = sorted(
        (mention.start, mention.end, index)
        for index, one in enumerate(cast.people)
        for mention in one.mentions
    )
    for at, ((_, end, one), (start, behind, other)) in enumerate(pairwise(mentions)):
        birth = _BIRTH.search(text, max(0, start - _REACH), start)
        if birth and birth["opening"]:
            # A sentence that opens so tells of whom the text tells most.
            before = {person for _, _, person in mentions[: at + 1]}
            one = max(sorted(before), key=lambda person: len(cast.people[person].mentions))
        if one == other:
            continue
        if birth and (birth["opening"] or end <= birth.start()):
            yield frozenset((one, other))
            continue
        if start - end > 200:
            continue
        between = text[end:start]
        if _BETWEEN.fullmatch(between) or (_BEHIND.match(text, behind) and _NEXT.fullmatch(between)):
            yield frozenset((one, other))
