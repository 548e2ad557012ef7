"""Clock times: "10am", "22:30", "half past six", "noon"."""

from decimal import Decimal

from bench.facts.quantities.amount_units import read_unit
from bench.facts.quantities.number_words import SCALES, UNITS
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import units
from bench.facts.tape import Tape

_ZONES = frozenset({"gmt", "bst", "utc", "cet", "cest", "est", "edt", "pst", "pdt", "ist", "aest", "local"})
_HOURS = {
    word: index + 1
    for index, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split())
} | {str(hour): hour for hour in range(1, 13)}
_NOON = {"noon": 720, "midday": 720, "midnight": 0}


_HOURS_AND_NOON = _HOURS.keys() | _NOON.keys()
_DAY = 24 * 60


_PHRASES = {
    ("in", "the", "morning"): "am", ("in", "the", "afternoon"): "pm", ("in", "the", "evening"): "pm",
    ("at", "night"): "pm",
}  # fmt: skip


def _half_of_day(tape: Tape, at: int) -> tuple[str, int] | None:
    """Read "am", "pm", "a.m.", "p.m." at `at`: the half and the index behind it."""
    word = tape.word(at)
    if word in ("am", "pm"):
        return word, at + 1
    if word in ("in", "at"):
        for phrase, half in _PHRASES.items():
            if tuple(tape.words[at : at + len(phrase)]) == phrase:
                return half, at + len(phrase)
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


_CUES = frozenset({"at", "from", "until", "till", "by", "before", "after", "since"})
_HOUR_CUES = frozenset({"at", "from", "until", "till", "by"})
_FOLLOW = frozenset(
    "and on the to from at until in when it he she they a instead rather not sharp daily every each".split()
) | {",", ".", ";", ""}


def _pointed(tape: Tape, at: int) -> Quantity | None:
    """Read "left at 22.14" as a time: a cue before, two digits behind the point, and no unit behind."""
    hour, _, minute = tape.words[at].partition(".")
    if (
        len(minute) != 2
        or not hour.isdecimal()
        or int(hour) > 23
        or not minute.isdecimal()
        or int(minute) > 59
    ):
        return None
    behind, other = tape.word(at + 1), tape.word(at + 2)
    if behind in ("to", "and") and "." in other and not _clocked(other):
        return None
    if behind in ("to", "and") and other[:1].isdecimal() and _measured(tape, at + 3):
        return None  # "from 1.12 to 1.26 million", "from 2.50 to 3 euros"
    if behind not in _FOLLOW or not (tape.word(at - 1) in _CUES or _after_time(tape, at)):
        return None
    return _time(tape, at, at + 1, int(hour), int(minute))


def _measured(tape: Tape, at: int) -> bool:
    return tape.word(at) in SCALES or read_unit(tape, at, Decimal(1)) is not None


def _clocked(word: str) -> bool:
    hour, _, minute = word.partition(".")
    return (
        hour.isdecimal() and int(hour) < 24 and len(minute) == 2 and minute.isdecimal() and int(minute) < 60
    )


def _after_time(tape: Tape, at: int) -> bool:
    """Whether the time before tells the figure at `at` as one too: "at 13.40 and 17.10"."""
    back = at - 2
    if tape.words[max(0, at - 2) : at] in (["instead", "of"], ["rather", "than"]):
        return _clocked(tape.word(at - 3)) and tape.word(at - 4) in _CUES
    while tape.word(at - 1) in ("and", "or", ",") and _clocked(tape.word(back)):
        if tape.word(back - 1) in _CUES:
            return True
        at, back = back, back - 2
    return False


def _colon_time(tape: Tape, at: int) -> Quantity | None:
    """Read "22:30", "2:15 a.m.", and "2 : 15 a.m." as a tokeniser leaves it."""
    word, minute = tape.words[at], tape.words[at + 2]
    glued = tape.glued(at + 1) and tape.glued(at + 2)
    half = _half_of_day(tape, at + 3)
    if not glued and (half is None or tape.glued(at + 1) or tape.glued(at + 2)):
        return None
    if not (word.isdecimal() and int(word) < 24 and len(minute) == 2 and int(minute) < 60):
        return None
    if tape.word(at + 3) == ":" and tape.glued(at + 3):
        return None
    name, end = half or ("", at + 3)
    return _time(tape, at, end, int(word), int(minute), name)


def read_time(tape: Tape, at: int) -> Quantity | None:
    """Read a clock time at the digits of `at`: "10am", "10.30 p.m.", "22:30", "1900 GMT", "8 o'clock"."""
    word, after = tape.words[at], tape.word(at + 1)
    if after == ":" and tape.word(at + 2).isdecimal():
        return _colon_time(tape, at)
    half = _half_of_day(tape, at + 1) if after in _HALVES else None
    if half and word.isdecimal() and 1 <= int(word) <= 12:
        return _time(tape, at, half[1], int(word), 0, half[0])
    if half and "." in word:
        hour, _, minute = word.partition(".")
        if len(minute) == 2 and 1 <= int(hour) <= 12 and int(minute) < 60:
            return _time(tape, at, half[1], int(hour), int(minute), half[0])
    if "." in word and (found := _pointed(tape, at)):
        return found
    zoned = after in _ZONES or (word[0] == "0" and tape.word(at - 1) in _CUES)
    if zoned and word.isdecimal() and len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60:
        return _time(tape, at, at + (2 if after in _ZONES else 1), int(word[:2]), int(word[2:]))
    if after == "h" and tape.word(at - 1) in _HOUR_CUES and word.isdecimal() and int(word) < 24:
        # "At 10 h 40", as French has it.
        minute = tape.word(at + 2)
        if len(minute) == 2 and minute.isdecimal() and int(minute) < 60:
            return _time(tape, at, at + 3, int(word), int(minute))
    if (
        after == "o"
        and tape.words[at + 2 : at + 4] == ["'", "clock"]
        and word.isdecimal()
        and int(word) <= 12
    ):
        return _time(tape, at, at + 4, int(word), 0)
    return None


# What stands behind an hour: "am", "a.m.", "in the morning", "o'clock".
_HALVES = frozenset({"am", "pm", "in", "at", "a", "p", "o"})
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_SPELT = _MINUTES | {str(minute): minute for minute in range(1, 30)} | UNITS
"""Minutes told with their word: "ten minutes to eleven"."""
_BEFORE_TIME = frozenset("at by until till about before after since".split())


def read_clock_words(tape: Tape, at: int) -> Quantity | None:
    """Read "half past six", "half-six", "a quarter to five", "ten minutes past eight", "six o'clock"."""
    word, first = tape.words[at], at
    if word in ("a", "an") and tape.word(at + 1) == "quarter":
        at, word = at + 1, "quarter"
    joint = tape.word(at + 1)
    if word in _HOURS and joint in _HALVES:
        if tape.words[at + 1 : at + 4] == ["o", "'", "clock"]:
            half = _half_of_day(tape, at + 4)
            return _time(tape, first, half[1] if half else at + 4, _HOURS[word], 0, half[0] if half else "")
        half = None if word.isdecimal() else _half_of_day(tape, at + 1)
        if half:
            return _time(tape, first, half[1], _HOURS[word], 0, half[0])
    if word in _HOURS and _about_the_hour(tape, at):
        return _time(tape, first, at + 1, _HOURS[word], 0)
    read = _minutes_and_hour(tape, first, at, word)
    if read is None:
        return None
    minutes, hour_at = read
    noon = _NOON.get(tape.words[hour_at])
    if noon is not None:
        total = (noon + minutes) % _DAY
        return _time(tape, first, hour_at + 1, total // 60, total % 60, "pm" if total >= _DAY // 2 else "am")
    hour, half = _HOURS[tape.words[hour_at]], _half_of_day(tape, hour_at + 1)
    # "Five to one" is five to thirteen.
    total = (hour if hour > 1 or minutes >= 0 else 13) * 60 + minutes
    last = half[1] if half else hour_at + 1
    return _time(tape, first, last, total // 60, total % 60, half[0] if half else "")


def _about_the_hour(tape: Tape, at: int) -> bool:
    """Whether a bare number is an hour: "just before eight", "shortly after 9,"."""
    if tape.word(at - 1) not in ("before", "after") or tape.word(at - 2) not in _SHORTLY:
        return False
    return not tape.word(at + 1).isalnum() or tape.word(at + 1) in _BEHIND_HOUR


_SHORTLY = frozenset({"just", "shortly", "soon"})
_BEHIND_HOUR = frozenset("and or on when as in to for while with but where that this last the".split())


def _minutes_and_hour(tape: Tape, first: int, at: int, word: str) -> tuple[int, int] | None:
    """Return the minutes past its hour that a time is, or less than none, and where the hour stands."""
    joint_at, minutes = at + 1, _MINUTES.get(word, 0)
    if word == "twenty" and tape.words[at + 1 : at + 3] == ["-", "five"]:
        joint_at, minutes = at + 3, 25
    spelt = tape.word(joint_at) in ("minutes", "mins")
    if spelt:
        joint_at, minutes = joint_at + 1, minutes if joint_at > at + 1 else _SPELT.get(word, 0)
    elif word in ("half", "quarter") and tape.word(joint_at) == "-":
        joint_at += 1
    joint = tape.word(joint_at)
    told = tape.word(first - 1) in _BEFORE_TIME
    if word == "half" and joint in _HOURS and told and not _counted(tape, joint_at + 1):
        # "At half six", "by half-eight".
        return 30, joint_at
    hour_at = joint_at + 1
    if not minutes or joint not in ("past", "to", "after") or tape.word(hour_at) not in _HOURS_AND_NOON:
        return None
    if joint == "past" or (joint == "after" and not spelt):
        return minutes, hour_at
    if word == "half" or _counted(tape, hour_at + 1):
        return None
    sure = (told and (joint == "to" or spelt)) or _half_of_day(tape, hour_at + 1) or word == "quarter"
    return (minutes if joint == "after" else -minutes, hour_at) if sure else None


def _counted(tape: Tape, at: int) -> bool:
    """Whether what stands behind an hour makes it an amount: "cut from twenty to ten minutes"."""
    at += tape.word(at) == "-"
    word = tape.word(at)
    return word in units().words or word in SCALES or word in ("per", "%", "percent")


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
