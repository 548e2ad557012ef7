"""Contestants timed in turn on one core: A B C, A B C, ...; ratios are taken within a round."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Contestant(NamedTuple):
    """What is timed, and what is done before it without being timed.

    `run` may return seconds that it measured itself (a float), as a process of its own must.
    """

    name: str
    run: Callable[[], object]
    before: Callable[[], object] = lambda: None


class Ratio(NamedTuple):
    """Median of the ratios of all rounds, and the smallest and largest."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return the median with its range."""
        decimals = 1 if self.median >= 3 else 2
        return " ".join(
            (f"{self.median:.{decimals}f}x", f"({self.low:.{decimals}f}-{self.high:.{decimals}f})")
        )


def pin() -> int | None:
    """Keep this process, and those it starts, on one core; return which, None where that is not possible."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def seconds(contestant: Contestant) -> float:
    """Return the CPU seconds of one run, which others on the machine disturb less than the clock's.

    Garbage of others is collected before.
    """
    contestant.before()
    gc.collect()
    start = time.process_time()
    own = contestant.run()
    spent = time.process_time() - start
    return own if isinstance(own, float) else spent


def timed(contestants: Sequence[Contestant], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each contestant in each round; who goes first alternates."""
    found: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
    for turn in range(rounds):
        for contestant in contestants if turn % 2 == 0 else reversed(contestants):
            found[contestant.name].append(seconds(contestant))
    return found


def ratio(times: Mapping[str, Sequence[float]], peer: str, ours: str) -> Ratio:
    """Return how many times faster `ours` is than `peer`."""
    ratios = sorted(slow / fast for slow, fast in zip(times[peer], times[ours], strict=True))
    return Ratio(statistics.median(ratios), ratios[0], ratios[-1])
