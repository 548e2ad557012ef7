"""Figures in another form than the article's, and the same forms with another value."""

import pytest

from bench.facts.numbers.check import check_numbers
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

RACE = Source(
    "[18:02] Oda: my 5k pb is 21:40 btw\n[18:03] Ulf: 10k in 52:40!! that's 90 secs quicker than on fri\n"
    "[18:04] Oda: the half marathon took me 1:58, entry was 18 quid"
)


@pytest.mark.parametrize(
    "summary",
    [
        "Oda once ran five kilometres in 21 minutes and 40 seconds.",
        "Ulf ran 10 km in 52 minutes and 40 seconds, 90 seconds quicker than on Friday.",
        "Oda took one hour and 58 minutes over the half marathon, which cost £18.",
    ],
)
def test_times_and_distances_of_a_chat_are_told_in_full(summary: str) -> None:
    assert not [f for f in check_numbers(RACE, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "Oda once ran six kilometres in 21 minutes and 40 seconds.",
        "Ulf ran 10 km in 52 minutes and 14 seconds.",
        "Ulf was quicker than on Saturday.",
        "Oda took one hour and 48 minutes over the half marathon, which cost £80.",
    ],
)
def test_other_times_and_distances_than_a_chat_has_are_caught(summary: str) -> None:
    assert [f for f in check_numbers(RACE, Document(summary)) if f.verdict in WRONG]


ARTICLE = Source(
    "Oda Brenn, 34, ran the course in two hours and 48 minutes on the strike's seventeenth day. Her team won by "
    "two goals to one after losing 3-0. Rain fell on 71 per cent of the pitch, and over a hundred seats were "
    "empty. The index rose by 1.5 percentage points in the third quarter. A baby of 7lb 4oz was born there at "
    "11.40pm. Her brother, Ulf Brenn, scored a hat-trick in his last match, on a field at minus 41.3C (minus "
    "42.3F); the record is minus 43.8C. The fee rose by 5 cents to 40 cents. Ulf, who has died aged 91, left four "
    "games unplayed. Eight of ten wells are dry. The club's board, split by six votes to three, let in swimmers aged "
    "18 to 55."
)


@pytest.mark.parametrize(
    "summary",
    [
        "Brenn ran it in 2h 48m.",
        "Brenn ran it in 2:48.",
        "A woman in her thirties ran the course.",
        "The strike has gone on for more than two weeks.",
        "They won 2-1.",
        "They had lost three-nil.",
        "They had lost by three goals to nil.",
        "It rained on just over seven tenths of the pitch.",
        "The index rose by 1.5 points in Q3.",
        "The baby weighed seven pounds and four ounces.",
        "The baby weighed more than seven pounds.",
        "The baby was born shortly before midnight.",
        "Ulf Brenn scored three goals.",
        "It was some 42 degrees below zero Fahrenheit.",
        "The fee was 35 cents before.",
        "Eight wells out of ten are dry.",
        "Nobody under 18 or over 55 may swim.",
        "Swimmers aged 18-55 may join.",
        "Three of the nine members of the board voted against it.",
    ],
)
def test_another_form_of_a_figure_is_no_error(summary: str) -> None:
    found = check_numbers(ARTICLE, Document(summary))
    assert not [finding for finding in found if finding.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "Brenn ran it in 2h 38m.",
        "A woman in her forties ran the course.",
        "The strike has gone on for more than three weeks.",
        "They won by three goals to two.",
        "It rained on just under seven tenths of the pitch.",
        "Fewer than a hundred seats were empty.",
        "The index rose by 2.5 points.",
        "The baby weighed eight pounds and four ounces.",
        "The fee was 38 cents before.",
        "Nine wells out of ten are dry.",
        "Swimmers aged 18-65 may join.",
        "Three of the eleven members of the board voted against it.",
    ],
)
def test_another_value_in_such_a_form_is_an_error(summary: str) -> None:
    found = check_numbers(ARTICLE, Document(summary))
    assert [finding for finding in found if finding.verdict in WRONG]


def test_years_before_christ_are_no_score() -> None:
    article = Source("The boat was built some time between 380 and 260 BC.")
    found = check_numbers(article, Document("The boat is of 380-260 BC."))
    assert not [finding for finding in found if finding.verdict in WRONG]


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("More than a third of the roofs leak.", False),
        ("Less than a third of the roofs leak.", False),
        ("More than two fifths of the roofs leak.", True),
        ("Less than a quarter of the roofs leak.", True),
        ("More than three in ten of the roofs leak.", False),
        ("Roughly one in three leaks.", False),
        ("More than four in five leak.", True),
    ],
)
def test_a_share_in_whole_per_cent_leaves_half_a_point_open(summary: str, wrong: bool) -> None:
    found = check_numbers(Source("In the old town 33 per cent of the roofs leak."), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) == wrong


@pytest.mark.parametrize(
    ("article", "summary", "wrong"),
    [
        ("The halls cost 11, 14 and 20 million euros.", "The halls cost 45 million euros in all.", False),
        ("The halls cost 11, 14 and 20 million euros.", "One hall cost 11 million euros.", False),
        ("The halls cost 11, 14 and 20 million euros.", "One hall cost 13 million euros.", True),
        ("The debt rose from 14 to 20 million euros.", "The debt had been 14 million euros.", False),
        ("The crates weigh 3, 7 and 11 kilos.", "The lightest crate weighs 3 kilos.", False),
    ],
)
def test_listed_figures_share_the_last_one_s_scale_and_unit(article: str, summary: str, wrong: bool) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) == wrong


@pytest.mark.parametrize(
    ("article", "summary", "wrong"),
    [
        ("A lynx leapt the 3 - metre fence.", "The fence is a 3-metre one.", False),
        ("A lynx leapt the 3 - metre fence.", "The fence is a 4-metre one.", True),
        ("A 34 - year - old keeper was hurt.", "The keeper, who is 34 years old, was hurt.", False),
        (
            "The index rates care for those over 60 in 87 towns.",
            "It rates care for people over the age of 60.",
            False,
        ),
        (
            "The index rates care for those over 60 in 87 towns.",
            "It rates care for people over the age of 70.",
            True,
        ),
        ("The rule came in Season 44.", "The rule came in season 44.", False),
        ("The rule came in Season 44.", "The rule came in season 46.", True),
        (
            "Work took eleven weeks instead of the seven agreed.",
            "It took longer than the seven agreed.",
            False,
        ),
        ("The oak was 612 years old.", "The oak was more than six centuries old.", False),
        ("The oak was 612 years old.", "The oak was more than seven centuries old.", True),
        ("Orla Benn, 38, won the cup.", "Benn was 38 when she won.", False),
        ("Two men took a woman and her child.", "Her two-year-old child was taken.", True),
        (
            "Veldo is to cut 640 jobs after its profit fell to 87 million euros last year. It cut 200 jobs in May.",
            "Of the 640 jobs to go, most are in Arl.",
            False,
        ),
    ],
)
def test_a_figure_is_read_by_what_it_measures(article: str, summary: str, wrong: bool) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) == wrong


@pytest.mark.parametrize(
    ("article", "summary", "claim", "reason"),
    [
        (
            "Gusts of 185 km/h were measured.",
            "Gusts reached 115 mph.",
            "185 km/h",
            "article: 185 km/h, which is 114.954 mph",
        ),
        (
            "The dam lies 12 miles away.",
            "The dam is 19 km away.",
            "12 miles",
            "article: 12 miles, which is 19.312 km",
        ),
        ("They waited two weeks.", "They waited 14 days.", "2 weeks", "article: 2 weeks, which is 14 days"),
    ],
)
def test_a_converted_figure_is_shown_in_both_units_as_a_reader_writes_them(
    article: str, summary: str, claim: str, reason: str
) -> None:
    (found,) = check_numbers(Source(article), Document(summary))
    assert (found.verdict, found.claim, found.reason) == ("variant", claim, reason)


def test_a_value_of_another_unit_is_answered_with_the_figure_that_the_article_has() -> None:
    (found,) = check_numbers(
        Source("Gusts of 185 km/h were measured."), Document("Gusts tore down 185 poles.")
    )
    assert (found.verdict, found.reason) == ("unsupported", "article: 185 km/h")


RANKS = Source("Orlow took one wicket and was out on 2 March, in the first ball. Her son saw it in Season 4.")


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        pytest.param("It was her second medal.", "unsupported", id="a day ranks nothing"),
        pytest.param("They met for the fourth time.", "unsupported", id="a name ranks its own noun only"),
        pytest.param("They met in the fourth season.", "variant", id="its own noun"),
        pytest.param("He caught the first train.", "suspect", id="the first of something else"),
    ],
)
def test_a_rank_is_of_its_own_noun(summary, verdict):
    assert [f.verdict for f in check_numbers(RANKS, Document(summary)) if f.kind == "number"] == [verdict]


def test_number_one_is_the_first():
    found = check_numbers(Source("Salmela is the world number one."), Document("Salmela is ranked first."))
    assert [f.verdict for f in found] == ["supported"]


LIST = Source(
    "The strike ended with 14 shops shut and 230 people out of work. The firm lost 9 million euros."
)


def test_the_items_of_a_list_are_read_apart():
    summary = Document("- Shops shut: 14\n- People without work: 230\n- Loss: 9 million euros")
    assert [f.verdict for f in check_numbers(LIST, summary)] == ["supported"] * 3
