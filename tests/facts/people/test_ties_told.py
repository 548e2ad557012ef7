"""Ties told by verbs, by those who are left behind, by age, and by who came first."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.facts.strictness import Strictness
from bench.records import WRONG
from bench.text.document import Document

FAMILY = Source(
    """Dame Winifred Askew has died aged 91. She was married first to the actor Hugh Askew, who died in 1979, and then
to the critic Desmond Farr, who survives her. Wing Rhodri Pugh, 21, grandson of the former captain Elfyn Pugh, scored.
Canon Tobias Brack was ordained by Bishop Hugo Carr, to whose daughter Rosamund he was engaged. Later he married Ida
Lund. Bishop Carr never spoke to Admiral Sir Lionel Brack again. Tilly Rask (19), niece of the coach Hanna Moe, came on.
Anna Holm, Karla's younger sister, wept. Karla Holm did not.""".replace("\n", " ")
)
POSTS = Source(
    """Finance director Tobias Finch will step down in March and be succeeded by Priya Lind, currently treasurer. "We did
well," said Marguerite Oye, chief executive. Mayor Olaf Brun resigned; his predecessor, Lord Tiverton, was silent. Sir
Piet Lund, who coached the swimmer Ida Moll, left. Moll had studied under Professor Carl Rask. Jon Odell, who was trained
by Tom Ild, won. Erik Stahl, treasurer before Jon Odell, left. Inger Foss, who held this chair before me,
believed it. Sina Brandt took over Hugo Falk's practice.""".replace("\n", " ")
)


@pytest.mark.parametrize(
    "summary",
    [
        "Dame Winifred leaves a husband, Desmond Farr.",
        "Winifred Askew's widower, Desmond Farr, was there.",
        "Winifred Askew, whose first husband, Hugh, died in 1979, is dead.",
        "Rhodri Pugh, whose grandfather Elfyn was captain, scored.",
        "Tilly Rask, a niece of Hanna Moe, came on.",
        "Canon Brack leaves a widow, Ida Lund.",
        "Tobias Brack, whose wife was Ida Lund, was a canon.",
        "Karla Holm, the elder sister of Anna Holm, did not weep.",
    ],
)
def test_kin_told_from_either_side_are_no_error(summary: str) -> None:
    assert not {f.verdict for f in check_roles(FAMILY, Document(summary))} & WRONG


@pytest.mark.parametrize(
    "summary",
    [
        "Rhodri Pugh, the son of former captain Elfyn Pugh, scored.",
        "Tilly Rask, whose mother is Hanna Moe, came on.",
        "Tobias Brack leaves a widow, Hanna Moe.",
        "Tobias Brack married Tilly Rask in May.",
        "Anna Holm, the elder sister of Karla Holm, wept.",
    ],
)
def test_other_kin_are_misattached(summary: str) -> None:
    assert {f.verdict for f in check_roles(FAMILY, Document(summary))} >= {"misattached"}


@pytest.mark.parametrize(
    "summary",
    [
        "Priya Lind will be the next finance director.",
        "Lord Tiverton, mayor before Olaf Brun, was silent.",
        "The former mayor, Lord Tiverton, was silent.",
        "Ida Moll, once a pupil of Carl Rask, left.",
        "Ida Moll, whose coach was Piet Lund, left.",
        "Jon Odell, coached by Tom Ild, won.",
        "Inger Foss, his predecessor, believed it.",
        "Sina Brandt succeeded Hugo Falk.",
    ],
)
def test_posts_pass_on_and_teaching_has_two_ends(summary: str) -> None:
    strictness: Strictness = "normal"
    document = Document(summary)
    found = [*check_roles(POSTS, document, strictness), *check_people(POSTS, document, strictness)]
    assert not {f.verdict for f in found} & WRONG


@pytest.mark.parametrize(
    "summary",
    [
        "Treasurer Priya Lind is to become chief executive.",
        "Priya Lind will replace Marguerite Oye.",
        "The mayor, Lord Tiverton, was silent.",
        "Carl Rask, once a pupil of Ida Moll, spoke.",
        "Tom Ild, whose trainer is Jon Odell, won.",
        "Inger Foss, his successor in the chair, believed it.",
        "Olaf Brun was preceded by his successor, Lord Tiverton, and left.",
        "Hugo Falk takes the place of Sina Brandt.",
    ],
)
def test_another_post_and_a_turned_succession_are_misattached(summary: str) -> None:
    assert {f.verdict for f in check_roles(POSTS, Document(summary))} >= {"misattached"}


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Zita Balla, Halasz's predecessor, spoke.", True),
        ("Zita Balla, Halasz's successor, spoke.", False),
        ("Tom Rask is to follow Carl Rae as captain.", False),
        ("Carl Rae is to follow Tom Rask as captain.", True),
    ],
)
def test_whose_successor_an_unnamed_one_calls_is_known_from_the_word(summary: str, wrong: bool) -> None:
    source = Source(
        "Q. Dr Imre Halasz, your own successor, Zita Balla, said that you left three lifts. A. Four. Carl Rae, who retires in "
        "May, will be succeeded as captain by Tom Rask."
    )
    assert bool({f.verdict for f in check_roles(source, Document(summary))} & WRONG) == wrong


STORE = Source(
    """Piet Askew, 67, who has run the store for 22 years, retires at Easter. "I know what a hat is," Askew said. His daughter
Rosamund, a vet, was never asked. The founder's sons, Hugo Brack and Carl Brack, sold it to him. Priya Lind and Tom Lind,
the twins, play for Marn; the captain, Olaf Brun, will be succeeded by Tom Lind. "It is my nephew Desmond who climbs with
me," said the guide Ida Moe.""".replace("\n", " ")
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Piet Askew's sister Rosamund was not asked.", True),
        ("Rosamund, a cousin of Piet Askew, was not asked.", True),
        ("Piet Askew's daughter Rosamund was not asked.", False),
        ("Rosamund, whose father is Piet Askew, was not asked.", False),
        ("Hugo Brack's brother, Carl Brack, sold the store.", False),
        ("Ida Moe climbs with her son, Desmond.", True),
        ("Ida Moe climbs with her nephew, Desmond.", False),
        ("Priya Lind will succeed Olaf Brun as captain.", True),
        ("Tom Lind will succeed Olaf Brun as captain.", False),
        ("She met Olaf Brun. Her nephew, Desmond, climbs.", False),
        ("The founder's daughter, Rosamund, is a vet; his son, Carl Brack, sold.", False),
    ],
)
def test_who_is_only_called_a_daughter_is_no_sister_and_a_captain_has_one_successor(
    summary: str, wrong: bool
) -> None:
    found = [f.reason for f in check_roles(STORE, Document(summary)) if f.verdict in WRONG]
    assert bool(found) == wrong, found


FIRM = Source(
    """The firm has dismissed Henry Tolland, whom the founder, Marcus Brack, had hired. His daughter, Elena Brack, now runs it;
she married the lawyer Pavel Rusk in June. Tolland, who is defended by Sonia Kemp, will fight. Tim Rudd takes the post of
captain from Olaf Brun, whose place as trainer will go to Ida Moe. Moe now trains Marlow. Tilly Rask, for Hanna Lind, said
little, and Lind's driver, Nora Vahl, said nothing.""".replace("\n", " ")
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Marcus Brack's daughter Elena Brack runs the firm.", False),
        ("Elena Brack, a daughter of Henry Tolland, runs the firm.", True),
        ("Sonia Kemp, Tolland's lawyer, will fight.", False),
        ("Sonia Kemp, who represents Henry Tolland, will fight.", False),
        ("Elena Brack is represented by Sonia Kemp.", True),
        ("Tilly Rask, who is defending Hanna Lind, said little.", False),
        ("Nora Vahl, who acts for Henry Tolland, said nothing.", True),
        ("Elena Brack's husband, Pavel Rusk, is a lawyer.", False),
        ("Elena Brack's lawyer, Pavel Rusk, said so.", False),
        ("Marlow are trained by Ida Moe.", False),
        ("Olaf Brun hands the captaincy to Ida Moe's brother, Tim Rudd.", False),
    ],
)
def test_who_defends_whom_and_whose_daughter_by_the_surname(summary: str, wrong: bool) -> None:
    found = [f.reason for f in check_people(FIRM, Document(summary)) if f.verdict in WRONG]
    found += [f.reason for f in check_roles(FIRM, Document(summary)) if f.verdict in WRONG]
    assert bool(found) == wrong, found
