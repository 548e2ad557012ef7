"""What tells that a person stands in another one's place, weighed together."""

import pytest

from bench.facts.people.deeds.signs import GRADES, Signs

PLAIN = Signs(
    near=0.0, sentence=0.0, prominence=0.2, full=False, together=False, own_deed=False, anothers_deed=0.0
)


@pytest.mark.parametrize("sign", ["near", "sentence", "anothers_deed", "full"])
def test_what_speaks_for_another_raises_doubt(sign: str) -> None:
    assert PLAIN._replace(**{sign: 1}).doubt > PLAIN.doubt


@pytest.mark.parametrize("sign", ["prominence", "together", "own_deed"])
def test_what_speaks_for_the_one_named_lowers_it(sign: str) -> None:
    assert PLAIN._replace(**{sign: 1}).doubt < PLAIN.doubt


def test_doubt_runs_over_its_grades_and_stays_in_bounds() -> None:
    doubts = [PLAIN._replace(near=near / 10).doubt for near in range(-200, 201)]
    assert doubts == sorted(doubts)
    assert 0 <= doubts[0] < GRADES[0] < GRADES[-1] < doubts[-1] < 1
