"""Units: conversions against another program, and which units are one."""

from decimal import Decimal

import pytest

from bench.facts.quantities.units import converted, same_unit


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [  # pint 0.25.3, rounded to six places
        ("26", "mile", "km", "41.842944"),
        ("1", "gallon", "litre", "4.54609"),
        ("12", "stone", "kg", "76.203518"),
        ("5.5", "foot", "m", "1.6764"),
        ("100", "acre", "hectare", "40.468564"),
        ("70", "mph", "kmh", "112.65408"),
        ("3", "sqmile", "sqkm", "7.769964"),
        ("7", "ounce", "g", "198.446662"),
        ("2", "nmi", "km", "3.704"),
        ("500", "yard", "m", "457.2"),
        ("40", "barrel", "litre", "6359.491797"),
        ("3", "fortnight", "day", "42"),
        ("25", "C", "F", "77"),
        ("290", "kelvin", "F", "62.33"),
        ("62.33", "F", "kelvin", "290"),
        ("120", "mmhg", "kpa", "15.998687"),
        ("450", "kcal", "kj", "1882.8"),
        ("30", "psi", "kpa", "206.842719"),
    ],
)
def test_conversions_agree_with_another_program(value, unit, to, expected):
    found = converted(Decimal(value), unit, to)
    assert found is not None
    # The acre of pint is the US survey acre, larger by four parts in a million.
    assert abs(found - Decimal(expected)) <= Decimal(expected) * Decimal("0.000005")


@pytest.mark.parametrize(("one", "other"), [("mile", "kg"), ("USD", "EUR"), ("%", "pp"), ("", "m")])
def test_unlike_units_are_not_converted(one, other):
    assert converted(Decimal(1), one, other) is None


def test_months_and_years_convert_exactly():
    assert converted(Decimal(18), "month", "year") == Decimal("1.5")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("dollar", "USD", True), ("dollar", "AUD", True), ("USD", "AUD", False), ("dollar", "GBP", False),
        ("pound", "GBP", True), ("pound", "lb", True), ("cent", "EUR", True), ("degree", "C", True),
    ],
)  # fmt: skip
def test_a_shared_name_is_any_of_its_units(one, other, expected):
    assert same_unit(one, other) is expected
    assert same_unit(other, one) is expected
