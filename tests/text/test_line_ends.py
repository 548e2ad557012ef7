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


SET_IN_LINES = (
    "The harbour board of Skelby and its new\nsecretary, Ida Moor, told the paper that\n"
    "Captain Jens Holt had left on Friday for\nTarnby with 14 men and no radio at all.",
    "THE HARBOUR BOARD SAID ON MONDAY THAT IDA\nMOOR WILL LEAVE IN MAY AND THAT CAPTAIN\n"
    "JENS HOLT IS TO TAKE OVER THE FERRY WITH\nITS 14 MEN.",
)


@pytest.mark.parametrize("text", SET_IN_LINES)
def test_a_sentence_set_in_lines_of_one_width_is_one_line(text: str) -> None:
    assert repair(text).text == text.replace("\n", " ")


def test_a_sentence_broken_before_a_small_letter_is_one_line() -> None:
    text = "Ida Moor, who has led the harbour board since May, said\nthat she would go.\n\nHolt sat."
    assert repair(text).text == text.replace("said\nthat", "said that")


def test_paragraphs_and_headlines_among_lines_of_one_width_stay() -> None:
    text = (
        "Ferry lost\n\nThe harbour board of Skelby and its new\nsecretary, Ida Moor, told us that\n"
        "Captain Jens Holt had left on Friday for\nTarnby.\nHe had 14 men and no radio at all, a thing\n"
        "of which nobody but Moor\nhad been told."
    )
    lines = repair(text).text.split("\n")
    assert lines[0] == "Ferry lost"
    assert lines[2].endswith("for Tarnby.")
    assert lines[3].startswith("He had 14 men")


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moor, 41\nJens Holt, 44\nTom Raine, 17\nAnna Dodds, 8",
        "tom: bread and four eggs from the shop\nida: and the milk for the cat we have\ntom: the cat is ok",
        "- 14 men of the harbour board of Skelby\n- 12 boats of the ferry line of Tarnby\n- no radio at all",
    ],
)
def test_lines_of_lists_and_chats_stay(text: str) -> None:
    assert repair(text).text == text
