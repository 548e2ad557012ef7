"""Figures of which a sentence tells several, and those told of a subject that has others."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.frames import frame
from bench.facts.quantities.reading import read_quantities
from bench.facts.source import Source
from bench.facts.tape import Tape
from bench.records import WRONG
from bench.text.document import Document


def scene(text: str) -> Scene:
    tape = Tape(Document(text))
    return Scene(tape, read_quantities(tape))


@pytest.mark.parametrize(
    ("text", "own", "shared"),
    [
        (
            "Rashes hit 25 people on the blue cream and 11 on the red.",
            ["blu cream person", "red"],
            "hit rash",
        ),
        ("Bread went up by 40 percent and wages by nine.", ["bread", "pay"], ""),
        ("Soft apples keep for three months and hard ones for eight.", ["soft", "hard"], ""),
        ("Debt fell by 4 million and stood at 14 million.", ["", "stood"], "debt fall"),
        (
            "Some 9,200 homes and shops were without power, down from 15,000.",
            ["house power shop", ""],
            "",
        ),
        ("Shows are on 3 May, ten of them at home, ending on 9 June.", ["show", "end"], ""),
    ],
)
def test_a_figure_has_the_words_of_its_own_part(text: str, own: list[str], shared: str) -> None:
    read = scene(text)
    row = [figure for figure in read.quantities if figure.kind != "count" or not figure.weak][::-1]
    frames = [frame(read, row[-1]), frame(read, row[0])]
    assert [" ".join(sorted(word for word in one.own if word[0] != "#")) for one in frames] == own
    assert " ".join(sorted(frames[1].shared)) == shared


SOURCE = Source(
    "Soft apples keep for three months and hard ones for eight. Set the bulbs 6 cm deep and 18 cm apart. The Dovo 4 "
    "costs 310 euros with a belt and 380 euros with a chain. If there were a vote on Sunday, 34 per cent would choose "
    "the Union, 27 the Liberals and 16 the Greens. Rashes were seen in 32 patients on the cream and in 14 on the "
    "ointment. The works shut in 2016 for nine days and in 2020 for 30. Bread had gone up by 90 percent in two years and "
    "wages by nine. The driver got five years and his brother two. Two of its seven boats were lost."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Hard apples keep for eight months, soft ones for three.", []),
        ("The bulbs go 18 cm deep.", ["18 cm"]),
        ("The bulbs go 6 cm deep, 18 cm apart.", []),
        ("With a belt the Dovo 4 costs 310 euros.", []),
        ("The Liberals would get 27 per cent and the Greens 16.", []),
        ("The cream did not suit everyone: 32 patients had rashes.", []),
        ("In 2020 the works stood still for 30 days.", []),
        ("Wages rose by nine per cent.", []),
        ("The driver was jailed for five years and his brother for two.", []),
        ("The brother was jailed for two years.", []),
        ("Of the boats, two were lost.", []),
    ],
)
def test_a_figure_told_with_the_part_of_another_is_misattached(summary: str, wrong: list[str]) -> None:
    found = check_numbers(SOURCE, Document(summary))
    said = [summary[f.start : f.end] for f in found if f.verdict in WRONG and f.claim != "30"]
    assert set(said) <= set(wrong)
    assert bool(said) == bool(wrong)


TOWN = Source(
    "The council of Ostvik wants to have children vaccinated in May. The campaign will cost 240,000 euros, said the "
    "mayor.\n\nShe has been in office since May. A flood in 2013 cost 610,000 euros. Its traces can still be seen at the mill.\n\nThe first tram line "
    "carries 3,400 passengers a day. It was opened in 1998 by a minister.\n\nA second one will go to Dorum. It is to "
    "carry 1,350 passengers a day when it opens in 2028."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("The campaign of vaccination is to cost 610,000 euros.", True),
        ("The campaign of vaccination is to cost 240,000 euros.", False),
        ("The flood of that year cost 610,000 euros.", False),
        ("The council's plan costs 240,000 euros.", False),
        ("A line to Dorum will carry 1,350 passengers a day.", False),
    ],
)
def test_a_figure_told_of_a_subject_that_has_another_is_misattached(summary: str, wrong: bool) -> None:
    found = check_numbers(TOWN, Document(summary))
    assert any(f.verdict in WRONG for f in found) == wrong


VANS = Source(
    "On a long road the Brio needed 38 litres for the trip and the Tarvo 29. Both makers promise less: 31 litres for the "
    "one, 24 for the other. Nineteen councillors voted for buying them and eleven against. A new van costs 41,000 euros, "
    "said the fleet's manager, Ada Holm, while mending an old one comes to 7,000. Repairs took 12 days and 5 days on the "
    "Brio and the Tarvo, respectively."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("The Tarvo did the trip on 29 litres against the Brio's 38.", False),
        ("Eleven councillors rejected the purchase and 19 backed it.", False),
        ("A new van costs 41,000 euros, Ada Holm said.", False),
    ],
)
def test_the_other_and_who_said_it(summary: str, wrong: bool) -> None:
    found = check_numbers(VANS, Document(summary))
    assert any(f.verdict in WRONG for f in found) == wrong


BANK = Source(
    "The bank of Ostland held its rate at 45 per cent on Thursday for the third month running. Prices rise too slowly to "
    "raise it.\n\nThe mayor opened a bridge.\n\nGovernor Lea Somner, a teacher who replaced Karl Ostrov, expects rates of "
    "40 per cent next year. Holders of 71 per cent of the shares backed a deal in Hove.\n\nA fair was held in May.\n\n"
    "Mette Velk, 44, who owns 8 per cent of the mill, voted for it, and her cousin Joost did not."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Karl Ostrov's successor, once a teacher, left rates at 45 per cent for a third month.",
        "Of the cousins, Mette backed the deal with her 8 per cent while Joost opposed it.",
    ],
)
def test_a_figure_in_the_company_of_its_own_is_left_alone(summary: str) -> None:
    assert not [f.claim for f in check_numbers(BANK, Document(summary)) if f.verdict in WRONG]


FARM = Source(
    "Two sisters run the farm of Nessel. Mara keeps 80 cows, Jule 45. She wrote five operas, 11 symphonies and 140 songs. "
    "Seven trees were felled and 23 were damaged. Dinner costs 35 pounds, lunch 18. The quake killed 94 people in Tarim "
    "and 37 in Soro.\n\nOnly 26 of its 40 wards were open. His club asks for 30 million pounds. Brentley have offered 22 "
    "million.\n\nThe dairy has 16 helpers; when it opened in 2012 there were three. The city opened 27 cool rooms; it had "
    "promised 41. Voters gave the Union 34 seats, down from 52.\n\nThe boat took 12 cars and 140 passengers. It may carry "
    "30 cars and 400 passengers."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jule keeps 80 cows.", True),
        ("Mara keeps 80 cows.", False),
        ("There are 80 cows at the farm.", False),
        ("Her work comprises 11 operas.", True),
        ("Her work comprises 11 symphonies.", False),
        ("Twenty-three trees were felled.", True),
        ("Damage was done to 23 trees.", False),
        ("Lunch costs 35 pounds.", True),
        ("An evening meal costs 35 pounds.", False),
        ("In Soro the quake killed 94 people.", True),
        ("In Tarim 94 people lost their lives.", False),
        ("Brentley have offered 30 million pounds.", True),
        ("The asking price of the club is 30 million pounds.", False),
        ("In 2012 the dairy had 16 helpers.", True),
        ("The dairy has 16 helpers.", False),
        ("The city had promised 27 cool rooms.", True),
        ("The city has 27 cool rooms.", False),
        ("The Union has 34 seats now.", False),
        ("The boat has room for 400 passengers.", False),
    ],
)
def test_a_figure_told_with_the_words_of_one_beside_it_is_misattached(summary: str, wrong: bool) -> None:
    found = check_numbers(FARM, Document(summary))
    assert any(f.verdict in WRONG for f in found) == wrong


YEARS = Source(
    "Crews were called out 118 times last week, after 74 calls the week before. Seats went up from 32 to 35 francs. The "
    "rate fell to 6.1 percent in April from 6.4 percent in March. Deaths fell to 143 last year from 169 in 2021, but the "
    "number of wounded rose to 1,912 from 1,874. Traders demanded 90 pounds; the fee is 250. In the town 530 residents "
    "are under 30, down from 610."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Calls rose from 74 to 118.",
        "A seat used to cost 32 francs.",
        "In March the rate was 6.4 percent.",
        "Last year 1,912 people were wounded, slightly more than in 2021.",
        "Traders had wanted 90 pounds.",
        "The inhabitants under 30 have dropped from 610 to 530.",
    ],
)
def test_a_time_named_in_other_words_is_the_same_time(summary: str) -> None:
    assert not [f.claim for f in check_numbers(YEARS, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    ["A seat costs 32 francs.", "In April the rate was 6.4 percent.", "Last year there were 169 deaths."],
)
def test_the_figure_of_another_time_is_misattached(summary: str) -> None:
    assert [f.claim for f in check_numbers(YEARS, Document(summary)) if f.verdict in WRONG]


WHOLES = Source(
    "The pilot station employs 64 people, 41 of them pilots. There are 1,150 taxis in the city, 340 of them electric. "
    "Kolm had 1,930 inhabitants at the last count, 310 of them over 70. The ward has a staff of 112, among them 58 "
    "midwives. Some 23,000 vehicles cross the bridge every day, 2,400 of them lorries. The firm has 3,900 employees, "
    "of whom 1,250 work in Basel."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("The city has 340 taxis.", True),
        ("The city has 340 electric taxis.", False),
        ("Of the taxis, 340 run on electricity.", False),
        ("Kolm has 310 inhabitants.", True),
        ("In Kolm 310 inhabitants are older than 70.", False),
        ("The ward has a staff of 58.", True),
        ("The ward employs 58 midwives.", False),
        ("Every day 2,400 vehicles cross the bridge.", True),
        ("Every day 2,400 lorries cross the bridge.", False),
        ("The firm has 1,250 employees.", True),
        ("In Basel the firm has 1,250 employees.", False),
    ],
)
def test_a_part_told_as_the_whole_is_misattached(summary: str, wrong: bool) -> None:
    found = check_numbers(WHOLES, Document(summary))
    assert any(f.verdict in WRONG for f in found) == wrong


CLINIC = (
    "Surgeons did 1,130 hip operations in the year to March, up from 905 in the year before. The waiting list for "
    "knees, however, grew from 640 to 780. The firm shipped 310 looms. Orders for lathes fell from 240 to 190."
)


@pytest.mark.parametrize(
    ("summary", "right"),
    [
        ("Hip operations rose to 1,130 from 905. The chief surgeon was pleased.", True),
        ("Hip operations fell to 905. The chief surgeon was sad.", False),
        ("Shipments of looms fell to 310.", True),
    ],
)
def test_a_verb_that_stands_with_another_figure_is_no_sign_of_it(summary: str, right: bool) -> None:
    found = check_numbers(Source(CLINIC), Document(summary))
    assert (not any(f.verdict in WRONG for f in found)) is right
