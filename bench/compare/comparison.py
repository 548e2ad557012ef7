"""Two results of one corpus side by side: what differs by how much, and which facts made it so."""

from collections.abc import Iterable, Sequence

import msgspec

from bench.compare.comparability import require_comparable
from bench.compare.factdiff import FactChange, fact_changes
from bench.compare.paired import ColumnDifference, differences_of
from bench.errors import UsageError
from bench.records import SystemKind
from bench.results import Results

COLUMNS = ("facts", "consistent", "rouge1", "rouge2", "rougeLsum")
"""What is compared where no column is named."""


class ArticleMove(msgspec.Struct, frozen=True):
    """How far one article moved in one column; None where it does not apply."""

    article: str
    column: str
    old: float | None
    new: float | None
    difference: float


class StatusChange(msgspec.Struct, frozen=True):
    """An output that failed, was empty or came back."""

    article: str
    old: str
    new: str
    error: str = ""


class SystemComparison(msgspec.Struct, frozen=True):
    """One system in both results: differences, and the articles and facts behind them."""

    system: str
    kind: SystemKind
    changed: tuple[str, ...] = ()
    differences: tuple[ColumnDifference, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    moves: tuple[ArticleMove, ...] = ()
    facts: tuple[FactChange, ...] = ()
    texts: int = 0

    @property
    def lost(self) -> list[FactChange]:
        """Facts that are now wrong or missing."""
        return [change for change in self.facts if change.effect == "lost"]

    @property
    def won(self) -> list[FactChange]:
        """Facts that are no longer wrong or missing."""
        return [change for change in self.facts if change.effect == "won"]


class Comparison(msgspec.Struct, frozen=True):
    """Two results compared; `forced` names what should have forbidden it, `same` that nothing differs."""

    old: str
    new: str
    corpus: str
    same: bool
    forced: tuple[str, ...]
    versions: tuple[str, ...]
    notes: tuple[str, ...]
    articles: int
    articles_changed: tuple[str, ...]
    articles_only_old: tuple[str, ...]
    articles_only_new: tuple[str, ...]
    systems: tuple[SystemComparison, ...]
    systems_same: tuple[str, ...]
    systems_only_old: tuple[str, ...]
    systems_only_new: tuple[str, ...]
    schema: int = 1


def compare(
    old: Results,
    new: Results,
    *,
    columns: Sequence[str] = (),
    systems: Sequence[str] = (),
    force: bool = False,
    seed: int = 0,
) -> Comparison:
    """Return how `new` differs from `old`, over the articles that are the same in both.

    Raises InputError where signatures differ (unless `force`), UsageError for an unknown column or system.
    """
    found = require_comparable(old.run, new.run, force=force)
    both = sorted(old.run.systems.keys() & new.run.systems.keys())
    asked = _asked_systems(systems, both)
    compared = [_compare_system(old, new, system, found.articles) for system in asked]
    differing = [one for one in compared if _differs(one)]
    chosen = _columns(old, new, columns)
    differences = differences_of(old, new, [one.system for one in differing], chosen, found.articles, seed)
    main = chosen[0] if chosen else "facts"
    full = tuple(
        msgspec.structs.replace(
            one,
            differences=differences[one.system],
            moves=_moves(old, new, one.system, main, found.articles),
        )
        for one in differing
    )
    only_old = () if systems else tuple(sorted(old.run.systems.keys() - new.run.systems.keys()))
    only_new = () if systems else tuple(sorted(new.run.systems.keys() - old.run.systems.keys()))
    apart = (found.changed, found.only_old, found.only_new, only_old, only_new)
    return Comparison(
        old=str(old.folder),
        new=str(new.folder),
        corpus=" ".join(str(new.run.corpus.get(part, "")) for part in ("name", "version")).strip(),
        same=not (full or any(apart) or found.refused),
        forced=found.refused,
        versions=found.versions,
        notes=(*found.notes, *_edited(old, "old"), *_edited(new, "new")),
        articles=len(found.articles),
        articles_changed=found.changed,
        articles_only_old=found.only_old,
        articles_only_new=found.only_new,
        systems=tuple(sorted(full, key=_most_first)),
        systems_same=tuple(one.system for one in compared if not _differs(one)),
        systems_only_old=only_old,
        systems_only_new=only_new,
    )


def _edited(results: Results, name: str) -> list[str]:
    """Return a note where files are not those of the run."""
    files = results.edited()
    if not files:
        return []
    return [f"{', '.join(files)} of the {name} results changed after the run: edited, or merged by hand?"]


def _asked_systems(asked: Sequence[str], both: Sequence[str]) -> list[str]:
    """Return the systems to compare. Raises UsageError for one that is not in both results."""
    for system in asked:
        if system not in both:
            raise UsageError(
                f"system {system!r} is not in both results; there are {', '.join(both) or 'none'}"
            )
    return sorted(set(asked)) if asked else list(both)


def _columns(old: Results, new: Results, asked: Sequence[str]) -> list[str]:
    """Return the columns to compare: those asked for, else the usual ones that are in both results."""
    both = _known(old) & _known(new)
    for column in asked:
        if column not in both:
            raise UsageError(f"no column {column!r} in both scores.csv; there are {', '.join(sorted(both))}")
    return list(dict.fromkeys(asked)) if asked else [column for column in COLUMNS if column in both]


def _known(results: Results) -> set[str]:
    return {column for columns in results.scores.values() for column in columns}


def _compare_system(old: Results, new: Results, system: str, articles: Sequence[str]) -> SystemComparison:
    """Return everything about a system but the statistics of its columns."""
    statuses, facts, texts = list[StatusChange](), list[FactChange](), 0
    for article in articles:
        key = system, article
        before, after = old.outputs.get(key), new.outputs.get(key)
        was, now = before.status if before else "missing", after.status if after else "missing"
        texts += (before.text if before else None) != (after.text if after else None)
        if was != now:
            statuses.append(StatusChange(article, was, now, after.error if after else ""))
        # A failed or empty output has no findings: its facts did not change, they are not there.
        elif before and after:
            facts += fact_changes(before, after, old.findings.get(key, []), new.findings.get(key, []))
    return SystemComparison(
        system,
        new.kind(system),
        tuple(_changed_adapter(old, new, system, _moved_scores(old, new, system, articles), texts)),
        statuses=tuple(statuses),
        facts=tuple(sorted(facts, key=lambda change: change.order)),
        texts=texts,
    )


def _moved_scores(old: Results, new: Results, system: str, articles: Sequence[str]) -> list[str]:
    """Return the columns in which any article has another value."""
    before, after = old.scores.get(system, {}), new.scores.get(system, {})
    return sorted(
        column
        for column in before.keys() & after.keys()
        if any(before[column].get(article) != after[column].get(article) for article in articles)
    )


def _changed_adapter(
    old: Results, new: Results, system: str, moved: Sequence[str], texts: int
) -> Iterable[str]:
    """Yield what is known to differ in a system itself, where anything came of it."""
    before, after = old.run.systems[system], new.run.systems[system]
    if moved and not texts:
        yield f"same texts, other values in {', '.join(moved)}"
    if not (moved or texts):
        return
    if before.get("digest") != after.get("digest"):
        yield "its code changed"
    was, now = before.get("options", {}), after.get("options", {})
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) != now.get(name):
            yield f"{name} {was.get(name, 'unset')} → {now.get(name, 'unset')}"


def _differs(one: SystemComparison) -> bool:
    return bool(one.changed or one.texts or one.statuses or one.facts)


def _most_first(one: SystemComparison) -> tuple[int, int, str]:
    """Sort systems before baselines, controls and bounds, then by facts lost."""
    kinds = ("system", "baseline", "bound", "control")
    return kinds.index(one.kind), -len(one.lost), one.system


def _moves(
    old: Results, new: Results, system: str, column: str, articles: Sequence[str]
) -> tuple[ArticleMove, ...]:
    """Return the articles that have another value, those that moved most first."""
    before, after = (r.scores.get(system, {}).get(column, {}) for r in (old, new))
    moves = [
        ArticleMove(a, column, before.get(a), after.get(a), round(after.get(a, 0.0) - before.get(a, 0.0), 6))
        for a in articles
        if before.get(a) != after.get(a)
    ]
    return tuple(sorted(moves, key=lambda move: (-abs(move.difference), move.article)))
