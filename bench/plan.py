"""What a run is asked to do, worked out before anything starts."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.chosen import Chosen
from bench.corpus import Corpus
from bench.errors import UsageError
from bench.plugins import find_systems
from bench.store import read_run
from bench.system import System, prepare_system


class Plan(NamedTuple):
    """One run before it starts."""

    corpus: Corpus
    ids: Sequence[str]
    systems: tuple[System, ...]
    metrics: tuple[Chosen, ...]
    folder: Path
    partial: str
    seed: int = 0
    jobs: int = 1
    timeout: float | None = None
    scheduler: str | None = None
    fresh: bool = False
    baselines: bool = True
    given: Mapping[str, Any] = {}
    connections: int = 8
    retry_failed: bool = False
    notes: tuple[str, ...] = ()


def house_systems() -> list[str]:
    """Return the names of the bundled baselines, controls and bounds, which are part of every run."""
    return [
        found.name
        for found in find_systems()
        if not found.shadowed and found.origin in ("bundled", "harness") and found.kind != "system"
    ]


def prepare_systems(
    specs: Iterable[str], corpus: Corpus, *, words: int | None, seed: int, baselines: bool = True
) -> tuple[System, ...]:
    """Turn SPECs into systems, the house's own first. Raises UsageError for unknown or repeated ones."""
    asked = [*(house_systems() if baselines else ()), *specs]
    systems: dict[str, System] = {}
    for spec in asked:
        system = prepare_system(spec, words=words, corpus_words=corpus.meta.words, seed=seed)
        other = systems.get(system.label)
        if other is not None and (other.path, other.keyed) != (system.path, system.keyed):
            raise UsageError(
                f"two systems are called {system.label} ({other.path} and {system.path}); "
                "give one of them another name with the option label"
            )
        systems[system.label] = system
    return tuple(systems.values())


def choose_articles(corpus: Corpus, limit: int | None, articles: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return the ids to run and, where that is not the whole corpus, a sentence that says so."""
    unknown = sorted(set(articles) - set(corpus.ids))
    if unknown:
        raise unknown_article(unknown[0], corpus)
    ids: Sequence[str] = tuple(sorted(set(articles))) if articles else corpus.ids
    if limit is not None:
        ids = ids[:limit]
    whole = len(ids) == len(corpus.ids)
    return ids, "" if whole else f"{len(ids)} of {len(corpus.ids)} articles"


def unknown_article(article: str, corpus: Corpus) -> UsageError:
    """Return the error for an id that a corpus has not, with the nearest ones."""
    near = difflib.get_close_matches(article, corpus.ids, n=3)
    some = ", ".join(corpus.ids[:8]) + (" …" if len(corpus.ids) > 8 else "")
    hint = f"did you mean {', '.join(near)}?" if near else f"there are {some}; --corpus names another"
    return UsageError(f"no article {article!r} in corpus {corpus.meta.name}; {hint}")


def results_folder(out: Path, corpus: Corpus, partial: str, force: bool) -> tuple[Path, str]:
    """Return the folder of this run and a note where it is not the usual one.

    Part of a corpus never overwrites the tables of the whole, unless told to.
    """
    folder = out / corpus.meta.name
    if not partial or force or not (folder / "run.json").is_file() or read_run(folder).partial:
        return folder, ""
    beside = out / f"{corpus.meta.name}-partial"
    return beside, f"{folder} holds the whole corpus; {partial} go to {beside} (--force overwrites)"
