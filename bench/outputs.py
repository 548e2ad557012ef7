"""Outputs read and tables written one article at a time, however many there are."""

import io
import re
import shutil
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.corpus.ids import in_order
from bench.errors import InputError
from bench.output_lines import decode_output, open_outputs, output_line, read_output_lines
from bench.records import ArticleScores, Output
from bench.store import FINDINGS_HEAD, SCORES_HEAD, csv_lines, finding_row, score_cell
from bench.whole import whole

_PLAIN_NAME = re.compile(r"\w[\w.:/-]*")


class OutputIndex:
    """The lines of outputs.jsonl files by article; only their places are kept.

    Every article counts for every system: a missing output is given as an error row, never left out.
    """

    def __init__(self, paths: Sequence[Path], ids: Sequence[str], corpus: str):
        """Read each of `paths` once. `ids` are the corpus's, sorted.

        Raises InputError for a file without outputs, a broken line, an article the corpus lacks, and a
        second output of one system for one article.
        """
        self._paths, self._ids = paths, in_order(ids)
        self._rows: dict[str, _Rows] = {}
        self._files = []
        for number, path in enumerate(paths):
            self._files.append(open_outputs(path))
            found = False
            for line, offset, output in read_output_lines(self._files[-1], path):
                found = True
                try:
                    at = self._ids.place(output.article)
                except KeyError:
                    raise InputError(
                        f"article {output.article!r} is not in corpus {corpus}",
                        path=path, line=line, field="article",
                    ) from None  # fmt: skip
                self._add(output, at, number, line, offset)
            if not found:
                raise InputError("no output in it; a line needs system, article and text", path=path)
        self.labels = sorted(self._rows)

    def _add(self, output: Output, at: int, file: int, line: int, offset: int) -> None:
        rows = self._rows.setdefault(output.system, _Rows(len(self._ids)))
        if rows.offsets[at] >= 0:
            first = self._paths[rows.files[at]]
            where = f"first on line {rows.lines[at]}" + (f" of {first}" if rows.files[at] != file else "")
            raise InputError(
                f"second output of system {output.system!r} for article {output.article!r}, {where}",
                path=self._paths[file], line=line, field="article",
            )  # fmt: skip
        rows.files[at], rows.lines[at], rows.offsets[at] = file, line, offset

    def of(self, article_id: str) -> list[Output]:
        """Return one output per system for an article, in order of system."""
        at = self._ids.place(article_id)
        return [self._read(label, at, article_id) for label in self.labels]

    def _read(self, label: str, at: int, article_id: str) -> Output:
        rows = self._rows[label]
        if rows.offsets[at] < 0:
            return Output(label, article_id, "", "error", "no output for this article")
        file = self._files[rows.files[at]]
        file.seek(rows.offsets[at])
        return decode_output(file.readline(), self._paths[rows.files[at]], rows.lines[at])


class _Rows:
    """Where each output of one system stands: number of its file, line and byte offset, by article."""

    def __init__(self, articles: int):
        """Start without any: an offset of -1."""
        self.files = array("H", [0]) * articles
        self.lines = array("I", [0]) * articles
        self.offsets = array("q", [-1]) * articles


class Shards:
    """A file sorted by system first while articles come in order: one part per system, joined at the end.

    Only the parts' open files are held in memory, however many lines there are.
    """

    def __init__(self, path: Path, head: str = ""):
        """Prepare the parts of `path` beside it."""
        self.path, self.head = path, head
        self._parts: dict[str, Path] = {}
        self._files: dict[str, io.TextIOWrapper] = {}
        path.parent.mkdir(parents=True, exist_ok=True)
        # One command writes the folder at a time; parts that are there are those of one that was killed.
        for part in path.parent.glob(f".{path.name}.*.part"):
            part.unlink(missing_ok=True)

    def add(self, system: str, lines: str) -> None:
        """Append lines to the part of `system`."""
        if system not in self._files:
            part = self.path.with_name(f".{self.path.name}.{len(self._parts)}.part")
            self._parts[system] = part
            self._files[system] = part.open("w", encoding="utf-8", newline="")
        self._files[system].write(lines)

    def close(self) -> None:
        """Join the parts in order of system and put the file in place."""
        for file in self._files.values():
            file.close()
        with whole(self.path) as joined, joined.open("wb") as out:
            out.write(self.head.encode())
            for system in sorted(self._parts):
                with self._parts[system].open("rb") as part:
                    shutil.copyfileobj(part, out)
        self.discard()

    def discard(self) -> None:
        """Remove the parts."""
        for file in self._files.values():
            file.close()
        for part in self._parts.values():
            part.unlink(missing_ok=True)


class Tables:
    """outputs.jsonl, scores.csv and findings.csv of a results folder, written as articles are scored.

    Used as a context: the files are put in place together at its end, and not at all after an error.
    """

    def __init__(self, folder: Path):
        """Prepare the files of `folder`."""
        self._outputs = Shards(folder / "outputs.jsonl")
        self._scores = Shards(folder / "scores.csv", csv_lines([SCORES_HEAD]))
        self._findings = Shards(folder / "findings.csv", csv_lines([FINDINGS_HEAD]))

    def keeping(self, outputs_of: Callable[[str], list[Output]]) -> Callable[[str], list[Output]]:
        """Return `outputs_of`, with everything it gives written to outputs.jsonl on its way."""

        def kept(article_id: str) -> list[Output]:
            outputs = outputs_of(article_id)
            for output in outputs:
                self._outputs.add(output.system, output_line(output))
            return outputs

        return kept

    def add(self, scores: ArticleScores) -> None:
        """Add one article's values and findings; what is not applicable has no row."""
        article = _cell(scores.article)
        for output in scores.outputs:
            begin = f"{_cell(output.system)},{article}"
            self._scores.add(output.system, "".join(_value_lines(begin, output.values)))
            if output.findings:
                found = [finding_row(output.system, scores.article, finding) for finding in output.findings]
                self._findings.add(output.system, csv_lines(found))

    def __enter__(self) -> Self:
        """Return the tables."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the files in place, or remove what was written of them."""
        for shards in (self._outputs, self._scores, self._findings):
            if kind is None:
                shards.close()
            else:
                shards.discard()


def _value_lines(begin: str, values: Mapping[str, float | None]) -> Iterator[str]:
    """Yield the lines of scores.csv for one output; what is not applicable has none."""
    for name, value in values.items():
        if value is not None:
            yield f"{begin},{_cell(name)},{score_cell(value)}\n"


@lru_cache(maxsize=1024)
def _cell(name: str) -> str:
    """Return the name of a system, article or column as a cell; few are asked for again and again."""
    # Most names are of letters, digits and what cannot be mistaken for anything else.
    return name if _PLAIN_NAME.fullmatch(name) else csv_lines([(name,)])[:-1]


class Digests(Mapping[str, str]):
    """Digests by article: a tenth of what a dict would take."""

    def __init__(self, ids: Sequence[str]):
        """Expect a digest for each of `ids`, which are sorted, in their order."""
        self._ids = in_order(ids)
        self._digests = bytearray()

    def add(self, digest: str) -> None:
        """Add the next article's digest: 16 hexadecimal digits."""
        self._digests += bytes.fromhex(digest)

    def __getitem__(self, article: str) -> str:
        at = self._ids.place(article)
        if at >= len(self):
            raise KeyError(article)
        return self._digests[8 * at : 8 * at + 8].hex()

    def __iter__(self) -> Iterator[str]:
        return islice(self._ids, len(self))

    def __len__(self) -> int:
        return len(self._digests) // 8
