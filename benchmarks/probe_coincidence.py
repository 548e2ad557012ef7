"""Wrong values that nobody derived: how often does the check find arithmetic for them all the same?"""

import random
from collections.abc import Iterator
from decimal import Decimal

from figures import rate
from judge import findings
from labelled import Written, written
from lines import Example, Line, Result, context, pairs
from number_mentions import Mention, mentions, stated, word_value
from probe_numbers import in_words, safe, written_like
from probes import replaced, seeded

TRIES = 4
POOLS = ("human", "llm")


def _values(rng: random.Random, old: Decimal) -> Iterator[Decimal]:
    """Yield values from half to twice `old`, with as many decimals and significant digits."""
    last = Decimal(1).scaleb(int(old.normalize().as_tuple().exponent))
    low, high = max(2, int(old / 2 / last)), int(old * 2 / last) + 2
    for _ in range(TRIES):
        yield rng.randint(low, high) * last


def wrong_summaries(entry: Written, mention: Mention, known: set[Decimal]) -> Iterator[tuple[str, int]]:
    """Yield summaries with another value at a mention, and where the value ends."""
    spelled = mention.groups.get("num") or mention.groups.get("w") or mention.groups.get("aw")
    if spelled is None or mention.groups.get("glue", "").lower() in ("s", "st", "nd", "rd", "th"):
        return
    digits = "num" in mention.groups
    old = Decimal(spelled.replace(",", "")) if digits else Decimal(word_value(spelled))
    scale = mention.value / old if old else Decimal(1)
    words = entry.summary[mention.start : mention.end]
    for new in _values(seeded(f"{entry.key}:{mention.start}:wrong"), old):
        text = written_like(spelled, new) if digits else in_words(int(new))
        if text and safe(new, known) and safe(new * scale, known):
            changed = words.replace(spelled, text, 1)
            yield replaced(entry.summary, mention.start, mention.end, changed), mention.start + len(changed)


def coincidences(part: str) -> Result:
    """Random wrong values of a number's own magnitude: the share judged derived, and not flagged at all."""
    lines: list[Line] = []
    examples: list[Example] = []
    for pool in POOLS:
        derived, passed = [], []
        for entry in (e for e in written(part) if e.pool == pool):
            known = stated(entry.document) | stated(entry.summary)
            for mention in mentions(entry.summary):
                for summary, end in wrong_summaries(entry, mention, known):
                    found = findings(entry.document, summary, ("numbers",))
                    here = [f for f in found if (f.start or 0) < end and mention.start < (f.end or 0)]
                    told = [f for f in here if f.verdict == "derived"]
                    wrong = any(f.verdict in ("unsupported", "misattached") for f in here)
                    derived.append((bool(told), entry.article_key))
                    passed.append((not wrong and not told, entry.article_key))
                    for f in told:
                        text = f"{context(summary, mention.start, end)}  {f.reason}"
                        examples.append(Example("coincidences", f"derived {pool}", text))
        lines.append(Line("coincidences", f"wrong values judged derived, {pool}", rate(*pairs(derived))))
        lines.append(Line("coincidences", f"wrong values passed otherwise, {pool}", rate(*pairs(passed))))
    return Result(lines, examples)
