"""Figures that follow from the article's by one plain step, with the arithmetic in the reason."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document


@pytest.mark.parametrize(
    ("article", "summary", "reason"),
    [
        ("The fee rises by 5 cents to 40 cents.", "The fee is 40 cents, up from 35.", "0.4 - 0.05"),
        ("It lost 9 million in 2015 and 4 million the year before.", "It lost 4 million in 2014.", "of 2015"),
        (
            "Isolde Wren, born in 1936, published her first book at 24.",
            "Her first book came out in 1960.",
            "1936 + 24",
        ),
        (
            "The 1,140 nails weigh 4.1 kilograms together, the smith said.",
            "A nail weighs 3.6 grams on average.",
            "4,100 / 1,140",
        ),
        ("At 17 she went to sea. She stayed six years.", "She was 23 when she left the sea.", "17 + 6"),
        ("Edda Vos, 47, has been a pilot for 21 years.", "Vos was 26 when she began.", "47 - 21"),
        (
            "Holm won the mayor's office with 600 votes; Riis got 300 and Dahl 100.",
            "Holm won 60 per cent of the votes.",
            "600 of 600 + 300 + 100",
        ),
        (
            "The share rose by 4.5 percentage points to 61.2 per cent.",
            "The share had been 56.7 per cent before.",
            "61.2 - 4.5",
        ),
        (
            "It was the sixth fire in the town this year; there were four fires last year.",
            "There have been two more fires than last year.",
            "6 - 4",
        ),
        (
            "The link cost 2.7 billion dollars, three times the first estimate.",
            "The link should have cost 900 million dollars.",
            "/ 3",
        ),
        ("Of the five doors two were open.", "Two out of five doors were open.", "2 of 5"),
        (
            "The mole cost 410m crowns. The port paid 220m, the state 150m and the rest came from firms.",
            "Firms paid 40m crowns.",
            "410,000,000 - 220,000,000 - 150,000,000",
        ),
        (
            "Of those asked 36 per cent were for it, 45 per cent against, and the rest had no view.",
            "Of those asked 19 per cent had no view.",
            "100 - 36 - 45",
        ),
        ("Members pay 144 crowns a year.", "Members pay 12 crowns a month.", "144 / 12"),
        (
            "Dahl scored on 63 minutes and Reyes in the 81st minute.",
            "Reyes scored 18 minutes after Dahl.",
            "81 - 63",
        ),
        (
            "Dahl was sent off in the 70th minute.",
            "Dahl's team played the last 20 minutes without him.",
            "90 - 70",
        ),
        ("It rained on Friday after a dry previous evening.", "Thursday had been dry.", "previous evening"),
        ("The spring fair sold 64 lots.", "In the spring 64 lots were sold.", "spring fair"),
        (
            "The fair drew 61,000 visitors. "
            + "Nobody was hurt. " * 9
            + "The last one drew 48,500 visitors.",
            "It drew 12,500 more visitors than the last one.",
            "61,000 - 48,500",
        ),
        (
            "Dahl scored in the 63rd minute and again in the 81st to win it.",
            "Dahl scored once more 18 minutes later.",
            "81 - 63",
        ),
        (
            "The bridge shut on 3 February. It opened again on 9 June.",
            "The bridge was shut for four months.",
            "from 3 February to 9 June",
        ),
        ("Hall made it 4-2 before Penn got one back for Alder.", "Alder lost 4-3.", "4-2, got"),
        (
            "Dorn opened the scoring and a late strike doubled the lead.",
            "Dorn's team went 2-0 up.",
            "doubled",
        ),
        (
            "Alder led 2-0, but Dahl pulled one back and Reyes levelled on 61 minutes.",
            "Reyes made it 2-2.",
            "levelled",
        ),
        (
            "Elm beat Fir 3-2. Voss put Fir ahead on 9 minutes and Kerr doubled the lead. Lund pulled one back "
            "and Dahl headed level before the winner.",
            "Elm were 2-0 down.",
            "doubled",
        ),
        (
            "Elm beat Fir 3-2. Voss put Fir ahead on 9 minutes and Kerr doubled the lead. Lund pulled one back "
            "and Dahl headed level before the winner.",
            "Dahl made it 2-2.",
            "level",
        ),
        (
            "It was the fifth win in a row for Ash.",
            "Ash have won five consecutive games.",
            "fifth win in a row",
        ),
        ("It was 1-1 at the break. Roe fired Ash in front again.", "Roe made it 2-1.", "1-1, front"),
        ("The fund will be 60,000 euros, double this year's.", "This year's fund was 30,000 euros.", "/ 2"),
        (
            "It cost 2 million New Zealand dollars, a fifth of it for fuel.",
            "Fuel cost NZ$400,000.",
            "a fifth",
        ),
        ("Takings rose to 612 million from 540 million.", "Takings increased by 13 per cent.", "= 13.333"),
        ("The planet is 1.6 times as wide as Earth.", "The planet is 60 per cent wider than Earth.", "1.6"),
        (
            "Strokes were rarer with the drug (hazard ratio, 0.74; P<0.001).",
            "The drug made strokes 26 per cent rarer.",
            "100 - 100 x 0.74",
        ),
        (
            "The yard will spend about 400 million crowns, half of last year's.",
            "The yard spent some 800 million crowns last year.",
            "2 x",
        ),
        ("Orders were 9.8 billion at the end of September.", "Orders were 9.8bn on 30 September.", "end of"),
        (
            "Rehn scored on 57 minutes. Tully was sent off six minutes later.",
            "Tully went in the 63rd minute.",
            "57 + 6",
        ),
        (
            "Lord Justice Arden, sitting with Mrs Justice Penn and Mr Justice Kahn, heard five of the six grounds.",
            "Three judges - Arden, Penn and Kahn - heard the case.",
            "lists them",
        ),
        (
            "Marta Vos (born 14 June 1931, died 2 February 2019) was an engineer.",
            "Marta Vos has died aged 87.",
            "2019 - 1931 = 87",
        ),
        (
            "She joined the roads office in 1955. She left it in 1996.",
            "She left the roads office after four decades.",
            "1996 - 1955",
        ),
        (
            "The river rose to 5.3 metres, 20 cm below the record.",
            "The river rose to 5.3 metres, just short of the record of 5.5.",
            "5.3 + 0.2",
        ),
        (
            "The Union has 41 seats (up 13), the Greens have 29 (down 8).",
            "The Greens fell to 29 seats from 37.",
            "29 + 8",
        ),
        ("Therese Vos died in 1958, aged 81.", "Therese Vos was born in about 1877.", "1958 - 81"),
        (
            "Preparation 20 minutes, cooking 1 hour 10 minutes.",
            "It takes an hour and a half in all.",
            "70 + 20",
        ),
        (
            "A late return costs 100 pounds; then 10 pounds a day are added for 90 days.",
            "Who is late pays up to £900 more.",
            "10 x 90",
        ),
        ("The show runs from 2 June to 30 September.", "The show runs for four months.", "2 June"),
        ("Barley gave 6.4 tonnes a hectare, up 0.3.", "Barley rose to 6.4 t/ha from 6.1.", "6.4 - 0.3"),
        ("The firm charges £99 a month.", "The firm charges £1,188 a year.", "99 x 12"),
        ("Admitted 4 January, discharged 9 January 2025.", "She was in hospital for five days.", "4 January"),
        ("Vos moves up from 11th to third.", "Vos is up eight places.", "11 - 3"),
        (
            "The hall has 46 seats. A terrace, with 30 more seats, follows.",
            "The hall seats 46, with 30 more to come, which makes 76 in all.",
            "46 + 30",
        ),
        ("34 per cent would vote for it (up 3 since May).", "In May it had 31 per cent.", "34 - 3"),
        ("We bought 210,000 shares for $7.1 million.", "The shares cost about $34 each.", "/ 210,000"),
        ("Alder lost the third quarter 36-21.", "Birch won the third quarter by 15.", "36-21"),
        (
            "Of 68 regions 46 of 60 changed; 42 were so later.",
            "It was seen in 42 out of 46 regions.",
            "42 of 46",
        ),
        ("Of 211 dogs only 17 had bitten before.", "One dog in twelve had bitten before.", "17 of 211"),
        ("Only four women had walked it before her.", "She is the fifth woman to have walked it.", "four"),
        ("We have spent 48 of the 60 thousand.", "12,000 of the money is left.", "60,000 - 48,000"),
    ],
)
def test_a_step_shows_its_arithmetic(article: str, summary: str, reason: str) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict == "derived" and reason in finding.reason for finding in found), found


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        ("Ten shops took 1.34 million crowns each year.", "The shops took 13.4 million crowns each year."),
        ("The storm cut off 1,200 homes, 300 of them in Harrow.", "The storm cut off 1,500 homes."),
        ("The firm runs 640 lorries, including 85 electric lorries.", "The firm runs 725 lorries."),
        ("The plant costs 30 million dollars, 5 per cent of sales of 600 million euros.",
         "The plant costs 30 million euros."),
        ("It lost 9 million in 2015 and 4 million the year before.", "It lost 4 million in 2013."),
        ("Two boats sank. Their crews numbered four men.", "Three boats sank in the storm."),
        ("The court rejected five of the six grounds.", "The court rejected 11 grounds."),
        ("Rehn scored on 57 minutes. Tully was sent off six minutes later.", "Tully went in the 64th minute."),
        ("Tully was booked and Alder lost.", "Ten-man Alder lost."),
        ("Arden, Penn, Kahn and Orr heard it.", "Five judges - Arden, Penn, Kahn, Orr and Vos - heard it."),
        ("Five judges, Arden, Penn and Kahn among them, sat.", "Three judges - Arden, Penn and Kahn - sat."),
        ("Marta Vos (born 14 June 1931, died 2 February 2019) wrote.", "Marta Vos has died aged 88."),
    ],
)  # fmt: skip
def test_a_shifted_point_another_unit_or_another_year_follows_from_nothing(
    article: str, summary: str
) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict in WRONG for finding in found), found


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [("Karg was in office for 12 years.", "suspect"), ("Karg was in office for 45 years.", "unsupported")],
)
def test_a_time_since_a_year_is_suspect_where_the_report_s_own_year_is_unknown(
    summary: str, verdict: str
) -> None:
    article = "Ilse Karg, who had been in office since 2012, lost. More people voted than in 2020."
    assert [finding.verdict for finding in check_numbers(Source(article), Document(summary))] == [verdict]


def test_a_rank_of_one_thing_is_no_count_of_another() -> None:
    article = "Arden fell from the third floor of a store. Nine people saw it."
    (found,) = check_numbers(Source(article), Document("Three clerks saw Arden fall."))
    assert found.verdict in ("suspect", "unsupported")
    assert "third floor" not in found.reason
