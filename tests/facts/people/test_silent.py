"""Who said nothing in an article has no statement in its summary."""

import pytest

from bench.facts.people.said.check import check_speakers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    '"They have had no rise in six years," the Italian told Radio Tarn. Malcolm Reade, who is to conduct the '
    "concert, would not comment. Nora Vahl declined to comment on Monday but said on Tuesday that the hall "
    "was cold. Karl Brand was not available for comment. Peter Holt did not play."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("There has been no rise in six years, Malcolm Reade told Radio Tarn.", True),
        ("Karl Brand said that the players deserve better pay.", True),
        ("Nora Vahl said that the hall was cold.", False),
        ("Peter Holt said that he was tired.", False),
        ("Malcolm Reade declined to comment.", False),
    ],
)
def test_a_statement_of_one_who_would_not_speak_is_misattached(summary: str, wrong: bool) -> None:
    found = [f for f in check_speakers(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert bool(found) == wrong


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("According to Tora Reid, the town had been warned of the fire.", True),
        ("Tora Reid said that the town had been warned of the fire.", True),
        ("Dan Whitlow says that he will leave the series in May.", True),
        ("Tora Reid said that the town had not been warned of the fire.", False),
        ("Tora Reid denied that the town had been warned of the fire.", False),
        ("Dan Whitlow said that he had never been bored.", False),
        ("Dan Whitlow rejects reports that he will leave the series in May.", False),
    ],
)
def test_what_somebody_denies_he_has_not_said(summary: str, wrong: bool) -> None:
    source = Source(
        "Mayor Tora Reid denied that the town had been warned of the fire. The actor Dan Whitlow denied on Friday that "
        'he would leave the series in May. "I was never bored," Whitlow wrote. Owner Leo Pavlic was abroad.'
    )
    assert bool({f.verdict for f in check_speakers(source, Document(summary))} & WRONG) == wrong
