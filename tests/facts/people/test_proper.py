"""Names of places, institutions and teams that the article never gives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.facts.people.names.gazetteer import groups, known_at
from bench.facts.people.names.proper import check_names
from bench.facts.source import Source, Strictness
from bench.records import Finding
from bench.text.document import Document

ARTICLE = (
    "Dockers in Lisbon walked out on Monday, the Workers Union of Portugal said. Marta Oliveira, who leads "
    "it, blamed the British owners, Harlow Shipping. The World Trade Organization will hear the case in "
    "Geneva. Oleksi Reznikov, a lawyer in Kiev, wrote to the U.S. embassy about the Nordhavn terminal fee."
)
SOURCE = Source(ARTICLE)


def absent(summary: str, strictness: Strictness = "normal") -> list[str]:
    return [finding.claim for finding in check_names(SOURCE, Document(summary), strictness)]


FOUND = {
    "as it stands": "The dockers of Lisbon went on strike.",
    "the people for the country": "The Portuguese dockers went on strike against a firm from Britain.",
    "the country for its people": "Owners in the UK were blamed by the union.",
    "a short form": "A letter went to the American embassy in the case.",
    "another spelling": "The lawyer works in Kyiv, it is said.",
    "an acronym for the full name": "The case goes to the WTO in autumn.",
    "initials of words of which only the first has a capital": "The union has an NTF vote behind it.",
    "a span of months": "Losses in April-June were small.",
    "a misspelling": "The letter spoke of the Nordhaven terminal.",
    "another ending": "The letter spoke of the Nordhavns terminal.",
    "titles and bodies are no names": "The Prime Minister, the Council and the Police were silent on Friday.",
    "words run together": "OnMonday the dockers spoke ofLisbon and of PortugalAnd of nothing else.",
    "the first word of a sentence": (
        "Shippers lost money. Excavators stood still. Markings were painted over."
    ),
    "a list and a quotation": "- Shippers lost.\n- Owners: \"Nonsense\" was their word.",
    "shouting": "CLICK HERE to read on.",
    "text without capitals": "dockers in lisbon blamed the british owners of harlow shipping on monday .",
    "ordinary words in text without capitals": (
        "the strike was over by the evening , with great expectation of talks ."
    ),
    "words that are names elsewhere": (
        "the dockers were reading of jersey cows and a nice bath in may on monday ."
    ),
    "words that English makes as it goes": (
        "Shipless and leaderless, dockers left. Unloaders, rebrandings and stevedorish talk were rare."
    ),
    "the same without capitals": "the dockers were shipless , wageless and uncharitable to leakers on monday .",
    "a noun with a verb": "Silence was kept. Markets waited. Steam rose from the ships.",
    "kinds of things": "The dockers asked for NGOs, PACs and MEPs to help.",
    "the possessive of a word": "Today's strike was the worst. Nobody's wages were paid.",
}  # fmt: skip
FOREIGN = {
    "a place": ("Dockers in Rotterdam went on strike.", ["Rotterdam"]),
    "a place of two words": ("The case will be heard in New Zealand.", ["New Zealand"]),
    "a people": ("The dockers blamed the Norwegian owners.", ["Norwegian"]),
    "an institution": (
        "The case goes to the Imperial Maritime Tribunal in autumn.",
        ["Imperial Maritime Tribunal"],
    ),
    "an unknown place": ("The terminal in Drogmore was closed.", ["Drogmore"]),
    "a known place at the start": ("Rotterdam saw a strike of dockers.", ["Rotterdam"]),
    "a surname that opens a sentence": ("A strike began. Drogmore led the dockers.", ["Drogmore"]),
    "a surname that is a word, with a verb": ("A strike began. Turner was at the head of it.", ["Turner"]),
    "a rarer surname that is a word, with a verb": ("Fanning said no.", ["Fanning"]),
    "surnames that are words, with what is theirs": (
        "Bishop walked out. Fox's firm lost money.",
        ["Bishop", "Fox"],
    ),
    "a surname with a common beginning": ("The dockers blamed Portman for it.", ["Portman"]),
    "an established name near another": ("The dockers blamed Martin for it.", ["Martin"]),
    "a surname in text without capitals": (
        "drogmore was blamed by the dockers of lisbon on monday .",
        ["drogmore"],
    ),
    "a surname that is a word in text without capitals": (
        "dockers struck on monday . turner was blamed .",
        ["turner"],
    ),
    "part of a name": ("The Lisbon Drogmore Society was blamed.", ["Drogmore Society"]),
    "two of them": ("Dockers in Rotterdam and Antwerp struck.", ["Rotterdam", "Antwerp"]),
    "an unknown place in text without capitals": (
        "the owners of the docks met in drogmore on monday .",
        ["drogmore"],
    ),
    "in text without capitals": (
        "dockers in rotterdam blamed the norwegian owners on monday .",
        ["rotterdam", "norwegian"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("summary", FOUND.values(), ids=FOUND.keys())
def test_a_name_in_any_form_of_the_article_is_found(summary: str) -> None:
    assert absent(summary) == []


SHORT = Source(
    "Staff of the UCL and of the BBBofC met the FBI on Monday. Sinn Féin sent nobody. Swansea won their F1 quiz, "
    "and Manchester United lost it. The Secret HOH was there."
)
ALLIES = Source(
    "Biden called leaders of Britain, France and Italy from Kyiv. None of them agreed to the plan."
)
COURT = Source(
    "SPRINGFIELD, Mo. - A court sat on Tuesday. A clown from Cleveland was heard, a baker was not."
)
LOWER = Source("on tuesday the fbi met us officials of f1 in austin , and the who was not there to see it .")


@pytest.mark.parametrize(
    ("source", "summary", "names"),
    [
        (SHORT, "Staff of University College London were there.", []),
        (SHORT, "The British Boxing Board of Control was there.", []),
        (SHORT, "The new Secret Head of Household was there.", []),
        (SHORT, "Staff met Sinn Fein on Monday.", []),
        (SHORT, "Staff met Swansea City in the quiz.", []),
        (SHORT, "Staff met Manchester City in the quiz.", ["Manchester City"]),
        (SHORT, "Staff met Swansea's Drogmore Reds in the quiz.", ["Drogmore Reds"]),
        (ALLIES, "Biden spoke with London, Paris and Rome.", []),
        (ALLIES, "Paris rejected the plan.", []),
        (ALLIES, "Biden spoke in Paris.", ["Paris"]),
        (ALLIES, "A Paris museum was closed.", ["Paris"]),
        (ALLIES, "Biden spoke in Kiev.", []),
        (COURT, "A court in Missouri heard a clown.", []),
        (COURT, "A clown from Ohio was heard.", []),
        (COURT, "A clown from Kansas was heard.", ["Kansas"]),
        (Source("A fair opened in Ohio."), "A fair opened in Cleveland.", ["Cleveland"]),
        (Source("The Ada Webb telescope saw it."), "The Ada Webb Space Telescope saw it.", []),
        (Source("The Ada Webb telescope saw it."), "The Ada Webb Observatory saw it.", []),
        (Source("Profit was 2.14 a share."), "EPS was 2.14, EBITDA grew.", []),
        (Source("Carbon dioxide at 2.4 gigahertz."), "CO2 at 2.4 GHz.", []),
        (LOWER, "the federal bureau of investigation met officials of formula 1 .", []),
        (LOWER, "officials of the world health organization met in austin .", ["world health organization"]),
    ],
)
def test_short_forms_clubs_by_their_town_and_capitals_for_governments(
    source: Source, summary: str, names: list[str]
) -> None:
    assert [finding.claim for finding in check_names(source, Document(summary))] == names


@pytest.mark.parametrize(("summary", "names"), FOREIGN.values(), ids=FOREIGN.keys())
def test_a_name_that_the_article_never_gives_is_told(summary: str, names: list[str]) -> None:
    assert absent(summary) == names


def test_low_strictness_only_suspects() -> None:
    (finding,) = check_names(SOURCE, Document("Dockers in Rotterdam went on strike."), "low")
    assert finding.verdict == "suspect"


def test_what_another_check_has_judged_is_left_alone() -> None:
    text = "A lawyer, Ingrid Drogmore, spoke."
    taken = [Finding("person", "Ingrid Drogmore", "unsupported", 10, 25)]
    assert check_names(SOURCE, Document(text), "normal", taken) == []
    assert len(check_names(SOURCE, Document(text))) == 1


def test_names_of_a_line_stand_for_one_another_and_no_name_stands_in_two_lines() -> None:
    seen: dict[str, int] = {}
    for index, names in enumerate(groups()):
        for name in names:
            key = name.lstrip("*~")
            assert seen.setdefault(key, index) == index, f"{key} stands in two lines of places.txt"


def test_the_longest_known_name_wins() -> None:
    known = known_at(["west", "virginia", "fell"], 0)
    assert known is not None
    assert known.words == ("west", "virginia")
    assert known_at(["nothing"], 0) is None


# Names that the article lacks between signs that the repair of texts takes out, moves or puts in.
PIECES = (
    "in Ostvik",
    "the Bank of Tarn",
    "to Zurich.But",
    "“Harlow",
    "\u200b",
    "\xa0",
    "&nbsp;",
    ". ",
    ", ",
    "\n",
    "ﬁ ",
    " ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=9))
@example(["\u200b", "in Ostvik", "&nbsp;", "the Bank of Tarn", " "])
def test_offsets_lie_in_the_text_as_given(pieces: list[str]) -> None:
    text = "He went " + "".join(pieces) + " in Geneva and to Ostvik."
    found = check_names(SOURCE, Document(text))
    assert found
    for finding in found:
        assert finding.start is not None
        assert finding.end is not None
        assert text[finding.start : finding.end] == finding.claim


def test_in_an_article_that_is_not_in_english_words_are_no_names() -> None:
    welsh = (
        "Mae gweithwyr y porthladd wedi cerdded allan ddydd Llun, meddai'r undeb. Bydd y llys yn clywed yr achos "
        "yn yr hydref, ac mae'r perchnogion yn gwadu popeth a ddywedwyd amdanynt gan y gweithwyr."
    )
    assert (
        check_names(Source(welsh), Document("mae gweithwyr wedi dechrau ymgyrchu yn erbyn cyflogwyr .")) == []
    )


def test_initials_may_stand_in_the_order_of_another_language() -> None:
    source = Source(
        "The North Ulvik Guard closed the road. The Central Bank of Karvia raised its rate on Monday."
    )
    for right in ("The GUN closed the road.", "The BCK raised its rate."):
        found = [f for f in check_names(source, Document(right)) if f.verdict == "unsupported"]
        assert found == [], right
    assert [f.claim for f in check_names(source, Document("The BKT raised its rate."))] == ["BKT"]


def verdicts(summary: str, strictness: Strictness = "normal") -> dict[str, str]:
    found = check_names(SOURCE, Document(summary), strictness)
    return {finding.claim: finding.verdict for finding in found}


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Dockers walked out. The case will be heard in Switzerland.", "Switzerland"),
        ("Dockers walked out. A Swiss hearing will follow.", "Swiss"),
        ("Dockers walked out. The terminal is in Nordhavn, Denmark, it is said.", "Denmark"),
    ],
)
def test_the_country_of_a_place_that_the_article_names_is_suspect_in_a_longer_summary(
    summary: str, name: str
) -> None:
    assert verdicts(summary) == {name: "suspect"}
    assert verdicts(summary, "high") == {name: "unsupported"}


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Dockers walked out. The case will be heard in Norway.", "Norway"),
        ("Dockers walked out. It was so in Portugal, Norway, and elsewhere.", "Norway"),
        ("Dockers will hear of their case in Switzerland.", "Switzerland"),
        ("dockers walked out. the case will be heard in switzerland.", "switzerland"),
    ],
)
def test_another_country_and_one_that_a_single_sentence_tells_are_unsupported(
    summary: str, name: str
) -> None:
    assert verdicts(summary) == {name: "unsupported"}


def test_a_surname_that_is_a_word_for_a_place_is_a_name_where_it_opens_a_sentence_and_acts() -> None:
    assert absent("Wood's extension came late. The dockers went on.") == ["Wood"]
    assert absent("The wood came late. The dockers went on.") == []


@pytest.mark.parametrize(
    ("summary", "verdicts"),
    [
        ("Ida Moll was a dame of the British stage.", ["suspect"]),
        ("Ida Moll was a dame of the French stage.", ["unsupported"]),
        ("Ida Moll played for the American public.", ["unsupported"]),
    ],
)
def test_titles_and_money_of_a_country_show_it(summary: str, verdicts: list[str]) -> None:
    source = Source(
        "Dame Ida Moll, who ran the Lantern Theatre in Grimholm for 40 years at £90 a week, has died."
    )
    assert [finding.verdict for finding in check_names(source, Document(summary))] == verdicts


@pytest.mark.parametrize(
    ("summary", "names"),
    [
        ("Staff of Kemp Brothers moved to Holt Road.", []),
        ("Staff of Kemp Sisters moved to Holt Avenue.", ["Kemp Sisters", "Holt Avenue"]),
    ],
)
def test_a_name_of_a_firm_or_a_street_may_be_abbreviated(summary: str, names: list[str]) -> None:
    source = Source("The work went to Kemp Bros. of Holt Rd. on Monday, staff said.")
    found = check_names(source, Document(summary))
    assert bool(found) == bool(names)
