"""When two names can be one: given names, surnames, spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.facts.people.names.compare import bare, same_family, same_given
from bench.facts.people.names.lists import first_names, fold, offices, roles, titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mike", "michael"),
        ("bill", "william"),
        ("sergei", "sergey"),
        ("vladimir", "volodymyr"),
        ("mohammed", "muhammad"),
        ("j", "john"),
        ("jean-claude", "jean"),
        ("jean-baptiste", "j.-b"),
        ("tae-jun", "tj"),
        ("peggy", "margaret"),
        ("xav", "xavier"),
    ],
)
def test_nicknames_initials_and_transliterations_are_one_given_name(one: str, other: str) -> None:
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("john", "joan"),
        ("maria", "mario"),
        ("daniel", "daniela"),
        ("ady", "john"),
        ("k", "john"),
        ("paul", "paula"),
        ("jean-paul", "jean-luc"),
        ("j.-p", "jean-luc"),
    ],
)
def test_other_given_names_are_not_one(one: str, other: str) -> None:
    assert not same_given(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("glaeser", "glazer"),
        ("mccall", "mccaul"),
        ("brinken", "blinken"),
        ("gaddafi", "qadhafi"),
        ("yanukovych", "janukovitsch"),
        ("zelensky", "zelenskyy"),
        ("erdogan", "erdogen"),
        ("macdonald", "mcdonald"),
        ("mclean", "maclean"),
    ],
)
def test_misspellings_and_transliterations_are_one_surname(one: str, other: str) -> None:
    assert same_family(one, other)
    assert same_family(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("johnson", "johnston"),
        ("harris", "harrison"),
        ("clark", "clarke"),
        ("smith", "smyth"),
        ("miller", "biller"),
    ],
)
def test_established_surnames_and_other_initials_are_never_taken_for_one_another(
    one: str, other: str
) -> None:
    assert not same_family(one, other)


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_of_surnames_does_not_depend_on_order(one: str, other: str) -> None:
    one, other = bare(one), bare(other)
    assert same_family(one, other) == same_family(other, one)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_names_come_from_at_least_twenty_languages() -> None:
    from importlib.resources import files

    text = files("bench.facts").joinpath("data", "first_names.txt").read_text(encoding="utf-8")
    headings = [line for line in text.split("\n") if line.startswith("# ")]
    languages = {word for line in headings for word in line.replace(",", " ").split() if word[0].isupper()}
    assert len(languages) >= 20
    assert len(first_names()) > 5000


def test_lists_are_folded_and_hold_what_they_are_for() -> None:
    assert all(word == fold(word) for word in first_names() | roles() | titles())
    assert offices()["ceo"] == "chief executive"
    assert list(offices()).index("vice president") < list(offices()).index("president")


@pytest.mark.parametrize(
    ("one", "other"),
    [("tarnsen", "tamsen"), ("rllna", "riina"), ("vvendel", "wendel"), ("lversen", "iversen")],
)
def test_what_a_scanner_takes_for_one_another_is_one_name(one: str, other: str) -> None:
    assert same_family(one, other)
    assert same_given(one, other)


@pytest.mark.parametrize(("one", "other"), [("jill", "lili"), ("neil", "nell")])
def test_given_names_that_look_alike_and_both_exist_stay_two(one: str, other: str) -> None:
    assert not same_given(one, other)
