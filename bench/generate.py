"""Stage one: systems write summaries of articles."""

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from bench.cache import OutputCache
from bench.corpus import Corpus
from bench.executor import run_tasks
from bench.records import Item, Output
from bench.system import System


class Task(NamedTuple):
    """One article and the systems that have still to summarise it."""

    item: Item
    systems: tuple[System, ...]
    timeout: float | None


class _OutOfTime(BaseException):
    """Raised inside an adapter whose time is up; no `except Exception` of its own can swallow it."""


def generate(
    systems: Sequence[System],
    corpus: Corpus,
    ids: Sequence[str],
    *,
    jobs: int = 1,
    timeout: float | None = None,
    cache: OutputCache | None = None,
    scheduler: str | None = None,
    done: Callable[[Output], None] = lambda output: None,
) -> Iterator[Output]:
    """Yield an output of every system for every article, by article, then in the order of `systems`.

    A kept output is not asked for again. `done` is called as outputs come, for progress.
    """
    waiting: deque[tuple[Item, dict[str, Output]]] = deque()
    by_label = {system.label: system for system in systems}
    order = [system.label for system in systems]

    def tasks() -> Iterator[Task]:
        for article_id in ids:
            item = corpus.load(article_id)
            have = _kept_outputs(systems, item, cache)
            waiting.append((item, have))
            yield Task(item, tuple(s for s in systems if s.label not in have), timeout)

    for written in run_tasks(_produce, tasks(), jobs=jobs, scheduler=scheduler):
        item, have = waiting.popleft()
        for output in written:
            if cache is not None and output.status == "ok":
                cache.put(by_label[output.system], item, output)
            have[output.system] = output
        for label in order:
            done(have[label])
            yield have[label]


def _kept_outputs(systems: Iterable[System], item: Item, cache: OutputCache | None) -> dict[str, Output]:
    """Return the outputs that the cache has for this article, by label."""
    if cache is None:
        return {}
    # The harness's own rows see references and fact sheets, which are no part of the cache's key.
    found = {s.label: cache.get(s, item) for s in systems if s.path is not None}
    return {label: output for label, output in found.items() if output is not None}


def _produce(task: Task) -> list[Output]:
    """Write what one article still lacks."""
    return [_within(system, task.item, task.timeout) for system in task.systems]


def _within(system: System, item: Item, timeout: float | None) -> Output:
    """Write one output, or report that it took longer than `timeout` seconds."""
    try:
        with _limit(timeout):
            return system.produce(item)
    except _OutOfTime:
        return Output(system.label, item.article.id, "", "timeout", f"no answer within {timeout:g} s")


@contextmanager
def _limit(timeout: float | None) -> Iterator[None]:
    """Interrupt the block after `timeout` seconds, where the platform can (main thread, Unix)."""
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if timeout is None or not able:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, timeout)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
