"""Whatever does not fit a record is named in one form: file, line, field, what is wrong."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from bench.misfit import misfit


class Key(msgspec.Struct, forbid_unknown_fields=True):
    quote: str
    limits: dict[int, float] = {}


class Sheet(msgspec.Struct):
    numbers: tuple[Key, ...]


@pytest.mark.parametrize(
    ("data", "within", "line"),
    [
        ({}, "", "f:3: numbers: missing"),
        ({}, "facts", "f:3: facts.numbers: missing"),
        ({"numbers": [{}]}, "", "f:3: numbers[0].quote: missing"),
        ({"numbers": [{"quote": "a", "off": 1}]}, "facts", "f:3: facts.numbers[0].off: unknown field"),
        ({"numbers": [{"quote": 1}]}, "", "f:3: numbers[0].quote: expected text, got a whole number"),
        (
            {"numbers": [{"quote": "", "limits": {"a": 1}}]},
            "",
            "f:3: numbers[0].limits: expected a whole number",
        ),
        ([], "", "f:3: expected an object, got a list"),
        ([], "facts", "f:3: facts: expected an object, got a list"),
    ],
)
def test_file_line_and_field_stand_before_the_fault(data: Any, within: str, line: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(data, Sheet)
    assert str(misfit(caught.value, within).error(Path("f"), 3)).startswith(line)
    assert str(misfit(caught.value, within).error("f", 3, hint="mend it")).endswith("; mend it")


def test_an_entry_of_a_list_is_no_field_of_its_own() -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert([{}], list[Key])
    assert misfit(caught.value, "waivers").field == "waivers[0].quote"
