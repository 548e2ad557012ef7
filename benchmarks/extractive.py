"""The greedy extractive oracle against one that scores each candidate with rouge-score: same choice first.

    python benchmarks/extractive.py                     all articles
    python benchmarks/extractive.py --short --floor 15  6 bundled articles; exit 3 below the floor

Both choose from one article's sentences up to 60 words by the mean of ROUGE-1 and ROUGE-2 F over references.
Exit 4 if one choice differs. Also times fragments (coverage, density) against the published double loop.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from interleaved import Contestant, pin, ratio, timed
from reported import Row
from rouge_score.rouge_scorer import RougeScorer
from text_pairs import Sentences, articles, long

from bench.metrics.extractive import greedy_oracle
from bench.text.fragments import ArticleWords, Fragment, fragments
from bench.text.sentences import sentences
from bench.text.stems import forget
from bench.text.tokens import count_words, words

BUDGET = 60
Job = tuple[Sentences, list[Sentences]]


def jobs(bundled: bool) -> list[Job]:
    """Return articles of any length with all their references."""
    found: list[Job] = [
        (sentences(text), [sentences(r) for r in references]) for text, references in articles()
    ]
    return found if bundled else found + [(pair.reference, [pair.candidate]) for pair in long()[:40]]


def plain(article: Sentences, references: Sequence[Sentences], scorer: RougeScorer) -> tuple[int, ...]:
    """Return what a loop over rouge-score chooses."""
    chosen: list[int] = []
    best = 0.0
    while True:
        better = None
        for index in range(len(article)):
            group = sorted({*chosen, index})
            if index in chosen or sum(count_words(article[i]) for i in group) > BUDGET:
                continue
            candidate = "\n".join(article[i] for i in group)
            total = 0.0
            for reference in references:
                scores = scorer.score("\n".join(reference), candidate)
                total += scores["rouge1"].fmeasure + scores["rouge2"].fmeasure
            if total / len(references) > best:
                best, better = total / len(references), index
        if better is None:
            return tuple(chosen)
        chosen.append(better)


def double_loop(article: Sequence[str], summary: Sequence[str]) -> list[Fragment]:
    """Return the fragments by the procedure of Grusky et al. (2018), figure 3, word by word."""
    found = []
    i = 0
    while i < len(summary):
        best = Fragment(i, 0, 0)
        j = 0
        while j < len(article):
            k = 0
            while i + k < len(summary) and j + k < len(article) and summary[i + k] == article[j + k]:
                k += 1
            if k > best.length:
                best = Fragment(i, j, k)
            j += max(k, 1)
        if best.length:
            found.append(best)
        i += max(best.length, 1)
    return found


def report(title: str, times: dict[str, list[float]], count: int, must: tuple[str, float] | None) -> Row:
    """Print times and ratios; the first contestant is the peer. Return the ratio of the second."""
    peer, ours = list(times)[:2]
    print(title)
    for name, own in times.items():
        each = 1e6 * statistics.median(own) / count
        print(f"  {name:32s} {each:10.1f} us/article  {ratio(times, peer, name)!s}")
    return Row(title, peer, ratio(times, peer, ours), must, f"{count} articles")


def rows(short: bool = False, bundled: bool = False) -> list[Row]:
    """Compare every choice, then measure. Raises SystemExit 4 if one differs."""
    every = jobs(bundled or short)[: 6 if short else None]
    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    texts = [(words(" ".join(a)), words(" ".join(references[0]))) for a, references in every]
    laid_out = [(ArticleWords(article), summary) for article, summary in texts]
    wrong = sum(greedy_oracle(a, r, BUDGET) != plain(a, r, scorer) for a, r in every)
    wrong += sum(fragments(ArticleWords(a), s) != double_loop(a, s) for a, s in texts)
    print(f"{len(every)} articles, choices or fragments that differ: {wrong}")
    if wrong:
        raise SystemExit(4)
    rounds = 3 if short else 5
    peer = f"loop over rouge-score {version('rouge-score')}"
    oracle = [
        Contestant(peer, lambda: [plain(a, r, scorer) for a, r in every]),
        Contestant("ours, from nothing", lambda: [greedy_oracle(a, r, BUDGET) for a, r in every], forget),
    ]
    copied = [
        Contestant("published double loop", lambda: [double_loop(a, s) for a, s in texts]),
        Contestant("ours, article read anew", lambda: [fragments(ArticleWords(a), s) for a, s in texts]),
        Contestant("ours, article kept", lambda: [fragments(a, s) for a, s in laid_out]),
    ]
    return [
        report("Greedy extractive oracle, same sentences", timed(oracle, rounds), len(every), (">=", 25)),
        report("Copied fragments, the same ones", timed(copied, rounds), len(every), None),
    ]


def main() -> int:
    """Print the figures; return 3 below the floor, 4 if a choice differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="6 bundled articles, 3 rounds")
    parser.add_argument("--bundled", action="store_true", help="only texts that come with the project")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this ratio")
    options = parser.parse_args()
    pin()
    found = rows(options.short, options.bundled)
    return 3 if found[0].ratio.median < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
