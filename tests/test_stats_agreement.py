"""Krippendorff's alpha, against published examples, krippendorff 0.9.0 and NLTK."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics import interval_distance
from nltk.metrics.agreement import AnnotationTask

from bench import stats

NAN = float("nan")


def units(*coders: str) -> np.ndarray:
    """Ratings of units x coders from one string per coder, "*" for none."""
    cells = [[NAN if value == "*" else float(ord(value) - ord("0")) for value in coder] for coder in coders]
    return np.array(cells).T


# Krippendorff, Computing Krippendorff's alpha-reliability (2011), examples A, B and C.
BINARY = units("0100000010", "1110010000")
LETTERS = units("aabbdcccedda", "babbbccceddd")
MISSING = units("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
MIXED = units("33*4", "1211", "**5*", "222*", "5445", "112*", "*331", "4**4", "2522").T


@pytest.mark.parametrize(
    ("ratings", "level", "expected"),
    [
        (BINARY, "nominal", 0.095),
        (LETTERS, "nominal", 0.692),
        (MISSING, "nominal", 0.743),
        (MISSING, "ordinal", 0.815),
        (MISSING, "interval", 0.849),
        (MISSING, "ratio", 0.797),
    ],
)
def test_the_published_examples_come_out_as_printed(ratings, level, expected):
    assert stats.krippendorff_alpha(ratings, level=level) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("nominal", 0.39797211660329534),
        ("ordinal", 0.6400590150590151),
        ("interval", 0.6367700474993014),
        ("ratio", 0.5837679706522951),
    ],
)
def test_uneven_gaps_come_out_as_in_the_krippendorff_package(level, expected):
    assert stats.krippendorff_alpha(MIXED, level=level) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_random_ratings_come_out_as_in_nltk(seed):
    random = np.random.default_rng(seed)
    ratings = random.integers(1, 5, (15, 4)).astype(float)
    ratings[random.random(ratings.shape) < 0.3] = NAN
    ratings = ratings[np.count_nonzero(~np.isnan(ratings), axis=1) >= 2]
    triples = [
        (c, u, value) for u, row in enumerate(ratings) for c, value in enumerate(row) if value == value
    ]
    assert stats.krippendorff_alpha(ratings) == pytest.approx(AnnotationTask(triples).alpha())
    spaced = AnnotationTask(triples, distance=interval_distance).alpha()
    assert stats.krippendorff_alpha(ratings, level="interval") == pytest.approx(spaced)


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        (units("0101", "0101"), 1.0),
        (units("01", "10"), -0.5),
        (units("1111", "1111"), NAN),
        (units("01**", "**01"), NAN),
        (np.empty((0, 2)), NAN),
        (np.empty((3, 0)), NAN),
    ],
)
def test_degenerate_ratings_are_perfect_hopeless_or_undefined(ratings, expected):
    assert stats.krippendorff_alpha(ratings) == pytest.approx(expected, nan_ok=True)


def test_units_judged_once_do_not_count():
    more = np.vstack([MISSING, [[NAN, 1, NAN, NAN], [NAN] * 4]])
    assert stats.krippendorff_alpha(more) == stats.krippendorff_alpha(MISSING)


def test_the_interval_holds_alpha_and_narrows_with_more_units():
    low, high = stats.krippendorff_interval(MISSING, level="ordinal", seed=1)
    assert low <= stats.krippendorff_alpha(MISSING, level="ordinal") <= high <= 1
    more = stats.krippendorff_interval(np.tile(MISSING, (10, 1)), level="ordinal", seed=1)
    assert more.high - more.low < 0.5 * (high - low)


@pytest.mark.parametrize("ratings", [np.empty((0, 2)), units("111", "111")])
def test_an_undefined_alpha_has_no_interval(ratings):
    assert np.isnan(stats.krippendorff_interval(ratings, seed=1)).all()


def test_coders_who_guess_agree_by_chance():
    guesses = np.random.default_rng(1).integers(0, 3, (3000, 2))
    assert stats.krippendorff_alpha(guesses) == pytest.approx(0, abs=0.04)


@settings(max_examples=30)
@given(st.randoms(use_true_random=False), st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
def test_neither_the_order_of_units_nor_that_of_coders_matters(shuffler, level):
    rows, columns = list(range(len(MIXED))), [0, 1, 2, 3]
    shuffler.shuffle(rows)
    shuffler.shuffle(columns)
    shuffled = MIXED[rows][:, columns]
    assert stats.krippendorff_alpha(shuffled, level=level) == pytest.approx(
        stats.krippendorff_alpha(MIXED, level=level)
    )
    one, other = (
        stats.krippendorff_interval(ratings, level=level, resamples=40, seed=2)
        for ratings in (MIXED, shuffled)
    )
    assert one == pytest.approx(tuple(other))


def test_an_unknown_level_is_refused():
    with pytest.raises(ValueError, match="nominal, ordinal"):
        stats.krippendorff_alpha(BINARY, level="cardinal")
