"""The main job on real files: same bytes every time, nothing lost, every outcome with its exit code."""

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import TINY, Command

FILES = ("findings.csv", "leaderboard.csv", "leaderboard.md", "outputs.jsonl", "scores.csv")


def results(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def table(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "leaderboard.csv").open(encoding="utf-8", newline="") as file:
        return {row["system"]: row for row in csv.DictReader(file)}


@pytest.fixture
def whole(sumbench: Command, tmp_path: Path) -> Path:
    done = sumbench("run", "--corpus", TINY, "--jobs", 1)
    assert done.returncode == 0, done.stderr
    return tmp_path / "results" / "tiny"


def test_the_same_inputs_give_the_same_bytes_whatever_the_number_of_processes(
    whole: Path, sumbench: Command, tmp_path: Path
) -> None:
    first = results(whole)
    for jobs in (1, 2):
        done = sumbench("run", "--corpus", TINY, "--jobs", jobs, "--out", tmp_path / f"again{jobs}")
        assert done.returncode == 0, done.stderr
        assert results(tmp_path / f"again{jobs}" / "tiny") == first


def test_files_have_the_columns_and_fields_that_others_rely_on(whole: Path) -> None:
    heads = {
        name: (whole / name).read_text(encoding="utf-8").split("\n")[0] for name in FILES if "csv" in name
    }
    assert heads["scores.csv"] == "system,article,metric,value"
    assert heads["findings.csv"] == (
        "system,article,kind,claim,verdict,reason,evidence,start,end,evidence_start,evidence_end"
    )
    assert heads["leaderboard.csv"].startswith(
        "rank_low,rank_high,system,kind,articles,failed,empty,numbers_precision,numbers_recall,people_precision,"
        "people_recall,consistent,facts,facts_low,facts_high,rouge1,rouge2,rougeL,rougeLsum,chrf,words,compression,"
        "coverage,density,novelty,numbers_claims,numbers_keys,people_claims,people_keys"
    )
    for name in FILES:
        assert b"\r" not in (whole / name).read_bytes()
    for line in (whole / "outputs.jsonl").read_text(encoding="utf-8").splitlines():
        assert list(json.loads(line)) == ["system", "article", "text", "status", "error"]
    run = json.loads((whole / "run.json").read_text(encoding="utf-8"))
    assert run["schema"] == 1
    assert set(run["articles"]) == {"harbour-strike", "twin-verdicts"}
    assert "stem:porter" in run["signature"]["rouge"]
    assert "refs:mean" in run["signature"]["rouge"]
    assert "sentencex" in run["signature"]["rouge"]


def test_empty_is_last_and_scrambled_is_below_lead_on_facts_but_not_on_rouge(whole: Path) -> None:
    rows = table(whole)
    assert list(rows)[-1] == "empty"
    assert float(rows["empty"]["facts"]) == 0
    assert float(rows["scrambled"]["facts"]) < float(rows["lead"]["facts"]) - 0.2
    assert float(rows["scrambled"]["rouge1"]) > 0.8 * float(rows["lead"]["rouge1"])
    assert {row["kind"] for row in rows.values()} == {"baseline", "bound", "control"}
    assert rows["human"]["rank_low"] == ""


def test_findings_point_at_their_places_in_summary_and_article(whole: Path) -> None:
    outputs = {
        (row["system"], row["article"]): row["text"]
        for row in map(json.loads, (whole / "outputs.jsonl").read_text(encoding="utf-8").splitlines())
    }
    with (whole / "findings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["verdict"] for row in rows} >= {"supported", "unsupported", "missing"}
    for row in rows:
        evidence = (TINY / row["article"] / "article.txt").read_text(encoding="utf-8")
        starts, ends = row["evidence_start"], row["evidence_end"]
        if starts:
            texts = [
                " ".join(evidence[int(a) : int(b)].split())
                for a, b in zip(starts.split(" | "), ends.split(" | "), strict=True)
            ]
            assert " | ".join(texts) == row["evidence"].lstrip("'")
        if row["verdict"] == "missing":
            assert row["start"] == row["end"] == ""
        else:
            assert outputs[row["system"], row["article"]][int(row["start"]) : int(row["end"])].strip()


def test_another_system_is_added_to_the_table_and_replaced_by_its_next_version(
    whole: Path, sumbench: Command, tmp_path: Path
) -> None:
    before = results(whole)
    mine = tmp_path / "mine.py"
    mine.write_text("def summarize(article, *, words=60):\n    return article.title\n", encoding="utf-8")
    assert sumbench("run", "--corpus", TINY, "--system", mine).returncode == 0
    added = results(whole)
    assert table(whole)["mine"]["kind"] == "system"
    others = [line for line in added["scores.csv"].splitlines() if not line.startswith(b"mine,")]
    assert others == before["scores.csv"].splitlines()
    assert sumbench("run", "--corpus", TINY).returncode == 0
    assert results(whole) == added
    mine.write_text("def summarize(article, *, words=60):\n    return 'Nothing new.'\n", encoding="utf-8")
    assert sumbench("run", "--corpus", TINY, "--system", mine).returncode == 0
    assert b"Nothing new." in results(whole)["outputs.jsonl"]
    assert sumbench("run", "--corpus", TINY, "--fresh").returncode == 0
    assert results(whole) == before


def test_an_adapter_that_raises_is_counted_and_the_run_goes_on_to_exit_4(
    sumbench: Command, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        "def summarize(article):\n    if article.id == 'twin-verdicts':\n        raise OSError('no route')\n"
        "    return 'A strike.'\n",
        encoding="utf-8",
    )
    done = sumbench("run", "--corpus", TINY, "--system", bad)
    assert done.returncode == 4
    assert "incomplete: 1 output failed: bad (1)" in done.stderr
    assert "failed: bad (1): twin-verdicts: OSError: no route\n" in done.stderr
    row = table(tmp_path / "results" / "tiny")["bad"]
    assert (row["failed"], row["articles"]) == ("1", "2")
    output = [
        json.loads(line)
        for line in (tmp_path / "results" / "tiny" / "outputs.jsonl").read_text(encoding="utf-8").splitlines()
        if '"bad"' in line
    ][1]
    assert (output["status"], output["error"]) == ("error", "OSError: no route")
    assert sumbench("run", "--corpus", TINY, "--system", bad, "--max-failures", 1).returncode == 0


def test_a_failed_output_counts_as_worst(sumbench: Command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("def summarize(article):\n    return 3\n", encoding="utf-8")
    sumbench("run", "--corpus", TINY, "--system", bad)
    row = table(tmp_path / "results" / "tiny")["bad"]
    quality = (
        "facts",
        "consistent",
        "numbers_precision",
        "numbers_recall",
        "people_recall",
        "rouge1",
        "chrf",
    )
    assert {row[name] for name in quality} == {"0.0000"}
    assert {row[name] for name in ("words", "compression", "coverage", "density", "novelty")} == {""}


def test_a_slow_adapter_is_stopped_at_its_time(sumbench: Command, tmp_path: Path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("def summarize(article):\n    while True:\n        pass\n", encoding="utf-8")
    done = sumbench("run", "--corpus", TINY, "--system", slow, "--timeout", "0.2", "--no-baselines")
    assert done.returncode == 4
    assert '"status":"timeout"' in (tmp_path / "results" / "tiny" / "outputs.jsonl").read_text(
        encoding="utf-8"
    )


def test_part_of_a_corpus_says_so_and_does_not_overwrite_the_whole(
    whole: Path, sumbench: Command, tmp_path: Path
) -> None:
    before = results(whole)
    done = sumbench("run", "--corpus", TINY, "--limit", 1)
    assert done.returncode == 0
    assert "PARTIAL: 1 of 2 articles" in done.stdout
    assert results(whole) == before
    assert "PARTIAL" in (tmp_path / "results" / "tiny-partial" / "leaderboard.md").read_text(encoding="utf-8")
    assert sumbench("run", "--corpus", TINY, "--article", "twin-verdicts", "--force").returncode == 0
    assert results(whole) != before


def test_outputs_of_anybody_are_scored_without_running_a_system(sumbench: Command, tmp_path: Path) -> None:
    rows = [
        {"system": "theirs", "article": "harbour-strike", "text": "About 430 crane drivers are on strike."},
        {
            "system": "theirs",
            "article": "twin-verdicts",
            "text": "Erik Hallberg got five years.",
            "model": "x",
        },
    ]
    path = tmp_path / "outputs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in reversed(rows)), encoding="utf-8")
    done = sumbench("score", path, "--corpus", TINY)
    assert done.returncode == 0, done.stderr
    assert list(table(tmp_path / "results" / "tiny")) == ["theirs"]
    path.write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    done = sumbench("score", path, "--corpus", TINY, "--baselines")
    assert done.returncode == 4
    assert table(tmp_path / "results" / "tiny")["theirs"]["failed"] == "1"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"system": "a", "article": "nowhere", "text": ""}', "article 'nowhere' is not in corpus tiny"),
        ('{"system": "a", "article": "harbour-strike", "text": "x"}', "second output of system 'a'"),
    ],
)
def test_unknown_and_repeated_ids_are_refused(
    line: str, message: str, sumbench: Command, tmp_path: Path
) -> None:
    first = '{"system": "a", "article": "harbour-strike", "text": "x"}'
    (tmp_path / "o.jsonl").write_text(f"{first}\n{line}\n", encoding="utf-8")
    done = sumbench("score", "o.jsonl", "--corpus", TINY)
    assert done.returncode == 5
    assert done.stderr.strip().startswith("sumbench: o.jsonl:2: article: ")
    assert message in done.stderr


def test_several_files_of_outputs_give_the_bytes_of_one(sumbench: Command, tmp_path: Path) -> None:
    rows = [
        json.dumps({"system": system, "article": article, "text": f"{system}: 430 drivers are on strike."})
        + "\n"
        for system in ("theirs", "ours")
        for article in ("harbour-strike", "twin-verdicts")
    ]
    # A system of which each file has an article, one that stands in a single file, in any order.
    files = {"all.jsonl": rows, "one.jsonl": [rows[3], rows[0]], "two.jsonl": [rows[1], rows[2]]}
    for name, lines in files.items():
        (tmp_path / name).write_text("".join(lines), encoding="utf-8")
    assert sumbench("score", "all.jsonl", "--corpus", TINY, "--out", "a").returncode == 0
    done = sumbench("score", "two.jsonl", "one.jsonl", "--corpus", TINY, "--out", "b")
    assert done.returncode == 0, done.stderr
    assert results(tmp_path / "a" / "tiny") == results(tmp_path / "b" / "tiny")
    done = sumbench("score", "one.jsonl", "all.jsonl", "--corpus", TINY, "--out", "c")
    assert done.returncode == 5
    assert done.stderr == (
        "sumbench: all.jsonl:1: article: second output of system 'theirs' for article 'harbour-strike', "
        "first on line 2 of one.jsonl\n"
    )
    (tmp_path / "none.jsonl").write_text("\n", encoding="utf-8")
    done = sumbench("score", "all.jsonl", "none.jsonl", "--corpus", TINY, "--out", "d")
    assert done.returncode == 5
    assert done.stderr.startswith("sumbench: none.jsonl: no output in it")


def test_a_corpus_without_references_is_ranked_by_consistency(sumbench: Command, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name in ("harbour-strike", "twin-verdicts"):
        text = (TINY / name / "article.txt").read_text(encoding="utf-8")
        (tmp_path / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    done = sumbench("run", "--corpus", tmp_path / "texts")
    assert done.returncode == 0, done.stderr
    rows = table(tmp_path / "results" / "texts")
    assert {rows["lead"][name] for name in ("facts", "rouge1", "chrf", "numbers_recall")} == {""}
    assert rows["lead"]["numbers_precision"] == "1.0000"
    assert "ranked by consistent" in done.stdout


def test_the_mangled_article_runs_as_a_corpus_of_one_file(
    mangled: Path, sumbench: Command, tmp_path: Path
) -> None:
    done = sumbench("run", "--corpus", mangled)
    assert done.returncode == 0, done.stderr
    assert "lead" in done.stdout
    assert (
        len((tmp_path / "results" / "article" / "findings.csv").read_text(encoding="utf-8").splitlines()) > 5
    )


def test_a_dry_run_writes_nothing(sumbench: Command, tmp_path: Path) -> None:
    done = sumbench("run", "--corpus", TINY, "--dry-run")
    assert done.returncode == 0
    assert "lead (baseline), 2 calls here" in done.stdout
    assert list(tmp_path.iterdir()) == []
