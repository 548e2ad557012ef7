"""Numbers that stand in the summary among the words that the article has around them."""

import pytest

from bench.facts.numbers.check import check_numbers, read_numbers
from bench.facts.source import Source
from bench.text.document import Document

ARTICLE = """\
The ferry Marisol left Port Anselm with 214 passengers on Friday. Rescuers brought 190 passengers ashore by noon.

The line carried 214 passengers a day last summer. Its oldest ship was built in 1968, and a pontoon in 1968 too."""
SOURCE = Source(ARTICLE)


def taken_over(summary: str) -> list[int]:
    """Return where the article has the figures that a summary takes over."""
    reading = read_numbers(SOURCE, Document(summary))
    return [found.taken_over.start for found in reading.assessed if found.taken_over]


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        pytest.param("It left Port Anselm with 214 passengers on Friday.", "214", id="first place"),
        pytest.param(
            "Officials said the line carried 214 passengers a day.", "214 passengers a", id="second place"
        ),
        pytest.param("190 passengers ashore by night.", "190", id="up to where the sentence begins"),
    ],
)
def test_the_figure_among_the_same_words_is_the_evidence(summary, words):
    place = ARTICLE.index(words)
    assert taken_over(summary) == [place]
    number = next(
        found for found in check_numbers(SOURCE, Document(summary)) if found.kind in ("number", "date")
    )
    assert number.verdict == "supported"
    assert number.evidence[0].start == place


@pytest.mark.parametrize(
    "summary",
    [
        pytest.param("The ferry left with 190 passengers on Friday.", id="another figure in its place"),
        pytest.param("In 1968, it sank.", id="too few words to tell"),
        pytest.param("Its oldest ship was built in 1968.", id="the article's sentence goes on"),
        pytest.param("The ship left Port Anselm with 214 travellers on Friday.", id="another noun"),
    ],
)
def test_a_number_among_other_words_is_weighed(summary):
    assert not taken_over(summary)


def test_a_repeated_figure_is_one_claim_wherever_it_is_taken_from():
    first, second = (
        check_numbers(SOURCE, Document(text))[0].claim
        for text in (
            "Port Anselm with 214 passengers on Friday.",
            "The line carried 214 passengers a day last summer.",
        )
    )
    assert first == second
