"""Whether a corpus is well formed: files readable, quotes word for word, references supported."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.corpus import Corpus
from bench.errors import InputError
from bench.facts.ledger import findings
from bench.facts.source import Source
from bench.records import WRONG, FactSheet, Item
from bench.text.document import Document
from bench.text.tokens import count_words


class Problem(NamedTuple):
    """One fault: where it is and what it is. `grave` ones make the corpus invalid, others are to be read."""

    where: str
    message: str
    grave: bool = True

    def __str__(self) -> str:
        """Return the line a reader sees."""
        return f"{self.where}: {self.message}"


class Audited(NamedTuple):
    """One article of the audit's table."""

    article: str
    words: int
    references: tuple[int, ...]
    numbers: int
    people: int
    keys: int


class Audit(NamedTuple):
    """The audit of a corpus."""

    rows: tuple[Audited, ...]
    problems: tuple[Problem, ...]

    @property
    def valid(self) -> bool:
        """Whether no fault is grave."""
        return not any(problem.grave for problem in self.problems)


def audit(corpus: Corpus) -> Audit:
    """Read every article of a corpus and list all that is wrong with it, going on after a fault."""
    rows: list[Audited] = []
    problems: list[Problem] = []
    for article_id in corpus.ids:
        try:
            item = corpus.load(article_id)
        except InputError as error:
            problems.append(Problem(*_split(error)))
            continue
        rows.append(_row(item))
        problems += _item_problems(corpus, item)
    return Audit(tuple(rows), tuple(problems))


def _split(error: InputError) -> tuple[str, str]:
    """Return place and message of an input error."""
    where = str(error.path) + (f":{error.line}" if error.line is not None else "")
    return where, f"{error.field}: {error.problem}" if error.field else error.problem


def _row(item: Item) -> Audited:
    sheet = item.facts or FactSheet()
    keys = sum(fact.key for fact in sheet.numbers) + sum(person.key for person in sheet.people)
    lengths = tuple(count_words(reference.text) for reference in item.references)
    words = count_words(item.article.text)
    return Audited(item.article.id, words, lengths, len(sheet.numbers), len(sheet.people), keys)


def _item_problems(corpus: Corpus, item: Item) -> Iterator[Problem]:
    """Yield the faults of one article that could be read."""
    folder = corpus.path / item.article.id if corpus.path.is_dir() else corpus.path
    if item.facts is not None:
        yield from _sheet_problems(folder / "facts.toml" if folder.is_dir() else folder, item)
    source = Source(item.evidence, item.article.language)
    for reference in item.references:
        path = folder / f"reference.{reference.author}.txt" if folder.is_dir() else folder
        for finding in findings(source, Document(reference.text)):
            if finding.verdict in WRONG:
                message = f"{finding.claim!r} is {finding.verdict} by the article: {finding.reason}"
                yield Problem(f"{path}:1", message, grave=False)


def _sheet_problems(path: Path, item: Item) -> Iterator[Problem]:
    """Yield quotes that are not in the article, people it does not name, speakers the sheet does not know."""
    assert item.facts is not None
    lines = path.read_text(encoding="utf-8").split("\n") if path.suffix == ".toml" else []
    for fact in (*item.facts.numbers, *item.facts.said):
        if fact.quote not in item.evidence:
            yield Problem(
                _at(path, lines, fact.quote), f"quote: {fact.quote!r} is not word for word in the article"
            )
    for number in item.facts.numbers:
        if number.value is None and number.low is None and number.high is None:
            yield Problem(_at(path, lines, number.quote), "value: a number needs value, low or high")
    for person in item.facts.people:
        if not any(form in item.evidence for form in (person.name, *person.also)):
            yield Problem(_at(path, lines, person.name), f"name: {person.name!r} is not in the article")


def _at(path: Path, lines: list[str], words: str) -> str:
    """Return file and line of the entry that holds `words`."""
    for number, line in enumerate(lines, 1):
        if words in line:
            return f"{path}:{number}"
    return str(path)
