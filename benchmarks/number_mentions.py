"""Numbers of a text as the probes read them: by rules that share nothing with the extraction they examine."""

import re
from decimal import Decimal

import msgspec

ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen".split()
)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}

_ANY = "|".join((*ONES[2:], *TENS))
_WORD = rf"(?:(?:{'|'.join(TENS)})[- ](?:{'|'.join(ONES[1:10])})|{_ANY})"
_SCALE = r"hundred|thousand|million|billion|trillion"
_MONTH = "|".join(MONTHS)
_MENTION = re.compile(
    rf"""
    (?P<daymonth>\b(?:(?P<d1>[12]?\d|3[01])(?:st|nd|rd|th)?\ (?P<m1>{_MONTH})|(?P<m2>{_MONTH})
        \ (?P<d2>[12]?\d|3[01])(?:st|nd|rd|th)?)\b(?![\d,.:]\d))
  | (?P<weekday>\b(?:{"|".join(DAYS)})\b)
  | (?P<month>(?<=\bin\ )(?:{_MONTH})\b|(?<=\b[Ll]ast\ )(?:{_MONTH})\b|(?<=\bsince\ )(?:{_MONTH})\b)
  | (?P<score>(?<![\d.,–-])\d{{1,3}}\ ?[-–]\ ?\d{{1,3}}(?![\d,–-]|\.\d|-?[a-z]))
  | (?P<year>(?<![$£€\d.,–-])(?<![$£€]\ )\b(?:1[89]\d\d|20[0-3]\d)\b(?![\d,–%-]|\.\d|\ (?:people|men|women|
        miles|jobs|years|troops|soldiers|patients|children|homes|seats|staff|workers|fans|metres|meters|feet)))
  | (?P<digits>(?<![\w.,:/#–-])(?P<cur>[$£€]\ ?)?(?P<num>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)
        (?:(?P<glue>(?:k|m|mn|bn|tn|th|st|nd|rd|s)\b)|(?P<scale>[- ](?:{_SCALE})\b))?
        (?P<pct>\ ?%|\ per\ ?cent\b)?(?![\d/:]|,\d|\.\d|[–-]\d)(?!\w)(?P<tail>[- ][a-z]+)?)
  | (?P<words>\b(?P<w>{_WORD})(?P<wscale>[- ](?:{_SCALE})\b)?(?P<wpct>\ per\ ?cent\b)?(?![-\w])
        (?P<wtail>\ [a-z]+)?)
  | (?P<agewords>\b(?P<aw>{_WORD})(?=-(?:year|month|day|man|mile|time|hour|minute|week|bedroom|storey)))
  | (?P<ordinal>(?<!\ba\ )(?<!\bone\ )(?<!-)\b(?:{"|".join(ORDINALS[2:])})\b(?!-))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A number right after a capitalised word is often part of a name (Article 5, Nord Stream 2), and so is one
# after these; months and sentence starts are told apart below.
_NAME_BEFORE = re.compile(
    r"(?:\b(?!(?:In|On|At|By|The|A|An|For|From|About|Around|Over|Some|More|Of|Only|Just|Nearly|And|But|With|"
    rf"After|Aged|Up|To|Than|Least|{_MONTH})\b)[A-Z][\w.']*|\b(?:no|No|number|article|section|chapter|page|world|"
    r"route|highway|flight|phase|level|group|channel|round|game|week|day|version)\.?) $"
)


# "8. Use rejection": the number of a list, which says nothing.
_LIST_NUMBER = re.compile(r"(?:\n|(?<![^\n.!?: ]) ?)\d+[.)] +[A-Z]")


class Mention(msgspec.Struct, frozen=True):
    """A number that stands in a summary: its place, class, and the value it states."""

    start: int
    end: int
    cls: str
    value: Decimal | None
    groups: dict[str, str]


def word_value(text: str) -> int:
    """Return the value of a number word below one hundred."""
    total = 0
    for part in re.split(r"[- ]", text.lower()):
        total += ONES.index(part) if part in ONES else 10 * (TENS.index(part) + 2)
    return total


def _value(cls: str, groups: dict[str, str]) -> Decimal | None:
    if cls == "digits":
        value = Decimal(groups["num"].replace(",", ""))
        value *= SCALES.get(groups.get("scale", "").strip(" -").lower(), 1)
        return value * SHORT.get(groups.get("glue", "").lower(), 1)
    if cls == "words":
        return Decimal(word_value(groups["w"]) * SCALES.get(groups.get("wscale", "").strip(" -").lower(), 1))
    if cls == "agewords":
        return Decimal(word_value(groups["aw"]))
    return None


def _is_own_length(text: str, start: int, end: int) -> bool:
    """Whether a number only tells how long its summary is: "Here is a summary in 92 words"."""
    return bool(re.match(r"\s*words?\b", text[end:])) and "summar" in text[max(0, start - 80) : start].lower()


def mentions(text: str) -> list[Mention]:
    """Return the numbers of `text` that a change can be planted in."""
    found = []
    for match in _MENTION.finditer(text):
        cls = str(match.lastgroup)
        groups = {name: part for name, part in match.groupdict().items() if part}
        cls = next(name for name in _CLASSES if name in groups)
        start, end = match.span()
        if cls in ("digits", "words"):
            end -= len(groups.get("tail", "") or groups.get("wtail", ""))
            if _NAME_BEFORE.search(text[max(0, start - 30) : start]) or "UNK" in text[start - 5 : end + 5]:
                continue
            if _LIST_NUMBER.match(text, max(0, start - 1)) or _is_own_length(text, start, end):
                continue
        found.append(Mention(start, end, cls, _value(cls, groups), groups))
    return found


_CLASSES = ("daymonth", "weekday", "month", "score", "year", "digits", "words", "agewords", "ordinal")
_LOOSE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LOOSE_WORD = re.compile(rf"\b({_WORD})\b(?:[- ]({_SCALE})\b)?", re.IGNORECASE)
_LOOSE_SCALE = re.compile(rf"\s?-?(?:({_SCALE})\b|(k|mn|m|bn|tn)\b)", re.IGNORECASE)


def stated(document: str) -> set[Decimal]:
    """Return every value the article could be said to state, read loosely: bare and scaled."""
    values: set[Decimal] = set()
    text = re.sub(r"(\d), (\d{3})\b", r"\1,\2", document)
    for match in _LOOSE.finditer(text):
        bare = Decimal(match.group().replace(",", ""))
        values.add(bare)
        if scale := _LOOSE_SCALE.match(text, match.end()):
            words = scale.group(1) or scale.group(2)
            values.add(bare * (SCALES.get(words.lower()) or SHORT[words.lower()]))
    for match in _LOOSE_WORD.finditer(text):
        values.add(Decimal(word_value(match.group(1)) * SCALES.get((match.group(2) or "").lower(), 1)))
    for index, word in enumerate(ORDINALS):
        if re.search(rf"\b{word}\b", text, re.IGNORECASE):
            values.add(Decimal(index + 1))
    return values
