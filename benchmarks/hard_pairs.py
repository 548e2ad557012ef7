"""The pairs that people wrote to be hard, and faithful summaries in words of their own (tests/data)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "tests" / "data"


def read_pairs(*parts: str, pattern: str = "hard_pairs*.jsonl") -> Iterator[dict[str, Any]]:
    """Yield the pairs of some parts, file by file: `dev`, and `unseen`, which nobody may read."""
    for path in sorted(DATA.glob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if pair["part"] in parts:
                yield pair


def read_faithful(*parts: str) -> Iterator[dict[str, Any]]:
    """Yield long articles with a summary that has no error and copies hardly a sentence."""
    return read_pairs(*parts, pattern="faithful_summaries*.jsonl")


def spots(pair: dict[str, Any]) -> tuple[tuple[int, int], ...]:
    """Return where the wrong words of a pair's summary begin and end; none in a right one."""
    summary, marked = pair["summary"], [words for words in pair["wrong"].split(" | ") if words]
    return tuple((summary.find(words), summary.find(words) + len(words)) for words in marked)
