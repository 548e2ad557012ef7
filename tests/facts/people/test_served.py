"""Bodies that people act for, who came before whom, and offices that are over."""

import pytest

from bench.facts.people.check import check_people
from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.text.document import Document

CUP = Source(
    "Northport 2 Valdoro 1\n\nNorthport are in the final. Valdoro's coach, Jan Holt, blamed the referee on Friday. "
    "Northport's president, Dona Rita Sol, praised the crowd. Ines Ruud of Barotek, a broker, sold her shares. "
    "Per Dahl, who writes on oil for Meridian Capital, kept his. Anton Beck, a councillor for the Harbour Party, slept."
)
TOWN = Source(
    "Sven Arlt, who was mayor of Ulvik until last summer, denied it. His successor, Una Berg, said that she would "
    "look into it. Per Holm, his predecessor and friend, said nothing. Mira Kohl has been acting head of the water "
    "board since May, when Tove Lind, now an adviser at the ministry, gave up the post. Nils Berg, the head teacher, "
    "who is no relation, was in the hall. Rolf Amsel, who directs the town's health department, has resigned as "
    "chair of the club. Ida Stroud quit as treasurer on Monday."
)


def wrong(source: Source, text: str) -> list[str]:
    document = Document(text)
    found = [*check_roles(source, document), *check_people(source, document)]
    return [f.reason for f in found if f.verdict in ("misattached", "unsupported")]


@pytest.mark.parametrize(
    "summary",
    [
        "Northport coach Jan Holt blamed the referee.",
        "Rita Sol, president of Valdoro, praised the crowd.",
        "Ines Ruud, an analyst at Meridian Capital, sold her shares.",
    ],
)
def test_a_body_that_is_anothers_is_misattached(summary: str) -> None:
    assert len(wrong(CUP, summary)) == 1


@pytest.mark.parametrize(
    "summary",
    [
        "Valdoro coach Jan Holt blamed the referee.",
        "Jan Holt, the coach of Valdoro, blamed the referee.",
        "Rita Sol, Northport's president, praised the crowd.",
        "Per Dahl of Meridian Capital kept his shares.",
        "Anton Beck, of the Harbour Party, slept.",
    ],
)
def test_the_body_that_the_article_tells_is_right(summary: str) -> None:
    assert not wrong(CUP, summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Mayor Sven Arlt denied it.",
        "Per Holm, who succeeded Sven Arlt as mayor, said nothing.",
        "Tove Lind, the head of the water board, is at the ministry.",
        "Una Berg and her father, head teacher Nils Berg, were in the hall.",
        "Mira Kohl, the head of the town's health department, said nothing.",
    ],
)
def test_an_office_that_is_over_or_anothers_is_misattached(summary: str) -> None:
    assert wrong(TOWN, summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Sven Arlt, the former mayor, denied it; Una Berg, now mayor, will look into it.",
        "Health chief Rolf Amsel is leaving the club.",
        "Treasurer Ida Stroud has resigned.",
        "Ida Stroud, the former treasurer, quit on Monday.",
        "Acting head Mira Kohl runs the water board.",
    ],
)
def test_who_leads_by_any_word_and_who_leaves_today_is_called_so(summary: str) -> None:
    assert not wrong(TOWN, summary)
