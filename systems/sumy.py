"""The classical methods of sumy (LSA, Luhn, KL, SumBasic, Edmundson, …) with our sentences and words."""

import warnings
from functools import cache
from typing import Any

from bench.errors import UsageError
from bench.records import Article
from bench.text.sentences import sentences
from bench.text.tokens import clip, count_words
from bench.text.tokens import words as words_of

NEEDS = ("sumy",)
EXTRA = "sumy"

METHODS = {
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
}
_LANGUAGES = {
    "cs": "czech", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian",
    "pt": "portuguese", "sk": "slovak", "uk": "ukrainian",
}  # fmt: skip
_MOST_SENTENCES = 150
"""KL and LSA grow faster than the square of the sentences; news has some thirty."""


def summarize(article: Article, *, method: str = "lsa", words: int = 60) -> str:
    """Return the sentences that the method ranks highest, as many as the budget holds, in their order."""
    if method not in METHODS:
        raise UsageError(f"sumy has no method {method!r}; it has {', '.join(METHODS)}")
    document, every = _document(article)
    if not every:
        return ""
    summarizer = _summarizer(method, article)
    chosen: list[str] = []
    for count in range(1, len(every) + 1):
        with warnings.catch_warnings(action="ignore"):  # of numpy's, on texts of one word
            picked = [sentence._text for sentence in summarizer(document, count)]
        if count_words(" ".join(picked)) > words:
            break
        chosen = picked
    return " ".join(chosen) or clip(every, words)


class _Tokenizer:
    """Our own sentences and words where sumy would download some."""

    def __init__(self, language: str):
        self.language = language

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return sentences(text, self.language)

    def to_words(self, text: str) -> list[str]:
        return words_of(text)


def _document(article: Article) -> tuple[Any, tuple[str, ...]]:
    """Return the article as sumy holds one, and its sentences."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokenizer = _Tokenizer(article.language)
    every = sentences(article.text, article.language)[:_MOST_SENTENCES]
    kept = [Sentence(sentence, tokenizer) for sentence in every if words_of(sentence)]
    return ObjectDocumentModel([Paragraph(kept)]), tuple(sentence._text for sentence in kept)


def _summarizer(method: str, article: Article) -> Any:
    """Return a method made ready for one article's language."""
    made, stop_words = _made(method, article.language)
    if method == "edmundson":
        # Edmundson (1969): words of the title are cue words; the function words are his null dictionary.
        title = [made.stem_word(word) for word in words_of(article.title)]
        cues = [word for word in title if word not in stop_words]
        made.bonus_words = cues or ["said"]
        made.stigma_words = ("hardly", "impossible")
        made.null_words = stop_words or ("the",)
    else:
        made.stop_words = stop_words
    return made


@cache
def _made(method: str, language: str) -> tuple[Any, frozenset[str]]:
    """Return a summarizer and the stop words of a language; of another one than sumy knows, none."""
    import importlib

    from sumy.nlp.stemmers import Stemmer, null_stemmer
    from sumy.utils import get_stop_words

    module, name = METHODS[method]
    made = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)
    known = _LANGUAGES.get(language)
    stemmer = Stemmer(known) if known else null_stemmer
    return made(stemmer), frozenset(get_stop_words(known)) if known else frozenset()
