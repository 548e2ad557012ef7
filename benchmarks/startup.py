"""How long `sumbench --help` takes against an interpreter that does nothing.

    python benchmarks/startup.py                       25 rounds
    python benchmarks/startup.py --short --share 0.7   7 rounds; exit 3 above the must over 0.7

CPU seconds of whole processes in turn on one core.
"""

import argparse
import platform
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from interleaved import Contestant, pin, ratio, timed
from processes import python, spent, sumbench
from reported import Row, below, shown

BARE = f"`python -c pass`, {platform.python_version()}"


def rows(short: bool = False) -> list[Row]:
    """Measure: how many times the bare interpreter's time each command takes."""
    commands = {
        BARE: python("-c", "pass"),
        "help": sumbench("--help"),
        "list": sumbench("list", "metrics"),
    }
    for line in commands.values():
        spent(line)
    contestants = [Contestant(name, lambda line=line: spent(line).cpu) for name, line in commands.items()]
    times = timed(contestants, 7 if short else 25)
    return [
        Row("`sumbench --help` takes", BARE, ratio(times, "help", BARE), ("<=", 8), "times as long"),
        Row("`sumbench list metrics` takes", BARE, ratio(times, "list", BARE), None, "times as long"),
    ]


def main() -> int:
    """Print the figures; return 3 where the must is missed by more than a share."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="7 rounds")
    parser.add_argument("--share", type=float, default=0.0, help="exit 3 above the must over this share")
    options = parser.parse_args()
    pin()
    found = rows(options.short)
    print("\n".join(map(shown, found)))
    return 3 if options.share and below(found, options.share) else 0


if __name__ == "__main__":
    sys.exit(main())
