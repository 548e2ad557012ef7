"""The openai adapter against a public implementation of that API: `transformers serve`, with a tiny model."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.corpus import open_corpus
from tests.conftest import TINY, Command
from tests.systems.tiny_models import make_model

for package in ("httpx2", "torch", "transformers", "fastapi", "uvicorn"):
    pytest.importorskip(
        package, reason=f"{package} is not installed: pip install 'transformers[serving]' torch"
    )

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("torch")]
LONGEST_START = 120.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve a tiny chat model on loopback; yield the base URL and the model's folder."""
    folder = tmp_path_factory.mktemp("served")
    make_model("chat", [item.evidence for item in open_corpus(str(TINY)).items()], folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "import sys; from transformers.cli.transformers import main; sys.exit(main())"
    arguments = ["serve", "--host", "127.0.0.1", "--port", str(port), "--device", "cpu", str(folder)]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env={**os.environ, "HF_HUB_OFFLINE": "1"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        ends = time.monotonic() + LONGEST_START
        while not healthy(port):
            if process.poll() is not None or time.monotonic() > ends:
                pytest.fail("transformers serve did not start")
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/v1", folder
    finally:
        process.kill()
        process.wait()


def healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def test_a_run_against_it_is_complete_counts_tokens_and_asks_for_nothing_twice(
    server: tuple[str, Path], sumbench: Command, tmp_path: Path
) -> None:
    url, folder = server
    command = (
        "run", "--corpus", TINY, "--no-baselines", "--metrics", "length", "--system",
        f'openai(model="{folder}", base_url="{url}", max_tokens=20, label=served)',
    )  # fmt: skip
    done = sumbench(*command)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8").splitlines()
    assert all(json.loads(line)["text"] for line in lines)
    total = json.loads((tmp_path / "results/tiny/run.json").read_text(encoding="utf-8"))["cost"]["total"]
    assert (total["requests"], total["output_tokens"]) == (2, 40)
    assert total["input_tokens"] > 100
    assert "0 asked, 2 kept" in sumbench(*command).stderr


def test_a_model_it_does_not_have_is_said_and_the_rest_is_not_asked(
    server: tuple[str, Path], sumbench: Command, tmp_path: Path
) -> None:
    url, _ = server
    done = sumbench(
        "run", "--corpus", TINY, "--no-baselines", "--metrics", "length", "--system",
        f'openai(model=no-such-model, base_url="{url}", retries=1, backoff=0.01)',
    )  # fmt: skip
    assert done.returncode == 4
    outputs = (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8")
    assert "HTTP " in outputs
