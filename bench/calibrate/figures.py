"""Figures of agreement, per labelled set and over all sets, with intervals over articles."""

import heapq
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from math import isnan
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from bench.calibrate.columns import Articles, Columns, Flags
from bench.calibrate.judgements import CHECKS, Example, Judgement
from bench.stats import auc, group_bootstrap, group_bootstraps, weighted_auc

ALL_SETS = "mean over sets"
_BINS = 10

Counts = NDArray[np.float64]


class Figure(msgspec.Struct, frozen=True):
    """One measured number, 0 to 1, with its 95 % interval and the cases behind it; None where undefined.

    `of` says what is counted (summaries, an error type, flags, marked spans), `check` which check flags.
    """

    dataset: str
    of: str
    check: str
    measure: str
    value: float | None
    low: float | None
    high: float | None
    cases: int


class Reliability(msgspec.Struct, frozen=True):
    """Summaries with scores of one tenth: their mean score and the share that people call consistent."""

    score: float
    consistent: float
    cases: int


class SetSize(msgspec.Struct, frozen=True):
    """How large a labelled set is."""

    dataset: str
    pairs: int
    articles: int
    inconsistent: int


class Calibration(msgspec.Struct, frozen=True):
    """Everything that `sumbench calibrate` shows."""

    strictness: str
    resamples: int
    seed: int
    sets: tuple[SetSize, ...]
    figures: tuple[Figure, ...]
    reliability: tuple[Reliability, ...]
    examples: tuple[Example, ...]


def figures_of(
    judged: Iterable[Judgement], strictness: str, *, resamples: int, seed: int, examples: int
) -> Calibration:
    """Return the figures of `judged`; of examples for reading, `examples` of each kind and set are kept."""
    rows: dict[str, Columns] = {}
    kept: dict[tuple[str, str], list[Example]] = {}
    for judgement in judged:
        for example in judgement.examples:
            kept.setdefault((example.dataset, example.kind), []).append(example)
        if judgement.dataset not in rows:
            rows[judgement.dataset] = Columns()
        rows[judgement.dataset].add(judgement)
        for key, some in kept.items():
            if len(some) > 4 * examples + 40:
                kept[key] = heapq.nsmallest(examples, some)
    measure = Measuring(resamples, seed)
    names = sorted(rows)
    figures = [figure for name in names for figure in measure.of_set(name, rows[name])]
    return Calibration(
        strictness,
        resamples,
        seed,
        tuple(_size(name, rows[name]) for name in names),
        (*figures, *_means(figures)),
        _reliability([rows[name] for name in names]),
        tuple(e for key in sorted(kept) for e in heapq.nsmallest(examples, kept[key])),
    )


Ratio = Callable[[Counts], Counts]


class Counted(NamedTuple):
    """What a figure is made of: which cases are counted in which cell."""

    dataset: str
    of: str
    check: str
    cells: Sequence[Flags]


class Measuring(NamedTuple):
    """How intervals are made: how many draws of articles, from which seed."""

    resamples: int
    seed: int

    def of_set(self, dataset: str, rows: Columns) -> Iterator[Figure]:
        """Yield the figures of one set: verdicts, score, error types, flags and marked spans."""
        articles, wrong = rows.article_of(), rows.wrong
        asked = list[tuple[Counted, str, Ratio]]()
        for check in ("any", *CHECKS):
            flagged = rows.flagged(check)
            cells = (wrong & flagged, wrong & ~flagged, ~wrong & flagged, ~wrong & ~flagged)
            counted = Counted(dataset, "summaries", check, cells)
            asked += [(counted, measure, ratio) for measure, ratio in _OF_SUMMARIES.items()]
            for kind in rows.error_types:
                own = rows.of_type(kind)
                asked.append(
                    (counted._replace(of=kind, cells=(own & flagged, own & ~flagged)), "recall", _share)
                )
        yield from self.ratios(asked, articles)
        yield self.auc(dataset, rows, articles)
        yield from self.of_mentions(dataset, rows)

    def ratios(self, asked: Sequence[tuple[Counted, str, Ratio]], articles: Articles) -> Iterator[Figure]:
        """Yield figures that are functions of counts; cases of one article are added up before drawing.

        `articles` has the article of each case; the same articles are drawn for all figures.
        """
        names, index = np.unique(articles, return_inverse=True)
        totals = [_by_article(counted.cells, index, len(names)) for counted, _, _ in asked]
        intervals = group_bootstraps(
            [partial(_drawn, ratio, sums) for (_, _, ratio), sums in zip(asked, totals, strict=True)],
            names,
            resamples=self.resamples,
            seed=self.seed,
        )
        for (counted, measure, ratio), sums, (low, high) in zip(asked, totals, intervals, strict=True):
            value = float(ratio(sums.sum(axis=0)))
            place = (counted.dataset, counted.of, counted.check, measure)
            yield Figure(*place, _defined(value), _defined(low), _defined(high), int(sums.sum()))

    def auc(self, dataset: str, rows: Columns, articles: Articles) -> Figure:
        """Return the area under the ROC curve of the score."""
        risk, wrong = 1 - np.array(rows.score), rows.wrong
        low, high = group_bootstrap(
            lambda weights: weighted_auc(risk, wrong, weights),
            articles,
            resamples=self.resamples,
            seed=self.seed,
        )
        value = _defined(auc(risk, wrong))
        return Figure(dataset, "summaries", "score", "auc", value, _defined(low), _defined(high), len(rows))

    def of_mentions(self, dataset: str, rows: Columns) -> Iterator[Figure]:
        """Yield precision of flags and recall of spans, where people marked what is wrong."""
        for check in CHECKS if rows.marked else ():
            for of, measure, hits in (
                ("flags", "precision", rows.mentions[check]),
                ("marked spans", "recall", rows.spans[check]),
            ):
                if len(hits):
                    right = hits.right
                    counted = Counted(dataset, of, check, (right, ~right))
                    yield from self.ratios([(counted, measure, _share)], rows.article_of(hits))


def _by_article(cells: Sequence[Flags], index: Articles, articles: int) -> Counts:
    """Return how many cases each article has in each cell."""
    return np.stack([np.bincount(index, cell, articles) for cell in cells], 1)


def _drawn(ratio: Ratio, sums: Counts, weights: Counts) -> Counts:
    """Return a figure for each draw of articles."""
    return ratio((weights @ sums).T)


def _share(cells: Counts) -> Counts:
    """Return the share of the first of two counts."""
    return _divided(cells[0], cells[0] + cells[1])


def _divided(part: Counts, whole: Counts) -> Counts:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(whole > 0, np.divide(part, whole), np.nan))


def _balanced(cells: Counts) -> Counts:
    caught, missed, alarms, cleared = cells
    return (_divided(caught, caught + missed) + _divided(cleared, alarms + cleared)) / 2


# Cells: wrong and flagged, wrong and not, right but flagged, right and not.
_OF_SUMMARIES: dict[str, Ratio] = {
    "balanced accuracy": _balanced,
    "precision": lambda cells: _divided(cells[0], cells[0] + cells[2]),
    "recall": lambda cells: _divided(cells[0], cells[0] + cells[1]),
    "false alarms": lambda cells: _divided(cells[2], cells[2] + cells[3]),
}


def _defined(value: float) -> float | None:
    return None if isnan(value) else float(value)


def _size(dataset: str, rows: Columns) -> SetSize:
    return SetSize(dataset, len(rows), rows.articles, int(rows.wrong.sum()))


def _means(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the mean over sets of each figure about summaries; every set counts the same."""
    together: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.of == "summaries" and figure.value is not None:
            together.setdefault((figure.check, figure.measure), []).append(figure)
    for (check, measure), own in together.items():
        value = float(np.mean([figure.value for figure in own if figure.value is not None]))
        yield Figure(ALL_SETS, "summaries", check, measure, value, None, None, sum(f.cases for f in own))


def _reliability(sets: Sequence[Columns]) -> tuple[Reliability, ...]:
    """Return the share of consistent summaries by tenth of the score, every set counting the same."""
    bins: dict[int, tuple[array[float], array[float], array[float]]] = {}
    for rows in sets:
        weight = 1 / len(rows)
        for score, wrong in zip(rows.score, rows.wrong.tolist(), strict=True):
            place = min(_BINS - 1, int(score * _BINS))
            columns = bins.setdefault(place, (array("d"), array("d"), array("d")))
            for column, value in zip(columns, (weight, weight * score, weight * (not wrong)), strict=True):
                column.append(value)
    found = []
    for place in sorted(bins):
        weight, score, consistent = (float(sum(column)) for column in bins[place])
        found.append(Reliability(score / weight, consistent / weight, len(bins[place][0])))
    return tuple(found)
