"""By whom something was done: the article's doer, and another."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    "Cllr Tranter's proposal to name the new footbridge after the late Cllr Hobday was seconded by Cllr Dunkley and carried "
    "by four votes to one. On Tuesday the old window was broken by Ida Moll, and the church door was mended by Jon Odell. "
    "Nora Quist painted the harbour wall."
)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("The proposal for the footbridge was seconded by Tranter and carried.", "article: by Dunkley"),
        ("The church door was mended by Ida Moll on a wet morning.", "article: by Jon Odell"),
        ("The wall of the harbour was painted by Jon Odell.", "article: by Nora Quist"),
    ],
)
def test_what_the_article_has_done_by_somebody_else_is_misattached(summary: str, reason: str) -> None:
    assert reason in [f.reason for f in check_roles(SOURCE, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "The proposal for the footbridge was seconded by Dunkley and carried.",
        "The church door was mended by Odell.",
        "The inn was painted by Jon Odell in May.",
        "Ida Moll was seen by Jon Odell on the footbridge.",
    ],
)
def test_other_things_and_other_deeds_may_be_done_by_anybody(summary: str) -> None:
    assert not {f.verdict for f in check_roles(SOURCE, Document(summary))} & WRONG


SAWMILL = Source(
    "The night watchman, Sten Aune, raised the alarm; the foreman, Kjell Moe, drove two lorries out of the yard. "
    "The mill's owner, Randi Lund, was in Spain. Ole Vik and Per Haug carried the saws to the jetty. The mayor, "
    "Odd Brenna, who has run the harbour town since 2011, promised the workers help. Karen Dahl had been held in "
    "the cellar for nine hours. She was led out by the fire chief, Mette Hagen. Peter Dahl refused to blame the owner."
)


@pytest.mark.parametrize(
    ("summary", "other"),
    [
        ("Kjell Moe raised the alarm early on Sunday.", "Sten Aune"),
        ("Sten Aune drove a pair of lorries out of the yard.", "Kjell Moe"),
        ("The saws were carried to the jetty by Kjell Moe.", "Ole Vik"),
        ("Mette Hagen has promised help to the workers.", "Odd Brenna"),
        ("The alarm was raised by the mayor, Odd Brenna.", "Sten Aune"),
        ("Peter Dahl had been held in the cellar.", "Karen Dahl"),
    ],
)
def test_a_deed_that_the_article_tells_of_somebody_else_is_misattached(summary: str, other: str) -> None:
    assert f"article: by {other}" in [
        f.reason for f in check_roles(SAWMILL, Document(summary)) if f.verdict in WRONG
    ]


@pytest.mark.parametrize(
    "summary",
    [
        "Sten Aune raised the alarm and Kjell Moe drove out two lorries.",
        "Per Haug carried the saws to the jetty.",
        "The mayor promised Randi Lund help.",
        "Kjell Moe carried a lamp.",
        "Karen Dahl was led out of the cellar by Hagen.",
        "Moe, whose colleague Aune raised the alarm, drove two lorries away.",
    ],
)
def test_a_deed_is_its_doers_or_told_with_other_things(summary: str) -> None:
    assert not {f.verdict for f in check_roles(SAWMILL, Document(summary))} & WRONG


FERRY = Source(
    "A passenger, the vet Silje Moen, treated the captain until the helicopter came. Its pilot, Jarle Vang, landed on the deck. "
    "The purser, Rhoda Finch, who had counted the lifebelts, rang the bell."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jarle Vang treated the captain until the helicopter came.", True),
        ("Silje Moen, a vet, treated the captain.", False),
        ("Silje Moen landed on the deck.", True),
        ("Rhoda Finch, who knows Silje Moen, rang the bell.", False),
        ("Jarle Vang rang the bell.", True),
    ],
)
def test_a_subject_may_be_an_apposition(summary: str, wrong: bool) -> None:
    assert bool({f.verdict for f in check_roles(FERRY, Document(summary))} & WRONG) == wrong


HARBOUR = Source(
    "Mr Aldous, said his spokesman, Perry Quist, in a statement, will seek guarantees from the port. Mr Orre will "
    "refuse them. Tessa Vahl came third on the last day and Lena Struck won. Struck came third overall."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Aldous will seek guarantees from the port.",
        "Aldous, according to his spokesman, Perry Quist, seeks guarantees from the port.",
        "Tessa Vahl came third.",
        "Lena Struck came third overall.",
    ],
)
def test_who_says_so_is_not_the_subject_and_everybody_comes(summary: str) -> None:
    assert not {f.verdict for f in check_roles(HARBOUR, Document(summary))} & WRONG


INQUIRY = Source(
    "The ferry's captain, Ifan Bright, was cleared yesterday. The inquiry's chair, Sheriff Morag Vane, found that the captain had "
    "twice asked for a new radar. The owner, Sir Dennis Athel, has offered the cook, Paloma Reyes, £8,000. Hugo Farr sold the "
    "lifeboat to a fund led by Nina Castro. Two passengers, Joan and Peter Lyle, filmed it. Their son, Robin, sold the film to "
    "a broadcaster. The pilot, Gethin Maddox, lost his licence. The pilot had mistaken one light for another."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Ifan Bright had asked twice for a new radar.", False),
        ("Gethin Maddox had asked twice for a new radar.", True),
        ("Paloma Reyes was offered £8,000.", False),
        ("Nina Castro sold the lifeboat to Hugo Farr.", True),
        ("Hugo Farr sold the lifeboat to Nina Castro's fund.", False),
        ("Joan Lyle's son sold the film.", False),
        ("Gethin Maddox had mistaken one light for another.", False),
        ("Ifan Bright had mistaken one light for another.", True),
    ],
)
def test_a_deed_may_be_told_of_somebody_by_office_or_kin(summary: str, wrong: bool) -> None:
    found = {
        f.verdict
        for f in (*check_people(INQUIRY, Document(summary)), *check_roles(INQUIRY, Document(summary)))
    }
    assert bool(found & WRONG) == wrong
