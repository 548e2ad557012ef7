"""Stage one: systems write summaries of articles, and nothing that is kept is asked for again."""

import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from bench.cache import OutputCache, cache_of_process
from bench.connections import Answer, in_threads
from bench.corpus import Corpus
from bench.executor import run_tasks
from bench.plugins import load_function
from bench.records import Item, Output, Usage
from bench.system import Attempt, System

TRIES = 3
"""Articles that a remote system may fail before the rest is asked for; if all fail, the rest is not."""

IN_A_ROW = 20
"""Failures one after another, none of them kept from doing better, after which the rest is not asked for."""


class Task(NamedTuple):
    """Articles and the systems that have still to summarise them; outputs are kept where they are made."""

    items: tuple[Item, ...]
    systems: tuple[System, ...]
    timeout: float | None
    cache: Path | None = None


class _OutOfTime(BaseException):
    """Raised inside an adapter whose time is up; no `except Exception` of its own can swallow it."""


class Work(NamedTuple):
    """What generate was asked to do."""

    corpus: Corpus
    ids: Sequence[str]
    cache: OutputCache | None = None
    fresh: bool = False
    jobs: int = 1
    connections: int = 8
    timeout: float | None = None
    scheduler: str | None = None

    def kept(self, system: System, item: Item) -> Output | None:
        """Return the output that the cache has, unless everything is to be asked afresh."""
        # The harness's own rows see references and fact sheets, which are no part of the cache's key.
        if self.cache is None or self.fresh or system.path is None:
            return None
        return self.cache.get(system, item)


def generate(
    systems: Sequence[System],
    corpus: Corpus,
    ids: Sequence[str],
    *,
    jobs: int = 1,
    connections: int = 8,
    timeout: float | None = None,
    cache: OutputCache | None = None,
    scheduler: str | None = None,
    fresh: bool = False,
) -> Iterator[Output]:
    """Yield one output of every system for every article, in no promised order.

    Kept outputs are not asked for again unless `fresh`. Local systems run in `jobs` processes, remote ones in
    at most `connections` threads. A remote system is tried on one article before the rest is asked for;
    where it cannot be had, the rest are failures that say so.
    """
    work = Work(corpus, ids, cache, fresh, jobs, connections, timeout, scheduler)
    # A model that fills the memory is loaded once, and may take several articles at a time.
    alone = [s for s in systems if not s.remote and (s.batch > 1 or s.heavy)]
    local = tuple(s for s in systems if not s.remote and s not in alone)
    remote = [_Asked(system, work) for system in systems if system.remote]
    # Results go to standard output; whatever an adapter prints does not.
    with redirect_stdout(sys.stderr):
        for asked in remote:
            yield from asked.first()
        if local:
            yield from _written_here(local, work, 1)
        for system in alone:
            here = work._replace(jobs=1) if system.heavy else work
            yield from _written_here((system,), here, system.batch)
        for asked in remote:
            yield from asked.rest()


def review(systems: Iterable[System], corpus: Corpus) -> tuple[str, ...]:
    """Ask the adapters that have a function `review` what they say to the ids of the whole corpus."""
    notes = []
    for system in systems:
        if "review" in system.found.functions:
            said = load_function(system.found, "review")(corpus.ids, **system.options)
            notes += [f"{system.label}: {note}" for note in said]
    return tuple(notes)


def _written_here(systems: tuple[System, ...], work: Work, size: int) -> Iterator[Output]:
    """Yield the outputs of local systems, `size` articles to a task."""
    kept: list[Output] = []
    by_label = {system.label: system for system in systems}
    by_id: dict[str, Item] = {}
    # A cluster's workers see another disk; there only this process keeps outputs.
    here = work.cache.path if work.cache is not None and work.scheduler is None else None

    def tasks() -> Iterator[Task]:
        waiting: list[Item] = []
        for article_id in work.ids:
            item = work.corpus.load(article_id)
            have = {s.label: output for s in systems if (output := work.kept(s, item))}
            kept.extend(have.values())
            lacking = tuple(s for s in systems if s.label not in have)
            if not lacking:
                continue
            if work.scheduler is not None:
                by_id[article_id] = item
            if size == 1:
                yield Task((item,), lacking, work.timeout, here)
                continue
            waiting.append(item)
            if len(waiting) == size:
                yield Task(tuple(waiting), systems, work.timeout, here)
                waiting = []
        if waiting:
            yield Task(tuple(waiting), systems, work.timeout, here)

    for written in _unbroken(tasks(), work):
        for output in written:
            if work.cache is not None and work.scheduler is not None:
                _keep(work.cache, by_label[output.system], by_id[output.article], output)
            yield output
        yield from kept
        kept.clear()
    yield from kept


def _unbroken(tasks: Iterator[Task], work: Work) -> Iterator[list[Output]]:
    """Yield what each task wrote; where an adapter takes its process down, the others' work goes on."""
    issued: deque[Task] = deque()

    def noted() -> Iterator[Task]:
        for task in tasks:
            issued.append(task)
            yield task

    try:
        for written in run_tasks(_produce, noted(), jobs=work.jobs, scheduler=work.scheduler, losses=0):
            issued.popleft()
            yield written
    except BrokenExecutor:
        # Which of the tasks under way did it is not known: each goes on in a process of its own.
        for task in (*issued, *tasks):
            yield [output for system in task.systems for output in _alone(system, task, work)]


def _alone(system: System, task: Task, work: Work) -> list[Output]:
    """Write what one system still lacks in a process that nothing else shares."""
    kept = [work.kept(system, item) for item in task.items]
    if all(kept):
        return [output for output in kept if output is not None]
    from concurrent.futures import ProcessPoolExecutor

    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(_produce, task._replace(systems=(system,))).result()
    except BrokenExecutor:
        reason = "the process ended in the middle of it"
        return [Output(system.label, item.article.id, "", "error", reason) for item in task.items]


def _produce(task: Task) -> list[Output]:
    """Write what some articles still lack, and keep each output as soon as it is there."""
    cache = cache_of_process(task.cache) if task.cache is not None else None
    made: list[Output] = []
    with redirect_stdout(sys.stderr):
        for system in task.systems:
            for item, output in zip(task.items, _within(system, task.items, task.timeout), strict=True):
                if cache is not None:
                    _keep(cache, system, item, output)
                made.append(output)
    return made


def _keep(cache: OutputCache, system: System, item: Item, output: Output) -> None:
    """Keep an output of an adapter; the harness's own rows are made anew each time."""
    if system.path is not None:
        cache.put(system, item, output)


def _within(system: System, items: tuple[Item, ...], timeout: float | None) -> list[Output]:
    """Write outputs, or report that they took longer than `timeout` seconds an article."""
    limit = None if timeout is None else timeout * len(items)
    try:
        with _limit(limit):
            return system.produce_many(items)
    except _OutOfTime:
        return [_late(system, item, timeout) for item in items]


def _late(system: System, item: Item, timeout: float | None) -> Output:
    seconds = timeout or 0.0
    reason = f"no answer within {seconds:g} s"
    return Output(system.label, item.article.id, "", "timeout", reason, Usage(seconds=seconds))


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


class _Asked:
    """One remote system on its way through a corpus."""

    def __init__(self, system: System, work: Work):
        self.system, self.work = system, work
        self.done: set[str] = set()
        self.stopped = ""
        self.failed_in_a_row = 0

    def first(self) -> Iterator[Output]:
        """Yield what is kept, then try one article after another until one succeeds or all tries fail."""
        tries = 0
        for article_id in self.work.ids:
            item = self.work.corpus.load(article_id)
            kept = self.work.kept(self.system, item)
            if kept is not None:
                self.done.add(article_id)
                yield kept
            elif tries < TRIES and not self.stopped:
                output = next(self._ask([item], 1))
                tries = TRIES if output.status in ("ok", "empty") else tries + 1
                if output.status not in ("ok", "empty") and tries == TRIES:
                    self.stopped = self.stopped or output.error
                yield output

    def rest(self) -> Iterator[Output]:
        """Yield the outputs of all other articles; failures where the system is not to be had."""
        left = [article_id for article_id in self.work.ids if article_id not in self.done]
        yield from self._ask((self.work.corpus.load(i) for i in left), self.work.connections)
        for article_id in left:
            if article_id not in self.done:
                reason = f"not asked: {self.stopped}"
                yield Output(self.system.label, article_id, "", "error", reason)

    def _ask(self, items: Iterable[Item], connections: int) -> Iterator[Output]:
        """Yield outputs as they come, each kept before the next is asked for."""
        for answer in in_threads(
            self.system.attempt, self._unless_stopped(items), connections, self.work.timeout
        ):
            yield self._dealt_with(answer)

    def _unless_stopped(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if self.stopped:
                return
            yield item

    def _dealt_with(self, answer: Answer) -> Output:
        """Keep an answer, and see whether there is any point in going on."""
        item: Item = answer.task
        attempt: Attempt = (
            Attempt(_late(self.system, item, self.work.timeout)) if answer.late else answer.result
        )
        output = attempt.output
        self.done.add(item.article.id)
        if self.work.cache is not None:
            self.work.cache.put(self.system, item, output)
        failed = output.status not in ("ok", "empty")
        self.failed_in_a_row = self.failed_in_a_row + 1 if failed else 0
        if attempt.stop:
            self.stopped = output.error
        elif self.failed_in_a_row >= IN_A_ROW:
            self.stopped = f"{IN_A_ROW} failures in a row, the last one {output.error}"
        return output
