"""A corpus in one JSONL file; lines are indexed once and read when asked for."""

import gzip
import shutil
import tempfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from bench.corpus.form import Corpus, Fields, Meta
from bench.corpus.ids import Ids
from bench.corpus.rows import ID, id_of, item_of
from bench.errors import InputError
from bench.json_line import decoded
from bench.records import Item

_decode_line = msgspec.json.Decoder(dict[str, Any]).decode


_GZIP = b"\x1f\x8b"


class LinesCorpus(Corpus):
    """The lines of a JSONL file by id; only ids and places are kept in memory."""

    def __init__(self, path: Path, fields: Fields, file: BinaryIO, places: "Places"):
        """Hold what `lines_corpus` found."""
        name = path.name.removesuffix(".gz").removesuffix(".jsonl").removesuffix(".json")
        self.path, self.meta, self.fields = path, Meta(name=name), fields
        self._file, self._places = file, places
        self.ids = places.ids

    def where(self, article_id: str) -> str:
        """Return file and line of an article."""
        return f"{self.path}:{self._places.of(article_id)[0]}"

    def load(self, article_id: str) -> Item:
        """Read one line. Raises InputError naming file, line and field."""
        line, offset = self._places.of(article_id)
        self._file.seek(offset)
        return item_of(_row(self._file.readline(), self.path, line), article_id, self.fields, self.path, line)


class Places:
    """Where each article stands in its file: ids in order, with line numbers and byte offsets beside them."""

    def __init__(self, ids: "Seen", lines: "array[int]", offsets: "array[int]"):
        """Sort `ids`; the other two have their lines and offsets, in the order of `ids`."""
        self.ids, self._lines, self._offsets = ids.in_order, lines, offsets
        if ids.out_of_order:
            found = list(ids.out_of_order)
            order = sorted(range(len(found)), key=found.__getitem__)
            self.ids = Ids(found[at] for at in order)
            self._lines = array("I", [lines[at] for at in order])
            self._offsets = array("q", [offsets[at] for at in order])

    def of(self, article_id: str) -> tuple[int, int]:
        """Return line number and byte offset. Raises KeyError for an unknown id."""
        at = self.ids.place(article_id)
        return self._lines[at], self._offsets[at]


class Seen:
    """The ids of a file, each once: `in_order` while they are, all of them `out_of_order` from then on.

    Most files are in order throughout. Ids that are held as strings of their own, if only until the file is
    read, leave holes in memory that nothing else fills.
    """

    def __init__(self) -> None:
        """Start without any."""
        self.in_order = Ids()
        # In the order of the file: a dict, because a set has none.
        self.out_of_order: dict[str, None] = {}
        self._last = ""

    def add(self, article_id: str) -> int:
        """Add an id behind all others; return how many stand before it if it is there already, else -1."""
        if not self.out_of_order:
            if article_id > self._last:
                self.in_order.append(article_id)
                self._last = article_id
                return -1
            self.out_of_order = dict.fromkeys(self.in_order)
        if article_id in self.out_of_order:
            return list(self.out_of_order).index(article_id)
        self.out_of_order[article_id] = None
        return -1


def lines_corpus(path: Path, fields: Fields) -> LinesCorpus:
    """Index a JSONL file (optionally gzipped). Raises InputError for a broken line or a duplicate id."""
    file = _open(path)
    seen, lines, offsets = Seen(), array("I"), array("q")
    for line, offset, data in _numbered(file):
        if not data.strip():
            continue
        row = _row(data, path, line)
        name, article_id = id_of(row, fields)
        if not article_id:
            wanted = fields.id or " or ".join(ID)
            raise InputError(f"no {wanted}; name it with --id-field", path=path, line=line, field=name)
        if (first := seen.add(article_id)) >= 0:
            raise InputError(
                f"duplicate id {article_id!r}, first on line {lines[first]}", path=path, line=line, field=name
            )
        lines.append(line)
        offsets.append(offset)
    if not lines:
        raise InputError("the corpus has no article", path=path)
    return LinesCorpus(path, fields, file, Places(seen, lines, offsets))


def _open(path: Path) -> BinaryIO:
    """Open `path` for seeking; a gzipped file is unpacked into a temporary one."""
    ordinary = path.open("rb")
    if path.suffix != ".gz" and ordinary.peek(2)[:2] != _GZIP:
        return ordinary
    ordinary.close()
    file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the corpus
    try:
        with gzip.open(path, "rb") as packed:
            shutil.copyfileobj(packed, file)
    except (OSError, EOFError) as error:
        raise InputError(f"not a whole gzip file: {error}", path=path) from None
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
    return decoded(data, _decode_line, path, line)
