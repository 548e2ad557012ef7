"""How time and memory grow with the number of pairs, and what a second process is worth.

    python benchmarks/growth.py                      1,000 to 100,000 pairs; the ledger's take an hour
    python benchmarks/growth.py --quick              the same without the ledger's 100,000
    python benchmarks/growth.py --short --share 0.6  200 to 2,000 pairs; exit 3 where a must is missed by that

Time is CPU seconds on one core with one process, start taken off; memory is the peak of the process. The two
processes are timed by the clock on all cores, start included.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from interleaved import Contestant, Ratio, pin, ratio, timed
from made_texts import write_corpus, write_pairs
from processes import Spent, spent, sumbench
from reported import Row, below, shown

WORDS = 60
ROUNDS = 3


class Command(NamedTuple):
    """A command that is run on files of several sizes; `line` gives its arguments for a file's folder."""

    name: str
    line: tuple[str, ...]
    rounds: int


SCORE = Command("`score --metrics rouge`", ("score", "outputs.jsonl", "--metrics", "rouge"), ROUNDS)
LEDGER = (
    Command("`check --pairs`", ("check", "--pairs", "pairs.jsonl", "--out", "ledger.jsonl"), ROUNDS),
    Command("`calibrate`", ("calibrate", "pairs.jsonl", "--resamples", "100"), ROUNDS),
)


def prepared(folder: Path, size: int) -> Path:
    """Write a corpus, outputs and labelled pairs of one size; return their folder."""
    place = folder / str(size)
    place.mkdir()
    write_corpus(place, size, WORDS)
    write_pairs(place / "pairs.jsonl", size, WORDS)
    return place


def line_of(command: Command, place: Path, jobs: int = 1) -> list[str]:
    """Return the command line for one size."""
    arguments = [str(place / part) if part.endswith(".jsonl") else part for part in command.line]
    if command is SCORE:
        arguments += ["--corpus", str(place / "corpus.jsonl"), "--out", str(place)]
    return sumbench(*arguments, "--jobs", jobs)


def grown(command: Command, places: Sequence[Path], sizes: Sequence[int]) -> list[Row]:
    """Return rows of time per pair and peak memory, the largest size against each smaller one."""
    found: dict[int, list[Spent]] = {size: [] for size in sizes}
    for _ in range(command.rounds):
        for size, place in zip(sizes, places, strict=True):
            found[size].append(spent(line_of(command, place)))
    # The first size is one pair: what the start takes.
    start = statistics.median(one.cpu for one in found[sizes[0]])
    each = {size: [(one.cpu - start) / size for one in runs] for size, runs in found.items()}
    rows = []
    most, before = sizes[-1], sizes[-2]
    for size in sizes[1:-1]:
        times = spread([big / small for big, small in zip(each[most], each[size], strict=True)])
        peaks = spread([b.peak / s.peak for b, s in zip(found[most], found[size], strict=True)])
        note = f"{1e6 * statistics.median(each[most]):.0f} and {1e6 * statistics.median(each[size]):.0f} us"
        against = f"{size:,} pairs"
        what = f"{command.name}, {most:,} pairs: "
        rows.append(
            Row(f"{what}time per pair", against, times, ("<=", 1.05) if size == before else None, note)
        )
        note = f"{found[most][0].peak:.0f} and {found[size][0].peak:.0f} MB"
        rows.append(Row(f"{what}peak memory", against, peaks, ("<=", 1.3) if size == before else None, note))
    return rows


def spread(ratios: Sequence[float]) -> Ratio:
    """Return the median of some ratios, with the smallest and the largest."""
    return Ratio(statistics.median(ratios), min(ratios), max(ratios))


def second_process(place: Path, size: int, rounds: int) -> Row:
    """Return what two processes are worth, by the clock. Runs on all cores."""
    cpu: dict[int, float] = {}

    def wall(jobs: int) -> float:
        took = spent(line_of(SCORE, place, jobs))
        cpu[jobs] = took.cpu
        return took.wall

    contestants = [Contestant(str(jobs), partial(wall, jobs)) for jobs in (1, 2)]
    times = timed(contestants, rounds)
    # Where others use the cores the clock says little; what two processes cost in all does not change.
    note = f"in all {cpu[2] / cpu[1]:.2f} times the CPU seconds of one"
    what = f"{SCORE.name}, {size:,} pairs, two processes"
    return Row(what, "one process, by the clock", ratio(times, "1", "2"), (">=", 1.6), note)


def rows(short: bool = False, quick: bool = False) -> list[Row]:
    """Measure, the two processes first: afterwards this process stays on one core."""
    sizes = (1, 200, 2000) if short else (1, 1000, 10_000, 100_000)
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        if not short:
            found = [second_process(prepared(Path(temporary), 50_000), 50_000, ROUNDS)]
        places = [prepared(Path(temporary), size) for size in sizes]
        pin()
        for command in (SCORE, *LEDGER):
            some = len(sizes) - (quick and command is not SCORE)
            found += grown(command, places[:some], sizes[:some])
    return found


def main() -> int:
    """Print the figures; return 3 where a ratio misses its share."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="200 to 2,000 pairs, one process")
    parser.add_argument("--quick", action="store_true", help="the ledger up to 10,000 pairs only")
    parser.add_argument(
        "--share", type=float, default=0.0, help="exit 3 where a must is missed by this share"
    )
    options = parser.parse_args()
    found = rows(options.short, options.quick)
    print("\n".join(map(shown, found)))
    return 3 if options.share and below(found, options.share) else 0


if __name__ == "__main__":
    sys.exit(main())
