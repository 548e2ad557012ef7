"""Names that are words: where only a person can stand they are names, elsewhere they stay words."""

import pytest

from bench.facts.ledger import findings
from bench.facts.people.check import check_people
from bench.facts.people.reading.mentions import people
from bench.facts.source import Source
from bench.records import WRONG, Finding
from bench.text.document import Document

ARTICLE = """Skipper leaves Tarnmouth Rovers

Captain Idris Fenwick, 31, will leave Tarnmouth Rovers in June. Manager Mirela Dragan said a strong wind had
kept the club from training. "Idris was the heart of the team," said Dragan, who joined from Ostrava in 2019.
Lee Hallam, Fenwick's agent, met the president of Ostrava, Pavel Hruby, on Tuesday. Hallam praised the deal.
Charles Penrose, the chairman, told fans that Barnaby Coll and Nils Aker would follow Fenwick.
"""
SOURCE = Source(ARTICLE)


def found(summary: str) -> list[Finding]:
    return check_people(SOURCE, Document(summary))


def wrong(summary: str) -> list[str]:
    return [summary[f.start : f.end] for f in found(summary) if f.verdict in WRONG]


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Fenwick leaves Rovers, as Mr Ranger told the fans.", "Ranger"),
        ("Fenwick leaves Rovers, as Ms England told the fans.", "England"),
        ("Fenwick leaves Rovers. The news was broken by the novelist House.", "House"),
        ("Fenwick leaves Rovers in June, said King.", "King"),
        ("Fenwick leaves with Barnaby Coll and Cherry, his agent.", "Cherry"),
        ("Blazer scored twice before Fenwick left Rovers.", "Blazer"),
        ("Groves was convicted of fraud before Fenwick left.", "Groves"),
        ("Wood is nominated for a prize.", "Wood"),
        ("Steel dedicated her career to Rovers.", "Steel"),
        ("The president of Krovia, Holm, praised the deal.", "Holm"),
    ],
)
def test_a_word_where_only_a_person_stands_is_a_name_that_the_article_lacks(summary: str, name: str) -> None:
    assert name in wrong(summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Strong winds kept the club from training.",
        "Training was stopped by wind, said the club's Captain.",
        "House prices rose in Tarnmouth.",
        "Groves of olives surround Ostrava.",
        "Blazers are worn by the club's staff.",
        "Power was cut in Tarnmouth.",
        "Fans told the club to coach England.",
    ],
)
def test_the_same_words_elsewhere_are_no_names(summary: str) -> None:
    assert wrong(summary) == []


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("idris fenwick leaves rovers , as mrs lal told the fans .", "lal"),
        ("idris fenwick leaves rovers , as sir miles told the fans .", "miles"),
        ("idris fenwick leaves rovers , as kim so-ri told the fans .", "kim so-ri"),
        ("idris fenwick leaves rovers , as mr van tolk told the fans .", "van tolk"),
        ("idris fenwick leaves rovers , as mr van told the fans .", "van"),
        ("idris fenwick and mark van dragan leave rovers in june .", "mark van dragan"),
        ("actress sue lever praised idris fenwick .", "sue lever"),
        ("mark hook , 24 , leaves rovers in june with idris fenwick .", "mark hook"),
        ("barnaby coll , rose hook and nils aker will follow idris fenwick .", "rose hook"),
        ("jemmo dragan said the wind had kept the club from training .", "jemmo"),
        ("fenwick leaves rovers . bale was convicted of fraud .", "bale"),
        ("fenwick leaves rovers . peacock , 24 , stays .", "peacock"),
        ("tony told the fans that idris fenwick will leave .", "tony"),
    ],
)
def test_text_without_capitals_has_such_names_where_only_a_person_stands(summary: str, name: str) -> None:
    assert any(name in place or place in name for place in wrong(summary))


@pytest.mark.parametrize(
    "summary",
    [
        "dragan said fenwick would leave rovers in june .",
        "the club hopes to sue over the deal , fenwick said .",
        "rovers lost the match . police arrested two fans , fenwick said .",
        "rovers will mark the day with a match , hallam said .",
        "dr m. dragan said a strong wind kept the club from training .",
        "manager mirela dragan , charlie penrose and lee hallam praised the deal .",
        "nils aker and barnaby coll will follow idris fenwick .",
    ],
)
def test_text_without_capitals_keeps_right_names_and_words(summary: str) -> None:
    assert wrong(summary) == []


def test_a_hyphen_with_spaces_around_it_joins_a_surname_all_the_same() -> None:
    source = Source("Alma Solberg - Vaas, 56, was arrested on Monday. Solberg - Vaas denies it.")
    summary = Document("Alma Solberg-Vaas was arrested on Monday.")
    assert [f.verdict for f in check_people(source, summary)] == ["supported"]


def test_a_middle_initial_stands_behind_a_given_name_though_it_is_a_family_name_elsewhere() -> None:
    assert wrong("Lee K. Hallam praised the deal.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officials praised Rasmus Tolk It was his idea.", ["Rasmus Tolk"]),
        (
            "A film shows Anders Stensrud Mary Tolbert came from far away.",
            ["Anders Stensrud", "Mary Tolbert"],
        ),
        ("The president of Krovia, Anders Holm, said so.", ["Anders Holm"]),
        ("The leader of Krovia, Holm, said so.", ["Holm"]),
        ("Will Smith, 30, left early. Smith said no.", ["Will Smith"]),
        ("Bayern lost, said Halvor Stensrud.", ["Halvor Stensrud"]),
    ],
)
def test_a_name_ends_where_the_next_sentence_or_name_begins(text: str, names: list[str]) -> None:
    assert [person.name for person in people(Document(text))] == names


NAMES = """Winger Tavio di Marzo, 24, and Steve Parish, the chairman, left early. Dawnette Dorsey, 40, met Brian Bailey,
a clerk. Lee Merritt, a lawyer, spoke to Roy Oliver. Rev. William Barber II praised Al Sharp, a singer. The
Tarnmouth Reporter had the story. Kim Tolbert sang with Johnny Quist. Passer-by Kuan Wexler, 32, saw it all.
"""


@pytest.mark.parametrize(
    "form",
    [
        "Tavio di Marzo",
        "T. di Marzo",
        "Steve Parish",
        "Stephen Parish",
        "Brian K. Bailey",
        "Bill Barber",
        "W. Barber",
        "Al T. Sharp",
        "Lee A. Merritt",
        "K. Wexler",
        "Kim Tolbert",
    ],
)
def test_right_forms_of_names_that_look_like_words_or_titles_are_accepted(form: str) -> None:
    for text in (f"Neighbours waved at {form} again.", f"neighbours waved at {form} again .".lower()):
        found = check_people(Source(NAMES), Document(text))
        assert not {finding.verdict for finding in found} & WRONG


@pytest.mark.parametrize(
    "form",
    [
        "Roy di Marzo",
        "Dawnette Bailey",
        "Lee Oliver",
        "Kim Quist",
        "Al Bailey",
        "Steve Reporter",
        "Roy Barber",
    ],
)
def test_a_given_name_joined_with_such_a_surname_is_caught(form: str) -> None:
    for text in (f"Neighbours waved at {form} again.", f"neighbours waved at {form} again .".lower()):
        found = check_people(Source(NAMES), Document(text))
        assert {finding.verdict for finding in found} & WRONG, text


def test_a_given_name_is_held_against_whole_words() -> None:
    source = Source("the harbour was closed by joann tolbert , who said it was late , and by the mayor .")
    found = check_people(source, Document("the harbour was closed by ann tolbert ."))
    assert [finding.verdict for finding in found] != ["supported"]


def test_those_called_doe_stay_without_a_given_name() -> None:
    source = Source("The suit calls the couple Joe Doe and Jane Doe. Edda Holm, their lawyer, filed it.")
    assert [f.verdict for f in check_people(source, Document("The suit names a John Doe."))] == ["supported"]


@pytest.mark.parametrize("form", ["Casper London", "Casper van der Berg", "Casper Lane-Fox"])
def test_a_given_name_that_no_list_has_is_known_from_the_article(form: str) -> None:
    source = Source(
        "The lawyer Casper Drewitt, 41, was there. Peter Field told Jack London that it was late. London said no. "
        "Louis van der Berg, 30, and Ruth Lane-Fox, 50, had a boat. Van der Berg said it was his."
    )
    for text in (f"The fans waved at {form} again.", f"the fans waved at {form} again .".lower()):
        found = check_people(source, Document(text))
        assert {finding.verdict for finding in found} & WRONG, text


@pytest.mark.parametrize("adjective", ["Prior", "Current", "Strong", "Young"])
def test_an_adjective_before_a_participle_and_a_noun_is_nobody(adjective: str) -> None:
    source = Source("Anna Holt, 31, joined Tarnmouth Rovers in June. The club sued her on Monday.")
    for rest in (
        "released albums sold well",
        "convicted players were at the club",
        "injured fans joined her",
    ):
        found = findings(source, Document(f"Holt joined Rovers. {adjective} {rest}."))
        assert not [f for f in found if adjective in f.claim], rest
