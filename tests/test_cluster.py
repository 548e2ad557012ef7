"""On a Dask cluster of two worker processes: the bytes of a serial run, also where one worker is killed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from bench.chosen import choose_metrics
from bench.corpus import open_corpus
from bench.outputs import OutputIndex
from bench.score import score
from tests.conftest import ROOT, TINY, Command

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'sumbench[cluster]'")
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
PAIRS = 1500
RESULTS = ("leaderboard.csv", "leaderboard.md", "scores.csv", "findings.csv", "outputs.jsonl")


class Cluster(NamedTuple):
    """A scheduler's address, and its two workers."""

    address: str
    workers: list["subprocess.Popen[bytes]"]


def started(*arguments: str) -> "subprocess.Popen[bytes]":
    """Start a part of a cluster; what it says on the way is not shown."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers without anybody who would start them again, in processes of their own."""
    from distributed import Client

    file = str(tmp_path / "scheduler.json")
    common = ("--scheduler-file", file)
    scheduler = started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *common)
    workers = [
        started("worker", "--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path), *common)
        for _ in range(2)
    ]
    try:
        with Client(scheduler_file=file, timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield Cluster(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Labelled pairs of one paragraph each, no two the same."""
    text = (TINY / "harbour-strike" / "article.txt").read_text(encoding="utf-8")[:600]
    path = tmp_path_factory.mktemp("pairs") / "pairs.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(PAIRS):
            row = {"id": number, "document": text.replace("430", str(number)), "label": number % 2}
            file.write(
                json.dumps({**row, "summary": f"About {number // 2 * 2} crane drivers struck."}) + "\n"
            )
    return path


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A corpus of 400 articles and a system's outputs."""
    folder = tmp_path_factory.mktemp("corpus")
    text = (TINY / "twin-verdicts" / "article.txt").read_text(encoding="utf-8")[:600]
    with (folder / "c.jsonl").open("w") as articles, (folder / "o.jsonl").open("w") as file:
        for number in range(400):
            row = {"id": f"a{number}", "article": f"{number} {text}", "references": [text[:200]]}
            articles.write(json.dumps(row) + "\n")
            line = {"system": "s", "article": row["id"], "text": f"{text[number % 50 : 200]} {number}."}
            file.write(json.dumps(line) + "\n")
    return folder / "c.jsonl", folder / "o.jsonl"


def test_checking_pairs_gives_the_same_bytes_though_a_worker_is_killed(
    cluster: Cluster, pairs: Path, sumbench: Command, tmp_path: Path
) -> None:
    serial = tmp_path / "serial.jsonl"
    assert sumbench("check", "--pairs", pairs, "--out", serial).returncode == 0
    command = [sys.executable, "-m", "bench", "check", "--pairs", str(pairs), "--scheduler", cluster.address]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, bufsize=0)
    assert process.stdout is not None
    first = process.stdout.readline()
    # Lines come in order and few are under way at once, so most of the work is still to be done.
    cluster.workers[0].kill()
    assert cluster.workers[0].wait() == -9
    rest, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert first + rest == serial.read_bytes()
    assert cluster.workers[1].poll() is None


def test_scores_are_the_same_though_a_worker_is_killed(cluster: Cluster, outputs: tuple[Path, Path]) -> None:
    corpus = open_corpus(str(outputs[0]))
    index = OutputIndex([outputs[1]], corpus.ids, "c")
    metrics = choose_metrics(None)
    serial = list(score(corpus, corpus.ids, index.of, metrics))
    found = []
    for scores in score(corpus, corpus.ids, index.of, metrics, scheduler=cluster.address):
        if not found:
            cluster.workers[1].kill()
            cluster.workers[1].wait()
        found.append(scores)
    assert msgspec.json.encode(found) == msgspec.json.encode(serial)


def test_every_command_gives_the_bytes_of_a_serial_run(
    cluster: Cluster, pairs: Path, outputs: tuple[Path, Path], sumbench: Command, tmp_path: Path
) -> None:
    few = tmp_path / "few.jsonl"
    few.write_bytes(b"".join(pairs.read_bytes().splitlines(keepends=True)[:200]))
    commands = {
        "run": ("run", "--corpus", TINY),
        "score": ("score", outputs[1], "--corpus", outputs[0]),
        "check": ("check", "--pairs", few),
        "calibrate": ("calibrate", few, "--resamples", 50, "--format", "json"),
    }
    for name, arguments in commands.items():
        said = []
        for way in (("--jobs", 1), ("--jobs", 2), ("--scheduler", cluster.address)):
            done = sumbench(*arguments, *way)
            assert done.returncode == 0, (name, way, done.stderr)
            folder = tmp_path / "results" / {"run": "tiny", "score": "c"}.get(name, "nothing")
            said.append(
                [done.stdout, *((folder / f).read_bytes() for f in RESULTS if (folder / f).is_file())]
            )
            shutil.rmtree(tmp_path / "results", ignore_errors=True)
        assert len(said[0]) == (6 if name in ("run", "score") else 1)
        assert said[0] == said[1] == said[2], name


def test_a_cluster_of_this_machine_is_started_and_ended(
    sumbench: Command, pairs: Path, tmp_path: Path
) -> None:
    few = tmp_path / "few.jsonl"
    few.write_bytes(b"".join(pairs.read_bytes().splitlines(keepends=True)[:100]))
    serial = sumbench("check", "--pairs", few)
    done = sumbench("check", "--pairs", few, "--scheduler", "local", "--jobs", 2)
    assert done.returncode == 0, done.stderr
    assert done.stdout == serial.stdout


def test_an_address_where_nobody_answers_is_told_in_one_line(sumbench: Command, pairs: Path) -> None:
    done = sumbench(
        "check", "--pairs", pairs, "--scheduler", "tcp://127.0.0.1:9",
        DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s",
    )  # fmt: skip
    assert done.returncode == 2
    assert "no Dask scheduler at tcp://127.0.0.1:9" in done.stderr.strip().splitlines()[-1]
