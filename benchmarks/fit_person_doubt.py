"""Fit the weights of bench/facts/data/person_doubt.toml on planted exchanges (needs scikit-learn).

Positives are people of articles put in the place of others, negatives every mention of the same summaries
untouched: summaries by people and system summaries that people found consistent. Hand-made pairs give both.
Articles of the held-out third and unseen pairs are left out. The steps are where so many untouched mentions
(each pool of summaries as much as the next) seem another's as bench/facts/people/deeds/signs.py says.
Run: `python benchmarks/fit_person_doubt.py > .../person_doubt.toml`; `--check` prints what the weights catch
in articles that they were not fitted on.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from doubt_fit import Case, Fitted, check, fitted, written_out
from hard_pairs import read_pairs, spots
from judge import source
from labelled import written
from probe_moves import exchanged_people

from bench.facts.people.deeds.bind import Bound, bindings
from bench.facts.people.deeds.signs import RATES, Signs
from bench.facts.people.told import told
from bench.text.document import Document

UNTOUCHED = 10.0
"""Weight of all untouched mentions of a pool, where its exchanged ones weigh 1: what is seen at few false
alarms counts."""
_PEOPLE = ("role", "speaker", "name-form", "noise")


def _bound(document: str, summary: str) -> Iterator[tuple[Bound, Signs]]:
    """Yield the mentions of a summary that somebody else of the article might stand for, none enumerated."""
    article, text = source(document), Document(summary)
    reading = told(article, text)
    listed = {known.mention.start for known in reading.known if known.listed}
    for bound in bindings(article.person_scene, text, reading.people, reading.known):
        if bound.signs is not None and bound.other is not None and bound.mention.start not in listed:
            yield bound, bound.signs


def _edges(old: str, new: str) -> tuple[int, int]:
    """Return where `new` begins and where it ceases to differ from `old`."""
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    last = next((i for i, (a, b) in enumerate(zip(reversed(old), reversed(new), strict=False)) if a != b), 0)
    return first, len(new) - last


def planted() -> Iterator[Case]:
    """Yield the mentions of untouched summaries and the exchanged ones."""
    for entry in sorted(written("dev"), key=lambda entry: entry.document):
        if entry.pool.startswith("human-xsum"):
            continue
        for _, signs in _bound(entry.document, entry.summary):
            yield Case(signs, 0, entry.pool, entry.article_key, entry.summary)
        for probe in exchanged_people(entry):
            first, last = _edges(entry.summary, probe.summary)
            for bound, signs in _bound(probe.document, probe.summary):
                start, end = bound.mention.start, bound.mention.end
                if start <= first < end or start < last <= end:
                    yield Case(signs, 1, entry.pool, entry.article_key, probe.summary)


def by_hand() -> Iterator[Case]:
    """Yield the mentions of hand-made pairs: all of a right summary, those marked in a wrong one."""
    for pair in read_pairs("dev"):
        if not (pair["label"] or pair["group"] in _PEOPLE):
            continue
        for bound, signs in _bound(pair["document"], pair["summary"]):
            start, end = bound.mention.start, bound.mention.end
            if pair["label"] or any(start < last and first < end for first, last in spots(pair)):
                yield Case(signs, 1 - pair["label"], "by hand", pair["document"][:80], pair["summary"])


def steps(model: Fitted, some: list[Case]) -> list[float]:
    """Return from which doubt on as many untouched mentions are as `RATES` says, all pools weighing alike."""
    some = [case for case in some if not case.label]
    pools = [case.pool for case in some]
    doubts, shares = model.doubts(some), np.array([1 / pools.count(pool) for pool in pools])
    order = np.argsort(-doubts)
    above = np.cumsum(shares[order]) / shares.sum()
    return [round(float(doubts[order][np.searchsorted(above, rate)]), 4) for rate in RATES]


def main() -> None:
    """Fit and print the file of weights, or with `--check` what they catch."""
    some = [*planted(), *by_hand()]
    if "--check" in sys.argv[1:]:
        check(some, {}, UNTOUCHED, steps(fitted(some, {}, UNTOUCHED), some))
        return
    model = fitted(some, {}, UNTOUCHED)
    print("# Weights and steps of bench/facts/people/deeds/signs.py; made by benchmarks/fit_person_doubt.py.")
    print(f"# {len(some)} mentions, of which {sum(case.label for case in some)} exchanged.")
    print(f"steps = {steps(model, some)}")
    print(written_out(model, Signs._fields))


if __name__ == "__main__":
    main()
