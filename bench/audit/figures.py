"""The figures of a corpus as a whole: sizes, how references treat articles, agreement, extraction."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from bench.audit.extraction import KINDS, Tally
from bench.audit.outcome import Audit, Audited
from bench.stats import group_bootstrap, krippendorff_alpha, krippendorff_interval
from bench.stats.arrays import Floats

SEED = 0
"""Of the resampling behind every interval here."""


class Rate(NamedTuple):
    """A rate with its 95 % interval over articles and the counts behind it; NaN where there is none."""

    value: float
    low: float
    high: float
    part: int
    whole: int

    def __str__(self) -> str:
        """Return "0.912 [0.890, 0.931] (1,234 of 1,353)"."""
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}] ({self.part:,} of {self.whole:,})"


def rate(parts: Sequence[int], wholes: Sequence[int]) -> Rate:
    """Return the sum of `parts` over that of `wholes`, one of each per article."""
    whole = sum(wholes)
    if not whole:
        return Rate(np.nan, np.nan, np.nan, 0, 0)
    part, counts = np.array(parts, dtype=np.float64), np.array(wholes, dtype=np.float64)

    def shares(weights: Floats) -> Floats:
        with np.errstate(invalid="ignore"):
            return np.asarray((weights @ part) / (weights @ counts))

    low, high = group_bootstrap(shares, np.arange(len(part)), seed=SEED)
    return Rate(sum(parts) / whole, low, high, sum(parts), whole)


class Extraction(NamedTuple):
    """Precision and recall of one kind of fact, and recall of its value whatever the unit."""

    precision: Rate
    recall: Rate
    value_recall: Rate


def extraction(tallies: Iterable[Tally | None]) -> Extraction | None:
    """Return how the extraction agrees with the sheets, None without a sheet."""
    known = [tally for tally in tallies if tally is not None]
    if not known:
        return None
    listed = [tally.listed for tally in known]
    return Extraction(
        rate([tally.right for tally in known], [tally.read for tally in known]),
        rate([tally.found for tally in known], listed),
        rate([tally.valued for tally in known], listed),
    )


class Agreement(NamedTuple):
    """Krippendorff's alpha of the references on what to mention, with its 95 % interval; units are facts."""

    alpha: float
    low: float
    high: float
    facts: int


def agreement(result: Audit) -> Agreement | None:
    """Return how far the references agree on which facts of the sheets are told; None without two of them."""
    rows = [[np.nan if cell is None else cell for cell in row] for one in result.rows for row in one.mentions]
    if not rows or len(result.authors) < 2:
        return None
    low, high = krippendorff_interval(rows, seed=SEED)
    return Agreement(krippendorff_alpha(rows), low, high, len(rows))


def spread(values: Sequence[float], decimals: int = 0) -> str:
    """Return "mean (least to most)" of some values."""
    if not values:
        return "–"
    low, high = min(values), max(values)
    return f"{np.mean(values):,.{decimals}f} ({low:,.{decimals}f} to {high:,.{decimals}f})"


def figure_lines(result: Audit) -> Iterator[tuple[str, str]]:
    """Yield name and text of each figure of the corpus."""
    rows = result.rows
    lengths = [length for row in rows for length in row.references.values()]
    yield "articles", str(len(rows))
    yield "words of an article", spread([row.words for row in rows])
    if lengths:
        yield "references", str(len(lengths))
        for author in result.authors:
            yield (
                f"words of a reference by {author}",
                spread([row.references[author] for row in rows if author in row.references]),
            )
        yield "compression", spread(_compressions(rows), 1)
        yield (
            "novel bigrams of a reference",
            spread([100 - 100 * share for row in rows for share in row.copied]) + " %",
        )
    if any(row.number_tally for row in rows):
        yield from _fact_lines(rows)
    if told := agreement(result):
        yield "facts a reference tells", spread(_told(rows), 1)
        yield (
            "agreement of the references (alpha)",
            f"{told.alpha:.3f} [{told.low:.3f}, {told.high:.3f}] ({told.facts:,} facts)",
        )
    for what, tallies in (
        ("numbers", [r.number_tally for r in rows]),
        ("people", [r.people_tally for r in rows]),
    ):
        if read := extraction(tallies):
            yield f"{what} read: precision", str(read.precision)
            yield f"{what} read: recall", str(read.recall)
            if what == "numbers":
                yield "numbers read: recall of the value alone", str(read.value_recall)


def _fact_lines(rows: Sequence[Audited]) -> Iterator[tuple[str, str]]:
    """Yield how many facts of each kind the sheets have, in all and per article."""
    yield "numbers of an article", spread([row.numbers for row in rows])
    for kind in KINDS:
        counts = [row.kinds.get(kind, 0) for row in rows]
        yield f"  {kind}", f"{sum(counts):,} in all, {spread(counts, 1)} an article"
    yield "people of an article", spread([row.people for row in rows])
    yield "statements of an article", spread([row.said for row in rows])
    yield "key facts of an article", spread([row.keys for row in rows])


def _compressions(rows: Sequence[Audited]) -> list[float]:
    return [row.words / length for row in rows for length in row.references.values() if length]


def _told(rows: Sequence[Audited]) -> list[float]:
    """Return how many distinct facts of the sheet each reference tells."""
    return [
        float(sum(cell or 0 for cell in column))
        for row in rows
        for column in zip(*row.mentions, strict=True)
        if any(cell is not None for cell in column)
    ]
