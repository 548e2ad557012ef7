"""Units that a figure borrows from one before it: "he got five years, the clerk two".

English says a unit once where the same is told of several. A bare figure with no noun behind it may be of the
unit of the nearest figure before it in its sentence, unless that one counts things, or is a time in which the
others came about ("in two years"). It may as well count what the reader knows, so that the unit is only noted
with it.
"""

import msgspec

from bench.facts.quantities.quantity import DATES, Quantity
from bench.facts.tape import Tape

_LENDERS = frozenset({"percent", "money", "measure", "duration"})
_PASSED = DATES | {"name", "ordinal", "age", "fraction", "score"}
_PREPOSITIONS = frozenset(
    "in for after within over during every each last past next since before until by about ago at of to from "
    "with on under between against".split()
)
_TIMED = frozenset(
    "in for after within over during every each last past next since before until ago at".split()
)
"""Words before a time in which something came about, which lends its unit only behind the same word."""
_HEDGES = frozenset(
    "about around almost nearly roughly some just only over more less than under up down the a at "
    "least most as $ \u00a3 \u20ac".split()
)
_STOPS = frozenset({".", "?", "!"})
_FAR = 40
"""Pieces of text over which a unit is still understood."""
_BEHIND = frozenset(
    "for to in from at by on with while whereas but and or as against under over who whose when "
    "after before since until if than were was are is had has have the its his her their , . ; : ) "
    "- \u2013 \u2014 ? !".split()
)
"""What stands behind a figure that counts no noun of its own."""
_CHANGE = frozenset({"to", "from", "against"})
_BESIDE = 3
"""Pieces of text between a whole and the part that is told of it: ", some", ", the last"."""
_WHOLE = 100
_LARGE = 1000
"""Value from which a bare figure in a sentence about money counts nothing: "mending it comes to 7,000"."""


def with_lent_units(tape: Tape, found: list[Quantity]) -> list[Quantity]:
    """Return quantities in order, each bare one with a note of the unit that it may have borrowed."""
    if not any(quantity.kind in _LENDERS or quantity.kind == "age" for quantity in found):
        return found
    read: list[Quantity] = []
    for quantity in found:
        lender = None
        if _second_age(tape, read, quantity):
            quantity = msgspec.structs.replace(quantity, kind="age", unit="year")
        if _bare(tape, quantity):
            of = tape.word(quantity.last) == "of"
            lender = (_whole if of else _lender)(tape, read, quantity)
        if lender:
            quantity = msgspec.structs.replace(quantity, lent=_unit(lender))
        read.append(quantity)
    return read


def _bare(tape: Tape, quantity: Quantity) -> bool:
    """Whether a figure has no unit, and no noun behind it."""
    counted = quantity.loose or (quantity.kind == "count" and not quantity.name)
    if not counted or quantity.weak or quantity.vague:
        return False
    behind = tape.word(quantity.last)
    return (
        behind in _BEHIND
        or quantity.last >= len(tape)
        or (behind == "of" and tape.word(quantity.last + 1) in _THOSE)
    )


def _second_age(tape: Tape, read: list[Quantity], quantity: Quantity) -> bool:
    """Whether a bare figure is one more age: "boys aged 15 and 16", "two aged 15 and one 16"."""
    before = next((one for one in reversed(read) if not one.weak), None)
    if before is None or before.kind != "age" or before.high is not None or not _bare(tape, quantity):
        return False
    between = tape.words[before.last : quantity.first]
    listed = 0 < len(between) <= 2 and _AND.issuperset(between)
    return listed and quantity.value <= _OLDEST and not quantity.value % 1


_AND = frozenset({"and", "or", ",", "one", "another"})
_OLDEST = 110
_THOSE = frozenset({"which", "them", "these", "those"})


def _whole(tape: Tape, read: list[Quantity], part: Quantity) -> Quantity | None:
    """Return the figure straight before one that is a part of it: "66 years, 38 of which at sea"."""
    last = next((other for other in reversed(read) if not other.weak), None)
    beside = last is not None and last.kind in _LENDERS and part.first - last.last <= _BESIDE
    return last if beside else None


def _lender(tape: Tape, read: list[Quantity], quantity: Quantity) -> Quantity | None:
    """Return the figure before a bare one whose unit is that of both."""
    own = _link(tape, quantity)
    share: Quantity | None = None
    for other in reversed(read):
        between = tape.words[other.last : quantity.first]
        if len(between) > _FAR or not _STOPS.isdisjoint(between):
            return share
        if "\n" in tape.document.text[tape.ends[other.last - 1] : tape.starts[quantity.first]]:
            return share
        if (other.kind in _PASSED and not other.lent[1]) or other.weak:
            continue
        kind, _ = _unit(other)
        if kind not in _LENDERS:
            return share
        theirs = _link(tape, other)
        if kind == "percent":
            if share is None and (
                quantity.value > _WHOLE or (own == "to" and len(between) <= 2 and theirs == "")
            ):
                # "Shares fell 4 per cent to 83" tells a price.
                return None
            share = share or other
            if own == theirs:
                return other
            continue
        if own == theirs or (own in _CHANGE and theirs in _CHANGE):
            return other
        if kind == "money" and quantity.value >= _LARGE:
            share = share or other
            continue
        if kind == "duration" and theirs in _TIMED and not quantity.value % 1:
            continue
        # "In 27.4 seconds, the next in 26.9; Sheedy swam 28.1": a decimal hardly counts.
        return other if kind == "duration" and quantity.value % 1 else share
    return share


def _unit(quantity: Quantity) -> tuple[str, str]:
    """Return kind and unit of a figure, its own or borrowed."""
    return quantity.lent if quantity.lent[1] else (quantity.kind, quantity.unit)


def _link(tape: Tape, quantity: Quantity) -> str:
    """Return the preposition before a figure, "" where a verb or a name stands there."""
    at = quantity.first - 1
    while tape.word(at) in _HEDGES - _TIMED:
        at -= 1
    return tape.word(at) if tape.word(at) in _PREPOSITIONS else ""
