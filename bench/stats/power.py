"""How large a difference must be before the articles at hand tell two systems apart."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from bench.stats.arrays import Floats, at_least_one, canonical_order, settled, share, table, vector
from bench.stats.flips import coin_tosses

# The threshold of 80 % power moves by 2 % (one standard error) between seeds at 500 simulated corpora.
_SIMULATIONS = 500
_FLIPS = 10_000
_EXACT_ARTICLES = 12
# Beyond, the sum of flipped differences is normal for this purpose (within 1 % of the flips at 256).
_FLIPPED_ARTICLES = 256
_BLOCK_CELLS = 1_000_000


class _Corpora(NamedTuple):
    """Paired differences without a true difference, simulations x articles; 0 where `applies` is 0."""

    noise: Floats
    applies: Floats


def smallest_detectable_difference(
    values: ArrayLike,
    *,
    power: float = 0.8,
    alpha: float = 0.05,
    comparisons: int | None = None,
    seed: int,
) -> float | None:
    """Return the true difference of means that is found with probability `power` on such a corpus.

    `values` is systems x articles, or the paired differences of one pair, one per article. By simulation
    on the corpus's own variance: articles are drawn with replacement from the centred differences of a
    pair of systems drawn at random, a shift is added, the sign-flip test is made, and the shift is sought
    at which it finds the better system in the share `power` of the simulations.

    The test is held to `alpha / comparisons`, Holm's first and strictest step; by default as many
    comparisons as there are pairs. None where the test cannot get there whatever the difference: n
    articles give no p-value below 2^(1-n), so 5 are too few even for one comparison at 0.05.
    """
    needed = needed_shifts(values, alpha=alpha, comparisons=comparisons, seed=seed)
    if not len(needed):
        return None
    shift = float(np.sort(needed)[int(np.ceil(share(power, "power") * len(needed))) - 1])
    return settled(max(shift, 0.0)) if np.isfinite(shift) else None


def power(
    values: ArrayLike, shift: float, *, alpha: float = 0.05, comparisons: int | None = None, seed: int
) -> float:
    """Return the probability that a true difference of `shift` is found; NaN where there is no pair.

    Arguments and method as in `smallest_detectable_difference`.
    """
    needed = needed_shifts(values, alpha=alpha, comparisons=comparisons, seed=seed)
    return float(np.mean(needed < shift)) if len(needed) else float("nan")


def needed_shifts(values: ArrayLike, *, alpha: float, comparisons: int | None, seed: int) -> Floats:
    """Return, per simulated corpus, the shift above which the test finds it; infinite where none will do.

    Empty where there is no pair or no article.
    """
    array = np.asarray(values, dtype=np.float64)
    differences = vector(array)[np.newaxis] if array.ndim == 1 else _all_pairs(table(array))
    if not differences.size:
        return np.empty(0)
    level = share(alpha, "alpha") / at_least_one(comparisons or len(differences), "comparisons")
    if np.isnan(differences).all():
        return np.full(_SIMULATIONS, np.inf)
    articles = differences.shape[1]
    if articles > _FLIPPED_ARTICLES:
        find = partial(_by_variance, level=level)
    else:
        signs, allowed = _signs(articles, level, seed)
        find = partial(_by_flips, signs=signs, allowed=allowed)
    per_block = max(1, _BLOCK_CELLS // max(articles, _FLIPS))
    return np.concatenate([find(corpora) for corpora in _simulated(differences, per_block, seed)])


def _all_pairs(rows: Floats) -> Floats:
    """Return the differences of all pairs of systems, pairs x articles."""
    first, second = np.triu_indices(len(rows), 1)
    return np.asarray(rows[first] - rows[second], dtype=np.float64)


def _simulated(differences: Floats, per_block: int, seed: int) -> Iterator[_Corpora]:
    """Yield simulated corpora without a true difference, from the centred differences of random pairs."""
    differences = differences[:, canonical_order(differences.T)]
    applies = ~np.isnan(differences)
    counts = applies.sum(axis=1, keepdims=True)
    means = np.where(applies, differences, 0.0).sum(axis=1, keepdims=True) / np.maximum(counts, 1)
    # A sample varies less about its own mean than about the true one.
    widened = np.sqrt(counts / np.maximum(counts - 1, 1))
    noise = np.where(applies, (differences - means) * widened, 0.0)
    random = np.random.default_rng(seed)
    for start in range(0, _SIMULATIONS, per_block):
        simulations = min(per_block, _SIMULATIONS - start)
        pair = random.integers(0, len(noise), (simulations, 1))
        sign = 2.0 * random.integers(0, 2, (simulations, 1)) - 1.0
        article = random.integers(0, noise.shape[1], (simulations, noise.shape[1]))
        yield _Corpora(noise[pair, article] * sign, applies[pair, article].astype(np.float64))


def _signs(articles: int, level: float, seed: int) -> tuple[Floats, int]:
    """Return flips x articles of +1 and -1, and how many of them may reach as far as the observed sum."""
    if articles <= _EXACT_ARTICLES:
        # The other half of all flips are these with every sign turned.
        bits = np.arange(2 ** (articles - 1))[:, np.newaxis] >> np.arange(articles)
        return (1 - 2 * (bits & 1)).astype(np.float64), int(level * len(bits) + 1e-9)
    flips = max(_FLIPS, int(np.ceil(4 / level)))
    signs = np.concatenate(list(coin_tosses(flips, articles, seed)))
    signs *= 2.0
    signs -= 1.0
    return signs, int(level * (flips + 1) + 1e-9) - 1


def _by_flips(corpora: _Corpora, *, signs: Floats, allowed: int) -> Floats:
    """Return the shift of each corpus above which at most `allowed` flips reach as far as the observed sum.

    A flip f of noise x and shift s reaches it if f.x + s f.1 >= 1.x + s n, that is up to the shift
    (f.x - 1.x) / (n - f.1); the one sought is the next after the `allowed` largest of these.
    """
    if allowed >= len(signs):
        return np.full(len(corpora.noise), -np.inf)
    observed = corpora.noise.sum(axis=1, keepdims=True)
    articles = corpora.applies.sum(axis=1, keepdims=True)
    # Whole numbers: where every article applies, their sum is the same for every corpus.
    kept = signs.sum(axis=1)[np.newaxis] if corpora.applies.all() else corpora.applies @ signs.T
    upto = corpora.noise @ signs.T
    other = np.negative(upto)
    upto -= observed
    other -= observed
    np.maximum(_shift(upto, articles - kept), _shift(other, articles + kept), out=upto)
    return _after_largest(upto, allowed)


def _after_largest(values: Floats, count: int) -> Floats:
    """Return the largest of each row but for `count`, which are few among many.

    It is in one of the `count` + 1 groups with the largest maxima; a row is never put in order as a whole.
    """
    rows, columns = values.shape
    size = max(1, int(np.sqrt(columns / (count + 1))))
    groups = values[:, : columns // size * size].reshape(rows, -1, size)
    first = groups.shape[1] - 1 - count
    top = np.argpartition(groups.max(axis=2), first, axis=1)[:, first:]
    likely = np.take_along_axis(groups, top[:, :, np.newaxis], axis=1).reshape(rows, -1)
    likely = np.concatenate([likely, values[:, columns // size * size :]], axis=1)
    at = likely.shape[1] - 1 - count
    likely.partition(at, axis=1)
    return likely[:, at].copy()


def _shift(sums: Floats, turned: Floats) -> Floats:
    """Turn sums into sums / turned; infinite for a flip that turns no sign.

    Such a flip always reaches the observed sum. In place: each of these arrays has 8 MB.
    """
    sums /= np.maximum(turned, 0.5)
    np.copyto(sums, np.inf, where=turned <= 0.5)
    return sums


def _by_variance(corpora: _Corpora, *, level: float) -> Floats:
    """Return the same shifts where articles are so many that flipped sums are normal.

    Their variance is the sum of squares of noise plus shift; the test finds the shift s once
    1.x + s n > z sqrt(sum (x + s)^2), solved for s.
    """
    from statistics import NormalDist

    z = NormalDist().inv_cdf(1 - level / 2)
    articles = np.maximum(corpora.applies.sum(axis=1), 1.0)
    total, squares = corpora.noise.sum(axis=1), (corpora.noise**2).sum(axis=1)
    left = 1 - z**2 / articles
    reached = z * np.sqrt(np.maximum(squares - total**2 / articles, 0.0) / np.maximum(left, 1e-300))
    return np.where(left > 0, (reached - total) / articles, np.inf)
