"""compare: what may be compared, by how much results differ, and which facts made it so."""

import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console
from scipy import stats as scipy_stats

from bench.compare.comparability import comparability
from bench.compare.comparison import compare
from bench.compare.factdiff import context
from bench.errors import InputError, UsageError
from bench.report.comparison_markdown import comparison_markdown, plain
from bench.report.comparison_text import print_comparison
from bench.results import Results
from bench.store import Run
from tests.conftest import TINY, Command
from tests.folders import SIGNATURE, found, write_results

GOOD = {
    "harbour-strike": "About 430 crane drivers struck on Tuesday, led by Ingrid Solheim, for 6.5 per cent.",
    "twin-verdicts": "Tomas Hallberg got three years for the 2019 fire.",
}


def outputs(path: Path, texts: dict[str, str], system: str = "mine") -> Path:
    lines = [json.dumps({"system": system, "article": a, "text": t}) for a, t in texts.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def pair(tmp_path: Path, old: dict[str, list[float]], new: dict[str, list[float]]) -> tuple[Results, Results]:
    folders = [
        write_results(tmp_path / name, {system: {"facts": series} for system, series in values.items()})
        for name, values in (("old", old), ("new", new))
    ]
    return Results(folders[0]), Results(folders[1])


# On real files, through the command line


def test_one_planted_wrong_number_is_named_with_its_article_in_the_first_ten_lines(
    sumbench: Command, tmp_path: Path
) -> None:
    planted = {**GOOD, "harbour-strike": GOOD["harbour-strike"].replace("430", "530")}
    for name, texts in (("old", GOOD), ("new", planted)):
        done = sumbench("score", outputs(tmp_path / f"{name}.jsonl", texts), "--corpus", TINY, "--out", name)
        assert done.returncode == 0, done.stderr
    done = sumbench("compare", "old/tiny", "new/tiny")
    assert done.returncode == 0, done.stderr
    head = "\n".join(done.stdout.splitlines()[:10])
    assert "harbour-strike: number 530" in head
    assert "[530] crane drivers" in head
    assert re.search(r"findings\.csv:\d+", head)
    place = re.search(r"530.*findings\.csv:(\d+)", head)
    assert place
    row = (tmp_path / "new" / "tiny" / "findings.csv").read_text(encoding="utf-8").splitlines()
    assert row[int(place[1]) - 1].startswith("mine,harbour-strike,number,530")
    markdown = sumbench("compare", "old/tiny", "new/tiny", "--format", "markdown").stdout
    assert "530" in "\n".join(markdown.splitlines()[:10])
    assert markdown.index("530") < markdown.index("<details>")
    found = json.loads(sumbench("compare", "old/tiny", "new/tiny", "--format", "json").stdout)
    lost = [fact for fact in found["systems"][0]["facts"] if fact["effect"] == "lost"]
    assert [(fact["article"], fact["new"]) for fact in lost] == [
        ("harbour-strike", "unsupported"),
        ("harbour-strike", "missing"),
    ]
    start, end = lost[0]["start"], lost[0]["end"]
    assert "530" in planted["harbour-strike"][start:end]


def test_a_rerun_without_changes_says_no_difference(sumbench: Command, tmp_path: Path) -> None:
    for name in ("old", "new"):
        sumbench("score", outputs(tmp_path / "o.jsonl", GOOD), "--corpus", TINY, "--out", name)
    for form in ("text", "markdown"):
        done = sumbench("compare", "old/tiny", "new/tiny", "--format", form)
        assert done.returncode == 0
        assert "no difference" in done.stdout
    assert json.loads(sumbench("compare", "old/tiny", "new/tiny", "--format", "json").stdout)["same"] is True


def test_other_options_of_a_metric_are_refused_by_name_and_force_marks_the_output(
    sumbench: Command, tmp_path: Path
) -> None:
    path = outputs(tmp_path / "o.jsonl", GOOD)
    sumbench("score", path, "--corpus", TINY, "--out", "old")
    sumbench("score", path, "--corpus", TINY, "--out", "new", "--metrics", "facts,rouge(combine=best),length")
    done = sumbench("compare", "old/tiny", "new/tiny")
    assert done.returncode == 5
    assert "rouge: refs:mean → refs:best" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    for form in ("text", "markdown"):
        forced = sumbench("compare", "old/tiny", "new/tiny", "--force", "--format", form)
        assert forced.returncode == 0
        assert "FORCED" in forced.stdout.splitlines()[0]
        assert "no difference" not in forced.stdout
    refused = sumbench("gate", "new/tiny", "--baseline", "old/tiny")
    assert refused.returncode == 5


def test_a_job_summary_gets_the_comparison(sumbench: Command, tmp_path: Path) -> None:
    write_results(tmp_path / "old", {"mine": {"facts": [0.1, 0.2]}})
    done = sumbench("compare", "old", "old", GITHUB_STEP_SUMMARY=str(tmp_path / "job" / "summary.md"))
    assert done.returncode == 0
    assert "no difference" in (tmp_path / "job" / "summary.md").read_text(encoding="utf-8")


def test_one_word_changed_in_one_adapter_touches_only_the_rows_of_its_system(
    sumbench: Command, tmp_path: Path
) -> None:
    (tmp_path / "yours.py").write_text(
        "def summarize(article):\n    return article.title\n", encoding="utf-8"
    )
    mine = tmp_path / "mine.py"
    for name, word in (("old", "430"), ("new", "530")):
        mine.write_text(f"def summarize(article):\n    return 'About {word} drivers.'\n", encoding="utf-8")
        done = sumbench("run", "--corpus", TINY, "--system", mine, "--system", "yours.py", "--out", name)
        assert done.returncode == 0, done.stderr
    for name in ("scores.csv", "findings.csv", "outputs.jsonl"):
        paths = (tmp_path / folder / "tiny" / name for folder in ("old", "new"))
        old, new = (set(path.read_text(encoding="utf-8").splitlines()) for path in paths)
        assert old ^ new
        assert all(line.startswith(("mine,", '{"system":"mine",')) for line in old ^ new)
    tables = [Results(tmp_path / d / "tiny").table for d in ("old", "new")]
    for system in tables[0].keys() - {"mine"}:
        cells = [{k: v for k, v in t[system].cells.items() if not k.startswith("rank_")} for t in tables]
        assert cells[0] == cells[1]
    done = sumbench("compare", "old/tiny", "new/tiny")
    assert "its code changed" in done.stdout
    assert "mine: " in done.stdout.splitlines()[1]


# What may be compared


def run(**fields: object) -> Run:
    made = Run(corpus={"name": "c"}, signature=SIGNATURE, articles={"a": "1"}, systems={}, options={})
    for name, value in fields.items():
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("old", "new", "refused", "versions"),
    [
        ("rouge|refs:mean", "rouge|refs:best", ("rouge: refs:mean → refs:best",), ()),
        ("facts|rules:1", "facts|rules:2", ("rouge: rules:1 → rules:2",), ()),
        ("rouge|f1", "rouge|f1|stem:porter", ("rouge: nothing → stem:porter",), ()),
        ("x|lsum:sentencex-1.0.32+lines", "x|lsum:sentencex-1.1+lines", (),
         ("rouge: lsum:sentencex-1.0.32+lines → lsum:sentencex-1.1+lines",)),
        ("x|lsum:sentencex-1.0.32+lines", "x|lsum:sentencex-1.0.32",
         ("rouge: lsum:sentencex-1.0.32+lines → lsum:sentencex-1.0.32",), ()),
        ("chrf2|sacrebleu-2.6.0", "chrf2|sacrebleu-2.5.1", (), ("rouge: sacrebleu-2.6.0 → sacrebleu-2.5.1",)),
        ("a|b:1|c:2", "a|c:2|b:1", (), ()),
    ],
)  # fmt: skip
def test_options_that_change_values_are_refused_and_versions_only_noted(
    old: str, new: str, refused: tuple[str, ...], versions: tuple[str, ...]
) -> None:
    made = comparability(run(signature={"rouge": old}), run(signature={"rouge": new}))
    assert (made.refused, made.versions) == (refused, versions)


def test_results_of_other_corpora_are_refused() -> None:
    assert comparability(run(), run(corpus={"name": "d"})).refused == ("corpus c → d",)


def test_versions_seeds_metrics_and_partial_runs_that_differ_are_noted() -> None:
    made = comparability(
        run(versions={"numpy": "2.0", "python": "3.12"}, partial="1 of 2 articles"),
        run(versions={"numpy": "2.1", "python": "3.12"}, seed=1, signature={}),
    )
    assert made.versions == ("numpy 2.0 → 2.1",)
    assert "the old results are partial: 1 of 2 articles" in made.notes
    assert "seed 0 → 1: random rows are drawn anew" in made.notes
    assert "metrics only in the old results: facts, rouge" in made.notes


def test_only_articles_whose_digests_agree_are_compared_and_the_others_listed(tmp_path: Path) -> None:
    values = {"mine": {"facts": [0.1, 0.2, 0.3]}}
    write_results(tmp_path / "old", values, articles={"a00": "0", "a01": "0", "a02": "0", "gone": "0"})
    other = {"mine": {"facts": [0.5, 0.9, 0.3]}}
    write_results(tmp_path / "new", other, articles={"a00": "0", "a01": "9", "a02": "0", "added": "0"})
    made = compare(Results(tmp_path / "old"), Results(tmp_path / "new"))
    assert (made.articles, made.articles_changed) == (2, ("a01",))
    assert (made.articles_only_old, made.articles_only_new) == (("gone",), ("added",))
    row = made.systems[0].differences[0]
    assert (row.articles, row.old, row.new) == (2, 0.2, 0.4)


def test_results_without_a_common_article_are_refused(tmp_path: Path) -> None:
    values = {"mine": {"facts": [0.1]}}
    old = Results(write_results(tmp_path / "old", values))
    new = Results(write_results(tmp_path / "new", values, articles={"a00": "changed"}))
    with pytest.raises(InputError, match="no article to compare by: 1 of the same name"):
        compare(old, new)


# By how much


def test_differences_are_paired_and_their_verdict_agrees_with_scipy(tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    base = random.uniform(0.2, 0.8, 12).round(4)
    old = {"up": base, "down": base, "noise": base}
    new = {
        "up": base + 0.1 + random.normal(0, 0.02, 12),
        "down": base - 0.1,
        "noise": base + random.normal(0, 0.1, 12),
    }
    made = compare(
        *pair(tmp_path, {k: v.tolist() for k, v in old.items()}, {k: v.tolist() for k, v in new.items()})
    )
    rows = {one.system: one.differences[0] for one in made.systems}
    verdicts = {system: row.verdict for system, row in rows.items()}
    assert verdicts == {"up": "better", "down": "worse", "noise": "not separable"}
    # scipy 1.16: exact permutation test of paired samples; the smallest p is tripled by Holm.
    difference = (new["noise"] - old["noise"]).round(6)
    exact = scipy_stats.permutation_test(
        (difference,), np.mean, permutation_type="samples", n_resamples=np.inf
    )
    assert rows["noise"].p == pytest.approx(exact.pvalue)
    assert rows["down"].p == pytest.approx(3 * 2 / 2**12)
    assert rows["up"].low < 0.1 < rows["up"].high + 0.02
    assert rows["down"].moved == rows["down"].articles == 12


def test_a_column_in_which_nothing_moved_is_the_same(tmp_path: Path) -> None:
    write_results(tmp_path / "old", {"mine": {"facts": [0.1, 0.2], "rouge1": [0.3, 0.4]}})
    write_results(tmp_path / "new", {"mine": {"facts": [0.1, 0.2], "rouge1": [0.3, 0.5]}})
    made = compare(Results(tmp_path / "old"), Results(tmp_path / "new"))
    assert [(row.column, row.verdict) for row in made.systems[0].differences] == [
        ("facts", "same"),
        ("rouge1", "not separable"),
    ]
    assert made.systems[0].changed == ("same texts, other values in rouge1",)


def test_any_column_can_be_asked_for_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    write_results(tmp_path / "old", {"mine": {"facts": [0.1] * 8, "words": [40] * 8}})
    write_results(tmp_path / "new", {"mine": {"facts": [0.1] * 8, "words": [50] * 8}})
    old, new = Results(tmp_path / "old"), Results(tmp_path / "new")
    made = compare(old, new, columns=["words"])
    assert [row.verdict for row in made.systems[0].differences] == ["higher"]
    assert [move.article for move in made.systems[0].moves] == [f"a{i:02}" for i in range(8)]
    with pytest.raises(UsageError, match="no column 'word'"):
        compare(old, new, columns=["word"])
    with pytest.raises(UsageError, match="'yours' is not in both"):
        compare(old, new, systems=["yours"])


def test_articles_that_moved_most_come_first(tmp_path: Path) -> None:
    made = compare(*pair(tmp_path, {"mine": [0.5, 0.5, 0.5, 0.5]}, {"mine": [0.5, 0.6, 0.1, 0.5]}))
    assert [(move.article, move.difference) for move in made.systems[0].moves] == [
        ("a02", -0.4),
        ("a01", 0.1),
    ]


def test_systems_in_only_one_of_the_results_are_named(tmp_path: Path) -> None:
    made = compare(*pair(tmp_path, {"a": [0.5], "old": [0.5]}, {"a": [0.5], "new": [0.5]}))
    assert (made.systems_only_old, made.systems_only_new) == (("old",), ("new",))
    assert made.systems_same == ("a",)
    assert not made.same


def test_what_changed_in_a_system_is_named_where_something_came_of_it(
    tmp_path: Path,
) -> None:
    changed = {"mine": {"kind": "system", "digest": "e", "options": {"words": 90}}}
    write_results(tmp_path / "old", {"mine": {"facts": [0.5]}})
    write_results(tmp_path / "same", {"mine": {"facts": [0.5]}}, systems=changed)
    write_results(
        tmp_path / "new", {"mine": {"facts": [0.4]}}, texts={("mine", "a00"): "B."}, systems=changed
    )
    old = Results(tmp_path / "old")
    assert compare(old, Results(tmp_path / "same")).same
    assert compare(old, Results(tmp_path / "new")).systems[0].changed == ("its code changed", "words 60 → 90")


# And why


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("", "unsupported", "lost"),
        ("supported", "misattached", "lost"),
        ("", "missing", "lost"),
        ("unsupported", "", "won"),
        ("missing", "", "won"),
        ("misattached", "supported", "won"),
        ("unsupported", "misattached", ""),
        ("", "supported", ""),
        ("variant", "supported", ""),
        ("supported", "suspect", ""),
    ],
)
def test_a_fact_is_lost_when_it_becomes_wrong_or_missing_and_won_when_it_is_no_longer(
    old: str, new: str, effect: str, tmp_path: Path
) -> None:
    for name, verdict in (("old", old), ("new", new)):
        place = (None, None) if verdict == "missing" else (2, 6)
        findings = {("mine", "a00"): [found("430", verdict, *place)]} if verdict else {}
        write_results(
            tmp_path / name, {"mine": {"facts": [0.5]}}, findings, {("mine", "a00"): f"A text {name}."}
        )
    one = compare(Results(tmp_path / "old"), Results(tmp_path / "new")).systems[0]
    assert [(fact.old, fact.new, fact.effect) for fact in one.facts] == [(old, new, effect)]
    assert one.facts[0].line == 2
    assert one.facts[0].of == ("new" if new else "old")


def test_a_failed_output_is_a_change_of_status_and_no_fact_won(tmp_path: Path) -> None:
    wrong = {("mine", "a00"): [found("430", "unsupported")]}
    write_results(tmp_path / "old", {"mine": {"facts": [0.5]}}, wrong)
    write_results(tmp_path / "new", {"mine": {"facts": [0.0]}}, failed=[("mine", "a00")])
    one = compare(Results(tmp_path / "old"), Results(tmp_path / "new")).systems[0]
    assert not one.facts
    assert [(s.old, s.new, s.error) for s in one.statuses] == [("ok", "error", "OSError: no route")]


def test_files_that_are_not_those_of_the_run_are_noted(tmp_path: Path) -> None:
    write_results(tmp_path / "old", {"mine": {"facts": [0.5]}})
    path = tmp_path / "old" / "scores.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert Results(tmp_path / "old").edited() == []
    path.write_text(path.read_text(encoding="utf-8").replace("0.500000", "0.900000"), encoding="utf-8")
    made = compare(Results(tmp_path / "old"), Results(tmp_path / "old"))
    assert "scores.csv of the old results changed after the run: edited, or merged by hand?" in made.notes


def test_results_of_another_schema_are_refused_in_one_clear_line(sumbench: Command, tmp_path: Path) -> None:
    write_results(tmp_path / "old", {"mine": {"facts": [0.5]}})
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "run.json").write_text('{"schema": 2, "corpora": []}', encoding="utf-8")
    done = sumbench("compare", "old", "new")
    assert done.returncode == 5
    assert done.stderr.startswith(
        "sumbench: new/run.json: schema: these results have schema 2, this sumbench reads 1"
    )
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("scores.csv", "mine,a00,facts,high", "scores.csv:3: value: 'high' is no number"),
        ("scores.csv", "mine,a00", "scores.csv:3: wrong number of cells"),
        ("scores.csv", "yours,a00,facts,1", "scores.csv:3: system: 'yours' is not in run.json"),
        ("findings.csv", "mine,a09,number,1,supported,,,,,,", "findings.csv:2: article: 'a09' is not in"),
        ("findings.csv", "mine,a00,number,1,supported,,,x,,,", "findings.csv:2: not an offset"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_line(
    name: str, line: str, message: str, tmp_path: Path
) -> None:
    folder = write_results(tmp_path / "r", {"mine": {"facts": [0.5]}})
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    results = Results(folder)
    with pytest.raises(InputError, match=re.escape(message)):
        getattr(results, name.partition(".")[0])


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("About 530 drivers", 6, 9, "About [530] drivers"),
        ("530", 0, 3, "[530]"),
        ("one " * 20 + "530" + " two" * 20, 80, 83,
         "… one one one one one one one [530] two two two two two two two …"),
        ("a\nb 530\nc", 4, 7, "a b [530] c"),
        ("x" * 80, 40, 41, "… " + "x" * 30 + "[x]" + "x" * 30 + " …"),
    ],
)  # fmt: skip
def test_the_words_around_a_place_are_whole_and_on_one_line(
    text: str, start: int, end: int, expected: str
) -> None:
    assert context(text, start, end) == expected


def test_text_from_a_summary_cannot_write_markdown_or_call_people(tmp_path: Path) -> None:
    claim = "`x` | <img src=x> @someone [a](http://b) #1"
    findings = {("mine", "a00"): [found(claim, "unsupported", 0, 6)]}
    write_results(tmp_path / "old", {"mine": {"facts": [0.5]}})
    write_results(tmp_path / "new", {"mine": {"facts": [0.4]}}, findings)
    page = comparison_markdown(compare(Results(tmp_path / "old"), Results(tmp_path / "new")))
    outside = re.sub(r"`[^`]*`", "", page)
    for dangerous in ("<img", "@someone", "http://", " #1"):
        assert dangerous not in outside
    assert not re.search(r"(?<!\\)\]\(", outside)
    assert plain("a_b*c") == "a\\_b\\*c"


def test_a_comment_never_grows_longer_than_github_takes(tmp_path: Path) -> None:
    findings = {("mine", f"a{i:02}"): [found(f"{i} things", "unsupported")] for i in range(60)}
    for name, others, mine in (("old", 0.5, 1.0), ("new", 0.6, 0.0)):
        values = {f"s{i}": {"facts": [others] * 60} for i in range(60)} | {"mine": {"facts": [mine] * 60}}
        write_results(tmp_path / name, values, findings if name == "new" else None)
    made = compare(Results(tmp_path / "old"), Results(tmp_path / "new"))
    assert len(comparison_markdown(made)) < 65_536
    short = comparison_markdown(made, longest=4_000)
    assert len(short) < 4_000
    assert "left out" in short
    assert short.count("<details>") == short.count("</details>")


@pytest.mark.parametrize("width", [50, 80, 200])
def test_a_narrow_terminal_loses_columns_and_cuts_no_cell(width: int, tmp_path: Path) -> None:
    made = compare(*pair(tmp_path, {"mine": [0.5, 0.5]}, {"mine": [0.5, 0.6]}))
    console = Console(width=width, force_terminal=True, no_color=True, record=True, file=io.StringIO())
    print_comparison(console, made)
    text = console.export_text()
    assert "…" not in text
    assert "not separable" in text
    assert max(map(len, text.splitlines())) <= width
    assert ("articles moved" in text) is (width > 100)
