"""Serial and in processes: the same results in the same order, whoever dies on the way."""

import os
import signal
from concurrent.futures import BrokenExecutor
from functools import partial
from itertools import count, islice
from pathlib import Path

import pytest

from bench.errors import InputError, SumbenchError, UsageError
from bench.executor import at_once, grouped, run_tasks


def squared(number: int) -> int:
    return number * number


def refused(number: int) -> int:
    if number == 3:
        raise InputError("no number", path="pairs.jsonl", line=4)
    return number


def squared_by_mortals(number: int, folder: Path, deadly: int, lives: int) -> int:
    """Square, but take the process down at `deadly` as often as there are `lives`."""
    if number == deadly and len(list(folder.iterdir())) < lives:
        (folder / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(run_tasks(squared, range(40), jobs=jobs)) == [n * n for n in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_without_end_are_drawn_no_further_than_a_few_ahead(jobs: int) -> None:
    drawn = []

    def tasks() -> "count[int]":
        for number in count():
            drawn.append(number)
            yield number

    results = run_tasks(squared, tasks(), jobs=jobs)
    assert list(islice(results, 5)) == [0, 1, 4, 9, 16]
    results.close()  # type: ignore[attr-defined]
    assert len(drawn) <= 5 + 4 * jobs


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_a_task_is_the_callers(jobs: int) -> None:
    with pytest.raises(InputError, match=r"pairs\.jsonl:4: no number"):
        list(run_tasks(refused, range(9), jobs=jobs))


@pytest.mark.parametrize("deadly", [0, 7, 39])
@pytest.mark.parametrize("lives", [1, 3])
def test_what_a_killed_process_was_doing_is_done_again(deadly: int, lives: int, tmp_path: Path) -> None:
    function = partial(squared_by_mortals, folder=tmp_path, deadly=deadly, lives=lives)
    assert list(run_tasks(function, range(40), jobs=2)) == [n * n for n in range(40)]
    assert len(list(tmp_path.iterdir())) == lives


def test_work_that_ends_every_process_is_given_up_with_a_word_on_memory(tmp_path: Path) -> None:
    function = partial(squared_by_mortals, folder=tmp_path, deadly=5, lives=99)
    with pytest.raises(SumbenchError, match=r"4 worker processes were ended .* smaller --jobs"):
        list(run_tasks(function, range(40), jobs=2))


def test_without_losses_the_first_is_the_callers(tmp_path: Path) -> None:
    function = partial(squared_by_mortals, folder=tmp_path, deadly=5, lives=1)
    with pytest.raises(BrokenExecutor):
        list(run_tasks(function, range(40), jobs=2, losses=0))


@pytest.mark.parametrize(
    ("total", "jobs", "scheduler", "size"),
    [
        (100_000, 1, None, 1),  # nothing is handed over
        (100_000, 2, None, 64),
        (32, 2, None, 2),  # a small corpus still keeps all processes busy
        (3, 8, None, 1),
        (100_000, 1, "tcp://127.0.0.1:1", 64),
        (320, 1, "tcp://127.0.0.1:1", 5),
    ],
)
def test_small_tasks_are_handed_over_together(
    total: int, jobs: int, scheduler: str | None, size: int
) -> None:
    assert at_once(total, jobs, scheduler) == size


def test_groups_keep_the_order_and_the_last_may_be_smaller() -> None:
    assert list(grouped(range(5), 2)) == [(0, 1), (2, 3), (4,)]


def test_without_dask_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(UsageError, match=r"pip install 'sumbench\[cluster\]'"):
        list(run_tasks(squared, range(3), scheduler="local"))
