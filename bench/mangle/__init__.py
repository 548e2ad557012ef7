"""The mangler: articles as a bad scraper and a careless translation deliver them, the same for a seed.

What it does to a text, and what it leaves alone, is described in docs/corpus.md.
"""

from bench.mangle.corpus import MangledCorpus, mangled
from bench.mangle.drop import DROP, with_drop
from bench.mangle.item import mangle

__all__ = ["DROP", "MangledCorpus", "mangle", "mangled", "with_drop"]
