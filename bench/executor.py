"""The same work done here, by processes or by a cluster; results come in the order of the tasks."""

import importlib
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from typing import Any, TypeVar

from bench import __version__
from bench.errors import SumbenchError, UsageError
from bench.redaction import redacted

T = TypeVar("T")
R = TypeVar("R")

LOSSES = 3
"""Workers that may be lost, one after another without a result between, before the work is given up."""

_DYING = (
    "{} worker processes were ended in the middle of the same work, most likely for want of memory; "
    "try again with a smaller --jobs"
)


def default_jobs() -> int:
    """Return how many processes to use where none is said: the processors this process may run on."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS or Windows
        return os.cpu_count() or 1


def at_once(total: int, jobs: int, scheduler: str | None = None) -> int:
    """Return how many of `total` small tasks to hand over together: 1 to 64, several groups for each worker.

    64 articles scored by ROUGE alone take 15 ms, some fifteen times what handing them over does.
    """
    if scheduler is None and jobs <= 1:
        return 1
    # How many workers a cluster has, or will have, is not known yet.
    workers = jobs if scheduler is None else max(jobs, 8)
    return max(1, min(64, total // (8 * workers)))


def grouped(tasks: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield tasks in groups of `size`, in order; the last may be smaller."""
    left = iter(tasks)
    while group := tuple(islice(left, size)):
        yield group


def run_tasks(
    function: Callable[[T], R],
    tasks: Iterable[T],
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    losses: int = LOSSES,
) -> Iterator[R]:
    """Yield `function(task)` for each task, in order, with a bounded number under way at once.

    `function` must be importable by name. `scheduler` is the address of a Dask cluster, or "local". What a
    lost worker was doing is done again. Raises SumbenchError where more than `losses` are lost without a
    result between; with `losses` 0, BrokenExecutor for the first.
    """
    if scheduler is not None:
        yield from _on_cluster(function, tasks, scheduler, jobs)
    elif jobs <= 1:
        yield from map(function, tasks)
    else:
        yield from _in_processes(function, tasks, jobs, losses)


def _in_processes(function: Callable[[T], R], tasks: Iterable[T], jobs: int, losses: int) -> Iterator[R]:
    """Run in a pool of processes; a new pool takes over what a broken one had under way."""
    left = iter(tasks)
    lost = 0
    while True:
        issued: deque[T] = deque()
        try:
            for result in _in_pool(function, left, jobs, issued):
                yield result
                lost = 0
            return
        except BrokenExecutor:
            lost += 1
            if not losses:
                raise
            if lost > losses:
                raise SumbenchError(_DYING.format(lost)) from None
        left = chain(issued, left)


def _in_pool(function: Callable[[T], R], tasks: Iterable[T], jobs: int, issued: deque[T]) -> Iterator[R]:
    """Run in one pool of processes; `issued` holds what is under way. Raises BrokenExecutor for a loss."""
    # The machinery of processes is imported by those who use any.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_begin_worker) as pool:

        def submit(task: T) -> "Future[R]":
            with _interrupts_held():
                return pool.submit(_in_worker, function, task)

        try:
            yield from _bounded(submit, tasks, 4 * jobs, issued)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back in this thread and the processes that it starts: one that begins would trace back."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_parent = 0
_at_work: Any = signal.SIG_IGN
"""What Ctrl-C does to a task: it is raised there, unless the parent was started deaf to it."""


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, which ends its idle workers; end soon after a parent that is killed."""
    global _at_work
    _at_work = signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    _end_with_parent()


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
    signal.signal(signal.SIGINT, _at_work)
    try:
        return function(task)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _bounded(
    submit: Callable[[T], Any], tasks: Iterable[T], limit: int, issued: deque[T] | None = None
) -> Iterator[Any]:
    """Yield results in order while at most `limit` tasks are under way; those are in `issued` meanwhile."""
    waiting: deque[T] = deque() if issued is None else issued
    under_way: deque[Future[Any]] = deque()
    for task in tasks:
        waiting.append(task)
        under_way.append(submit(task))
        if len(under_way) >= limit:
            yield _taken(under_way, waiting)
    while under_way:
        yield _taken(under_way, waiting)


def _taken(under_way: "deque[Future[Any]]", waiting: deque[Any]) -> Any:
    """Return the first result; its task is under way until then."""
    result = under_way[0].result()
    under_way.popleft()
    waiting.popleft()
    return result


def _on_cluster(function: Callable[[T], R], tasks: Iterable[T], address: str, jobs: int) -> Iterator[R]:
    """Run on a Dask cluster: a lost worker's tasks are done again elsewhere, only results come back."""
    with _connected(address, jobs) as client:
        # A cluster that grows with its work may have no worker yet.
        limit = max(32, 4 * sum(client.nthreads().values()))
        yield from _bounded(
            lambda task: client.submit(_on_worker, __version__, function, task, pure=False), tasks, limit
        )


def _on_worker(expected: str, function: Callable[[T], R], task: T) -> R:
    """Do a task, unless this is another version of sumbench than the one that asks."""
    if __version__ != expected:
        raise UsageError(f"a worker has sumbench {__version__}, not {expected}: install the same there")
    return function(task)


@contextmanager
def _connected(address: str, jobs: int) -> Iterator[Any]:
    """Give a client of the cluster at `address`; "local" starts one of `jobs` processes.

    Raises UsageError where Dask is not installed, nobody answers, or the workers lack sumbench.
    """
    try:
        # As Any, so that types are the same with and without the extra installed.
        distributed: Any = importlib.import_module("distributed")
    except ImportError:
        raise UsageError("--scheduler needs Dask: pip install 'sumbench[cluster]'") from None
    with ExitStack() as stack:
        try:
            cluster = address
            if address == "local":
                cluster = stack.enter_context(
                    distributed.LocalCluster(
                        n_workers=max(1, jobs), threads_per_worker=1, dashboard_address=None
                    )
                )
            client = stack.enter_context(distributed.Client(cluster))
        except (OSError, ValueError) as error:
            raise UsageError(
                f"no Dask scheduler at {redacted(address)}: {error}; give its address as host:port or tcp://host:port"
            ) from None
        try:
            yield client
        except ModuleNotFoundError as error:
            raise UsageError(
                f"a worker has no module {error.name}: install there what is installed here"
            ) from None
        except distributed.scheduler.KilledWorker as error:
            raise SumbenchError(
                f"workers keep ending in the middle of the same work, perhaps for want of memory: {error}"
            ) from None
