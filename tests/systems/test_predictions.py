"""Summaries that exist already, in the forms people have them in."""

from pathlib import Path

import pytest

from bench.errors import InputError
from bench.generate import review
from bench.records import Article, Item
from bench.system import prepare_system
from tests.conftest import TINY, Command

STRIKE, TRIAL = "harbour-strike", "twin-verdicts"

FORMS = {
    "jsonl": (
        "out.jsonl",
        f'{{"id": "{STRIKE}", "summary": "One\u2028two.", "x": 1}}\n\n{{"id": "{TRIAL}", "summary": "B"}}\n',
    ),
    "csv": ("out.csv", f'article,text\n{STRIKE},"One\ntwo."\n{TRIAL},B\n'),
    "tsv": ("out.tsv", f"id\tprediction\n{STRIKE}\tOne two.\n{TRIAL}\tB\n"),
    "text": ("out.txt", "One two.\nB\n"),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_each_article_its_summary(form: str, tmp_path: Path) -> None:
    name, content = FORMS[form]
    (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "ids").write_text(f"{STRIKE}\n{TRIAL}\n", encoding="utf-8")
    more = f", ids='{tmp_path / 'ids'}'" if form == "text" else ""
    system = prepare_system(
        f"predictions(file='{tmp_path / name}'{more})", words=None, corpus_words=None, seed=0
    )
    assert system.produce(Item(Article(STRIKE, "", ""), "")).text.split() == ["One", "two."]
    assert system.produce(Item(Article(TRIAL, "", ""), "")).text == "B"
    assert str(tmp_path) not in system.label


def test_missing_and_surplus_ids_are_said_in_the_table_and_missing_ones_have_failed(
    sumbench: Command, tmp_path: Path
) -> None:
    rows = f'{{"id": "{STRIKE}", "summary": "A"}}\n{{"id": "other", "summary": "B"}}\n'
    (tmp_path / "out.jsonl").write_text(rows, encoding="utf-8")
    done = sumbench(
        "run", "--corpus", TINY, "--system", "predictions(file=out.jsonl, label=theirs)",
        "--metrics", "length", "--no-baselines",
    )  # fmt: skip
    assert done.returncode == 4
    for said in (done.stdout, (tmp_path / "results/tiny/leaderboard.md").read_text(encoding="utf-8")):
        assert f"theirs: 1 of 2 articles have no summary: {TRIAL}" in said
        assert "theirs: 1 summaries are of no article of the corpus: other" in said
    outputs = (tmp_path / "results/tiny/outputs.jsonl").read_text(encoding="utf-8")
    assert f"no summary of '{TRIAL}' in out.jsonl" in outputs


@pytest.mark.parametrize(
    ("name", "content", "options", "message"),
    [
        ("o.jsonl", '{"id": "a"\n', "", "o.jsonl:1: broken JSON line"),
        ("o.jsonl", '{"id": "a", "text": "x"}\n[1]\n', "", "o.jsonl:2: expected a JSON object"),
        ("o.jsonl", '{"id": "a", "text": 3}\n', "", "o.jsonl:1: text: expected text, got int"),
        ("o.jsonl", '{"id": "a", "body": "x"}\n', "", "there are id, body (name it with text_field=…)"),
        (
            "o.jsonl",
            '{"id": "a", "text": ""}\n{"id": "a", "text": ""}\n',
            "",
            "o.jsonl:2: second summary of 'a'",
        ),
        ("o.csv", "id,text\na,b,c\n", "", "o.csv:2: another number of cells"),
        ("o.csv", "id,text\na,b\n", ", id_field=key", "o.csv:1: key: missing; there are id, text"),
        ("o.txt", "one\n", "", "plain text needs a file of article ids"),
        ("o.txt", "one\ntwo\n", ", ids=o.txt.ids", "2 summaries, but 1 ids"),
        ("o.jsonl", '{"id": "a", "text": "x", "system": "s"}\n', ", system=t", "no system 't'; there are s"),
        ("o.jsonl", b'{"id": "\xff"}\n', "", "not UTF-8"),
    ],
)
def test_a_bad_file_is_refused_with_file_line_and_field(
    name: str,
    content: str | bytes,
    options: str,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "o.txt.ids").write_text("a\n", encoding="utf-8")
    system = prepare_system(f"predictions(file={name}{options})", words=None, corpus_words=None, seed=0)

    class Corpus:
        ids = ("a",)

    with pytest.raises(InputError) as caught:
        review([system], Corpus())  # type: ignore[arg-type]
    assert message in str(caught.value)


def test_one_of_several_systems_in_a_file_can_be_chosen(tmp_path: Path) -> None:
    rows = "".join(f'{{"article": "a", "text": "{s}", "system": "{s}"}}\n' for s in ("one", "two"))
    (tmp_path / "o.jsonl").write_text(rows, encoding="utf-8")
    item = Item(Article("a", "", ""), "")

    def text(options: str) -> str:
        spec = f"predictions(file='{tmp_path / 'o.jsonl'}'{options})"
        output = prepare_system(spec, words=None, corpus_words=None, seed=0).produce(item)
        return output.text or output.error

    assert text(", system=two") == "two"
    assert "several systems stand in the file" in text("")


def test_another_file_of_the_same_name_is_another_output(tmp_path: Path) -> None:
    path = tmp_path / "o.jsonl"
    digests = set()
    for text in ("a", "b"):
        path.write_text(f'{{"id": "a", "text": "{text}"}}\n', encoding="utf-8")
        digests.add(
            prepare_system(f"predictions(file='{path}')", words=None, corpus_words=None, seed=0).digest
        )
    assert len(digests) == 2
