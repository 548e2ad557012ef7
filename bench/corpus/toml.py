"""TOML files written by hand, read into records; what is wrong is named with file, line and field."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bench.corpus.form import read_text
from bench.errors import InputError
from bench.misfit import misfit

T = TypeVar("T")

_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_INDEXED = re.compile(r"^(\w+)\[(\d+)\](?:\.(\w+))?")


def read_toml(path: Path, record: type[T], *, hint: str = "") -> T:
    """Read a TOML file into `record`. Raises InputError naming file, line and field, and `hint`."""
    text = read_text(path)
    return fitting(tables(text, path), record, text, path, hint=hint)


def tables(text: str, path: Path) -> dict[str, Any]:
    """Return what stands in a TOML text. Raises InputError naming the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        problem = re.sub(r" \(at .*\)$", "", str(error))
        raise InputError(f"broken TOML: {problem}", path=path, line=line) from None


def fitting(data: Any, record: type[T], text: str, path: Path, *, within: str = "", hint: str = "") -> T:
    """Return `data`, which stand in the table `within` of a TOML `text`, as a record. Raises InputError."""
    try:
        return msgspec.convert(data, record)
    except msgspec.ValidationError as error:
        line = line_of(text, misfit(error).field, within)
        raise misfit(error, within).error(path, line, hint=hint) from None


def line_of(text: str, field: str, within: str = "") -> int:
    """Return the line of `table[index].field` or `field` in a TOML text, as near as can be told.

    A field that is missing has the line of its table's head; `within` names the table that holds them all.
    """
    lines = text.split("\n")
    start = _head(lines, f"[{within}]") if within else 0
    name = field.partition(".")[0].partition("[")[0]
    if indexed := _INDEXED.match(field):
        heads = [n for n, line in enumerate(lines) if line.strip().startswith(f"[[{indexed[1]}]]")]
        if int(indexed[2]) < len(heads):
            start, name = heads[int(indexed[2])], indexed[3] or ""
    return start + 1 + _key_offset(lines[start:], name)


def _head(lines: list[str], head: str) -> int:
    return next((n for n, line in enumerate(lines) if line.strip().startswith(head)), 0)


def _key_offset(lines: list[str], name: str) -> int:
    """Return how many lines after the first the key `name` stands within one table, or 0."""
    for offset, line in enumerate(lines):
        if offset and line.lstrip().startswith("["):
            break
        if name and re.match(rf"\s*{re.escape(name)}\s*=", line):
            return offset
    return 0
