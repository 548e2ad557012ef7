"""What strangers wrote is printed so that it neither steers a terminal nor hides from a reader."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.check import check_pair
from bench.report.comparison_markdown import code, plain
from bench.report.marks import marked_summary
from bench.report.printable import one_line, printable
from tests.conftest import Command

STEERING = "\x1b[31m \x9b2J \x07 \u202e\u2066\u2069\u202c \u200b\u200e\u00ad\ufeff\u2028 \U000e0041"
JOINERS = "\u200c\u200d"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_each_character_becomes_one_and_none_of_them_is_unseen(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    # Arabic signs that enclose a number are of this category and seen.
    assert not [
        char
        for char in shown
        if char not in "\t\n" + JOINERS
        and (unicodedata.category(char) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(char) in ISOLATING)
    ]


ISOLATING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize("text", ["👩\u200d🚀", "می\u200cخواهم", "क्\u200dष", "naïve\tcafé\nשלום"])
def test_words_of_any_script_are_left_alone(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("text", ["1\u200d000", "Bi\u200cden", "\u200dSilva", "no\u00adon", "4\u200b7"])
def test_what_hides_in_a_name_or_a_number_is_seen(text: str) -> None:
    assert printable(text).count("\N{REPLACEMENT CHARACTER}") == 1


def test_marks_stand_where_they_stood_beside_a_reversed_number() -> None:
    article = "Two men died, said Ana Silva."
    summary = "\u202e30\u202c men died, said A\u200bna Silva."
    shown = marked_summary(summary, check_pair(article, summary).findings).plain
    assert shown.startswith("\N{REPLACEMENT CHARACTER}[✗ 30]")
    assert not set(shown) & set(STEERING) - {" "} - set("[31m2J")


def test_a_comment_on_a_pull_request_cannot_be_turned_around() -> None:
    assert code("a\u202eb") == "`a\N{REPLACEMENT CHARACTER}b`"
    assert plain("a\u202eb") == "a\N{REPLACEMENT CHARACTER}b"


def test_a_message_of_several_lines_is_one() -> None:
    assert one_line("  first\r\n\n\tsecond  part\x1b\n") == "first second  part\N{REPLACEMENT CHARACTER}"


def test_no_command_hands_a_strangers_signs_to_the_terminal(tmp_path: Path, sumbench: Command) -> None:
    name = "one\u202e"
    row = {
        "id": name,
        "title": f"Fire {STEERING}",
        "article": f"{STEERING} 12 died.",
        "references": [STEERING],
    }
    (tmp_path / "strange.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "systems").mkdir()
    (tmp_path / "systems" / "odd.py").write_text(
        f'"""About {STEERING}"""\n\ndef summarize(article):\n    raise ValueError({"[/b] " + STEERING!r})\n',
        encoding="utf-8",
    )
    run = sumbench("run", "--corpus", "strange.jsonl", "--no-baselines", "--system", "odd")
    assert run.returncode == 4, run.stderr
    shown = sumbench("show", name, "--corpus", "strange.jsonl")
    assert "(error) ValueError: [/b]" in shown.stdout, shown.stderr
    wrong = sumbench("show", f"two {STEERING}", "--corpus", "strange.jsonl")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    said = (run, shown, wrong, sumbench("list", "systems"), sumbench("test", "odd"))
    for done in said:
        unseen = set(done.stdout + done.stderr) & set(STEERING) - set(" [31m2J")
        assert not unseen, done.args


def test_texts_go_into_a_pipe_unfolded(tmp_path: Path, sumbench: Command) -> None:
    long = "The harbour was shut. " * 40 + "Ana Silva said so."
    (tmp_path / "article.txt").write_text(long + "\n", encoding="utf-8")
    done = sumbench("check", "article.txt", "-", text=long)
    assert long in done.stdout.splitlines()
    shown = sumbench("show", "article", "--corpus", "article.txt")
    assert long in shown.stdout.splitlines()
