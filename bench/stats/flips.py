"""The paired sign-flip randomisation test, and Holm's correction for many of them."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from bench.stats.arrays import DUST, Floats, at_least_one, canonical_order, table, vector

EXACT_ARTICLES = 32
"""Up to this many differences other than 0 every one of the 2^n flips is counted (10 ms at 32)."""

_BLOCK_CELLS = 1_000_000
# Sums that ought to be equal differ by rounding; this share of the sum of all magnitudes is a tie.
_TIE = 1e-9


def sign_flip_test(differences: ArrayLike, *, flips: int = 10_000, seed: int) -> float:
    """Return the two-sided p-value of "the sign of each paired difference is a coin's toss".

    `differences` has one value per article; NaN is not applicable, and a difference of 0 has no sign to
    flip. The statistic is the absolute mean. Up to 32 articles with a difference the p-value is exact (all
    2^n flips, counted in two halves), and needs no seed; above, it comes from `flips` random ones, the
    observed one included, so that it is never 0. No difference at all gives 1. Fisher 1935, section 21;
    for summaries and translations: Riezler & Maxwell 2005.
    """
    return float(sign_flip_tests(vector(differences)[np.newaxis], flips=flips, seed=seed)[0])


def sign_flip_tests(differences: ArrayLike, *, flips: int = 10_000, seed: int) -> Floats:
    """Return the p-value of each row of `differences`, tests x articles; random flips are shared."""
    rows = np.nan_to_num(table(differences, "differences"), nan=0.0)
    at_least_one(flips, "flips")
    rows = np.where(np.abs(rows) <= DUST, 0.0, rows)
    p_values = np.ones(len(rows))
    signed = np.count_nonzero(rows, axis=1)
    for test in np.flatnonzero(signed <= EXACT_ARTICLES):
        p_values[test] = _exact(rows[test][rows[test] != 0])
    many = signed > EXACT_ARTICLES
    if many.any():
        p_values[many] = _sampled(rows[many], flips, seed)
    return p_values


def holm(p_values: ArrayLike) -> Floats:
    """Return p-values adjusted for their number (Holm 1979): compare them with the level of the whole.

    Never below the p-value itself, never above 1, in the same order.
    """
    raw = vector(p_values, "p_values")
    if not ((raw >= 0) & (raw <= 1)).all():
        raise ValueError("p-values must lie between 0 and 1")
    order = np.argsort(raw, kind="stable")
    stepped = np.maximum.accumulate(raw[order] * np.arange(len(raw), 0, -1))
    adjusted = np.empty_like(raw)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted


def _exact(differences: Floats) -> float:
    """Return the share of all 2^n flips whose sum is as far from 0 as the observed one.

    A sum over all articles is a sum over one half of them plus one over the other; for each of the first,
    a binary search says how many of the second reach far enough (after Horowitz & Sahni 1974).
    """
    magnitudes = np.sort(np.abs(differences))
    reach = abs(float(np.sort(differences).sum())) - _TIE * float(magnitudes.sum())
    if reach <= 0:
        return 1.0
    half = len(magnitudes) // 2
    first, second = _all_sums(magnitudes[:half]), _all_sums(magnitudes[half:])
    beyond = len(first) * len(second) - int(np.searchsorted(second, reach - first[::-1]).sum())
    return float(2 * beyond / 2 ** len(magnitudes))


def _all_sums(magnitudes: Floats) -> Floats:
    """Return the sums under all 2^n choices of signs, sorted."""
    sums = np.zeros(1)
    for magnitude in magnitudes:
        sums = np.concatenate([sums - magnitude, sums + magnitude])
    return np.sort(sums)


def _sampled(rows: Floats, flips: int, seed: int) -> Floats:
    """Return (c + 1) / (flips + 1), c the random flips whose sum is as far from 0 as the observed one.

    Counting the observed one in keeps the test at its level (Phipson & Smyth 2010).
    """
    columns = rows.T[canonical_order(rows.T)]
    total = columns.sum(axis=0)
    reach = np.abs(total) - _TIE * np.abs(columns).sum(axis=0)
    beyond = np.zeros(len(rows), dtype=np.int64)
    for kept in coin_tosses(flips, len(columns), seed):
        beyond += (np.abs(2 * (kept @ columns) - total) >= reach).sum(axis=0)
    return np.asarray((beyond + 1) / (flips + 1), dtype=np.float64)


def coin_tosses(flips: int, articles: int, seed: int) -> Iterator[Floats]:
    """Yield blocks of flips x articles, each cell 0 or 1."""
    random = np.random.default_rng(seed)
    block = max(1, _BLOCK_CELLS // articles)
    for start in range(0, flips, block):
        cells = min(block, flips - start) * articles
        tosses = np.frombuffer(random.bytes(-(-cells // 8)), dtype=np.uint8)
        yield np.unpackbits(tosses, count=cells).reshape(-1, articles).astype(np.float64)
