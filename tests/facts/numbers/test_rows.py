"""Tables and lists of keys: a figure belongs to its row, its column and its key."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

LEAGUE = Source(
    "Team P W D L Pts\nHolmby 30 21 5 4 68\nKarsund 30 19 6 5 63\nVresse 30 18 4 8 58\n"
    "Top scorers: Dario Melk (Karsund) 23, Tom Ashdown (Holmby) 19"
)
SETTLEMENT = Source("To the Complainant: $196,365\nTo the Legal Firms: $49,000\nIt was agreed on Monday.")
WAITING = Source(
    "REGIONAL HOSPITALS - WAITING TIMES (weeks) Q2\nHospital | Beds | Hip | Knee | Eye | Director\n"
    "St Brannoc's | 412 | 31 | 34 | 12 | Dr Maeve Costigan\n"
    "Port Ellin General | 268 | 22 | 25 | 19 | Prof. Anton Ruhl\n"
    "Westmarch | 140 | 18 | 20 | 9 | Ms Ottoline Fry (acting)\nTarget: hip 26, knee 26, eye 16."
)
HOTEL = Source(
    "**Hotel Adler** | Rooms: 38 | Doubles: €78 (low season) | Singles: €52 | Manager: Petra Lindqvist | "
    "Chef: Jonas Abt\nBreakfast: €14 - kids under 6 free"
)
CAKE = Source("Cake\n- Flour: 250 g\n- Sugar: 120 g\n- Butter: 180 g\n- Eggs: 3\nBaking time: 40 minutes")
PLAYER = Source(
    "Name: Anna Holt\nAge: 34\nPosition: Goalkeeper\nClub: Karsund\nCaps: 41\nGoals: 2\nHeight: 1.83 m"
)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (LEAGUE, "Holmby finished on 68 points."),
        (LEAGUE, "Karsund, who lost five, had 63 points."),
        (LEAGUE, "Holmby won 21 of their 30 games and drew five."),
        (SETTLEMENT, "She gets $196,365 for the complainant and over $49,000 goes to the legal firms."),
        (WAITING, "A knee operation takes 34 weeks at St Brannoc's."),
        (WAITING, "Westmarch has 140 beds."),
        (WAITING, "Patients at Port Ellin wait 22 weeks for a hip."),
        (HOTEL, "Singles cost €52."),
        (HOTEL, "The hotel has 38 rooms, and breakfast is €14."),
        (CAKE, "It needs 250 grams of flour and 120 of sugar."),
        (CAKE, "The cake bakes for 40 minutes."),
        (PLAYER, "Goalkeeper Anna Holt, 34, has 41 caps."),
        (PLAYER, "She has scored two goals in 41 games."),
        (PLAYER, "Holt is 1.83 m tall."),
    ],
)
def test_a_figure_told_of_its_row_or_key_is_right(article: Source, summary: str) -> None:
    assert not [f for f in check_numbers(article, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (LEAGUE, "Holmby finished on 63 points."),
        (LEAGUE, "Karsund won 21 games."),
        (LEAGUE, "Vresse ended with 68 points."),
        (WAITING, "A knee operation takes 25 weeks at St Brannoc's."),
        (WAITING, "A knee operation takes 31 weeks at St Brannoc's."),
        (WAITING, "Westmarch has 268 beds."),
        (HOTEL, "Singles cost €78."),
        (HOTEL, "Breakfast costs €52."),
        (CAKE, "It needs 120 grams of flour."),
        (CAKE, "You need 250 g of butter."),
        (PLAYER, "Goalkeeper Anna Holt, 41, plays for Karsund."),
    ],
)
def test_a_figure_of_another_row_or_key_is_wrong(article: Source, summary: str) -> None:
    assert [f for f in check_numbers(article, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Petra Lindqvist manages the hotel, where chef Jonas Abt cooks.", False),
        ("Chef Petra Lindqvist cooks.", True),
        ("Jonas Abt is the manager of the hotel.", True),
    ],
)
def test_an_office_that_is_a_key_belongs_to_the_name_behind_it(summary: str, wrong: bool) -> None:
    assert any(f.verdict in WRONG for f in check_roles(HOTEL, Document(summary))) == wrong
