"""The same work done here, by processes or by a cluster; results come in the order of the tasks."""

import importlib
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from bench.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")


def default_jobs() -> int:
    """Return how many processes to use where none is said: the processors this process may run on."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS or Windows
        return os.cpu_count() or 1


def at_once(total: int, jobs: int, scheduler: str | None = None) -> int:
    """Return how many of `total` small tasks to hand over together: 1 to 32, several groups for each worker.

    32 ROUGE-only articles take about 10 ms, some hundred times what handing them over does.
    """
    if scheduler is None and jobs <= 1:
        return 1
    return max(1, min(32, total // (8 * max(jobs, 1 if scheduler is None else 8))))


def grouped(tasks: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield tasks in groups of `size`, in order; the last may be smaller."""
    left = iter(tasks)
    while group := tuple(islice(left, size)):
        yield group


def run_tasks(
    function: Callable[[T], R], tasks: Iterable[T], *, jobs: int = 1, scheduler: str | None = None
) -> Iterator[R]:
    """Yield `function(task)` for each task, in order, with a bounded number under way at once.

    `function` must be importable by name. `scheduler` is the address of a Dask cluster, or "local".
    """
    if scheduler is not None:
        yield from _on_cluster(function, tasks, scheduler, jobs)
    elif jobs <= 1:
        yield from map(function, tasks)
    else:
        with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
            try:
                yield from _bounded(lambda task: pool.submit(_in_worker, function, task), tasks, 4 * jobs)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


_parent = 0


def _end_with_parent() -> None:
    """End this process soon after its parent, which may be killed in a way that it cannot pass on."""
    global _parent
    _parent = os.getppid()

    def watch() -> None:
        while os.getppid() == _parent:
            time.sleep(0.2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _in_worker(function: Callable[[T], R], task: T) -> R:
    """Do a task, unless nobody is left to take the result."""
    if os.getppid() != _parent:
        os._exit(1)
    return function(task)


def _bounded(submit: Callable[[T], Any], tasks: Iterable[T], limit: int) -> Iterator[Any]:
    """Yield results in order while at most `limit` tasks are under way."""
    under_way: deque[Future[Any]] = deque()
    for task in tasks:
        under_way.append(submit(task))
        if len(under_way) >= limit:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _on_cluster(function: Callable[[T], R], tasks: Iterable[T], address: str, jobs: int) -> Iterator[R]:
    """Run on a Dask cluster: a lost worker's tasks are done again elsewhere, only results come back."""
    try:
        # As Any, so that types are the same with and without the extra installed.
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise UsageError("--scheduler needs Dask: pip install 'sumbench[cluster]'") from None
    cluster = None
    if address == "local":
        cluster = distributed.LocalCluster(
            n_workers=max(1, jobs), threads_per_worker=1, dashboard_address=None
        )
    try:
        with distributed.Client(cluster or address) as client:
            workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            submit = lambda task: client.submit(function, task, pure=False)  # noqa: E731
            yield from _bounded(submit, tasks, 4 * workers)
    finally:
        if cluster is not None:
            cluster.close()
