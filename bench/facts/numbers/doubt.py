"""How doubtful it is that a number of the summary belongs where the summary puts it: a small logistic model.

The article has the value; the question is whether it says it of the same thing. What the words around the
figure tell is weighed against the words around its rivals, figures of the same sort with another value. The
weights stand in data/number_doubt.toml, fitted by benchmarks/fit_number_doubt.py.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.quantities.quantity import Quantity

FEATURES = (
    "looseness", "share", "rival_share", "ahead", "behind", "right", "left", "rival_right", "rival_left",
    "rival_both", "informed", "back", "head", "rival_head", "before", "rival_before", "mutual", "date", "age",
    "clause", "clause_ahead", "clause_mutual",
)  # fmt: skip
"""Names of the features, as in the file of weights."""


def features(found: Assessment, mutual: "Mutual") -> tuple[float, ...]:
    """Return the features of an assessment that has support; `mutual` is from `exchanged`."""
    best = found.supports[0]
    rival = found.rivals[0].words if found.rivals else None
    words = best.words
    lead = (rival.share if rival else 0.0) - words.share
    right = any(other.words.right for other in found.rivals) and not words.right
    left = bool(rival and rival.left) and not words.left
    return (
        1 - best.match.fit, words.share, rival.share if rival else 0.0, max(0.0, lead), min(0.0, lead),
        words.right, words.left, right, left, right and left, min(found.informed, 12) / 12,
        (rival.back if rival else 0.0) - words.back, words.head,
        any(other.words.head for other in found.rivals) and not words.head, words.before,
        bool(rival and rival.before) and not words.before, mutual.share,
        found.claim.kind in ("year", "date", "month"), found.claim.kind == "age",
        words.clause, max((other.words.clause for other in found.rivals), default=0.0) - words.clause,
        mutual.clause,
    )  # fmt: skip


@cache
def _model() -> tuple[float, tuple[float, ...]]:
    """Return intercept and weights."""
    table = tomllib.loads((files("bench.facts") / "data" / "number_doubt.toml").read_text("utf-8"))
    return table["intercept"], tuple(table["weights"][name] for name in FEATURES)


def attachment_doubt(found: Assessment, mutual: "Mutual") -> float:
    """Return the doubt, 0 to 1, that the article says this number of the same thing."""
    intercept, weights = _model()
    total = intercept + sum(w * x for w, x in zip(weights, features(found, mutual), strict=True))
    return 1 / (1 + exp(-total))


class Mutual(NamedTuple):
    """How much better two numbers of a summary would fit in one another's place."""

    share: float
    clause: float
    partner: Assessment | None = None
    nouns: bool = False

    @property
    def plain(self) -> bool:
        """Whether the two clearly fit better the other way round."""
        return self.nouns or self.share > _PLAIN_SHARE or self.clause > _PLAIN_CLAUSE


_PLAIN_SHARE, _PLAIN_CLAUSE = 0.15, 0.4


def exchanged(found: Assessment, others: Sequence[Assessment]) -> Mutual:
    """Return how much better a number and another of the summary would fit in one another's place."""
    best = Mutual(0.0, 0.0)
    if not found.rivals or not found.supports:
        return best
    for other in others:
        if other is found or not other.rivals or not other.supports or _listed(found.claim, other.claim):
            continue
        mine = _rival(found, other)
        theirs = _rival(other, found)
        if mine and theirs:
            one, two = found.supports[0].words, other.supports[0].words
            share = mine.words.share + theirs.words.share - one.share - two.share
            clause = mine.words.clause + theirs.words.clause - one.clause - two.clause
            nouns = mine.words.right and theirs.words.right and not one.right and not two.right
            if nouns or share + clause > best.share + best.clause:
                best = Mutual(max(0.0, share), max(0.0, clause), other, nouns)
    return best


def _listed(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers stand side by side ("17th and 18th"), so that words cannot tell them apart."""
    return 0 <= other.first - one.last <= 2 or 0 <= one.first - other.last <= 2


def _rival(found: Assessment, other: Assessment) -> Support | None:
    """Return the rival of one number that has the other's value."""
    for rival in found.rivals:
        if rival.fact.value == other.claim.value:
            return rival
    return None
