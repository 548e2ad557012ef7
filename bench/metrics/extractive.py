"""The greedy extractive oracle: article sentences chosen with the references in view."""

from collections.abc import Sequence

from bench.metrics.rouge_fast import prepare, score
from bench.text.tokens import count_words


def greedy_oracle(
    sentences: Sequence[str], references: Sequence[Sequence[str]], budget: int
) -> tuple[int, ...]:
    """Return indices of the sentences that raise ROUGE-1 + ROUGE-2 F1 most, one at a time, within `budget` words.

    Mean over references; stops where no sentence raises it. Ties go to the earlier sentence.
    """
    prepared = [prepare(reference) for reference in references]
    sizes = [count_words(sentence) for sentence in sentences]
    chosen: list[int] = []
    best = 0.0
    while prepared:
        room = budget - sum(sizes[i] for i in chosen)
        gains = []
        for index in range(len(sentences)):
            if index in chosen or sizes[index] > room:
                continue
            candidate = prepare([sentences[i] for i in sorted([*chosen, index])])
            rouges = [score(reference, candidate) for reference in prepared]
            gains.append((sum(r.rouge1.fmeasure + r.rouge2.fmeasure for r in rouges) / len(rouges), -index))
        if not gains or max(gains)[0] <= best:
            break
        best, index = max(gains)[0], -max(gains)[1]
        chosen.append(index)
    return tuple(chosen)
