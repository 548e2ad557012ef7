"""The seal of a corpus version: digests of its files, so that no text changes under an old version number."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from bench.audit.outcome import Problem
from bench.corpus import Corpus
from bench.corpus.toml import read_toml
from bench.errors import UsageError
from bench.whole import write_text

NAME = "digests.toml"
_REFERENCES = "reference*.txt"
_OTHERS = ("article.txt", "facts.toml", "source.toml")


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`digests.toml`: the version and a digest per file, by path below the corpus."""

    version: str
    files: dict[str, str]


def digests(corpus: Corpus) -> dict[str, str]:
    """Return 16 hexadecimal digits per file of the articles; line ends do not count."""
    found = {}
    for article_id in corpus.ids:
        folder = corpus.path / article_id
        for path in sorted([*folder.glob(_REFERENCES), *(folder / name for name in _OTHERS)]):
            if path.is_file():
                data = path.read_bytes().replace(b"\r\n", b"\n")
                found[f"{article_id}/{path.name}"] = hashlib.sha256(data).hexdigest()[:16]
    return found


def seal_problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield the files that are not those of the sealed version; nothing where there is no seal.

    Raises InputError for a seal that cannot be read.
    """
    path = corpus.path / NAME
    if not path.is_file():
        return
    sealed = read_toml(path, Sealed)
    if sealed.version != corpus.meta.version:
        said = f"seals version {sealed.version}, corpus.toml has {corpus.meta.version}"
        yield Problem(f"{path}:1", f"{said}; run `sumbench audit --seal`")
        return
    now = digests(corpus)
    for name in sorted(sealed.files.keys() | now.keys()):
        before, after = sealed.files.get(name), now.get(name)
        if before != after:
            what = "is gone since" if after is None else "is new since" if before is None else "differs from"
            where = f"{corpus.path / name}" + (":1" if after else "")
            todo = "raise version in corpus.toml, then run `sumbench audit --seal`"
            yield Problem(where, f"{what} version {sealed.version}; {todo}")


def seal(corpus: Corpus) -> Path:
    """Write the seal of the corpus's version and return its path.

    Raises UsageError for a corpus that is no folder of articles, or whose version is sealed with other texts.
    """
    path = corpus.path / NAME
    if not (corpus.path / "corpus.toml").is_file() or not corpus.meta.version:
        raise UsageError(f"{corpus.path} cannot be sealed: it needs a corpus.toml with a version")
    now = digests(corpus)
    if path.is_file():
        before = read_toml(path, Sealed)
        if before.version == corpus.meta.version and before.files != now:
            raise UsageError(
                f"version {before.version} is sealed with other texts; raise version in corpus.toml first"
            )
    lines = [f'version = "{corpus.meta.version}"', "", "[files]"]
    lines += [f'"{name}" = "{value}"' for name, value in sorted(now.items())]
    write_text(path, "\n".join(lines) + "\n")
    return path
