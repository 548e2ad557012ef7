"""Summaries that exist already: a JSONL or CSV file, or one summary a line beside a file of ids."""

import csv
import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.errors import InputError
from bench.records import Article

FILES = ("file", "ids")
ANY_ARTICLE = False

_ID_FIELDS = ("article", "id", "article_id", "doc_id", "document_id")
_TEXT_FIELDS = ("text", "summary", "prediction", "output", "generated", "generated_summary", "decoded")
_NAMED = 5


class Row(NamedTuple):
    """One summary as it stands in the file."""

    line: int
    id: str
    text: str
    system: str = ""


def summarize(
    article: Article, *, file: str, ids: str = "", id_field: str = "", text_field: str = "", system: str = ""
) -> str:
    """Return the summary that `file` has for this article; `system` picks one of several in the file."""
    known = predictions(file, ids, id_field, text_field, system)
    if article.id not in known:
        raise LookupError(f"no summary of {article.id!r} in {Path(file).name}")
    return known[article.id]


def review(
    corpus: Sequence[str], *, file: str, ids: str = "", id_field: str = "", text_field: str = "",
    system: str = "",
) -> Iterator[str]:  # fmt: skip
    """Yield what is missing and what is too much. Raises InputError naming file, line and field."""
    known = predictions(file, ids, id_field, text_field, system)
    missing, surplus = sorted(set(corpus) - set(known)), sorted(set(known) - set(corpus))
    if missing:
        yield f"{len(missing)} of {len(corpus)} articles have no summary: {_some(missing)}"
    if surplus:
        yield f"{len(surplus)} summaries are of no article of the corpus: {_some(surplus)}"


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


@cache
def predictions(file: str, ids: str, id_field: str, text_field: str, system: str) -> dict[str, str]:
    """Return the file's summaries by id."""
    path = Path(file).expanduser()
    if not path.is_file():
        raise InputError("file is missing", path=path)
    if path.suffix in (".jsonl", ".ndjson", ".json"):
        rows = _from_jsonl(path, id_field, text_field)
    elif path.suffix in (".csv", ".tsv"):
        rows = _from_csv(path, id_field, text_field)
    else:
        rows = _from_lines(path, ids)
    found: dict[str, str] = {}
    others: set[str] = set()
    for row in rows:
        others.add(row.system)
        if system and row.system != system:
            continue
        if row.id in found:
            hint = f"; several systems stand in the file, choose one with system={row.system}"
            raise InputError(
                f"second summary of {row.id!r}{hint if len(others) > 1 else ''}", path=path, line=row.line
            )
        found[row.id] = row.text
    if system and system not in others:
        raise InputError(f"no system {system!r}; there are {', '.join(sorted(others))}", path=path)
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError("file is missing", path=path) from None
    except UnicodeDecodeError:
        raise InputError("not UTF-8; convert the file to UTF-8", path=path) from None


def _from_jsonl(path: Path, id_field: str, text_field: str) -> Iterator[Row]:
    """Yield the rows of a JSONL file; each line may have further fields."""
    # Only LF ends a line: U+2028 and its like may stand inside a JSON string.
    for number, line in enumerate(_text_of(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"broken JSON line: {error}", path=path, line=number) from None
        if not isinstance(row, dict):
            raise InputError("expected a JSON object", path=path, line=number)
        where = (path, number)
        name = _field(row, id_field, _ID_FIELDS, where, "id_field")
        text = _field(row, text_field, _TEXT_FIELDS, where, "text_field")
        if not isinstance(row[text], str):
            kind = type(row[text]).__name__
            raise InputError(f"expected text, got {kind}", path=path, line=number, field=text)
        yield Row(number, str(row[name]), row[text], str(row.get("system", "")))


def _from_csv(path: Path, id_field: str, text_field: str) -> Iterator[Row]:
    """Yield the rows of a CSV (or TSV) file with a head."""
    csv.field_size_limit(2**30)
    delimiter = "\t" if path.suffix == ".tsv" else ","
    reader = csv.DictReader(_text_of(path).splitlines(keepends=True), delimiter=delimiter)
    for row in reader:
        number = reader.line_num
        if None in row or None in row.values():
            raise InputError("another number of cells than the head has", path=path, line=number)
        name = _field(row, id_field, _ID_FIELDS, (path, 1), "id_field")
        text = _field(row, text_field, _TEXT_FIELDS, (path, 1), "text_field")
        yield Row(number, row[name], row[text], row.get("system") or "")


def _field(
    row: dict[str, object], wanted: str, usual: Sequence[str], where: tuple[Path, int], option: str
) -> str:
    """Return the name of the field to read: the one asked for, or the first of the usual ones."""
    name = wanted or next((name for name in usual if name in row), "")
    if name not in row:
        has = ", ".join(str(name) for name in row)
        problem = "missing" if wanted else f"none of the fields {', '.join(usual)}"
        raise InputError(
            f"{problem}; there are {has} (name it with {option}=…)",
            path=where[0], line=where[1], field=wanted,
        )  # fmt: skip
    return name


def _from_lines(path: Path, ids: str) -> Iterator[Row]:
    """Yield the lines of a plain text, each the summary of the article that the same line of `ids` names."""
    if not ids:
        raise InputError("plain text needs a file of article ids, one a line: ids=…", path=path)
    texts = _text_of(path).removesuffix("\n").split("\n")
    names = _text_of(Path(ids).expanduser()).removesuffix("\n").split("\n")
    if len(texts) != len(names):
        raise InputError(f"{len(texts)} summaries, but {len(names)} ids in {ids}", path=path)
    for number, (name, text) in enumerate(zip(names, texts, strict=True), 1):
        yield Row(number, name.strip(), text)
