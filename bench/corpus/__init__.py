"""Corpora: articles with references and fact sheets, in any of the forms people have them in."""

import difflib
from pathlib import Path

from bench.corpus.folders import folder_corpus
from bench.corpus.form import Corpus, Fields, digest
from bench.corpus.hub import PREFIX, hub_corpus
from bench.corpus.lines import lines_corpus
from bench.corpus.plain import plain_corpus, text_files
from bench.errors import InputError, UsageError
from bench.paths import corpus_places

__all__ = ["Corpus", "Fields", "corpora", "digest", "open_corpus"]

_TAKEN = (".", "..", ".sumbench")


def corpora() -> dict[str, Path]:
    """Return the corpora that can be named without a path, by name; an earlier place wins."""
    found: dict[str, Path] = {}
    for place in corpus_places():
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if (path / "corpus.toml").is_file():
                found.setdefault(path.name, path)
    return found


def open_corpus(name: str, fields: Fields | None = None) -> Corpus:
    """Open a corpus by name or path: article folders, a JSONL file, a folder of .txt files or one of them.

    `hf:NAME(split=test, …)` is read by the `datasets` library (extra).

    Raises UsageError for a name that is nowhere, InputError for what is not a corpus.
    """
    corpus = _opened(name, fields or Fields())
    called = corpus.meta.name
    # Results go to a folder of this name: it must be below the one that was asked for, and only there.
    if not called.strip() or not called.isprintable() or set(called) & set("/\\") or called in _TAKEN:
        path = corpus.path / "corpus.toml" if corpus.path.is_dir() else corpus.path
        raise InputError(
            f"a corpus cannot be called {called!r}; give it a name that can be a folder's",
            path=path, field="name",
        )  # fmt: skip
    return corpus


def _opened(name: str, fields: Fields) -> Corpus:
    """Open a corpus of any form."""
    if name.startswith(PREFIX):
        return hub_corpus(name, fields)
    path = Path(name)
    if not path.exists():
        known = corpora()
        if name not in known:
            near = difflib.get_close_matches(name, known, n=3)
            hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(sorted(known))}"
            raise UsageError(f"no corpus {name!r}: neither a path nor a known name; {hint}")
        path = known[name]
    if path.is_file():
        if path.suffix == ".txt":
            return plain_corpus(path)
        return lines_corpus(path, fields)
    if (path / "corpus.toml").is_file() or any(path.glob("*/article.txt")):
        return folder_corpus(path)
    if text_files(path):
        return plain_corpus(path)
    raise InputError(
        "not a corpus: expected <article>/article.txt folders, a JSONL file or .txt files", path=path
    )
