"""Planted number errors, made by rules that share nothing with the extraction they examine."""

import random
import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
from labelled import Written
from probes import Probe, replaced, seeded

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_UNITS = {
    "miles": "kilometres", "mile": "kilometre", "km": "miles", "kilometres": "miles", "kilometers": "miles",
    "metres": "feet", "meters": "feet", "feet": "metres", "ft": "metres", "inches": "feet", "kg": "tonnes",
    "pounds": "tonnes", "lbs": "tonnes", "tonnes": "pounds", "tons": "pounds",
    "seconds": "hours", "minutes": "days", "minute": "day", "hours": "weeks", "hour": "week", "days": "months",
    "day": "month", "weeks": "years", "week": "year", "months": "days", "month": "day", "years": "weeks",
    "year": "week",
}  # fmt: skip
_CURRENCIES = "$£€"

_ANY = "|".join(_ONES[2:] + _TENS)
_WORD = rf"(?:(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_ONES[1:10])})|{_ANY})"
_SCALE = r"hundred|thousand|million|billion|trillion"
_MONTH = "|".join(_MONTHS)
_MENTION = re.compile(
    rf"""
    (?P<daymonth>\b(?:(?P<d1>[12]?\d|3[01])(?:st|nd|rd|th)?\ (?P<m1>{_MONTH})|(?P<m2>{_MONTH})\ (?P<d2>[12]?\d|3[01])
        (?:st|nd|rd|th)?)\b(?![\d,.:]\d))
  | (?P<weekday>\b(?:{"|".join(_DAYS)})\b)
  | (?P<month>(?<=\bin\ )(?:{_MONTH})\b|(?<=\b[Ll]ast\ )(?:{_MONTH})\b|(?<=\bsince\ )(?:{_MONTH})\b)
  | (?P<score>(?<![\d.,–-])\d{{1,3}}\ ?[-–]\ ?\d{{1,3}}(?![\d,–-]|\.\d|-?[a-z]))
  | (?P<year>(?<![$£€\d.,–-])(?<![$£€]\ )\b(?:1[89]\d\d|20[0-3]\d)\b(?![\d,–%-]|\.\d|\ (?:people|men|women|miles|
        jobs|years|troops|soldiers|patients|children|homes|seats|staff|workers|fans|metres|meters|feet)))
  | (?P<digits>(?<![\w.,:/#–-])(?P<cur>[$£€]\ ?)?(?P<num>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)
        (?:(?P<glue>(?:k|m|mn|bn|tn|th|st|nd|rd|s)\b)|(?P<scale>[- ](?:{_SCALE})\b))?
        (?P<pct>\ ?%|\ per\ ?cent\b)?(?![\d/:]|,\d|\.\d|[–-]\d)(?!\w)(?P<tail>[- ][a-z]+)?)
  | (?P<words>\b(?P<w>{_WORD})(?P<wscale>[- ](?:{_SCALE})\b)?(?P<wpct>\ per\ ?cent\b)?(?![-\w])(?P<wtail>\ [a-z]+)?)
  | (?P<agewords>\b(?P<aw>{_WORD})(?=-(?:year|month|day|man|mile|time|hour|minute|week|bedroom|storey)))
  | (?P<ordinal>(?<!\ba\ )(?<!\bone\ )(?<!-)\b(?:{"|".join(_ORDINALS[2:])})\b(?!-))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A number right after a capitalised word is often part of a name (Article 5, Nord Stream 2), and so is one
# after these; months and sentence starts are told apart below.
_NAME_BEFORE = re.compile(
    r"(?:\b(?!(?:In|On|At|By|The|A|An|For|From|About|Around|Over|Some|More|Of|Only|Just|Nearly|And|But|With|After|"
    rf"Aged|Up|To|Than|Least|{_MONTH})\b)[A-Z][\w.']*|\b(?:no|No|number|article|section|chapter|page|world|route|"
    r"highway|flight|phase|level|group|channel|round|game|week|day|version)\.?) $"
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


def _word_value(text: str) -> int:
    """Return the value of a number word below one hundred."""
    total = 0
    for part in re.split(r"[- ]", text.lower()):
        total += _ONES.index(part) if part in _ONES else 10 * (_TENS.index(part) + 2)
    return total


def _value(cls: str, groups: dict[str, str]) -> Decimal | None:
    if cls == "digits":
        value = Decimal(groups["num"].replace(",", ""))
        value *= _SCALES.get(groups.get("scale", "").strip(" -").lower(), 1)
        return value * _SHORT.get(groups.get("glue", "").lower(), 1)
    if cls == "words":
        return Decimal(
            _word_value(groups["w"]) * _SCALES.get(groups.get("wscale", "").strip(" -").lower(), 1)
        )
    if cls == "agewords":
        return Decimal(_word_value(groups["aw"]))
    return None


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
            if _LIST_NUMBER.match(text, max(0, start - 1)):
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
            values.add(bare * (_SCALES.get(words.lower()) or _SHORT[words.lower()]))
    for match in _LOOSE_WORD.finditer(text):
        values.add(Decimal(_word_value(match.group(1)) * _SCALES.get((match.group(2) or "").lower(), 1)))
    for index, word in enumerate(_ORDINALS):
        if re.search(rf"\b{word}\b", text, re.IGNORECASE):
            values.add(Decimal(index + 1))
    return values


def _significant(value: Decimal) -> Decimal:
    """Return half a unit of the last significant digit, where trailing zeros of whole numbers do not count."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) / 2


def _safe(new: Decimal, known: set[Decimal]) -> bool:
    """Whether no stated value equals `new` or could be rounded to it."""
    half = _significant(new)
    return all(abs(new - value) > max(half, abs(value) * Decimal("0.02")) for value in known)


def _written_like(old: str, new: Decimal) -> str:
    """Return `new` as digits in the fashion of `old`."""
    text = f"{new:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if "," in old or (len(text.split(".")[0]) > 4):
        whole, _, rest = text.partition(".")
        text = f"{int(whole):,}" + (f".{rest}" if rest else "")
    return text


def _in_words(value: int) -> str | None:
    if 2 <= value < 20:
        return _ONES[value]
    if 20 <= value < 100:
        return _TENS[value // 10 - 2] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    return None


def _new_values(rng: random.Random, old: Decimal) -> list[Decimal]:
    """Return values near and far from `old`, in random order: one digit, a small step, a third more or less."""
    options: list[Decimal] = []
    digits = f"{old:f}"
    places = [i for i, char in enumerate(digits) if char.isdigit()]
    for place in rng.sample(places, min(2, len(places))):
        digit = rng.choice([d for d in "123456789" if d != digits[place]])
        options.append(Decimal(digits[:place] + digit + digits[place + 1 :]))
    step = rng.choice((1, 2, 3))
    if old == old.to_integral_value() and old < 1000:
        options += [old + step, old - step]
    if old >= 10:
        options += [(old * Decimal(rng.choice(("0.7", "1.3", "0.5", "2")))).quantize(Decimal(1))]
    rng.shuffle(options)
    return [option for option in options if option > 1]


def _numeral_changes(
    rng: random.Random, mention: Mention, text: str, known: set[Decimal]
) -> Iterator[tuple[str, str]]:
    """Yield (change, new words) for a number in digits."""
    groups, old = mention.groups, Decimal(mention.groups["num"].replace(",", ""))
    scale = _SCALES.get(groups.get("scale", "").strip(" -").lower(), 1) * _SHORT.get(
        groups.get("glue", "").lower(), 1
    )
    words = text[mention.start : mention.end]
    if groups.get("glue", "").lower() in ("st", "nd", "rd", "th"):
        for new in _new_values(rng, old):
            if new == new.to_integral_value() and _safe(new, known):
                last = int(new) % 10
                ending = (
                    {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
                    if int(new) % 100 not in (11, 12, 13)
                    else "th"
                )
                yield "value", words.replace(groups["num"] + groups["glue"], f"{int(new)}{ending}")
                return
        return
    if groups.get("glue", "").lower() == "s":
        return
    for new in _new_values(rng, old):
        if _safe(new * scale, known) and _safe(new, known):
            yield "value", words.replace(groups["num"], _written_like(groups["num"], new), 1)
            break
    factor = rng.choice((10, 100)) if old < 1000 else Decimal("0.1")
    new = (old * factor).normalize()
    if old >= 2 and _safe(new * scale, known) and new == new.to_integral_value():
        yield "magnitude", words.replace(groups["num"], _written_like(groups["num"], new), 1)
    if scale_word := groups.get("scale", "").strip(" -").lower():
        other = {"million": "billion", "billion": "million", "thousand": "million"}.get(scale_word)
        if other and _safe(old * _SCALES[other], known):
            yield "magnitude", re.sub(scale_word, other, words, flags=re.IGNORECASE)
    yield from _unit_changes(rng, mention, text)


def _tail(mention: Mention) -> str:
    """Return the word behind a number with its space or hyphen."""
    return mention.groups.get("tail") or mention.groups.get("wtail") or ""


def _unit_changes(rng: random.Random, mention: Mention, text: str) -> Iterator[tuple[str, str]]:
    """Yield the number with another currency, or another unit of measure or time behind it."""
    groups, words = mention.groups, text[mention.start : mention.end]
    if currency := groups.get("cur", "").strip():
        yield "unit", words.replace(currency, rng.choice(_CURRENCIES.replace(currency, "")))
    elif groups.get("pct") or groups.get("wpct"):
        yield "unit", words.replace(groups.get("pct") or groups["wpct"], " people")
    elif not (groups.get("glue") or groups.get("scale") or groups.get("wscale")):
        tail = _tail(mention)
        if unit := _UNITS.get(tail.strip(" -").lower()):
            yield "unit of measure", words + tail[0] + unit


def _word_changes(
    rng: random.Random, mention: Mention, text: str, known: set[Decimal]
) -> Iterator[tuple[str, str]]:
    """Yield (change, new words) for a number in words."""
    groups = mention.groups
    spelled = groups.get("w") or groups["aw"]
    scale = _SCALES.get(groups.get("wscale", "").strip(" -").lower(), 1)
    words = text[mention.start : mention.end]
    for new in _new_values(rng, Decimal(_word_value(spelled))):
        word = _in_words(int(new)) if new == new.to_integral_value() else None
        if word and _safe(new * scale, known):
            word = word.capitalize() if words[0].isupper() else word
            yield "value", words.replace(spelled, word, 1)
            break
    if mention.cls == "words":
        yield from _unit_changes(rng, mention, text)


def _calendar_changes(
    rng: random.Random, mention: Mention, text: str, document: str
) -> Iterator[tuple[str, str]]:
    """Yield another day, month, weekday or year, one that the article never names."""
    words, groups, lowered = text[mention.start : mention.end], mention.groups, document.lower()

    def absent(names: list[str]) -> str | None:
        free = [
            name for name in names if name.lower() not in lowered and name[:3].lower() + " " not in lowered
        ]
        return rng.choice(free) if free else None

    if mention.cls == "weekday" and (name := absent(_DAYS)):
        yield "weekday", name
    elif mention.cls == "month" and (name := absent(_MONTHS)):
        yield "month", name
    elif mention.cls == "year":
        for step in rng.sample([-11, -7, -4, -3, -2, -1, 1, 2, 3, 4, 7, 11], 12):
            new = str(int(words) + step)
            if new not in document and new[2:] not in re.findall(r"\b\d\d\b", document):
                yield "year", new
                break
    elif mention.cls == "daymonth":
        month, day = groups.get("m1") or groups["m2"], groups.get("d1") or groups["d2"]
        new = str(
            rng.choice(
                [d for d in range(2, 28) if str(d) != day and not re.search(rf"\b{d}\b", document)] or [0]
            )
        )
        if new != "0":
            yield "day", re.sub(rf"\b{day}(?:st|nd|rd|th)?\b", new, words)
        if name := absent(_MONTHS):
            yield "month", words.replace(month, name)


def _other_changes(
    rng: random.Random, mention: Mention, text: str, document: str, known: set[Decimal]
) -> Iterator[tuple[str, str]]:
    """Yield another score or another ordinal word."""
    words = text[mention.start : mention.end]
    if mention.cls == "score":
        left, right = (int(part) for part in re.findall(r"\d+", words))
        new = left + rng.choice((1, 2, 3))
        flat = document.replace("–", "-").replace(" ", "")
        if f"{new}-{right}" not in flat and f"{right}-{new}" not in flat:
            yield "score", re.sub(r"\d+", str(new), words, count=1)
    elif mention.cls == "ordinal":
        index = _ORDINALS.index(words.lower())
        free = [i for i in range(2, 12) if i != index and Decimal(i + 1) not in known]
        if free:
            word = _ORDINALS[rng.choice(free)]
            yield "ordinal", word.capitalize() if words[0].isupper() else word


def changed_numbers(entry: Written) -> Iterator[Probe]:
    """Yield `entry` with one number changed to what its article does not say, one probe a change."""
    text, known = entry.summary, stated(entry.document) | stated(entry.summary)
    for mention in mentions(text):
        rng = seeded(f"{entry.key}:{mention.start}")
        if mention.cls == "digits":
            changes = _numeral_changes(rng, mention, text, known)
        elif mention.cls in ("words", "agewords"):
            changes = _word_changes(rng, mention, text, known)
        elif mention.cls in ("score", "ordinal"):
            changes = _other_changes(rng, mention, text, entry.document, known)
        else:
            changes = _calendar_changes(rng, mention, text, entry.document)
        for change, new in changes:
            end = mention.end + (len(_tail(mention)) if change == "unit of measure" else 0)
            summary = replaced(text, mention.start, end, new)
            place = (mention.start, mention.end)
            yield Probe(
                change.split()[0], entry.pool, entry.article_key, entry.document, text, place, summary,
                mention.start, mention.start + len(new),
            )  # fmt: skip


def _followers(text: str, number: str) -> set[str]:
    """Return the words that stand next to `number` in `text`, up to two behind it and one before."""
    near: set[str] = set()
    for match in re.finditer(rf"(?<![\w.,]){re.escape(number.lower())}(?![\w]|[.,]\d)", text):
        near.update(re.findall(r"[a-z]{3,}", text[match.end() : match.end() + 40])[:4])
        near.update(re.findall(r"[a-z]{3,}", text[max(0, match.start() - 30) : match.start()])[-3:])
    return near - _SMALL


_SMALL = set(
    [
        "the",
        "and",
        "for",
        "was",
        "were",
        "has",
        "had",
        "are",
        "with",
        "that",
        "this",
        "from",
        "not",
        "but",
        "his",
        "her",
        "its",
        "their",
        "who",
        "have",
        "been",
    ]
)


def exchanged_numbers(entry: Written) -> Iterator[Probe]:
    """Yield `entry` with two of its numbers exchanged, or one exchanged for another of the article.

    Only numbers written in the article as in the summary, of one class. Where a word beside the number in
    the summary also stands beside the new one in the article, the change is marked as of shared words: the
    two count like things, and only the wider context tells them apart.
    """
    text, lowered = entry.summary, entry.document.lower()
    if entry.pool == "human-xsum":
        return
    own = [m for m in mentions(text) if m.cls in ("digits", "words", "year") and not m.groups.get("glue")]
    own = [m for m in own if _followers(lowered, text[m.start : m.end])]
    yield from _within(entry, own, lowered)
    others: dict[str, Mention] = {}
    for mention in mentions(entry.document):
        others.setdefault(entry.document[mention.start : mention.end], mention)
    for mention in own:
        words, beside = text[mention.start : mention.end], _beside(text, mention)
        fits = [w for w, other in others.items() if _alike(mention, other) and w.lower() not in text.lower()]
        fits = sorted(w for w in fits if w.lower() != words.lower())
        clear = [w for w in fits if not beside & _followers(lowered, w)]
        shared = [
            w for w in fits if w not in clear and not _next_words(text, words) & _next_words(lowered, w)
        ]
        for change, some in (("from article", clear), ("from article, shared words", shared)):
            if some and beside:
                new = seeded(f"{entry.key}:{mention.start}:x").choice(some)
                summary = replaced(text, mention.start, mention.end, new)
                yield Probe(
                    change, entry.pool, entry.article_key, entry.document, text,
                    (mention.start, mention.end), summary, mention.start, mention.start + len(new),
                )  # fmt: skip


def _next_words(text: str, number: str) -> set[str]:
    """Return the words right behind each place of `number` in `text`."""
    pattern = rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)[^a-z]*([a-z]+)"
    return {match.group(1).lower() for match in re.finditer(pattern, text, re.IGNORECASE)}


def _beside(text: str, mention: Mention) -> set[str]:
    """Return the words next to one mention in its summary."""
    after = re.findall(r"[a-z]{3,}", text[mention.end : mention.end + 40].lower())[:2]
    before = re.findall(r"[a-z]{3,}", text[max(0, mention.start - 30) : mention.start].lower())[-1:]
    return {*after, *before} - _SMALL


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions could stand in one another's place: same class, currency, percent and scale."""
    if one.cls != other.cls or (one.value is not None and one.value == other.value):
        return False
    if other.groups.get("glue"):
        return False
    shape = ("cur", "pct", "wpct", "scale", "wscale")
    return all(one.groups.get(name, "").strip() == other.groups.get(name, "").strip() for name in shape)


def _within(entry: Written, own: list[Mention], lowered: str) -> Iterator[Probe]:
    """Yield the summary with two alike mentions exchanged."""
    text = entry.summary
    for index, one in enumerate(own):
        for other in own[index + 1 :]:
            first, second = text[one.start : one.end], text[other.start : other.end]
            if not _alike(one, other) or first.lower() == second.lower():
                continue
            beside, beside_other = _beside(text, one), _beside(text, other)
            # "10 to 12 feet", "boys of 9 and 11": both orders may be true.
            if other.start - one.end < 20 or not (beside and beside_other):
                continue
            near, near_other = _followers(lowered, first), _followers(lowered, second)
            shared = beside & near_other or beside_other & near
            summary = replaced(replaced(text, other.start, other.end, first), one.start, one.end, second)
            shift = len(second) - len(first)
            place = (other.start + shift, other.start + shift + len(first))
            yield Probe(
                "within summary, shared words" if shared else "within summary", entry.pool, entry.article_key,
                entry.document, text, (one.start, one.end), summary, one.start, one.start + len(second),
                also=(place,),
            )  # fmt: skip
