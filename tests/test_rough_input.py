"""What people really feed to a command: half files, odd names, places that cannot be written, two at once."""

import gzip
import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.errors import InputError
from bench.json_line import decoded
from bench.output_lines import read_outputs
from bench.pairs import LabelledPair, NumberedLine, numbered_lines, pair_of
from bench.store import cell, uncell
from bench.whole import write_text
from tests.conftest import ROOT, TINY, Command

ARTICLE = "The port closed on Monday after 1,200 workers walked out."
PAIR = json.dumps({"id": 1, "document": ARTICLE, "summary": "Some 1,300 workers left."}) + "\n"
PLAIN = ("run", "--corpus", TINY, "--no-baselines", "--metrics", "length", "--system", "lead")


def outputs_of(folder: Path, *rows: object) -> Path:
    path = folder / "outputs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path, sumbench: Command) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "text")
    assert os.read(reader, 10) == b"text"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    (tmp_path / "p.jsonl").write_text(PAIR)
    os.mkfifo(tmp_path / "ledger")
    reader = os.open(tmp_path / "ledger", os.O_RDONLY | os.O_NONBLOCK)
    assert sumbench("check", "--pairs", "p.jsonl", "--out", "ledger").returncode == 0
    assert json.loads(os.read(reader, 9999))["id"] == 1
    os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "ledger").stat().st_mode)


def test_a_ledger_goes_to_standard_output_or_into_gzip_but_never_over_its_pairs(
    tmp_path: Path, sumbench: Command
) -> None:
    (tmp_path / "p.jsonl").write_text(PAIR)
    done = sumbench("check", "--pairs", "p.jsonl", "--out", "-")
    assert json.loads(done.stdout)["id"] == 1
    assert done.stderr == "1 pair judged, 1 with a number or person error\n"
    assert sumbench("check", "--pairs", "p.jsonl", "--out", "l.jsonl.gz").returncode == 0
    assert gzip.decompress((tmp_path / "l.jsonl.gz").read_bytes()).decode() == done.stdout
    same = sumbench("check", "--pairs", "p.jsonl", "--out", "p.jsonl")
    assert same.returncode == 2
    assert "the ledger needs a file of its own" in same.stderr
    assert (tmp_path / "p.jsonl").read_text() == PAIR
    one = sumbench("check", "p.jsonl", "p.jsonl", "--out", "x")
    assert one.returncode == 2
    assert "--out is the ledger of --pairs" in one.stderr


def test_gzipped_pairs_and_corpora_are_known_by_their_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(gzip.compress(PAIR.encode()))
    assert [line.data for line in numbered_lines(tmp_path / "pairs.jsonl")] == [PAIR.encode()]
    from bench.corpus import open_corpus

    (tmp_path / "c.jsonl").write_bytes(gzip.compress(b'{"id": "a", "article": "Five men."}\n'))
    assert list(open_corpus(str(tmp_path / "c.jsonl")).ids) == ["a"]


LINES = {
    "half a character": (rb'{"id": "a \ud83d"}', r"half of a character (\ud83d without its other half)"),
    "second half first": (rb'{"id": "a \udc00 b"}', "half of a character"),
    "a list": (b'[{"id": "a"}]', "write one JSON object a line, not one list of them"),
    "the start of a list": (b"[", "write one JSON object a line, not one list of them"),
    "gzip": (gzip.compress(b"{}"), "the file is gzipped; unpack it first"),
    "Latin-1": (b'{"id": "caf\xe9"}', "not UTF-8 (byte 0xe9); convert the file to UTF-8"),
    "a table": (b"id,article\n", "it begins with 'id,article'; write one JSON object a line"),
    "words": (b"  # Articles of May", "it begins with '#'; write one JSON object a line"),
    "cut off": (b'{"id": "a', "broken JSON line: "),
}


@pytest.mark.parametrize(("data", "message"), LINES.values(), ids=LINES.keys())
def test_a_line_that_is_no_json_object_is_named_with_its_cause(data: bytes, message: str) -> None:
    import msgspec

    with pytest.raises(InputError) as caught:
        decoded(data, msgspec.json.Decoder(dict).decode, "f.jsonl", 7)
    assert str(caught.value).startswith("f.jsonl:7: ")
    assert message in str(caught.value)


@pytest.mark.parametrize("label", [2, -1])
def test_a_label_is_0_or_1(label: int) -> None:
    line = json.dumps({"id": 1, "document": "a", "summary": "b", "label": label}).encode()
    with pytest.raises(InputError, match=r"l:3: label: .* is no label; write 1 for consistent, 0 for not"):
        pair_of(NumberedLine(3, line), LabelledPair, "l")


def test_labelled_files_without_a_pair_are_refused(tmp_path: Path, sumbench: Command) -> None:
    (tmp_path / "l.jsonl").write_text("\n")
    done = sumbench("calibrate", "l.jsonl")
    assert done.returncode == 5
    assert "l.jsonl: no pair in it" in done.stderr


def test_outputs_may_have_numbers_as_ids_and_null_as_error(tmp_path: Path) -> None:
    row = {"system": "s", "article": 3, "text": "x", "status": None, "error": None}
    ((_, output),) = read_outputs(outputs_of(tmp_path, row))
    assert (output.article, output.status, output.error) == ("3", "ok", "")


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "a\x00b"])
def test_a_system_without_a_name_on_one_line_is_refused(tmp_path: Path, name: str) -> None:
    path = outputs_of(tmp_path, {"system": name, "article": "a", "text": "x"})
    with pytest.raises(InputError, match=r"outputs.jsonl:1: system: .* one line"):
        list(read_outputs(path))


def test_a_file_without_outputs_is_refused(tmp_path: Path, sumbench: Command) -> None:
    outputs_of(tmp_path)
    done = sumbench("score", "outputs.jsonl", "--corpus", TINY)
    assert done.returncode == 5
    assert "outputs.jsonl: no output in it" in done.stderr
    folder = sumbench("score", tmp_path, "--corpus", TINY)
    assert folder.returncode == 5
    assert "a folder, not a file of outputs" in folder.stderr


def test_outputs_come_from_standard_input_too(tmp_path: Path, sumbench: Command) -> None:
    row = '{"system": "mine", "article": "harbour-strike", "text": "Dockers went on strike."}\n'
    outputs = tmp_path / "outputs.jsonl"
    outputs.write_text(row, encoding="utf-8")
    options = ("--corpus", TINY, "--metrics", "length", "--max-failures", "9")
    for out, given in (("file", outputs), ("stdin", "-"), ("pipe", "/dev/stdin")):
        done = subprocess.run(
            [sys.executable, "-m", "bench", "score", str(given), *map(str, options),
             "--out", str(tmp_path / out)],
            input=row, text=True, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        scores = tmp_path / out / "tiny" / "scores.csv"
        assert scores.read_bytes() == (tmp_path / "file" / "tiny" / "scores.csv").read_bytes()


def test_rows_that_score_replaces_are_named(tmp_path: Path, sumbench: Command) -> None:
    for name in ("dear", "cheap"):
        outputs_of(tmp_path, {"system": name, "article": "harbour-strike", "text": "Shut."})
        done = sumbench(
            "score", "outputs.jsonl", "--corpus", TINY, "--metrics", "length", "--max-failures", 1
        )
        assert done.returncode == 0, done.stderr
        assert ("had rows of dear, which are not in outputs.jsonl" in done.stderr) == (name == "cheap")


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''@x", "-1", "'-1", "'tis", "+5%", "-", "x"])
def test_a_cell_gives_its_text_back(text: str) -> None:
    assert uncell(cell(text)) == text


def test_two_names_never_share_a_cell() -> None:
    names = ["=1+1", "'=1+1", "''=1+1"]
    assert len({cell(name) for name in names}) == 3


@pytest.mark.parametrize("place", ["file", "file/below", "locked/tiny"])
def test_a_place_that_cannot_be_written_is_one_line_and_no_crash(
    tmp_path: Path, sumbench: Command, place: str
) -> None:
    (tmp_path / "file").write_text("here first")
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "tiny").write_text("no folder")
    done = sumbench(*PLAIN, "--out", tmp_path / place)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"sumbench: {tmp_path / place}: cannot be opened or written (")
    assert "choose another place" in done.stderr
    assert (tmp_path / "file").read_text() == "here first"


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are Unix's")
def test_a_file_that_finds_no_room_is_named_and_nothing_of_it_stays(tmp_path: Path) -> None:
    import resource

    (tmp_path / "p.jsonl").write_text(PAIR * 200)
    done = subprocess.run(
        [sys.executable, "-m", "bench", "check", "--pairs", "p.jsonl", "--out", "ledger.jsonl"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)),
    )  # fmt: skip
    assert done.returncode == 4
    assert done.stderr.startswith("sumbench: ledger.jsonl: no room (")
    assert [path.name for path in tmp_path.iterdir()] == ["p.jsonl"]


def test_a_folder_in_the_place_of_a_file_is_one_line(tmp_path: Path, sumbench: Command) -> None:
    (tmp_path / "p.jsonl").write_text(PAIR)
    done = sumbench("check", "--pairs", "p.jsonl", "--out", tmp_path)
    assert done.returncode == 2
    assert "cannot be opened or written (Is a directory); choose another place" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_signs_are_printed_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a").write_text(ARTICLE)
    (tmp_path / "s").write_text("Some 1,300 workers left.")
    for form in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "bench", "check", "a", "s", "--format", form],
            cwd=tmp_path, capture_output=True, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding},
        )  # fmt: skip
        assert done.returncode == 3, done.stderr
        if form == "json":
            assert json.loads(done.stdout)["findings"][0]["verdict"] == "unsupported"
        else:
            assert b"[\\u2717 1,300]" in done.stdout or "[✗ 1,300]".encode() in done.stdout


VARIABLES = {
    "SUMBENCH_RUN_SYSTEM": ("lead(words=30, label=x) copy", "system    x (baseline)"),
    "SUMBENCH_RUN_ARTICLE": ("harbour-strike", ", 1 article\n"),
    "SUMBENCH_RUN_CORPUS": (str(TINY), "corpus    tiny"),
}


@pytest.mark.parametrize(("name", "value"), VARIABLES.items(), ids=VARIABLES.keys())
def test_a_variable_has_the_name_of_the_option_that_it_sets(
    sumbench: Command, name: str, value: tuple[str, str]
) -> None:
    fixed = {"SUMBENCH_RUN_SYSTEM": "lead", "SUMBENCH_RUN_CORPUS": str(TINY), name: value[0]}
    done = sumbench("run", "--no-baselines", "--dry-run", **fixed)
    assert done.returncode == 0, done.stderr
    assert value[1] in done.stdout


def test_every_option_has_a_variable_of_its_name(sumbench: Command, tmp_path: Path) -> None:
    import click

    from bench.cli import cli

    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        for option in (p for p in command.params if isinstance(p, click.Option)):
            flag = max(option.opts, key=len)
            assert option.envvar == f"SUMBENCH_{name}_{flag[2:]}".upper().replace("-", "_")
    (tmp_path / "a").write_text(ARTICLE)
    assert sumbench("check", "a", "a", SUMBENCH_CHECK_FORMAT="json").stdout.startswith("{")
    assert "Traceback" not in sumbench("check", "a", "no", SUMBENCH_DEBUG="0").stderr


def test_nothing_to_run_is_said(sumbench: Command) -> None:
    done = sumbench("run", "--corpus", TINY, "--no-baselines")
    assert done.returncode == 2
    assert "nothing to run: name a --system" in done.stderr


@pytest.mark.parametrize("words", ["x", "0", "-3", "1.5", "true"])
def test_a_budget_that_is_no_number_of_words_is_refused_before_anything_runs(
    sumbench: Command, words: str
) -> None:
    done = sumbench("run", "--corpus", TINY, "--system", f"lead(words={words})")
    assert done.returncode == 2
    assert "give a whole number from 1 up" in done.stderr


def test_an_unknown_article_is_answered_with_the_nearest(sumbench: Command) -> None:
    for arguments in (("run", "--article", "harbor-strike"), ("show", "harbor-strike")):
        done = sumbench(*arguments, "--corpus", TINY)
        assert done.returncode == 2
        assert "did you mean harbour-strike?" in done.stderr


def test_show_takes_the_fields_of_a_jsonl_corpus(tmp_path: Path, sumbench: Command) -> None:
    (tmp_path / "c.jsonl").write_text(json.dumps({"key": "one", "body": ARTICLE, "gold": "Closed."}))
    fields = ("--id-field", "key", "--article-field", "body", "--reference-field", "gold")
    done = sumbench("show", "one", "--corpus", "c.jsonl", *fields)
    assert done.returncode == 0, done.stderr
    assert "Closed." in done.stdout


def test_show_refuses_results_of_another_schema(tmp_path: Path, sumbench: Command) -> None:
    sumbench(*PLAIN, "--out", "r")
    run = tmp_path / "r" / "tiny" / "run.json"
    run.write_text(run.read_text().replace('"schema": 1', '"schema": 7'))
    done = sumbench("show", "harbour-strike", "--corpus", TINY, "--results", run.parent)
    assert done.returncode == 5
    assert "these results have schema 7" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--results", "nowhere"), 5, "nowhere: no such folder"),
        (("--results", "r"), 5, "r: no run.json: not a results folder; did you mean r/tiny?"),
        (("--results", "."), 5, ".: no run.json: not a results folder; make one with"),
        (("--results", "r/tiny", "--system", "none"), 2, "no system 'none' in r/tiny; there are lead"),
        (("--system", "lead"), 5, "results/tiny: no such folder"),
    ],
)
def test_show_says_at_once_that_it_has_not_what_was_asked_for(
    tmp_path: Path, sumbench: Command, arguments: tuple[str, ...], code: int, message: str
) -> None:
    sumbench(*PLAIN, "--out", "r")
    done = sumbench("show", "harbour-strike", "--corpus", TINY, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_show_says_where_results_have_nothing_of_an_article(tmp_path: Path, sumbench: Command) -> None:
    sumbench(*PLAIN, "--article", "harbour-strike")
    done = sumbench("show", "twin-verdicts", "--corpus", TINY)
    assert done.returncode == 0
    assert "nothing of this article in results/tiny" in done.stdout


def test_an_adapter_that_ends_the_program_costs_only_its_own_outputs(
    tmp_path: Path, sumbench: Command
) -> None:
    (tmp_path / "ends.py").write_text("import sys\ndef summarize(article): sys.exit('bye')\n")
    done = sumbench(*PLAIN, "--system", "ends.py", "--out", "r", "--jobs", "1")
    assert done.returncode == 4
    text = (tmp_path / "r" / "tiny" / "outputs.jsonl").read_text()
    assert '"status":"error","error":"SystemExit: bye"' in text
    assert '"system":"lead"' in text


def test_rows_without_measured_facts_are_not_said_to_lack_fact_sheets(sumbench: Command) -> None:
    done = sumbench("run", "--corpus", TINY, "--no-baselines", "--system", "lead", "--metrics", "rouge")
    assert done.returncode == 0
    assert "The facts were not measured" in done.stdout
    assert "No fact sheets" not in done.stdout


def test_a_second_run_into_one_folder_waits_and_adds_its_row(tmp_path: Path, sumbench: Command) -> None:
    slow = "import time\ndef summarize(article, *, words=60):\n    {}\n    return article.text[:50]\n"
    wait = "import pathlib\n    while not pathlib.Path('go').exists(): time.sleep(0.02)"
    (tmp_path / "slow.py").write_text(slow.format(wait))
    (tmp_path / "quick.py").write_text(slow.format("pass"))
    common = [sys.executable, "-m", "bench", "run", "--corpus", str(TINY), "--no-baselines",
              "--metrics", "length", "--jobs", "1", "--system"]  # fmt: skip
    where = {"cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": str(ROOT)}, "text": True}
    first = subprocess.Popen([*common, "slow.py"], stdout=subprocess.PIPE, **where)  # type: ignore[call-overload]
    lock = tmp_path / "results" / ".sumbench" / "outputs.sqlite"
    while not lock.exists():
        time.sleep(0.02)
    second = subprocess.Popen([*common, "quick.py"], stderr=subprocess.PIPE, **where)  # type: ignore[call-overload]
    assert "another sumbench writes results/tiny; waiting" in second.stderr.readline()
    (tmp_path / "go").touch()
    assert first.wait(60) == 0
    second.communicate(timeout=60)
    assert second.returncode == 0
    board = (tmp_path / "results" / "tiny" / "leaderboard.csv").read_text()
    assert ",slow,system," in board
    assert ",quick,system," in board


def test_an_article_is_not_written_into_a_corpus_elsewhere(tmp_path: Path, sumbench: Command) -> None:
    done = sumbench("new", "article", "fire")
    assert done.returncode == 2
    assert "name a corpus of yours with --corpus" in done.stderr
    assert not (ROOT / "references" / "wire" / "fire").exists()


def test_metrics_of_packages_are_listed_and_a_broken_one_hinders_no_other(
    tmp_path: Path, sumbench: Command
) -> None:
    about = tmp_path / "site" / "strange-1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: strange\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[sumbench.metrics]\ncaps = strange_caps\ngone = strange_gone\n")
    code = '"""Capitals."""\nCOLUMNS = {"caps": "share of capitals"}\nprint("run")\n'
    measure = "def measure(case, candidate):\n    return {'caps': 0.5}\n"
    (tmp_path / "site" / "strange_caps.py").write_text(code + measure)
    path = os.pathsep.join([str(ROOT), str(tmp_path / "site")])
    listed = sumbench("list", "metrics", PYTHONPATH=path)
    assert "caps\t\tCapitals.\t" in listed.stdout
    assert "\tcaps\tshare of capitals\t" in listed.stdout
    assert "gone\t\tBROKEN: metric gone: module strange_gone cannot be found" in listed.stdout
    assert "run" not in listed.stdout.splitlines()
    done = sumbench(*PLAIN[:-4], "--system", "lead", "--metrics", "caps", PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    unknown = sumbench(*PLAIN[:-4], "--system", "lead", "--metrics", "cap", PYTHONPATH=path)
    assert "did you mean caps" in unknown.stderr


def test_a_broken_corpus_is_a_marked_line_when_corpora_are_listed(tmp_path: Path, sumbench: Command) -> None:
    (tmp_path / "references" / "odd").mkdir(parents=True)
    (tmp_path / "references" / "odd" / "corpus.toml").write_text("name = \n")
    done = sumbench("list", "corpora")
    assert done.returncode == 0, done.stderr
    assert "odd\t\t\t\tBROKEN: references/odd/corpus.toml:1: broken TOML" in done.stdout
    assert "\nwire\t" in done.stdout


def test_failures_of_an_earlier_run_are_told_apart_with_the_way_to_be_rid_of_them(
    tmp_path: Path, sumbench: Command
) -> None:
    (tmp_path / "bad.py").write_text("def summarize(article):\n    raise ValueError('no\\nkey')\n")
    assert sumbench(*PLAIN, "--system", "bad.py").returncode == 4
    later = sumbench(*PLAIN)
    assert later.returncode == 4
    assert "failed: bad (2): harbour-strike: ValueError: no key\n" in later.stderr
    assert "(bad: from an earlier run, --retry-failed asks, --fresh leaves them out)" in later.stderr
    assert sumbench(*PLAIN, "--fresh").returncode == 0
