"""A corpus of plain .txt files without references: one article each, the file's stem is its id."""

from pathlib import Path

from bench.corpus.form import Corpus, Meta, article_of, read_text, split_title
from bench.errors import InputError
from bench.records import Item


class PlainCorpus(Corpus):
    """Text files by stem."""

    def __init__(self, path: Path, files: dict[str, Path]):
        """Hold what `plain_corpus` found."""
        self.path = path
        self.meta = Meta(name=path.stem if path.is_file() else path.resolve().name)
        self._files = files
        self.ids = tuple(sorted(files))

    def where(self, article_id: str) -> str:
        """Return an article's file, first line."""
        return f"{self._files[article_id]}:1"

    def load(self, article_id: str) -> Item:
        """Read one file. Raises InputError for an empty or undecodable one."""
        path = self._files[article_id]
        evidence = read_text(path)
        if not evidence.strip():
            raise InputError("article is empty", path=path, line=1)
        title, body = split_title(evidence)
        return Item(article=article_of(article_id, title, body, self.meta.language), evidence=evidence)


def plain_corpus(path: Path) -> PlainCorpus:
    """Open one .txt file, or all those directly in a folder."""
    files = [path] if path.is_file() else text_files(path)
    return PlainCorpus(path, {file.stem: file for file in files})


def text_files(folder: Path) -> list[Path]:
    """Return the .txt files of a folder; macOS and editors keep things of theirs in hidden ones."""
    return [path for path in sorted(folder.glob("*.txt")) if not path.name.startswith(".")]
