"""People read off a text: by positive evidence, in clusters, whatever the order and form of the name."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.facts.people.reading.mentions import people
from bench.text.document import Document


def names(text: str) -> list[str]:
    return [person.name for person in people(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Lopez opened the meeting.", ["Maria Lopez"]),
        ("The plan was drawn up by engineer Qvist Brandal.", ["Qvist Brandal"]),
        ("Mr. Varga left early.", ["Varga"]),
        ("President Tokarev flew home.", ["Tokarev"]),
        ("Zorblat Quimby, 34, was hurt.", ["Zorblat Quimby"]),
        ("Zorblat Quimby, who lives nearby, was hurt.", ["Zorblat Quimby"]),
        ("Zorblat Quimby, a plumber from Leeds, was hurt.", ["Zorblat Quimby"]),
        ("Zorblat Quimby said it was late.", ["Zorblat Quimby"]),
        ("Zorblat Quimby crossed the line first.", ["Zorblat Quimby"]),
        ("Zorblat T. Quimby was there.", ["Zorblat T. Quimby"]),
        ("Chancellor Ursula von der Weyden spoke.", ["Ursula von der Weyden"]),
        ("Abdel Fattah al-Masri arrived.", ["Abdel Fattah al-Masri"]),
        ("Kim Jong-su met Park Geun-ae.", ["Kim Jong-su", "Park Geun-ae"]),
        ("Gabriel García Mendoza won.", ["Gabriel García Mendoza"]),
        ('Thomas "Tip" O\'Hara sang.', ['Thomas "Tip" O\'Hara']),
        ("Secretary of State Anna Berg answered.", ["Anna Berg"]),
        ("Harwick City Manager Lou Bart resigned.", ["Lou Bart"]),
        ("Lakeside's Peter Moor scored.", ["Peter Moor"]),
        ("JAMES NOLAN RESIGNED", ["JAMES NOLAN"]),
    ],
)
def test_a_person_is_known_by_a_first_name_a_title_an_age_an_apposition_or_a_verb(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Walt Disney park opened.",
        "They flew to San Diego and on to Costa Rica.",
        "Johns Hopkins University published the study.",
        "Goldman Sachs said profits rose.",
        "The Charlotte Hornets Stadium was full.",
        "Storm Desmond hit Cumbria.",
        "The Nelson Mandela Foundation paid.",
        "Victoria Park was closed.",
        "Scotland Yard is looking into it.",
        "Germany said it would help.",
        "NATO and the UN said little.",
        "Blue Zorblat was on the shelf.",
        "They sold Zorblat Quimby.",
        "Aston Martin shares fell, as did those of Marks & Spencer.",
        "They met at St James Park.",
        "Managing director of Ellmouth Omnibus",
    ],
)
def test_brands_places_and_institutions_are_no_people(text: str) -> None:
    assert names(text) == []


def test_forms_of_one_name_are_one_person() -> None:
    text = (
        "Michael Brandt, 52, opened the hearing. Mr Brandt said little. Mike Brandt's lawyer, Dr Ann Holm, "
        "spoke for Brandt. Holm left at noon."
    )
    found = people(Document(text))
    assert [(person.name, len(person.mentions)) for person in found] == [
        ("Michael Brandt", 4),
        ("Ann Holm", 2),
    ]


def test_two_people_of_one_surname_stay_two_and_a_bare_surname_is_the_last_one_named() -> None:
    text = "Bill Carver and Hillary Carver arrived. Hillary Carver sat down. Carver then spoke."
    found = {person.name: len(person.mentions) for person in people(Document(text))}
    assert found == {"Bill Carver": 1, "Hillary Carver": 3}


def test_junior_and_senior_are_two_people() -> None:
    text = "Kyle Brand Jr. was fined. His father, Kyle Brand Sr., was not."
    assert len(people(Document(text))) == 2


def test_mentions_stand_where_they_say_and_leave_possessives_out() -> None:
    text = "A court heard Sofia Berg's account. Berg's lawyer agreed."
    document = Document(text)
    spans = [text[m.start : m.end] for person in people(document) for m in person.mentions]
    assert spans == ["Sofia Berg", "Berg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the striker alan shore scored twice and shore was booked later on .", ["alan shore"]),
        ("prime minister theresa may said so .", ["theresa may"]),
        ("police said the grant will rise in may .", []),
        ("ministers mark the day with a rose .", []),
    ],
)
def test_text_without_capitals_gives_people_by_first_name_and_surname(text: str, expected: list[str]) -> None:
    assert names(text) == expected


PIECES = ("Mr ", "Dr. ", "Quimby ", "Ann Quimby", "A.B. ", "B", "ab ", "said.", "0", ",", "'", '"', "-", "\n")


@given(st.lists(st.sampled_from(PIECES), max_size=20))
@example(["Mr ", "Quimby ", "\n", "Ann Quimby"])
def test_any_text_gives_mentions_inside_it_in_order(pieces: list[str]) -> None:
    document = Document("".join(pieces) + "\n\nDr Qvist Brandal spoke.")
    found = people(document)
    assert found
    for person in found:
        starts = [mention.start for mention in person.mentions]
        assert starts == sorted(starts)
        for mention in person.mentions:
            assert 0 <= mention.start < mention.end <= len(document.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Varga left. Mr. Varga Consultation with allies went on.", ["Varga"]),
        ("Mr. Varga It was said on Monday left. Mr. Varga smiled.", ["Varga"]),
        ("Rep. Lou Brandal Republicans on the panel said. Mr. Brandal left.", ["Lou Brandal"]),
        ('"We must act." Mr. Brandal Said.', ["Brandal"]),
    ],
)
def test_a_capital_glued_to_a_name_is_no_part_of_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # No mention has a verb of a list, an age or an office.
        "Drahoslav Vyskyt sees it otherwise. Nobody asked Vyskyt. The rest is for Vyskyt to settle. He waits.",
        "Duarte Olmedo Rivas rose early. Nobody saw Olmedo. They went to Olmedo, and Olmedo slept. He was ill.",
        "A crowd came for Zuvik, who has one name. Zuvik wept. They carried Zuvik home. He was glad.",
    ],
)  # fmt: skip
def test_all_mentions_of_a_name_together_show_a_person(text: str) -> None:
    assert len(names(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Ulm Gerber, a tanker, joined the search on Friday.",
        "His team, Altazar, lost its sponsor in March.",
        "Shares in the brewer Peter Halm, a company from Ghent, rose.",
        "Anna Sofia is a village with one traffic light.",
        "The news came to Rosa Lind of Barotek, a broker.",
        'The jury chose "A Winter Ledger", a drama about a bank.',
    ],
)
def test_a_company_a_place_or_a_ship_with_a_name_is_no_person(text: str) -> None:
    assert set(names(text)) <= {"Rosa Lind"}


def test_a_name_with_the_word_for_son_or_daughter_in_it_is_one() -> None:
    assert names("Selim bin Tariq al-Haddar and Maryam mint Sidi Baba, who voted against, smiled.") == [
        "Selim bin Tariq al-Haddar",
        "Maryam mint Sidi Baba",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SJ Pocklington left the room.", ["SJ Pocklington"]),
        ("Later TS Brown left the room.", ["TS Brown"]),
        ("DUP Arlene Foster was there.", ["Arlene Foster"]),
        ("UK Brown left the room.", []),
    ],
)
def test_two_capitals_may_be_initials_and_more_are_a_body(text: str, names: list[str]) -> None:
    assert [person.name for person in people(Document(text))] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Henrik Aldous spoke. Aldus and the others will meet.", ["Henrik Aldous"]),
        ("Minister Henrik Aldous spoke. Dawn came to Aldershot and the others.", ["Henrik Aldous"]),
        ('"It is late." Minister Britta Kohl Say.', ["Britta Kohl"]),
        ("Minister Jonas Oberlin Dismissed the criticism.", ["Jonas Oberlin"]),
        ("So said Rep. Klara Winterfeld Republican Left, 51.", ["Klara Winterfeld Republican Left"]),
        ("Pictured are Nicole Keller Director Michael Redfern.", ["Michael Redfern"]),
    ],
)
def test_a_mangled_text_keeps_its_people(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_two_spellings_of_one_name_that_stands_alone_are_one_person() -> None:
    (person,) = people(Document("Prince Aurel married. Later Prince Auriel danced."))
    assert len(person.mentions) == 2


def test_a_third_spelling_is_a_mention_of_the_one_person_it_can_be() -> None:
    (person,) = people(Document("Minister Henrik Aldous spoke. Aldus and the others will meet."))
    assert len(person.mentions) == 2
