"""What people have today: a loop over rouge-score, the scores of each pair and their means.

    python benchmarks/plain_script.py CORPUS.jsonl OUTPUTS.jsonl SCORES.jsonl

The peer of benchmarks/whole_command.py: ROUGE-1, -2, -L and -Lsum F1 with stemming. Its sentences are cut
after stops, which costs it next to nothing.
"""

import json
import re
import sys
from pathlib import Path

# This folder has a rouge.py of its own.
sys.path[:] = [place for place in sys.path if Path(place or ".").resolve() != Path(__file__).resolve().parent]

# rouge-score does not need scipy; where it is installed nltk imports it, which takes half a second more.
sys.modules["scipy"] = None  # type: ignore[assignment]

from rouge_score.rouge_scorer import RougeScorer  # noqa: E402

KINDS = ["rouge1", "rouge2", "rougeL", "rougeLsum"]


def lines(text: str) -> str:
    """Return one sentence a line, as rouge-score wants it."""
    return re.sub(r"(?<=[.!?]) ", "\n", text)


def main(corpus: str, outputs: str, scores: str) -> None:
    """Score each output; write a line each, print the means."""
    with open(corpus, encoding="utf-8") as file:
        references = {row["id"]: row["references"][0] for row in map(json.loads, file)}
    scorer = RougeScorer(KINDS, use_stemmer=True)
    sums = dict.fromkeys(KINDS, 0.0)
    count = 0
    with open(outputs, encoding="utf-8") as file, open(scores, "w", encoding="utf-8") as out:
        for row in map(json.loads, file):
            found = scorer.score(lines(references[row["article"]]), lines(row["text"]))
            values = {kind: found[kind].fmeasure for kind in KINDS}
            sums = {kind: sums[kind] + values[kind] for kind in KINDS}
            count += 1
            out.write(json.dumps({"system": row["system"], "article": row["article"], **values}) + "\n")
    print(json.dumps({kind: total / count for kind, total in sums.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
