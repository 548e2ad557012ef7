"""What metrics are handed: an article with its references, and one summary, each read once."""

import copy
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from bench.metrics.char_grams import CharacterGrams
from bench.metrics.rouge_fast import Tokens, prepare
from bench.records import Item, Reference
from bench.text.computed import computed
from bench.text.fragments import ArticleWords
from bench.text.sentences import sentences
from bench.text.tokens import count_words, words

if TYPE_CHECKING:
    from bench.facts.keys import KeyFact
    from bench.facts.source import Source
    from bench.text.document import Document


class Text:
    """A text and what several metrics need of it, each part computed when first asked for."""

    def __init__(self, raw: str, language: str = "en"):
        """Hold `raw`; nothing is computed yet."""
        self.raw, self.language = raw, language

    @computed
    def document(self) -> "Document":
        """The text repaired and cut into sentences, for the fact checks."""
        from bench.text.document import Document

        return Document(self.raw, self.language)

    @computed
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the text as it stands."""
        return sentences(self.raw, self.language)

    @computed
    def rouge(self) -> Tokens:
        """Stemmed ROUGE tokens, by sentence."""
        return prepare(self.sentences)

    @computed
    def character_grams(self) -> CharacterGrams:
        """Character n-grams, for chrF against this text as the reference."""
        return CharacterGrams(self.raw)

    @computed
    def size(self) -> int:
        """How many words the text has, as the length budget counts them."""
        return count_words(self.raw)

    @computed
    def words(self) -> list[str]:
        """Lower-cased words, for overlap with the article."""
        return words(self.raw)


class Case:
    """One article with everything that metrics share over all the systems that summarised it."""

    def __init__(self, item: Item):
        """Hold `item`; nothing is computed yet."""
        self.item = item
        self._keys: dict[str | None, tuple[KeyFact, ...] | None] = {}
        self.answers: dict[Hashable, Any] = {}
        """What a model said of a piece of the article and a claim: many summaries make the same one."""

    @computed
    def article(self) -> Text:
        """The article's body."""
        return Text(self.item.article.text, self.item.article.language)

    @computed
    def article_words(self) -> ArticleWords:
        """The article's words, laid out for finding what a summary copies."""
        return ArticleWords(self.article.words)

    @computed
    def source(self) -> "Source":
        """The article as evidence for the fact checks, headline included."""
        # The checks take as long to import as some hundred pairs take to score by ROUGE alone.
        from bench.facts.source import Source

        return Source(self.item.evidence, self.item.article.language)

    def keys_but(self, left_out: Reference | None) -> tuple["KeyFact", ...] | None:
        """Return the key facts; where references tell them, `left_out` has no say. Computed once for each."""
        from bench.facts.keys import key_facts

        author = left_out.author if left_out else None
        if author not in self._keys:
            self._keys[author] = key_facts(self.item, self.source, left_out)
        return self._keys[author]

    @computed
    def references(self) -> tuple[Text, ...]:
        """The references, in order of author."""
        return tuple(Text(r.text, self.item.article.language) for r in self.item.references)

    def references_but(self, left_out: Reference | None) -> tuple[Text, ...]:
        """Return the references without `left_out`."""
        pairs = zip(self.item.references, self.references, strict=True)
        return tuple(text for reference, text in pairs if reference is not left_out)


class Candidate(Text):
    """A summary to be measured; `left_out` is the reference it was taken from, if it is a human's."""

    def __init__(self, raw: str, language: str = "en", left_out: Reference | None = None):
        """Hold the summary."""
        super().__init__(raw, language)
        self.left_out = left_out

    def without(self, reference: Reference) -> "Candidate":
        """Return the same summary to be measured without one reference; what is computed is kept."""
        other = copy.copy(self)
        other.left_out = reference
        return other
