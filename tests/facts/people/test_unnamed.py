"""Somebody whom a sentence tells by an office."""

import pytest

from bench.facts.people.deeds.unnamed import told_by_role
from bench.facts.people.told import told
from bench.facts.source import Source
from bench.text.document import Document

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
