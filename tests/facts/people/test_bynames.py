"""Bynames that an article introduces, titles behind names, and surnames that stand first."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.text.document import Document

BYNAMES = (
    "The boxer Marta Solano (born 4 May 1990), known to friend and foe as Tia Roble, won the belt on Friday. She beat Ada Quell, whose name in "
    "her passport is Adelheid Brunner-Quell, in nine rounds. The veteran trainer Horace Pim, whom the whole gym calls "
    "Uncle Tick, wept. Gwendolen Farr, the referee, stopped the fight. Wendy, as her colleagues call her, had warned both."
)
MACHINE = (
    "Daesung Paper's Gong Cheol-su president said on 8th that the mill is completed. Han Bo-ra executive director (44), who "
    "manages it, is the first woman there. Union's Noh Tae-woong chairman opposed."
)
FAMILY_FIRST = "The postman Mori Shun'ichi folded 4,000 cranes in Sendai. His neighbour, Ueda Kyoko, counts them every day."
LONE = (
    'Professor Winifred Oakes, who saved the meadows, has died. Her pupil, Anwen Prosser, holds her chair. "Win was on '
    'her knees all day," said the botanist Bernard Stott. A driver, Tolo, took them to the hills in 1974. The widow of '
    "Colonel Reza Esfahani, Shirin, wrote to General Mohsen Tabrizi. Their son, Dariush, saluted."
)
SMALL = (
    "the skipper hamisi mwinyi and his brother juma were found after 16 days . `` we ate fish , '' said juma . the owner , "
    "athman bakari , wants no reward . counsel for mr dev pillai , ludovic hay , declined to comment ."
)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (BYNAMES, "Tia Roble won the belt on Friday."),
        (BYNAMES, "Marta Solano beat Adelheid Brunner-Quell in nine rounds."),
        (BYNAMES, "Uncle Tick wept."),
        (BYNAMES, "Wendy Farr stopped the fight."),
        (MACHINE, "Han Bora manages the mill."),
        (MACHINE, "Roh Tae-woong, the union's chairman, was opposed."),
        (MACHINE, "Gong Chul-soo said that the mill was completed."),
        (
            FAMILY_FIRST,
            "Shunichi Mori folded 4,000 cranes in his free time, a local newspaper in Sendai reports.",
        ),
        (FAMILY_FIRST, "Kyoko Ueda counts the cranes."),
        (FAMILY_FIRST, "Mori folded 4,000 cranes."),
        (LONE, "Win Oakes saved the meadows."),
        (LONE, "Dariush Esfahani saluted."),
        (LONE, "Shirin Esfahani wrote to the general."),
        (SMALL, "Juma Mwinyi says that they ate fish."),
        (SMALL, "Dev Pillay declined to comment."),
    ],
)
def test_who_is_named_otherwise_than_in_the_article_is_found(article: str, summary: str) -> None:
    assert ledger(Source(article), Document(summary)).consistent


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (BYNAMES, "Marta Quell won the belt on Friday."),
        (MACHINE, "Noh Bo-ra manages the mill."),
        (MACHINE, "Han Cheol-su is the president of the paper maker."),
        (FAMILY_FIRST, "Kyoko Mori folded 4,000 cranes."),
        (FAMILY_FIRST, "Jun Ueda counts the cranes."),
        (SMALL, "Dev Hay declined to comment."),
    ],
)
def test_a_name_of_two_persons_is_found_in_such_articles_too(article: str, summary: str) -> None:
    assert not ledger(Source(article), Document(summary)).consistent


def test_one_or_the_other_are_two_people() -> None:
    article = Source(
        "Either Ida Holm or Greta Lund will chair the board. Lund sold the mill in Orsta. Holm breeds grey horses."
    )
    assert article.person_scene.selves(0) == {0}
    assert Source("Ida Holm, known as Nana Lund, will chair the board.").person_scene.selves(0) == {0, 1}


@pytest.mark.parametrize(
    "birth",
    [
        "Born in Hull in 1933 as Gladys Harker, she left school at 14.",
        "Holm, who was born Gladys Harker, left school at 14.",
        "She was born as Gladys Harker and left school at 14.",
    ],
)
def test_who_was_born_under_another_name_is_one_person(birth: str) -> None:
    article = Source(
        f"Ida Holm, who played Mrs Lund, has died, her agent Barry Moss said. {birth} Holm won a prize."
    )
    people = [person.name for person in article.cast.people]
    one, other = people.index("Ida Holm"), people.index("Gladys Harker")
    assert article.person_scene.selves(one) >= {one, other}
    assert people.index("Barry Moss") not in article.person_scene.selves(other)
