"""Fit the weights of bench/facts/data/number_doubt.toml on planted exchanges (needs scikit-learn).

Positives are numbers of articles put in the place of others, negatives the same places untouched, both from
summaries by people (the labelled sets' and the bundled corpus's references) and from system summaries that
people found consistent; articles of the held-out third are left out. Each pool weighs the same.
Run: `python benchmarks/fit_number_doubt.py > .../number_doubt.toml`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from labelled import Written, in_part, written
from number_mentions import mentions
from probe_exchanges import exchanged_numbers

from bench.facts.numbers.assess import Assessment, assess
from bench.facts.numbers.context import Scene
from bench.facts.numbers.doubt import FEATURES, exchanged, features
from bench.facts.quantities.reading import read_quantities
from bench.facts.source import Source
from bench.facts.tape import Tape
from bench.text.document import Document

WIRE = Path(__file__).resolve().parents[1] / "references" / "wire"
Places = tuple[tuple[int, int], ...]
Case = tuple[tuple[float, ...], int, str]


@lru_cache(maxsize=64)
def _source(text: str) -> Source:
    return Source(text)


def _features(document: str, summary: str, places: Places) -> tuple[float, ...] | None:
    """Return the features of the worst number at `places`, None where the article does not have it."""
    tape = Tape(Document(summary))
    scene = Scene(tape, read_quantities(tape))
    found = [assess(_source(document).scene, scene, quantity) for quantity in scene.quantities]
    here = [a for a in found if a.supports and not a.claim.weak and _touches(tape.document, a, places)]
    if not here:
        return None
    worst = max(here, key=lambda a: (a.rivals[0].words.share if a.rivals else 0) - a.supports[0].words.share)
    return features(worst, exchanged(worst, found))


def _touches(document: Document, found: Assessment, places: Places) -> bool:
    span = document.span(found.claim.start, found.claim.end)
    return any(span.start < end and start < span.end for start, end in places)


def bundled(part: str) -> Iterator[Written]:
    """Yield the references of the bundled corpus, which reword more than those of the labelled sets."""
    for article in sorted(WIRE.glob("*/article.txt")):
        key = article.parent.name
        if in_part(key, part):
            text = article.read_text("utf-8")
            for reference in sorted(article.parent.glob("reference.*.txt")):
                yield Written(f"{key}:{reference.name}", key, "wire", text, reference.read_text("utf-8"))


def cases(part: str) -> Iterator[tuple[Case, str]]:
    """Yield features, label and pool of each case, with the article's key."""
    for entry in (*written(part), *bundled(part)):
        if entry.pool == "human-xsum":
            continue
        probes = list(exchanged_numbers(entry))
        planted = [(p.summary, ((p.start, p.end), *p.also), 1) for p in probes]
        places = {m.start: (m.start, m.end) for m in mentions(entry.summary)} if entry.pool == "wire" else {}
        untouched = [
            (entry.summary, (was,), 0) for was in sorted({*(p.was for p in probes), *places.values()})
        ]
        for summary, places, label in planted + untouched:
            if (row := _features(entry.document, summary, places)) is not None:
                yield (row, label, entry.pool), entry.article_key


def main() -> None:
    """Fit and print the file of weights."""
    from sklearn.linear_model import LogisticRegression

    rows = [case for case, _ in cases("dev")]
    sizes = Counter((pool, label) for _, label, pool in rows)
    weights = [len(rows) / (len(sizes) * sizes[pool, label]) for _, label, pool in rows]
    model = LogisticRegression(C=1.0, max_iter=2000)
    model.fit([[float(x) for x in row] for row, _, _ in rows], [label for _, label, _ in rows], weights)
    print("# Weights of bench/facts/numbers/doubt.py; made by benchmarks/fit_number_doubt.py.")
    print(f"# {len(rows)} places, of which {sum(label for _, label, _ in rows)} exchanged.")
    print(f"intercept = {model.intercept_[0]:.3f}\n\n[weights]")
    for name, weight in zip(FEATURES, model.coef_[0], strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
