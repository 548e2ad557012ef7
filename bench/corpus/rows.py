"""One article from one row of fields: the names that the usual data sets give them, and their faults."""

from pathlib import Path
from typing import Any

import msgspec

from bench.corpus.form import Fields, article_of
from bench.errors import InputError
from bench.misfit import misfit
from bench.records import FactSheet, Item, Reference

# The usual names: ours, CNN/DailyMail's (article, highlights), XSum's (document, summary).
ID = ("id", "article_id", "guid")
_ARTICLE = ("article", "document", "text")
_REFERENCE = ("references", "reference", "highlights", "summary")


def id_of(row: dict[str, Any], fields: Fields) -> tuple[str, str]:
    """Return the name of the field that holds a row's id, and the id; "" where there is none."""
    name, value = _field(row, fields.id, ID)
    return name, "" if value is None or not str(value).strip() else str(value)


def item_of(row: dict[str, Any], article_id: str, fields: Fields, path: Path | str, line: int) -> Item:
    """Return the article of a row, with its references and fact sheet if it has them.

    Raises InputError naming `path`, `line` (counted from 1) and field.
    """
    text = _text(row, fields.article, _ARTICLE, path, line)
    title = str(row.get("title") or "")
    return Item(
        article=article_of(article_id, title, text, str(row.get("language") or "en")),
        evidence=text,
        references=_references(row, fields, path, line),
        facts=_facts(row, path, line),
    )


def _field(row: dict[str, Any], name: str | None, usual: tuple[str, ...]) -> tuple[str, Any]:
    """Return name and value of the field asked for, or of the first usual one present."""
    for candidate in (name,) if name else usual:
        if row.get(candidate) is not None:
            return candidate, row[candidate]
    return name or usual[0], None


def _text(row: dict[str, Any], name: str | None, usual: tuple[str, ...], path: Path | str, line: int) -> str:
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


def _references(row: dict[str, Any], fields: Fields, path: Path | str, line: int) -> tuple[Reference, ...]:
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


def _facts(row: dict[str, Any], path: Path | str, line: int) -> FactSheet | None:
    """Return the fact sheet of a row, if it has one."""
    if row.get("facts") is None:
        return None
    try:
        return msgspec.convert(row["facts"], FactSheet)
    except msgspec.ValidationError as error:
        raise misfit(error, "facts").error(path, line) from None
