"""Words cut at the end of a line."""

import pytest

from bench.text.repair import repair

MENDED = {
    "a word": ("the exami-\nnation of 43 wit-\nnesses", "the examination of 43 witnesses"),
    "capitals": ("OPENED WITH CERE-\nMONY", "OPENED WITH CEREMONY"),
    "a name": ("Harold Sten-\nhouse spoke", "Harold Stenhouse spoke"),
    "a name that stands elsewhere": ("Mr Hol-\nland sat. Holland rose", "Mr Holland sat. Holland rose"),
    "a compound": ("a well-\nknown man", "a well-known man"),
    "a double name": ("Jean-\nPierre Holt", "Jean-Pierre Holt"),
    "a cut left in a line that was set anew": ("the exami- nation began", "the examination began"),
}  # fmt: skip

KEPT = (
    "pre- and post-war, a two- or three-year term",
    "- one\n- two",
    "he left - nobody knew - at ten",
    "10-\n12",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_a_cut_word_is_joined(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_other_hyphens_stay(text: str) -> None:
    assert repair(text).text == text
