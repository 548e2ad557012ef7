"""Programs behind the command protocol: kept alive, stopped, started anew, quoted when they fail."""

import os
import re
import select
import shutil
import sys
from pathlib import Path

import pytest

from bench.records import Article, Item, Output
from bench.system import System, prepare_system
from tests.conftest import ROOT, TINY, Command

ITEMS = [Item(Article(f"a{n}", "T", f"Town {n} has “mills”.\nMore."), "") for n in range(4)]
HEAD = "import json, os, sys, time\nfor n, line in enumerate(sys.stdin):\n    q = json.loads(line)\n"


def program(tmp_path: Path, body: str, options: str = "") -> System:
    path = tmp_path / "program.py"
    path.write_text(HEAD + "".join(f"    {line}\n" for line in body.splitlines()), encoding="utf-8")
    spec = f"command(run='{sys.executable} -u {path}'{options})"
    return prepare_system(spec, words=7, corpus_words=None, seed=3)


def ask(system: System) -> list[Output]:
    return [system.produce(item) for item in ITEMS]


def test_one_process_answers_all_articles_and_sees_the_documented_fields(tmp_path: Path) -> None:
    outputs = ask(
        program(tmp_path, "print(json.dumps({'text': f'{os.getpid()} {sorted(q)} {q[\"words\"]}'}))")
    )
    assert len({output.text for output in outputs}) == 1
    assert outputs[0].text.endswith("['id', 'language', 'seed', 'text', 'title', 'words'] 7")


def test_text_arrives_and_returns_unharmed(tmp_path: Path) -> None:
    outputs = ask(program(tmp_path, "print(json.dumps({'id': q['id'], 'text': q['text']}))"))
    assert [output.text for output in outputs] == [item.article.text for item in ITEMS]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("print('{broken')", "bad answer: not a JSON object: '{broken'"),
        ("print('[1]')", "bad answer: not a JSON object"),
        ("print('{}')", "bad answer: has neither text nor error"),
        ("print(json.dumps({'id': 'x', 'text': ''}))", "bad answer: answers 'x', asked was 'a0'"),
        ("print(json.dumps({'error': 'too long'}))", "too long"),
        ("print('why', file=sys.stderr); sys.exit(7)", "ended with code 7 before its answer; it said: why"),
        ("os.kill(os.getpid(), 9)", "ended with code -9"),
    ],
)
def test_an_answer_that_is_none_fails_its_article_with_the_reason(
    body: str, error: str, tmp_path: Path
) -> None:
    output = program(tmp_path, body).produce(ITEMS[0])
    assert output.status == "error"
    assert error in output.error


def test_after_a_bad_line_a_crash_or_a_hang_the_next_article_has_a_new_process(tmp_path: Path) -> None:
    body = (
        "if q['id'] == 'a0': print('oops'); continue\n"
        "if q['id'] == 'a1': sys.exit(1)\n"
        "if q['id'] == 'a2': print('asleep', file=sys.stderr); time.sleep(60)\n"
        "print(json.dumps({'text': str(n)}))"
    )
    outputs = ask(program(tmp_path, body, ", timeout=1"))
    assert [output.status for output in outputs] == ["error", "error", "error", "ok"]
    assert "no answer within 1 s; stopped; it said: asleep" in outputs[2].error
    assert outputs[3].text == "0"


def test_a_program_for_one_article_is_started_for_each(tmp_path: Path) -> None:
    outputs = ask(program(tmp_path, "print(json.dumps({'text': str(os.getpid())}))\nbreak"))
    assert [output.status for output in outputs] == ["ok"] * 4
    assert len({output.text for output in outputs}) == 4


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits on Linux's process descriptors")
def test_its_children_end_with_a_program_that_is_stopped(tmp_path: Path) -> None:
    body = (
        "import subprocess\nchild = subprocess.Popen(['sleep', '60'])\n"
        f"open({str(tmp_path / 'child')!r}, 'w').write(str(child.pid))\ntime.sleep(60)"
    )
    assert program(tmp_path, body, ", timeout=1").produce(ITEMS[0]).status == "error"
    child = int((tmp_path / "child").read_text())
    try:
        ended = os.pidfd_open(child)
    except ProcessLookupError:
        return
    # A killed process may take a moment to go; the descriptor is ready once it has.
    assert select.select([ended], [], [], 10)[0]


def test_standard_error_never_blocks_and_a_log_keeps_all_of_it(tmp_path: Path) -> None:
    body = "print('x' * 200_000, file=sys.stderr)\nprint(json.dumps({'text': 'fine'}))"
    log = tmp_path / "said.txt"
    outputs = ask(program(tmp_path, body, f", log='{log}'"))
    assert [output.text for output in outputs] == ["fine"] * 4
    assert log.stat().st_size >= 600_000


def test_usage_is_added_up_and_nonsense_in_it_ignored(tmp_path: Path) -> None:
    usage = {"input_tokens": 5, "output_tokens": "many", "cost": 0.25}
    output = program(tmp_path, f"print(json.dumps({{'text': 'x', 'usage': {usage}}}))").produce(ITEMS[0])
    assert output.usage is not None
    assert (output.usage.input_tokens, output.usage.output_tokens, output.usage.cost) == (5, 0, 0.25)


def test_a_program_that_is_not_there_stops_the_rest(tmp_path: Path) -> None:
    system = prepare_system("command(run=no-such-program)", words=None, corpus_words=None, seed=0)
    attempt = system.attempt(ITEMS[0])
    assert attempt.stop
    assert attempt.output.error == "command: no program 'no-such-program'"


def test_a_changed_program_is_another_system(tmp_path: Path) -> None:
    first = program(tmp_path, "print(json.dumps({'text': 'a'}))")
    second = program(tmp_path, "print(json.dumps({'text': 'b'}))")
    assert first.options == second.options
    assert first.digest != second.digest


EXAMPLES = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
COMMANDS = re.compile(r"^sumbench run --system '(command\(.*\))'$", re.MULTILINE)


@pytest.mark.parametrize("name", ["first.sh", "lead.mjs"])
def test_the_examples_of_the_protocol_run(name: str, sumbench: Command, tmp_path: Path) -> None:
    if name.endswith(".mjs") and shutil.which("node") is None:
        pytest.skip("node is not installed")
    page = (ROOT / "docs" / "command-protocol.md").read_text(encoding="utf-8")
    (tmp_path / name).write_text(dict(EXAMPLES.findall(page))[name], encoding="utf-8")
    spec = next(spec for spec in COMMANDS.findall(page) if name in spec)
    done = sumbench(
        "run",
        "--corpus",
        TINY,
        "--system",
        spec,
        "--no-baselines",
        "--metrics",
        "length",
        PATH=os.environ["PATH"],
    )
    assert done.returncode == 0, done.stderr
    outputs = (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8")
    first = (TINY / "harbour-strike" / "article.txt").read_text(encoding="utf-8").split("\n\n")[1]
    assert " ".join(first.split()[:8]) in outputs
