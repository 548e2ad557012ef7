"""The noun phrase behind a number: what it counts."""

from collections.abc import Sequence

from bench.facts.quantities.quantity import Quantity
from bench.facts.tape import Tape

STOP = frozenset(
    "a an the of in on at to for from by with as and or but nor so yet if than then that which who "
    "whom whose what this these those it its he his him she her they their them we our us i my me you "
    "your is are was were be been being am has have had having do does did will would could should may "
    "might must can said say says saying told also after before during since until while when where "
    "about around over under more most less least up down out off into some any all both each every "
    "other another such only just even still not no there here s t re ve ll d m one two according "
    "added between against per via among across through within without very much many new now however "
    "because amid while whilst among".split()
)
# Words that end a noun phrase to the right of a number.
_ENDS = frozenset(
    "a an the of in on at to for from by with as and or but if than that which who is are was were be "
    "been has have had will would could should may might must can after before during since until "
    "while when where about against instead respectively throughout".split()
)
# Nouns that many others may stand for: "50,000 people" may be 50,000 inmates.
GENERIC = frozenset({"person"})
_OTHER_TIMES = frozenset({"last", "next", "previous", "earlier", "late", "early"})
_PERIODS = frozenset(
    "year month week quarter season decade century summer winter autumn spring night weekend time".split()
)
_PASSED = frozenset({"of", "in", "the", "a", "for", "on", "were", "was", "are", "have", "had", "been", "has"})


def head_places(tape: Tape, quantity: Quantity) -> list[int]:
    """Return where up to four words straight behind a number stand, as far as its noun phrase goes."""
    found: list[int] = []
    words, index = tape.words, quantity.last
    # "Two new ships" are ships.
    index += words[index : index + 1] == ["new"]
    while index < len(words) and len(found) < _LONGEST:
        word = words[index]
        if word == "-" and tape.glued(index):
            index += 1
            continue
        if not word.isalpha() or word in _ENDS or word in STOP or _opens_line(tape, index):
            break
        if word in _OTHER_TIMES and tape.word(index + 1) in _PERIODS:
            # "To 4.6 million last year" counts no years.
            break
        found.append(index)
        index += 1
        if plural(word):
            # What follows the noun is its verb: "34 candidates made 90 entries".
            break
    return found


_LONGEST, _REACH = 4, 8
"""Words of a noun phrase behind a number, and pieces of the text among which they stand."""


def _opens_line(tape: Tape, index: int) -> bool:
    """Whether a capitalised word opens a line: "Age: 34", then "Position: Keeper"."""
    return tape.capital(index) and "\n" in tape.document.text[tape.ends[index - 1] : tape.starts[index]]


def noun_phrase(
    words: Sequence[str], stems: Sequence[str], inside: Sequence[int], quantity: Quantity
) -> list[str]:
    """Return the stems of the noun phrase behind a number, at most four; `inside`: the pieces of numbers."""
    found: list[str] = []
    for index in range(quantity.last, min(len(words), quantity.last + _REACH)):
        word = words[index]
        if len(found) == _LONGEST:
            break
        if word in _ENDS:
            # "34 people were hurt" counts the hurt, as "34 were hurt" does.
            if word not in _PASSED or not GENERIC.issuperset(found):
                break
            if word == "of" and any(inside[index + 1 : index + 5]):
                # "60,000 of last year's 1.2 million cars": the cars are told of the whole.
                break
        elif not word.isalpha():
            if word not in ("-", "'", '"'):
                break
        elif stems[index]:
            found.append(stems[index])
    return found


def plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(_SINGULAR))


_PLURALS = frozenset({"people", "men", "women", "children"})
_SINGULAR = ("ss", "us", "is")
