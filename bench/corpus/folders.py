"""A corpus of article folders: `<corpus>/<article-id>/article.txt`, references and fact sheet."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bench.corpus.form import Corpus, Meta, article_of, read_text, split_title, toml_line
from bench.errors import InputError
from bench.records import FactSheet, Item, Reference

T = TypeVar("T")

_FIELD = re.compile(r" - at `\$?\.?(.*)`$")
_INDEXED = re.compile(r"^(\w+)\[(\d+)\](?:\.(\w+))?")


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


def read_toml(path: Path, record: type[T]) -> T:
    """Read a TOML file into `record`. Raises InputError naming file, line and field."""
    text = read_text(path)
    try:
        return msgspec.convert(tomllib.loads(text), record)
    except tomllib.TOMLDecodeError as error:
        line = toml_line(str(error)) or text.count("\n") + 1
        problem = re.sub(r" \(at .*\)$", "", str(error))
        raise InputError(f"broken TOML: {problem}", path=path, line=line) from None
    except msgspec.ValidationError as error:
        field = match.group(1) if (match := _FIELD.search(str(error))) else ""
        problem = _FIELD.sub("", str(error))
        raise InputError(problem, path=path, line=_line_of(text, field, problem), field=field) from None


def _line_of(text: str, field: str, problem: str) -> int | None:
    """Return the line of `table[index].field` or `field` in a TOML text, as near as can be told."""
    lines = text.split("\n")
    missing = re.search(r"(?:unknown|required) field `(\w+)`", problem)
    name = missing.group(1) if missing else ""
    start = 0
    if indexed := _INDEXED.match(field):
        table, index, inner = indexed.group(1), int(indexed.group(2)), indexed.group(3)
        heads = [n for n, line in enumerate(lines) if line.strip().startswith(f"[[{table}]]")]
        if index >= len(heads):
            return None
        start, name = heads[index], name or inner or ""
    else:
        name = name or field
    return start + 1 + _key_offset(lines[start:], name)


def _key_offset(lines: list[str], name: str) -> int:
    """Return how many lines after the first the key `name` stands within one table, or 0."""
    for offset, line in enumerate(lines):
        if offset and line.lstrip().startswith("["):
            break
        if name and re.match(rf"\s*{re.escape(name)}\s*=", line):
            return offset
    return 0


def read_source(folder: Path) -> dict[str, Any]:
    """Return `source.toml` of an article folder as plain data, {} where there is none."""
    path = folder / "source.toml"
    return read_toml(path, dict[str, Any]) if path.is_file() else {}
