"""Amounts: counts, money, percentages, measures, ages, ordinals, ranges, scores and fractions on a tape."""

from decimal import Decimal
from typing import NamedTuple

from bench.facts.dates import is_year, likely_year
from bench.facts.number_words import (
    DENOMINATORS,
    GROUPS,
    SCALES,
    SHORT_SCALES,
    STARTS,
    UNITS,
    VAGUE,
    read_cardinal,
    read_ordinal,
)
from bench.facts.quantity import Quantity, QuantityKind
from bench.facts.tape import Tape
from bench.facts.units import SINGULAR_TIME, is_money, units

GLYPHS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125"}
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_PERCENT = frozenset({"%", "percent", "pct", "pc"})
_MILLION_STOPS = frozenset(
    "sprint hurdles freestyle backstroke breaststroke butterfly relay race final long high tall wide deep away "
    "from below above below medley dash champion record x underwater".split()
)
_SCORE_CUES = frozenset(
    "win wins won victory victories defeat defeats loss lost losing draw drew drawn beat beats beaten beating lead leads led "
    "leading triumph thrashing vote voted votes decision aggregate away home advantage success record score scored "
    "ahead down up at on in against over with to by after before half".split()
)
_PLURALS = frozenset("people men women children per percent police staff years".split())


_AFTER_SHARE = frozenset(
    "of the in from to on at during over since by as this last and or but were was are is have has had than more less "
    "fewer lower higher".split()
)


class Amount(NamedTuple):
    """A number with its scale, as read so far: value, where it ends, and whether a scale word was given."""

    value: Decimal
    end: int
    scaled: bool = False
    vague_high: Decimal | None = None
    ordinal: bool = False


def read_digits(tape: Tape, at: int, money: bool) -> Amount | None:
    """Read digits with scale: "70,000", "2.5bn", "1.2 million", "98. 7" before a unit, "2½", "10 000"."""
    word = tape.words[at]
    if word.count(".") > 1:
        return None
    value, end = Decimal(word.replace(",", "")), at + 1
    if "." not in word and (joined := _split_decimal(tape, at)):
        value, end = joined
    while len(word) <= 3 and tape.word(end) == "000" and not tape.glued(end):
        value, end = value * 1000, end + 1
    if (glyph := GLYPHS.get(tape.word(end))) and "." not in word:
        value, end = value + Decimal(glyph), end + 1
    return _with_scale(tape, value, end, money)


def _split_decimal(tape: Tape, at: int) -> tuple[Decimal, int] | None:
    """Read a decimal that a space has broken, "98. 7 per cent" or "$2. 5 billion", where a unit follows."""
    if not (tape.word(at + 1) == "." and tape.glued(at + 1)) or tape.glued(at + 2):
        return None
    rest, behind = tape.word(at + 2), at + 3
    if not (rest.isdigit() and len(rest) <= 2):
        return None
    following = tape.word(behind)
    if following in _PERCENT or following in SCALES or following == "per" or following in units().words:
        return Decimal(f"{tape.words[at].replace(',', '')}.{rest}"), behind
    return None


def _with_scale(tape: Tape, value: Decimal, end: int, money: bool) -> Amount:
    """Multiply by the scale words or letters that follow."""
    scaled = False
    while True:
        at = end + 1 if tape.word(end) == "-" and tape.word(end + 1) in SCALES else end
        word = tape.word(at)
        if word in SCALES and not (word == "hundred" and scaled):
            value, end, scaled = value * SCALES[word], at + 1, True
            continue
        short = SHORT_SCALES.get(word)
        if short and not scaled and _is_scale_letter(tape, at, word, money):
            value, end, scaled = value * short, at + 1, True
            if (
                tape.word(end) == "."
                and word in ("m", "bn")
                and tape.glued(end)
                and not tape.capital(end + 1)
            ):
                end += 0
        return Amount(value, end, scaled)


def _is_scale_letter(tape: Tape, at: int, word: str, money: bool) -> bool:
    """Whether "m", "k", "bn" and the like at `at` multiply, rather than name a unit."""
    glued = tape.glued(at)
    if word in ("bn", "tn", "mn", "mln", "bln", "trn"):
        return True
    if word == "mil":
        return money
    if not glued:
        return money and word in ("m", "b")
    if tape.glued(at + 1) and tape.word(at + 1).isalnum():
        return False
    if word == "m":
        return money or tape.word(at + 1) not in _MILLION_STOPS
    if word in ("b", "t"):
        return money
    return True


def currency_before(tape: Tape, at: int) -> tuple[str, int] | None:
    """Read the currency that ends just before `at`: its code and the index of its first piece."""
    table, index = units(), at - 1
    word = tape.word(index)
    if word == "." and tape.word(index - 1) == "rs":
        return "INR", index - 1
    if word == "#" and tape.word(index - 1) != "&":
        # A pound sign that was lost in transcoding: "# 500,000".
        spaced = not tape.glued(at) and len(tape.word(at)) > 1
        return ("GBP", index) if spaced or len(tape.word(at)) >= 3 or tape.word(at + 1) in ("m", "bn") else None
    code = table.currency.get(word)
    if code is None or (word.isalpha() and not _code_word(tape, index)):
        return None
    while tape.word(index - 1) == word:
        index -= 1
    if code == "dollar":
        before = index - 1
        if tape.word(before) == "." and tape.word(before - 2) == ".":
            return "USD", before - 3
        if (tape.glued(index) or tape.word(before) == "us") and tape.word(before) in table.dollars:
            return table.dollars[tape.word(before)], before
    return code, index


def _code_word(tape: Tape, index: int) -> bool:
    """Whether a word before a number is a currency code (USD 5m, Rs 500), not a word like "won" or "euro"."""
    word = tape.words[index]
    return word in ("usd", "eur", "gbp", "jpy", "inr", "rs", "chf", "aud", "cad", "rmb", "cny", "kes", "kshs", "ksh",
                    "pln", "sek", "nok", "dkk", "zar", "krw", "rub", "brl")  # fmt: skip


class Unit(NamedTuple):
    """What follows a number: its kind and unit, a factor on the value, and the index behind."""

    kind: QuantityKind
    unit: str
    end: int
    factor: Decimal = Decimal(1)


def read_unit(tape: Tape, end: int, value: Decimal, scaled: bool) -> Unit | None:
    """Read the unit at `end`: percent, points, currency words, measures, times, ages, temperatures."""
    at = end + 1 if tape.word(end) in _DASHES and tape.glued(end) else end
    word = tape.word(at)
    if not word or word in (",", ".", ")", "the", "and", "of"):
        return None
    if word in _PERCENT or (word == "per" and tape.word(at + 1) == "cent"):
        behind = at + (2 if word == "per" else 1)
        if tape.word(behind) in ("point", "points") or (
            tape.word(behind) == "-" and tape.word(behind + 1) in ("point", "points")
        ):
            return Unit("percent", "pp", behind + (2 if tape.word(behind) == "-" else 1))
        return Unit("percent", "%", behind)
    if word == "percentage" and tape.word(at + 1) in ("point", "points"):
        return Unit("percent", "pp", at + 2)
    if word == "basis" and tape.word(at + 1) in ("point", "points"):
        return Unit("percent", "pp", at + 2, Decimal("0.01"))
    return _money_unit(tape, at, value) or _measure_unit(tape, at, end, value, scaled)


def _money_unit(tape: Tape, at: int, value: Decimal) -> Unit | None:
    """Read a currency behind a number: "pounds", "US dollars", "cents", "25p"."""
    table, word = units(), tape.word(at)
    if word in ("pound", "pounds"):
        return Unit("money", "pound", at + 1)
    code = table.currency.get(word)
    if code and not (word in ("won", "rand", "quid", "a", "c", "s") and value < 1000):
        return Unit("money", code, at + 1)
    if word in table.dollars:
        step = at + 1
        if word == "u" and tape.words[at + 1 : at + 4] == [".", "s", "."]:
            step = at + 4
        if tape.word(step) in ("dollar", "dollars", "$"):
            return Unit("money", table.dollars[word], step + 1)
    if tape.word(at + 1) in ("dollar", "dollars", "pesos", "rupees", "pounds", "francs", "kroner"):
        code = {"dollar": "dollar", "dollars": "dollar", "pesos": "peso", "rupees": "INR", "pounds": "GBP"}
        if word.isalpha() and tape.capital(at):
            return Unit("money", code.get(tape.word(at + 1), "franc"), at + 2)
    if word in table.hundredth and (tape.glued(at) or len(word) > 1):
        if word in ("c", "p") and tape.glued(at + 1) and tape.word(at + 1) not in (",", ".", "-", ")", "'"):
            return None
        if word == "c" and tape.capital(at):
            return None
        return Unit("money", table.hundredth[word], at + 1, Decimal("0.01"))
    return None


def _measure_unit(tape: Tape, at: int, end: int, value: Decimal, scaled: bool) -> Unit | None:
    """Read a measure, a duration, an age or a temperature."""
    table, word, glued = units(), tape.word(at), tape.glued(at)
    if word in ("\u00b0", "degree", "degrees"):
        scale = tape.word(at + 1)
        name = {"c": "C", "celsius": "C", "centigrade": "C", "f": "F", "fahrenheit": "F"}.get(scale)
        return Unit("measure", name or "degree", at + (2 if name else 1))
    if word in ("c", "f", "celsius", "fahrenheit") and (len(word) > 1 or (glued and tape.capital(at))):
        return Unit("measure", word[0].upper(), at + 1)
    pair = table.pairs.get((word, tape.word(at + 1)))
    if pair:
        return Unit("measure", pair, at + 2)
    unit = "inch" if word == "in" and glued else table.words.get(word)
    if unit is None or (len(word) <= 2 and not glued and word not in _SPACED):
        return None
    if unit == "second" and word == "second" and not (tape.word(at - 1) in _DASHES or value == 1):
        return None
    behind = at + 1
    if unit in table.rates:
        if tape.word(behind) == "/" and tape.word(behind + 1) in ("h", "hr"):
            return Unit("measure", table.rates[unit], behind + 2)
        if tape.word(behind) in ("per", "an", "-") and tape.word(behind + 1) in ("hour", "an"):
            more = 3 if tape.word(behind) == "-" and tape.word(behind + 3) == "hour" else 0
            return Unit("measure", table.rates[unit], behind + 2 + more - (1 if more else 0))
    if unit not in SINGULAR_TIME:
        return Unit("measure", unit, behind)
    return _age(tape, unit, behind) or Unit("duration", unit, behind)


_SPACED = frozenset(
    {
        "m",
        "mi",
        "km",
        "cm",
        "mm",
        "kg",
        "ft",
        "lb",
        "oz",
        "ml",
        "ha",
        "mw",
        "gw",
        "kw",
        "gb",
        "mb",
        "tb",
        "hr",
    }
)


def _age(tape: Tape, unit: str, behind: int) -> Unit | None:
    """Read "-old", "old", "of age" behind a unit of time."""
    word = tape.word(behind)
    if word == "-" and tape.word(behind + 1) in ("old", "olds"):
        return Unit("age", unit, behind + 2)
    if word in ("old", "olds"):
        return Unit("age", unit, behind + 1)
    if word == "of" and tape.word(behind + 1) == "age":
        return Unit("age", unit, behind + 2)
    return None


def appositive_age(tape: Tape, first: int, last: int, value: Decimal) -> bool:
    """Whether a bare number is an age: "aged 23", "age 23", "Jane Smith, 23,"."""
    if value != value.to_integral_value() or not 0 < value < 120:
        return False
    before = tape.word(first - 1)
    if before in ("aged", "age") or (before == "of" and tape.word(first - 2) == "age"):
        return True
    if (
        before == ","
        and tape.word(last) in (",", ".", "and", "who", "was", ";")
        and tape.words[first].isdigit()
    ):
        name = tape.word(first - 2)
        if name == "." and tape.word(first - 3) in ("jr", "sr"):
            return True
        cased = tape.document.style == "cased"
        return name.isalpha() and len(name) > 1 and (tape.capital(first - 2) or not cased)
    return False


def read_fraction(tape: Tape, at: int) -> Quantity | None:
    """Read "two-thirds", "a quarter of", "1/2", "half of", "one in five", "9 out of 10"."""
    word, end, numerator = tape.words[at], at + 1, Decimal(1)
    if word.isdigit() and tape.word(end) == "/" and tape.glued(end) and tape.word(end + 1).isdigit():
        top, bottom = int(word), int(tape.word(end + 1))
        if (
            (0 < top < bottom <= 100
            and tape.glued(end + 1)
            and tape.word(end + 2) != "/"
            and bottom != top + 1)
            or ((top, bottom) in ((1, 2), (2, 3), (3, 4), (4, 5)))
        ):
            return _fraction(tape, at, end + 2, top, bottom)
        return None
    if word in ("half", "halves"):
        if tape.word(end) in (
            "of",
            "the",
            "a",
            "an",
            "as",
            "its",
            "their",
            "his",
            "her",
            "all",
            "my",
            "that",
        ):
            if (
                tape.word(end + 1) in SCALES
                or tape.word(end + 1) in SINGULAR_TIME
                or tape.word(end + 1) == "dozen"
            ):
                return None
            if tape.word(at - 1) not in (
                "first",
                "second",
                "other",
                "better",
                "time",
                "final",
                "latter",
                "each",
                "every",
            ):
                return _fraction(tape, at, end, 1, 2, weak=True)
        return None
    if word in ("a", "an", "one"):
        pass
    elif word.isdigit() and len(word) <= 3:
        numerator = Decimal(word)
    elif word in STARTS and (read := read_cardinal(tape.words, at)):
        numerator, end = read
    else:
        return None
    if word != "an" and word != "a" and (ratio := _ratio(tape, at, end, numerator)):
        return ratio
    part = end + 1 if tape.word(end) == "-" else end
    bottom = DENOMINATORS.get(tape.word(part), 0)
    if not bottom or numerator >= bottom or (tape.word(part) == "half" and word != "one"):
        return None
    plural = tape.word(part).endswith("s")
    if plural != (numerator > 1) or (not plural and not _ends_share(tape.word(part + 1))):
        return None
    if tape.words[part + 1 : part + 3] == ["of", "a"] and tape.word(part + 3) in SCALES:
        return None
    return _fraction(tape, at, part + 1, int(numerator), bottom)


def _ends_share(word: str) -> bool:
    """Whether what follows "a third" shows that it is a share, not "a third man"."""
    return not word.isalpha() or word in _AFTER_SHARE


def _ratio(tape: Tape, at: int, end: int, top: Decimal) -> Quantity | None:
    """Read "one in five", "9 out of 10", "four of the five"."""
    if tape.words[end : end + 2] == ["out", "of"]:
        start = end + 2
    elif tape.word(end) == "in" or tape.words[end : end + 2] == ["of", "every"]:
        start = end + 1
    else:
        return None
    if tape.word(start) in ("every", "the"):
        start += 1
    word = tape.word(start)
    if word.isdigit() and len(word) <= 5:
        bottom, last = Decimal(word), start + 1
    elif word in STARTS and (read := read_cardinal(tape.words, start)):
        bottom, last = read
    else:
        return None
    behind = tape.word(last + 1 if tape.word(last) == "-" else last)
    if (
        top >= bottom
        or behind in units().words
        or likely_year(word)
        or tape.word(last) == "-"
        or behind in _PERCENT
    ):
        return None
    return _fraction(tape, at, last, int(top), int(bottom), unit="of")


def _fraction(tape: Tape, first: int, last: int, top: int, bottom: int, weak: bool = False, unit: str = "") -> Quantity:
    return Quantity(
        "fraction", (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.0001")), tape.starts[first],
        tape.ends[last - 1], first, last, parts=(top, bottom), weak=weak, unit=unit,
    )  # fmt: skip


def read_words(tape: Tape, at: int) -> Amount | None:
    """Read an amount in words: cardinals, "half a million", "two dozen", "hundreds of thousands", ordinals."""
    words, word = tape.words, tape.words[at]
    if word in VAGUE:
        return _vague(tape, at)
    if word == "several" and tape.word(at + 1) in SCALES:
        scale = Decimal(SCALES[tape.word(at + 1)])
        return Amount(2 * scale, at + 2, True, 9 * scale)
    if word == "half":
        if tape.word(at + 1) in ("a", "-") and tape.word(at + 2) in SCALES:
            return Amount(Decimal(SCALES[tape.word(at + 2)]) / 2, at + 3, True)
        if tape.word(at + 1) in ("a", "an", "-") and tape.word(at + 2) in SINGULAR_TIME | {"dozen", "mile"}:
            return (
                Amount(Decimal("6"), at + 3)
                if tape.word(at + 2) == "dozen"
                else Amount(Decimal("0.5"), at + 2)
            )
        return None
    if word in ("a", "an") and tape.word(at + 1) in ("few", "further") and tape.word(at + 2) in SCALES:
        scale = Decimal(SCALES[tape.word(at + 2)])
        return Amount(2 * scale, at + 3, True, 9 * scale)
    if word in ("a", "an") and tape.word(at + 1) in GROUPS and _groups(tape, at + 1):
        return Amount(Decimal(GROUPS[tape.word(at + 1)]), at + 2)
    if share := _share_of_scale(tape, at):
        return share
    ordinal = read_ordinal(words, at)
    cardinal = read_cardinal(words, at) if word in STARTS or word in ("a", "an") else None
    if ordinal and (cardinal is None or ordinal.end > cardinal.end):
        return Amount(ordinal.value, ordinal.end, ordinal=True)
    if cardinal is None:
        return None
    value, end = cardinal
    if tape.word(end) in GROUPS and tape.word(end) not in ("score", "pair", "couple"):
        return Amount(value * GROUPS[tape.word(end)], end + 1)
    if words[end : end + 3] == ["and", "a", "half"]:
        end += 3
        value += Decimal("0.5")
        if tape.word(end) in SCALES:
            return Amount(value * SCALES[tape.word(end)], end + 1, True)
        return Amount(value, end)
    if tape.word(end) == "point" and UNITS.get(tape.word(end + 1), 10) < 10:
        return _with_scale(tape, value + Decimal(UNITS[tape.words[end + 1]]) / 10, end + 2, False)
    return Amount(value, end, value >= 1000)


def _share_of_scale(tape: Tape, at: int) -> Amount | None:
    """Read "a quarter of a million", "three-quarters of a billion"."""
    top = UNITS.get(tape.words[at], 1 if tape.words[at] in ("a", "an") else 0)
    part = at + 2 if tape.word(at + 1) == "-" else at + 1
    bottom = DENOMINATORS.get(tape.word(part))
    if not (top and bottom and tape.words[part + 1 : part + 3] == ["of", "a"]):
        return None
    scale = SCALES.get(tape.word(part + 3))
    return Amount(Decimal(scale * top) / bottom, part + 4, True) if scale and top < bottom else None


def _groups(tape: Tape, at: int) -> bool:
    """Whether "dozen", "couple", "pair" at `at` counts things, rather than names two people or a score line."""
    word = tape.words[at]
    if word == "dozen":
        return True
    return word in ("couple", "pair", "trio", "quartet") and tape.word(at + 1) == "of"


def _vague(tape: Tape, at: int) -> Amount | None:
    """Read "dozens", "hundreds of thousands", "tens of millions": from so much to so much."""
    low, high = VAGUE[tape.words[at]]
    end = at + 1
    if tape.word(end) == "of" and tape.word(end + 1) in ("thousands", "millions", "billions"):
        scale = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}[tape.word(end + 1)]
        low, high, end = (low // 2 if low > 99 else 10) * scale, min(high, 999) * scale, end + 2
    elif tape.words[at] in ("tens", "scores", "millions", "billions") and tape.word(end) != "of":
        return None
    return Amount(Decimal(low), end, True, Decimal(high))


def read_score(tape: Tape, at: int) -> Quantity | None:
    """Read "3-1", "6-4", "52-48", "4-4-2" at its first digits, or None where the dash makes a range."""
    parts, end = [tape.words[at]], at + 1
    if tape.word(end) == "to" and tape.word(end + 1).isdigit() and tape.word(at - 1) not in ("from", "between"):
        two = (int(parts[0]), int(tape.word(end + 1))) if parts[0].isdigit() else (0, 0)
        played = tape.word(at - 1) in _SCORE_CUES or tape.word(end + 2) in _SCORE_CUES
        if played and two[0] > two[1] and two[0] < 300 and tape.word(end + 2) not in units().words:
            return Quantity("score", Decimal(two[0]), tape.starts[at], tape.ends[end + 1], at, end + 2, parts=two)
    while tape.word(end) in _DASHES and tape.word(end + 1).isdigit() and len(parts) < 4:
        if tape.glued(end) != tape.glued(end + 1):
            break
        parts.append(tape.word(end + 1))
        end += 2
    if len(parts) < 2 or not all(part.isdigit() and len(part) <= 3 for part in parts):
        return None
    if tape.glued(end) and tape.word(end).isalpha():
        return None
    numbers = [int(part) for part in parts]
    if len(parts) == 2 and numbers[0] < numbers[1] and not _scores(tape, at, end):
        return None
    return Quantity(
        "score", Decimal(numbers[0]), tape.starts[at], tape.ends[end - 1], at, end, parts=tuple(numbers)
    )


def _scores(tape: Tape, at: int, end: int) -> bool:
    """Whether two numbers with a dash between, the smaller first, are a score: by the words beside them."""
    after = tape.word(end)
    if after in _DASHES:
        after = tape.word(end + 1)
    table = units()
    if after in table.words or after in SCALES or after in _PERCENT or after in ("per", "percentage"):
        return False
    if after in _SCORE_CUES or tape.word(at - 1) in _SCORE_CUES or not after.isalpha():
        return True
    return not (after in _PLURALS or (after.endswith("s") and not after.endswith("ss")))


def read_years(tape: Tape, at: int) -> Quantity | None:
    """Read a year or a span of years at its digits: "2014", "2007-2011", "2007 -- 11", "2014/15"."""
    word = tape.words[at]
    end, dashes = at + 1, 0
    while tape.word(end + dashes) in _DASHES or (tape.word(end + dashes) == "/" and tape.glued(end)):
        dashes += 1
    other = tape.word(end + dashes)
    if dashes and other.isdigit() and len(other) in (2, 4) and tape.word(end + dashes + 1) not in _PERCENT:
        second = int(other) if len(other) == 4 else int(word[:2] + other)
        if int(word) < second <= 2100 and (len(other) == 4 or second - int(word) < 60):
            last = end + dashes + 1
            return Quantity(
                "year", Decimal(word), tape.starts[at], tape.ends[last - 1], at, last, high=Decimal(second)
            )
    if not is_year(word) or (tape.glued(end) and tape.word(end).isalpha() and tape.word(end) != "s"):
        return None
    if tape.word(end) in _PERCENT or tape.word(end) in SCALES or tape.word(end) == "per":
        return None
    if not likely_year(word) and tape.word(at - 1) not in ("in", "since", "of", "from", "until", "by"):
        return None
    return Quantity("year", Decimal(word), tape.starts[at], tape.ends[at], at, end)


__all__ = [
    "Amount", "Unit", "appositive_age", "currency_before", "is_money", "read_digits", "read_fraction", "read_score",
    "read_unit", "read_words", "read_years",
]  # fmt: skip
