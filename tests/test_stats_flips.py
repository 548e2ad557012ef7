"""The sign-flip test and Holm's correction, against published figures, scipy 1.17.1 and sacreBLEU 2.6.0."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.significance import Result, _paired_ar_test, _paired_bs_test
from scipy.stats import permutation_test

from bench import stats

NAN = float("nan")
# Darwin's fifteen pairs of maize, crossed less self-fertilised, in eighths of an inch.
MAIZE = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]


class MeanScore:
    """A sacreBLEU metric whose corpus score is the mean of numbers given as hypotheses."""

    def _extract_corpus_statistics(self, hypotheses, references):
        return np.array([[float(value)] for value in hypotheses])

    def _aggregate_and_compute(self, statistics):
        return Result(float(np.sum(statistics)))

    def _compute_score_from_stats(self, statistics):
        return Result(float(np.sum(statistics)))


def sacrebleu_p(test, a, b, samples):
    metric = MeanScore()
    statistics = metric._extract_corpus_statistics(a, None)
    baseline = {"mean": (statistics, metric._aggregate_and_compute(statistics))}
    _, results = test(baseline, "b", list(b), None, {"mean": metric}, n_samples=samples, seed=12345)
    return results["mean"].p_value


def scipy_p(differences, **options):
    mean = permutation_test(
        (differences,), lambda x, axis: x.mean(axis), permutation_type="samples", vectorized=True, **options
    )
    return mean.pvalue


def test_darwins_maize_has_the_p_value_that_fisher_counted():
    # Fisher 1935, section 21: 863 of 32,768 choices of sign reach 314 or more.
    assert stats.sign_flip_test(MAIZE, seed=0) == 2 * 863 / 2**15


@pytest.mark.parametrize("articles", [2, 3, 5, 8, 13])
@pytest.mark.parametrize("shift", [0.0, 0.1, 0.4])
def test_up_to_32_articles_the_p_value_is_scipys_over_all_flips(articles, shift):
    differences = np.random.default_rng(articles).normal(shift, 0.2, articles)
    assert stats.sign_flip_test(differences, seed=0) == pytest.approx(
        scipy_p(differences, n_resamples=np.inf), abs=1e-12
    )


@pytest.mark.parametrize("articles", [20, 32])
def test_the_two_halves_count_what_random_flips_estimate(articles):
    differences = np.random.default_rng(articles).normal(0.08, 0.2, articles)
    expected = scipy_p(differences, n_resamples=40_000, rng=1)
    assert stats.sign_flip_test(differences, seed=0) == pytest.approx(expected, abs=0.008)


def test_above_32_articles_the_p_value_is_scipys_but_for_chance():
    differences = np.random.default_rng(5).normal(0.03, 0.15, 80)
    expected = scipy_p(differences, n_resamples=40_000, rng=1)
    assert stats.sign_flip_test(differences, flips=40_000, seed=0) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(("articles", "shift"), [(24, 0.05), (60, 0.0), (60, 0.04), (300, 0.02)])
def test_the_p_value_is_that_of_sacrebleus_paired_randomisation(articles, shift):
    random = np.random.default_rng(articles)
    a = random.beta(2, 3, articles)
    b = a + random.normal(shift, 0.15, articles)
    expected = sacrebleu_p(_paired_ar_test, a, b, 10_000)
    assert stats.sign_flip_test(a - b, seed=3) == pytest.approx(expected, abs=0.016)


def test_sacrebleus_paired_bootstrap_agrees_where_the_answer_is_clear():
    random = np.random.default_rng(2)
    a = random.beta(2, 3, 100)
    noise = random.normal(0, 0.15, 100)
    for shift, significant in ((0.0, False), (0.15, True)):
        b = a + noise - noise.mean() + shift
        assert (sacrebleu_p(_paired_bs_test, a, b, 2000) <= 0.05) is significant
        assert (stats.sign_flip_test(a - b, seed=3) <= 0.05) is significant


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ([], 1.0),
        ([NAN], 1.0),
        ([0.0] * 40, 1.0),
        ([0.3], 1.0),
        ([0.3, 0.2], 0.5),
        ([0.3, 0.3, -0.3], 1.0),
        ([0.1] * 6, 2 / 2**6),
        ([0.1] * 6 + [0.0] * 60, 2 / 2**6),
        ([0.1] * 6 + [NAN] * 60, 2 / 2**6),
        ([0.3, -0.3], 1.0),
    ],
)
def test_degenerate_differences_have_the_p_value_one_counts_by_hand(differences, expected):
    assert stats.sign_flip_test(differences, seed=0) == expected


@pytest.mark.parametrize("articles", [8, 40])
def test_rounding_of_floats_does_not_break_ties(articles):
    tenths = np.resize([3, -2, -1, 2, -1, 1, 2, -2], articles)
    by_hand = stats.sign_flip_test(tenths, seed=0)
    assert stats.sign_flip_test(tenths * 0.1, seed=0) == by_hand
    assert stats.sign_flip_test(tenths * 0.1 + 0.7 - 0.7, seed=0) == by_hand


def test_float_dust_is_no_difference():
    assert stats.sign_flip_test([1e-16] * 20, seed=0) == 1.0


def test_random_flips_never_give_a_p_value_of_nought():
    assert stats.sign_flip_test([0.1] * 50, flips=999, seed=0) == 1 / 1000


def test_random_flips_do_not_depend_on_the_order_of_articles_either():
    differences = np.random.default_rng(1).normal(0.01, 0.1, (3, 60))
    shuffled = differences[:, np.random.default_rng(2).permutation(60)]
    straight = stats.sign_flip_tests(differences, flips=500, seed=4)
    np.testing.assert_array_equal(straight, stats.sign_flip_tests(shuffled, flips=500, seed=4))


def test_a_seed_gives_the_same_p_value_again():
    differences = np.random.default_rng(1).normal(0.02, 0.1, 50)
    once, again, other = (stats.sign_flip_test(differences, seed=seed) for seed in (4, 4, 5))
    assert once == again != other


@pytest.mark.parametrize("articles", [10, 40])
def test_under_no_difference_the_share_of_false_separations_stays_at_its_level(articles):
    differences = np.random.default_rng(articles).laplace(0, 0.2, (4000, articles))
    p_values = stats.sign_flip_tests(differences, flips=2000, seed=1)
    for level in (0.01, 0.05, 0.2):
        error = np.sqrt(level * (1 - level) / 4000)
        assert level - 5 * error <= np.mean(p_values <= level) <= level + 4 * error


@settings(max_examples=60)
@given(
    st.lists(st.floats(-1, 1).map(lambda value: round(value, 2)), max_size=45),
    st.randoms(use_true_random=False),
)
def test_neither_order_nor_side_nor_scale_matters(differences, shuffler):
    shuffled = differences[:]
    shuffler.shuffle(shuffled)
    p_value = stats.sign_flip_test(differences, flips=300, seed=2)
    assert 0 < p_value <= 1
    assert stats.sign_flip_test(shuffled, flips=300, seed=2) == p_value
    if np.count_nonzero(differences) <= 32:
        assert stats.sign_flip_test([-value for value in differences], seed=2) == p_value
        assert stats.sign_flip_test([4 * value for value in differences], seed=2) == p_value


@pytest.mark.parametrize(
    ("p_values", "expected"),
    [  # statsmodels 0.15.0, multipletests(p, method="holm")
        ([0.01, 0.02, 0.03, 0.04, 0.05], [0.05, 0.08, 0.09, 0.09, 0.09]),
        ([0.04, 0.001, 0.03, 0.2, 0.012], [0.09, 0.005, 0.09, 0.2, 0.048]),
        ([0.3, 0.004, 0.04, 0.004], [0.3, 0.016, 0.08, 0.016]),
        ([0.02, 0.02, 0.02], [0.06, 0.06, 0.06]),
        ([0.5, 0.6], [1.0, 1.0]),
        ([0.0001], [0.0001]),
        ([], []),
    ],
)
def test_holm_gives_the_adjusted_values_of_statsmodels(p_values, expected):
    np.testing.assert_allclose(stats.holm(p_values), expected, atol=1e-15)


@pytest.mark.parametrize("p_values", [[-0.1], [1.1], [NAN]])
def test_holm_refuses_what_is_no_probability(p_values):
    with pytest.raises(ValueError, match="between 0 and 1"):
        stats.holm(p_values)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.data())
def test_holm_keeps_the_order_and_never_rewards_a_larger_p_value(p_values, data):
    adjusted = stats.holm(p_values)
    assert (adjusted >= np.array(p_values)).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(p_values, kind="stable")]) >= 0).all()
    raised = p_values[:]
    index = data.draw(st.integers(0, len(p_values) - 1))
    raised[index] = data.draw(st.floats(p_values[index], 1))
    assert (stats.holm(raised) >= adjusted - 1e-15).all()
