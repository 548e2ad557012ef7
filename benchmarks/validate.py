"""Measure the fact check against people's labels and planted errors: `python benchmarks/validate.py --help`."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from figures import auc, caught_at, rate
from judge import LEVELS, check, findings, flags, risk
from label_rows import entfa_mentions, flagged, marked_spans, verdicts
from labelled import LABELLED, written
from lines import Example, Line, Result, context, pairs
from probe_numbers import changed_numbers, exchanged_numbers
from probe_people import (
    changed_people,
    exchanged_people,
    extracts,
    moved_offices,
    moved_statements,
    varied_people,
)
from probes import Probe


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
                        row, f"miss {pool} {p.change}", f"{context(p.summary, p.start, p.end)}  (was: {old})"
                    )
                )
        everything = [pair for some in hits.values() for pair in some]
        lines.append(Line(row, f"caught, {pool}", rate(*pairs(everything))))
        alarms = []
        for p in _untouched(own).values():
            wrong = flags(findings(p.document, p.original, names, level), *p.was)
            alarms.append((bool(wrong), p.article_key))
            if wrong:
                examples.append(
                    Example(
                        row,
                        f"alarm {pool}",
                        f"{context(p.original, *p.was)}  {wrong[0].verdict}: {wrong[0].reason}",
                    )
                )
        lines.append(Line(row, f"false alarms, {pool}", rate(*pairs(alarms))))
        for change, some in sorted(hits.items()):
            lines.append(Line(row, f"  {change}, {pool}", rate(*pairs(some))))
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


PEOPLE = ("people", "roles", "speakers")


def people_changed(part: str) -> Result:
    """Outside names, wrong given names, joined names."""
    probes = [p for entry in written(part) for p in changed_people(entry, part)]
    return planted("people changed", probes, PEOPLE)


def people_varied(part: str) -> Result:
    """Correct variants of a name: the share accepted."""
    lines, examples = [], []
    hits: dict[tuple[str, str], list[tuple[bool, str]]] = {}
    for p in (p for entry in written(part) for p in varied_people(entry, part)):
        wrong = flags(findings(p.document, p.summary, PEOPLE), p.start, p.end)
        for key in (("all", ""), ("all", p.change), (p.pool, "")):
            hits.setdefault(key, []).append((not wrong, p.article_key))
        if wrong:
            old = p.original[slice(*p.was)]
            text = (
                f"{context(p.summary, p.start, p.end)}  (was: {old})  {wrong[0].verdict}: {wrong[0].reason}"
            )
            examples.append(Example("people varied", f"refused {p.change}", text))
    for (pool, change), some in sorted(hits.items()):
        lines.append(Line("people varied", f"accepted, {pool} {change}", rate(*pairs(some))))
    return Result(lines, examples)


def people_exchanged(part: str) -> Result:
    """A person replaced by another of the article."""
    probes = [p for entry in written(part) for p in exchanged_people(entry)]
    result = planted("people exchanged", probes, PEOPLE)
    return Result(result.lines + ranked("people exchanged", probes, PEOPLE), result.examples)


def speakers_moved(part: str) -> Result:
    """A statement given to another person of the article."""
    probes = [p for entry in (*written(part), *extracts(part)) for p in moved_statements(entry)]
    result = planted("statements moved", probes, PEOPLE)
    return Result(result.lines + ranked("statements moved", probes, PEOPLE), result.examples)


def offices_moved(part: str) -> Result:
    """An office given to another person of the article."""
    probes = [p for entry in (*written(part), *extracts(part)) for p in moved_offices(entry)]
    result = planted("offices moved", probes, PEOPLE)
    return Result(result.lines + ranked("offices moved", probes, PEOPLE), result.examples)


class Measure(NamedTuple):
    """One row of the table: what it needs and how it is measured."""

    name: str
    group: str
    needs: tuple[str, ...]
    measure: Callable[[str], Result]


MEASURES = (
    Measure("numbers changed", "numbers", NUMBERS, numbers_changed),
    Measure("numbers exchanged", "numbers", NUMBERS, numbers_exchanged),
    Measure("people changed", "people", ("people",), people_changed),
    Measure("people varied", "people", ("people",), people_varied),
    Measure("people exchanged", "people", ("people",), people_exchanged),
    Measure("statements moved", "people", ("people",), speakers_moved),
    Measure("offices moved", "people", ("people",), offices_moved),
    Measure("EntFA numbers", "numbers", NUMBERS, lambda part: entfa_mentions(part, ("numbers", "calendar"))),
    Measure("EntFA people", "people", ("people",), lambda part: entfa_mentions(part, ("people",))),
    Measure("verdicts", "labels", ("numbers", "people"), verdicts),
    Measure("flagged", "labels", ("numbers", "people"), flagged),
    Measure("spans", "labels", ("numbers", "people"), marked_spans),
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
