"""Somebody whom a sentence of the article leaves unnamed, and who is told by name."""

import pytest

from bench.facts.people.deeds.unnamed import told_by_role, unnamed_there
from bench.facts.people.roles.read import offices_at
from bench.facts.people.told import told
from bench.facts.source import Source
from bench.text.document import Document

ARTICLE = (
    "The office of Governor Brand Holm settled a harassment claim against a senior aide. In March Ines Tark, who was an "
    "aide until May, denied it. The aide Ole Vik stayed."
)


def unnamed(summary: str, name: str, sentence: int) -> bool:
    start = summary.index(name)
    return unnamed_there(Source(ARTICLE), offices_at(Document(summary), start, start + len(name)), sentence)


def test_an_office_that_a_sentence_gives_to_somebody_without_a_name_may_be_anybodys() -> None:
    assert unnamed("The claim was against a senior aide, Ines Tark.", "Ines Tark", 0)


def test_an_office_of_somebody_named_or_another_office_is_not() -> None:
    assert not unnamed("The claim was against a senior aide, Ines Tark.", "Ines Tark", 2)
    assert not unnamed("The claim was against a minister, Ines Tark.", "Ines Tark", 0)
    assert not unnamed("The claim was against Ines Tark.", "Ines Tark", 0)


SOURCE = Source(
    "Chief executive Olaf Brun keeps his job. The coach, Ida Moll, left. Nora Quist told them one must go."
)


@pytest.mark.parametrize(
    ("summary", "there"),
    [
        ("Nora Quist says that the chief executive had to go.", True),
        ("Nora Quist says that its chief executive keeps the job.", True),
        ("Nora Quist, the chief executive, keeps her job.", False),
        ("Nora Quist says that a chief executive had to go.", False),
        ("Nora Quist says that the coach had to go.", False),
    ],
)
def test_somebody_told_by_an_office_is_in_the_sentence_too(summary: str, there: bool) -> None:
    document = Document(summary)
    [known] = told(SOURCE, document).known
    brun = next(i for i, person in enumerate(SOURCE.cast.people) if person.name == "Olaf Brun")
    assert told_by_role(SOURCE, document, known.mention, brun) == there
