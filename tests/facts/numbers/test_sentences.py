"""Where sentences end for the numbers in them."""

import pytest

from bench.facts.numbers.sentences import sentence_numbers
from bench.facts.tape import Tape
from bench.text.document import Document


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The port cost £22m. Its rival paid £9m.", 2),
        ("It fell to 5C. Snow is due.", 2),
        ("No. 7 was built by J. Orlow.", 1),
        ("Mr. Orlow left. He had paid.", 2),
    ],
)
def test_a_point_behind_a_unit_of_one_letter_ends_a_sentence(text: str, sentences: int) -> None:
    assert len(set(sentence_numbers(Tape(Document(text))))) == sentences
