"""Offices: who holds them in the article, and who in the summary."""

import pytest

from bench.facts.people.roles import check_roles
from bench.facts.source import Source
from bench.records import WRONG, Finding
from bench.text.document import Document

ARTICLE = """Foreign Secretary Laura Whitby will fly to Oslo on Tuesday, her office said.
Former prime minister Anton Beck warned against the visit. Acting governor Ines Ruud will be the host.
Rob Carlin, BlueRock's chief operating officer, declined to comment, and so did the company's chief executive, Jan Holt.
Governor-elect Tom Pell takes over in May. Carlin, who became chairman of Fenwick Mills in 2012, lives in Leeds.
The chief executive at the time, Anne Burrow, resigned in March."""

SOURCE = Source(ARTICLE)


def check(summary: str) -> list[Finding]:
    return check_roles(SOURCE, Document(summary))


@pytest.mark.parametrize(
    "summary",
    [
        "Foreign Secretary Laura Whitby flies to Oslo.",
        "Laura Whitby, the foreign secretary, flies to Oslo.",
        "Former prime minister Beck warned against it.",
        "Acting governor Ines Ruud is the host.",
        "BlueRock's chief operating officer, Rob Carlin, was silent.",
        "Jan Holt, CEO of BlueRock, was silent.",
        "Rob Carlin is chairman of Fenwick Mills.",
    ],
)
def test_an_office_in_any_place_and_spelling_is_supported(summary: str) -> None:
    assert [finding.verdict for finding in check(summary)] == ["supported"]


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Foreign Secretary Jan Holt flies to Oslo.", "article: Laura Whitby is Foreign Secretary"),
        (
            "Jan Holt, BlueRock's chief operating officer, was silent.",
            "article: Rob Carlin is chief operating officer",
        ),
        ("Prime Minister Anton Beck warned against it.", "article: former prime minister"),
        ("Governor Ines Ruud is the host.", "article: acting governor"),
        ("Anne Burrow, the current chief executive, resigned.", "article: former chief executive"),
    ],
)
def test_another_persons_office_and_a_lost_former_or_acting_are_misattached(
    summary: str, reason: str
) -> None:
    [finding] = check(summary)
    assert finding.verdict == "misattached"
    assert finding.reason == reason
    [span] = finding.evidence
    assert ARTICLE[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "summary",
    [
        "Laura Whitby, a mother of two, flies to Oslo.",
        "Laura Whitby's deputy stays at home.",
        "The foreign secretary's aide Jan Holt flies to Oslo.",
        "Spokesman Tom Pell was silent.",
        "Laura Whitby, her chief of staff Jan Holt and others fly.",
    ],
)
def test_what_the_article_does_not_contradict_is_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check(summary)} & WRONG


def test_an_article_contradicts_none_of_its_own_offices() -> None:
    assert not {finding.verdict for finding in check(ARTICLE)} & WRONG
