"""The overall score: between 0 and 1, high for what the article says, lower with every doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.facts.ledger import ledger
from bench.facts.score import features, model, score
from bench.facts.source import Source
from bench.facts.support import Grounds, support
from bench.records import Finding, Kind
from bench.text.document import Document

ARTICLE = (
    "Some 4,200 dockers walked out on Monday, union leader Marta Oliveira said. The port of Lisbon lost "
    "three million euros in two days. Talks with the owners begin on Thursday in the town hall."
)
SOURCE = Source(ARTICLE)
COPY = "The port of Lisbon lost three million euros in two days."
REWORDED = "Two days cost the Lisbon port three million euros."
FOREIGN = "Volcanic ash grounded hundreds of aircraft across Iceland and Norway."


def scored(summary: str, *findings: Finding) -> float:
    return score(SOURCE, Document(summary), findings)


def wrong(kind: Kind, claim: str) -> Finding:
    return Finding(kind, claim, "unsupported", 0, 1)


def test_an_empty_summary_scores_one() -> None:
    assert scored("") == scored(" \n ") == 1.0


def test_a_copy_scores_above_a_rewording_and_a_foreign_text_below_both() -> None:
    assert scored(COPY) > scored(REWORDED) > scored(FOREIGN)


@pytest.mark.parametrize("kind", ["number", "date", "person", "role", "speaker", "name"])
def test_every_wrong_claim_lowers_the_score(kind: Kind) -> None:
    one, two = wrong(kind, "a"), wrong(kind, "b")
    assert scored(COPY) > scored(COPY, one) > scored(COPY, one, two)


def test_a_claim_made_twice_counts_once() -> None:
    assert scored(COPY, wrong("number", "a"), wrong("number", "a")) == scored(COPY, wrong("number", "a"))


def test_suspects_are_shown_and_never_scored() -> None:
    assert scored(COPY, Finding("number", "a", "suspect", 0, 1)) == scored(COPY)


def test_every_weight_is_a_doubt_and_every_input_has_one() -> None:
    weights = model()
    assert weights["intercept"] > 0
    assert all(weight <= 0 for name, weight in weights.items() if name != "intercept")
    assert weights.keys() - {"intercept"} == features(SOURCE, Document(COPY), ()).keys()
    assert weights["wrong_numbers"] < -0.5
    assert weights["wrong_people"] < -0.5


def test_a_verbatim_sentence_has_full_support() -> None:
    found = support(Grounds(Document(ARTICLE)), Document(COPY))
    assert found == (0.0, 0.0)


def test_the_worst_sentence_speaks_for_the_loose_pairs() -> None:
    grounds = Grounds(Document(ARTICLE))
    worst = support(grounds, Document(f"{COPY} Dockers begin talks in three million towns."))
    assert (
        worst.loose_pairs
        == support(grounds, Document("Dockers begin talks in three million towns.")).loose_pairs
    )
    assert worst.loose_pairs > 0


def test_new_words_are_the_mean_share_over_sentences() -> None:
    grounds = Grounds(Document(ARTICLE))
    found = support(grounds, Document(f"{COPY} Three volcanoes erupted near Lisbon."))
    assert found.new_words == pytest.approx((0 + 2 / 4) / 2)


def test_the_ledger_carries_findings_and_score() -> None:
    found = ledger(SOURCE, Document("Some 9,900 dockers walked out on Monday."))
    assert not found.consistent
    assert found.score == score(SOURCE, Document("Some 9,900 dockers walked out on Monday."), found.findings)


WORDS = st.sampled_from([*ARTICLE.split(), *FOREIGN.split(), "\n", ".", "Été", "\u0130", "5"])


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_the_score_lies_between_0_and_1(summary: str) -> None:
    assert 0 <= scored(summary) <= 1
