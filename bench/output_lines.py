"""outputs.jsonl line by line: what systems wrote, whoever wrote it down."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from bench.errors import InputError
from bench.json_line import decoded
from bench.records import Output


class _Written(msgspec.Struct):
    system: str
    article: str
    text: str
    status: str
    error: str


_encode = msgspec.json.Encoder().encode


def output_line(output: Output) -> str:
    """Return the line of outputs.jsonl for one output."""
    line = _Written(output.system, output.article, output.text, output.status, output.error)
    return _encode(line).decode() + "\n"


class _Line(msgspec.Struct):
    system: str
    article: str | int
    text: str
    status: str | None = None
    error: str | None = None


_decode_line = msgspec.json.Decoder(_Line).decode
_NEEDS = "a line needs system, article and text"


def read_outputs(path: Path) -> Iterator[tuple[int, Output]]:
    """Yield line number and output of an outputs.jsonl; unknown fields are ignored.

    A row without `status` counts as ok, or empty if its text is. Raises InputError naming line and field.
    """
    with open_outputs(path) as file:
        for number, _, output in read_output_lines(file, path):
            yield number, output


def open_outputs(path: Path) -> BinaryIO:
    """Open an outputs.jsonl, to be read more than once: standard input (`-`) and pipes are copied first."""
    if str(path) == "-":
        return _copied(sys.stdin.buffer)
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise InputError("file is missing", path=path) from None
    except IsADirectoryError:
        raise InputError("a folder, not a file of outputs", path=path) from None
    return file if file.seekable() else _copied(file)


def _copied(stream: BinaryIO) -> BinaryIO:
    """Return a stream's bytes as a file without a name, at its beginning."""
    with stream:
        copy = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - the caller closes it
        shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return copy


def read_output_lines(file: BinaryIO, path: Path) -> Iterator[tuple[int, int, Output]]:
    """Yield line number, byte offset and output of an open outputs.jsonl, as `read_outputs` does."""
    offset = 0
    for number, data in enumerate(file, 1):
        if data.strip():
            yield number, offset, decode_output(data, path, number)
        offset += len(data)


def decode_output(data: bytes, path: Path, number: int) -> Output:
    """Decode one line of an outputs.jsonl. Raises InputError naming line and field."""
    return _output(decoded(data, _decode_line, path, number, needs=_NEEDS), path, number)


def _output(line: _Line, path: Path, number: int) -> Output:
    """Turn a read line into an Output. Raises InputError for an unknown status."""
    status = line.status or "ok"
    if status not in ("ok", "empty", "error", "timeout"):
        raise InputError(
            f"status {status!r} is none of ok, empty, error, timeout", path=path, line=number, field="status"
        )
    if status == "ok" and not line.text.strip():
        status = "empty"
    if not line.system.strip() or not line.system.isprintable():
        raise InputError(
            "a system's name must be text on one line; name it", path=path, line=number, field="system"
        )
    # Corpora take numbers as ids, too.
    article = str(line.article)
    return Output(line.system, article, line.text, status, line.error or "")  # type: ignore[arg-type]
