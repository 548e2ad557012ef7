"""Number words: a round trip, and the spelling of another program."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.facts.quantities.number_words import read_cardinal, read_ordinal
from bench.facts.quantities.reading import quantities
from bench.facts.tape import Tape
from bench.text.document import Document

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def spelled(number: int, joint: str = " and ") -> str:
    """Return `number` in words, as British (" and ") or American (" ") English has it."""
    for scale, name in _SCALES:
        if number >= scale:
            rest = number % scale
            link = joint if 0 < rest < 100 else " "
            return f"{spelled(number // scale, joint)} {name}" + (
                f"{link}{spelled(rest, joint)}" if rest else ""
            )
    if number >= 100:
        rest = number % 100
        return f"{_ONES[number // 100]} hundred" + (f"{joint}{spelled(rest, joint)}" if rest else "")
    if number >= 20:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@given(st.integers(0, 10**15 - 1), st.sampled_from([" and ", " "]))
def test_a_number_survives_being_spelled_and_read(number, joint):
    words = Tape(Document(spelled(number, joint))).words
    found = read_cardinal(words, 0)
    assert found is not None
    assert (found.value, found.end) == (Decimal(number), len(words))


@given(st.integers(0, 10**12), st.booleans())
def test_a_number_survives_being_written_in_digits(number, grouped):
    # Four plain digits may be a year and long runs without commas a phone number.
    text = f"It cost ${number:,}." if grouped else f"It cost ${number}."
    assert [q.value for q in quantities(Document(text))] == [Decimal(number)]


@given(st.decimals(Decimal("0.01"), Decimal(999), places=2))
def test_a_percentage_keeps_every_decimal(value):
    assert [q.value for q in quantities(Document(f"up {value} per cent"))] == [value]


@pytest.mark.parametrize(
    ("number", "words", "ordinal"),
    [  # num2words 0.5.14, commas taken out
        (7, "seven", "seventh"),
        (21, "twenty-one", "twenty-first"),
        (100, "one hundred", "one hundredth"),
        (101, "one hundred and one", "one hundred and first"),
        (119, "one hundred and nineteen", "one hundred and nineteenth"),
        (347, "three hundred and forty-seven", "three hundred and forty-seventh"),
        (1000, "one thousand", "one thousandth"),
        (1900, "one thousand nine hundred", "one thousand nine hundredth"),
        (
            12345,
            "twelve thousand three hundred and forty-five",
            "twelve thousand three hundred and forty-fifth",
        ),
        (2500000, "two million five hundred thousand", "two million five hundred thousandth"),
        (3000000000, "three billion", "three billionth"),
    ],
)
def test_words_are_read_as_another_program_spells_them(number, words, ordinal):
    pieces, order = Tape(Document(words)).words, Tape(Document(ordinal)).words
    assert read_cardinal(pieces, 0) == (Decimal(number), len(pieces))
    assert read_ordinal(order, 0) == (Decimal(number), len(order))
