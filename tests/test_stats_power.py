"""The smallest detectable difference, against scipy 1.17.1 and by planting it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import nct, t

from bench import stats
from bench.stats.power import _after_largest


def normal_sample(articles: int, spread: float, seed: int) -> np.ndarray:
    """Differences of exactly this standard deviation."""
    values = np.random.default_rng(seed).normal(size=articles)
    return (values - values.mean()) / values.std(ddof=1) * spread


def t_test_power(shift: float, articles: int, spread: float, alpha: float) -> float:
    critical = t.ppf(1 - alpha / 2, articles - 1)
    return float(nct.sf(critical, articles - 1, shift / spread * np.sqrt(articles)))


@pytest.mark.parametrize(
    ("articles", "alpha"), [(10, 0.05), (20, 0.05), (32, 0.01), (64, 0.0005), (100, 0.05), (2000, 0.05)]
)
def test_on_normal_differences_the_power_is_that_of_the_t_test(articles, alpha):
    differences = normal_sample(articles, 0.2, articles)
    shift = stats.smallest_detectable_difference(differences, alpha=alpha, seed=1)
    assert t_test_power(shift, articles, 0.2, alpha) == pytest.approx(0.8, abs=0.09)


@pytest.mark.parametrize(
    ("articles", "shape"), [(9, "normal"), (20, "normal"), (20, "skewed"), (32, "many zeros")]
)
def test_a_planted_difference_of_that_size_is_found_about_as_often_as_promised(articles, shape):
    random = np.random.default_rng(articles)
    differences = {
        "normal": lambda: random.normal(0, 0.2, articles),
        "skewed": lambda: random.exponential(0.2, articles),
        "many zeros": lambda: random.normal(0, 0.2, articles) * (random.random(articles) < 0.5),
    }[shape]()
    shift = stats.smallest_detectable_difference(differences, seed=1)
    centred = (differences - differences.mean()) * np.sqrt(articles / (articles - 1))
    corpora = 800 if articles < 30 else 200
    either_way = random.choice([-1.0, 1.0], (corpora, 1))
    planted = random.choice(centred, (corpora, articles)) * either_way + shift
    p_values = stats.sign_flip_tests(planted, seed=1)
    assert np.mean(p_values <= 0.05) == pytest.approx(0.8, abs=0.09)


def test_six_articles_must_all_agree_so_the_largest_noise_must_be_overcome():
    # The noise of six articles, three up and three down by 1, is widened by sqrt(6 / 5).
    found = stats.smallest_detectable_difference([1, -1, 1, -1, 1, -1], seed=1)
    assert found == pytest.approx(np.sqrt(1.2))


def test_power_and_detectable_difference_are_two_readings_of_one_curve():
    differences = normal_sample(24, 0.2, 1)
    shift = stats.smallest_detectable_difference(differences, power=0.6, seed=1)
    assert stats.power(differences, shift + 1e-9, seed=1) == pytest.approx(0.6, abs=0.003)
    assert stats.power(differences, 0.0, seed=1) <= 0.05
    assert stats.power(differences, 1.0, seed=1) == 1.0


@pytest.mark.parametrize(
    ("articles", "comparisons", "possible"),
    [(1, 1, False), (5, 1, False), (6, 1, True), (6, 2, False), (9, 15, False), (10, 15, True)],
)
def test_too_few_articles_detect_nothing_however_large(articles, comparisons, possible):
    differences = np.random.default_rng(articles).normal(0, 0.1, articles)
    found = stats.smallest_detectable_difference(differences, comparisons=comparisons, seed=1)
    assert (found is not None) is possible
    p_value = stats.sign_flip_test(np.full(articles, 5.0), seed=1)
    assert (p_value <= 0.05 / comparisons) is possible


def test_all_pairs_of_a_table_count_as_comparisons_unless_told():
    rows = np.random.default_rng(2).beta(2, 3, (5, 24))
    strict = stats.smallest_detectable_difference(rows, seed=1)
    assert strict == stats.smallest_detectable_difference(rows, comparisons=10, seed=1)
    assert strict > stats.smallest_detectable_difference(rows, comparisons=1, seed=1)


@pytest.mark.parametrize("values", [np.empty((1, 30)), np.empty((0, 30)), np.empty((4, 0)), []])
def test_without_a_pair_or_an_article_there_is_nothing_to_detect(values):
    assert stats.smallest_detectable_difference(values, seed=1) is None
    assert np.isnan(stats.power(values, 0.1, seed=1))


def test_where_nothing_was_measured_no_difference_is_found_however_large():
    rows = np.full((3, 24), np.nan)
    assert stats.smallest_detectable_difference(rows, seed=1) is None
    assert stats.power(rows, 1e6, seed=1) == 0.0


@given(st.integers(1, 60), st.data())
def test_the_largest_but_a_few_is_the_one_that_sorting_finds(columns, data):
    count = data.draw(st.integers(0, columns - 1))
    some = st.one_of(st.integers(-3, 3).map(float), st.just(np.inf))
    values = np.array([data.draw(st.lists(some, min_size=columns, max_size=columns)) for _ in range(2)])
    found = _after_largest(values.copy(), count)
    assert found.tolist() == np.sort(values, axis=1)[:, -1 - count].tolist()


def test_between_identical_systems_any_difference_would_be_seen():
    rows = np.tile(np.random.default_rng(2).beta(2, 3, 24), (3, 1))
    assert stats.smallest_detectable_difference(rows, seed=1) == 0.0


@pytest.mark.parametrize("articles", [24, 400])
def test_articles_that_do_not_apply_count_as_fewer_articles(articles):
    differences = normal_sample(articles, 0.2, 3)
    half = np.concatenate([differences, np.full(articles, np.nan)])
    alone = stats.smallest_detectable_difference(differences, seed=1)
    assert stats.smallest_detectable_difference(half, seed=1) == pytest.approx(alone, rel=0.12)


def test_four_times_the_articles_detect_half_the_difference():
    found = [
        stats.smallest_detectable_difference(normal_sample(articles, 0.2, articles), seed=1)
        for articles in (64, 256, 257, 1024)
    ]
    assert found[0] / found[1] == pytest.approx(2, rel=0.15)
    assert found[1] / found[2] == pytest.approx(1, rel=0.08)
    assert found[2] / found[3] == pytest.approx(2, rel=0.15)


@settings(max_examples=15)
@given(st.randoms(use_true_random=False), st.floats(-1, 1))
def test_neither_the_order_of_articles_nor_a_common_shift_matters(shuffler, constant):
    rows = np.random.default_rng(4).beta(2, 3, (3, 10))
    order = list(range(10))
    shuffler.shuffle(order)
    plain = stats.smallest_detectable_difference(rows, seed=1)
    assert stats.smallest_detectable_difference(rows[:, order], seed=1) == plain
    assert stats.smallest_detectable_difference(rows + constant, seed=1) == pytest.approx(plain, rel=1e-6)
