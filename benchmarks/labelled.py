"""The labelled pairs that the figures of docs/method.md are measured on, and how they are divided."""

import gzip
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

LABELLED = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "humanlabels"
SETS = (
    "cliff",
    "entfa",
    "faithbench",
    "frank",
    "goyal21",
    "polytope",
    "qags",
    "ragtruth_summary",
    "summedits_news",
    "summeval",
    "xsumfaith",
)


class Row(msgspec.Struct, frozen=True):
    """One (article, summary) pair that people judged."""

    id: str
    dataset: str
    origin: str
    system: str
    document: str
    summary: str
    label: int
    article_key: str
    error_types: list[str] = []
    error_spans: list[tuple[int | None, int | None, str, str | None]] = []
    reference: str | None = None
    references: list[str] = []
    ftsota: bool = False
    label_aggrefact: int | None = None
    label_strict: int | None = None
    entities: list[tuple[int, int, str, str, str]] = []
    extra: Any = None


def held_out(article_key: str) -> bool:
    """Whether an article is of the third that nothing was tuned on."""
    return int(hashlib.sha256(article_key.encode()).hexdigest(), 16) % 3 == 0


def in_part(article_key: str, part: str) -> bool:
    """Whether an article belongs to `part`: dev, heldout or all."""
    return part == "all" or held_out(article_key) == (part == "heldout")


@cache
def rows(dataset: str, part: str) -> tuple[Row, ...]:
    """Return the rows of one set, in file order; none where the file is absent."""
    path = LABELLED / f"{dataset}.val.jsonl.gz"
    if not path.exists():
        return ()
    decoder = msgspec.json.Decoder(Row)
    with gzip.open(path, "rb") as lines:
        found = (decoder.decode(line) for line in lines)
        return tuple(row for row in found if in_part(row.article_key, part))


class Written(msgspec.Struct, frozen=True):
    """A summary that a person wrote, or that people judged consistent, with its article."""

    key: str
    article_key: str
    pool: str
    document: str
    summary: str


_HUMAN = ("frank", "summeval", "polytope", "entfa", "xsumfaith")
_JUDGED = ("frank", "cliff", "qags", "summeval", "polytope")
_MODELS = ("ragtruth_summary", "faithbench")


def _human(part: str) -> Iterator[Written]:
    for dataset in _HUMAN:
        for row in rows(dataset, part):
            pool = "human" if row.origin == "cnndm" else "human-xsum"
            texts = row.references or ([row.reference] if row.reference else [])
            for text in texts:
                yield Written(f"{row.article_key}:{text}", row.article_key, pool, row.document, text)


def _judged(part: str) -> Iterator[Written]:
    for dataset in (*_JUDGED, *_MODELS):
        pool = "llm" if dataset in _MODELS else "judged"
        for row in rows(dataset, part):
            if row.label == 1:
                yield Written(row.id, row.article_key, pool, row.document, row.summary)


@cache
def written(part: str) -> tuple[Written, ...]:
    """Return distinct summaries for probes, by pool.

    `human`: hand-written references of CNN/Daily Mail articles; `human-xsum`: one-line introductions, which
    often say what the article does not; `judged`: system summaries that people found consistent; `llm`:
    the same of language models.
    """
    seen: dict[str, Written] = {}
    for entry in (*_human(part), *_judged(part)):
        seen.setdefault(f"{entry.article_key}:{entry.summary.strip()}", entry)
    return tuple(seen.values())
