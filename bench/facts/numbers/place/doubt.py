"""How doubtful it is that a number of the summary belongs where the summary puts it: a small logistic model.

The article has the value; the question is whether it says it of the same thing. The place of the claim is
held against the places where the article has the value, and against those of its rivals: figures of the same
sort with another value, which the summary does not tell elsewhere. Words that differ are no evidence in a
summary that words everything anew, so that it also counts how closely the summary keeps to the article. The
weights stand in data/number_doubt.toml, fitted by benchmarks/fit_number_doubt.py.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp, fsum
from statistics import median
from typing import NamedTuple

from bench.facts.numbers.assess import Assessment, Support
from bench.facts.numbers.context import Scene
from bench.facts.numbers.place.exchange import Mutual, unused
from bench.facts.numbers.place.wording import copied, copied_near, sentence_share
from bench.facts.quantities.quantity import Quantity

_PLAIN_FIT = 0.7
"""Fit from which a figure of the article is the claim's own, so that the best of their places counts."""
_BESIDE = 100
"""Numbers of a text that are held against one another; no summary that deserves the name has more."""


class Reading(NamedTuple):
    """The numbers of a summary as held against one article, before strictness decides."""

    article: Scene
    summary: Scene
    assessed: tuple[Assessment, ...]

    def beside(self, found: Assessment) -> tuple[Assessment, ...]:
        """Return the numbers that one is held against: all of a summary, the nearest of a very long text."""
        if len(self.assessed) <= _BESIDE:
            return self.assessed
        at = bisect_left(self.assessed, found.claim.first, key=_place)
        return self.assessed[max(0, at - _BESIDE // 2) : at + _BESIDE // 2 + 1]


class Features(NamedTuple):
    """What tells a number in its own place from one in another's; each about 0 to 1.

    `loose`: how inexactly the article has the value. `lead`: how much better the best rival's place
    agrees than the value's own; `lead_informed`: the same, where the article has many of the words
    around. `run`: the same for the words straight before and behind. `clause`: the share of the claim's
    clause that the rival has. `head`: the rival counts the claim's noun. `rival_words`: rare words near
    the claim that stand near the rival alone. `sentence`: the share of the claim's sentence that an
    article sentence with a rival has. `mutual`, `shared`, `crossed`: how much better it and another
    number would fit exchanged, by their clauses, by all words near them, by those beside them. `named`:
    the name before the number stands near the value. `bare`: somewhere the article has the value without
    a noun. `date`: a day, month or year. `informed`: words around the claim that the article has.
    `others`: how well the summary's other numbers agree with their places. `copied`, `copied_near`: how
    closely it keeps to the article's wording.
    """

    loose: float
    lead: float
    run: float
    clause: float
    head: float
    rival_words: float
    sentence: float
    mutual: float
    named: float
    bare: float
    date: float
    informed: float
    others: float
    copied: float
    copied_near: float
    shared: float
    crossed: float
    lead_informed: float


def features(reading: Reading, found: Assessment, mutual: Mutual) -> Features:
    """Return the features of an assessment that has support; `mutual` is from `exchanged`."""
    article, summary, claim = reading.article, reading.summary, found.claim
    own = [support for support in found.supports if support.match.fit >= _PLAIN_FIT] or found.supports[:1]
    best = max(own, key=_slot)
    rival = strongest(reading, found)
    lead = (rival.words.slot if rival else 0.0) - best.words.slot
    informed = min(found.informed, 12) / 12
    return Features(
        loose=1 - found.supports[0].match.fit,
        lead=lead,
        run=((rival.words.run if rival else 0) - best.words.run) / 6,
        clause=rival.words.clause if rival else 0.0,
        head=float(rival is not None and rival.words.head),
        rival_words=_rival_words(reading, claim, own, rival),
        sentence=sentence_share(article, summary, claim, [other.fact for other in found.rivals]),
        mutual=mutual.clause,
        named=float(_named(reading, claim, own)),
        bare=float(any(not article.around(support.fact).right for support in found.supports)),
        date=float(claim.kind in ("year", "date", "month")),
        informed=informed,
        others=_others(reading, found),
        copied=copied(article, summary),
        copied_near=copied_near(article, summary, claim),
        shared=mutual.share,
        crossed=float(mutual.crossed),
        lead_informed=lead * informed,
    )


def strongest(reading: Reading, found: Assessment) -> Support | None:
    """Return the rival whose place agrees best, of those that the summary does not tell elsewhere."""
    return max(unused(found, reading.beside(found)), key=_slot, default=None)


def _place(found: Assessment) -> int:
    return found.claim.first


def _slot(support: Support) -> float:
    return support.words.slot


def _rival_words(reading: Reading, claim: Quantity, own: Sequence[Support], rival: Support | None) -> float:
    """Return the weight of the words near the claim that stand near the rival and not near the value."""
    if rival is None:
        return 0.0
    article = reading.article
    words = set(reading.summary.beside(claim, 6)) & set(article.beside(rival.fact, 12))
    for support in own:
        words.difference_update(article.beside(support.fact, 12))
    return min(fsum(article.weights[word] for word in words), 8.0) / 8


def _named(reading: Reading, claim: Quantity, own: Sequence[Support]) -> bool:
    """Whether the name before a claim stands within ten words of the value in the article."""
    name = _name_before(reading.summary, claim)
    tape, sentence = reading.article.tape, reading.article.sentence
    for support in own:
        first, last = support.fact.first, support.fact.last
        for at in range(max(0, first - 10), min(len(tape), last + 10)) if name else ():
            if tape.words[at] in name and sentence[at] == sentence[first]:
                return True
    return False


def _name_before(scene: Scene, claim: Quantity) -> set[str]:
    """Return the words of the nearest run of capitals before a number, the sentence's first word left out."""
    tape, found = scene.tape, set[str]()
    at, own = claim.first - 1, scene.sentence[claim.first]
    while at > 0 and scene.sentence[at - 1] == own and (found or claim.first - at < 12):
        if tape.capital(at) and len(tape.words[at]) > 1:
            found.add(tape.words[at])
        elif found:
            break
        at -= 1
    return found


def _others(reading: Reading, found: Assessment) -> float:
    shares = [o.supports[0].words.share for o in reading.beside(found) if o is not found and o.supports]
    return median(shares) if shares else 0.5


@cache
def _model() -> tuple[float, tuple[float, ...]]:
    """Return intercept and weights."""
    table = tomllib.loads((files("bench.facts") / "data" / "number_doubt.toml").read_text("utf-8"))
    return table["intercept"], tuple(table["weights"][name] for name in Features._fields)


def attachment_doubt(reading: Reading, found: Assessment, mutual: Mutual) -> float:
    """Return the doubt, 0 to 1, that the article says this number of the same thing."""
    intercept, weights = _model()
    given = features(reading, found, mutual)
    total = intercept + sum(weight * value for weight, value in zip(weights, given, strict=True))
    return 1 / (1 + exp(-total))
