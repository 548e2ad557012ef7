"""Figures with the signs of other languages: "1.250.000", "7,5 per cent", "12 500 spectators"."""

import re
from collections.abc import Iterator

from bench.text.offsets import Edit, disjoint

# The signs of one length with a plain space that a printer puts into a figure, before they are levelled.
_SPACES = "\u00a0\u2009\u202f\u2007\u2008"
_THIN = re.compile(rf"[{_SPACES}](?<=\d.)(?=\d{{3}}(?!\d))")
_APOSTROPHE = re.compile(r"['\u2019](?<=\d.)(?=\d{3}(?!\d))")
# Each pattern begins with the sign of the first thousand, so that a long text is searched fast.
_POINT = re.compile(r"\.(?<=\d.)(?=\d{3}(?!\d))")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?![\d]|[.,/]\d)")
_COUNTED = re.compile(
    r" (?:people|persons?|inhabitants|residents|visitors|workers|employees|spectators|vehicles|copies|houses|"
    r"homes|jobs|students|pupils|members|voters|votes|soldiers|passengers|guests|fans|children|women|men|"
    r"families|refugees|customers|users|tickets|cars|trees|animals|books|boats|lives|victims)\b"
)
_ANGLO = re.compile(r"\d,\d{3}(?!\d)")
# A comma before one or two digits and what only a whole figure has behind it, or a currency before it.
_COMMA = re.compile(
    r",(?<=\d,)(?<!,\d,)(?=\d{1,2}[\s-]?(?:%|per\s?cent\b|percent|percentage\b|million|billion|milliard|[€£$]|[Ee]uros?\b|EUR\b|"
    r"francs?\b|kron|rub|zloty|pesos?\b|dollars?\b|pounds?\b|k[mg]\b|[Kk]ilo|met(?:re|er)s?\b|cm\b|mm\b|m\b|"
    r"lit(?:re|er)s?\b|tonn?e?s?\b|hectares?\b|degrees?\b|°|points?\b|hours?\b|minutes?\b|seconds?\b|years?\b|months?\b|weeks?\b|days?\b|times\b|ha\b|bn\b|mph\b|miles?\b))"
)
_ANY_COMMA = re.compile(r",(?<=\d,)(?<!,\d,)(?<!\d,\d\d,)(?=\d{1,2}(?![\d,%-]|\.\d))")
_MONEY = re.compile(r"[\u20ac\u00a3$] ?(\d{1,3}(?:\.\d{3})*,\d\d)(?!\d|,\d)")
_SPACE = re.compile(r"\d (?=\d{3}(?!\d))")
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?![.,:/-]\d|\d| \d)(?= [a-z%\u20ac]|\)|[.,;]? |$)")
_TWO_GROUPS, _FOUR_GROUPS = 8, 13
"""Signs that so many groups of digits have at least."""
_MONTH_BEFORE = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|No|Nr|Tel|Phone|Flight|Route|Room|Article|Section)\.? $",
    re.IGNORECASE,
)


def thin_spaces(text: str) -> list[Edit]:
    """Return edits that put a comma for a thin or fixed space, or an apostrophe, between thousands."""
    patterns = (_APOSTROPHE,) if text.isascii() else (_THIN, _APOSTROPHE)
    return disjoint(Edit(m.start(), m.end(), ",") for pattern in patterns for m in pattern.finditer(text))


def continental(text: str) -> Iterator[Edit]:
    """Yield edits that give thousands a comma and decimals a point."""
    commas = {match.start() for match in _COMMA.finditer(text)}
    if commas:
        # "19,90 instead of 17,90 euros": what is one decimal comma is another.
        commas |= {match.start() for match in _ANY_COMMA.finditer(text)}
    for at in sorted(commas):
        yield Edit(at, at + 1, ".")
    pointed = [figure for at in _POINT.finditer(text) if (figure := _figure(text, at.start(), _GROUPED, "."))]
    spaced = [figure for at in _SPACE.finditer(text) if (figure := _figure(text, at.end() - 1, _SPACED, " "))]
    money = list(_MONEY.finditer(text))
    if not (pointed or spaced or money):
        return
    plain = _ANGLO.search(text) is None
    sure = bool(commas or money) or any(_is_sure(text, match) for match in pointed)
    parted = len(spaced) > 1 and any(_counts(text, match) for match in spaced)
    for match in money if plain else ():
        yield Edit(match.start(1), match.end(1), match.group(1).translate(_EXCHANGED))
    for match in pointed:
        one = len(match.group()) < _TWO_GROUPS
        counts = sure or match.group().endswith("00")
        if len(match.group()) >= _FOUR_GROUPS and not match.group().endswith(".000"):
            # An address of a machine.
            continue
        if not one or ((plain or match.group().endswith("000")) and counts and match.group()[0] != "0"):
            yield Edit(match.start(), match.end(), match.group().replace(".", ","))
    for match in spaced:
        if _MONTH_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        if len(match.group()) >= _TWO_GROUPS or (plain and (parted or _counts(text, match))):
            yield Edit(match.start(), match.end(), match.group().replace(" ", ","))


def _figure(text: str, at: int, pattern: re.Pattern[str], sign: str) -> re.Match[str] | None:
    """Return the figure whose first thousands end at `at`, if nothing before it makes it another."""
    start = at
    while start and text[start - 1].isdecimal():
        start -= 1
    before = text[max(0, start - 2) : start]
    if before[-1:] in _GOES_BEFORE or (before[-1:] == sign and before[:1].isdecimal()):
        return None
    return pattern.match(text, start)


def _is_sure(text: str, match: re.Match[str]) -> bool:
    """Whether a figure with points has thousands for sure: two groups, three zeros, or a count."""
    figure = match.group()
    sure = len(figure) >= _TWO_GROUPS or figure.endswith("000") or bool(_COUNTED.match(text, match.end()))
    return sure and figure[0] != "0"


_GOES_BEFORE = frozenset(".,:/+-_") | frozenset("abcdefghijklmnopqrstuvwxyz")
_EXCHANGED = str.maketrans(".,", ",.")


_NOUN = re.compile(r" ([a-z]{3,}|(?:[ckm]?m|k?g|ha|ft|t|km\u00b2|m\u00b2)\b)")
_NO_NOUNS = frozenset("and but for from the with were was are had has than that when while out not".split())


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether two groups of digits are one figure: a noun in small letters or a currency stands beside."""
    start, end = match.span()
    noun = _NOUN.match(text, end)
    return (noun is not None and noun.group(1) not in _NO_NOUNS) or text[start - 1 : start] in ("€", "£", "$")
