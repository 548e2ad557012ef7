"""What a measurement gives: lines of figures, and single errors for reading."""

from collections.abc import Sequence
from typing import NamedTuple

from figures import Figure


class Line(NamedTuple):
    """One line of the result: what was measured, on what, and the figure."""

    row: str
    measure: str
    figure: Figure | None
    note: str = ""


class Example(NamedTuple):
    """A miss or a false alarm, for reading."""

    row: str
    kind: str
    text: str


class Result(NamedTuple):
    """The lines of one row and its errors."""

    lines: list[Line]
    examples: list[Example]


def context(text: str, start: int, end: int) -> str:
    """Return the words around a place, which stands in brackets."""
    return f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 60]}".replace("\n", " ")


def pairs(found: Sequence[tuple[bool, str]]) -> tuple[list[bool], list[str]]:
    """Return hits and their articles as two lists."""
    return [hit for hit, _ in found], [key for _, key in found]
