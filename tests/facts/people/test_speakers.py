"""Statements: who made them in the article, and who in the summary."""

import pytest

from bench.facts.people.said.check import check_speakers
from bench.facts.people.said.statements import statements
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


def test_whom_something_is_said_of_is_no_speaker() -> None:
    text = "The firm says Strand will lead the talks, which Clive Hanrattan wants soon."
    read = Source("The union says Yvonne Strand will rest. The firm said Graham Tolley. Both were heard.")
    assert [
        s.person for s in statements(read) if s.person >= 0 and read.people[s.person].name == "Yvonne Strand"
    ] == []
    assert not {finding.verdict for finding in check(text)} & WRONG


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


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ('Anna Berg spoke first. "The bridge will stay shut until spring," she said.', "Anna Berg"),
        ('Paul Kern met Anna Berg. "The bridge will stay shut," she told him.', "Anna Berg"),
        ('"Paul Kern wants it open," said Anna Berg. "The bridge will stay shut."', "Anna Berg"),
        ("Anna Berg of the road office in Tarn said the bridge would stay shut.", "Anna Berg"),
        ("Anna Berg, an engineer, said Paul Kern had shut the bridge.", "Anna Berg"),
        ('Paul Kern said so. "The bridge stays shut. I am sorry for it," said Anna Berg.', "Anna Berg"),
        ('Anna Berg said so. "The bridge stays shut. I am sorry for it. "', "Anna Berg"),
        ("In the view of Anna Berg, the bridge will stay shut.", "Anna Berg"),
        ("Anna Berg put the cost of the bridge at 30 million crowns.", "Anna Berg"),
        ('"An old bridge" was how engineer Anna Berg described it.', "Anna Berg"),
        ("Kern's, Anna Berg, called the bridge old.", "Anna Berg"),
        ('Paul Kern sat down. His engineer, Anna Berg, was blunt: "The bridge is old."', "Anna Berg"),
        ("Anna Berg put the bridge back at the harbour.", None),
        ("The bridge will stay shut, an adviser to Paul Kern told Anna Berg.", None),
        ("Paul Kern's wife said the bridge would stay shut.", None),
        ("The bridge was said by Paul Kern to be shut, but Anna Berg was praised.", None),
    ],
)
def test_the_speaker_of_a_statement_is_read(article: str, speaker: str | None) -> None:
    source = Source(article)
    spoken = [
        source.people[s.person].name for s in statements(source) if s.person >= 0 and "bridge" in s.stems
    ]
    assert spoken[-1:] == ([speaker] if speaker else [])


@pytest.mark.parametrize("who", ["Paul Kern", "Karl de Wit", "De Wit"])
def test_who_is_spoken_of_in_a_quotation_did_not_say_it(who: str) -> None:
    article = """Karl de Wit and Paul Kern own the ferry.
Anna Berg, the captain, was curt: "If Paul pays, and if Karl signs, we sail." De Wit did not answer."""
    wrong = check_speakers(
        Source(article), Document(f'{who} said: "If Paul pays, and if Karl signs, we sail."')
    )
    assert [f.reason for f in wrong] == ["article: Anna Berg said this"]


TOWN = Source(
    """Mayor Marta Lind said the new ferry would carry 70,000 passengers in its first year.
"People told us that nobody sleeps any more," said harbour master Paul Kern of the port office.
"Steel gets as brittle as glass in such cold," engineer Anders Voss said. Teacher Lena Voss cycled to work.
The pilot, Hugo Brandt, complained that the counting was done in February, when the fish are elsewhere.
Karl Odd of the union was silent. He was asked about wages. "I have no opinion on wages," he said."""
)


@pytest.mark.parametrize(
    ("summary", "speaker"),
    [
        ("Paul Kern expects 70,000 people to take the ferry in its first year.", "Marta Lind"),
        ("Marta Lind complained that nobody could sleep any longer, people had told her.", "Paul Kern"),
        ("Lena Voss compared steel in the cold to brittle glass.", "Anders Voss"),
        ("According to Kern, fish were counted in February.", "Hugo Brandt"),
        (
            "Fish are counted in February, Kern grumbled, and Lind said the ferry would be full.",
            "Hugo Brandt",
        ),
    ],
)
def test_a_reworded_statement_given_to_another_is_misattached(summary: str, speaker: str) -> None:
    wrong = [f for f in check_speakers(TOWN, Document(summary)) if f.verdict == "misattached"]
    assert [f.reason for f in wrong] == [f"article: {speaker} said this"]


@pytest.mark.parametrize(
    "summary",
    [
        "Marta Lind expects 70,000 people to take the ferry in its first year.",
        "Kern complained that nobody could sleep any longer.",
        "Anders Voss compared steel in the cold to brittle glass.",
        "Brandt grumbled that fish are counted in February; Lind said 70,000 passengers would come.",
        "Marta Lind, Paul Kern and Hugo Brandt said the counting of fish was wrong.",
        "Karl Odd said he had no opinion.",
    ],
)
def test_a_reworded_statement_by_its_own_speaker_is_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check_speakers(TOWN, Document(summary))} & WRONG


def test_what_a_pronoun_may_have_said_is_nobodys_for_sure() -> None:
    source = Source('Ola Rask met Ulla Lund. She was tired. "The trams run late on Sundays," she said.')
    assert (
        check_speakers(source, Document("Ola Rask said the trams run late on Sundays."))[0].verdict
        not in WRONG
    )


def test_one_speaker_under_two_spellings_is_one() -> None:
    source = Source(
        '"The war may spread," said analyst Sascha Glaeser. "It may become nuclear," Mr. Glazer wrote.'
    )
    found = check_speakers(source, Document("Sascha Glaeser said the war may become nuclear."))
    assert not {finding.verdict for finding in found} & WRONG


FORUM = Source(
    """Rep. Walter Hale, a Republican on the energy panel, spoke after Governor Ruth Marsh on Monday.
Mr. Hale was blunt about Ms. Marsh. "The dam is a monument to vanity and bad arithmetic," said the Republican.
Her engineer, Jens Falk, disagreed: in his view the turbines will pay for the concrete within a decade.
Union leader Karin Holm called the choice of Falk a gamble, and said the crews had never been consulted.
"A second tunnel needs a second budget." Holm Said. Orion's Nina Berg wants to see the valley flooded slowly."""
)


@pytest.mark.parametrize(
    ("summary", "speaker"),
    [
        ("The dam is bad arithmetic, Ruth Marsh said.", "Walter Hale"),
        ("The dam is bad arithmetic, Walter Hale said.", ""),
        ("In Karin Holm's opinion the turbines will pay for the concrete.", "Jens Falk"),
        ("In Falk's opinion the turbines will pay for the concrete.", ""),
        ("Jens Falk complained that the crews had not been consulted.", "Karin Holm"),
        ("A second tunnel needs a second budget, said Nina Berg.", "Karin Holm"),
        ("Walter Hale wants the valley flooded slowly.", "Nina Berg"),
        ("The valley should be flooded slowly in the opinion of Orion's Nina Berg.", ""),
    ],
)
def test_views_wants_and_nouns_for_the_last_subject_tell_speakers(summary: str, speaker: str) -> None:
    found = check_speakers(FORUM, Document(summary))
    wrong = [finding.reason for finding in found if finding.verdict == "misattached"]
    assert wrong == [f"article: {speaker} said this"] * bool(speaker)
