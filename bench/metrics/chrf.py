"""chrF2 (Popovic 2015) as sacreBLEU has it, 0 to 1."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from bench.metrics.case import Candidate, Case, Text
from bench.metrics.char_grams import chrf

Engine = Literal["fast", "reference"]


@cache
def _scorer() -> Any:
    """Return sacreBLEU's chrF with its defaults, imported once."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def measure(case: Case, candidate: Candidate, *, engine: Engine = "fast") -> Mapping[str, float | None]:
    """Return chrF2 as the mean over references, 0 to 1; None where there is no reference.

    `engine="reference"` computes the same floats with sacreBLEU.
    """
    references = case.references_but(candidate.left_out)
    if not references:
        return {"chrf": None}
    scores = [_score(reference, candidate, engine) for reference in references]
    return {"chrf": sum(scores) / len(scores) / 100}


def _score(reference: Text, candidate: Candidate, engine: Engine) -> float:
    """Return chrF2 against one reference, 0 to 100."""
    if engine == "fast":
        return chrf(reference.character_grams, candidate.raw)
    score: float = _scorer().sentence_score(candidate.raw, [reference.raw]).score
    return score


def signature(*, engine: Engine = "fast") -> str:
    """Return sacreBLEU's version and the rule for several references."""
    from importlib.metadata import version

    return f"chrf2|refs:mean|sacrebleu-{version('sacrebleu')}"
