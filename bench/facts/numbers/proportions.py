"""Multiples told without a figure, held against the article's figures: "doubled", "halved".

That a summary says so and the article does not is the rule: only figures that the article tells as before and
after of what the summary speaks of, and of another multiple, speak against it.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from bench.facts.judged import Judged
from bench.facts.numbers.context import Scene
from bench.facts.numbers.derive.moved import may_have_moved, met, moved
from bench.facts.numbers.derive.multiples import MULTIPLES
from bench.facts.numbers.derive.parts import Told
from bench.records import Finding, Verdict

if TYPE_CHECKING:
    from bench.facts.source import Source

_HALF = Decimal(1) / 2
_TIMES = {word: Decimal(MULTIPLES[word]) for word in ("doubled", "tripled", "trebled", "quadrupled")}
_TIMES["halved"] = _HALF
_REACH, _OF = 7, 5
"""Words before "doubled" that say what is, and behind it."""
_OFF = Decimal("0.13")
"""How far two figures may be off a multiple, as a part of it."""
_NEARLY = frozenset({"nearly", "almost", "about", "roughly", "virtually", "practically"})
_ENDS = frozenset(
    "in since over within last this to from between during by and but compared after on at".split()
)
_DOUBT = 0.85


def judge_proportions(source: "Source", summary: Scene, absent: float) -> list[Judged]:
    """Return the proportions of a summary against which figures of the article speak.

    From the doubt `absent` on they are called misattached.
    """
    verdict: Verdict = "misattached" if absent <= _DOUBT else "suspect"
    tape, found = summary.tape, list[Judged]()
    for at, told in _multiplied(source.scene, summary):
        span = tape.document.span(tape.starts[at], tape.ends[at])
        evidence = tuple(source.document.span(fact.start, fact.end) for fact in told.facts)
        reason = f"article: {told.text}"
        finding = Finding("number", span.text, verdict, span.start, span.end, evidence, reason)
        found.append(Judged(finding, _DOUBT))
    return found


def _multiplied(article: Scene, summary: Scene) -> Iterator[tuple[int, Told]]:
    """Yield "doubled" and the like with the two figures that tell otherwise of the same."""
    tape = summary.tape
    for at in tape.places(_TIMES.keys()):
        word = tape.words[at]
        if any(MULTIPLES[other] == MULTIPLES[word] for other in MULTIPLES if other in article.tape.places_of):
            continue
        low, high = _bounds(tape.word(at - 1), _TIMES[word])
        what = _doubled(summary, at)
        alike = met(article, what, moved(article))
        most, best = max(alike, key=lambda one: one[0], default=(0, None))
        alike += met(article, what, may_have_moved(article))
        meets = any(low <= told.value <= high and words >= most - 1 for words, told in alike)
        own = [figure.value for figure in summary.figures(summary.sentence[at]) if figure.value > 0]
        # "Has tripled, from 12 cases to 39" gives the figures itself, which are judged.
        meets = meets or any(low <= later / earlier <= high for earlier, later in permutations(own, 2))
        if most and best and not meets:
            yield at, best


def _doubled(summary: Scene, at: int) -> set[str]:
    """Return the stems of what is doubled: before the word, or behind it in "doubled its profit"."""
    word = summary.tape.word(at + 1)
    if word.isalpha() and word not in _ENDS:
        return set(summary.plain(at + 1, at + _OF))
    return set(summary.plain(max(at - _REACH, summary.bounds(summary.sentence[at])[0]), at))


def _bounds(before: str, times: Decimal) -> tuple[Decimal, Decimal]:
    """Return between which shares of the earlier figure the later one may lie."""
    if before == "than":
        # From one and a half of a multiple on the next is told.
        return (times, times * 3 / 2) if times > 1 else (Decimal(0), times)
    off = times * _OFF
    near_by = off if before in _NEARLY else Decimal(0)
    return (times - off - near_by, times + off) if times > 1 else (times - off, times + off + near_by)
