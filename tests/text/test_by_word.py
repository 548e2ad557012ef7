"""Answers kept for words."""

from bench.text.by_word import ByWord, by_word


def test_a_word_is_asked_about_once() -> None:
    asked: list[str] = []
    size = by_word(lambda word: asked.append(word) or len(word))
    assert [size("three"), size("two"), size("three")] == [5, 3, 5]
    assert asked == ["three", "two"]


def test_no_more_words_are_kept_than_the_limit() -> None:
    kept = ByWord(str.upper, limit=3)
    assert [kept[word] for word in "abcdeab"] == list("ABCDEAB")
    assert len(kept) <= 3
