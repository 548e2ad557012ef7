"""Units of measure, time and money: reading their words, comparing and converting values."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# What data/units.toml holds beside one table for each dimension.
_NO_DIMENSIONS = frozenset({"pairs", "signs", "rates", "letters", "currencies", "hundredths", "dollars"})
TEMPERATURES = frozenset({"C", "F", "kelvin"})
DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD"})
# Names that several units share.
_SHARED = {
    "dollar": DOLLARS, "cent": DOLLARS | {"dollar", "EUR", "ZAR"}, "krone": frozenset({"SEK", "NOK", "DKK"}),
    "franc": frozenset({"CHF"}), "degree": frozenset({"C", "F"}),
    "ton": frozenset({"tonne"}),
    "pound": frozenset({"GBP", "lb"}),
    "grand": DOLLARS | {"dollar", "pound", "GBP", "EUR", "CHF", "ZAR"},
}  # fmt: skip
# Time and calendar meet where people convert by rule of thumb: 12 months, 52 weeks, 30 days, 7 days.
_DAYS = {
    "second": Decimal(1) / 86400, "minute": Decimal(1) / 1440, "hour": Decimal(1) / 24, "day": Decimal(1),
    "week": Decimal(7), "fortnight": Decimal(14), "month": Decimal("30.44"), "year": Decimal("365.25"),
    "decade": Decimal("3652.5"), "century": Decimal(36525),
}  # fmt: skip
_MONTHS = {"month": Decimal(1), "year": Decimal(12), "decade": Decimal(120), "century": Decimal(1200)}
SINGULAR_TIME = frozenset(_DAYS)


def is_one_unit(word: str) -> bool:
    """Whether a word names one of a unit, "hour", "kilo", so that parts of it are told; "second" may rank."""
    return word != "second" and (word in SINGULAR_TIME or (word in units().words and word[-1:] != "s"))


class Units(NamedTuple):
    """The unit lexicon: words to unit names, and each unit's dimension and factor."""

    words: dict[str, str]
    pairs: dict[tuple[str, str], str]
    dimension: dict[str, str]
    factor: dict[str, Decimal]
    rates: dict[str, str]
    currency: dict[str, str]
    hundredth: dict[str, str]
    dollars: dict[str, str]
    signs: dict[str, str]
    letters: dict[str, str]


@cache
def units() -> Units:
    """Return the lexicon of data/units.toml, read once."""
    table = tomllib.loads((files("bench.facts") / "data" / "units.toml").read_text("utf-8"))
    words, dimension, factor = {}, {}, {}
    for name in (name for name in table if name not in _NO_DIMENSIONS):
        for unit, entry in table[name].items():
            dimension[unit], factor[unit] = name, Decimal(entry["factor"])
            words.update(dict.fromkeys(entry["words"], unit))
    for unit in ("cubic metre", "cubic foot", "degree", *sorted(TEMPERATURES)):
        dimension[unit], factor[unit] = ("temperature" if unit in TEMPERATURES else unit), Decimal(1)
    pairs = {(a, b): unit for pair, unit in table["pairs"].items() for a, b in [pair.split()]}
    currency = {word: code for code, listed in table["currencies"].items() for word in listed}
    hundredth = {word: code for code, listed in table["hundredths"].items() for word in listed}
    rates, dollars, signs = table["rates"], table["dollars"], table["signs"]
    return Units(
        words, pairs, dimension, factor, rates, currency, hundredth, dollars, signs, table["letters"]
    )


def unit_text(unit: str) -> str:
    """Return a unit as a reader would write it: km/h for kmh."""
    return units().signs.get(unit, unit)


def time_text(unit: str, one: bool = False) -> str:
    """Return a unit of time as a reader would write it: years, centuries; `one`: year, century."""
    plural = f"{unit[:-1]}ies" if unit.endswith("ry") else f"{unit}s"
    return unit if one else plural


def is_money(unit: str) -> bool:
    """Whether `unit` is a currency."""
    return unit in _currencies()


@cache
def _currencies() -> frozenset[str]:
    return frozenset(units().currency.values()) | DOLLARS | {"cent", "grand"}


def same_unit(one: str, other: str) -> bool:
    """Whether two units may name the same thing: equal, or a plain dollar and one country's."""
    if one == other:
        return True
    if "/" in one or "/" in other:
        # What an amount is told for may be left out: "6.4 tonnes" of 6.4 tonnes a hectare.
        return one == other.partition("/")[0] or other == one.partition("/")[0]
    return one in _SHARED.get(other, ()) or other in _SHARED.get(one, ())


def converted(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Return `value` of `unit` expressed in unit `to`, or None where they do not measure the same."""
    if unit == to:
        return value
    if unit in _MONTHS and to in _MONTHS:
        return value * _MONTHS[unit] / _MONTHS[to]
    table = units()
    if unit in _DAYS and to in _DAYS and not table.dimension[unit] == table.dimension[to] == "time":
        return value * _DAYS[unit] / _DAYS[to]
    if unit in TEMPERATURES and to in TEMPERATURES:
        return _temperature(value, unit, to)
    one, other = ("lb" if u == "pound" else u for u in (unit, to))
    kind = table.dimension.get(one)
    if kind is None or kind != table.dimension.get(other):
        return None
    return value * table.factor[one] / table.factor[other]


_ABSOLUTE_ZERO = Decimal("-273.15")


def _temperature(value: Decimal, unit: str, to: str) -> Decimal:
    """Return a temperature on another scale."""
    if unit == "F":
        value = (value - 32) * 5 / 9
    elif unit == "kelvin":
        value += _ABSOLUTE_ZERO
    if to == "F":
        return value * 9 / 5 + 32
    return value - _ABSOLUTE_ZERO if to == "kelvin" else value
