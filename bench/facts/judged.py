"""What a check says of one claim, with the graded doubt that strictness cuts."""

from typing import NamedTuple

from bench.records import Finding


class Judged(NamedTuple):
    """A finding and how doubtful its claim is, 0 (certain) to 1 (surely wrong)."""

    finding: Finding
    doubt: float
