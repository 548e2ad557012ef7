"""Measure the fact check against people's labels and planted errors: `python benchmarks/validate.py --help`."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from figures import Figure, auc, caught_at, rate
from judge import LEVELS, check, findings, flags, risk
from labelled import LABELLED, written
from probe_numbers import changed_numbers, exchanged_numbers
from probes import Probe


class Line(NamedTuple):
    """One line of the result: what was measured, on what, and the figure."""

    row: str
    measure: str
    figure: Figure | None
    note: str = ""


class Example(NamedTuple):
    """A miss or a false alarm, for reading."""

    row: str
    kind: str
    text: str


class Result(NamedTuple):
    """The lines of one row and its errors."""

    lines: list[Line]
    examples: list[Example]


def _context(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 60]}".replace("\n", " ")


def _untouched(probes: Sequence[Probe]) -> dict[tuple[str, str, tuple[int, int]], Probe]:
    """Return one probe for each untouched place."""
    return {(p.document, p.original, p.was): p for p in probes}


def planted(row: str, probes: Sequence[Probe], names: tuple[str, ...], level: str = "normal") -> Result:
    """Return share caught by kind of change, and false alarms on the same places untouched."""
    lines, examples = [], []
    pools = sorted({p.pool for p in probes})
    for pool in pools:
        own = [p for p in probes if p.pool == pool]
        hits: dict[str, list[tuple[bool, str]]] = {}
        for p in own:
            places = ((p.start, p.end), *p.also)
            found = findings(p.document, p.summary, names, level)
            hit = any(flags(found, *place) for place in places)
            hits.setdefault(p.change, []).append((hit, p.article_key))
            if not hit:
                old = p.original[slice(*p.was)]
                examples.append(
                    Example(
                        row, f"miss {pool} {p.change}", f"{_context(p.summary, p.start, p.end)}  (was: {old})"
                    )
                )
        everything = [pair for pairs in hits.values() for pair in pairs]
        lines.append(Line(row, f"caught, {pool}", rate(*map(list, zip(*everything, strict=True)))))
        alarms = []
        for p in _untouched(own).values():
            wrong = flags(findings(p.document, p.original, names, level), *p.was)
            alarms.append((bool(wrong), p.article_key))
            if wrong:
                examples.append(
                    Example(
                        row,
                        f"alarm {pool}",
                        f"{_context(p.original, *p.was)}  {wrong[0].verdict}: {wrong[0].reason}",
                    )
                )
        lines.append(Line(row, f"false alarms, {pool}", rate(*map(list, zip(*alarms, strict=True)))))
        for change, pairs in sorted(hits.items()):
            lines.append(Line(row, f"  {change}, {pool}", rate(*map(list, zip(*pairs, strict=True)))))
    return Result(lines, examples)


def ranked(row: str, probes: Sequence[Probe], names: tuple[str, ...]) -> list[Line]:
    """Return AUC, the operating point of each strictness, and the share caught at 5 % false alarms."""
    lines = []
    for pool in ("all", *sorted({p.pool for p in probes})):
        own = [p for p in probes if pool in ("all", p.pool)]
        plain = list(_untouched(own).values())
        truth = [True] * len(own) + [False] * len(plain)
        groups = [p.article_key for p in (*own, *plain)]
        risks = [risk(p.document, p.summary, names, ((p.start, p.end), *p.also)) for p in own]
        risks += [risk(p.document, p.original, names, (p.was,)) for p in plain]
        points = []
        for cut in sorted(set(risks))[1:]:  # the lowest flags everything
            caught = sum(r >= cut for r in risks[: len(own)]) / len(own)
            points.append((sum(r >= cut for r in risks[len(own) :]) / len(plain), caught))
        at5 = caught_at(0.05, points)
        lines.append(
            Line(
                row,
                f"AUC, {pool}",
                auc(truth, risks, groups),
                f"caught at 5 % false alarms: {100 * (at5 or 0):.1f}",
            )
        )
        if pool == "all":
            for level in LEVELS:
                caught = [
                    any(
                        flags(findings(p.document, p.summary, names, level), *q)
                        for q in ((p.start, p.end), *p.also)
                    )
                    for p in own
                ]
                alarms = [bool(flags(findings(p.document, p.original, names, level), *p.was)) for p in plain]
                lines.append(Line(row, f"  strictness {level}: caught", rate(caught, groups[: len(own)])))
                lines.append(
                    Line(row, f"  strictness {level}: false alarms", rate(alarms, groups[len(own) :]))
                )
    return lines


NUMBERS = ("numbers",)


def numbers_changed(part: str) -> Result:
    """Arbitrary change of value, unit or magnitude."""
    probes = [p for entry in written(part) for p in changed_numbers(entry)]
    return planted("numbers changed", probes, NUMBERS)


def numbers_exchanged(part: str) -> Result:
    """Two numbers exchanged, or one for another of its article."""
    probes = [p for entry in written(part) for p in exchanged_numbers(entry)]
    result = planted("numbers exchanged", probes, NUMBERS)
    return Result(result.lines + ranked("numbers exchanged", probes, NUMBERS), result.examples)


class Measure(NamedTuple):
    """One row of the table: what it needs and how it is measured."""

    name: str
    group: str
    needs: tuple[str, ...]
    measure: Callable[[str], Result]


MEASURES = (
    Measure("numbers changed", "numbers", NUMBERS, numbers_changed),
    Measure("numbers exchanged", "numbers", NUMBERS, numbers_exchanged),
)


def main() -> None:
    """Print every figure asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "heldout", "all"), default="dev")
    parser.add_argument("--only", action="append", default=[], help="a group or row name; may be repeated")
    parser.add_argument(
        "--show-errors", type=int, default=0, metavar="N", help="list N misses and N alarms a row (dev only)"
    )
    options = parser.parse_args()
    if not LABELLED.exists():
        sys.exit(f"skipped: no labelled data at {LABELLED}")
    if options.show_errors and options.part != "dev":
        sys.exit("--show-errors reads single cases, which only the dev part is for")
    for measure in MEASURES:
        if options.only and not any(word in (measure.group, measure.name) for word in options.only):
            continue
        if not all(check(name) for name in measure.needs):
            print(f"{measure.name}: skipped, a check it needs is not there")
            continue
        begun = time.perf_counter()
        result = measure.measure(options.part)
        for line in result.lines:
            print(f"{line.row:20} {line.measure:42} {line.figure or '-'}  {line.note}")
        print(f"  ({time.perf_counter() - begun:.0f} s)", flush=True)
        _show(result.examples, options.show_errors)


def _show(examples: list[Example], limit: int) -> None:
    """Print examples spread evenly over each kind of error."""
    kinds: dict[str, list[Example]] = {}
    for example in examples:
        kinds.setdefault(example.kind, []).append(example)
    for kind, found in kinds.items() if limit else ():
        print(f"--- {kind}: {len(found)}")
        step = max(1, len(found) // limit)
        for example in found[::step][:limit]:
            print("   ", example.text)


if __name__ == "__main__":
    main()
