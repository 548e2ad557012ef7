"""What tells that a person of a summary stands in another one's place, weighed together.

The weights and steps stand in data/person_doubt.toml, fitted by benchmarks/fit_person_doubt.py.
"""

import tomllib
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from bench.facts.strictness import interp

GRADES = (0.3, 0.45, 0.6, 0.9)
"""Doubt at the steps of the file: where so many mentions of right summaries seem another's as RATES says."""
RATES = (0.03, 0.018, 0.007, 0.002)


class Signs(NamedTuple):
    """Signs of an exchange around one mention.

    `near` and `sentence` are what the closest words and single sentences speak for somebody else, more than
    for the person named; `prominence`: who is named rarely is named less often in a summary, and main persons
    are often meant by other words; `full`: a full name is told anew, a surname goes on; `together`: that one
    stands close to the others of this sentence in the article too; `own_deed`: the article has a deed of this
    mention with the same person on the same side; `anothers_deed`: how much of the context a sentence has
    that has it with another one there.
    """

    near: float
    sentence: float
    prominence: float
    full: bool
    together: bool
    own_deed: bool
    anothers_deed: float

    @property
    def weighed(self) -> float:
        """How much speaks for another one, 0 to 1, by the fitted weights alone."""
        weights = _model().weights
        total = _model().intercept + sum(w * value for w, value in zip(weights, self, strict=True))
        return 1 / (1 + exp(-max(-40.0, min(40.0, total))))

    @property
    def doubt(self) -> float:
        """How likely the context is another's, 0 to 1: see `GRADES`."""
        return interp(self.weighed, _model().scale)


class _Model(NamedTuple):
    intercept: float
    weights: tuple[float, ...]
    scale: tuple[tuple[float, float], ...]


@cache
def _model() -> _Model:
    table = tomllib.loads((files("bench.facts") / "data" / "person_doubt.toml").read_text("utf-8"))
    steps = zip(table["steps"], GRADES, strict=True)
    weights = tuple(table["weights"][name] for name in Signs._fields)
    return _Model(table["intercept"], weights, ((0.0, 0.0), *steps, (1.0, 0.94)))
