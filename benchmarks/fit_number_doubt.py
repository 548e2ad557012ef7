"""Fit the weights of bench/facts/data/number_doubt.toml on planted exchanges (needs scikit-learn).

Positives are numbers of articles put in the place of others, negatives every number of the same summaries
untouched: summaries by people (the labelled sets' and the bundled corpus's references) and system summaries
that people found consistent. Hand-made pairs give both, since they and the corpus word more things anew than
the others do. Articles of the held-out third and unseen pairs are left out.
Run: `python benchmarks/fit_number_doubt.py > .../number_doubt.toml`; `--check` prints what the weights catch
in articles that they were not fitted on.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from doubt_fit import Case, check, fitted, written_out
from hard_pairs import read_pairs, spots
from judge import source
from labelled import Written, in_part, written
from probe_exchanges import exchanged_numbers

from bench.facts.numbers.check import read_numbers
from bench.facts.numbers.place.doubt import Features, features
from bench.facts.numbers.place.exchange import exchanged
from bench.text.document import Document

ROOT = Path(__file__).resolve().parents[1]
Places = tuple[tuple[int, int], ...]
WEIGHTS = {"wire": 1.5}
"""Weight of a pool, else 1: the bundled references word most anew, and hold most numbers."""
UNTOUCHED = 1.5
"""Weight of all untouched numbers of a pool, where its exchanged ones weigh 1: a false alarm hurts more."""


def _rows(document: str, summary: str, places: Places | None) -> Iterator[Features]:
    """Yield the features of the numbers at `places`, else of all, that the article has and rivals."""
    reading = read_numbers(source(document), Document(summary))
    for found in reading.assessed:
        claim = found.claim
        span = reading.summary.tape.document.span(claim.start, claim.end)
        here = places is None or any(span.start < end and start < span.end for start, end in places)
        if here and found.supports and found.rivals and not (claim.weak or claim.vague):
            yield features(reading, found, exchanged(reading.summary, found, reading.assessed))


def bundled(part: str) -> Iterator[Written]:
    """Yield the references of the bundled corpus."""
    for article in sorted((ROOT / "references" / "wire").glob("*/article.txt")):
        key = article.parent.name
        if in_part(key, part):
            text = article.read_text("utf-8")
            for reference in sorted(article.parent.glob("reference.*.txt")):
                yield Written(f"{key}:{reference.name}", key, "wire", text, reference.read_text("utf-8"))


def _by_hand() -> Iterator[Case]:
    """Yield the numbers of hand-made pairs: all of a right summary, those marked in a wrong one."""
    for pair in read_pairs("dev"):
        if not (pair["label"] or pair["group"] in ("binding", "derived", "paraphrased-number")):
            continue
        for row in _rows(pair["document"], pair["summary"], None if pair["label"] else spots(pair)):
            yield Case(row, 1 - pair["label"], "by hand", pair["document"][:80], pair["summary"])


def cases(part: str) -> Iterator[Case]:
    """Yield the numbers of untouched summaries and the planted ones."""
    for entry in sorted((*written(part), *bundled(part)), key=lambda entry: entry.document):
        if entry.pool == "human-xsum":
            continue
        for row in _rows(entry.document, entry.summary, None):
            yield Case(row, 0, entry.pool, entry.article_key, entry.summary)
        for probe in exchanged_numbers(entry):
            for row in _rows(probe.document, probe.summary, probe.places):
                yield Case(row, 1, entry.pool, entry.article_key, probe.summary)


def main() -> None:
    """Fit and print the file of weights, or with `--check` what they catch."""
    some = [*cases("dev"), *_by_hand()]
    if "--check" in sys.argv[1:]:
        check(some, WEIGHTS, UNTOUCHED, (0.6, 0.7, 0.8, 0.85, 0.9, 0.95))
        return
    print("# Weights of bench/facts/numbers/place/doubt.py; made by benchmarks/fit_number_doubt.py.")
    print(f"# {len(some)} places, of which {sum(case.label for case in some)} exchanged.")
    print(written_out(fitted(some, WEIGHTS, UNTOUCHED), Features._fields))


if __name__ == "__main__":
    main()
