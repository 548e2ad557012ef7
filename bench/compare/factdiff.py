"""Which facts one summary won and lost against another of the same article, by name and place."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from bench.records import WRONG, Kind, Output, Span, Verdict
from bench.results import Place

Effect = Literal["lost", "won", ""]

# A claim made twice is judged by its worst mention.
_WORST_FIRST = ("unsupported", "misattached", "missing", "suspect", "derived", "variant", "supported")
_AROUND = 30


class FactChange(msgspec.Struct, frozen=True):
    """One claim with another verdict than before; `old` or `new` is "" where it was not made.

    `start` and `end` are its place in the new summary, or in the old one where the new one does not make it
    (`of`); `context` has the words around it, the claim in brackets. `line` is that of its row in the
    findings.csv of `of`.
    """

    article: str
    kind: Kind
    claim: str
    old: Verdict | Literal[""]
    new: Verdict | Literal[""]
    effect: Effect
    of: Literal["old", "new"]
    line: int
    start: int | None
    end: int | None
    context: str
    reason: str
    evidence: tuple[Span, ...]

    @property
    def order(self) -> tuple[int, str, int]:
        """Sort new wrong claims first, then missing facts, then what was won, then the rest."""
        if self.effect == "lost":
            rank = 0 if self.new in WRONG else 1
        elif self.effect == "won":
            rank = 2 if self.old in WRONG else 3
        else:
            rank = 4
        return rank, self.article, self.line


def fact_changes(
    before: Output, after: Output, old: Sequence[Place], new: Sequence[Place]
) -> list[FactChange]:
    """Return the claims whose verdict differs between two summaries of one article."""
    was, now = worst_places(old), worst_places(new)
    found = []
    for key in dict.fromkeys([*now, *was]):
        one, other = was.get(key), now.get(key)
        verdicts = (one.finding.verdict if one else ""), (other.finding.verdict if other else "")
        if verdicts[0] != verdicts[1]:
            found.append(_change(one, other, before, after))
    return found


def worst_places(places: Sequence[Place]) -> dict[tuple[str, str], Place]:
    """Return the worst mention of each claim, by kind and claim."""
    found: dict[tuple[str, str], Place] = {}
    for place in places:
        key = place.finding.kind, place.finding.claim
        known = found.get(key)
        if known is None or _badness(place) < _badness(known):
            found[key] = place
    return found


def _badness(place: Place) -> int:
    return _WORST_FIRST.index(place.finding.verdict)


def _change(old: Place | None, new: Place | None, before: Output, after: Output) -> FactChange:
    """Describe one claim that changed; the new summary's mention if there is one."""
    shown = new or old
    assert shown is not None
    of: Literal["old", "new"] = "new" if new else "old"
    finding = shown.finding
    was: Verdict | Literal[""] = old.finding.verdict if old else ""
    now: Verdict | Literal[""] = new.finding.verdict if new else ""
    text = (after if new else before).text
    return FactChange(
        after.article, finding.kind, finding.claim, was, now, _effect(was, now), of, shown.line,
        finding.start, finding.end, context(text, finding.start, finding.end), finding.reason,
        finding.evidence,
    )  # fmt: skip


def _effect(old: str, new: str) -> Effect:
    """Return whether a fact was lost or won; a harmless detail that comes or goes is neither."""
    bad = ("missing", *WRONG)
    if new in bad and not (old in WRONG and new in WRONG):
        return "lost"
    if old in bad and new not in bad:
        return "won"
    return ""


def context(text: str, start: int | None, end: int | None) -> str:
    """Return the words around a place on one line, the place itself in brackets; "" where there is none."""
    if start is None or end is None:
        return ""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if left and not text[left - 1].isspace():
        left += len(text[left:start].split(" ", 1)[0]) if " " in text[left:start] else 0
    if right < len(text) and not text[right].isspace() and " " in text[end:right]:
        right -= len(text[end:right].rsplit(" ", 1)[1])
    lead, tail = "… " if left else "", " …" if right < len(text) else ""
    before, after = text[left:start].lstrip(), text[end:right].rstrip()
    return " ".join(f"{lead}{before}[{text[start:end]}]{after}{tail}".split())
