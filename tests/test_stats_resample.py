"""Bootstrap intervals, against scipy 1.17.1 and by what must hold of any interval."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import bootstrap

from bench import stats

NAN = float("nan")
SCORES = st.sampled_from([0.0, 0.125, 0.3, 0.7, 1.0, NAN])
TABLES = st.tuples(st.integers(1, 9), st.integers(1, 6)).flatmap(
    lambda shape: arrays(float, shape, elements=SCORES)
)


def scores(articles: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).beta(2, 3, articles)


@pytest.mark.parametrize(("articles", "level"), [(5, 0.95), (32, 0.95), (32, 0.8), (200, 0.99)])
def test_the_interval_is_that_of_scipys_percentile_bootstrap(articles, level):
    values = scores(articles, articles)
    mine = stats.bootstrap_interval(values, resamples=20_000, level=level, seed=1)
    theirs = bootstrap(
        (values,), np.mean, method="percentile", n_resamples=20_000, confidence_level=level, rng=2
    ).confidence_interval
    assert mine == pytest.approx(tuple(theirs), abs=0.06 * theirs.high - 0.06 * theirs.low)


def test_the_paired_interval_is_that_of_scipys_paired_bootstrap():
    a, b = scores(24, 1), scores(24, 2)
    mine = stats.paired_difference_interval(a, b, resamples=20_000, seed=1)
    theirs = bootstrap(
        (a, b), lambda x, y, axis: (x - y).mean(axis), paired=True, method="percentile",
        n_resamples=20_000, vectorized=True, rng=2,
    ).confidence_interval  # fmt: skip
    assert mine == pytest.approx(tuple(theirs), abs=0.01)


def test_not_applicable_articles_are_drawn_but_not_averaged():
    values = scores(30, 3)
    values[::3] = NAN
    mine = stats.bootstrap_interval(values, resamples=20_000, seed=1)
    theirs = bootstrap(
        (values,), np.nanmean, method="percentile", n_resamples=20_000, rng=2
    ).confidence_interval
    assert mine == pytest.approx(tuple(theirs), abs=0.01)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], (NAN, NAN)),
        ([NAN, NAN], (NAN, NAN)),
        ([0.3], (0.3, 0.3)),
        ([NAN, 0.3], (0.3, 0.3)),
        ([0.1] * 7, (0.1, 0.1)),
        ([0.0, 0.0], (0.0, 0.0)),
        ([0.0, 1.0], (0.0, 1.0)),
    ],
)
def test_degenerate_columns_have_an_interval_of_no_width_or_none(values, expected):
    assert stats.bootstrap_interval(values, seed=0) == pytest.approx(expected, nan_ok=True, abs=0)


def test_a_table_without_articles_has_one_empty_interval_per_column():
    low, high = stats.bootstrap_intervals(np.empty((0, 3)), seed=0)
    assert np.isnan(low).all()
    assert np.isnan(high).all()
    assert low.shape == (3,)


def test_columns_share_their_draws():
    values = scores(40, 5)
    low, high = stats.bootstrap_intervals(np.column_stack([values, 2 * values, values]), seed=4)
    assert low[0] == low[2]
    assert high[0] == high[2]
    assert low[1] == pytest.approx(2 * low[0])


def test_draws_in_several_blocks_are_as_many_as_asked():
    values = scores(3000, 6)
    low, high = stats.bootstrap_interval(values, resamples=501, seed=0)
    error = values.std() / np.sqrt(len(values))
    assert (low, high) == pytest.approx(
        (values.mean() - 1.96 * error, values.mean() + 1.96 * error), abs=0.3 * error
    )


def test_the_interval_covers_the_true_mean_about_as_often_as_it_says():
    random = np.random.default_rng(7)
    covered = 0
    for draw in range(600):
        low, high = stats.bootstrap_interval(random.beta(2, 3, 32), resamples=400, seed=draw)
        covered += low <= 0.4 <= high
    assert 0.91 <= covered / 600 <= 0.975


def test_values_that_end_in_a_tie_print_alike_whatever_the_order_of_addition():
    values = np.repeat([0.1, 0.2, 0.7], 3)
    low, high = stats.bootstrap_interval(values, seed=0)
    assert low == float(f"{low:.12g}")
    assert high == float(f"{high:.12g}")


@settings(max_examples=60)
@given(TABLES, st.randoms(use_true_random=False), st.integers(0, 5))
def test_the_order_of_articles_does_not_matter(rows, shuffler, seed):
    order = list(range(len(rows)))
    shuffler.shuffle(order)
    straight = stats.bootstrap_intervals(rows, resamples=50, seed=seed)
    shuffled = stats.bootstrap_intervals(rows[order], resamples=50, seed=seed)
    np.testing.assert_array_equal(straight, shuffled)


def test_rows_that_differ_only_in_their_last_columns_have_an_order_too():
    rows = np.column_stack([np.zeros((20, 4)), scores(20, 1), scores(20, 2)])
    straight = stats.bootstrap_intervals(rows, resamples=50, seed=1)
    np.testing.assert_array_equal(straight, stats.bootstrap_intervals(rows[::-1], resamples=50, seed=1))


@settings(max_examples=60)
@given(TABLES, st.integers(-3, 3))
def test_a_constant_added_to_every_score_moves_the_interval_by_it(rows, constant):
    plain = stats.bootstrap_intervals(rows, resamples=50, seed=1)
    moved = stats.bootstrap_intervals(rows + constant, resamples=50, seed=1)
    np.testing.assert_allclose(np.add(plain, constant), moved, atol=1e-9)


@settings(max_examples=60)
@given(TABLES)
def test_an_interval_lies_within_the_scores(rows):
    low, high = stats.bootstrap_intervals(rows, resamples=50, seed=1)
    for column, lower, upper in zip(rows.T, low, high, strict=True):
        if np.isnan(column).all():
            assert np.isnan([lower, upper]).all()
        else:
            assert np.nanmin(column) - 1e-9 <= lower <= upper <= np.nanmax(column) + 1e-9


def test_a_paired_difference_says_how_many_articles_have_both():
    a, b = [0.5, 0.7, NAN, 0.9, 0.8], [0.4, 0.5, 0.2, NAN, 0.5]
    found = stats.paired_difference(a, b, seed=0)
    assert found.articles == 3
    assert found.mean == 0.2
    assert found.p == 0.25
    assert 0.1 <= found.low <= found.high <= 0.3


def test_a_paired_difference_without_common_articles_is_not_a_number_and_not_significant():
    found = stats.paired_difference([0.5, NAN], [NAN, 0.5], seed=0)
    assert found.articles == 0
    assert found.p == 1.0
    assert np.isnan([found.mean, found.low, found.high]).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.bootstrap_interval([[0.1]], seed=0), "1 dimension"),
        (lambda: stats.bootstrap_intervals([0.1], seed=0), "2 dimension"),
        (lambda: stats.bootstrap_interval([float("inf")], seed=0), "finite"),
        (lambda: stats.bootstrap_interval([0.1], resamples=0, seed=0), "at least 1"),
        (lambda: stats.bootstrap_interval([0.1], level=95, seed=0), "between 0 and 1"),
        (lambda: stats.paired_difference([0.1], [0.1, 0.2], seed=0), "as many"),
        (lambda: stats.group_bootstrap(lambda weights: weights, ["a", "b"], seed=0), "one value per draw"),
        (lambda: stats.group_bootstrap(lambda weights: weights[:, 0], [], seed=0), "at least one row"),
    ],
)
def test_input_that_cannot_be_meant_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_groups_of_one_row_are_the_plain_bootstrap():
    values = np.sort(scores(25, 8))
    grouped = stats.group_bootstrap(lambda weights: weights @ values / 25, range(25), seed=3)
    assert grouped == pytest.approx(tuple(stats.bootstrap_interval(values, seed=3)))


def test_rows_of_one_article_stand_and_fall_together():
    article = np.repeat(np.arange(12), 20)
    values = np.repeat(scores(12, 9), 20)
    low, high = stats.group_bootstrap(lambda weights: weights @ values / weights.sum(1), article, seed=3)
    alone = stats.bootstrap_interval(values[::20], seed=3)
    assert (low, high) == pytest.approx(tuple(alone), abs=0.02)
    too_narrow = stats.bootstrap_interval(values, seed=3)
    assert too_narrow.high - too_narrow.low < 0.4 * (high - low)


def test_the_order_of_rows_does_not_matter_to_a_grouped_interval():
    article = np.array(list("aabbbccdd"))
    values, order = scores(9, 10), np.random.default_rng(1).permutation(9)
    straight = stats.group_bootstrap(lambda weights: weights @ values, article, seed=3)
    shuffled = stats.group_bootstrap(lambda weights: weights @ values[order], article[order], seed=3)
    assert straight == pytest.approx(tuple(shuffled))


def test_draws_in_which_a_statistic_is_undefined_are_left_out():
    labels = np.array([True, False, False])
    scored = np.array([0.9, 0.2, 0.4])
    found = stats.group_bootstrap(lambda w: stats.weighted_auc(scored, labels, w), ["a", "b", "c"], seed=0)
    assert found == (1.0, 1.0)
    never = stats.group_bootstrap(
        lambda w: stats.weighted_auc(scored, labels & False, w), ["a", "b", "c"], seed=0
    )
    assert np.isnan(never).all()
