"""ROUGE-1, -2, -L, -Lsum with stemming against rouge-score and other tools, in turn on one core.

    python benchmarks/rouge.py                          all peers that can be had
    python benchmarks/rouge.py --short --floor 15       few pairs, rouge-score only; exit 3 below the floor
    python benchmarks/rouge.py --evaluate PATH          with evaluate; PATH is its metrics/rouge/rouge.py

Before anything is timed, every float is compared with rouge-score's; exit 4 if one differs.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from interleaved import Contestant, pin, ratio, seconds, timed
from labelled import LABELLED
from reported import Row
from rouge_score.rouge_scorer import RougeScorer
from text_pairs import Pair, long, typical

from bench.metrics.rouge_fast import Rouge, Tokens, prepare, score
from bench.text.stems import forget

PLAIN = "rouge-score"
COLD, REUSED = "ours, from nothing", "ours, references kept"
PEER = f"rouge-score {version('rouge-score')}"
MUSTS = {
    ("typical", COLD): (">=", 25.0),
    ("typical", REUSED): (">=", 40.0),
    ("long", COLD): (">=", 40.0),
}
OTHERS = {  # name: packages, what is not the same work
    "pltrdy": (["rouge==1.0.1"], "rouge 1.0.1: no stemmer, no sentence-wise L beside Lsum, distinct n-grams"),
    "rouge-metric": (["rouge-metric==1.0.1"], "rouge-metric 1.0.1: no stemmer, ROUGE-1, -2 and L only"),
    "evaluate": (
        ["evaluate==0.4.6", "rouge-score==0.1.2", f"nltk=={version('nltk')}"],
        "evaluate 0.4.6, F only; it calls rouge-score",
    ),
}


def plain(pairs: Sequence[Pair]) -> list[Rouge]:
    """Return what the usual loop over rouge-score gives."""
    scorer = RougeScorer(list(Rouge._fields), use_stemmer=True)
    return [scorer.score("\n".join(one.reference), "\n".join(one.candidate)) for one in pairs]


def ours(pairs: Sequence[Pair]) -> list[Rouge]:
    """Return the same, each text read once."""
    return [score(prepare(one.reference), prepare(one.candidate)) for one in pairs]


def differing(pairs: Sequence[Pair]) -> int:
    """Return how many floats differ from rouge-score's."""
    return sum(
        getattr(triple, part) != getattr(theirs[kind], part)
        for mine, theirs in zip(ours(pairs), plain(pairs), strict=True)
        for kind, triple in mine._asdict().items()
        for part in triple._fields
    )


class Kept:
    """Pairs whose references have been scored against before, as they are for a second system."""

    def __init__(self, pairs: Sequence[Pair]):
        """Hold `pairs`."""
        self.pairs = pairs
        self.references: list[Tokens] = []

    def fill(self) -> None:
        """Read the references and use each once."""
        self.references = [prepare(one.reference) for one in self.pairs]
        for reference in self.references:
            score(reference, reference)

    def run(self) -> list[Rouge]:
        """Score the candidates."""
        return [
            score(kept, prepare(one.candidate)) for kept, one in zip(self.references, self.pairs, strict=True)
        ]


@contextmanager
def elsewhere(name: str, pairs: Sequence[Pair], script: str) -> Iterator[tuple[Contestant | None, str]]:
    """Give a peer in an environment of its own, and the difference of its ROUGE-1; or None and why not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pairs.json")
        path.write_text(json.dumps(pairs), encoding="utf-8")
        python = Path(folder, "venv", "bin", "python")
        for step in (
            [sys.executable, "-m", "venv", str(python.parents[1])],
            [str(python), "-m", "pip", "install", "--quiet", *OTHERS[name][0]],
        ):
            done = subprocess.run(step, capture_output=True, text=True, check=False)
            if done.returncode:
                yield None, (done.stderr.strip().splitlines() or ["its environment cannot be made"])[-1]
                return
        child = subprocess.Popen(
            [str(python), str(Path(__file__).with_name("peer.py")), name, str(path), script],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        answer = child.stdout.readline() if child.stdout else ""
        if not answer:
            yield None, (child.communicate()[1].strip().splitlines() or ["it did not start"])[-1]
            return
        away = [abs(a - b.rouge1.fmeasure) for a, b in zip(json.loads(answer), ours(pairs), strict=True)]

        yield (
            Contestant(name, lambda: ask(child)),
            f"ROUGE-1 F differs by {statistics.mean(away):.3f} on average",
        )
        child.communicate()


def ask(child: "subprocess.Popen[str]") -> float:
    """Have a peer run one round; return its seconds."""
    assert child.stdin
    assert child.stdout
    child.stdin.write("go\n")
    child.stdin.flush()
    return float(child.stdout.readline())


def describe(title: str, pairs: Sequence[Pair]) -> str:
    """Return what the pairs are like."""
    words = [[sum(len(s.split()) for s in side) for side in pair] for pair in pairs]
    reference, candidate = (int(statistics.median(column)) for column in zip(*words, strict=True))
    return f"{title}: {len(pairs)} pairs, median {reference} and {candidate} words"


def measure(title: str, pairs: Sequence[Pair], rounds: int, others: Sequence[str], script: str) -> list[Row]:
    """Print a table of times and ratios; return the ratios to rouge-score as rows."""
    print(describe(title, pairs))
    kept = Kept(pairs)
    with ExitStack() as stack:
        contestants = [
            Contestant(PLAIN, lambda: plain(pairs)),
            Contestant(COLD, lambda: ours(pairs), before=forget),
            Contestant(REUSED, kept.run, before=kept.fill),
        ]
        notes = {PLAIN: f"{version('rouge-score')}, nltk {version('nltk')}"}
        for name in others:
            contestant, note = stack.enter_context(elsewhere(name, pairs, script))
            if contestant is None:
                print(f"  {name}: left out, {note}")
            else:
                contestants.append(contestant)
                notes[name] = f"{OTHERS[name][1]}; {note}"
        seconds(contestants[1])
        times = timed(contestants, rounds)
    rows = []
    for name, own in times.items():
        against = ratio(times, PLAIN, name)
        each = 1e6 * statistics.median(own) / len(pairs)
        print(f"  {name:24s} {each:9.1f} us/pair  {against!s:24s} {notes.get(name, '')}")
        if name != PLAIN:
            what = f"{describe(title, pairs)}: {name}"
            rows.append(Row(what, PEER, against, MUSTS.get((title, name)), notes.get(name, "")))
    return rows


def rows(short: bool = False, bundled: bool = False, script: str = "") -> list[Row]:
    """Compare every float, then measure. Raises SystemExit 4 if one differs."""
    ours_only = bundled or short
    source = "the bundled corpus" if ours_only or not LABELLED.exists() else "labelled news"
    common, articles = typical(ours_only), long(ours_only)
    if short:
        common, articles = common[:: max(1, len(common) // 100)], articles[:10]
    else:
        common, articles = common[:2000], articles[:100]
    wrong = differing(common) + differing(articles)
    print(f"floats that differ from {PEER} on {source}: {wrong}")
    if wrong:
        raise SystemExit(4)
    others = [] if short else ["pltrdy", "rouge-metric", *(["evaluate"] if script else [])]
    return [
        row._replace(what=f"{source}, {row.what}")
        for title, pairs in (("typical", common), ("long", articles))
        for row in measure(title, pairs, 3 if short else 7, others, script)
    ]


def main() -> int:
    """Print the tables; return 3 below the floor, 4 if a float differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="100 bundled pairs, 3 rounds, rouge-score only")
    parser.add_argument("--bundled", action="store_true", help="only texts that come with the project")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this ratio")
    parser.add_argument("--evaluate", default="", metavar="PATH", help="metrics/rouge/rouge.py of evaluate")
    options = parser.parse_args()
    pin()
    found = rows(options.short, options.bundled, options.evaluate)
    cold = [row.ratio.median for row in found if row.what.endswith(COLD)]
    return 3 if min(cold) < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
