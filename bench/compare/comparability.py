"""May two sets of scores be put side by side? By signature, versions and digests of their articles."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bench.errors import InputError
from bench.store import Run

# The version of a package inside a signature: sacrebleu-2.6.0, sentencex-1.0.32+lines.
_VERSION = re.compile(r"-\d+(?:\.\d+)*(?=$|[+|])")


class Comparability(NamedTuple):
    """What two runs have in common and what keeps them apart, in words.

    `refused` names value-changing options that differ; `versions` what differs only in version.
    """

    refused: tuple[str, ...]
    versions: tuple[str, ...]
    notes: tuple[str, ...]
    articles: tuple[str, ...]
    changed: tuple[str, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]


def comparability(old: Run, new: Run) -> Comparability:
    """Return how far two runs can be compared: articles count only where their digests agree."""
    refused, versions = _signatures(old.signature, new.signature)
    refused = [*_corpora(old, new), *refused]
    versions += [
        f"{name} {old.versions[name]} → {new.versions[name]}"
        for name in sorted(old.versions.keys() & new.versions.keys())
        if old.versions[name] != new.versions[name]
    ]
    both = sorted(old.articles.keys() & new.articles.keys())
    same = tuple(article for article in both if old.articles[article] == new.articles[article])
    return Comparability(
        tuple(refused),
        tuple(dict.fromkeys(versions)),
        tuple(_notes(old, new)),
        same,
        tuple(article for article in both if article not in set(same)),
        tuple(sorted(old.articles.keys() - new.articles.keys())),
        tuple(sorted(new.articles.keys() - old.articles.keys())),
    )


def require_comparable(old: Run, new: Run, *, force: bool = False) -> Comparability:
    """Return how far two runs can be compared.

    Raises InputError naming what differs where their values mean different things, unless `force`, and
    where they have no unchanged article in common.
    """
    found = comparability(old, new)
    if found.refused and not force:
        raise InputError(
            f"these scores mean different things: {'; '.join(found.refused)}; "
            "make one of them again, or use --force to compare them all the same (the output says so)"
        )
    if not found.articles:
        why = (
            f"{len(found.changed)} of the same name have other texts" if found.changed else "none is in both"
        )
        raise InputError(f"no article to compare by: {why}; make one of the results again")
    return found


def _corpora(old: Run, new: Run) -> list[str]:
    """Return what is wrong where two runs are of different corpora."""
    names = old.corpus.get("name"), new.corpus.get("name")
    return [f"corpus {names[0]} → {names[1]}"] if names[0] != names[1] else []


def _signatures(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the parts of the signatures of the same metric that differ: in value, and only in version."""
    values, versions = list[str](), list[str]()
    for metric in sorted(old.keys() & new.keys()):
        for before, after in _differing(old[metric], new[metric]):
            same = _VERSION.sub("", before) == _VERSION.sub("", after)
            (versions if same else values).append(f"{metric}: {before or 'nothing'} → {after or 'nothing'}")
    return values, versions


def _differing(old: str, new: str) -> list[tuple[str, str]]:
    """Return the parts in which two signatures differ, paired by the name before the colon."""
    before, after = _parts(old), _parts(new)
    names = list(dict.fromkeys([*before, *after]))
    return [(before.get(n, ""), after.get(n, "")) for n in names if before.get(n) != after.get(n)]


def _parts(signature: str) -> dict[str, str]:
    """Return the parts of a signature by name; without a colon, that is the text without its version."""
    return {
        part.partition(":")[0] if ":" in part else _VERSION.sub("", part): part
        for part in signature.split("|")
    }


def _notes(old: Run, new: Run) -> list[str]:
    """Return what a reader should know although it does not forbid a comparison."""
    notes = [
        f"the {name} results are partial: {run.partial}"
        for name, run in (("old", old), ("new", new))
        if run.partial
    ]
    if old.seed != new.seed:
        notes.append(f"seed {old.seed} → {new.seed}: random rows are drawn anew")
    for name, these, those in (("old", old, new), ("new", new, old)):
        only = sorted(these.signature.keys() - those.signature.keys())
        if only:
            notes.append(f"metrics only in the {name} results: {', '.join(only)}")
    if old.corpus.get("version") != new.corpus.get("version"):
        notes.append(f"corpus version {old.corpus.get('version')} → {new.corpus.get('version')}")
    return notes
