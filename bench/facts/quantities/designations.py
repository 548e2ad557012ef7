"""Numbers that are part of a name: Nord Stream 2, F-16, COVID-19, Article 5, Boeing 737, phone numbers."""

from decimal import Decimal

from bench.facts.quantities.dates import MONTHS, WEEKDAYS, likely_year
from bench.facts.quantities.number_words import SCALES, UNITS
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.units import units
from bench.facts.tape import Tape

# A number behind one of these names a thing.
_IDENTIFIERS = frozenset(
    "flight route highway interstate article section clause rule title protocol channel radio formula "
    "type grade tier category class page room gate platform lane junction unit block terminal zone area "
    "ward precinct division league ligue liga serie group pool world boeing airbus windows iphone "
    "ipad playstation xbox galaxy nexus ios android mach psalm apollo soyuz falcon version model "
    "stream resolution proposition prop act bus line pier camp f1 formula super bowl catch mark bbc "
    "motorway freeway exhibit count chapter fifa sura sector district pub top big".split()
) - {"top", "big", "world", "pub", "act", "count", "line", "title", "class", "unit", "area", "group"}
# A number behind one of these says which in a row: "round 3" is the third round.
_ORDERED = frozenset(
    "round game day week stage phase season series episode part number no nos lap hole set inning year seed "
    "quarter leg matchday step level generation question item volume act".split()
)
_PREFIXES = frozenset(
    "mid early late pre post under over sub then now non all top ex first aged the of and or to by per plus "
    "minus pro anti semi least about around some almost".split()
)
# Idioms with numbers that count nothing.
_IDIOMS = (
    ("24", "/", "7"), ("9", "/", "11"), ("7", "/", "7"), ("50", "-", "50"), ("50", "/", "50"),
    ("24", "-", "7"),
    ("twenty", "-", "four", "seven"), ("fifty", "-", "fifty"), ("one", "on", "one"),
    ("one", "-", "on", "-", "one"),
    ("four", "-", "letter"), ("two", "-", "faced"), ("20", "-", "20"), ("9", "-", "to", "-", "5"),
    ("7", "-", "eleven"), ("4", "x", "4"), ("five", "-", "a", "-", "side"), ("cloud", "nine"),
)  # fmt: skip
_IDIOMS_FROM = {one: [idiom for idiom in _IDIOMS if idiom[0] == one] for one, *_ in _IDIOMS}
_LOWER_JOINTS = frozenset({"-", "/"})
_FUNCTION_WORDS = frozenset(
    "in on at by the a an for from about around over some more of only just nearly and but with after "
    "aged up to than least when while as if he she they it we i his her their its this that these "
    "those there then since until under below above between during before almost roughly approximately "
    "another all both last next no not or is was are were be been being has have had will would could "
    "may might can said says because so even also now first".split()
)
_ONE_YEAR = frozenset("the this that last next per a each every one previous following".split())
_PEOPLE_PLURALS = frozenset("people men women children percent per police others staff cent".split())


def idiom(tape: Tape, at: int) -> int:
    """Return the index behind an idiom that starts at `at`, or `at` where none does."""
    for words in _IDIOMS_FROM.get(tape.words[at], ()):
        if tape.word(at + 1) == words[1] and tuple(tape.words[at : at + len(words)]) == words:
            return at + len(words)
    return at


def glued_name(tape: Tape, at: int) -> Quantity | None:
    """Read letters and digits in one: "F-16", "G7", "COVID-19", "A380", "4x4", "3D"; digits at `at`."""
    first, joined = at, False
    while tape.glued(first) and (tape.word(first - 1) in _LOWER_JOINTS or tape.words[first - 1].isalnum()):
        before = tape.words[first - 1]
        if before in _LOWER_JOINTS and not (tape.glued(first - 1) and tape.word(first - 2).isalnum()):
            break
        if before in _LOWER_JOINTS and tape.words[first - 2] in _PREFIXES:
            break
        joined = joined or before.isalpha()
        first -= 1
    if not joined:
        return _glued_behind(tape, at) or _spaced_name(tape, at)
    last = at + 1
    while tape.glued(last) and (tape.words[last].isalnum() or tape.words[last] == "-"):
        if tape.words[last] == "-" and not (tape.glued(last + 1) and tape.word(last + 1).isdecimal()):
            break
        last += 1
    if first == at or tape.words[first].isdecimal():
        return None
    if tape.words[first:last] == ["q", tape.words[at]] and tape.words[at] in ("1", "2", "3", "4"):
        # "Q3" is the third quarter; of a model, it is the same in both texts.
        digit = Decimal(tape.words[at])
        return Quantity("ordinal", digit, tape.starts[first], tape.ends[last - 1], first, last)
    return _name(tape, first, last, at)


def _spaced_name(tape: Tape, at: int) -> Quantity | None:
    """Read a name that a tokeniser has cut at its hyphen: "rc - 135u", "su - 27"."""
    letters = tape.word(at - 2)
    free = tape.word(at - 1) == "-" and not tape.glued(at) and not tape.glued(at - 1)
    if not (free and letters.isalpha() and len(letters) <= 2) or letters in _FUNCTION_WORDS | _PREFIXES:
        return None
    last = at + 1
    if tape.glued(last) and tape.word(last).isalpha():
        last += 1
    return _name(tape, at - 2, last, at)


def _glued_behind(tape: Tape, at: int) -> Quantity | None:
    """Read digits with letters straight behind that are neither unit nor scale: "3D", "4x4", "5G"."""
    word = tape.word(at + 1)
    if not (tape.glued(at + 1) and word.isalpha()):
        return None
    if len(word) == 1 and word in "dgx" and len(tape.words[at]) == 1:
        last = at + 2
        while tape.glued(last) and tape.words[last].isalnum():
            last += 1
        if word == "g" and tape.words[at] not in "2345":
            return None
        return _name(tape, at, last, at)
    return None


def _name(tape: Tape, first: int, last: int, at: int) -> Quantity:
    digits = "".join(char for char in tape.words[at] if char.isdecimal())
    name = " ".join(word for word in tape.words[first:last] if word not in ("-", "/", "."))
    return Quantity(
        "name", Decimal(digits or "0"), tape.starts[first], tape.ends[last - 1], first, last, name=name
    )


def phone(tape: Tape, at: int) -> Quantity | None:
    """Read a phone number or another long code: three groups of digits in a row, or eight digits together."""
    word = tape.words[at]
    last, groups, size, shortest, longest = at + 1, 1, len(word), len(word), len(word)
    if size < 5 and not (tape.word(last).isdecimal() or tape.word(last) == "-"):
        return None
    while tape.word(last).isdecimal() or (tape.word(last) == "-" and tape.word(last + 1).isdecimal()):
        if tape.word(last) == "-":
            last += 1
        length = len(tape.words[last])
        size, shortest, longest = size + length, min(shortest, length), max(longest, length)
        groups, last = groups + 1, last + 1
    # "30 21 5 4 68" is a row of a table.
    dialled = word.startswith("0") or (longest > 2 and (shortest > 1 or word == "1"))
    if (groups >= 3 and size >= 8 and word.isdecimal() and dialled) or (
        groups == 2 and size >= 9 and word.startswith("0")
    ):
        return _name(tape, at, last, at)
    if (word.isdecimal() and len(word) >= 8) or (
        word.startswith("0") and word.isdecimal() and len(word) >= 5
    ):
        return _name(tape, at, at + 1, at)
    return None


def named(tape: Tape, at: int, last: int) -> Quantity | None:
    """Read a small number behind the name it belongs to: "Nord Stream 2", "Route 66", "Article 5".

    `at:last` are the number's pieces. A counted noun, unit or percent behind it makes it a count.
    """
    word, before = tape.words[at], tape.word(at - 1)
    if before in ("-", "."):
        before = tape.word(at - 2) if before == "-" or tape.word(at - 2) in ("no", "nos") else ""
    value = Decimal(word.replace(",", "")) if word[0].isdecimal() else Decimal(UNITS.get(word, 0))
    if before in _IDENTIFIERS and "," not in word and tape.word(at - 2) != "-":
        return _behind_name(tape, at, last, value)
    if not word[0].isdecimal() or not before.isalpha() or len(word) > 4 or "," in word or likely_year(word):
        return None
    if not tape.capital(at - 1) or tape.document.style != "cased" or before in _FUNCTION_WORDS:
        return None
    if before in MONTHS or before in WEEKDAYS or before in SCALES or tape.word(at - 1) == "-":
        return None
    if "." in word and len(word) > 3:
        return None
    after = tape.word(last)
    if (
        (_counted(after) and before not in _ORDERED)
        or after in units().words
        or after.isdecimal()
        or (after == "-" and tape.word(last + 1).isalnum())
    ):
        return None
    return _behind_name(tape, at, last, value, loose=True)


_TAKING = frozenset({"take", "takes", "took", "taken", "taking"})


def ordered(tape: Tape, at: int) -> bool:
    """Whether the number at `at` says which in a row: "round 3", "No. 10", "day two"."""
    before = tape.word(at - 1)
    if before == "#" or (before == "." and tape.word(at - 2) in ("no", "nos")):
        return True
    if before == "part" and tape.word(at - 2) in _TAKING:
        # "There have taken part 340 guests."
        return False
    if before == "number" and tape.word(at - 2) in _WHO:
        # "The observers, who now number 48".
        return False
    if before == "year":
        # "By the end of the year 57 pools will have closed."
        return tape.word(at - 2) not in _ONE_YEAR
    if len(tape.words[at]) > _LONGEST_RANK and _counted(tape.word(at + 1)):
        return False  # "to stage 212 productions"
    return before in _ORDERED and (before not in ("no", "part", "set") or tape.words[at][0].isdecimal())


_WHO = frozenset("who they we which that now still already today together".split())
_LONGEST_RANK = 2
"""Digits of the highest number that ranks what is counted in the plural: "phase 3 trials"."""


_VERBS = frozenset(
    "goes does plays takes gets wins opens starts begins ends says makes gives comes lasts runs".split()
)


def _counted(word: str) -> bool:
    """Whether `word` behind a number looks like the plural of what is counted."""
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word in _PEOPLE_PLURALS or (plural and word not in _VERBS)


def _behind_name(tape: Tape, at: int, last: int, value: Decimal, loose: bool = False) -> Quantity:
    """Return the name that ends with the number: its capitalised words before, or the one word."""
    first = at - 1
    if tape.words[first] in ("-", "."):
        first -= 1
    while first > 0 and tape.capital(first - 1) and tape.capital(first) and tape.words[first - 1].isalpha():
        if tape.words[first - 1] in _FUNCTION_WORDS or at - first >= 4:
            break
        first -= 1
    name = " ".join(word for word in tape.words[first:last] if word not in ("-", "."))
    return Quantity(
        "name", value, tape.starts[first], tape.ends[last - 1], first, last, name=name, loose=loose
    )
