"""Dates: months, days, years, weekdays, decades, seasons and clock times, read from a tape."""

from decimal import Decimal

from bench.facts.quantity import Quantity
from bench.facts.tape import Tape

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
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_SEASON_CUES = frozenset(
    "last this next in early late mid since during every each previous following until by".split()
)
_MONTH_CUES = frozenset(
    "in last next since until till early late mid this by of during from before after through between and to "
    "for on every previous following end beginning start middle or".split()
)
_VERB_MONTH_CUES = frozenset("in last next since until till early late mid of by during from before after previous".split())
_VERB_MONTHS = frozenset({"may", "march"})
_ZONES = frozenset({"gmt", "bst", "utc", "cet", "cest", "est", "edt", "pst", "pdt", "ist", "aest", "local"})
_HOURS = {
    word: index + 1
    for index, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split())
} | {str(hour): hour for hour in range(1, 13)}
_NOON = {"noon": 720, "midday": 720, "midnight": 0}


def is_year(word: str) -> bool:
    """Whether `word` is four digits that can be a year (1000 to 2099)."""
    return len(word) == 4 and word.isdigit() and ("1000" <= word <= "2099")


def likely_year(word: str) -> bool:
    """Whether `word` is four digits that news mostly means as a year (1700 to 2059)."""
    return len(word) == 4 and word.isdigit() and "1700" <= word <= "2059"


def _day(tape: Tape, at: int) -> tuple[int, int] | None:
    """Read a day of the month, "5" or "5th": the day and the index behind it."""
    word = tape.word(at)
    if not (word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31):
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
    value = Decimal(year * 10000 + month * 100 + day)
    kind = "date" if day or year else "month"
    return Quantity(
        kind, value if kind == "date" else Decimal(month), tape.starts[first], tape.ends[last - 1], first, last,
        parts=(year, month, day, high) if high else (year, month, day),
    )  # fmt: skip


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
        if (
            tape.word(end) in ("-", "\u2013", "to", "and")
            and (second := _day(tape, end + 1))
            and second[0] > day
        ):
            if tape.word(end) != "and" or not tape.word(second[1]).isalpha():
                high, end = second
    year = 0
    if found := _year(tape, end):
        year, end = found
    if not day and not year and not _stands_alone(tape, at, word):
        return None
    return _date(first, end, tape, year, month, day, high)


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


def read_season(tape: Tape, at: int) -> Quantity | None:
    """Read a season at `at` where a cue makes it a time of year: "last summer", "in the spring of 2014"."""
    word, before = tape.words[at], tape.word(at - 1)
    if before in ("the", "-", "of"):
        before = tape.word(at - 2)
    if before not in _SEASON_CUES or (
        word == "fall" and tape.word(at + 1) == "of" and not is_year(tape.word(at + 2))
    ):
        return None
    if word in ("spring", "fall") and before in ("each", "by", "in") and tape.word(at - 1) != "the":
        return None
    return Quantity("season", Decimal(SEASONS[word]), tape.starts[at], tape.ends[at], at, at + 1)


def read_decade(tape: Tape, at: int) -> Quantity | None:
    """Read "1980s", "80s", "'80s" and the decade of an age ("in his 30s") at the digits of `at`."""
    word = tape.words[at]
    end = at + 1
    possessive = tape.word(end) == "'s" and (tape.glued(end) or len(word) == 4 or tape.word(at - 1) == "the")
    plural = tape.word(end) == "s" and tape.glued(end)
    if not (word.isdigit() and word.endswith("0") and len(word) in (2, 4) and (plural or possessive)):
        return None
    value, first = int(word), at
    if len(word) == 2 and value == 0:
        return None
    before = tape.word(at - 1)
    if before == "'" and tape.glued(at):
        first, before = at - 1, tape.word(at - 2)
    for adverb in ("early", "late", "mid", "-"):
        if before == adverb:
            before = tape.word(first - 2) if adverb != "-" else tape.word(first - 3)
    kind, unit = (
        ("age", "year") if len(word) == 2 and before in ("his", "her", "their", "my") else ("decade", "")
    )
    return Quantity(
        kind, Decimal(value), tape.starts[first], tape.ends[end], first, end + 1, unit=unit,
        high=Decimal(value + (99 if len(word) == 4 and word.endswith("00") else 9)),
    )  # fmt: skip


def read_decade_word(tape: Tape, at: int) -> Quantity | None:
    """Read "the eighties", "in his thirties"."""
    before = tape.word(at - 1)
    value = Decimal(DECADE_WORDS[tape.words[at]])
    if before in ("his", "her", "their", "my"):
        return Quantity("age", value, tape.starts[at], tape.ends[at], at, at + 1, unit="year", high=value + 9)
    if before == "the":
        return Quantity("decade", value, tape.starts[at], tape.ends[at], at, at + 1, high=value + 9)
    return None


def _half_of_day(tape: Tape, at: int) -> tuple[str, int] | None:
    """Read "am", "pm", "a.m.", "p.m." at `at`: the half and the index behind it."""
    word = tape.word(at)
    if word in ("am", "pm"):
        return word, at + 1
    if word in ("a", "p") and tape.words[at + 1 : at + 3] == [".", "m"]:
        end = at + 3
        return word + "m", end + 1 if tape.word(end) == "." and tape.glued(end) else end
    return None


def _time(tape: Tape, first: int, last: int, hour: int, minute: int, half: str = "") -> Quantity:
    """Return a time in minutes of the day; unit "12" where morning or evening is not said."""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    unit = "12" if not half and 1 <= hour <= 12 and not tape.words[first].startswith("0") else ""
    value = Decimal(hour * 60 + minute)
    return Quantity("time", value, tape.starts[first], tape.ends[last - 1], first, last, unit)


def read_time(tape: Tape, at: int) -> Quantity | None:
    """Read a clock time at the digits of `at`: "10am", "10.30 p.m.", "22:30", "1900 GMT", "8 o'clock"."""
    word, after = tape.words[at], tape.word(at + 1)
    if after == ":" and tape.glued(at + 1) and tape.glued(at + 2):
        minute = tape.word(at + 2)
        if not (
            word.isdigit() and int(word) < 24 and minute.isdigit() and len(minute) == 2 and int(minute) < 60
        ):
            return None
        if tape.word(at + 3) == ":" and tape.glued(at + 3):
            return None
        half = _half_of_day(tape, at + 3)
        name, end = half or ("", at + 3)
        return _time(tape, at, end, int(word), int(minute), name)
    half = _half_of_day(tape, at + 1)
    if half and word.isdigit() and 1 <= int(word) <= 12:
        return _time(tape, at, half[1], int(word), 0, half[0])
    if half and "." in word:
        hour, _, minute = word.partition(".")
        if len(minute) == 2 and 1 <= int(hour) <= 12 and int(minute) < 60:
            return _time(tape, at, half[1], int(hour), int(minute), half[0])
    if after in _ZONES and word.isdigit() and len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60:
        return _time(tape, at, at + 2, int(word[:2]), int(word[2:]))
    if after in ("gmt", "bst") and "." in word:
        hour, _, minute = word.partition(".")
        if len(minute) == 2 and int(hour) < 24 and int(minute) < 60:
            return _time(tape, at, at + 2, int(hour), int(minute))
    if after == "o" and tape.words[at + 2 : at + 4] == ["'", "clock"] and word.isdigit() and int(word) <= 12:
        return _time(tape, at, at + 4, int(word), 0)
    return None


_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}


def read_clock_words(tape: Tape, at: int) -> Quantity | None:
    """Read "half past six", "a quarter to five", "ten past eight", "six o'clock"."""
    word, first = tape.words[at], at
    if word in ("a", "an") and tape.word(at + 1) == "quarter":
        at, word = at + 1, "quarter"
    if word in _HOURS and tape.words[at + 1 : at + 4] == ["o", "'", "clock"]:
        return _time(tape, first, at + 4, _HOURS[word], 0)
    minutes, joint, hour = _MINUTES.get(word, 0), tape.word(at + 1), _HOURS.get(tape.word(at + 2))
    if not minutes or hour is None or joint not in ("past", "to", "after"):
        return None
    if joint == "to" and word not in ("quarter", "twenty", "ten", "five"):
        return None
    if joint == "to" and word != "quarter" and tape.word(first - 1) not in ("at", "by", "until", "about", "before"):
        return None
    total = hour * 60 + minutes if joint != "to" else hour * 60 - minutes
    half = _half_of_day(tape, at + 3)
    return _time(tape, first, half[1] if half else at + 3, total // 60, total % 60, half[0] if half else "")


def read_noon(tape: Tape, at: int) -> Quantity:
    """Read "noon", "midday", "midnight"."""
    return Quantity(
        "time",
        Decimal(_NOON[tape.words[at]]),
        tape.starts[at],
        tape.ends[at],
        at,
        at + 1,
        unit="day",
        weak=True,
    )


NOON = frozenset(_NOON)


def read_numeric_date(tape: Tape, at: int) -> Quantity | None:
    """Read "2015-12-05", "05/12/2015", "5.12.2015"; day and month of the last two may be either way round."""
    pieces = tape.words[at : at + 5]
    if len(pieces) == 5 and pieces[1] == pieces[3] and pieces[1] in ("-", "/") and tape.glued(at + 1):
        numbers = [pieces[0], pieces[2], pieces[4]]
        end = at + 5
    elif pieces[0].count(".") == 2:
        numbers, end = pieces[0].split("."), at + 1
    else:
        return None
    if not all(number.isdigit() for number in numbers):
        return None
    one, two, three = (int(number) for number in numbers)
    if len(numbers[0]) == 4 and 1 <= two <= 12 and 1 <= three <= 31:
        return _date(at, end, tape, one, two, three)
    if len(numbers[2]) in (2, 4) and 1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12:
        year = three if three > 99 else 2000 + three if three < 60 else 1900 + three
        day, month = (one, two) if two <= 12 else (two, one)
        return _date(at, end, tape, year, month, day)
    return None
