"""Fragments against the procedure of figure 3 in Grusky, Naaman and Artzi (NAACL 2018), written out."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bench.text.fragments import ArticleWords, Fragment, coverage, density, fragments, novel_bigrams

WORDS = st.lists(st.sampled_from("abcd"), max_size=25)


def written_out(article: Sequence[str], summary: Sequence[str]) -> list[Fragment]:
    """The paper's double loop: after a match, the search goes on behind it."""
    found: list[Fragment] = []
    i = 0
    while i < len(summary):
        best = Fragment(i, 0, 0)
        j = 0
        while j < len(article):
            k = 0
            while i + k < len(summary) and j + k < len(article) and summary[i + k] == article[j + k]:
                k += 1
            if k > best.length:
                best = Fragment(i, j, k)
            j += max(k, 1)
        if best.length:
            found.append(best)
        i += max(best.length, 1)
    return found


@given(WORDS, WORDS)
@example(list("ababababc"), list("ababc"))  # the longest match overlaps an earlier one and is jumped over
@example(list("aab"), list("ab"))
@example([], list("ab"))
@example(list("ab"), [])
def test_the_fragments_are_those_of_the_papers_procedure(article: list[str], summary: list[str]) -> None:
    assert fragments(ArticleWords(article), summary) == written_out(article, summary)


@given(WORDS, WORDS)
@example(list("ab"), list("ba"))
@example(list("abcab"), list("xabb"))
def test_novel_bigrams_are_those_nowhere_in_the_article(article: list[str], summary: list[str]) -> None:
    words = ArticleWords(article)
    bigrams = list(pairwise(summary))
    novel = sum(bigram not in set(pairwise(article)) for bigram in bigrams)
    expected = novel / len(bigrams) if bigrams else None
    assert novel_bigrams(words, summary, fragments(words, summary)) == expected


ARTICLE = "the strike of the crane drivers began on monday and ended on friday".split()


@pytest.mark.parametrize(
    ("summary", "lengths", "expected_coverage", "expected_density"),
    [
        ("the crane drivers began on friday", [5, 1], 1.0, 26 / 6),
        ("drivers ended a strike", [1, 1, 1], 0.75, 0.75),
        ("nothing in common", [], 0.0, 0.0),
        (" ".join(ARTICLE), [13], 1.0, 13.0),
    ],
)
def test_coverage_and_density_follow_from_the_fragments(
    summary: str, lengths: list[int], expected_coverage: float, expected_density: float
) -> None:
    words = summary.split()
    found = fragments(ArticleWords(ARTICLE), words)
    assert [fragment.length for fragment in found] == lengths
    assert coverage(found, len(words)) == expected_coverage
    assert density(found, len(words)) == expected_density


def test_an_article_with_more_different_words_than_characters_is_an_error() -> None:
    with pytest.raises(ValueError, match="a million different words"):
        ArticleWords(range(1_000_001))  # type: ignore[arg-type]
