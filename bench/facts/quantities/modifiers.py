"""Words that bound or soften a number: "more than", "up to", "nearly", "about", "or more"."""

import msgspec

from bench.facts.quantities.amount_units import PERCENT
from bench.facts.quantities.number_words import STARTS
from bench.facts.quantities.quantity import Modifier, Quantity
from bench.facts.tape import Tape

_BEFORE: dict[tuple[str, ...], Modifier] = {
    ("more", "than"): "more than", ("better", "than"): "more than", ("greater", "than"): "more than",
    ("higher", "than"): "more than",
    ("over",): "more than", ("above",): "more than", ("exceeding",): "more than", ("topped",): "more than",
    ("exceeds",): "more than", ("exceeded",): "more than", ("exceed",): "more than",
    ("topping",): "more than",
    ("surpassed",): "more than",
    ("in", "excess", "of"): "more than", ("upwards", "of"): "at least", ("upward", "of"): "at least",
    ("north", "of"): "more than", ("longer", "than"): "more than", ("older", "than"): "more than",
    ("at", "least"): "at least", ("no", "fewer", "than"): "at least", ("no", "less", "than"): "at least",
    ("not", "less", "than"): "at least", ("a", "minimum", "of"): "at least", ("minimum",): "at least",
    ("less", "than"): "less than", ("fewer", "than"): "less than", ("under",): "less than",
    ("below",): "less than",
    ("lower", "than"): "less than", ("younger", "than"): "less than", ("shy", "of"): "nearly",
    ("up", "to"): "at most", ("at", "most"): "at most", ("no", "more", "than"): "at most",
    ("not", "more", "than"): "at most", ("nowhere", "more", "than"): "at most",
    ("never", "more", "than"): "at most", ("a", "maximum", "of"): "at most", ("maximum",): "at most",
    ("as", "many", "as"): "at most", ("as", "much", "as"): "at most", ("as", "high", "as"): "at most",
    ("getting", "on", "for"): "nearly", ("not", "quite"): "nearly", ("nigh", "on"): "nearly",
    ("close", "on"): "nearly",
    ("nearly",): "nearly", ("almost",): "nearly", ("close", "to"): "nearly", ("just", "under"): "nearly",
    ("approaching",): "nearly", ("just", "below"): "nearly", ("just", "short", "of"): "nearly",
    ("about",): "about", ("around",): "about", ("roughly",): "about", ("approximately",): "about",
    ("shortly", "before"): "nearly", ("just", "before"): "nearly", ("shortly", "after"): "more than",
    ("little", "short", "of"): "nearly", ("slightly", "short", "of"): "nearly", ("eve", "of"): "nearly",
    ("region", "of"): "about", ("something", "like"): "about", ("somewhere", "near"): "about",
    ("just", "after"): "more than", ("within",): "at most",
    ("inside",): "at most", ("well", "under"): "less than", ("comfortably", "over"): "more than",
    ("a", "good"): "more than", ("barely",): "at most", ("hardly",): "at most", ("some",): "about",
    ("estimated",): "about", ("circa",): "about", ("c",): "about", ("approx",): "about",
    ("just", "over"): "more than", ("well", "over"): "more than", ("~",): "about", (">",): "more than",
    ("<",): "less than",
}  # fmt: skip
_AFTER: dict[tuple[str, ...], Modifier] = {
    ("or", "more"): "at least", ("or", "above"): "at least", ("or", "over"): "at least",
    ("or", "older"): "at least",
    ("and", "over"): "at least", ("and", "above"): "at least", ("and", "older"): "at least",
    ("plus",): "at least", ("odd",): "at least",
    ("or", "better"): "at least", ("and", "more"): "at least", ("and", "counting"): "at least",
    ("at", "least"): "at least", ("at", "most"): "at most", ("near", "enough"): "about",
    ("give", "or", "take"): "about", ("or", "thereabouts"): "about", ("or", "so"): "about",
    ("+",): "at least", ("or", "less"): "at most", ("or", "fewer"): "at most",
    ("or", "under"): "at most", ("and", "under"): "at most", ("or", "younger"): "at most",
}  # fmt: skip
_GOING = frozenset("go goes went gone going put puts pushed took moved climbed shot crept edged".split())
_BESIDE_KNOWN = frozenset({"than", "under", "over", "above", "below", "about", "around", "within", "inside"})
_LAST = frozenset(phrase[-1] for phrase in _BEFORE)
_FIRST = frozenset(phrase[0] for phrase in _AFTER)
_FILLERS = frozenset({"a", "an", "the", "total", "of", "estimated", "record", "another", "further"})
OPPOSITE: dict[Modifier, frozenset[Modifier]] = {
    "more than": frozenset({"less than", "at most", "nearly"}),
    "at least": frozenset({"less than", "at most", "nearly"}),
    "less than": frozenset({"more than", "at least"}),
    "at most": frozenset({"more than", "at least"}),
    "nearly": frozenset({"more than", "at least"}),
}
"""Bounds that cannot both be said of one figure."""


def modifier(tape: Tape, first: int, last: int) -> Modifier:
    """Return the bound or hedge on the number at pieces `first:last`."""
    found = _before(tape, first)
    noun = last + 1 if tape.word(last + 1) == "," and tape.word(last + 2) == "give" else last
    noun += tape.word(last) == "," and tape.word(last + 1) == "near"
    if noun != last or tape.word(last) in _FIRST or tape.word(last) == "-":
        last = noun
        at = last + 1 if tape.word(last) == "-" else last
        at += tape.word(at) == "," and tape.word(at + 1) == "give"
        for size in (3, 2, 1):
            after = _AFTER.get(tuple(tape.words[at : at + size]))
            if after and not (
                after == "at least" and size == 1 and tape.word(at) == "plus" and not tape.glued(at)
            ):
                return after
    return found


_OVER_THEM = frozenset(
    "prevail prevailed prevails prevailing triumph triumphed triumphs victory victories preference preferred "
    "chosen favoured favored spread divided shared stretched staggered".split()
)
"""Words behind which "over" is no bound: "prevailed over 17 rivals", "spread over three days"."""
_DENIED: dict[Modifier, Modifier] = {"more than": "at most", "less than": "at least"}
_NOT = frozenset(
    "not cannot never nobody none nor don't can't won't mustn't shouldn't doesn't didn't".split()
)
_OF_TIME = frozenset({"in", "for", "after", "since", "of"})
_NOT_REACH = 5


def _denied(tape: Tape, index: int) -> bool:
    """Whether a bound is denied, "do not lift more than 5 kg", by a word not far before it in its clause."""
    if tape.word(index) in _OF_TIME:
        # "Nobody did better in over half a century."
        return False
    for at in range(index, max(-1, index - _NOT_REACH), -1):
        word = tape.words[at]
        if word in _NOT or (word == "t" and tape.word(at - 1) in ("'", "’")):
            return True
        if not word.isalpha() and word not in ("'", "’", "-"):
            return False
    return False


def _before(tape: Tape, first: int) -> Modifier:
    index, steps, known = first - 1, 0, False
    if tape.word(index) == "-" and tape.glued(first) and tape.word(index - 1) in ("under", "over"):
        # "Under-12s".
        index -= 1
    while steps < 3 and index >= 0:
        word = tape.words[index]
        if word == "over" and tape.word(index - 1) in _OVER_THEM:
            return ""
        if word in _LAST:
            for size in (3, 2, 1):
                found = _BEFORE.get(tuple(tape.words[max(0, index - size + 1) : index + 1]))
                if found and word == "to" and size == 2 and tape.word(index - 2) in _GOING:
                    # "The price goes up to 20" tells where it led.
                    return ""
                if word == "than" and tape.words[index - 1 : index + 2] == ["better", "than", "a"]:
                    # "Four places better than a year before".
                    return ""
                if found:
                    # "Longer than the seven agreed" is held against a figure, which is not bounded by that.
                    # Nor is "under the 64-page treaty" a bound.
                    if known and word in _BESIDE_KNOWN:
                        return ""
                    return _DENIED[found] if found in _DENIED and _denied(tape, index - size) else found
        if word not in _FILLERS:
            return ""
        known = known or word == "the"
        index, steps = index - 1, steps + 1
    return ""


_JUST = frozenset(
    "just well little slightly for in after of with from spanning lasting aged took take takes taking taken "
    "last lasts lasted need needs needed needing wait waits waited waiting spent spend spends spending "
    "was were is be been required requires serve serves served got lost within".split()
)
"""What stands before "over" where it bounds a length of time, and does not say how long something took."""
_BOUNDING = frozenset({"more", "less", "fewer", "higher", "lower"})
_MEASURES = PERCENT | {"cent", "points", "times"}


def bounded(tape: Tape, quantity: Quantity) -> Quantity:
    """Return `quantity` with the bound or hedge that stands beside it."""
    found = modifier(tape, quantity.first, quantity.last)
    before = tape.word(quantity.first - 2), tape.word(quantity.first - 1)
    if (
        found == "more than"
        and quantity.kind == "duration"
        and before[1] == "over"
        and before[0] not in _JUST
    ):
        # "over two years" says how long something took.
        found = ""
    measured = tape.word(quantity.first - 3)
    of_measure = measured in _MEASURES or (
        # "Sold 40 more than a year earlier".
        quantity.kind == "duration" and (measured[:1].isdecimal() or measured in STARTS)
    )
    if found and of_measure and before[1] == "than" and before[0] in _BOUNDING:
        # "6.8 per cent more than ten years earlier" compares.
        found = ""
    return msgspec.structs.replace(quantity, modifier=found) if found else quantity
