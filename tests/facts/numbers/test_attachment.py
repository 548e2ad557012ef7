"""Numbers that the article has, told of what it tells them of, or of something else."""

import pytest

from bench.facts.numbers.check import check_numbers, read_numbers
from bench.facts.numbers.place.exchange import exchanged, unused
from bench.facts.numbers.place.wording import copied, copied_near, sentence_share
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

ARTICLE = """\
Choir festival opens in Tarrow after flood

The Tarrow choir festival opened on Friday with 41 concerts in 16 churches, eleven days after the river Issel
flooded the old town. Nine people died and 27 were injured in the flood, and 340 houses were damaged.

Ticket sales rose to 12,800 from 9,300 last year, said Benedikta Orlow, 61, who has run the festival since
2009. Her deputy, Casimir Thewlis, 34, joined in 2018. A seat in the cathedral costs 48 marks and a place to
stand 15.

The town council gave 220,000 marks, a bank 75,000. In 1994 the festival moved from Lower Issel; in 1971 it
had begun there as a contest of six choirs. "We had sandbags in the nave until Wednesday," Orlow said. Her
mother sang in the first contest, her two daughters will sing in this one, and so will three of her five
brothers."""
SOURCE = Source(ARTICLE)


def wrong(summary: str) -> list[str]:
    return [f"{f.claim}: {f.reason}" for f in check_numbers(SOURCE, Document(summary)) if f.verdict in WRONG]


EXCHANGED = [
    ("counts with their nouns", "The festival offers 16 concerts in 41 churches."),
    ("counts with their nouns", "It opened with 16 concerts, and 41 churches take part."),
    ("counts with their nouns", "At the festival 16 concerts fill 41 churches."),
    ("dead and hurt", "The flood killed 27 people and injured nine."),
    ("dead and hurt", "In the flood 27 people died and nine were injured."),
    ("this year and last", "Ticket sales rose to 9,300 from 12,800 last year."),
    ("ages", "Benedikta Orlow, 34, has run the festival since 2009, and Casimir Thewlis, 61, joined in 2018."),
    ("years of two events", "The festival began in 1994 as a contest of six choirs and moved from Lower Issel in 1971."),
    ("one figure moved", "In the flood 41 people died and 27 were injured."),
    ("one figure moved", "The festival has been run by Benedikta Orlow since 1971."),
]  # fmt: skip


@pytest.mark.parametrize("summary", [pytest.param(text, id=f"{what}: {text}") for what, text in EXCHANGED])
def test_a_figure_in_the_place_of_another_is_misattached(summary):
    found = check_numbers(SOURCE, Document(summary))
    assert "misattached" in {finding.verdict for finding in found}


TOLD_ANEW = [
    ("nouns in other words", "Sixteen churches are the stages for 41 performances."),
    ("dead and hurt the other way round", "Some 27 were hurt by the water, which left nine dead."),
    ("a noun left out", "Audiences are up, 12,800 against 9,300."),
    ("figures told in another order", "The bank's 75,000 marks come on top of the council's 220,000."),
    ("ages before the names", "Her 34-year-old deputy, Thewlis, has worked with Orlow, 61, since 2018."),
    ("a small count among larger ones", "Two of Orlow's children and three brothers are in the choirs."),
    ("years with their events", "Born in 1971 as a contest, it left Lower Issel in 1994."),
    (
        "far from the words of the article",
        "Orlow, in charge since 2009, kept the nave dry; 340 homes were not.",
    ),
]


@pytest.mark.parametrize("summary", [pytest.param(text, id=f"{what}: {text}") for what, text in TOLD_ANEW])
def test_words_that_differ_do_not_make_a_number_misattached(summary):
    assert wrong(summary) == []


def test_the_reason_names_the_figure_that_the_article_has_there():
    found = check_numbers(SOURCE, Document("The festival offers 16 concerts in 41 churches."))
    assert [finding.reason for finding in found] == [
        "article: 16 churches; here it has 41 concerts",
        "article: 41 concerts; here it has 16 churches",
    ]


@pytest.mark.parametrize(
    ("summary", "together"),
    [
        ("16 concerts in 41 churches", True),  # a noun between them
        ("16 and 41", False),  # a list: nothing tells the two apart
    ],
)
def test_numbers_side_by_side_are_exchanged_only_if_a_noun_tells_them_apart(summary, together):
    reading = read_numbers(SOURCE, Document(f"The festival has {summary}."))
    first = reading.assessed[0]
    assert (exchanged(reading.summary, first, reading.assessed).partner is not None) is together


def test_a_rival_that_the_summary_tells_elsewhere_is_not_left_over():
    reading = read_numbers(SOURCE, Document("Of 41 concerts, 16 are in the cathedral."))
    first = reading.assessed[0]
    assert {rival.fact.value for rival in first.rivals} > {
        rival.fact.value for rival in unused(first, reading.assessed)
    }
    assert 16 not in {rival.fact.value for rival in unused(first, reading.assessed)}


def test_copied_words_weigh_more_than_words_told_anew():
    plain = "Ticket sales rose to 12,800 from 9,300 last year, said Benedikta Orlow."
    anew = "Demand was brisk, the organiser reported: 12,800 people bought tickets."
    close, far = (read_numbers(SOURCE, Document(text)) for text in (plain, anew))
    assert copied(close.article, close.summary) > copied(far.article, far.summary)
    places = [(r, r.assessed[0].claim) for r in (close, far)]
    near = [copied_near(r.article, r.summary, claim) for r, claim in places]
    assert near[0] > near[1]
    facts = [f for f in SOURCE.scene.quantities if f.value == 12800]
    shares = [sentence_share(r.article, r.summary, claim, facts) for r, claim in places]
    assert shares[0] > shares[1] >= 0
    assert sentence_share(close.article, close.summary, places[0][1], ()) == 0


def test_words_copied_around_a_number_keep_it_from_being_wrong_where_the_next_one_shares_its_predicate():
    article = (
        "A third of the pupils aged 10 to 11 and more than a fifth of those aged 4 to 5 in Tarrow cannot swim, the "
        "council said. It will open two pools, and a law of 1994 is to be changed."
    )
    kept = check_numbers(
        Source(article), Document("A third of the pupils aged 10 to 11 in Tarrow cannot swim.")
    )
    assert not [finding for finding in kept if finding.verdict in WRONG]
    moved = check_numbers(
        Source(article), Document("A fifth of the pupils aged 10 to 11 in Tarrow cannot swim.")
    )
    assert [finding for finding in moved if finding.verdict in ("suspect", *WRONG)]


@pytest.mark.parametrize(
    ("summary", "right"),
    [
        ("The captain, Colin Peel, who made 92 and 58, thought them 40 runs short.", True),
        ("Iqbal followed her 104 with an unbeaten 81.", True),
        ("Stead made 104 for the county.", False),
    ],
)
def test_what_stands_behind_a_name_alone_is_told_by_that_name(summary: str, right: bool) -> None:
    source = Source(
        "Marlow 312 (Iqbal 104, Stead 67; Roos 5-58) and 187-4 (Iqbal 81, Rooke 45) beat Fenshire 268 (Peel 92; "
        "Odell 4-71) and 230 (Peel 58; Odell 6-49). Colin Peel, the captain, said his side had been 40 runs short. "
        "Set 187, Marlow were 31 for 3 before Iqbal and Rooke put on 118 for the county's fourth wicket."
    )
    assert (not [f for f in check_numbers(source, Document(summary)) if f.verdict in WRONG]) == right


MINUTES = (
    "It was agreed by 29 votes to 8 to raise the rent for a full plot from 45 to 52 pounds and for a half plot from 25 "
    "to 28 pounds. A quake killed 12 people: seven died in Porto when a wall gave way, and five in the hills. The list "
    "won 19 of the 41 seats on the council, two short of a majority; Forward took 15."
)


@pytest.mark.parametrize(
    ("summary", "right"),
    [
        ("A full plot will cost 52 pounds a year instead of 45 and a half plot 28 instead of 25.", True),
        ("A full plot will cost 45 pounds a year instead of 52 and a half plot 28 instead of 25.", False),
        ("Seven of the 12 deaths were in Porto, where a wall gave way.", True),
        ("Five of the 12 deaths were in Porto, where a wall gave way.", False),
        ("It won 19 of the 41 council seats, and Forward 15.", True),
    ],
)
def test_of_two_times_and_of_a_part_and_its_whole_each_figure_has_its_place(
    summary: str, right: bool
) -> None:
    found = check_numbers(Source(MINUTES), Document(summary))
    assert any(finding.verdict in WRONG for finding in found) != right
