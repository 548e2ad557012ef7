"""A corpus in one JSONL file; lines are indexed once and read when asked for."""

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from bench.corpus.form import Corpus, Fields, Meta, article_of, decode
from bench.errors import InputError
from bench.records import FactSheet, Item, Reference

# The usual names: ours, CNN/DailyMail's (article, highlights), XSum's (document, summary).
_ID = ("id", "article_id", "guid")
_ARTICLE = ("article", "document", "text")
_REFERENCE = ("references", "reference", "highlights", "summary")

_decode_line = msgspec.json.Decoder(dict[str, Any]).decode


class LinesCorpus(Corpus):
    """The lines of a JSONL file by id; only ids and places are kept in memory."""

    def __init__(self, path: Path, fields: Fields, file: BinaryIO, places: dict[str, tuple[int, int]]):
        """Hold what `lines_corpus` found: places are (line number, byte offset) by id."""
        name = path.name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")
        self.path, self.meta, self.fields = path, Meta(name=name), fields
        self._file, self._places = file, places
        self.ids = tuple(sorted(places))

    def where(self, article_id: str) -> str:
        """Return file and line of an article."""
        return f"{self.path}:{self._places[article_id][0]}"

    def load(self, article_id: str) -> Item:
        """Read one line. Raises InputError naming file, line and field."""
        line, offset = self._places[article_id]
        self._file.seek(offset)
        row = _row(self._file.readline(), self.path, line)
        text = _text(row, self.fields.article, _ARTICLE, self.path, line)
        title = str(row.get("title") or "")
        return Item(
            article=article_of(article_id, title, text, str(row.get("language") or "en")),
            evidence=text,
            references=_references(row, self.fields, self.path, line),
            facts=_facts(row, self.path, line),
        )


def lines_corpus(path: Path, fields: Fields) -> LinesCorpus:
    """Index a JSONL file (optionally gzipped). Raises InputError for a broken line or a duplicate id."""
    file = _open(path)
    places: dict[str, tuple[int, int]] = {}
    for line, offset, data in _numbered(file):
        if not data.strip():
            continue
        row = _row(data, path, line)
        name, value = _field(row, fields.id, _ID)
        if value is None or not str(value).strip():
            wanted = fields.id or " or ".join(_ID)
            raise InputError(f"no {wanted}; name it with --id-field", path=path, line=line, field=wanted)
        article_id = str(value)
        if article_id in places:
            first = places[article_id][0]
            raise InputError(
                f"duplicate id {article_id!r}, first on line {first}", path=path, line=line, field=name
            )
        places[article_id] = (line, offset)
    if not places:
        raise InputError("the corpus has no article", path=path)
    return LinesCorpus(path, fields, file, places)


def _open(path: Path) -> BinaryIO:
    """Open `path` for seeking; a gzipped file is unpacked into a temporary one."""
    if path.suffix != ".gz":
        return path.open("rb")
    file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the corpus
    try:
        with gzip.open(path, "rb") as packed:
            shutil.copyfileobj(packed, file)
    except (OSError, EOFError) as error:
        raise InputError(f"not a gzip file: {error}", path=path) from None
    file.seek(0)
    return file


def _numbered(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Yield line number, byte offset and bytes of each line."""
    offset = 0
    for number, data in enumerate(file, 1):
        yield number, offset, data
        offset += len(data)


def _row(data: bytes, path: Path, line: int) -> dict[str, Any]:
    """Decode one JSON line into a mapping."""
    text = decode(data, path, line)
    try:
        return _decode_line(text)
    except msgspec.DecodeError as error:
        raise InputError(f"broken JSON line: {error}", path=path, line=line) from None


def _field(row: dict[str, Any], name: str | None, usual: tuple[str, ...]) -> tuple[str, Any]:
    """Return name and value of the field asked for, or of the first usual one present."""
    for candidate in (name,) if name else usual:
        if row.get(candidate) is not None:
            return candidate, row[candidate]
    return name or usual[0], None


def _text(row: dict[str, Any], name: str | None, usual: tuple[str, ...], path: Path, line: int) -> str:
    """Return the article's text. Raises InputError where it is missing, empty or no text."""
    field, value = _field(row, name, usual)
    if value is None:
        wanted = name or " or ".join(usual)
        raise InputError(
            f"article is missing: no {wanted}; name it with --article-field",
            path=path,
            line=line,
            field=field,
        )
    if not isinstance(value, str):
        raise InputError(f"expected text, got {type(value).__name__}", path=path, line=line, field=field)
    if not value.strip():
        raise InputError("article is empty", path=path, line=line, field=field)
    return value


def _references(row: dict[str, Any], fields: Fields, path: Path, line: int) -> tuple[Reference, ...]:
    """Return the references of a row: one text, a list of texts, or a list of {author, text}."""
    usual = tuple(name for name in _REFERENCE if name != fields.article)
    field, value = _field(row, fields.reference, usual)
    if value is None:
        if fields.reference:
            raise InputError("reference is missing", path=path, line=line, field=fields.reference)
        return ()
    found = []
    for number, entry in enumerate(value if isinstance(value, list) else [value], 1):
        author, text = str(number), entry
        if isinstance(entry, dict):
            author, text = str(entry.get("author") or number), entry.get("text")
        if not isinstance(text, str):
            raise InputError("a reference must be text", path=path, line=line, field=field)
        if not text.strip():
            raise InputError("reference has no text", path=path, line=line, field=field)
        found.append(Reference(author, text.strip()))
    return tuple(found)


def _facts(row: dict[str, Any], path: Path, line: int) -> FactSheet | None:
    """Return the fact sheet of a row, if it has one."""
    if row.get("facts") is None:
        return None
    try:
        return msgspec.convert(row["facts"], FactSheet)
    except msgspec.ValidationError as error:
        raise InputError(str(error), path=path, line=line, field="facts") from None
