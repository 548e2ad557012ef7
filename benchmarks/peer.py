"""One peer in a process of its own, timed when asked: packages that cannot share an environment with us.

    python benchmarks/peer.py NAME PAIRS.json [SCRIPT]

Prints the ROUGE-1 F of every pair once loaded, then the CPU seconds of one round for each line read.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

# This folder has a rouge.py of its own.
sys.path[:] = [place for place in sys.path if Path(place or ".").resolve() != Path(__file__).resolve().parent]

Run = Callable[[list[str], list[str]], list[float]]


def pltrdy(script: str) -> Run:
    """Return `rouge` 1.0.1: ROUGE-1, -2 and summary-level L, no stemmer, distinct n-grams."""
    from rouge import Rouge

    scorer = Rouge()
    return lambda candidates, references: [
        scores["rouge-1"]["f"] for scores in scorer.get_scores(candidates, references)
    ]


def rouge_metric(script: str) -> Run:
    """Return `rouge-metric` 1.0.1: ROUGE-1, -2 and -L over words between spaces, no stemmer."""
    from rouge_metric import PyRouge

    def run(candidates: list[str], references: list[str]) -> list[float]:
        scorer = PyRouge(rouge_n=(1, 2), rouge_l=True)
        found = []
        for candidate, reference in zip(candidates, references, strict=True):
            hypothesis = [line.split() for line in candidate.lower().split("\n")]
            target = [[line.split() for line in reference.lower().split("\n")]]
            found.append(scorer.evaluate_tokenized([hypothesis], [target])["rouge-1"]["f"])
        return found

    return run


def evaluate(script: str) -> Run:
    """Return Hugging Face `evaluate` 0.4 with its rouge script at `script`: rouge-score, F of each pair."""
    import evaluate as package

    metric = package.load(script)
    return lambda candidates, references: metric.compute(
        predictions=candidates, references=references, use_stemmer=True, use_aggregator=False
    )["rouge1"]


PEERS = {"pltrdy": pltrdy, "rouge-metric": rouge_metric, "evaluate": evaluate}


def main(name: str, path: str, script: str = "") -> None:
    """Load, then answer each line with one round."""
    pairs = json.loads(Path(path).read_text(encoding="utf-8"))
    references, candidates = ["\n".join(pair[0]) for pair in pairs], ["\n".join(pair[1]) for pair in pairs]
    run = PEERS[name](script)
    print(json.dumps(run(candidates, references)), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        run(candidates, references)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
