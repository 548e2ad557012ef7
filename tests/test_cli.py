"""The edge: help that teaches, one-line errors, exit codes, pipes and colours."""

import json
from pathlib import Path

import pytest

from bench.cli import COMMANDS
from tests.conftest import TINY, Command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, sumbench: Command) -> None:
    done = sumbench(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: sumbench {name}")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("run", "--system", "leed", "--corpus", TINY), 2, "no system 'leed'; did you mean lead"),
        (("run", "--corpus", "wirre"), 2, "no corpus 'wirre'"),
        (("run", "--corpus", TINY, "--metrics", "rogue"), 2, "no metric 'rogue'; did you mean rouge?"),
        (
            ("run", "--corpus", TINY, "--article", "nope"),
            2,
            "there are harbour-strike, twin-verdicts; --corpus names another",
        ),
        (
            ("run", "--limit"),
            2,
            "sumbench run: Option '--limit' requires an argument. (see `sumbench run --help`)",
        ),
        (("run", "--limit", "0"), 2, "Invalid value for '--limit'"),
        (("run", "--corpus", TINY, "--system", "lead(word=3)"), 2, "no option word; it has words"),
        (("rum",), 2, "no command 'rum'; did you mean run"),
        (("score", "none.jsonl", "--corpus", TINY), 5, "none.jsonl: file is missing"),
        (("show", "harbor-strike", "--corpus", TINY), 2, "did you mean harbour-strike"),
        (("check", "a.txt"), 2, "give ARTICLE and SUMMARY"),
        (("check", "a.txt", "b.txt"), 5, "a.txt: file is missing"),
    ],
)
def test_an_error_is_one_line_and_its_exit_code_says_whose_fault_it_is(
    arguments: tuple[object, ...], code: int, message: str, sumbench: Command
) -> None:
    done = sumbench(*arguments)
    assert done.returncode == code
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert message in done.stderr


def test_debug_shows_the_traceback(sumbench: Command) -> None:
    assert "Traceback" in sumbench("run", "--corpus", "wirre", "--debug").stderr


def test_flags_may_be_spelled_with_underscores_and_set_by_environment(
    sumbench: Command, tmp_path: Path
) -> None:
    done = sumbench(
        "run", "--corpus", TINY, "--system", "lead", "--no_baselines", "--dry_run", SUMBENCH_RUN_LIMIT="1"
    )
    assert done.returncode == 0
    assert ", 1 article\n" in done.stdout


def test_check_marks_the_summary_and_ends_with_3_on_an_error(sumbench: Command) -> None:
    article = TINY / "harbour-strike" / "article.txt"
    good = sumbench("check", article, "-", text="About 430 drivers struck on Tuesday, said Solheim.")
    assert good.returncode == 0, good.stderr
    assert "no number or person error found" in good.stdout
    bad = sumbench("check", article, "-", text="About 530 drivers struck on Tuesday.")
    assert bad.returncode == 3
    assert "[✗ " in bad.stdout
    assert "1 number or person error found" in bad.stdout


def test_check_gives_the_ledger_as_json(sumbench: Command) -> None:
    article = TINY / "harbour-strike" / "article.txt"
    done = sumbench("check", article, "-", "--format", "json", text="About 530 drivers struck.")
    row = json.loads(done.stdout)
    assert (done.returncode, row["consistent"]) == (3, False)
    assert 0 <= row["score"] <= 1
    finding = row["findings"][0]
    assert set(finding) == {"kind", "claim", "verdict", "start", "end", "evidence", "reason"}
    assert (
        "About 530 drivers struck."[finding["start"] : finding["end"]].endswith("530")
        or "530" in finding["claim"]
    )


def test_an_empty_summary_has_no_findings_and_is_consistent(sumbench: Command) -> None:
    done = sumbench("check", TINY / "harbour-strike" / "article.txt", "-", "--format", "json", text=" \n")
    assert done.returncode == 0
    row = json.loads(done.stdout)
    assert (row["consistent"], row["findings"], row["score"]) == (True, [], 1.0)


def test_pairs_are_judged_in_order_and_unknown_fields_ignored(sumbench: Command, tmp_path: Path) -> None:
    document = (TINY / "harbour-strike" / "article.txt").read_text(encoding="utf-8")
    pairs = [
        {"id": "b", "document": document, "summary": "430 drivers.", "label": 1},
        {"id": "a", "document": document, "summary": "530 drivers.", "label": 0},
    ]
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(p) + "\n" for p in pairs), encoding="utf-8")
    done = sumbench("check", "--pairs", "pairs.jsonl", "--out", "ledger.jsonl")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in (tmp_path / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["consistent"]) for row in rows] == [("b", True), ("a", False)]


@pytest.mark.parametrize("what", ["systems", "metrics", "corpora"])
def test_lists_are_tab_separated_in_a_pipe(what: str, sumbench: Command) -> None:
    done = sumbench("list", what)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert len(lines) > 1


def test_show_prints_article_references_and_outputs(sumbench: Command) -> None:
    assert sumbench("run", "--corpus", TINY).returncode == 0
    done = sumbench(
        "show", "harbour-strike", "--corpus", TINY, "--system", "scrambled", "--results", "results/tiny"
    )
    assert done.returncode == 0, done.stderr
    for part in ("Port of Velsund shut", "REFERENCE ash", "REFERENCE birch", "scrambled", "missing"):
        assert part in done.stdout


def test_audit_names_file_and_line_and_ends_with_5(broken: Path, sumbench: Command) -> None:
    assert sumbench("audit", broken).returncode == 0
    path = broken / "harbour-strike" / "facts.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("12 container ships", "13 container ships"), encoding="utf-8"
    )
    (broken / "twin-verdicts" / "reference.ash.txt").write_text("", encoding="utf-8")
    done = sumbench("audit", broken)
    assert done.returncode == 5
    assert "facts.toml:10: quote: '13 container ships were waiting' is not word for word" in done.stdout
    assert "reference.ash.txt:1: reference has no text" in done.stdout


def test_no_colour_reaches_a_pipe(sumbench: Command) -> None:
    assert "\x1b" not in sumbench("run", "--corpus", TINY, FORCE_COLOR="").stdout


def test_the_module_is_the_command(sumbench: Command) -> None:
    assert sumbench("--version").stdout.startswith("sumbench, version ")
