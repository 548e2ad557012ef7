"""`sumbench score` from its start to its last file against a plain script that loops over rouge-score.

    python benchmarks/whole_command.py                     2,000 pairs; takes ten minutes
    python benchmarks/whole_command.py --short --share 0.2 200 pairs; exit 3 below that share of the musts

Both read the same corpus.jsonl and outputs.jsonl and write a row of scores for each pair. The script gives
ROUGE F only (plain_script.py); sumbench also writes tables, intervals and digests, and with everything on
chrF, overlap and the fact ledger. CPU seconds of whole processes in turn on one core, start included. Before
anything is timed, ROUGE-1, -2 and -L of every pair are compared; exit 4 if one differs.
"""

import argparse
import csv
import json
import sys
import tempfile
from functools import partial
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from interleaved import Contestant, pin, ratio, timed
from made_texts import write_corpus
from processes import python, spent, sumbench
from reported import Row, below, shown

SCRIPT = Path(__file__).with_name("plain_script.py")
PEER = f"plain script, rouge-score {version('rouge-score')}"
WORDS = 700


def commands(folder: Path, articles: int, systems: int) -> dict[str, list[str]]:
    """Write the texts and return the command lines that score them."""
    folder.mkdir()
    corpus, outputs = write_corpus(folder, articles, WORDS, systems)
    ours = ("score", outputs, "--corpus", corpus, "--jobs", 1, "--out", folder)
    return {
        PEER: python(SCRIPT, corpus, outputs, folder / "scores.jsonl"),
        "rouge": sumbench(*ours, "--metrics", "rouge"),
        "everything": sumbench(*ours),
    }


def differing(folder: Path) -> int:
    """Return how many scores of ROUGE-1, -2 and -L differ; both commands must have run."""
    with (folder / "corpus" / "scores.csv").open(encoding="utf-8", newline="") as file:
        ours = {(r["system"], r["article"], r["metric"]): float(r["value"]) for r in csv.DictReader(file)}
    wrong = 0
    with (folder / "scores.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            for kind in ("rouge1", "rouge2", "rougeL"):
                wrong += ours[row["system"], row["article"], kind] != round(row[kind], 6)
    return wrong


def compared(lines: dict[str, list[str]], ours: str, rounds: int) -> dict[str, list[float]]:
    """Return the CPU seconds of the script and of one of our commands, in turn."""
    run = {name: partial(lambda line: spent(line).cpu, lines[name]) for name in (PEER, ours)}
    return timed([Contestant(name, one) for name, one in run.items()], rounds)


def rows(short: bool = False) -> list[Row]:
    """Measure. Raises SystemExit 4 where scores differ."""
    pairs, articles, rounds, slow_rounds = (200, 20, 3, 1) if short else (2000, 200, 5, 3)
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        single = commands(Path(temporary, "single"), pairs, 1)
        several = commands(Path(temporary, "several"), articles, 10)
        for lines in (single, several):
            for line in lines.values():
                spent(line)
        wrong = differing(Path(temporary, "single")) + differing(Path(temporary, "several"))
        print(f"scores that differ: {wrong}", file=sys.stderr)
        if wrong:
            raise SystemExit(4)
        note = f"{pairs:,} pairs of 60 to 120 words"
        times = compared(single, "rouge", rounds)
        found.append(Row("`score --metrics rouge`", PEER, ratio(times, PEER, "rouge"), (">=", 15), note))
        note = f"{pairs:,} articles of {WORDS} words, one system"
        times = compared(single, "everything", slow_rounds)
        found.append(
            Row("`score`, everything on", PEER, ratio(times, PEER, "everything"), (">=", 1 / 1.5), note)
        )
        note = f"{articles} articles of {WORDS} words, ten systems"
        times = compared(several, "everything", slow_rounds)
        found.append(Row("`score`, everything on", PEER, ratio(times, PEER, "everything"), (">=", 2), note))
    return found


def main() -> int:
    """Print the figures; return 3 where a ratio misses its share."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="200 pairs, few rounds")
    parser.add_argument("--share", type=float, default=0.0, help="exit 3 below this share of a must")
    options = parser.parse_args()
    pin()
    found = rows(options.short)
    print("\n".join(map(shown, found)))
    return 3 if options.share and below(found, options.share) else 0


if __name__ == "__main__":
    sys.exit(main())
