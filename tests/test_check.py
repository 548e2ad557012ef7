"""The check stage: ledgers of pairs as a stream, in input order, errors with file and line."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.check import check_file, check_pair, check_pairs, ledger_row
from bench.errors import InputError
from bench.pairs import NumberedLine, numbered_lines
from bench.records import WRONG
from bench.report.marks import marked_article, marked_summary

ARTICLE = (
    "Harbour workers strike\n\nSome 4,200 dockers walked out on Monday, union leader Marta Oliveira said. "
    "The port lost 3 million euros in two days."
)
RIGHT = "About 4,200 dockers went on strike, Marta Oliveira said."
WRONG_NUMBER = "About 9,700 dockers went on strike, Marta Oliveira said."


def line(number: int, **fields: Any) -> NumberedLine:
    return NumberedLine(number, json.dumps(fields).encode())


def pairs_file(path: Path, rows: list[dict[str, Any]]) -> Path:
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def mixed(count: int) -> list[dict[str, Any]]:
    return [
        {"id": f"p{i}", "document": ARTICLE, "summary": RIGHT if i % 3 else WRONG_NUMBER}
        for i in range(count)
    ]


def test_a_right_summary_is_consistent_and_a_wrong_number_is_not() -> None:
    assert check_pair(ARTICLE, RIGHT).consistent
    ledger = check_pair(ARTICLE, WRONG_NUMBER)
    assert not ledger.consistent
    wrong = next(f for f in ledger.findings if f.verdict in WRONG)
    assert WRONG_NUMBER[wrong.start : wrong.end].strip().endswith("9,700") or "9,700" in wrong.claim


def test_an_empty_summary_has_no_findings_and_is_consistent() -> None:
    for summary in ("", " \n\t"):
        ledger = check_pair(ARTICLE, summary)
        assert (ledger.findings, ledger.consistent, ledger.score) == ((), True, 1.0)


def test_ledger_lines_have_the_agreed_fields_in_their_order(tmp_path: Path) -> None:
    out = tmp_path / "ledger.jsonl"
    assert check_file(pairs_file(tmp_path / "pairs.jsonl", mixed(1)), out) == (1, 1)
    row = json.loads(out.read_text(encoding="utf-8"))
    assert list(row) == ["id", "consistent", "score", "findings"]
    assert row["id"] == "p0"
    assert row["consistent"] is False
    assert 0 <= row["score"] <= 1
    for finding in row["findings"]:
        assert list(finding) == ["kind", "claim", "verdict", "start", "end", "evidence", "reason"]
        for span in finding["evidence"]:
            assert ARTICLE[span["start"] : span["end"]] == span["text"]


def test_ids_come_back_as_they_were_given() -> None:
    assert ledger_row(7, check_pair(ARTICLE, RIGHT)).id == 7
    judged = next(check_pairs([line(1, id=12, document=ARTICLE, summary=RIGHT)]))
    assert json.loads(judged.lines[0])["id"] == 12


@pytest.mark.parametrize("name", ["pairs.jsonl", "pairs.jsonl.gz"])
def test_lines_come_in_input_order_whatever_the_number_of_processes(tmp_path: Path, name: str) -> None:
    pairs = pairs_file(tmp_path / name, mixed(200))
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert check_file(pairs, one, jobs=1) == (200, 67)
    assert check_file(pairs, two, jobs=2) == (200, 67)
    assert one.read_bytes() == two.read_bytes()
    assert [json.loads(row)["id"] for row in one.read_text().splitlines()] == [f"p{i}" for i in range(200)]


def test_without_a_file_ledgers_go_to_standard_output(tmp_path: Path, capfdbinary: Any) -> None:
    check_file(pairs_file(tmp_path / "pairs.jsonl", mixed(3)), None)
    import sys

    sys.stdout.flush()
    assert len(capfdbinary.readouterr().out.splitlines()) == 3


def test_blank_lines_and_further_fields_are_passed_over(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    row = json.dumps({"id": "a", "document": ARTICLE, "summary": RIGHT, "label": 1, "more": [1, 2]})
    pairs.write_text(f"\ufeff{row}\n\n   \n", encoding="utf-8")
    assert check_file(pairs, tmp_path / "out.jsonl") == (1, 0)


BROKEN = {
    "not JSON": ("{", ":2: broken JSON line"),
    "not an object": ("[1]", ":2: "),
    "no summary": (
        '{"id": "a", "document": "b"}',
        ":2: summary: missing; a line needs id, document",
    ),
    "a summary that is no text": (
        '{"id": "a", "document": "b", "summary": 3}',
        ":2: summary: expected text",
    ),
    "not UTF-8": (
        b'{"id": "\xff", "document": "b", "summary": "c"}',
        ":2: not UTF-8 (byte 0xff); convert the file to UTF-8",
    ),
}


@pytest.mark.parametrize(("data", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_line_is_named_with_file_and_line_and_nothing_is_left(
    tmp_path: Path, data: str | bytes, message: str
) -> None:
    pairs = tmp_path / "pairs.jsonl"
    good = json.dumps({"id": "a", "document": ARTICLE, "summary": RIGHT}).encode()
    pairs.write_bytes(good + b"\n" + (data if isinstance(data, bytes) else data.encode()) + b"\n")
    with pytest.raises(InputError) as caught:
        check_file(pairs, tmp_path / "out.jsonl")
    assert str(pairs) in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pairs.jsonl"]


def test_a_broken_line_is_named_from_a_worker_process_too(tmp_path: Path) -> None:
    pairs = pairs_file(tmp_path / "pairs.jsonl", [*mixed(130), {"id": "bad"}])
    with pytest.raises(InputError, match=r"pairs.jsonl:131: .*document"):
        check_file(pairs, tmp_path / "out.jsonl", jobs=2)


@pytest.mark.parametrize("name", ["absent.jsonl", "absent.jsonl.gz"])
def test_a_missing_file_is_an_input_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(numbered_lines(tmp_path / name))


def test_a_broken_gzip_file_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl.gz").write_bytes(b"no gzip at all")
    with pytest.raises(InputError, match="gzip"):
        list(numbered_lines(tmp_path / "pairs.jsonl.gz"))


def test_batches_are_drawn_as_they_are_needed() -> None:
    drawn = 0

    def lines() -> Any:
        nonlocal drawn
        for number in range(1, 10_001):
            drawn = number
            yield line(number, id=number, document=ARTICLE, summary=RIGHT)

    next(check_pairs(lines()))
    assert drawn <= 200


@settings(max_examples=40)
@given(
    st.text(max_size=80),
    st.lists(
        st.sampled_from([*RIGHT.split(), *WRONG_NUMBER.split(), "\u00e9", "\ud55c", "\n", "2.5bn", "%"]),
        max_size=25,
    ),
)
def test_offsets_of_any_ledger_lie_in_the_texts_as_given(article: str, words: list[str]) -> None:
    summary = " ".join(words)
    ledger = check_pair(article + ARTICLE, summary)
    for finding in ledger.findings:
        assert finding.start is not None
        assert finding.end is not None
        assert 0 <= finding.start < finding.end <= len(summary)
        for span in finding.evidence:
            assert (article + ARTICLE)[span.start : span.end] == span.text
    assert 0 <= ledger.score <= 1


@pytest.mark.parametrize("before", ["", "\n\n", "\r\n\r\n", "\x07\x0b\x1b[31m ", "\x9b31m "])
def test_marks_stand_under_the_evidence_whatever_stands_before_it(before: str) -> None:
    article = before + ARTICLE.replace("\n", "\r\n")
    marked = marked_article(article, check_pair(article, RIGHT).findings)
    under = {marked.plain[span.start : span.end] for span in marked.spans}
    assert {"4,200", "Marta Oliveira"} <= under


def test_a_text_cannot_steer_the_terminal() -> None:
    summary = "\x1b]0;title\x07About 9,700 dockers\x9b31m went.\r\n"
    shown = marked_summary(summary, check_pair(ARTICLE, summary).findings).plain
    assert not {"\x1b", "\x07", "\x9b", "\r"} & set(shown)
    assert "✗ About 9,700]" in shown or "✗ 9,700]" in shown
