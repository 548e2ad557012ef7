"""Names that a summary sets against themselves."""

import pytest

from bench.facts.people.names.itself import check_itself
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    "Harwick beat Tolm Rovers 2-1 in the Borough Cup on Saturday. Dunmore Shipping, which owns Harwick, said that it "
    'would sue Aster Lines. The match was played in Ostra, which is the capital of Vell. "Harwick Harwick," they sang.'
)


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("Harwick came from behind to beat Harwick.", "Harwick"),
        ("harwick won the borough cup with a late victory over harwick .", "harwick"),
        ("Dunmore Shipping has accused Dunmore Shipping of fraud.", "Dunmore Shipping"),
        ("The match was played in Vell's capital, Vell.", "Vell"),
        ("Aster Lines has rejected an offer from Aster Lines.", "Aster Lines"),
        ("Tolm Rovers and Tolm Rovers met in the Borough Cup.", "Tolm Rovers"),
        ("ostra ostra is the capital .", "ostra ostra"),
    ],
)
def test_a_name_set_against_itself_is_misattached(summary: str, name: str) -> None:
    [finding] = check_itself(SOURCE, Document(summary))
    assert (finding.kind, finding.verdict) == ("name", "misattached")
    assert summary[slice(finding.start, finding.end)] == name
    assert summary.rindex(name) == finding.start


@pytest.mark.parametrize(
    "summary",
    [
        "Harwick came from behind to beat Tolm Rovers.",
        "Tolm Rovers lost, and Harwick won. Harwick won against Tolm Rovers.",
        "Harwick's record against Harwick fans stands.",
        "Harwick, Tolm Rovers and Harwick again.",
        "Harwick beat Tolm Rovers, who had beaten Harwick.",
        "Ostra and Ostra Jr were there.",
        "Saturday and Saturday alone, Harwick is open from April to April.",
        "Harwick was sure that the cup belonged to Harwick.",
        "The Ostra office was moved to another street of Ostra.",
        "Harwick Harwick and Aster Lines were there.",
    ],
)
def test_names_that_are_only_told_twice_have_no_finding(summary: str) -> None:
    assert check_itself(SOURCE, Document(summary)) == []
