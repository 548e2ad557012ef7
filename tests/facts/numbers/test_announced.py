"""Claims that say how they come about: what the article tells of one thing alone is no sum, difference or rest."""

import pytest

from bench.facts.ledger import ledger
from bench.facts.source import Source
from bench.text.document import Document

ARTICLES = {
    "vote": "The Labour list won 23 of the 51 seats in Osterhal, the Liberals took 14, the Pirates eight and the "
    "Farmers six. Turnout was 71 per cent.",
    "flood": "The flood killed 66 people. Thirty-eight died in the town of Kesten and 17 in Mulm; the others were "
    "killed in the villages. Another 17 are in hospital.",
    "budget": "The canton gives 28 million francs to roads, 41 million to schools and 9 million to the police. "
    "Hospitals get 69 million francs from the state.",
    "fares": "The ferry from Rude to Sand takes 55 minutes and costs 24 euros. The plane takes 20 minutes and costs 90. "
    "The bridge is 13 kilometres long.",
    "drill": "The drill brings together 4,000 firemen. Kaltern sends 1,600, Brenn 1,000 and Moos 400; the rest come "
    "from abroad.",
    "trial": "Of the 300 people in the trial 180 were given the drops and 120 plain water. A week later 60 of those on "
    "the drops slept well, against 15 of those on water. A third of all people in the trial smoked.",
    "outage": "The storm left 24,000 homes in Rudland without power. By Friday the number still cut off had come down "
    "to 6,000.",
    "victims": "Of the 26 walkers rescued, half were over 60. The rescue service gets 300 marks from the insurer for "
    "each walker. It has 41 members.",
    "boats": "Of the 31 boats in the harbour of Lesk 12 sank in the storm. The nine crews caught 360 tonnes last year, "
    "12 tonnes of them eels. The clubs of Lesk and Ormond, which fish for sport, met on Sunday.",
    "league": "Rovers have 48 points from 22 matches, four behind leaders Alder, who have a game in hand. Third are Pike "
    "with 45 points; they have played 19 matches, and Holm have played two games more.",
    "trams": "The town has ordered eight trams. The first two are to come in 2028 and one more in each following year.",
    "parks": "The county will open five parks: one in 2026 and another every year after that. The last were laid out in "
    "1987.",
    "buses": "A bus slid off the pass at Orn on Monday, killing six of the 40 people aboard. It was the third accident "
    "of its kind in 18 months; the first two cost three and 11 lives. The road is closed.",
    "nurse": "The nurse Ilse Brand was born in 1950, came to the clinic in 1974 and left it in 2012. In 1986 she had "
    "saved the clinic's archive from a fire.",
    "sisters": "Anna Holt is 64, three years older than her sister Britt. She ran the race in 52 minutes, two minutes "
    "less than her sister.",
}


@pytest.mark.parametrize(
    ("article", "summary", "right"),
    [
        ("vote", "Together Labour and the Liberals hold 37 seats.", True),
        ("vote", "Labour, the Pirates and the Farmers have 37 seats between them.", True),
        ("vote", "The Pirates and the Farmers would have a combined 14 seats.", True),
        ("vote", "Together Labour and the Pirates hold 23 seats.", False),
        ("vote", "Together Labour and the Pirates hold 37 seats.", False),
        ("vote", "The Liberals and the Farmers have 23 seats between them.", False),
        ("vote", "Labour has nine seats more than the Liberals.", True),
        ("flood", "Outside Kesten and Mulm the flood killed 11 people.", True),
        ("flood", "Apart from Kesten and Mulm, the flood claimed 11 lives.", True),
        ("flood", "Outside Kesten and Mulm the flood killed 17 people.", False),
        ("flood", "In Kesten and Mulm together 55 people died.", True),
        ("budget", "Roads and schools together get 69 million francs from the canton.", True),
        ("budget", "Schools get 9 million francs more than roads.", False),
        ("drill", "Brenn sends a quarter of the firemen.", True),
        ("fares", "The ferry takes 35 minutes longer than the plane.", True),
        ("fares", "The ferry takes 20 minutes longer than the plane.", False),
        ("fares", "The plane is 24 euros dearer than the ferry.", False),
        ("trial", "A third of the people treated with the drops slept well after a week.", True),
        ("outage", "By Friday three quarters of the homes in Rudland had power again.", True),
        ("outage", "By Friday two thirds of the homes in Rudland had power again.", False),
        ("victims", "Thirteen of the walkers rescued were more than 60 years old.", True),
        ("victims", "If it is paid for every walker, the service gets 7,800 marks.", True),
        ("nurse", "Brand left the clinic after 38 years.", True),
        ("nurse", "Brand left the clinic after 36 years.", False),
        ("vote", "Labour has 15 seats more than the Pirates.", True),
        ("vote", "Labour has nine seats more than the Pirates.", False),
        ("victims", "Of the walkers 26 remained unhurt.", True),
        ("boats", "After the storm 19 boats were left in the harbour.", True),
        ("boats", "A crew caught 40 tonnes on average.", True),
        ("boats", "The two fishing clubs met on Sunday.", True),
        ("league", "Alder lead with 52 points from 21 matches.", True),
        ("league", "Alder lead with 52 points from 20 matches.", False),
        ("league", "Holm have played 21 matches.", True),
        ("trams", "The last of the trams will come in 2034.", True),
        ("trams", "The last of the trams will come in 2036.", False),
        ("trams", "By 2034 the town will have all eight trams.", True),
        ("parks", "The fifth park is to open in 2030.", True),
        ("parks", "The fifth park is to open in 2031.", False),
        ("buses", "Three accidents at the pass have cost twenty lives.", True),
        ("buses", "In the three accidents 20 people died.", True),
        ("buses", "Three accidents at the pass have cost 18 lives.", False),
        ("sisters", "Britt is 61.", True),
        ("sisters", "Britt is 67.", False),
        ("sisters", "Her sister needed 54 minutes.", True),
        ("sisters", "Her sister needed 50 minutes.", False),
    ],
)
def test_the_figures_of_the_parts_that_a_claim_names_decide(article: str, summary: str, right: bool) -> None:
    assert ledger(Source(ARTICLES[article]), Document(summary)).consistent == right
