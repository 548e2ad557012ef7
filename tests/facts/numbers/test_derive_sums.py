"""Sums, differences and rests of figures in several units and of stated wholes, right and wrong ones."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

TOWER = (
    "The clock tower was to be mended within two years; it took two years and eleven months. The mason gets 96,000 "
    "crowns, of which the county bears half and the abbey 18,000; the rest must come from the town. The tower is "
    "home to 40 pairs of swifts. One of its five bells is cracked and will be melted down."
)
RACE = (
    "The boat from Sund won in 28 minutes 50 seconds; that from Orla came home in 29:25. Of 48 rowers entered, all "
    "but seven finished. The course, 6.4 kilometres long, was 800 metres longer than last year."
)
FIRE = (
    "The alarm was given at ten minutes to eight and the first engine came at half-past eight. Three engines were "
    "sent; a fourth stuck in the mud. The fire was out at 11.05. The mill had 130 looms; 48 were lost in the fire and "
    "22 in the water. It burned 14 tons on Monday, 9 on Tuesday and 12 on Wednesday."
)
CLUB = (
    "Orrin won 16 of their 26 matches, drew four and lost the others. The tunnel of 5.2 kilometres under the ground "
    "is half done: the eastern team has bored 1.9 kilometres, the western 1.4. The first fee was 7,250 crowns; the "
    "second, of the same amount, is due in May."
)
GAMES = (
    "Ilse Maur won the 200 metres in one minute 53.08 seconds, 0.41 seconds ahead of Tove Strand. In the relay Maur swam "
    "her leg in 27.4 seconds, Strand hers in 26.9; Koll took 28.1. Petra Vint had won the backstroke in 57.20, touching "
    "0.45 of a second ahead of Anna Roe. The oldest to swim was Hertha Lunn, 88, the youngest Tim Vint, six, who had to be "
    "carried. The club asks for 9 per cent more; the town has offered between 5.5 and 6.5 per cent."
)

INN = (
    "The inn had 62 beds; 24 were added in 2009 and nine were given up last year. Breakfast brings 3,150 crowns a "
    "week; the bread costs 420 and the eggs 610. It is closed from 12 November to 21 January. Guests pay 12 euros "
    "for the sauna, children half of that. Of 16 huts in the valley five burned down."
)
SPRINT = (
    "Dana Koll ran 53.62 seconds, 0.27 inside the record of her club. Behind her came Mira Stern in 54.05. In May "
    "Koll had run 54.80. She started at half past twelve and the prizes were given at twenty to one."
)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (INN, "The inn now has 77 beds."),
        (INN, "Bread and eggs cost 1,030 crowns."),
        (INN, "The inn is closed for ten weeks."),
        (INN, "It is shut for 70 days."),
        (INN, "Children pay six euros."),
        (INN, "The other 11 huts were spared."),
        (SPRINT, "The old record stood at 53.89 seconds."),
        (SPRINT, "Koll beat Stern by 0.43 seconds."),
        (SPRINT, "She was 1.18 seconds faster than in May."),
        (SPRINT, "The prizes were given ten minutes later."),
        (TOWER, "The tower took eleven months longer than planned."),
        (TOWER, "The county pays 48,000 crowns."),
        (TOWER, "That leaves 30,000 crowns for the town."),
        (TOWER, "Some 80 swifts nest in the tower."),
        (TOWER, "Four bells are left."),
        (TOWER, "The other four bells will stay."),
        (RACE, "Sund won by 35 seconds."),
        (RACE, "Last year the course was 5.6 kilometres long."),
        (FIRE, "The first engine came after 40 minutes."),
        (FIRE, "The fire was out after three hours and a quarter."),
        (FIRE, "Sixty looms are left."),
        (CLUB, "Orrin lost six matches."),
        (CLUB, "They lost six of the 26 matches."),
        (CLUB, "The teams have bored 3.3 kilometres."),
        (CLUB, "Another 1.9 kilometres are still to be bored."),
        (CLUB, "The fees come to 14,500 crowns."),
        (GAMES, "Strand came second in 1:53.49."),
        (GAMES, "Roe was timed at 57.65 seconds."),
        (GAMES, "The three legs of the relay took 82.4 seconds in all."),
        (GAMES, "The oldest and the youngest are 82 years apart."),
        (GAMES, "The demand exceeds the best offer by 2.5 percentage points."),
    ],
)
def test_what_stated_figures_come_to_is_no_error(article: str, summary: str) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert [(f.claim, f.reason) for f in found if f.verdict in WRONG] == []


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (INN, "The inn now has 87 beds."),
        (INN, "Bread and eggs cost 1,130 crowns."),
        (INN, "The inn is closed for twelve weeks."),
        (INN, "Children pay eight euros."),
        (SPRINT, "The old record stood at 53.99 seconds."),
        (SPRINT, "Koll beat Stern by 0.53 seconds."),
        (TOWER, "The tower took 15 months longer than planned."),
        (TOWER, "The county pays 46,000 crowns."),
        (TOWER, "That leaves 40,000 crowns for the town."),
        (TOWER, "Some 90 swifts nest in the tower."),
        (TOWER, "Three bells are left."),
        (RACE, "Sund won by 45 seconds."),
        (RACE, "Last year the course was 5.8 kilometres long."),
        (FIRE, "The first engine came after 50 minutes."),
        (FIRE, "The fire was out after four hours and a quarter."),
        (FIRE, "Five engines set out."),
        (FIRE, "Fifty-five looms are left."),
        (CLUB, "Orrin lost eight matches."),
        (CLUB, "The teams have bored 4.3 kilometres."),
        (CLUB, "The fees come to 15,500 crowns."),
        (GAMES, "Strand came second in 1:53.19."),
        (GAMES, "Roe was timed at 56.95 seconds."),
        (GAMES, "The three legs of the relay took 84.2 seconds in all."),
        (GAMES, "The oldest and the youngest are 78 years apart."),
        (GAMES, "The demand exceeds the best offer by 1.5 percentage points."),
    ],
)
def test_what_stated_figures_do_not_come_to_is_an_error(article: str, summary: str) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert [f for f in found if f.verdict in WRONG]
