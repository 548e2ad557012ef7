"""What a corpus is, whatever form it was read from."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from bench.errors import InputError
from bench.records import Article, Item


class Fields(msgspec.Struct, frozen=True):
    """Names of the fields of a JSONL corpus; None looks through the usual ones."""

    id: str | None = None
    article: str | None = None
    reference: str | None = None


class Bands(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[bands]` of corpus.toml: what `sumbench audit` holds every article to.

    `article` and `reference` are the fewest and most words; `copied` is the largest share of a reference's
    bigrams that the article may have too, `near` the largest share of a text's word 5-grams that another
    text may have too; `references`, `numbers` and `people` are the fewest of each.
    """

    article: tuple[int, int]
    reference: tuple[int, int]
    copied: float = 0.4
    near: float = 0.2
    references: int = 2
    numbers: int = 1
    people: int = 1


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`corpus.toml`: what a corpus says of itself. `words` is the default summary length.

    `tags` are the ones its source.toml files may use, `mangled` the articles that are also meant to be run
    as a bad scraper would deliver them.
    """

    name: str
    version: str = ""
    language: str = "en"
    licence: str = ""
    words: int | None = None
    canary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    mangled: tuple[str, ...] = ()
    bands: Bands | None = None


class Corpus(ABC):
    """Articles by id; `ids` are sorted, and one article is read when it is asked for."""

    meta: Meta
    path: Path
    ids: Sequence[str]

    @abstractmethod
    def load(self, article_id: str) -> Item:
        """Read one article. Raises InputError naming file, line and field."""

    def where(self, article_id: str) -> str:
        """Return the place of an article for a message: its file, and line if it has one."""
        return str(self.path / article_id)

    def items(self) -> Iterator[Item]:
        """Read the articles, in order of their ids."""
        return (self.load(article_id) for article_id in self.ids)


def digest(item: Item) -> str:
    """Return 16 hexadecimal digits over everything a score of this article depends on."""
    return hashlib.sha256(msgspec.json.encode(item)).hexdigest()[:16]


def read_text(path: Path) -> str:
    """Return a UTF-8 file's text. Raises InputError with the line of the first wrong byte."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("file is missing", path=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path) from None
    return decode(data, path)


def decode(data: bytes, path: Path, first_line: int = 1) -> str:
    """Return `data` as UTF-8 text. Raises InputError with the line of the first wrong byte."""
    try:
        return data.decode("utf-8-sig" if first_line == 1 else "utf-8")
    except UnicodeDecodeError as error:
        line = first_line + data.count(b"\n", 0, error.start)
        byte = data[error.start]
        raise InputError(
            f"not UTF-8 (byte 0x{byte:02x}); convert the file to UTF-8", path=path, line=line
        ) from None


def split_title(text: str) -> tuple[str, str]:
    """Return headline and body of an article file: line 1, then after a blank line the rest."""
    first, separator, rest = text.partition("\n")
    if separator and rest.startswith(("\n", "\r\n")) and rest.strip():
        return first.strip(), rest.strip()
    return "", text.strip()


def article_of(article_id: str, title: str, body: str, language: str) -> Article:
    """Return the Article a system sees."""
    return Article(id=article_id, title=title, text=body, language=language)
