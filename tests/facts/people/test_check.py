"""People of a summary against the article: outside names, wrong given names, joined names, and all right forms."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.facts.people.check import check_people, judge_people, keeps_person
from bench.facts.people.reading.cast import Cast
from bench.facts.people.roles.check import check_roles
from bench.facts.people.said.check import check_speakers
from bench.facts.source import Source
from bench.records import WRONG, PersonFact
from bench.text.document import Document

ARTICLE = """Officials clash over harbour plan

Port director Michael Glaeser, 52, told reporters on Monday that the harbour of Ellmouth would close for a week.
Mayor Dilys Protheroe called the plan a disgrace. "Nobody asked the fishermen," she said.

Union leader Sergei Volkonsky praised Glaeser and signed a deal worth 3 million euros with the port.
Abdel Fattah al-Masri, a lawyer for the fishermen, sued the city in April. Protheroe declined to comment on the suit.
Gabriel Garcia Mendoza, who owns two boats, will testify. Striker Jose Pinto plays for the local club.
Varga, the harbour master, was not at the meeting."""

SOURCE = Source(ARTICLE)


def verdicts(summary: str, source: Source = SOURCE, strictness: str = "normal") -> dict[str, str]:
    found = check_people(source, Document(summary), strictness)  # type: ignore[arg-type]
    return {summary[f.start : f.end]: f.verdict for f in found if f.start is not None}


@pytest.mark.parametrize(
    "form",
    [
        "Michael Glaeser",
        "Glaeser",
        "Mr Glaeser",
        "M. Glaeser",
        "Mike Glaeser",
        "Michael K. Glaeser",
        "Michael Glazer",
        "Michael Glaesser",
        "Port director Glaeser",
    ],
)
def test_every_right_form_of_a_name_is_accepted(form: str) -> None:
    found = verdicts(f"{form} told reporters that the harbour would close.")
    assert found
    assert not set(found.values()) & WRONG


@pytest.mark.parametrize(("form", "right"), [("Ella Lundby", True), ("Vera Lundby", False)])
def test_kin_told_by_the_given_name_have_the_surname_of_their_kin(form: str, right: bool) -> None:
    source = Source(
        "the boy , owen lundby , played with his sister ella , 11 , until carl hokan , 74 , came ."
    )
    found = verdicts(f"{form} ran for help.", source)
    assert found
    assert bool(set(found.values()) & WRONG) != right


RECORD = Source(
    "The chair was taken by Mr. Wm. Trevose. Geo. Walkley, pilot, is succeeded by his nephew, Hy. Walkley. "
    "A gift of Chas. Lee and Margt. Orme was read out."
)


@pytest.mark.parametrize(
    ("form", "right"),
    [
        ("William Trevose", True),
        ("Walter Trevose", False),
        ("Henry Walkley", True),
        ("George Walkley", True),
        ("Hugh Walkley", False),
        ("Charles Lee and Margaret Orme", True),
    ],
)
def test_given_names_that_old_records_shorten_are_written_out(form: str, right: bool) -> None:
    found = verdicts(f"The minutes name {form}.", RECORD)
    assert found
    assert bool(set(found.values()) & WRONG) != right


@pytest.mark.parametrize(
    "form",
    [
        "Sergey Volkonsky",
        "Sergej Volkonskii",
        "Garcia Mendoza",
        "Gabriel García Mendoza",
        "Abdel Fattah el-Masri",
    ],
)
def test_transliterations_diacritics_and_parts_of_a_name_are_accepted(form: str) -> None:
    assert not set(verdicts(f"Nothing was settled yet, {form} said.").values()) & WRONG


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Peter Underhill told reporters that the harbour would close.", "Peter Underhill"),
        ("Anna Glaeser told reporters that the harbour would close.", "Anna"),
        ("Sergei Glaeser told reporters that the harbour would close.", "Sergei Glaeser"),
        ("Michael Protheroe called the plan a disgrace.", "Michael Protheroe"),
        ("Mr Underhill called the plan a disgrace.", "Underhill"),
    ],
)
def test_outside_names_wrong_given_names_and_joined_names_are_unsupported(summary: str, wrong: str) -> None:
    assert verdicts(summary)[wrong] == "unsupported"


def test_an_established_surname_close_to_another_is_another_person() -> None:
    source = Source("Ann Johnson, 40, won the race. Johnson thanked her coach.")
    assert verdicts("Ann Johnston won the race.", source)["Ann Johnston"] == "unsupported"


def test_two_spellings_away_to_two_people_is_no_match() -> None:
    source = Source("Tom Brinken and Ann Blinken met. Mr Brinken spoke first.")
    assert verdicts("Mr Bninken spoke first.", source)["Bninken"] == "unsupported"


FORMS_OF_ONE = Source(
    "Candace Ingrid Morrow, 40, opened the fair. Joe Hart, 31, spoke. lady. Runa Estevik , leader of the "
    "Greens, left. Minister Tove Lingaard stayed. Analyst Sascha Glaeser, 28, wrote it. Mr Glazer is in doubt. "
    "Director David Ayer, 50, came with singer John Legend, 45. Copa90 , a channel, has the video. "
    "Club co-chairman Steve Parish met Chris Tully Jr. Glenn Ambler, 41, was late. Ruth Okoye, 33, came."
)


@pytest.mark.parametrize(
    ("summary", "part", "verdict"),
    [
        ("Candace Ruth Morrow opened the fair.", "Candace Ruth", "unsupported"),
        ("Candace I. Morrow opened the fair.", "Candace I. Morrow", "variant"),
        ("Christian Hart spoke.", "Christian", "unsupported"),
        ("Tove Estevik left the coalition.", "Tove Estevik", "unsupported"),
        ("David Legend, a director, came.", "David Legend", "unsupported"),
        ("Sasha Glaser wrote the analysis.", "Sasha Glaser", "variant"),
        ("Candace Ruth Morrow was not there.", "Candace Ruth", "unsupported"),
        ("Club co-chairman Glenn Parish spoke.", "Glenn Parish", "unsupported"),
        ("Chris Tully Jr. Ruth Ambler was late.", "Ruth Ambler", "unsupported"),
    ],
    ids=[
        "middle name",
        "middle initial",
        "a faith",
        "mangled article",
        "a word for a role",
        "two spellings",
        "another's given name in the middle",
        "a body's word behind a role",
        "behind a junior",
    ],
)
def test_names_of_several_words_and_of_several_spellings(summary: str, part: str, verdict: str) -> None:
    assert verdicts(summary, FORMS_OF_ONE)[part] == verdict


@pytest.mark.parametrize("form", ["Hana Haddad", "Lina Haddad", "Pieter Casteleyn", "Rita Casteleyn"])
def test_a_surname_after_two_given_names_is_that_of_both(form: str) -> None:
    source = Source(
        "Doctors Hana and Lina Haddad, 40, live here. Brothers Pieter, Jan and Wout Casteleyn left."
    )
    expected = {"unsupported"} if form == "Rita Casteleyn" else set()
    assert set(verdicts(f"{form} was seen.", source).values()) & WRONG == expected


@pytest.mark.parametrize("form", ["Solberg Vaas", "Ingrid Solberg Vaas", "Ms. Solberg-Vaas", "Ji-hoon Baek"])
def test_a_hyphen_makes_no_other_name(form: str) -> None:
    source = Source("Minister Ingrid Solberg-Vaas met Ji-hoon Baek, 50, on Monday.")
    assert not set(verdicts(f"On Monday {form} was there.", source).values()) & WRONG


def test_spellings_of_one_surname_in_an_article_are_one_person() -> None:
    assert [len(p.mentions) for p in FORMS_OF_ONE.people if p.name == "Sascha Glaeser"] == [2]


def test_a_title_of_several_is_no_given_name() -> None:
    source = Source("President Joe Barden, 79, called President Vladimir Orlov, 69, on Monday.")
    assert set(verdicts("Presidents Barden and Orlov spoke.", source)) == {"Barden", "Orlov"}


def test_a_plural_behind_a_first_name_is_no_surname() -> None:
    assert verdicts("at the gate ilona senses trouble .", Source("Ilona Marek, 30, came to the gate.")) == {}


def test_a_word_with_a_figure_in_it_is_nobody() -> None:
    assert all("90" not in person.name for person in FORMS_OF_ONE.people)


def test_anothers_given_name_before_a_bare_surname_is_suspect() -> None:
    met = "President Vladimir Orlov met Barden on Tuesday. Mr Barden said no."
    source = Source(met)
    [found] = check_people(source, Document("Vladimir Barden spoke of a summit."))
    assert found.verdict == "suspect"
    assert found.reason.endswith("the given name is another person's")
    assert verdicts("Vladimir Barden spoke.", source, "high") == {"Vladimir": "unsupported"}
    often = Source(f"{met} Orlov laughed. Mr Orlov then left.")
    assert verdicts("Vladimir Barden spoke.", often) == {"Vladimir Barden": "unsupported"}


def test_a_scrapers_capital_on_a_verb_is_no_surname() -> None:
    source = Source("lady. Runa Halvik Said that she would go. Edward Said, 50, the scholar, stayed.")
    assert [person.name for person in source.people] == ["Runa Halvik", "Edward Said"]


def test_a_given_name_the_article_never_gives_is_a_variant_that_says_so() -> None:
    [found] = check_people(SOURCE, Document("Laszlo Varga was not at the meeting."))
    assert found.verdict == "variant"
    assert "never the full name" in found.reason


def test_at_high_strictness_a_given_name_the_article_never_gives_is_unsupported() -> None:
    assert verdicts("Laszlo Varga was not at the meeting.", strictness="high") == {"Laszlo": "unsupported"}


def test_a_persons_claim_is_the_fullest_name_so_that_a_person_counts_once() -> None:
    found = check_people(SOURCE, Document("Mr Glaeser spoke. Later Michael Glaeser left."))
    assert {finding.claim for finding in found} == {"Michael Glaeser"}


def test_evidence_points_at_the_name_in_the_article() -> None:
    [found] = check_people(SOURCE, Document("Glaeser spoke."))
    [span] = found.evidence
    assert ARTICLE[span.start : span.end] == span.text
    assert "Glaeser" in span.text


@pytest.mark.parametrize(
    "summary",
    [
        "michael glaeser told reporters the harbour would close , and dilys protheroe called it a disgrace .",
        "MICHAEL GLAESER SAYS HARBOUR WILL CLOSE AS PROTHEROE OBJECTS",
        "-lrb- port -rrb- glaeser told reporters that UNK would close .",
    ],
)
def test_without_capitals_people_are_looked_up_in_the_article(summary: str) -> None:
    found = verdicts(summary)
    assert found
    assert not set(found.values()) & WRONG


@pytest.mark.parametrize(
    "summary",
    [
        "mayor dilys protheroe and kevin thompson called the plan a disgrace .",
        "kevin glaeser said the port would close .",
    ],
)
def test_without_capitals_outside_names_and_wrong_given_names_are_found(summary: str) -> None:
    assert "unsupported" in verdicts(summary).values()


def test_an_article_without_capitals_is_evidence_too() -> None:
    source = Source(ARTICLE.lower())
    assert not set(verdicts("Michael Glaeser told reporters so.", source).values()) & WRONG
    assert set(verdicts("Anna Glaeser told reporters so.", source).values()) == {"unsupported"}


@pytest.mark.parametrize(
    "summary",
    [
        "Michael Glaeser sued the city in April.",
        "Abdel Fattah al-Masri called the plan a disgrace.",
        "Dilys Protheroe signed a deal worth 3 million euros with the port.",
    ],
)
def test_another_persons_deed_or_word_is_at_least_suspect(summary: str) -> None:
    document = Document(summary)
    checks = (check_people, check_roles, check_speakers)
    found = [finding for check in checks for finding in check(SOURCE, document, "high")]
    assert {finding.verdict for finding in found} & {"misattached", "suspect"}


def test_two_of_whom_one_came_after_the_other_are_not_exchanged_by_other_words() -> None:
    source = Source(
        "Yvonne Marti has run the health office since May. Kurt Abend, who gave up the post after nine years, "
        "stays on as an adviser. Marti wants more nurses; Abend thinks that there is no money for them."
    )
    found = verdicts("Yvonne Marti took over the health office from Kurt Abend.", source)
    assert set(found.values()) == {"supported"}


def test_a_relative_called_by_the_given_name_alone_may_bear_the_surname() -> None:
    source = Source(
        "Iman Hashi sings. Iman Hashi and her sister Siham formed a band; Siham writes the songs."
    )
    assert set(verdicts("Iman and Siham Hashi formed a band.", source).values()) <= {"supported", "variant"}


def test_an_article_finds_no_wrong_person_in_itself() -> None:
    for strictness in ("low", "normal"):
        assert not set(verdicts(ARTICLE, strictness=strictness).values()) & WRONG


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        ("Glaeser closed the harbour.", True),
        ("Mr. Glazer closed the harbour.", True),
        ("glaeser closed the harbour .", True),
        ("The port director closed the harbour.", False),
        ("Anna Glaeser closed the harbour.", False),
    ],
)
def test_a_summary_keeps_a_person_in_any_right_form(summary: str, kept: bool) -> None:
    fact = PersonFact(name="Michael Glaeser", also=("Glaeser", "Glazer"))
    assert keeps_person(Cast(Document(summary)), fact) is kept


PIECES = (
    "Mr ",
    "Mayor ",
    "Michael ",
    "Glaeser",
    "Anna Glaeser",
    "Varga.",
    "al-Masri ",
    "M",
    " ",
    ",",
    "'",
    '"',
    "-",
    "\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=20))
@example(["Mayor ", "Anna Glaeser", "\n", "-"])
def test_any_summary_gets_findings_with_places_inside_it(pieces: list[str]) -> None:
    summary = "".join(pieces) + "\n\nDilys Protheroe spoke."
    found = check_people(SOURCE, Document(summary), "high")
    assert found
    for finding in found:
        assert finding.start is not None
        assert finding.end is not None
        assert 0 <= finding.start < finding.end <= len(summary)


def test_doubt_grows_with_strictness_of_the_verdict() -> None:
    text = "Anna Glaeser, Laszlo Varga and Peter Underhill met Mayor Dilys Protheroe."
    doubts = {j.finding.claim: j.doubt for j in judge_people(SOURCE, Document(text))}
    assert (
        doubts["Dilys Protheroe"]
        < doubts["Laszlo Varga"]
        < doubts["Anna Glaeser"]
        < doubts["Peter Underhill"]
    )


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Karin Moe stole the silver spoons from the museum.", True),
        ("Ole Brandt stole the silver spoons from the museum.", False),
        ("Anna Falk has directed the museum since 2011.", True),
        ("Karin Moe welcomed the verdict; she directs the museum.", False),
        ("Karin Moe and Ole Brandt met in the court room.", False),
    ],
)
def test_what_a_speaker_or_a_pronoun_is_told_of_binds_too(summary: str, wrong: bool) -> None:
    source = Source(
        "The court in Lund sentenced Ole Brandt on Monday. He stole twelve silver spoons from the museum at night, "
        'the judge found. Karin Moe has directed the museum since 2011. "The verdict is welcome," she said. '
        "Anna Falk, a lawyer, defended Brandt without a fee. The trial lasted six weeks and heard forty witnesses."
    )
    found = [*check_people(source, Document(summary)), *check_roles(source, Document(summary))]
    assert ("misattached" in {finding.verdict for finding in found}) == wrong


def test_the_first_of_three_names_may_be_misspelt() -> None:
    source = Source("The lawyer, Bewerly Ann Roths, left early. Bewerly Ann Roths was tired.")
    [right] = check_people(source, Document("Beverly Ann Roths left early."))
    [wrong] = check_people(source, Document("Deborah Ann Roths left early."))
    assert (right.verdict, wrong.verdict) == ("variant", "unsupported")


TOWN_NAMES = Source(
    "A mother won the spelling prize on Tuesday. Cairo Bellwood, 34, of Dunmore, beat eleven others. "
    "Martin Oskell gave her the cup. The Table was full, and the mayor, Wells, sent flowers."
)


@pytest.mark.parametrize(
    ("summary", "verdict"),
    [
        ("Susan Bellwood won the prize.", "unsupported"),
        ("The prize went to Vince Cable.", "unsupported"),
    ],
)
def test_a_like_word_is_no_surname(summary: str, verdict: str) -> None:
    assert [finding.verdict for finding in check_people(TOWN_NAMES, Document(summary))] == [verdict]


THINGS = Source(
    "Owner Mislav Perko of Rioni Bank was charged after the fire on the Galeb. Teun 't Hart, an officer, and "
    "the cook, Rosa Elvira Cusma, saw Jimmy Fallow on The Late Show Starring Jimmy Fallow. Engineer Aino Hieta "
    "stopped Kallgrund 2. Wilmer Ortiz said that Sturrock had left."
)


@pytest.mark.parametrize(
    "summary",
    [
        "The owner, Mislav Galeb, was charged.",
        "The owner, Mislav Rioni, was charged.",
        "Engineer Aino Kallgrund stopped it.",
        "The fire was seen by Mislav 't Hart, an officer.",
        "Wilmer Elvira Cusma, the cook, saw it.",
        'They met on "The Late Show Starring Rosa Fallow".',
    ],
)
def test_a_given_name_before_a_thing_or_in_any_shape_of_name_is_a_joined_name(summary: str) -> None:
    assert set(verdicts(summary, THINGS).values()) == {"unsupported"}


def test_a_given_name_that_two_may_share_before_a_bare_surname_stays_suspect() -> None:
    assert verdicts("Wilmer Sturrock had left.", THINGS) == {"Wilmer": "suspect"}


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        ("Lance Haugen, 34, was held. Haugen denied it.", "Walter Haugen was held and denied it."),
        ("Singer Dean Haugen was held. Haugen denied it.", "Singer Walter Haugen was held."),
        (
            "The Peter Haugen Foundation was raided. Haugen denied it.",
            "Police raided Walter Haugen on Monday.",
        ),
        ("Brandelyn Mills, 34, was held. Mills denied it.", "Walter Mills was held and denied it."),
        (
            "Peter Haugen was held. Ida Molina saw it.",
            "**Ida Haugen Held After Chase**\n\nThe man denied it all.",
        ),
    ],
)
def test_another_given_name_is_seen_where_the_articles_own_looks_like_a_rank_or_a_thing(
    article: str, summary: str
) -> None:
    assert "unsupported" in verdicts(summary, Source(article)).values()


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        ('Jean-Luc "Ace" Moreau was held. Moreau denied it.', "Jean-Luc Moreau was held."),
        ("Jean-Luc Q. Moreau was held. Moreau denied it.", "Jean-Luc Moreau was held."),
        ("The dean, Ada Haugen, was held. Haugen denied it.", "Dean Haugen was held and denied it."),
        ("Peter Haugen was held.", "**Peter Haugen Held After Chase**\n\nThe man denied it."),
    ],
)
def test_a_name_with_a_nickname_an_office_or_in_a_heading_is_accepted(article: str, summary: str) -> None:
    assert not set(verdicts(summary, Source(article)).values()) & WRONG


def test_a_given_name_before_a_word_that_only_things_are_called_by_is_no_name_of_the_article() -> None:
    source = Source("Ada Holm spoke to The Altis Reporter. The Reporter printed it. The Haugen plan failed.")
    assert "unsupported" in verdicts("The plan was told to Walter Reporter by Holm.", source).values()
    assert not set(verdicts("The plan of Walter Haugen failed.", source).values()) & WRONG


def test_in_an_article_without_capitals_a_word_that_english_lacks_is_the_given_name() -> None:
    source = Source(
        "on monday zorvan haugen was held in london, police said. haugen denied the charge there."
    )
    assert set(verdicts("Walter Haugen was held.", source).values()) == {"unsupported"}
    assert not set(verdicts("Zorvan Haugen was held.", source).values()) & WRONG


@pytest.mark.parametrize(
    "summary", ["They've won six games.", "We've lost it.", "You'll see.", "Who've they beaten?"]
)
def test_a_contraction_is_nobody_s_name(summary: str) -> None:
    article = Source("Steve Brack wants to keep his team up. They have won six games, and Brack is hoping.")
    assert not [f for f in check_people(article, Document(summary)) if f.verdict in WRONG]
