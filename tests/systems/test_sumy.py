"""sumy's methods, offline: our sentences and words stand in for those it would download."""

import pytest

from bench.corpus import open_corpus
from bench.records import Article, Item
from bench.system import prepare_system
from tests.conftest import TINY

pytest.importorskip("sumy", reason="sumy is not installed (extra sumy)")

METHODS = ("edmundson", "kl", "lexrank", "lsa", "luhn", "reduction", "sumbasic", "textrank")


@pytest.mark.parametrize("method", METHODS)
def test_each_method_picks_whole_sentences_within_the_budget(method: str) -> None:
    item = open_corpus(str(TINY)).load("harbour-strike")
    system = prepare_system(f"sumy(method={method})", words=40, corpus_words=None, seed=0)
    output = system.produce(item)
    assert output.status == "ok", output.error
    assert len(output.text.split()) <= 40
    assert output.text.endswith((".", "”"))
    assert system.produce(item).text == output.text


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("text", ["", " \n", "...", "One.", "Привет, мир. Ещё одно предложение здесь."])
def test_texts_that_give_a_method_nothing_to_rank_do_not_break_it(method: str, text: str) -> None:
    system = prepare_system(f"sumy(method={method})", words=40, corpus_words=None, seed=0)
    output = system.produce(Item(Article("a", "", text, "ru"), text))
    assert output.status in ("ok", "empty"), output.error


def test_an_unknown_method_is_named_with_those_there_are() -> None:
    system = prepare_system("sumy(method=magic)", words=40, corpus_words=None, seed=0)
    assert "no method 'magic'; it has edmundson, kl" in system.produce(Item(Article("a", "", "x"), "x")).error
