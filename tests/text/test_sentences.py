"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.text.sentences import sentence_spans, sentences, splitter_signature

CASES = {
    "abbreviations": ("Mr. Li met Sen. Roe at 5 p.m. on Monday. He left.", 2),
    "initials": ("J. K. Rowe wrote it. So did A. B. Cole.", 2),
    "numbers with points": ("It cost $2.5m. No. 10 agreed, up 3.1 per cent.", 2),
    "a whole quotation stays in one piece": ('She said: "I go. You stay." Then she left.', 2),
    "a headline without a stop": ("Storm hits coast\n\nThe storm came at night. It was strong.", 3),
    "one sentence a line": ("It rained .\nThe match ended .\nNobody won .", 3),
    "wrapped lines": ("The storm came\nat night and it\nwas strong. Nobody\nslept.", 2),
    "tokenised lower case": ("the storm came . it was strong , he said .", 2),
    "words that are no abbreviations": ("She had been ill. Holm won. He sold art. Lund left.", 4),
    "a quotation with such a word": ('"She is ill. Tom is not," Holm said. He left.', 2),
    "numbered lines": ("7. Play area. Holm spoke. Lund left.\n8. Roads. Lund spoke.", 7),
    "other ends": ("Really? Yes! Wait... what?", 3),
    "nothing": ("", 0),
    "only space": (" \n\n ", 0),
}


@pytest.mark.parametrize(("text", "count"), CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_would_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet="aB1 .!?\"'\n,()é", max_size=120))
def test_sentences_are_in_order_do_not_overlap_and_lose_only_space(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text):
        assert text[position:start].strip() == ""
        assert start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


def test_half_a_character_does_not_stop_the_splitter() -> None:
    assert len(sentences("A \ud83d went. B \udc00 came.")) == 2


def test_the_signature_names_the_splitter_and_its_version() -> None:
    name, version = splitter_signature().split("+")[0].split("-")
    assert name == "sentencex"
    assert version[0].isdigit()
