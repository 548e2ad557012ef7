"""Results folders for the tests of the report, made by the harness itself."""

from pathlib import Path

from bench.benchmark import run_benchmark, score_outputs
from bench.chosen import choose_metrics, default_metrics
from bench.corpus import open_corpus
from bench.mangle import mangled
from bench.plan import Plan, prepare_systems
from tests import hostile


def make_results(path: Path, out: Path, mangle: int | None = None, metrics: str | None = None) -> Path:
    """Run the house's systems over a corpus; return the results folder."""
    corpus = mangled(open_corpus(str(path)), mangle)
    systems = prepare_systems((), corpus, words=None, seed=0)
    return run_benchmark(
        Plan(corpus, corpus.ids, systems, choose_metrics(metrics), out / corpus.meta.name, "")
    ).folder


def make_hostile(folder: Path) -> tuple[Path, Path]:
    """Score hostile outputs over a hostile corpus; return the results folder and the corpus."""
    path, outputs = hostile.write_corpus(folder), hostile.write_outputs(folder)
    corpus = open_corpus(str(path))
    systems = prepare_systems((), corpus, words=None, seed=0)
    plan = Plan(corpus, corpus.ids, systems, default_metrics(), folder / "results" / "hostile", "")
    return score_outputs(plan, [outputs]).folder, path
