"""Whole processes: their CPU seconds, their wall time and the most memory they held."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Spent(NamedTuple):
    """What a process took: CPU and wall seconds with its children, and the peak of its own memory in MB."""

    cpu: float
    wall: float
    peak: float


def spent(command: Sequence[str]) -> Spent:
    """Run a command to its end. Raises SystemExit with what it said, if that is not exit code 0.

    Bytecode is kept as it is for those who install a package, whatever the environment says.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    # Linux counts the memory of the process that starts a child as the child's: a small one starts it.
    starter = [sys.executable, "-I", "-S", __file__, *command]
    done = subprocess.run(starter, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return Spent(*map(float, done.stdout.splitlines()[-1].split()))


def _start(command: Sequence[str]) -> int:
    """Run a command, print what it took as the last line, return its exit code."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    print(f"\n{usage.ru_utime + usage.ru_stime} {wall} {usage.ru_maxrss / 1024}", flush=True)
    return os.waitstatus_to_exitcode(status)


def sumbench(*arguments: object) -> list[str]:
    """Return the command line of sumbench with some arguments."""
    return [sys.executable, "-m", "bench", *map(str, arguments)]


def python(*arguments: object) -> list[str]:
    """Return the command line of this interpreter with some arguments."""
    return [sys.executable, *map(str, arguments)]


if __name__ == "__main__":
    sys.exit(_start(sys.argv[1:]))
