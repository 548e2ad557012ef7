"""The measure of support of one figure by another."""

from typing import NamedTuple


class Match(NamedTuple):
    """How well a figure of the article supports one of the summary.

    `fit` is 1 for the same figure, lower for a looser reading, 0 for no support; at most `CLASH` the value
    is the same but something explicit stands against it (`how` says what).
    """

    fit: float
    how: str = ""
    reason: str = ""


NONE = Match(0.0)
CLASH = 0.2
SAME = Match(1.0)
