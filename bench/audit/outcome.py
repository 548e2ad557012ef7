"""What an audit gives: faults with their place, a row per article, and the corpus as a whole."""

from typing import NamedTuple

from bench.audit.extraction import Tally


class Problem(NamedTuple):
    """One fault: where it is and what it is. `grave` ones make the corpus invalid, others are to be read."""

    where: str
    message: str
    grave: bool = True

    def __str__(self) -> str:
        """Return the line a reader sees."""
        return f"{self.where}: {self.message}"


class Audited(NamedTuple):
    """One article of the audit's table.

    `references` are lengths in words by author, `copied` the share of each one's bigrams that the article
    has too; `mentions` has a row per distinct fact of the sheet and a column per author of the corpus:
    1 mentioned, 0 not, None for no reference. The tallies are None without a fact sheet.
    """

    article: str
    words: int
    references: dict[str, int]
    copied: tuple[float, ...]
    kinds: dict[str, int]
    people: int
    said: int
    keys: int
    number_tally: Tally | None = None
    people_tally: Tally | None = None
    mentions: tuple[tuple[int | None, ...], ...] = ()

    @property
    def numbers(self) -> int:
        """How many numbers the fact sheet has."""
        return sum(self.kinds.values())


class Audit(NamedTuple):
    """The audit of a corpus; `authors` are those of its references, in order."""

    rows: tuple[Audited, ...]
    problems: tuple[Problem, ...]
    authors: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether no fault is grave."""
        return not any(problem.grave for problem in self.problems)
