"""Work that waits on a network: threads, as many as connections are allowed, each under a time limit."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


class Answer(NamedTuple):
    """What became of one task: its result, or the time limit it ran into (then `result` is None)."""

    task: Any
    result: Any
    late: bool = False


def in_threads(
    function: Callable[[T], Any], tasks: Iterator[T], limit: int, timeout: float | None
) -> Iterator[Answer]:
    """Yield the answers as they come, with at most `limit` tasks under way.

    The next task starts only when the consumer has taken an answer, so whatever is not under way has been
    dealt with. A task past `timeout` seconds is given up; its thread ends with the process. `function` must
    not raise.
    """
    answers: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
    under_way: dict[int, tuple[T, float]] = {}
    number = 0
    while True:
        while len(under_way) < limit and (task := next(tasks, None)) is not None:
            number += 1
            under_way[number] = (task, time.monotonic())
            _start(function, task, number, answers)
        if not under_way:
            return
        try:
            done, result = answers.get(timeout=_patience(under_way, timeout))
        except queue.Empty:
            for late in [n for n, (_, began) in under_way.items() if _over(began, timeout)]:
                yield Answer(under_way.pop(late)[0], None, late=True)
            continue
        # The answer to a task that was given up comes to nobody.
        if done in under_way:
            yield Answer(under_way.pop(done)[0], result)


def _start(
    function: Callable[[T], Any], task: T, number: int, answers: "queue.SimpleQueue[tuple[int, Any]]"
) -> None:
    """Run one task in a thread that does not keep the process alive."""
    threading.Thread(target=lambda: answers.put((number, function(task))), daemon=True).start()


def _patience(under_way: dict[int, tuple[T, float]], timeout: float | None) -> float:
    """Return how long to wait for an answer; never for ever, so that Ctrl-C is heard on every platform."""
    if timeout is None:
        return 1.0
    oldest = min(began for _, began in under_way.values())
    return min(1.0, max(0.001, oldest + timeout - time.monotonic()))


def _over(began: float, timeout: float | None) -> bool:
    return timeout is not None and time.monotonic() - began >= timeout
