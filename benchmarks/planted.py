"""Planted errors held against the checks: caught, and false alarms where nothing was planted."""

from collections.abc import Iterable, Sequence

from figures import Figure, auc, caught_at, rate
from judge import LEVELS, findings, flags, risk
from lines import Example, Line, Result, context, pairs
from probes import Probe, Untouched

Hits = list[tuple[bool, str]]


def untouched(probes: Iterable[Probe]) -> list[Untouched]:
    """Return each place that something was planted in, as it was before, once."""
    places = (Untouched(p.pool, p.article_key, p.document, p.original, *p.was) for p in probes)
    return list(dict.fromkeys(places))


def caught(probe: Probe, names: tuple[str, ...], level: str = "normal") -> bool:
    """Whether a wrong finding touches a changed place."""
    found = findings(probe.document, probe.summary, names, level)
    return any(flags(found, *place) for place in probe.places)


def alarmed(place: Untouched, names: tuple[str, ...], level: str = "normal") -> bool:
    """Whether a wrong finding touches an untouched place."""
    return bool(flags(findings(place.document, place.summary, names, level), place.start, place.end))


def planted(
    row: str, probes: Sequence[Probe], names: tuple[str, ...], plain: Sequence[Untouched] | None = None
) -> Result:
    """Return share caught by pool and change, and false alarms on `plain` (the same places before)."""
    lines: list[Line] = []
    examples: list[Example] = []
    for pool in sorted({p.pool for p in probes}):
        own = [p for p in probes if p.pool == pool]
        before = [u for u in (untouched(own) if plain is None else plain) if u.pool == pool]
        hits = [(caught(p, names), p.article_key) for p in own]
        alarms = [(alarmed(u, names), u.article_key) for u in before]
        lines.append(Line(row, f"caught, {pool}", rate(*pairs(hits))))
        lines.append(Line(row, f"false alarms, {pool}", rate(*pairs(alarms))))
        lines.append(Line(row, f"untouched summaries flagged, {pool}", _summaries_flagged(before, names)))
        for change in sorted({p.change for p in own}):
            some = [hit for hit, p in zip(hits, own, strict=True) if p.change == change]
            lines.append(Line(row, f"  {change}, {pool}", rate(*pairs(some))))
        examples += [_miss(row, p) for p, (hit, _) in zip(own, hits, strict=True) if not hit]
        examples += [_alarm(row, u, names) for u, (hit, _) in zip(before, alarms, strict=True) if hit]
    return Result(lines, examples)


def _summaries_flagged(before: Sequence[Untouched], names: tuple[str, ...]) -> Figure | None:
    """Return the share of untouched summaries in which these checks find anything wrong at all."""
    texts = {(u.document, u.summary): u.article_key for u in before}
    hits = [(bool(flags(findings(*text, names), 0, len(text[1]))), key) for text, key in texts.items()]
    return rate(*pairs(hits))


def _miss(row: str, probe: Probe) -> Example:
    old = probe.original[slice(*probe.was)]
    text = f"{context(probe.summary, probe.start, probe.end)}  (was: {old})"
    return Example(row, f"miss {probe.pool} {probe.change}", text)


def _alarm(row: str, place: Untouched, names: tuple[str, ...]) -> Example:
    wrong = flags(findings(place.document, place.summary, names), place.start, place.end)[0]
    text = f"{context(place.summary, place.start, place.end)}  {wrong.verdict}: {wrong.reason}"
    return Example(row, f"alarm {place.pool}", text)


def ranked(
    row: str, probes: Sequence[Probe], names: tuple[str, ...], plain: Sequence[Untouched] | None = None
) -> list[Line]:
    """Return AUC and share caught at 5 % false alarms, and the operating point of each strictness.

    The risk of a place is read off the verdicts at the three strictnesses.
    """
    lines: list[Line] = []
    before = untouched(probes) if plain is None else plain
    for pool in ("all", *sorted({p.pool for p in probes})):
        own = [p for p in probes if pool in ("all", p.pool)]
        lines.append(_curve(row, pool, own, [u for u in before if pool in ("all", u.pool)], names))
    for level in LEVELS:
        hits = [(caught(p, names, level), p.article_key) for p in probes]
        alarms = [(alarmed(u, names, level), u.article_key) for u in before]
        lines.append(Line(row, f"  strictness {level}: caught", rate(*pairs(hits))))
        lines.append(Line(row, f"  strictness {level}: false alarms", rate(*pairs(alarms))))
    return lines


def _curve(
    row: str, pool: str, probes: Sequence[Probe], plain: Sequence[Untouched], names: tuple[str, ...]
) -> Line:
    """Return the area under the curve of risk, with the share caught at 5 % false alarms beside it."""
    wrong = [risk(p.document, p.summary, names, p.places) for p in probes]
    right = [risk(u.document, u.summary, names, ((u.start, u.end),)) for u in plain]
    cuts = sorted({*wrong, *right})[1:]  # the lowest flags everything
    points = [
        (sum(r >= cut for r in right) / len(right), sum(r >= cut for r in wrong) / len(wrong)) for cut in cuts
    ]
    groups = [p.article_key for p in probes] + [u.article_key for u in plain]
    area = auc([True] * len(wrong) + [False] * len(right), [*wrong, *right], groups)
    return Line(row, f"AUC, {pool}", area, f"caught at 5 % false alarms: {100 * caught_at(0.05, points):.1f}")
