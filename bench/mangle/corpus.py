"""A corpus whose articles are mangled as they are read."""

import msgspec

from bench.corpus import Corpus
from bench.mangle.item import mangle
from bench.records import Item


class MangledCorpus(Corpus):
    """The mangled form of another corpus; its name says so, and its results stand beside the clean ones."""

    def __init__(self, clean: Corpus, seed: int):
        """Wrap `clean`; only the articles that its corpus.toml names are used, if it names any."""
        name = f"{clean.meta.name}-mangled-{seed}"
        self.clean, self.seed, self.path = clean, seed, clean.path
        self.meta = msgspec.structs.replace(clean.meta, name=name, bands=None)
        self.ids = (
            tuple(article_id for article_id in clean.ids if article_id in clean.meta.mangled) or clean.ids
        )

    def load(self, article_id: str) -> Item:
        """Read one article and mangle it."""
        return mangle(self.clean.load(article_id), self.seed)

    def where(self, article_id: str) -> str:
        """Return the place of the article before it was mangled."""
        return self.clean.where(article_id)


def mangled(corpus: Corpus, seed: int | None) -> Corpus:
    """Return the mangled form of a corpus for a seed, the corpus itself for None."""
    return corpus if seed is None else MangledCorpus(corpus, seed)
