"""A corpus of article folders: `<corpus>/<article-id>/article.txt`, references and fact sheet."""

from pathlib import Path
from typing import Any

from bench.corpus.form import Corpus, Meta, article_of, read_text, split_title
from bench.corpus.toml import read_toml
from bench.errors import InputError
from bench.records import FactSheet, Item, Reference


class FolderCorpus(Corpus):
    """Article folders below `path`."""

    def __init__(self, path: Path, meta: Meta, ids: tuple[str, ...]):
        """Hold what `folder_corpus` found."""
        self.path, self.meta, self.ids = path, meta, ids

    def load(self, article_id: str) -> Item:
        """Read one article folder. Raises InputError naming file, line and field."""
        folder = self.path / article_id
        path = folder / "article.txt"
        evidence = read_text(path)
        if not evidence.strip():
            raise InputError("article is empty", path=path, line=1)
        title, body = split_title(evidence)
        if not title:
            raise InputError("line 1 must be the headline and line 2 blank", path=path, line=1)
        sheet = folder / "facts.toml"
        return Item(
            article=article_of(article_id, title, body, self.meta.language),
            evidence=evidence,
            references=_references(folder),
            facts=read_toml(sheet, FactSheet) if sheet.is_file() else None,
        )


def folder_corpus(path: Path) -> FolderCorpus:
    """Open the corpus whose article folders are below `path`."""
    toml = path / "corpus.toml"
    meta = read_toml(toml, Meta) if toml.is_file() else Meta(name=path.resolve().name)
    ids = tuple(sorted(p.name for p in path.iterdir() if p.is_dir() and not p.name.startswith((".", "_"))))
    if not ids:
        raise InputError("the corpus has no article folder", path=path)
    return FolderCorpus(path, meta, ids)


def _references(folder: Path) -> tuple[Reference, ...]:
    """Read `reference.<author>.txt`, in order of author."""
    found = []
    for path in sorted(folder.glob("reference*.txt")):
        text = read_text(path).strip()
        if not text:
            raise InputError("reference has no text", path=path, line=1)
        author = path.name.removeprefix("reference").removesuffix(".txt").strip(".")
        found.append(Reference(author or "1", text))
    return tuple(found)


def read_source(folder: Path) -> dict[str, Any]:
    """Return `source.toml` of an article folder as plain data, {} where there is none."""
    path = folder / "source.toml"
    return read_toml(path, dict[str, Any]) if path.is_file() else {}
