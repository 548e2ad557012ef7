"""Letters before an amount: a currency where thousands or a scale tell money, else part of a name."""

from decimal import Decimal

import pytest

from bench.facts.quantities.reading import read_quantities
from bench.facts.tape import Tape
from bench.text.document import Document


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The board took N38.4 billion.", "NGN", "38400000000"),
        ("The winner got R40,000 at once.", "ZAR", "40000"),
        ("It cost RM5.2m to mend.", "ringgit", "5200000"),
    ],
)
def test_letters_before_an_amount_are_a_currency(text: str, unit: str, value: str) -> None:
    (found,) = read_quantities(Tape(Document(text)))
    assert (found.kind, found.unit, found.value) == ("money", unit, Decimal(value))


@pytest.mark.parametrize("text", ["They wore N95 masks.", "The R2 rate fell.", "The N7 was closed."])
def test_letters_before_a_small_number_are_a_name(text: str) -> None:
    assert all(one.kind == "name" for one in read_quantities(Tape(Document(text))))
