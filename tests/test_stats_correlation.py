"""Correlations, against scipy 1.17.1 and pingouin 0.7.0."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pearsonr, rankdata, spearmanr

from bench import stats

NAN = float("nan")
X = [2.1, 3.4, 1.2, 5.6, 4.4, 3.9, 2.2, 6.1]
Y = [1.9, 2.7, 2.2, 4.8, 5.1, 3.0, 1.1, 5.9]
SET = [1, 1, 0, 1, 0, 1, 0, 0]
LENGTH = [3, 8, 1, 9, 12, 4, 5, 7]


def test_plain_correlations_are_scipys():
    assert stats.pearson(X, Y) == pytest.approx(pearsonr(X, Y).statistic, abs=1e-11)
    assert stats.spearman(X, LENGTH) == pytest.approx(spearmanr(X, LENGTH).statistic, abs=1e-11)
    assert stats.spearman(SET, LENGTH) == pytest.approx(spearmanr(SET, LENGTH).statistic, abs=1e-11)


def test_partial_correlations_are_pingouins():
    assert stats.partial_correlation(X, Y, (SET, LENGTH)) == pytest.approx(0.8607487203943106, abs=1e-11)
    ranked = stats.partial_correlation(X, Y, (SET, LENGTH), ranked=True)
    assert ranked == pytest.approx(0.8080935037853285, abs=1e-11)


def test_with_one_control_it_is_the_textbook_formula():
    xy, xz, yz = (pearsonr(*pair).statistic for pair in ((X, Y), (X, LENGTH), (Y, LENGTH)))
    expected = (xy - xz * yz) / np.sqrt((1 - xz**2) * (1 - yz**2))
    assert stats.partial_correlation(X, Y, [LENGTH]) == pytest.approx(expected, abs=1e-11)


@given(st.lists(st.sampled_from([0.1, 0.2, 0.3, 7.0]), max_size=12))
def test_ties_share_the_mean_of_their_ranks_as_in_scipy(values):
    np.testing.assert_array_equal(stats.average_ranks(values), rankdata(values))


@pytest.mark.parametrize(
    ("x", "y", "controls"),
    [
        ([], [], ()),
        ([1.0], [2.0], ()),
        ([0.1, 0.1, 0.1], [1.0, 2.0, 3.0], ()),
        ([1.0, 2.0, 3.0], [3.0, 5.0, 6.0], ([2.0, 4.0, 6.0],)),
        ([1.0, NAN, 3.0], [NAN, 5.0, 6.0], ()),
    ],
)
def test_where_nothing_varies_there_is_no_correlation(x, y, controls):
    assert np.isnan(stats.partial_correlation(x, y, controls))


def test_rows_with_a_gap_are_left_out():
    assert stats.pearson([*X, NAN, 3.0], [*Y, 4.0, NAN]) == stats.pearson(X, Y)


def test_nan_has_no_rank():
    with pytest.raises(ValueError, match="no rank"):
        stats.average_ranks([0.1, NAN])


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="as many"):
        stats.pearson(X, Y[:-1])
