"""Numbers whose shape says what they are: fractions and shares, years and spans of years."""

from decimal import Decimal

from bench.facts.quantities.amount_units import PERCENT
from bench.facts.quantities.amounts import one_unit
from bench.facts.quantities.dates import is_year, likely_year
from bench.facts.quantities.measure_units import DASHES
from bench.facts.quantities.number_words import DENOMINATORS, SCALES, STARTS, UNITS, read_cardinal
from bench.facts.quantities.quantity import Quantity
from bench.facts.quantities.scores import PLURALS
from bench.facts.quantities.units import SINGULAR_TIME, units
from bench.facts.tape import Tape

_AFTER_SHARE = frozenset(
    "of the in from to on at during over since by as this last and or but were was are is have has had "
    "than more less fewer lower higher dearer cheaper better worse bigger smaller larger longer shorter "
    "faster slower heavier lighter older younger stronger weaker taller richer poorer for into out per "
    "among between after before until against while when who whose which that had do does did will would "
    "can could may might comes came goes went belong belongs say says said think with off".split()
)


def read_fraction(tape: Tape, at: int) -> Quantity | None:
    """Read "two-thirds", "a quarter of", "1/2", "half of", "one in five", "9 out of 10"."""
    word, end, numerator = tape.words[at], at + 1, Decimal(1)
    if word.isdecimal() and tape.word(end) == "/" and tape.glued(end):
        return _slashed(tape, at)
    if word in ("half", "halves"):
        return _half_of(tape, at)
    if word.isdecimal() and len(word) <= 3:
        numerator = Decimal(word)
    elif word in STARTS and word != "one" and (read := read_cardinal(tape.words, at)):
        numerator, end = read
    elif word not in ("a", "an", "one"):
        return None
    if word not in ("a", "an") and (
        share := _rate(tape, at, end, numerator) or _ratio(tape, at, end, numerator)
    ):
        return share
    part = end + 1 if tape.word(end) == "-" else end
    bottom = DENOMINATORS.get(tape.word(part), 0)
    if not bottom or numerator >= bottom or (tape.word(part) == "half" and word != "one"):
        return None
    if word == "a" and tape.words[part + 1 : part + 4] == ["in", "a", "row"]:
        # "A seventh in a row" ranks.
        return None
    plural = tape.word(part).endswith("s")
    compound = tape.word(part + 1) == "-" and tape.glued(part + 1)
    told = _ends_share(tape.word(part + 1)) or _told_of(tape, at, part + 1)
    if plural != (numerator > 1) or (not plural and (compound or not told)):
        return None
    scaled = tape.word(part + 3) in SCALES or one_unit(tape, part + 3) or tape.word(part + 3) == "second"
    if tape.words[part + 1 : part + 3] in (["of", "a"], ["of", "an"]) and scaled:
        return None
    return _fraction(tape, at, part + 1, int(numerator), bottom)


def _slashed(tape: Tape, at: int) -> Quantity | None:
    """Read "1/2" and "3/8", but not a date (3/4/2020) or a season (4/5, but for the commonest shares)."""
    top, below = tape.words[at], tape.word(at + 2)
    if not (below.isdecimal() and tape.glued(at + 2)) or tape.word(at + 3) == "/":
        return None
    share = (int(top), int(below))
    if share in ((1, 2), (2, 3), (3, 4), (4, 5)) or (0 < share[0] < share[1] - 1 and share[1] <= 100):
        return _fraction(tape, at, at + 3, *share)
    return None


_BEHIND_HALF = frozenset("of the a an as its their his her all my that".split())
_BEFORE_HALF = frozenset("first second other better time final latter each every".split())
_ENDS = frozenset({".", ",", ";", ":", ")", "and", "while", ""})
_OF_THEM = frozenset("were are was is had have has came come died will would".split())
_OPENING = frozenset({",", ";", "and", "of", "whom", "which", "about", "roughly", "nearly", "almost", "over"})
_DID_HALF = frozenset("were are have had wore live lived died came said could voted went got did do".split())
_NO_SHARE = _BEFORE_HALF | frozenset("in that this opening last a an home early late one".split())
"""Words before "half" at the end of a clause that show it to be a part of a match, or torn "in half"."""


def _half_of(tape: Tape, at: int) -> Quantity | None:
    """Read "half of the men", but not "half a million", "half an hour" or "the first half of"."""
    following = tape.word(at + 2)
    measured = tape.word(at + 1) in ("a", "an") and one_unit(tape, at + 2)
    if measured or following in SCALES or following in SINGULAR_TIME or following == "dozen":
        return None
    if tape.word(at + 1) in _BEHIND_HALF and tape.word(at - 1) not in _BEFORE_HALF:
        return _fraction(tape, at, at + 1, 1, 2, weak=True)
    if tape.word(at - 1) in ("by", "than") and _ends_share(tape.word(at + 1)):
        return _fraction(tape, at, at + 1, 1, 2)
    ends = tape.word(at + 1) in _ENDS and tape.word(at - 1).isalpha() and tape.word(at - 1) not in _NO_SHARE
    # "Of which the state will pay half", "of the 22 killed, half were old".
    return _fraction(tape, at, at + 1, 1, 2, weak=True) if ends or _is_subject(tape, at) else None


def _is_subject(tape: Tape, at: int) -> bool:
    """Whether "half" opens a clause and a verb follows that tells what half of them are or did."""
    before, verb = tape.word(at - 1), tape.word(at + 1)
    opens = not before.isalpha() or before in _ENDS
    return (opens and verb in _OF_THEM) or (before in _OPENING and verb in _DID_HALF)


def _ends_share(word: str) -> bool:
    """Whether what follows "a third" shows that it is a share, not "a third man"."""
    return not word.isalpha() or word in _AFTER_SHARE


def _told_of(tape: Tape, at: int, end: int) -> bool:
    """Whether a verb behind a hedged share tells what it does: "about a third agreed", no "third term"."""
    hedged = tape.word(at - 1) in _HEDGES or (tape.word(at - 1) == "than" and tape.word(at - 2) in _MORE)
    return hedged and (tape.word(end).endswith("ed") or tape.word(end) in _DID)


_HEDGES = frozenset("about around roughly nearly almost approximately over under just only some".split())
_MORE = frozenset({"more", "less", "fewer"})
_DID = frozenset(
    "said came went took got gave fell rose lost won left kept made saw felt thought knew spent paid chose "
    "do did can could will would may might must should say think want live use take agree go come".split()
)


def counts_on(word: str) -> bool:
    """Whether what follows "one goal in 12" is counted, so that the two are no share: "games"."""
    plural = word.endswith("s") and not word.endswith("ss") and word not in _SINGULAR | _DOING
    return word.isalpha() and (plural or word in _PEOPLE)


_PEOPLE = frozenset({"people", "men", "women", "children"})


_SINGULAR = frozenset("is was has does this as its his".split())
_DOING = frozenset(
    "sings smokes goes lives works plays owns drinks votes drives speaks reads eats earns gets takes wants "
    "needs leaves fails suffers dies believes thinks says knows backs supports opposes pays spends uses "
    "walks cycles comes stays travels cooks wins loses makes gives holds keeps learns studies".split()
)
"""Verbs behind a share of one: "one pupil in eleven sings"."""


def _ratio(tape: Tape, at: int, end: int, top: Decimal) -> Quantity | None:
    """Read "one in five", "9 out of 10", "four of the five"."""
    one, two = tape.word(end), tape.word(end + 1)
    if one == "out" and two == "of":
        start = end + 2
    elif two == "out" and tape.word(end + 2) == "of" and one.isalpha():
        # "Seven wells out of ten".
        start = end + 3
    elif one == "in" or (one == "of" and two == "every"):
        start = end + 1
    elif 1 < top < _OUT_OF_TEN and (of := _out_of_few(tape, end)):
        # "Three loaves in ten", "six jurors in every seven".
        start = of
    elif top == 1 and one.isalpha() and one not in _NO_NOUNS and "in" in (two, tape.word(end + 2)):
        # "One bed in eight", "one nursing job in six".
        start = end + 2 if two == "in" else end + 3
    else:
        return None
    apart = start > end + 1
    if tape.word(start) in ("every", "the", "about", "almost", "nearly", "roughly", "around"):
        start += 1
    word = tape.word(start)
    if (whole := _whole(tape, start)) is None:
        return None
    bottom, last = whole
    behind = tape.word(last + 1 if tape.word(last) == "-" else last)
    if top == 1 and apart and one not in ("out", "of") and counts_on(behind):
        return None  # "one goal in 12 games"
    counted = tape.word(end) == "in" and top > _COUNTED_OUT and bottom % 10
    if (
        top >= bottom
        or counted
        or behind in units().words
        or likely_year(word)
        or tape.word(last) == "-"
        or behind in PERCENT
    ):
        return None
    return _fraction(tape, at, last, int(top), int(bottom), unit="of")


def _whole(tape: Tape, at: int) -> tuple[Decimal, int] | None:
    """Read the five of "one in five" at `at`, or "every thousand", "a hundred"; return where it ends."""
    word = tape.word(at)
    if word in SCALES and tape.word(at - 1) == "every":
        return Decimal(SCALES[word]), at + 1
    if word == "a" and tape.word(at + 1) in ("hundred", "thousand"):
        return Decimal(SCALES[tape.word(at + 1)]), at + 2
    if word.replace(",", "").isdecimal() and len(word) <= 9:
        # Not "made it three in the 63rd".
        ranked = tape.glued(at + 1) and tape.word(at + 1) in ("st", "nd", "rd", "th")
        return None if ranked else (Decimal(word.replace(",", "")), at + 1)
    return read_cardinal(tape.words, at) if word in STARTS else None


_ONE_OF = frozenset({"from", "of", "in", "who", "that", "which", "with"})
"""What follows "one" where it stands for a thing: "from an issue of 786 to one from Cologne"."""


def _rate(tape: Tape, at: int, end: int, top: Decimal) -> Quantity | None:
    """Read "by more than three to one" and "one doctor for every nine patients"."""
    odds = top > 1 and tape.words[end : end + 2] == ["to", "one"] and tape.word(at - 1) in _ODDS
    if odds and tape.word(end + 2) not in _ONE_OF:
        return _fraction(tape, at, end + 2, int(top), 1, unit="to") if not top % 1 else None
    start = next((i for i in range(end + 1, end + _NOUNS) if tape.word(i) == "every"), 0)
    if not start or tape.word(start - 1) != "for" or top % 1:
        return None
    number = tape.word(start + 1)
    read = (Decimal(number), start + 2) if number.isdecimal() else None
    read = read or (read_cardinal(tape.words, start + 1) if number in STARTS else None)
    return _fraction(tape, at, read[1], int(top), int(read[0]), unit="for") if read and read[0] > 1 else None


_ODDS = frozenset({"by", "than", "of", "about", "almost", "nearly", "roughly", "over", "some"})
_NOUNS = 6
"""Words behind a number within which "for every" makes it a rate."""


def _out_of_few(tape: Tape, at: int) -> int:
    """Return where the "ten" of "loaves in ten" begins; 0 where a noun follows: "two goals in 10 games"."""
    noun, start = tape.word(at), at + 2 + (tape.word(at + 2) == "every")
    bottom, behind = tape.word(start), tape.word(start + 1)
    plural = noun.isalpha() and (noun in PLURALS or noun.endswith("s")) and noun not in units().words
    few = (
        plural and tape.word(at + 1) == "in" and (bottom in _TENS or (bottom in UNITS and UNITS[bottom] > 2))
    )
    return start if few and not counts_on(behind) and behind not in units().words else 0


_TENS = frozenset("5 10 20 100 twenty".split())
_OUT_OF_TEN = 10
_NO_NOUNS = (
    frozenset("was is has had were are and or of out up down more only born held again".split())
    | UNITS.keys()
)
_COUNTED_OUT = 12
"""Most that is told "in" any number: "those over 60 in 96 countries" is no share, "67 in 100" is."""


def _fraction(
    tape: Tape, first: int, last: int, top: int, bottom: int, weak: bool = False, unit: str = ""
) -> Quantity:
    return Quantity(
        "fraction", (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.000001")), tape.starts[first],
        tape.ends[last - 1], first, last, parts=(top, bottom), weak=weak, unit=unit,
    )  # fmt: skip


def read_years(tape: Tape, at: int) -> Quantity | None:
    """Read a year or a span of years at its digits: "2014", "2007-2011", "2007 -- 11", "2014/15"."""
    word = tape.words[at]
    end, dashes = at + 1, 0
    while tape.word(end + dashes) in DASHES or (tape.word(end + dashes) == "/" and tape.glued(end)):
        dashes += 1
    other = tape.word(end + dashes)
    if dashes and other.isdecimal() and len(other) in (2, 4) and tape.word(end + dashes + 1) not in PERCENT:
        second = int(other) if len(other) == 4 else int(word[:2] + other)
        if int(word) < second <= 2100 and (len(other) == 4 or second - int(word) < 60):
            last = end + dashes + 1
            return Quantity(
                "year", Decimal(word), tape.starts[at], tape.ends[last - 1], at, last, high=Decimal(second)
            )
    if not is_year(word) or (tape.glued(end) and tape.word(end).isalpha() and tape.word(end) != "s"):
        return None
    if tape.word(end) in PERCENT or tape.word(end) in SCALES or tape.word(end) == "per":
        return None
    if not likely_year(word) and tape.word(at - 1) not in ("in", "since", "of", "from", "until", "by"):
        return None
    return Quantity("year", Decimal(word), tape.starts[at], tape.ends[at], at, end)
