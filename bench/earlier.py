"""What an earlier run left in its folder: rows to keep, outputs that need not be asked for again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.cache import OutputCache
from bench.corpus import Corpus, digest
from bench.errors import UsageError
from bench.output_lines import read_outputs
from bench.records import Output
from bench.store import Run, as_plain, read_run
from bench.system import System


def run_before(folder: Path) -> Run | None:
    """Return run.json of the folder as it is, if there is one."""
    return read_run(folder) if (folder / "run.json").is_file() else None


def about(system: System) -> dict[str, Any]:
    """Return what run.json says of a system: everything its outputs depend on, and no secret."""
    return {
        "kind": system.kind,
        "spec": system.spec,
        "digest": system.digest,
        "options": as_plain(system.recorded),
    }


def kept_rows(
    folder: Path, corpus: Corpus, ids: Sequence[str], systems: Sequence[System]
) -> dict[str, dict[str, Output]]:
    """Return the outputs of other systems that the folder already has, so that a run adds to it.

    They are kept only if they cover the same articles, unchanged; baselines go by this run's wish.
    """
    before = run_before(folder)
    if before is None or set(before.articles) != set(ids):
        return {}
    if any(digest(corpus.load(i)) != before.articles[i] for i in ids):
        return {}
    replaced = {system.label for system in systems}
    kept: dict[str, dict[str, Output]] = {}
    for _, output in read_outputs(folder / "outputs.jsonl"):
        kind = before.systems.get(output.system, {}).get("kind", "system")
        if output.system not in replaced and kind == "system":
            kept.setdefault(output.article, {})[output.system] = output
    return kept


def failed_specs(folder: Path) -> list[str]:
    """Return the SPECs of the folder's systems that have failed outputs, in the order of their labels.

    Raises UsageError for one whose SPEC is not recorded, because its outputs came from elsewhere.
    """
    before = run_before(folder)
    if before is None:
        raise UsageError(f"--retry-failed: nothing was run into {folder}")
    outputs = [output for _, output in read_outputs(folder / "outputs.jsonl")]
    labels = sorted({output.system for output in outputs if output.status in ("error", "timeout")})
    lacking = [label for label in labels if not before.systems.get(label, {}).get("spec")]
    if lacking:
        raise UsageError(f"--retry-failed: the outputs of {lacking[0]} were not made by a run; give --system")
    ranked = [label for label in labels if before.systems[label].get("kind") == "system"]
    return [_spec(label, before.systems[label]["spec"]) for label in ranked]


def _spec(label: str, spec: str) -> str:
    """Return a SPEC that gives a row its label again."""
    from bench.spec import Spec, parse_spec

    if label == spec:
        return spec
    parsed = parse_spec(spec)
    return str(Spec(parsed.name, (*parsed.options, ("label", label))))


def keep_again(folder: Path, corpus: Corpus, systems: Sequence[System], cache: OutputCache) -> None:
    """Put the folder's complete outputs back in the cache where nothing they depend on has changed.

    A fresh clone has results but no cache.
    """
    before = run_before(folder)
    if before is None:
        return
    by_label = {s.label: s for s in systems if s.path and before.systems.get(s.label, {}) == about(s)}
    for _, output in read_outputs(folder / "outputs.jsonl"):
        system = by_label.get(output.system)
        if system is None or output.article not in corpus.ids:
            continue
        item = corpus.load(output.article)
        if digest(item) == before.articles.get(output.article) and cache.get(system, item) is None:
            cache.put(system, item, output)
