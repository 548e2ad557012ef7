"""Statistics: numpy arrays in, plain numbers out; every random draw comes from a seed the caller names.

NaN in an input means "not applicable for this article" and is left out, never counted as 0. Articles may
stand in any order: rows are put into an order of their own before anything is drawn, so only the values
and the seed decide.
"""

from bench.stats.agreement import krippendorff_alpha, krippendorff_interval
from bench.stats.correlation import average_ranks, partial_correlation, pearson, spearman
from bench.stats.detection import (
    Confusion,
    Threshold,
    auc,
    balanced_accuracy,
    best_threshold,
    confusion,
    weighted_auc,
)
from bench.stats.flips import holm, sign_flip_test, sign_flip_tests
from bench.stats.power import power, smallest_detectable_difference
from bench.stats.ranks import (
    RankChanges,
    RankIntervals,
    leave_one_out,
    rank_changes,
    rank_intervals,
    ranks,
)
from bench.stats.resample import (
    Difference,
    Interval,
    Intervals,
    bootstrap_interval,
    bootstrap_intervals,
    group_bootstrap,
    group_bootstraps,
    paired_difference,
    paired_difference_interval,
)

__all__ = [
    "Confusion",
    "Difference",
    "Interval",
    "Intervals",
    "RankChanges",
    "RankIntervals",
    "Threshold",
    "auc",
    "average_ranks",
    "balanced_accuracy",
    "best_threshold",
    "bootstrap_interval",
    "bootstrap_intervals",
    "confusion",
    "group_bootstrap",
    "group_bootstraps",
    "holm",
    "krippendorff_alpha",
    "krippendorff_interval",
    "leave_one_out",
    "paired_difference",
    "paired_difference_interval",
    "partial_correlation",
    "pearson",
    "power",
    "rank_changes",
    "rank_intervals",
    "ranks",
    "sign_flip_test",
    "sign_flip_tests",
    "smallest_detectable_difference",
    "spearman",
    "weighted_auc",
]
