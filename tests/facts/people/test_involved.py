"""Who had a part in a study, and who had none."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "The study's lead author, Ama Serwah, was pleased. Co-author Mark Elling was careful. "
    '"It was small," said Irene Koval, a statistician in Lund who was not involved in the work. '
    "Paul Dunn, who heads a rival institute and was not part of the team, agreed. Nora Beck read it."
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Mark Elling, one of the study's authors, was careful.", False),
        ("Irene Koval, who was not involved in the study, called it small.", False),
        ("Irene Koval, a co-author of the study, called it small.", True),
        ("Paul Dunn, one of the study's authors, agreed.", True),
        ("Mark Elling, an independent reviewer of the paper, was careful.", True),
        ("Nora Beck, one of the authors, read it.", False),
    ],
)
def test_an_outsider_told_as_an_author_is_misattached(summary: str, wrong: bool) -> None:
    found = [f.verdict for f in check_roles(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert found == ["misattached"] * wrong
