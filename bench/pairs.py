"""Files of (document, summary) pairs: one JSON object a line, plain or gzipped, read as a stream."""

import gzip
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar, cast

import msgspec

from bench.errors import InputError
from bench.json_line import decoded

_GZIP = b"\x1f\x8b"
_NEEDS = "a line needs id, document and summary (texts)"


class Pair(msgspec.Struct, frozen=True):
    """An article and a summary of it to be checked; other fields of the line are ignored."""

    id: str | int
    document: str
    summary: str


class LabelledPair(msgspec.Struct, frozen=True, kw_only=True):
    """A pair that people judged: `label` is 1 (or true) for consistent, 0 for not.

    `error_types` and `error_spans` (start, end, text, type; offsets may be null) say what they found wrong.
    `article_key` names the article, so that resampling keeps its summaries together.
    """

    id: str | int
    document: str
    summary: str
    label: bool | int
    dataset: str = ""
    error_types: tuple[str, ...] = ()
    error_spans: tuple[tuple[int | None, int | None, str, str | None], ...] = ()
    article_key: str | int | None = None


class NumberedLine(NamedTuple):
    """One line of a file, with its number from 1."""

    number: int
    data: bytes


AnyPair = TypeVar("AnyPair", Pair, LabelledPair)
_DECODERS: dict[type, Any] = {kind: msgspec.json.Decoder(kind) for kind in (Pair, LabelledPair)}


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file of lines, or standard input for `-`; unpacked where it is gzipped, whatever its name."""
    try:
        with nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb") as file:
            packed = path.suffix == ".gz" or cast(BufferedReader, file).peek(2)[:2] == _GZIP
            yield cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise InputError(f"cannot be read ({error.strerror}); give a JSONL file", path=path) from None
    except (gzip.BadGzipFile, EOFError) as error:
        raise InputError(f"not a whole gzip file: {error}", path=path) from None


def numbered_lines(path: Path) -> Iterator[NumberedLine]:
    """Yield each line that is not blank. Raises InputError where the file cannot be read."""
    with _opened(path) as file:
        for number, data in enumerate(file, 1):
            if data.strip():
                yield NumberedLine(number, data)


def pair_of(line: NumberedLine, kind: type[AnyPair], path: Path | str) -> AnyPair:
    """Return the pair on a line. Raises InputError with file, line and field."""
    labelled = kind is LabelledPair
    needs = _NEEDS + (" and label (1 consistent, 0 not)" if labelled else "")
    pair: AnyPair = decoded(line.data, _DECODERS[kind].decode, path, line.number, needs=needs)
    if isinstance(pair, LabelledPair) and pair.label not in (0, 1):
        raise InputError(
            f"{pair.label} is no label; write 1 for consistent, 0 for not",
            path=path, line=line.number, field="label",
        )  # fmt: skip
    return pair


def batches(lines: Iterable[NumberedLine], size: int = 64) -> Iterator[tuple[NumberedLine, ...]]:
    """Yield lines in groups of `size`, in order."""
    group: list[NumberedLine] = []
    for line in lines:
        group.append(line)
        if len(group) == size:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
