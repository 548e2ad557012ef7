"""Signs, endings, brackets and currencies that a tokeniser set apart: closed up in such a text alone."""

import pytest

from bench.text.repair import repair

MENDED = {
    "signs": ("Holt , 41 , left ; Moor stayed .", "Holt, 41, left; Moor stayed."),
    "endings": ("Moor , Holt 's aunt , did n't stay .", "Moor, Holt's aunt, didn't stay."),
    "brackets and money": ("Holt , -lrb- 41 -rrb- , paid $ 8.4 million .", "Holt, (41), paid $8.4 million."),
    "quotes": ("`` We left , '' said Holt , `` by boat . ''", '"We left," said Holt, "by boat."'),
    "quotes of print": ("\u201c We left , \u201d said Holt .", '"We left," said Holt.'),
    "a sign at the next word": ("of cows .At 17 ,she came , too .", "of cows. At 17, she came, too."),
}  # fmt: skip

KEPT = (
    "a ratio of 3 : 2 and 5 , 6 , 7 , 8",
    "he said . . . and left",
    "the .50 calibre and the .NET course",
    "Holt waited ... then left , he said",
)


@pytest.mark.parametrize(("given_text", "meant"), MENDED.values(), ids=MENDED.keys())
def test_what_stands_apart_is_closed_up(given_text: str, meant: str) -> None:
    assert repair(given_text).text == meant
    assert repair(meant).text == meant


@pytest.mark.parametrize("text", KEPT)
def test_other_spaces_stay(text: str) -> None:
    assert repair(text).text == text


def test_an_honorific_inside_a_sentence_is_given_its_form() -> None:
    text = "Mr Holt sat. According to gentlemen. Holt it rained, and the ladies and gentlemen. Holt rose."
    assert repair(text).text.startswith(
        "Mr Holt sat. According to Mr. Holt it rained, and the ladies and gent"
    )


def test_codes_and_quotes_apart_in_one_text_lead_back_in_order() -> None:
    mended = repair("-lrb-\u201c Biden")
    assert mended.text == '("Biden'
    assert mended.span(2, 7) == (7, 12)
