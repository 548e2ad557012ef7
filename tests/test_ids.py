"""Ids kept as long texts are the sequence of strings that they were made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.corpus.ids import Ids, in_order

MANY = tuple(f"a{number:05d}é" for number in range(2500))


@given(st.lists(st.text(max_size=3), max_size=8))
def test_ids_are_the_strings_they_were_made_of(names: list[str]) -> None:
    ids = Ids(names)
    assert (list(ids), len(ids)) == (names, len(names))
    assert [ids[at] for at in range(-len(names), len(names))] == names * 2
    assert ids[1:-1:2] == tuple(names[1:-1:2])


def test_many_ids_are_found_in_any_order_and_one_by_one() -> None:
    ids = in_order(MANY)
    assert tuple(ids) == MANY
    assert [ids.place(name) for name in MANY] == list(range(len(MANY)))
    assert [ids.place(name) for name in MANY[::-7]] == list(range(len(MANY)))[::-7]
    assert in_order(ids) is ids


@pytest.mark.parametrize("name", ["", "a00000", "a01024e", "b", "a02499é "])
def test_an_id_that_is_not_there_is_not_found(name: str) -> None:
    ids = Ids(MANY)
    assert name not in ids
    with pytest.raises(KeyError):
        ids.place(name)


@pytest.mark.parametrize("at", [-1, 0, 5])
def test_of_no_ids_there_is_none(at: int) -> None:
    with pytest.raises(IndexError):
        Ids()[at]
