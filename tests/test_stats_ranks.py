"""Rank intervals and leaving one out, by known answers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from bench import stats

NAN = float("nan")
TABLES = st.tuples(st.integers(1, 4), st.integers(0, 12)).flatmap(
    lambda shape: arrays(float, shape, elements=st.sampled_from([0.0, 0.25, 0.5, 0.8, 1.0, NAN]))
)


def table(means: list[float], articles: int, *, seed: int, spread: float = 0.1) -> np.ndarray:
    random = np.random.default_rng(seed)
    hardness = random.normal(0, 0.2, articles)
    return np.array([mean + hardness + random.normal(0, spread, articles) for mean in means])


def test_clearly_different_systems_have_one_rank_each():
    found = stats.rank_intervals(table([0.2, 0.8, 0.5], 32, seed=1), seed=0)
    assert found.low == found.high == (3, 1, 2)
    assert (found.p[~np.eye(3, dtype=bool)] <= 0.05).all()


def test_two_alike_share_their_ranks_and_the_third_stands_apart():
    found = stats.rank_intervals(table([0.6, 0.6, 0.2], 32, seed=2), seed=0)
    assert found.low == (1, 1, 3)
    assert found.high == (2, 2, 3)


def test_a_system_between_two_others_may_overlap_both():
    apart = np.tile([0.1, -0.1], 10)
    rows = np.array([0.1 + 0.5 * np.abs(apart), 0.1 * np.ones(20) + apart, np.zeros(20) + 0.05])
    found = stats.rank_intervals(rows, seed=0)
    assert found.low == (1, 1, 2)
    assert found.high == (2, 3, 3)


def test_five_articles_separate_nobody():
    found = stats.rank_intervals(table([0.1, 0.5, 0.9], 5, seed=3, spread=0.01), seed=0)
    assert found.low == (1, 1, 1)
    assert found.high == (3, 3, 3)


def test_pairs_are_compared_over_the_articles_that_have_both():
    rows = table([0.2, 0.8], 12, seed=4)
    rows[0, :3] = NAN
    rows[1, 2:5] = NAN
    found = stats.rank_intervals(rows, seed=0)
    assert found.articles.tolist() == [[9, 7], [7, 9]]
    assert found.p[0, 1] == found.p[1, 0] == 2 / 2**7
    assert found.low == (2, 1)


def test_a_system_without_any_value_may_have_any_rank():
    rows = np.vstack([table([0.2, 0.8], 12, seed=4), np.full(12, NAN)])
    found = stats.rank_intervals(rows, seed=0)
    assert (found.low[2], found.high[2]) == (1, 3)


@pytest.mark.parametrize(
    ("systems", "low", "high"), [(0, (), ()), (1, (1,), (1,)), (3, (1, 1, 1), (3, 3, 3))]
)
def test_without_articles_nobody_is_told_apart(systems, low, high):
    found = stats.rank_intervals(np.empty((systems, 0)), seed=0)
    assert (found.low, found.high) == (low, high)


def test_many_pairs_get_enough_flips_to_be_separated_at_all():
    rows = np.arange(36)[:, np.newaxis] + np.random.default_rng(1).normal(0, 0.01, (36, 40))
    found = stats.rank_intervals(rows, flips=100, seed=0)
    assert found.low == found.high == tuple(range(36, 0, -1))


def test_under_no_difference_a_whole_table_is_falsely_split_no_oftener_than_alpha():
    random = np.random.default_rng(5)
    split = 0
    for draw in range(500):
        found = stats.rank_intervals(random.beta(2, 3, (4, 12)), alpha=0.1, seed=draw)
        split += found.low != (1, 1, 1, 1) or found.high != (4, 4, 4, 4)
    assert split / 500 <= 0.1 + 3 * np.sqrt(0.1 * 0.9 / 500)


@settings(max_examples=60)
@given(TABLES, st.randoms(use_true_random=False))
def test_rank_intervals_depend_on_neither_the_order_of_articles_nor_that_of_systems(rows, shuffler):
    articles, systems = list(range(rows.shape[1])), list(range(len(rows)))
    shuffler.shuffle(articles)
    shuffler.shuffle(systems)
    straight = stats.rank_intervals(rows, alpha=0.3, seed=1)
    shuffled = stats.rank_intervals(rows[systems][:, articles], alpha=0.3, seed=1)
    assert shuffled.low == tuple(straight.low[system] for system in systems)
    assert shuffled.high == tuple(straight.high[system] for system in systems)


@settings(max_examples=60)
@given(TABLES)
def test_a_rank_interval_is_one_and_within_the_table(rows):
    found = stats.rank_intervals(rows, alpha=0.3, seed=1)
    for low, high in zip(found.low, found.high, strict=True):
        assert 1 <= low <= high <= len(rows)
    assert (found.p == found.p.T).all()


@pytest.mark.parametrize(
    ("means", "expected"),
    [
        ([0.2, 0.9, 0.5], [3, 1, 2]),
        ([0.5, 0.5, 0.1], [1, 1, 3]),
        ([0.1 + 0.2, 0.3, 0.4], [2, 2, 1]),
        ([NAN, 0.0, NAN], [2, 1, 2]),
        ([], []),
    ],
)
def test_ties_share_the_better_rank_and_no_value_comes_last(means, expected):
    assert stats.ranks(means).tolist() == expected


def test_the_article_that_decides_the_order_is_named():
    rows = [[0.5, 0.5, 0.5, 0.5], [0.4, 0.4, 0.4, 1.0], [0.0, 0.1, 0.1, 0.1]]
    found = stats.leave_one_out(rows)
    assert found.rank == (2, 1, 3)
    assert found.low == (1, 1, 3)
    assert found.high == (2, 2, 3)
    assert found.moved_by == ((3,), (3,), ())


def test_an_article_of_which_a_row_has_nothing_moves_only_the_others():
    # The means are 0.3 and 0.2; without an article each: 0.4 and 0.1, 0.3 and 0.3, 0.2 and 0.2.
    found = stats.leave_one_out([[0.2, NAN, 0.4], [0.3, 0.1, NAN]])
    assert found.rank == (1, 2)
    assert found.moved_by == ((), (1, 2))


def test_a_single_article_is_not_left_out():
    found = stats.leave_one_out([[0.2], [0.3]])
    assert found == ((2, 1), (2, 1), (2, 1), ((), ()))


def test_the_reference_without_which_ranks_change_is_named():
    found = stats.rank_changes([0.5, 0.4], [[0.5, 0.3], [0.4, 0.35]])
    assert found.moved_by == ((1,), (1,))


def test_variants_of_other_systems_are_refused():
    with pytest.raises(ValueError, match="as many systems"):
        stats.rank_changes([0.5, 0.4], [[0.5]])
