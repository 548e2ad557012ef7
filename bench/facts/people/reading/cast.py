"""The names of an article, in the forms in which they are looked up."""

from itertools import islice

from bench.facts.people.names.compare import bare
from bench.facts.people.names.words import is_english, is_known_word
from bench.facts.people.reading.listed import name_runs
from bench.facts.people.reading.mentions import Person, gather
from bench.facts.people.reading.run_parts import Word
from bench.facts.people.reading.runs import Run
from bench.text.computed import computed
from bench.text.document import Document

# So many words tell the language of an article.
_TELLING = 100


class Cast:
    """The names of an article, each part computed when first asked for."""

    def __init__(self, document: Document):
        """Hold the article."""
        self.document = document

    @computed
    def runs(self) -> tuple[Run, ...]:
        """Every run of capitals, cut down to possible names."""
        return name_runs(self.document)

    @computed
    def people(self) -> tuple[Person, ...]:
        """Every person recognised."""
        return gather(self.document, self.runs)

    @property
    def cased(self) -> bool:
        """Whether capitals tell names from words in the article."""
        return self.document.style == "cased"

    @computed
    def names(self) -> dict[str, list[tuple[Run, int]]]:
        """For each folded word of a run (and each part of a hyphenated one): its runs and places in them."""
        found: dict[str, list[tuple[Run, int]]] = {}
        for run in self.runs:
            for index, word in enumerate(run.words):
                found.setdefault(word.key, []).append((run, index))
                if "-" in word.key:
                    for part in word.key.split("-"):
                        found.setdefault(part, []).append((run, index))
        return found

    @computed
    def words(self) -> dict[str, list[int]]:
        """For each folded word of the article, and each part of a hyphenated one: the tokens with it."""
        tokens_of = self.document.tokens_of
        # Most words are folded and whole as they stand.
        found = {word: tokens for word, tokens in tokens_of.items() if word.isascii() and word.isalnum()}
        for lowered in [word for word in tokens_of if word not in found]:
            key, tokens = bare(lowered), tokens_of[lowered]
            for part in (key, *key.split("-")) if "-" in key else (key,):
                found[part] = sorted({*found[part], *tokens}) if part in found else tokens
        return found

    def spots(self, key: str) -> list[Word]:
        """Return where a folded word stands in the article."""
        texts, starts, ends = self.document.cut
        return [Word(texts[at], bare(texts[at]), starts[at], ends[at]) for at in self.words.get(key, ())]

    @computed
    def _texts(self) -> frozenset[str]:
        """The different tokens as they stand."""
        return frozenset(self.document.cut.texts)

    @computed
    def ordinary(self) -> frozenset[str]:
        """Words that the article writes without a capital: no names by themselves in lower-cased text."""
        if not self.cased:
            return frozenset(self.words) - frozenset(self.names)
        return frozenset(filter(str.islower, self._texts))

    @computed
    def proper(self) -> frozenset[str]:
        """Folded words that may be names: with a capital where capitals tell, else those not English."""
        if self.cased:
            return frozenset(bare(text) for text in self._texts if text[0].isupper())
        return frozenset(word for word in self.words if word.isalpha() and not is_english(word))

    @computed
    def distinctive(self) -> frozenset[str]:
        """Folded words of three letters and more that the article writes with a capital and never without."""
        return frozenset(word for word in self.proper - self.ordinary if len(word) > 2)

    @computed
    def english(self) -> bool:
        """Whether the article is in English, as far as the first words without a capital tell."""
        texts = (text for text in self.document.cut.texts if text.islower() and len(text) > 3)
        first = list(islice(texts, _TELLING))
        return sum(map(is_known_word, first)) >= 0.6 * len(first)

    @computed
    def alone(self) -> frozenset[str]:
        """Runs of two and more words, joined: names in full as they stand."""
        return frozenset(" ".join(word.key for word in run.words) for run in self.runs if len(run.words) > 1)

    @computed
    def families(self) -> frozenset[str]:
        """Folded surnames of the persons named in full."""
        return frozenset(person.keys[-1] for person in self.people if len(person.keys) > 1)

    @computed
    def owners(self) -> dict[str, list[Person]]:
        """For each folded word of a name: the persons it belongs to."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            for key in {*person.keys, *(key for mention in person.mentions for key in mention.keys)}:
                found.setdefault(key, []).append(person)
        return found
