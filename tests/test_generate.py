"""Generation never pays twice: whatever ends a run, the same command goes on where it stopped."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from bench.cache import OutputCache
from bench.corpus import open_corpus
from bench.errors import Incomplete
from bench.generate import IN_A_ROW, TRIES, generate
from bench.records import Output
from bench.system import System, prepare_system
from tests.conftest import ROOT, TINY, Command, heed_interrupts
from tests.systems.chat_server import Chat, chat_server

FILES = ("findings.csv", "leaderboard.csv", "leaderboard.md", "outputs.jsonl", "scores.csv")
CHEAP = ("--no-baselines", "--metrics", "length")

COUNTING = '''
"""Counts its calls in a file."""
import os
def summarize(article, *, words=60, fail=""):
    with open(os.environ["CALLS"], "a") as file:
        file.write(article.id + "\\n")
    if article.id in fail.split():
        raise ValueError("not this one")
    return article.text.split("\\n")[0]
'''


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A corpus of 200 articles; the last line of each names it, which a server can read from a prompt."""
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{n:03}", "article": f"Town {n} has {n + 2} mills.\nname-{n:03}"} for n in range(200)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An adapter that counts its calls."""
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    path = tmp_path / "counting.py"
    path.write_text(COUNTING, encoding="utf-8")
    return path


def calls(tmp_path: Path) -> Counter[str]:
    path = tmp_path / "calls"
    return Counter(path.read_text(encoding="utf-8").split()) if path.exists() else Counter()


def results(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def statuses(folder: Path) -> Counter[str]:
    lines = (folder / "outputs.jsonl").read_text(encoding="utf-8").splitlines()
    return Counter(json.loads(line)["status"] for line in lines)


def spec(url: str, options: str = "") -> str:
    return f'openai(model=m, base_url="{url}", backoff=0.002{options})'


def start(arguments: tuple[object, ...], cwd: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_API_KEY": "sk-loopback-0123456789"}
    return subprocess.Popen(
        [sys.executable, "-m", "bench", *map(str, arguments)],
        cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        preexec_fn=heed_interrupts,
    )  # fmt: skip


@pytest.mark.slow
def test_a_run_killed_at_twenty_random_moments_asks_for_nothing_twice_that_was_not_in_flight(
    articles: Path, tmp_path: Path
) -> None:
    rng, connections = random.Random(11), 4
    moments = sorted(rng.sample(range(3, 198), 20))
    total = threading.Semaphore(0)

    def behave(chat: Chat, number: int) -> None:
        total.release()
        time.sleep(rng.uniform(0.0, 0.02))
        chat.good()

    with chat_server(behave) as (url, asked):
        command = (
            "run", "--corpus", articles, "--system", spec(url), "--max-connections", connections, *CHEAP,
        )  # fmt: skip
        for moment in moments:
            process = start(command, tmp_path)
            while len(asked.bodies) < moment and process.poll() is None:
                total.acquire(timeout=0.05)
            time.sleep(rng.uniform(0.0, 0.01))
            process.send_signal(signal.SIGKILL)
            process.wait()
        killed_at = len(asked.bodies)
        assert start(command, tmp_path).wait() == 0
        asked_in_all = len(asked.bodies)
        unbroken = start((*command, "--out", tmp_path / "unbroken"), tmp_path)
        assert unbroken.wait() == 0
    assert killed_at >= moments[-1]
    assert len(asked.articles) == 200
    # Each kill may lose what was in flight, at most one request a connection, and nothing else.
    assert asked_in_all - 200 <= len(moments) * connections
    assert results(tmp_path / "results/articles") == results(tmp_path / "unbroken/articles")


def test_what_was_answered_before_a_kill_is_never_asked_again(articles: Path, tmp_path: Path) -> None:
    hold = threading.Event()

    def behave(chat: Chat, number: int) -> None:
        if number > 50:
            hold.wait(20)
        chat.good()

    with chat_server(behave) as (url, asked):
        command = ("run", "--corpus", articles, "--system", spec(url), "--max-connections", 4, *CHEAP)
        process = start(command, tmp_path)
        while len(asked.bodies) < 54:
            time.sleep(0.005)
        process.kill()
        process.wait()
        answered = [body["messages"][-1]["content"].splitlines()[-1] for body in asked.bodies[:50]]
        hold.set()
        assert start(command, tmp_path).wait() == 0
    assert all(asked.articles[name] == 1 for name in answered)
    assert len(asked.bodies) == 204


def test_a_local_system_killed_with_its_workers_goes_on_where_it_stopped(
    articles: Path, counting: Path, tmp_path: Path
) -> None:
    slow = counting.read_text(encoding="utf-8").replace(
        "    return", "    import time; time.sleep(0.01)\n    return"
    )
    counting.write_text(slow, encoding="utf-8")
    command = ("run", "--corpus", articles, "--system", counting, "--jobs", 2, *CHEAP)
    process = start(command, tmp_path)
    while sum(calls(tmp_path).values()) < 40:
        time.sleep(0.005)
    process.kill()
    process.wait()
    assert start(command, tmp_path).wait() == 0
    assert len(calls(tmp_path)) == 200
    assert sum(calls(tmp_path).values()) <= 202


def test_ctrl_c_ends_with_130_and_the_same_command_finishes(
    articles: Path, counting: Path, tmp_path: Path
) -> None:
    hold = threading.Event()

    def behave(chat: Chat, number: int) -> None:
        if number > 20:
            hold.wait(20)
        chat.good()

    with chat_server(behave) as (url, asked):
        command = ("run", "--corpus", articles, "--system", spec(url), "--max-connections", 2, *CHEAP)
        process = start(command, tmp_path)
        while len(asked.bodies) < 22:
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130
        hold.set()
        assert start(command, tmp_path).wait() == 0
    assert len(asked.bodies) == 202


def limited_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))


def test_a_full_disk_ends_with_4_in_one_line_and_loses_nothing_that_was_kept(
    articles: Path, counting: Path, tmp_path: Path
) -> None:
    long = counting.read_text(encoding="utf-8").replace('split("\\n")[0]', 'split("\\n")[0] + " x" * 1000')
    counting.write_text(long, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "bench",
        "run",
        "--corpus",
        articles,
        "--system",
        counting,
        "--jobs",
        "1",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    full = subprocess.run(
        [*command, *CHEAP], cwd=tmp_path, env=environment, preexec_fn=limited_files,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert full.returncode == 4, full.stderr
    assert len(full.stderr.strip().splitlines()) == 1
    assert "make room and run the same command" in full.stderr
    kept = sum(calls(tmp_path).values()) - 1
    assert 10 < kept < 190
    done = subprocess.run([*command, *CHEAP], cwd=tmp_path, env=environment, check=False, capture_output=True)
    assert done.returncode == 0
    assert sum(calls(tmp_path).values()) == 201


def test_a_server_that_dies_in_mid_run_ends_with_4_and_everything_earned_is_kept(
    articles: Path, sumbench: Command, tmp_path: Path
) -> None:
    paid_up = threading.Event()

    def behave(chat: Chat, number: int) -> None:
        chat.good() if number <= 60 or paid_up.is_set() else chat.failure(401, "account closed")

    with chat_server(behave) as (url, asked):
        done = sumbench("run", "--corpus", articles, "--system", spec(url, ", retries=2"), *CHEAP)
        assert done.returncode == 4
        assert "incomplete: 140 outputs failed" in done.stderr
        assert len(asked.bodies) <= 60 + 8
        folder = tmp_path / "results/articles"
        assert statuses(folder) == {"ok": 60, "error": 140}
        text = (folder / "outputs.jsonl").read_text(encoding="utf-8")
        assert f"not asked: {url}: HTTP 401: account closed" in text
        asked.bodies.clear()
        paid_up.set()
        again = sumbench("run", "--corpus", articles, "--system", spec(url, ", retries=2"), *CHEAP)
    assert again.returncode == 0
    assert "140 asked, 60 kept" in again.stderr
    assert len(asked.bodies) == 140
    assert statuses(folder) == {"ok": 200}


def test_a_dead_server_costs_one_article_s_tries_and_the_other_systems_keep_their_rows(
    articles: Path, sumbench: Command, tmp_path: Path
) -> None:
    with chat_server(lambda chat, number: chat.good()) as (url, _):
        pass
    done = sumbench(
        "run", "--corpus", articles, "--system", spec(url), "--system", "lead", "--metrics", "length",
        "--no-baselines",
    )  # fmt: skip
    assert done.returncode == 4
    assert statuses(tmp_path / "results/articles") == {"ok": 200, "error": 200}
    run = json.loads((tmp_path / "results/articles/run.json").read_text(encoding="utf-8"))
    assert run["cost"]["total"]["requests"] == 4


def remote(tmp_path: Path, body: str) -> System:
    path = tmp_path / "far.py"
    path.write_text(f"REMOTE = True\nimport time\ndef summarize(article):\n    {body}\n", encoding="utf-8")
    return prepare_system(str(path), words=None, corpus_words=None, seed=0)


def test_one_article_is_tried_before_the_rest_and_three_failures_stop_it(
    articles: Path, tmp_path: Path
) -> None:
    corpus = open_corpus(str(articles))
    outputs = list(generate([remote(tmp_path, "raise OSError('no')")], corpus, corpus.ids))
    assert len(outputs) == 200
    assert sum(output.error == "OSError: no" for output in outputs) == TRIES
    assert sum(output.error == "not asked: OSError: no" for output in outputs) == 200 - TRIES


def test_failures_in_a_row_stop_a_system_that_began_well(articles: Path, tmp_path: Path) -> None:
    corpus = open_corpus(str(articles))
    system = remote(tmp_path, "return {}['x'] if article.id > 'a049' else 'fine'")
    outputs = list(generate([system], corpus, corpus.ids, connections=1))
    assert sum(output.status == "ok" for output in outputs) == 50
    assert sum("not asked" in output.error for output in outputs) == 150 - IN_A_ROW


def test_one_bad_first_article_does_not_stop_a_system(articles: Path, tmp_path: Path) -> None:
    corpus = open_corpus(str(articles))
    system = remote(tmp_path, "return {}['x'] if article.id == 'a000' else 'fine'")
    outputs = list(generate([system], corpus, corpus.ids))
    assert Counter(output.status for output in outputs) == {"ok": 199, "error": 1}


def test_a_remote_call_past_its_time_is_given_up_while_others_go_on(articles: Path, tmp_path: Path) -> None:
    corpus = open_corpus(str(articles))
    system = remote(tmp_path, "time.sleep(30 if article.id == 'a003' else 0)\n    return 'fine'")
    outputs = list(generate([system], corpus, corpus.ids, connections=2, timeout=0.3))
    assert Counter(output.status for output in outputs) == {"ok": 199, "timeout": 1}


def test_the_results_do_not_depend_on_connections_or_jobs(
    articles: Path, counting: Path, sumbench: Command, tmp_path: Path
) -> None:
    found = []
    with chat_server(lambda chat, number: chat.good()) as (url, _):
        for connections, jobs in ((1, 1), (8, 2)):
            out = tmp_path / f"with-{connections}"
            done = sumbench(
                "run", "--corpus", articles, "--system", spec(url), "--system", counting, "--out", out,
                "--max-connections", connections, "--jobs", jobs, *CHEAP,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            found.append(results(out / "articles"))
    assert found[0] == found[1]


def test_a_second_run_asks_for_nothing_and_fresh_asks_for_everything(
    counting: Path, sumbench: Command, tmp_path: Path
) -> None:
    command = ("run", "--corpus", TINY, "--system", counting, *CHEAP)
    for _ in range(2):
        assert sumbench(*command).returncode == 0
    assert set(calls(tmp_path).values()) == {1}
    assert sumbench("run", "--corpus", TINY, "--system", "lead", *CHEAP).returncode == 0
    assert sumbench(*command, "--fresh").returncode == 0
    assert set(calls(tmp_path).values()) == {2}
    # What others earned is not thrown away.
    assert "2 kept" in sumbench("run", "--corpus", TINY, "--system", "lead", "--dry-run", *CHEAP).stdout


@pytest.mark.parametrize("change", ["adapter", "shared", "article", "option"])
def test_a_changed_adapter_article_or_option_never_gets_an_old_output(
    change: str, counting: Path, broken: Path, sumbench: Command, tmp_path: Path
) -> None:
    (tmp_path / "_shared.py").write_text("A = 1\n", encoding="utf-8")
    counting.write_text("from _shared import A\n" + counting.read_text(encoding="utf-8"), encoding="utf-8")
    assert sumbench("run", "--corpus", broken, "--system", counting, *CHEAP).returncode == 0
    system, expected = str(counting), {2}
    if change == "adapter":
        counting.write_text(counting.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    elif change == "shared":
        (tmp_path / "_shared.py").write_text("A = 2\n", encoding="utf-8")
    elif change == "option":
        system += "(words=9)"
    else:
        article = broken / "twin-verdicts" / "article.txt"
        article.write_text(article.read_text(encoding="utf-8") + "One more sentence.\n", encoding="utf-8")
        expected = {1, 2}
    assert sumbench("run", "--corpus", broken, "--system", system, *CHEAP).returncode == 0
    assert set(calls(tmp_path).values()) == expected


def test_failures_are_not_kept_and_retry_failed_asks_for_them_alone_even_without_a_cache(
    counting: Path, sumbench: Command, tmp_path: Path
) -> None:
    (tmp_path / "systems").mkdir()
    counting.rename(tmp_path / "systems" / "counting.py")
    failing = "counting(fail=twin-verdicts, label=mine)"
    assert sumbench("run", "--corpus", TINY, "--system", failing, *CHEAP).returncode == 4
    assert sumbench("run", "--corpus", TINY, "--system", failing, *CHEAP).returncode == 4
    assert calls(tmp_path) == {"harbour-strike": 1, "twin-verdicts": 2}
    for path in (tmp_path / "results" / ".sumbench").iterdir():
        path.unlink()
    done = sumbench("run", "--corpus", TINY, "--retry-failed", *CHEAP)
    assert done.returncode == 4
    assert calls(tmp_path) == {"harbour-strike": 1, "twin-verdicts": 3}
    rows = (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["system"] for row in rows] == ["mine", "mine"]


def test_retry_failed_needs_results(sumbench: Command) -> None:
    done = sumbench("run", "--corpus", TINY, "--retry-failed")
    assert done.returncode == 2
    assert "nothing was run into" in done.stderr


def test_blanks_and_failures_are_never_kept(tmp_path: Path) -> None:
    corpus = open_corpus(str(TINY))
    item = corpus.load("harbour-strike")
    lead = prepare_system("lead", words=None, corpus_words=None, seed=0)
    with OutputCache(tmp_path / "c.sqlite") as cache:
        for status in ("empty", "error", "timeout"):
            cache.put(lead, item, Output("lead", item.article.id, "", status))  # type: ignore[arg-type]
            assert cache.get(lead, item) is None
        cache.put(lead, item, Output("lead", item.article.id, "text"))
        kept = cache.get(lead, item)
    assert kept is not None
    assert kept.text == "text"
    assert kept.usage is not None
    assert kept.usage.kept


def test_a_cache_that_cannot_grow_says_so(tmp_path: Path) -> None:
    corpus = open_corpus(str(TINY))
    item = corpus.load("harbour-strike")
    lead = prepare_system("lead", words=None, corpus_words=None, seed=0)
    with OutputCache(tmp_path / "c.sqlite") as cache:
        cache._connection.execute("PRAGMA max_page_count = 3")
        with pytest.raises(Incomplete, match="full"):
            cache.put(lead, item, Output("lead", item.article.id, "x" * 100_000))
        assert cache.get(lead, item) is None


def test_a_damaged_cache_is_named(sumbench: Command, tmp_path: Path) -> None:
    path = tmp_path / "results" / ".sumbench" / "outputs.sqlite"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database" * 100)
    done = sumbench("run", "--corpus", TINY, "--system", "lead", *CHEAP)
    assert done.returncode == 5
    assert "the output cache is damaged" in done.stderr


def test_an_adapter_that_takes_its_process_down_costs_only_its_own_outputs(
    sumbench: Command, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        "import os\ndef summarize(article):\n    if article.id == 'twin-verdicts':\n        os._exit(7)\n"
        "    return 'A strike.'\n",
        encoding="utf-8",
    )
    done = sumbench("run", "--corpus", TINY, "--system", bad, "--system", "lead", "--jobs", 2, *CHEAP)
    assert done.returncode == 4
    assert statuses(tmp_path / "results/tiny") == {"ok": 3, "error": 1}
    assert "the process ended in the middle" in (tmp_path / "results/tiny/outputs.jsonl").read_text()


def test_what_an_adapter_prints_does_not_reach_standard_output(sumbench: Command, tmp_path: Path) -> None:
    loud = tmp_path / "loud.py"
    loud.write_text("def summarize(article):\n    print('NOISE')\n    return 'A strike.'\n", encoding="utf-8")
    for jobs in (1, 2):
        done = sumbench("run", "--corpus", TINY, "--system", loud, "--jobs", jobs, "--fresh", *CHEAP)
        assert done.returncode == 0
        assert "NOISE" not in done.stdout


def test_a_metric_that_breaks_does_so_before_anything_is_paid_for(
    counting: Path, sumbench: Command, tmp_path: Path
) -> None:
    metric = tmp_path / "bad_metric.py"
    metric.write_text("COLUMNS = {'bad': 'x'}\ndef measure(case, candidate):\n    raise KeyError('oops')\n")
    done = sumbench("run", "--corpus", TINY, "--system", counting, "--metrics", metric, "--no-baselines")
    assert done.returncode == 1
    assert not calls(tmp_path)


def test_a_dry_run_shows_calls_tokens_and_price_and_what_is_kept(sumbench: Command, tmp_path: Path) -> None:
    with chat_server(lambda chat, number: chat.good()) as (url, asked):
        priced = spec(url, ", input_price=2.5, output_price=10")
        first = sumbench("run", "--corpus", TINY, "--system", priced, "--dry-run", *CHEAP)
        assert not asked.bodies
        assert "2 calls over a network, about" in first.stdout
        assert "tokens in and 84 out, about $0.00" in first.stdout
        assert "OPENAI_API_KEY is not set" in first.stdout
        sumbench("run", "--corpus", TINY, "--system", priced, *CHEAP)
        second = sumbench("run", "--corpus", TINY, "--system", priced, "--dry-run", *CHEAP)
    assert "0 calls over a network (2 kept)" in second.stdout


def test_an_adapter_may_take_several_articles_at_once_and_one_bad_one_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "many.py"
    path.write_text(
        "def summarize(article, *, batch=2):\n    return 'alone'\n"
        "def summarize_many(articles, *, batch=2):\n"
        "    if any(a.id == 'a002' for a in articles): raise ValueError\n"
        "    return [f'{len(articles)} at once' for a in articles]\n",
        encoding="utf-8",
    )
    rows = [{"id": f"a{n:03}", "article": f"Town {n}."} for n in range(5)]
    corpus_file = tmp_path / "five.jsonl"
    corpus_file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    corpus = open_corpus(str(corpus_file))
    system = prepare_system(str(path), words=None, corpus_words=None, seed=0)
    texts = {output.article: output.text for output in generate([system], corpus, corpus.ids)}
    assert texts == {
        "a000": "2 at once", "a001": "2 at once", "a002": "alone", "a003": "alone", "a004": "alone",
    }  # fmt: skip
