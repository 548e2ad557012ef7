"""By whom something was done: the article's doer, and another."""

import pytest

from bench.facts.people.roles.check import check_roles
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

SOURCE = Source(
    "Cllr Tranter's proposal to name the new footbridge after the late Cllr Hobday was seconded by Cllr Dunkley and carried "
    "by four votes to one. On Tuesday the old window was broken by Ida Moll, and the church door was mended by Jon Odell. "
    "Nora Quist painted the harbour wall."
)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("The proposal for the footbridge was seconded by Tranter and carried.", "article: by Dunkley"),
        ("The church door was mended by Ida Moll on a wet morning.", "article: by Jon Odell"),
        ("The wall of the harbour was painted by Jon Odell.", "article: by Nora Quist"),
    ],
)
def test_what_the_article_has_done_by_somebody_else_is_misattached(summary: str, reason: str) -> None:
    assert reason in [f.reason for f in check_roles(SOURCE, Document(summary)) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "summary",
    [
        "The proposal for the footbridge was seconded by Dunkley and carried.",
        "The church door was mended by Odell.",
        "The inn was painted by Jon Odell in May.",
        "Ida Moll was seen by Jon Odell on the footbridge.",
    ],
)
def test_other_things_and_other_deeds_may_be_done_by_anybody(summary: str) -> None:
    assert not {f.verdict for f in check_roles(SOURCE, Document(summary))} & WRONG
