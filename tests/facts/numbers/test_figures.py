"""Leaving figures out of the comparison changes nothing: here each is compared with each."""

import tomllib
from itertools import cycle, product
from pathlib import Path

from bench.facts.numbers.context import Scene
from bench.facts.numbers.figures import comparable, sizes_that_meet
from bench.facts.numbers.match.support import NO_HEADS, Heads, alike, compare
from bench.facts.quantities.reading import read_quantities
from bench.facts.tape import Tape
from bench.text.document import Document

WORDINGS = tomllib.loads((Path(__file__).parents[2] / "data" / "wordings.toml").read_text("utf-8"))
SPELT = (
    "12", "29", "30", "1,990", "a dozen", "1.1 million", "5.68m", "in 1690", "2014", "2010-14", "the 1990s",
    "the 12th", "the 14th day", "the 14th", "3 per cent", "two percentage points", "a third", "3 in 10", "12-3",
    "$12", "12 pounds", "1,200 dollars", "40 cents", "12 kg", "5.44 kg", "26 lb", "5.68 metres", "16 feet",
    "14 days", "two weeks", "at 9.30", "at 2:48", "two hours and 48 minutes", "noon", "14 years", "aged 14",
    "a 14-year-old", "in his 30s", "12 March", "12 March 2014", "in March", "Monday", "last summer", "Route 12",
    "Windows 1690", "Sula Pearl 12", "-12C", "54F", "dozens", "12 to 30", "3-12", "14 months", "one", "half of",
)  # fmt: skip
BOUNDS = ("", "about ", "more than ", "fewer than ", "nearly ", "at least ", "at most ")
NOUNS = ("", " people", " days", " points", " goals", "", " years", " seats", " seasons")


def scene_of(text: str) -> Scene:
    tape = Tape(Document(text))
    return Scene(tape, read_quantities(tape))


def hold_apart(article: Scene, summary: Scene) -> None:
    """Assert of each pair that is never compared that it is no match and, where left out, no rival."""
    for claim in summary.quantities:
        figures = {figure.fact.first: figure for figure in comparable(article, claim.kind, claim.unit)}
        sizes = sizes_that_meet(claim)
        for fact in article.quantities:
            figure = figures.get(fact.first)
            left_out = figure is None
            low, high = sizes.bounds if figure is not None and figure.bound else sizes.plain
            if figure is None or figure.size < low or figure.size > high:
                heads = Heads(summary.head(claim), article.head(fact))
                assert compare(claim, fact, heads).fit == 0, (claim, fact)
                if alike(claim, fact):
                    assert not left_out, (claim, fact)
                    assert compare(fact, claim, NO_HEADS).fit == 0, (claim, fact)


def test_figures_that_are_not_compared_have_nothing_to_do_with_a_claim() -> None:
    figures = zip(product(SPELT, BOUNDS), cycle(NOUNS), strict=False)
    every = scene_of("\n".join(f"She told {bound}{spelt}{noun}." for (spelt, bound), noun in figures))
    assert len({figure.kind for figure in every.quantities}) == 17
    hold_apart(every, every)


def test_the_same_of_articles_against_one_another() -> None:
    scenes = [scene_of(article) for article in WORDINGS["articles"].values()]
    for article, summary in product(scenes, repeat=2):
        hold_apart(article, summary)
