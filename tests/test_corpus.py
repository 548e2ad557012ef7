"""Corpora in three forms, and every fault of one named with file, line and field."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.corpus import Fields, digest, open_corpus
from bench.errors import InputError, UsageError

ARTICLE = "harbour-strike/article.txt"
FACTS = "harbour-strike/facts.toml"
REFERENCE = "harbour-strike/reference.ash.txt"


def test_article_folders_give_title_body_references_and_facts(tiny: Path) -> None:
    corpus = open_corpus(str(tiny))
    item = corpus.load("harbour-strike")
    assert corpus.ids == ("harbour-strike", "twin-verdicts")
    assert item.article.title == "Port of Velsund shut as 430 crane drivers walk out"
    assert item.article.text.startswith("Crane drivers")
    assert item.evidence.startswith(item.article.title)
    assert [reference.author for reference in item.references] == ["ash", "birch"]
    assert item.facts is not None
    assert item.facts.numbers[0].value == 430


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "row",
    [
        {"id": "a", "article": "One. Two.", "references": ["Both."]},
        {"id": "a", "article": "One. Two.", "highlights": "Both."},
        {"id": "a", "document": "One. Two.", "summary": "Both."},
        {"guid": 7, "text": "One. Two.", "reference": {"author": "x", "text": "Both."}},
    ],
    ids=["ours", "cnndm", "xsum", "author"],
)
def test_the_usual_field_names_work_as_they_are(row: dict[str, object], tmp_path: Path) -> None:
    corpus = open_corpus(str(write(tmp_path / "c.jsonl", row)))
    item = corpus.load(corpus.ids[0])
    assert item.article.text == item.evidence == "One. Two."
    assert [reference.text for reference in item.references] == ["Both."]


def test_other_field_names_are_given_by_option(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", {"key": "a", "body": "One.", "gold": "1."})
    corpus = open_corpus(str(path), Fields("key", "body", "gold"))
    assert corpus.load("a").references[0].text == "1."


def test_a_gzipped_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "article": "One."}\n\n{"id": "b", "article": "Two."}\n'))
    corpus = open_corpus(str(path))
    assert corpus.meta.name == "c"
    assert corpus.load("b").article.text == "Two."


@pytest.mark.parametrize("name", ["../elsewhere", "..", ".", "a/b", "a\\\\b", " ", "one\\ntwo", ".sumbench"])
def test_no_corpus_has_its_results_written_elsewhere(broken: Path, name: str) -> None:
    toml = broken / "corpus.toml"
    toml.write_text(
        re.sub(r"(?m)^name = .*$", lambda _: f'name = "{name}"', toml.read_text(encoding="utf-8"))
    )
    with pytest.raises(InputError, match=r"corpus\.toml: name: a corpus cannot be called"):
        open_corpus(str(broken))


def test_plain_text_files_are_articles_without_references(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Headline\n\nBody of it.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Only a body.\nAnd more.", encoding="utf-8")
    # macOS leaves such files on disks of other kinds.
    (tmp_path / "._two.txt").write_bytes(b"\x00\x05\x16\x07\xff")
    corpus = open_corpus(str(tmp_path))
    assert list(corpus.ids) == ["one", "two"]
    assert corpus.load("one").article.title == "Headline"
    assert corpus.load("two").article.title == ""
    assert corpus.load("one").references == ()
    assert open_corpus(str(tmp_path / "one.txt")).ids == ("one",)


def test_a_digest_changes_with_any_text_of_the_article(tiny: Path, broken: Path) -> None:
    before = digest(open_corpus(str(tiny)).load("harbour-strike"))
    assert before == digest(open_corpus(str(broken)).load("harbour-strike"))
    path = broken / REFERENCE
    path.write_text(path.read_text(encoding="utf-8").replace("430", "431"), encoding="utf-8")
    assert before != digest(open_corpus(str(broken)).load("harbour-strike"))


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(corpus: Path) -> None:
        path = corpus / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def bytes_of(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda corpus: (corpus / name).write_bytes(data) and None


FOLDER_FAULTS: list[tuple[str, Callable[[Path], None], str]] = [
    (
        "broken TOML",
        replaced(FACTS, "value = 430", "value = = 430"),
        f"{FACTS}:2: broken TOML: Invalid value",
    ),
    (
        "wrong type",
        replaced(FACTS, "key = true", 'key = "yes"'),
        f"{FACTS}:5: numbers[0].key: expected true or false",
    ),
    (
        "unknown field",
        replaced(FACTS, "of = ", "off = "),
        f"{FACTS}:3: numbers[0].off: unknown field",
    ),
    ("missing article", lambda c: (c / ARTICLE).unlink(), f"{ARTICLE}: file is missing"),
    ("empty article", bytes_of(ARTICLE, b" \n"), f"{ARTICLE}:1: article is empty"),
    ("no headline", bytes_of(ARTICLE, b"One line.\nAnother.\n"), f"{ARTICLE}:1: line 1 must be the headline"),
    ("empty reference", bytes_of(REFERENCE, b"\n"), f"{REFERENCE}:1: reference has no text"),
    ("encoding", bytes_of(REFERENCE, b"fine\nna\xefve"), f"{REFERENCE}:2: not UTF-8 (byte 0xef)"),
]


@pytest.mark.parametrize(
    ("change", "message"), [f[1:] for f in FOLDER_FAULTS], ids=[f[0] for f in FOLDER_FAULTS]
)
def test_a_fault_in_a_folder_names_file_line_and_field(
    change: Callable[[Path], None], message: str, broken: Path
) -> None:
    change(broken)
    corpus = open_corpus(str(broken))
    with pytest.raises(InputError) as caught:
        corpus.load("harbour-strike")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_in_any_order_is_a_corpus_in_order_of_ids(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("".join(f'{{"id": "{one}", "article": "Of {one}."}}\n' for one in "bdac"))
    corpus = open_corpus(str(path))
    assert [*corpus.ids] == ["a", "b", "c", "d"]
    assert [corpus.load(one).article.text for one in "abcd"] == ["Of a.", "Of b.", "Of c.", "Of d."]
    assert [corpus.where(one).rpartition(":")[2] for one in "abcd"] == ["3", "1", "4", "2"]


LINE_FAULTS = [
    ("broken line", '{"id": "a", "article": "x"}\n{"id": "b"\n', "c.jsonl:2: broken JSON line"),
    (
        "duplicate id",
        '{"id": "a", "article": "x"}\n{"id": "a", "article": "y"}\n',
        "c.jsonl:2: id: duplicate id 'a'",
    ),
    (
        "duplicate id out of order",
        '{"id": "b", "article": "x"}\n{"id": "c", "article": "y"}\n{"id": "a", "article": "x"}\n\n'
        '{"id": "c", "article": "z"}\n',
        "c.jsonl:5: id: duplicate id 'c', first on line 2",
    ),
    ("no id", '{"article": "x"}\n', "c.jsonl:1: id: no id or article_id or guid; name it"),
    ("no article", '{"id": "a", "body": "x"}\n', "c.jsonl:1: article: article is missing"),
    ("empty article", '{"id": "a", "article": "  "}\n', "c.jsonl:1: article: article is empty"),
    ("article no text", '{"id": "a", "article": 3}\n', "c.jsonl:1: article: expected text, got int"),
    (
        "empty reference",
        '{"id": "a", "article": "x", "references": [""]}\n',
        "c.jsonl:1: references: reference has no",
    ),
    (
        "facts",
        '{"id": "a", "article": "x", "facts": {"numbers": 1}}\n',
        "c.jsonl:1: facts.numbers: expected a list",
    ),
    ("no line", "\n", "c.jsonl: the corpus has no article"),
]


@pytest.mark.parametrize(("text", "message"), [f[1:] for f in LINE_FAULTS], ids=[f[0] for f in LINE_FAULTS])
def test_a_fault_in_a_line_names_file_line_and_field(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(open_corpus(str(tmp_path / "c.jsonl")).items())
    assert message in str(caught.value)


def test_a_line_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(b'{"id": "a", "article": "x"}\n{"id": "b", "article": "\xff"}\n')
    with pytest.raises(InputError, match=r"c\.jsonl:2: not UTF-8"):
        open_corpus(str(tmp_path / "c.jsonl"))


def test_an_unknown_corpus_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean wire"):
        open_corpus("wired")
