"""The record of one quantity, and what its parts mean."""

from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec

QuantityKind = Literal[
    "count", "money", "percent", "ordinal", "fraction", "score", "age", "duration", "measure",
    "year", "decade", "date", "month", "weekday", "time", "season", "name",
]  # fmt: skip
Modifier = Literal["", "about", "at least", "more than", "at most", "less than", "nearly"]

DATES: frozenset[str] = frozenset({"year", "decade", "date", "month", "weekday", "time", "season"})
"""Kinds that a ledger files under `date`; all others are `number`."""


# Records made by the thousand are without `gc`: none can be part of a cycle, so none need be looked through.
class Quantity(msgspec.Struct, frozen=True, gc=False):
    """One quantity of a text; `start:end` is its half-open place in the repaired text, unit included.

    `value` is exact; a range has `high` too. `parts` are year, month and day of a date (0 where not given),
    the sides of a score, numerator and denominator of a fraction. `name` is the whole of a name that has
    the number in it ("nord stream 2"), "dozen" for a count in dozens, "part" for an amount in halves, thirds
    or quarters of its unit, "century" for one of a century, "m" or "k" for a count that may be of metres
    or kilometres.
    `weak` marks words that are often no quantity at all ("one", "first", "half"), `loose` a name made only
    of a capital and a number ("Sutcliffe 44"). `lent` are the kind and unit that a bare count may have from
    the figure before it ("five years, the clerk two"). `first:last` are its pieces on the tape.
    """

    kind: QuantityKind
    value: Decimal
    start: int
    end: int
    first: int
    last: int
    unit: str = ""
    high: Decimal | None = None
    modifier: Modifier = ""
    parts: tuple[int, ...] = ()
    name: str = ""
    weak: bool = False
    vague: bool = False
    loose: bool = False
    lent: tuple[str, str] = ("", "")

    @property
    def is_date(self) -> bool:
        """Whether the ledger files this under `date`."""
        return self.kind in DATES

    @property
    def is_plain_count(self) -> bool:
        """Whether this is one number of things, without a unit."""
        return self.kind == "count" and not self.unit and self.high is None


def has_day(quantity: Quantity) -> bool:
    """Whether a date names its day: "26 June", not "October 2013"."""
    return quantity.kind == "date" and quantity.parts[2] > 0


def without_place(quantity: Quantity) -> Quantity:
    """Return a quantity as it may stand anywhere: equal figures are equal, whatever stands before them."""
    return msgspec.structs.replace(quantity, start=0, end=0, first=0, last=0, lent=("", ""))


def grain(quantity: Quantity) -> Decimal:
    """Return how coarsely a quantity is told: by dozens or quarters, or by its last significant digit."""
    if quantity.name == "part":
        return next((scale for scale in _SCALES if quantity.value >= scale / 4), Decimal(1)) / 4
    return _GRAINS.get(quantity.name) or step(quantity.value)


_GRAINS = {"dozen": Decimal(12), "century": Decimal(25)}
_SCALES = tuple(map(Decimal, (10**12, 10**9, 10**6, 10**3)))


def reach(quantity: Quantity) -> Decimal:
    """Return how far a figure may lie from a bound on it: fives are rounder than the digit before them."""
    place = grain(quantity)
    digits = quantity.value / place
    return 5 * place if digits >= 15 and digits % 10 == 5 else place


@lru_cache(maxsize=1 << 12)
def step(value: Decimal) -> Decimal:
    """Return the unit of the last significant digit: 1000 for 14,000; 0.1 for 2.5; 1 for 13,912."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))
