"""What somebody cannot be for what the article says he is."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    "Prosecutor Lena Hanz asked for ten years. Vesel's lawyer, Tibor Novak, said he would appeal. "
    "Anton Vesel, 40, was silent. Tom Hall stood down from the cabinet. Hall remains deputy leader. "
    "Energy minister Rolf Taber was sacked. Anwar Dalby is prime minister. "
    "Dalby's chief of staff, Nora Vahl, takes over. Gas Board chief Karl Kian waits. "
    "Emil Sund, a cousin of Zqvtar, left."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Lawyer Tibor Novak will appeal.", ""),
        ("Prosecutor Tibor Novak will appeal.", "article: Tibor Novak is lawyer"),
        ("Defence lawyer Lena Hanz asked for ten years.", "article: Lena Hanz is Prosecutor"),
        ("Tom Hall has quit the cabinet but is still deputy leader.", ""),
        ("Nora Vahl, the prime minister's chief of staff, takes over.", ""),
        (
            "Rolf Taber, the prime minister's chief of staff, was sacked.",
            "article: Nora Vahl is chief of staff",
        ),
        ("Emil Sund, Zqvtar's cousin, left.", ""),
    ],
)
def test_an_office_that_the_article_rules_out_is_misattached(summary: str, wrong: str) -> None:
    found = [f.reason for f in check_roles(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert found == [wrong] * bool(wrong)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Her son Piers Marchant, the broadcaster, wept.", True),
        ("Ida Moll, a daughter of the founder, wept.", True),
        ("Her stepson Piers Marchant wept.", False),
        ("Tom Rask and his brother Carl were there.", False),
    ],
)
def test_kin_further_off_are_no_nearer_kin(summary: str, wrong: bool) -> None:
    source = Source(
        "Ada Askey died in May. Her stepson Piers Marchant, the broadcaster, survives her. Her nephew, Tom Rask, sang. His "
        "brother Carl Rask left. Ida Moll, granddaughter of the founder, wept."
    )
    assert bool({f.verdict for f in check_roles(source, Document(summary))} & WRONG) == wrong
