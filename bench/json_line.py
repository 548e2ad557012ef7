"""One line of a JSONL file, decoded, or the fault in one line: file, line, field, and what to do."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from bench.errors import InputError
from bench.misfit import misfit

T = TypeVar("T")

_GZIP = b"\x1f\x8b"
_HALF = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def decoded(data: bytes, decode: Callable[[bytes], T], path: Path | str, line: int, *, needs: str = "") -> T:
    """Decode `data`, line number `line` of `path`; a byte order mark before the first line is taken off.

    `needs` tells what a line of such a file holds. Raises InputError.
    """
    if line == 1:
        data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return decode(data)
    except msgspec.ValidationError as error:
        raise misfit(error).error(path, line, hint=_told(data, needs)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(_fault(data, str(error)), path=path, line=line) from None


def _told(data: bytes, needs: str) -> str:
    if data.lstrip().startswith(b"["):
        return "write one JSON object a line, not one list of them"
    return needs


def _fault(data: bytes, problem: str) -> str:
    """Return what is wrong with a line that is no JSON."""
    if data.startswith(_GZIP):
        return "the file is gzipped; unpack it first"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 (byte 0x{data[error.start]:02x}); convert the file to UTF-8"
    if data.strip() == b"[":
        return "broken JSON line: write one JSON object a line, not one list of them"
    if "surrogate" in problem or ("truncated" in problem and _HALF.search(data)):
        half = found.group().decode() if (found := _HALF.search(data)) else "\\ud800"
        return (
            f"broken JSON line: half of a character ({half} without its other half); "
            "write the whole character, or \\ufffd in its place"
        )
    if not data.lstrip().startswith(b"{"):
        begin = data.decode("utf-8").split()[0][:20]
        return f"broken JSON line: it begins with {begin!r}; write one JSON object a line"
    return f"broken JSON line: {problem}"
