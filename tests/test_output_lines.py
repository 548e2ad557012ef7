"""outputs.jsonl: written in order, read back line by line, faults named."""

from pathlib import Path

import pytest

from bench.errors import InputError
from bench.output_lines import read_outputs, write_outputs
from bench.records import Output


def test_outputs_are_written_in_order_and_read_back(tmp_path: Path) -> None:
    outputs = [
        Output("b", "1", "zwei\n"),
        Output("a", "2", "", "error", "broke"),
        Output("a", "1", "", "empty"),
    ]
    write_outputs(tmp_path / "outputs.jsonl", outputs)
    read = [output for _, output in read_outputs(tmp_path / "outputs.jsonl")]
    assert read == [outputs[2], outputs[1], outputs[0]]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"system": "a", "article": "1"', "o.jsonl:1: broken JSON line"),
        (
            '{"system": "a", "article": 1.5, "text": ""}',
            "o.jsonl:1: article: Expected `int | str`, got `float`",
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
