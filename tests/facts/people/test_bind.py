"""What is told near a name against who has those words in the article, in its words or in others."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.people.deeds.words import other_words, stem
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

ARTICLE = Source(
    """Treasurer of the sailing club jailed

Oskar Vinter, who looked after the money of the Selby sailing club for nine years, was jailed on Monday for
stealing 40,000 euros from it. He had spent it on a motor yacht.

The theft was noticed by Ilka Brandt, who coaches the juniors. She asked in March why the bill for new sails had
not been paid.

Rupert Hallam, a retired dentist, has been elected to the board. Mr Hallam said that he would sell the clubhouse
bar to a brewery in Lindow. Olga Petrova teaches at the harbour school.
"""
)


def flagged(summary: str) -> bool:
    return any(f.verdict in WRONG for f in check_people(ARTICLE, Document(summary)))


def test_what_the_article_tells_of_somebody_else_in_other_words_is_misattached() -> None:
    assert flagged(
        "Olga Petrova was sent to prison for the theft of 40,000 euros from the Selby sailing club."
    )


@pytest.mark.parametrize(
    "summary",
    [
        "Oskar Vinter was sent to prison for the theft of 40,000 euros from the sailing club in Selby.",
        "Ilka Brandt discovered the theft when she asked about an unpaid bill for sails.",
        "The clubhouse bar is to be sold to a Lindow brewery, according to the new board member Rupert Hallam.",
        "Olga Petrova's firm was jailed for the theft of 40,000 euros from the Selby sailing club.",
        'The theft of 40,000 euros from the Selby sailing club is told in the film "Olga Petrova".',
        "Olga Petrova is employed at the school by the harbour.",
    ],
)
def test_the_same_told_of_the_right_person_is_none(summary: str) -> None:
    assert not flagged(summary)


def test_words_for_one_matter_are_found_from_any_of_their_forms() -> None:
    assert stem("prison") in other_words()[stem("jailed")]
    assert stem("jails") in other_words()[stem("imprisoned")]
    assert stem("sailed") not in other_words()[stem("jailed")]


def test_a_pronoun_is_another_than_who_is_named_behind_it() -> None:
    article = (
        "The council blamed Mr Holt for the raids and for the treatment of the painter Alvar Lind. He was poisoned "
        "last year and was sentenced to prison by the Holt government. Mr Berg spoke with Ida Moss on Monday."
    )
    found = check_people(Source(article), Document("Alvar Lind was poisoned last year and sent to prison."))
    assert not [finding for finding in found if finding.verdict in WRONG]


def test_nothing_is_told_of_who_wrote_the_article() -> None:
    article = (
        "by sarah mundell , special correspondent -- a boy who fell through the ice of a pond survived after 23 "
        "minutes under water , doctors said . owen lundby was playing hockey when the ice broke ."
    )
    found = check_people(
        Source(article), Document("Owen Lundby survived 23 minutes under the ice of a pond.")
    )
    assert [finding.verdict for finding in found] == ["supported"]
