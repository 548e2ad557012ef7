"""Which columns see which errors: every column before and after an error, against harmless edits."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import msgspec
import numpy as np

from bench import stats
from bench.chosen import Chosen, default_metrics
from bench.corpus import Corpus
from bench.errors import InputError
from bench.executor import run_tasks
from bench.metrics import Column
from bench.metrics.case import Candidate, Case
from bench.plant import EDITS, Edit, plant
from bench.records import Item, Measured, Reference
from bench.store import SCORE_DECIMALS
from bench.text.sentences import sentences
from bench.text.tokens import clip

_WORDS = 80


class Cell(msgspec.Struct, frozen=True):
    """One column under one edit: how often it falls and rises, how far it moves, what it tells.

    `falls`, `rises` are shares of the cases to which the column applies; `mean` is the mean change; `tells`
    is the chance that an error lowers the column more than a harmless edit does (0.5: it cannot tell), None
    for harmless edits and where there is nothing to set them against.
    """

    edit: str
    column: str
    harmless: bool
    cases: int
    falls: float
    rises: float
    mean: float
    tells: float | None = None


class Sensitivity(msgspec.Struct, frozen=True):
    """Everything measured on one corpus; `edits` says what each one does."""

    corpus: str
    articles: int
    texts: int
    seed: int
    columns: tuple[str, ...]
    edits: tuple[tuple[str, str, bool], ...]
    cells: tuple[Cell, ...]

    def cell(self, edit: str, column: str) -> Cell | None:
        """Return one cell, None where the edit never applied to the column."""
        return next((c for c in self.cells if (c.edit, c.column) == (edit, column)), None)


class Move(NamedTuple):
    """One edit made in one text, and what each column did."""

    edit: str
    changes: dict[str, float]


def sensitivity(
    corpus: Corpus,
    *,
    seed: int = 0,
    jobs: int = 1,
    metrics: Sequence[Chosen] = (),
    edits: Sequence[Edit] = EDITS,
) -> Sensitivity:
    """Plant every edit once in every reference and in each article's first sentences; return what moved.

    A reference is measured against the others, as the row `human` is. Raises InputError where the corpus has
    no fact sheets to plant by.
    """
    chosen = tuple(metrics) or default_metrics()
    work = partial(_moves_of, metrics=chosen, seed=seed, names=tuple(edit.name for edit in edits))
    moves: list[Move] = []
    texts = articles = 0
    for item_texts, found in run_tasks(work, corpus.items(), jobs=jobs):
        texts += item_texts
        articles += bool(item_texts)
        moves += found
    if not articles:
        raise InputError(
            "no article has a fact sheet, and errors are planted by fact sheets (docs/inputs.md); "
            "`sumbench sensitivity wire` shows the columns on the bundled articles",
            path=corpus.path,
        )
    columns = [column.name for column in _columns(chosen)]
    return Sensitivity(
        " ".join(part for part in (corpus.meta.name, corpus.meta.version) if part),
        articles,
        texts,
        seed,
        tuple(columns),
        tuple((edit.name, edit.about, edit.harmless) for edit in edits),
        tuple(_cells(moves, edits, columns)),
    )


def _columns(chosen: Sequence[Chosen]) -> list[Column]:
    """Return the columns in which more is better."""
    return [c for one in chosen for c in one.metric.columns if c.quality and c.better == "higher"]


def _moves_of(
    item: Item, metrics: Sequence[Chosen], seed: int, names: Sequence[str]
) -> tuple[int, list[Move]]:
    """Plant in the texts of one article; return how many texts there were, and every move."""
    if item.facts is None:
        return 0, []
    case = Case(item)
    moves = []
    bases = list(_bases(item))
    for name, text, left_out in bases:
        before = _values(metrics, case, text, left_out)
        for edit in EDITS:
            changed = plant(edit, text, item, f"{seed}:{name}") if edit.name in names else None
            if changed is not None:
                after = _values(metrics, case, changed, left_out)
                moves.append(Move(edit.name, _changes(before, after)))
    return len(bases), moves


def _bases(item: Item) -> Iterator[tuple[str, str, Reference | None]]:
    """Yield the texts to plant in: references, each left out of its own scoring, and the lead."""
    for reference in item.references:
        yield reference.author, reference.text, reference
    yield "lead", clip(sentences(item.article.text, item.article.language), _WORDS), None


def _values(
    metrics: Sequence[Chosen], case: Case, text: str, left_out: Reference | None
) -> dict[str, float | None]:
    """Return every column's value of one text, rounded as the files are."""
    candidate = Candidate(text, case.item.article.language, left_out)
    values: dict[str, float | None] = {}
    for chosen in metrics:
        result = chosen.module.measure(case, candidate, **chosen.settings)
        values |= result.values if isinstance(result, Measured) else result
    return {name: None if v is None else round(float(v), SCORE_DECIMALS) for name, v in values.items()}


def _changes(before: dict[str, float | None], after: dict[str, float | None]) -> dict[str, float]:
    """Return how far each column moved, of those that apply both before and after."""
    found = {}
    for name, value in before.items():
        other = after.get(name)
        if value is not None and other is not None:
            found[name] = round(other - value, SCORE_DECIMALS)
    return found


def _cells(moves: Sequence[Move], edits: Sequence[Edit], columns: Sequence[str]) -> Iterator[Cell]:
    """Yield a cell for each edit and column with at least one case."""
    harmless = {edit.name for edit in edits if edit.harmless}
    for column in columns:
        by_edit: dict[str, list[float]] = {}
        for move in moves:
            if column in move.changes:
                by_edit.setdefault(move.edit, []).append(move.changes[column])
        quiet = [change for name, changes in by_edit.items() if name in harmless for change in changes]
        for edit in edits:
            if changes := by_edit.get(edit.name):
                values = np.array(changes)
                yield Cell(
                    edit.name, column, edit.harmless, len(values), _rounded((values < 0).mean()),
                    _rounded((values > 0).mean()), _rounded(values.mean()),
                    None if edit.harmless or not quiet else _tells(changes, quiet),
                )  # fmt: skip


def _tells(changes: Sequence[float], quiet: Sequence[float]) -> float:
    """Return the chance that an error lowers a column more than a harmless edit, ties counted half."""
    labels = [1] * len(changes) + [0] * len(quiet)
    return _rounded(stats.auc([-change for change in (*changes, *quiet)], labels))


def _rounded(value: float) -> float:
    return round(float(value), SCORE_DECIMALS)
