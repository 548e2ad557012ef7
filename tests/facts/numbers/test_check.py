"""Numbers of a summary against the article: verdict, reason, evidence and claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.facts.numbers.check import check_numbers, judge_numbers
from bench.facts.source import Source
from bench.records import WRONG, Finding
from bench.text.document import Document

ARTICLE = """\
Ferry sinks off Skerry Island

Eleven people drowned and 34 were hurt when the car ferry Sula Pearl struck a barge near Port Ardle on
Tuesday, the coastguard said. The ferry carried 212 passengers and a crew of 19.

Rescue teams from Kent, Essex and Surrey searched an area of 13,912 square metres. The owner, Brightwater
Grain, set aside $2.5 billion for damages, 12.5 per cent of its yearly sales. More than 14,000 litres of
oil leaked.

Captain Ingrid Solvang, 47, reached the wreck in 18 minutes. In 1987 a gale sank the Morven, and a
harbour wall was built in 1992. The price of fuel rose from 4.2 per cent to 6.1 per cent of costs. Two
former members of the crew, a cook and an engineer, will speak at an inquiry that meets at 9.30am on 4
March 2026. The ferry was to be replaced by Sula Pearl 2 for between 30 and 40 million pounds. The
crossing of 26 miles takes two and a half hours."""
SOURCE = Source(ARTICLE)


def found(summary: str) -> list[Finding]:
    return check_numbers(SOURCE, Document(summary))


def verdicts(summary: str) -> list[str]:
    return [finding.verdict for finding in found(summary)]


@pytest.mark.parametrize(
    "summary",
    [
        "11 people drowned.",
        "Thirty-four people were hurt.",
        "The ferry carried 212 passengers.",
        "Brightwater set aside 2.5 billion US dollars.",
        "Brightwater set aside $2,500 million.",
        "Brightwater set aside US$2.5bn for damages.",
        "About 14,000 square metres were searched.",
        "The area searched was 14,000 square metres.",
        "More than 13,000 square metres were searched.",
        "Damages are an eighth of its sales, 12.5 percent.",
        "More than 14,000 litres of oil leaked.",
        "At least 14,000 litres of oil leaked.",
        "Captain Solvang, 47, got there within 18 minutes.",
        "The 47-year-old captain reached the wreck.",
        "The inquiry meets on 4 March.",
        "The inquiry meets in March 2026.",
        "The inquiry meets at half past nine.",
        "The new ship costs at least 30 million pounds.",
        "The new ship costs 30 to 40 million pounds.",
        "The crossing takes 150 minutes.",
        "The crossing is 42 kilometres long.",
        "eleven people drowned on tuesday",
    ],
)
def test_what_the_article_says_in_other_words_is_supported(summary):
    assert set(verdicts(summary)) <= {"supported", "variant"}
    assert verdicts(summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Twelve people drowned.",
        "The ferry carried 312 passengers.",
        "Brightwater set aside 2.5 billion euros.",
        "Brightwater set aside $2.5 million.",
        "Fewer than 14,000 litres of oil leaked.",
        "Damages are 12.5 percentage points of sales.",
        "Captain Solvang reached the wreck in 18 hours.",
        "The inquiry meets on 5 March.",
        "The inquiry meets in March 2027.",
        "A gale sank the Morven in 1978.",
        "It sank on Thursday.",
        "The inquiry meets at 9.45am.",
        "The ferry will be replaced by Sula Pearl 3.",
        "The new ship costs less than 30 million pounds.",
        "Fuel rose to 61 per cent of costs.",
    ],
)
def test_a_value_unit_bound_or_name_that_the_article_lacks_is_unsupported(summary):
    assert "unsupported" in verdicts(summary)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Profit: -6% (310m crowns). Verdict: 14/03.", []),
        ("Profit: -8%. Verdict: 15/03.", ["-8 per cent", "15 March"]),
        ("One bed in nine is new; the town grew by 50%.", []),
        ("One bed in eight is new; the town grew by more than half.", ["1/8"]),
    ],
)
def test_signs_dates_without_a_year_and_shares_told_by_a_noun_are_read(summary, wrong):
    source = Source(
        "Profit fell 6% to 310m crowns. Verdict on 14 March. The town grew by half, one bed in nine is new."
    )
    judged = check_numbers(source, Document(summary))
    assert [finding.claim for finding in judged if finding.verdict == "unsupported"] == wrong


def test_exchanged_numbers_are_both_misattached():
    wrong = [
        f for f in found("Thirty-four people drowned and eleven were hurt.") if f.verdict == "misattached"
    ]
    assert [f.claim.split()[0] for f in wrong] == ["34", "11"]


def test_a_year_moved_to_another_event_is_not_supported():
    findings = found("A gale sank the Morven in 1992 and a harbour wall was built in 1987.")
    assert [f.verdict for f in findings] == ["misattached", "misattached"]


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("The ferry had 231 people on board.", "212 + 19 = 231"),
        ("Teams from three counties searched the area.", "3 listed: "),
        ("The harbour wall was built five years later.", "1992 - 1987 = 5"),
        ("Fuel rose by 1.9 percentage points of costs.", "6.1 - 4.2 = 1.9"),
        ("In all 45 people were hurt or drowned.", "34 + 11 = 45"),
    ],
)
def test_a_figure_that_follows_by_one_step_is_derived_and_shows_it(summary, reason):
    derived = [f for f in found(summary) if f.verdict == "derived"]
    assert derived
    assert reason in derived[0].reason


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (
            "The bridge has 84 cables. Each was tested by a crew of four. Twelve were found to be corroded, the "
            "engineers said. Lorries were banned. There are 31 lamps, 43 signs and 57 boats.",
            "72 cables are fine.",
        ),
    ],
)
def test_what_may_follow_as_well_as_not_is_shown_and_not_called_wrong(article, summary):
    (finding,) = check_numbers(Source(article), Document(summary))
    assert finding.verdict == "suspect"
    assert finding.reason.startswith("perhaps ")


@pytest.mark.parametrize(
    ("article", "summary", "reason"),
    [
        (
            "The council passed it by 23 votes to 18 on Monday. Four independents helped.",
            "The plan was carried by a majority of five.",
            "23 - 18 = 5",
        ),
        (
            "He was one of four who wanted it out; 29 were in favour and two abstained.",
            "The authors backed it 29-4.",
            "four who wanted it out; 29",
        ),
    ],
)
def test_the_sides_of_a_vote_are_added_subtracted_and_joined(article, summary, reason):
    (finding,) = check_numbers(Source(article), Document(summary))
    assert (finding.verdict, finding.reason) == ("derived", reason)


def test_two_percentages_never_differ_by_per_cent():
    assert "derived" not in verdicts("Fuel rose by 1.9 per cent of costs.")


def test_an_absent_number_names_the_nearest_figure_of_its_sort():
    finding = found("Brightwater set aside $2.9 billion.")[0]
    assert finding.verdict == "unsupported"
    assert "$2.5 billion" in finding.reason
    assert [span.text for span in finding.evidence] == ["$2.5 billion"]


def test_offsets_point_into_the_texts_as_given():
    summary = "It cost -lrb- $2.5bn -rrb- and 11 people drowned."
    findings = found(summary)
    assert [summary[finding.start : finding.end] for finding in findings] == ["$2.5bn", "11"]
    assert all(finding.evidence for finding in findings)
    for span in (span for finding in findings for span in finding.evidence):
        assert ARTICLE[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("11 people drowned.", "Eleven persons lost their lives."),
        ("It set aside $2.5bn.", "It set aside 2,500 million US dollars."),
        ("About 14,000 square metres were searched.", "They searched 13,912 square metres."),
        ("It meets at 9.30am.", "It meets at half past nine."),
    ],
)
def test_equal_claims_have_equal_text(one, other):
    assert found(one)[0].claim == found(other)[0].claim


def test_unequal_claims_have_unequal_text():
    claims = [f.claim for f in found("11 people drowned, 34 were hurt, 19 were crew, in 1987 and 1992.")]
    assert len(set(claims)) == len(claims)


@pytest.mark.parametrize(
    "summary",
    [
        "",
        "Nobody knows why.",
        "Here is a summary in 90 words:",
        "1. A ferry sank.\n2. People drowned.",
        "The owner was warned on more than one occasion.",
        "She hopes to one day raise the wreck.",
    ],
)
def test_what_claims_no_number_has_no_finding(summary):
    assert found(summary) == []


def test_strictness_moves_the_line_and_never_the_order():
    summary = Document("Thirty-four people drowned and the Morven sank in 1992 with 19 passengers.")
    wrong = {
        level: {
            f.start
            for f in check_numbers(SOURCE, summary, level)
            if f.verdict in ("misattached", "unsupported")
        }
        for level in ("low", "normal", "high")
    }
    assert wrong["low"] <= wrong["normal"] <= wrong["high"]
    assert len({tuple(j.doubt for j in judge_numbers(SOURCE, summary, level)) for level in wrong}) == 1


def test_the_article_itself_holds_no_wrong_number():
    assert not {"unsupported", "misattached"} & set(verdicts(ARTICLE))


@given(st.text(max_size=300))
def test_any_text_is_judged_without_failing(text):
    for judged in judge_numbers(SOURCE, Document(text)):
        assert 0 <= judged.doubt <= 1
        assert judged.finding.start is not None
        assert text[judged.finding.start : judged.finding.end]


@given(st.integers(2, 99_999_999).filter(lambda n: n not in (1987, 1992, 2026)))
def test_a_count_is_found_exactly_where_the_article_has_it(number):
    source = Source(f"The survey of last year reached {number:,} households in the valley.")
    assert [f.verdict for f in check_numbers(source, Document(f"It reached {number:,} households."))] == [
        "supported"
    ]
    other = check_numbers(source, Document(f"It reached {number * 3 + 1:,} households."))
    assert [f.verdict for f in other] == ["unsupported"]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("Dunmore won her second title on Saturday.", "unsupported"),
        ("Dunmore became the first Norwegian winner.", "unsupported"),
        ("Dunmore took the lead in the first half.", "suspect"),
        ("The first title went to Dunmore, the second trophy to Rovers.", "suspect"),
    ],
)
def test_a_rank_that_the_article_never_gives_is_unsupported(told: str, verdict: str) -> None:
    source = Source(
        "Dunmore won the Harwick Masters on Saturday. The Norwegian beat Ryle in the final of it."
    )
    assert {
        finding.verdict for finding in check_numbers(source, Document(told)) if finding.kind == "number"
    } == {verdict}


def test_a_figure_counted_by_another_noun_is_a_variant_that_shows_the_article_s() -> None:
    [found] = check_numbers(
        Source("Five marathon runners were picked."), Document("Five athletes were picked.")
    )
    assert (found.verdict, found.reason) == ("variant", "article: Five marathon runners")


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Nearly 19 percent of the crates were lost.", "article: 18.9 percent, which is less"),
        ("Some 1,300 crates were sold.", "article: 1,312 crates, rounded"),
        ("Four weeks went by.", "article: 28 days, which is 4 weeks"),
    ],
)
def test_a_variant_shows_the_article_s_figure_with_its_unit(summary: str, reason: str) -> None:
    article = Source("In 28 days 1,312 crates were sold and 18.9 percent of the crates lost.")
    assert (summary, reason) in {
        (summary, found.reason) for found in check_numbers(article, Document(summary))
    }


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        ("It took 31 months, seven longer than planned.", "It opens seven months late."),
        ("The average stay was 2.4 days.", "They stayed between two and three days."),
        ("Four of the 18 new trams have yet to come.", "So far 14 of the 18 trams have been delivered."),
    ],
)
def test_what_follows_from_the_words_is_no_error(article: str, summary: str) -> None:
    found = check_numbers(Source(article), Document(summary))
    assert found
    assert not [finding for finding in found if finding.verdict in WRONG]
