"""outputs.jsonl: written and read back line by line, faults named."""

from pathlib import Path

import pytest

from bench.errors import InputError
from bench.output_lines import output_line, read_outputs
from bench.records import Output


def test_outputs_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    outputs = [
        Output("b", "1", "zwei\n"),
        Output("a", "2", "", "error", "broke"),
        Output("a", "1", "", "empty"),
    ]
    (tmp_path / "outputs.jsonl").write_text("".join(map(output_line, outputs)), encoding="utf-8")
    assert [output for _, output in read_outputs(tmp_path / "outputs.jsonl")] == outputs


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"system": "a", "article": "1"', "o.jsonl:1: broken JSON line"),
        (
            '{"system": "a", "article": 1.5, "text": ""}',
            "o.jsonl:1: article: expected a whole number or text, got a number",
        ),
        ('{"system": "a", "text": ""}', "o.jsonl:1: article: missing; a line needs system, article and text"),
        ('{"system": "a", "article": "1", "text": "", "status": "good"}', "o.jsonl:1: status: status 'good'"),
    ],
)
def test_a_broken_output_line_is_named(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "o.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(read_outputs(tmp_path / "o.jsonl"))
    assert message in str(caught.value)
