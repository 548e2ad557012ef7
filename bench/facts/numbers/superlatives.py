"""Ranks told by a superlative of the world or a country: "the world's tallest", "the UK's most famous".

Being first among all is a claim like "the first" is one; news never leaves it out where it is true, so that a
summary whose article has no such superlative, nor one of its meaning, has it from nowhere. Superlatives of
nothing in particular ("the best way") rank nothing.
"""

import re
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.numbers.context import Scene
from bench.records import Finding, Verdict

if TYPE_CHECKING:
    from bench.facts.source import Source

_RANK = re.compile(
    r"\b(?:world|planet|earth|globe|uk|us|country|nation|britain|england|scotland|wales|ireland|europe|asia|africa|"
    r"america|continent)\\?['’]s "
    r"(?:(?:second|third|fourth|fifth|\w+th)[ -])?(most(?= \w)|[a-z]{3,}est|best|worst)(?:[- ]\w+)?"
)
_NO_RANKS = frozenset(
    "west east forest interest protest contest harvest honest modest latest inquest conquest".split()
)
_ALIKE = tuple(
    frozenset(line.split())
    for line in (
        "biggest largest greatest",
        "best finest greatest top leading",
        "richest wealthiest",
        "tallest highest",
        "lowest smallest",
        "fastest quickest",
        "worst deadliest bloodiest gravest",
        "strongest toughest",
        "oldest earliest",
    )
)
_DOUBT = 0.85


def judge_superlatives(source: "Source", summary: Scene, absent: float) -> list[Judged]:
    """Return the ranks of a summary that its article gives by no superlative of the same meaning.

    From the doubt `absent` on they are called unsupported.
    """
    document, found = summary.tape.document, list[Judged]()
    for match in _RANK.finditer(document.lower):
        word = match.group(1)
        if word in _NO_RANKS or any(form in source.cast.words for form in _meant_by(word)):
            continue
        span = document.span(match.start(), match.end())
        verdict: Verdict = "unsupported" if absent <= _DOUBT else "suspect"
        reason = "the article has no such superlative"
        found.append(Judged(Finding("number", span.text, verdict, span.start, span.end, (), reason), _DOUBT))
    return found


def _meant_by(word: str) -> frozenset[str]:
    """Return the superlatives that mean what `word` does."""
    return frozenset({word}).union(*(line for line in _ALIKE if word in line))
