"""A text read once: how capitals are used, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.text.document import Document

STYLES = {
    "cased": "Police in Leeds said that Anna Hill was seen on Monday.",
    "lower": "police in leeds said that anna hill was seen on monday .",
    "upper": "POLICE IN LEEDS SAID THAT ANNA HILL WAS SEEN ON MONDAY.",
    "title": "Police In Leeds Say Anna Hill Seen After Monday Storm",
}


@pytest.mark.parametrize(("style", "text"), STYLES.items())
def test_the_use_of_capitals_is_recognised(style: str, text: str) -> None:
    assert Document(text).style == style


def test_a_text_with_capitals_at_sentence_starts_only_is_not_read_as_cased() -> None:
    text = "Police in leeds spoke on monday. They said that anna hill was seen. The storm had passed by then."
    assert Document(text).style == "lower"


@pytest.mark.parametrize(
    "text",
    [
        "Stagecoach has plans for more buses over the next three years.",
        "The club has signed nobody, and I doubt that it will.",
        "A man of 30 was held.",
        "On Monday the dockers met Ingrid Solvang in Lisbon.",
        "Alexis Sanchez, Mesut Ozil and Olivier Giroud scored for Arsenal against Chelsea.",
    ],
)
def test_cased_text_with_few_or_many_names_is_cased(text: str) -> None:
    assert Document(text).style == "cased"


def test_an_acronym_does_not_make_a_lower_case_text_cased() -> None:
    assert Document("the BBC said that anna hill , of leeds , was seen in the UK").style == "lower"


@given(st.text(max_size=80))
def test_lower_case_text_has_the_offsets_of_the_text(text: str) -> None:
    document = Document(text)
    assert len(document.lower) == len(document.text)


@given(st.text(max_size=80))
def test_tokens_and_sentences_lead_back_to_words_of_the_original(text: str) -> None:
    document = Document(text)
    for _, start, end in zip(*document.cut, strict=True):
        span = document.span(start, end)
        assert span.text == text[span.start : span.end]
    for index, (start, _) in enumerate(document.sentences):
        assert document.sentence_at(start) == index


def test_a_span_quotes_the_text_as_given() -> None:
    document = Document("Then BidenOn Monday paid 40, 000 euros.")
    start = document.text.index("40,000")
    assert document.span(start, start + 6).text == "40, 000"
