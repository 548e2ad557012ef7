"""Which functions of the checks change a verdict: each is made to answer nothing, one at a time.

    python benchmarks/ablate.py                  the functions by what leaving them out would gain; 15 minutes
    python benchmarks/ablate.py --name place/    those whose module or name has these letters
    python benchmarks/ablate.py --part dev       hand-made pairs of one part only (dev, unseen)

A rule was made for pairs that were read. What it is worth shows on those that were not: one that flags right
summaries there and catches no wrong one fits the examples, not the language. Only counts are printed.
A function's nothing is the falsy value of the type that it returns; of a test it is the answer that it gives
less often. A summary is judged again only where the function gave anything else.
"""

import argparse
import gc
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hard_pairs import read_pairs

from bench.facts.ledger import findings
from bench.facts.source import Source
from bench.records import WRONG
from bench.text.document import Document

_CHECKS = "bench.facts."
_FOLDER = str(Path(__file__).resolve().parents[1] / "bench" / "facts")
_MOST = 0.12
"""Part of the pairs beyond which a function is what all others stand on, and no rule."""
_WARM = 200
"""Pairs judged first, after which every function that is made on first use exists."""


class Pair(NamedTuple):
    """An article and a summary with the part it is of; `right` by whoever wrote it."""

    document: str
    summary: str
    right: bool
    part: str


class Answers:
    """On which pairs a function answered something, and nothing; and how often each."""

    def __init__(self) -> None:
        """Start without any."""
        self.some, self.none = set[int](), set[int]()
        self.times = Counter[bool]()


def read(parts: list[str]) -> list[Pair]:
    """Return the hand-made pairs of some parts, those of one article beside each other."""
    return [
        Pair(row["document"], row["summary"], bool(row["label"]), row["part"])
        for row in sorted(read_pairs(*parts), key=lambda row: row["document"])
    ]


def judged(pairs: list[Pair], places: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield for each place whether the checks find a wrong claim in its summary."""
    source = Source("")
    for at in places:
        pair = pairs[at]
        if source.document.raw != pair.document:
            source = Source(pair.document)
        yield at, any(one.verdict in WRONG for one in findings(source, Document(pair.summary), "normal"))


def functions() -> dict[CodeType, FunctionType]:
    """Return the functions of the checks, methods and those inside decorators among them."""
    found = (one for one in gc.get_objects() if isinstance(one, FunctionType))
    return {one.__code__: one for one in found if (one.__module__ or "").startswith(_CHECKS)}


def recorded(pairs: list[Pair]) -> tuple[list[bool], dict[CodeType, Answers]]:
    """Return whether each pair is flagged, and what each function answered on which of them."""
    answers: dict[CodeType, Answers] = defaultdict(Answers)
    at = 0

    def note(frame: FrameType, event: str, value: Any) -> None:
        if event == "return" and frame.f_code.co_filename.startswith(_FOLDER):
            own = answers[frame.f_code]
            (own.some if value else own.none).add(at)
            own.times[bool(value)] += 1

    flags = []
    for at in range(len(pairs)):
        sys.setprofile(note)
        [(_, flagged)] = judged(pairs, [at])
        sys.setprofile(None)
        flags.append(flagged)
    return flags, answers


def nothing(function: FunctionType, answers: Answers) -> tuple[Callable[..., Any], set[int]] | None:
    """Return what answers nothing in a function's place, and the pairs where that differs.

    None where its type has no such answer.
    """
    told = str(function.__annotations__.get("return", "")).replace("typing.", "").strip("'\"")
    name = told.removeprefix("<class '").removesuffix("'>")
    if name == "bool":
        if answers.times[True] > answers.times[False]:
            return lambda *_, **__: True, answers.none
        return lambda *_, **__: False, answers.some
    if "| None" in told:
        return lambda *_, **__: None, answers.some
    for start, answer in _NOTHING.items():
        if name.removeprefix("collections.abc.").startswith(start):
            return answer, answers.some
    return None


_NOTHING: dict[str, Callable[..., Any]] = {
    "list": lambda *_, **__: [],
    "dict": lambda *_, **__: {},
    "Mapping": lambda *_, **__: {},
    "frozenset": lambda *_, **__: frozenset(),
    "set": lambda *_, **__: set(),
    "Sequence": lambda *_, **__: (),
    "Iterator": lambda *_, **__: iter(()),
    "Iterable": lambda *_, **__: (),
    "str": lambda *_, **__: "",
    "int": lambda *_, **__: 0,
    "float": lambda *_, **__: 0.0,
}


def without(
    function: FunctionType,
    answer: Callable[..., Any],
    pairs: list[Pair],
    places: list[int],
    flags: list[bool],
) -> Counter[str]:
    """Return how many flags come and go, by part and label, where a function answers nothing.

    In a process of its own: what modules keep must not outlive the change.
    """
    receiver, sender = os.pipe()
    if (child := os.fork()) == 0:
        changed = Counter[str]()
        try:
            function.__code__ = answer.__code__.replace(co_freevars=function.__code__.co_freevars)
            function.__defaults__ = function.__kwdefaults__ = None
            for at, flagged in judged(pairs, places):
                if flagged != flags[at]:
                    changed[f"{pairs[at].part} {'right' if pairs[at].right else 'wrong'}"] += (
                        flagged - flags[at]
                    )
        except Exception:  # whatever rests on the function may fail without it
            changed = Counter({"fails": 1})
        os.write(sender, json.dumps(changed).encode())
        os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as file:
        told = file.read()
    os.waitpid(child, 0)
    return Counter(json.loads(told))


def gain(changed: Counter[str], part: str) -> int:
    """Return how many more pairs of a part are judged rightly."""
    return changed[f"{part} wrong"] - changed[f"{part} right"]


def main() -> None:
    """Print a row for each function: where it is, pairs that it answers on, what leaving it out gains."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--name", default="", metavar="LETTERS", help="only modules and functions with these")
    parser.add_argument("--part", action="append", choices=("dev", "unseen"), help="may be repeated")
    options = parser.parse_args()
    parts = options.part or ["dev", "unseen"]
    pairs = read(parts)
    list(judged(pairs, list(range(min(_WARM, len(pairs))))))
    flags, answers = recorded(pairs)
    found = []
    for code, function in functions().items():
        where = f"{Path(code.co_filename).relative_to(_FOLDER)}:{code.co_firstlineno} {code.co_qualname}"
        if code not in answers or options.name not in where:
            continue
        if (instead := nothing(function, answers[code])) is None:
            continue
        answer, places = instead
        if 0 < len(places) <= _MOST * len(pairs):
            changed = without(function, answer, pairs, sorted(places), flags)
            found.append((sum(gain(changed, part) for part in parts), len(places), where, changed))
    for _, size, where, changed in sorted(found, key=lambda row: (-row[0], row[2])):
        told = ", ".join(f"{name} {count:+d}" for name, count in sorted(changed.items()) if count)
        print(f"{where}  answers on {size} pairs  {told or 'changes no verdict'}")


if __name__ == "__main__":
    main()
