"""Speakers without a name: bodies, bare offices and their spokesmen."""

import pytest

from bench.facts.people.said.check import check_speakers
from bench.facts.people.said.statements import statements
from bench.facts.people.said.voices import voice_after, voice_before
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

ARTICLE = """Talks on the ferry strike ended without a deal on Friday. The union said 340 deckhands had stayed away.
"Our pumps are older than the harbour," a spokeswoman for the company said. "We will replace two of them in April."
Police said the gate had been forced with a crowbar.
According to the transport ministry, subsidies of nine million would lapse in June.
Mayor Anna Holm said the quay would be widened by eleven metres.
Erik Stenlund, chief executive of the ferry firm, promised heated cabins.
"The tide does not wait for lawyers," said union negotiator Petra Voigt.
The mayor added that the lighthouse would be painted green. Officials said the fog would lift by Sunday.
The judge told the jury to forget the diagrams. Former skipper Olga Brant sold fish.
Brant came home in May. Her partner expects 600 guests at the regatta."""

SOURCE = Source(ARTICLE)


@pytest.mark.parametrize(
    "summary",
    [
        "According to the union, 340 deckhands stayed away.",
        "The company said its pumps were older than the harbour.",
        "Detectives said a crowbar had been used to force the gate.",
        "The minister said subsidies of nine million would lapse in June.",
        "The government says subsidies of nine million will lapse.",
        "The mayor said the quay would be widened by eleven metres.",
        "Anna Holm said the lighthouse would be painted green.",
        "Petra Voigt said 340 deckhands had stayed away.",
        "The union said the tide does not wait for lawyers.",
        "The company's chief executive promised heated cabins.",
        "The firm promised heated cabins.",
        "Authorities said the gate had been forced with a crowbar.",
        "Police said the fog would lift by Sunday.",
        "The union said it was tired, and the company said its pumps were older than the harbour.",
        "The former mayor said the gate had been forced with a crowbar.",
    ],
)
def test_a_body_its_people_and_the_holder_of_an_office_speak_for_one_another(summary: str) -> None:
    assert not {finding.verdict for finding in check_speakers(SOURCE, Document(summary))} & WRONG


@pytest.mark.parametrize(
    ("summary", "claim", "speaker"),
    [
        ("According to the company, 340 deckhands stayed away.", "the company", "the union"),
        (
            "The union said its pumps were older than the harbour.",
            "The union",
            "a spokeswoman for the company",
        ),
        ('"We will replace two of them," police said.', "police", "a spokeswoman for the company"),
        ("The firm said the gate had been forced with a crowbar.", "The firm", "police"),
        (
            "The union said subsidies of nine million would lapse in June.",
            "The union",
            "the transport ministry",
        ),
        ("The mayor said the gate had been forced with a crowbar.", "The mayor", "police"),
        ("The mayor promised heated cabins.", "The mayor", "Erik Stenlund"),
        (
            "The tide does not wait for lawyers, a company spokesman said.",
            "a company spokesman",
            "Petra Voigt",
        ),
        ("The police said the quay would be widened by eleven metres.", "The police", "Anna Holm"),
    ],
)
def test_what_the_article_gives_to_another_body_or_person_is_misattached(
    summary: str, claim: str, speaker: str
) -> None:
    [finding] = check_speakers(SOURCE, Document(summary))
    assert (finding.verdict, finding.claim) == ("misattached", f"{claim} said")
    assert finding.reason == f"article: {speaker} said this"
    [span] = finding.evidence
    assert ARTICLE[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("summary", "speaker"),
    [
        ("Anna Holm said the gate had been forced with a crowbar.", "police"),
        ("Erik Stenlund said 340 deckhands had stayed away.", "the union"),
        ("Petra Voigt said the lighthouse would be painted green.", "the mayor"),
        ("Petra Voigt told the jury to forget the diagrams.", "the judge"),
        ("Olga Brant expects 600 guests at the regatta.", "her partner"),
    ],
)
def test_a_person_given_what_a_body_or_a_bare_office_said_is_misattached(summary: str, speaker: str) -> None:
    [finding] = check_speakers(SOURCE, Document(summary))
    assert (finding.verdict, finding.reason) == ("misattached", f"article: {speaker} said this")


@pytest.mark.parametrize(
    ("sentence", "written", "name"),
    [
        ("The union has said", "the union", "union"),
        ("A spokeswoman for the prime minister said", "a spokeswoman for the prime minister", "spokesman"),
        ("The dam's chief engineer later said", "the dam's chief engineer", "engineer"),
        ("Many officials said", "officials", ""),
        ("The doctors and the police said", "the police", ""),
        ("A letter to the union said", None, None),
        ("Brandt & Sons said", None, None),
        ("An adviser to the minister said", None, None),
        ("The bridge said", None, None),
    ],
)
def test_the_noun_before_a_verb_of_saying_is_read(
    sentence: str, written: str | None, name: str | None
) -> None:
    words = Document(sentence).lower_tokens
    voice = voice_before(words, len(words) - 1)
    assert (voice and voice.written, voice and voice.name) == (written, name)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("the dam's chief engineer .", "the dam's chief engineer"),
        ("a spokesman for the bus company .", "a spokesman for the bus company"),
        ("police , the gate was open", "police"),
        ("the bridge .", None),
    ],
)
def test_the_noun_behind_an_inverted_verb_of_saying_is_read(words: str, written: str | None) -> None:
    voice = voice_after(words.split(), 0)
    assert (voice and voice.written) == written


def test_a_quotation_that_goes_on_stays_with_a_speaker_without_a_name() -> None:
    source = Source('Anna Holm waved. "The bridge is old," the company said. "It will fall by May."')
    spoken = [s for s in statements(source) if "fall" in s.stems]
    assert [(s.person, s.voice and s.voice.name) for s in spoken] == [(-1, "company")]


@pytest.mark.parametrize(
    ("article", "speaker"),
    [
        ("According to the union's negotiator, Petra Voigt, the bridge is old.", "Petra Voigt"),
        ('"The bridge is old," said the chief engineer, Petra Voigt.', "Petra Voigt"),
        ("According to police, Petra Voigt walked over the bridge.", None),
        ("Police said Petra Voigt walked over the bridge.", None),
    ],
)
def test_a_noun_with_a_name_beside_it_is_the_person(article: str, speaker: str | None) -> None:
    source = Source(article)
    spoken = [source.people[s.person].name if s.person >= 0 else None for s in statements(source)]
    assert spoken == [speaker]
