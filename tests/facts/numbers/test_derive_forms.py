"""Figures derived in the ways in which reports and summaries of every trade tell them, and wrong ones beside."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

LEAGUE = (
    "Orrin have 61 points, three behind the leaders Vasse with two games left. They lost 12-20 to Perrow on "
    "Sunday after leading 9-3 at the break. The gate of 4,150 was some 1,900 short of the average."
)
RUN_OFF = (
    "Mayor Hella Brandt won Sunday's run-off with 54.2 percent, having trailed in the first round by 33.5 percent "
    "to 38.9. Turnout was 47 percent."
)
FIRM = (
    "Sales in the first half of the year rose from 6.40 to 7.20 million crowns. The dividend is 3.5p a share "
    "(2019: 2.8p). From the surplus of 96,000 crowns the owners set aside a third for a new roof, which is to cost "
    "128,000; the rest is paid out. Of 84 machines 14 stand idle."
)
TRIAL = (
    "We enrolled 384 adults and 116 children in seven towns. The lotion was tested for twelve weeks; by week 8 the "
    "score had fallen from 15.0 to 10.0 in those given it. Thirty-one adults left the study early. Rashes were "
    "seen in nine of them. A bottle costs 18 crowns. Those given water fared no better than before."
)
LIFE = (
    "Ilse Marwick (born Ilse Tarn, Oldbury, 9 June 1874; died Leith, 2 March 1951) painted 240 plates of ferns, "
    "66 of which hang in the town hall, and was in her 32nd year as a teacher when she retired."
)
SCHOOL = (
    "The school counts 318 pupils on its rolls this autumn, the council said, against 424 before. Lessons start at "
    "7.40 instead of 8.05. The fair raised 2,980 euros, of which the tombola brought 1,350. Two lines were struck "
    "from the plan: a new roof, a new gym."
)
WALK = (
    "The path is 52 km long. The first stage (19 km) leads to Ferry Hut, the second (21 km) keeps to the ridge, "
    "and the third ends at the sea. Trains leave at 12.50 and 16.35 and take 40 minutes. Three hikers in ten "
    "give up on the ridge."
)


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        pytest.param(LEAGUE, "Vasse lead with 64 points.", id="a rival told to be ahead by so much"),
        pytest.param(LEAGUE, "On average about 6,050 people come.", id="a figure short of another"),
        pytest.param(LEAGUE, "Orrin lost the second half 17-3.", id="the score of a half"),
        pytest.param(LEAGUE, "Orrin had been six points ahead at the break.", id="the lead of a side"),
        pytest.param(RUN_OFF, "She was more than five points behind in the first round.", id="points apart"),
        pytest.param(RUN_OFF, "She won by more than eight points.", id="the lead where two stand"),
        pytest.param(FIRM, "Sales rose by an eighth in six months.", id="a change as a share, a half-year"),
        pytest.param(FIRM, "Sales rose by 800,000 crowns.", id="figures that share a scale"),
        pytest.param(FIRM, "The dividend is up by a quarter.", id="a change in brackets"),
        pytest.param(FIRM, "The owners share 64,000 crowns.", id="what is left of a stated share"),
        pytest.param(FIRM, "One machine in six is idle.", id="one in so many"),
        pytest.param(FIRM, "Seventy machines are running.", id="the others of a whole"),
        pytest.param(TRIAL, "After two months the score was down by a third.", id="weeks that are numbered"),
        pytest.param(TRIAL, "Of the adults, 353 stayed to the end.", id="a rest far from its whole"),
        pytest.param(LIFE, "She died at 76.", id="an age from two dates"),
        pytest.param(
            LIFE, "More than a quarter of her plates hang in the town hall.", id="a bound on a share"
        ),
        pytest.param(LIFE, "She taught for three decades.", id="a year that is numbered"),
        pytest.param(
            SCHOOL, "A quarter of the pupils have left.", id="what is gone of a whole told against it"
        ),
        pytest.param(SCHOOL, "Lessons begin 25 minutes earlier.", id="times of which one is no more"),
        pytest.param(SCHOOL, "The fair raised 2,980 euros; 1,630 came from other stalls.", id="money unsaid"),
        pytest.param(WALK, "The last stage is 12 km long.", id="what two parts leave of a whole"),
        pytest.param(WALK, "The later train arrives at 17.15.", id="a time told after another"),
        pytest.param(WALK, "On the ridge 30 per cent give up.", id="so many in ten"),
    ],
)
def test_what_follows_in_the_terms_of_a_trade_is_no_error(article: str, summary: str) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert [(f.claim, f.reason) for f in found if f.verdict in WRONG] == []


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (LEAGUE, "Vasse lead with 67 points."),
        (LEAGUE, "On average about 7,050 people come."),
        (LEAGUE, "Orrin lost the second half 15-3."),
        (RUN_OFF, "She won by more than twelve points."),
        (FIRM, "Sales rose by two fifths in six months."),
        (FIRM, "Sales rose by 900,000 crowns."),
        (FIRM, "The owners share 72,000 crowns."),
        (FIRM, "One machine in nine is idle."),
        (TRIAL, "Of the adults, 343 stayed to the end."),
        (LIFE, "She died at 77."),
        (LIFE, "More than a third of her plates hang in the town hall."),
        (LIFE, "She taught for five decades."),
        (SCHOOL, "A third of the pupils have left."),
        (SCHOOL, "Lessons begin 35 minutes earlier."),
        (SCHOOL, "The fair raised 2,980 euros; 1,530 came from other stalls."),
        (WALK, "The last stage is 14 km long."),
        (WALK, "The later train arrives at 17.45."),
        (WALK, "On the ridge 60 per cent give up."),
    ],
)
def test_what_does_not_follow_in_such_terms_is_an_error(article: str, summary: str) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert [f for f in found if f.verdict in WRONG]
