"""Measure the fact check on people's labels and on planted errors: `python benchmarks/validate.py --help`."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from figures import rate
from judge import findings, flags
from label_rows import entfa_mentions, flagged, marked_spans, verdicts
from labelled import LABELLED, Written, written
from lines import Example, Line, Result, context, pairs
from named_people import sentences_with_people
from number_mentions import mentions
from planted import planted, ranked, untouched
from probe_coincidence import coincidences
from probe_exchanges import exchanged_numbers
from probe_moves import exchanged_people, extracts, moved_offices, moved_statements
from probe_numbers import changed_numbers
from probe_people import changed_people, varied_people
from probes import Probe, Untouched
from score_rows import (
    by_hand,
    corpus_references,
    faithful_summaries,
    fine_tuned_systems,
    score_left_out,
    score_of_model,
    speed,
)

NUMBERS = ("numbers",)
# A name that the people check does not recognise as a person's is still told to be foreign to the article.
ANY_NAME = ("people", "roles", "speakers", "names")


def numbers_changed(part: str) -> Result:
    """Arbitrary change of value, unit or magnitude."""
    probes = [p for entry in written(part) for p in changed_numbers(entry)]
    return planted("numbers changed", probes, NUMBERS)


def _numbers_in(entry: Written) -> Iterator[Untouched]:
    for mention in mentions(entry.summary):
        yield Untouched(
            entry.pool, entry.article_key, entry.document, entry.summary, mention.start, mention.end
        )


def numbers_exchanged(part: str) -> Result:
    """Two numbers exchanged, or one for another of its article; false alarms on every untouched number."""
    entries = [entry for entry in written(part) if entry.pool != "human-xsum"]
    probes = [p for entry in entries for p in exchanged_numbers(entry)]
    plain = [place for entry in entries for place in _numbers_in(entry)]
    result = planted("numbers exchanged", probes, NUMBERS, plain)
    return Result(result.lines + ranked("numbers exchanged", probes, NUMBERS, plain), result.examples)


def people_changed(part: str) -> Result:
    """Outside names, wrong given names, joined names."""
    probes = [p for entry in written(part) for p in changed_people(entry, part)]
    return planted("people changed", probes, ANY_NAME)


def people_varied(part: str) -> Result:
    """Correct variants of a name: the share accepted."""
    lines, examples = [], []
    hits: dict[tuple[str, str], list[tuple[bool, str]]] = {}
    for p in (p for entry in written(part) for p in varied_people(entry, part)):
        wrong = flags(findings(p.document, p.summary, ANY_NAME), p.start, p.end)
        for key in (("all", ""), ("all", p.change), (p.pool, "")):
            hits.setdefault(key, []).append((not wrong, p.article_key))
        if wrong:
            old = p.original[slice(*p.was)]
            text = (
                f"{context(p.summary, p.start, p.end)}  (was: {old})  {wrong[0].verdict}: {wrong[0].reason}"
            )
            examples.append(Example("people varied", f"refused {p.change}", text))
    for (pool, change), some in sorted(hits.items()):
        lines.append(Line("people varied", f"accepted, {pool} {change}".rstrip(), rate(*pairs(some))))
    return Result(lines, examples)


def people_exchanged(part: str) -> Result:
    """A person replaced by another of the article; false alarms on every sentence with a person."""
    probes = [p for entry in written(part) for p in exchanged_people(entry)]
    plain = [place for entry in written(part) for place in sentences_with_people(entry)]
    return _with_curve("people exchanged", probes, plain)


def statements_moved(part: str) -> Result:
    """A statement given to another person of the article."""
    probes = [p for entry in (*written(part), *extracts(part)) for p in moved_statements(entry)]
    return _with_curve("statements moved", probes, untouched(probes))


def offices_moved(part: str) -> Result:
    """An office given to another person of the article."""
    probes = [p for entry in (*written(part), *extracts(part)) for p in moved_offices(entry)]
    return _with_curve("offices moved", probes, untouched(probes))


def _with_curve(row: str, probes: list[Probe], plain: list[Untouched]) -> Result:
    result = planted(row, probes, ANY_NAME, plain)
    return Result(result.lines + ranked(row, probes, ANY_NAME, plain), result.examples)


class Measure(NamedTuple):
    """One row of the table: its group, and how it is measured."""

    name: str
    group: str
    measure: Callable[[str], Result]


MEASURES = (
    Measure("numbers changed", "numbers", numbers_changed),
    Measure("coincidences", "numbers", coincidences),
    Measure("numbers exchanged", "numbers", numbers_exchanged),
    Measure("EntFA numbers", "numbers", lambda part: entfa_mentions(part, ("numbers", "calendar"))),
    Measure("people changed", "people", people_changed),
    Measure("people varied", "people", people_varied),
    Measure("people exchanged", "people", people_exchanged),
    Measure("statements moved", "people", statements_moved),
    Measure("offices moved", "people", offices_moved),
    Measure("EntFA people", "people", lambda part: entfa_mentions(part, ("people",))),
    Measure("verdicts", "labels", verdicts),
    Measure("flagged", "labels", flagged),
    Measure("spans", "labels", marked_spans),
    Measure("by hand", "labels", by_hand),
    Measure("faithful summaries", "labels", faithful_summaries),
    Measure("corpus references", "labels", corpus_references),
    Measure("score, set left out", "score", score_left_out),
    Measure("score as shipped", "score", score_of_model),
    Measure("fine-tuned systems", "score", fine_tuned_systems),
    Measure("speed", "speed", speed),
)


def chosen(only: list[str]) -> list[Measure]:
    """Return the measures asked for by group or name, all without `only`; end where a word names none."""
    known = {word for measure in MEASURES for word in (measure.group, measure.name)}
    if unknown := sorted(set(only) - known):
        sys.exit(f"--only {unknown[0]!r}: no such group or row; there are {', '.join(sorted(known))}")
    return [measure for measure in MEASURES if not only or {measure.group, measure.name} & set(only)]


def main() -> None:
    """Print every figure asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "heldout", "all"), default="dev")
    parser.add_argument("--only", action="append", default=[], help="a group or row; may be repeated")
    parser.add_argument(
        "--show-errors", type=int, default=0, metavar="N", help="list N errors of each kind (dev only)"
    )
    options = parser.parse_args()
    if not LABELLED.exists():
        sys.exit(f"skipped: no labelled data at {LABELLED}")
    if options.show_errors and options.part != "dev":
        sys.exit("--show-errors reads single cases, which only the dev part is for")
    for measure in chosen(options.only):
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
