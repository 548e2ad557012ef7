"""How far the wording of a summary is found in the article: the inputs of the overall score.

Nothing here judges a fact. Counted are words that the article does not have, and pairs of words that it does
not have together; docs/method.md says what they are worth.
"""

from functools import cache
from importlib.resources import files
from math import fsum, sqrt
from typing import NamedTuple

from bench.text.computed import computed
from bench.text.document import Document
from bench.text.fragments import ArticleWords
from bench.text.porter import stem
from bench.text.tokens import word_runs

# Two content words this close in the article may be said of one another.
_REACH = 4


@cache
def function_words() -> frozenset[str]:
    """Return words that carry no content of their own."""
    text = (files("bench.facts") / "data" / "function_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def stems(lowered: str) -> list[str]:
    """Return the stems of all words and numbers of a lower-case text."""
    return list(map(stem, word_runs(lowered)))


class Grounds:
    """How an article is worded, each part computed when first asked for."""

    def __init__(self, document: Document):
        """Hold the article."""
        self._document = document

    @computed
    def _words(self) -> list[str]:
        return word_runs(self._document.lower)

    @computed
    def _stems(self) -> list[str]:
        return list(map(stem, self._words))

    @computed
    def words(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(map(stem, self._different))

    @computed
    def _different(self) -> frozenset[str]:
        return frozenset(self._words)

    def has(self, stemmed: str) -> bool:
        """Whether some word has this stem.

        A stem begins with the first letter of its word: asked of a few stems, few words need be stemmed.
        """
        first = stemmed[:1]
        found = self._stems_from.get(first)
        if found is None:
            words = (word for word in self._different if word.startswith(first))
            found = self._stems_from[first] = frozenset(map(stem, words))
        return stemmed in found

    @computed
    def _stems_from(self) -> dict[str, frozenset[str]]:
        """The stems of the words from one letter on, for the letters asked about so far."""
        return {}

    @computed
    def laid_out(self) -> ArticleWords:
        """The stems in order, one character for each."""
        return ArticleWords(self._stems)

    @computed
    def content(self) -> str:
        """The words that carry content in order, one character of `laid_out` for each stem."""
        small, pairs = function_words(), zip(self._words, self._stems, strict=True)
        return self.laid_out.characters([stemmed for word, stemmed in pairs if word not in small])

    def near(self, first: str, second: str) -> bool:
        """Whether content word `second` stands a few behind `first`, each given as its character."""
        content = self.content
        at = content.find(first)
        while at >= 0:
            if second in content[at + 1 : at + 1 + _REACH]:
                return True
            at = content.find(first, at + 1)
        return False


class Support(NamedTuple):
    """How much of a summary's wording the article does not have; 0 is best, every field grows with doubt.

    `loose_pairs` is the root of the share of pairs of content words, in the worst sentence, that do not stand
    near one another in the article: the step from none to a few tells most. `new_words` is the share of
    content words that the article does not have, the mean over sentences.
    """

    loose_pairs: float
    new_words: float


def support(grounds: Grounds, summary: Document) -> Support:
    """Return what of `summary`'s wording is not in the article."""
    small = function_words()
    sentences = [word_runs(summary.lower[start:end]) for start, end in summary.sentences]
    content = [[stem(word) for word in sentence if word not in small] for sentence in sentences]
    told = [sentence for sentence in content if sentence]
    return Support(
        loose_pairs=sqrt(max((_loose(sentence, grounds) for sentence in told), default=0.0)),
        new_words=fsum(_new(sentence, grounds) for sentence in told) / max(1, len(told)),
    )


def _loose(sentence: list[str], grounds: Grounds) -> float:
    """Return the share of pairs of content words, up to three apart, that the article does not have near."""
    content = grounds.laid_out.characters(sentence)
    pairs = [pair for step in (1, 2, 3) for pair in zip(content, content[step:], strict=False)]
    return sum(not grounds.near(*pair) for pair in pairs) / len(pairs) if pairs else 0.0


def _new(sentence: list[str], grounds: Grounds) -> float:
    """Return the share of content words that the article does not have in any form."""
    return sum(word not in grounds.words for word in sentence) / len(sentence)
