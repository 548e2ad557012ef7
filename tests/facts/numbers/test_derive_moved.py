"""Times, ages, ranks and counts that follow by what a text tells with them."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

CORE = Source(
    "The lowest mud from Lake Orn is 9,600 years old; the core drilled by Sund in 1994 went back only 7,100 years. The "
    "lab has 1,260 samples and manages 18 a day. Work on a new drill begins in March 2026 and is to take 14 months. "
    "Ruth Vale, who is 67, has led the lab since she was 29. She had led the museum in Kell from 1981 to 1984 and its "
    "school from 1986 to 1992. Only eleven such lakes had been drilled before."
)
MATCH = Source(
    "Orla beat Sund 4-2 on Sunday. Vik Roe scored four minutes after the break and Tam Holt with ten minutes left. Orla "
    "are ranked 94th in the world, Sund seventh. The pitch was lengthened by 12 metres to 105 metres. The league closes "
    "its grounds at Vell, Torp and Hau; it has 19 grounds. In the relay Roe ran 21.4 seconds, Holt 22.9, Lind 23.1 and Ek 20.8."
)
FINAL = Source(
    "Orla beat Sund 1-0 although Vik Roe was sent off in the 61st minute, as he had been a year ago. Six members of the "
    "board watched; Mr Holt had sent his apologies."
)
RACE = Source(
    "The sloop needed 11 days, 7 hours and 20 minutes; the record had stood at 12 days and 3 hours. Orla led Sund 19-12 "
    "at the interval. Of the 418 pupils 38 play in the band."
)
SHIPS = Source(
    "The line ordered two ferries, which will cost 460 million crowns together. The school on the island has 24 teachers "
    "and 312 pupils."
)


def wrong(article: Source, summary: str) -> bool:
    return any(one.verdict in WRONG for one in check_numbers(article, Document(summary)))


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (CORE, "The new core reaches 2,500 years further back."),
        (CORE, "The samples will keep the lab busy for 70 days."),
        (CORE, "The drill should be ready in May 2027."),
        (CORE, "Vale has led the lab for 38 years."),
        (CORE, "She worked for the museum and its school for nine years."),
        (CORE, "This brings the number of lakes drilled to 12."),
        (MATCH, "The game saw six goals."),
        (MATCH, "Roe scored in the 49th minute."),
        (MATCH, "Holt struck in the 80th minute."),
        (MATCH, "Sund stand 87 places above Orla."),
        (MATCH, "The pitch was extended from 93 to 105 metres."),
        (MATCH, "The league will be left with 16 grounds."),
        (MATCH, "The relay took 88.2 seconds."),
        (FINAL, "Ten-man Orla held on."),
        (FINAL, "Of the board six members came and one sent apologies."),
        (RACE, "The record was beaten by more than 19 hours."),
        (RACE, "Orla were seven points up at half-time."),
        (RACE, "One pupil in eleven plays in the band."),
        (SHIPS, "Each of the new ferries costs about 230 million crowns."),
        (SHIPS, "The school has a teacher for every 13 pupils."),
    ],
)
def test_what_is_told_with_a_figure_moves_it(article: Source, summary: str) -> None:
    assert not wrong(article, summary)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (CORE, "The new core reaches 3,200 years further back."),
        (CORE, "The samples will keep the lab busy for 84 days."),
        (CORE, "The drill should be ready in July 2027."),
        (CORE, "Vale has led the lab for 41 years."),
        (CORE, "This brings the number of lakes drilled to 16."),
        (MATCH, "Roe scored in the 54th minute."),
        (MATCH, "Sund stand 58 places above Orla."),
        (MATCH, "The pitch was extended from 88 to 105 metres."),
        (MATCH, "The league will be left with 13 grounds."),
        (FINAL, "Nine-man Orla held on."),
        (RACE, "The record was beaten by more than 26 hours."),
        (RACE, "Orla were nine points up at half-time."),
        (SHIPS, "Each of the new ferries costs about 260 million crowns."),
        (SHIPS, "The school has a teacher for every 17 pupils."),
    ],
)
def test_another_figure_is_flagged(article: Source, summary: str) -> None:
    assert wrong(article, summary)
