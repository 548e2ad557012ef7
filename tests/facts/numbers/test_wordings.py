"""Numbers of a summary in other words than the article's: which follow, and which do not.

Every article and summary is invented for this table; a row stands for the class that its test names.
"""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

MILL = """BRENTHOLM, Oct 14 (Coastwire) - A boiler exploded at a paper mill in Brentholm shortly before 3 p.m. on
Tuesday, killing 13 workers and injuring 47, nine of them badly.

Rescuers pulled the last survivor, a fitter of 58, from the ruins at 5:20 a.m. on Thursday. The mill, which opened
in 1961, employs 640 people, a third of them women. Fire crews from Brentholm, Askel, Torvik and Lund fought the
flames for 19 hours.

The owner, Norpap, had been warned in 2014 and again in 2019. Its insurer expects to pay 86.4 million crowns. An
inquiry is to report within 90 days, and the mill will stay shut until then."""

CLUB = """Harnby Rovers beat Castle Lane 3-1 on Saturday, their 14th win of the season, in front of 21,850 people.
Eero Salmela, 31, scored twice, in the 18th and 63rd minutes, and now has 27 goals, four more than Jude Okoro of
Castle Lane.

Rovers have 58 points from 26 games, seven points ahead of Castle Lane in second place. The club lost 2.4 million
euros last year and 3.9 million euros the year before. Its ground, which holds 24,000, was built in 1932 at a cost
of 96,000 crowns. A season ticket goes up from 420 euros to 483 euros in July.

The manager, Petra Lindqvist, 47, signed a two-year contract in 2023 after eleven years as an assistant. Before the
match there was a minute's silence for Olle Stark, who played 412 games for Rovers between 1958 and 1974."""

SURVEY = """Roughly one in five adults in Marland cannot swim, a survey of 2,500 people by the charity Deepend shows.
In 2015 the share was 26 percent. Women (24 percent) are less likely to swim than men (16 percent).

Of the 180 pools that Marland had at the turn of the century, 45 have closed. Another 12 will close this year. A
visit costs 4.80 marks on average, up from 3.20 marks in 2015. The government is to spend 75 million marks over three
years on lessons for children between six and eleven, and wants every pupil to swim 25 metres.

Deepend's director, Oona Ferrel, said that 38 people drowned last year, 13 of them under 18. The figure had been
twice as high in 1995. A half-hour lesson costs 22 marks, and lessons fill up within two days, she said. The
charity, founded in 1921, has about 3,600 volunteers."""

FLIGHT = """A passenger jet with 148 people on board slid off the runway at Korsund on Sunday, 9 March. Nobody was
killed, but 17 passengers and two members of the crew were taken to hospital. The aircraft, an Arvo 220, had left
Milava at 11:45 and landed at 14:30, fifteen minutes late, in winds of 65 kilometres an hour.

The captain, 52, had 11,400 hours of flying behind him, his first officer 820. The runway is 1,850 metres long and
was closed until Tuesday morning, so that 64 flights were cancelled. Investigators have found both recorders and
will publish a first report by the end of April.

Arvo has built 310 of the type since 2008. It sells for about $45 million. In the mid-1990s an Arvo 180 left the
same runway in the snow; 21 people died then. Korsund wants to spend 1.2bn kroner, three-quarters of it borrowed, on
a second runway that could open in 2031."""

COURT = """A court in Lantry on Wednesday sent the former banker Hugo Brandl, 66, to prison for seven and a half
years for stealing $8.2 million from 31 customers over more than a decade. His wife, Ilse Brandl, got 18 months,
suspended for three years.

Prosecutors had asked for 12 years. The jury of seven women and five men took nine hours to agree. Brandl must pay
back $3.5 million by 1 June 2026; the rest is lost, his lawyer, Cato Venn, told the court. Brandl stole the first
sum, $40,000, in 2003 and the last in 2017. The theft came to light on 6 May 2019, when a customer of 88 asked for
her savings, and he was arrested 11 days later.

The bank, which has 22 branches, has already repaid half of the money to the victims. Its shares fell 6 percent to
$41.80. Brandl worked there from 1984 until 2019. He has 14 days to appeal."""

ARTICLES = {"mill": MILL, "club": CLUB, "survey": SURVEY, "flight": FLIGHT, "court": COURT}

FOLLOWS = {
    "a rounding, a dozen, a bound that the figure meets": [
        ("mill", "More than a dozen workers died in the explosion."),
        ("mill", "Over a dozen workers were killed."),
        ("mill", "Nearly four dozen people were injured."),
        ("mill", "The blast injured almost 50 people."),
        ("mill", "At least 13 workers were killed at the mill."),
        ("mill", "Some 86 million crowns will be paid by the insurer."),
        ("mill", "The insurer faces a bill of more than 85 million crowns."),
        ("club", "Nearly 22,000 people watched."),
        ("club", "More than 21,000 people saw the win."),
        ("club", "Just under 22,000 people were there."),
        ("club", "Salmela has more than two dozen goals."),
        ("survey", "Deepend asked two and a half thousand people."),
        ("survey", "Three dozen people or more drowned last year."),
        ("survey", "Fewer than 40 people drowned in Marland last year."),
        ("flight", "Nearly 150 people were on board."),
        ("flight", "Almost 20 people were taken to hospital."),
        ("flight", "The captain had more than 11,000 hours of flying behind him."),
        ("flight", "More than five dozen flights were cancelled."),
        ("flight", "The runway is less than 2,000 metres long."),
        ("court", "He stole over eight million dollars from customers."),
        ("court", "Brandl robbed some thirty customers."),
        ("court", "More than $8m was stolen from 31 customers."),
    ],
    "the same figure in words, digits or another scale": [
        ("club", "Rovers' loss was 2,400,000 euros last year."),
        ("flight", "Korsund would spend 1,200 million kroner on a second runway."),
        ("flight", "The second runway would cost 1.2 billion kroner."),
        ("court", "Brandl stole 8,200,000 dollars."),
        ("court", "He was jailed for 7½ years."),
        ("survey", "The government will spend 75m marks on lessons."),
        ("survey", "Forty-five pools have closed."),
        ("court", "The first theft was of forty thousand dollars."),
        ("club", "Rovers won three goals to one."),
        ("club", "It was their fourteenth win of the season."),
        ("mill", "Six hundred and forty people work at the mill."),
    ],
    "shares as fractions, percentages and one in so many": [
        ("mill", "About 33 percent of the mill's people are women."),
        ("mill", "One in three of the employees is a woman."),
        ("survey", "About 20 percent of adults cannot swim."),
        ("survey", "A fifth of adults in Marland cannot swim."),
        ("survey", "Nearly a quarter of women cannot swim."),
        ("survey", "A quarter of the 180 pools have closed."),
        ("flight", "Three quarters of the money for the runway would be borrowed."),
        ("flight", "75 percent of the cost of the runway would be borrowed."),
        ("court", "The bank has repaid 50 percent of the money."),
        ("club", "A season ticket will cost 15 percent more."),
        ("survey", "A visit costs 50 percent more than in 2015."),
        ("survey", "The price of a visit has gone up by half since 2015."),
    ],
    "a share of a stated whole, and its remainder": [
        ("mill", "About 213 of the mill's employees are women."),
        ("flight", "About 900 million kroner of the runway's cost would be borrowed."),
        ("flight", "The remaining 300 million kroner of the cost would not be borrowed."),
        ("survey", "Of the pools at the turn of the century, 135 are still open."),
        ("survey", "The survey means that 80 percent of adults can swim."),
    ],
    "sums and counts": [
        ("mill", "Sixty workers were killed or injured in the explosion."),
        ("mill", "Crews from four towns fought the flames."),
        ("mill", "Of the injured, 38 were not badly hurt."),
        ("club", "Rovers lost 6.3 million euros in two years."),
        ("club", "Castle Lane have 51 points."),
        ("club", "Jude Okoro has 23 goals."),
        ("flight", "In all 19 people were taken to hospital."),
        ("court", "A jury of 12 found him guilty after nine hours."),
        ("court", "Two people were sentenced, Hugo and Ilse Brandl."),
    ],
    "differences": [
        ("club", "The loss shrank by 1.5 million euros."),
        ("club", "A season ticket will cost 63 euros more."),
        ("court", "The sentence was four and a half years below what prosecutors wanted."),
        ("survey", "A visit costs 1.60 marks more than in 2015."),
        ("survey", "The share among women is eight percentage points above that among men."),
        ("club", "Salmela is sixteen years younger than his manager."),
        ("survey", "Women are eight points less likely to swim than men."),
    ],
    "doubling, halving, tripling, times as many": [
        ("survey", "In 1995 about 76 people drowned."),
        ("survey", "The number of people who drown has halved since 1995."),
    ],
    "equal parts": [
        ("survey", "The government is to spend 25 million marks a year on lessons."),
        ("survey", "The government will spend 75 million marks in the next three years."),
    ],
    "ages and spans from years": [
        ("mill", "The mill was 53 years old when Norpap was first warned."),
        ("mill", "The second warning came five years after the first."),
        ("club", "Stark played for Rovers for 16 years."),
        ("court", "The thefts went on for fourteen years."),
        ("court", "Brandl worked at the bank for 35 years."),
        ("court", "He worked for the bank for three and a half decades."),
        ("court", "Brandl had been with the bank for 19 years when he first stole."),
        ("survey", "The charity Deepend was founded in the 1920s."),
        ("club", "The ground dates from the 1930s."),
        ("mill", "The mill, more than half a century old, employs 640 people; it was warned in 2019."),
        ("club", "Stark played 412 games from 1958 to 1974."),
        ("club", "Lindqvist's contract runs until 2025."),
    ],
    "decades and centuries": [
        ("flight", "In the 1990s 21 people died on the same runway."),
        ("flight", "Twenty-one people died in the middle of the 1990s."),
        ("club", "Stark began to play for Rovers in the fifties."),
        ("club", "Stark began to play for Rovers in the nineteen fifties."),
        ("club", "The ground was built in the 20th century."),
        ("club", "The ground was built in the early twentieth century."),
        ("mill", "The mill opened in the early 1960s."),
    ],
    "spans between weekdays, dates and times": [
        ("mill", "The last survivor was found two days after the explosion."),
        ("flight", "The runway was closed for two days."),
        ("court", "Brandl was arrested on 17 May 2019."),
        ("flight", "The flight took two hours and 45 minutes."),
        ("flight", "The flight took nearly three hours."),
        ("flight", "The runway opened again on 11 March."),
        ("flight", "The jet should have landed at 14:15."),
        ("flight", "The jet slid off the runway on 9 March."),
    ],
    "clock times in another form": [
        ("mill", "The survivor was found at twenty past five on Thursday morning."),
        ("flight", "The jet left Milava at a quarter to twelve."),
        ("flight", "The jet left Milava at 11.45am."),
        ("flight", "The jet landed at half past two."),
        ("flight", "The jet landed at 2:30 p.m."),
        ("mill", "The boiler exploded just before three in the afternoon."),
        ("mill", "The boiler exploded just before 15:00 on Tuesday."),
    ],
    "lengths of time in another unit": [
        ("mill", "The inquiry has three months to report."),
        ("court", "He has a fortnight to appeal."),
        ("court", "Brandl has two weeks to appeal."),
        ("court", "Ilse Brandl got a year and a half, suspended."),
        ("court", "Ilse Brandl was given one and a half years."),
        ("survey", "Lessons fill up within 48 hours."),
        ("survey", "A thirty-minute lesson costs 22 marks."),
        ("court", "Hugo Brandl will spend 90 months in prison."),
        ("court", "He stole for more than ten years."),
        ("flight", "The jet was a quarter of an hour late."),
        ("mill", "Crews fought the fire for less than a day."),
        ("mill", "The fire burned for most of a day, 19 hours."),
        ("club", "Lindqvist was an assistant for more than a decade."),
    ],
    "measures in another system": [
        ("flight", "Winds reached 40 miles an hour."),
        ("flight", "Winds of about 40mph blew."),
        ("flight", "The runway is more than 6,000 feet long."),
        ("flight", "The runway is over a mile long."),
        ("flight", "The runway is 1.85 kilometres long."),
        ("survey", "Pupils should swim about 82 feet."),
    ],
    "ranges and their ends": [
        ("survey", "Children aged six to eleven will get lessons."),
        ("survey", "Children from six to 11 will get lessons."),
        ("survey", "The lessons are for children between the ages of 6 and 11."),
        ("survey", "A visit has gone up from 3.20 to 4.80 marks."),
        ("survey", "Around a fifth of adults, down from 26 percent in 2015, cannot swim."),
        ("court", "The court gave him 7½ of the 12 years that prosecutors wanted."),
    ],
    "one of, each and other small words count nothing": [
        ("mill", "One of the injured was pulled out on Thursday."),
        ("club", "Rovers are first in the table."),
        ("club", "First Salmela scored, then he scored again."),
        ("court", "For one thing, the bank has repaid half."),
        ("flight", "One report will be published by the end of April."),
        ("club", "Salmela's second goal came in the 63rd minute."),
    ],
}

FAILS = {
    "a bound that the figure does not meet": [
        ("mill", "Fewer than a dozen workers died in the explosion."),
        ("mill", "Fewer than 13 workers were killed."),
        ("mill", "The insurer expects to pay more than 90 million crowns."),
        ("club", "More than 22,000 people watched the match."),
        ("survey", "More than 40 people drowned last year."),
        ("flight", "Fewer than 60 flights were cancelled."),
        ("flight", "The runway is more than 2,000 metres long."),
        ("court", "He stole nearly $8 million."),
    ],
    "another value, scale or unit": [
        ("mill", "The explosion killed 31 workers."),
        ("mill", "The insurer expects to pay 8.64 million crowns."),
        ("mill", "The insurer expects to pay 86.4 billion crowns."),
        ("club", "Salmela now has 37 goals."),
        ("club", "Rovers lost 4.2 million euros last year."),
        ("survey", "Deepend asked 25,000 people."),
        ("flight", "Winds reached 65 miles an hour."),
        ("flight", "The captain was 25."),
        ("flight", "The runway is 1,850 feet long."),
        ("court", "He was jailed for seven and a half months."),
        ("court", "Brandl stole 8.2 million euros."),
        ("court", "Shares fell 16 percent."),
    ],
    "another share": [
        ("survey", "A third of adults in Marland cannot swim."),
        ("survey", "One in four adults cannot swim."),
        ("survey", "A third of the 180 pools have closed."),
        ("flight", "A third of the cost of the runway would be borrowed."),
        ("court", "The bank has repaid 60 percent of the money."),
        ("survey", "The share has fallen by 12 percentage points since 2015."),
        ("survey", "The share among women is eight percent above that among men."),
    ],
    "another sum, difference or count": [
        ("mill", "In all 75 workers were killed or injured."),
        ("mill", "Crews from six towns fought the flames."),
        ("club", "Rovers lost 7.3 million euros in two years."),
        ("club", "Castle Lane have 54 points."),
        ("club", "A season ticket will cost 73 euros more."),
        ("flight", "In all 24 people were taken to hospital."),
        ("court", "A jury of 15 found him guilty."),
        ("survey", "By the end of the year 67 pools will have closed."),
        ("survey", "A visit costs 2.60 marks more than in 2015."),
        ("survey", "The government is to spend 35 million marks a year on lessons."),
        ("court", "The sentence was six and a half years below what prosecutors wanted."),
        ("survey", "In 1995 about 96 people drowned."),
        ("flight", "About 700 million kroner of the runway's cost would be borrowed."),
    ],
    "another span, date or time": [
        ("mill", "The last survivor was found three days after the explosion."),
        ("mill", "The second warning came eight years after the first."),
        ("court", "The thefts went on for 22 years."),
        ("court", "Brandl was arrested on 19 May 2019."),
        ("flight", "The flight took three hours and 45 minutes."),
        ("flight", "The runway opened again on 14 March."),
        ("flight", "The runway was closed for four days."),
        ("flight", "The jet landed at half past four."),
        ("flight", "The jet left Milava at a quarter past twelve."),
        ("court", "He has three weeks to appeal."),
        ("mill", "The inquiry has six months to report."),
        ("mill", "The mill opened in the 1970s."),
        ("club", "The ground was built in the 19th century."),
        ("flight", "In the 1980s 21 people died on the same runway."),
        ("flight", "The jet slid off the runway on Monday."),
        ("mill", "The mill exploded on 24 October."),
        ("club", "Lindqvist's contract runs until 2028."),
    ],
}


def _rows(table: dict[str, list[tuple[str, str]]]) -> list[object]:
    return [
        pytest.param(article, summary, id=f"{kind}: {summary}")
        for kind, rows in table.items()
        for article, summary in rows
    ]


def _wrong(article: str, summary: str) -> list[str]:
    found = check_numbers(Source(ARTICLES[article]), Document(summary))
    return [f"{f.claim}: {f.reason}" for f in found if f.verdict in WRONG]


@pytest.mark.parametrize(("article", "summary"), _rows(FOLLOWS))
def test_what_the_article_says_in_other_words_is_no_error(article: str, summary: str) -> None:
    assert _wrong(article, summary) == []


@pytest.mark.parametrize(("article", "summary"), _rows(FAILS))
def test_what_does_not_follow_is_an_error(article: str, summary: str) -> None:
    assert _wrong(article, summary)
