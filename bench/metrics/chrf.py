"""chrF2 (Popovic 2015) by sacreBLEU, 0 to 1."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from bench.metrics.case import Candidate, Case


@cache
def _scorer() -> Any:
    """Return sacreBLEU's chrF with its defaults, imported once."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def measure(case: Case, candidate: Candidate) -> Mapping[str, float | None]:
    """Return chrF2 as the mean over references, 0 to 1; None where there is no reference."""
    references = case.references_but(candidate.left_out)
    if not references:
        return {"chrf": None}
    scorer = _scorer()
    scores = [scorer.sentence_score(candidate.raw, [reference.raw]).score for reference in references]
    return {"chrf": sum(scores) / len(scores) / 100}


def signature() -> str:
    """Return sacreBLEU's version and the rule for several references."""
    import sacrebleu

    return f"chrf2|refs:mean|sacrebleu-{sacrebleu.__version__}"
