"""Statements: who made them in the article, and who in the summary."""

import pytest

from bench.facts.people.speakers import check_speakers
from bench.facts.people.speakers_read import statements
from bench.facts.source import Source
from bench.records import WRONG, Finding
from bench.text.document import Document

ARTICLE = """Union negotiator Yvonne Strand walked out of the talks at noon. "They came with three per cent and a biscuit," she said.
Graham Tolley, managing director of the bus firm, insisted the offer was generous and fair to every driver.
"We cannot pay what we do not have," he added.
Police inspector Bernd Mauthe said there was no sign of help from inside the castle.
The barge had been moored without lights since Sunday, according to Dr Femi Adeyoke.
Mediator Clive Hanrattan was blunt: "Nobody in this room is grown up."
Strand denied that drivers had been paid to stay at home."""

SOURCE = Source(ARTICLE)


def check(summary: str) -> list[Finding]:
    return check_speakers(SOURCE, Document(summary))


def test_speakers_are_read_by_verbs_pronouns_colons_and_according_to() -> None:
    told = {
        SOURCE.document.text[slice(*SOURCE.document.sentences[s.sentence])][:20]: SOURCE.people[s.person].name
        for s in statements(SOURCE)
    }
    assert told["Graham Tolley, manag"] == "Graham Tolley"
    assert told["Police inspector Ber"] == "Bernd Mauthe"
    assert told["The barge had been m"] == "Femi Adeyoke"
    assert told["Mediator Clive Hanra"] == "Clive Hanrattan"
    assert "Yvonne Strand" in told.values()


@pytest.mark.parametrize(
    "summary",
    [
        "There was no sign of help from inside the castle, Mauthe said.",
        "Bernd Mauthe said that there was no sign of help from inside.",
        "According to Femi Adeyoke, the barge had been moored without lights.",
        '"We cannot pay what we do not have," said Graham Tolley.',
        '"Nobody in this room is grown up," Hanrattan told them.',
    ],
)
def test_a_statement_by_its_own_speaker_is_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check(summary)} & WRONG


@pytest.mark.parametrize(
    ("summary", "speaker"),
    [
        ("There was no sign of help from inside the castle, Tolley said.", "Bernd Mauthe"),
        ("Yvonne Strand said there was no sign of help from inside the castle.", "Bernd Mauthe"),
        (
            "According to Clive Hanrattan, the barge had been moored without lights since Sunday.",
            "Femi Adeyoke",
        ),
        ('"We cannot pay what we do not have," said Yvonne Strand.', "Graham Tolley"),
        ('"Nobody in this room is grown up," Tolley told them.', "Clive Hanrattan"),
        ('"They came with three per cent and a biscuit," said Tolley.', "Yvonne Strand"),
    ],
)
def test_a_statement_given_to_another_speaker_is_misattached(summary: str, speaker: str) -> None:
    [finding] = check(summary)
    assert finding.verdict == "misattached"
    assert finding.reason == f"article: {speaker} said this"
    [span] = finding.evidence
    assert ARTICLE[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "summary",
    [
        "Yvonne Strand said the weather was fine.",
        "Tolley denied that there was no sign of help from inside the castle.",
        "The talks broke up at noon.",
    ],
)
def test_what_the_article_gives_to_nobody_and_denials_are_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check(summary)} & WRONG


def test_an_article_contradicts_none_of_its_own_statements() -> None:
    assert not {finding.verdict for finding in check(ARTICLE)} & WRONG
