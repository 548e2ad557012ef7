"""Dates: months, days, years and weekdays, read from a tape."""

from collections.abc import Sequence
from decimal import Decimal

from bench.facts.quantities.quantity import Quantity, QuantityKind
from bench.facts.tape import Tape

DATELINE = 12
"""Pieces of a text within which a report names its day."""
MONTHS = {
    name: index + 1
    for index, name in enumerate(
        "january february march april may june july august september october november december".split()
    )
}
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    name: index
    for index, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
WEEKDAYS |= {f"{name}s": index for name, index in tuple(WEEKDAYS.items())}
_SHORT = "mon, tue tues, wed weds, thu thur thurs, fri, sat, sun".split(", ")
SHORT_WEEKDAYS = {word: index for index, words in enumerate(_SHORT) for word in words.split()}
_MONTH_CUES = frozenset(
    "in last next since until till early late mid this by of during from before after through between and to "
    "for on every previous following end beginning start middle or".split()
)
_VERB_MONTH_CUES = frozenset(
    "in last next since until till early late mid of by during from before after previous for and".split()
)
_VERB_MONTHS = frozenset({"may", "march"})


def is_year(word: str) -> bool:
    """Whether `word` is four digits that can be a year (1000 to 2099)."""
    return len(word) == 4 and word.isdecimal() and ("1000" <= word <= "2099")


def likely_year(word: str) -> bool:
    """Whether `word` is four digits that news mostly means as a year (1700 to 2059)."""
    return len(word) == 4 and word.isdecimal() and "1700" <= word <= "2059"


def _day(tape: Tape, at: int) -> tuple[int, int] | None:
    """Read a day of the month, "5" or "5th": the day and the index behind it."""
    word = tape.word(at)
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    end = at + 1
    if tape.glued(end) and tape.word(end) in ("st", "nd", "rd", "th"):
        end += 1
    elif tape.glued(end) and tape.word(end) not in (
        ",",
        ".",
        "-",
        "\u2013",
        ")",
        "'",
        '"',
        ";",
        ":",
        "?",
        "!",
    ):
        return None
    if tape.glued(end) and tape.word(end) in (":", "%", "/"):
        return None
    return int(word), end


def _year(tape: Tape, at: int) -> tuple[int, int] | None:
    """Read a year at `at`, behind an optional comma or "of"."""
    if tape.word(at) in (",", "of"):
        at += 1
    if is_year(tape.word(at)) and not (tape.glued(at + 1) and tape.word(at + 1) in ("s", ":")):
        return int(tape.word(at)), at + 1
    return None


def _date(first: int, last: int, tape: Tape, year: int, month: int, day: int, high: int = 0) -> Quantity:
    """Return the date; its value orders dates of one year, a month's is its number."""
    kind: QuantityKind = "date" if day or year else "month"
    value = Decimal(year * 10000 + month * 100 + day) if kind == "date" else Decimal(month)
    parts = (year, month, day, high) if high else (year, month, day)
    return Quantity(kind, value, tape.starts[first], tape.ends[last - 1], first, last, parts=parts)


def read_month(tape: Tape, at: int) -> Quantity | None:
    """Read the date around a month name at `at`: "5 March 2019", "March 5", "March 2019", "in March"."""
    word = tape.words[at]
    month = MONTHS.get(word) or SHORT_MONTHS.get(word, 0)
    first, end, day, high = at, at + 1, 0, 0
    if word in SHORT_MONTHS and tape.word(end) == "." and tape.glued(end):
        end += 1
    before = _day_before(tape, at)
    if before:
        first, day, high = before
    elif after := _day(tape, end):
        day, end = after
        high, end = _last_day(tape, day, end)
    year = 0
    if found := _year(tape, end):
        year, end = found
    if not day and not year and not _stands_alone(tape, at, word):
        return None
    return _date(first, end, tape, year, month, day, high)


def _last_day(tape: Tape, day: int, end: int) -> tuple[int, int]:
    """Read the second day of "March 5-7": the day (0 where there is none) and the index behind."""
    joint = tape.word(end)
    second = _day(tape, end + 1) if joint in ("-", "\u2013", "to", "and") else None
    if second is None or second[0] <= day or (joint == "and" and tape.word(second[1]).isalpha()):
        return 0, end
    return second


def _day_before(tape: Tape, at: int) -> tuple[int, int, int] | None:
    """Read "5", "5th of", "5-7", "5 and 7" before a month: index of the first piece, day, last day or 0."""
    back = at - 1
    if tape.word(back) == "of":
        back -= 1
    if tape.word(back) in ("st", "nd", "rd", "th"):
        back -= 1
    if back < 0 or tape.words[at - 1] == "," or (read := _day(tape, back)) is None:
        return None
    if tape.glued(back) and tape.word(back - 1) not in ("-", "\u2013", "(", '"', "'"):
        return None
    if (
        tape.word(back - 1) in ("-", "\u2013", "to", "and")
        and (low := _day(tape, back - 2))
        and low[0] < read[0]
    ):
        return back - 2, low[0], read[0]
    return back, read[0], 0


def _stands_alone(tape: Tape, at: int, word: str) -> bool:
    """Whether a month name without day and year is one: by a cue before it where the word has other uses."""
    before = tape.word(at - 1)
    if word in SHORT_MONTHS:
        return tape.capital(at) and (before in _MONTH_CUES or tape.word(at + 1) == ".") and word != "mar"
    if word in _VERB_MONTHS:
        cased = tape.document.style == "cased"
        return before in _VERB_MONTH_CUES and (tape.capital(at) or not cased)
    if word == "august" and tape.document.style == "cased":
        return tape.capital(at)
    # Girls' names: "April Jones", "said June".
    if word in ("april", "june") and tape.document.style == "cased":
        return tape.capital(at) and (before in _MONTH_CUES or not tape.capital(at + 1)) and before != "said"
    return True


def read_weekday(tape: Tape, at: int) -> Quantity:
    """Read a weekday name at `at`."""
    value = Decimal(WEEKDAYS[tape.words[at]])
    return Quantity("weekday", value, tape.starts[at], tape.ends[at], at, at + 1)


_DAY_CUES = frozenset("on by until till from since this next last every each before after due for".split())
_BEHIND_DAY = frozenset("morning afternoon evening night noon midday eve am pm - \u2013 / to".split())


def read_short_weekday(tape: Tape, at: int) -> Quantity | None:
    """Read "Fri", "thurs" at `at`, where a cue before it or a time or date behind tells that it is a day."""
    word, before = tape.words[at], tape.word(at - 1)
    if tape.document.style == "cased" and not tape.capital(at) and tape.document.text[:1].isupper():
        return None
    end = at + 1
    while tape.word(end) in (".", ","):
        end += 1
    behind = tape.word(end)
    timed = behind[:1].isdecimal() or behind in _BEHIND_DAY or behind in MONTHS or behind in SHORT_MONTHS
    # "Sat", "sun", "wed" and "mon" are words and names of their own.
    if not timed and (word in _OTHERWISE or before not in _DAY_CUES):
        return None
    value = Decimal(SHORT_WEEKDAYS[word])
    return Quantity("weekday", value, tape.starts[at], tape.ends[at], at, at + 1)


_OTHERWISE = frozenset({"sat", "sun", "wed", "mon"})


def _day_of_month(tape: Tape, at: int, pieces: Sequence[str]) -> Quantity | None:
    """Read "14/03" and "03/14": a nought before the month, and which of the two is the day is plain."""
    if pieces[1:2] != ["/"] or pieces[3:4] == ["/"] or not tape.glued(at + 1) or not tape.glued(at + 2):
        return None
    months = [part for part in pieces[:3:2] if len(part) == 2 and part[0] == "0" and "1" <= part[1] <= "9"]
    days = [part for part in pieces[:3:2] if part.isdecimal() and 12 < int(part) <= 31]
    return _date(at, at + 3, tape, 0, int(months[0]), int(days[0])) if months and days else None


def read_numeric_date(tape: Tape, at: int) -> Quantity | None:
    """Read "2015-12-05", "05/12/2015", "5.12.2015"; day and month of the last two may be either way round."""
    if tape.word(at + 1) not in ("-", "/") and "." not in tape.words[at]:
        return None
    pieces = tape.words[at : at + 5]
    if short := _day_of_month(tape, at, pieces):
        return short
    if len(pieces) == 5 and pieces[1] == pieces[3] and pieces[1] in ("-", "/") and tape.glued(at + 1):
        numbers = [pieces[0], pieces[2], pieces[4]]
        end = at + 5
    elif pieces[0].count(".") == 2:
        numbers, end = pieces[0].split("."), at + 1
    else:
        return None
    if not all(number.isdecimal() for number in numbers):
        return None
    one, two, three = (int(number) for number in numbers)
    if len(numbers[0]) == 4 and 1 <= two <= 12 and 1 <= three <= 31:
        return _date(at, end, tape, one, two, three)
    if len(numbers[2]) in (2, 4) and 1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12:
        year = three if three > 99 else 2000 + three if three < 60 else 1900 + three
        day, month = (one, two) if two <= 12 else (two, one)
        return _date(at, end, tape, year, month, day)
    return None
