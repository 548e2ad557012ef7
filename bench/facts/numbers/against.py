"""What plainly speaks against a figure that the article has: evidence of five kinds, each with its reason."""

from typing import NamedTuple

from bench.facts.numbers.ages import other_age, own_age
from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.bearers import bearer
from bench.facts.numbers.context import Scene
from bench.facts.numbers.elsewhere import beside_another
from bench.facts.numbers.opposed import opposed
from bench.facts.numbers.periods import wrong_time
from bench.facts.numbers.text import Reason, nearest, phrase
from bench.facts.people.cast import Cast

PLAIN, LIKELY = 0.9, 0.85
"""Doubts where the article tells of a figure what excludes the claim, and where the claim's words stand by
another figure: of the first, one in a thousand right numbers was flagged, of the second as many
(`benchmarks/validate.py --only "numbers exchanged"`)."""


class Against(NamedTuple):
    """How doubtful evidence makes a figure, and the reason."""

    doubt: float
    reason: Reason


def against(cast: Cast, article: Scene, summary: Scene, found: Assessment) -> Against | None:
    """Return the evidence against a figure that has support in the article, if there is any."""
    if found.claim.weak or found.claim.vague:
        return None
    fact = found.supports[0].fact
    if age := other_age(article, summary, found.claim):
        said = f"article: {phrase(article, fact)}{own_age(article, summary, found.claim)}"
        return Against(PLAIN, Reason(said, (fact, age[1])))
    if other := opposed(article, summary, found):
        return _plain(article, found, f"{other.article}, not {other.claim}")
    if time := wrong_time(article, summary, found):
        return _plain(article, found, f"the {time} of two figures")
    if persons := bearer(cast, article, summary, found):
        return _plain(article, found, f"of {persons[1].name}, not {persons[0].name}")
    if rival := _met_elsewhere(article, summary, found) or beside_another(article, summary, found):
        return Against(LIKELY, Reason(nearest(article, fact, rival.fact), (fact, rival.fact)))
    return None


def _met_elsewhere(article: Scene, summary: Scene, found: Assessment) -> Support | None:
    """Return the figure told in a claim's clause where only figures told elsewhere meet its bound.

    Of 13 workers killed and nine badly hurt, "fewer than a dozen were killed" is met by the nine.
    """
    told = summary.around(found.claim).clause & article.weights.keys()
    if not found.claim.modifier or not found.rivals or len(told) < _FEWEST:
        return None
    if any(support.match.how not in _INEXACT or support.words.clause for support in found.supports):
        return None
    rival = max(found.rivals, key=lambda one: one.words.clause)
    return rival if rival.words.clause >= _ITS_CLAUSE else None


_INEXACT = frozenset({"bound", "rounded"})
_ITS_CLAUSE, _FEWEST = 0.8, 2


def _plain(article: Scene, found: Assessment, what: str) -> Against:
    fact = found.supports[0].fact
    return Against(PLAIN, Reason(f"article: {phrase(article, fact)}: {what}", (fact,)))
