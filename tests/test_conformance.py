"""The kit finds each way an adapter can break what it promises, and passes those that are fit."""

import json
from pathlib import Path

import pytest

from bench.conformance import ARTICLES, examine
from tests.conftest import Command
from tests.systems.chat_server import chat_server

GOOD = (
    '"""Fit to run."""\n'
    'def summarize(article, *, words=60):\n    return " ".join(article.text.split()[:words])\n'
)


def adapter(tmp_path: Path, code: str) -> str:
    path = tmp_path / "mine.py"
    path.write_text(code, encoding="utf-8")
    return str(path)


def broken(spec: str, timeout: float = 20.0) -> dict[str, str]:
    return {line.promise: line.detail for line in examine(spec, timeout=timeout) if line.kept is False}


def body(text: str, head: str = "") -> str:
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    return f'"""Mine."""\n{head}\ndef summarize(article, *, words=60):\n{lines}'


@pytest.mark.parametrize("name", ["lead", "random", "copy", "empty"])
def test_bundled_adapters_keep_every_promise(name: str) -> None:
    assert broken(name) == {}


def test_there_is_a_line_for_each_promise_of_a_fit_adapter(tmp_path: Path) -> None:
    lines = list(examine(adapter(tmp_path, GOOD)))
    assert [line.kept for line in lines] == [True] * len(lines)
    names = [line.promise for line in lines]
    assert len(names) == len(set(names)) == 10 + len(ARTICLES)
    assert sum(line.seconds for line in lines) > 0


@pytest.mark.parametrize(
    ("code", "promise", "detail"),
    [
        (GOOD.replace('"""Fit to run."""', ""), "says what it is", "write a docstring"),
        (body("return article.text.split()[0]"), "an empty article", "IndexError: list index out of range"),
        (body("return None"), "an ordinary article", "returned NoneType instead of text"),
        (body("return ''"), "an ordinary article", "the summary is empty"),
        (body("return article.text[:40].encode('utf-16').decode('utf-8', 'surrogateescape')"),
         "emoji and combining marks", "not valid Unicode"),
        (body("import re\nre.compile('[A-Za-z]+').match(article.text or 'x').group()\nreturn 'x'"),
         "right-to-left text", "AttributeError"),
        (body("return article.text"), "the length budget is kept", "words where 20 were asked for"),
        (body("import itertools\nreturn str(next(C))", "import itertools\nC = itertools.count()"),
         "the same article gives the same summary", "set DETERMINISTIC = False"),
        (body("open(LOCK, 'x').close()\ntime.sleep(0.2)\nos.unlink(LOCK)\nreturn 'x'",
              "import time, os; LOCK = __file__ + '.lock'"), "two calls at once", "FileExistsError"),
        (body("raise SystemExit(3)"), "failures are exceptions with a message", "would end the run"),
        (body("raise ValueError"), "failures are exceptions with a message", "ValueError without a message"),
        (body("import os\nos._exit(9)"), "an ordinary article", "Crash: the process ended with code 9"),
        (body("print('debug')\nreturn 'x'"), "nothing is printed", "debug"),
        (body("import os\nos.write(1, b'raw')\nreturn 'x'"), "nothing is printed", "raw"),
        (body("try: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass\nreturn 'x'",
              "import socket"), "no network unless declared", "127.0.0.1"),
        (body("import os\nreturn os.environ['OPENAI_API_KEY']"),
         "secrets are not repeated", "in the summary"),
        (body("import os\nraise ValueError(str(dict(os.environ)))"),
         "secrets are not repeated", "in an error"),
        (body("import os, sys\nprint(os.environ['HF_TOKEN'], file=sys.stderr)\nreturn 'x'"),
         "secrets are not repeated", "in what it printed"),
    ],
)  # fmt: skip
def test_a_broken_promise_is_found_and_named(
    code: str, promise: str, detail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    found = broken(adapter(tmp_path, code))
    assert detail in found[promise]


def test_a_call_that_never_ends_is_stopped_and_the_rest_is_tried(tmp_path: Path) -> None:
    found = broken(adapter(tmp_path, body("while not article.text: pass\nreturn 'x'")), timeout=1.0)
    assert found == {"an empty article": "Timeout: no answer within 1 s"}


def test_an_adapter_may_decline_an_article_that_is_too_long_in_words(tmp_path: Path) -> None:
    code = body("if len(article.text) > 9999: raise ValueError('too long for this model')\nreturn 'x'")
    lines = {line.promise: line for line in examine(adapter(tmp_path, code))}
    assert lines["an article of 1 MB"].kept is True
    assert lines["an article of 1 MB"].detail == "declined: ValueError: too long for this model"


def test_an_adapter_that_says_it_is_not_deterministic_need_not_be(tmp_path: Path) -> None:
    code = body("import random\nreturn str(random.random())", "DETERMINISTIC = False")
    lines = {line.promise: line for line in examine(adapter(tmp_path, code))}
    assert lines["the same article gives the same summary"].kept is None


def test_the_openai_adapter_keeps_its_promises_against_a_real_server(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("httpx2", reason="httpx2 is not installed (extra http)")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-loopback-0123456789")
    with chat_server(lambda chat, number: chat.good() if chat.article else chat.failure(400)) as (url, _):
        found = broken(f'openai(model=m, base_url="{url}", backoff=0.001)')
    assert set(found) <= {"an empty article"}


def test_a_system_that_cannot_be_had_is_not_tried_further(tmp_path: Path) -> None:
    lines = list(examine("command(run=no-such-program)"))
    assert lines[-1].detail == "not tried: the system cannot be had"
    assert len(lines) == 3


def test_the_command_prints_a_line_a_promise_and_ends_with_0_or_3(sumbench: Command, tmp_path: Path) -> None:
    good = sumbench("test", adapter(tmp_path, GOOD))
    assert good.returncode == 0, good.stderr
    assert len(good.stdout.splitlines()) == 10 + len(ARTICLES)
    bad = sumbench("test", adapter(tmp_path, body("print('x')\nreturn 'x'")), "--json")
    assert bad.returncode == 3
    rows = json.loads(bad.stdout)
    assert [row["promise"] for row in rows if row["kept"] is False] == ["nothing is printed"]
    assert "breaks 1 promise" in bad.stderr


def test_what_is_no_adapter_is_a_usage_error(sumbench: Command) -> None:
    for name, message in (("oracle", "the harness's own row"), ("leed", "did you mean lead")):
        done = sumbench("test", name)
        assert done.returncode == 2
        assert message in done.stderr
