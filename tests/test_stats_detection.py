"""Agreement of flags and scores with labels, against scikit-learn 1.9.1 and scipy 1.17.1."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from bench import stats

NAN = float("nan")
POSITIVE = [1, 0, 1, 1, 0, 0, 1, 0, 0, 1]
SCORES = [0.9, 0.4, 0.6, 0.4, 0.4, 0.1, 0.8, 0.85, 0.2, 0.2]
WEIGHTS = [1, 2, 0, 3, 1, 1, 2, 1, 4, 1]
FLAGGED = [score >= 0.5 for score in SCORES]
ROWS = st.lists(st.tuples(st.sampled_from([0.1, 0.2, 0.3, 0.7]), st.booleans()), min_size=1, max_size=15)


def test_auc_is_scikit_learns_roc_auc_score():
    assert stats.auc(SCORES, POSITIVE) == pytest.approx(0.7, abs=1e-12)
    weighted = stats.weighted_auc(SCORES, POSITIVE, np.array([np.ones(10), WEIGHTS]))
    assert weighted == pytest.approx([0.7, 0.753968253968254], abs=1e-12)


def test_balanced_accuracy_is_scikit_learns():
    assert stats.balanced_accuracy(FLAGGED, POSITIVE) == pytest.approx(0.7, abs=1e-12)
    weighted = stats.confusion(FLAGGED, POSITIVE, np.array([np.ones(10), WEIGHTS]))
    assert weighted.balanced_accuracy == pytest.approx([0.7, 0.6587301587301587], abs=1e-12)


def test_the_confusion_and_its_rates_are_what_one_counts():
    found = stats.confusion(FLAGGED, POSITIVE)
    assert [float(cell) for cell in found] == [3, 2, 1, 4]
    assert float(found.precision) == 0.75
    assert float(found.recall) == 0.6
    assert float(found.false_alarm_rate) == 0.2


@pytest.mark.parametrize("seed", range(4))
def test_auc_is_the_u_statistic_per_pair(seed):
    random = np.random.default_rng(seed)
    scores, labels = random.integers(0, 20, 200) / 20, random.random(200) < 0.3
    u = mannwhitneyu(scores[labels], scores[~labels]).statistic
    assert stats.auc(scores, labels) == pytest.approx(u / labels.sum() / (~labels).sum(), abs=1e-12)


@pytest.mark.parametrize(
    ("labels", "expected"), [([], NAN), ([1, 1], NAN), ([0, 0], NAN), ([0, 1], 1.0), ([1, 0], 0.0)]
)
def test_one_class_alone_has_no_auc_and_no_balanced_accuracy(labels, expected):
    scores = [0.2, 0.8][: len(labels)]
    assert stats.auc(scores, labels) == pytest.approx(expected, nan_ok=True)
    flagged = [score > 0.5 for score in scores]
    assert stats.balanced_accuracy(flagged, labels) == pytest.approx(expected, nan_ok=True)


def test_no_flag_has_no_precision():
    assert np.isnan(stats.confusion([0, 0], [1, 0]).precision)


@given(ROWS)
def test_a_weight_is_as_good_as_that_many_rows(rows):
    scores, labels = zip(*rows, strict=True)
    times = np.arange(len(rows)) % 3
    repeated = [row for row, count in zip(rows, times, strict=True) for _ in range(count)]
    many_scores, many_labels = zip(*repeated, strict=True) if repeated else ((), ())
    weighted = stats.weighted_auc(scores, labels, times[np.newaxis].astype(float))[0]
    assert weighted == pytest.approx(stats.auc(many_scores, many_labels), nan_ok=True)


@given(ROWS)
def test_turning_scores_round_turns_auc_round(rows):
    scores, labels = (np.array(column) for column in zip(*rows, strict=True))
    assert stats.auc(-scores, labels) == pytest.approx(1 - stats.auc(scores, labels), nan_ok=True)


@given(ROWS)
def test_the_best_threshold_is_the_best_of_all(rows):
    scores, labels = (np.array(column) for column in zip(*rows, strict=True))
    found = stats.best_threshold(scores, labels)
    every = [stats.balanced_accuracy(scores >= cut, labels) for cut in (0.0, 0.15, 0.25, 0.5)]
    assert found.balanced_accuracy == pytest.approx(max(every), nan_ok=True)
    if labels.any() and not labels.all():
        at_it = stats.balanced_accuracy(scores >= found.value, labels)
        assert at_it == pytest.approx(found.balanced_accuracy)


def test_the_threshold_lies_halfway_between_two_scores():
    assert stats.best_threshold([0.1, 0.2, 0.6, 0.9], [0, 0, 1, 1]) == (0.4, 1.0)


def test_an_auc_has_an_interval_over_articles():
    random = np.random.default_rng(3)
    article = np.repeat(np.arange(60), 5)
    labels = random.random(300) < 0.5
    scores = labels * 0.3 + random.random(300)
    low, high = stats.group_bootstrap(lambda w: stats.weighted_auc(scores, labels, w), article, seed=1)
    assert 0.5 < low < stats.auc(scores, labels) < high < 1
    low, high = stats.group_bootstrap(
        lambda w: stats.confusion(scores > 0.6, labels, w).balanced_accuracy, article, seed=1
    )
    assert low < stats.balanced_accuracy(scores > 0.6, labels) < high


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.auc([NAN, 0.2], [0, 1]), "needs a score"),
        (lambda: stats.auc([0.1, 0.2], [0, 2]), "true or false"),
        (lambda: stats.auc([0.1], [0, 1]), "as many"),
        (lambda: stats.balanced_accuracy([1], [0, 1]), "as many"),
        (lambda: stats.balanced_accuracy([NAN, 1], [0, 1]), "true or false"),
    ],
)
def test_rows_without_score_or_label_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
