"""What the tests of systems share: a corpus of many short articles."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A corpus of 200 articles; the last line of each names it, which a server can read from a prompt."""
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"a{n:03}", "article": f"Town {n} has {n + 2} mills.\nname-{n:03}"} for n in range(200)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
