"""Measure every claim about speed and put the tables into docs/performance.md, between its markers.

    python benchmarks/write_performance.py           everything; takes two hours on a quiet machine
    python benchmarks/write_performance.py --quick   the ledger's growth up to 10,000 pairs; half an hour
    python benchmarks/write_performance.py rouge startup    only these tables

What stands outside the markers is written by hand.
"""

import argparse
import platform
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import bootstrap
import extractive
import growth
import rouge
import startup
import whole_command
from blocks import filled
from interleaved import pin
from reported import Row, shown, table

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def tables(quick: bool) -> dict[str, Callable[[], list[Row]]]:
    """Return what measures each table; the growth last of those that may use all cores."""
    return {
        "growth": partial(growth.rows, quick=quick),
        "rouge": rouge.rows,
        "oracle": partial(extractive.rows, bundled=True),
        "bootstrap": bootstrap.rows,
        "startup": startup.rows,
        "whole command": whole_command.rows,
    }


def versions() -> str:
    """Return a sentence on what the tables were measured with."""
    packages = ("rouge-score", "nltk", "numpy", "rapidfuzz", "sentencex")
    named = ", ".join(f"{name} {version(name)}" for name in packages)
    return f"CPython {platform.python_version()} on {platform.system()} {platform.machine()}; {named}."


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="TABLE", help="growth, rouge, oracle, …; all by default")
    parser.add_argument("--quick", action="store_true", help="the ledger up to 10,000 pairs only")
    options = parser.parse_args()
    measures = tables(options.quick)
    for name in options.names or measures:
        if name not in measures:
            parser.error(f"no table {name!r}; known: {', '.join(measures)}")
        if name != "growth":
            pin()
        print(f"{name} …", file=sys.stderr)
        rows = measures[name]()
        print("\n".join(map(shown, rows)))
        # Written after each table: two hours of work are not lost by an interruption.
        filled(PAGE, {name: table(rows), "versions": versions()})


if __name__ == "__main__":
    main()
