"""Fit the weights of bench/facts/data/derivation.toml (needs scikit-learn).

Right are the steps behind figures that hand-made summaries derive (tests/data, unseen pairs left out), wrong
those that lead to random wrong values planted in the labelled summaries (dev), or to what hand-made sentences
and pairs get wrong. The bias is set by the share of random wrong values that may be believed, since balanced
classes say nothing of how common derived figures are.
Run: `python benchmarks/fit_derivation.py > bench/facts/data/derivation.toml`.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hard_pairs import DATA, read_pairs
from judge import source
from labelled import written
from number_mentions import mentions, stated
from probe_coincidence import wrong_summaries

from bench.facts.numbers.check import read_numbers
from bench.facts.numbers.derive.candidates import believed, candidates
from bench.text.document import Document

BELIEVED = 0.0135
"""Share of wrong values that may be believed."""
CERTAIN = 2
"""How often what writers said, right or wrong, counts beside a step or a value that may be a chance."""
Evidence = dict[str, float]


def _best(document: str, summary: str, place: tuple[int, int] | None) -> Iterator[Evidence]:
    """Yield what speaks for the likeliest step to each figure at `place`, else to each the article lacks."""
    reading = read_numbers(source(document), Document(summary))
    for found in reading.assessed:
        claim = found.claim
        if place is None and found.supports and found.supports[0].match.fit >= 0.6:
            continue
        if place is None or (claim.start < place[1] and place[0] < claim.end):
            steps = [evidence for _, evidence in candidates(source(document).scene, reading.summary, found)]
            if steps:
                yield max(steps, key=believed)


def _right() -> Iterator[Evidence]:
    for pair in read_pairs("dev"):
        if int(pair["label"]):
            yield from _best(pair["document"], pair["summary"], None)
    for _ in range(CERTAIN):
        yield from _worded("follows")


def _mistaken() -> Iterator[Evidence]:
    """Yield what speaks for the steps to figures that writers of pairs derived or reworded wrongly."""
    for pair in read_pairs("dev"):
        wrong = pair["group"] in _FIGURES and not int(pair["label"])
        at = pair["summary"].find(pair["wrong"]) if wrong else -1
        if at >= 0:
            yield from _best(pair["document"], pair["summary"], (at, at + len(pair["wrong"])))


_FIGURES = frozenset({"derived", "paraphrased-number"})


def _worded(group: str) -> Iterator[Evidence]:
    """Yield what speaks for the steps behind the sentences that follow from invented reports, or fail."""
    table = tomllib.loads((DATA / "wordings.toml").read_text(encoding="utf-8"))
    for entry in table[group]:
        for summary in entry["summaries"]:
            yield from _best(table["articles"][entry["article"]], summary, None)


def _wrong() -> tuple[list[Evidence], int]:
    """Return the evidence for random wrong values, and how many values were tried."""
    found, tried = [], 0
    for entry in written("dev"):
        if entry.pool not in ("human", "llm"):
            continue
        known = stated(entry.document) | stated(entry.summary)
        for mention in mentions(entry.summary):
            for summary, end in wrong_summaries(entry, mention, known):
                tried += 1
                found += _best(entry.document, summary, (mention.start, end))
    return found, tried


def main() -> None:
    """Print the fitted weights as TOML."""
    from sklearn.linear_model import LogisticRegression

    right, worded = list(_right()), CERTAIN * [*_worded("fails"), *_mistaken()]
    random, tried = _wrong()
    wrong = [*random, *worded]
    names = sorted({name for evidence in (*right, *wrong) for name in evidence} - {"bias"})
    table = np.array([[evidence.get(name, 0.0) for name in names] for evidence in (*right, *wrong)])
    labels = np.array([1] * len(right) + [0] * len(wrong))
    model = LogisticRegression(C=2.0, class_weight="balanced", max_iter=1000).fit(table, labels)
    beliefs = table @ model.coef_[0]
    allowed = max(1, round(BELIEVED * tried))
    bias = -float(np.sort(beliefs[len(right) : len(right) + len(random)])[::-1][allowed])
    kept = float((beliefs[labels == 1] + bias > 0).mean())
    print(f"# Fitted by benchmarks/fit_derivation.py on {len(right)} right steps: {100 * kept:.0f} % are")
    print(f"# believed, and {100 * BELIEVED:g} % of {tried} wrong values.")
    print(f"[weights]\nbias = {bias:.2f}")
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f'"{name}" = {weight:.2f}' if " " in name else f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
