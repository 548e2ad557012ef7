"""Offices and occupations that the article gives to nobody."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source, Strictness
from bench.records import Finding
from bench.text.document import Document

ARTICLE = (
    'Rovers beat Harwick 2-1 on Saturday. "We were poor," said Dunmore, who is in charge until May. Pella Aster, '
    "who owns the club, and her brother saw Tom Carrick manage two saves. Carrick's bat was signed by Anna Ryle, "
    "the spinner. Maud Ferris sang before the match and Jon Odell, who manages Harwick, was sent off."
)
SOURCE = Source(ARTICLE)


def absent(summary: str, strictness: Strictness = "normal") -> list[Finding]:
    return [f for f in check_roles(SOURCE, Document(summary), strictness) if "nobody so" in f.reason]


@pytest.mark.parametrize(
    ("summary", "claim", "verdict"),
    [
        ("Prime minister Pella Aster saw it.", "Pella Aster: Prime minister", "unsupported"),
        ("Rovers midfielder Tom Carrick was signed.", "Tom Carrick: midfielder", "unsupported"),
        ("Anna Ryle, a comedian from Leeds, signed a bat.", "Anna Ryle: comedian", "suspect"),
        ("rovers midfielder tom carrick signed it on saturday .", "tom carrick: midfielder", "unsupported"),
    ],
)
def test_an_office_that_the_article_has_in_no_form_is_unsupported_an_occupation_suspect(
    summary: str, claim: str, verdict: str
) -> None:
    [finding] = absent(summary)
    assert (finding.kind, finding.claim, finding.verdict) == ("role", claim, verdict)


@pytest.mark.parametrize(
    "summary",
    [
        "Rovers manager Dunmore was unhappy.",
        "Harwick manager Jon Odell was sent off.",
        "Club owner Pella Aster saw it.",
        "Goalkeeper Tom Carrick was good.",
        "Anna Ryle, a bowler, signed it.",
        "Singer Maud Ferris was there.",
        "Pella Aster and her sibling saw it.",
        "Star Pella Aster, a local fisherwoman, saw it.",
        "Prime minister Ludo Brand saw it.",
        "Former comedian Anna Ryle signed it.",
    ],
    ids=[
        "a sign of it",
        "a word of its root",
        "the verb",
        "what it does",
        "a role said by turns",
        "an irregular form",
        "kin of either kind",
        "roles without known signs",
        "an outsider",
        "what somebody once was",
    ],
)
def test_a_role_shown_in_another_way_or_not_to_be_judged_has_no_finding(summary: str) -> None:
    assert absent(summary) == []


def test_an_absent_role_is_only_shown_at_low_strictness() -> None:
    assert [finding.verdict for finding in absent("Comedian Anna Ryle signed.", "low")] == ["suspect"]


def test_articles_in_other_languages_are_not_judged() -> None:
    source = Source(
        "Am Samstag gewannen die Gäste aus Harwick mit zwei zu eins gegen Pella Aster und andere."
    )
    assert check_roles(source, Document("Captain Pella Aster won.")) == []


@pytest.mark.parametrize(
    ("article", "summary", "wrong"),
    [
        ("Ferryman Olaf Brun sold the farm to the shopkeeper Ida Moll.", "Keeper Ida Moll bought it.", False),
        ("The smallholder Ida Moll, a homeowner since May, sued.", "Owner Ida Moll sued.", False),
        (
            "Nora Quist, whose mother was shot in the raid, sued.",
            "A victim's daughter, Nora Quist, sued.",
            False,
        ),
        ("Olaf Brun sold the farm to Ida Moll.", "Comedian Ida Moll bought it.", True),
    ],
)
def test_a_role_inside_a_longer_word_and_the_other_end_of_a_kinship_show_it(
    article: str, summary: str, wrong: bool
) -> None:
    found = [f for f in check_roles(Source(article), Document(summary)) if "nobody so" in f.reason]
    assert bool(found) == wrong


def test_who_heads_a_body_may_be_called_its_president() -> None:
    summary = Document("Jury president Pia Orth praised the film.")
    headed = Source("The jury, headed by the Danish actress Pia Orth, was of one mind. Sam Holt won.")
    assert not [finding for finding in check_roles(headed, summary) if finding.verdict == "unsupported"]
    assert [finding.verdict for finding in check_roles(Source("Pia Orth praised it."), summary)] == [
        "unsupported"
    ]
