"""The report: a page that needs nothing beside it, pictures and tables that say what the results say."""

import base64
import csv
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.corpus.form import Fields
from bench.errors import InputError
from bench.records import Finding, Span
from bench.report.articles import articles_of
from bench.report.board import board_of
from bench.report.labels import Box, place_labels
from bench.report.latex import escaped, latex_table
from bench.report.page import SIGNS, report_page
from bench.report.page_data import VERDICTS, as_script, page_data, places
from bench.report.pictures import ceiling, scatter, ticks
from bench.results import Results
from tests import hostile
from tests.conftest import ROOT, TINY, Command
from tests.report_results import make_hostile, make_results

pytestmark = pytest.mark.xdist_group("report")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_results(TINY, tmp_path_factory.mktemp("results"))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Results of hostile names and texts, and their corpus."""
    return make_hostile(tmp_path_factory.mktemp("hostile"))


def page_of(folder: Path, corpus: Path = TINY) -> str:
    found = Results(folder)
    return report_page(found, articles_of(found, str(corpus), Fields()).items)


def data_of(page: str) -> dict[str, object]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    data: dict[str, object] = json.loads(match.group(1))
    return data


class Tags(HTMLParser):
    """What an HTML parser makes of a page: tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def parsed(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_the_page_asks_for_no_other_file(results: Path) -> None:
    for tag, attributes in parsed(page_of(results)).tags:
        assert tag not in ("img", "iframe", "object", "embed", "audio", "video", "base")
        assert "src" not in attributes
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "data:,")), (tag, href)
    assert "url(" not in page_of(results)
    assert "@import" not in page_of(results)


def test_the_policy_of_the_page_lets_only_its_own_style_and_script_count(results: Path) -> None:
    page = page_of(results)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    text = policy.group(1).replace("&#39;", "'")
    assert text.startswith("default-src 'none';")
    assert "unsafe" not in text
    inside = [re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("style", "script")]
    assert [len(texts) for texts in inside] == [1, 1]
    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for (t,) in inside]
    assert re.findall(r"'sha256-([^']+)'", text) == digests
    tags = parsed(page)
    assert not [name for _, attributes in tags.tags for name in attributes if name.startswith("on")]
    assert not [attributes for _, attributes in tags.tags if "style" in attributes]


def test_hostile_names_and_texts_stay_text(attacked: tuple[Path, Path]) -> None:
    page = page_of(*attacked)
    tags = parsed(page)
    names = [tag for tag, _ in tags.tags]
    assert names.count("script") == 2
    assert "img" not in names
    assert "b" not in names
    assert page.count("</script>") == 2
    data = data_of(page)
    assert {name for name, _ in data["systems"]} >= set(hostile.SYSTEMS)  # type: ignore[attr-defined]
    assert {row[0] for row in data["articles"]} == set(hostile.ARTICLES)  # type: ignore[attr-defined]


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_script_data_says_the_same_and_cannot_end_its_script(value: object) -> None:
    text = as_script({"value": value})
    assert json.loads(text)["value"] == json.loads(json.dumps(value))
    assert not set("<>&\u2028\u2029") & set(text)


def test_every_row_value_and_note_of_the_table_stands_in_the_page_without_its_script(results: Path) -> None:
    page = page_of(results)
    html = page[: page.index('<script type="application/json"')]
    for row in csv.DictReader((results / "leaderboard.csv").open(encoding="utf-8")):
        assert f"<bdi>{row['system']}</bdi>" in html
        assert f'data-value="{float(row["facts"])}"' in html
    warnings = json.loads((results / "run.json").read_text(encoding="utf-8"))["warnings"]
    assert warnings
    for warning in warnings:
        assert warning.replace("'", "&#39;") in html


def test_the_board_read_back_is_the_one_that_was_written(results: Path) -> None:
    board = board_of(Results(results))
    rows = list(csv.DictReader((results / "leaderboard.csv").open(encoding="utf-8")))
    assert [row["system"] for row in board.rows] == [row["system"] for row in rows]
    for row, cells in zip(board.rows, rows, strict=True):
        for name, cell in cells.items():
            assert (row[name] is None) == (cell == "")
            if cell and name not in ("system", "kind"):
                assert row[name] == float(cell)


def test_findings_in_the_page_are_those_of_the_file(results: Path) -> None:
    found = Results(results)
    items = articles_of(found, str(TINY), Fields()).items
    data = page_data(found, board_of(found), items)
    total = sum(len(pair[4]) for row in data["pairs"] for pair in row)
    assert total == sum(len(places) for places in found.findings.values())
    for (system, article), listed in found.findings.items():
        s = [name for name, _ in data["systems"]].index(system)
        a = [row[0] for row in data["articles"]].index(article)
        for row, place in zip(data["pairs"][s][a][4], listed, strict=True):
            assert data["texts"][row[1]] == place.finding.claim
            assert data["verdicts"][row[2]] == place.finding.verdict
            assert data["texts"][row[6]] == place.finding.reason
            ends = [end for span in place.finding.evidence for end in (span.start, span.end)]
            assert row[5] == ends


def test_an_output_that_is_a_piece_of_its_article_is_not_written_twice(results: Path) -> None:
    found = Results(results)
    items = articles_of(found, str(TINY), Fields()).items
    data = page_data(found, board_of(found), items)
    lead = [name for name, _ in data["systems"]].index("lead")
    for article, pair in zip(data["articles"], data["pairs"][lead], strict=True):
        start, end = pair[0]
        assert article[1][start:end] == found.outputs["lead", article[0]].text
        assert found.outputs["lead", article[0]].text not in data["texts"]


def test_a_page_without_articles_carries_the_words_of_its_evidence(results: Path) -> None:
    found = Results(results)
    data = page_data(found, board_of(found), {})
    rows = [row for pairs in data["pairs"] for pair in pairs for row in pair[4] if len(row) > 7]
    quotes = {data["texts"][number] for row in rows for number in row[7]}
    assert quotes == {
        s.text for listed in found.findings.values() for p in listed for s in p.finding.evidence
    }
    assert TINY.joinpath("harbour-strike/article.txt").read_text(encoding="utf-8")[:200] not in str(data)


def test_every_verdict_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(VERDICTS)
    assert len({sign for sign, _ in SIGNS.values()}) == len(SIGNS)


def test_places_count_each_supported_claim_once_by_tenths(results: Path) -> None:
    found = Results(results)
    spans = (Span(5, 8, "a"), Span(95, 98, "b"))
    findings = [
        Finding("number", "12", "supported", 0, 2, spans),
        Finding("number", "12", "supported", 4, 6, spans[1:]),
        Finding("person", "Lopez", "variant", 9, 12, spans[1:]),
        Finding("number", "9", "unsupported", 20, 21, spans[:1]),
        Finding("number", "7", "missing", None, None, spans[:1]),
    ]
    found.findings = {("x", "harbour-strike"): [type(p)(1, f) for f in findings for p in [_a_place(found)]]}
    assert places(found, "x", {"harbour-strike": 100}) == [0.5, *[0.0] * 8, 0.5]
    assert places(found, "y", {"harbour-strike": 100}) is None


def _a_place(found: Results) -> object:
    return next(iter(Results(found.folder).findings.values()))[0]


# --- labels ---------------------------------------------------------------------------------------

coordinate = st.floats(0, 1)


@given(st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=25))
def test_names_in_a_picture_never_cover_each_other_nor_a_point(points: list[tuple[float, float]]) -> None:
    frame = Box(0, 0, 700, 460)
    places_ = [(20 + 660 * x, 20 + 420 * y) for x, y in points]
    boxes = place_labels(places_, [(90.0, 16.0)] * len(points), frame)
    for index, box in enumerate(boxes):
        assert not [other for other in boxes[:index] if box.meets(other)]
        assert not [p for p in places_ if box.meets(Box(p[0] - 5, p[1] - 5, 10, 10))]
        assert box.x >= 0
        assert box.x + box.width <= 700


def test_points_on_one_spot_get_names_apart() -> None:
    boxes = place_labels([(300, 200)] * 20, [(120.0, 16.0)] * 20, Box(0, 0, 700, 460))
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[:i])


@pytest.mark.parametrize(
    ("values", "top"), [([0.07], 0.1), ([0.31, 0.2], 0.4), ([1.0], 1.0), ([], 0.05), ([37.0], 37.0)]
)
def test_an_axis_ends_at_the_next_round_value(values: list[float], top: float) -> None:
    assert ceiling(values) == top
    assert 3 <= len(ticks(top)) <= 7


def test_the_picture_names_every_system_and_cuts_long_names_whole_ones_in_their_title(
    attacked: tuple[Path, Path],
) -> None:
    picture = str(scatter(board_of(Results(attacked[0])), 700))
    assert picture.count('class="name"') == len(board_of(Results(attacked[0])).rows)
    assert "a_very_long_system_name(mo…" in picture or "a_very_long_system_name(m…" in picture
    assert "temperature=0.7" in picture
    assert "<script" not in picture


# --- LaTeX ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a_b & 100%", r"a\_b \& 100\%"),
        (r"\input{x}", r"\textbackslash{}input\{x\}"),
        ("x^2~#$", r"x\textasciicircum{}2\textasciitilde{}\#\$"),
        ("two\nlines", "two lines"),
    ],
)
def test_names_in_latex_are_printed_not_run(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_each_row_of_the_latex_table_has_as_many_cells_as_columns(results: Path) -> None:
    text = latex_table(Results(results))
    columns = re.search(r"\\begin\{tabular\}\{(\w+)\}", text)
    assert columns
    body = [line for line in text.split("\n") if line.endswith("\\\\") and "multicolumn" not in line]
    assert {len(re.split(r"(?<!\\)&", line)) for line in body} == {len(columns.group(1))}
    spans = re.search(r"^( &.*multicolumn.*)$", text, re.MULTILINE)
    assert spans
    wide = sum(int(n) - 1 for n in re.findall(r"multicolumn\{(\d+)\}", spans.group(1)))
    assert len(re.split(r"(?<!\\)&", spans.group(1))) + wide == len(columns.group(1))


def test_the_best_value_of_a_column_is_bold_only_in_ranked_rows(results: Path) -> None:
    text = latex_table(Results(results))
    ranked, *others = text.split("\\midrule")[1:]
    assert "\\textbf" in ranked
    assert not any("\\textbf" in other for other in others)


# --- the command ----------------------------------------------------------------------------------


def test_the_command_writes_page_figures_and_table_and_the_same_bytes_twice(
    results: Path, sumbench: Command, tmp_path: Path
) -> None:
    made = []
    for name in ("one", "two"):
        out = tmp_path / name
        done = sumbench(
            "report", results, "--corpus", TINY, "--out", out / "page.html", "--figures", out / "figures",
            "--latex", out / "table.tex",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"{out / 'page.html'}\n"
        made.append({p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*.*"))})
    assert made[0] == made[1]
    assert set(made[0]) == {
        "page.html", "table.tex",
        *(f"figures/{name}{end}" for name in ("overlap_against_facts", "ranks", "places")
          for end in (".svg", ".png")),
    }  # fmt: skip
    assert made[0]["figures/ranks.png"].startswith(b"\x89PNG")


def test_the_page_stands_with_its_results_unless_told_otherwise(
    results: Path, sumbench: Command, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(results, tmp_path / "tiny"))
    assert sumbench("report", folder, "--corpus", TINY).returncode == 0
    assert (folder / "report.html").stat().st_size > 10_000


def test_a_changed_article_is_refused_by_name_and_forced_pages_say_so(
    results: Path, sumbench: Command, tmp_path: Path, broken: Path
) -> None:
    article = broken / "harbour-strike" / "article.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    done = sumbench("report", results, "--corpus", broken, "--out", tmp_path / "page.html")
    assert done.returncode == 5
    assert "harbour-strike changed after the run" in done.stderr
    assert done.stderr.count("\n") == 1
    done = sumbench("report", results, "--corpus", broken, "--out", tmp_path / "page.html", "--force")
    assert done.returncode == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<p class="alarm"><bdi>FORCED: harbour-strike changed after the run' in page
    articles = {row[0]: row[1] for row in data_of(page)["articles"]}  # type: ignore[attr-defined]
    assert articles["harbour-strike"] == ""
    assert articles["twin-verdicts"]


def test_a_corpus_that_is_not_found_is_asked_for(results: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(results, tmp_path / "tiny"))
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    run["corpus"]["name"] = "nowhere"
    (folder / "run.json").write_text(json.dumps(run), encoding="utf-8")
    with pytest.raises(InputError, match=r"--corpus.*--no-articles"):
        articles_of(Results(folder), None, Fields())


def test_a_corpus_given_by_a_path_is_found_there_again(sumbench: Command, tmp_path: Path) -> None:
    lines = [
        {"nr": at, "body": f"A fire killed {at} people in Tarn.", "gold": f"Fire kills {at}."}
        for at in (3, 8)
    ]
    (tmp_path / "fires.jsonl").write_text(
        "".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8"
    )
    named = ("--id-field", "nr", "--article-field", "body", "--reference-field", "gold")
    done = sumbench("run", "--corpus", "fires.jsonl", *named, "--no-baselines", "--system", "lead")
    assert done.returncode == 0, done.stderr
    done = sumbench("report", "results/fires")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "results" / "fires" / "report.html").read_text(encoding="utf-8")
    assert [row[1] for row in data_of(page)["articles"]] == [line["body"] for line in lines]  # type: ignore[attr-defined]


def test_texts_of_articles_can_be_left_out(results: Path, sumbench: Command, tmp_path: Path) -> None:
    done = sumbench("report", results, "--no-articles", "--out", tmp_path / "page.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert all(row[1] == "" for row in data_of(page)["articles"])  # type: ignore[attr-defined]


def test_an_edited_file_is_told_of(results: Path, sumbench: Command, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(results, tmp_path / "tiny"))
    table = folder / "leaderboard.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("0.", "0.9", 1), encoding="utf-8")
    done = sumbench("report", folder, "--corpus", TINY)
    assert "leaderboard.csv was changed after the run" in done.stderr
    assert "leaderboard.csv was changed after the run" in (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("metrics", [None, "length", "rouge"])
def test_a_page_of_articles_without_references_or_scores_leaves_out_what_it_cannot_draw(
    metrics: str | None, tmp_path: Path
) -> None:
    corpus = tmp_path / "plain"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Fire\n\nA fire killed 12 people in Tarn on Monday.\n", encoding="utf-8")
    folder = make_results(corpus, tmp_path / "out", metrics=metrics)
    page = page_of(folder, corpus)
    assert 'class="scatter"' not in page
    assert "95 %" not in page[page.index("<thead>") : page.index("</thead>")]
    assert "95" not in latex_table(Results(folder))
    assert data_of(page)["ranked"] == "consistent"


def test_mangled_results_find_their_articles_by_the_name_of_their_corpus(tmp_path: Path) -> None:
    folder = make_results(TINY, tmp_path, mangle=7)
    found = Results(folder)
    texts = articles_of(found, str(TINY), Fields())
    assert set(texts.items) == set(found.run.articles)
    assert texts.remarks == ()


@pytest.mark.slow
def test_the_page_of_the_bundled_corpus_is_under_a_megabyte(tmp_path: Path) -> None:
    corpus = ROOT / "references" / "wire"
    page = page_of(make_results(corpus, tmp_path), corpus)
    assert len(page.encode()) < 1_000_000


# --- docs/report.md -------------------------------------------------------------------------------

DOCS = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("line", re.findall(r"^sumbench report .*$", DOCS, re.MULTILINE))
def test_the_commands_of_the_docs_find_everything_by_themselves(
    line: str, results: Path, sumbench: Command, tmp_path: Path
) -> None:
    shutil.copytree(results, tmp_path / "results" / "wire")
    name = Results(results).run.corpus["name"]
    shutil.copytree(TINY, tmp_path / "references" / name)
    done = sumbench(*line.split()[1:])
    assert done.returncode == 0, done.stderr


def test_the_docs_show_every_sign() -> None:
    for verdict, (sign, _) in SIGNS.items():
        assert f"| {sign} | {verdict} |" in DOCS
