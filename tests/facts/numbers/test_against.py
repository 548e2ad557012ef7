"""Figures that the article has and tells of something that excludes the claim: each kind of evidence."""

import pytest

from bench.facts.numbers.check import check_numbers, read_numbers
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.against import LIKELY, PLAIN, against
from bench.facts.numbers.place.ages import aged, other_age
from bench.facts.numbers.place.opposed import counted, told
from bench.facts.numbers.place.periods import compared
from bench.facts.quantities.reading import read_quantities
from bench.facts.source import Source
from bench.facts.tape import Tape
from bench.records import WRONG
from bench.text.document import Document

ARTICLE = """\
Two cable cars collided above Oberwasen on Sunday. Fourteen people were wounded, six of them badly, and 31 were
brought down unharmed by a helicopter.

The army sent 2,400 soldiers to clear the slope. Mayor Ludmila Brenner promised the families 5,000 marks.

The cable company lost 16 million marks in the year, after a loss of 11 million in the year before. Its tickets rose
to 48 marks from 39. It carried 87,000 people this winter; last winter it carried 64,000.

The engineer Tobias Ruckert was fined 7,000 marks. The court gave the driver Anselm Dorfner a suspended sentence.
Dorfner had worked at the valley station for nine years.

The first cable car at Oberwasen opened in 1931. A fire destroyed the middle station in 1968.

Britta Holl, 52, runs the hotel at the summit. Her guests Jonas and Nils Orbach, 24 and 21, were on the first
cabin. The 33-year-old Selma Quast drove it.

The hotel at the summit took 52 guests in for the night. The school in the valley put up 44 beds for stranded
hikers and their dogs."""
SOURCE = Source(ARTICLE)


def scene(text: str) -> Scene:
    tape = Tape(Document(text))
    return Scene(tape, read_quantities(tape))


def wrong(summary: str) -> list[str]:
    return [f.reason for f in check_numbers(SOURCE, Document(summary)) if f.verdict in WRONG]


TOLD_OTHERWISE = [
    ("hurt made dead", "Fourteen people died on Sunday.", "article: Fourteen people: hurt, not dead"),
    ("a part of the hurt made dead", "Six people died on Sunday.", "article: six: hurt, not dead"),
    ("saved made hurt", "The crash left 31 injured.", "article: 31: safe, not hurt"),
    ("people made vehicles", "The army sent 2,400 trucks.", "article: 2,400 soldiers: people, not vehicles"),
    ("up made down", "Tickets fell to 48 marks.", "article: 48 marks: up, not down"),
    ("last year's figure", "The company lost 11 million marks in the year.", "article: 11 million: the earlier of two figures"),
    ("from and to", "Tickets went up from 48 marks to 39.", "article: 48 marks: the later of two figures"),
    ("this winter's for the last", "It carried 87,000 people last winter.", "article: 87,000 people: the later of two figures"),
    ("another person's age", "Britta Holl, 24, took the guests in.", "article: 24; the age of Holl is 52"),
    ("a count as an age", "Selma Quast, 44, drove the cabin.", "article: 44 beds; the age of Quast is 33"),
    ("another event's year", "A fire destroyed the middle station in 1931.", "article: 1931; here it has 1968"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("summary", "reason"), [pytest.param(text, reason, id=what) for what, text, reason in TOLD_OTHERWISE]
)
def test_the_reason_says_what_the_article_tells_of_the_figure(summary, reason):
    assert reason in wrong(summary)


TOLD_RIGHT = [
    ("other words for the hurt", "The collision hurt fourteen people."),
    ("both in one clause", "Fourteen wounded and 31 unharmed: nobody died in the collision."),
    ("no words for their fate", "Fourteen people were in the first cabin."),
    ("another noun for soldiers", "Some 2,400 troops cleared the slope."),
    ("the two losses", "The loss grew to 16 million marks from 11 million."),
    ("the two winters", "From 64,000 people last winter the company came to 87,000."),
    ("an earlier figure told as one", "It had lost 11 million marks the year before."),
    ("the fined by his trade", "The engineer must pay 7,000 marks; Dorfner keeps out of prison."),
    (
        "a name that only owns",
        "In the year since Ruckert's trial the company sold Dorfner's old cabin for 5,000 marks.",
    ),
    ("ages told in one", "Jonas Orbach, 24, and Nils Orbach, 21, were in the cabin."),
    ("an age before the name", "Selma Quast, 33, drove, and the hotel is run by 52-year-old Britta Holl."),
    ("a name in another clause", "Dorfner was spared prison, and 7,000 marks are what Ruckert pays."),
    ("years with their events", "Opened in 1931, the line lost its middle station in a fire in 1968."),
]


@pytest.mark.parametrize("summary", [pytest.param(text, id=what) for what, text in TOLD_RIGHT])
def test_a_figure_told_of_its_own_is_left_alone(summary):
    assert wrong(summary) == []


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("27 were hurt", {"fate": {"hurt"}}),
        ("27 people were killed or injured", {"fate": {"dead", "hurt"}, "life": {"died"}}),
        ("9 died and 27 were hurt", {"fate": {"dead"}, "life": {"died"}}),  # of the first, in its own clause
        ("27 boats", {}),
    ],
)
def test_classes_are_those_of_the_words_in_the_clause(text, classes):
    found = scene(text)
    assert told(found, found.quantities[0]) == classes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("70,000 soldiers", "people"),
        ("70,000 tanks", "vehicles"),
        ("70,000 bus passengers", ""),
        ("70,000 of", ""),
    ],
)
def test_a_noun_counts_one_class_of_things(text, kind):
    found = scene(text)
    assert counted(found, found.quantities[0]) == kind


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Output rose from 9 boats to 12 boats.", ["earlier", "later"]),
        ("Output rose to 12 boats from 9 boats.", ["later", "earlier"]),
        ("It built 12 boats, up from 9.", ["later", "earlier"]),
        ("It built 12 boats, against 9 boats a year earlier.", ["later", "earlier"]),
        ("It built 12 boats this season; 9 boats last season.", ["later", "earlier"]),
        ("It built 12 boats this season compared with 9 a year ago.", ["later", "earlier"]),
        ("This year 12 boats were built, compared to 9 boats last year.", ["later", "earlier"]),
        ("It built 12 boats and 9 rafts.", ["", ""]),
    ],
)
def test_the_earlier_and_the_later_of_two_figures(text, times):
    found = scene(text)
    figures = [q for q in found.quantities if not q.is_date and q.kind != "duration"]
    assert [compared(found, figure) for figure in figures] == times


def test_evidence_that_excludes_weighs_more_than_words_beside_another_figure():
    def doubt(summary: str) -> float:
        reading = read_numbers(SOURCE, Document(summary))
        found = against(SOURCE.cast, reading, reading.assessed[0])
        return found.doubt if found else 0.0

    assert doubt("Fourteen people died.") == PLAIN
    assert doubt("A fire destroyed the middle station in 1931.") == LIKELY < PLAIN
    assert doubt("Fourteen people were wounded.") == 0


def test_a_figure_behind_another_may_be_anothers():
    article = "Tobias Ruckert saved two hikers and Anselm Dorfner nine on Friday. The army, called at dawn, saved 31."
    told = "Anselm Dorfner saved nine hikers and the army 31."
    assert not [f for f in check_numbers(Source(article), Document(told)) if f.verdict in WRONG]
    article = "The fisherman Tobias Ruckert saved 16 hikers. Nine were found by Anselm Dorfner and his men."
    told = "Anselm Dorfner and his men found nine and a fisherman 16."
    assert not [f for f in check_numbers(Source(article), Document(told)) if f.verdict in WRONG]


def test_a_speaker_is_not_the_one_a_figure_is_told_of():
    summary = "Anselm Dorfner said a colleague must pay 7,000 marks."
    assert wrong(summary) == []


def test_whose_departure_it_was_is_not_whom_a_figure_is_told_of():
    article = Source(
        "Anselm Dorfner wrote to the owners. The shares, idle since Mr Ruckert's departure, gained 4.1 per cent. Tobias "
        "Ruckert had left in May."
    )
    found = check_numbers(article, Document("Anselm Dorfner was rewarded with shares 4.1 per cent dearer."))
    assert not [finding for finding in found if finding.verdict in WRONG]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Britta Holl, 52, runs it.", "holl"),
        ("britta holl , 52 , runs it .", "holl"),
        ("Britta Holl (52) runs it.", "holl"),
        ("The 52-year-old Britta Holl runs it.", "holl"),
        ("Britta Holl, 24 at the time, ran it.", ""),
        ("Under Britta Holl, 52 guests came.", ""),
        ("It is run by a 52-year-old.", ""),
    ],
)
def test_the_name_that_a_number_gives_the_age_of(text, name):
    found = scene(text)
    assert aged(found, found.quantities[0]) == name


@pytest.mark.parametrize("article", ["Ute Orlow, 52, and Pia Orlow, 24, came.", "Orlow came with 52 guests."])
def test_no_age_is_wrong_where_the_article_gives_the_name_several_or_none(article):
    summary = scene("Orlow, 33, came.")
    assert other_age(scene(article), summary, summary.quantities[0]) is None
    assert other_age(scene("Orlow, 52, came."), summary, summary.quantities[0]) is not None


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Fewer than a dozen people were wounded in the collision.", True),
        ("More than a dozen people were wounded in the collision.", False),
    ],
)
def test_a_bound_that_only_another_figure_meets_is_misattached(summary: str, wrong: bool) -> None:
    article = "The collision wounded 14 people at Oberwasen. Nine of them left the hospital on Monday."
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) == wrong


TICKETS = Source(
    "A season ticket for the lake boats goes up from 640 marks to 710. A cabin on them costs 85 marks a night. "
    "The harbour gets 12 million marks over eight years for its cranes; the crews' pay rose by 130 marks. "
    "Divers have recovered 46 of the 60 barrels. The crews had demanded 900 marks."
)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("A season ticket goes up by 710 marks.", "article: 710: the level"),
        ("The crews' pay rose to 130 marks.", "article: 130 marks: the change"),
        ("A cabin costs 85 marks a week.", "article: 85 marks: each night, not each week"),
        (
            "The harbour gets 12 million marks annually.",
            "article: 12 million marks: over the whole time, not each year",
        ),
        ("Still missing are 46 barrels.", "article: 46: done, not due"),
        ("The crews were offered 900 marks.", "article: 900 marks: asked, not given"),
        ("A season ticket goes up by 70 marks to 710.", ""),
        ("The crews' pay is 130 marks higher.", ""),
        ("A cabin is 85 marks per night.", ""),
        ("The harbour gets 12 million marks within eight years.", ""),
        ("Divers brought up 46 barrels; others are still missing.", ""),
    ],
)
def test_a_change_is_no_level_and_a_rate_has_its_period(summary: str, reason: str) -> None:
    wrong = [f.reason for f in check_numbers(TICKETS, Document(summary)) if f.verdict in WRONG]
    assert wrong == [reason] * bool(reason)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Alder's offer of £21,200 was taken.", "of Birch Ltd, not Alder"),
        ("Birch's offer of £21,200 was taken.", ""),
        ("Boys passed at a rate of 84 per cent.", "of girls, not boys"),
        ("Girls beat boys, with 84 per cent.", ""),
    ],
)
def test_a_figure_is_whose_the_brackets_make_it(summary: str, reason: str) -> None:
    article = (
        "Offers of £18,450 (Alder) and £21,200 (Birch Ltd) came in for the school. Its girls (84%) did better "
        "than boys (76%)."
    )
    (found,) = check_numbers(Source(article), Document(summary))
    assert found.reason.endswith(reason)
    assert (found.verdict == "misattached") == bool(reason)


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ("The finds are shown until 2 June.", "misattached"),
        ("The finds are shown from 30 September.", "misattached"),
        ("The finds are shown until 30 September.", "supported"),
        ("The finds are shown on 2 June.", "supported"),
    ],
)
def test_a_day_on_which_something_begins_is_not_that_on_which_it_ends(summary: str, verdict: str) -> None:
    source = Source("The finds will be shown at the museum from 2 June to 30 September.")
    assert [finding.verdict for finding in check_numbers(source, Document(summary))] == [verdict]


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Reading takes 14.2 s instead of 4.1.", True),
        ("Reading takes 4.1 s instead of 14.2.", False),
        ("A file is read in 4.1 seconds rather than 14.2 seconds.", False),
        ("A file now takes 4.1 s, down from 14.2 s.", False),
    ],
)
def test_what_stands_instead_of_a_figure_is_the_later_one(summary: str, wrong: bool) -> None:
    source = Source("A file that took 14.2 s now takes 4.1 s to read, says its author.")
    assert any(found.verdict == "misattached" for found in check_numbers(source, Document(summary))) == wrong


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Only 64 per cent of the guests had booked for a first night.", True),
        ("Of the guests 88 per cent had booked for a first night.", False),
        ("Both nights were spent there by 64 per cent.", False),
    ],
)
def test_a_figure_of_another_clause_is_not_the_claims(summary: str, wrong: bool) -> None:
    article = (
        "The first night was booked by 88 per cent of the guests, but only 64 per cent stayed on for both."
    )
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) == wrong


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Brandel reported sales of 410 million crowns.", True),
        ("Brandel reported sales of 290 million crowns.", False),
        ("Tolby reported sales of 410 million crowns.", False),
        ("The firm that Brandel wants to buy had sales of 410 million crowns.", False),
    ],
)
def test_a_figure_of_one_firm_is_not_that_of_another_with_its_own(summary: str, wrong: bool) -> None:
    article = (
        "The brewer Tolby will shut a plant at Hove. Its sales fell to 410 million crowns, the chairman said.\n\n"
        "The plant has 60 workers. Its neighbour, a mill, closed in May.\n\n"
        "Its rival Brandel had sales of 290 million crowns."
    )
    found = check_numbers(Source(article), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) == wrong


ACCIDENT = Source(
    "Twelve cyclists came down in a crash near Ostvik on Friday, and three gave up. Net profit fell 12 percent to 41.2 "
    "million crowns last year. The firm expects a net profit of 45 to 50 million crowns this year. Prize money for the "
    "winner has been raised from 20,000 to 30,000 crowns this year. A crew of eight, which now gets 60 kilos of bread, "
    "will get 40. The organist Petra Holm has broken her wrist. Her pupil, Jonas Ek, 23, will play until May. Holm, 58, "
    "is to return in the summer."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Three riders left the race after a 12-cyclist pile-up near Ostvik.", []),
        ("Some 12 cyclists were caught up in a pile-up near Ostvik.", []),
        ("The firm's net profit shrank to some 41 million crowns.", []),
        ("The winner gets half as much again as last year, 30,000 crowns.", []),
        ("The winner gets more than last year, 30,000 crowns.", []),
        ("Organist Petra Holm cannot play, so a 23-year-old pupil stands in for her.", []),
        ("Organist Petra Holm, 23, has broken her wrist.", ["aged 23"]),
        ("The winner got 30,000 crowns last year.", ["30,000 crowns"]),
    ],
)
def test_words_that_seem_to_tell_otherwise_and_do_not(summary: str, wrong: list[str]) -> None:
    found = check_numbers(ACCIDENT, Document(summary))
    assert [f.claim for f in found if f.verdict in WRONG] == wrong


SIDES = (
    "Tuesday's high was 9 degrees above average for July. The bridge cost 120 million more than planned. Anna is four "
    "years older than Boris. Labour is six points ahead of the Greens."
)


@pytest.mark.parametrize(
    ("summary", "right"),
    [
        ("It was 9 degrees warmer than the average for July.", True),
        ("It was 9 degrees below average.", False),
        ("The bridge cost 120 million less than planned.", False),
        ("The plan was exceeded: 120 million more.", True),
        ("Boris is four years younger than Anna.", True),
        ("The Greens are six points behind Labour.", True),
    ],
)
def test_the_side_of_what_a_figure_is_measured_by(summary: str, right: bool) -> None:
    found = check_numbers(Source(SIDES), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) != right


def test_a_name_of_two_parts_bears_its_own_age_and_figure() -> None:
    article = Source(
        "Manager Ingrid Soltau sent on Kwabena Osei-Tutu, 19, who scored. Emil Sand crossed for him."
    )
    summary = Document("Kwabena Osei-Tutu, a 19-year-old on loan, scored for Ingrid Soltau.")
    assert not [f for f in check_numbers(article, summary) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    ["Shares lost 8.4 per cent.", "Shares were down by 8.4 per cent.", "Shares dropped 8.4 per cent."],
)
def test_verbs_of_one_change_do_not_tell_whose_figure_it_is(summary: str) -> None:
    article = Source("Shares in the firm fell 8.4 per cent to 412p, having lost 5.1 per cent on Monday.")
    assert not [f for f in check_numbers(article, Document(summary)) if f.verdict in WRONG]


def test_a_month_of_a_year_stands_in_no_place_of_a_day() -> None:
    article = Source(
        "The player shuts on 26 June. The global edition was begun in October 2013 and shut since."
    )
    assert not [
        f
        for f in check_numbers(article, Document("It will shut the global edition on 26 June."))
        if f.verdict in WRONG
    ]


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("In the third quarter 2.1 per cent of the readers left.", True),
        ("In the second quarter 2.1 per cent of the readers left.", False),
        ("In the first round 49 per cent voted.", False),
        ("In the second round 49 per cent voted.", True),
        ("In the second round 61 per cent voted.", False),
    ],
)
def test_a_figure_of_one_round_is_not_that_of_another(summary: str, wrong: bool) -> None:
    source = Source(
        "Of the readers 1.8 per cent left in the third quarter, down from 2.1 in the second quarter. Turnout rose from 49 "
        "per cent in the first round to 61 per cent in the second round."
    )
    assert any(f.verdict in WRONG for f in check_numbers(source, Document(summary))) == wrong


MOVES = Source(
    "The reservoir has dropped to 34 per cent of capacity, from 60 per cent in June. A ticket goes up by 3 crowns to "
    "45 crowns. Sales fell by 12 per cent in May, to 4.4 million litres. Visitors rose from 2.4 million in 2018 to "
    "3.6 million last year. Rents climbed by a fifth to an average of 1,080 euros. Oil closed at 84 dollars."
)


@pytest.mark.parametrize(
    "summary",
    [
        "The reservoir is down to 34 per cent.",
        "The reservoir fell from 60 to 34 per cent of capacity.",
        "The reservoir has dropped by 26 points to 34 per cent.",
        "A ticket rises to 45 crowns.",
        "A ticket is 3 crowns dearer.",
        "Sales dropped 12 per cent to 4.4 million litres.",
        "Visitors climbed to 3.6 million from 2.4 million in 2018.",
        "Visitors rose by 1.2 million to 3.6 million.",
        "Rents have risen to 1,080 euros.",
        "Oil rose to 84 dollars.",
    ],
)
def test_a_change_and_what_it_led_to_are_told_in_many_ways(summary: str) -> None:
    assert not [f.claim for f in check_numbers(MOVES, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "The reservoir has dropped by 34 per cent since June.",
        "The reservoir has lost 34 per cent of its water.",
        "A ticket goes up by 45 crowns.",
        "A ticket goes up to 3 crowns.",
        "Sales fell to 12 per cent in May.",
        "Sales fell by 4.4 million litres.",
        "Visitors rose by 3.6 million.",
        "Visitors fell to 2.4 million last year.",
        "Rents rose by 1,080 euros.",
        "Oil rose by 84 dollars.",
    ],
)
def test_a_change_told_as_what_it_led_to_is_an_error(summary: str) -> None:
    assert [f.claim for f in check_numbers(MOVES, Document(summary)) if f.verdict in WRONG]
