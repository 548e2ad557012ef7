"""Numbers and people of a summary against the article (precision) and the key facts (recall).

Precision and recall after Nan et al. (EACL 2021), applied to numbers and to people by distinct claim.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bench.facts.keys import KeyFact, Reading
from bench.facts.ledger import findings
from bench.facts.source import Strictness
from bench.metrics.case import Candidate, Case
from bench.records import SUPPORTED, WRONG, Finding, Measured

_NUMBERS = frozenset({"number", "date"})
_PEOPLE = frozenset({"person"})
# A claim made twice is judged by its worst mention.
_WORST_FIRST = ("unsupported", "misattached", "suspect", "derived", "variant", "supported")


class Counts(NamedTuple):
    """Weights of key facts kept and missing, for one kind of fact."""

    kept: float
    missing: float
    keys: int


def measure(case: Case, candidate: Candidate, *, strictness: Strictness = "normal") -> Measured:
    """Return precision, recall, `consistent` and `facts`, each 0 to 1 or None, with their findings."""
    found = findings(case.source, candidate.document, strictness)
    verdicts = distinct_claims(found)
    missing: list[Finding] = []
    numbers, people = Counts(0, 0, 0), Counts(0, 0, 0)
    keys = case.keys_but(candidate.left_out)
    if keys is not None:
        numbers, people = _kept(keys, Reading(candidate.document, case.source, found), missing)
    wrong = sum(1 for verdict in verdicts.values() if verdict in WRONG)
    kept, absent = numbers.kept + people.kept, numbers.missing + people.missing
    values: dict[str, float | None] = {
        "numbers_precision": _precision(verdicts, _NUMBERS),
        "numbers_recall": _rate(numbers.kept, numbers.kept + numbers.missing),
        "people_precision": _precision(verdicts, _PEOPLE),
        "people_recall": _rate(people.kept, people.kept + people.missing),
        "consistent": 0.0 if wrong else 1.0,
        "facts": None if keys is None else _rate(kept, kept + wrong + absent),
        "numbers_claims": _claims(verdicts, _NUMBERS),
        "numbers_keys": numbers.keys,
        "people_claims": _claims(verdicts, _PEOPLE),
        "people_keys": people.keys,
        "wrong_claims": wrong,
    }
    return Measured(values, (*found, *missing))


def worst(case: Case, candidate: Candidate) -> Mapping[str, float | None]:
    """Return what a failed or empty output scores: 0, but blank where no article fact is asked for."""
    keys = case.keys_but(candidate.left_out)
    numbers = sum(key.kind in _NUMBERS for key in keys or ())
    people = sum(key.kind in _PEOPLE for key in keys or ())
    return {
        "numbers_precision": 0.0,
        "numbers_recall": 0.0 if numbers else None,
        "people_precision": 0.0,
        "people_recall": 0.0 if people else None,
        "consistent": 0.0,
        "facts": 0.0 if numbers or people else None,
        "numbers_claims": 0,
        "numbers_keys": numbers,
        "people_claims": 0,
        "people_keys": people,
        "wrong_claims": 0,
    }


def distinct_claims(found: Iterable[Finding]) -> Mapping[tuple[str, str], str]:
    """Return the verdict of each distinct claim, by kind and claim."""
    verdicts: dict[tuple[str, str], str] = {}
    for finding in found:
        claim = (finding.kind, finding.claim)
        before = verdicts.get(claim, "supported")
        verdicts[claim] = min(before, finding.verdict, key=_WORST_FIRST.index)
    return verdicts


def _kept(keys: tuple[KeyFact, ...], reading: Reading, missing: list[Finding]) -> tuple[Counts, Counts]:
    """Count the key numbers and people that the summary keeps; those left out are added to `missing`."""
    counts = []
    for kinds in (_NUMBERS, _PEOPLE):
        kept = absent = 0.0
        asked = [key for key in keys if key.kind in kinds]
        for key in asked:
            if key.kept(reading):
                kept += key.weight
            else:
                absent += key.weight
                missing.append(key.as_missing())
        counts.append(Counts(kept, absent, len(asked)))
    return counts[0], counts[1]


def _precision(verdicts: Mapping[tuple[str, str], str], kinds: frozenset[str]) -> float | None:
    """Return supported over judged claims; suspects are shown, not scored."""
    judged = [verdict for (kind, _), verdict in verdicts.items() if kind in kinds and verdict != "suspect"]
    return _rate(sum(1 for verdict in judged if verdict in SUPPORTED), len(judged))


def _claims(verdicts: Mapping[tuple[str, str], str], kinds: frozenset[str]) -> int:
    return sum(1 for (kind, _), verdict in verdicts.items() if kind in kinds and verdict != "suspect")


def _rate(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def signature(*, strictness: Strictness = "normal") -> str:
    """Return everything that changes a verdict: strictness and the version of the rules."""
    return f"facts|rules:11|strictness:{strictness}"
