"""Is a quantity read from a text the number that a fact sheet states?"""

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from bench.facts.quantities.reading import Quantity
from bench.records import NumberFact

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "january february march april may june july august september october november december".split()
# What fact sheets call a unit, and what the reader of texts calls it.
_UNITS = {
    "percent": ("percent", "%"), "percentage points": ("percent", "pp"),
    "km/h": ("measure", "kmh"), "mph": ("measure", "mph"), "MW": ("measure", "mw"),
    "km2": ("measure", "sqkm"), "m3": ("measure", "cubic metre"), "nautical mile": ("measure", "nmi"),
}  # fmt: skip
_DURATIONS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "months": "month",
    "years": "year", "decades": "decade", "centuries": "century",
}  # fmt: skip
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_MEASURES = frozenset("m km cm mm mile foot inch yard kg g tonne hectare acre C".split())
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "JMD", "SGD", "HKD"})
_FRANCS = frozenset({"XOF", "XAF", "CHF"})
_ALONE = {
    "year": ("year", "date"), "weekday": ("weekday",), "month": ("month", "date"), "date": ("date",),
    "time": ("time",), "decade": ("decade",), "ordinal": ("ordinal",), "score": ("score",),
    "fraction": ("fraction",), "age": ("age",), "": ("count",), "times": ("count",),
}  # fmt: skip


def same_value(quantity: Quantity, fact: NumberFact) -> bool:
    """Whether `quantity` has the fact's value or one of its bounds, whatever the unit."""
    values = [value for value in (fact.value, fact.low, fact.high) if value is not None]
    return any(_is(quantity, value, fact.unit) for value in values)


def same_number(quantity: Quantity, fact: NumberFact) -> bool:
    """Whether `quantity` has the fact's value and unit; a unit no reader of texts knows is not asked for."""
    return same_value(quantity, fact) and same_unit(quantity, fact)


def same_unit(quantity: Quantity, fact: NumberFact) -> bool:
    """Whether `quantity` is of the fact's kind and unit."""
    unit = fact.unit
    if unit in _ALONE:
        return quantity.kind in _ALONE[unit]
    if unit in _UNITS:
        return (quantity.kind, quantity.unit) == _UNITS[unit]
    if unit in _DURATIONS:
        exact = quantity.unit in _SECONDS and unit in _SECONDS
        return quantity.kind in ("duration", "age") and (exact or quantity.unit == _DURATIONS[unit])
    if unit in _MEASURES:
        return (quantity.kind, quantity.unit) == ("measure", unit)
    if len(unit) == 3 and unit.isupper():
        general = "dollar" if unit in _DOLLARS else "franc" if unit in _FRANCS else unit
        return quantity.kind == "money" and quantity.unit in (unit, general)
    return True


def _is(quantity: Quantity, value: int | str, unit: str) -> bool:
    text = str(value)
    if unit == "weekday":
        return quantity.kind == "weekday" and _named(_WEEKDAYS, text) == int(quantity.value)
    if unit in ("month", "date"):
        return _same_date(quantity.parts, text)
    if unit == "time":
        hours, _, minutes = text.partition(":")
        # A clock face does not say whether it is morning.
        return quantity.kind == "time" and (int(hours) * 60 + int(minutes) - int(quantity.value)) % 720 == 0
    if unit == "score":
        return "-".join(map(str, quantity.parts)) == text
    number = _decimal(text.rstrip("s") if unit == "decade" else text)
    scale = Decimal(1)
    if unit in _SECONDS and quantity.kind == "duration":
        scale = Decimal(_SECONDS.get(quantity.unit, _SECONDS[unit])) / _SECONDS[unit]
    ends = [end * scale for end in (quantity.value, quantity.high) if end is not None]
    if unit == "year" and quantity.parts:
        ends.append(Decimal(quantity.parts[0]))
    return number is not None and any(_near(end, number) for end in ends)


def _same_date(parts: tuple[int, ...], text: str) -> bool:
    """Whether year, month and day that both tell are the same, the month at least."""
    if text.lower() in _MONTHS:
        wanted = (0, _named(_MONTHS, text) + 1, 0)
    else:
        pieces = [int(piece) for piece in text.split("-")]
        year_first = len(text.split("-")[0]) == 4
        wanted = tuple(pieces + [0] * (3 - len(pieces)))[:3] if year_first else (0, *pieces)  # type: ignore[assignment]
    if len(parts) < 3 or parts[1] != wanted[1]:
        return False
    return all(not there or not here or there == here for there, here in zip(parts, wanted, strict=False))


def _named(names: list[str], text: str) -> int:
    return names.index(text.lower()) if text.lower() in names else -1


def _decimal(text: str) -> Decimal | None:
    """Return a decimal or a fraction's value, None for anything else."""
    try:
        fraction = Fraction(text)
        return Decimal(fraction.numerator) / Decimal(fraction.denominator)
    except (ValueError, ZeroDivisionError, InvalidOperation):
        return None


def _near(one: Decimal, other: Decimal) -> bool:
    """Whether two values are equal; thirds are kept to four digits by the reader of texts."""
    return one == other or (abs(one - other) < Decimal("0.00006") and one != one.to_integral_value())
