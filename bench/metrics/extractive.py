"""The greedy extractive oracle: article sentences chosen with the references in view."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from bench.metrics.rouge_fast import prepare, together, triple
from bench.text.tokens import count_words

Bigram = tuple[str, str]
Token = TypeVar("Token", str, Bigram)


class _Sentence:
    """One article sentence: its tokens, and how many words of the budget it takes."""

    def __init__(self, tokens: Sequence[str], words: int):
        self.tokens = tokens
        self.words = words
        self.unigrams = Counter(tokens)
        self.bigrams = Counter(pairwise(tokens))


class _Target:
    """One reference, and how much of it the sentences chosen so far have."""

    def __init__(self, tokens: Sequence[str], sentences: Sequence[_Sentence]):
        self.size = len(tokens)
        self.unigrams = Counter(tokens)
        self.bigrams = Counter(pairwise(tokens))
        self.unigram_hits = self.bigram_hits = 0
        self._left = dict(self.unigrams)
        self._have: Counter[Bigram] = Counter()
        self._own = [_shared(sentence.unigrams, self.unigrams) for sentence in sentences]
        self._own_bigrams = [_shared(sentence.bigrams, self.bigrams) for sentence in sentences]

    def with_sentence(self, index: int, joints: Sequence[tuple[Bigram, int]]) -> tuple[int, int]:
        """Return the unigram and bigram hits if a sentence is added; `joints` come and go at its ends."""
        left, have = self._left, self._have
        unigrams = self.unigram_hits
        for token, times in self._own[index]:
            unigrams += min(times, left[token])
        bigrams = self.bigram_hits
        for bigram, times in self._changes(index, joints):
            known, limit = have[bigram], self.bigrams[bigram]
            bigrams += min(known + times, limit) - min(known, limit)
        return unigrams, bigrams

    def add(self, index: int, joints: Sequence[tuple[Bigram, int]]) -> None:
        """Take a sentence in."""
        self.unigram_hits, self.bigram_hits = self.with_sentence(index, joints)
        for token, times in self._own[index]:
            self._left[token] = max(0, self._left[token] - times)
        for bigram, times in self._changes(index, joints):
            self._have[bigram] += times

    def value(self, hits: tuple[int, int], size: int) -> float:
        """Return the sum of both F for a candidate of `size` tokens."""
        return triple(hits[0], size, self.size).fmeasure + triple(hits[1], size - 1, self.size - 1).fmeasure

    def _changes(self, index: int, joints: Sequence[tuple[Bigram, int]]) -> Iterable[tuple[Bigram, int]]:
        """Return by how much the count of each bigram of the reference changes with a sentence."""
        at_ends = [joint for joint in joints if joint[0] in self.bigrams]
        if not at_ends:
            return self._own_bigrams[index]
        changes = Counter(dict(self._own_bigrams[index]))
        for bigram, times in at_ends:
            changes[bigram] += times
        return changes.items()


def greedy_oracle(
    sentences: Sequence[str], references: Sequence[Sequence[str]], budget: int
) -> tuple[int, ...]:
    """Return indices of the sentences that raise ROUGE-1 + ROUGE-2 F1 most, one at a time.

    All together have at most `budget` words. The same choice as scoring every candidate, in the article's
    order, with rouge-score: mean over references; stops where no sentence raises it; the earlier of equals.
    """
    one_line = [" ".join(sentence.split("\n")) for sentence in sentences]
    article, *others = together(prepare(one_line), *map(prepare, references))
    if not others or not sentences:
        return ()
    pieces = "".join(article.characters).split("\n")
    pool = [_Sentence(tokens, count_words(s)) for tokens, s in zip(pieces, sentences, strict=True)]
    targets = [_Target(other.text, pool) for other in others]
    chosen: list[int] = []
    best = 0.0
    room = budget
    while True:
        value, index = _best_next(pool, targets, chosen, room)
        if value <= best:
            return tuple(chosen)
        joints = _joints(pool, chosen, index)
        for target in targets:
            target.add(index, joints)
        best = value
        room -= pool[index].words
        chosen.append(index)


def _best_next(
    pool: Sequence[_Sentence], targets: Sequence[_Target], chosen: Sequence[int], room: int
) -> tuple[float, int]:
    """Return the highest mean over references that one more sentence gives, and the first that gives it."""
    size = sum(len(pool[index].tokens) for index in chosen)
    best, best_index = 0.0, -1
    for index, sentence in enumerate(pool):
        if sentence.words > room or not sentence.tokens or index in chosen:
            continue
        joints = _joints(pool, chosen, index)
        total = 0.0
        for target in targets:
            total += target.value(target.with_sentence(index, joints), size + len(sentence.tokens))
        mean = total / len(targets)
        if mean > best:
            best, best_index = mean, index
    return best, best_index


def _joints(pool: Sequence[_Sentence], chosen: Sequence[int], index: int) -> list[tuple[Bigram, int]]:
    """Return the bigrams that appear (1) and disappear (-1) where a sentence goes in between those chosen."""
    before = max((other for other in chosen if other < index and pool[other].tokens), default=None)
    after = min((other for other in chosen if other > index and pool[other].tokens), default=None)
    first, last = pool[index].tokens[0], pool[index].tokens[-1]
    joints = []
    if before is not None:
        joints.append(((pool[before].tokens[-1], first), 1))
    if after is not None:
        joints.append(((last, pool[after].tokens[0]), 1))
    if before is not None and after is not None:
        joints.append(((pool[before].tokens[-1], pool[after].tokens[0]), -1))
    return joints


def _shared(counts: Counter[Token], wanted: Counter[Token]) -> list[tuple[Token, int]]:
    """Return those of `counts` that the reference has too."""
    return [(key, times) for key, times in counts.items() if key in wanted]
