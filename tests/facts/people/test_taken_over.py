"""Names that stand in the summary among the words that the article has around them."""

import pytest

from bench.facts.people.deeds.taken_over import name_taken_over
from bench.facts.people.reading.mentions import Mention
from bench.text.document import Document

ARTICLE = Document(
    "The harbour master Nerys Oduya closed both piers on Monday. The pilot Tomas Ferrant, who had warned of "
    "the swell, brought the last boat in. Oduya thanked him."
)


def mention(summary: Document, name: str) -> Mention:
    """Return the mention of `name` in `summary`."""
    start = summary.text.index(name)
    return Mention(start, start + len(name), tuple(name.lower().split()))


@pytest.mark.parametrize(
    ("text", "name", "same"),
    [
        pytest.param("harbour master Nerys Oduya closed both piers.", "Nerys Oduya", True, id="same words"),
        pytest.param("Nerys Oduya closed both piers for a day.", "Nerys Oduya", True, id="sentence begins"),
        pytest.param("The pilot Nerys Oduya closed both piers.", "Nerys Oduya", False, id="another office"),
        pytest.param("Tomas Ferrant closed both piers on Monday.", "Tomas Ferrant", False, id="another man"),
        pytest.param("Oduya thanked him.", "Oduya", False, id="too few words"),
    ],
)
def test_a_name_is_taken_over_with_the_words_beside_it(text, name, same):
    summary = Document(text)
    assert name_taken_over(ARTICLE, summary, mention(summary, name)) is same
