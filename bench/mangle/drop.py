"""What mangling costs a system: its facts on clean articles minus its facts on the same ones mangled."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.corpus import Corpus, digest
from bench.errors import InputError
from bench.leaderboard import Leaderboard, Matrix
from bench.mangle.corpus import MangledCorpus
from bench.metrics import Column
from bench.store import SCORES_HEAD, read_csv, read_run

DROP = Column(
    "facts_drop", "facts on the clean articles minus facts on the same articles mangled", better="",
    quality=False,
)  # fmt: skip


def with_drop(
    board: Leaderboard,
    matrix: Matrix,
    corpus: Corpus,
    folder: Path,
    systems: Mapping[str, Mapping[str, Any]],
    signature: Mapping[str, str],
) -> tuple[Leaderboard, list[str]]:
    """Return the table of a mangled corpus with the column `facts_drop`, and what to say of it.

    It stands where the clean results are beside `folder`, of the same articles, adapters and fact check;
    a system without comparable clean results has a blank. Other corpora's tables are returned as they are.
    """
    if not isinstance(corpus, MangledCorpus):
        return board, []
    beside = folder.parent / corpus.clean.meta.name
    try:
        clean = _clean_facts(beside, corpus, matrix.articles, systems, signature.get("facts", ""))
    except InputError as error:
        return board, [f"no facts_drop: {error.problem} (clean results are looked for in {beside.name})"]
    drops = {
        system: float(np.mean(values) - np.mean(matrix.column(system, "facts")[~np.isnan(values)]))
        for system, values in clean.items()
        if not np.isnan(values).all()
    }
    rows = tuple({**row, DROP.name: drops.get(row["system"])} for row in board.rows)
    note = (
        f"facts_drop: facts in {beside.name} minus facts here, over the same {len(matrix.articles)} articles"
    )
    return board._replace(names=(*board.names, DROP.name), columns=(*board.columns, DROP), rows=rows), [note]


def _clean_facts(
    folder: Path,
    corpus: MangledCorpus,
    articles: Sequence[str],
    systems: Mapping[str, Mapping[str, Any]],
    signature: str,
) -> dict[str, np.ndarray[Any, np.dtype[np.float64]]]:
    """Return clean `facts` by system in the order of `articles`. Raises InputError where not comparable."""
    run = read_run(folder)
    if run.signature.get("facts", "") != signature:
        raise InputError("the clean results come from another fact check", path=folder)
    for article_id in articles:
        if run.articles.get(article_id) != digest(corpus.clean.load(article_id)):
            raise InputError(f"the clean results lack {article_id} as it is now", path=folder)
    same = {name for name, about in systems.items() if _same(about, run.systems.get(name))}
    found: dict[str, dict[str, float]] = {}
    for row in read_csv(folder / "scores.csv", SCORES_HEAD):
        if row["metric"] == "facts" and row["system"] in same and row["value"]:
            found.setdefault(row["system"], {})[row["article"]] = float(row["value"])
    return {
        system: np.array([values[a] for a in articles])
        for system, values in found.items()
        if all(a in values for a in articles)
    }


def _same(about: Mapping[str, Any], clean: Mapping[str, Any] | None) -> bool:
    """Whether both rows come from one adapter; scored outputs have no digest, there the name must do."""
    if clean is None:
        return False
    digests = about.get("digest"), clean.get("digest")
    return None in digests or digests[0] == digests[1]
