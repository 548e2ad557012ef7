"""Offices: who holds them in the article, and who in the summary."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG, Finding
from bench.text.document import Document

ARTICLE = """Foreign Secretary Laura Whitby will fly to Oslo on Tuesday, her office said.
Former prime minister Anton Beck warned against the visit. Acting governor Ines Ruud will be the host.
Rob Carlin, BlueRock's chief operating officer, declined to comment, and so did the company's chief executive, Jan Holt.
Governor-elect Tom Pell takes over in May. Carlin, who became chairman of Fenwick Mills in 2012, lives in Leeds.
The chief executive at the time, Anne Burrow, resigned in March."""

SOURCE = Source(ARTICLE)


def check(summary: str) -> list[Finding]:
    return check_roles(SOURCE, Document(summary))


@pytest.mark.parametrize(
    "summary",
    [
        "Foreign Secretary Laura Whitby flies to Oslo.",
        "Laura Whitby, the foreign secretary, flies to Oslo.",
        "Former prime minister Beck warned against it.",
        "Acting governor Ines Ruud is the host.",
        "BlueRock's chief operating officer, Rob Carlin, was silent.",
        "Jan Holt, CEO of BlueRock, was silent.",
        "Rob Carlin is chairman of Fenwick Mills.",
    ],
)
def test_an_office_in_any_place_and_spelling_is_supported(summary: str) -> None:
    assert {finding.verdict for finding in check(summary)} == {"supported"}


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Foreign Secretary Jan Holt flies to Oslo.", "article: Laura Whitby is Foreign Secretary"),
        (
            "Jan Holt, BlueRock's chief operating officer, was silent.",
            "article: Rob Carlin is chief operating officer",
        ),
        ("Prime Minister Anton Beck warned against it.", "article: former prime minister"),
        ("Governor Ines Ruud was silent.", "article: acting governor"),
        ("Anne Burrow, the current chief executive, resigned.", "article: former chief executive"),
    ],
)
def test_another_persons_office_and_a_lost_former_or_acting_are_misattached(
    summary: str, reason: str
) -> None:
    [finding] = check(summary)
    assert finding.verdict == "misattached"
    assert finding.reason == reason
    [span] = finding.evidence
    assert ARTICLE[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "summary",
    [
        "Laura Whitby, a mother of two, flies to Oslo.",
        "Laura Whitby's deputy stays at home.",
        "The foreign secretary's aide Jan Holt flies to Oslo.",
        "Spokesman Tom Pell was silent.",
        "Laura Whitby, her chief of staff Jan Holt and others fly.",
    ],
)
def test_what_the_article_does_not_contradict_is_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check(summary)} & WRONG


def test_an_article_contradicts_none_of_its_own_offices() -> None:
    assert not {finding.verdict for finding in check(ARTICLE)} & WRONG


@pytest.mark.parametrize(
    ("article", "summary"),
    [
        (
            "Nora Quist, who heads the port authority, spoke.",
            "Nora Quist, head of the port authority, spoke.",
        ),
        ("The president of Marsh Rovers, Nora Quist, spoke.", "Marsh Rovers president Nora Quist spoke."),
        ("His coach, the former Vale bowler Nora Quist, spoke.", "Coach Nora Quist spoke."),
        ("The losing coach, Professor Nora Quist, spoke.", "Nora Quist, the losing coach, spoke."),
        ("Nora Quist spoke. She has been acting treasurer since May.", "Acting treasurer Nora Quist spoke."),
        ("Nora Quist took over as finance director.", "Finance director Nora Quist spoke."),
        ("The club's manager is Nora Quist.", "Club manager Nora Quist spoke."),
        ("Rep. Nora Quist spoke.", "Representative Nora Quist spoke."),
        ("Nora Quist, 47, a retired dentist from Breda, spoke.", "The dentist Nora Quist spoke."),
        ("Nora Quist, chairman and chief executive of Fenwick, spoke.", "Chief executive Nora Quist spoke."),
    ],
)
def test_an_office_is_read_in_every_construction(article: str, summary: str) -> None:
    [finding] = check_roles(Source(article), Document(summary))
    assert finding.verdict == "supported"


CAST = Source(
    """Chief executive Ines Ruud resigned. The harbour's finance director, Jan Holt, takes over in June.
The meteorologist Una Berg expects rain. Police officer Tom Pell saw nothing. Rep. Anton Beck, a Republican, asked why.
Retired dentist Laura Whitby sold the painting to the auctioneer Willem Kade. Saltmere's coach, Glen Padmore, was pleased,
the Vale's coach, Sue Akers, was not. Rolf Dunn, the press secretary, and the singer Mia Kohl were there."""
)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Chief executive Jan Holt takes over.", "article: Ines Ruud is Chief executive"),
        ("Willem Kade, a dentist, sold it.", "article: Laura Whitby is dentist"),
        ("Tom Pell, the meteorologist, saw nothing.", "article: Una Berg is meteorologist"),
        ("Senator Anton Beck asked why.", "article: Anton Beck is Rep"),
        ("The Vale's coach, Glen Padmore, was pleased.", "article: Sue Akers is that coach"),
        ("The painting was sold by the singer Laura Whitby.", "article: Mia Kohl is singer"),
    ],
)
def test_an_office_that_clashes_with_the_persons_own_is_misattached(summary: str, reason: str) -> None:
    [finding] = check_roles(CAST, Document(summary))
    assert (finding.verdict, finding.reason) == ("misattached", reason)


@pytest.mark.parametrize(
    "summary",
    [
        "The forecaster Una Berg expects rain.",
        "Lawmaker Anton Beck asked why.",
        "The official Tom Pell saw nothing.",
        "The expert Laura Whitby sold a painting.",
        "Saltmere manager Glen Padmore was pleased.",
        "Spokesman Rolf Dunn was there.",
        "Mother of two Una Berg expects rain.",
        "Former mayor Jan Holt takes over.",
        "The audience of dentists heard Jan Holt.",
        "The chief executive's successor, Jan Holt, takes over.",
    ],
)
def test_a_vaguer_or_a_kindred_word_for_somebody_is_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check_roles(CAST, Document(summary))} & WRONG


REGION = Source(
    """Orla Brand, who chaired the harbour committee until last month, sat at the back.
Agriculture Minister Tom Reed and Schools Minister Ines Falk lost their posts.
President Marko Stahl met the envoy. Arland's president, Vera Kolm, stayed away.
Greta Holt took over as chief executive from Lars Quist in May.
Envoy Hanna Foss spoke of binoculars. Her predecessor, Malcolm Orr, gave up in 2022.
Police officer Sam Hadley closed the road. Meteorologist Lena Wik promised milder air.
Coach Rolf Eck was calm. Full-back Nils Dorn limped."""
)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Orla Brand, who now chairs the harbour committee, sat at the back.", "article: former chairman"),
        (
            "Ines Falk, the agriculture minister, lost her post.",
            "article: Tom Reed is Agriculture Minister",
        ),
        ("Arland's president, Marko Stahl, stayed away.", "article: Vera Kolm is president"),
        ("Chief executive Lars Quist spoke.", "article: former chief executive"),
        ("The envoy, Malcolm Orr, spoke of binoculars.", "article: Hanna Foss is Envoy"),
    ],
)
def test_offices_of_predecessors_other_bodies_and_other_kinds_are_misattached(
    summary: str, reason: str
) -> None:
    [finding] = [f for f in check_roles(REGION, Document(summary)) if f.verdict in WRONG]
    assert (finding.verdict, finding.reason) == ("misattached", reason)


@pytest.mark.parametrize(
    "summary",
    [
        "Orla Brand, who once chaired the harbour committee, sat at the back.",
        "Schools minister Ines Falk lost her post.",
        "President Marko Stahl met Vera Kolm, the president of Arland.",
        "The former chief executive, Lars Quist, spoke.",
        "Malcolm Orr, a former envoy, gave up.",
        "Forecaster Lena Wik promised milder air.",
        "Rolf Eck, once a defender, was calm.",
    ],
)
def test_offices_told_as_the_article_does_are_no_error(summary: str) -> None:
    assert not {finding.verdict for finding in check_roles(REGION, Document(summary))} & WRONG


TALKS = Source(
    """Denmark's foreign minister, Karla Bruun, met Egyptian president Samir Adly on Monday.
The chair of the museum's trustees, Emma Hart, once was an envoy.
Colonel Abdou Diarra, his deputy, will be minister of defence. Prosecutor Ines Okoye asked for ten years. Petra Dahl, Moravec's successor as governor,
takes office in May; economist Dahl, 47, was silent. Ilya Moravec, the governor, was not.
Lou Hart, whose father, Kento, is an architect, was not."""
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Karla Bruun, the Danish foreign minister, was there.", ""),
        ("Norwegian foreign minister Karla Bruun was there.", "article: Denmark foreign minister"),
        ("Samir Adly, Egypt's prime minister, was there.", "article: Samir Adly is president"),
        ("Lou Hart, who chairs the museum's trustees, was there.", "article: Emma Hart is chair"),
        ("Emma Hart chairs the museum's trustees.", ""),
        ("Abdou Diarra will be defence minister.", ""),
        ("Samir Adly will be minister of defence.", "article: Abdou Diarra is minister"),
        ("Defence counsel Ines Okoye asked for ten years.", "article: Ines Okoye is Prosecutor"),
        ("Petra Dahl will become governor.", ""),
        ("Emma Hart, formerly an envoy, heads the trustees.", ""),
    ],
)
def test_nations_and_offices_to_come_or_gone_are_read(summary: str, wrong: str) -> None:
    found = check_roles(TALKS, Document(summary))
    assert [finding.reason for finding in found if finding.verdict == "misattached"] == [wrong] * bool(wrong)


CLUB = Source(
    """Club quits league as Holt wins the vote

Councillor Ida Roos, who chairs the harbour committee, spoke first. Her colleague Sam Holt disagreed.
The post goes to envoy Jan Beck, the mayor told reporters. Karl Moss, a friend of Roos, praised the winner."""
)


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("The harbour committee is chaired by Ida Roos.", ["supported"]),
        ("The harbour committee is headed by Sam Holt.", ["misattached"]),
        ("Jan Beck, the mayor, spoke.", []),
        ("Karl Moss, the winner, spoke.", []),
    ],
)
def test_passives_tell_offices_and_clauses_do_not(summary: str, expected: list[str]) -> None:
    found = [finding.verdict for finding in check_roles(CLUB, Document(summary))]
    assert [verdict for verdict in found if verdict in ("supported", "misattached")] == expected


@pytest.mark.parametrize(
    "article",
    [
        "Ellmouth 's treasurer , Jan Holt , met Rob Carlin , a surveyor , on Monday .",
        "Jan Holt , Ellmouth 's treasurer , met a surveyor named Rob Carlin on Monday .",
    ],
)
def test_offices_are_read_in_tokenised_text_too(article: str) -> None:
    source = Source(article)

    def verdicts(summary: str) -> list[str]:
        return [finding.verdict for finding in check_roles(source, Document(summary))]

    assert verdicts("Jan Holt, the treasurer of Ellmouth, met the surveyor Rob Carlin.") == ["supported"] * 2
    assert "misattached" in verdicts("Rob Carlin, the treasurer of Ellmouth, met somebody.")


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Jan Holt becomes the chairwoman of the yard.", True),
        ("Greta Lund, chairwoman of the yard, said so.", False),
        ("Jan Holt, a grower of bulbs, was there.", True),
    ],
)
def test_offices_behind_a_relative_clause_and_of_plural_things_are_read(summary: str, wrong: bool) -> None:
    source = Source(
        "Greta Lund, who has run the Ellmouth yard since 2016, becomes its chairwoman. Jan Holt, a plumber, and the "
        "bulb grower Rob Carlin were there."
    )
    found = check_roles(source, Document(summary))
    assert any(finding.verdict == "misattached" for finding in found) == wrong


IN_TURN = Source(
    "Olga Reve, a retired judge who leads the observers of the League, praised the count. Ida Moll, head of the electoral "
    "commission, read it out. Tom Ild, who until now chaired the planning committee, becomes mayor. The museum has a new "
    "director: Nora Quist. The present director, Piet Falk, leaves in May. Miles Brack was elected vice-chair in succession "
    "to Pia Lund. The rector, Jon Odell, a painter, gave everybody a day off. Ana Ruud, the farmer, opened the first shop. "
    "The poet Leif Strand follows Dora Haines, who stood down as chair of the fund."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Olga Reve, who leads the League's observers, praised the count.", False),
        ("Ida Moll, who leads the observers of the League, read it out.", True),
        ("Piet Falk, who chaired the planning committee, leaves in May.", True),
        ("Tom Ild, the former head of the planning committee, becomes mayor.", False),
        ("The incoming director, Nora Quist, is young.", False),
        ("Pia Lund is the new vice-chair.", True),
        ("Miles Brack, the new vice-chair, spoke.", False),
        ("Jon Odell, head of the school, gave a day off.", False),
        ("Ana Ruud, who founded the chain, is a farmer.", False),
        ("Dora Haines will succeed Leif Strand.", True),
        ("Leif Strand succeeds Dora Haines.", False),
    ],
)
def test_who_leads_is_to_come_or_came_before_is_read_in_any_clause(summary: str, wrong: bool) -> None:
    assert bool({f.verdict for f in check_roles(IN_TURN, Document(summary))} & WRONG) == wrong
