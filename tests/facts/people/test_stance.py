"""Confirmed or denied, backed or opposed: the stand somebody takes in the article, and in the summary."""

import pytest

from bench.facts.people.said.check import check_speakers
from bench.facts.source import Source
from bench.text.document import Document

SOURCE = Source(
    """Transport minister Lars Eklund denied that the ministry had paid for the ferry.
Harbour master Ida Brandt confirmed that the ferry had leaked for weeks.
The treasurer, Otto Pell, who denies two counts of theft, was silent.
His clerk, Ruth Maas, pleaded guilty to forgery. Mayor Ulla Berg backed the new bridge. Carl Noor opposed it.
Jan Holt did not deny the rumours. Nina Falk denied a loan but admitted a gift."""
)


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ("Lars Eklund denied that the ministry paid for the ferry.", ""),
        ("Lars Eklund confirmed that the ministry had paid for the ferry.", "Lars Eklund denied this"),
        ("Lars Eklund did not confirm that the ministry had paid for the ferry.", ""),
        ("Ida Brandt denied that the ferry had leaked.", "Ida Brandt confirmed this"),
        ("Otto Pell has admitted theft.", "Otto Pell denies this"),
        ("Otto Pell pleaded not guilty to theft.", ""),
        ("Ruth Maas denied forgery.", "Ruth Maas pleaded guilty to this"),
        ("Ulla Berg opposed the new bridge.", "Ulla Berg backed this"),
        ("Jan Holt confirmed the rumours.", ""),
        ("Nina Falk admitted a gift.", ""),
        ("Nina Falk confirmed a loan.", "Nina Falk denied this"),
    ],
)
def test_a_denial_told_as_a_confirmation_is_misattached(summary: str, wrong: str) -> None:
    found = [f.reason for f in check_speakers(SOURCE, Document(summary)) if f.verdict == "misattached"]
    assert found == [f"article: {wrong}"] * bool(wrong)
