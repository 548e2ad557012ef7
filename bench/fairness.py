"""What a summary owes to its length: its scores beside those of article extracts of exactly as many words."""

import random
from collections.abc import Callable, Mapping

from bench.metrics import Column
from bench.metrics.case import Candidate, Case
from bench.records import Reference
from bench.text.tokens import count_words

SCORES = ("facts", "rouge1", "rouge2", "rougeL", "rougeLsum", "chrf")
_RIVALS = {"lead": "the article's first words", "random": "sentences drawn at random"}
GAIN_COLUMNS: tuple[Column, ...] = tuple(
    Column(f"{score}_over_{rival}", f"{score} less that of {about}, as many words as the summary has")
    for rival, about in _RIVALS.items()
    for score in SCORES
)
"""Gain over a lead and over a random extract of the same length; 0 for a failed or empty output.

Normalising by a random summary of the same length: Sun et al. 2019 (NeuralGen), section 5.
"""

Values = Mapping[str, float | None]


class Rivals:
    """Extracts of one article and their scores, each length measured once over all systems.

    A random extract takes whole sentences, in an order that only the seed and the article decide, and words
    of the last one up to the length asked for; in the article's order. Both are the whole article where
    the summary is longer than it.
    """

    def __init__(self, case: Case, measure: Callable[[Candidate], Values], seed: int):
        """Hold an article and how candidates are measured; nothing is computed yet."""
        self._case, self._measure = case, measure
        self._sentences = case.article.sentences
        order = list(range(len(self._sentences)))
        random.Random(f"{seed}:{case.item.article.id}:same length").shuffle(order)
        self._orders = {"lead": list(range(len(order))), "random": order}
        self._known: dict[tuple[str, Reference | None], Values] = {}

    def gains(self, candidate: Candidate, values: Values, answered: bool) -> dict[str, float | None]:
        """Return what a summary's scores are above those of its rivals; None where one does not apply."""
        words = count_words(candidate.raw) if answered else 0
        found: dict[str, float | None] = {}
        for rival in _RIVALS:
            theirs = self._scores(rival, words, candidate, values)
            for score in SCORES:
                own, other = values.get(score), theirs.get(score)
                gain = None if own is None or other is None else own - other
                found[f"{score}_over_{rival}"] = 0.0 if own is not None and not answered else gain
        return found

    def _scores(self, rival: str, words: int, candidate: Candidate, values: Values) -> Values:
        """Return a rival's scores; those of the summary itself where the texts are the same."""
        if not words:
            return {}
        text = self.extract(rival, words)
        if text == candidate.raw:
            return values
        key = text, candidate.left_out
        if key not in self._known:
            self._known[key] = self._measure(Candidate(text, candidate.language, candidate.left_out))
        return self._known[key]

    def extract(self, rival: str, words: int) -> str:
        """Return the rival's text of exactly `words` words, or the whole article if it has no more."""
        taken: dict[int, str] = {}
        left = words
        for index in self._orders[rival]:
            sentence = self._sentences[index]
            size = count_words(sentence)
            if size > left:
                sentence = " ".join(sentence.split()[:left])
            if left > 0:
                taken[index] = sentence
            left -= min(size, left)
        return " ".join(taken[index] for index in sorted(taken))
