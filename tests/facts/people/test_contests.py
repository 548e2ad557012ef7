"""Who beat whom: the loser told as the winner."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.people.deeds.contests import article_contests, check_contests
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    """Anna Berg beat Lena Voss 6-4 6-2 on Tuesday. Karl Odd, who narrowly lost the final to Hugo Brandt in May,
did not play. Ida Moss beat Nils Lund in March, but lost to Nils Lund in June. Port Allen came from behind to beat
Westmere 3-2. They were glad of Ostvik's 1-0 win over Dorum. Tarn were beaten 5-1 by Lund City. Skarnes hope to beat Ostvik."""
)


def test_the_contests_of_an_article_are_read() -> None:
    names = [(" ".join(c.winner.keys), " ".join(c.loser.keys)) for c in article_contests(SOURCE)]
    assert names == [
        ("anna berg", "lena voss"),
        ("hugo brandt", "karl odd"),
        ("port allen", "westmere"),
        ("ostvik", "dorum"),
        ("lund city", "tarn"),
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "Lena Voss beat Anna Berg.",
        "Voss, who beat Berg, said so.",
        "Berg was beaten by Voss.",
        "Hugo Brandt lost the final to Odd.",
        "Westmere won, beating nobody, and Westmere beat Port Allen 3-2.",
        "Port Allen lost 3-2 to Westmere.",
        "Dorum's 1-0 victory over Ostvik surprised them.",
        "Tarn defeated Lund City.",
    ],
)
def test_a_loser_told_as_the_winner_is_misattached(summary: str) -> None:
    found = check_contests(SOURCE, Document(summary))
    assert [(f.verdict, f.reason) for f in found] == [("misattached", "article: the other way round")]
    assert [f.verdict for f in check_contests(SOURCE, Document(summary), "low")] == ["suspect"]


@pytest.mark.parametrize(
    "summary",
    [
        "Berg beat Lena Voss.",
        "Voss lost in the first round to Berg.",
        "Anna Berg beat Hugo Brandt.",
        "Nils Lund beat Ida Moss.",
        "Westmere were beaten 3-2 by Port Allen.",
        "Ostvik hope to beat Skarnes.",
        "Lund City thrashed Tarn.",
    ],
)
def test_what_the_article_tells_or_leaves_open_is_no_error(summary: str) -> None:
    assert check_contests(SOURCE, Document(summary)) == []


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Eva Toll took the Karst title by defeating Mia Arn.", True),
        ("Eva Toll won on Sunday by beating Mia Arn.", True),
        ("Mia Arn won the Karst Cup with victory over Eva Toll.", False),
    ],
)
def test_a_contest_is_read_behind_what_was_won(summary: str, wrong: bool) -> None:
    source = Source("Mia Arn won the Karst Cup on Sunday after beating top seed Eva Toll in three sets.")
    assert bool(check_contests(source, Document(summary))) == wrong


def test_a_winner_whom_the_article_has_as_such_is_in_nobodys_place() -> None:
    source = Source(
        "The firm has dismissed Henry Tolland, whom Marcus Brack had hired. Judith Crane lost her seat in June to Owen Prior, "
        "a baker. Crane had opposed the sale of the mill."
    )
    [winner, loser] = check_people(source, Document("Owen Prior ousted Judith Crane in June."))
    assert not {winner.verdict, loser.verdict} & WRONG
